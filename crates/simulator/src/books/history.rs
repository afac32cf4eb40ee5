//! Past payments of the practice shop: believable, and mixed – paid, short, over, unpaid.

use dong::Dong;
use serde_json::json;

use super::{Books, NewPayment, Transfer};

const HOUR_MS: i64 = 60 * 60 * 1_000;

/// Hours ago, what was sold, who bought it, amount and received sum in dong.
type Row = (i64, &'static str, Option<&'static str>, i64, i64);

const ROWS: [Row; 24] = [
    (163, "Bàn 3 – 2 cà phê sữa đá, 1 bánh mì", None, 83_000, 83_000),
    (
        162,
        "Cà phê hạt Cầu Đất 500g",
        Some("Nguyễn Thị Thu Hường"),
        185_000,
        185_000,
    ),
    (160, "Bàn 7 – 4 bạc xỉu", None, 140_000, 140_000),
    (158, "Đặt bánh sinh nhật", Some("Trần Quốc Đạt"), 420_000, 420_000),
    (
        141,
        "Mang về – 6 trà đào cam sả",
        Some("Lê Hoàng Yến"),
        270_000,
        270_000,
    ),
    (140, "Bàn 1 – 1 espresso, 1 croissant", None, 78_000, 80_000),
    (138, "Bàn 5 – 3 sinh tố bơ", None, 165_000, 165_000),
    (
        118,
        "Tiệc họp lớp 20 phần",
        Some("Phạm Minh Khuê"),
        1_900_000,
        1_900_000,
    ),
    (117, "Bàn 2 – 2 cà phê muối", None, 70_000, 70_000),
    (115, "Bàn 9 – 1 trà sen vàng", None, 55_000, 0),
    (
        114,
        "Phin nhôm và 1 kg cà phê",
        Some("Đỗ Văn Thịnh"),
        365_000,
        365_000,
    ),
    (94, "Bàn 4 – 2 nước ép cam, 2 bánh flan", None, 150_000, 150_000),
    (93, "Bàn 6 – 5 cà phê đen đá", None, 125_000, 125),
    (
        92,
        "Giao hàng – 10 ly trà sữa",
        Some("Vũ Ngọc Ánh"),
        450_000,
        450_000,
    ),
    (70, "Bàn 8 – 1 combo sáng", None, 65_000, 65_000),
    (
        69,
        "Đặt cọc tiệc cuối năm",
        Some("Công ty TNHH Gỗ Hòa Phát Lộc"),
        3_000_000,
        3_000_000,
    ),
    (67, "Bàn 3 – 2 matcha đá xay", None, 118_000, 118_000),
    (46, "Mang về – 3 cà phê sữa", None, 87_000, 87_000),
    (
        45,
        "Hộp quà Tết cà phê",
        Some("Bùi Thị Kim Oanh"),
        540_000,
        550_000,
    ),
    (
        43,
        "Bàn 10 – 2 trà vải, 1 khoai tây chiên",
        None,
        132_000,
        132_000,
    ),
    (22, "Bàn 2 – 1 cà phê trứng", None, 45_000, 45_000),
    (21, "Bàn 5 – 4 sữa chua đánh đá", None, 160_000, 100_000),
    (20, "Cà phê rang xay 2 kg", Some("Hồ Tấn Lực"), 520_000, 520_000),
    (19, "Bàn 1 – 2 bạc xỉu, 2 bánh mì chảo", None, 174_000, 174_000),
];

/// Writes the past week into new books.
pub(crate) fn write(books: &mut Books, now_ms: i64) {
    let Some(chosen) = books.accounts().first().cloned() else {
        return;
    };
    let receiving = books.receiving_account(&chosen);
    for (position, (hours_ago, description, customer, amount, received)) in (1_001..).zip(ROWS) {
        let at_ms = now_ms.saturating_sub(hours_ago.saturating_mul(HOUR_MS));
        let new = NewPayment {
            payment_method: "bank_transfer".to_owned(),
            account_id: chosen.account_id.clone(),
            amount: Dong::new(amount),
            description: Some(description.to_owned()),
            reference_id: Some(format!("SM-{position}")),
            reference_type: None,
            customer: customer.map(|name| json!({ "name": name })),
        };
        books.request_payment(new, &receiving, at_ms, None);
        if received > 0
            && let Some(payment) = books.payments.last_mut()
        {
            payment.transfers.push(Transfer {
                amount: Dong::new(received),
                at_ms: at_ms.saturating_add(45_000),
                counts: true,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_past_is_in_order_and_holds_every_status() {
        let books = Books::open(2_000_000_000_000, true);
        let payments = books.payments();
        assert_eq!(payments.len(), ROWS.len());
        assert!(payments.is_sorted_by_key(|payment| payment.created_at_ms));
        for status in ["unpaid", "paid", "partial_paid", "extra_paid"] {
            assert!(
                payments.iter().any(|payment| payment.status() == status),
                "{status}"
            );
        }
    }
}
