<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Wir können Sie nicht von anderen unterscheiden. Bitte stellen Sie sich allein auf die Markierung und versuchen Sie es noch einmal.</numerusform>
            <numerusform>Wir können Sie nicht von anderen unterscheiden. Bitte stellen Sie sich alle %n auf die Markierung, sonst niemand, und versuchen Sie es noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Wir können Sie nicht von der Person neben Ihnen unterscheiden. Bitte stellen Sie sich allein auf die Markierung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Wir können Sie nicht von der Person neben Ihnen unterscheiden. Die Auswertung bleibt aus.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Wir können nicht mehr sicher sein, dass Sie es sind. Die Auswertung ist beendet.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>Die Kamera sieht Sie nicht. Bitte stellen Sie sich auf die Markierung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>Die Kamera sieht Sie nicht mehr. Die Auswertung ist beendet.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Eine Kamera hat nicht bestätigt, dass sie aufgehört hat. Alle sind aus, bis das Personal nachgesehen hat.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Keine Kamera ist verbunden. Nichts sieht Ihr Gesicht an.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Nicht jede Kamera hat bestätigt. Versuchen Sie es noch einmal, oder lassen Sie es aus.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Nicht jede Kamera hat bestätigt. Die Auswertung bleibt aus.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Sie haben Ja gesagt.
Das ist festgehalten.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Sie haben Nein gesagt.
Das ist festgehalten.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Sie haben Ihr Ja widerrufen.
Das ist festgehalten.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Wir sind zusammen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Rückgängig · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Ja zu: %1. Nein zum Rest.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n Gesicht</numerusform>
            <numerusform>%n Gesichter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n Blick</numerusform>
            <numerusform>%n Blicke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n Sekunde Ihrer Zeit hier</numerusform>
            <numerusform>%n Sekunden Ihrer Zeit hier</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>Kamera %1 meldet: Von Ihnen war nichts gespeichert.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>Kamera %1 meldet gelöscht: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Das ist Ihr Beleg. Fotografieren Sie ihn, oder notieren Sie den Code. Er enthält keinen Namen und kein Bild.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Das ist Ihr Beleg. Fotografieren Sie ihn, oder notieren Sie den Code. Er enthält keinen Namen und kein Bild. Mit ihm können Sie Ihre Antwort hier jederzeit ändern.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Frage %1 von %2. Bis zur letzten bleibt es aus.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Person %1 von %2. Es bleibt aus, außer alle sagen Ja.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Alles lesen</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Wir sind %n</numerusform>
            <numerusform>Wir sind %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Mein Beleg</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Alles zusammen</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>Ausgewertet wird nur das Gesicht von %n Person, die Ja gesagt hat.</numerusform>
            <numerusform>Ausgewertet werden nur die Gesichter von %n Personen, die Ja gesagt haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Kein Gesicht wird ausgewertet.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Mein Beleg</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Geben Sie den Code Ihres Belegs ein.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Dieses Terminal kennt den Code nicht.
