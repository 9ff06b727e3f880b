"""Phrases that no notice may use: consent that is assumed, chosen beforehand, put off, bought, pressed or got by a pretext.

One module a language, of regular expressions by kind. They are searched in what `law.lint` leaves of a text: NFKC, lower case,
single spaces, no vowel signs or invisible characters, Arabic letters folded.
"""

from kiosk.consent.phrases import ar, de, en, en_simple, es, fr, hi, it, ja, ko, pl, pt_br, ru, tr, vi, zh_hans, zh_hant

WHY = {
    "ASSUMED": "coming in, going on or saying nothing is not a yes",
    "CHOSEN": "nothing may be chosen beforehand",
    "LATER": "a no is not put off until later",
    "BOUGHT": "nothing may be given for a yes",
    "PRESSED": "a no must cost nothing",
    "PRETEXT": "better service is not a reason that the law takes",
}

PHRASES = {
    "en": en.PATTERNS,
    "en-simple": en_simple.PATTERNS,
    "zh-Hans": zh_hans.PATTERNS,
    "zh-Hant": zh_hant.PATTERNS,
    "es": es.PATTERNS,
    "fr": fr.PATTERNS,
    "de": de.PATTERNS,
    "it": it.PATTERNS,
    "pt-BR": pt_br.PATTERNS,
    "ar": ar.PATTERNS,
    "hi": hi.PATTERNS,
    "ja": ja.PATTERNS,
    "ko": ko.PATTERNS,
    "ru": ru.PATTERNS,
    "pl": pl.PATTERNS,
    "tr": tr.PATTERNS,
    "vi": vi.PATTERNS,
}
"""By BCP 47 tag, then by kind."""
