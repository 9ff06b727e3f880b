"""Vietnamese."""

_S = r"[^.!?。！？؟]*"
_T = r"(?:(?!\bkhông\b)[^.!?。！？؟])*"  # as _S, with no "not"
_YOU = r"(?:quý vị |quý khách |bạn |khách |anh chị )?"
_AGREE = r"(?:đồng ý|chấp thuận|chấp nhận|cho phép|ưng thuận)"
_ENTER = (
    r"(?:bước vào|đi vào|vào|ở lại|nán lại|tiếp tục|sử dụng|dùng|ghé|đến|đọc|chạm"
    r"|im lặng|không (?:phản đối|từ chối|trả lời|nói gì|làm gì|có ý kiến))"
)
_GIFT = (
    r"(?<!không có )(?<!không )"
    r"\b(?:giảm giá|khuyến mãi|khuyến mại|ưu đãi|quà|phiếu mua hàng|voucher|coupon|phần thưởng|điểm thưởng|tích điểm"
    r"|miễn phí|trúng thưởng|hoàn tiền|tặng|bốc thăm)\b"
)
_USE = r"(?:vào|mua|dùng|sử dụng|phục vụ|nhận|thử|thanh toán)\b"

PATTERNS = {
    "ASSUMED": (
        rf"(?<!không )(?<!chưa )(?:được (?:coi|xem|hiểu) (?:là|như)|coi như|xem như){_T}{_AGREE}",
        rf"(?<!không )(?:mặc nhiên|đồng nghĩa với|ngụ ý|tức là){_T}{_AGREE}",
        rf"(?<!không )(?<!không có )\b(?:có )?nghĩa là {_T}{_AGREE}",
        rf"\b(?:khi|bằng cách|bằng việc|nếu|việc|hễ|cứ|một khi|đã) {_YOU}(?:vẫn |đã |còn |tiếp tục )?{_ENTER}\b{_T}{_AGREE}",
        rf"\bim lặng là {_T}{_AGREE}|(?:mặc định|ngầm) (?:(?:hiểu )?là )?{_AGREE}|{_AGREE} (?:ngầm|mặc nhiên|mặc định)",
        rf"\btrừ (?:khi|phi) {_YOU}(?:phản đối|từ chối|nói không|không (?:đồng ý|muốn|cho phép)|báo)",
    ),
    "CHOSEN": (
        r"(?<!không )(?<!không được )(?<!gì được )(?<!nào được )\b(?:chọn|đánh dấu|tích|bật) sẵn\b",
        r"\b(?:tự động|mặc định) (?:được )?(?:chọn|bật|đánh dấu|tích)\b|\bbỏ (?:chọn|đánh dấu|dấu tích|tích)\b|\bhủy chọn\b",
    ),
    "LATER": (
        r"\b(?:hỏi|nhắc|quyết định|chọn|tính|nói)(?: lại)?(?: tôi)?(?: lại)? (?:sau|lần sau)\b",
        r"\bđể (?:sau|lần sau|lúc khác)\b",
        r"\b(?:chưa|không) phải (?:bây giờ|lúc này)\b|\bbây giờ thì không\b|\bbỏ qua\b|\bnhắc (?:lại )?tôi\b",
    ),
    "BOUGHT": (rf"{_GIFT}{_T}{_AGREE}|{_AGREE}{_T}{_GIFT}",),
    "PRESSED": (
        rf"(?<!không )(?<!không cần )(?<!không phải )(?<!không bắt buộc )\b(?:phải|bắt buộc) (?:phải )?{_AGREE}",
        rf"\b(?:không (?:đồng ý|cho phép|chấp nhận)|từ chối|nói không){_S}\bkhông (?:được|thể|cho)(?: \w+){{0,2}} {_USE}",
        rf"\b(?:không (?:đồng ý|cho phép|chấp nhận)|từ chối|nói không){_S}\b(?:phải (?:ra|rời|trả thêm)|mời ra|xin rời)",
        rf"\bkhông (?:được|thể|cho)(?: \w+){{0,3}} {_USE}{_S}\b(?:nếu|trừ khi|khi chưa|mà không|mà chưa)\b{_S}{_AGREE}",
        rf"{_AGREE}{_S}\bmới (?:được|có thể) (?:\w+ )?{_USE}",
    ),
    "PRETEXT": (
        r"\b(?:cải thiện|nâng cao|tối ưu|nâng cấp|hoàn thiện|cải tiến)[^.!?]{0,24}\b(?:dịch vụ|trải nghiệm|phục vụ)\b",
        r"\b(?:dịch vụ|trải nghiệm|phục vụ)(?: \w+){0,3} tốt hơn\b",
    ),
}
