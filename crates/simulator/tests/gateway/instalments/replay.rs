//! Idempotency: same key same answer, and two guards that are apart.

use std::thread;

use simulator::assumptions::fundiin::SameKeyOtherBody;
use simulator::{Config, Fault, FaultRule, FundiinSwitches, InstalmentCall, Scope};

use super::merchant::{CANCEL, INITIATE, Merchant, REFUND, STATUS, word};
use crate::shop::Shop;

#[test]
fn the_same_key_and_body_get_the_same_bytes_and_one_transaction() {
    let merchant = Merchant::open();
    let order = merchant.order("ONCE", 400_000);
    let first = merchant.try_post(INITIATE, &order, Some("intent-1")).unwrap();
    merchant.hand().advance_clock(3_600);
    let second = merchant.try_post(INITIATE, &order, Some("intent-1")).unwrap();
    assert_eq!((second.status, second.body), (first.status, first.body));
    assert_eq!(merchant.hand().instalments().len(), 1);
    assert_eq!(merchant.hand().requests().pop().unwrap().cause, Some("replayed"));
    for key in [None, Some("intent-2")] {
        let reply = merchant.try_post(INITIATE, &order, key).unwrap();
        assert_eq!(
            (reply.status, word(&reply.json()).as_str()),
            (200, "DUPLICATE_REFERENCE_ID")
        );
    }
}

#[test]
fn a_key_ends_after_seven_days() {
    let merchant = Merchant::open();
    let order = merchant.order("WEEK", 400_000);
    let ask = || word(&merchant.try_post(INITIATE, &order, Some("k")).unwrap().json());
    assert_eq!(ask(), "APPROVED");
    merchant.hand().advance_clock(7 * 86_400);
    assert_eq!(ask(), "APPROVED");
    merchant.hand().advance_clock(1);
    assert_eq!(ask(), "DUPLICATE_REFERENCE_ID");
}

#[test]
fn another_body_under_the_same_key_is_refused_or_replayed() {
    for (switch, expected) in [
        (SameKeyOtherBody::Refuse, "INVALID_REQUEST"),
        (SameKeyOtherBody::Replay, "APPROVED"),
    ] {
        let merchant = Merchant::with(FundiinSwitches {
            same_key_other_body: switch,
            ..FundiinSwitches::default()
        });
        merchant
            .try_post(INITIATE, &merchant.order("A", 400_000), Some("k"))
            .unwrap();
        let reply = merchant
            .try_post(INITIATE, &merchant.order("B", 500_000), Some("k"))
            .unwrap();
        assert_eq!(word(&reply.json()), expected);
        assert!(merchant.hand().instalment("B").is_none());
    }
}

#[test]
fn the_same_key_elsewhere_is_another_key() {
    let merchant = Merchant::open();
    merchant
        .try_post(INITIATE, &merchant.order("A", 400_000), Some("k"))
        .unwrap();
    let reply = merchant
        .try_post(CANCEL, &merchant.about("A"), Some("k"))
        .unwrap();
    assert_eq!(word(&reply.json()), "APPROVED");
}

#[test]
fn a_status_looks_at_the_key_only_where_switched_on() {
    for (key_covers_reads, expected) in [(false, "SUCCESS"), (true, "WAITING")] {
        let merchant = Merchant::with(FundiinSwitches {
            key_covers_reads,
            ..FundiinSwitches::default()
        });
        merchant.sell("A", 400_000);
        let ask = || {
            word(
                &merchant
                    .try_post(STATUS, &merchant.about("A"), Some("k"))
                    .unwrap()
                    .json(),
            )
        };
        assert_eq!(ask(), "WAITING");
        merchant.hand().instalment_accepts("A").unwrap();
        assert_eq!(ask(), expected);
    }
}

#[test]
fn refusals_are_kept_unless_switched_off() {
    for (keeps_refusals, expected) in [(true, "PAYMENT_INPROGRESS"), (false, "PAYMENT_ALREADY_COMPLETED")] {
        let merchant = Merchant::with(FundiinSwitches {
            keeps_refusals,
            ..FundiinSwitches::default()
        });
        merchant.sell("A", 400_000);
        merchant.hand().instalment_begins("A").unwrap();
        let ask = || {
            word(
                &merchant
                    .try_post(CANCEL, &merchant.about("A"), Some("k"))
                    .unwrap()
                    .json(),
            )
        };
        assert_eq!(ask(), "PAYMENT_INPROGRESS");
        merchant.hand().instalment_accepts("A").unwrap();
        assert_eq!(ask(), expected);
    }
}

