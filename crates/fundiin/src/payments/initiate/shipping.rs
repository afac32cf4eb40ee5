//! `shipping`: where the goods go. `country` is always `VN`, since nobody can set it.

use std::fmt;

use serde::Serialize;

use crate::assumptions::SHIPPING_MAY_BE_EMPTY;
use crate::error::InvalidField;
use crate::text::{may_be_empty, optional, required};

/// The only country (Initiate page).
const COUNTRY: &str = "VN";

/// An address in Vietnam. `Debug` shows its city only.
#[derive(Clone, PartialEq, Eq)]
pub struct Shipping {
    /// `city` or province.
    pub city: String,
    /// `district`.
    pub district: String,
    /// `ward`; may be empty, see [`SHIPPING_MAY_BE_EMPTY`].
    pub ward: String,
    /// `street`.
    pub street: String,
    /// `houseNumber`; may be empty, see [`SHIPPING_MAY_BE_EMPTY`].
    pub house_number: String,
    /// `zipCode`.
    pub zip_code: Option<String>,
    /// `streetNumber`.
    pub street_number: Option<String>,
    /// `houseExtension`.
    pub house_extension: Option<String>,
}

impl Shipping {
    pub(super) fn wire(&self) -> Result<WireShipping<'_>, InvalidField> {
        Ok(WireShipping {
            city: present("city", &self.city)?,
            zip_code: optional("zipCode", self.zip_code.as_deref())?,
            district: present("district", &self.district)?,
            ward: present("ward", &self.ward)?,
            street: present("street", &self.street)?,
            street_number: optional("streetNumber", self.street_number.as_deref())?,
            house_number: present("houseNumber", &self.house_number)?,
            house_extension: optional("houseExtension", self.house_extension.as_deref())?,
            country: COUNTRY,
        })
    }
}

impl fmt::Debug for Shipping {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Shipping")
            .field("city", &self.city)
            .finish_non_exhaustive()
    }
}

fn present<'a>(field: &str, text: &'a str) -> Result<&'a str, InvalidField> {
    if SHIPPING_MAY_BE_EMPTY.contains(&field) {
        may_be_empty(field, text)
    } else {
        required(field, text)
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct WireShipping<'a> {
    city: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    zip_code: Option<&'a str>,
    district: &'a str,
    ward: &'a str,
    street: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    street_number: Option<&'a str>,
    house_number: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    house_extension: Option<&'a str>,
    country: &'static str,
}
