//! What a record of the gateway says, in the domain's words.

use domain::{HeardPayout, PayoutStatus, ToldPayout, UnixMs};
use finan_one::payouts::{OtpStatus, Payout as Record, PayoutStatus as Word};

/// What the gateway says of a payout.
pub(crate) fn heard_of(record: &Record, at: UnixMs) -> HeardPayout {
    HeardPayout {
        status: status_of(&record.status, record.otp_status.as_ref()),
        told: ToldPayout {
            amount: record.amount,
            account_number: record
                .beneficiary_account_number
                .as_ref()
                .map(|number| number.as_str().to_owned()),
            account_name: record.beneficiary_account_name.clone(),
            bank_id: record.beneficiary_bank_id.clone(),
            account_id: record.account_id.clone(),
        },
        tries_left: record.remaining_try,
        transaction_number: [
            &record.transaction_number,
            &record.provider_transaction_number,
            &record.provider_payment_number,
        ]
        .into_iter()
        .find_map(Clone::clone),
        at,
    }
}

/// The status; the word of the step with the code counts only where the payout's own says less. An answer without any word comes from a
/// payout that was just made.
pub(crate) fn status_of(word: &Word, code: Option<&OtpStatus>) -> PayoutStatus {
    let is_silent = matches!(word, Word::Other(text) if text.trim().is_empty());
    match (word, code) {
        (Word::WaitingConfirm | Word::Processing, Some(OtpStatus::Settling)) => PayoutStatus::Settling,
        (_, Some(OtpStatus::Settling)) if is_silent => PayoutStatus::Settling,
        (_, Some(OtpStatus::Pending | OtpStatus::Success)) if is_silent => PayoutStatus::Processing,
        _ if is_silent => PayoutStatus::WaitingConfirm,
        _ => PayoutStatus::of_word(word.word()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_payouts_own_word_decides_and_the_codes_fills_in() {
        let silent = Word::Other(String::new());
        for (word, code, status) in [
            (Word::WaitingConfirm, None, "waiting_confirm"),
            (Word::WaitingConfirm, Some(OtpStatus::Failed), "waiting_confirm"),
            (Word::WaitingConfirm, Some(OtpStatus::Settling), "settling"),
            (Word::Processing, Some(OtpStatus::Settling), "settling"),
            (Word::Success, Some(OtpStatus::Settling), "success"),
            (Word::Failed, Some(OtpStatus::Success), "failed"),
            (silent.clone(), None, "waiting_confirm"),
            (silent.clone(), Some(OtpStatus::Success), "processing"),
            (silent, Some(OtpStatus::Settling), "settling"),
            (
                Word::Other("ON_HOLD".to_owned()),
                Some(OtpStatus::Success),
                "ON_HOLD",
            ),
        ] {
            assert_eq!(
                status_of(&word, code.as_ref()).as_str(),
                status,
                "{word:?} {code:?}"
            );
        }
    }
}
