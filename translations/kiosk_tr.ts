<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Bu sizin yanıt belgeniz. Fotoğrafını çekin veya kodu not edin. İçinde ad ve görüntü yoktur.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Bu sizin yanıt belgeniz. Fotoğrafını çekin veya kodu not edin. İçinde ad ve görüntü yoktur. Bununla fikrinizi burada istediğiniz an değiştirebilirsiniz.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Evet dediniz.
Bu kaydedildi.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Hayır dediniz.
Bu kaydedildi.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Evetinizi geri aldınız.
Bu kaydedildi.</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Evet: %1. Geri kalanına hayır.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n yüz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n bakış</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>kalışınızın %n saniyesi</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>%1 kamerası bildiriyor: sizden hiçbir şey tutmuyordu.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>%1 kamerası şunları sildiğini bildiriyor: %2.</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Sizi başkalarından ayırt edemiyoruz. Lütfen işaretin üzerinde yalnızca siz (%n kişi) durun ve yeniden deneyin.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Sizi yanınızdaki kişiden ayırt edemiyoruz. Lütfen işaretin üzerinde tek başınıza durun ve yeniden deneyin.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Sizi yanınızdaki kişiden ayırt edemiyoruz. Yüz analizi kapalı kalır.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Artık siz olduğunuzdan emin olamıyoruz. Yüz analizi sona erdi.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>Kamera sizi görmüyor. Lütfen işaretin üzerinde durun ve yeniden deneyin.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>Kamera sizi gözden kaybetti. Yüz analizi sona erdi.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Bir kamera durduğunu doğrulamadı. Personel bakana kadar hepsi kapalı.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Bağlı kamera yok. Yüzünüze hiçbir şey bakmıyor.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>En az bir kamera doğrulamadı. Lütfen yeniden deneyin veya kapalı bırakın.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>En az bir kamera doğrulamadı. Yüz analizi kapalı kalır.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Birlikteyiz</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Geri al · %1 sn</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tamam</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Soru %1 / %2. Sonuncuya kadar kapalı kalır.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Kişi %1 / %2. Herkes evet demedikçe kapalı kalır.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Tümünü oku</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Kişi sayımız: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Yanıt belgem var</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Hepsi birden</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Tek tek</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>Yüz analizi, evet diyen %n ziyaretçi için açık, başka hiç kimse için değil.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Yüz analizi herkes için kapalı.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Yanıt belgem var</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Sesli oku</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Yanıt belgenizin kodunu yazın.</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Bu cihazda böyle bir kod yok.
Lütfen kontrol edin.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Bu kodla geri alınacak bir şey yok.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Bu belge değiştirilmiş veya hasarlı.
Lütfen kodunu yazın.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Bu belge başka bir mağazanın.
Lütfen oraya gidin.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Bu belgenin süresi doldu.
Artık onunla ilgili hiçbir şey saklanmıyor.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Çok fazla yanlış kod girildi.
Lütfen biraz bekleyin veya personele sorun.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Ad da neden de gerekmez: kod yeter. Tarayıcı varsa belgeyi önüne tutun.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Yüz analizi herkes için kapalı.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Bu cihaz çalışmıyor. Bir şey yapmanız gerekmez: lütfen içeri buyurun.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Personel kapattı. Bir şey yapmanız gerekmez: lütfen içeri buyurun. Evetinizi geri almak için personele söyleyin.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>Yanıt kaydedildi, belge ekranda. Başkaları duyabileceği için ikisi de burada sesli söylenmez. Buna izin vermek için şunu seçin: %1.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Okumayı durdur</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Sesli oku</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Yazı, ses, düzen</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Sil</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Choose your language</source>
        <translation>Dilinizi seçin</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Burada sesli okunmayanlar: %1</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Daha fazla</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Beş tuş: sonraki ve önceki için aşağı ve yukarı, seç, geri ve yeniden dinlemek için yardım.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Sesli söylenmez.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Düğme.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>Personel PIN kodu</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>Personel PIN kodu: %1</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Çok fazla yanlış PIN girildi. %n saniye bekleyin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Çok fazla yanlış PIN girildi. Şu saate kadar PIN kabul edilmez: %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Bu kart bilinmiyor.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Bu PIN bilinmiyor.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Kapalı</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Yazı, ses, düzen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Daha büyük yazı</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Siyah üzerine beyaz</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Her şey aşağıda, el altında</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Sesli oku</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Yavaş konuş</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Ses düzeyi</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Kısık</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Orta</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Yüksek</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Yanıtımı sesli söyle</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Açık: başkaları duyabilir</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Bu belgedeki yanıt:
evet.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Bu belgedeki yanıt:
hayır.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Bu evet
geri alındı.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Değiştir</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Bir dokunuş onu geri alır. Ad da neden de gerekmez.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Geri alınacak bir şey yok.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Yeniden sor</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Yanıtım kalsın</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Sonraki · %1 / %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Personel: %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Bağlı kamera yok.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Bir kamera durduğunu doğrulamadı. Tüm kameralar kapalı. Kameraya bakın ve yeniden başlatın, sonra devam edin.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Tamam. Yüz analizi herkes için kapalı, sıfırlama kaydedildi.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Tamam. Alarm kaldırıldı ve bu kaydedildi.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Tamam. Personel yeniden açana kadar kimseye sorulmaz, kimsenin yüzüne bakılmaz.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Tamam. Ziyaretçilere yeniden soruluyor.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Disk kayıt almıyor, bu yüzden tüm kameralar kapalı. Cihazı kapatıp açın. İşe yaramazsa cihazın bakımından sorumlu kişiyi arayın.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>Cihaz arızalandı, bu yüzden tüm kameralar kapalı. Cihazı kapatıp açın.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Bağlı değil: %1. Elektriğini ve kablosunu kontrol edin.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Sıfırlama, evet diyen herkes için yüz analizini kapatır, ekrandaki ziyareti unutur ve adınızla kaydedilir.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Ziyareti sıfırla</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Bağlı ve hazır.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Bağlı ve kapalı.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Bağlanıyor.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Bağlı değil.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Kameralar ve bu cihaz</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Lütfen buna bakın.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>Herkes için kapalı.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Her şey yolunda.</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Kameraya bakıldı: devam</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Yeniden aç</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Herkes için kapat</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Ziyaretçinin evetini geri al</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Kapı için yeni levha yazdır</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Levha hazırlanıyor.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>Levha yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Levha yazdırılamadı. Yazıcıya bakın ya da cihazın bakımından sorumlu kişiyi arayın.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Son doğrulama: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Son yedi gün, bugün hariç</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Evet: %1. Hayır: %2. Yanıt vermeden ayrılan: %3. Çizgi: hiç kimse ya da gösterilemeyecek kadar az kişi.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Bilgilendirme metni</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Sürüm %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Kayıt defteri</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Boyut %1, kök %2, imzalayan anahtar %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Yazılım</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Sürüm %1</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Yüz analizi sizin için açık</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Tüm kameralar doğrulayana kadar kapalı</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Önceden evet demediyseniz sizin için kapalı</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Yüz analizi sizin için kapalı</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Hâlâ orada mısınız?</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Bu sayfa %n saniye sonra kapanacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Kapanması ne evet ne hayır demektir.</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Hâlâ buradayım</translation>
    </message>
</context>
</TS>
