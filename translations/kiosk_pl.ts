<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl_PL" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>To Twoje potwierdzenie. Zrób mu zdjęcie albo zapisz kod. Nie ma w nim nazwiska ani obrazu.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>To Twoje potwierdzenie. Zrób mu zdjęcie albo zapisz kod. Nie ma w nim nazwiska ani obrazu. Z nim możesz tu zmienić zdanie w każdej chwili.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Twoja odpowiedź: tak.
Jest zapisana.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Twoja odpowiedź: nie.
Jest zapisana.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Twoje „tak” wycofane.
Jest to zapisane.</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Tak: %1. Reszta: nie.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n twarz</numerusform>
            <numerusform>%n twarze</numerusform>
            <numerusform>%n twarzy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n spojrzenie</numerusform>
            <numerusform>%n spojrzenia</numerusform>
            <numerusform>%n spojrzeń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n sekunda Twojej wizyty</numerusform>
            <numerusform>%n sekundy Twojej wizyty</numerusform>
            <numerusform>%n sekund Twojej wizyty</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>Kamera %1 zgłasza: nie miała nic o Tobie.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>Kamera %1 zgłasza, co usunęła: %2.</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Nie możemy odróżnić Cię od innych osób. Prosimy stanąć na znaku bez innych osób i spróbować ponownie.</numerusform>
            <numerusform>Nie możemy odróżnić Was od innych osób. Prosimy stanąć na znaku razem, %n osoby i nikt więcej, i spróbować ponownie.</numerusform>
            <numerusform>Nie możemy odróżnić Was od innych osób. Prosimy stanąć na znaku razem, %n osób i nikt więcej, i spróbować ponownie.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Nie możemy odróżnić Cię od osoby obok. Prosimy stanąć na znaku bez innych osób i spróbować ponownie.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Nie możemy odróżnić Cię od osoby obok. Analiza twarzy pozostaje wyłączona.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Nie mamy już pewności, że to Ty. Analiza twarzy jest zakończona.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>Kamera Cię nie widzi. Prosimy stanąć na znaku i spróbować ponownie.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>Kamera straciła Cię z oczu. Analiza twarzy jest zakończona.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Jedna z kamer nie potwierdziła zatrzymania. Wszystkie są wyłączone, dopóki obsługa ich nie sprawdzi.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Żadna kamera nie jest podłączona. Nic nie patrzy na Twoją twarz.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Nie wszystkie kamery potwierdziły. Spróbuj ponownie albo zostaw analizę wyłączoną.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Nie wszystkie kamery potwierdziły. Analiza twarzy pozostaje wyłączona.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Jesteśmy razem</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Cofnij · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gotowe</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Pytanie %1 z %2. Do ostatniego wszystko jest wyłączone.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Osoba %1 z %2. Bez „tak” od każdego wszystko jest wyłączone.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Czytaj całość</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Nikogo ze mną</numerusform>
            <numerusform>Jest nas %n</numerusform>
            <numerusform>Jest nas %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Mam potwierdzenie</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Wszystko naraz</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Po kolei</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>Analiza twarzy jest włączona dla %n osoby, która powiedziała „tak”, i dla nikogo więcej.</numerusform>
            <numerusform>Analiza twarzy jest włączona dla %n osób, które powiedziały „tak”, i dla nikogo więcej.</numerusform>
            <numerusform>Analiza twarzy jest włączona dla %n osób, które powiedziały „tak”, i dla nikogo więcej.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Analiza twarzy jest wyłączona dla wszystkich.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Mam potwierdzenie</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Wpisz kod swojego potwierdzenia.</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>To urządzenie nie zna tego kodu.
