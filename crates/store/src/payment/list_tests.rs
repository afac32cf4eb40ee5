//! Pages, filters, searches and totals against what a plain scan would say.

use super::{Cursor, PaymentFilter};
use crate::test_support::{Shop, T0, WORLD, heard, news, payment_id, sale_id};
use domain::{Environment, PaymentId, Verdict};
use dong::Dong;

fn found(text: &str) -> PaymentFilter {
    PaymentFilter {
        search: Some(text.to_owned()),
        ..PaymentFilter::all(WORLD)
    }
}

async fn ids(shop: &Shop, filter: PaymentFilter) -> Vec<PaymentId> {
    let page = shop.store.list_payments(filter, None, 200).await.unwrap();
    page.rows.into_iter().map(|row| row.payment.id).collect()
}

#[tokio::test]
async fn pages_meet_without_gap_or_overlap_even_within_one_millisecond() {
    let shop = Shop::open().await;
    for n in 0..150u32 {
        shop.committed(n.into(), 1_000, "", T0 + i64::from(n / 40)).await;
    }
    let (mut seen, mut before) = (Vec::<PaymentId>::new(), None);
    loop {
        let page = shop
            .store
            .list_payments(PaymentFilter::all(WORLD), before, 7)
            .await
            .unwrap();
        seen.extend(page.rows.iter().map(|row| row.payment.id));
        let Some(next) = page.next else { break };
        before = Some(next.to_string().parse::<Cursor>().unwrap());
    }
    let newest_first: Vec<_> = (0..150u128).rev().map(payment_id).collect();
    assert_eq!(seen, newest_first);
}

#[tokio::test]
async fn a_page_is_never_longer_than_two_hundred() {
    let shop = Shop::open().await;
    shop.committed(1, 1_000, "", T0).await;
    shop.committed(2, 1_000, "", T0).await;
    let page = shop
        .store
        .list_payments(PaymentFilter::all(WORLD), None, 0)
        .await
        .unwrap();
    assert_eq!((page.rows.len(), page.next.is_some()), (1, true));
    let page = shop
        .store
        .list_payments(PaymentFilter::all(WORLD), None, usize::MAX)
        .await
        .unwrap();
    assert_eq!((page.rows.len(), page.next), (2, None));
}

#[tokio::test]
async fn words_are_found_without_their_marks() {
    let shop = Shop::open().await;
    shop.committed(1, 85_000, "Cà phê sữa đá", T0).await;
    shop.committed(2, 500_000, "Đơn hàng số 12", T0 + 1).await;
    for (typed, expected) in [
        ("ca phe", vec![1]),
        ("PHÊ CÀ", vec![1]),
        ("don", vec![2]),
        ("bàn", vec![2, 1]),
        ("ban tra", vec![]),
        ("5000", vec![2]),
        ("%_", vec![2, 1]),
    ] {
        let expected: Vec<_> = expected.into_iter().map(payment_id).collect();
        assert_eq!(ids(&shop, found(typed)).await, expected, "{typed}");
    }
}

#[tokio::test]
async fn codes_and_references_find_their_payment_only() {
    let shop = Shop::open().await;
    shop.committed(0x00aa_bb01, 1_000, "", T0).await;
    shop.committed(0x00aa_bb02, 1_000, "", T0).await;
    shop.confirmed(3, 1_000, T0).await;
    for typed in [
        payment_id(0x00aa_bb01).memo_code(),
        payment_id(0x00aa_bb01).reference(),
    ] {
        assert_eq!(
            ids(&shop, found(&typed)).await,
            [payment_id(0x00aa_bb01)],
            "{typed}"
        );
    }
    assert_eq!(ids(&shop, found("gw-3")).await, [payment_id(3)]);
}

#[tokio::test]
async fn an_amount_widens_the_search_and_counts_once() {
    let shop = Shop::open().await;
    shop.committed(1, 500_000, "ve 500k", T0).await;
    shop.committed(2, 500_000, "", T0 + 1).await;
    shop.committed(3, 50_000, "no 500k", T0 + 2).await;
    let filter = PaymentFilter {
        amount: Some(Dong::new(500_000)),
        ..found("500k")
    };
    assert_eq!(ids(&shop, filter.clone()).await, [3, 2, 1].map(payment_id));
    let totals = shop.store.total_payments(filter).await.unwrap();
    assert_eq!((totals.count, totals.asked), (3, Dong::new(1_050_000)));
}

#[tokio::test]
async fn verdicts_and_times_filter_and_the_totals_agree() {
    let shop = Shop::open().await;
    for (n, status, received) in [
        (1, "paid", None),
        (2, "partial_paid", Some(200)),
        (3, "extra_paid", Some(90_000)),
        (4, "unpaid", None),
    ] {
        shop.confirmed(n, 85_000, T0 + i64::try_from(n).unwrap()).await;
        shop.store
            .hear(vec![news(n, heard(status, received, T0 + 9))])
            .await
            .unwrap();
    }
    let filter = PaymentFilter {
        verdicts: vec![Verdict::Short, Verdict::Paid],
        ..PaymentFilter::all(WORLD)
    };
    assert_eq!(ids(&shop, filter.clone()).await, [2, 1].map(payment_id));
    let totals = shop.store.total_payments(filter.clone()).await.unwrap();
    assert_eq!(
        (totals.count, totals.asked, totals.received),
        (2, Dong::new(170_000), Dong::new(85_200))
    );
    let words = PaymentFilter {
        search: Some("phe".to_owned()),
        ..filter
    };
    assert_eq!(ids(&shop, words).await, [2, 1].map(payment_id));
    let window = PaymentFilter {
        from: Some(T0 + 2),
        to: Some(T0 + 4),
        ..PaymentFilter::all(WORLD)
    };
    assert_eq!(ids(&shop, window).await, [3, 2].map(payment_id));
}

#[tokio::test]
async fn a_renamed_sale_is_found_by_its_new_name_only() {
    let shop = Shop::open().await;
    shop.committed(1, 1_000, "", T0).await;
    shop.store
        .rename_sale(sale_id(1), "Chị Hường".to_owned())
        .await
        .unwrap();
    assert_eq!(ids(&shop, found("huong")).await, [payment_id(1)]);
    assert!(ids(&shop, found("ban")).await.is_empty());
    let page = shop.store.list_payments(found("huong"), None, 1).await.unwrap();
    assert_eq!(
        (page.rows[0].sale_number, page.rows[0].sale_name.as_str()),
        (1, "Chị Hường")
    );
}

#[tokio::test]
async fn another_world_is_never_shown() {
    let shop = Shop::open().await;
    shop.committed(1, 1_000, "Cà phê", T0).await;
    let other = PaymentFilter::all(Environment::Production);
    assert!(ids(&shop, other.clone()).await.is_empty());
    let search = PaymentFilter {
        search: Some(payment_id(1).reference()),
        ..other
    };
    assert!(ids(&shop, search).await.is_empty());
}
