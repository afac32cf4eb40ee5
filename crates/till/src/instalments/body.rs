//! The bytes of an instalment payment, from what the form gave.

use super::settings::Stored;
use super::{lang, refused_field};
use crate::{Till, TillError};
use contract::instalment::InstalmentCustomerView;
use domain::{Address, InstalmentCustomer, PaymentId, Sale, text};
use dong::Dong;
use fundiin::assumptions::LONGEST_EXPIRY;
use fundiin::payments::{Customer, Initiate, Item, Redirects, Shipping, build_initiate};
use fundiin::values::{Email, Expiry, PaymentMethod, Phone, ReferenceId, WebUrl};
use fundiin::{InvalidField, Merchant, Reason};
use std::num::NonZeroU32;

/// Longer names, streets and goods are refused.
const MOST_CHARS: usize = 120;

/// What was decided about one payment.
pub(super) struct Order<'a> {
    pub(super) id: PaymentId,
    pub(super) sale: &'a Sale,
    pub(super) merchant: Merchant,
    pub(super) settings: &'a Stored,
    pub(super) amount: Dong,
    pub(super) customer: &'a InstalmentCustomer,
    pub(super) address: Address,
    pub(super) goods: &'a str,
    pub(super) plan_id: Option<String>,
}

/// The text that tells the order apart at the gateway.
pub(super) fn description(id: PaymentId, goods: &str) -> String {
    format!("{} {goods}", id.memo_code())
}

/// The exact bytes to store.
///
/// # Errors
/// `instalment_field_refused` with the field that the gateway would refuse.
pub(super) fn bytes(till: &Till, order: Order<'_>) -> Result<Vec<u8>, TillError> {
    let built = initiate(till, order).and_then(|initiate| build_initiate(&initiate));
    built
        .map(fundiin::Body::into_bytes)
        .map_err(|invalid| refused_field(&invalid))
}

fn initiate(till: &Till, order: Order<'_>) -> Result<Initiate, InvalidField> {
    let Address {
        city,
        district,
        ward,
        street,
        house_number,
    } = order.address;
    let customer = order.customer;
    Ok(Initiate {
        merchant: order.merchant,
        reference_id: ReferenceId::new(&order.id.reference())?,
        payment_method: PaymentMethod::Pos,
        description: description(order.id, order.goods),
        redirects: Redirects {
            success: WebUrl::new("successRedirectUrl", &order.settings.success_url)?,
            unsuccessful: WebUrl::new("unSuccessRedirectUrl", &order.settings.unsuccess_url)?,
        },
        amount: order.amount,
        items: vec![Item {
            product_id: format!("SALE-{}", order.sale.number),
            product_name: order.goods.to_owned(),
            category: order.settings.category.clone(),
            quantity: NonZeroU32::MIN,
            price: order.amount,
            description: None,
            image_url: None,
        }],
        customer: Customer {
            phone: Phone::new(&customer.phone)?,
            email: Email::new(&customer.email)?,
            first_name: customer.first_name.clone(),
            last_name: customer.last_name.clone(),
            rank: None,
            description: None,
            gender: None,
            date_of_birth: None,
        },
        shipping: Shipping {
            city,
            district,
            ward,
            street,
            house_number,
            zip_code: None,
            street_number: None,
            house_extension: None,
        },
        lang: Some(lang(till)),
        extra_data: None,
        terminal_type: None,
        package_id: order.plan_id,
        seller: None,
        expires_in: Some(Expiry::new(LONGEST_EXPIRY)?),
        send_sms: None,
        send_email: None,
    })
}

/// The customer in the form that is sent and kept.
///
/// # Errors
/// `instalment_field_refused` with the field.
pub(super) fn customer(typed: &InstalmentCustomerView) -> Result<InstalmentCustomer, TillError> {
    let read = || {
        Ok(InstalmentCustomer {
            phone: Phone::new(&typed.phone)
                .map_err(|invalid| invalid_in("customer.phoneNumber", &invalid))?
                .as_str()
                .to_owned(),
            email: Email::new(&typed.email)
                .map_err(|invalid| invalid_in("customer.email", &invalid))?
                .as_str()
                .to_owned(),
            last_name: filled("customer.lastName", &typed.last_name)?,
            first_name: filled("customer.firstName", &typed.first_name)?,
        })
    };
    read().map_err(|invalid: InvalidField| refused_field(&invalid))
}

fn invalid_in(field: &str, invalid: &InvalidField) -> InvalidField {
    InvalidField::new(field, invalid.reason)
}

/// An address in the form that is sent and kept. Ward and house number may be empty.
///
/// # Errors
/// `instalment_field_refused` with the field.
pub(super) fn address(typed: Address) -> Result<Address, TillError> {
    let read = || {
        Ok(Address {
            city: filled("shipping.city", &typed.city)?,
            district: filled("shipping.district", &typed.district)?,
            ward: fitting("shipping.ward", &typed.ward)?,
            street: filled("shipping.street", &typed.street)?,
            house_number: fitting("shipping.houseNumber", &typed.house_number)?,
        })
    };
    read().map_err(|invalid: InvalidField| refused_field(&invalid))
}

/// What is bought, in the form that is sent and kept.
///
/// # Errors
/// `instalment_field_refused`.
pub(super) fn goods(typed: &str) -> Result<String, TillError> {
    filled("items[0].productName", typed).map_err(|invalid| refused_field(&invalid))
}

fn filled(field: &str, typed: &str) -> Result<String, InvalidField> {
    let clean = fitting(field, typed)?;
    if clean.is_empty() {
        Err(InvalidField::new(field, Reason::Missing))
    } else {
        Ok(clean)
    }
}

fn fitting(field: &str, typed: &str) -> Result<String, InvalidField> {
    let clean = text::clean(typed, MOST_CHARS.saturating_add(1));
    if clean.chars().count() > MOST_CHARS {
        Err(InvalidField::new(field, Reason::TooLong))
    } else {
        Ok(clean)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> InstalmentCustomerView {
        InstalmentCustomerView {
            phone: "+84 912 345 678".to_owned(),
            last_name: " Nguyễn  Văn ".to_owned(),
            first_name: "An\u{202E}".to_owned(),
            email: "an@example.vn".to_owned(),
        }
    }

    fn field(error: TillError) -> String {
        let body = contract::ErrorBody::from(error);
        body.params.get("field").cloned().unwrap_or_default()
    }

    #[test]
    fn a_customer_is_kept_as_sent() {
        let kept = customer(&typed()).unwrap();
        assert_eq!(
            (kept.phone.as_str(), kept.full_name().as_str()),
            ("0912345678", "Nguyễn Văn An")
        );
    }

    #[test]
    fn what_cannot_be_sent_is_named() {
        let broken = |change: fn(&mut InstalmentCustomerView)| {
            let mut one = typed();
            change(&mut one);
            field(customer(&one).unwrap_err())
        };
        assert_eq!(broken(|one| one.phone = "12".to_owned()), "customer.phoneNumber");
        assert_eq!(broken(|one| one.email = "an@".to_owned()), "customer.email");
        assert_eq!(broken(|one| one.last_name.clear()), "customer.lastName");
        assert_eq!(
            broken(|one| one.first_name = "A".repeat(121)),
            "customer.firstName"
        );
        assert_eq!(field(goods(" \u{200B} ").unwrap_err()), "items[0].productName");
    }
}
