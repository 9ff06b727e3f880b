"""Polish."""

_S = r"[^.!?]*"  # the rest of one sentence

_AGREE = r"(?:\bzgod(?!ni)|\bzgadza|\bzgodz|\bakcept|\bprzyzwol|\bzezwal|\bzezwol)"
_YES = rf"(?:\btak\b(?! samo| jak)|{_AGREE})"
_GIFT = (
    r"(?<!bez )(?<!nie ma )(?<!żadnych )(?<!żadnego )(?<!żadnej )"
    r"\b(?:rabat\w*|zniż\w+|prezent(?:y|u|em|ów)?|upomin\w+|kupon\w*|bon(?:y|u|ów)?|voucher\w*|nagrod\w*|punkt(?:y|ów|ami)?"
    r"|gratis\w*|bezpłatn\w+|darmow\w+|promocj\w+)\b"
)
_STAYING = (
    r"\b(?:wchodząc|przebywając|pozostając|zostając|kontynuując|korzystając|używając|będąc|odwiedzając|dotykając|czytając"
    r"|kupując|robiąc)\b"
)
_STAY = (
    r"\b(?:wejści\w+|wizyt\w+|pobyt\w*|obecnoś\w+|milczeni\w+|przebywani\w+|korzystani\w+|pozostani\w+"
    r"|brak\w* (?:sprzeciwu|odpowiedzi|odmowy))\b"
)
_MEANS = r"\b(?:oznacza|znaczy|to|jest|stanowi|uznaje|uważa|traktuj|równoznaczn|wyraża)\w*"
_SHUT = (
    r"(?:\bnie (?:wejdzie|obsłu|wpu|kupi|zrobisz)\w*"
    r"|\bnie (?:moż|wolno|da się)\w*{_S}\b(?:wej|kup|obsł|skorzyst|pomóc|zrobić)\w*"
    r"|\bzakaz \w+)"
).replace("{_S}", _S)

PATTERNS = {
    "ASSUMED": (
        rf"{_STAYING}{_S}{_AGREE}",
        rf"{_STAY}{_S}{_MEANS}{_S}{_AGREE}(?!\w* nie\b)",
        rf"\b(?:jeśli|jeżeli|gdy|kiedy|skoro) (?:wejdzie|wchodzi|zostan|zostaj|jesteś tu|milczy|nic nie"
        rf"|nie (?:sprzeciw|zaprotest|protest|odpowie|odpowiad|odmówi|odmawia))\w*{_S}{_AGREE}",
        rf"\b(?:domniem|dorozumian|milcząc)\w* {_AGREE}|{_AGREE}\w*{_S}\b(?:domniem|dorozumian)\w*",
        rf"\b(?:zakładamy|uznajemy|przyjmujemy|uważamy)\b{_S}{_AGREE}",
        r"\b(?:chyba że|o ile nie|dopóki nie|jeśli nie|jeżeli nie) (?:się )?"
        r"(?:sprzeciw|zaprotest|odmówi|zrezygn|powiesz „?nie\b)\w*",
    ),
    "CHOSEN": (
        r"\b(?:domyślnie|wstępnie|automatycznie|z góry|już) (?:zaznaczon|wybran)\w*",
        r"\b(?:zaznaczon|wybran)\w* (?:domyślnie|wstępnie|automatycznie|z góry|za ciebie)|\bodznacz\w*",
    ),
    "LATER": (
        r"\b(?:zapyta|spyta|przypomn|zdecyd|wybi?er|wybior|odpowie)\w* (?:mnie |mi )?"
        r"(?:później|potem|jutro|kiedy indziej|innym razem)",
        r"\bprzypomnij mi\b|\bmoże później\b|\bnie teraz\b|\bpomiń\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"\b(?:musi\w*|trzeba|należy|masz obowiązek|prosimy|proszę) (?:się )?(?:wyrazić zgod|zgodzić|zaakceptować"
        r"|(?:po|od)powiedzieć „?tak)",
        rf"\bzgoda\b{_S}\bjest (?:wymagana|konieczna|obowiązkowa|niezbędna)|\bwymaga\w* (?:jest )?(?:twoj\w+ )?zgod",
        rf"\bbez (?:twojej |państwa )?(?:zgody\b|„?tak\b){_S}{_SHUT}|{_SHUT}{_S}\bbez (?:twojej |państwa )?(?:zgody\b|„?tak\b)",
        rf"\b(?:wstęp|wejście|obsługa|zakupy)\b{_S}\b(?:tylko|wyłącznie) (?:za|po|ze|z)\b{_S}{_AGREE}",
        rf"\b(?:jeśli|jeżeli|gdy) (?:odmówi|powiesz „?nie\b|się nie zgodzi|nie (?:się )?zgodzi|nie wyrazi)\w*{_S}"
        rf"(?:{_SHUT}|\b(?:zapłaci|musisz|wyjdzie|opuści)\w*)",
    ),
    "PRETEXT": (
        r"\b(?:popraw|polepsz|ulepsz|podnie[sś]|podnosz|udoskonal|doskonal|optymaliz|zwiększ)\w*[^.!?]{0,24}"
        r"\b(?:usług|obsług|doświadcze|komfort|zakup)",
        r"\blepsz\w+ (?:\w+ )?(?:obsług|usług|doświadcze|zakup)",
    ),
}
