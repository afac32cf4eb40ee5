//! Reads the form of a payout while it is typed.

use super::banks;
use crate::beneficiaries::fields::{account_name, account_number};
use crate::owner::Limits;
use crate::{Till, TillError, amounts, owner};
use contract::payout::{PayoutBankView, PayoutDraftRequest, PayoutDraftView, PayoutProblem};
use contract::{ErrorBody, ErrorCode};
use domain::payout::LONGEST_DESCRIPTION;
use domain::{AccountId, Destination, PayoutContent, mask};
use dong::{Dong, words};
use finan_one::payouts::fold_description;
use store::AccountKind;

/// Longer descriptions are cut before they are folded.
const MOST_CHARS: usize = 200;

/// What the form comes to.
///
/// # Errors
/// `owner_locked`; storage errors.
pub async fn read(till: &Till, request: PayoutDraftRequest) -> Result<PayoutDraftView, TillError> {
    owner::require_unlocked(till).await?;
    Ok(understand(till, &request).await?.view)
}

/// A form as it was understood.
pub(super) struct Understood {
    pub(super) view: PayoutDraftView,
    /// The bank that was chosen.
    pub(super) bank: Option<PayoutBankView>,
    account_id: AccountId,
    request: PayoutDraftRequest,
}

impl Understood {
    /// What would be sent.
    ///
    /// # Errors
    /// The first problem, with its field.
    pub(super) fn content(self) -> Result<(PayoutContent, PayoutBankView), TillError> {
        if let Some(PayoutProblem { field, problem }) = self.view.problems.into_iter().next() {
            return Err(TillError::Refused(problem.with("field", field)));
        }
        let bank = self.bank.ok_or(ErrorCode::BankUnknown)?;
        let content = PayoutContent {
            account_id: self.account_id,
            destination: Destination {
                bank_id: bank.bank_id.clone(),
                bank_bin: bank.bin.clone(),
                bank_name: bank.short_name.clone(),
                account_number: self.view.account_number,
                account_name: self.view.account_name,
            },
            amount: self.view.amount.ok_or(ErrorCode::AmountEmpty)?,
            description: self.view.description,
            beneficiary_id: self.request.beneficiary_id.and_then(|id| id.parse().ok()),
        };
        Ok((content, bank))
    }
}

/// Reads every field; what is wrong with one is no error but a problem of it.
pub(super) async fn understand(till: &Till, request: &PayoutDraftRequest) -> Result<Understood, TillError> {
    let banks = banks::all(till).await?;
    let bank = banks::find(&banks, request.bank_id.trim(), None).cloned();
    let mut problems = Vec::new();
    let mut note = |field: &str, problem: ErrorBody| {
        problems.push(PayoutProblem {
            field: field.to_owned(),
            problem,
        });
    };
    if bank.is_none() {
        note("bank", ErrorBody::of(ErrorCode::BankUnknown));
    }
    let (number, is_number) = account_number(&request.account_number);
    if !is_number {
        note("accountNumber", ErrorBody::of(ErrorCode::AccountNumberRefused));
    }
    let (name, is_name) = account_name(&request.account_name);
    if !is_name {
        note("accountName", ErrorBody::of(ErrorCode::AccountNameRefused));
    }
    if !is_source(till, &request.account_id).await? {
        note("account", ErrorBody::of(ErrorCode::AccountGone));
    }
    let amount = dong::read::read(&request.amount);
    let limits = owner::limits(till).await?;
    let used = owner::used_today(till).await?;
    if let Some(problem) = amount_problem(amount, &limits, used) {
        note("amount", problem);
    }
    let typed: String = request.description.chars().take(MOST_CHARS).collect();
    let description = fold_description(&typed);
    let length = description.len();
    if description.is_empty() || length > LONGEST_DESCRIPTION {
        note(
            "description",
            ErrorBody::of(ErrorCode::DescriptionRefused).with("length", length),
        );
    }
    let amount = amount.ok();
    let (words_vi, words_en) = amount.map(|amount| in_words(till, amount)).unwrap_or_default();
    Ok(Understood {
        view: PayoutDraftView {
            account_grouped: mask::grouped_in_fours(&number),
            account_number: number,
            account_name: name,
            description,
            description_length: u32::try_from(length).unwrap_or(u32::MAX),
            amount,
            words_vi,
            words_en,
            problems,
        },
        bank,
        account_id: AccountId::new(request.account_id.clone()),
        request: request.clone(),
    })
}

/// An amount in the words of both languages.
pub(super) fn in_words(till: &Till, amount: Dong) -> (String, String) {
    let style = amounts::style(till.settings().words);
    (
        words::sentence_case(&words::words_with_dong(amount, style)),
        words::sentence_case(&words::words_en_with_dong(amount)),
    )
}

async fn is_source(till: &Till, id: &str) -> Result<bool, TillError> {
    let accounts = till.store.accounts(till.line().environment).await?;
    Ok(accounts
        .iter()
        .any(|account| account.kind == AccountKind::Master && account.id.as_str() == id))
}

fn amount_problem(
    amount: Result<Dong, dong::read::ReadError>,
    limits: &Limits,
    used: Dong,
) -> Option<ErrorBody> {
    let amount = match amount {
        Ok(amount) => amount,
        Err(error) => return Some(ErrorBody::of(amounts::problem(error))),
    };
    if amount.is_zero() {
        Some(ErrorBody::of(ErrorCode::AmountZero))
    } else if amount.is_negative() {
        Some(ErrorBody::of(ErrorCode::AmountNegative))
    } else {
        limits.refusal(amount, used)
    }
}