Bitte prüfen Sie ihn.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Mit diesem Code gibt es nichts zu widerrufen.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Dieser Beleg wurde verändert oder beschädigt.
Bitte geben Sie seinen Code ein.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Dieser Beleg ist von einem anderen Geschäft.
Bitte gehen Sie dorthin.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Dieser Beleg ist abgelaufen.
Dazu ist nichts mehr gespeichert.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Zu viele falsche Codes.
Bitte warten Sie kurz, oder fragen Sie das Personal.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Kein Name, kein Grund: Der Code genügt. Wenn es einen Scanner gibt, halten Sie den Beleg davor.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Kein Gesicht wird ausgewertet.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Dieses Terminal ist außer Betrieb. Sie müssen nichts tun: Bitte gehen Sie hinein.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Das Personal hat die Auswertung ausgeschaltet. Sie müssen nichts tun: Bitte gehen Sie hinein. Um ein Ja zu widerrufen, fragen Sie das Personal.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>Die Antwort ist festgehalten, und der Beleg steht auf dem Bildschirm. Beides wird hier nicht gesagt, weil andere es hören könnten. Um das zu erlauben, wählen Sie: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Text, Ton und Layout</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Vorlesen beenden</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Hier nicht vorgelesen: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Wählen Sie Ihre Sprache</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Fünf Tasten: ab und auf für das Nächste und das Vorige, Auswahl, Zurück, und Hilfe, um es noch einmal zu hören.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Wird nicht laut gesagt.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Schaltfläche.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN des Personals</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN von %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Zu viele falsche PINs. Warten Sie %n Sekunde.</numerusform>
            <numerusform>Zu viele falsche PINs. Warten Sie %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Zu viele falsche PINs. Bis %1 wird keine angenommen.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Dieser Ausweis ist nicht bekannt.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Diese PIN ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Weiß auf Schwarz</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Alles weit unten erreichbar</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Langsam sprechen</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Leise</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Laut</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Meine Antwort laut sagen</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>An: Andere können es hören</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Text, Ton und Layout</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Auf dem Beleg
steht Ja.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Auf dem Beleg
steht Nein.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Dieses Ja wurde
widerrufen.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Antwort ändern</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ja widerrufen</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Noch mal fragen</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Antwort behalten</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Einmal tippen, und es ist widerrufen. Kein Name, kein Grund.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Es gibt nichts zu widerrufen.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Weiter · %1 von %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Personal: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Kamera ist geprüft: weiter</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Verbunden und bereit.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Verbunden und aus.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Verbindet sich gerade.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Nicht verbunden.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Kameras und dieses Terminal</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Bitte sehen Sie sich das an.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>Die Auswertung ist für alle aus.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Besuch zurücksetzen</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Wieder einschalten</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Für alle ausschalten</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Ja eines Besuchers widerrufen</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Neues Schild für die Tür drucken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Das Schild wird erstellt.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>Das Schild ist beim Drucker.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Das Schild konnte nicht gedruckt werden. Sehen Sie nach dem Drucker, oder rufen Sie die Person an, die das Terminal betreut.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Zuletzt bestätigt: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Die letzten sieben Tage, ohne heute</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Ja: %1. Nein: %2. Ohne Antwort: %3. Ein Strich: niemand, oder zu wenige, um sie zu nennen.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Der Hinweis</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Das Register</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Größe %1, Wurzel %2, signiert mit Schlüssel %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Die Software</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Keine Kamera ist verbunden.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Eine Kamera hat nicht bestätigt, dass sie aufgehört hat. Alle Kameras sind aus. Sehen Sie nach der Kamera und starten Sie sie neu, dann machen Sie weiter.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Fertig. Die Auswertung ist für alle aus, und das Zurücksetzen ist festgehalten.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Fertig. Der Alarm ist aufgehoben, und das ist festgehalten.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Fertig. Niemand wird gefragt und niemand angesehen, bis das Personal die Auswertung wieder einschaltet.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Fertig. Besucher werden wieder gefragt.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Die Festplatte nimmt keine Einträge an, darum sind alle Kameras aus. Schalten Sie das Terminal aus und wieder ein. Wenn das nicht hilft, rufen Sie die Person an, die es betreut.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>Das Terminal ist ausgefallen, darum sind alle Kameras aus. Schalten Sie es aus und wieder ein.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Nicht verbunden: %1. Prüfen Sie Strom und Kabel.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Das Zurücksetzen schaltet die Auswertung für alle aus, die Ja gesagt haben, vergisst den Besuch auf dem Bildschirm und wird mit Ihrem Namen festgehalten.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Auswertung Ihres Gesichts: an</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Aus, bis jede Kamera bestätigt hat</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Aus, außer Sie haben schon Ja gesagt</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Auswertung Ihres Gesichts: aus</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Ich bin noch da</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Diese Seite schließt in %n Sekunde.</numerusform>
            <numerusform>Diese Seite schließt in %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Das Schließen ist weder Ja noch Nein.</translation>
    </message>
</context>
</TS>
