//! Payments: requests for money and what became of them.

use crate::{
    ErrorBody, Time,
    instalment::InstalmentView,
    qr::{QrProblem, QrView},
};
use dong::Dong;

crossing! {
    /// What the gateway's answer means against the bill.
    #[derive(Copy)]
    pub enum VerdictView {
        /// Nothing received.
        Unpaid,
        /// Received exactly.
        Paid,
        /// Received less.
        Short,
        /// Received more.
        Over,
        /// Received exactly after the QR had run out.
        Late,
        /// Not known.
        Unknown,
    }

    /// How the customer pays.
    #[derive(Copy)]
    pub enum MethodView {
        /// A bank transfer by VietQR, through Finan One.
        Transfer,
        /// In instalments, through Fundiin.
        Instalment,
        /// By the link of an invoice, through Finan One.
        Invoice,
    }

    /// Where the request stands.
    #[derive(Copy)]
    pub enum PaymentPhase {
        /// On its way to the gateway.
        Sending,
        /// No clear answer; it is being looked up.
        LookingUp,
        /// The gateway has it and its QR runs.
        Open,
        /// A transfer's QR has run out; it is still watched for a day. An instalment payment ran out at the gateway.
        Expired,
        /// The gateway refused the request.
        Rejected,
        /// An instalment payment ended without money: refused or cancelled.
        Failed,
        /// Over: money came, or watching ended.
        Closed,
    }

    /// One payment.
    pub struct PaymentView {
        /// Its id, the intent's.
        pub id: String,
        /// The sale it is for.
        pub sale_id: String,
        /// The sale's running number.
        pub sale_number: u32,
        /// The sale's name or table.
        pub sale_name: String,
        /// How the customer pays.
        pub method: MethodView,
        /// Our reference at the gateway.
        pub reference: String,
        /// The short code in the transfer memo.
        pub memo_code: String,
        /// The amount asked.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// Received so far, when the gateway tells.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub received: Option<Dong>,
        /// Missing, when it is known to be short.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub missing: Option<Dong>,
        /// Too much, when it is known to be over.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub give_back: Option<Dong>,
        /// Its verdict.
        pub verdict: VerdictView,
        /// Whether the money came after the QR had run out.
        pub is_late: bool,
        /// Where it stands.
        pub phase: PaymentPhase,
        /// The gateway's own status word.
        pub gateway_status: Option<String>,
        /// The account's holder; empty for an instalment payment, like the two below.
        pub account_name: String,
        /// The account's bank.
        pub bank_name: String,
        /// The account's last four characters.
        pub account_last_four: String,
        /// A transfer's QR, when it may be shown.
        pub qr: Option<QrView>,
        /// Why it may not.
        pub qr_problem: Option<QrProblem>,
        /// What an instalment payment has of its own.
        pub instalment: Option<InstalmentView>,
        /// Whether the whole amount went back to the customer.
        pub is_refunded: bool,
        /// The gateway's page for the payer, as text.
        pub payment_url: Option<String>,
        /// When the cashier asked.
        pub created_at: Time,
        /// When the QR runs out.
        pub expires_at: Option<Time>,
        /// When the gateway last told.
        pub checked_at: Option<Time>,
        /// When money was first seen.
        pub money_seen_at: Option<Time>,
        /// The last failure, while it matters.
        pub problem: Option<ErrorBody>,
        /// When the journal acts next.
        pub next_look_at: Option<Time>,
        /// The payment that took its place.
        pub replaced_by: Option<String>,
        /// The gateway's request id of the last answer.
        pub request_id: Option<String>,
    }

    /// Asks for money.
    pub struct PaymentCreateRequest {
        /// The sale it is for.
        pub sale_id: String,
        /// The intent of the form ([`crate::sale::SaleView::next_intent_id`]); the same intent never asks twice.
        pub intent_id: String,
        /// The amount.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
    }

    /// Names one payment.
    pub struct PaymentRequest {
        /// Its id.
        pub payment_id: String,
    }

    /// One line of a payment's history.
    pub struct TimelineEntry {
        /// When.
        pub at: Time,
        /// What: `committed`, `sent`, `answered`, `status`, `qrChecked`, …
        pub event: String,
        /// The step it is about, when it is not the payment itself: `first_part_confirm`, `instalment_cancel`, `instalment_refund`.
        pub about: Option<String>,
        /// The reason, for failures and refusals.
        pub code: Option<String>,
        /// The gateway's status word, when it told one.
        pub status: Option<String>,
        /// The gateway's reason for it (`resultStatus`), or for a refusal.
        pub reason: Option<String>,
        /// The gateway's text; a stranger's.
        pub message: Option<String>,
        /// The sum received, when it told one.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub received: Option<Dong>,
        /// The gateway's request id.
        pub request_id: Option<String>,
    }

    /// One payment with its history.
    pub struct PaymentDetailView {
        /// The payment.
        pub payment: PaymentView,
        /// The gateway's id.
        pub gateway_id: Option<String>,
        /// The text sent with it: a transfer's memo, an instalment payment's order text.
        pub description: String,
        /// Its history, oldest first.
        pub timeline: Vec<TimelineEntry>,
    }

    /// What a list shows. Everything left out does not filter.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct PaymentListRequest {
        /// Words, codes or an amount (`500k`).
        pub search: Option<String>,
        /// Verdicts.
        pub verdicts: Option<Vec<VerdictView>>,
        /// Methods.
        pub methods: Option<Vec<MethodView>>,
        /// From this moment. An invoice counts when its first money came in, if any did; everything else when it was asked for.
        pub from: Option<Time>,
        /// Before this moment.
        pub to: Option<Time>,
        /// Where the page before ended.
        pub cursor: Option<String>,
        /// At most this many, 200 at the most.
        pub limit: Option<u32>,
    }

    /// One page of payments, newest first.
    pub struct PaymentPage {
        /// The payments.
        pub rows: Vec<PaymentRow>,
        /// Where the next page starts.
        pub next_cursor: Option<String>,
        /// How many match in all.
        pub count: u32,
        /// The sum asked of all that match.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub asked: Dong,
        /// The sum certainly received of all that match.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub received: Dong,
    }

    /// One payment in a list.
    pub struct PaymentRow {
        /// Its id.
        pub id: String,
        /// When the cashier asked.
        pub created_at: Time,
        /// The sale's running number.
        pub sale_number: u32,
        /// The sale's name or table.
        pub sale_name: String,
        /// What people call it by: an invoice's code, or else the short code in the transfer memo.
        pub code: String,
        /// The amount asked.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// Received so far, when known.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub received: Option<Dong>,
        /// Its verdict.
        pub verdict: VerdictView,
        /// Whether the money came late.
        pub is_late: bool,
        /// Where it stands.
        pub phase: PaymentPhase,
        /// How the customer pays.
        pub method: MethodView,
        /// Whether the whole amount went back.
        pub is_refunded: bool,
        /// The account's bank and last four characters; the customer's name for an instalment payment.
        pub account: String,
    }
}

