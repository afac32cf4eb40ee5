//! Products of the shop, as the gateway types them.

use crate::{Environment, Mirror, ProductId, rounding};
use dong::Dong;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What one costs at the counter: the price before tax with the tax of this rate in percent, half a dong rounded up. Without a rate it
/// is the price as it is. `None` for a negative rate and when it leaves the range.
#[must_use]
pub fn counter_price(before_tax: Dong, rate: Option<Decimal>) -> Option<Dong> {
    let Some(rate) = rate else {
        return Some(before_tax);
    };
    let tax = Decimal::from(before_tax.get())
        .checked_mul(rate)?
        .checked_div(Decimal::ONE_HUNDRED)?;
    before_tax
        .checked_add(rounding::whole(tax)?)
        .filter(|_| !rate.is_sign_negative())
}

/// Everything that a person enters of a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFacts {
    /// SKU or barcode, unique at the gateway.
    pub sku: String,
    /// Name.
    pub name: String,
    /// Unit; may be empty.
    pub unit: String,
    /// Description; may be empty.
    pub description: String,
    /// Price before tax.
    pub sale_price: Dong,
    /// Income category.
    pub sale_category: String,
    /// Tax code of a sale; may be empty.
    pub sale_tax: String,
    /// What the shop pays, before tax.
    pub purchase_price: Dong,
    /// Expense category.
    pub purchase_category: String,
    /// Tax code of a purchase; may be empty.
    pub purchase_tax: String,
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Our id.
    pub id: ProductId,
    /// The world it lives in.
    pub environment: Environment,
    /// What was entered.
    pub facts: ProductFacts,
    /// Its quick key on the counter, from 0.
    pub quick_key: Option<u8>,
    /// The gateway's half.
    pub mirror: Mirror,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(price: i64, rate: &str) -> Option<i64> {
        let rate = rate.parse().unwrap();
        counter_price(Dong::new(price), Some(rate)).map(Dong::get)
    }

    #[test]
    fn half_a_dong_is_rounded_up() {
        for (price, rate, expected) in [
            (27_000, "8", 29_160),
            (45_000, "10", 49_500),
            (10_000, "3.5", 10_350),
            (99, "8", 107),
            (6, "8", 6),
            (50, "5", 53),
            (27_000, "0", 27_000),
            (0, "10", 0),
        ] {
            assert_eq!(at(price, rate), Some(expected), "{price} at {rate} %");
        }
        assert_eq!(counter_price(Dong::new(27_000), None), Some(Dong::new(27_000)));
    }

    #[test]
    fn what_cannot_be_counted_is_not_guessed() {
        assert_eq!(at(Dong::MAX.get(), "10"), None);
        assert_eq!(at(1_000, "-1"), None);
    }

    proptest! {
        /// In hundredths of a percent, without a decimal: price + (price × rate + 5,000) / 10,000.
        #[test]
        fn it_is_the_price_and_its_tax_to_the_half_dong(price in 0i64..1_000_000_000_000, hundredths in 0i64..=10_000) {
            let taxed = counter_price(Dong::new(price), Some(Decimal::new(hundredths, 2))).unwrap();
            let exact = i128::from(price) * i128::from(hundredths);
            prop_assert_eq!(i128::from(taxed.get()), i128::from(price) + (exact + 5_000) / 10_000);
        }

        /// Whoever sells dearer never gets less, and no tax is ever taken off.
        #[test]
        fn a_higher_price_or_rate_never_costs_less(price in 0i64..1_000_000_000, more in 0i64..1_000, rate in 0i64..=99) {
            let count = |price, rate| counter_price(Dong::new(price), Some(Decimal::from(rate))).unwrap();
            let taxed = count(price, rate);
            prop_assert!(taxed.get() >= price);
            prop_assert!(count(price + more, rate) >= taxed);
            prop_assert!(count(price, rate + 1) >= taxed);
        }
    }
}
