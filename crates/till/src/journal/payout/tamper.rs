//! What leaves is what a person saw in this process, and what the gateway has is what was decided. Whoever edits the database in between
//! stops the payout.

use crate::payouts::{self, Seen};
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::payout::differences;
use domain::{IntentId, Payout};
use finan_one::payouts::Payout as Record;

/// Compares the disk with what was seen, and the content on disk with its bytes.
///
/// # Errors
/// `payout_tampered`; nothing may leave then.
pub(super) fn require_same(payout: &Payout, body: &[u8], seen: &Seen) -> Result<(), TillError> {
    let is_same = seen.content == payout.content && seen.body == body;
    if is_same && is_whole(payout, body) {
        Ok(())
    } else {
        Err(tampered(payout))
    }
}

/// The same before a code: what this process decided, and, after a restart, that content and bytes still tell the same payout.
///
/// # Errors
/// `payout_tampered`.
pub(super) async fn require_untouched(till: &Till, payout: &Payout) -> Result<(), TillError> {
    let body = till.store.body(payout.id).await?.unwrap_or_default();
    match till.payouts.decided(payout.id) {
        Some(seen) => require_same(payout, &body, &seen),
        None if is_whole(payout, &body) => Ok(()),
        None => Err(tampered(payout)),
    }
}

/// Whether the gateway's record is the payout that was decided, in everything that it repeats.
pub(super) fn is_ours(payout: &Payout, record: &Record) -> bool {
    let heard = payouts::heard_of(record, 0);
    let is_other = record
        .reference_id
        .as_ref()
        .is_some_and(|reference| *reference != IntentId::from(payout.id).reference());
    !is_other && differences(&payout.content, &heard.told).is_empty()
}

fn is_whole(payout: &Payout, body: &[u8]) -> bool {
    let is_own_reference = payout.reference == IntentId::from(payout.id).reference();
    is_own_reference && payouts::body(payout.id, &payout.content).is_ok_and(|built| built == body)
}

pub(super) fn tampered(payout: &Payout) -> TillError {
    tracing::error!(id = %payout.id, "a payout is not what was decided; nothing is sent");
    ErrorCode::PayoutTampered.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Destination, Environment, IntentState, PayoutContent, PayoutId};
    use dong::Dong;
    use uuid::Uuid;

    fn payout(amount: i64) -> Payout {
        let id = PayoutId::new(Uuid::from_u128(5));
        Payout {
            id,
            environment: Environment::Practice,
            reference: IntentId::from(id).reference(),
            content: PayoutContent {
                account_id: AccountId::new("11111111-1111-4111-8111-111111111111"),
                destination: Destination {
                    bank_id: "161".to_owned(),
                    bank_bin: None,
                    bank_name: "Vietcombank".to_owned(),
                    account_number: "0011001234567".to_owned(),
                    account_name: "NGUYEN VAN A".to_owned(),
                },
                amount: Dong::new(amount),
                description: "TIEN HANG".to_owned(),
                beneficiary_id: None,
            },
            intent: IntentState::Committed,
            absent_looks: 0,
            codes: Vec::new(),
            gateway_id: None,
            heard: None,
            last_failure: None,
            said: None,
            request_id: None,
            closed_reason: None,
            created_at: 0,
            updated_at: 0,
            next_look_at: None,
        }
    }

    #[test]
    fn only_what_was_seen_in_content_and_bytes_may_leave() {
        let decided = payout(1_000);
        let body = payouts::body(decided.id, &decided.content).unwrap();
        let seen = Seen {
            content: decided.content.clone(),
            body: body.clone(),
        };
        assert!(require_same(&decided, &body, &seen).is_ok());
        let edited = payout(9_000);
        let edited_body = payouts::body(edited.id, &edited.content).unwrap();
        for (payout, body) in [
            (&edited, &body),
            (&decided, &edited_body),
            (&edited, &edited_body),
        ] {
            assert!(require_same(payout, body, &seen).is_err());
        }
        let other_reference = Payout {
            reference: "TV0".to_owned(),
            ..decided
        };
        assert!(require_same(&other_reference, &body, &seen).is_err());
    }
}
