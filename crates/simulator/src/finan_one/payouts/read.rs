//! What may be paid out: the create body of the page, and from which account.

use dong::Dong;

use crate::assumptions::UNKNOWN_ACCOUNT_STATUS;
use crate::assumptions::payouts::{CURRENCY, PayoutSwitches};
use crate::books::{Books, NewPayout};
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;

/// `[D]` Most characters of a description.
const LONGEST_DESCRIPTION: usize = 30;

/// `[D]` The bank of the account that pays.
const PAYING_BANK: &str = "SHBVN";

/// Reads a whole body.
pub(super) fn payout(fields: &Fields, switches: &PayoutSwitches) -> Result<NewPayout, Refusal> {
    let new = NewPayout {
        account_id: fields.required_text("account_id")?,
        amount: Dong::new(fields.required_integer("amount")?),
        beneficiary_account_name: fields.required_text("beneficiary_account_name")?,
        beneficiary_account_number: fields.required_text("beneficiary_account_number")?,
        beneficiary_bank_id: fields.required_text("beneficiary_bank_id")?,
        reference_id: fields.text("reference_id")?.filter(|text| !text.is_empty()),
        description: fields.required_text("description")?,
    };
    let currency = fields.text("currency")?;
    if currency.is_some_and(|currency| currency != CURRENCY) {
        return Err(fields.against("currency", "is not supported"));
    }
    let amount = new.amount.get();
    if amount <= 0 || amount > switches.largest_amount {
        return Err(fields.against("amount", "is out of range"));
    }
    if new.description.chars().count() > LONGEST_DESCRIPTION {
        return Err(fields.against("description", "has more than 30 characters"));
    }
    if !new.beneficiary_bank_id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(fields.against("beneficiary_bank_id", "is not a bank code"));
    }
    Ok(new)
}

/// Refuses an account that payouts cannot come from.
pub(super) fn check_account(books: &Books, new: &NewPayout) -> Result<(), Refusal> {
    let account = books
        .account(&new.account_id)
        .ok_or_else(|| Refusal::new(UNKNOWN_ACCOUNT_STATUS, "account not found"))?;
    if account.is_master() && account.bank_code == PAYING_BANK {
        Ok(())
    } else {
        Err(Refusal::invalid("account_id is not a Shinhan master account"))
    }
}
