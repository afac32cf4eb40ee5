//! What a result status means for the money. Named refusals are certain at any HTTP status; what may
//! hide an effect is unknown, and for money that moves a vague word is unknown too. Pure.

use gateway::{Certainty, Code, Failure};

use crate::client::Effect;
use crate::result_status::ResultStatus;

/// Why a request with `effect` failed and what is certain about it.
pub(crate) fn meaning_of(status: &ResultStatus, http_status: u16, effect: Effect) -> (Code, Certainty) {
    use ResultStatus as Is;
    match status {
        Is::InvalidSignature | Is::InvalidClientId => (Code::Unauthorized, Certainty::Refused),
        Is::InvalidRequest | Is::InvalidHttpMethod => (Code::BadRequest, Certainty::Refused),
        Is::InvalidApi => (Code::NotFound, Certainty::Refused),
        Is::AccessDenied
        | Is::InvalidReferenceId
        | Is::InvalidStoreId
        | Is::InvalidMerchantId
        | Is::InvalidAmount
        | Is::PhoneNumberUnavailable
        | Is::PhoneNumberInvalid
        | Is::AmountExceededUpperLimit
        | Is::AmountBelowMinimumLimit
        | Is::PaymentInProgress
        | Is::PaymentAlreadyCompleted => (Code::Validation, Certainty::Refused),
        // The reference, or the request itself, took effect before or is taking it now.
        Is::DuplicateReferenceId | Is::RequestProcessing => (Code::Conflict, Certainty::Unknown),
        Is::DownstreamError => (Code::ServerError, Certainty::Unknown),
        Is::ErrorGeneral if http_status < 500 && effect != Effect::MovesMoney => {
            (Code::Validation, Certainty::Refused)
        }
        Is::ErrorGeneral => (Code::ServerError, Certainty::Unknown),
        Is::Other(_) if matches!(http_status, 400..=499) => unlisted(http_status, effect),
        Is::Approved
        | Is::Waiting
        | Is::Success
        | Is::Pending
        | Is::Expired
        | Is::Cancelled
        | Is::Other(_) => (Code::UnreadableAnswer, Certainty::Unknown),
    }
}

/// A word that no page lists, with a status that refuses.
fn unlisted(http_status: u16, effect: Effect) -> (Code, Certainty) {
    let failure = Failure::of_status(http_status, "");
    if matches!(http_status, 409 | 422) {
        (Code::Conflict, Certainty::Unknown)
    } else if effect == Effect::MovesMoney {
        (failure.code, Certainty::Unknown)
    } else {
        (failure.code, failure.certainty)
    }
}

#[cfg(test)]
mod tests {
    use gateway::repeat::{Guard, Next, after_failure};

    use super::*;

    fn next(status: &ResultStatus, http_status: u16) -> Next {
        let (code, certainty) = meaning_of(status, http_status, Effect::Opens);
        after_failure(Guard::Key, &Failure::new(code, certainty, ""))
    }

    #[test]
    fn every_status_of_the_initiate_page_leads_to_its_next_step() {
        for status in ResultStatus::LISTED
            .iter()
            .take(ResultStatus::INITIATE_COUNT)
            .skip(1)
        {
            let expected = match status {
                ResultStatus::DuplicateReferenceId | ResultStatus::RequestProcessing => Next::Look,
                ResultStatus::DownstreamError => Next::SendAgain,
                _ => Next::Reject,
            };
            for http_status in [200, 400, 401, 403, 404, 405, 422] {
                assert_eq!(next(status, http_status), expected, "{status} {http_status}");
            }
        }
    }

    #[test]
    fn a_server_error_is_believed_only_when_it_names_its_refusal() {
        assert_eq!(next(&ResultStatus::ErrorGeneral, 500), Next::SendAgain);
        assert_eq!(next(&ResultStatus::Approved, 500), Next::SendAgain);
        assert_eq!(next(&ResultStatus::InvalidAmount, 500), Next::Reject);
    }

    #[test]
    fn vague_words_about_moving_money_are_unknown() {
        for status in [ResultStatus::ErrorGeneral, ResultStatus::Other("NEW".to_owned())] {
            for http_status in [200, 400, 422, 500] {
                let (_, certainty) = meaning_of(&status, http_status, Effect::MovesMoney);
                assert_eq!(certainty, Certainty::Unknown, "{status} {http_status}");
            }
        }
    }

    #[test]
    fn an_unlisted_word_is_refused_only_with_a_refusing_status() {
        let other = ResultStatus::Other("NEW".to_owned());
        assert_eq!(
            meaning_of(&other, 400, Effect::Opens),
            (Code::BadRequest, Certainty::Refused)
        );
        assert_eq!(
            meaning_of(&other, 422, Effect::Opens),
            (Code::Conflict, Certainty::Unknown)
        );
        assert_eq!(
            meaning_of(&other, 200, Effect::Opens),
            (Code::UnreadableAnswer, Certainty::Unknown)
        );
    }
}
