//! The body that opens a transaction. Pure: the same order gives the same bytes.

use dong::Dong;
use serde::Serialize;

use super::customer::WireCustomer;
use super::item::{WireItem, wire_items};
use super::seller::WireSeller;
use super::shipping::WireShipping;
use super::{Initiate, Item};
use crate::amount::Money;
use crate::assumptions::{AMOUNT_IS_SUM_OF_ITEMS, MIN_ITEMS};
use crate::body::Body;
use crate::error::{InvalidField, Reason};
use crate::text::required;
use crate::values::{Expiry, Lang, PaymentMethod, ReferenceId, TerminalType, WebUrl};

/// The only request type (Initiate page).
const REQUEST_TYPE: &str = "installment";

/// The exact bytes to store, sign and send: compact JSON.
///
/// # Errors
/// The first field that the gateway would refuse; nothing has been sent.
pub fn build_initiate(initiate: &Initiate) -> Result<Body, InvalidField> {
    let amount = Money::positive("amount.value", initiate.amount)?;
    let items = checked_items(&initiate.items, initiate.amount)?;
    let seller = initiate.seller.as_ref().map(|seller| seller.wire());
    let package = initiate.package_id.as_deref();
    Body::of(&Wire {
        merchant_id: initiate.merchant.merchant_id(),
        reference_id: &initiate.reference_id,
        store_id: initiate.merchant.store_id(),
        platform_id: initiate.merchant.platform_id(),
        request_type: REQUEST_TYPE,
        payment_method: initiate.payment_method,
        terminal_type: initiate.terminal_type,
        lang: initiate.lang,
        extra_data: initiate.extra_data.as_deref(),
        description: required("description", &initiate.description)?,
        success_redirect_url: &initiate.redirects.success,
        un_success_redirect_url: &initiate.redirects.unsuccessful,
        installment: package.map(installment).transpose()?,
        amount,
        items,
        customer: initiate
            .customer
            .wire()
            .map_err(|invalid| invalid.within("customer"))?,
        seller: seller.transpose().map_err(|invalid| invalid.within("seller"))?,
        shipping: initiate
            .shipping
            .wire()
            .map_err(|invalid| invalid.within("shipping"))?,
        trans_expired_time: initiate.expires_in,
        send_sms: initiate.send_sms,
        send_email: initiate.send_email,
    })
}

fn checked_items(items: &[Item], amount: Dong) -> Result<Vec<WireItem<'_>>, InvalidField> {
    if items.len() < MIN_ITEMS {
        return Err(InvalidField::new("items", Reason::Missing));
    }
    let (rows, sum) = wire_items(items)?;
    if AMOUNT_IS_SUM_OF_ITEMS && sum != amount {
        return Err(InvalidField::new("amount.value", Reason::NotTheSum));
    }
    Ok(rows)
}

fn installment(package_id: &str) -> Result<Installment<'_>, InvalidField> {
    required("installment.packageId", package_id).map(|package_id| Installment { package_id })
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a> {
    merchant_id: &'a str,
    reference_id: &'a ReferenceId,
    store_id: &'a str,
    platform_id: &'a str,
    request_type: &'static str,
    payment_method: PaymentMethod,
    #[serde(skip_serializing_if = "Option::is_none")]
    terminal_type: Option<TerminalType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extra_data: Option<&'a str>,
    description: &'a str,
    success_redirect_url: &'a WebUrl,
    un_success_redirect_url: &'a WebUrl,
    #[serde(skip_serializing_if = "Option::is_none")]
    installment: Option<Installment<'a>>,
    amount: Money,
    items: Vec<WireItem<'a>>,
    customer: WireCustomer<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seller: Option<WireSeller<'a>>,
    shipping: WireShipping<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trans_expired_time: Option<Expiry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    send_sms: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    send_email: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Installment<'a> {
    package_id: &'a str,
}

#[cfg(test)]
mod tests;
