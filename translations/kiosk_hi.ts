<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>यह आपकी रसीद है। फ़ोटो लें या कोड लिख लें। इसमें न नाम है, न तस्वीर।</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>यह आपकी रसीद है। फ़ोटो लें या कोड लिख लें। इसमें न नाम है, न तस्वीर। इससे आप यहाँ कभी भी मन बदल सकते हैं।</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>आपका जवाब: हाँ।
यह दर्ज हो गया।</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>आपका जवाब: नहीं।
यह दर्ज हो गया।</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>आपने हाँ वापस ली।
यह दर्ज हो गया।</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>हाँ: %1। बाक़ी के लिए नहीं।</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n चेहरा</numerusform>
            <numerusform>%n चेहरे</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n नज़र</numerusform>
            <numerusform>%n नज़रें</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>आपके रुकने का %n सेकंड</numerusform>
            <numerusform>आपके रुकने के %n सेकंड</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>कैमरा %1 बताता है: उसके पास आपका कुछ नहीं था।</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>कैमरा %1 बताता है कि उसने यह मिटाया: %2।</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>आपमें और दूसरों में फ़र्क़ नहीं दिख रहा। कृपया निशान पर अकेले आएँ और फिर कोशिश करें।</numerusform>
            <numerusform>आपमें और दूसरों में फ़र्क़ नहीं दिख रहा। कृपया निशान पर केवल आप %n लोग आएँ और फिर कोशिश करें।</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>आपमें और पास वाले व्यक्ति में फ़र्क़ नहीं दिख रहा। कृपया निशान पर अकेले आएँ और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>आपमें और पास वाले व्यक्ति में फ़र्क़ नहीं दिख रहा। चेहरे का विश्लेषण बंद रहेगा।</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>अब हम पक्का नहीं कह सकते कि यह आप ही हैं। चेहरे का विश्लेषण ख़त्म हो गया।</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>कैमरा आपको नहीं देख पा रहा। कृपया निशान पर आएँ और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>कैमरा अब आपको नहीं देख पा रहा। चेहरे का विश्लेषण ख़त्म हो गया।</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>एक कैमरे ने रुकने की पुष्टि नहीं की। कर्मचारियों के देखने तक सब बंद हैं।</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>कोई कैमरा जुड़ा नहीं है। आपका चेहरा कोई नहीं देख रहा।</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>सभी कैमरों ने पुष्टि नहीं की है। कृपया फिर कोशिश करें, या इसे बंद रहने दें।</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>सभी कैमरों ने पुष्टि नहीं की है। चेहरे का विश्लेषण बंद रहेगा।</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>हम साथ हैं</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>वापस लें · %1 से</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>हो गया</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>सवाल %1 / %2। आख़िरी सवाल तक यह बंद रहेगा।</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>व्यक्ति %1 / %2। जब तक सब हाँ न कहें, यह बंद रहेगा।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>सब कुछ पढ़ें</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>मेरे साथ कोई नहीं</numerusform>
            <numerusform>हम %n लोग हैं</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>मेरे पास रसीद है</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>सब एक साथ</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>एक-एक करके</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>चेहरे का विश्लेषण हाँ कहने वाले %n व्यक्ति के लिए चालू है, और किसी के लिए नहीं।</numerusform>
            <numerusform>चेहरे का विश्लेषण हाँ कहने वाले %n लोगों के लिए चालू है, और किसी के लिए नहीं।</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>चेहरे का विश्लेषण सबके लिए बंद है।</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>मेरे पास रसीद है</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>बोलकर पढ़ें</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>अपनी रसीद का कोड डालें।</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>इस मशीन में ऐसा कोई कोड नहीं है।
कृपया इसे जाँच लें।</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>इस कोड से वापस लेने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>यह रसीद बदली हुई या ख़राब है।
कृपया इसका कोड डालें।</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>यह रसीद दूसरी दुकान की है।
कृपया वहाँ जाएँ।</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>इस रसीद का समय बीत चुका है।
इसके बारे में अब कुछ नहीं रखा है।</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>बहुत बार ग़लत कोड डाला गया।
कृपया थोड़ा रुकें, या कर्मचारियों से पूछें।</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>न नाम, न कारण: कोड काफ़ी है। स्कैनर हो तो रसीद उसके सामने रखें।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>चेहरे का विश्लेषण सबके लिए बंद है।</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>यह मशीन ख़राब है। आपको कुछ नहीं करना है: कृपया अंदर आएँ।</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>कर्मचारियों ने इसे बंद किया है। आपको कुछ नहीं करना है: कृपया अंदर आएँ। हाँ वापस लेने के लिए कर्मचारियों से कहें।</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>जवाब दर्ज हो गया, और रसीद स्क्रीन पर है। दोनों यहाँ बोले नहीं जाते, क्योंकि दूसरे सुन सकते हैं। इसकी इजाज़त देने के लिए यह चुनें: %1।</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>पढ़ना रोकें</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>बोलकर पढ़ें</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>अक्षर, आवाज़, रूप</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>मिटाएँ</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Choose your language</source>
        <translation>अपनी भाषा चुनें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>यहाँ बोलकर नहीं पढ़ी जातीं: %1</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>More</source>
        <translation>और देखें</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>पाँच बटन: नीचे और ऊपर से अगला और पिछला, चुनें, वापस, और फिर से सुनने के लिए मदद।</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>यह ज़ोर से नहीं बोला जाता।</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1। बटन।</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>कर्मचारी का पिन</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 का पिन</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>बहुत बार ग़लत पिन डाला गया। %n सेकंड रुकें।</numerusform>
            <numerusform>बहुत बार ग़लत पिन डाला गया। %n सेकंड रुकें।</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>बहुत बार ग़लत पिन डाला गया। %1 से पहले कोई पिन नहीं चलेगा।</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>यह बैज मौजूद नहीं है।</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>यह पिन मौजूद नहीं है।</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>अक्षर, आवाज़, रूप</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>बड़े अक्षर</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>काले पर सफ़ेद</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>सब कुछ नीचे, हाथ की पहुँच में</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>बोलकर पढ़ें</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>धीरे बोलें</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>आवाज़</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>धीमी</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>मध्यम</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>तेज़</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>मेरा जवाब बोलकर बताएँ</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>चालू: दूसरे सुन सकते हैं</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>इस रसीद का जवाब:
