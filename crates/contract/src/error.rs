//! The one error body of all commands.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is certain about the money after an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Certainty {
    /// No request left this machine.
    NotSent,
    /// The gateway refused; it has no effect there.
    Refused,
    /// A request left and no clear answer came.
    Unknown,
}

macro_rules! error_codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $word:literal,)*) => {
        /// Every reason the page can be told. The page has one table from code to message and action.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum ErrorCode {
            $($(#[doc = $doc])+ #[serde(rename = $word)] $name,)*
        }

        impl ErrorCode {
            /// All codes, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// The code a stored word names.
            #[must_use]
            pub fn from_stored(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == word)
            }
        }
    };
}

error_codes! {
    /// No route to the gateway.
    NoNetwork = "no_network",
    /// The gateway's name could not be resolved.
    DnsFailed = "dns_failed",
    /// No trusted connection could be made.
    TlsFailed = "tls_failed",
    /// No answer in time.
    Timeout = "timeout",
    /// The connection broke before the answer was complete.
    ConnectionLost = "connection_lost",
    /// A web page came instead of the gateway's answer.
    CaptivePortal = "captive_portal",
    /// The answer is not what the gateway documents.
    UnreadableAnswer = "unreadable_answer",
    /// The answer is larger than any real one.
    AnswerTooLarge = "answer_too_large",
    /// Keys refused although the clock is right.
    Unauthorized = "unauthorized",
    /// Keys refused and the clock could not be set right.
    ClockWrong = "clock_wrong",
    /// Not allowed for this address or account.
    Forbidden = "forbidden",
    /// The gateway does not know it.
    NotFound = "not_found",
    /// It exists already.
    Conflict = "conflict",
    /// The gateway refused the content.
    RefusedContent = "refused_content",
    /// Too many requests; wait.
    RateLimited = "rate_limited",
    /// The gateway failed.
    GatewayFailed = "gateway_failed",
    /// Nothing was typed.
    AmountEmpty = "amount_empty",
    /// What was typed is not an amount.
    AmountUnreadable = "amount_unreadable",
    /// Zero cannot be asked for.
    AmountZero = "amount_zero",
    /// A negative amount cannot be asked for.
    AmountNegative = "amount_negative",
    /// A dong has no fractions.
    AmountFraction = "amount_fraction",
    /// Over what one transfer by QR can carry.
    AmountTooLarge = "amount_too_large",
    /// The sale is not open.
    SaleGone = "sale_gone",
    /// The sale still waits for money or an answer.
    SaleBusy = "sale_busy",
    /// Nothing is missing in this sale.
    NothingMissing = "nothing_missing",
    /// How much is missing is not certain yet.
    MissingUncertain = "missing_uncertain",
    /// No such payment.
    PaymentGone = "payment_gone",
    /// The payment is in a state that does not allow this.
    PaymentNotReady = "payment_not_ready",
    /// No receiving account is chosen for this till.
    NoReceivingAccount = "no_receiving_account",
    /// No such account.
    AccountGone = "account_gone",
    /// No keys were entered for this environment.
    NoCredentials = "no_credentials",
    /// A key is empty or has a shape no key has.
    CredentialsMalformed = "credentials_malformed",
    /// The system has no keyring.
    KeyringMissing = "keyring_missing",
    /// The keyring is locked.
    KeyringLocked = "keyring_locked",
    /// The keyring did not answer in time.
    KeyringTimeout = "keyring_timeout",
    /// The keyring refused.
    KeyringRefused = "keyring_refused",
    /// What was saved could not be read back.
    KeyringNotKept = "keyring_not_kept",
    /// The address is not one the app may talk to.
    BaseUrlRefused = "base_url_refused",
    /// The link is not one the app may open.
    LinkRefused = "link_refused",
    /// No program could open the link.
    LinkFailed = "link_failed",
    /// The gateway gave no QR.
    QrMissing = "qr_missing",
    /// The QR is a picture's address, which cannot be checked.
    QrImageAddress = "qr_image_address",
    /// The QR's check sum is wrong.
    QrCrc = "qr_crc",
    /// The QR's structure is broken.
    QrBroken = "qr_broken",
    /// The QR is of another payment scheme.
    QrOtherScheme = "qr_other_scheme",
    /// The QR asks for another amount.
    QrWrongAmount = "qr_wrong_amount",
    /// The QR pays into another account.
    QrWrongAccount = "qr_wrong_account",
    /// The QR pays into an account this till has not met.
    QrNewAccount = "qr_new_account",
    /// The QR's bank is not in the table.
    QrUnknownBank = "qr_unknown_bank",
    /// The picture could not be saved.
    PictureFailed = "picture_failed",
    /// The disk is full.
    StorageFull = "storage_full",
    /// The data folder cannot be written.
    StorageReadOnly = "storage_read_only",
    /// Another program holds the data.
    StorageLocked = "storage_locked",
    /// The data file is damaged.
    StorageDamaged = "storage_damaged",
    /// The data file was written by a newer version of the app.
    StorageNewer = "storage_newer",
    /// The data file failed.
    StorageFailed = "storage_failed",
    /// No keys for instalments were entered for this environment.
    NoInstalmentKeys = "no_instalment_keys",
    /// Merchant, store or platform id for instalments are missing.
    InstalmentNotSetUp = "instalment_not_set_up",
    /// A field of the instalment form cannot be sent (`field`, `reason`).
    InstalmentFieldRefused = "instalment_field_refused",
    /// The gateway refused an instalment request with one of its words (`result`, `message`).
    InstalmentRefused = "instalment_refused",
    /// Below the shop's own limit for instalments (`minimum`).
    AmountBelowMinimum = "amount_below_minimum",
    /// Above the shop's own limit for instalments (`maximum`).
    AmountAboveMaximum = "amount_above_maximum",
    /// The shop's address is needed first.
    ShopAddressMissing = "shop_address_missing",
    /// The plan is not among those offered last.
    PlanGone = "plan_gone",
    /// The first part is not what the gateway asked for (`amount`).
    FirstPartDiffers = "first_part_differs",
    /// The code is used already (`field`).
    CodeTaken = "code_taken",
    /// No such customer.
    CustomerGone = "customer_gone",
    /// No such product.
    ProductGone = "product_gone",
    /// No such invoice or draft.
    InvoiceGone = "invoice_gone",
    /// A field cannot be sent (`field`, `reason`).
    FieldRefused = "field_refused",
    /// A company needs a contact person.
    ContactMissing = "contact_missing",
    /// An invoice needs a customer.
    CustomerMissing = "customer_missing",
    /// An invoice has 1 to 500 lines.
    LinesRefused = "lines_refused",
    /// A quantity is not a whole number above zero.
    QuantityRefused = "quantity_refused",
    /// A tax code is not in the table.
    TaxCodeUnknown = "tax_code_unknown",
    /// A discount is negative, over 100 % or more than the lines.
    DiscountRefused = "discount_refused",
    /// The due date is before the invoice's date.
    DueDateRefused = "due_date_refused",
    /// The customer or a product is not known to the gateway yet.
    NotAtGateway = "not_at_gateway",
    /// The file cannot be read as a table.
    FileUnreadable = "file_unreadable",
    /// The file is larger than can be imported.
    FileTooLarge = "file_too_large",
    /// The file has no column that is wanted.
    ColumnsUnknown = "columns_unknown",
    /// The file could not be written.
    FileFailed = "file_failed",
    /// A person stopped it.
    Cancelled = "cancelled",
    /// The import was read before and is not known any more.
    ImportGone = "import_gone",
    /// The owner's PIN was not set yet.
    PinMissing = "pin_missing",
    /// The PIN is wrong (`tries` left before a wait, when it is told).
    PinWrong = "pin_wrong",
    /// Too many wrong PINs: wait (`seconds`).
    PinWait = "pin_wait",
    /// A PIN has 4 to 12 digits, and not one digit repeated or a plain row.
    PinWeak = "pin_weak",
    /// The second person's PIN must be another than the owner's.
    PinSame = "pin_same",
    /// Payouts are locked.
    OwnerLocked = "owner_locked",
    /// What was read back is not known any more: it was used, is too old, or the app was restarted.
    ReadBackGone = "read_back_gone",
    /// No such payout.
    PayoutGone = "payout_gone",
    /// The payout is in a state that does not allow this.
    PayoutNotReady = "payout_not_ready",
    /// What is on disk is not what was decided; nothing is sent.
    PayoutTampered = "payout_tampered",
    /// Over the limit of one payout (`limit`).
    PayoutOverLimit = "payout_over_limit",
    /// Over the limit of a day (`limit`, `used`).
    PayoutOverDay = "payout_over_day",
    /// Over the account's balance (`balance`).
    PayoutOverBalance = "payout_over_balance",
    /// This computer's address is not on the gateway's list for payouts (`address`, when known).
    AddressNotListed = "address_not_listed",
    /// The one-time code is empty or has other signs than digits and spaces.
    CodeUnreadable = "code_unreadable",
    /// The gateway could not be asked before the one-time code left; the code did not leave.
    CodeNotSent = "code_not_sent",
    /// The bank refused the one-time code (`tries`, when told).
    CodeRefused = "code_refused",
    /// No such beneficiary.
    BeneficiaryGone = "beneficiary_gone",
    /// The book has this account already.
    BeneficiaryTaken = "beneficiary_taken",
    /// No such bank.
    BankUnknown = "bank_unknown",
    /// An account number has 3 to 24 digits or letters.
    AccountNumberRefused = "account_number_refused",
    /// The holder's name is empty or longer than can be sent.
    AccountNameRefused = "account_name_refused",
    /// The description is empty or longer than 30 characters after folding (`length`).
    DescriptionRefused = "description_refused",
    /// Nothing in the text or picture could be understood as an account.
    NothingUnderstood = "nothing_understood",
    /// Only in practice mode.
    NotPractice = "not_practice",
    /// The customer display could not be opened.
    DisplayFailed = "display_failed",
    /// A text is too long or empty.
    TextRefused = "text_refused",
    /// An argument is not what the command takes.
    BadRequest = "bad_request",
    /// A fault of our own.
    Internal = "internal",
}

/// What a command answers when it fails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    /// The reason.
    pub code: ErrorCode,
    /// What is certain about the money, when a gateway was involved.
    pub certainty: Option<Certainty>,
    /// The gateway's request id, for support.
    pub request_id: Option<String>,
    /// Values for the message, such as `seconds` or `status`.
    pub params: BTreeMap<String, String>,
}

impl ErrorBody {
    /// An error of our own that concerns no gateway.
    #[must_use]
    pub const fn of(code: ErrorCode) -> Self {
        Self {
            code,
            certainty: None,
            request_id: None,
            params: BTreeMap::new(),
        }
    }

    /// The same with a value for the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_ones_that_cross() {
        for code in ErrorCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
            assert_eq!(ErrorCode::from_stored(code.as_str()), Some(*code));
        }
    }
}
