//! The body that says what a customer is. Pure: the same customer gives the same bytes.

use std::fmt;

mod wire;

use crate::accounts::AccountNumber;
use crate::error::InvalidField;
use crate::path::Body;
use crate::wire::Purpose;

/// What the gateway shall know of a customer. Blank texts count as absent. `Debug` shows the code only.
#[derive(Clone, PartialEq, Eq)]
pub struct CustomerDetails {
    /// `name`: full name of the person or company.
    pub name: String,
    /// `customer_code`: our own, unique; by it the customer is found again and named in an invoice.
    pub customer_code: String,
    /// `phone`: digits without the dialling code.
    pub phone: String,
    /// `phone_code`: dialling code such as `+84`.
    pub phone_code: String,
    /// `type`.
    pub customer_type: CustomerType,
    /// `email`.
    pub email: Option<String>,
    /// `tax_id`.
    pub tax_id: Option<String>,
    /// `custom_tag`: a label such as `VIP`.
    pub custom_tag: Option<String>,
    /// `contact_persons`: at least one for a company.
    pub contact_persons: Vec<ContactPerson>,
    /// `address`.
    pub address: Address,
    /// `bank_accounts`.
    pub bank_accounts: Vec<BankAccount>,
}

/// `general_info.type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CustomerType {
    /// A person.
    Personal,
    /// A company, which needs a contact person.
    Company,
}

impl CustomerType {
    /// Every type.
    pub const ALL: [Self; 2] = [Self::Personal, Self::Company];

    /// The gateway's word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Company => "company",
        }
    }

    /// The type with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// Somebody to speak to at a company. `Debug` shows nothing of the person.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ContactPerson {
    /// `name`.
    pub name: String,
    /// `phone_number`: digits.
    pub phone_number: String,
    /// `email`; sent as an empty text when absent ([`crate::assumptions::CONTACT_EMAIL_MAY_BE_EMPTY`]).
    pub email: Option<String>,
}

/// `address`; left out when all of it is absent. `Debug` shows nothing of it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// `country`.
    pub country: Option<String>,
    /// `province`.
    pub province: Option<String>,
    /// `district`.
    pub district: Option<String>,
    /// `ward`.
    pub ward: Option<String>,
    /// `address`: house number and street.
    pub address: Option<String>,
    /// `zip_code`.
    pub zip_code: Option<String>,
}

/// A bank account of the customer's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// `bank_code`, by a table of the gateway's that could not be read: see [`crate::codes::banks`].
    pub bank_code: String,
    /// `bank_name`.
    pub bank_name: String,
    /// `account_holder_name`.
    pub account_holder_name: String,
    /// `account_number`.
    pub account_number: AccountNumber,
}

/// The exact bytes that create the customer: compact JSON to store, sign and send.
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_create(customer: &CustomerDetails) -> Result<Body, InvalidField> {
    wire::body(customer, Purpose::Create)
}

/// The exact bytes that make an existing customer what `customer` says, absent values included
/// ([`crate::assumptions::UPDATES_ARE_WHOLE`]).
///
/// # Errors
/// The first field that cannot be sent.
pub fn build_update(customer: &CustomerDetails) -> Result<Body, InvalidField> {
    wire::body(customer, Purpose::Update)
}

impl fmt::Debug for CustomerDetails {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("CustomerDetails")
            .field("customer_code", &self.customer_code)
            .field("customer_type", &self.customer_type)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for ContactPerson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ContactPerson").finish_non_exhaustive()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Address").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
