//! One account with its static QR.

use super::{of, view};
use crate::payments::receivers;
use crate::{Till, TillError, qr};
use contract::Time;
use contract::account::{AccountDetailView, AccountRequest};
use domain::mask;

/// The account; its static QR only when the guard let it pass.
///
/// # Errors
/// `account_gone`; storage errors.
pub async fn get(till: &Till, request: AccountRequest) -> Result<AccountDetailView, TillError> {
    let account = of(till, &request.account_id).await?;
    let shown = view(&account);
    let (qr, qr_problem) = match account.static_qr.as_deref() {
        None => (None, None),
        Some(text) => {
            let receivers = receivers(till, till.line().environment, &account.id).await?;
            let decision = qr::decide(Some(text), None, &receivers);
            qr::views(decision.state, decision.problem, Some(text), &shown.name)
        }
    };
    Ok(AccountDetailView {
        number_grouped: mask::grouped_in_fours(&account.number),
        qr,
        qr_problem: qr_problem.map(|problem| contract::qr::QrProblem {
            can_confirm: false,
            ..problem
        }),
        fetched_at: Some(Time::from_ms(account.fetched_at)),
        account: shown,
    })
}
