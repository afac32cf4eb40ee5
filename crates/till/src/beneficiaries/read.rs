//! Reads what was pasted, or the text of a VietQR.

use super::fields::{account_name, account_number};
use super::paste::{self, Pasted};
use super::view::view;
use crate::{Till, TillError, owner, payouts};
use contract::ErrorCode;
use contract::payout::{BeneficiaryReadRequest, BeneficiaryReadView, PayoutBankView};
use domain::text;
use dong::Dong;
use vietqr::VietQr;

/// Memos are cut to this many characters.
const MOST_MEMO_CHARS: usize = 100;
/// Every QR of this kind begins so (EMV payload format indicator).
const QR_BEGINNING: &str = "000201";

/// What a text tells of an account; a person looks at it before anything is kept.
///
/// # Errors
/// `owner_locked`; `nothing_understood`; storage errors.
pub async fn read(till: &Till, request: BeneficiaryReadRequest) -> Result<BeneficiaryReadView, TillError> {
    owner::require_unlocked(till).await?;
    let banks = payouts::all_banks(till).await?;
    let text = request.text.trim();
    let understood = if text.starts_with(QR_BEGINNING) {
        of_qr(text, &banks)
    } else {
        Some(of_text(text, &banks))
    };
    complete(till, understood, &banks).await
}

/// What a text or a QR tells.
#[derive(Default)]
pub(super) struct Understood {
    banks: Vec<PayoutBankView>,
    number: Option<String>,
    name: Option<String>,
    amount: Option<Dong>,
    memo: Option<String>,
}

fn of_text(text: &str, all: &[PayoutBankView]) -> Understood {
    let Pasted { banks, number, name } = paste::read(text, all);
    Understood {
        banks,
        number,
        name,
        ..Understood::default()
    }
}

/// What a VietQR tells; none when it is not exactly one. Its name is of a shop rather than of an account's holder, and a bank may leave it
/// out: it is looked at by a person too.
pub(super) fn of_qr(text: &str, all: &[PayoutBankView]) -> Option<Understood> {
    let qr = VietQr::parse(text).ok()?;
    let bank = all
        .iter()
        .find(|bank| bank.bin.as_deref() == Some(qr.bank_bin.as_str()));
    Some(Understood {
        banks: bank.cloned().into_iter().collect(),
        number: Some(qr.account.as_str().to_owned()),
        name: qr.merchant_name.clone(),
        amount: qr.amount,
        memo: qr.purpose.clone(),
    })
}

/// Folds what was understood and finds its row of the book.
pub(super) async fn complete(
    till: &Till,
    understood: Option<Understood>,
    banks: &[PayoutBankView],
) -> Result<BeneficiaryReadView, TillError> {
    let found = understood.ok_or(ErrorCode::NothingUnderstood)?;
    let number = found.number.as_deref().map(account_number);
    let account_number = number
        .filter(|(_, is_number)| *is_number)
        .map(|(number, _)| number);
    let name = found.name.as_deref().map(account_name);
    let account_name = name.filter(|(_, is_name)| *is_name).map(|(name, _)| name);
    let mut meant = found.banks.into_iter();
    let bank = meant.next();
    if bank.is_none() && account_number.is_none() && account_name.is_none() {
        return Err(ErrorCode::NothingUnderstood.into());
    }
    let beneficiary = match (&bank, &account_number) {
        (Some(bank), Some(number)) => {
            let (world, bank, number) = (till.line().environment, bank.bank_id.clone(), number.clone());
            let row = till.store.beneficiary_by_account(world, bank, number).await?;
            row.map(|row| view(&row, banks))
        }
        _ => None,
    };
    Ok(BeneficiaryReadView {
        bank,
        other_banks: meant.collect(),
        account_number,
        account_name,
        amount: found.amount,
        description: found.memo.map(|memo| text::clean(&memo, MOST_MEMO_CHARS)),
        beneficiary,
    })
}
