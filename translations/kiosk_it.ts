<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Non possiamo distinguerla da altre persone. Si metta sul segno, senza nessun altro, e riprovi.</numerusform>
            <numerusform>Non possiamo distinguervi da altre persone. Mettetevi sul segno tutti e %n, senza nessun altro, e riprovate.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Non possiamo distinguerla dalla persona accanto a lei. Si metta sul segno, senza nessun altro, e riprovi.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Non possiamo distinguerla dalla persona accanto a lei. L’analisi resta spenta.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Non possiamo più essere sicuri che sia lei. L’analisi è finita.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>La telecamera non la vede. Si metta sul segno e riprovi.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>La telecamera non la vede più. L’analisi è finita.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Una telecamera non ha confermato di essersi fermata. Sono tutte spente finché il personale non avrà controllato.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Nessuna telecamera è collegata. Nulla guarda il suo viso.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Non tutte le telecamere hanno confermato. Riprovi, o lasci l’analisi spenta.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Non tutte le telecamere hanno confermato. L’analisi resta spenta.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Ha detto di sì.
È registrato.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Ha detto di no.
È registrato.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Ha ritirato il suo sì.
È registrato.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Siamo insieme</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Annulla · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Sì a: %1. No al resto.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n viso</numerusform>
            <numerusform>%n visi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n sguardo</numerusform>
            <numerusform>%n sguardi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n secondo del suo tempo qui</numerusform>
            <numerusform>%n secondi del suo tempo qui</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>La telecamera %1 comunica: non aveva nulla di suo.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>La telecamera %1 comunica di aver cancellato: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Questa è la sua ricevuta. La fotografi o annoti il codice. Non contiene né nome né foto.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Questa è la sua ricevuta. La fotografi o annoti il codice. Non contiene né nome né foto. Con essa può cambiare idea qui in ogni momento.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Domanda %1 di %2. L’analisi resta spenta fino all’ultima.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Persona %1 di %2. L’analisi resta spenta se non dicono tutti di sì.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Leggi tutto</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Siamo in %n</numerusform>
            <numerusform>Siamo in %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Ho una ricevuta</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Tutto insieme</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Uno per uno</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>L’analisi dei visi è attiva per %n persona che ha detto di sì, e per nessun’altra.</numerusform>
            <numerusform>L’analisi dei visi è attiva per %n persone che hanno detto di sì, e per nessun’altra.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Nessun viso viene analizzato.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Ho una ricevuta</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leggi ad alta voce</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Digiti il codice della ricevuta.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Questo totem non ha questo codice.
Lo controlli, per favore.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Con questo codice non c’è nulla da ritirare.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Questa ricevuta è stata modificata o danneggiata.
Digiti il codice, per favore.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Questa ricevuta è di un altro negozio.
Vada lì, per favore.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Questa ricevuta è scaduta.
Non si conserva più nulla al riguardo.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Troppi codici sbagliati.
Attenda un po’, o chieda al personale.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Nessun nome, nessun motivo: basta il codice. Se c’è un lettore, tenga la ricevuta davanti.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Nessun viso viene analizzato.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Questo totem è fuori servizio. Non deve fare nulla: entri pure.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Il personale ha spento l’analisi. Non deve fare nulla: entri pure. Per ritirare un sì, chieda al personale.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>La risposta è registrata, e la ricevuta è sullo schermo. Qui non vengono dette, perché altri potrebbero sentirle. Per permetterlo, scelga: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Testo, suono e aspetto</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Smetti di leggere</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leggi ad alta voce</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Cancella</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Qui non si legge ad alta voce: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Scelga la sua lingua</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Altro</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Cinque tasti: giù e su per l’elemento successivo e il precedente, seleziona, indietro, e aiuto per riascoltare.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Non viene detto ad alta voce.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Pulsante.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personale</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN di %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Troppi PIN sbagliati. Attenda %n secondo.</numerusform>
            <numerusform>Troppi PIN sbagliati. Attenda %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Troppi PIN sbagliati. Non se ne accettano fino a: %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Questo badge non è noto.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Questo PIN non è noto.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Attivo</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Non attivo</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Bianco su nero</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Tutto a portata, in basso</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leggi ad alta voce</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Parla lentamente</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Basso</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Di’ la mia risposta ad alta voce</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Attivo: altri possono sentirla</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Testo, suono e aspetto</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Questa ricevuta
dice di sì.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Questa ricevuta
dice di no.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Questo sì
è stato ritirato.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambia la risposta</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ritira il mio sì</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Chiedi di nuovo</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Lascia così</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Un tocco lo ritira. Nessun nome, nessun motivo.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Non c’è nulla da ritirare.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Avanti · %1 di %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Personale: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Telecamera controllata: continua</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Collegata e pronta.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Collegata e spenta.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Si sta collegando.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Non collegata.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Telecamere e questo totem</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Controlli qui, per favore.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>L’analisi è spenta per tutti.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tutto a posto.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Ripristina la visita</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Riaccendi</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Spegni per tutti</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Ritira il sì di un visitatore</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Stampa un nuovo cartello per la porta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Il cartello è in preparazione.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>Il cartello è alla stampante.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Il cartello non è stato stampato. Controlli la stampante o chiami chi si occupa del totem.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Ultima conferma: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Gli ultimi sette giorni, oggi escluso</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Sì: %1. No: %2. Senza risposta: %3. Un trattino: nessuno, o troppo pochi per dirlo.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>L’informativa</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Versione %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Il registro</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Dimensione %1, radice %2, firmato con la chiave %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Il software</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versione %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Nessuna telecamera è collegata.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Una telecamera non ha confermato di essersi fermata. Tutte le telecamere sono spente. Controlli la telecamera e la riavvii, poi continui.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Fatto. L’analisi è spenta per tutti, e il ripristino è registrato.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Fatto. L’allarme è chiuso, ed è registrato.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Fatto. Non si chiede nulla a nessuno e nessuno viene guardato, finché il personale non riaccende l’analisi.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Fatto. La domanda viene posta di nuovo ai visitatori.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Il disco non accetta registrazioni, perciò tutte le telecamere sono spente. Spenga e riaccenda il totem. Se non basta, chiami chi se ne occupa.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>Il totem ha avuto un guasto, perciò tutte le telecamere sono spente. Lo spenga e lo riaccenda.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Senza collegamento: %1. Controlli l’alimentazione e il cavo.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Il ripristino spegne l’analisi per tutti quelli che hanno detto di sì, dimentica la visita sullo schermo e viene registrato con il suo nome.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Analisi del suo viso: attiva</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Spenta finché ogni telecamera non conferma</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Spenta, salvo se ha già detto di sì</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Analisi del suo viso: spenta</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>È ancora qui?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sono ancora qui</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Questa pagina si chiude tra %n secondo.</numerusform>
            <numerusform>Questa pagina si chiude tra %n secondi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Chiuderla non è né sì né no.</translation>
    </message>
</context>
</TS>
