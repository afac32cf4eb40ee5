//! A person confirms that a QR's account is one of ours.

use super::{judge_qr, of, view};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::payment::{PaymentRequest, PaymentView};
use domain::QrState;
use store::KnownAccount;
use vietqr::VietQr;

/// Learns the account in the payment's QR and judges the QR again.
///
/// # Errors
/// `payment_not_ready` unless the guard asked for this very confirmation.
pub async fn confirm_account(till: &Till, request: PaymentRequest) -> Result<PaymentView, TillError> {
    let payment = of(till, &request.payment_id).await?;
    if payment.qr_state != QrState::NewAccount {
        return Err(ErrorCode::PaymentNotReady.into());
    }
    let text = payment.qr_text.as_deref().ok_or(ErrorCode::QrMissing)?;
    let meaning = VietQr::parse(text).map_err(|_| ErrorCode::QrBroken)?;
    let known = KnownAccount {
        account_id: payment.account_id.clone().ok_or(ErrorCode::PaymentNotReady)?,
        bin: meaning.bank_bin.clone(),
        number: meaning.account.as_str().to_owned(),
        confirmed_at: till.now(),
    };
    till.store.learn_account(payment.environment, known).await?;
    let verdict = judge_qr(till, &payment, Some(text)).await?;
    let payment = till.store.set_qr(payment.id, verdict, till.now()).await?;
    crate::watch::tell(till, &payment).await?;
    view(till, &payment).await
}
