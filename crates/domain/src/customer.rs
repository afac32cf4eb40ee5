//! Customers of the shop, as the gateway types them.

use crate::{CustomerId, Environment, Mirror};
use serde::{Deserialize, Serialize};

/// A person or a company (`general_info.type`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// `personal`.
    Person,
    /// `company`; needs a contact person.
    Company,
}

impl CustomerKind {
    /// The gateway's word, also the stored one.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "personal",
            Self::Company => "company",
        }
    }

    /// The kind a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        [Self::Person, Self::Company]
            .into_iter()
            .find(|known| known.as_str() == word)
    }
}

/// Whom to call at a company.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPerson {
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: String,
    /// E-mail.
    pub email: String,
}

/// Where a customer lives; every part may be empty.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerAddress {
    /// Country.
    pub country: String,
    /// Province or city.
    pub province: String,
    /// District.
    pub district: String,
    /// Ward.
    pub ward: String,
    /// Street and number.
    pub address: String,
    /// Post code.
    pub zip_code: String,
}

/// Everything that a person enters of a customer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomerFacts {
    /// Our code, unique at the gateway.
    pub code: String,
    /// Name.
    pub name: String,
    /// Domestic digits, such as `0912345678`: one phone is one customer, however it was typed.
    pub phone: String,
    /// Person or company.
    pub kind: CustomerKind,
    /// E-mail; may be empty.
    pub email: String,
    /// Tax code; may be empty.
    pub tax_id: String,
    /// The shop's own mark; may be empty.
    pub tag: String,
    /// At least one for a company.
    pub contacts: Vec<ContactPerson>,
    /// Address.
    pub address: CustomerAddress,
}

impl std::fmt::Debug for CustomerFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CustomerFacts")
            .field("code", &self.code)
            .finish_non_exhaustive()
    }
}

/// A customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Customer {
    /// Our id.
    pub id: CustomerId,
    /// The world it lives in.
    pub environment: Environment,
    /// What was entered.
    pub facts: CustomerFacts,
    /// The gateway's half.
    pub mirror: Mirror,
}
