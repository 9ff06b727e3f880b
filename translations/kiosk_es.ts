<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>No podemos distinguirle de otras personas. Colóquese sobre la marca, sin nadie más, e inténtelo otra vez.</numerusform>
            <numerusform>No podemos distinguirles de otras personas. Colóquense los %n sobre la marca, sin nadie más, e inténtenlo otra vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>No podemos distinguirle de la persona que está a su lado. Colóquese sobre la marca, sin nadie más, e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>No podemos distinguirle de la persona que está a su lado. El análisis sigue apagado.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Ya no podemos estar seguros de que es usted. El análisis ha terminado.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>La cámara no le ve. Colóquese sobre la marca e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>La cámara ya no le ve. El análisis ha terminado.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Una cámara no confirmó que paró. Todas están apagadas hasta que el personal lo revise.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>No hay ninguna cámara conectada. Nada mira su cara.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>No todas las cámaras han confirmado. Inténtelo otra vez, o déjelo apagado.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>No todas las cámaras han confirmado. El análisis sigue apagado.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Ha dicho que sí.
Queda registrado.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Ha dicho que no.
Queda registrado.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Ha retirado su sí.
Queda registrado.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Venimos juntos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Deshacer · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Sí a: %1. No al resto.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n cara</numerusform>
            <numerusform>%n caras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n mirada</numerusform>
            <numerusform>%n miradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n segundo de su tiempo aquí</numerusform>
            <numerusform>%n segundos de su tiempo aquí</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>La cámara %1 informa: no tenía nada suyo.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>La cámara %1 informa que borró: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Este es su recibo. Fotografíelo o anote el código. No contiene nombre ni foto.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Este es su recibo. Fotografíelo o anote el código. No contiene nombre ni foto. Con él puede cambiar de idea aquí en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Pregunta %1 de %2. Sigue apagado hasta la última.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Persona %1 de %2. Sigue apagado si no dicen todos que sí.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Leer todo</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Somos %n</numerusform>
            <numerusform>Somos %n</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Tengo un recibo</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Todo junto</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Uno por uno</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>El análisis de caras está encendido para %n persona que dijo que sí, y para nadie más.</numerusform>
            <numerusform>El análisis de caras está encendido para %n personas que dijeron que sí, y para nadie más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>No se analiza ninguna cara.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Tengo un recibo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Escriba el código de su recibo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Aquí no existe ese código.
Compruébelo, por favor.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>No hay nada que retirar con este código.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Este recibo fue cambiado o está dañado.
Escriba su código, por favor.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Este recibo es de otra tienda.
Vaya allí, por favor.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Este recibo ha caducado.
Ya no se guarda nada sobre él.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Demasiados códigos erróneos.
Espere un poco, o pregunte al personal.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Sin nombre, sin motivo: basta el código. Si hay un lector, ponga el recibo delante.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>No se analiza ninguna cara.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Esta pantalla no funciona. No tiene que hacer nada: pase, por favor.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>El personal ha apagado el análisis. No tiene que hacer nada: pase, por favor. Para retirar un sí, pídaselo al personal.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>La respuesta queda registrada, y el recibo está en la pantalla. Aquí no se dice ninguno de los dos, porque otros podrían oírlos. Para permitirlo, elija: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Texto, sonido y diseño</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Aquí no se lee en voz alta: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Elija su idioma</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Cinco teclas: abajo y arriba para lo siguiente y lo anterior, seleccionar, volver, y ayuda para oírlo otra vez.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>No se dice en voz alta.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Botón.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN del personal</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN de %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Demasiados PIN erróneos. Espere %n segundo.</numerusform>
            <numerusform>Demasiados PIN erróneos. Espere %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Demasiados PIN erróneos. No se acepta ninguno hasta: %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Esa credencial no se conoce.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Ese PIN no se conoce.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Blanco sobre negro</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Todo al alcance, abajo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Hablar despacio</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Decir mi respuesta en voz alta</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Activado: otros pueden oírlo</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Texto, sonido y diseño</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Este recibo
dice que sí.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Este recibo
dice que no.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Este sí
fue retirado.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiar mi respuesta</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirar mi sí</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Toque una vez para retirarlo. Sin nombre, sin motivo.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>No hay nada que retirar.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Siguiente · %1 de %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Personal: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Cámara revisada: continuar</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Conectada y lista.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Conectada y apagada.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Se está conectando.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>No conectada.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Cámaras y esta pantalla</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Revise esto, por favor.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>El análisis está apagado para todos.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Todo está bien.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Restablecer la visita</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Encender de nuevo</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Apagar para todos</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Retirar el sí de un visitante</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Imprimir un cartel nuevo para la puerta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Se está preparando el cartel.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>El cartel está en la impresora.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>No se pudo imprimir el cartel. Revise la impresora o llame a quien se encarga del equipo.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Última confirmación: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Los últimos siete días, sin contar hoy</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Sí: %1. No: %2. Sin respuesta: %3. Una raya: nadie, o demasiado pocos para decirlo.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>El aviso</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Versión %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>El registro</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Tamaño %1, raíz %2, firmado con la clave %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>El software</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versión %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>No hay ninguna cámara conectada.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Una cámara no confirmó que paró. Todas las cámaras están apagadas. Revise la cámara y reiníciela, después continúe.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Listo. El análisis está apagado para todos, y el cambio queda registrado.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Listo. La alarma está resuelta, y queda registrado.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Listo. No se pregunta ni se mira a nadie, hasta que el personal encienda de nuevo el análisis.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Listo. Se pregunta otra vez a los visitantes.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>El disco no guarda registros, por eso todas las cámaras están apagadas. Apague y encienda el equipo. Si eso no ayuda, llame a quien se encarga de él.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>Esta pantalla ha fallado, por eso todas las cámaras están apagadas. Apague y encienda el equipo.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Sin conexión: %1. Revise la corriente y el cable.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Al restablecer se apaga el análisis para todos los que dijeron que sí y se olvida la visita en pantalla. Queda registrado con su nombre.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Análisis de su cara: encendido</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Apagado hasta que confirme cada cámara</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Apagado, salvo si antes dijo que sí</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Análisis de su cara: apagado</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue usted ahí?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Sigo aquí</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Esta página se cierra en %n segundo.</numerusform>
            <numerusform>Esta página se cierra en %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Cerrarla no es ni sí ni no.</translation>
    </message>
</context>
</TS>
