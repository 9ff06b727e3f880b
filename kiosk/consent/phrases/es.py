"""Spanish."""

_S = r"[^.!?]*"  # the rest of one sentence

_ASSENT = (
    r"(?<!\bsin )(?<!\bsin su )(?<!\bsolo con su )"
    r"\b(?:acept\w*|consent\w*|consient\w*|de acuerdo|acuerdo|autoriz\w*|permit(?:e|en|ir)\b|permiso|conform(?:e|idad)\b)"
)
_YES = r"\b(?:sí|acept\w*|consent\w*|consient\w*|de acuerdo|autoriz\w*|permit\w*)(?!\w)"
_GIFT = (
    r"(?<!\bno hay )(?<!\bningún )(?<!\bninguna )(?<!\bsin )(?<!\bni )"
    r"\b(?:descuentos?|un vale|vales|cup[oó]n(?:es)?|regal\w+|premios?|puntos|recompensas?|bonos?|gratis|gratuit\w+"
    r"|obsequios?|rebajas?"
    r"|sorteos?|gan[ae])\b"
)
_STAYING = (
    r"(?:entrar|ingresar|acceder|pasar|continuar|seguir|permanecer|quedarse|usar|utilizar|visitar|comprar|estar|tocar|leer"
    r"|callar"
    r"|no (?:decir|hacer|responder|contestar|oponerse|rechazar))\b"
)
_STAY = (
    r"\b(?:entrada|ingreso|presencia|visita|silencio|permanencia|estancia|uso|falta de (?:respuesta|oposición)"
    r"|entrar|quedarse|permanecer|continuar|no (?:responder|contestar|oponerse|decir nada))\b"
)
_ENTER = (
    r"(?:entra|ingresa|pasa|sigue|continúa|permanece|se queda|usa|utiliza|calla|ha entrado|está aquí"
    r"|no (?:dice|hace|responde|contesta|rechaza|se opone|se niega))"
)
_ENTRY = r"\b(?:entr(?:ar|ada)|pasar|acce(?:der|so)|ingres(?:ar|o)|compr\w+|atend\w+|atención|servi\w+|ayudar\w*)\b"
_WITHOUT = (
    r"\b(?:sin (?:su )?(?:consentimiento|permiso|acuerdo|autorización|sí)(?!\w)|sin (?:aceptar|consentir|decir que sí)"
    r"|a menos que|salvo que|si no (?:acepta|consiente|dice que sí|está de acuerdo)|si (?:dice que no|se niega|rechaza))"
)

PATTERNS = {
    "ASSUMED": (
        rf"\b(?:al|por|con(?: solo| sólo)?|con el hecho de) {_STAYING}{_S}{_ASSENT}|\b(?:con|por) (?:su"
        rf"|la) {_STAY}{_S}{_ASSENT}",
        r"\b(?:entrando|continuando|permaneciendo|quedándose|usando|utilizando|siguiendo)\b[^.!?]*" + _ASSENT,
        rf"{_STAY}{_S}\b(?:significa\w*|implica\w*|supone\w*|equivale\w*|constituye\w*|cuenta\w*|vale|quiere decir|otorga"
        rf"|se (?:entiende"
        rf"|considera|toma)\w*|es (?:un|su)?) ?{_S}{_ASSENT}|\bquien calla otorga",
        rf"\b(?:si|cuando|en cuanto|una vez que|mientras) (?:usted )?{_ENTER}\b{_S}{_ASSENT}",
        rf"\b(?:tácit|implícit|presunt)\w+\b{_S}{_ASSENT}|{_ASSENT}{_S}\b(?:tácit|implícit|presunt)\w+",
        rf"\b(?:se (?:presume|supone|entiende|asume|da por)|(?:presumi|suponemos|entendemos|asumi"
        rf"|damos por)\w*)\b{_S}{_ASSENT}",
        r"\b(?:salvo|excepto|a menos|a no ser) que (?:usted )?(?:se (?:niegue|oponga)|rechace|diga (?:que )?no"
        r"|indique lo contrario)",
        r"\bsi no se opone\b|\bmientras no se oponga\b|\bsalvo (?:oposición|negativa)",
    ),
    "CHOSEN": (
        r"\bpre-? ?(?:marcad|seleccionad|elegid|señalad)\w+|\bdesmar(?:c|qu)\w+|\bdeseleccion\w+|\bquit(?:e|ar) la marca\b",
        r"\b(?:ya (?:está )?|automáticamente |por defecto |de antemano )(?:marcad|seleccionad|elegid)\w+",
        r"\b(?:marcad|seleccionad|elegid)\w+ (?:por defecto|de antemano|previamente|para usted|automáticamente)\b",
    ),
    "LATER": (
        r"\b(?:preg[uú]nt|rec(?:o|ue|ué)rd|decid|decíd|eleg|elíj|respond|contest)\w* (?:\w+ )?(?:más tarde|después|luego|mañana"
        r"|en otro momento)\b",
        r"\b(?:quizás?|tal vez) (?:más tarde|después|luego)\b|\b(?:ahora no|no ahora|por ahora no)\b|^(?:más tarde|luego"
        r"|después)\b",
        r"\brecuérd[ae]\w*me\w*\b|\bomitir\b|\bsaltar (?:esta pregunta|este paso)\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_S}{_YES}|{_YES}{_S}{_GIFT}",),
    "PRESSED": (
        r"(?<!\bno )\b(?:debe|tiene que|hay que|está obligad[oa] a|es (?:obligatorio|necesario)|necesita) (?:\w+ )?"
        r"(?:aceptar|consentir|decir que sí|autorizar|estar de acuerdo|dar su permiso)(?!\w)",
        r"\b(?:consentimiento|permiso|sí) (?:es )?(?:obligatorio|necesario|imprescindible)\b",
        rf"\b(?:acepte|consienta|diga que sí|autorice)\b[^.!?,]* para {_S}{_ENTRY}",
        rf"\b(?:no|prohibid\w+|imposible|ningun[oa]?)\b{_S}{_ENTRY}{_S}{_WITHOUT}",
        rf"{_ENTRY} (?:solo|sólo|únicamente) (?:con (?:su )?(?:consentimiento|permiso|autorización)|si (?:acepta|dice que sí))",
        rf"{_WITHOUT}{_S}\b(?:no (?:puede|podrá|podemos|podremos|hay|se permite)|pagará|paga más|debe (?:salir|irse)"
        rf"|tiene que)\b",
    ),
    "PRETEXT": (
        r"\b(?:mejor|optimiz|perfeccion|enriquec)\w*[^.!?]{0,30}\b(?:servicios?|experiencias?|atención|calidad)\b",
        r"\b(?:servirle|atenderle) mejor\b|\b(?:servicio|experiencia|atención)s? (?:de \w+ )?mejor(?:es)?\b",
    ),
}