Prosimy go sprawdzić.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Z tym kodem nie ma czego wycofać.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Potwierdzenie zmieniono lub uszkodzono.
Prosimy wpisać jego kod.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>To potwierdzenie jest z innego sklepu.
Prosimy pójść tam.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>To potwierdzenie straciło ważność.
Nic już o nim nie przechowujemy.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Zbyt wiele błędnych kodów.
Prosimy chwilę poczekać albo zapytać obsługę.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Bez nazwiska, bez powodu: wystarczy kod. Jeśli jest skaner, przyłóż do niego potwierdzenie.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Analiza twarzy jest wyłączona dla wszystkich.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>To urządzenie nie działa. Nie musisz nic robić: zapraszamy do środka.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Wyłączyła ją obsługa. Nie musisz nic robić: zapraszamy do środka. Aby wycofać „tak”, poproś obsługę.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>Odpowiedź jest zapisana, a potwierdzenie jest na ekranie. Nie mówimy ich tu na głos, bo inni mogą to usłyszeć. Aby na to pozwolić, wybierz: %1.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Nie czytaj</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Tekst, dźwięk, układ</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Choose your language</source>
        <translation>Wybierz język</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Tu bez czytania na głos: %1</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Pięć klawiszy: w dół i w górę — następny i poprzedni element, wybór, wstecz oraz pomoc, żeby usłyszeć jeszcze raz.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Nie jest mówione na głos.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Przycisk.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN obsługi</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN obsługi: %1</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Zbyt wiele błędnych PIN-ów. Poczekaj %n sekundę.</numerusform>
            <numerusform>Zbyt wiele błędnych PIN-ów. Poczekaj %n sekundy.</numerusform>
            <numerusform>Zbyt wiele błędnych PIN-ów. Poczekaj %n sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Zbyt wiele błędnych PIN-ów. Do %1 żaden nie jest przyjmowany.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Nieznany identyfikator.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Nieznany PIN.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otwórz</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Włączone</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Wyłączone</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Tekst, dźwięk, układ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Większy tekst</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Białe na czarnym</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Wszystko nisko, w zasięgu ręki</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Czytaj na głos</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Mów powoli</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Głośność</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Cicho</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Średnio</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Głośno</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Mów na głos moją odpowiedź</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Włączone: inni mogą to słyszeć</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Odpowiedź na nim:
tak.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Odpowiedź na nim:
nie.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>To „tak”
jest wycofane.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Zmień</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Jedno dotknięcie je wycofa. Bez nazwiska, bez powodu.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Nie ma czego wycofać.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Wycofaj</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Zapytaj ponownie</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Zostaw odpowiedź</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Dalej · %1 z %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Obsługa: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Żadna kamera nie jest podłączona.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Jedna z kamer nie potwierdziła zatrzymania. Wszystkie kamery są wyłączone. Obejrzyj kamerę i uruchom ją ponownie, potem kontynuuj.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Gotowe. Analiza twarzy jest wyłączona dla wszystkich, reset jest zapisany.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Wstecz</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Gotowe. Alarm jest skasowany i to jest zapisane.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Gotowe. Nikogo nie pytamy i na niczyją twarz nie patrzymy, dopóki obsługa nie włączy analizy ponownie.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Gotowe. Znów pytamy gości.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Dysk nie przyjmuje zapisów, więc wszystkie kamery są wyłączone. Wyłącz i włącz urządzenie. Jeśli to nie pomoże, zadzwoń do jego opiekuna.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>Urządzenie uległo awarii, więc wszystkie kamery są wyłączone. Wyłącz i włącz urządzenie.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Niepodłączone: %1. Sprawdź zasilanie i kabel.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Reset wyłącza analizę twarzy wszystkim, którzy powiedzieli „tak”, usuwa wizytę z ekranu i jest zapisywany z Twoim nazwiskiem.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Resetuj wizytę</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Podłączona i gotowa.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Podłączona i wyłączona.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Łączy się.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Niepodłączona.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Kamery i urządzenie</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Prosimy to sprawdzić.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>Analiza wyłączona dla wszystkich.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Wszystko w porządku.</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Kamera obejrzana: dalej</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Włącz ponownie</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Wyłącz dla wszystkich</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Wycofaj „tak” gościa</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Wydrukuj nową tabliczkę na drzwi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Tabliczka jest przygotowywana.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>Tabliczka jest w drukarce.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Nie udało się wydrukować tabliczki. Sprawdź drukarkę albo zadzwoń do opiekuna urządzenia.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Ostatnio potwierdziła: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Ostatnie siedem dni, bez dzisiaj</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Tak: %1. Nie: %2. Odejścia bez odpowiedzi: %3. Kreska: nikt albo zbyt mało osób, by podać liczbę.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Informacja dla gości</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Wersja %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Rejestr</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Rozmiar %1, korzeń %2, podpisano kluczem %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Oprogramowanie</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Wersja %1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Analiza Twojej twarzy jest włączona</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Wyłączona, aż potwierdzą wszystkie kamery</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Wyłączona, chyba że wcześniej padło „tak”</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Analiza Twojej twarzy jest wyłączona</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Czy nadal tu jesteś?</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Strona zamknie się za %n sekundę.</numerusform>
            <numerusform>Strona zamknie się za %n sekundy.</numerusform>
            <numerusform>Strona zamknie się za %n sekund.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Zamknięcie to ani „tak”, ani „nie”.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Nadal tu jestem</translation>
    </message>
</context>
</TS>
