//! Steps on a payment: decided once, and undone by nothing.

use crate::test_support::{Shop, T0, WORLD, payment_id, refund, step_id};
use crate::{EventKind, NewStep, Note, StepOutcome, StoreError};
use domain::{Gateway, IntentKind, IntentState, Method, Move, Said, StepDetail, Tender, Verdict};
use dong::Dong;

fn first_part(amount: i64) -> StepDetail {
    StepDetail::FirstPart {
        amount: Dong::new(amount),
        tender: Tender::Cash,
        receipt: None,
    }
}

#[tokio::test]
async fn a_step_is_an_intent_on_its_payments_timeline() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    assert_eq!(shop.step(1, 1, refund(3_000_000)).await, StepOutcome::Committed);
    let intent = shop.store.intent(step_id(1)).await.unwrap();
    assert_eq!(
        (intent.kind, intent.state, intent.payment_id),
        (
            IntentKind::InstalmentRefund,
            IntentState::Committed,
            payment_id(1)
        )
    );
    assert_eq!(intent.reference, step_id(1).reference());
    assert_eq!(intent.kind.gateway(), Gateway::Fundiin);
    assert_eq!(intent.detail, Some(refund(3_000_000)));
    let due = shop.store.due_intents(WORLD, T0 + 100).await.unwrap();
    assert_eq!(due, [intent]);
    assert_eq!(
        shop.store.body(step_id(1)).await.unwrap().as_deref(),
        Some(&b"{}"[..])
    );
    let events = shop.store.events(payment_id(1)).await.unwrap();
    let last = events.last().unwrap();
    assert_eq!(
        (last.kind, last.about),
        (EventKind::Committed, Some(IntentKind::InstalmentRefund))
    );
    assert_eq!(events[0].about, None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_refunds_at_once_exactly_one_is_decided() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    let clicks: Vec<_> = (0..16)
        .map(|click| {
            let store = shop.store.clone();
            let new = NewStep {
                id: step_id(click),
                detail: refund(3_000_000),
                body: Vec::new(),
                at: T0,
            };
            tokio::spawn(async move { store.commit_step(payment_id(1), new).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for click in clicks {
        outcomes.push(click.await.unwrap().unwrap());
    }
    let payment = shop.store.payment(payment_id(1)).await.unwrap();
    let steps = payment.instalment.unwrap().steps;
    assert_eq!(steps.len(), 1);
    let won = outcomes
        .iter()
        .filter(|outcome| **outcome == StepOutcome::Committed);
    assert_eq!(won.count(), 1);
    let lost = outcomes
        .iter()
        .filter(|outcome| **outcome == StepOutcome::Existing(steps[0].id));
    assert_eq!(lost.count(), 15);
}

#[tokio::test]
async fn a_second_refund_is_beyond_the_reach_of_sql() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    shop.done_step(1, 1, refund(3_000_000)).await;
    let copy = |kind: &str, state: &str| {
        format!(
            "INSERT INTO intent (id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, detail, body,
               state, created_at, updated_at)
             SELECT 'other', '{kind}', gateway, payment_id, environment, sale_id, 'TVother', 'other', detail, body,
               '{state}', created_at, updated_at FROM intent WHERE kind = 'instalment_refund'"
        )
    };
    for state in ["committed", "sending", "unknown", "done"] {
        let refused = shop.raw(&copy("instalment_refund", state)).unwrap_err();
        assert!(refused.to_string().contains("UNIQUE"), "{refused}");
    }
    for sql in [
        "UPDATE intent SET state = 'rejected' WHERE detail IS NOT NULL",
        "UPDATE intent SET detail = '{}' WHERE detail IS NOT NULL",
        "UPDATE intent SET payment_id = 'other' WHERE detail IS NOT NULL",
        "UPDATE intent SET kind = 'instalment_cancel' WHERE detail IS NOT NULL",
        "UPDATE instalment SET goods = 'other'",
        "UPDATE instalment SET phone = 'other'",
        "UPDATE payment SET method = 'transfer', account_id = 'a'",
    ] {
        assert!(shop.raw(sql).is_err(), "{sql}");
    }
    shop.raw(&copy("instalment_cancel", "committed")).unwrap();
}

#[tokio::test]
async fn after_a_refusal_a_step_may_be_decided_again() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    shop.step(1, 1, refund(3_000_000)).await;
    let said = Said {
        result: "REFUND_NOT_ALLOWED".to_owned(),
        message: "Không hoàn được".to_owned(),
    };
    let note = Note {
        said: Some(said.clone()),
        failure: Some("refused".to_owned()),
        ..Note::at(T0 + 101)
    };
    let id = step_id(1);
    shop.store
        .advance(id, Move::Send, Note::at(T0 + 100))
        .await
        .unwrap();
    shop.store.advance(id, Move::Refuse, note).await.unwrap();
    let events = shop.store.events(payment_id(1)).await.unwrap();
    let last = events.last().unwrap();
    assert_eq!(last.reason.as_deref(), Some("REFUND_NOT_ALLOWED"));
    assert_eq!(last.message.as_deref(), Some("Không hoàn được"));
    assert_eq!(shop.step(2, 1, refund(3_000_000)).await, StepOutcome::Committed);
    let own = shop.store.payment(payment_id(1)).await.unwrap().instalment;
    let steps = own.unwrap().steps;
    let ids: Vec<_> = steps.iter().map(|step| step.id).collect();
    assert_eq!(ids, [step_id(1), step_id(2)]);
    assert_eq!((&steps[0].said, &steps[1].said), (&Some(said), &None));
}

#[tokio::test]
async fn the_gateways_yes_clears_what_went_wrong_and_keeps_its_id() {
    let shop = Shop::open().await;
    shop.accepted_instalment(1, 3_000_000, T0).await;
    shop.step(1, 1, refund(3_000_000)).await;
    let lost = Note {
        failure: Some("no_answer".to_owned()),
        said: Some(Said {
            result: "ERROR_GENERAL".to_owned(),
            message: String::new(),
        }),
        ..Note::at(T0)
    };
    let yes = Note {
        gateway_id: Some("refund-7".to_owned()),
        ..Note::at(T0 + 1)
    };
    for (step, note) in [
        (Move::Send, Note::at(T0)),
        (Move::LoseAnswer, lost),
        (Move::Repeat, Note::at(T0)),
    ] {
        shop.store.advance(step_id(1), step, note).await.unwrap();
    }
    let intent = shop.store.intent(step_id(1)).await.unwrap();
    assert_eq!((intent.attempts, intent.state), (2, IntentState::Sending));
    assert!(intent.said.is_some() && intent.last_failure.is_some());
    shop.store.advance(step_id(1), Move::Confirm, yes).await.unwrap();
    let intent = shop.store.intent(step_id(1)).await.unwrap();
    assert_eq!(
        (intent.said, intent.last_failure, intent.gateway_id.as_deref()),
        (None, None, Some("refund-7"))
    );
    let events = shop.store.events(payment_id(1)).await.unwrap();
    assert!(events.iter().any(|event| event.kind.as_str() == "repeated"));
    assert!(events.iter().all(|event| event.message.as_deref() != Some("")));
}

#[tokio::test]
async fn a_done_first_part_brings_the_verdict() {
    let shop = Shop::open().await;
    shop.opened_instalment(1, 3_000_000, T0).await;
    let told = crate::News {
        first_part: Some(Dong::new(900_000)),
        ..crate::test_support::news(1, crate::test_support::heard("SUCCESS", None, T0))
    };
    let heard = shop.store.hear(vec![told]).await.unwrap();
    assert_eq!(heard[0].verdict(), Verdict::Unpaid);
    let paid = crate::PaymentFilter {
        verdicts: vec![Verdict::Paid],
        ..crate::PaymentFilter::all(WORLD)
    };
    let total = async || shop.store.total_payments(paid.clone()).await.unwrap().received;
    assert_eq!(total().await, Dong::ZERO);
    shop.done_step(1, 1, first_part(900_000)).await;
    assert_eq!(total().await, Dong::new(3_000_000));
}

#[tokio::test]
async fn a_transfer_has_no_steps() {
    let shop = Shop::open().await;
    let payment = shop.confirmed(1, 85_000, T0).await;
    assert_eq!(payment.method, Method::Transfer);
    let new = NewStep {
        id: step_id(1),
        detail: StepDetail::Cancel,
        body: Vec::new(),
        at: T0,
    };
    let refused = shop.store.commit_step(payment_id(1), new.clone()).await;
    assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
    let missing = shop.store.commit_step(payment_id(2), new).await;
    assert_eq!(missing.unwrap_err().code(), "not_found");
    assert_eq!(shop.store.open_intents(WORLD).await.unwrap(), []);
}
