//! What people see and do: who, how much, read back, code; the guard; the book.

use super::setup::{AMOUNT, SECOND};
use super::{OWNER, Sent, Shop, code, secret};
use crate::{beneficiaries, owner, payments, payouts, sales};
use contract::ErrorCode;
use contract::event::TillEvent;
use contract::invoice::PaperSize;
use contract::owner::{OwnerPinRequest, OwnerUnlockRequest, SecondPersonRequest};
use contract::payment::PaymentListRequest;
use contract::payout::{
    BeneficiaryListRequest, BeneficiarySaveRequest, PayoutListRequest, PayoutNotice, PayoutReceiptRequest,
    PayoutStandingView,
};
use dong::Dong;

#[tokio::test]
async fn a_payout_goes_from_read_back_to_the_beneficiary() {
    let shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    assert_eq!(read_back.destination.account_name, "NGUYEN VAN DUC");
    assert_eq!(read_back.destination.account_grouped, "0011 0012 3456 7");
    assert_eq!(read_back.words_vi, "Sáu triệu đồng");
    assert_eq!(read_back.description, "Tien hang");
    assert!(read_back.notices.contains(&PayoutNotice::FirstTime));
    assert!(read_back.notices.contains(&PayoutNotice::BankAssumed));
    assert!(read_back.account.is_documented && read_back.account.balance.is_some());
    assert_eq!(shop.creates(), 0);
    let payout = shop.decide(&read_back.payout_id).await.unwrap();
    let sent = Sent { shop, payout };
    assert_eq!(sent.payout.standing, PayoutStandingView::AwaitingCode);
    assert!(sent.payout.can_enter_code && sent.payout.told.is_some());
    let record = sent.record();
    assert_eq!(record.amount, Dong::new(AMOUNT));
    assert_eq!(record.beneficiary_account_number, "0011001234567");
    let done = sent.hand_in(&format!(" {} ", sent.code())).await.unwrap();
    assert_eq!(done.standing, PayoutStandingView::Processing);
    sent.shop.watch_payouts_after(6_000).await;
    assert_eq!(sent.seen().await.standing, PayoutStandingView::Succeeded);
    assert!(sent.record().is_money_taken);
    assert_eq!((sent.shop.creates(), sent.submissions()), (1, 1));
    // The next one to the same account is no first time, and much like the last.
    let again = sent.shop.read_back(AMOUNT).await.unwrap();
    assert!(!again.notices.contains(&PayoutNotice::FirstTime));
    assert!(
        again
            .notices
            .iter()
            .any(|one| matches!(one, PayoutNotice::Alike { .. }))
    );
    let size = PaperSize::A5;
    let payout_id = sent.payout.id.clone();
    let paper = payouts::receipt(&sent.shop.till, PayoutReceiptRequest { payout_id, size }).await;
    assert_eq!(paper.unwrap().pages.len(), 1);
}

#[tokio::test]
async fn cashiers_see_nothing_of_payouts() {
    let mut sent = Sent::new().await;
    let shop = &mut sent.shop;
    shop.ask(50_000).await;
    let page = payments::list(&shop.till, PaymentListRequest::default())
        .await
        .unwrap();
    assert_eq!((page.count, page.asked), (1, Dong::new(50_000)));
    assert!(sales::open(&shop.till).await.is_ok());
    owner::lock(&shop.till).await.unwrap();
    shop.told();
    for refused in [
        code(payouts::list(&shop.till, PayoutListRequest::default()).await),
        code(shop.read_back_locked().await),
        code(shop.check_payout(&sent.payout).await),
        code(shop.hand_in(&sent.payout, "123456").await),
        code(shop.let_go(&sent.payout).await),
        code(shop.close_payout(&sent.payout).await),
        code(payouts::form(&shop.till).await),
        code(payouts::bank_list(&shop.till).await),
        code(beneficiaries::list(&shop.till, BeneficiaryListRequest::default()).await),
    ] {
        assert_eq!(refused, ErrorCode::OwnerLocked);
    }
    shop.watch_payouts_after(60_000).await;
    for event in shop.told() {
        let told = serde_json::to_string(&event).unwrap();
        assert!(
            !told.contains("0011001234567") && !told.contains("6000000"),
            "{told}"
        );
    }
    let seen = owner::get(&shop.till).await.unwrap();
    assert_eq!(seen.limits.used_today, Dong::ZERO);
}

