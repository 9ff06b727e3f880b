<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>あなたとほかの人を見分けられません。
%n人だけで印の上に立って、もう一度お試しください。</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>あなたと隣の人を見分けられません。
1人で印の上に立って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>あなたと隣の人を見分けられません。
顔の分析はオフのままです。</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>あなただと確認できなくなりました。
顔の分析は終わりました。</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>カメラにあなたが映っていません。
印の上に立って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>カメラがあなたを見失いました。
顔の分析は終わりました。</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>停止を確認できないカメラがあります。店員が確かめるまで、すべてのカメラがオフです。</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>つながっているカメラはありません。
あなたの顔を見るものはありません。</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>まだ確認できないカメラがあります。
もう一度試すか、オフのままにしてください。</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>まだ確認できないカメラがあります。
顔の分析はオフのままです。</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>答えは「はい」。
記録しました。</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>答えは「いいえ」。
記録しました。</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>取り消しました。
記録しました。</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>一緒です</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>戻す · %1秒</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>「はい」：%1。ほかは「いいえ」。</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>顔%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>見た記録%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>滞在時間%n秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>カメラ%1の報告：あなたのデータはありませんでした。</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>カメラ%1の消去の報告：%2。</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>あなたの控えです。写真を撮るか、コードをメモしてください。名前も写真もありません。</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>あなたの控えです。写真を撮るか、コードをメモしてください。名前も写真もありません。これがあれば、ここでいつでも答えを変えられます。</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>質問%1/%2。最後まで答えるまでオフのままです。</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>%2人中%1人目。全員が「はい」でなければオフのままです。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>全文を読む</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>%n人で来ました</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>控えがあります</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>まとめて答える</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>1つずつ答える</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>顔の分析は「はい」と答えた%n人だけオンです。ほかの人は全員オフです。</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>顔の分析は
全員オフ</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>控えがあります</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>控えのコードを
入力してください。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>この端末にそのコードはありません。
もう一度お確かめください。</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>このコードで取り消すものはありません。</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>この控えは書き換えられたか、壊れています。
コードを入力してください。</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>この控えは別の店のものです。
その店でご利用ください。</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>この控えは期限が過ぎています。
記録はもう残っていません。</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>コードの間違いが続きました。
少し待つか、店員にお尋ねください。</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>名前も理由もいりません。コードだけで十分です。読み取り機があれば、控えをかざしてください。</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>顔の分析は
全員オフ</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>この端末は使えません。何もしなくて大丈夫です。そのままお入りください。</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>店員がオフにしました。何もしなくて大丈夫です。そのままお入りください。「はい」の取り消しは、店員にお申し出ください。</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>答えを記録しました。控えは画面に出ています。周りの人に聞こえることがあるので、どちらもここでは言いません。言ってもよければ、次を選んでください：%1。</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>文字・音・配置</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>読み上げを止める</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>消す</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>ここでは読み上げません：%1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>言語を選んでください</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>キーは五つです。下と上で次と前へ、決定、戻る、ヘルプでもう一度聞けます。</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>声に出しません。</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1。ボタン。</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>店員の暗証番号</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1の暗証番号</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>暗証番号の間違いが続きました。%n秒お待ちください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>暗証番号の間違いが続きました。%1まで受け付けません。</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>この社員証は登録されていません。</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>暗証番号が違います。</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>黒地に白い文字</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>すべて低い位置に</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>読み上げる</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>ゆっくり話す</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>小さい</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>大きい</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>答えを声に出す</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>オン：周りの人に聞こえることがあります</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>文字・音・配置</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>この控えの答えは
「はい」です。</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>この控えの答えは
「いいえ」です。</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>この「はい」は
取り消されました。</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>変える</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>答え直す</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>変えない</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>1回のタッチで取り消せます。名前も理由もいりません。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>取り消すものはありません。</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>次のページ · %1/%2</translation>
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
        <translation>カメラを点検した：続ける</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>接続中。準備できています。</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>接続中。オフです。</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>接続しています。</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>つながっていません。</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>カメラとこの端末</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>確認してください。</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>全員オフです。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>異常ありません。</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>リセットする</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>再びオンにする</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>全員オフにする</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>来店者の「はい」を取り消す</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>入口の新しい掲示を印刷</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>掲示を作成しています。</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>掲示をプリンターに送りました。</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>掲示を印刷できませんでした。プリンターを確認するか、保守の担当者に連絡してください。</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1最後の確認：%2。</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>過去7日間（今日を除く）</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>はい：%1。いいえ：%2。答えずに離れた：%3。横線：0人か、少なすぎて示せません。</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>説明文</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>バージョン%1、%2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>記録簿</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>件数%1、ルート%2、署名の鍵%3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>ソフトウェア</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>バージョン%1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>つながっているカメラはありません。</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>停止を確認できないカメラがあります。すべてのカメラはオフです。そのカメラを点検して再起動し、続けてください。</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>完了しました。顔の分析は全員オフです。リセットは記録されました。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>完了しました。警報を解除し、記録しました。</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>完了しました。店員が再びオンにするまで、誰にも尋ねず、誰の顔も見ません。</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>完了しました。来店者への質問を再開します。</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>ディスクに記録できないため、すべてのカメラはオフです。端末の電源を入れ直してください。直らなければ、保守の担当者に連絡してください。</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>端末が故障したため、すべてのカメラはオフです。電源を入れ直してください。</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>つながっていません：%1。電源とケーブルを確かめてください。</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>リセットすると、「はい」と答えた全員の顔の分析がオフになり、画面の内容が消え、あなたの名前で記録されます。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>あなたの顔分析はオンです</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>すべてのカメラが確認するまでオフです</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>以前「はい」と答えていなければオフです</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>あなたの顔分析はオフです</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>まだそこに
いますか？</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>まだいます</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>この画面は%n秒後に閉じます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>閉じても「はい」にも「いいえ」にもなりません。</translation>
    </message>
</context>
</TS>
