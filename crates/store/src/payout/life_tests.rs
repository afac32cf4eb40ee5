//! What a payout goes through: moves, what is heard, what a person closes.

use super::samples::{answer, heard, payout_id};
use crate::test_support::{Shop, T0, WORLD, step_id};
use crate::{EventKind, PayoutFilter, StepOutcome, StoreError};
use domain::{HeardPayout, IntentId, IntentState, Move, Payout, PayoutStanding, ToldPayout};
use dong::Dong;

async fn payout(shop: &Shop) -> Payout {
    shop.store.payout(payout_id(1)).await.unwrap()
}

/// Where it stands by the domain and by the stored word.
async fn standing(shop: &Shop) -> PayoutStanding {
    let standing = PayoutStanding::of(&payout(shop).await);
    let stored = PayoutFilter {
        standings: vec![standing],
        ..PayoutFilter::all(WORLD)
    };
    let listed = shop.store.list_payouts(stored, None, 9).await.unwrap();
    assert_eq!(listed.count, 1, "the stored word is not {standing:?}");
    standing
}

const MOVES: [Move; 11] = [
    Move::Commit,
    Move::Send,
    Move::NotSent,
    Move::Confirm,
    Move::Refuse,
    Move::LoseAnswer,
    Move::Repeat,
    Move::Look,
    Move::LookFailed,
    Move::Miss,
    Move::Drop,
];

/// A way to every state that a decided intent may be in.
const WAYS: [&[Move]; 8] = [
    &[],
    &[Move::Send],
    &[Move::Send, Move::LoseAnswer],
    &[Move::Send, Move::LoseAnswer, Move::Look],
    &[Move::Send, Move::LoseAnswer, Move::Look, Move::Miss],
    &[Move::Send, Move::Confirm],
    &[Move::Send, Move::Refuse],
    &[Move::Drop],
];

/// Every move in every state of both kinds, after which the stored word is the domain's.
#[tokio::test]
async fn what_the_machine_does_not_allow_changes_nothing() {
    let shop = Shop::open().await;
    let cases = WAYS.iter().flat_map(|way| MOVES.map(|step| (*way, step)));
    for (n, (way, step)) in (1u128..).zip(cases) {
        shop.committed_payout(n, 1_000).await;
        shop.accepted_payout(1_000 + n, 1_000).await;
        let code = shop
            .store
            .commit_code(payout_id(1_000 + n), step_id(n), T0 + 3)
            .await;
        assert_eq!(code.unwrap(), StepOutcome::Committed);
        for (id, payout, is_code) in [
            (IntentId::from(payout_id(n)), n, false),
            (step_id(n), 1_000 + n, true),
        ] {
            let before = shop.move_to(id, way).await.unwrap();
            let is_barred =
                step == Move::Repeat || (is_code && before == IntentState::Absent && step == Move::Send);
            let expected = before.after(step).ok().filter(|_| !is_barred);
            let events = shop.store.payout_events(payout_id(payout)).await.unwrap().len();
            let moved = shop.move_to(id, &[step]).await;
            assert_eq!(moved.ok(), expected, "{before:?} {step:?}");
            let now = shop.store.intent(id).await.unwrap().state;
            assert_eq!(now, expected.unwrap_or(before), "{before:?} {step:?}");
            let after = shop.store.payout_events(payout_id(payout)).await.unwrap().len();
            assert_eq!(after, events + usize::from(expected.is_some()));
        }
    }
    for standing in PayoutStanding::ALL {
        let stored = PayoutFilter {
            standings: vec![standing],
            ..PayoutFilter::all(WORLD)
        };
        let listed = shop.store.list_payouts(stored, None, 200).await.unwrap();
        assert!(
            listed
                .rows
                .iter()
                .all(|payout| PayoutStanding::of(payout) == standing)
        );
    }
}

#[tokio::test]
async fn a_lost_answer_is_looked_up_twice_and_then_left_to_a_person() {
    let shop = Shop::open().await;
    shop.committed_payout(1, 6_000_000).await;
    let id = payout_id(1);
    assert_eq!(standing(&shop).await, PayoutStanding::NotSent);
    shop.move_to(id, &[Move::Send, Move::LoseAnswer]).await.unwrap();
    assert_eq!(standing(&shop).await, PayoutStanding::Unclear);
    for illegal in [Move::Send, Move::Repeat, Move::Drop, Move::Confirm, Move::Refuse] {
        let refused = shop.move_to(id, &[illegal]).await;
        assert!(matches!(refused, Err(StoreError::Move(_))), "{illegal:?}");
    }
    let refused = shop.store.close_payout(id, "impatient".to_owned(), T0).await;
    assert!(matches!(
        refused,
        Err(StoreError::Standing(PayoutStanding::Unclear))
    ));
    shop.move_to(id, &[Move::Look, Move::Miss]).await.unwrap();
    assert_eq!(standing(&shop).await, PayoutStanding::Unclear);
    shop.move_to(id, &[Move::Look, Move::Miss]).await.unwrap();
    assert_eq!(standing(&shop).await, PayoutStanding::Undecided);
    let shop = shop.reopen();
    assert_eq!(payout(&shop).await.absent_looks, 2);
    let closed = shop
        .store
        .close_payout(id, "never made".to_owned(), T0 + 9)
        .await
        .unwrap();
    assert_eq!(
        (closed.intent, closed.closed_reason.as_deref()),
        (IntentState::Dropped, Some("never made"))
    );
    assert_eq!(standing(&shop).await, PayoutStanding::Closed);
    assert_eq!(shop.store.payouts_used(WORLD, T0).await.unwrap(), Dong::ZERO);
    assert_eq!(shop.store.open_intents(WORLD).await.unwrap(), []);
}

