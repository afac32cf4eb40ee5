//! Receipts on every paper: each text is on it, and the file can be read back.

use paper::{Fact, Language, Paper, Press, Receipt, Shop};

fn receipt(standing: &str) -> Receipt {
    let fact = |label: &str, value: &str, is_compared| Fact {
        label: label.to_owned(),
        value: value.to_owned(),
        is_compared,
    };
    Receipt {
        language: Language::Vietnamese,
        shop: Shop {
            name: "Quán Cà Phê Sông".to_owned(),
            details: Vec::new(),
        },
        title: "Phiếu chi – xác nhận lệnh chuyển tiền".to_owned(),
        amount: "6.000.000 ₫".to_owned(),
        amount_in_words: "Sáu triệu đồng".to_owned(),
        standing: standing.to_owned(),
        facts: vec![
            fact("Người nhận", "NGUYEN VAN A", false),
            fact("Số tài khoản", "0011 0012 3456 7", true),
            fact("Transaction number", "FT26325001", true),
        ],
        footer: String::new(),
        printed: None,
        is_practice: true,
    }
}

fn text_of(pdf: &[u8]) -> Option<String> {
    let document = lopdf::Document::load_mem(pdf).ok()?;
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).ok()
}

#[test]
fn every_text_is_on_every_paper() {
    let press = Press::new().unwrap();
    for paper in [Paper::A4, Paper::A5, Paper::Slip80] {
        let print = press
            .receipt(&receipt("Tiền chưa được xác nhận."), paper)
            .unwrap();
        assert_eq!(print.page_count(), 1);
        let text = text_of(&print.pdf().unwrap()).unwrap();
        let bare: String = text.split_whitespace().collect();
        for part in [
            "Phiếuchi–xácnhậnlệnhchuyểntiền",
            "6.000.000",
            "Sáutriệuđồng",
            "Tiềnchưađượcxácnhận.",
            "NGUYENVANA",
            "0011001234567",
            "LUYỆNTẬP–KHÔNGCÓTIỀNNÀOĐƯỢCCHUYỂN",
        ] {
            assert!(bare.contains(part), "{paper:?}: {part} is not in {bare}");
        }
        assert!(
            text.contains("Transaction"),
            "{paper:?}: a label is cut in {text}"
        );
        assert!(!print.png(0, 100).unwrap().is_empty());
    }
}

#[test]
fn a_receipt_with_too_many_facts_is_refused() {
    let mut long = receipt("");
    long.facts = vec![long.facts[0].clone(); 31];
    assert!(Press::new().unwrap().receipt(&long, Paper::A5).is_err());
}
