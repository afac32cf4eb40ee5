//! A discount as it is sent: a percentage may have a fraction, which is written exactly.

use dong::Dong;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;

use super::super::details::Discount;
use crate::assumptions::PERCENT_PLACES;
use crate::error::{InvalidField, Reason};
use crate::text;
use crate::wire::Purpose;

const FIELD: &str = "discount.value";

#[derive(Serialize)]
pub(super) struct WireDiscount {
    is_percentage: bool,
    value: Box<RawValue>,
}

pub(super) fn of(discount: Option<Discount>, purpose: Purpose) -> Result<Option<WireDiscount>, InvalidField> {
    match discount {
        None if purpose.clears() => wire(false, Decimal::ZERO).map(Some),
        None => Ok(None),
        Some(Discount::Percent(percent)) => wire(true, checked_percent(percent)?).map(Some),
        Some(Discount::Amount(amount)) => wire(false, checked_amount(amount)?).map(Some),
    }
}

fn checked_percent(percent: Decimal) -> Result<Decimal, InvalidField> {
    let percent = percent.normalize();
    if percent <= Decimal::ZERO {
        Err(InvalidField::new(FIELD, Reason::NotPositive))
    } else if percent > Decimal::ONE_HUNDRED {
        Err(InvalidField::new(FIELD, Reason::TooLarge))
    } else if percent.scale() > PERCENT_PLACES {
        Err(InvalidField::new(FIELD, Reason::TooPrecise))
    } else {
        Ok(percent)
    }
}

fn checked_amount(amount: Dong) -> Result<Decimal, InvalidField> {
    if amount.is_positive() {
        Ok(Decimal::from(text::price(FIELD, amount)?.get()))
    } else {
        Err(InvalidField::new(FIELD, Reason::NotPositive))
    }
}

fn wire(is_percentage: bool, value: Decimal) -> Result<WireDiscount, InvalidField> {
    let value = RawValue::from_string(value.to_string());
    Ok(WireDiscount {
        is_percentage,
        value: value.map_err(|_| InvalidField::new(FIELD, Reason::BadCharacters))?,
    })
}
