<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Это ваша квитанция. Сфотографируйте её или запишите код. В ней нет ни имени, ни изображения.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Это ваша квитанция. Сфотографируйте её или запишите код. В ней нет ни имени, ни изображения. С ней вы можете передумать здесь в любой момент.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Вы ответили «да».
Это записано.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Вы ответили «нет».
Это записано.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Вы отозвали «да».
Это записано.</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>«Да»: %1. На остальное «нет».</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n лицо</numerusform>
            <numerusform>%n лица</numerusform>
            <numerusform>%n лиц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n взгляд</numerusform>
            <numerusform>%n взгляда</numerusform>
            <numerusform>%n взглядов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n секунда вашего визита</numerusform>
            <numerusform>%n секунды вашего визита</numerusform>
            <numerusform>%n секунд вашего визита</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>Камера %1 сообщает: о вас у неё ничего не было.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>Камера %1 сообщает, что ею удалено: %2.</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Мы не можем отличить вас от других. Пожалуйста, встаньте на отметку без других людей и попробуйте ещё раз.</numerusform>
            <numerusform>Мы не можем отличить вас от других. Пожалуйста, встаньте на отметку все вместе, %n человека и больше никто, и попробуйте ещё раз.</numerusform>
            <numerusform>Мы не можем отличить вас от других. Пожалуйста, встаньте на отметку все вместе, %n человек и больше никто, и попробуйте ещё раз.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Мы не можем отличить вас от человека рядом. Пожалуйста, встаньте на отметку без других людей и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Мы не можем отличить вас от человека рядом. Анализ лица остаётся выключенным.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Мы больше не можем знать точно, что это вы. Анализ лица прекращён.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>Камера вас не видит. Пожалуйста, встаньте на отметку и попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>Камера потеряла вас из виду. Анализ лица прекращён.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Одна камера не подтвердила остановку. Все камеры выключены, пока их не проверят сотрудники.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Ни одна камера не подключена. На ваше лицо ничто не смотрит.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Подтвердили не все камеры. Попробуйте ещё раз или оставьте анализ выключенным.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Подтвердили не все камеры. Анализ лица остаётся выключенным.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Мы вместе</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Отменить · %1 с</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Вопрос %1 из %2. До последнего всё выключено.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Человек %1 из %2. Без «да» от каждого всё выключено.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Читать всё</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Со мной никого</numerusform>
            <numerusform>Нас %n</numerusform>
            <numerusform>Нас %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>У меня квитанция</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Всё сразу</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>По одному</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>Анализ лица включён для %n посетителя, который ответил «да», и больше ни для кого.</numerusform>
            <numerusform>Анализ лица включён для %n посетителей, которые ответили «да», и больше ни для кого.</numerusform>
            <numerusform>Анализ лица включён для %n посетителей, которые ответили «да», и больше ни для кого.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Анализ лица выключен для всех.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>У меня квитанция</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Введите код вашей квитанции.</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Такого кода в терминале нет.
Пожалуйста, проверьте его.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>По этому коду отзывать нечего.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Квитанция изменена или повреждена.
Пожалуйста, введите её код.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Квитанция из другого магазина.
Пожалуйста, обратитесь туда.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Срок этой квитанции истёк.
О ней больше ничего не хранится.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Слишком много неверных кодов.
Пожалуйста, подождите немного или спросите сотрудников.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Ни имени, ни причины: хватит кода. Если есть сканер, поднесите к нему квитанцию.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Анализ лица выключен для всех.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Этот терминал не работает. Ничего делать не нужно: проходите, пожалуйста.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Его выключили сотрудники. Ничего делать не нужно: проходите, пожалуйста. Чтобы отозвать «да», обратитесь к сотрудникам.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>Ответ записан, квитанция на экране. Вслух мы их не называем: могут услышать другие. Чтобы разрешить, выберите: %1.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Не читать</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Текст, звук, вид</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Стереть</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Choose your language</source>
        <translation>Выберите язык</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Здесь не читаются вслух: %1</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Пять клавиш: вниз и вверх — следующее и предыдущее, выбор, назад и помощь, чтобы услышать ещё раз.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Вслух не произносится.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Кнопка.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN сотрудника</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN сотрудника: %1</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Слишком много неверных PIN. Подождите %n секунду.</numerusform>
            <numerusform>Слишком много неверных PIN. Подождите %n секунды.</numerusform>
            <numerusform>Слишком много неверных PIN. Подождите %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Слишком много неверных PIN. До %1 ввод закрыт.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Такого бейджа нет.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Такого PIN нет.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Включено</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключено</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Текст, звук, вид</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупный текст</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Белым по чёрному</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Всё внизу, легко достать</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Говорить медленно</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Тихо</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Средне</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Громко</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Называть мой ответ вслух</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Включено: могут услышать другие</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Ответ в квитанции:
«да».</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Ответ в квитанции:
«нет».</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Это «да»
отозвано.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Одно касание отзывает «да». Ни имени, ни причины.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Отзывать нечего.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Спросить снова</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Оставить ответ</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Дальше · %1 из %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Сотрудник: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Ни одна камера не подключена.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Одна камера не подтвердила остановку. Все камеры выключены. Осмотрите камеру и перезапустите её, потом продолжайте.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Готово. Анализ лица выключен для всех, сброс записан.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Готово. Тревога снята, это записано.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Готово. Никого не спрашивают и ни на чьё лицо не смотрят, пока сотрудники не включат анализ снова.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Готово. Посетителей снова спрашивают.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Диск не принимает записи, поэтому все камеры выключены. Выключите и включите терминал. Если не поможет, позвоните тому, кто его обслуживает.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>В терминале сбой, поэтому все камеры выключены. Выключите и включите терминал.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Не подключено: %1. Проверьте питание и кабель.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Сброс выключает анализ лица для всех, кто ответил «да», стирает визит на экране и записывается с вашим именем.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Сбросить визит</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Подключена и готова.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Подключена и выключена.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Подключается.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Не подключена.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Камеры и терминал</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Пожалуйста, проверьте это.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>Анализ выключен для всех.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Всё в порядке.</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Камеру осмотрели: дальше</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Включить снова</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Выключить для всех</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Отозвать «да» посетителя</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Напечатать новую табличку на дверь</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Табличка готовится.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>Табличка отправлена на принтер.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Не удалось напечатать табличку. Проверьте принтер или позвоните тому, кто обслуживает терминал.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Последнее подтверждение: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Последние семь дней, без сегодняшнего</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Да: %1. Нет: %2. Ушли без ответа: %3. Прочерк: никого или слишком мало, чтобы показать.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Уведомление</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Версия %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Журнал записей</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Размер %1, корень %2, подписано ключом %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Версия %1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Анализ вашего лица включён</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Выключен, пока не подтвердят все камеры</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Выключен, если вы не ответили «да» раньше</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Анализ вашего лица выключен</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Вы ещё здесь?</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Страница закроется через %n секунду.</numerusform>
            <numerusform>Страница закроется через %n секунды.</numerusform>
            <numerusform>Страница закроется через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Закрытие — это ни «да», ни «нет».</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Я ещё здесь</translation>
    </message>
</context>
</TS>
