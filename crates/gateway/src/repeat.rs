//! The repeat policy as data: what may follow a failed call. It decides nothing about when, and it
//! never sends. No money-moving call is repeated without a look-up unless the gateway holds a key
//! or certainly has no effect.

use crate::failure::{Certainty, Code, Failure};

/// What protects an intent from taking effect twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Guard {
    /// Our own reference can be looked up; a second effect costs nothing (Finan payment, invoice).
    Reference,
    /// It can be looked up, but only a person may start it again (Finan payout).
    Person,
    /// The gateway refuses a second effect under the same key (Fundiin payment).
    Key,
}

/// The next step after a failed call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Next {
    /// Send the same bytes again.
    SendAgain,
    /// Look at the gateway whether it took effect.
    Look,
    /// Wait as told, then send the same bytes.
    Wait,
    /// Correct the clock and sign the same bytes once more.
    ResignOnce,
    /// Close as rejected and show the reason.
    Reject,
}

/// The next step after a look-up that did not find the intent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AfterAbsent {
    /// Look once more before believing it.
    LookAgain,
    /// Send the same bytes again.
    SendAgain,
    /// Ask a person.
    AskPerson,
}

/// How often an intent must be missing from the gateway's list before it counts as absent.
pub const LOOKS_BEFORE_ABSENT: u32 = 2;

/// What may follow `failure` for an intent protected by `guard`.
#[must_use]
pub fn after_failure(guard: Guard, failure: &Failure) -> Next {
    match (failure.certainty, guard) {
        // The gateway says that it has the key's effect, or is at it: sending again would tell nothing new.
        (Certainty::Unknown, Guard::Key) if failure.code == Code::Conflict => Next::Look,
        (Certainty::Unknown, Guard::Key) => Next::SendAgain,
        (Certainty::Unknown, Guard::Reference | Guard::Person) => Next::Look,
        (Certainty::Refused, _) => match failure.code {
            Code::RateLimited => Next::Wait,
            Code::ClockSkew => Next::ResignOnce,
            Code::Conflict => Next::Look,
            _ => Next::Reject,
        },
        (Certainty::NotSent, _) => match failure.code {
            Code::BadBaseUrl | Code::BadId | Code::BadCredentials | Code::BadRequest => Next::Reject,
            _ => Next::SendAgain,
        },
    }
}

/// What may follow after the intent was missing `times_absent` times in a row.
#[must_use]
pub const fn after_absent(guard: Guard, times_absent: u32) -> AfterAbsent {
    match guard {
        _ if times_absent < LOOKS_BEFORE_ABSENT => AfterAbsent::LookAgain,
        Guard::Person => AfterAbsent::AskPerson,
        Guard::Reference | Guard::Key => AfterAbsent::SendAgain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(guard: Guard, code: Code, certainty: Certainty) -> Next {
        after_failure(guard, &Failure::new(code, certainty, ""))
    }

    #[test]
    fn follows_the_table() {
        use Certainty::{NotSent, Refused, Unknown};
        let rows = [
            (Code::NoNetwork, NotSent, [Next::SendAgain; 3]),
            (Code::Timeout, NotSent, [Next::SendAgain; 3]),
            (Code::Timeout, Unknown, [Next::Look, Next::Look, Next::SendAgain]),
            (
                Code::ConnectionLost,
                Unknown,
                [Next::Look, Next::Look, Next::SendAgain],
            ),
            (
                Code::ServerError,
                Unknown,
                [Next::Look, Next::Look, Next::SendAgain],
            ),
            (
                Code::UnreadableAnswer,
                Unknown,
                [Next::Look, Next::Look, Next::SendAgain],
            ),
            (Code::Conflict, Unknown, [Next::Look; 3]),
            (Code::ClockSkew, Refused, [Next::ResignOnce; 3]),
            (Code::Conflict, Refused, [Next::Look; 3]),
            (Code::RateLimited, Refused, [Next::Wait; 3]),
            (Code::Unauthorized, Refused, [Next::Reject; 3]),
            (Code::BadRequest, Refused, [Next::Reject; 3]),
            (Code::ForbiddenIp, Refused, [Next::Reject; 3]),
            (Code::NotFound, Refused, [Next::Reject; 3]),
            (Code::Validation, Refused, [Next::Reject; 3]),
            (Code::BadId, NotSent, [Next::Reject; 3]),
        ];
        for (code, certainty, expected) in rows {
            let found =
                [Guard::Reference, Guard::Person, Guard::Key].map(|guard| next(guard, code, certainty));
            assert_eq!(found, expected, "{code} {certainty:?}");
        }
    }

    #[test]
    fn an_unknown_is_never_sent_again_without_a_key() {
        for code in Code::ALL {
            for guard in [Guard::Reference, Guard::Person] {
                assert_ne!(next(guard, *code, Certainty::Unknown), Next::SendAgain, "{code}");
            }
        }
    }

    #[test]
    fn a_payout_is_never_sent_again_by_itself() {
        assert_eq!(after_absent(Guard::Person, 1), AfterAbsent::LookAgain);
        assert_eq!(after_absent(Guard::Person, 9), AfterAbsent::AskPerson);
        assert_eq!(after_absent(Guard::Reference, 1), AfterAbsent::LookAgain);
        assert_eq!(after_absent(Guard::Reference, 2), AfterAbsent::SendAgain);
    }
}
