<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>고객님과 다른 사람을 구별할 수 없습니다. 일행 %n명만 표시 위에 서서 다시 시도해 주세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>고객님과 옆 사람을 구별할 수 없습니다. 혼자 표시 위에 서서 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>고객님과 옆 사람을 구별할 수 없습니다. 얼굴 분석은 계속 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>고객님이 맞는지 더는 확신할 수 없습니다. 얼굴 분석이 끝났습니다.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>카메라에 고객님이 보이지 않습니다. 표시 위에 서서 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>카메라가 고객님을 놓쳤습니다. 얼굴 분석이 끝났습니다.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>멈췄다고 확인하지 않은 카메라가 있습니다. 직원이 살펴볼 때까지 모든 카메라가 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>연결된 카메라가 없습니다. 얼굴을 보는 것은 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>아직 확인하지 않은 카메라가 있습니다. 다시 시도하거나 꺼진 채로 두세요.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>아직 확인하지 않은 카메라가 있습니다. 얼굴 분석은 계속 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>‘예’라고 하셨습니다.
기록했습니다.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>‘아니요’라고 하셨습니다.
기록했습니다.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>‘예’를 취소하셨습니다.
기록했습니다.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>일행입니다</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>되돌리기 %1초</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>‘예’: %1. 나머지는 ‘아니요’.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>얼굴 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>본 기록 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>머문 시간 %n초</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>카메라 %1의 보고: 고객님의 데이터가 없었습니다.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>카메라 %1의 삭제 보고: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>고객님의 확인증입니다. 사진을 찍거나 코드를 적어 두세요. 이름도 사진도 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>고객님의 확인증입니다. 사진을 찍거나 코드를 적어 두세요. 이름도 사진도 들어 있지 않습니다. 이것으로 언제든지 여기서 마음을 바꿀 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>질문 %1/%2. 끝까지 답할 때까지 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>%2명 중 %1번째. 모두 ‘예’가 아니면 켜지지 않습니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>전체 읽기</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>일행 %n명입니다</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>확인증 있음</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>한꺼번에</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>하나씩</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>얼굴 분석은 ‘예’라고 한 손님 %n명만 켜져 있습니다. 다른 사람은 모두 꺼져 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>얼굴 분석
모두 꺼짐</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>확인증 있음</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>소리로 듣기</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>확인증 코드를 입력하세요.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>이 키오스크에 없는 코드입니다.
다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>이 코드로 취소할 것이 없습니다.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>이 확인증은 바뀌었거나 손상되었습니다.
코드를 입력하세요.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>다른 매장의 확인증입니다.
그 매장으로 가 주세요.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>기한이 지난 확인증입니다.
이제 남아 있는 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>코드가 여러 번 틀렸습니다.
잠시 기다리거나 직원에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>이름도 이유도 필요 없습니다. 코드면 충분합니다. 스캐너가 있으면 확인증을 대 주세요.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>얼굴 분석
모두 꺼짐</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>이 키오스크는 고장입니다. 아무것도 하지 않으셔도 됩니다. 그냥 들어오세요.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>직원이 얼굴 분석을 껐습니다. 아무것도 하지 않으셔도 됩니다. 그냥 들어오세요. ‘예’를 취소하시려면 직원에게 말씀하세요.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>답을 기록했고 확인증은 화면에 있습니다. 다른 사람이 들을 수 있어 둘 다 여기서 말하지 않습니다. 말해도 된다면 다음을 고르세요: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>글자, 소리, 배치</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>소리 멈추기</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>소리로 듣기</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>여기서 소리로 읽지 않는 언어: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>언어를 고르세요</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>키는 다섯 개입니다. 아래와 위는 다음과 이전, 선택, 뒤로, 그리고 도움말은 다시 듣기입니다.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>소리 내어 말하지 않습니다.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. 버튼.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>직원 비밀번호</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 비밀번호</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>비밀번호가 여러 번 틀렸습니다. %n초 기다리세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>비밀번호가 여러 번 틀렸습니다. %1까지 받지 않습니다.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>등록되지 않은 직원증입니다.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>없는 비밀번호입니다.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>검은 바탕에 흰 글자</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>모두 낮은 곳에</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>소리로 듣기</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>천천히 말하기</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>음량</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>내 답을 소리로 말하기</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>켜짐: 다른 사람이 들을 수 있습니다</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>글자, 소리, 배치</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>이 확인증의 답은
‘예’입니다.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>이 확인증의 답은
‘아니요’입니다.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>이 ‘예’는
취소되었습니다.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>취소하기</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>다시 답하기</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>한 번 터치하면 취소됩니다. 이름도 이유도 필요 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>취소할 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>다음 쪽 · %1/%2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>직원: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>카메라를 살펴봄: 계속</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>연결됨, 준비됨.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>연결됨, 꺼짐.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>연결하는 중입니다.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>카메라와 키오스크</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>확인해 주세요.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>모두 꺼져 있습니다.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>모두 정상입니다.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>초기화하기</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>다시 켜기</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>모두 끄기</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>손님의 ‘예’ 취소</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>출입문 안내문 새로 인쇄</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>안내문을 만들고 있습니다.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>안내문을 프린터로 보냈습니다.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>안내문을 인쇄하지 못했습니다. 프린터를 확인하거나 관리 담당자에게 연락하세요.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 마지막 확인: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>지난 7일(오늘 제외)</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>예: %1. 아니요: %2. 답하지 않고 떠남: %3. 줄표: 없거나 너무 적어 표시하지 않음.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>안내 내용</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>버전 %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>기록부</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>크기 %1, 루트 %2, 서명 키 %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>소프트웨어</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>연결된 카메라가 없습니다.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>멈췄다고 확인하지 않은 카메라가 있습니다. 모든 카메라가 꺼져 있습니다. 그 카메라를 살펴보고 다시 시작한 다음 계속하세요.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>끝났습니다. 모두의 얼굴 분석이 꺼졌고, 초기화가 기록되었습니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>끝났습니다. 경보가 해제되었고, 기록되었습니다.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>끝났습니다. 직원이 다시 켤 때까지 아무에게도 묻지 않고, 누구의 얼굴도 보지 않습니다.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>끝났습니다. 손님에게 다시 묻습니다.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>디스크에 기록할 수 없어 모든 카메라가 꺼져 있습니다. 키오스크를 껐다가 켜세요. 그래도 안 되면 관리 담당자에게 연락하세요.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>키오스크가 고장 나 모든 카메라가 꺼져 있습니다. 키오스크를 껐다가 켜세요.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>연결되지 않음: %1. 전원과 케이블을 살펴보세요.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>초기화하면 ‘예’라고 한 모든 사람의 얼굴 분석이 꺼지고, 화면의 내용이 지워지며, 담당자 이름으로 기록됩니다.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>고객님 얼굴 분석: 켜짐</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>모든 카메라가 확인할 때까지 꺼짐</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>전에 ‘예’라고 하지 않았다면 꺼짐</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>고객님 얼굴 분석: 꺼짐</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>아직 계신가요?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>아직 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>이 화면은 %n초 뒤에 닫힙니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>닫혀도 ‘예’도 ‘아니요’도 아닙니다.</translation>
    </message>
</context>
</TS>
