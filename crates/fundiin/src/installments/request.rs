//! The body that asks for plans. Pure.

use dong::Dong;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::amount::Money;
use crate::body::Body;
use crate::config::Merchant;
use crate::error::{InvalidField, Reason};
use crate::payments::{Item, wire_items};
use crate::text::optional;
use crate::values::Lang;

/// The share that the customer wants to pay first, in whole percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FirstPercent(u8);

impl FirstPercent {
    /// 1 to 99 percent.
    ///
    /// # Errors
    /// `firstInstallmentPercent` outside.
    pub fn new(percent: u8) -> Result<Self, InvalidField> {
        if (1..=99).contains(&percent) {
            Ok(Self(percent))
        } else {
            Err(InvalidField::new("firstInstallmentPercent", Reason::NotListed))
        }
    }

    /// The share as a JSON number, exact: 30 percent is `0.3`.
    fn share(self) -> Option<Box<RawValue>> {
        let digits = format!("{:02}", self.0);
        RawValue::from_string(format!("0.{}", digits.trim_end_matches('0'))).ok()
    }
}

/// What plans are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackagesRequest {
    /// `merchantId`.
    pub merchant: Merchant,
    /// `amount.value`, dong.
    pub amount: Dong,
    /// `lang` of the answer's message.
    pub lang: Option<Lang>,
    /// `firstInstallmentPercent`; the gateway's default is the lowest.
    pub first_percent: Option<FirstPercent>,
    /// `description`.
    pub description: Option<String>,
    /// `items`; may be empty here.
    pub items: Vec<Item>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'a, T: Serialize> {
    merchant_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
    amount: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_installment_percent: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<T>,
}

/// The exact bytes to sign and send.
///
/// # Errors
/// The first field that the gateway would refuse.
pub fn build_packages(request: &PackagesRequest) -> Result<Body, InvalidField> {
    let (items, _) = wire_items(&request.items)?;
    Body::of(&Wire {
        merchant_id: request.merchant.merchant_id(),
        lang: request.lang,
        amount: Money::positive("amount.value", request.amount)?,
        first_installment_percent: request.first_percent.and_then(FirstPercent::share),
        description: optional("description", request.description.as_deref())?,
        items,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> PackagesRequest {
        PackagesRequest {
            merchant: Merchant::new("FundiinVN", "STORE-01", "TIENVE").unwrap(),
            amount: Dong::new(3_000_000),
            lang: Some(Lang::Vi),
            first_percent: Some(FirstPercent::new(30).unwrap()),
            description: None,
            items: Vec::new(),
        }
    }

    #[test]
    fn the_share_is_an_exact_number() {
        let expected = r#"{"merchantId":"FundiinVN","lang":"vi","amount":{"currency":"VND","value":3000000},"firstInstallmentPercent":0.3}"#;
        assert_eq!(
            build_packages(&request()).unwrap().as_bytes(),
            expected.as_bytes()
        );
        let share = |percent| {
            FirstPercent::new(percent)
                .unwrap()
                .share()
                .unwrap()
                .get()
                .to_owned()
        };
        assert_eq!(
            [share(1), share(5), share(33), share(50)],
            ["0.01", "0.05", "0.33", "0.5"]
        );
    }

    #[test]
    fn senseless_requests_are_refused_with_the_field() {
        for percent in [0, 100, 255] {
            assert_eq!(
                FirstPercent::new(percent).unwrap_err().field,
                "firstInstallmentPercent"
            );
        }
        let nothing = PackagesRequest {
            amount: Dong::ZERO,
            ..request()
        };
        assert_eq!(build_packages(&nothing).unwrap_err().field, "amount.value");
    }
}
