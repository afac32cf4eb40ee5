//! Past payments of the practice shop: believable, and mixed – paid, short, over, unpaid.

use dong::Dong;
use serde_json::json;

use super::{Books, NewPayment, Transfer};

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 24 * 60 * MINUTE_MS;
/// Vietnam is seven hours ahead of UTC all year.
const VIETNAM_MS: i64 = 7 * 60 * MINUTE_MS;
const FIRST_NUMBER: u32 = 1_001;

/// Days ago, hour and minute in Vietnam, what was sold, who bought it, amount and received sum in dong.
type Row = (i64, (i64, i64), String, Option<String>, i64, i64);

const ROWS: &str = include_str!("history.json");

/// Writes the past week into new books.
pub(crate) fn write(books: &mut Books, now_ms: i64) {
    let Some(chosen) = books.accounts().first().cloned() else {
        return;
    };
    let receiving = books.receiving_account(&chosen);
    let midnight_ms = midnight_in_vietnam(now_ms);
    for (number, (days_ago, time, description, customer, amount, received)) in (FIRST_NUMBER..).zip(rows()) {
        let minutes = time.0.saturating_mul(60).saturating_add(time.1);
        let at_ms = midnight_ms
            .saturating_sub(days_ago.saturating_mul(DAY_MS))
            .saturating_add(minutes.saturating_mul(MINUTE_MS));
        let new = NewPayment {
            payment_method: "bank_transfer".to_owned(),
            account_id: chosen.account_id.clone(),
            amount: Dong::new(amount),
            description: Some(description),
            reference_id: Some(format!("SM-{number}")),
            reference_type: None,
            customer: customer.map(|name| json!({ "name": name })),
        };
        books.request_payment(new, &receiving, at_ms, None);
        if received > 0
            && let Some(payment) = books.payments.last_mut()
        {
            payment.transfers.push(Transfer {
                amount: Dong::new(received),
                at_ms: at_ms.saturating_add(45_000),
                counts: true,
            });
        }
    }
}

fn rows() -> Vec<Row> {
    serde_json::from_str(ROWS).unwrap_or_default()
}

fn midnight_in_vietnam(now_ms: i64) -> i64 {
    let local_ms = now_ms.saturating_add(VIETNAM_MS);
    now_ms.saturating_sub(local_ms.rem_euclid(DAY_MS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_seventeen_hours_utc() {
        let noon_utc_ms = 20_000 * DAY_MS + DAY_MS / 2;
        assert_eq!(midnight_in_vietnam(noon_utc_ms), 20_000 * DAY_MS - VIETNAM_MS);
        let evening_utc_ms = 20_000 * DAY_MS + 18 * 60 * MINUTE_MS;
        assert_eq!(midnight_in_vietnam(evening_utc_ms), 20_001 * DAY_MS - VIETNAM_MS);
    }

    #[test]
    fn the_past_is_in_order_and_holds_every_status() {
        let books = Books::open(2_000_000_000_000, true);
        let payments = books.payments();
        assert_eq!(payments.len(), 24);
        assert!(payments.is_sorted_by_key(|payment| payment.created_at_ms));
        assert!(
            payments
                .iter()
                .all(|payment| payment.is_expired(2_000_000_000_000))
        );
        for status in ["unpaid", "paid", "partial_paid", "extra_paid"] {
            assert!(
                payments.iter().any(|payment| payment.status() == status),
                "{status}"
            );
        }
    }
}
