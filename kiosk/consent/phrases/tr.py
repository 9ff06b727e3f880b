"""Turkish."""

_S = r"[^.!?]*"  # the rest of one sentence

_AGREE = r"\b(?:kabul|onay|riza|razi|muvafakat|izin ver|izniniz)"
_YES = rf"(?:\bevet\b|{_AGREE})"
_GIFT = (
    r"\b(?:indirim|hediye|kupon|ödül|puan|çekiliş|ikramiye|bedava|ücretsiz|armağan|promosyon)"
    rf"(?!{_S}\b(?:yok|değil|verilmez|alinmaz))"
)
_STAYING = (
    r"\b(?:gir|kal|kullan|bulun|gez|dokun|oku|geç|yap|devam ed|ziyaret ed)(?:er|ar|ur|yar)ek\b"
    r"|\b(?:girmek|kalmak|devam etmek|kullanmak|bulunmak)(?:le|la)\b|\b(?:girdiğ|kaldiğ|ettiğ|kullandiğ)iniz(?:de|da)\b"
)
_STAY = (
    r"\b(?:girişiniz|girmeniz|girmek|giriş|kalmaniz|bulunmaniz|varliğiniz|ziyaretiniz|sessiz\w*|susma\w*|kullanmaniz"
    r"|devam etmeniz|itiraz etme\w+|yanit vermeme\w+)\b"
)
_MEANS = r"(?:anlam|sayil|demek|olarak değerlendir|yerine geç|ifade ed)"
_SHUT = (
    r"(?:\bgiremez|\bgirilmez|\bgiremey|\balinmaz|\bgirişi?\w* (?:yasak|yok|mümkün değil)"
    r"|\b(?:hizmet|alişveriş)\w* (?:alama|vereme|veril|yapama|edeme|yapil)\w*|\byararlanama)"
)


def _any_i(pattern: str) -> str:
    return pattern.replace("i", "[iı]\u0307?")


_PATTERNS = {
    "ASSUMED": (
        rf"(?:{_STAYING}){_S}{_AGREE}",
        rf"{_STAY}{_S}{_AGREE}{_S}{_MEANS}",
        rf"\b(?:girerseniz|kalirsaniz|devam ederseniz|susarsaniz"
        r"|(?:itiraz etmez|reddetmez|hayir demez|yanit vermez|bir şey demez)seniz)"
        rf"\b{_S}{_AGREE}",
        rf"{_AGREE}\w*(?: (?:var|etmiş|vermiş|göstermiş|edilmiş|verilmiş))? (?:sayil|sayar|varsay)|\bizin vermiş (?:sayil|ol)",
        rf"{_AGREE} (?:etmiş|vermiş|göstermiş) ol",
        rf"\b(?:zimni|örtülü|varsayilan) {_AGREE}|{_AGREE}{_S}\bvarsay",
        r"\b(?:itiraz etme|reddetme|hayir deme|karşi çikma|aksini (?:söyleme|belirtme))(?:dikçe|diğiniz sürece)\b",
    ),
    "CHOSEN": (
        r"\b(?:önceden|otomatik(?: olarak)?|varsayilan olarak|sizin için|zaten) (?:seçil|işaretl)",
        r"\b(?:işareti|seçimi|tiki) kaldir",
    ),
    "LATER": (
        r"\bdaha sonra (?:sor|hatirlat|karar|seç|yanitla)|\bsonra (?:sor|hatirlat)\b|\bbelki (?:daha )?sonra\b",
        r"\bşimdi değil\b|\bbana hatirlat|(?:^|[.!?] )atla\b|\bşimdilik (?:geç|atla)",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"\b(?:kabul et|onay ver|onayla|izin ver|evet de|riza göster)(?:mek|mak|meniz|maniz) "
        r"(?:zorunda|zorunlu|şart|lazim|gerek(?:ir|iyor|li|mekte))",
        rf"{_AGREE}\w*(?: \w+)? (?:zorunlu|şart|gerekir|gereklidir)",
        rf"(?:{_AGREE}{_S}(?:olmadan|vermeden|etmeden|olmaksizin|(?:ver|et)mez\w+|(?:ver|et)meyen\w*|demeden)"
        rf"|\bevet demeden|\bonaysiz|\bizinsiz){_S}{_SHUT}",
        rf"\b(?:hayir derseniz|hayir diyen\w*|evet demez\w+|evet demeyen\w*|reddeder\w+|reddeden\w*){_S}"
        rf"(?:{_SHUT}|daha pahali|daha fazla öde|\bçikman|\bayrilman)",
    ),
    "PRETEXT": (
        r"\b(?:hizmet|deneyim|alişveriş|memnuniyet)\w*[^.!?]{0,24}(?:iyileştir|geliştir|artir|arttir|yükselt)",
        r"\bdaha iyi (?:bir )?(?:hizmet|deneyim|alişveriş)",
    ),
}

PATTERNS = {kind: tuple(_any_i(pattern) for pattern in patterns) for kind, patterns in _PATTERNS.items()}