#[test]
fn while_the_first_runs_the_same_key_is_told_so_and_other_keys_pass() {
    let merchant = Merchant::open();
    let order = merchant.order("SLOW", 400_000);
    merchant
        .shop
        .break_with(FaultRule::once(Fault::Latency { ms: 1_500 }));
    thread::scope(|scope| {
        let first = scope.spawn(|| merchant.try_post(INITIATE, &order, Some("k")).unwrap());
        while merchant.hand().requests().is_empty() {
            thread::yield_now();
        }
        let meanwhile = merchant.try_post(INITIATE, &order, Some("k")).unwrap();
        assert_eq!(
            (meanwhile.status, word(&meanwhile.json()).as_str()),
            (422, "REQUEST_PROCESSING")
        );
        let other = merchant
            .try_post(INITIATE, &merchant.order("FAST", 400_000), Some("k2"))
            .unwrap();
        assert_eq!(other.status, 200);
        let first = first.join().unwrap();
        let again = merchant.try_post(INITIATE, &order, Some("k")).unwrap();
        assert_eq!((first.status, first.body), (200, again.body));
    });
}

#[test]
fn twenty_at_once_make_one_transaction() {
    let merchant = Merchant::open();
    let order = merchant.order("RACE", 400_000);
    let words: Vec<String> = thread::scope(|scope| {
        let ask = || word(&merchant.try_post(INITIATE, &order, Some("k")).unwrap().json());
        let all: Vec<_> = (0..20).map(|_| scope.spawn(ask)).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(merchant.hand().instalments().len(), 1);
    assert!(
        words
            .iter()
            .all(|word| word == "APPROVED" || word == "REQUEST_PROCESSING"),
        "{words:?}"
    );
    assert!(words.contains(&"APPROVED".to_owned()));
}

#[test]
fn a_lost_answer_is_found_again_under_its_key() {
    let merchant = Merchant::open();
    let order = merchant.order("LOST", 400_000);
    merchant.shop.break_with(FaultRule::once(Fault::LostAnswer));
    assert!(merchant.try_post(INITIATE, &order, Some("k")).is_err());
    assert_eq!(merchant.hand().instalments().len(), 1);
    let again = merchant.try_post(INITIATE, &order, Some("k")).unwrap().json();
    assert_eq!(
        again["paymentUrl"],
        merchant.hand().instalment("LOST").unwrap().payment_url
    );
}

#[test]
fn a_refund_whose_answer_was_lost_happens_once() {
    let merchant = Merchant::open();
    let transaction = merchant.paid("PAID", 400_000);
    let refund = merchant.refund_of(&transaction, "BACK", 400_000);
    let rule = FaultRule::once(Fault::ServerErrorAfterEffect).only(Scope::Instalment(InstalmentCall::Refund));
    merchant.shop.break_with(rule);
    assert_eq!(merchant.try_post(REFUND, &refund, Some("r")).unwrap().status, 500);
    assert_eq!(merchant.hand().instalment_refunds("PAID"), 1);
    let again = merchant.try_post(REFUND, &refund, Some("r")).unwrap().json();
    assert!(word(&again) == "APPROVED" && again["refundTransId"].is_string());
    assert_eq!(merchant.hand().instalment_refunds("PAID"), 1);
}

#[test]
fn transactions_keys_and_notices_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Merchant {
        shop: Shop::with(Config {
            state_file: Some(folder.path().join("simulator.json")),
            ..Shop::config()
        }),
    };
    let merchant = open();
    let order = merchant.order("KEPT", 400_000);
    let first = merchant.try_post(INITIATE, &order, Some("k")).unwrap();
    merchant.hand().instalment_accepts("KEPT").unwrap();
    let (before, notices) = (merchant.hand().instalments(), merchant.hand().notices());
    merchant.shop.close();
    let merchant = open();
    assert_eq!(
        (merchant.hand().instalments(), merchant.hand().notices()),
        (before, notices)
    );
    assert_eq!(
        merchant.try_post(INITIATE, &order, Some("k")).unwrap().body,
        first.body
    );
    assert_eq!(merchant.status("KEPT")["paymentStatus"], "SUCCESS");
}
