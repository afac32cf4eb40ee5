//! The list of payouts and what is found in it.

use super::samples::{destination, new_payout, payout_id};
use crate::test_support::{Shop, T0, WORLD};
use crate::{NewPayout, PayoutFilter};
use domain::{Destination, Environment, PayoutContent, PayoutId, PayoutStanding};
use dong::Dong;

async fn found(shop: &Shop, filter: PayoutFilter) -> Vec<PayoutId> {
    let page = shop.store.list_payouts(filter, None, 50).await.unwrap();
    assert_eq!(page.count, u64::try_from(page.rows.len()).unwrap());
    page.rows.iter().map(|payout| payout.id).collect()
}

async fn typed(shop: &Shop, text: &str) -> Vec<PayoutId> {
    let search = Some(text.to_owned());
    found(
        shop,
        PayoutFilter {
            search,
            ..PayoutFilter::all(WORLD)
        },
    )
    .await
}

#[tokio::test]
async fn payouts_are_found_without_marks_and_by_numbers_in_groups() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    let other = Destination {
        bank_name: "ACB – Á Châu".to_owned(),
        account_number: "VQRQ0001ABCD".to_owned(),
        account_name: "TRAN THI DUNG".to_owned(),
        ..destination()
    };
    let new = new_payout(1_250_000, T0 + 1);
    let content = PayoutContent {
        destination: other,
        description: "LUONG THANG-6".to_owned(),
        ..new.content
    };
    shop.store
        .commit_payout(payout_id(2), NewPayout { content, ..new })
        .await
        .unwrap();
    for text in [
        "Nguyễn Văn",
        "an nguyen",
        "0011 0012 3456 7",
        "0011001234567",
        "0011.0012",
        "4567",
        "an 0011 0012 3456 7",
        "6.000.000",
        "6000000",
        "vietcom",
        "tiền hàng",
        "po-1",
        "hang 6.000.000",
    ] {
        assert_eq!(typed(&shop, text).await, [payout_id(1)], "{text}");
    }
    for text in [
        "Đung",
        "VQRQ 0001 ABCD",
        "vqrq0001",
        "á châu",
        "thang 6",
        "lương",
        "1,250,000",
    ] {
        assert_eq!(typed(&shop, text).await, [payout_id(2)], "{text}");
    }
    let whole = shop.store.payout(payout_id(2)).await.unwrap().reference;
    assert_eq!(typed(&shop, &whole.to_lowercase()).await, [payout_id(2)]);
    assert_eq!(typed(&shop, &format!(" {} ", payout_id(2))).await, [payout_id(2)]);
    for text in ["tv", "guyen", "567", "%", "' OR 1=1 --", "0011 9999", "ngoc"] {
        let expected: &[PayoutId] = if text == "%" {
            &[payout_id(2), payout_id(1)]
        } else {
            &[]
        };
        assert_eq!(typed(&shop, text).await, expected, "{text}");
    }
}

#[tokio::test]
async fn pages_meet_without_gap_and_sums_are_of_all_that_match() {
    let shop = Shop::open().await;
    for n in 1..=5 {
        shop.accepted_payout(n, 1_000).await;
    }
    for n in [2, 4] {
        shop.hears(n, "success", T0 + 9).await;
    }
    let (mut seen, mut before) = (Vec::new(), None);
    loop {
        let page = shop
            .store
            .list_payouts(PayoutFilter::all(WORLD), before, 2)
            .await
            .unwrap();
        assert_eq!((page.count, page.succeeded), (5, Dong::new(2_000)));
        seen.extend(page.rows.iter().map(|payout| payout.id));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(seen, [5, 4, 3, 2, 1].map(payout_id));
    let succeeded = PayoutFilter {
        standings: vec![PayoutStanding::Succeeded, PayoutStanding::Failed],
        ..PayoutFilter::all(WORLD)
    };
    assert_eq!(found(&shop, succeeded).await, [4, 2].map(payout_id));
    let from = |from, to| PayoutFilter {
        from,
        to,
        ..PayoutFilter::all(WORLD)
    };
    assert_eq!(found(&shop, from(Some(T0 + 1), Some(T0 + 2))).await.len(), 5);
    assert_eq!(found(&shop, from(Some(T0 + 2), None)).await, []);
    assert_eq!(found(&shop, from(None, Some(T0 + 1))).await, []);
    assert_eq!(found(&shop, PayoutFilter::all(Environment::Production)).await, []);
}

#[tokio::test]
async fn one_alike_goes_to_the_same_account_with_the_same_amount() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.accepted_payout(2, 6_000_000).await;
    shop.hears(2, "failed", T0 + 9).await;
    let alike = async |destination, amount, since| {
        let found = shop
            .store
            .payouts_alike(WORLD, destination, Dong::new(amount), since)
            .await;
        found.unwrap().iter().map(|payout| payout.id).collect::<Vec<_>>()
    };
    let renamed = Destination {
        account_name: "AN".to_owned(),
        ..destination()
    };
    let elsewhere = Destination {
        account_number: "1".to_owned(),
        ..destination()
    };
    assert_eq!(alike(renamed, 6_000_000, T0).await, [payout_id(1)]);
    assert_eq!(alike(elsewhere, 6_000_000, T0).await, []);
    assert_eq!(alike(destination(), 6_000_001, T0).await, []);
    assert_eq!(alike(destination(), 6_000_000, T0 + 2).await, []);
}
