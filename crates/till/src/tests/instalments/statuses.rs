//! What the status tells, and what it must never be taken for.

use super::Puppet;
use super::puppet::{opened, says, status};
use crate::tests::Shop;
use contract::display::DisplayState;
use contract::instalment::InstalmentStageView as Stage;
use contract::payment::{PaymentView, VerdictView};
use dong::Dong;
use simulator::{Fault, FaultRule, InstalmentCall, Scope};
use testkit::Reply;

const PRICE: i64 = 3_000_000;

async fn told(shop: &Shop, answers: Vec<Reply>) -> PaymentView {
    let count = answers.len();
    let _puppet = Puppet::in_front_of(shop, [vec![opened()], answers].concat()).await;
    let payment = shop.instal(PRICE).await;
    for _ in 0..count {
        shop.check(&payment).await.unwrap();
    }
    payment
}

#[tokio::test]
async fn a_word_nobody_knows_is_kept_and_decides_nothing() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    let word = "UNDER_REVIEW".to_owned();
    shop.faults(vec![FaultRule::always(Fault::UnknownStatus { word })]);
    shop.watch_instalments().await;
    let now = shop.payment(&payment).await;
    assert_eq!(now.verdict, VerdictView::Unknown);
    assert_eq!(now.gateway_status.as_deref(), Some("UNDER_REVIEW"));
    assert!(shop.sale_of(&payment).await.is_uncertain);
    assert_eq!(
        shop.display(),
        DisplayState::Checking {
            amount: Dong::new(PRICE)
        }
    );
    let mut shop = shop.reopen().await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Unknown);
    shop.faults(Vec::new());
    shop.hand.instalment_accepts(&payment.reference).unwrap();
    shop.instalments_later(10_000).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid);
}

#[tokio::test]
async fn a_word_that_only_looks_like_success_is_none() {
    for word in [
        "SUC\u{200B}CESS",
        "\u{202E}SUCCESS",
        "SUCCESS\u{0}",
        "ＳＵＣＣＥＳＳ",
        "SUCCESS!",
        "SUCCESSFUL",
        "",
    ] {
        let shop = Shop::open().await;
        let payment = shop.instal(PRICE).await;
        let word = word.to_owned();
        let fault = Fault::UnknownStatus { word: word.clone() };
        shop.faults(vec![FaultRule::always(fault)]);
        drop(shop.check(&payment).await);
        assert_ne!(
            shop.payment(&payment).await.verdict,
            VerdictView::Paid,
            "{word:?}"
        );
        let shop = shop.reopen().await;
        let now = shop.payment(&payment).await;
        assert_ne!(now.verdict, VerdictView::Paid, "{word:?}");
        assert!(!now.instalment.unwrap().can_refund, "{word:?}");
        let shown = now.gateway_status.unwrap_or_default();
        assert!(!shown.contains(['\u{200B}', '\u{202E}', '\u{0}']), "{shown:?}");
    }
}

#[tokio::test]
async fn a_result_of_success_without_a_state_is_not_paid() {
    let shop = Shop::open().await;
    let amount = format!(r#","amount":{PRICE},"paymentTransId":"ORD1""#);
    let payment = told(&shop, vec![says("SUCCESS", &amount)]).await;
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Unknown);
    let shop = shop.reopen().await;
    let now = shop.payment(&payment).await;
    assert_eq!((now.verdict, now.received), (VerdictView::Unknown, None));
    assert!(!now.instalment.unwrap().can_refund);
}

#[tokio::test]
async fn another_amount_than_asked_is_not_paid() {
    for amount in [PRICE - 1, PRICE + 1, PRICE / 1_000, 0] {
        let shop = Shop::open().await;
        let payment = told(&shop, vec![status("SUCCESS", "SUCCESS", amount)]).await;
        assert_eq!(
            shop.payment(&payment).await.verdict,
            VerdictView::Unknown,
            "{amount}"
        );
        let sale = shop.sale_of(&payment).await;
        assert!(sale.is_uncertain && !sale.is_settled, "{amount}");
        assert_eq!(
            shop.display(),
            DisplayState::Checking {
                amount: Dong::new(PRICE)
            }
        );
    }
}

#[tokio::test]
async fn the_state_decides_and_the_result_only_gives_the_reason() {
    for (word, reason, verdict, stage) in [
        ("SUCCESS", "ERROR_GENERAL", VerdictView::Paid, Stage::Accepted),
        ("success", "", VerdictView::Paid, Stage::Accepted),
        ("FAIL", "SUCCESS", VerdictView::Unpaid, Stage::Refused),
        ("PENDING", "SUCCESS", VerdictView::Unpaid, Stage::InProgress),
        ("FAIL", "EXPIRED", VerdictView::Unpaid, Stage::Expired),
        ("INITIAL", "WAITING", VerdictView::Unpaid, Stage::Waiting),
    ] {
        let shop = Shop::open().await;
        let payment = told(&shop, vec![status(word, reason, PRICE)]).await;
        let now = shop.payment(&payment).await;
        assert_eq!(
            (now.verdict, now.instalment.unwrap().stage),
            (verdict, stage),
            "{word} {reason}"
        );
    }
}

#[tokio::test]
async fn an_answer_that_was_overtaken_takes_no_money_back() {
    let mut shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    shop.sounds();
    let slow = FaultRule::once(Fault::Latency { ms: 300 });
    shop.faults(vec![slow.only(Scope::Instalment(InstalmentCall::Status))]);
    let slow = shop.check(&payment);
    let quick = async {
        while !shop.hand.faults().is_empty() {
            tokio::task::yield_now().await;
        }
        shop.hand.instalment_accepts(&payment.reference).unwrap();
        shop.check(&payment).await.unwrap()
    };
    let (slow, quick) = tokio::join!(slow, quick);
    assert_eq!(quick.verdict, VerdictView::Paid);
    assert_eq!(slow.unwrap().verdict, VerdictView::Paid);
    assert_eq!(shop.sounds(), [VerdictView::Paid]);
}

#[tokio::test]
async fn an_answer_about_another_payment_is_nobodys() {
    let shop = Shop::open().await;
    let other = r#","referenceId":"ANOTHER","paymentStatus":"SUCCESS""#;
    let _puppet = Puppet::in_front_of(&shop, vec![opened(), says("SUCCESS", other)]).await;
    let payment = shop.instal(PRICE).await;
    assert!(shop.check(&payment).await.is_err());
    assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Unpaid);
}

#[tokio::test]
async fn a_first_part_once_told_stays_when_later_answers_leave_it_out() {
    let shop = Shop::open().await;
    let part = r#","paymentStatus":"PENDING","downPaymentAmount":{"value":900000,"currency":"VND"}"#;
    let payment = told(
        &shop,
        vec![says("PENDING", part), status("SUCCESS", "SUCCESS", PRICE)],
    )
    .await;
    let now = shop.payment(&payment).await;
    let own = now.instalment.unwrap();
    assert_eq!((now.verdict, own.stage), (VerdictView::Unpaid, Stage::FirstPart));
    assert_eq!(own.first_part.unwrap().amount, Some(Dong::new(900_000)));
}
