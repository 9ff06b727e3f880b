<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>Answered</name>
    <message numerus="yes">
        <source>We cannot tell you apart from others. Please stand on the mark, all %n of you and nobody else, and try again.</source>
        <translation>
            <numerusform>Chúng tôi không phân biệt được quý vị với người khác. Mời cả %n người, không thêm ai khác, đứng vào chỗ đánh dấu rồi thử lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Please stand on the mark alone and try again.</source>
        <translation>Chúng tôi không phân biệt được quý vị với người bên cạnh. Mời quý vị đứng một mình vào chỗ đánh dấu rồi thử lại.</translation>
    </message>
    <message>
        <source>We cannot tell you apart from the person next to you. Face analysis stays off.</source>
        <translation>Chúng tôi không phân biệt được quý vị với người bên cạnh. Phân tích khuôn mặt vẫn tắt.</translation>
    </message>
    <message>
        <source>We can no longer be sure that it is you. Face analysis has ended.</source>
        <translation>Chúng tôi không còn chắc đó là quý vị. Phân tích khuôn mặt đã kết thúc.</translation>
    </message>
    <message>
        <source>The camera does not see you. Please stand on the mark and try again.</source>
        <translation>Camera không thấy quý vị. Mời quý vị đứng vào chỗ đánh dấu rồi thử lại.</translation>
    </message>
    <message>
        <source>The camera lost sight of you. Face analysis has ended.</source>
        <translation>Camera không còn thấy quý vị. Phân tích khuôn mặt đã kết thúc.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All of them are off until the staff have looked.</source>
        <translation>Một camera chưa xác nhận là đã dừng. Tất cả camera đều tắt cho đến khi nhân viên kiểm tra.</translation>
    </message>
    <message>
        <source>No camera is connected. Nothing looks at your face.</source>
        <translation>Không có camera nào được kết nối. Không có gì nhìn mặt quý vị.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Please try again, or leave it off.</source>
        <translation>Chưa phải mọi camera đều đã xác nhận. Mời quý vị thử lại, hoặc cứ để tắt.</translation>
    </message>
    <message>
        <source>Not every camera has confirmed. Face analysis stays off.</source>
        <translation>Chưa phải mọi camera đều đã xác nhận. Phân tích khuôn mặt vẫn tắt.</translation>
    </message>
    <message>
        <source>You said yes.
That is recorded.</source>
        <translation>Quý vị đã chọn “Đồng ý”.
Đã ghi lại.</translation>
    </message>
    <message>
        <source>You said no.
That is recorded.</source>
        <translation>Quý vị đã chọn “Không”.
Đã ghi lại.</translation>
    </message>
    <message>
        <source>You took it back.
That is recorded.</source>
        <translation>Quý vị đã rút lại đồng ý.
Đã ghi lại.</translation>
    </message>
    <message>
        <source>We are together</source>
        <translation>Đi cùng nhau</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Undo · %1 s</source>
        <translation>Hoàn tác %1 s</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Yes to: %1. No to the rest.</source>
        <translation>Đồng ý: %1. Còn lại: không.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n khuôn mặt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look(s)</source>
        <translation>
            <numerusform>%n lần nhìn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) of your stay</source>
        <translation>
            <numerusform>%n giây quý vị ở lại</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera %1 says: it held nothing of yours.</source>
        <translation>Camera %1 báo: không giữ gì của quý vị.</translation>
    </message>
    <message>
        <source>Camera %1 says it erased: %2.</source>
        <translation>Camera %1 báo đã xóa: %2.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture.</source>
        <translation>Đây là biên nhận của quý vị. Hãy chụp ảnh hoặc ghi lại mã. Biên nhận không có tên, không có hình.</translation>
    </message>
    <message>
        <source>This is your receipt. Photograph it, or note the code. It holds no name and no picture. With it you can change your mind here at any time.</source>
        <translation>Đây là biên nhận của quý vị. Hãy chụp ảnh hoặc ghi lại mã. Biên nhận không có tên, không có hình. Với biên nhận này, quý vị có thể đổi ý tại đây bất cứ lúc nào.</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Question %1 of %2. It stays off until the last.</source>
        <translation>Câu %1/%2. Vẫn tắt cho đến câu cuối.</translation>
    </message>
    <message>
        <source>Person %1 of %2. It stays off unless everybody says yes.</source>
        <translation>Người %1/%2. Vẫn tắt nếu không phải ai cũng đồng ý.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Read everything</source>
        <translation>Đọc toàn văn</translation>
    </message>
    <message numerus="yes">
        <source>We are %n together</source>
        <translation>
            <numerusform>Chúng tôi có %n người</numerusform>
        </translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Có biên nhận</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Trả lời một lần</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Trả lời từng câu</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message numerus="yes">
        <source>Face analysis is on for %n visitor(s) who said yes, and for nobody else.</source>
        <translation>
            <numerusform>Phân tích khuôn mặt đang bật cho %n khách đã đồng ý, và không cho ai khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Không phân tích mặt ai.</translation>
    </message>
    <message>
        <source>I have a receipt</source>
        <translation>Có biên nhận</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc to</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Type the code of your receipt.</source>
        <translation>Mời quý vị nhập mã biên nhận.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>This kiosk has no such code.
