//! What a gateway repeats of a payout against what was decided: a code is entered only when nothing differs.

use super::{PayoutContent, ToldPayout};
use serde::{Deserialize, Serialize};

/// One thing that the gateway repeats otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// The amount.
    Amount,
    /// The beneficiary's account number.
    AccountNumber,
    /// The beneficiary's name.
    AccountName,
    /// The bank.
    Bank,
    /// The source account.
    SourceAccount,
}

/// Everything that differs; what the gateway does not repeat cannot differ.
#[must_use]
pub fn differences(decided: &PayoutContent, told: &ToldPayout) -> Vec<Difference> {
    let to = &decided.destination;
    let is_other = |told: Option<&String>, own: &str| told.is_some_and(|told| plain(told) != plain(own));
    [
        (
            Difference::Amount,
            told.amount.is_some_and(|amount| amount != decided.amount),
        ),
        (
            Difference::AccountNumber,
            is_other(told.account_number.as_ref(), &to.account_number),
        ),
        (
            Difference::AccountName,
            is_other(told.account_name.as_ref(), &to.account_name),
        ),
        (Difference::Bank, is_other(told.bank_id.as_ref(), &to.bank_id)),
        (
            Difference::SourceAccount,
            is_other(told.account_id.as_ref(), decided.account_id.as_str()),
        ),
    ]
    .into_iter()
    .filter_map(|(what, differs)| differs.then_some(what))
    .collect()
}

/// Spaces and capital letters make no other account.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;
    use dong::Dong;

    fn told() -> ToldPayout {
        let content = sample::payout_content();
        ToldPayout {
            amount: Some(content.amount),
            account_number: Some(content.destination.account_number.clone()),
            account_name: Some(content.destination.account_name.to_lowercase()),
            bank_id: Some(content.destination.bank_id.clone()),
            account_id: Some(content.account_id.as_str().to_owned()),
        }
    }

    #[test]
    fn the_same_repeated_in_another_spelling_does_not_differ() {
        assert_eq!(differences(&sample::payout_content(), &told()), []);
        assert_eq!(differences(&sample::payout_content(), &ToldPayout::default()), []);
    }

    #[test]
    fn every_field_that_differs_is_named() {
        let other = || Some("X1".to_owned());
        let content = sample::payout_content();
        let all = ToldPayout {
            amount: Some(content.amount.checked_add(Dong::new(1)).unwrap()),
            account_number: other(),
            account_name: other(),
            bank_id: other(),
            account_id: other(),
        };
        assert_eq!(differences(&content, &all).len(), 5);
        let one = ToldPayout {
            account_number: other(),
            ..told()
        };
        assert_eq!(differences(&content, &one), [Difference::AccountNumber]);
    }
}
