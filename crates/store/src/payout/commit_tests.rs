//! A payout is decided once, and within the day's limit, however many decide at once.

use super::samples::{LIMIT, answer, new_payout, payout_id};
use crate::test_support::{Shop, T0, WORLD, payment_id, sale_id, step_id};
use crate::{CommitOutcome, EventKind, NewPayout, StepOutcome, Store, StoreError};
use domain::{Environment, IntentKind, IntentState, Move, PayoutStanding};
use dong::Dong;

#[tokio::test]
async fn a_decision_is_intent_payout_and_timeline_at_once() {
    let shop = Shop::open().await;
    shop.committed_payout(1, 6_000_000).await;
    let shop = shop.reopen();
    let payout = shop.store.payout(payout_id(1)).await.unwrap();
    assert_eq!(payout.content, new_payout(6_000_000, T0).content);
    assert_eq!(
        (payout.intent, payout.created_at, payout.updated_at),
        (IntentState::Committed, T0 + 1, T0 + 1)
    );
    let intent = shop.store.intent(payout_id(1)).await.unwrap();
    assert_eq!(
        (intent.kind, intent.sale_id, intent.payout_id()),
        (IntentKind::PayoutCreate, None, Some(payout_id(1)))
    );
    assert_eq!(
        (&intent.reference, intent.next_look_at),
        (&payout.reference, Some(T0 + 1))
    );
    assert_eq!(shop.store.due_intents(WORLD, T0 + 1).await.unwrap(), [intent]);
    let body = shop.store.body(payout_id(1)).await.unwrap();
    assert_eq!(body.as_deref(), Some(&b"{\"amount\":6000000}"[..]));
    let events = shop.store.payout_events(payout_id(1)).await.unwrap();
    assert_eq!((events.len(), events[0].kind), (1, EventKind::Committed));
    shop.store.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_fifty_clicks_in_two_stores_exactly_one_decides() {
    let shop = Shop::open().await;
    let (other, _) = Store::open(&shop.path(), T0).unwrap();
    let clicks: Vec<_> = (0..50)
        .map(|click| {
            let store = if click % 2 == 0 {
                shop.store.clone()
            } else {
                other.clone()
            };
            let new = new_payout(1_000 + click, T0 + 1);
            tokio::spawn(async move { store.commit_payout(payout_id(1), new).await })
        })
        .collect();
    let mut winners = 0;
    for click in clicks {
        winners += usize::from(click.await.unwrap().unwrap() == CommitOutcome::Committed);
    }
    assert_eq!(winners, 1);
    assert_eq!(shop.store.payout_events(payout_id(1)).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_payouts_at_once_none_passes_the_days_limit() {
    let shop = Shop::open().await;
    let clicks: Vec<_> = (0..20)
        .map(|n| {
            let store = shop.store.clone();
            tokio::spawn(async move {
                store
                    .commit_payout(payout_id(n), new_payout(6_000_000, T0 + 1))
                    .await
            })
        })
        .collect();
    let (mut decided, mut refused) = (0, 0);
    for click in clicks {
        match click.await.unwrap() {
            Ok(outcome) => decided += usize::from(outcome == CommitOutcome::Committed),
            Err(StoreError::OverDay { used }) => refused += usize::from(used == Dong::new(48_000_000)),
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!((decided, refused), (8, 12));
    let used = shop.store.payouts_used(WORLD, T0).await.unwrap();
    assert_eq!(used, Dong::new(48_000_000));
    assert_eq!(shop.store.open_intents(WORLD).await.unwrap().len(), 8);
}

#[tokio::test]
async fn the_limit_may_be_reached_and_counts_its_own_day_and_world() {
    let shop = Shop::open().await;
    let commit = async |n, new| shop.store.commit_payout(payout_id(n), new).await;
    let over = async |n, new| commit(n, new).await.unwrap_err().code();
    assert_eq!(over(1, new_payout(LIMIT + 1, T0)).await, "payout_over_day");
    commit(1, new_payout(LIMIT, T0)).await.unwrap();
    assert_eq!(over(2, new_payout(1, T0)).await, "payout_over_day");
    let elsewhere = NewPayout {
        environment: Environment::Production,
        ..new_payout(LIMIT, T0)
    };
    commit(3, elsewhere).await.unwrap();
    let tomorrow = NewPayout {
        day_start: T0 + 1,
        ..new_payout(LIMIT, T0 + 1)
    };
    commit(4, tomorrow).await.unwrap();
    let endless = NewPayout {
        day_limit: Dong::new(i64::MAX),
        ..new_payout(i64::MAX, T0)
    };
    assert_eq!(over(5, endless).await, "payout_over_day");
    assert_eq!(
        shop.store.payout(payout_id(5)).await.unwrap_err().code(),
        "not_found"
    );
    for n in [1, 4] {
        let closed = shop
            .store
            .close_payout(payout_id(n), "never".to_owned(), T0)
            .await;
        assert_eq!(closed.unwrap().intent, IntentState::Dropped);
    }
    commit(2, new_payout(LIMIT, T0)).await.unwrap();
}

#[tokio::test]
async fn an_id_of_a_payment_makes_no_payout() {
    let shop = Shop::open().await;
    shop.store
        .mint_draft(payment_id(1), sale_id(1), T0)
        .await
        .unwrap();
    let id = domain::PayoutId::new(payment_id(1).uuid());
    let refused = shop.store.commit_payout(id, new_payout(1, T0)).await;
    assert!(matches!(refused, Err(StoreError::Failed(_))), "{refused:?}");
}

#[tokio::test]
async fn what_was_decided_is_beyond_the_reach_of_sql() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.sent_code(1, 1).await;
    for sql in [
        "UPDATE payout SET amount = 60000000",
        "UPDATE payout SET account_number = '999'",
        "UPDATE payout SET account_name = 'KE GIAN'",
        "UPDATE payout SET bank_id = '1'",
        "UPDATE payout SET account_id = 'acc-2'",
        "UPDATE payout SET description = 'x'",
        "UPDATE payout SET environment = 'production'",
        "UPDATE payout SET created_at = 0",
        "UPDATE payout SET place = 1",
        "UPDATE payout SET gateway_id = 'po-2'",
        "DELETE FROM payout",
        "DELETE FROM intent",
        "UPDATE intent SET body = x'00'",
        "UPDATE intent SET sale_id = (SELECT id FROM sale)",
        "UPDATE intent SET state = 'committed' WHERE state = 'done'",
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, reference, idempotency_key, state, created_at, updated_at)
           VALUES ('a', 'payment_create', 'finan_one', 'a', 'practice', 'a', 'a', 'draft', 1, 1)",
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, state, created_at, updated_at)
           SELECT 'a', 'payout_create', 'finan_one', 'a', 'practice', id, 'a', 'a', 'draft', 1, 1 FROM sale",
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, reference, idempotency_key, detail, body, state, created_at,
             updated_at)
           SELECT 'a', kind, gateway, payment_id, environment, 'a', 'a', detail, body, 'committed', 1, 1
           FROM intent WHERE kind = 'payout_code'",
    ] {
        assert!(shop.raw(sql).is_err(), "{sql}");
    }
    shop.raw("UPDATE payout SET standing = standing").unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_codes_at_once_exactly_one_is_handed_in() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    let clicks: Vec<_> = (0..16)
        .map(|code| {
            let store = shop.store.clone();
            tokio::spawn(async move { store.commit_code(payout_id(1), step_id(code), T0 + 3).await })
        })
        .collect();
    let mut winners = 0;
    for click in clicks {
        winners += usize::from(click.await.unwrap().unwrap() == StepOutcome::Committed);
    }
    let payout = shop.store.payout(payout_id(1)).await.unwrap();
    assert_eq!((winners, payout.codes.len()), (1, 1));
    let code = payout.codes[0].id;
    assert_eq!(shop.store.body(code).await.unwrap().as_deref(), Some(&b""[..]));
    let due = async |at| shop.store.due_intents(WORLD, at).await.unwrap().len();
    assert_eq!((due(T0 + 60_002).await, due(T0 + 60_003).await), (0, 1));
}

#[tokio::test]
async fn a_second_code_comes_only_after_the_first_was_refused_or_dropped() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.sent_code(1, 1).await;
    let next = async |n| {
        shop.store
            .commit_code(payout_id(1), step_id(n), T0 + 9)
            .await
            .unwrap()
    };
    assert_eq!(next(2).await, StepOutcome::Existing(step_id(1)));
    shop.move_to(step_id(1), &[Move::LoseAnswer]).await.unwrap();
    assert_eq!(next(2).await, StepOutcome::Existing(step_id(1)));
    shop.move_to(step_id(1), &[Move::Look, Move::Refuse])
        .await
        .unwrap();
    assert_eq!(next(2).await, StepOutcome::Committed);
    shop.move_to(step_id(2), &[Move::Drop]).await.unwrap();
    assert_eq!(next(3).await, StepOutcome::Committed);
    shop.move_to(step_id(3), &[Move::Send, Move::Confirm])
        .await
        .unwrap();
    assert_eq!(next(4).await, StepOutcome::Existing(step_id(3)));
    let shop = shop.reopen();
    let payout = shop.store.payout(payout_id(1)).await.unwrap();
    let states: Vec<_> = payout.codes.iter().map(|code| code.state).collect();
    assert_eq!(
        states,
        [IntentState::Rejected, IntentState::Dropped, IntentState::Done]
    );
    assert_eq!(PayoutStanding::of(&payout), PayoutStanding::Processing);
}

