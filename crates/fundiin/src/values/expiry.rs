//! `transExpiredTime`: how long the customer has, sent in milliseconds (Initiate page). Held as a
//! [`Duration`], so that seconds cannot be taken for milliseconds.

use std::time::Duration;

use serde::{Serialize, Serializer};

use crate::assumptions::LONGEST_EXPIRY;
use crate::error::{InvalidField, Reason};

const FIELD: &str = "transExpiredTime";

/// A customer's time to pay: at least a millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Expiry(u64);

impl Expiry {
    /// A time that every merchant may give.
    ///
    /// # Errors
    /// `transExpiredTime` when it is nothing or longer than [`LONGEST_EXPIRY`].
    pub fn new(time: Duration) -> Result<Self, InvalidField> {
        if time > LONGEST_EXPIRY {
            return Err(InvalidField::new(FIELD, Reason::TooLarge));
        }
        Self::agreed(time)
    }

    /// A time that the gateway has agreed to give this merchant, however long.
    ///
    /// # Errors
    /// `transExpiredTime` when it is under a millisecond or cannot be counted in them.
    pub fn agreed(time: Duration) -> Result<Self, InvalidField> {
        let ms = u64::try_from(time.as_millis()).map_err(|_| InvalidField::new(FIELD, Reason::TooLarge))?;
        // A larger number would not be exact for a reader that takes numbers as floating point.
        if ms >= 1 << 53 {
            return Err(InvalidField::new(FIELD, Reason::TooLarge));
        }
        if ms == 0 {
            return Err(InvalidField::new(FIELD, Reason::NotPositive));
        }
        Ok(Self(ms))
    }

    /// Milliseconds, as sent.
    #[must_use]
    pub const fn as_ms(self) -> u64 {
        self.0
    }
}

impl Serialize for Expiry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_hour_is_sent_as_the_pages_sample() {
        assert_eq!(
            serde_json::to_string(&Expiry::new(LONGEST_EXPIRY).unwrap()).unwrap(),
            "1800000"
        );
    }

    #[test]
    fn nothing_and_more_than_agreed_are_refused() {
        let reason = |time| Expiry::new(time).unwrap_err().reason;
        assert_eq!(reason(Duration::ZERO), Reason::NotPositive);
        assert_eq!(reason(Duration::from_micros(999)), Reason::NotPositive);
        assert_eq!(reason(Duration::from_millis(1_800_001)), Reason::TooLarge);
        assert_eq!(
            Expiry::agreed(Duration::from_secs(86_400)).unwrap().as_ms(),
            86_400_000
        );
        assert_eq!(
            Expiry::agreed(Duration::MAX).unwrap_err().field,
            "transExpiredTime"
        );
    }
}
