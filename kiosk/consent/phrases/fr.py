"""French."""

_S = r"[^.!?]*"  # the rest of one sentence

_ASSENT = (
    r"(?<!\bsans )(?<!\bsans votre )\b(?:consent\w*|accept\w*|acquiesc\w*|d'accord|accord\b|autoris\w*|permett\w*|permission)"
)
_YES = r"\b(?:oui|accept\w*|consent\w*|d'accord|accord|autoris\w*|permett\w*)\b"
_GIFT = (
    r"(?<!\bpas de )(?<!\baucun )(?<!\baucune )(?<!\bsans )(?<!\bni )"
    r"\b(?:remises?|réductions?|rabais|bons? d'achat|coupons?|cadeaux?|lots? à gagner|gagne[rz]|points|récompenses?|bonus"
    r"|primes?"
    r"|gratuit\w*|offert(?:e?s?)|cashback)\b"
)
_STAYING = (
    r"\b(?:entrant|restant|demeurant|continuant|poursuivant|avançant|utilisant|visitant|venant|passant|franchissant"
    r"|touchant|poussant|lisant"
    r"|étant|ne (?:disant|faisant|répondant|refusant))\b"
)
_STAY = (
    r"\b(?:entrée|entrer|présence|visite|silence|rester|continuer|poursuite|utilisation|passage"
    r"|absence d(?:e |')(?:réponse|refus|opposition)|ne pas (?:répondre|refuser|s'opposer)|ne rien (?:dire|faire)"
    r"|qui ne dit mot)\b"
)
_ENTER = (
    r"(?:entrez|restez|demeurez|continuez|poursuivez|avancez|utilisez|passez|êtes (?:entré|ici|resté)\w*|ne dites rien"
    r"|ne faites rien"
    r"|ne répondez pas|ne refusez pas|ne vous (?:y )?opposez pas|n'êtes pas contre)"
)
_ENTRY = r"\b(?:entr(?:er|ée|ez)|accès|accéder|achats?|acheter|service|servir|sert|aider?|conseil|magasin)\b"
_WITHOUT = (
    r"\b(?:sans (?:votre )?(?:accord|consentement|autorisation|oui)|sans (?:accepter|consentir|dire oui)|sauf si|à moins"
    r"|si vous (?:refusez|dites non|n'acceptez|ne dites pas oui|ne consentez))"
)

PATTERNS = {
    "ASSUMED": (
        rf"\b(?:en|du fait de|par votre|par le fait) [^.!?,:]*?{_STAYING}{_S}{_ASSENT}|\ben {_STAYING}{_S}{_ASSENT}",
        rf"{_STAY}{_S}\b(?:vaut|valent|signifie\w*|implique\w*|constitue\w*|équivaut|veut dire|revient|est considéré\w*|c'est"
        rf"|est (?:un|votre)|tient lieu)\b{_S}{_ASSENT}|\bqui ne dit mot consent",
        rf"\b(?:si|dès que|dès lors que|quand|lorsque|une fois que|tant que) vous {_ENTER}\b{_S}{_ASSENT}",
        rf"\b(?:réputé|présumé|supposé|tacite|implicite)\w*\b{_S}{_ASSENT}|{_ASSENT}{_S}\b(?:réputé|présumé|supposé|tacite"
        rf"|implicite)",
        rf"\b(?:nous (?:supposons|considérons|présumons)|on (?:suppose|considère|présume))\b{_S}{_ASSENT}",
        r"\b(?:sauf|jusqu'à ce) (?:si|que) vous (?:refus\w+|vous (?:y )?oppos\w+|dites non)|\bsauf (?:refus|opposition"
        r"|avis contraire)",
        r"\bà moins que vous ne (?:refus\w+|vous (?:y )?oppos\w+|disiez non)|\bsi vous ne vous (?:y )?opposez pas\b",
    ),
    "CHOSEN": (
        r"\bpré-? ?(?:coch|sélectionn|rempli|choisi|rég)\w*|\bdécoch\w+|\bdésélectionn\w+",
        r"\b(?:déjà|automatiquement|d'avance|par défaut) (?:coch|sélectionn|choisi|répondu)\w*",
        r"\b(?:coch|sélectionn|choisi)\w* (?:d'avance|à l'avance|par défaut|pour vous)\b",
    ),
    "LATER": (
        r"\b(?:re)?(?:demand|rappel|décid|choisi|répond|repos)\w*(?:-\w+)* (?:la question )?(?:plus tard|demain"
        r"|une autre fois)\b",
        r"\bpeut-être plus tard\b|\bpas maintenant\b|\bpas tout de suite\b|\brappelez-(?:le-)?moi\b|^plus tard\b",
        r"\b(?:passer|ignorer|sauter) (?:cette (?:étape|question)|pour (?:le moment|l'instant))\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}|\d+ ?%{_S}\bsi vous (?:acceptez|dites oui)",),
    "PRESSED": (
        r"\b(?:vous devez|vous êtes (?:obligé|tenu)\w* (?:de|d')|il faut|il est (?:obligatoire|nécessaire) (?:de|d'))(?! pas) ?"
        r"(?:\w+ |d'abord )?(?:accepter|consentir|dire oui|être d'accord|autoriser|donner votre accord)\b",
        r"\b(?:accord|consentement|oui) (?:est |reste )?(?:obligatoire|exigé|requis|nécessaire)\b",
        rf"\b(?:acceptez|consentez|dites oui|autorisez)\b[^.!?,]*\b(?:pour|afin d(?:e |')){_S}{_ENTRY}",
        rf"\b(?:ne (?:pouvez|pourrez|peut|peuvent|pouvons)|impossible|interdit\w*|pas d'"
        rf"|aucune?)\b ?{_S}{_ENTRY}{_S}{_WITHOUT}",
        rf"{_ENTRY} (?:est )?(?:interdite?|refusée?|impossible|réservée?)\b{_S}(?:{_WITHOUT}|\b(?:qui"
        rf"|personnes) (?:acceptent|consentent))",
        rf"{_WITHOUT}{_S}\b(?:vous ne (?:pouvez|pourrez)|nous ne (?:pouvons|pourrons)|vous (?:paierez|payez|devez|devrez)"
        rf"|pas d'(?:entrée|accès|achat)|aucune? (?:entrée|accès|service|achat))",
    ),
    "PRETEXT": (
        r"\b(?:amélior|optimis|perfectionn|enrichi)\w*[^.!?]{0,30}\b(?:services?|expériences?|accueil|qualité)\b",
        r"\bmeilleure?s? (?:\w+ )?(?:services?|expériences?|accueil|qualité)\b|\bmieux vous (?:servir|accueillir)\b",
        r"\b(?:services?|expériences?|accueil) (?:\w+ )?meilleure?s?\b",
    ),
}
