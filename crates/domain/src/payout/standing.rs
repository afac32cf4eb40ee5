//! Where a payout stands, in the words of the list.

use super::{Payout, PayoutStatus};
use crate::IntentState;
use serde::{Deserialize, Serialize};

/// How many complete searches must miss a payout before a person may decide about it.
const LOOKS_BEFORE_DECISION: u32 = 2;

/// Where a payout stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayoutStanding {
    /// Decided, and not at the gateway yet: on its way, or a person must let it go again.
    NotSent,
    /// No clear answer to the request that makes it; it is looked up, never repeated.
    Unclear,
    /// Two complete searches did not find it: a person decides.
    Undecided,
    /// The gateway has it and waits for the bank's code ("Chờ OTP").
    AwaitingCode,
    /// The gateway repeats it otherwise than it was decided: no code is entered.
    Differs,
    /// A code was handed in and no clear answer came; it is looked up, never repeated.
    CodeUnclear,
    /// The bank is at work.
    Processing,
    /// The bank reconciles it on the next day (T+1).
    Settling,
    /// The money is with the beneficiary.
    Succeeded,
    /// The bank refused; no money moved.
    Failed,
    /// The gateway tells a status that nobody knows.
    Odd,
    /// The gateway refused the request.
    Refused,
    /// A person closed it: it was never made, or no code shall be entered for it.
    Closed,
}

impl PayoutStanding {
    /// Every standing.
    pub const ALL: [Self; 13] = [
        Self::NotSent,
        Self::Unclear,
        Self::Undecided,
        Self::AwaitingCode,
        Self::Differs,
        Self::CodeUnclear,
        Self::Processing,
        Self::Settling,
        Self::Succeeded,
        Self::Failed,
        Self::Odd,
        Self::Refused,
        Self::Closed,
    ];

    /// Where a payout stands.
    #[must_use]
    pub fn of(payout: &Payout) -> Self {
        match payout.intent {
            IntentState::Draft | IntentState::Committed => Self::NotSent,
            IntentState::Absent if payout.absent_looks >= LOOKS_BEFORE_DECISION => Self::Undecided,
            IntentState::Sending | IntentState::Unknown | IntentState::Looking | IntentState::Absent => {
                Self::Unclear
            }
            IntentState::Rejected => Self::Refused,
            IntentState::Dropped => Self::Closed,
            IntentState::Done => of_accepted(payout),
        }
    }

    /// Whether the gateway is asked about it from time to time.
    #[must_use]
    pub const fn is_watched(self) -> bool {
        matches!(
            self,
            Self::AwaitingCode
                | Self::Differs
                | Self::CodeUnclear
                | Self::Processing
                | Self::Settling
                | Self::Odd
        )
    }

    /// Whether its amount counts towards the day's limit: everything that moved money or still may.
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Failed | Self::Refused | Self::Closed)
    }

    /// The word stored and used in filters.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Unclear => "unclear",
            Self::Undecided => "undecided",
            Self::AwaitingCode => "awaiting_code",
            Self::Differs => "differs",
            Self::CodeUnclear => "code_unclear",
            Self::Processing => "processing",
            Self::Settling => "settling",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Odd => "odd",
            Self::Refused => "refused",
            Self::Closed => "closed",
        }
    }

    /// The standing a stored word names.
    #[must_use]
    pub fn from_stored(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == word)
    }
}

fn of_accepted(payout: &Payout) -> PayoutStanding {
    let status = payout
        .heard
        .as_ref()
        .map_or(&PayoutStatus::WaitingConfirm, |heard| &heard.status);
    match status {
        PayoutStatus::Success => PayoutStanding::Succeeded,
        PayoutStatus::Failed => PayoutStanding::Failed,
        PayoutStatus::Settling => PayoutStanding::Settling,
        PayoutStatus::Processing => PayoutStanding::Processing,
        PayoutStatus::Other(_) => PayoutStanding::Odd,
        PayoutStatus::WaitingConfirm => of_waiting(payout),
    }
}

/// The gateway still waits for a code, as far as it told.
fn of_waiting(payout: &Payout) -> PayoutStanding {
    match payout.newest_code().map(|code| code.state) {
        Some(IntentState::Done) => PayoutStanding::Processing,
        Some(state) if state.is_open() => PayoutStanding::CodeUnclear,
        _ if payout.closed_reason.is_some() => PayoutStanding::Closed,
        _ if payout.differences().is_empty() => PayoutStanding::AwaitingCode,
        _ => PayoutStanding::Differs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payout::{HeardPayout, ToldPayout};
    use crate::sample;
    use dong::Dong;

    fn heard(word: &str) -> Option<HeardPayout> {
        Some(HeardPayout {
            status: PayoutStatus::of_word(word),
            told: ToldPayout::default(),
            tries_left: None,
            transaction_number: None,
            at: 1,
        })
    }

    fn standing(intent: IntentState, word: &str, code: Option<IntentState>) -> PayoutStanding {
        PayoutStanding::of(&Payout {
            intent,
            heard: heard(word),
            codes: code.map(sample::payout_code).into_iter().collect(),
            ..sample::payout()
        })
    }

    #[test]
    fn the_gateways_word_decides_once_it_has_the_payout() {
        let done = |word| standing(IntentState::Done, word, None);
        assert_eq!(done("waiting_confirm"), PayoutStanding::AwaitingCode);
        assert_eq!(done("Completed"), PayoutStanding::Succeeded);
        assert_eq!(done("failed"), PayoutStanding::Failed);
        assert_eq!(done("settling"), PayoutStanding::Settling);
        assert_eq!(done("on_hold"), PayoutStanding::Odd);
    }

    #[test]
    fn a_code_without_an_answer_is_unclear_until_it_is_dropped_or_refused() {
        let code = |state| standing(IntentState::Done, "waiting_confirm", Some(state));
        assert_eq!(code(IntentState::Sending), PayoutStanding::CodeUnclear);
        assert_eq!(code(IntentState::Unknown), PayoutStanding::CodeUnclear);
        assert_eq!(code(IntentState::Absent), PayoutStanding::CodeUnclear);
        assert_eq!(code(IntentState::Rejected), PayoutStanding::AwaitingCode);
        assert_eq!(code(IntentState::Dropped), PayoutStanding::AwaitingCode);
        assert_eq!(code(IntentState::Done), PayoutStanding::Processing);
    }

    #[test]
    fn a_person_decides_only_after_two_complete_searches() {
        let absent = |absent_looks| {
            PayoutStanding::of(&Payout {
                intent: IntentState::Absent,
                absent_looks,
                ..sample::payout()
            })
        };
        assert_eq!(absent(1), PayoutStanding::Unclear);
        assert_eq!(absent(2), PayoutStanding::Undecided);
    }

    #[test]
    fn no_code_is_entered_for_another_amount() {
        let mut told = heard("waiting_confirm").unwrap();
        told.told.amount = Some(Dong::new(1));
        let payout = Payout {
            intent: IntentState::Done,
            heard: Some(told),
            ..sample::payout()
        };
        assert_eq!(PayoutStanding::of(&payout), PayoutStanding::Differs);
    }

    #[test]
    fn stored_words_read_back() {
        for standing in PayoutStanding::ALL {
            assert_eq!(PayoutStanding::from_stored(standing.as_str()), Some(standing));
        }
    }
}
