<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Nous ne pouvons pas vous distinguer des autres. Placez-vous sur la marque, sans personne d’autre, et essayez à nouveau.</numerusform>
            <numerusform>Nous ne pouvons pas vous distinguer des autres. Placez-vous tous les %n sur la marque, sans personne d’autre, et essayez à nouveau.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Nous ne pouvons pas vous distinguer de la personne à côté de vous. Placez-vous sans personne d’autre sur la marque et essayez à nouveau.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Nous ne pouvons pas vous distinguer de la personne à côté de vous. L’analyse reste inactive.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Nous ne sommes plus sûrs que c’est vous. L’analyse est terminée.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>La caméra ne vous voit pas. Placez-vous sur la marque et essayez à nouveau.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>La caméra ne vous voit plus. L’analyse est terminée.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Une caméra n’a pas confirmé son arrêt. Elles sont toutes désactivées jusqu’à ce que le personnel ait vérifié.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Aucune caméra n’est connectée. Rien ne regarde votre visage.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Toutes les caméras n’ont pas confirmé. Essayez à nouveau, ou laissez l’analyse inactive.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Toutes les caméras n’ont pas confirmé. L’analyse reste inactive.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Vous avez dit oui.
C’est enregistré.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Vous avez dit non.
C’est enregistré.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Vous avez retiré votre oui.
C’est enregistré.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Nous sommes ensemble</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Essayer encore</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Annuler · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Oui à&#xa0;: %1. Non au reste.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n visage</numerusform>
            <numerusform>%n visages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n regard</numerusform>
            <numerusform>%n regards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n seconde de votre temps ici</numerusform>
            <numerusform>%n secondes de votre temps ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>La caméra %1 indique&#xa0;: elle n’avait rien gardé de vous.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>La caméra %1 indique avoir effacé&#xa0;: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Voici votre reçu. Photographiez-le, ou notez le code. Il ne contient ni nom, ni photo.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Voici votre reçu. Photographiez-le, ou notez le code. Il ne contient ni nom, ni photo. Avec lui, vous pouvez changer d’avis ici à tout moment.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Question %1 sur %2. L’analyse reste inactive jusqu’à la dernière.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Personne %1 sur %2. L’analyse n’est active que si tous disent oui.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Tout lire</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Je suis %n</numerusform>
            <numerusform>Nous sommes %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>J’ai un reçu</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Tout ensemble</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Un par un</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>L’analyse des visages est active pour %n personne qui a dit oui, et pour personne d’autre.</numerusform>
            <numerusform>L’analyse des visages est active pour %n personnes qui ont dit oui, et pour personne d’autre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Aucun visage n’est analysé.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>J’ai un reçu</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Tapez le code de votre reçu.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Cette borne n’a pas ce code.
Vérifiez-le, s’il vous plaît.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Il n’y a rien à retirer avec ce code.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Ce reçu a été modifié ou abîmé.
Tapez son code, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Ce reçu vient d’un autre magasin.
Adressez-vous là-bas, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Ce reçu a expiré.
Rien n’est plus gardé à son sujet.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Trop de codes faux.
Attendez un peu, ou demandez au personnel.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Ni nom, ni raison&#xa0;: le code suffit. S’il y a un lecteur, tenez le reçu devant.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Aucun visage n’est analysé.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Cette borne est hors service. Vous n’avez rien à faire&#xa0;: entrez, je vous prie.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Le personnel a désactivé l’analyse. Vous n’avez rien à faire&#xa0;: entrez, je vous prie. Pour retirer un oui, demandez au personnel.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>La réponse est enregistrée, et le reçu est à l’écran. Rien de cela n’est dit ici, car d’autres pourraient l’entendre. Pour le permettre, choisissez&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Texte, son et affichage</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter de lire</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Non lu à voix haute ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Choisissez votre langue</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Cinq touches : bas et haut pour l’élément suivant et le précédent, valider, retour, et aide pour réécouter.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Ce n’est pas dit à voix haute.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Bouton.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN du personnel</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN de %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Trop de PIN faux. Attendez %n seconde.</numerusform>
            <numerusform>Trop de PIN faux. Attendez %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Trop de PIN faux. Aucun n’est accepté avant %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Ce badge n’est pas connu.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Ce PIN n’est pas connu.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Blanc sur noir</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Tout à portée, en bas</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Parler lentement</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Fort</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Dire ma réponse à voix haute</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Activé&#xa0;: d’autres peuvent l’entendre</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Texte, son et affichage</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Ce reçu
dit oui.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Ce reçu
dit non.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Ce oui
a été retiré.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Modifier ma réponse</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirer mon oui</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Redemandez-moi</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Garder ma réponse</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Touchez une fois pour le retirer. Ni nom, ni raison.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Il n’y a rien à retirer.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Suite · %1 sur %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Personnel&#xa0;: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Caméra vérifiée&#xa0;: continuer</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Connectée et prête.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Connectée et désactivée.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Connexion en cours.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Non connectée.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Les caméras et cette borne</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>À vérifier, s’il vous plaît.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>L’analyse est désactivée pour tous.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Réinitialiser la visite</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Réactiver</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Désactiver pour tous</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Retirer le oui d’un visiteur</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Imprimer une nouvelle affiche pour la porte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>L’affiche est en cours de préparation.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>L’affiche est à l’imprimante.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>L’affiche n’a pas pu être imprimée. Vérifiez l’imprimante ou appelez la personne qui s’occupe de la borne.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Dernière confirmation&#xa0;: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Les sept derniers jours, sans aujourd’hui</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Oui&#xa0;: %1. Non&#xa0;: %2. Sans réponse&#xa0;: %3. Un tiret&#xa0;: personne, ou trop peu pour le dire.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>L’avis</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Le registre</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Taille %1, racine %2, signé avec la clé %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Le logiciel</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Aucune caméra n’est connectée.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Une caméra n’a pas confirmé son arrêt. Toutes les caméras sont désactivées. Vérifiez la caméra et redémarrez-la, puis continuez.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>C’est fait. L’analyse est désactivée pour tous, et la réinitialisation est enregistrée.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>C’est fait. L’alarme est levée, et c’est enregistré.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>C’est fait. Rien n’est demandé à personne et personne n’est regardé, jusqu’à ce que le personnel réactive l’analyse.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>C’est fait. La question est à nouveau posée aux visiteurs.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Le disque n’enregistre plus rien, toutes les caméras sont donc désactivées. Éteignez et rallumez la borne. Si cela ne suffit pas, appelez la personne qui s’en occupe.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>La borne est en panne, toutes les caméras sont donc désactivées. Éteignez-la et rallumez-la.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Pas de connexion&#xa0;: %1. Vérifiez l’alimentation et le câble.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>La réinitialisation désactive l’analyse pour tous ceux qui ont dit oui, oublie la visite à l’écran et est enregistrée avec votre nom.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Analyse de votre visage&#xa0;: active</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Inactive tant qu’une caméra n’a pas confirmé</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Inactive, sauf si vous avez déjà dit oui</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Analyse de votre visage&#xa0;: inactive</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous encore là&#xa0;?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Je suis là</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Cette page se ferme dans %n seconde.</numerusform>
            <numerusform>Cette page se ferme dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>La fermer n’est ni un oui, ni un non.</translation>
    </message>
</context>
</TS>
