//! What the bank makes of a payout.

use dong::Dong;
use serde_json::json;
use simulator::{Config, HandError, PayoutOutcome, PayoutSwitches};

use super::{made, read, right_code, shop_with, submit};
use crate::shop::Shop;

fn waiting_for_the_hand() -> Shop {
    shop_with(PayoutSwitches {
        settles_after_seconds: None,
        ..PayoutSwitches::default()
    })
}

#[test]
fn the_bank_settles_as_the_hand_says() {
    let shop = waiting_for_the_hand();
    let hand = shop.hand();
    let word = PayoutOutcome::Unknown("Chờ_duyệt".to_owned());
    for (reference, outcome, status, balance) in [
        ("A", PayoutOutcome::Success, "success", 199_000_000),
        ("B", PayoutOutcome::Failed, "failed", 199_000_000),
        ("C", PayoutOutcome::Settling, "settling", 198_000_000),
        ("D", word, "Chờ_duyệt", 197_000_000),
    ] {
        let id = made(&shop, 1_000_000, reference);
        assert_eq!(submit(&shop, &id, &right_code(&shop, &id)).0, 201);
        shop.hand().advance_clock(3_600);
        assert_eq!(read(&shop, &id)["status"], "processing");
        let settled = hand.settle_payout(&id, outcome).unwrap();
        assert_eq!(
            (settled.status.as_str(), &read(&shop, &id)["status"]),
            (status, &json!(status))
        );
        assert_eq!(hand.balance(), Dong::new(balance), "{reference}");
        assert_eq!(settled.is_money_taken, status != "failed");
        assert_eq!(hand.payout_effects(reference), usize::from(status != "failed"));
    }
    let references: Vec<_> = hand
        .payouts()
        .into_iter()
        .filter_map(|row| row.reference_id)
        .collect();
    assert_eq!(references, ["D", "C", "B", "A"]);
    let settling = hand.payout_with_reference("C").unwrap();
    let later = hand.settle_payout(&settling.id, PayoutOutcome::Failed).unwrap();
    assert_eq!(
        (later.status.as_str(), hand.balance()),
        ("failed", Dong::new(198_000_000))
    );
}

#[test]
fn what_cannot_happen_does_not() {
    let shop = waiting_for_the_hand();
    let hand = shop.hand();
    let id = made(&shop, 1_000, "A");
    let settle = |outcome| hand.settle_payout(&id, outcome);
    assert_eq!(settle(PayoutOutcome::Success), Err(HandError::NotOpen));
    assert_eq!(settle(PayoutOutcome::Settling), Err(HandError::NotOpen));
    assert_eq!(submit(&shop, &id, &right_code(&shop, &id)).0, 201);
    assert_eq!(hand.expire_payout_code(&id), Err(HandError::NotOpen));
    settle(PayoutOutcome::Failed).unwrap();
    assert_eq!(settle(PayoutOutcome::Failed), Err(HandError::NotOpen));
    assert_eq!(hand.balance(), Dong::new(200_000_000), "given back once");
    for error in [
        hand.settle_payout("nobody", PayoutOutcome::Failed),
        hand.expire_payout_code("nobody"),
    ] {
        assert_eq!(error, Err(HandError::NoSuchPayout));
    }
    assert_eq!((hand.payout("nobody"), hand.payout_code("nobody")), (None, None));
    assert_eq!(
        (hand.code_submissions("nobody"), hand.payout_effects("nobody")),
        (0, 0)
    );
}

#[test]
fn the_code_is_in_no_view_of_a_payout() {
    let shop = Shop::open();
    let id = made(&shop, 1_000, "A");
    let code = right_code(&shop, &id);
    assert!(!format!("{:?} {:?}", shop.hand().payouts(), shop.hand().requests()).contains(&code));
}

#[test]
fn payouts_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let config = || Config {
        state_file: Some(folder.path().join("simulator.json")),
        ..Shop::config()
    };
    let shop = Shop::with(config());
    let id = made(&shop, 1_000_000, "KEPT");
    submit(&shop, &id, &right_code(&shop, &id));
    shop.hand().set_whitelisted(false);
    let before = shop.hand().payouts();
    shop.close();
    let shop = Shop::with(config());
    assert_eq!(shop.hand().payouts(), before);
    assert_eq!(
        (shop.hand().balance(), shop.hand().is_whitelisted()),
        (Dong::new(199_000_000), false)
    );
}
