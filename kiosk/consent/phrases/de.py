"""German."""

_S = r"[^.!?]*"  # the rest of one sentence

_ASSENT = (
    r"(?<!\bohne )(?<!\bohne ihre )(?<!\bnur mit ihrer )"
    r"\b(?:ein(?:ge)?willig\w*|willigen (?:sie|wir)\b|willigt\b|zu(?:ge)?stimm\w*|stimm(?:en|t|st)\b|einverstanden"
    r"|einverständnis\w*"
    r"|akzeptier\w*|erlaub\w*|genehmig\w*)"
)
_YES = (
    r"\b(?:ja|ein(?:ge)?willig\w*|willig(?:en|t)|zu(?:ge)?stimm\w*|stimm(?:en|t|st)|einverstanden|einverständnis\w*"
    r"|akzeptier\w*"
    r"|erlaub\w*)\b"
)
_GIFT = (
    r"(?<!\bkein )(?<!\bkeinen )(?<!\bkeine )(?<!\bohne )"
    r"\b(?:rabatt\w*|preisnachl\w+|nachlass\w*|gutschein\w*|coupons?|geschenk\w*|gewinn\w*|bonus\w*|prämien?|(?:treue"
    r"|bonus)?punkten?"
    r"|belohnung\w*|vergünstigung\w*|gratis\w*|kostenlos\w*|schenk\w*|cashback|\d+ ?% (?:günstiger|billiger|weniger|auf))\b"
)
_STAYING = (
    r"\b(?:betret\w*|eintr(?:itt|eten)|eingang|besuch\w*|aufenthalt\w*|anwesenheit|weitergeh\w*|fortfahr\w*|(?:be)?nutz\w*"
    r"|verweil\w*"
    r"|bleib\w*|hierbleib\w*|einkauf\w*|berühr\w*|lesen|schweigen|stille|untätigkeit|keine antwort)\b"
)
_ENTER = (
    r"(?:eintret\w*|betret\w*|betritt|hineingeh\w*|hereinkomm\w*|weitergeh\w*|fortfahr\w*|bleib\w*|hierbleib\w*|(?:be)?nutz\w*"
    r"|schweig\w*|nichts (?:sag\w*|tun|tut|unternehm\w*)|nicht (?:widerspr\w*|ablehn\w*|antwort\w*|reagier\w*|nein sag\w*))"
)
_ENTRY = (
    r"\b(?:eintritt|einlass|zutritt|zugang|eintreten|betreten|hinein\w*|herein\w*|einkauf\w*|(?:ver)?kaufen|bedien\w*"
    r"|service\w*"
    r"|dienst\w*|leistung\w*|beratung|helfen|hilfe)\b"
)
_WITHOUT = (
    r"\b(?:ohne (?:ihre? )?(?:ein(?:willigung|verständnis)|zustimmung|erlaubnis|ja)|ohne zuzustimmen|ausser,? (?:wenn )?sie"
    r"|es sei denn|(?:wenn|falls|sofern|solange) sie (?:nein|nicht|ablehn\w*))"
)

