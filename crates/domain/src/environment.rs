//! Which world the app talks to. Rows of one world are never shown in another.

use serde::{Deserialize, Serialize};

/// The world a payment, an account or a sale belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Environment {
    /// The built-in simulator; the default until keys are entered.
    Practice,
    /// The gateway's production address.
    Production,
    /// An address of the owner's choice, for the gateway's staging.
    Custom,
}

impl Environment {
    /// The word stored with rows.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Production => "production",
            Self::Custom => "custom",
        }
    }

    /// The environment a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        [Self::Practice, Self::Production, Self::Custom]
            .into_iter()
            .find(|known| known.as_str() == word)
    }
}
