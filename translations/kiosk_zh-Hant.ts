<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>我們分不出您和旁邊的人。
請你們%n位一起站在標記上，不要有其他人，再試一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>我們分不出您和旁邊的人。
請一個人站在標記上，再試一次。</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>我們分不出您和旁邊的人。
臉部分析保持關閉。</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>我們無法再確定是您本人。
臉部分析已結束。</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>攝影機看不到您。
請站在標記上，再試一次。</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>攝影機看不到您了。
臉部分析已結束。</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>有一台攝影機沒有確認已停止。在店員檢查之前，所有攝影機都保持關閉。</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>沒有連接攝影機。
沒有任何設備在看您的臉。</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>有攝影機還沒有確認。
請再試一次，或保持關閉。</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>有攝影機還沒有確認。
臉部分析保持關閉。</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>您選擇了同意。
已經記錄。</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>您選擇了不同意。
已經記錄。</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>您撤回了同意。
已經記錄。</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>我們是一起的</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>復原 · %1秒</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>同意：%1。其餘不同意。</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>臉%n張</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>查看%n次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>您停留的%n秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>攝影機%1回報：沒有您的任何資料。</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>攝影機%1回報已刪除：%2。</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>這是您的憑證。請拍照或記下憑證碼。
上面沒有姓名，也沒有照片。</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>這是您的憑證。請拍照或記下憑證碼。
上面沒有姓名，也沒有照片。
憑它隨時可以在這裡改變心意。</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>第%1題，共%2題。答完之前都關閉。</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>第%1位，共%2位。全部同意才會開啟。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>完整說明</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>我們一共%n位</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>我有憑證</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>一次回答</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐項回答</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>臉部分析只對%n位已同意的顧客開啟，對其他人都關閉。</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>臉部分析
已全部關閉。</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>我有憑證</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗讀</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>請輸入您的憑證碼。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>這台機器沒有這個憑證碼。
請再檢查一次。</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>這個憑證碼沒有可以撤回的同意。</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>這張憑證被更改或損壞。
請輸入上面的憑證碼。</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>這張憑證是另一家店的。
請到那家店辦理。</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>這張憑證已經過期。
相關紀錄不再保存。</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>錯誤次數太多。
請稍候，或詢問店員。</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>不用姓名，不用理由，有憑證碼就夠了。如果有掃描器，也可以把憑證放在前面。</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>臉部分析
已全部關閉。</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>這台機器暫停服務。您不用做任何事，請直接進店。</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>店員已關閉臉部分析。您不用做任何事，請直接進店。要撤回同意，請找店員。</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>回答已經記錄，憑證在畫面上。這裡都不說出來，因為旁人可能會聽到。要說出來，請選：%1。</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>文字、聲音與版面</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止朗讀</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗讀</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>這裡不能朗讀：%1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>選擇語言</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>五個鍵：向下為下一項，向上為上一項，還有選擇、返回，以及重聽的說明鍵。</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>不朗讀。</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1。按鈕。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>店員密碼</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1的密碼</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>密碼錯誤次數太多。請等%n秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>密碼錯誤次數太多。%1之前無法輸入。</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>無法辨識這張員工證。</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>密碼不正確。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>黑底白字</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>全部放在低處</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗讀</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>說慢一點</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>小聲</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>大聲</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>說出我的回答</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>開啟：旁人可能會聽到</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>文字、聲音與版面</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>這張憑證的選擇：
同意。</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>這張憑證的選擇：
不同意。</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>這個同意
已經撤回。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>重新選擇</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>維持不變</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>按一下就能撤回。不用姓名，不用理由。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>沒有可以撤回的同意。</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>下一頁 · %1/%2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>店員：%1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>攝影機已檢查：繼續</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>已連接，可以使用。</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>已連接，已關閉。</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>正在連接。</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未連接。</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>攝影機與這台機器</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>請查看以下狀況。</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>臉部分析已全部關閉。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>重設這次使用</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>重新開啟分析</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>關閉所有人的分析</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>替顧客撤回同意</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>列印新的門口告示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>正在製作告示。</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>告示已送到印表機。</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>告示未能列印。請檢查印表機，或聯絡維護人員。</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1上次確認：%2。</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>過去七天（不含今天）</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>同意：%1。不同意：%2。沒有選擇：%3。橫線：沒有人，或人數太少，不顯示。</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>告知內容</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>版本%1，%2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>紀錄簿</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>大小%1，根%2，簽章金鑰%3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>軟體</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本%1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>沒有連接攝影機。</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>有一台攝影機沒有確認已停止。所有攝影機都已關閉。請檢查並重新啟動那台攝影機，然後繼續。</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>已完成。所有人的臉部分析都已關閉，這次重設也已記錄。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>已完成。警報已解除，這次操作也已記錄。</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>已完成。在店員重新開啟之前，不詢問任何人，也不看任何人的臉。</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>已完成。會重新詢問顧客。</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>硬碟無法寫入紀錄，所有攝影機都已關閉。請將這台機器關機再開機。如果沒有用，請聯絡維護人員。</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>這台機器發生故障，所有攝影機都已關閉。請關機再開機。</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>未連接：%1。請檢查電源和連接線。</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>重設會關閉所有已同意的人的臉部分析，清除畫面上的這次使用，並以您的名字記錄。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>您的臉部分析已開啟</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>所有攝影機確認之前都關閉</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>目前關閉，除非您之前已同意</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>您的臉部分析是關閉的</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>您還在嗎？</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我還在</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>這個畫面將在%n秒後關閉。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>關閉不代表同意，也不代表不同意。</translation>
    </message>
</context>
</TS>