#[tokio::test]
async fn an_answer_is_kept_whole_and_a_second_one_changes_nothing() {
    let shop = Shop::open().await;
    let confirmed = shop.accepted_payout(1, 6_000_000).await;
    let shop = shop.reopen();
    assert_eq!(payout(&shop).await, confirmed);
    assert_eq!(
        (confirmed.gateway_id.as_deref(), confirmed.request_id.as_deref()),
        (Some("po-1"), Some("req-1"))
    );
    assert_eq!(confirmed.heard, Some(heard("waiting_confirm", T0 + 2)));
    assert_eq!(standing(&shop).await, PayoutStanding::AwaitingCode);
    let second = shop.store.confirm_payout(payout_id(1), answer(2, T0 + 9)).await;
    assert_eq!(second.unwrap_err().code(), "intent_move");
    assert_eq!(payout(&shop).await, confirmed);
}

#[tokio::test]
async fn nothing_is_heard_of_a_payout_that_the_gateway_may_not_have() {
    let shop = Shop::open().await;
    shop.committed_payout(1, 6_000_000).await;
    let early = shop
        .store
        .hear_payout(payout_id(1), heard("success", T0), None, None)
        .await;
    assert!(matches!(
        early,
        Err(StoreError::Standing(PayoutStanding::NotSent))
    ));
}

#[tokio::test]
async fn the_same_again_is_no_news() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    let events = async || shop.store.payout_events(payout_id(1)).await.unwrap();
    let before = events().await.len();
    assert_eq!(shop.hears(1, "waiting_confirm", T0 + 1_000).await, None);
    assert_eq!(payout(&shop).await.heard.unwrap().at, T0 + 2);
    assert_eq!(shop.hears(1, "waiting_confirm", T0 + 40_000).await, None);
    let told = payout(&shop).await;
    assert_eq!((told.heard.unwrap().at, told.updated_at), (T0 + 40_000, T0 + 2));
    let news = shop.hears(1, "On_Hold", T0 + 41_000).await.unwrap();
    assert_eq!(
        (news.updated_at, standing(&shop).await),
        (T0 + 41_000, PayoutStanding::Odd)
    );
    let after = events().await;
    assert_eq!(after.len(), before + 1);
    assert_eq!(
        after.last().map(|event| (event.kind, event.status.as_deref())),
        Some((EventKind::Status, Some("On_Hold")))
    );
}

#[tokio::test]
async fn what_an_answer_leaves_out_stays_told() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    let told = HeardPayout {
        told: ToldPayout {
            account_number: Some("999".to_owned()),
            ..ToldPayout::default()
        },
        tries_left: Some(2),
        transaction_number: Some("FT-7".to_owned()),
        ..heard("waiting_confirm", T0 + 5)
    };
    let news = shop
        .store
        .hear_payout(payout_id(1), told.clone(), None, Some("req-2".to_owned()))
        .await;
    assert_eq!(news.unwrap().unwrap().request_id.as_deref(), Some("req-2"));
    assert_eq!(shop.hears(1, "waiting_confirm", T0 + 50_000).await, None);
    assert_eq!(
        payout(&shop).await.heard,
        Some(HeardPayout {
            at: T0 + 50_000,
            ..told
        })
    );
    assert_eq!(standing(&shop).await, PayoutStanding::Differs);
}

#[tokio::test]
async fn an_answer_that_was_overtaken_does_not_undo_the_end() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.hears(1, "success", T0 + 100).await;
    assert_eq!(shop.hears(1, "processing", T0 + 99).await, None);
    assert_eq!(standing(&shop).await, PayoutStanding::Succeeded);
}

