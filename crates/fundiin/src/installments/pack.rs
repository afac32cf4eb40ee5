//! A plan and its parts. The page's inner fields could not be read: the names are assumptions, what is
//! not there is none, and an amount that makes no sense is not shown.

use dong::Dong;

use crate::assumptions::{
    FEE_FIELDS, FIRST_AMOUNT_FIELDS, FIRST_PERCENT_FIELDS, LATER_AMOUNT_FIELDS, PACK_COUNT_FIELDS,
    PACK_ID_FIELDS, PACK_NAME_FIELDS, PART_AMOUNT_FIELDS, PART_DUE_FIELDS, SCHEDULE_FIELDS, TOTAL_FIELDS,
};
use crate::wire::Fields;

/// A first part that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPart {
    /// The share of the amount as the gateway wrote it (such as `0.3`).
    pub percent: Option<String>,
    /// The same in dong.
    pub amount: Option<Dong>,
}

impl FirstPart {
    pub(super) fn read(fields: &Fields) -> Self {
        let names = [PART_AMOUNT_FIELDS, FIRST_AMOUNT_FIELDS].concat();
        Self {
            percent: fields.text(FIRST_PERCENT_FIELDS),
            amount: fields.dong(&names).unwrap_or_default(),
        }
    }
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// What to initiate with.
    pub id: String,
    /// Its name, for a text node only.
    pub name: Option<String>,
    /// How many payments.
    pub payments: Option<u32>,
    /// The first payment, dong.
    pub first_amount: Option<Dong>,
    /// Each later payment, dong.
    pub later_amount: Option<Dong>,
    /// On top of the price, dong; none when the gateway does not say.
    pub fee: Option<Dong>,
    /// All payments, dong.
    pub total: Option<Dong>,
    /// The payments with their days, where the gateway gives them.
    pub parts: Vec<Part>,
}

/// One payment of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Dong.
    pub amount: Option<Dong>,
    /// The day as the gateway wrote it.
    pub due: Option<String>,
}

impl Pack {
    /// None without an id: it could not be chosen. A first part above `amount` is not believed.
    pub(super) fn read(fields: &Fields, amount: Dong) -> Option<Self> {
        let dong = |names| {
            let read = fields.dong(names).unwrap_or_default();
            read.filter(|value| !value.is_negative())
        };
        let parts = fields.list(SCHEDULE_FIELDS);
        Some(Self {
            id: fields.text(PACK_ID_FIELDS)?,
            name: fields.text(PACK_NAME_FIELDS),
            payments: fields
                .integer(PACK_COUNT_FIELDS)
                .and_then(|count| u32::try_from(count).ok()),
            first_amount: dong(FIRST_AMOUNT_FIELDS).filter(|first| *first <= amount),
            later_amount: dong(LATER_AMOUNT_FIELDS),
            fee: dong(FEE_FIELDS),
            total: dong(TOTAL_FIELDS),
            parts: parts.iter().map(Part::read).collect(),
        })
    }
}

impl Part {
    fn read(fields: &Fields) -> Self {
        Self {
            amount: fields.dong(PART_AMOUNT_FIELDS).unwrap_or_default(),
            due: fields.text(PART_DUE_FIELDS),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(json: &str) -> Option<Pack> {
        Pack::read(&Fields::of(json).unwrap(), Dong::new(1_000))
    }

    #[test]
    fn amounts_are_numbers_or_objects_and_never_guessed() {
        let read =
            pack(r#"{"id":7,"fee":0,"firstAmount":{"value":400,"currency":"VND"},"total":"x"}"#).unwrap();
        assert_eq!((read.id.as_str(), read.fee), ("7", Some(Dong::ZERO)));
        assert_eq!((read.first_amount, read.total), (Some(Dong::new(400)), None));
    }

    #[test]
    fn senseless_amounts_are_left_out() {
        let read = pack(r#"{"id":"a","firstAmount":1001,"fee":-1,"tenor":-3}"#).unwrap();
        assert_eq!((read.first_amount, read.fee, read.payments), (None, None, None));
        assert_eq!(pack(r#"{"name":"no id"}"#), None);
    }
}
