//! The QR guard against this till's accounts.

use crate::qr::{self, Decision};
use crate::{Till, TillError};
use domain::{AccountId, Environment, Payment};
use store::{AccountKind, QrVerdict};
use vietqr::AccountNumber;
use vietqr::guard::Receiver;

/// The accounts a payment into `account` may pay into: itself, the gateway's virtual accounts, and those a person confirmed.
pub(crate) async fn receivers(
    till: &Till,
    environment: Environment,
    account: &AccountId,
) -> Result<Vec<Receiver>, TillError> {
    let listed = till.store.accounts(environment).await?;
    let own = listed
        .into_iter()
        .filter(|one| one.id == *account || one.kind == AccountKind::Virtual);
    let own = own.map(|one| (one.bank_bin, one.number));
    let known = till.store.known_accounts(environment).await?;
    let known = known.into_iter().filter(|one| one.account_id == *account);
    let known = known.map(|one| (Some(one.bin), one.number));
    let receiver = |(bank_bin, number): (Option<String>, String)| {
        AccountNumber::new(&number)
            .ok()
            .map(|account| Receiver { bank_bin, account })
    };
    Ok(own.chain(known).filter_map(receiver).collect())
}

/// Judges a transfer's QR against what was asked.
pub(crate) async fn judge_qr(
    till: &Till,
    payment: &Payment,
    text: Option<&str>,
) -> Result<QrVerdict, TillError> {
    let receivers = match &payment.account_id {
        Some(account) => receivers(till, payment.environment, account).await?,
        None => Vec::new(),
    };
    let Decision { state, problem } = qr::decide(text, Some(payment.amount), &receivers);
    if let Some(code) = problem {
        tracing::warn!(code = code.as_str(), "the QR guard spoke");
    }
    Ok(QrVerdict {
        state,
        problem: problem.map(|code| code.as_str().to_owned()),
    })
}
