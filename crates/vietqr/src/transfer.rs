//! The decoded meaning of a VietQR bank-transfer code. Reading is in `parse`, writing in `encode`.

use dong::Dong;

use crate::account::AccountNumber;

/// Tag 01. Says little: some gateways mark static codes as dynamic, so ask for the amount instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointOfInitiation {
    /// `11`, one code for many payments.
    Static,
    /// `12`, one code for one payment.
    Dynamic,
}

impl PointOfInitiation {
    /// The two digits of the code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Static => "11",
            Self::Dynamic => "12",
        }
    }
}

/// 38.02, what the bank is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// `QRIBFTTA`, a transfer to an account.
    ToAccount,
    /// `QRIBFTTC`, a transfer to a card.
    ToCard,
}

impl Service {
    /// The text of the code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ToAccount => "QRIBFTTA",
            Self::ToCard => "QRIBFTTC",
        }
    }
}

/// An object that this crate keeps without understanding it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherField {
    /// Path of the object: `80`, `62.05`.
    pub path: String,
    /// Its value as written.
    pub value: String,
}

/// A VietQR bank-transfer code. Two equal values mean the same payment.
///
/// Purpose, names and postcode are shown, never computed with; on reading they may be longer than the 25, 15
/// and 10 characters of the specification, because gateways exceed them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VietQr {
    /// Tag 01.
    pub point_of_initiation: Option<PointOfInitiation>,
    /// 38.01.00, six digits.
    pub bank_bin: String,
    /// 38.01.01.
    pub account: AccountNumber,
    /// 38.02.
    pub service: Service,
    /// Tag 54; none means that the payer types the amount.
    pub amount: Option<Dong>,
    /// 62.08, the transfer memo.
    pub purpose: Option<String>,
    /// 62.01.
    pub bill_number: Option<String>,
    /// 62.05.
    pub reference: Option<String>,
    /// 62.07.
    pub terminal: Option<String>,
    /// Tag 59.
    pub merchant_name: Option<String>,
    /// Tag 60.
    pub merchant_city: Option<String>,
    /// Tag 61.
    pub postal_code: Option<String>,
    /// Everything else in the code, sorted by path, so that nothing in it goes unseen.
    pub others: Vec<OtherField>,
}

impl VietQr {
    /// A static code for transfers to an account, with nothing else in it.
    #[must_use]
    pub fn to_account(bank_bin: &str, account: AccountNumber) -> Self {
        Self {
            point_of_initiation: Some(PointOfInitiation::Static),
            bank_bin: bank_bin.to_owned(),
            account,
            service: Service::ToAccount,
            amount: None,
            purpose: None,
            bill_number: None,
            reference: None,
            terminal: None,
            merchant_name: None,
            merchant_city: None,
            postal_code: None,
            others: Vec::new(),
        }
    }

    /// The same code for one payment of `amount`.
    #[must_use]
    pub fn with_amount(mut self, amount: Dong) -> Self {
        self.point_of_initiation = Some(PointOfInitiation::Dynamic);
        self.amount = Some(amount);
        self
    }

    /// The same code with a transfer memo; fold it first with [`crate::memo`].
    #[must_use]
    pub fn with_purpose(mut self, purpose: impl Into<String>) -> Self {
        self.purpose = Some(purpose.into());
        self
    }
}
