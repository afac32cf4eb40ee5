//! The payment-level words of status and notification (contract §9.2, §9.3).

use crate::assumptions::fundiin::{DECLINED_RESULT, PAID_ONLINE_METHOD, REFUSED_RESULT};
use crate::books::{Instalment, State};

/// `[D]` The newest pages' word for a first part paid in the shop.
pub(crate) const IN_STORE_METHOD: &str = "IN_STORE_PAYMENT";

/// `paymentStatus`.
pub(crate) const fn payment_status(state: State) -> &'static str {
    match state {
        State::Waiting => "WAITING",
        State::InProgress | State::AwaitsFirstPartHere => "PENDING",
        State::Paid => "SUCCESS",
        State::Refused | State::Declined | State::Expired | State::Cancelled => "FAIL",
    }
}

/// `resultStatus` as status and notification use it.
pub(crate) const fn result(state: State) -> &'static str {
    match state {
        State::Refused => REFUSED_RESULT,
        State::Declined => DECLINED_RESULT,
        State::Expired => "EXPIRED",
        State::Cancelled => "CANCELLED",
        other => payment_status(other),
    }
}

/// `resultMsg` beside it. Text is not contract; `Approved` stands in the published sample.
pub(crate) fn text(result: &str, in_vietnamese: bool) -> &str {
    match (result, in_vietnamese) {
        ("SUCCESS", false) => "Approved",
        ("SUCCESS", true) => "Thành công",
        ("WAITING", false) => "Waiting for the customer.",
        ("WAITING", true) => "Đang chờ khách hàng.",
        ("PENDING", false) => "The payment is being processed.",
        ("PENDING", true) => "Giao dịch đang được xử lý.",
        ("EXPIRED", false) => "The payment has expired.",
        ("EXPIRED", true) => "Giao dịch đã hết hạn.",
        ("CANCELLED", false) => "The payment was cancelled.",
        ("CANCELLED", true) => "Giao dịch đã bị hủy.",
        _ => super::result::text(result, in_vietnamese),
    }
}

/// `paymentMethod`.
pub(crate) const fn method(row: &Instalment) -> &'static str {
    if row.is_paid_here {
        IN_STORE_METHOD
    } else {
        PAID_ONLINE_METHOD
    }
}

/// `[I]` §5 The status says `QR` where the notification says `POS`.
pub(crate) fn channel_in_status(row: &Instalment) -> &str {
    match row.new.payment_method.as_str() {
        "POS" => "QR",
        other => other,
    }
}
