//! A bank account as the gateway describes it.

use std::fmt;

use dong::Dong;
use gateway::Failure;

use crate::assumptions::{
    ACCOUNT_ID_FIELDS, ACCOUNT_NAME_FIELDS, ACCOUNT_NUMBER_FIELDS, ACCOUNT_QR_FIELDS, BALANCE_FIELDS,
    BANK_CODE_FIELDS, IS_ACTIVE_FIELDS, MASTER_NAME_FIELDS,
};
use crate::envelope::Envelope;
use crate::wire::Fields;

/// A bank account number; `Debug` shows its last four characters only.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct AccountNumber(String);

impl AccountNumber {
    /// Takes the number over as it is, without outer white space.
    #[must_use]
    pub fn new(number: &str) -> Self {
        Self(number.trim().to_owned())
    }

    /// The whole number: for screens and QR codes, not for logs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccountNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hidden = self.0.chars().count().saturating_sub(4).max(1);
        let shown: String = self.0.chars().skip(hidden).collect();
        write!(formatter, "…{shown}")
    }
}

/// A bank account that can receive payments. `Debug` leaves the QR and the balance out.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// The id that a payment names.
    pub account_id: String,
    /// Number at the bank.
    pub account_number: Option<AccountNumber>,
    /// Holder.
    pub account_name: Option<String>,
    /// Bank code such as `MB`.
    pub bank_code: Option<String>,
    /// The account's own QR: text, or the address of an image (Payment page); not parsed here.
    pub qr_code: Option<String>,
    /// Whether the gateway calls it active.
    pub is_active: Option<bool>,
    /// Available balance.
    pub balance: Option<Dong>,
    /// Name of the master account above it.
    pub master_account_name: Option<String>,
}

impl Account {
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        Some(Self {
            account_id: fields.text(ACCOUNT_ID_FIELDS).filter(|id| !id.is_empty())?,
            account_number: read_account_number(fields),
            account_name: fields.text(ACCOUNT_NAME_FIELDS),
            bank_code: fields.text(BANK_CODE_FIELDS),
            qr_code: fields.text(ACCOUNT_QR_FIELDS),
            is_active: fields.flag(IS_ACTIVE_FIELDS),
            balance: fields.dong(BALANCE_FIELDS).ok().flatten(),
            master_account_name: fields.text(MASTER_NAME_FIELDS),
        })
    }
}

impl fmt::Debug for Account {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Account")
            .field("account_id", &self.account_id)
            .field("account_number", &self.account_number)
            .field("bank_code", &self.bank_code)
            .finish_non_exhaustive()
    }
}

pub(crate) fn read_account_number(fields: &Fields) -> Option<AccountNumber> {
    fields
        .text(ACCOUNT_NUMBER_FIELDS)
        .filter(|number| !number.is_empty())
        .map(|number| AccountNumber::new(&number))
}

pub(super) fn read_one(envelope: &Envelope) -> Result<Account, Failure> {
    Account::read(&envelope.object()?).ok_or_else(|| envelope.unreadable("an account without an id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_enough_and_older_names_are_known() {
        let minimal = Account::read(&Fields::of(r#"{"account_id":"a-1"}"#).unwrap()).unwrap();
        assert_eq!((minimal.account_id.as_str(), minimal.qr_code), ("a-1", None));
        let older =
            r#"{"id":"a-2","static_qr_code":"000201","balance_available_amount":"1000.0","new":{"x":[1]}}"#;
        let older = Account::read(&Fields::of(older).unwrap()).unwrap();
        assert_eq!(
            (older.account_id.as_str(), older.qr_code.as_deref()),
            ("a-2", Some("000201"))
        );
        assert_eq!(older.balance, Some(Dong::new(1_000)));
        assert!(Account::read(&Fields::of(r#"{"account_id":null}"#).unwrap()).is_none());
    }

    #[test]
    fn debug_never_shows_a_whole_number() {
        let json = r#"{"account_id":"a","account_number":"0933450210","qr_code":"0933450210"}"#;
        let account = Account::read(&Fields::of(json).unwrap()).unwrap();
        let shown = format!("{account:?}");
        assert!(
            shown.contains("…0210") && !shown.contains("0933450210"),
            "{shown}"
        );
        assert_eq!(format!("{:?}", AccountNumber::new("123")), "…23");
    }
}
