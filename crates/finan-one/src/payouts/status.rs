//! The gateway's words for a payout and for the step with its code: open lists, of which nothing is guessed.

use crate::assumptions::payouts::{
    FAILED_WORDS, OTP_EXPIRED_WORDS, OTP_PENDING_WORDS, PROCESSING_WORDS, SETTLING_WORDS, SUCCESS_WORDS,
    UNKNOWN_STATUS_IS_FINAL, WAITING_WORDS,
};

/// How far a payout is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PayoutStatus {
    /// It waits for the bank's code; no money moves.
    WaitingConfirm,
    /// The bank is at it.
    Processing,
    /// The money has arrived.
    Success,
    /// It did not happen.
    Failed,
    /// The bank settles it on the next working day (T+1): it may still go either way.
    Settling,
    /// A word that is not known, kept as it came; empty when there was none. Says nothing.
    Other(String),
}

/// How the step with the code went.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OtpStatus {
    /// The bank is at it.
    Pending,
    /// The code was taken.
    Success,
    /// The code was not taken.
    Failed,
    /// The code is too old.
    Expired,
    /// Settled on the next working day (T+1).
    Settling,
    /// A word that is not known, kept as it came.
    Other(String),
}

impl PayoutStatus {
    /// The status that a word of the gateway stands for.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        let plain = plain(word);
        let is_of = |words: &[&str]| words.contains(&plain.as_str());
        match () {
            () if is_of(WAITING_WORDS) => Self::WaitingConfirm,
            () if is_of(PROCESSING_WORDS) => Self::Processing,
            () if is_of(SUCCESS_WORDS) => Self::Success,
            () if is_of(FAILED_WORDS) => Self::Failed,
            () if is_of(SETTLING_WORDS) => Self::Settling,
            () => Self::Other(word.to_owned()),
        }
    }

    /// Whether it stays so.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        match self {
            Self::Success | Self::Failed => true,
            Self::WaitingConfirm | Self::Processing | Self::Settling => false,
            Self::Other(_) => UNKNOWN_STATUS_IS_FINAL,
        }
    }

    /// The word: the documented spelling of a known status, or the gateway's own.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::WaitingConfirm => "waiting_confirm",
            Self::Processing => "processing",
            Self::Success => "success",
            Self::Failed => "failed",
            Self::Settling => "settling",
            Self::Other(word) => word,
        }
    }
}

impl OtpStatus {
    /// The status that a word of the gateway stands for.
    #[must_use]
    pub fn of_word(word: &str) -> Self {
        let plain = plain(word);
        let is_of = |words: &[&str]| words.contains(&plain.as_str());
        match () {
            () if is_of(OTP_PENDING_WORDS) => Self::Pending,
            () if is_of(SUCCESS_WORDS) => Self::Success,
            () if is_of(FAILED_WORDS) => Self::Failed,
            () if is_of(OTP_EXPIRED_WORDS) => Self::Expired,
            () if is_of(SETTLING_WORDS) => Self::Settling,
            () => Self::Other(word.to_owned()),
        }
    }
}

/// Samples spell the same word in several ways.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_in_every_spelling_seen() {
        for (word, status, is_final) in [
            ("waiting_confirm", PayoutStatus::WaitingConfirm, false),
            ("WaitingConfirm", PayoutStatus::WaitingConfirm, false),
            ("Processing", PayoutStatus::Processing, false),
            ("success", PayoutStatus::Success, true),
            ("Success", PayoutStatus::Success, true),
            ("Completed", PayoutStatus::Success, true),
            ("FAILED", PayoutStatus::Failed, true),
            ("settling", PayoutStatus::Settling, false),
        ] {
            let read = PayoutStatus::of_word(word);
            assert_eq!((read.is_final(), &read), (is_final, &status), "{word}");
            assert_eq!(PayoutStatus::of_word(read.word()), status);
        }
    }

    #[test]
    fn a_word_that_is_not_known_is_kept_and_never_final() {
        for word in ["", "Tạm_giữ", "succeeded", "fail", "not failed", "unsuccess"] {
            let read = PayoutStatus::of_word(word);
            assert_eq!(
                (read.is_final(), &read),
                (false, &PayoutStatus::Other(word.to_owned()))
            );
            assert_eq!(read.word(), word);
        }
    }

    #[test]
    fn the_step_with_the_code_has_words_of_its_own() {
        for (word, status) in [
            ("Pending", OtpStatus::Pending),
            ("success", OtpStatus::Success),
            ("failed", OtpStatus::Failed),
            ("expired", OtpStatus::Expired),
            ("SETTLING", OtpStatus::Settling),
            ("waiting", OtpStatus::Other("waiting".to_owned())),
        ] {
            assert_eq!(OtpStatus::of_word(word), status);
        }
    }
}
