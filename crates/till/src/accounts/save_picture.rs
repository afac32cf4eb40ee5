//! Saves an account's static QR as a picture.

use super::get::get;
use crate::payments::write_picture;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::account::AccountRequest;
use contract::qr::PictureView;

/// Saves the checked static QR.
///
/// # Errors
/// `qr_missing` when none passed the guard; `picture_failed`.
pub async fn save_picture(till: &Till, request: AccountRequest) -> Result<PictureView, TillError> {
    let detail = get(till, request).await?;
    let qr = detail.qr.ok_or(ErrorCode::QrMissing)?;
    let plain = |text: &str| vietqr::memo::fold(text).replace(' ', "-");
    let name = format!(
        "{}-{}.png",
        plain(&detail.account.bank_name),
        plain(&detail.account.last_four)
    );
    write_picture(&till.config.pictures, &name, &qr.drawing.text).await
}