#[tokio::test]
async fn no_code_is_handed_in_for_what_does_not_wait_for_one() {
    let shop = Shop::open().await;
    let refused = async |n| {
        let code = shop.store.commit_code(payout_id(n), step_id(n), T0 + 3).await;
        match code.unwrap_err() {
            StoreError::Standing(standing) => standing,
            error => panic!("{error}"),
        }
    };
    shop.committed_payout(1, 1_000).await;
    assert_eq!(refused(1).await, PayoutStanding::NotSent);
    shop.move_to(payout_id(1), &[Move::Send]).await.unwrap();
    assert_eq!(refused(1).await, PayoutStanding::Unclear);
    let mut other = answer(1, T0 + 2);
    other.heard.told.amount = Some(Dong::new(9_000));
    shop.store.confirm_payout(payout_id(1), other).await.unwrap();
    assert_eq!(refused(1).await, PayoutStanding::Differs);
    shop.accepted_payout(2, 1_000).await;
    shop.store
        .close_payout(payout_id(2), "mistake".to_owned(), T0 + 3)
        .await
        .unwrap();
    assert_eq!(refused(2).await, PayoutStanding::Closed);
    shop.accepted_payout(3, 1_000).await;
    shop.hears(3, "success", T0 + 5).await;
    assert_eq!(refused(3).await, PayoutStanding::Succeeded);
    let missing = shop.store.commit_code(payout_id(9), step_id(9), T0).await;
    assert_eq!(missing.unwrap_err().code(), "not_found");
}
