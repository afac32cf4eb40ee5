//! What deserves a second look before a payout is made.

use crate::{Till, TillError};
use contract::Time;
use contract::payout::{BankCertainty, PayoutBankView, PayoutNotice, SourceAccountView};
use domain::{Beneficiary, Destination, Environment, PayoutContent, PayoutStanding};
use store::PayoutFilter;

/// The same amount to the same account within this time may be the same payout twice.
const ALIKE_MS: i64 = 24 * 3_600_000;
/// Payouts to an account that are looked through for one that was accepted.
const LOOKED_THROUGH: usize = 200;

/// Every notice about a payout to be.
pub(super) async fn of(
    till: &Till,
    content: &PayoutContent,
    bank: &PayoutBankView,
    source: &SourceAccountView,
) -> Result<Vec<PayoutNotice>, TillError> {
    let environment = till.line().environment;
    let to = &content.destination;
    let mut notices = Vec::new();
    if !was_paid(till, environment, to).await? {
        notices.push(PayoutNotice::FirstTime);
    }
    if let Some(at) = changed_at(till, content).await? {
        notices.push(PayoutNotice::AccountChanged { at });
    }
    if bank.certainty == BankCertainty::Assumed {
        notices.push(PayoutNotice::BankAssumed);
    }
    if let Some(balance) = source.balance.filter(|balance| content.amount > *balance) {
        notices.push(PayoutNotice::OverBalance { balance });
    }
    let since = till.now().saturating_sub(ALIKE_MS);
    let alike = till
        .store
        .payouts_alike(environment, to.clone(), content.amount, since)
        .await?;
    notices.extend(alike.first().map(|one| PayoutNotice::Alike {
        payout_id: one.id.to_string(),
        at: Time::from_ms(one.created_at),
    }));
    if !source.is_documented {
        notices.push(PayoutNotice::SourceUndocumented);
    }
    Ok(notices)
}

/// Whether the bank took up a payout to exactly this destination.
async fn was_paid(till: &Till, environment: Environment, to: &Destination) -> Result<bool, TillError> {
    let filter = PayoutFilter {
        environment,
        search: Some(to.account_number.clone()),
        standings: vec![
            PayoutStanding::Processing,
            PayoutStanding::Settling,
            PayoutStanding::Succeeded,
        ],
        from: None,
        to: None,
    };
    let page = till.store.list_payouts(filter, None, LOOKED_THROUGH).await?;
    Ok(page.rows.iter().any(|one| {
        let paid = &one.content.destination;
        paid.account_number == to.account_number
            && paid.account_name == to.account_name
            && is_same_bank(paid, to)
    }))
}

/// A corrected code is the same bank still.
fn is_same_bank(a: &Destination, b: &Destination) -> bool {
    a.bank_id == b.bank_id || (a.bank_bin.is_some() && a.bank_bin == b.bank_bin)
}

/// When the account of the beneficiary changed since it was last paid; now, when the form has another one than the book.
async fn changed_at(till: &Till, content: &PayoutContent) -> Result<Option<Time>, TillError> {
    let to = &content.destination;
    let row = match content.beneficiary_id {
        Some(id) => match till.store.beneficiary(id).await {
            Ok(row) => Some(row),
            Err(store::StoreError::NotFound(_)) => None,
            Err(error) => return Err(error.into()),
        },
        None => {
            let (bank, number) = (to.bank_id.clone(), to.account_number.clone());
            till.store
                .beneficiary_by_account(till.line().environment, bank, number)
                .await?
        }
    };
    Ok(row
        .and_then(|row| change(&row, to, till.now()))
        .map(Time::from_ms))
}

fn change(row: &Beneficiary, to: &Destination, now: i64) -> Option<i64> {
    let kept = &row.destination;
    if kept.account_number != to.account_number || !is_same_bank(kept, to) {
        return Some(now);
    }
    let is_changed = row.changed_at > row.created_at;
    let is_unpaid_since = row.last_paid_at.is_none_or(|paid| paid < row.changed_at);
    (is_changed && is_unpaid_since).then_some(row.changed_at)
}
