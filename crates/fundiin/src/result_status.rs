//! `resultStatus`: the 19 words of the Initiate page, the words of the other pages, and any other word
//! kept as it came. What a person should do next is an [`Action`]; texts live in the page.

use std::fmt;

/// Longest unlisted word that is kept, in characters.
const MAX_OTHER_CHARS: usize = 64;

/// What the Initiate page ("Status codes and actions") says to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Go on: nothing is wrong.
    Continue,
    /// Correct the keys, the merchant or the store in the settings.
    CheckSettings,
    /// Correct what was entered.
    FixRequest,
    /// Use another reference.
    NewReference,
    /// Ask for the transaction's status.
    QueryStatus,
    /// Correct the amount.
    ChangeAmount,
    /// Correct the phone number.
    ChangePhone,
    /// Wait and look again.
    Later,
    /// Nothing more to do: the transaction has ended.
    Ended,
    /// Call the gateway's support.
    Support,
}

macro_rules! statuses {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal => $action:ident,)+) => {
        /// What became of a request, or on the status and notification pages of a payment.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum ResultStatus {
            $($(#[doc = $doc])+ $variant,)+
            /// A word that no page lists, as it came (shortened).
            Other(String),
        }

        impl ResultStatus {
            /// Every listed status; the first [`ResultStatus::INITIATE_COUNT`] are the Initiate page's.
            pub const LISTED: &[Self] = &[$(Self::$variant,)+];

            /// The status of this word.
            #[must_use]
            pub fn from_text(text: &str) -> Self {
                match text.trim() {
                    $($text => Self::$variant,)+
                    other => Self::Other(other.chars().take(MAX_OTHER_CHARS).collect()),
                }
            }

            /// The word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Other(text) => text,
                }
            }

            /// What to do next.
            #[must_use]
            pub const fn action(&self) -> Action {
                match self {
                    $(Self::$variant => Action::$action,)+
                    Self::Other(_) => Action::Support,
                }
            }
        }
    };
}

statuses! {
    /// Accepted: the transaction exists, it is not paid.
    Approved = "APPROVED" => Continue,
    /// The merchant's setting forbids it.
    AccessDenied = "ACCESS_DENIED" => CheckSettings,
    /// A field is wrong.
    InvalidRequest = "INVALID_REQUEST" => FixRequest,
    /// The reference is wrong.
    InvalidReferenceId = "INVALID_REFERENCE_ID" => NewReference,
    /// No such store.
    InvalidStoreId = "INVALID_STORE_ID" => CheckSettings,
    /// The reference was used before, perhaps by this very request.
    DuplicateReferenceId = "DUPLICATE_REFERENCE_ID" => QueryStatus,
    /// No such client.
    InvalidClientId = "INVALID_CLIENT_ID" => CheckSettings,
    /// The signature does not fit the body.
    InvalidSignature = "INVALID_SIGNATURE" => CheckSettings,
    /// No such merchant.
    InvalidMerchantId = "INVALID_MERCHANT_ID" => CheckSettings,
    /// Not a POST.
    InvalidHttpMethod = "INVALID_HTTP_METHOD" => Support,
    /// No such endpoint.
    InvalidApi = "INVALID_API" => CheckSettings,
    /// The amount is wrong.
    InvalidAmount = "INVALID_AMOUNT" => ChangeAmount,
    /// The number cannot be used; the page's advice speaks of its length.
    PhoneNumberUnavailable = "PHONE_NUMBER_UNAVAILABLE" => ChangePhone,
    /// Not a phone number.
    PhoneNumberInvalid = "PHONE_NUMBER_INVALID" => ChangePhone,
    /// Above the merchant's limit.
    AmountExceededUpperLimit = "AMOUNT_EXCEEDED_UPPER_LIMIT" => ChangeAmount,
    /// Below the merchant's limit.
    AmountBelowMinimumLimit = "AMOUNT_BELOW_MINIMUM_LIMIT" => ChangeAmount,
    /// Already processed or still running.
    RequestProcessing = "REQUEST_PROCESSING" => QueryStatus,
    /// A partner behind the gateway did not answer in time.
    DownstreamError = "DOWNSTREAM_ERROR" => Later,
    /// Declined for a reason that is not said.
    ErrorGeneral = "ERROR_GENERAL" => Support,
    /// Cancel page: the customer is paying right now.
    PaymentInProgress = "PAYMENT_INPROGRESS" => QueryStatus,
    /// Cancel page: already paid.
    PaymentAlreadyCompleted = "PAYMENT_ALREADY_COMPLETED" => QueryStatus,
    /// Status page: created, waiting for the customer.
    Waiting = "WAITING" => Later,
    /// Status and notification pages: paid.
    Success = "SUCCESS" => Continue,
    /// Status and notification pages: in process.
    Pending = "PENDING" => Later,
    /// Notification page: the customer's time ran out.
    Expired = "EXPIRED" => Ended,
    /// Notification page: cancelled before it was paid.
    Cancelled = "CANCELLED" => Ended,
}

impl ResultStatus {
    /// How many statuses the Initiate page lists.
    pub const INITIATE_COUNT: usize = 19;

    /// Whether the word tells a payment's state instead of a request's outcome.
    #[must_use]
    pub const fn is_about_payment(&self) -> bool {
        matches!(
            self,
            Self::Waiting | Self::Success | Self::Pending | Self::Expired | Self::Cancelled
        )
    }
}

impl fmt::Display for ResultStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_listed_word_is_distinct_and_read_back() {
        let words: HashSet<_> = ResultStatus::LISTED.iter().map(ResultStatus::as_str).collect();
        assert_eq!(words.len(), ResultStatus::LISTED.len());
        for status in ResultStatus::LISTED {
            assert_eq!(&ResultStatus::from_text(status.as_str()), status);
        }
    }

    #[test]
    fn the_initiate_pages_words_come_first() {
        let last = &ResultStatus::LISTED[ResultStatus::INITIATE_COUNT - 1];
        assert_eq!(last, &ResultStatus::ErrorGeneral);
    }

    #[test]
    fn an_unlisted_word_is_kept_and_shortened() {
        let status = ResultStatus::from_text(" FROZEN_BY_PARTNER ");
        assert_eq!(status, ResultStatus::Other("FROZEN_BY_PARTNER".to_owned()));
        assert_eq!(status.action(), Action::Support);
        assert_eq!(ResultStatus::from_text(&"X".repeat(500)).as_str().len(), 64);
        assert_ne!(ResultStatus::from_text("approved"), ResultStatus::Approved);
    }
}