PATTERNS = {
    "ASSUMED": (
        rf"\b(?:mit|durch|bei|beim|indem|während)\b[^.!?,:]*{_STAYING}{_S}{_ASSENT}",
        rf"{_STAYING}{_S}\b(?:gilt|gelten|bedeutet|bedeuten|heisst|zählt|ist|werten|verstehen|wird als)\b{_S}{_ASSENT}"
        rf"|\b(?:werten|verstehen) wir\b{_S}{_ASSENT}"
        rf"|\bwir (?:werten|verstehen)\b{_S}\bals\b{_S}{_ASSENT}",
        rf"\b(?:wenn|sobald|falls|sofern|solange|indem|wer)\b[^.!?,:]*\b{_ENTER}\b{_S}{_ASSENT}",
        rf"\b(?:stillschweigend|konkludent|mutmasslich|automatisch)\w*\b{_S}{_ASSENT}|{_ASSENT}{_S}\b(?:stillschweigend"
        rf"|automatisch)",
        rf"\b(?:gehen wir|wir gehen) davon aus\b{_S}{_ASSENT}|\b(?:setzen wir|wir setzen|nehmen wir an"
        rf"|wir nehmen an)\b{_S}{_ASSENT}",
        rf"{_ASSENT}{_S}\b(?:vorausgesetzt|angenommen|unterstellt|vermutet)\b|\b(?:gilt|gelten)\b{_S}\bals (?:einverstanden"
        rf"|erteilt)\b",
        r"\b(?:es sei denn|ausser|bis),? (?:dass |wenn )?sie (?:\w+ )?(?:widersprech\w*|ablehn\w*|lehnen\b|sagen nein"
        r"|nein sag\w*)",
        r"\b(?:wenn|sofern|solange|falls) sie (?:\w+ )?nicht (?:widersprech\w*|ablehn\w*|nein sag\w*)",
    ),
    "CHOSEN": (
        r"\bvor(?:ab|her)?-? ?(?:ausgewählt|angekreuzt|angehakt|eingestellt|gewählt|markiert|ausgefüllt)",
        r"\b(?:bereits|schon|automatisch|standardmässig) (?:für sie )?(?:ausgewählt|angekreuzt|angehakt|gewählt|markiert"
        r"|angeklickt)",
        r"\b(?:häkchen|haken|kreuz(?:chen)?)\b[^.!?]*\b(?:entfern\w*|lösch\w*|wegnehm\w*|weg)\b",
        r"\b(?:entfernen|löschen|nehmen) sie (?:das|den) (?:häkchen|haken|kreuz)|\babwählen\b|\bwählen sie \w+(?: \w+)? ab\b",
    ),
    "LATER": (
        r"\b(?:später|nachher|morgen|nächstes mal) (?:noch ?(?:ein)?mal |wieder |erneut )?(?:frag|erinner|entscheid"
        r"|antworte|wähl)\w*",
        r"\b(?:frag|erinner|entscheid|antworte)\w* (?:sie )?(?:mich |uns |sich )?(?:bitte )?(?:noch ?(?:ein)?mal |wieder "
        r"|erneut )?"
        r"(?:später|nachher|morgen)\b",
        r"\bvielleicht (?:später|nachher)\b|\b(?:jetzt nicht|nicht jetzt|noch nicht jetzt)\b|\bnoch nicht entscheid\w*"
        r"|\büberspringen\b|\berinner\w* (?:sie )?mich\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"\b(?:sie müssen|müssen sie|man muss|muss man)\b(?! nicht)(?: \w+){0,3}? (?:zustimmen|einwilligen|akzeptieren"
        r"|ja sagen|erlauben"
        r"|einverstanden sein)\b",
        r"\b(?:zustimmung|einwilligung|ja) ist (?:pflicht|erforderlich|nötig|notwendig|zwingend)\b",
        rf"\b(?:kein\w*|nicht)\b{_S}{_ENTRY}{_S}{_WITHOUT}|{_ENTRY}{_S}\b(?:kein\w*|nicht)\b{_S}{_WITHOUT}",
        rf"{_ENTRY}{_S}\bnur (?:mit (?:ihrer )?(?:zustimmung|einwilligung|erlaubnis)|nach (?:zustimmung|einwilligung)"
        rf"|wenn sie)\b",
        rf"\b(?:stimmen sie\b[^.!?]*\bzu|willigen sie\b[^.!?]*\bein|akzeptieren sie|sagen sie ja)\b,? um\b{_S}{_ENTRY}",
        r"\bnur wer (?:zustimmt|einwilligt|ja sagt|akzeptiert)\b",
        rf"{_WITHOUT}{_S}\b(?:können|dürfen|bekommen|erhalten|kommen) (?:sie|wir sie)\b{_S}\b(?:nicht|kein\w*)\b",
        rf"{_WITHOUT}{_S}\b(?:zahlen sie|müssen sie (?:gehen|draussen|das geschäft))|\bohne (?:zustimmung"
        rf"|einwilligung),? kein\w*\b",
    ),
    "PRETEXT": (
        r"\b(?:verbesser|optimier|steiger|erhöh)\w*[^.!?]{0,30}\b(?:service|\w*dienst|\w*erlebnis|\w*erfahrung|\w*qualität"
        r"|bedienung|angebot)\w*\b",
        r"\b(?:service|\w*dienst|\w*erlebnis|\w*erfahrung|\w*qualität|bedienung|angebot)\w*\b[^.!?]{0,30}\b(?:verbesser"
        r"|optimier|steiger)\w*",
        r"\b(?:besser|optimal)\w* (?:\w+ )?(?:service|\w*dienst\w*|\w*erlebnis\w*|\w*erfahrung\w*|bedienung)\b",
    ),
}
