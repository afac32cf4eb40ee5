//! The journal's state machine: what may follow what for a request that moves money.
//!
//! `draft → committed → sending → done | rejected | unknown`; `unknown → looking → done | absent`; `absent → sending`. Where the
//! gateway holds the idempotency key, `unknown → sending` repeats the same bytes.
//! What has no effect may be `dropped`; everything else ends in `done` or `rejected`.

use serde::{Deserialize, Serialize};

/// Where an intent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntentState {
    /// The form is open; nothing was decided.
    Draft,
    /// Decided and on disk; the request has not left.
    Committed,
    /// The request may have left; an app that starts with this state treats it as unknown.
    Sending,
    /// The gateway has it.
    Done,
    /// The gateway refused it; it has no effect there.
    Rejected,
    /// A request left and no clear answer came.
    Unknown,
    /// The lists are being searched for it.
    Looking,
    /// Not found in the lists.
    Absent,
    /// Closed without an effect.
    Dropped,
}

/// What happened to an intent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// A person decided.
    Commit,
    /// The request is about to leave.
    Send,
    /// It certainly never left: the decision stands and is tried again.
    NotSent,
    /// The gateway confirmed it, or it was found in its lists.
    Confirm,
    /// The gateway refused it.
    Refuse,
    /// No clear answer.
    LoseAnswer,
    /// The same bytes leave again under the same key, at a gateway that holds it: there can be one effect only.
    Repeat,
    /// The gateway is about to be asked for it.
    Look,
    /// The search could not be finished.
    LookFailed,
    /// The search was complete and did not find it.
    Miss,
    /// The form or its sale was closed while it had no effect.
    Drop,
}

/// A move that the state does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an intent in state {from:?} cannot take {step:?}")]
pub struct MoveError {
    /// The state it was in.
    pub from: IntentState,
    /// The move that was asked.
    pub step: Move,
}

impl IntentState {
    /// Every state, for tests and for reading stored words.
    pub const ALL: [Self; 9] = [
        Self::Draft,
        Self::Committed,
        Self::Sending,
        Self::Done,
        Self::Rejected,
        Self::Unknown,
        Self::Looking,
        Self::Absent,
        Self::Dropped,
    ];

    /// The state after a move.
    ///
    /// # Errors
    /// [`MoveError`] when the move is not legal; nothing changes then.
    pub fn after(self, step: Move) -> Result<Self, MoveError> {
        match (self, step) {
            (Self::Draft, Move::Commit) | (Self::Sending, Move::NotSent) => Ok(Self::Committed),
            (Self::Draft | Self::Committed | Self::Absent, Move::Drop) => Ok(Self::Dropped),
            (Self::Committed | Self::Absent, Move::Send) | (Self::Unknown, Move::Repeat) => Ok(Self::Sending),
            (Self::Sending | Self::Looking, Move::Confirm) => Ok(Self::Done),
            // A search may find that the word belongs to something else: then ours was refused.
            (Self::Sending | Self::Looking, Move::Refuse) => Ok(Self::Rejected),
            (Self::Sending, Move::LoseAnswer) | (Self::Looking, Move::LookFailed) => Ok(Self::Unknown),
            (Self::Unknown | Self::Absent, Move::Look) => Ok(Self::Looking),
            (Self::Looking, Move::Miss) => Ok(Self::Absent),
            (from, step) => Err(MoveError { from, step }),
        }
    }

    /// Whether a timer still has work with it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Committed | Self::Sending | Self::Unknown | Self::Looking | Self::Absent
        )
    }

    /// Whether the gateway may have an effect that we have not seen confirmed.
    #[must_use]
    pub const fn is_unclear(self) -> bool {
        matches!(self, Self::Sending | Self::Unknown | Self::Looking | Self::Absent)
    }

    /// The word stored with the row.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Committed => "committed",
            Self::Sending => "sending",
            Self::Done => "done",
            Self::Rejected => "rejected",
            Self::Unknown => "unknown",
            Self::Looking => "looking",
            Self::Absent => "absent",
            Self::Dropped => "dropped",
        }
    }

    /// The state a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOVES: [Move; 11] = [
        Move::Commit,
        Move::Send,
        Move::NotSent,
        Move::Confirm,
        Move::Refuse,
        Move::LoseAnswer,
        Move::Repeat,
        Move::Look,
        Move::LookFailed,
        Move::Miss,
        Move::Drop,
    ];

    #[test]
    fn nothing_follows_an_end() {
        for end in [IntentState::Done, IntentState::Rejected, IntentState::Dropped] {
            for step in MOVES {
                assert!(end.after(step).is_err(), "{end:?} took {step:?}");
            }
        }
    }

    #[test]
    fn an_unclear_intent_is_looked_up_before_it_is_sent_again() {
        assert!(IntentState::Unknown.after(Move::Send).is_err());
        assert!(IntentState::Looking.after(Move::Send).is_err());
        assert_eq!(IntentState::Absent.after(Move::Send), Ok(IntentState::Sending));
    }

    #[test]
    fn stored_words_read_back() {
        for state in IntentState::ALL {
            assert_eq!(IntentState::from_stored(state.as_str()), Some(state));
        }
        assert_eq!(IntentState::from_stored("failed"), None);
    }

    #[test]
    fn only_an_unknown_intent_is_repeated_under_its_key() {
        for state in IntentState::ALL {
            let repeated = state.after(Move::Repeat).is_ok();
            assert_eq!(repeated, state == IntentState::Unknown, "{state:?}");
        }
    }

    proptest! {
        /// However moves come, a second request leaves only from a state in which the first one is known to have no effect.
        #[test]
        fn every_send_is_preceded_by_a_decision_or_a_complete_search(steps in prop::collection::vec(prop::sample::select(&MOVES[..]), 0..60)) {
            let mut state = IntentState::Draft;
            let mut may_have_effect = false;
            for step in steps {
                let Ok(next) = state.after(step) else { continue };
                if step == Move::Send {
                    prop_assert!(!may_have_effect);
                    may_have_effect = true;
                }
                if matches!(step, Move::NotSent | Move::Miss | Move::Refuse) {
                    may_have_effect = false;
                }
                state = next;
            }
        }
    }
}
