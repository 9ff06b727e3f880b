"""English."""

_S = r"[^.!?]*"  # the rest of one sentence

_ASSENT = r"\b(?:consent|agree|accept|permission|permit)"
_YES = r"\b(?:yes|agree\w*|accept\w*|consent\w*|allow\w*|opt(?:ing)? in)\b"
_GIFT = (
    r"(?<!no )(?<!without )(?<!without a )"
    r"\b(?:discounts?|vouchers?|coupons?|gifts?|prizes?|rewards?|bonus|cashback|points|free \w+|\d+ ?% off)\b"
)
_STAYING = (
    r"\b(?:entering|continuing|staying|remaining|using|proceeding|walking|shopping|visiting|coming|being|reading|touching)\b"
)
_STAY = r"\b(?:presence|visit|entry|stay|silence|use)\b"
_MEANS = r"\b(?:means?|implies|signifies|constitutes|counts? as|taken as|understood as|(?:is|are) your)\b"
_ENTER = (
    r"(?:enter|continue|stay|remain|proceed|come in|walk in|do nothing|say nothing"
    r"|(?:do not|don't) (?:object|answer|say no|refuse))"
)
_NOT_ABLE = r"\b(?:cannot|can not|can't|may not|unable|no|not)\b"
_WITHOUT = r"\b(?:without|unless|if you (?:say no|refuse|do not|don't))\b"

PATTERNS = {
    "ASSUMED": (
        rf"\b(?:by|in|when|while|upon|on) (?:your )?{_STAYING}{_S}{_ASSENT}",
        rf"(?:{_STAYING}|{_STAY}){_S}{_MEANS}{_S}{_ASSENT}",
        rf"\b(?:if|when|once|as soon as) you {_ENTER}\b{_S}{_ASSENT}",
        rf"\b(?:deemed|assumed?|presumed?|implied|tacit)\b{_S}{_ASSENT}",
        rf"{_ASSENT}\w*\b{_S}\b(?:deemed|assumed|presumed|implied)\b",
        r"\bunless you (?:object|refuse|opt out|tell us otherwise|say no)\b",
    ),
    "CHOSEN": (
        r"\bpre-? ?(?:ticked|checked|selected|chosen)\b|\b(?:un-?tick|uncheck|deselect)\b",
        r"\b(?:already|automatically) (?:ticked|checked|selected|chosen)\b",
    ),
    "LATER": (
        r"\b(?:ask|remind|decide|choose|tell) (?:me |us |you )?(?:again )?later\b|\bremind me\b",
        r"\bmaybe later\b|\bnot now\b|\bskip (?:this|for now)\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"\byou (?:must|have to|need to|are required to) (?:agree|consent|accept|say yes)\b",
        rf"{_NOT_ABLE}{_S}\b(?:enter|entry|buy|serve|service|shop|help)\w*{_S}{_WITHOUT}",
        rf"\bif you (?:say no|refuse|do not agree)\b{_S}(?:\b(?:cannot|can't|may not|unable|pay more|leave the shop)\b)",
    ),
    "PRETEXT": (
        r"\b(?:improv|enhanc|optimi[sz])\w* (?:(?:our|your|the|customer|of|quality) )*(?:service|experience)s?\b",
        r"\bbetter (?:service|experience)\b",
    ),
}
