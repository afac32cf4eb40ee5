//! A row of ours that mirrors one of the gateway's: edited here at once, brought there when the line allows.

use crate::UnixMs;
use serde::{Deserialize, Serialize};

/// Where a mirrored row stands against the gateway's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MirrorState {
    /// As the gateway last told.
    Clean,
    /// Made here; the gateway does not know it yet.
    ToCreate,
    /// Changed here.
    ToUpdate,
    /// Deleted here.
    ToDelete,
    /// The gateway refused what was made or changed here; a person must look.
    Refused,
    /// Deleted at the gateway by somebody else.
    Gone,
}

impl MirrorState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Clean,
        Self::ToCreate,
        Self::ToUpdate,
        Self::ToDelete,
        Self::Refused,
        Self::Gone,
    ];

    /// Whether the gateway is still to be told.
    #[must_use]
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::ToCreate | Self::ToUpdate | Self::ToDelete)
    }

    /// The word stored with the row.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::ToCreate => "to_create",
            Self::ToUpdate => "to_update",
            Self::ToDelete => "to_delete",
            Self::Refused => "refused",
            Self::Gone => "gone",
        }
    }

    /// The state a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// What is known of a row's other half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mirror {
    /// The gateway's id, once it told one.
    pub gateway_id: Option<String>,
    /// Where it stands.
    pub state: MirrorState,
    /// The stable code of the refusal.
    pub problem: Option<String>,
    /// The gateway's text about it; a stranger's.
    pub message: Option<String>,
    /// When the gateway last told of it.
    pub fetched_at: Option<UnixMs>,
    /// When it was last changed here.
    pub changed_at: UnixMs,
}

impl Mirror {
    /// Of a row that was just made here.
    #[must_use]
    pub const fn new(now: UnixMs) -> Self {
        Self {
            gateway_id: None,
            state: MirrorState::ToCreate,
            problem: None,
            message: None,
            fetched_at: None,
            changed_at: now,
        }
    }

    /// The same row after it was changed here.
    #[must_use]
    pub fn changed(&self, now: UnixMs) -> Self {
        // What the gateway no longer has is made anew there.
        let gateway_id = self
            .gateway_id
            .clone()
            .filter(|_| self.state != MirrorState::Gone);
        Self {
            state: if gateway_id.is_some() {
                MirrorState::ToUpdate
            } else {
                MirrorState::ToCreate
            },
            gateway_id,
            problem: None,
            message: None,
            changed_at: now,
            fetched_at: self.fetched_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_words_read_back() {
        for state in MirrorState::ALL {
            assert_eq!(MirrorState::from_stored(state.as_str()), Some(state));
        }
    }

    #[test]
    fn what_is_gone_there_is_made_anew_by_a_change() {
        let gone = Mirror {
            gateway_id: Some("c".to_owned()),
            state: MirrorState::Gone,
            ..Mirror::new(1)
        };
        let changed = gone.changed(2);
        assert_eq!((changed.state, changed.gateway_id), (MirrorState::ToCreate, None));
    }

    #[test]
    fn a_change_before_the_gateway_knew_the_row_stays_a_creation() {
        let made = Mirror::new(1);
        assert_eq!(made.changed(2).state, MirrorState::ToCreate);
        let known = Mirror {
            gateway_id: Some("c".to_owned()),
            state: MirrorState::Refused,
            problem: Some("conflict".to_owned()),
            ..made
        };
        assert_eq!(
            (known.changed(2).state, known.changed(2).problem),
            (MirrorState::ToUpdate, None)
        );
    }
}