impl From<domain::Method> for MethodView {
    fn from(method: domain::Method) -> Self {
        match method {
            domain::Method::Transfer => Self::Transfer,
            domain::Method::Instalment => Self::Instalment,
            domain::Method::Invoice => Self::Invoice,
        }
    }
}

impl From<MethodView> for domain::Method {
    fn from(method: MethodView) -> Self {
        match method {
            MethodView::Transfer => Self::Transfer,
            MethodView::Instalment => Self::Instalment,
            MethodView::Invoice => Self::Invoice,
        }
    }
}

impl From<domain::Verdict> for VerdictView {
    fn from(verdict: domain::Verdict) -> Self {
        match verdict {
            domain::Verdict::Unpaid => Self::Unpaid,
            domain::Verdict::Paid => Self::Paid,
            domain::Verdict::Short => Self::Short,
            domain::Verdict::Over => Self::Over,
            domain::Verdict::Late => Self::Late,
            domain::Verdict::Unknown => Self::Unknown,
        }
    }
}

impl From<VerdictView> for domain::Verdict {
    fn from(verdict: VerdictView) -> Self {
        match verdict {
            VerdictView::Unpaid => Self::Unpaid,
            VerdictView::Paid => Self::Paid,
            VerdictView::Short => Self::Short,
            VerdictView::Over => Self::Over,
            VerdictView::Late => Self::Late,
            VerdictView::Unknown => Self::Unknown,
        }
    }
}
