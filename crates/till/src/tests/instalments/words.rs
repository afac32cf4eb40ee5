//! Every word that the gateway's pages list, forced on every call: it is told, and the sale stays intact.

use crate::tests::Shop;
use contract::instalment::{INSTALMENT_RESULTS, StepPhase, StepView};
use contract::payment::{MethodView, PaymentPhase, PaymentView, VerdictView};
use contract::{Certainty, ErrorBody, ErrorCode};
use fundiin::ResultStatus;
use simulator::{Fault, FaultRule, InstalmentCall, Scope};

const PRICE: i64 = 3_000_000;

/// Words after which it is not known what became of a request.
const VAGUE: [&str; 9] = [
    "DUPLICATE_REFERENCE_ID",
    "REQUEST_PROCESSING",
    "DOWNSTREAM_ERROR",
    "ERROR_GENERAL",
    "WAITING",
    "SUCCESS",
    "PENDING",
    "EXPIRED",
    "CANCELLED",
];

fn forced(word: &str, call: InstalmentCall, after_effect: bool) -> Vec<FaultRule> {
    let fault = Fault::ForceResult {
        result: word.to_owned(),
        after_effect,
    };
    vec![FaultRule::once(fault).only(Scope::Instalment(call))]
}

/// Every word that is not simply yes, with and without an effect behind it.
fn words() -> impl Iterator<Item = (&'static str, bool)> {
    let all = INSTALMENT_RESULTS.iter().filter(|word| **word != "APPROVED");
    all.flat_map(|word| [(*word, false), (*word, true)])
}

fn told(problem: &ErrorBody, word: &str) -> bool {
    problem.params["result"] == word && problem.params.contains_key("message")
}

#[test]
fn the_pages_words_are_the_clients() {
    let listed: Vec<_> = ResultStatus::LISTED.iter().map(ResultStatus::as_str).collect();
    assert_eq!(listed, INSTALMENT_RESULTS);
}

#[tokio::test]
async fn on_opening() {
    let shop = Shop::open().await;
    for (word, after_effect) in words() {
        let at = format!("{word}, after effect: {after_effect}");
        shop.faults(forced(word, InstalmentCall::Create, after_effect));
        let payment = shop.instal(PRICE).await;
        let problem = payment.problem.clone().unwrap();
        assert!(told(&problem, word), "{at}: {problem:?}");
        assert_eq!(
            payment.instalment.as_ref().unwrap().said.as_ref().unwrap().result,
            word
        );
        if VAGUE.contains(&word) {
            assert_eq!(payment.phase, PaymentPhase::LookingUp, "{at}");
            assert_eq!(problem.certainty, Some(Certainty::Unknown), "{at}");
            assert!(shop.sale_of(&payment).await.is_uncertain, "{at}");
            shop.settle().await;
            assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Open, "{at}");
            assert_eq!(shop.transactions(&payment), 1, "{at}");
            shop.cancel(&payment).await.unwrap();
        } else {
            assert_eq!(payment.phase, PaymentPhase::Rejected, "{at}");
            assert_eq!(problem.code, ErrorCode::InstalmentRefused, "{at}");
            assert_eq!(problem.certainty, Some(Certainty::Refused), "{at}");
        }
        if !after_effect {
            stays_intact(&shop, &payment, &at).await;
        }
    }
}

/// The whole bill can be paid by transfer; before that, another instalment could.
async fn stays_intact(shop: &Shop, payment: &PaymentView, at: &str) {
    let sale = shop.sale_of(payment).await;
    assert_eq!((sale.missing.get(), sale.is_uncertain), (PRICE, false), "{at}");
    let again = shop.open_instalment(&sale, PRICE).await.unwrap();
    assert_eq!(again.phase, PaymentPhase::Open, "{at}");
    shop.cancel(&again).await.unwrap();
    let by_transfer = shop.rest(payment).await.unwrap();
    assert_eq!(
        (by_transfer.method, by_transfer.amount.get()),
        (MethodView::Transfer, PRICE),
        "{at}"
    );
    shop.close(payment, true).await.unwrap();
}

#[tokio::test]
async fn approved_without_a_link_is_open_without_a_qr() {
    let shop = Shop::open().await;
    shop.faults(forced("APPROVED", InstalmentCall::Create, true));
    let payment = shop.instal(PRICE).await;
    let own = payment.instalment.clone().unwrap();
    assert_eq!(
        (payment.phase, own.link_problem),
        (PaymentPhase::Open, Some(ErrorCode::QrMissing))
    );
    shop.cancel(&payment).await.unwrap();
    stays_intact(&shop, &payment, "APPROVED").await;
}

