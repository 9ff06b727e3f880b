<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Não conseguimos distinguir você de outras pessoas. Fique na marca, sem mais ninguém, e tente de novo.</numerusform>
            <numerusform>Não conseguimos distinguir vocês de outras pessoas. Fiquem na marca, todos os %n e mais ninguém, e tentem de novo.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Não conseguimos distinguir você da pessoa ao seu lado. Fique na marca, sem mais ninguém, e tente de novo.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Não conseguimos distinguir você da pessoa ao seu lado. A análise continua desligada.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Não temos mais certeza de que é você. A análise terminou.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>A câmera não vê você. Fique na marca e tente de novo.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>A câmera não vê mais você. A análise terminou.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Uma câmera não confirmou que parou. Todas estão desligadas até os funcionários verificarem.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Nenhuma câmera está conectada. Nada olha para o seu rosto.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Nem todas as câmeras confirmaram. Tente de novo, ou deixe desligado.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Nem todas as câmeras confirmaram. A análise continua desligada.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Você disse sim.
Está registrado.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Você disse não.
Está registrado.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Você retirou seu sim.
Está registrado.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Estamos juntos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Desfazer · %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Sim para: %1. Não para o resto.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n rosto</numerusform>
            <numerusform>%n rostos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n olhada</numerusform>
            <numerusform>%n olhadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n segundo do seu tempo aqui</numerusform>
            <numerusform>%n segundos do seu tempo aqui</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>A câmera %1 informa: não tinha nada seu.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>A câmera %1 informa que apagou: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Este é o seu recibo. Fotografe ou anote o código. Ele não contém nome nem foto.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Este é o seu recibo. Fotografe ou anote o código. Ele não contém nome nem foto. Com ele você pode mudar de ideia aqui a qualquer momento.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Pergunta %1 de %2. A análise fica desligada até a última.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Pessoa %1 de %2. A análise só liga se todos disserem sim.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Ler tudo</translation>
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
        <translation>Tenho um recibo</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Tudo junto</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Um por um</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>A análise de rostos está ligada para %n pessoa que disse sim, e para mais ninguém.</numerusform>
            <numerusform>A análise de rostos está ligada para %n pessoas que disseram sim, e para mais ninguém.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Nenhum rosto é analisado.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Tenho um recibo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Ler em voz alta</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Digite o código do seu recibo.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Este totem não tem esse código.
Confira, por favor.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Não há nada para retirar com este código.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Este recibo foi alterado ou danificado.
Digite o código dele, por favor.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Este recibo é de outra loja.
Vá até lá, por favor.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Este recibo venceu.
Nada mais está guardado sobre ele.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Muitos códigos errados.
Espere um pouco, ou pergunte aos funcionários.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Sem nome, sem motivo: basta o código. Se houver um leitor, coloque o recibo na frente dele.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Nenhum rosto é analisado.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Este totem não está funcionando. Você não precisa fazer nada: pode entrar.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Os funcionários desligaram a análise. Você não precisa fazer nada: pode entrar. Para retirar um sim, peça aos funcionários.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>A resposta está registrada, e o recibo está na tela. Nenhum dos dois é dito aqui, porque outros podem ouvir. Para permitir, escolha: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Texto, som e layout</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Parar de ler</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Ler em voz alta</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Apagar</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Aqui não é lido em voz alta: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Escolha seu idioma</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Cinco teclas: para baixo e para cima para o próximo e o anterior, selecionar, voltar, e ajuda para ouvir de novo.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Não é dito em voz alta.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Botão.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>PIN do funcionário</translation>
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
        <translation>Voltar</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Muitos PINs errados. Espere %n segundo.</numerusform>
            <numerusform>Muitos PINs errados. Espere %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Muitos PINs errados. Nenhum é aceito até: %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Esse crachá não é conhecido.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Esse PIN não é conhecido.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Ligado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto maior</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Branco no preto</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Tudo ao alcance, embaixo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Ler em voz alta</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Falar devagar</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Baixo</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Médio</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Dizer minha resposta em voz alta</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Ligado: outros podem ouvir</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Texto, som e layout</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Este recibo
diz sim.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Este recibo
diz não.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Este sim
foi retirado.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Mudar minha resposta</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirar meu sim</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Perguntar de novo</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Deixar assim</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Um toque retira o sim. Sem nome, sem motivo.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Não há nada para retirar.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Próxima · %1 de %2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Funcionário: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Câmera verificada: continuar</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Conectada e pronta.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Conectada e desligada.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Está se conectando.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Não conectada.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Câmeras e este totem</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Verifique isto, por favor.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>A análise está desligada para todos.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tudo certo.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Reiniciar a visita</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Ligar de novo</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Desligar para todos</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Retirar o sim de um visitante</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>Imprimir um novo cartaz para a porta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>O cartaz está sendo preparado.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>O cartaz está na impressora.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Não foi possível imprimir o cartaz. Verifique a impressora ou chame quem cuida do totem.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Última confirmação: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Os últimos sete dias, sem contar hoje</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Sim: %1. Não: %2. Sem resposta: %3. Um traço: ninguém, ou poucos demais para dizer.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>O aviso</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Versão %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>O registro</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Tamanho %1, raiz %2, assinado com a chave %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>O software</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Versão %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Nenhuma câmera está conectada.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Uma câmera não confirmou que parou. Todas as câmeras estão desligadas. Verifique a câmera e reinicie-a, depois continue.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Pronto. A análise está desligada para todos, e o reinício está registrado.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Pronto. O alarme foi encerrado, e isso está registrado.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Pronto. Ninguém recebe a pergunta e ninguém é olhado, até os funcionários ligarem a análise de novo.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Pronto. Os visitantes voltam a receber a pergunta.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>O disco não aceita registros, por isso todas as câmeras estão desligadas. Desligue e ligue o totem. Se não resolver, chame quem cuida dele.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>O totem falhou, por isso todas as câmeras estão desligadas. Desligue e ligue o totem.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Sem conexão: %1. Verifique a energia e o cabo.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Reiniciar desliga a análise para todos que disseram sim, esquece a visita na tela e fica registrado com o seu nome.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Análise do seu rosto: ligada</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Desligada até cada câmera confirmar</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Desligada, salvo se você já disse sim</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Análise do seu rosto: desligada</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Você ainda está aí?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Ainda estou aqui</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Esta página fecha em %n segundo.</numerusform>
            <numerusform>Esta página fecha em %n segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Fechar não é sim nem não.</translation>
    </message>
</context>
</TS>
