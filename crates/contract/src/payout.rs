//! Payouts: who → how much → read back → the bank's one-time code.

use crate::{
    ErrorBody, Time,
    instalment::StepView,
    invoice::{PaperFormat, PaperSize},
    payment::TimelineEntry,
};
use dong::Dong;
use secrecy::SecretString;
use serde::Deserialize;

crossing! {
    /// How sure it is what the gateway understands by a bank code.
    #[derive(Copy)]
    pub enum BankCertainty {
        /// Stated by the gateway's own pages.
        Documented,
        /// Assumed.
        Assumed,
        /// Entered by the shop.
        Own,
    }

    /// A bank that payouts go to.
    pub struct PayoutBankView {
        /// The gateway's code for payouts, as text; what a payout is sent with.
        pub bank_id: String,
        /// The BIN in a VietQR, kept apart from the code.
        pub bin: Option<String>,
        /// Its short name.
        pub short_name: String,
        /// Its full name in Vietnamese.
        pub name: String,
        /// How sure the code is.
        pub certainty: BankCertainty,
        /// Where the code is from.
        pub source: String,
    }

    /// All banks, and the shop's own codes among them.
    pub struct PayoutBanksView {
        /// By short name.
        pub banks: Vec<PayoutBankView>,
    }

    /// Corrects the gateway's code of a bank, as told by its portal.
    pub struct PayoutBankSaveRequest {
        /// The bank's BIN.
        pub bin: String,
        /// The gateway's code; empty removes the shop's own one.
        pub bank_id: String,
    }

    /// The limits of payouts.
    pub struct PayoutLimitsView {
        /// At most this much in one payout.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub each: Dong,
        /// At most this much in one day of Vietnam.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub day: Dong,
        /// What of today's is used: everything that moved money or still may.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub used_today: Dong,
    }

    /// Where a payout goes.
    pub struct DestinationView {
        /// The gateway's code of the bank for payouts.
        pub bank_id: String,
        /// Its BIN, when known.
        pub bank_bin: Option<String>,
        /// Its short name.
        pub bank_name: String,
        /// The account number, without spaces.
        pub account_number: String,
        /// The same in groups of four.
        pub account_grouped: String,
        /// The holder, upper-case ASCII.
        pub account_name: String,
    }

    /// One row of the book of beneficiaries.
    pub struct BeneficiaryView {
        /// Its id.
        pub id: String,
        /// Where its money goes.
        pub destination: DestinationView,
        /// The shop's own remark; may be empty.
        pub note: String,
        /// When a payout to exactly this destination was last made.
        pub last_paid_at: Option<Time>,
        /// How many were made.
        pub times_paid: u32,
    }

    /// Names one beneficiary.
    pub struct BeneficiaryRequest {
        /// Its id.
        pub beneficiary_id: String,
    }

    /// Searches the book.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct BeneficiaryListRequest {
        /// Name, number, bank or remark, blind to diacritics.
        pub search: Option<String>,
    }

    /// The beneficiaries that match, those paid last first; at most 200.
    pub struct BeneficiaryListView {
        /// The rows.
        pub rows: Vec<BeneficiaryView>,
        /// How many match.
        pub count: u64,
    }

    /// Enters or changes a beneficiary.
    pub struct BeneficiarySaveRequest {
        /// Its id; none enters a new one.
        pub beneficiary_id: Option<String>,
        /// The gateway's code of the bank.
        pub bank_id: String,
        /// The account number, as typed.
        pub account_number: String,
        /// The holder, as typed; folded to upper-case ASCII.
        pub account_name: String,
        /// The shop's own remark.
        pub note: String,
    }

    /// Reads what was pasted: "số tài khoản – ngân hàng – tên" in any order, or the text of a VietQR.
    pub struct BeneficiaryReadRequest {
        /// The text.
        pub text: String,
    }

    /// Reads the VietQR in a picture.
    pub struct BeneficiaryPictureRequest {
        /// The file's content, Base64; PNG or JPEG, at most 8 MB.
        pub content: String,
    }

    /// What was understood; a person looks at it before anything is kept.
    pub struct BeneficiaryReadView {
        /// The bank.
        pub bank: Option<PayoutBankView>,
        /// Other banks that the text may mean.
        pub other_banks: Vec<PayoutBankView>,
        /// The account number.
        pub account_number: Option<String>,
        /// The holder, folded.
        pub account_name: Option<String>,
        /// The amount in a VietQR.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// The memo in a VietQR.
        pub description: Option<String>,
        /// The row of the book with the same bank and number.
        pub beneficiary: Option<BeneficiaryView>,
    }

    /// An account that payouts can come from.
    pub struct SourceAccountView {
        /// The gateway's id.
        pub id: String,
        /// The holder's name.
        pub name: String,
        /// The bank.
        pub bank_name: String,
        /// The last four characters of the number.
        pub last_four: String,
        /// What is on it, when the gateway told.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub balance: Option<Dong>,
        /// Whether payouts are documented to come from it (a Shinhan account).
        pub is_documented: bool,
    }

    /// What the form starts from.
    pub struct PayoutFormView {
        /// The accounts payouts can come from, those documented first.
        pub accounts: Vec<SourceAccountView>,
        /// The banks.
        pub banks: Vec<PayoutBankView>,
        /// The limits.
        pub limits: PayoutLimitsView,
    }

    /// What was entered so far; everything may be empty.
    pub struct PayoutDraftRequest {
        /// The row of the book it was filled in from.
        pub beneficiary_id: Option<String>,
        /// The gateway's code of the bank.
        pub bank_id: String,
        /// The account number, as typed.
        pub account_number: String,
        /// The holder, as typed.
        pub account_name: String,
        /// The source account.
        pub account_id: String,
        /// The amount, as typed.
        pub amount: String,
        /// The description, as typed.
        pub description: String,
    }

    /// Something that keeps a payout from being made.
    pub struct PayoutProblem {
        /// Where: `bank`, `accountNumber`, `accountName`, `account`, `amount`, `description`.
        pub field: String,
        /// Why.
        pub problem: ErrorBody,
    }

    /// What the form comes to while it is typed. Nothing is kept.
    pub struct PayoutDraftView {
        /// The number as it is sent.
        pub account_number: String,
        /// The same in groups of four.
        pub account_grouped: String,
        /// The holder as it is sent.
        pub account_name: String,
        /// The description as it is sent.
        pub description: String,
        /// How many of the 30 characters it takes; more than 30 is a problem.
        pub description_length: u32,
        /// The amount, when it can be read.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// The same in Vietnamese words.
        pub words_vi: String,
        /// The same in English words.
        pub words_en: String,
        /// What keeps it from being read back.
        pub problems: Vec<PayoutProblem>,
    }

    /// What a person reads back. Exactly this is sent, whatever the form says later.
    pub struct PayoutReadBackView {
        /// The id of the payout to be; good for 15 minutes in this process.
        pub payout_id: String,
        /// Where it goes.
        pub destination: DestinationView,
        /// The source account.
        pub account: SourceAccountView,
        /// How much.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// The same in Vietnamese words.
        pub words_vi: String,
        /// The same in English words.
        pub words_en: String,
        /// The description as it is sent.
        pub description: String,
        /// What deserves a second look; each is confirmed by itself.
        pub notices: Vec<PayoutNotice>,
    }

    /// Where a payout stands.
    #[derive(Copy)]
    pub enum PayoutStandingView {
        /// Decided, and not at the gateway yet.
        NotSent,
        /// No clear answer to the request that makes it.
        Unclear,
        /// Two complete searches did not find it: a person decides.
        Undecided,
        /// Waits for the bank's code ("Chờ OTP").
        AwaitingCode,
        /// The gateway repeats it otherwise than it was decided: no code is entered.
        Differs,
        /// A code was handed in and no clear answer came.
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
        /// A person closed it.
        Closed,
    }

    /// What the gateway repeats otherwise than it was decided.
    #[derive(Copy)]
    pub enum PayoutDifferenceView {
        /// The amount.
        Amount,
        /// The beneficiary's account number.
        AccountNumber,
        /// The beneficiary's name.
        AccountName,
        /// The bank.
        Bank,
        /// The source account.
        SourceAccount,
    }

    /// What the gateway repeats of a payout; what it leaves out is none.
    pub struct ToldPayoutView {
        /// The amount.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// The same in Vietnamese words.
        pub words_vi: Option<String>,
        /// The same in English words.
        pub words_en: Option<String>,
        /// The beneficiary's account number in groups of four.
        pub account_grouped: Option<String>,
        /// The beneficiary's name.
        pub account_name: Option<String>,
        /// The bank's short name, or its code when it is not in the table.
        pub bank_name: Option<String>,
    }

    /// A payout.
    pub struct PayoutView {
        /// Its id.
        pub id: String,
        /// Our own reference at the gateway.
        pub reference: String,
        /// Where it stands.
        pub standing: PayoutStandingView,
        /// Where it goes, as decided.
        pub destination: DestinationView,
        /// The source account.
        pub account: SourceAccountView,
        /// How much, as decided.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// The same in Vietnamese words.
        pub words_vi: String,
        /// The same in English words.
        pub words_en: String,
        /// The description as it was sent.
        pub description: String,
        /// What the gateway repeats of it; shown beside the code.
        pub told: Option<ToldPayoutView>,
        /// What differs.
        pub differences: Vec<PayoutDifferenceView>,
        /// The gateway's own status word.
        pub status: Option<String>,
        /// How often a code may still be tried, when the gateway said so.
        pub tries_left: Option<u32>,
        /// The code that was handed in last, never its text.
        pub code: Option<StepView>,
        /// The gateway's id.
        pub gateway_id: Option<String>,
        /// The bank's number of the transfer.
        pub transaction_number: Option<String>,
        /// Why it was refused, or the last failure while it matters.
        pub problem: Option<ErrorBody>,
        /// Why a person closed it.
        pub closed_reason: Option<String>,
        /// How many complete searches in a row did not find it.
        pub absent_looks: u32,
        /// When the gateway last told.
        pub heard_at: Option<Time>,
        /// When it is looked up next.
        pub next_look_at: Option<Time>,
        /// When it was decided.
        pub created_at: Time,
        /// Whether a code can be entered now.
        pub can_enter_code: bool,
        /// Whether the gateway can be asked about it now.
        pub can_check: bool,
        /// Whether a person may let it go (again): certainly without an effect so far.
        pub can_send: bool,
        /// Whether a person may close it.
        pub can_close: bool,
        /// Whether the code needs the second person's PIN.
        pub needs_second: bool,
    }

    /// A payout with its history.
    pub struct PayoutDetailView {
        /// The payout.
        pub payout: PayoutView,
        /// Its history, oldest first.
        pub timeline: Vec<TimelineEntry>,
    }

    /// Names one payout.
    pub struct PayoutRequest {
        /// Its id.
        pub payout_id: String,
    }

    /// What a list shows. Everything left out does not filter.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct PayoutListRequest {
        /// Name, number, bank, description, reference or amount.
        pub search: Option<String>,
        /// Where they stand.
        pub standings: Option<Vec<PayoutStandingView>>,
        /// From this moment.
        pub from: Option<Time>,
        /// Before this moment.
        pub to: Option<Time>,
        /// Where the page before ended.
        pub cursor: Option<String>,
        /// At most this many, 200 at the most.
        pub limit: Option<u32>,
    }

    /// One page of payouts, newest first.
    pub struct PayoutPage {
        /// The payouts.
        pub rows: Vec<PayoutView>,
        /// Where the next page starts.
        pub next_cursor: Option<String>,
        /// How many match.
        pub count: u64,
        /// The sum of those that succeeded.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub succeeded: Dong,
    }

    /// A receipt on paper, for the preview and the printer.
    pub struct PayoutReceiptRequest {
        /// The payout.
        pub payout_id: String,
        /// On which sheet.
        pub size: PaperSize,
    }

    /// Saves a receipt as a file.
    pub struct PayoutReceiptFileRequest {
        /// The payout.
        pub payout_id: String,
        /// On which sheet.
        pub size: PaperSize,
        /// In which format.
        pub format: PaperFormat,
    }
}

