//! What the paper itself says, in both languages. Everything else is the caller's text.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// The language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vietnamese,
    /// English.
    English,
}

impl Language {
    /// The language's code: `vi`, `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vietnamese => "vi",
            Self::English => "en",
        }
    }
}

/// The sentence that is on every page of a sheet and on every slip.
#[must_use]
pub const fn not_an_e_invoice(language: Language) -> &'static str {
    words(language).not_an_e_invoice
}

pub(crate) struct Words {
    pub(crate) not_an_e_invoice: &'static str,
    pub(crate) practice: &'static str,
    pub(crate) practice_band: &'static str,
    pub(crate) practice_receipt: &'static str,
    pub(crate) reprint: &'static str,
    pub(crate) printed: &'static str,
    pub(crate) number: &'static str,
    pub(crate) issued: &'static str,
    pub(crate) due: &'static str,
    pub(crate) customer: &'static str,
    pub(crate) item: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) quantity: &'static str,
    pub(crate) unit_price: &'static str,
    pub(crate) tax: &'static str,
    pub(crate) amount: &'static str,
    pub(crate) subtotal: &'static str,
    pub(crate) discount: &'static str,
    pub(crate) total: &'static str,
    pub(crate) provisional: &'static str,
    pub(crate) in_words: &'static str,
    pub(crate) pay: &'static str,
    pub(crate) scan: &'static str,
    pub(crate) pay_page: &'static str,
    pub(crate) scan_page: &'static str,
    pub(crate) bank: &'static str,
    pub(crate) account_name: &'static str,
    pub(crate) account_number: &'static str,
    pub(crate) to_pay: &'static str,
    pub(crate) memo: &'static str,
    pub(crate) note: &'static str,
    pub(crate) page: &'static str,
    pub(crate) continued: &'static str,
}

const VIETNAMESE: Words = Words {
    not_an_e_invoice: "Phiếu yêu cầu thanh toán – không phải hóa đơn điện tử",
    practice: "LUYỆN TẬP",
    practice_band: "LUYỆN TẬP – KHÔNG CÓ GIÁ TRỊ THANH TOÁN",
    practice_receipt: "LUYỆN TẬP – KHÔNG CÓ TIỀN NÀO ĐƯỢC CHUYỂN",
    reprint: "Bản in lại",
    printed: "In lúc",
    number: "Số",
    issued: "Ngày lập",
    due: "Hạn thanh toán",
    customer: "Khách hàng",
    item: "Tên hàng",
    unit: "ĐVT",
    quantity: "SL",
    unit_price: "Đơn giá",
    tax: "Thuế",
    amount: "Thành tiền",
    subtotal: "Cộng tiền hàng",
    discount: "Giảm giá",
    total: "Tổng cộng",
    provisional: "tạm tính",
    in_words: "Bằng chữ",
    pay: "Thanh toán chuyển khoản",
    scan: "Quét mã bằng ứng dụng ngân hàng",
    pay_page: "Thanh toán trực tuyến",
    scan_page: "Quét mã bằng camera điện thoại để mở trang thanh toán",
    bank: "Ngân hàng",
    account_name: "Chủ tài khoản",
    account_number: "Số tài khoản",
    to_pay: "Số tiền",
    memo: "Nội dung",
    note: "Ghi chú",
    page: "Trang",
    continued: "tiếp theo",
};

const ENGLISH: Words = Words {
    not_an_e_invoice: "Payment request – not an e-invoice",
    practice: "PRACTICE",
    practice_band: "PRACTICE – NOT A REAL PAYMENT REQUEST",
    practice_receipt: "PRACTICE – NO MONEY WAS MOVED",
    reprint: "Reprint",
    printed: "Printed",
    number: "Number",
    issued: "Date",
    due: "Pay by",
    customer: "Customer",
    item: "Item",
    unit: "Unit",
    quantity: "Qty",
    unit_price: "Unit price",
    tax: "Tax",
    amount: "Amount",
    subtotal: "Subtotal",
    discount: "Discount",
    total: "Total",
    provisional: "provisional",
    in_words: "In words",
    pay: "Pay by bank transfer",
    scan: "Scan with your banking app",
    pay_page: "Pay online",
    scan_page: "Scan with your phone's camera to open the payment page",
    bank: "Bank",
    account_name: "Account name",
    account_number: "Account number",
    to_pay: "Amount",
    memo: "Message",
    note: "Note",
    page: "Page",
    continued: "continued",
};

pub(crate) const fn words(language: Language) -> &'static Words {
    match language {
        Language::Vietnamese => &VIETNAMESE,
        Language::English => &ENGLISH,
    }
}

/// `21/11/2026`, `21 Nov 2026`: in English no day can be taken for a month.
pub(crate) fn date(date: NaiveDate, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let numbers = format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year());
    match language {
        Language::Vietnamese => numbers,
        Language::English => MONTHS
            .iter()
            .zip(1_u32..)
            .find(|(_, number)| *number == date.month())
            .map_or(numbers, |(month, _)| {
                format!("{} {month} {:04}", date.day(), date.year())
            }),
    }
}

/// `14:05 21/11/2026`.
pub(crate) fn moment(moment: NaiveDateTime, language: Language) -> String {
    format!(
        "{:02}:{:02} {}",
        moment.hour(),
        moment.minute(),
        date(moment.date(), language)
    )
}