हाँ।</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>इस रसीद का जवाब:
नहीं।</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>यह हाँ
वापस ली जा चुकी है।</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>एक बार छूने से यह वापस हो जाएगी। न नाम, न कारण।</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>वापस लेने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>वापस लें</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>फिर से पूछें</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>जवाब रहने दें</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>आगे · %1 / %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>कर्मचारी: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>कोई कैमरा जुड़ा नहीं है।</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>एक कैमरे ने रुकने की पुष्टि नहीं की। सभी कैमरे बंद हैं। कैमरा देखें और उसे फिर चालू करें, फिर आगे बढ़ें।</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>हो गया। चेहरे का विश्लेषण सबके लिए बंद है, और रीसेट दर्ज हो गया।</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>हो गया। अलार्म हटा दिया गया, और यह दर्ज हो गया।</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>हो गया। कर्मचारियों के फिर चालू करने तक न किसी से पूछा जाएगा, न किसी का चेहरा देखा जाएगा।</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>हो गया। आने वालों से फिर पूछा जा रहा है।</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>डिस्क पर रिकॉर्ड नहीं लिखे जा रहे, इसलिए सभी कैमरे बंद हैं। मशीन बंद करके फिर चालू करें। तब भी ठीक न हो, तो इसकी देखभाल करने वाले को फ़ोन करें।</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>मशीन में ख़राबी आई है, इसलिए सभी कैमरे बंद हैं। मशीन बंद करके फिर चालू करें।</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>जुड़ा नहीं है: %1। बिजली और केबल देखें।</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>रीसेट करने पर हाँ कहने वाले सब लोगों के लिए चेहरे का विश्लेषण बंद होता है, स्क्रीन पर चल रही बातचीत मिटती है, और यह आपके नाम से दर्ज होता है।</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>रीसेट करें</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>जुड़ा है और तैयार है।</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>जुड़ा है और बंद है।</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>जुड़ रहा है।</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>जुड़ा नहीं है।</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>कैमरे और यह मशीन</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>कृपया इसे देखें।</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>यह सबके लिए बंद है।</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>सब ठीक है।</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>कैमरा देख लिया: आगे बढ़ें</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>फिर चालू करें</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>सबके लिए बंद करें</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>किसी व्यक्ति की हाँ वापस लें</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>दरवाज़े के लिए नया बोर्ड छापें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>बोर्ड तैयार हो रहा है।</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>बोर्ड प्रिंटर को भेज दिया गया है।</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>बोर्ड नहीं छप सका। प्रिंटर देखें, या मशीन की देखभाल करने वाले को फ़ोन करें।</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 आख़िरी पुष्टि: %2।</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>पिछले सात दिन, आज को छोड़कर</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>हाँ: %1। नहीं: %2। बिना जवाब दिए गए: %3। डैश: कोई नहीं, या इतने कम कि बताया नहीं जाता।</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>सूचना</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>संस्करण %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>रिकॉर्ड का रजिस्टर</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>आकार %1, रूट %2, कुंजी %3 से हस्ताक्षरित</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>सॉफ़्टवेयर</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>संस्करण %1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>आपके चेहरे का विश्लेषण चालू है</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>सब कैमरों की पुष्टि होने तक बंद</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>अगर पहले हाँ नहीं कहा, तो आपके लिए बंद</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>आपके चेहरे का विश्लेषण बंद है</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>क्या आप अब भी यहाँ हैं?</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>यह पेज %n सेकंड में बंद हो जाएगा।</numerusform>
            <numerusform>यह पेज %n सेकंड में बंद हो जाएगा।</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>इसका बंद होना न हाँ है, न नहीं।</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>मैं अब भी यहाँ हूँ</translation>
    </message>
</context>
</TS>