#[tokio::test]
async fn the_end_of_a_payout_answers_for_a_code_without_an_answer() {
    const LOST: &[Move] = &[Move::LoseAnswer];
    const LOOKING: &[Move] = &[Move::LoseAnswer, Move::Look];
    const MISSED: &[Move] = &[Move::LoseAnswer, Move::Look, Move::Miss];
    for (moves, word, expected) in [
        (LOST, "success", IntentState::Done),
        (LOOKING, "success", IntentState::Done),
        (MISSED, "success", IntentState::Done),
        (LOST, "failed", IntentState::Rejected),
        (LOOKING, "failed", IntentState::Rejected),
        (LOST, "waiting_confirm", IntentState::Unknown),
        (LOOKING, "waiting_confirm", IntentState::Looking),
        (LOST, "on_hold", IntentState::Unknown),
    ] {
        let shop = Shop::open().await;
        shop.accepted_payout(1, 6_000_000).await;
        shop.sent_code(1, 1).await;
        shop.move_to(step_id(1), moves).await.unwrap();
        assert_eq!(standing(&shop).await, PayoutStanding::CodeUnclear);
        shop.hears(1, word, T0 + 40_000).await;
        let code = shop.store.intent(step_id(1)).await.unwrap();
        assert_eq!(code.state, expected, "{moves:?} {word}");
        let open = shop.store.open_intents(WORLD).await.unwrap();
        assert_eq!(open.is_empty(), !expected.is_open(), "{moves:?} {word}");
        standing(&shop).await;
    }
}

#[tokio::test]
async fn a_code_under_way_is_left_to_its_own_answer_and_closed_without_one() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.sent_code(1, 1).await;
    shop.hears(1, "success", T0 + 100).await;
    assert_eq!(
        shop.store.intent(step_id(1)).await.unwrap().state,
        IntentState::Sending
    );
    let state = shop.move_to(step_id(1), &[Move::LoseAnswer]).await.unwrap();
    assert_eq!(state, IntentState::Done);
    assert_eq!(standing(&shop).await, PayoutStanding::Succeeded);
}

#[tokio::test]
async fn a_code_that_never_left_is_dropped_when_the_payout_ends() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.store
        .commit_code(payout_id(1), step_id(1), T0 + 3)
        .await
        .unwrap();
    shop.hears(1, "failed", T0 + 100).await;
    assert_eq!(
        shop.store.intent(step_id(1)).await.unwrap().state,
        IntentState::Dropped
    );
    assert_eq!(shop.store.payouts_used(WORLD, T0).await.unwrap(), Dong::ZERO);
}

#[tokio::test]
async fn a_code_that_may_have_left_never_leaves_again() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    shop.sent_code(1, 1).await;
    shop.move_to(step_id(1), &[Move::LoseAnswer]).await.unwrap();
    assert_eq!(
        shop.move_to(step_id(1), &[Move::Repeat])
            .await
            .unwrap_err()
            .code(),
        "intent_move"
    );
    shop.move_to(step_id(1), &[Move::Look, Move::Miss]).await.unwrap();
    assert_eq!(
        shop.move_to(step_id(1), &[Move::Send]).await.unwrap_err().code(),
        "intent_move"
    );
    assert_eq!(shop.store.intent(step_id(1)).await.unwrap().attempts, 1);
    assert_eq!(standing(&shop).await, PayoutStanding::CodeUnclear);
    shop.move_to(step_id(1), &[Move::Drop]).await.unwrap();
    assert_eq!(standing(&shop).await, PayoutStanding::AwaitingCode);
}

#[tokio::test]
async fn one_that_waits_for_a_code_is_closed_here_and_may_still_be_heard_of() {
    let shop = Shop::open().await;
    shop.accepted_payout(1, 6_000_000).await;
    let watched = async || shop.store.payouts_to_watch(WORLD, T0 + 3).await.unwrap().len();
    assert_eq!(watched().await, 1);
    let close = async |reason: &str, at| shop.store.close_payout(payout_id(1), reason.to_owned(), at).await;
    let closed = close("wrong person", T0 + 5).await.unwrap();
    assert_eq!((closed.intent, closed.updated_at), (IntentState::Done, T0 + 5));
    assert_eq!(close("again", T0 + 6).await.unwrap(), closed);
    assert_eq!(
        (standing(&shop).await, watched().await),
        (PayoutStanding::Closed, 0)
    );
    let events = shop.store.payout_events(payout_id(1)).await.unwrap();
    assert_eq!(
        events
            .iter()
            .filter(|event| event.kind == EventKind::Dropped)
            .count(),
        1
    );
    shop.hears(1, "success", T0 + 9).await;
    assert_eq!(standing(&shop).await, PayoutStanding::Succeeded);
    assert_eq!(
        shop.store.payouts_used(WORLD, T0).await.unwrap(),
        Dong::new(6_000_000)
    );
    let refused = close("late", T0 + 10).await;
    assert!(matches!(
        refused,
        Err(StoreError::Standing(PayoutStanding::Succeeded))
    ));
}

#[tokio::test]
async fn what_has_ended_or_run_out_is_not_watched() {
    let shop = Shop::open().await;
    for n in 1..=3 {
        shop.accepted_payout(n, 1_000).await;
    }
    shop.committed_payout(4, 1_000).await;
    shop.hears(2, "settling", T0 + 9).await;
    shop.hears(3, "success", T0 + 9).await;
    let watched = async |now| {
        let found = shop.store.payouts_to_watch(WORLD, now).await.unwrap();
        found.iter().map(|payout| payout.id).collect::<Vec<_>>()
    };
    assert_eq!(watched(T0 + 10).await, [2, 1].map(payout_id));
    assert_eq!(watched(T0 + 86_400_000).await, []);
}
