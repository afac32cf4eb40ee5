//! Hands in the bank's one-time code, once.

use super::{of, view};
use crate::{Till, TillError, journal, owner};
use contract::ErrorCode;
use contract::payout::{PayoutCodeRequest, PayoutView};
use gateway::SecretText;
use secrecy::{ExposeSecret, SecretString};
use vault::Who;

/// The most characters of a code (`finan_one::assumptions::payouts::PASS_CODE_LENGTH`).
const MOST_CHARS: usize = 64;

/// Confirms a payout that waits for its code. The gateway is asked first what it would confirm; the code lives in this call only.
///
/// # Errors
/// `owner_locked`; the PIN's errors; `code_unreadable`; `payout_not_ready`; `payout_tampered` when the gateway or the disk tells another
/// payout than was decided; the way to the gateway before the code left. What the bank makes of the code is in the payout.
pub async fn verify_code(till: &Till, request: PayoutCodeRequest) -> Result<PayoutView, TillError> {
    owner::require_unlocked(till).await?;
    let payout = of(till, &request.payout_id).await?;
    let code = code(&request.code)?;
    owner::verify(till, confirmer(till).await?, &request.pin).await?;
    let payout = journal::hand_in_code(till, payout.id, &code).await?;
    view(till, &payout).await
}

/// The second person confirms where there is one.
async fn confirmer(till: &Till) -> Result<Who, TillError> {
    Ok(if owner::has_second(till).await? {
        Who::Second
    } else {
        Who::Owner
    })
}

/// Digits with spaces between them.
fn code(typed: &SecretString) -> Result<SecretText, TillError> {
    let typed = typed.expose_secret();
    let is_plain = typed
        .chars()
        .all(|letter| letter.is_ascii_digit() || letter.is_whitespace());
    let digits = typed.bytes().filter(u8::is_ascii_digit).count();
    if is_plain && (1..=MOST_CHARS).contains(&digits) {
        Ok(SecretText::from(typed))
    } else {
        Err(ErrorCode::CodeUnreadable.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_digits_of_any_length_with_spaces() {
        for typed in ["1", " 123 456\n", "1828288371923881984", "12\u{a0}34"] {
            assert!(code(&SecretString::from(typed)).is_ok(), "{typed}");
        }
        for typed in ["", "  ", "12a4", "12-34", "１２３４"] {
            assert!(code(&SecretString::from(typed)).is_err(), "{typed}");
        }
        assert!(code(&SecretString::from("1".repeat(65))).is_err());
    }
}
