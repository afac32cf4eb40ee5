//! What an intent asks of a gateway.

use crate::{Gateway, Method};
use serde::{Deserialize, Serialize};

/// The kinds of requests that the journal keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntentKind {
    /// A transfer is asked for.
    PaymentCreate,
    /// An instalment payment is opened.
    InstalmentCreate,
    /// The first part, taken in the shop, is confirmed.
    FirstPartConfirm,
    /// An unpaid instalment payment is cancelled.
    InstalmentCancel,
    /// A paid instalment payment is given back, in full.
    InstalmentRefund,
    /// An invoice is made.
    InvoiceCreate,
    /// An unpaid invoice is changed.
    InvoiceUpdate,
    /// An unpaid invoice is deleted.
    InvoiceDelete,
    /// A payout is asked for; no money moves before its code.
    PayoutCreate,
    /// The bank's one-time code of a payout is handed in. The journal keeps that it was, never the code.
    PayoutCode,
}

impl IntentKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::PaymentCreate,
        Self::InstalmentCreate,
        Self::FirstPartConfirm,
        Self::InstalmentCancel,
        Self::InstalmentRefund,
        Self::InvoiceCreate,
        Self::InvoiceUpdate,
        Self::InvoiceDelete,
        Self::PayoutCreate,
        Self::PayoutCode,
    ];

    /// The method it belongs to; none when the shop pays.
    #[must_use]
    pub const fn method(self) -> Option<Method> {
        Some(match self {
            Self::PaymentCreate => Method::Transfer,
            Self::InstalmentCreate
            | Self::FirstPartConfirm
            | Self::InstalmentCancel
            | Self::InstalmentRefund => Method::Instalment,
            Self::InvoiceCreate | Self::InvoiceUpdate | Self::InvoiceDelete => Method::Invoice,
            Self::PayoutCreate | Self::PayoutCode => return None,
        })
    }

    /// Whether the shop pays: only a person may start such a request, each time.
    #[must_use]
    pub const fn is_payout(self) -> bool {
        matches!(self, Self::PayoutCreate | Self::PayoutCode)
    }

    /// The gateway it is sent to.
    #[must_use]
    pub const fn gateway(self) -> Gateway {
        match self.method() {
            Some(method) => method.gateway(),
            None => Gateway::FinanOne,
        }
    }

    /// Whether it makes a payment or a payout; every other kind is a step on one.
    #[must_use]
    pub const fn is_create(self) -> bool {
        matches!(
            self,
            Self::PaymentCreate | Self::InstalmentCreate | Self::InvoiceCreate | Self::PayoutCreate
        )
    }

    /// The word stored with the row and told in timelines.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PaymentCreate => "payment_create",
            Self::InstalmentCreate => "instalment_create",
            Self::FirstPartConfirm => "first_part_confirm",
            Self::InstalmentCancel => "instalment_cancel",
            Self::InstalmentRefund => "instalment_refund",
            Self::InvoiceCreate => "invoice_create",
            Self::InvoiceUpdate => "invoice_update",
            Self::InvoiceDelete => "invoice_delete",
            Self::PayoutCreate => "payout_create",
            Self::PayoutCode => "payout_code",
        }
    }

    /// The kind a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_words_read_back() {
        for kind in IntentKind::ALL {
            assert_eq!(IntentKind::from_stored(kind.as_str()), Some(kind));
        }
        for method in Method::ALL {
            assert_eq!(Method::from_stored(method.as_str()), Some(method));
        }
    }
}
