"""Italian."""

_S = r"[^.!?]*"  # the rest of one sentence

_ASSENT = (
    r"(?<!\bsenza )(?<!\bsenza il suo )(?<!\bsolo con il suo )"
    r"\b(?:accett\w*|acconsent\w*|consens\w*|d'accordo|autorizz\w*|permett(?:e|ete|ono)\b|permesso\b)"
)
_YES = r"\b(?:sì|accett\w*|acconsent\w*|consens\w*|d'accordo|autorizz\w*|permett\w*)(?!\w)"
_GIFT = (
    r"(?<!\bnessuno )(?<!\bnessun )(?<!\bnessuna )(?<!\bsenza )(?<!\bné )"
    r"\b(?:scont[oi]|buon[oi]|coupon|regal\w+|omaggi[o]?|premio|in premio|punti|ricompens\w+|bonus|gratis|gratuit\w+"
    r"|vinc[aei]\w*)\b"
)
_STAYING = (
    r"\b(?:entrando|restando|rimanendo|continuando|proseguendo|passando|usando|utilizzando|visitando|toccando|leggendo|tacendo"
    r"|non (?:dicendo|facendo|rispondendo|rifiutando|opponendosi))\b"
)
_STAY = (
    r"\b(?:ingresso|entrata|entrare|presenza|visita|silenzio|permanenza|sosta|uso|utilizzo|restare|rimanere|proseguire"
    r"|continuare"
    r"|mancat[ao] (?:risposta|rifiuto|opposizione)|non (?:rispondere|opporsi|rifiutare|dire nulla))\b"
)
_ENTER = (
    r"(?:entra|resta|rimane|continua|prosegue|passa|usa|utilizza|tace|è entrat[oa]|è qui"
    r"|non (?:dice|fa|risponde|rifiuta|si oppone))"
)
_ENTRY = r"\b(?:entr(?:are|ata)|ingresso|access\w+|acced\w+|compr\w+|acquist\w+|serviz\w+|servir\w*|aiut\w+|assist\w+)\b"
_WITHOUT = (
    r"\b(?:senza (?:il suo )?(?:consenso|permesso|accordo|sì)(?!\w)|senza (?:accettare|acconsentire|dire di sì)|a meno che"
    r"|salvo che"
    r"|se non (?:accetta|acconsente|dice di sì|è d'accordo)|se (?:dice di no|rifiuta))"
)

PATTERNS = {
    "ASSUMED": (
        rf"{_STAYING}{_S}{_ASSENT}|\b(?:con|per|mediante) (?:l'|la |il |sua |suo |solo |fatto di )*{_STAY}{_S}{_ASSENT}",
        rf"{_STAY}{_S}\b(?:significa\w*|vale|valgono|implica\w*|equivale\w*|costituisc\w*|vuol dire|conta|si (?:considera"
        rf"|intende)"
        rf"|è (?:un|il suo)?) ?{_S}{_ASSENT}|\bchi tace acconsente",
        rf"\b(?:se|quando|appena|non appena|una volta che|finché) (?:lei )?{_ENTER}\b{_S}{_ASSENT}",
        rf"\b(?:tacit|implicit|presunt)\w+\b{_S}{_ASSENT}|{_ASSENT}{_S}\b(?:tacit|implicit|presunt)\w+",
        rf"\b(?:si (?:presume|suppone|intende|dà per)|(?:presumiamo|supponiamo|riteniamo|diamo per))\b{_S}{_ASSENT}",
        r"\b(?:a meno|salvo) che (?:lei )?(?:non )?(?:rifiuti|si opponga|dica (?:di )?no)"
        r"|\bsalvo (?:il )?(?:suo )?(?:rifiuto|opposizione)",
        r"\bse non si oppone\b|\bfinché non si oppone\b",
    ),
    "CHOSEN": (
        r"\bpre-? ?(?:selezionat|spuntat|scelt|impostat|compilat)\w+|\bdeselezion\w+|\b(?:tolga|togliere|rimuova"
        r"|rimuovere) la spunta\b",
        r"\b(?:già|automaticamente|in anticipo) (?:selezionat|spuntat|scelt)\w+",
        r"\b(?:selezionat|spuntat|scelt)\w+ (?:per impostazione predefinita|in anticipo|per lei|automaticamente)\b",
    ),
    "LATER": (
        r"\b(?:chied|ricord|decid|scegl|rispond|domand)\w* (?:\w+ )?(?:più tardi|dopo|in seguito|domani|un'altra volta)\b",
        r"\bforse (?:più tardi|dopo)\b|\b(?:non ora|non adesso|ora no|adesso no|per ora no)\b|^più tardi\b",
        r"\b(?:mi ricordi|ricordamelo|ricordatemelo|me lo ricordi)\b|\bsalt(?:a|are|i) (?:questa domanda|questo passaggio"
        r"|per ora)\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"(?<!\bnon )\b(?:deve|bisogna|occorre|è (?:necessario|obbligatorio)|è obbligat[oa] a|è tenut[oa] a) (?:\w+ )?"
        r"(?:accettare|acconsentire|dire di sì|autorizzare|essere d'accordo|dare il consenso)(?!\w)",
        r"\b(?:consenso|permesso|sì) (?:è )?(?:obbligatorio|necessario|richiesto)\b",
        rf"\b(?:accetti|acconsenta|dica di sì|autorizzi)\b[^.!?,]* per {_S}{_ENTRY}",
        rf"\b(?:non|nessun\w*|vietat\w+|impossibile)\b{_S}{_ENTRY}{_S}{_WITHOUT}",
        rf"{_ENTRY} (?:è )?(?:solo|soltanto|consentit\w+ solo|riservat\w+)\b{_S}(?:\bcon (?:il )?(?:suo )?consenso"
        rf"|\b(?:a )?(?:chi|se) accetta)",
        rf"{_WITHOUT}{_S}\b(?:non (?:può|potrà|possiamo|potremo|si può|si entra)|pagherà|paga di più|deve (?:uscire|andare))",
    ),
    "PRETEXT": (
        r"\b(?:miglior|ottimizz|perfezion|arricch)\w*[^.!?]{0,30}\b(?:serviz\w+|esperienz\w+|accoglienza|qualità)\b",
        r"\bservir(?:la|vi) meglio\b|\b(?:servizi[o]?|esperienz[ae]|accoglienza) (?:\w+ )*?miglior[ei]\b",
    ),
}