crossing_tagged! {
    /// What deserves a second look before a payout is made.
    pub enum PayoutNotice {
        /// No payout to this account was made before.
        FirstTime,
        /// The book had another number or bank for this beneficiary.
        AccountChanged {
            /// When it was changed.
            at: Time,
        },
        /// The gateway's code of this bank is an assumption.
        BankAssumed,
        /// More than the balance the gateway told.
        OverBalance {
            /// The balance.
            #[cfg_attr(feature = "typescript", ts(type = "number"))]
            balance: Dong,
        },
        /// The same amount to the same account within a day.
        Alike {
            /// That payout.
            payout_id: String,
            /// When it was decided.
            at: Time,
        },
        /// Payouts are documented to come from a Shinhan account; this is another.
        SourceUndocumented,
    }
}

/// Makes a payout that was read back: exactly what was read back, once.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PayoutCreateRequest {
    /// The id that the read-back gave.
    pub payout_id: String,
    /// The owner's PIN.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
}

/// Hands in the bank's one-time code, once.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PayoutCodeRequest {
    /// The payout.
    pub payout_id: String,
    /// The code as typed or pasted: digits, with spaces.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub code: SecretString,
    /// The PIN of the owner, or of the second person where there is one.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
}

/// Lets a payout that certainly had no effect go (again).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PayoutSendRequest {
    /// The payout.
    pub payout_id: String,
    /// The owner's PIN.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
}

/// Closes a payout: it was never made, or no code shall be entered for it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PayoutCloseRequest {
    /// The payout.
    pub payout_id: String,
    /// Why, in the owner's words; not empty.
    pub reason: String,
    /// The owner's PIN.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub pin: SecretString,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_and_codes_are_not_printed() {
        let code: PayoutCodeRequest =
            serde_json::from_str(r#"{"payoutId":"p","code":"canary-777","pin":"canary-1234"}"#).unwrap();
        let create: PayoutCreateRequest =
            serde_json::from_str(r#"{"payoutId":"p","pin":"canary-1234"}"#).unwrap();
        let shown = format!("{code:?} {create:?}");
        assert!(!shown.contains("canary"), "{shown}");
    }
}
