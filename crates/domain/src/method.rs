//! How a customer pays, and the gateway behind it.

use serde::{Deserialize, Serialize};

/// The two gateways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gateway {
    /// Bank transfers by VietQR, invoices, payouts.
    FinanOne,
    /// Instalments.
    Fundiin,
}

impl Gateway {
    /// The word stored with rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FinanOne => "finan_one",
            Self::Fundiin => "fundiin",
        }
    }
}

/// How a customer pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A bank transfer by VietQR.
    Transfer,
    /// In instalments.
    Instalment,
    /// By the link of an invoice, in any way that the invoice allows.
    Invoice,
}

impl Method {
    /// Every method.
    pub const ALL: [Self; 3] = [Self::Transfer, Self::Instalment, Self::Invoice];

    /// The gateway that takes it.
    #[must_use]
    pub const fn gateway(self) -> Gateway {
        match self {
            Self::Transfer | Self::Invoice => Gateway::FinanOne,
            Self::Instalment => Gateway::Fundiin,
        }
    }

    /// The word stored with rows and used in filters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Transfer => "transfer",
            Self::Instalment => "instalment",
            Self::Invoice => "invoice",
        }
    }

    /// The method a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }
}
