//! `items[]`: what is sold. `totalAmount` is always price × quantity, since nobody can set it.

use std::num::NonZeroU32;

use dong::Dong;
use serde::Serialize;

use crate::amount::{CURRENCY, sendable};
use crate::error::{InvalidField, Reason};
use crate::text::{optional, required};
use crate::values::WebUrl;

/// Most items of an order (Initiate page).
const MAX_ITEMS: usize = 200;

/// A line of the order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// `productId`.
    pub product_id: String,
    /// `productName`.
    pub product_name: String,
    /// `category`.
    pub category: String,
    /// `quantity`, above zero.
    pub quantity: NonZeroU32,
    /// `price` of one, dong.
    pub price: Dong,
    /// `description`.
    pub description: Option<String>,
    /// `imageUrl`.
    pub image_url: Option<WebUrl>,
}

impl Item {
    /// `totalAmount`: price × quantity, dong; none when that cannot be counted.
    #[must_use]
    pub fn total(&self) -> Option<Dong> {
        self.price.checked_mul(i64::from(self.quantity.get()))
    }

    fn wire(&self) -> Result<WireItem<'_>, InvalidField> {
        let price = sendable("price", self.price)?;
        let too_large = || InvalidField::new("totalAmount", Reason::TooLarge);
        Ok(WireItem {
            product_id: required("productId", &self.product_id)?,
            product_name: required("productName", &self.product_name)?,
            category: required("category", &self.category)?,
            description: optional("description", self.description.as_deref())?,
            image_url: self.image_url.as_ref(),
            quantity: self.quantity,
            price,
            currency: CURRENCY,
            total_amount: sendable("totalAmount", self.total().ok_or_else(too_large)?)?,
        })
    }
}

/// An item as sent.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WireItem<'a> {
    product_id: &'a str,
    product_name: &'a str,
    category: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_url: Option<&'a WebUrl>,
    quantity: NonZeroU32,
    price: Dong,
    currency: &'static str,
    total_amount: Dong,
}

/// The items as sent and their sum, or the first field that is wrong.
pub(crate) fn wire_items(items: &[Item]) -> Result<(Vec<WireItem<'_>>, Dong), InvalidField> {
    if items.len() > MAX_ITEMS {
        return Err(InvalidField::new("items", Reason::TooMany));
    }
    let rows = items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            item.wire()
                .map_err(|invalid| invalid.within(&format!("items[{index}]")))
        })
        .collect::<Result<Vec<_>, _>>()?;
    let sum = Dong::checked_sum(rows.iter().map(|row| row.total_amount))
        .ok_or_else(|| InvalidField::new("items", Reason::TooLarge))?;
    Ok((rows, sum))
}
