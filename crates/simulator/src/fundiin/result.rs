//! The words of `resultStatus` on a request, with their texts.

/// `[D]` The 19 results of the Initiate page, then the two that Cancel adds. English is the page's text; the page
/// shows Vietnamese for `APPROVED` only.
const RESULTS: [(&str, &str, &str); 21] = [
    ("APPROVED", "Approved", "Thành công"),
    ("ACCESS_DENIED", "Access denied.", "Truy cập bị từ chối."),
    (
        "INVALID_REQUEST",
        "The request is invalid.",
        "Yêu cầu không hợp lệ.",
    ),
    (
        "INVALID_REFERENCE_ID",
        "referenceId is invalid.",
        "Mã tham chiếu không hợp lệ.",
    ),
    (
        "INVALID_STORE_ID",
        "The storeId is invalid.",
        "Mã cửa hàng không hợp lệ.",
    ),
    (
        "DUPLICATE_REFERENCE_ID",
        "The referenceId is duplicated.",
        "Mã tham chiếu đã được dùng.",
    ),
    (
        "INVALID_CLIENT_ID",
        "clientId is not registered.",
        "Mã kết nối chưa được đăng ký.",
    ),
    (
        "INVALID_SIGNATURE",
        "The HMAC signature is invalid.",
        "Chữ ký không hợp lệ.",
    ),
    (
        "INVALID_MERCHANT_ID",
        "Merchant is not registered.",
        "Đơn vị bán hàng chưa được đăng ký.",
    ),
    (
        "INVALID_HTTP_METHOD",
        "HTTP method is invalid.",
        "Phương thức HTTP không hợp lệ.",
    ),
    ("INVALID_API", "API is not defined.", "Không có API này."),
    (
        "INVALID_AMOUNT",
        "Payment amount is invalid.",
        "Số tiền không hợp lệ.",
    ),
    (
        "PHONE_NUMBER_UNAVAILABLE",
        "Phone number is unavailable.",
        "Số điện thoại không dùng được.",
    ),
    (
        "PHONE_NUMBER_INVALID",
        "Phone number is invalid.",
        "Số điện thoại không hợp lệ.",
    ),
    (
        "AMOUNT_EXCEEDED_UPPER_LIMIT",
        "Payment amount exceeds the configured limit.",
        "Số tiền vượt hạn mức.",
    ),
    (
        "AMOUNT_BELOW_MINIMUM_LIMIT",
        "Payment amount is below the minimum limit.",
        "Số tiền dưới mức tối thiểu.",
    ),
    (
        "REQUEST_PROCESSING",
        "The request was already processed or is in progress.",
        "Yêu cầu đã được xử lý hoặc đang được xử lý.",
    ),
    (
        "DOWNSTREAM_ERROR",
        "Partner downstream timeout.",
        "Đối tác không phản hồi kịp.",
    ),
    (
        "ERROR_GENERAL",
        "Declined due to a general error.",
        "Bị từ chối do lỗi chung.",
    ),
    (
        "PAYMENT_INPROGRESS",
        "The payment is being processed.",
        "Giao dịch đang được xử lý.",
    ),
    (
        "PAYMENT_ALREADY_COMPLETED",
        "The payment is already completed.",
        "Giao dịch đã hoàn tất.",
    ),
];

/// The result of a request that was taken.
pub(crate) const APPROVED: &str = "APPROVED";

/// The text of a result; a word that is not ours is its own text.
pub(crate) fn text(word: &str, in_vietnamese: bool) -> &str {
    let row = RESULTS.iter().find(|(known, _, _)| *known == word);
    row.map_or(
        word,
        |(_, english, vietnamese)| if in_vietnamese { vietnamese } else { english },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_follow_the_language_and_strange_words_stand_for_themselves() {
        assert_eq!(text(APPROVED, true), "Thành công");
        assert_eq!(text("INVALID_API", false), "API is not defined.");
        assert_eq!(text("NEW_WORD", true), "NEW_WORD");
    }
}
