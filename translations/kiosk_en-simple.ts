<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>This is your receipt. Take a photo of it, or write down the code. It has no name and no picture in it.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>This is your receipt. Take a photo of it, or write down the code. It has no name and no picture in it. With it you can change your mind here at any time.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>You said yes.
We wrote that down.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>You said no.
We wrote that down.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>You took it back.
We wrote that down.</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Yes to: %1. No to the rest.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n look</numerusform>
            <numerusform>%n looks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n second of your time here</numerusform>
            <numerusform>%n seconds of your time here</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>Camera %1 says: it had nothing from you.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>Camera %1 says it deleted: %2.</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>We cannot tell who you are among others. Please stand on the mark alone. Then try again.</numerusform>
            <numerusform>We cannot tell which people are you. Please stand on the mark, all %n of you and nobody else. Then try again.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>We cannot tell which person is you. Please stand on the mark alone. Then try again.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>We cannot tell which person is you. We do not look at your face.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>We are no longer sure that it is you. We have stopped looking at your face.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>The camera does not see you. Please stand on the mark. Then try again.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>The camera does not see you any more. We have stopped looking at your face.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>One camera did not say that it stopped. All cameras are off until the staff have looked.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>No camera is connected. Nothing looks at your face.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Not every camera has answered. Please try again, or leave it off.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Not every camera has answered. We do not look at your face.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>We are together</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Undo · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Question %1 of %2. It stays off until the last one.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Person %1 of %2. It stays off unless all say yes.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Read everything</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>I am alone</numerusform>
            <numerusform>We are %n together</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>I have a receipt</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>All at once</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>One by one</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>We may look at the face of %n visitor who said yes. We look at nobody else&apos;s face.</numerusform>
            <numerusform>We may look at the faces of %n visitors who said yes. We look at nobody else&apos;s face.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>We look at nobody&apos;s face now.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>I have a receipt</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Read aloud</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Type the code of your receipt.</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>We do not have this code.
Please check it.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>This receipt was changed or broken.
Please type its code.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>This receipt is from another shop.
Please go there.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>This receipt is too old.
We keep nothing about it any more.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Too many wrong codes.
Please wait a little, or ask the staff.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>You give no name and no reason. The code is enough. Is there a scanner? Then hold the receipt in front of it.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>There is nothing to take back with this code.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>We look at nobody&apos;s face now.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>This kiosk does not work now. You do not need to do anything. Please walk in.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>The staff turned it off. You need not do anything. Please walk in. Do you want to take a yes back? Ask the staff.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>We wrote down the answer. The receipt is on the screen. We do not say them aloud here, as others may hear. Do you want to hear them? Then choose: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Text, sound and layout</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Read aloud</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Choose your language</source>
        <translation>Choose your language</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>We cannot read these aloud: %1</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>You have five keys. Down: the next thing. Up: the thing before. Select: choose. Back: go back. Help: hear it again.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>We do not say this out loud.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Button.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>Staff PIN</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Too many wrong PINs. Wait %n second.</numerusform>
            <numerusform>Too many wrong PINs. Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>We do not know this PIN.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN of %1</translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Too many wrong PINs. Please wait until %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>We do not know that badge.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>White on black</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>All buttons low down</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Speak slowly</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Quiet</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Loud</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Say my answer aloud</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>On: others may hear it</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Text, sound and layout</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>This receipt
says yes.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>This receipt
says no.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>This yes was
taken back.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>One touch takes it back. You give no name and no reason.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>There is nothing to take back.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Take it back</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Ask me again</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Keep my answer</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Next page · %1 of %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Staff: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>No camera is connected.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>One camera did not say that it stopped. All cameras are off. Look at the camera. Start it again. Then go on.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Done. We look at nobody&apos;s face now. The reset is written down.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>A reset turns the looking off for everyone who said yes. It forgets the visit on the screen. We write it down with your name.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Reset the visit</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>The camera was looked at: go on</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Connected, and ready.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Connected, and off.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>It is connecting.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Not connected.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Cameras and this kiosk</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Please look at this.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>It is off for everyone.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>All is well.</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Turn it on again</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Turn it off for everyone</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Take a yes back for a visitor</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Print a new sign for the door</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Done. The alarm is over. We write that down.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Done. We ask nobody and look at nobody. It stays like that until staff turn it on again.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Done. We ask visitors again.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>The kiosk cannot write anything down. So all cameras are off. Turn the kiosk off and on. Does that not help? Call the person who looks after it.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>The kiosk has failed. So all cameras are off. Turn it off and on.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Not connected: %1. Look at its power and its cable.</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>The sign is being made.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>The sign is at the printer.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 It last answered at %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>The last seven days, without today</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>The notice</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>The list of records</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Size %1, root %2. The key is %3.</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>The software</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>We may look at your face now</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Off until every camera has answered</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Off, unless you said yes before</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>We do not look at your face</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Are you still there?</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>This page closes in %n second.</numerusform>
            <numerusform>This page closes in %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>If it closes, that is not a yes and not a no.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>I am still here</translation>
    </message>
</context>
</TS>
