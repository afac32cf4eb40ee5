//! Why a text is refused as a VietQR bank-transfer code. Codes are stable; no message repeats a value of the code.

use thiserror::Error;

use crate::scheme::Scheme;
use crate::tlv::TlvError;

/// What is wrong with the check code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CrcFlaw {
    /// There is no tag 63.
    #[error("there is none")]
    Missing,
    /// It is not four upper-case hex digits.
    #[error("it is not four upper-case hex digits")]
    Malformed,
    /// It is not the one that belongs to this text.
    #[error("it does not belong to this text")]
    Mismatch,
}

/// Why a text is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum QrError {
    /// There is no text.
    #[error("the text is empty")]
    Empty,
    /// The text does not start like an EMVCo payment code.
    #[error("the text is not an EMVCo payment code")]
    NotEmv,
    /// The objects do not parse.
    #[error("the objects do not parse: {0}")]
    Tlv(#[from] TlvError),
    /// The objects parse only if lengths counted bytes; they count characters.
    #[error("lengths were counted in bytes, not characters")]
    ByteLength,
    /// The check code is wrong.
    #[error("check code: {0}")]
    Crc(CrcFlaw),
    /// The text has control, direction or invisible characters.
    #[error("the text has control, direction or invisible characters")]
    Characters,
    /// Tag 00 is not `01`.
    #[error("payload format (00) is not 01")]
    PayloadFormat,
    /// Tag 01 is neither `11` nor `12`.
    #[error("point of initiation (01) is neither 11 nor 12")]
    PointOfInitiation,
    /// A payment code of another scheme.
    #[error("a code of another scheme: {0}")]
    OtherScheme(Scheme),
    /// 38.01.00 is missing or not six digits.
    #[error("bank BIN (38.01.00) is not six digits")]
    BankBin,
    /// 38.01.01 is missing or not 1 to 19 letters and digits.
    #[error("account (38.01.01) is not 1 to 19 letters and digits")]
    Account,
    /// 38.02 is missing or not a known service.
    #[error("service (38.02) is neither QRIBFTTA nor QRIBFTTC")]
    Service,
    /// Tag 53 is missing or not `704`.
    #[error("currency (53) is not 704")]
    Currency,
    /// Tag 54 is not a positive number of whole dong in at most 13 digits.
    #[error("amount (54) is not a positive number of whole dong")]
    Amount,
    /// Tag 58 is missing or not `VN`.
    #[error("country (58) is not VN")]
    Country,
    /// A value to be encoded is empty, too long for its object, or takes another object's place.
    #[error("a value cannot be encoded in object {0}")]
    NotEncodable(String),
}

impl QrError {
    /// A stable name of the reason.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotEmv => "not_emv",
            Self::Tlv(_) => "tlv",
            Self::ByteLength => "tlv_byte_length",
            Self::Crc(_) => "crc",
            Self::Characters => "characters",
            Self::PayloadFormat => "payload_format",
            Self::PointOfInitiation => "point_of_initiation",
            Self::OtherScheme(_) => "other_scheme",
            Self::BankBin => "bank_bin",
            Self::Account => "account",
            Self::Service => "service",
            Self::Currency => "currency",
            Self::Amount => "amount",
            Self::Country => "country",
            Self::NotEncodable(_) => "not_encodable",
        }
    }
}
