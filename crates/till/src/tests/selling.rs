//! A sale from the first key to the thanks.

use super::Shop;
use super::shop::code;
use contract::ErrorCode;
use contract::display::DisplayState;
use contract::event::TillEvent;
use contract::payment::{PaymentPhase, PaymentView, VerdictView};
use contract::sale::{SaleAmountRequest, SaleRenameRequest};
use contract::settings::SettingsRequest;
use dong::Dong;

const HALF_AN_HOUR: i64 = 30 * 60_000;

#[tokio::test]
async fn a_sale_is_paid_and_closed_and_the_customer_sees_each_step() {
    let mut shop = Shop::open().await;
    assert_eq!(shop.display(), DisplayState::Idle);
    let sale = shop.sale().await;
    let amount = Dong::new(85_000);
    let request = SaleAmountRequest {
        sale_id: sale.id.clone(),
        amount: Some(amount),
    };
    crate::sales::set_amount(&shop.till, request).await.unwrap();
    assert_eq!(
        shop.display(),
        DisplayState::Review {
            amount,
            lines: Vec::new()
        }
    );
    let payment = shop.create(&sale, 85_000).await.unwrap();
    assert_eq!(payment.phase, PaymentPhase::Open);
    let DisplayState::Qr {
        account_last_four, ..
    } = shop.display()
    else {
        panic!("{:?}", shop.display());
    };
    assert_eq!(account_last_four, "0101");
    assert_eq!(shop.sounds(), [VerdictView::Unpaid]);
    shop.watch().await;
    shop.pays(&payment, 85_000).await;
    shop.later(1_000).await;
    assert_eq!(shop.display(), DisplayState::Paid { amount });
    assert_eq!(shop.sounds(), [VerdictView::Paid]);
    assert!(shop.sale_of(&payment).await.is_settled);
    shop.close(&payment, false).await.unwrap();
    assert!(
        shop.told()
            .iter()
            .any(|event| matches!(event, TillEvent::SaleClosed { .. }))
    );
    assert_eq!(shop.display(), DisplayState::ThankYou);
    shop.clock.advance(6_000);
    crate::run::moments::pass(&shop.till).await.unwrap();
    assert_eq!(shop.display(), DisplayState::Idle);
    assert_eq!(shop.effects(&payment), 1);
}

#[tokio::test]
async fn two_hundred_dong_for_two_hundred_thousand_is_short_and_the_rest_is_asked_for_once() {
    let mut shop = Shop::open().await;
    let first = shop.ask(200_000).await;
    shop.pays(&first, 200).await;
    shop.later(1_000).await;
    assert_eq!(shop.payment(&first).await.verdict, VerdictView::Short);
    let missing = Some(Dong::new(199_800));
    assert!(matches!(shop.display(), DisplayState::Short { missing: shown, .. } if shown == missing));
    let second = shop.rest(&first).await.unwrap();
    let again = shop.rest(&first).await.unwrap();
    assert_eq!((second.amount, &second.id), (Dong::new(199_800), &again.id));
    shop.pays(&second, 199_800).await;
    shop.later(1_000).await;
    let sale = shop.sale_of(&first).await;
    assert!(sale.is_settled);
    assert_eq!((sale.received, sale.missing), (Dong::new(200_000), Dong::ZERO));
    let amount = Dong::new(200_000);
    assert_eq!(shop.display(), DisplayState::Paid { amount });
    assert_eq!(code(shop.rest(&first).await), ErrorCode::NothingMissing);
}

#[tokio::test]
async fn the_rest_in_cash_counts_once() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(200_000).await;
    shop.pays(&payment, 150_000).await;
    shop.later(1_000).await;
    assert_eq!(code(shop.cash(&payment, 60_000).await), ErrorCode::SaleBusy);
    let (a, b) = tokio::join!(shop.cash(&payment, 50_000), shop.cash(&payment, 50_000));
    assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1);
    let sale = shop.sale_of(&payment).await;
    assert!(sale.is_settled);
    assert_eq!(
        (sale.cash, sale.received),
        (Dong::new(50_000), Dong::new(200_000))
    );
}

#[tokio::test]
async fn money_too_much_is_to_be_given_back() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    shop.pays(&payment, 150_000).await;
    shop.later(1_000).await;
    let give_back = Some(Dong::new(50_000));
    assert_eq!(shop.payment(&payment).await.give_back, give_back);
    let amount = Dong::new(100_000);
    assert_eq!(shop.display(), DisplayState::Over { amount, give_back });
    assert_eq!(code(shop.rest(&payment).await), ErrorCode::NothingMissing);
    assert_eq!(code(shop.cash(&payment, 1).await), ErrorCode::NothingMissing);
}

