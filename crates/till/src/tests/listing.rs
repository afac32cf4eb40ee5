//! The list of payments, and names that mean harm.

use super::Shop;
use super::shop::code;
use crate::{payments, sales};
use contract::ErrorCode;
use contract::payment::{PaymentListRequest, PaymentPage, VerdictView};
use contract::sale::SaleRenameRequest;
use dong::Dong;

async fn list(shop: &Shop, request: PaymentListRequest) -> PaymentPage {
    payments::list(&shop.till, request).await.unwrap()
}

fn search(text: &str) -> PaymentListRequest {
    PaymentListRequest {
        search: Some(text.to_owned()),
        ..Default::default()
    }
}

async fn named_sale(shop: &Shop, name: &str, amount: i64) {
    let sale = shop.sale().await;
    let request = SaleRenameRequest {
        sale_id: sale.id.clone(),
        name: name.to_owned(),
    };
    sales::rename(&shop.till, request).await.unwrap();
    shop.create(&sale, amount).await.unwrap();
    shop.clock.advance(1_000);
}

#[tokio::test]
async fn payments_are_found_by_name_amount_code_and_verdict() {
    let mut shop = Shop::open().await;
    named_sale(&shop, "Bàn đơn 5", 500_000).await;
    named_sale(&shop, "Cà phê", 85_000).await;
    let paid = shop.ask(85_000).await;
    shop.pays(&paid, 85_000).await;
    shop.later(1_000).await;
    for (text, count) in [
        ("don", 1),
        ("ca phe", 1),
        ("85k", 2),
        ("500.000", 1),
        ("khong co", 0),
    ] {
        assert_eq!(list(&shop, search(text)).await.count, count, "{text}");
    }
    assert_eq!(list(&shop, search(&paid.memo_code)).await.rows[0].id, paid.id);
    assert_eq!(list(&shop, search(&paid.reference)).await.rows[0].id, paid.id);
    let verdicts = Some(vec![VerdictView::Paid]);
    let only = list(
        &shop,
        PaymentListRequest {
            verdicts,
            ..Default::default()
        },
    )
    .await;
    assert_eq!(
        (only.count, only.asked, only.received),
        (1, Dong::new(85_000), Dong::new(85_000))
    );
    let all = list(&shop, PaymentListRequest::default()).await;
    assert_eq!((all.count, all.asked), (3, Dong::new(670_000)));
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let shop = Shop::open().await;
    for amount in 1..=7 {
        shop.ask(amount * 1_000).await;
    }
    let (mut seen, mut cursor) = (Vec::new(), None);
    loop {
        let request = PaymentListRequest {
            limit: Some(3),
            cursor,
            ..Default::default()
        };
        let page = list(&shop, request).await;
        assert_eq!(page.count, 7);
        seen.extend(page.rows.into_iter().map(|row| row.amount.get() / 1_000));
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(seen, [7, 6, 5, 4, 3, 2, 1]);
    let cursor = Some("'; DROP TABLE payment".to_owned());
    let refused = payments::list(
        &shop.till,
        PaymentListRequest {
            cursor,
            ..Default::default()
        },
    )
    .await;
    assert_eq!(code(refused), ErrorCode::BadRequest);
}

#[tokio::test]
async fn hostile_names_stay_text() {
    let shop = Shop::open().await;
    let hostile = [
        "<img src=x onerror=alert(1)>",
        "=cmd|'/c calc'!A0",
        "\u{202E}oãh\u{200B}",
        "'\"); --",
        "% _ * \" NEAR",
    ];
    for name in hostile {
        named_sale(&shop, name, 1_000).await;
        let newest = list(&shop, PaymentListRequest::default()).await.rows.remove(0);
        assert!(!newest.sale_name.contains(['\u{202E}', '\u{200B}']));
        payments::list(&shop.till, search(name)).await.unwrap();
    }
    assert_eq!(list(&shop, PaymentListRequest::default()).await.count, 5);
}