#[tokio::test]
async fn payouts_hide_after_ten_minutes_without_use_and_a_restart() {
    let sent = Sent::new().await;
    sent.shop.clock.advance(9 * 60_000);
    sent.seen().await;
    sent.shop.clock.advance(9 * 60_000);
    sent.seen().await;
    sent.shop.clock.advance(10 * 60_000);
    crate::run::moments::pass(&sent.shop.till).await.unwrap();
    assert_eq!(code(payouts::form(&sent.shop.till).await), ErrorCode::OwnerLocked);
    sent.shop.unlock().await;
    let shop = sent.shop.reopen().await;
    assert_eq!(code(payouts::form(&shop.till).await), ErrorCode::OwnerLocked);
}

#[tokio::test]
async fn without_a_pin_there_are_no_payouts() {
    let shop = Shop::open().await;
    assert_eq!(code(payouts::form(&shop.till).await), ErrorCode::PinMissing);
    let request = OwnerPinRequest {
        current: None,
        new: secret("1234"),
    };
    assert_eq!(
        code(owner::set_pin(&shop.till, request).await),
        ErrorCode::PinWeak
    );
}

#[tokio::test]
async fn wrong_pins_wait_longer_and_longer_and_a_restart_changes_nothing() {
    let mut shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    let wrong = |pin: &str| OwnerUnlockRequest { pin: secret(pin) };
    for _ in 0..3 {
        assert_eq!(
            code(owner::unlock(&shop.till, wrong("8642")).await),
            ErrorCode::PinWrong
        );
    }
    assert_eq!(code(shop.decide(&read_back.payout_id).await), ErrorCode::PinWait);
    shop = shop.reopen().await;
    assert_eq!(
        code(owner::unlock(&shop.till, wrong(OWNER)).await),
        ErrorCode::PinWait
    );
    shop.clock.set_skew(-3_600_000);
    assert_eq!(
        code(owner::unlock(&shop.till, wrong(OWNER)).await),
        ErrorCode::PinWait
    );
    shop.clock.set_skew(0);
    shop.clock.advance(31_000);
    assert!(owner::unlock(&shop.till, wrong(OWNER)).await.is_ok());
    assert_eq!(shop.creates(), 0);
}

#[tokio::test]
async fn a_second_person_confirms_with_a_pin_of_their_own() {
    let sent = Sent::new().await;
    let same = SecondPersonRequest {
        pin: secret(OWNER),
        second: Some(secret(OWNER)),
    };
    assert_eq!(
        code(owner::set_second(&sent.shop.till, same).await),
        ErrorCode::PinSame
    );
    sent.shop.with_second().await;
    assert!(sent.seen().await.needs_second);
    assert_eq!(code(sent.hand_in(&sent.code()).await), ErrorCode::PinWrong);
    assert_eq!(sent.submissions(), 0);
    let done = sent
        .shop
        .hand_in_as(&sent.payout, &sent.code(), SECOND)
        .await
        .unwrap();
    assert_eq!(done.standing, PayoutStandingView::Processing);
}

