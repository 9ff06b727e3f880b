<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>هذا إيصالك. صوّره أو دوّن الرمز. لا يحمل اسمًا ولا صورة.</translation>
    </message>
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
        <source>You took it back.
That is recorded.</source>
        <translation>سحبت موافقتك.
تم تسجيل ذلك.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>نعم لـ: %1. ولا للبقية.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>لا وجوه</numerusform>
            <numerusform>وجه واحد</numerusform>
            <numerusform>وجهان</numerusform>
            <numerusform>%n وجوه</numerusform>
            <numerusform>%n وجهًا</numerusform>
            <numerusform>%n وجه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>لا نظرات</numerusform>
            <numerusform>نظرة واحدة</numerusform>
            <numerusform>نظرتان</numerusform>
            <numerusform>%n نظرات</numerusform>
            <numerusform>%n نظرة</numerusform>
            <numerusform>%n نظرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>لا ثوانٍ من بقائك</numerusform>
            <numerusform>ثانية واحدة من بقائك</numerusform>
            <numerusform>ثانيتان من بقائك</numerusform>
            <numerusform>%n ثوانٍ من بقائك</numerusform>
            <numerusform>%n ثانية من بقائك</numerusform>
            <numerusform>%n ثانية من بقائك</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>تقول الكاميرا %1: لم تكن تحتفظ بأي شيء يخصك.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>تقول الكاميرا %1 إنها محت: %2.</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>لا نستطيع تمييزك عن الآخرين. يُرجى الوقوف على العلامة بمفردك وإعادة المحاولة.</numerusform>
            <numerusform>لا نستطيع تمييزك عن الآخرين. يُرجى الوقوف على العلامة بمفردك وإعادة المحاولة.</numerusform>
            <numerusform>لا نستطيع تمييزكما عن الآخرين. يُرجى أن تقفا على العلامة وحدكما وأن تعيدا المحاولة.</numerusform>
            <numerusform>لا نستطيع تمييزكم عن الآخرين. يُرجى أن تقفوا على العلامة أنتم الـ%n وحدكم وأن تعيدوا المحاولة.</numerusform>
            <numerusform>لا نستطيع تمييزكم عن الآخرين. يُرجى أن تقفوا على العلامة أنتم الـ%n وحدكم وأن تعيدوا المحاولة.</numerusform>
            <numerusform>لا نستطيع تمييزكم عن الآخرين. يُرجى أن تقفوا على العلامة أنتم الـ%n وحدكم وأن تعيدوا المحاولة.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>لا نستطيع تمييزك عن الشخص المجاور لك. يُرجى الوقوف على العلامة بمفردك وإعادة المحاولة.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>لا نستطيع تمييزك عن الشخص المجاور لك. يبقى تحليل الوجه غير مفعّل.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>الكاميرا لا تراك. يُرجى الوقوف على العلامة وإعادة المحاولة.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>لم تعد الكاميرا تراك. انتهى تحليل الوجه.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>لم تؤكد إحدى الكاميرات أنها توقفت. كلها متوقفة إلى أن يفحصها الموظفون.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>لم تؤكد كل الكاميرات بعد. يمكنك إعادة المحاولة أو إبقاء التحليل غير مفعّل.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>لم تؤكد كل الكاميرات. يبقى تحليل الوجه غير مفعّل.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>نحن معًا</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>تراجع · %1 ث</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>لا توجد كاميرا متصلة. لا شيء ينظر إلى وجهك.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>هذا إيصالك. يمكنك تصويره أو تدوين رمزه. لا يحتوي على اسم ولا صورة. وبه يمكنك تغيير رأيك هنا في أي وقت.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>لم نعد متأكدين من أنك أنت. انتهى تحليل الوجه.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>الشخص %1 من %2. لا يُفعّل إلا إذا وافق الجميع.</translation>
    </message>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>السؤال %1 من %2. يبقى متوقفًا حتى الأخير.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>قراءة كل شيء</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>أنا بمفردي</numerusform>
            <numerusform>أنا بمفردي</numerusform>
            <numerusform>نحن اثنان معًا</numerusform>
            <numerusform>نحن %n معًا</numerusform>
            <numerusform>نحن %n معًا</numerusform>
            <numerusform>نحن %n معًا</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>لدي إيصال</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>كلها معًا</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>كل غرض على حدة</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>تحليل الوجه غير مفعّل لأي أحد.</numerusform>
            <numerusform>تحليل الوجه مفعّل لزائر واحد قال نعم، وليس لأحد غيره.</numerusform>
            <numerusform>تحليل الوجه مفعّل لزائرين قالا نعم، وليس لأحد غيرهما.</numerusform>
            <numerusform>تحليل الوجه مفعّل لـ %n زوار قالوا نعم، وليس لأحد غيرهم.</numerusform>
            <numerusform>تحليل الوجه مفعّل لـ %n زائرًا قالوا نعم، وليس لأحد غيرهم.</numerusform>
            <numerusform>تحليل الوجه مفعّل لـ %n زائر قالوا نعم، وليس لأحد غيرهم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>تحليل الوجه غير مفعّل لأي أحد.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>لدي إيصال</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بالصوت</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>يُرجى إدخال
