"""Easy-read English: beside English, what is said in short words and over two short sentences."""

_TWO = r"[^.!?]*[.!?]?[^.!?]*"  # the rest of one sentence, and the next
_IN = r"(?:come in|go in|enter|stay|shop|walk in|go on|do nothing|say nothing|do not say no)"
_GIFT = r"(?<!no )\b(?:gifts?|presents?|prizes?|free \w+|money off|less to pay|discounts?|points)\b"

PATTERNS = {
    "ASSUMED": (
        rf"\b(?:if|when|once) you {_IN}\b{_TWO}\b(?:you (?:say|said|mean) (?:yes|ok)|(?:is|means|for) a yes|ok with you)\b",
        r"\b(?:we think|we take it) (?:that )?you (?:say yes|agree|are ok)\b|\bno answer (?:is|means) (?:a )?yes\b",
    ),
    "CHOSEN": (
        r"\byes is (?:already )?(?:chosen|picked|set|ticked)\b",
        r"\bwe (?:already )?(?:chose|picked|ticked|set) (?:it|yes) for you\b",
    ),
    "LATER": (r"\b(?:choose|decide|say yes|answer|ask) (?:another|next|some other) time\b|\bsay yes later\b",),
    "BOUGHT": (rf"\byes\b{_TWO}{_GIFT}|{_GIFT}{_TWO}\byes\b",),
    "PRESSED": (
        r"\b(?:cannot|can not|can't|may not|must not|not allowed to) (?:come|go|enter|shop|buy|stay)\b",
        r"\byou (?:have to|must|need to) (?:say|touch|press) (?:yes|ok)\b|\bsay yes first\b",
    ),
    "PRETEXT": (r"\b(?:help|serve|treat) you better\b|\bmake (?:your visit|our shop|things|it|this) (?:better|nicer)\b",),
}
