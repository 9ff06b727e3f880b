<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>قلت نعم.
تم تسجيل ذلك.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>قلت لا.
تم تسجيل ذلك.</translation>
    </message>
    <message>
        <source>You took your yes back.
That is recorded.</source>
        <translation>سحبت موافقتك.
تم تسجيل ذلك.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and touch again.</source>
        <translation>لا نستطيع تمييزك عن الشخص الذي بجانبك. قف وحدك على العلامة والمس مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Please stand on the mark and touch again.</source>
        <translation>لم تعد الكاميرا تراك. قف على العلامة والمس مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>لا توجد كاميرا متصلة. لا شيء ينظر إلى وجهك.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please touch again, or leave it off.</source>
        <translation>لم تؤكد كل الكاميرات بعد. المس مرة أخرى، أو اتركه متوقفًا.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>هذا إيصالك. صوّره أو دوّن الرمز. لا يحتوي على اسم ولا صورة. وبه يمكنك تغيير رأيك هنا في أي وقت.</translation>
    </message>
    <message>
        <source>I stand alone now: touch again</source>
        <translation>أنا وحدي الآن: المس مجددًا</translation>
    </message>
    <message>
        <source>Undo · %1</source>
        <translation>تراجع · %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>اقرأ كل شيء</translation>
    </message>
    <message>
        <source>Page %1 of %2: turn</source>
        <translation>صفحة %1 من %2: التالي</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>لدي إيصال</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>I have a receipt</source>
        <translation>لدي إيصال</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>اكتب رمز إيصالك.</translation>
    </message>
    <message>
        <source>No receipt of this kiosk has that code. Please look again.</source>
        <translation>لا يوجد إيصال بهذا الرمز على هذا الجهاز. تحقق منه مرة أخرى من فضلك.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough.</source>
        <translation>بلا اسم ولا سبب: الرمز يكفي.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>تحليل الوجه متوقف للجميع.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>هذا الجهاز معطل. لا حاجة لأن تفعل شيئًا: تفضل بالدخول.</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>رمز الموظفين</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>محاولات خاطئة كثيرة. انتظر لحظة.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر ثانية واحدة.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر ثانيتين.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر %n ثوانٍ.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر %n ثانية.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. انتظر %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>هذا الرمز غير معروف.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>هذا الإيصال
يقول نعم.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>هذا الإيصال
يقول لا.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>هذه الموافقة
مسحوبة.</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>لمسة واحدة تسحبها. بلا اسم ولا سبب.</translation>
    </message>
    <message>
        <source>Face analysis is off. There is nothing to take back.</source>
        <translation>تحليل الوجه متوقف. لا يوجد ما يُسحب.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>اسحبها</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>اسألني مجددًا</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>اتركها كما هي</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>الموظف: %1</translation>
    </message>
    <message>
        <source>Cameras in step: %1</source>
        <translation>الكاميرات المتصلة: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>لا توجد كاميرا متصلة.</translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s) in force.</source>
        <translation>
            <numerusform>لا توجد أذونات سارية.</numerusform>
            <numerusform>إذن واحد سارٍ.</numerusform>
            <numerusform>إذنان ساريان.</numerusform>
            <numerusform>%n أذونات سارية.</numerusform>
            <numerusform>%n إذنًا ساريًا.</numerusform>
            <numerusform>%n إذن سارٍ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done. The cameras were told first, everything was forgotten, and the reset is recorded.</source>
        <translation>تم. أُبلغت الكاميرات أولًا، ونُسي كل شيء، وسُجلت إعادة الضبط.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>إعادة الضبط توقف تحليل الوجه لكل من وافق، وتنسى الزيارة المعروضة، وتُسجل باسمك.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>إعادة ضبط الزيارة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>تحليل الوجه مفعّل لك</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>متوقف حتى تؤكد كل الكاميرات</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>تحليل الوجه متوقف لك</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>متوقف لك، إلا إذا وافقت من قبل</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>تُغلق هذه الصفحة الآن.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد ثانية واحدة.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد ثانيتين.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد %n ثوانٍ.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد %n ثانية.</numerusform>
            <numerusform>تُغلق هذه الصفحة بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is no answer.</source>
        <translation>إغلاقها ليس جوابًا.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>ما زلت هنا</translation>
    </message>
</context>
</TS>
