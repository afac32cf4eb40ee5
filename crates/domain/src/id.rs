//! Identifiers. A payment is known by the intent that asked for it, so both share one id.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that was made elsewhere.
            #[must_use]
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The inner id.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

uuid_id! {
    /// One request for money: the id of its intent (UUIDv7), made before the request leaves.
    PaymentId
}
uuid_id! {
    /// One sale at the counter, which may need several payments.
    SaleId
}

uuid_id! {
    /// One customer in our books.
    CustomerId
}
uuid_id! {
    /// One product in our books.
    ProductId
}
uuid_id! {
    /// One payout: the id of the intent that makes it (UUIDv7), minted when its content is read back.
    PayoutId
}
uuid_id! {
    /// One beneficiary in our book.
    BeneficiaryId
}
uuid_id! {
    /// One intent of the journal. The intent that makes a payment or a payout shares its id.
    IntentId
}

impl From<PayoutId> for IntentId {
    fn from(id: PayoutId) -> Self {
        Self(id.0)
    }
}

impl From<PaymentId> for IntentId {
    fn from(id: PaymentId) -> Self {
        Self(id.0)
    }
}

impl IntentId {
    /// Our own reference of this intent, `TV` and 32 hex digits: new for every intent, the same for every repeat.
    #[must_use]
    pub fn reference(self) -> String {
        format!("TV{}", self.0.simple())
    }
}

impl PaymentId {
    /// Our own reference at the gateway, derived from the id: `TV` and 32 hex digits, fits `^[0-9a-zA-Z_:-]{1,60}$`.
    #[must_use]
    pub fn reference(self) -> String {
        IntentId::from(self).reference()
    }

    /// The short code a customer sees in the transfer memo: `TV` and the last 8 hex digits, upper case.
    ///
    /// The first digits of a UUIDv7 are time and look alike for all payments of a day.
    #[must_use]
    pub fn memo_code(self) -> String {
        let digits = self.0.simple().to_string().to_uppercase();
        let tail: String = digits.chars().skip(24).collect();
        format!("TV{tail}")
    }
}

/// The gateway's id of a receiving account.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(String);

impl AccountId {
    /// Wraps the gateway's id.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The gateway's spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for AccountId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_fits_both_gateways_and_names_its_payment() {
        let id = PaymentId::new(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_dead_beef));
        assert_eq!(id.reference(), "TV019000000000700080000000deadbeef");
        assert_eq!(id.memo_code(), "TVDEADBEEF");
        assert!(id.reference().len() <= 60);
    }
}
