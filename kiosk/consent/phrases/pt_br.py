"""Portuguese, as in Brazil."""

_S = r"[^.!?]*"  # the rest of one sentence

_ASSENT = (
    r"(?<!\bsem )(?<!\bsem o seu )(?<!\bsem seu )(?<!\bsó com o seu )"
    r"\b(?:aceit\w*|concord\w*|consent\w*|consinto|de acordo|autoriz\w*|permit(?:e|em|ir)\b|permissão)"
)
_YES = r"\b(?:sim|aceit\w*|concord\w*|consent\w*|de acordo|autoriz\w*|permit\w*)\b"
_GIFT = (
    r"(?<!\bnão há )(?<!\bnenhum )(?<!\bnenhuma )(?<!\bsem )(?<!\bnem )"
    r"\b(?:descontos?|vales?-\w+|um vale|cupo(?:m|ns)|brindes?|presentes?|prêmios?|pontos|recompensas?|bônus|grátis"
    r"|gratuit\w+|sorteios?"
    r"|ganh(?:e|a|ar)|cashback)\b"
)
_STAYING = (
    r"(?:entrar|acessar|passar|continuar|prosseguir|permanecer|ficar|usar|utilizar|visitar|comprar|estar|tocar|ler|calar"
    r"|não (?:dizer|fazer|responder|recusar|se opor))\b"
)
_STAY = (
    r"\b(?:entrada|presença|visita|silêncio|permanência|estadia|uso|falta de (?:resposta|recusa|oposição)"
    r"|entrar|ficar|permanecer|continuar|não (?:responder|recusar|se opor|dizer nada))\b"
)
_ENTER = (
    r"(?:entrar?|ficar?|permanecer?|continuar?|prosseguir?|passar?|usar?|utilizar?|calar?|está aqui|já entrou|segue"
    r"|permanece|prossegue"
    r"|não (?:disser|diz|fizer|faz|responder?|recusar?|se opuser|se opõe))"
)
_ENTRY = r"\b(?:entr(?:ar|ada)|acess\w+|compr\w+|atend\w+|servi\w+|ajudar?)\b"
_WITHOUT = (
    r"\b(?:sem (?:o )?(?:seu )?(?:consentimento|acordo|sim|aceite)|sem (?:a )?(?:sua )?(?:permissão|autorização)"
    r"|sem (?:aceitar|concordar|consentir|dizer sim)|a menos que|a não ser que|se (?:você )?(?:não (?:aceit\w+|concord\w+"
    r"|disser sim)"
    r"|disser não|recus\w+))\b"
)

PATTERNS = {
    "ASSUMED": (
        rf"\b(?:ao|por|com o fato de) {_STAYING}{_S}{_ASSENT}|\b(?:com|por) (?:a |o )?(?:sua |seu )?{_STAY}{_S}{_ASSENT}",
        r"\b(?:entrando|continuando|prosseguindo|permanecendo|ficando|usando|utilizando)\b[^.!?]*" + _ASSENT,
        rf"{_STAY}{_S}\b(?:significa\w*|vale\w*|implica\w*|equivale\w*|constitui|conta|quer dizer|é (?:considerad\w+|um|seu"
        rf"|sua)?"
        rf"|será considerad\w+) ?{_S}{_ASSENT}|\bquem cala consente",
        rf"\b(?:se|quando|assim que|uma vez que|enquanto) (?:você )?{_ENTER}\b{_S}{_ASSENT}",
        rf"\b(?:tácit|implícit|presumid)\w+\b{_S}{_ASSENT}|{_ASSENT}{_S}\b(?:tácit|implícit|presumid)\w+",
        rf"\b(?:presume-se|supõe-se|entende-se|presumimos|supomos|entendemos|consideramos)\b{_S}{_ASSENT}",
        r"\b(?:a menos|a não ser|salvo|exceto) (?:que|se) (?:você )?(?:recus\w+|se opo\w+|se opuser|diga (?:que )?não"
        r"|disser não)",
        r"\bse (?:você )?não se (?:opuser|opor|opõe)\b|\bsalvo (?:oposição|recusa)\b",
    ),
    "CHOSEN": (
        r"\bpr[eé]-? ?(?:marcad|selecionad|escolhid|preenchid)\w+|\bdesmar(?:c|qu)\w+|\bdesselecion\w+",
        r"\b(?:já (?:está |vem )?|automaticamente |por padrão )(?:marcad|selecionad|escolhid)\w+",
        r"\b(?:marcad|selecionad|escolhid)\w+ (?:por padrão|de antemão|previamente|para você|automaticamente)\b",
    ),
    "LATER": (
        r"\b(?:pergunt|lembr|decid|escolh|respond)\w*(?:-me)? (?:\w+ )?(?:mais tarde|depois|amanhã|outra hora)\b",
        r"\btalvez (?:mais tarde|depois)\b|\b(?:agora não|não agora|por enquanto não)\b|^(?:mais tarde|depois)\b",
        r"\b(?:me lembre|lembre-me|lembrar-me)\b|\bpular\b|\bignorar (?:esta pergunta|por enquanto)\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"(?<!\bnão )\b(?:deve|precisa|tem que|tem de|é (?:obrigatório|necessário|preciso)|é obrigad[oa] a) (?:\w+ )?"
        r"(?:aceitar|concordar|consentir|dizer (?:que )?sim|autorizar|estar de acordo)\b",
        r"\b(?:consentimento|sim|autorização|permissão) (?:é )?(?:obrigatóri[oa]|necessári[oa]|exigid[oa])\b",
        rf"\b(?:aceite|concorde|diga sim|autorize)\b[^.!?,]* para {_S}{_ENTRY}",
        rf"\b(?:não|nenhum\w*|proibid\w+|impossível)\b{_S}{_ENTRY}{_S}{_WITHOUT}",
        rf"{_ENTRY} (?:é )?(?:só|somente|apenas|permitida só)\b{_S}\b(?:com (?:o )?(?:seu )?consentimento"
        rf"|com (?:sua )?autorização"
        rf"|(?:quem|se) (?:aceit\w+|disser sim))\b",
        rf"{_WITHOUT}{_S}\b(?:não (?:pode|poderá|podemos|poderemos|entra|há)|pagará|paga mais|deve sair|terá que)\b",
    ),
    "PRETEXT": (
        r"\b(?:melhor|aprimor|otimiz|aperfeiço)\w*[^.!?]{0,30}\b(?:serviços?|experiências?|atendimento|qualidade)\b",
        r"\b(?:atender|servir) (?:você )?melhor\b|\bmelhor atend\w+",
        r"\b(?:serviço|experiência|atendimento)s? (?:\w+ )*?melhor(?:es)?\b",
    ),
}