#[tokio::test]
async fn on_the_status() {
    let shop = Shop::open().await;
    let payment = shop.instal(PRICE).await;
    let mut told_words = 0;
    for (word, after_effect) in words() {
        let at = format!("{word}, after effect: {after_effect}");
        shop.faults(forced(word, InstalmentCall::Status, after_effect));
        match shop.check(&payment).await {
            Ok(now) => {
                let known = ["WAITING", "SUCCESS", "PENDING", "EXPIRED", "CANCELLED"];
                assert!(known.contains(&word), "{at}");
                assert!(!now.verdict.eq(&VerdictView::Paid), "{at}");
                assert_eq!(now.instalment.unwrap().said.unwrap().result, word);
            }
            Err(error) => {
                let problem = ErrorBody::from(error);
                assert!(told(&problem, word), "{at}: {problem:?}");
                assert_eq!(shop.payment(&payment).await.phase, PaymentPhase::Open, "{at}");
                told_words += 1;
            }
        }
        let now = shop.check(&payment).await.unwrap();
        assert_eq!(
            (now.verdict, now.phase),
            (VerdictView::Unpaid, PaymentPhase::Open),
            "{at}"
        );
        assert_eq!(now.instalment.unwrap().said.unwrap().result, "WAITING", "{at}");
    }
    assert_eq!(told_words, 40);
    shop.cancel(&payment).await.unwrap();
    stays_intact(&shop, &payment, "status").await;
}

fn says(step: &StepView, word: &str, at: &str) {
    let problem = step.problem.as_ref().unwrap();
    assert!(told(problem, word), "{at}: {problem:?}");
    assert_eq!(step.said.as_ref().unwrap().result, word, "{at}");
    let certainty = match step.phase {
        StepPhase::Unclear => Certainty::Unknown,
        _ => Certainty::Refused,
    };
    assert_eq!(problem.certainty, Some(certainty), "{at}");
    if step.phase == StepPhase::Refused {
        assert_eq!(problem.code, ErrorCode::InstalmentRefused, "{at}");
    }
}

#[tokio::test]
async fn on_a_cancel() {
    let shop = Shop::open().await;
    for (word, after_effect) in words() {
        let at = format!("{word}, after effect: {after_effect}");
        let payment = shop.instal(PRICE).await;
        shop.faults(forced(word, InstalmentCall::Cancel, after_effect));
        let told = shop.cancel(&payment).await.unwrap();
        let step = told.instalment.unwrap().cancel.unwrap();
        // The cancel page uses both words for a customer who is paying.
        let expected = if word == "REQUEST_PROCESSING" {
            "PAYMENT_INPROGRESS"
        } else {
            word
        };
        says(&step, expected, &at);
        let is_unclear = VAGUE.contains(&word) && word != "REQUEST_PROCESSING";
        assert_eq!(step.phase == StepPhase::Unclear, is_unclear, "{at}");
        shop.settle().await;
        drop(shop.check(&payment).await);
        if shop.own(&payment).await.can_cancel {
            shop.cancel(&payment).await.unwrap();
        }
        assert_eq!(shop.simulated(&payment).state, "cancelled", "{at}");
        if !after_effect {
            stays_intact(&shop, &payment, &at).await;
        }
    }
}

#[tokio::test]
async fn on_a_refund() {
    let shop = Shop::open().await;
    for (word, after_effect) in words() {
        let at = format!("{word}, after effect: {after_effect}");
        let payment = shop.instal_paid(PRICE).await;
        shop.faults(forced(word, InstalmentCall::Refund, after_effect));
        let told = shop.refund(&payment).await.unwrap();
        let own = told.instalment.unwrap();
        let step = own.refund.unwrap().step;
        if word == "SUCCESS" {
            assert_eq!(step.phase, StepPhase::Done, "{at}: the sample's word for it");
            continue;
        }
        says(&step, word, &at);
        let is_unclear = VAGUE.contains(&word);
        assert_eq!(step.phase == StepPhase::Unclear, is_unclear, "{at}");
        assert_eq!(own.can_refund, !is_unclear, "{at}");
        assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid, "{at}");
        shop.settle().await;
        if !is_unclear {
            let again = shop.refund(&payment).await.unwrap();
            let second = again.instalment.unwrap().refund.unwrap().step;
            assert_ne!(second.reference, step.reference, "{at}");
        }
        assert_eq!(shop.refunds(&payment), 1, "{at}");
        if is_unclear {
            assert!(shop.payment(&payment).await.is_refunded, "{at}");
        }
    }
}

#[tokio::test]
async fn on_a_confirmed_first_part() {
    let shop = Shop::open().await;
    for (word, after_effect) in words() {
        let at = format!("{word}, after effect: {after_effect}");
        let payment = shop.instal(PRICE).await;
        let reference = &payment.reference;
        shop.hand.instalment_pays_first_part_here(reference).unwrap();
        shop.check(&payment).await.unwrap();
        shop.faults(forced(word, InstalmentCall::ConfirmStore, after_effect));
        let told = shop.take_first_part(&payment, 900_000).await.unwrap();
        let own = told.instalment.unwrap();
        let step = own.first_part.unwrap().confirmation.unwrap();
        says(&step, word, &at);
        let is_unclear = VAGUE.contains(&word);
        assert_eq!(step.phase == StepPhase::Unclear, is_unclear, "{at}");
        assert_eq!(own.can_confirm_first_part, !is_unclear, "{at}");
        assert_eq!(told.verdict, VerdictView::Unpaid, "{at}");
        shop.settle().await;
        if is_unclear {
            assert_eq!(shop.payment(&payment).await.verdict, VerdictView::Paid, "{at}");
        } else if !after_effect {
            let again = shop.take_first_part(&payment, 900_000).await.unwrap();
            assert_eq!(again.verdict, VerdictView::Paid, "{at}");
        }
        assert_eq!(shop.simulated(&payment).state, "paid", "{at}");
    }
}