Please check it.</source>
        <translation>Máy này không có mã đó.
Mời quý vị kiểm tra lại.</translation>
    </message>
    <message>
        <source>There is nothing to take back with this code.</source>
        <translation>Mã này không có gì để rút lại.</translation>
    </message>
    <message>
        <source>This receipt was altered or damaged.
Please type its code.</source>
        <translation>Biên nhận này đã bị sửa hoặc bị hỏng.
Mời quý vị nhập mã.</translation>
    </message>
    <message>
        <source>This receipt is from another shop.
Please go there.</source>
        <translation>Biên nhận này của cửa hàng khác.
Mời quý vị đến đó.</translation>
    </message>
    <message>
        <source>This receipt is past its time.
Nothing is kept about it any more.</source>
        <translation>Biên nhận này đã hết hạn.
Không còn lưu gì về nó nữa.</translation>
    </message>
    <message>
        <source>Too many wrong codes.
Please wait a little, or ask the staff.</source>
        <translation>Sai mã quá nhiều lần.
Mời quý vị chờ một lát, hoặc hỏi nhân viên.</translation>
    </message>
    <message>
        <source>No name, no reason: the code is enough. Where there is a scanner, hold the receipt before it.</source>
        <translation>Không cần tên, không cần lý do: chỉ cần mã. Nếu có máy quét, hãy đưa biên nhận ra trước máy.</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>Face analysis is off for everyone.</source>
        <translation>Không phân tích mặt ai.</translation>
    </message>
    <message>
        <source>This kiosk is out of order. You need not do anything: please walk in.</source>
        <translation>Máy này đang hỏng. Quý vị không cần làm gì: xin mời vào.</translation>
    </message>
    <message>
        <source>The staff have turned it off. You need not do anything: please walk in. To take a yes back, ask the staff.</source>
        <translation>Nhân viên đã tắt phân tích khuôn mặt. Quý vị không cần làm gì: xin mời vào. Muốn rút lại đồng ý, hãy nhờ nhân viên.</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>The answer is recorded, and the receipt is on the screen. Neither is said here, as others may hear it. To allow that, choose: %1.</source>
        <translation>Câu trả lời đã được ghi lại, biên nhận ở trên màn hình. Ở đây không đọc lên vì người khác có thể nghe thấy. Muốn cho đọc, hãy chọn: %1.</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Chữ, âm thanh, bố cục</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dừng đọc</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc to</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Erase</source>
        <translation>Xóa</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Not read aloud here: %1</source>
        <translation>Ở đây không đọc to: %1</translation>
    </message>
    <message>
        <source>Choose your language</source>
        <translation>Chọn ngôn ngữ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Thêm</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Five keys: down and up for the next and the one before, select, back, and help to hear it again.</source>
        <translation>Năm phím: xuống và lên để sang mục sau và mục trước, chọn, quay lại, và trợ giúp để nghe lại.</translation>
    </message>
    <message>
        <source>Not said aloud.</source>
        <translation>Không đọc thành tiếng.</translation>
    </message>
    <message>
        <source>%1. Button.</source>
        <translation>%1. Nút.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff PIN</source>
        <translation>Mã PIN nhân viên</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>Mã PIN của %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Wait %n second(s).</source>
        <translation>
            <numerusform>Sai mã PIN quá nhiều lần. Hãy chờ %n giây.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too many wrong PINs. None is taken before %1.</source>
        <translation>Sai mã PIN quá nhiều lần. Không nhận mã nào trước %1.</translation>
    </message>
    <message>
        <source>That badge is not known.</source>
        <translation>Không có thẻ nhân viên này.</translation>
    </message>
    <message>
        <source>That PIN is not known.</source>
        <translation>Không có mã PIN này.</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>On</source>
        <translation>Bật</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ lớn hơn</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>Chữ trắng nền đen</translation>
    </message>
    <message>
        <source>Everything within low reach</source>
        <translation>Mọi thứ ở tầm thấp</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc to</translation>
    </message>
    <message>
        <source>Speak slowly</source>
        <translation>Nói chậm</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Nhỏ</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Vừa</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Say my answer aloud</source>
        <translation>Đọc to câu trả lời</translation>
    </message>
    <message>
        <source>On: others may hear it</source>
        <translation>Bật: người khác có thể nghe thấy</translation>
    </message>
    <message>
        <source>Text, sound and layout</source>
        <translation>Chữ, âm thanh, bố cục</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
