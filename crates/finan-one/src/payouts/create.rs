//! The body that creates a payout, in the order of the page's sample. Pure: the same payout gives the same bytes.

use std::fmt;

use dong::Dong;
use serde::Serialize;

use super::describe::{LONGEST_DESCRIPTION, fold_description};
use crate::accounts::AccountNumber;
use crate::assumptions::payouts::{LARGEST_PAYOUT, LONGEST_BANK_ID, LONGEST_BENEFICIARY_NUMBER};
use crate::error::{InvalidField, Reason};
use crate::path::{Body, checked};
use crate::text;

/// The only currency of this client; the page's default.
const VND: &str = "VND";

/// A payout to be made. `Debug` shows neither who gets it nor what it is for.
#[derive(Clone, PartialEq, Eq)]
pub struct CreatePayout {
    /// The Shinhan account that pays.
    pub account_id: String,
    /// Amount in dong, above zero.
    pub amount: Dong,
    /// Holder of the account that gets it, as registered at the bank; sent as it is.
    pub beneficiary_account_name: String,
    /// Number of the account that gets it: letters and digits.
    pub beneficiary_account_number: AccountNumber,
    /// The gateway's number of its bank, digits; see [`crate::codes::PayoutBank::assumed_bank_id`].
    pub beneficiary_bank_id: String,
    /// Our own reference, by which the payout is found again.
    pub reference_id: String,
    /// What it is for; sent as [`fold_description`] makes it.
    pub description: String,
}

impl fmt::Debug for CreatePayout {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CreatePayout")
            .field("amount", &self.amount)
            .field("reference_id", &self.reference_id)
            .finish_non_exhaustive()
    }
}

#[derive(Serialize)]
struct Wire<'a> {
    account_id: &'a str,
    amount: i64,
    beneficiary_account_name: &'a str,
    beneficiary_account_number: &'a str,
    beneficiary_bank_id: &'a str,
    currency: &'static str,
    reference_id: &'a str,
    description: &'a str,
}

/// The exact bytes to store, sign and send: compact JSON.
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_create(payout: &CreatePayout) -> Result<Body, InvalidField> {
    let account_id = text::code("account_id", &payout.account_id)?;
    let description = description(&payout.description)?;
    Body::of_details(&Wire {
        account_id: checked(account_id)
            .map_err(|_| InvalidField::new("account_id", Reason::BadCharacters))?,
        amount: amount(payout.amount)?,
        beneficiary_account_name: text::line("beneficiary_account_name", &payout.beneficiary_account_name)?,
        beneficiary_account_number: number(&payout.beneficiary_account_number)?,
        beneficiary_bank_id: bank_id(&payout.beneficiary_bank_id)?,
        currency: VND,
        reference_id: text::code("reference_id", &payout.reference_id)?,
        description: &description,
    })
}

fn amount(amount: Dong) -> Result<i64, InvalidField> {
    if !amount.is_positive() {
        Err(InvalidField::new("amount", Reason::NotPositive))
    } else if amount > LARGEST_PAYOUT {
        Err(InvalidField::new("amount", Reason::TooLarge))
    } else {
        Ok(amount.get())
    }
}

fn number(number: &AccountNumber) -> Result<&str, InvalidField> {
    let field = "beneficiary_account_number";
    let number = text::required(field, number.as_str(), LONGEST_BENEFICIARY_NUMBER)?;
    all(field, number, |byte| byte.is_ascii_alphanumeric())
}

fn bank_id(bank_id: &str) -> Result<&str, InvalidField> {
    let field = "beneficiary_bank_id";
    let bank_id = text::required(field, bank_id, LONGEST_BANK_ID)?;
    all(field, bank_id, |byte| byte.is_ascii_digit())
}

fn description(description: &str) -> Result<String, InvalidField> {
    let folded = fold_description(description);
    text::required("description", &folded, LONGEST_DESCRIPTION)?;
    Ok(folded)
}

fn all<'a>(field: &str, text: &'a str, is_allowed: fn(u8) -> bool) -> Result<&'a str, InvalidField> {
    if text.bytes().all(is_allowed) {
        Ok(text)
    } else {
        Err(InvalidField::new(field, Reason::BadCharacters))
    }
}

#[cfg(test)]
mod tests;
