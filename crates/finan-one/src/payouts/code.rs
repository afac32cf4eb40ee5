//! The bank's one-time code on its way to the gateway, and the answer. The code is in no other memory of this
//! crate than the body, which is wiped when the call is over.

use std::fmt;

use gateway::redact::short_detail;
use gateway::{Failure, SecretText};
use zeroize::{Zeroize, Zeroizing};

use super::payout::{read_otp_status, read_remaining_try, read_status};
use super::refusal::{CodeCause, CodeHint};
use super::status::{OtpStatus, PayoutStatus};
use crate::assumptions::payouts::{
    PASS_CODE_FIELD, PASS_CODE_LENGTH, PROVIDER_PAYMENT_FIELDS, PROVIDER_TRANSACTION_FIELDS,
    TRANSACTION_NUMBER_FIELDS,
};
use crate::envelope::Envelope;
use crate::error::{InvalidField, Reason};

/// What the gateway says to a code. `Debug` shows no number.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeAnswer {
    /// The number of the transfer at the gateway; the payout itself is looked up by its own id.
    pub transaction_number: Option<String>,
    /// The bank's number of the transaction.
    pub provider_transaction_number: Option<String>,
    /// The bank's number of the payment.
    pub provider_payment_number: Option<String>,
    /// How far the payout is.
    pub status: PayoutStatus,
    /// How the step with the code went, when the gateway says.
    pub otp_status: Option<OtpStatus>,
    /// Tries left with the code, when the gateway says.
    pub remaining_try: Option<u32>,
}

impl CodeAnswer {
    /// What is wrong with the code, when a success says that it was not taken: the older samples answer so.
    #[must_use]
    pub fn refused(&self) -> Option<CodeHint> {
        let hint = CodeHint::of(self.otp_status.clone(), self.remaining_try);
        let is_refused = matches!(self.otp_status, Some(OtpStatus::Failed | OtpStatus::Expired));
        let hint = CodeHint {
            cause: hint.cause.or(Some(CodeCause::Wrong)),
            ..hint
        };
        is_refused.then_some(hint)
    }
}

impl fmt::Debug for CodeAnswer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CodeAnswer")
            .field("status", &self.status)
            .field("otp_status", &self.otp_status)
            .field("remaining_try", &self.remaining_try)
            .finish_non_exhaustive()
    }
}

/// A success whose fields cannot be read still says that the code was taken in: the payout itself tells the rest.
pub(super) fn read_answer(envelope: &Envelope) -> Result<CodeAnswer, Failure> {
    let fields = envelope.object().unwrap_or_default();
    Ok(CodeAnswer {
        transaction_number: fields.text(TRANSACTION_NUMBER_FIELDS),
        provider_transaction_number: fields.text(PROVIDER_TRANSACTION_FIELDS),
        provider_payment_number: fields.text(PROVIDER_PAYMENT_FIELDS),
        status: read_status(&fields),
        otp_status: read_otp_status(&fields),
        remaining_try: read_remaining_try(&fields),
    })
}

/// The exact body with the code, wiped when it goes.
pub(super) struct CodeBody {
    bytes: Zeroizing<Vec<u8>>,
    code: Zeroizing<String>,
}

/// The body for `code` without its white space.
pub(super) fn body(code: &SecretText) -> Result<CodeBody, InvalidField> {
    let typed = code.expose();
    // Room for all of it, so that growing leaves no copy behind.
    let mut plain = Zeroizing::new(String::with_capacity(typed.len()));
    plain.extend(typed.chars().filter(|letter| !letter.is_whitespace()));
    let refused = |reason| InvalidField::new(PASS_CODE_FIELD, reason);
    if plain.is_empty() {
        return Err(refused(Reason::Missing));
    }
    // Nothing else can be a code, and nothing else would have to be escaped.
    if !plain.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(refused(Reason::BadCharacters));
    }
    if !PASS_CODE_LENGTH.contains(&plain.len()) {
        return Err(refused(Reason::TooLong));
    }
    let pieces = [r#"{""#, PASS_CODE_FIELD, r#"":""#, plain.as_str(), r#""}"#];
    let mut bytes = Vec::with_capacity(pieces.iter().map(|piece| piece.len()).sum());
    for piece in pieces {
        bytes.extend_from_slice(piece.as_bytes());
    }
    Ok(CodeBody {
        bytes: Zeroizing::new(bytes),
        code: plain,
    })
}

impl CodeBody {
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The failure without the code, should the gateway have repeated it.
    pub(super) fn hidden_in(&self, mut failure: Failure) -> Failure {
        self.hide(&mut failure.detail);
        if let Some(request_id) = &mut failure.request_id {
            self.hide(request_id);
        }
        failure
    }

    /// A long number has been shortened to its last digits by the time it stands in a failure.
    fn hide(&self, text: &mut String) {
        let shortened = Zeroizing::new(short_detail(&self.code));
        for shown in [&self.code, &shortened] {
            if text.contains(shown.as_str()) {
                let hidden = text.replace(shown.as_str(), "…");
                text.zeroize();
                *text = hidden;
            }
        }
    }
}

impl fmt::Debug for CodeBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CodeBody(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use gateway::Code;

    use super::*;

    fn written(code: &str) -> Result<String, Reason> {
        body(&SecretText::from(code))
            .map(|body| String::from_utf8(body.as_bytes().to_vec()).unwrap())
            .map_err(|invalid| {
                assert_eq!(invalid.field, PASS_CODE_FIELD);
                invalid.reason
            })
    }

    #[test]
    fn a_code_of_any_length_is_sent_without_its_spaces() {
        assert_eq!(written(" 123 456\n").as_deref(), Ok(r#"{"pass_code":"123456"}"#));
        assert_eq!(
            written("1828288371923881984").as_deref(),
            Ok(r#"{"pass_code":"1828288371923881984"}"#)
        );
    }

    #[test]
    fn what_is_no_code_is_not_sent() {
        assert_eq!(written(" \u{a0}"), Err(Reason::Missing));
        assert_eq!(written(&"1".repeat(65)), Err(Reason::TooLong));
        for text in ["12\"34", "12-34", "１２３４５６", "12\u{200b}34"] {
            assert_eq!(written(text), Err(Reason::BadCharacters), "{text}");
        }
    }

    #[test]
    fn a_repeated_code_is_taken_out_of_a_failure() {
        let body = body(&SecretText::from("90 1827")).unwrap();
        let failure = Failure {
            request_id: Some("r-901827".to_owned()),
            ..Failure::of_status(422, "OTP 901827 is wrong, 901827!")
        };
        let hidden = body.hidden_in(failure);
        assert_eq!(hidden.detail, "OTP … is wrong, …!");
        assert_eq!(hidden.request_id.as_deref(), Some("r-…"));
        assert_eq!(hidden.code, Code::Validation);
        assert!(!format!("{body:?} {hidden:?} {hidden}").contains("901827"));
    }

    #[test]
    fn the_last_digits_of_a_long_code_are_taken_out_too() {
        let code = "1828288371923881984";
        let failure = Failure::of_status(422, &format!("OTP {code} is wrong"));
        assert_eq!(failure.detail, "OTP …1984 is wrong");
        let hidden = body(&SecretText::from(code)).unwrap().hidden_in(failure);
        assert_eq!(hidden.detail, "OTP … is wrong");
    }
}
