//! `customer`: who pays later.

use std::fmt;

use serde::Serialize;

use crate::error::InvalidField;
use crate::text::{optional, required};
use crate::values::{BirthDate, Email, Gender, Phone};

/// Who pays. `Debug` shows nobody's name.
#[derive(Clone, PartialEq, Eq)]
pub struct Customer {
    /// `phoneNumber`.
    pub phone: Phone,
    /// `email`.
    pub email: Email,
    /// `firstName`: the given name, in Vietnamese the last word.
    pub first_name: String,
    /// `lastName`: the family name with the middle names.
    pub last_name: String,
    /// `rank` among the merchant's customers.
    pub rank: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `gender`.
    pub gender: Option<Gender>,
    /// `dateOfBirth`.
    pub date_of_birth: Option<BirthDate>,
}

impl Customer {
    pub(super) fn wire(&self) -> Result<WireCustomer<'_>, InvalidField> {
        Ok(WireCustomer {
            phone_number: &self.phone,
            rank: optional("rank", self.rank.as_deref())?,
            description: optional("description", self.description.as_deref())?,
            email: &self.email,
            first_name: required("firstName", &self.first_name)?,
            last_name: required("lastName", &self.last_name)?,
            gender: self.gender,
            date_of_birth: self.date_of_birth,
        })
    }
}

impl fmt::Debug for Customer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Customer")
            .field("phone", &self.phone)
            .finish_non_exhaustive()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireCustomer<'a> {
    phone_number: &'a Phone,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    email: &'a Email,
    first_name: &'a str,
    last_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<Gender>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_of_birth: Option<BirthDate>,
}
