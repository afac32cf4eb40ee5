//! The banks that payouts go to: what ships with the client, and the codes that the shop knows better.

mod names;

pub(crate) use names::{Meant, meant};

use crate::{Till, TillError, owner};
use contract::ErrorCode;
use contract::payout::{BankCertainty, PayoutBankSaveRequest, PayoutBankView, PayoutBanksView};
use domain::Environment;
use finan_one::codes::{PayoutBank, Tag, payout_bank, payout_banks};
use std::collections::BTreeMap;

/// The most digits of a code (`finan_one::assumptions::payouts::LONGEST_BANK_ID`).
const MOST_DIGITS: usize = 12;
/// Where a code of the shop's own is from.
const OWN_SOURCE: &str = "the gateway's portal, entered by the shop";

/// The shop's own codes, by BIN.
type Own = BTreeMap<String, String>;

/// Every bank, by short name.
///
/// # Errors
/// `owner_locked`; storage errors.
pub async fn bank_list(till: &Till) -> Result<PayoutBanksView, TillError> {
    owner::require_unlocked(till).await?;
    let banks = all(till).await?;
    Ok(PayoutBanksView { banks })
}

/// Keeps the gateway's code of a bank as its portal tells it; an empty one goes back to what ships.
///
/// # Errors
/// `owner_locked`; `bank_unknown`; `bad_request` for a code that is no number; `code_taken` when another bank has it; storage errors.
pub async fn bank_save(till: &Till, request: PayoutBankSaveRequest) -> Result<PayoutBanksView, TillError> {
    owner::require_unlocked(till).await?;
    let code = request.bank_id.trim();
    payout_bank(&request.bin).ok_or(ErrorCode::BankUnknown)?;
    if code.len() > MOST_DIGITS || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(ErrorCode::BadRequest.into());
    }
    let _one_at_a_time = till.payouts.deciding.lock().await;
    let environment = till.line().environment;
    let mut own = own(till, environment).await?;
    own.remove(&request.bin);
    let is_taken = merged(&own)
        .iter()
        .any(|bank| bank.bank_id == code && bank.bin.as_ref() != Some(&request.bin));
    if is_taken {
        return Err(ErrorCode::CodeTaken.into());
    }
    if !code.is_empty() {
        own.insert(request.bin, code.to_owned());
    }
    till.store.set_setting(key(environment), &own).await?;
    bank_list(till).await
}

/// Every bank as it is sent in the present world, by short name.
pub(crate) async fn all(till: &Till) -> Result<Vec<PayoutBankView>, TillError> {
    Ok(merged(&own(till, till.line().environment).await?))
}

/// The bank a code names. A row of the book may hold the code that was sent before the shop corrected it: its BIN tells which bank
/// is meant.
pub(crate) fn find<'a>(
    banks: &'a [PayoutBankView],
    code: &str,
    bin: Option<&str>,
) -> Option<&'a PayoutBankView> {
    let of_bin = |bin: &str| banks.iter().find(|bank| bank.bin.as_deref() == Some(bin));
    let by_code = || banks.iter().find(|bank| bank.bank_id == code);
    bin.and_then(of_bin).or_else(by_code).or_else(|| of_bin(code))
}

async fn own(till: &Till, environment: Environment) -> Result<Own, TillError> {
    Ok(till.store.setting(key(environment)).await?.unwrap_or_default())
}

const fn key(environment: Environment) -> &'static str {
    match environment {
        Environment::Practice => "payout_banks/practice",
        Environment::Production => "payout_banks/production",
        Environment::Custom => "payout_banks/custom",
    }
}

fn merged(own: &Own) -> Vec<PayoutBankView> {
    let mut banks: Vec<_> = payout_banks()
        .iter()
        .filter_map(|bank| view(bank, own.get(&bank.bin)))
        .collect();
    banks.sort_by_key(|bank| store::fold::fold(&bank.short_name));
    banks
}

fn view(bank: &PayoutBank, own: Option<&String>) -> Option<PayoutBankView> {
    let (code, certainty, source) = match (own, &bank.bank_id) {
        (Some(own), _) => (own.as_str(), BankCertainty::Own, OWN_SOURCE),
        (None, Some(id)) => (id.code.as_str(), certainty(id.certainty), id.source.as_str()),
        (None, None) => (
            bank.assumed_bank_id()?,
            BankCertainty::Assumed,
            bank.source.as_str(),
        ),
    };
    Some(PayoutBankView {
        bank_id: code.to_owned(),
        bin: Some(bank.bin.clone()),
        short_name: bank.short_name.clone(),
        name: bank.name_vi.clone(),
        certainty,
        source: source.to_owned(),
    })
}

const fn certainty(tag: Tag) -> BankCertainty {
    match tag {
        Tag::Documented | Tag::Guide => BankCertainty::Documented,
        Tag::Older | Tag::Inferred | Tag::Public => BankCertainty::Assumed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shops_own_code_takes_the_place_of_an_assumed_one() {
        let own = Own::from([("970436".to_owned(), "161".to_owned())]);
        let banks = merged(&own);
        let bank = find(&banks, "161", None).unwrap();
        assert_eq!(bank.short_name, "Vietcombank");
        assert_eq!(bank.certainty, BankCertainty::Own);
        // A row of the book from before the correction still finds its bank.
        assert_eq!(find(&banks, "970436", Some("970436")), Some(bank));
        assert_eq!(find(&banks, "970436", None), Some(bank));
        assert_eq!(find(&banks, "99", None), None);
    }

    #[test]
    fn assumed_codes_say_so_and_banks_come_by_name() {
        let banks = merged(&Own::new());
        assert!(banks.iter().all(|bank| bank.certainty == BankCertainty::Assumed));
        let names: Vec<_> = banks
            .iter()
            .map(|bank| store::fold::fold(&bank.short_name))
            .collect();
        assert!(names.is_sorted() && names.len() >= 40);
    }
}