#[tokio::test]
async fn the_limits_of_one_and_of_a_day_hold_even_for_read_backs_made_before() {
    let shop = Shop::that_pays().await;
    assert_eq!(code(shop.read_back(20_000_001).await), ErrorCode::PayoutOverLimit);
    let mut read_backs = Vec::new();
    for _ in 0..3 {
        read_backs.push(shop.read_back(20_000_000).await.unwrap());
    }
    shop.decide(&read_backs[0].payout_id).await.unwrap();
    shop.decide(&read_backs[1].payout_id).await.unwrap();
    assert_eq!(
        code(shop.decide(&read_backs[2].payout_id).await),
        ErrorCode::PayoutOverDay
    );
    assert_eq!(shop.creates(), 2);
    shop.limit(20_000_000, 60_000_000).await;
    shop.decide(&read_backs[2].payout_id).await.unwrap();
    assert_eq!(shop.creates(), 3);
    // Another clock makes no other day; the day itself does.
    shop.clock.set_skew(24 * 3_600_000);
    assert_eq!(code(shop.pay_out(1_000_000).await), ErrorCode::PayoutOverDay);
    shop.clock.set_skew(0);
    shop.clock.advance(24 * 3_600_000);
    shop.unlock().await;
    shop.pay_out(1_000_000).await.unwrap();
}

#[tokio::test]
async fn a_changed_account_and_another_sum_than_the_balance_get_a_second_look() {
    let shop = Shop::that_pays().await;
    let row = |id: Option<String>, number: &str| BeneficiarySaveRequest {
        beneficiary_id: id,
        bank_id: "970436".to_owned(),
        account_number: number.to_owned(),
        account_name: "Nguyễn Văn Đức".to_owned(),
        note: "Nhà cung cấp".to_owned(),
    };
    let kept = beneficiaries::save(&shop.till, row(None, "0011001234567"))
        .await
        .unwrap();
    assert_eq!(kept.destination.account_name, "NGUYEN VAN DUC");
    let twice = beneficiaries::save(&shop.till, row(None, "0011001234567")).await;
    assert_eq!(code(twice), ErrorCode::BeneficiaryTaken);
    shop.clock.advance(1_000);
    let changed = beneficiaries::save(&shop.till, row(Some(kept.id.clone()), "0011009999999")).await;
    assert_eq!(changed.unwrap().destination.account_number, "0011009999999");
    let mut form = shop.form(AMOUNT).await;
    form.beneficiary_id = Some(kept.id);
    form.account_number = "0011009999999".to_owned();
    shop.hand.set_balance(Dong::new(1_000));
    payouts::form(&shop.till).await.unwrap();
    let read_back = payouts::prepare(&shop.till, form).await.unwrap();
    let notices = &read_back.notices;
    assert!(
        notices
            .iter()
            .any(|one| matches!(one, PayoutNotice::AccountChanged { .. }))
    );
    let balance = Dong::new(1_000);
    assert!(
        notices.contains(&PayoutNotice::OverBalance { balance }),
        "{notices:?}"
    );
}

#[tokio::test]
async fn a_closed_payout_takes_no_code_and_frees_the_day() {
    let mut sent = Sent::new().await;
    let closed = sent.shop.close_payout(&sent.payout).await.unwrap();
    assert_eq!(closed.standing, PayoutStandingView::Closed);
    assert_eq!(closed.closed_reason.as_deref(), Some("Nhập nhầm"));
    assert_eq!(code(sent.hand_in(&sent.code()).await), ErrorCode::PayoutNotReady);
    assert_eq!(sent.submissions(), 0);
    let used = owner::get(&sent.shop.till).await.unwrap().limits.used_today;
    assert_eq!(used, Dong::ZERO);
    let told = sent.shop.told();
    assert!(told.iter().any(|event| matches!(event, TillEvent::Payout { .. })));
}

impl Shop {
    async fn read_back_locked(&self) -> Result<(), crate::TillError> {
        let draft = contract::payout::PayoutDraftRequest {
            beneficiary_id: None,
            bank_id: String::new(),
            account_number: String::new(),
            account_name: String::new(),
            account_id: String::new(),
            amount: String::new(),
            description: String::new(),
        };
        payouts::prepare(&self.till, draft).await.map(drop)
    }
}