</context>
<context>
    <name>Recalled</name>
    <message>
        <source>This receipt
says yes.</source>
        <translation>Biên nhận này ghi
“Đồng ý”.</translation>
    </message>
    <message>
        <source>This receipt
says no.</source>
        <translation>Biên nhận này ghi
“Không”.</translation>
    </message>
    <message>
        <source>This yes was
taken back.</source>
        <translation>Sự đồng ý này
đã được rút lại.</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Ask me again</source>
        <translation>Trả lời lại</translation>
    </message>
    <message>
        <source>Keep my answer</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>One touch takes it back. No name, no reason.</source>
        <translation>Chạm một lần để rút lại. Không cần tên, không cần lý do.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Không có gì để rút lại.</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Next page · %1 of %2</source>
        <translation>Trang sau · %1/%2</translation>
    </message>
</context>
<context>
    <name>StaffDesk</name>
    <message>
        <source>Staff: %1</source>
        <translation>Nhân viên: %1</translation>
    </message>
    <message>
        <source>The camera was looked at: go on</source>
        <translation>Đã kiểm tra camera: tiếp tục</translation>
    </message>
    <message>
        <source>Connected, and ready.</source>
        <translation>Đã kết nối, sẵn sàng.</translation>
    </message>
    <message>
        <source>Connected, and off.</source>
        <translation>Đã kết nối, đang tắt.</translation>
    </message>
    <message>
        <source>It is connecting.</source>
        <translation>Đang kết nối.</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>Chưa kết nối.</translation>
    </message>
    <message>
        <source>Cameras and this kiosk</source>
        <translation>Camera và máy này</translation>
    </message>
    <message>
        <source>Please look at this.</source>
        <translation>Hãy xem việc này.</translation>
    </message>
    <message>
        <source>It is off for everyone.</source>
        <translation>Đang tắt cho mọi người.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Mọi thứ đều ổn.</translation>
    </message>
    <message>
        <source>Reset the visit</source>
        <translation>Đặt lại</translation>
    </message>
    <message>
        <source>Turn it on again</source>
        <translation>Bật lại</translation>
    </message>
    <message>
        <source>Turn it off for everyone</source>
        <translation>Tắt cho mọi người</translation>
    </message>
    <message>
        <source>Take a yes back for a visitor</source>
        <translation>Rút lại đồng ý cho khách</translation>
    </message>
    <message>
        <source>Print a new sign for the door</source>
        <translation>In bảng thông báo mới cho cửa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>The sign is being made.</source>
        <translation>Bảng thông báo đang được chuẩn bị.</translation>
    </message>
    <message>
        <source>The sign is at the printer.</source>
        <translation>Bảng thông báo đã được gửi tới máy in.</translation>
    </message>
    <message>
        <source>The sign could not be printed. Look at the printer, or call whoever looks after the kiosk.</source>
        <translation>Không in được bảng thông báo. Hãy kiểm tra máy in hoặc gọi người phụ trách máy.</translation>
    </message>
    <message>
        <source>%1 It last confirmed at %2.</source>
        <translation>%1 Xác nhận lần cuối: %2.</translation>
    </message>
    <message>
        <source>The last seven days, without today</source>
        <translation>Bảy ngày qua, không kể hôm nay</translation>
    </message>
    <message>
        <source>Yes: %1. No: %2. Left without an answer: %3. A dash: nobody, or too few to tell.</source>
        <translation>Đồng ý: %1. Không: %2. Rời đi không trả lời: %3. Dấu gạch: không có ai, hoặc quá ít để nêu.</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>Nội dung thông báo</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Phiên bản %1, %2</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>Sổ ghi</translation>
    </message>
    <message>
        <source>Size %1, root %2, signed by key %3</source>
        <translation>Cỡ %1, gốc %2, ký bằng khóa %3</translation>
    </message>
    <message>
        <source>The software</source>
        <translation>Phần mềm</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Phiên bản %1</translation>
    </message>
    <message>
        <source>No camera is connected.</source>
        <translation>Không có camera nào được kết nối.</translation>
    </message>
    <message>
        <source>A camera did not confirm that it stopped. All cameras are off. Look at the camera and restart it, then go on.</source>
        <translation>Một camera chưa xác nhận là đã dừng. Tất cả camera đều tắt. Hãy kiểm tra và khởi động lại camera đó, rồi tiếp tục.</translation>
    </message>
    <message>
        <source>Done. Face analysis is off for everyone, and the reset is recorded.</source>
        <translation>Xong. Phân tích khuôn mặt đã tắt cho mọi người, và việc đặt lại đã được ghi lại.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Done. The alarm is cleared, and that is recorded.</source>
        <translation>Xong. Đã xóa cảnh báo, và việc này đã được ghi lại.</translation>
    </message>
    <message>
        <source>Done. Nobody is asked and nobody is looked at, until staff turn it on again.</source>
        <translation>Xong. Không hỏi ai và không nhìn mặt ai, cho đến khi nhân viên bật lại.</translation>
    </message>
    <message>
        <source>Done. Visitors are asked again.</source>
        <translation>Xong. Khách lại được hỏi.</translation>
    </message>
    <message>
        <source>The disk takes no records, so all cameras are off. Switch the kiosk off and on. If that does not help, call whoever looks after it.</source>
        <translation>Ổ đĩa không ghi được, nên tất cả camera đều tắt. Hãy tắt máy này rồi bật lại. Nếu vẫn vậy, hãy gọi người phụ trách máy.</translation>
    </message>
    <message>
        <source>The kiosk has failed, so all cameras are off. Switch it off and on.</source>
        <translation>Máy này bị lỗi, nên tất cả camera đều tắt. Hãy tắt máy rồi bật lại.</translation>
    </message>
    <message>
        <source>Not connected: %1. Look at its power and its cable.</source>
        <translation>Chưa kết nối: %1. Hãy kiểm tra nguồn điện và dây cáp.</translation>
    </message>
    <message>
        <source>Resetting turns face analysis off for everyone who said yes, forgets the visit on the screen, and is recorded with your name.</source>
        <translation>Đặt lại sẽ tắt phân tích khuôn mặt cho mọi người đã đồng ý, xóa lượt đang dùng trên màn hình, và được ghi lại kèm tên của bạn.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Face analysis is on for you</source>
        <translation>Phân tích mặt quý vị: bật</translation>
    </message>
    <message>
        <source>Off until every camera has confirmed</source>
        <translation>Tắt cho đến khi mọi camera xác nhận</translation>
    </message>
    <message>
        <source>Off for you, unless you said yes before</source>
        <translation>Đang tắt, trừ khi trước đây quý vị đã đồng ý</translation>
    </message>
    <message>
        <source>Face analysis is off for you</source>
        <translation>Phân tích mặt quý vị: tắt</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>Quý vị còn đó không?</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>Tôi vẫn ở đây</translation>
    </message>
    <message numerus="yes">
        <source>This page closes in %n second(s).</source>
        <translation>
            <numerusform>Trang này sẽ đóng sau %n giây.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing it is neither yes nor no.</source>
        <translation>Đóng trang không phải là đồng ý, cũng không phải là từ chối.</translation>
    </message>
</context>
</TS>
