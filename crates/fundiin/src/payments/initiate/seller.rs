//! `seller`: who sells, when that is not the merchant itself.

use serde::Serialize;

use crate::error::InvalidField;
use crate::text::{optional, required};
use crate::values::Email;

/// Who sells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seller {
    /// `id`, given by the merchant.
    pub id: String,
    /// `email`.
    pub email: Option<Email>,
    /// `name`.
    pub name: Option<String>,
    /// `address`.
    pub address: Option<String>,
}

impl Seller {
    pub(super) fn wire(&self) -> Result<WireSeller<'_>, InvalidField> {
        Ok(WireSeller {
            id: required("id", &self.id)?,
            email: self.email.as_ref(),
            name: optional("name", self.name.as_deref())?,
            address: optional("address", self.address.as_deref())?,
        })
    }
}

#[derive(Serialize)]
pub(super) struct WireSeller<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a Email>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}
