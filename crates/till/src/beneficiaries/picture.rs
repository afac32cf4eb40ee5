//! Reads the VietQR in a picture that a person chose.

use super::read::{complete, of_qr};
use crate::{Till, TillError, owner, payouts};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::ErrorCode;
use contract::payout::{BeneficiaryPictureRequest, BeneficiaryReadView};
use vietqr::scan::{self, LARGEST_FILE, ScanError};

/// What the first VietQR in a picture tells.
///
/// # Errors
/// `owner_locked`; `bad_request` for what is no Base64; `file_too_large`; `nothing_understood` for no picture, or none of a VietQR;
/// storage errors.
pub async fn read_picture(
    till: &Till,
    request: BeneficiaryPictureRequest,
) -> Result<BeneficiaryReadView, TillError> {
    owner::require_unlocked(till).await?;
    // Four letters of Base64 carry three bytes.
    if request.content.len() / 4 > LARGEST_FILE.div_ceil(3) {
        return Err(ErrorCode::FileTooLarge.into());
    }
    let bytes = STANDARD
        .decode(request.content.trim())
        .map_err(|_| ErrorCode::BadRequest)?;
    let scanning = tokio::task::spawn_blocking(move || scan::picture(&bytes));
    let texts = match scanning.await {
        Ok(Ok(texts)) => texts,
        Ok(Err(ScanError::TooLarge)) => return Err(ErrorCode::FileTooLarge.into()),
        Ok(Err(ScanError::NoPicture | ScanError::NoCode)) | Err(_) => Vec::new(),
    };
    let banks = payouts::all_banks(till).await?;
    let understood = texts.iter().find_map(|text| of_qr(text, &banks));
    complete(till, understood, &banks).await
}
