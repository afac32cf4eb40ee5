//! The body that creates a payment. Pure: the same payment gives the same bytes.

use dong::Dong;
use gateway::Failure;
use serde::Serialize;

use crate::path::{Body, bad_request, checked};

/// The only payment method that makes a VietQR (integration guide).
const BANK_TRANSFER: &str = "bank_transfer";

/// A payment to be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreatePayment {
    /// Account that receives the money.
    pub account_id: String,
    /// Amount in dong, above zero.
    pub amount: Dong,
    /// Our own reference, by which the payment is found again.
    pub reference_id: String,
    /// What it is for.
    pub description: String,
    /// Who pays, when known.
    pub customer: Option<Customer>,
    /// What is sold, when known.
    pub items: Vec<Item>,
}

/// Who pays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Customer {
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// A line of the bill; `amount` is price × quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What.
    pub name: String,
    /// Price of one, dong.
    pub price: Dong,
    /// How many.
    pub quantity: u32,
    /// Price of all, dong.
    pub amount: Dong,
}

#[derive(Serialize)]
struct Wire<'a> {
    payment_method: &'static str,
    account_id: &'a str,
    amount: i64,
    reference_id: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<&'a Customer>,
    #[serde(skip_serializing_if = "<[Item]>::is_empty")]
    items: &'a [Item],
}

/// The exact bytes to store, sign and send: compact JSON.
///
/// # Errors
/// `bad_id` or `bad_request` when the payment makes no sense.
pub fn build_create(payment: &CreatePayment) -> Result<Body, Failure> {
    if !payment.amount.is_positive() {
        return Err(bad_request("the amount must be above zero"));
    }
    if payment.reference_id.is_empty() {
        return Err(bad_request(
            "a payment without a reference could not be found again",
        ));
    }
    Body::of(&Wire {
        payment_method: BANK_TRANSFER,
        account_id: checked(&payment.account_id)?,
        amount: payment.amount.get(),
        reference_id: &payment.reference_id,
        description: &payment.description,
        customer: payment.customer.as_ref(),
        items: &payment.items,
    })
}

#[cfg(test)]
mod tests {
    use gateway::Code;

    use super::*;

    fn payment() -> CreatePayment {
        CreatePayment {
            account_id: "11111111-1111-4111-8111-111111111111".to_owned(),
            amount: Dong::new(500_000),
            reference_id: "ORDER-001".to_owned(),
            description: "Don hang #001".to_owned(),
            customer: Some(Customer {
                name: Some("Nguyen Van A".to_owned()),
                ..Customer::default()
            }),
            items: Vec::new(),
        }
    }

    #[test]
    fn the_guides_sample_is_built_byte_for_byte() {
        let expected = include_str!("../../fixtures/create_payment_request.json").trim_end();
        assert_eq!(
            String::from_utf8(build_create(&payment()).unwrap().into_bytes()).unwrap(),
            expected
        );
    }

    #[test]
    fn what_is_not_known_is_left_out_and_amounts_are_integers() {
        let item = Item {
            name: "Phở ☕ \"đặc biệt\"".to_owned(),
            price: Dong::new(65_000),
            quantity: 2,
            amount: Dong::new(130_000),
        };
        let body = build_create(&CreatePayment {
            customer: None,
            items: vec![item],
            ..payment()
        })
        .unwrap();
        let text = std::str::from_utf8(body.as_bytes()).unwrap();
        assert!(!text.contains("customer"));
        assert!(text.ends_with(
            r#""items":[{"name":"Phở ☕ \"đặc biệt\"","price":65000,"quantity":2,"amount":130000}]}"#
        ));
    }

    #[test]
    fn senseless_payments_are_refused_before_sending() {
        let build = |payment: CreatePayment| build_create(&payment).unwrap_err().code;
        assert_eq!(
            build(CreatePayment {
                amount: Dong::ZERO,
                ..payment()
            }),
            Code::BadRequest
        );
        assert_eq!(
            build(CreatePayment {
                amount: Dong::new(-1),
                ..payment()
            }),
            Code::BadRequest
        );
        assert_eq!(
            build(CreatePayment {
                reference_id: String::new(),
                ..payment()
            }),
            Code::BadRequest
        );
        assert_eq!(
            build(CreatePayment {
                account_id: "a/b".to_owned(),
                ..payment()
            }),
            Code::BadId
        );
    }

    #[test]
    fn debug_of_a_body_shows_its_size_only() {
        assert_eq!(format!("{:?}", Body::of(&"canary").unwrap()), "Body(8 bytes)");
    }
}
