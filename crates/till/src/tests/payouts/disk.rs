//! Somebody edits the database: nothing that a person did not see leaves.

use super::setup::AMOUNT;
use super::{Sent, Shop, code};
use contract::ErrorCode;
use contract::payout::{PayoutDifferenceView, PayoutStandingView};
use simulator::{Fault, FaultRule, Scope};
use std::path::Path;

const NUMBER: &str = "0011001234567";
const OTHER: &str = "0011009999999";
const IN_BODY: &str = r#""beneficiary_account_number":"0011001234567""#;
const OTHER_IN_BODY: &str = r#""beneficiary_account_number":"0011009999999""#;

/// Writes another text of the same length over every place in the file; gives how many there were.
fn edit(file: &Path, from: &str, to: &str) -> usize {
    assert_eq!(from.len(), to.len());
    let mut bytes = std::fs::read(file).unwrap();
    let places: Vec<_> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, part)| *part == from.as_bytes())
        .map(|(place, _)| place)
        .collect();
    for place in &places {
        bytes[*place..*place + to.len()].copy_from_slice(to.as_bytes());
    }
    std::fs::write(file, bytes).unwrap();
    places.len()
}

#[tokio::test]
async fn an_account_edited_before_the_code_stops_the_payout() {
    for (from, to) in [(NUMBER, OTHER), (IN_BODY, OTHER_IN_BODY)] {
        let sent = Sent::new().await;
        let typed = sent.code();
        let Sent { shop, payout } = sent;
        let shop = shop.reopen_after(|file| assert!(edit(file, from, to) > 0)).await;
        shop.unlock().await;
        let refused = shop.hand_in(&payout, &typed).await;
        assert_eq!(code(refused), ErrorCode::PayoutTampered, "{from}");
        assert_eq!(shop.codes_met(), 0);
    }
}

#[tokio::test]
async fn an_account_edited_everywhere_differs_from_what_the_gateway_repeats() {
    let Sent { shop, payout } = Sent::new().await;
    let shop = shop
        .reopen_after(|file| assert!(edit(file, NUMBER, OTHER) > 1))
        .await;
    shop.unlock().await;
    // What the gateway told before was edited too; it tells again.
    let seen = shop.check_payout(&payout).await.unwrap();
    assert_eq!(seen.standing, PayoutStandingView::Differs);
    assert_eq!(seen.differences, [PayoutDifferenceView::AccountNumber]);
}

#[tokio::test]
async fn bytes_edited_while_a_payout_waits_never_leave() {
    let shop = Shop::that_pays().await;
    let read_back = shop.read_back(AMOUNT).await.unwrap();
    shop.faults(vec![
        FaultRule::always(Fault::RateLimited { seconds: 5 }).only(Scope::PayoutCreate),
    ]);
    let payout = shop.decide(&read_back.payout_id).await.unwrap();
    assert_eq!(payout.standing, PayoutStandingView::NotSent);
    let shop = shop
        .reopen_after(|file| assert!(edit(file, IN_BODY, OTHER_IN_BODY) > 0))
        .await;
    shop.faults(Vec::new());
    shop.clock.advance(10_000);
    shop.unlock().await;
    assert_eq!(
        code(shop.let_go(&payout).await),
        ErrorCode::ReadBackGone,
        "it was not shown"
    );
    shop.payout(&payout).await;
    assert_eq!(code(shop.let_go(&payout).await), ErrorCode::PayoutTampered);
    assert!(shop.record(&payout).is_none());
}