#[tokio::test]
async fn money_for_a_qr_that_was_replaced_is_late_and_counts() {
    let mut shop = Shop::open().await;
    let old = shop.ask(100_000).await;
    assert_eq!(code(shop.reissue(&old).await), ErrorCode::PaymentNotReady);
    shop.later(HALF_AN_HOUR + 1_000).await;
    crate::run::moments::pass(&shop.till).await.unwrap();
    assert_eq!(shop.payment(&old).await.phase, PaymentPhase::Expired);
    let amount = Dong::new(100_000);
    assert_eq!(shop.display(), DisplayState::Expired { amount });
    let (a, b) = tokio::join!(shop.reissue(&old), shop.reissue(&old));
    let (new, again) = (a.unwrap(), b.unwrap());
    assert_eq!(new.id, again.id);
    assert_eq!(shop.met("POST"), 2);
    assert_eq!(shop.payment(&old).await.replaced_by.as_ref(), Some(&new.id));
    assert!(matches!(shop.display(), DisplayState::Qr { .. }));
    shop.pays(&old, 100_000).await;
    shop.later(1_000).await;
    assert_eq!(shop.payment(&old).await.verdict, VerdictView::Late);
    let sale = shop.sale_of(&old).await;
    assert_eq!((sale.received, sale.missing), (amount, Dong::ZERO));
    assert_eq!(shop.display(), DisplayState::Paid { amount });
    shop.clock.advance(HALF_AN_HOUR + 1_000);
    assert_eq!(code(shop.reissue(&new).await), ErrorCode::NothingMissing);
}

#[tokio::test]
async fn what_is_still_missing_is_what_is_asked_for_again() {
    let mut shop = Shop::open().await;
    let old = shop.ask(100_000).await;
    shop.later(HALF_AN_HOUR + 1_000).await;
    let new = shop.reissue(&old).await.unwrap();
    shop.pays(&old, 40_000).await;
    shop.later(HALF_AN_HOUR + 1_000).await;
    let last = shop.reissue(&new).await.unwrap();
    assert_eq!(last.amount, Dong::new(60_000));
}

#[tokio::test]
async fn an_earlier_end_told_by_the_gateway_wins() {
    let switches = simulator::Switches {
        expiry_field: Some("expires_at".to_owned()),
        ..Default::default()
    };
    let shop = Shop::with_switches(switches).await;
    shop.clock.set_skew(60_000);
    shop.faults(vec![simulator::FaultRule::once(simulator::Fault::Latency {
        ms: 1,
    })]);
    let payment = shop.ask(100_000).await;
    let end = payment.expires_at.unwrap().to_ms().unwrap();
    let here = payment.created_at.to_ms().unwrap();
    assert!(
        end <= here + HALF_AN_HOUR && end > here + HALF_AN_HOUR - 2_000,
        "{}",
        end - here
    );
}

#[tokio::test]
async fn a_second_request_for_money_that_is_asked_for_is_refused() {
    let mut shop = Shop::open().await;
    let payment = shop.ask(100_000).await;
    let sale = shop.sale_of(&payment).await;
    assert_ne!(sale.next_intent_id, payment.id);
    assert_eq!(code(shop.create(&sale, 100_000).await), ErrorCode::SaleBusy);
    shop.pays(&payment, 100_000).await;
    shop.later(1_000).await;
    assert_eq!(code(shop.create(&sale, 100_000).await), ErrorCode::SaleBusy);
    assert_eq!(shop.met("POST"), 1);
}

#[tokio::test]
async fn an_intent_pays_only_for_the_sale_it_was_made_for() {
    let shop = Shop::open().await;
    let first = shop.ask(100_000).await;
    let second = shop.sale().await;
    let mut stranger = shop.sale_of(&first).await;
    stranger.id = second.id;
    assert_eq!(code(shop.create(&stranger, 50_000).await), ErrorCode::BadRequest);
}

#[tokio::test]
async fn a_new_sale_asked_for_many_times_at_once_is_one() {
    let shop = Shop::open().await;
    let till = &shop.till;
    let clicks = (0..8).map(|_| crate::sales::open(till));
    let opened = futures_util::future::join_all(clicks).await;
    let first = opened[0].as_ref().unwrap();
    assert!(opened.iter().all(|sale| sale.as_ref().unwrap().id == first.id));
}

#[tokio::test]
async fn the_memo_names_the_sale_or_else_the_till() {
    let shop = Shop::open().await;
    let till_name = SettingsRequest {
        till_name: Some("Quầy 2".to_owned()),
        ..Default::default()
    };
    crate::settings::update(&shop.till, till_name).await.unwrap();
    let memo = |payment: &PaymentView| payment.qr.as_ref().unwrap().meaning.memo.clone().unwrap();
    let plain = shop.ask(50_000).await;
    assert_eq!(memo(&plain), format!("{} QUAY 2", plain.memo_code));
    let sale = shop.sale().await;
    let name = SaleRenameRequest {
        sale_id: sale.id.clone(),
        name: "Bàn 5".to_owned(),
    };
    crate::sales::rename(&shop.till, name).await.unwrap();
    let named = shop.create(&sale, 60_000).await.unwrap();
    assert_eq!(memo(&named), format!("{} BAN 5", named.memo_code));
}
