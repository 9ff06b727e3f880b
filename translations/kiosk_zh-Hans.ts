<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>这是您的凭证。可以拍照，或记下代码。上面没有姓名，也没有照片。</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>您选择了同意。
已记录。</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>您选择了不同意。
已记录。</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>您撤回了同意。
已记录。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>同意：%1。其余不同意。</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n 张脸</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n 次查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>您停留的 %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>摄像头 %1 说明：它没有保存您的任何数据。</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>摄像头 %1 说明已删除：%2。</translation>
    </message>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>我们无法区分您和旁边的人。
请你们 %n 人一起站在标记上，不要有其他人，再试一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>我们无法区分您和旁边的人。
请一个人站在标记上，再试一次。</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>我们无法区分您和旁边的人。
人脸分析保持关闭。</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>摄像头看不到您。
请站在标记上，再试一次。</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>摄像头看不到您了。
人脸分析已结束。</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>有一台摄像头没有确认已停止。在店员检查之前，所有摄像头均保持关闭。</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>有摄像头尚未确认。
请再试一次，或保持关闭。</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>有摄像头尚未确认。
人脸分析保持关闭。</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>我们是一起的</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>撤销 · %1秒</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>没有连接摄像头。
没有任何设备在看您的脸。</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>这是您的凭证。请拍照或记下凭证码。
上面没有姓名，也没有照片。
凭它可随时在这里改变主意。</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>我们无法再确定是您本人。面部分析已结束。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>第 %1 位，共 %2 位。全部同意才会开启。</translation>
    </message>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>第 %1 个问题，共 %2 个。答完之前保持关闭。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>阅读全部</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>我们共 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>我有凭证</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>一起回答</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐项选择</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>人脸分析只对%n位已同意的顾客开启，对其他人都关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>人脸分析
已全部关闭。</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>我有凭证</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>请输入凭证码。</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>本机没有这个凭证码。
请再核对一次。</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>这个凭证码没有可撤回的同意。</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>此凭证已被改动或损坏。
请输入上面的代码。</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>此凭证属于另一家店。
请到那家店办理。</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>此凭证已过期。
相关记录已不再保留。</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>错误代码次数过多。
请稍候，或询问店员。</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>无需姓名，无需理由，代码即可。如有扫描器，也可将凭证放在扫描器前。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>人脸分析
已全部关闭。</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>本机暂停服务。您无需任何操作，请直接进店。</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>店员已关闭人脸分析。您无需任何操作，请直接进店。如要撤回同意，请找店员。</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>回答已经记录，凭证在屏幕上。这里都不说出来，因为旁人可能会听到。要说出来，请选择：%1。</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>文字、声音和布局</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>停止朗读</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Choose your language</source>
        <translation>选择语言</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>这里不能朗读：%1</translation>
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
        <translation>五个键：向下为下一项，向上为上一项，还有选择、返回，以及重听的帮助键。</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>不朗读。</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1。按钮。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>店员密码</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1的密码</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>密码错误次数过多。请等待%n秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>密码错误次数过多。%1之前不能输入。</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>无法识别此工牌。</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
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
        <translation>全部放在低处</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>说慢一点</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>小声</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>大声</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>说出我的回答</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>开启：旁人可能会听到</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>文字、声音和布局</translation>
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
        <translation>凭证上的选择：
同意。</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>凭证上的选择：
不同意。</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>这项同意
已撤回。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>点一下即可撤回。无需姓名和理由。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤回的同意。</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>重新选择</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>下一页 · %1/%2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>店员：%1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>没有连接摄像头。</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>有一台摄像头没有确认已停止。所有摄像头均已关闭。请检查并重启该摄像头，然后继续。</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>硬盘无法写入记录，所有摄像头均已关闭。请将本机关机再开机。如果没有用，请联系维护人员。</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>本机出现故障，所有摄像头均已关闭。请将本机关机再开机。</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>未连接：%1。请检查电源和线缆。</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>重置会对所有已同意的人关闭人脸分析，清空屏幕上的这次来访，并记入您的名字。</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>已完成。所有人的人脸分析均已关闭，此次重置已记录。</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>已连接，可以使用。</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>已连接，已关闭。</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>正在连接。</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>摄像头和本机</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>请查看以下情况。</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>人脸分析已全部关闭。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>重置本次来访</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>打印新的门口告示</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>已完成。警报已解除，此操作已记录。</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>已完成。在店员重新开启之前，不询问任何人，也不看任何人的脸。</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>已完成。会重新询问顾客。</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>正在制作告示。</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>告示已送到打印机。</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>告示未能打印。请检查打印机，或联系维护人员。</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1上次确认：%2。</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>过去七天（不含今天）</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>同意：%1。不同意：%2。未作选择：%3。横线：没有人，或人数太少，不显示。</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>告知文本</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>版本 %1，%2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>记录簿</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>大小 %1，根 %2，签名密钥 %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>软件</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>摄像头已检查：继续</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>重新开启分析</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>关闭所有人的分析</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>为顾客撤回同意</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>已对您开启人脸分析</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>所有摄像头确认之前保持关闭</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>未对您开启人脸分析</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>未对您开启，除非您之前已同意</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>此页面将在%n秒后关闭。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>关闭既不代表同意，也不代表不同意。</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
</context>
</TS>