رمز إيصالك.</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>لا يوجد على هذا الجهاز إيصال بهذا الرمز. يُرجى التحقق منه.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>لا توجد موافقة لسحبها بهذا الرمز.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>هذا الإيصال معدّل أو تالف.
يرجى كتابة رمزه.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>هذا الإيصال من متجر آخر.
يرجى التوجه إليه.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>انتهت مدة هذا الإيصال.
لم يعد يُحتفظ بأي شيء عنه.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>رموز خاطئة كثيرة.
يرجى الانتظار قليلًا أو سؤال الموظفين.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>بلا اسم ولا سبب: الرمز يكفي. وإن وُجد ماسح فضع الإيصال أمامه.</translation>
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
        <translation>تحليل الوجه غير مفعّل لأي أحد.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>هذا الجهاز معطل. لا يلزمك فعل شيء. يمكنك الدخول.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>أوقفه الموظفون. لا يلزمك فعل شيء. يمكنك الدخول. لسحب موافقتك، يُرجى سؤال الموظفين.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>تم تسجيل الإجابة، والإيصال على الشاشة. لا نقولهما هنا بالصوت، فقد يسمعهما غيرك. للسماح بذلك اختر: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>النص والصوت والعرض</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>إيقاف القراءة</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بالصوت</translation>
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
        <source>Choose your language</source>
        <translation>اختر لغتك</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>لا تُقرأ بالصوت هنا: %1</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>خمسة مفاتيح: أسفل وأعلى للانتقال إلى التالي والسابق، ثم الاختيار، والرجوع، والمساعدة لسماعه مرة أخرى.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>لا يُقال بصوت مسموع.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. زر.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>الرقم السري للموظفين</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>الرقم السري لحساب %1</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>محاولات خاطئة كثيرة. يُرجى الانتظار لحظة.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يُرجى الانتظار ثانية واحدة.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يُرجى الانتظار ثانيتين.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يُرجى الانتظار %n ثوانٍ.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يُرجى الانتظار %n ثانية.</numerusform>
            <numerusform>محاولات خاطئة كثيرة. يُرجى الانتظار %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>محاولات خاطئة كثيرة. لا يُقبل أي رقم سري قبل %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>هذه الشارة غير معروفة.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>هذا الرقم السري غير معروف.</translation>
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
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>أبيض على أسود</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>كل الأزرار في الأسفل</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>قراءة بالصوت</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>كلام أبطأ</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>نطق إجابتي بالصوت</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>مفعّل: قد يسمعها غيرك</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>النص والصوت والعرض</translation>
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
        <translation>إجابة هذا الإيصال:
نعم.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>إجابة هذا الإيصال:
لا.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>سُحبت
هذه الموافقة.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>لمسة واحدة تكفي لسحب الموافقة، بلا اسم ولا سبب.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>لا توجد موافقة لسحبها.</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>إبقاء الإجابة</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>سحب الموافقة</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>اسألوني مجددًا</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>الصفحة التالية · %1 من %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>فريق العمل: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>لا توجد كاميرا متصلة.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>لم تؤكد إحدى الكاميرات أنها توقفت. كل الكاميرات متوقفة. افحص الكاميرا وأعد تشغيلها ثم تابع.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>القرص لا يقبل التسجيل، لذلك كل الكاميرات متوقفة. أطفئ الجهاز ثم شغّله. إن لم ينفع ذلك، فاتصل بمن يتولى صيانته.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>تعطّل الجهاز، لذلك كل الكاميرات متوقفة. أطفئ الجهاز ثم شغّله.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>غير متصلة: %1. افحص الكهرباء والكابل.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>إعادة الضبط توقف تحليل الوجه لكل من وافق، وتنسى الزيارة المعروضة، وتُسجّل باسمك.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>تم. تحليل الوجه غير مفعّل لأي أحد، وسُجّلت إعادة الضبط.</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>متصلة وجاهزة.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>متصلة ومتوقفة.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>جارٍ الاتصال.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>غير متصلة.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>الكاميرات وهذا الجهاز</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>يُرجى النظر في هذا.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>التحليل غير مفعّل لأي أحد.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>كل شيء على ما يرام.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>إعادة ضبط الزيارة</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>طباعة لافتة جديدة للباب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>تم. أُلغي الإنذار، وسُجّل ذلك.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>تم. لا يُسأل أحد ولا يُنظر إلى وجه أحد إلى أن يفعّله الموظفون من جديد.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>تم. يُسأل الزوار من جديد.</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>يجري إعداد اللافتة.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>اللافتة الآن لدى الطابعة.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>تعذّرت طباعة اللافتة. افحص الطابعة، أو اتصل بمن يتولى صيانة الجهاز.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 آخر تأكيد: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>آخر سبعة أيام، من دون اليوم</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>نعم: %1. لا: %2. غادروا بلا إجابة: %3. الشرطة: لا أحد، أو عدد أصغر من أن يُعرض.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>الإشعار</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>الإصدار %1، %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>الحجم %1، الجذر %2، موقّع بالمفتاح %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>فُحصت الكاميرا: تابع</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>تفعيله من جديد</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>إيقافه للجميع</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>سحب موافقة زائر</translation>
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
        <translation>غير مفعّل حتى تؤكد كل الكاميرات</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>تحليل الوجه غير مفعّل لك</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>غير مفعّل لك، إلا إذا وافقت من قبل</translation>
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
        <source>Closing it is neither yes nor no.</source>
        <translation>إغلاقها لا يعني نعم ولا يعني لا.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>ما زلت هنا</translation>
    </message>
</context>
</TS>
