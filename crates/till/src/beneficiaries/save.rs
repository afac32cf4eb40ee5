//! Enters or changes a beneficiary.

use super::fields::{account_name, account_number};
use super::of;
use super::view::{MOST_NOTE_CHARS, view};
use crate::{Till, TillError, ids, owner, payouts};
use contract::ErrorCode;
use contract::payout::{BeneficiarySaveRequest, BeneficiaryView};
use domain::{Beneficiary, BeneficiaryId, Destination, text};
use store::StoreError;

/// Keeps it, folded as it is sent.
///
/// # Errors
/// `owner_locked`; `bank_unknown`, `account_number_refused`, `account_name_refused`, `beneficiary_gone`, `beneficiary_taken`; storage
/// errors.
pub async fn save(till: &Till, request: BeneficiarySaveRequest) -> Result<BeneficiaryView, TillError> {
    owner::require_unlocked(till).await?;
    let banks = payouts::all_banks(till).await?;
    let bank = payouts::find_bank(&banks, request.bank_id.trim(), None).ok_or(ErrorCode::BankUnknown)?;
    let (number, is_number) = account_number(&request.account_number);
    if !is_number {
        return Err(ErrorCode::AccountNumberRefused.into());
    }
    let (name, is_name) = account_name(&request.account_name);
    if !is_name {
        return Err(ErrorCode::AccountNameRefused.into());
    }
    let now = till.now();
    let (id, created_at) = match request.beneficiary_id.as_deref() {
        Some(id) => {
            let old = of(till, id).await?;
            (old.id, old.created_at)
        }
        None => (BeneficiaryId::new(ids::new(now)), now),
    };
    let row = Beneficiary {
        id,
        environment: till.line().environment,
        destination: Destination {
            bank_id: bank.bank_id.clone(),
            bank_bin: bank.bin.clone(),
            bank_name: bank.short_name.clone(),
            account_number: number,
            account_name: name,
        },
        note: text::clean(&request.note, MOST_NOTE_CHARS),
        created_at,
        changed_at: now,
        last_paid_at: None,
        times_paid: 0,
    };
    match till.store.save_beneficiary(row).await {
        Ok(kept) => Ok(view(&kept, &banks)),
        Err(StoreError::AccountTaken(_)) => Err(ErrorCode::BeneficiaryTaken.into()),
        Err(error) => Err(error.into()),
    }
}
