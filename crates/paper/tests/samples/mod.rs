//! Invoices to print: an ordinary one, a long one, a hostile one.

use chrono::NaiveDate;
use dong::Dong;
use dong::words::WordStyle;
use paper::{Customer, Invoice, Language, Line, Payment, Qr, Shop, Sums, Tax};

/// What the sample's QR says.
pub(crate) const QR_TEXT: &str = "00020101021238570010A00000072701270006970436011301234567890120208QRIBFTTA53037045405972005802VN62140810INV20260426304ABCD";

/// The modules of a text.
pub(crate) fn qr(text: &str) -> Qr {
    let matrix = vietqr::draw::matrix(text).unwrap();
    Qr::new(matrix.rows().map(<[bool]>::to_vec).collect()).unwrap()
}

fn line(name: &str, unit: &str, quantity: i64, price: i64) -> Line {
    Line {
        name: name.to_owned(),
        note: String::new(),
        unit: unit.to_owned(),
        quantity,
        unit_price: Dong::new(price),
        amount: Dong::new(price * quantity),
        tax: "8%".to_owned(),
    }
}

/// A café's invoice of five lines.
pub(crate) fn ordinary() -> Invoice {
    let mut lines = vec![
        line("Cà phê sữa đá Sài Gòn", "ly", 12, 29_000),
        line(
            "Bánh mì thịt nguội đặc biệt, thêm pa-tê và chả lụa",
            "ổ",
            10,
            35_000,
        ),
        line("Trà đào cam sả", "ly", 8, 45_000),
        line("Nước ép ổi hồng", "chai", 4, 39_000),
        line("Phí giao hàng tận nơi", "lần", 1, 40_000),
    ];
    lines[0].note = "Ít đường, nhiều đá; giao trước 8 giờ 30".to_owned();
    Invoice {
        language: Language::Vietnamese,
        word_style: WordStyle::default(),
        shop: Shop {
            name: "Cà phê Mùa Thu".to_owned(),
            details: [
                "128/4 Nguyễn Đình Chiểu, Phường Võ Thị Sáu, Quận 3, TP. Hồ Chí Minh",
                "Điện thoại 028 3930 1234",
                "Mã số thuế 0312 345 678",
            ]
            .map(str::to_owned)
            .to_vec(),
        },
        title: "Phiếu yêu cầu thanh toán".to_owned(),
        number: "INV-2026-0042".to_owned(),
        issued: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        due: NaiveDate::from_ymd_opt(2026, 11, 28),
        printed: NaiveDate::from_ymd_opt(2026, 11, 21)
            .unwrap()
            .and_hms_opt(14, 5, 0),
        is_reprint: false,
        is_practice: false,
        customer: Some(Customer {
            name: "Công ty TNHH Thương mại Dịch vụ Đất Việt".to_owned(),
            details: [
                "45 Lê Duẩn, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh",
                "Chị Nguyễn Thị Hồng Diễm · 0909 123 456",
            ]
            .map(str::to_owned)
            .to_vec(),
        }),
        lines,
        sums: Sums {
            subtotal: Dong::new(1_254_000),
            discount: Dong::new(100_000),
            taxes: vec![Tax {
                label: "Thuế GTGT 8%".to_owned(),
                amount: Dong::new(92_320),
            }],
            total: Dong::new(1_246_320),
            is_provisional: false,
        },
        payment: Some(Payment {
            bank: "Vietcombank – Ngân hàng TMCP Ngoại thương Việt Nam".to_owned(),
            account_name: "NGUYEN VAN AN".to_owned(),
            account_number: "0123456789012".to_owned(),
            memo: "INV2026042".to_owned(),
            amount: Dong::new(1_246_320),
            qr: Some(qr(QR_TEXT)),
        }),
        note: "Vui lòng giữ nguyên nội dung chuyển khoản để đơn được xác nhận tự động.".to_owned(),
        footer: "Cảm ơn quý khách và hẹn gặp lại!".to_owned(),
    }
}

/// The ordinary one with `count` lines.
pub(crate) fn of_lines(count: usize) -> Invoice {
    let mut invoice = ordinary();
    invoice.lines = (0..count)
        .map(|place| {
            let mut line = invoice.lines[place % 5].clone();
            line.name = format!("{} {}", line.name, place + 1);
            line
        })
        .collect();
    invoice
}

/// A short English one of practice mode, printed again.
pub(crate) fn practice() -> Invoice {
    let mut invoice = of_lines(1);
    invoice.language = Language::English;
    invoice.title = "Payment request".to_owned();
    invoice.is_practice = true;
    invoice.is_reprint = true;
    invoice.sums.is_provisional = true;
    invoice.footer = "Thank you!".to_owned();
    invoice.note.clear();
    invoice
}

/// The ordinary one with `text` wherever a text goes, and figures as long as they get.
pub(crate) fn hostile(text: &str) -> Invoice {
    let mut invoice = of_lines(3);
    let texts = vec![text.to_owned(); 7];
    invoice.shop = Shop {
        name: text.to_owned(),
        details: texts.clone(),
    };
    invoice.customer = Some(Customer {
        name: text.to_owned(),
        details: texts,
    });
    invoice.title = text.to_owned();
    invoice.number = text.chars().take(40).collect();
    for line in &mut invoice.lines {
        line.name = text.to_owned();
        line.note = text.to_owned();
        line.unit = text.to_owned();
        line.tax = text.to_owned();
        line.quantity = i64::MAX;
        line.unit_price = Dong::MIN;
        line.amount = Dong::MAX;
    }
    invoice.sums = Sums {
        subtotal: Dong::MAX,
        discount: Dong::MIN,
        taxes: vec![
            Tax {
                label: text.to_owned(),
                amount: Dong::MIN,
            };
            paper::MOST_TAXES
        ],
        total: Dong::MAX,
        is_provisional: true,
    };
    if let Some(payment) = &mut invoice.payment {
        payment.bank = text.to_owned();
        payment.account_name = text.to_owned();
        payment.account_number = text.chars().take(34).collect();
        payment.memo = text.chars().take(140).collect();
        payment.amount = Dong::MAX;
    }
    invoice.note = text.to_owned();
    invoice.footer = text.to_owned();
    invoice
}

/// Every sample with its name.
#[allow(dead_code, reason = "not every user of the samples wants them all")]
pub(crate) fn all() -> Vec<(&'static str, Invoice)> {
    vec![
        ("ordinary", ordinary()),
        ("practice", practice()),
        ("lines20", of_lines(20)),
        ("lines500", of_lines(500)),
        (
            "hostile",
            hostile(&"<b>\u{202e}Phở Bò</b> & 咖啡 🍜 ".repeat(300)),
        ),
    ]
}
