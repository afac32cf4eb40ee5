//! Instalment payments: what their form asks, what became of them, and the steps taken on them.

use crate::{ErrorBody, ErrorCode, Time, qr::QrDrawing};
use dong::Dong;

crossing! {
    /// A person who pays in instalments.
    pub struct InstalmentCustomerView {
        /// Domestic digits.
        pub phone: String,
        /// Family and middle names.
        pub last_name: String,
        /// Given name.
        pub first_name: String,
        /// E-mail.
        pub email: String,
    }

    /// Where goods go.
    pub struct AddressView {
        /// Province or city.
        pub city: String,
        /// District.
        pub district: String,
        /// Ward; may be empty.
        pub ward: String,
        /// Street.
        pub street: String,
        /// House number; may be empty.
        pub house_number: String,
    }

    /// One payment of a plan.
    pub struct PlanPartView {
        /// How much.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// The day, `YYYY-MM-DD`, when the gateway gives one that can be read.
        pub due: Option<String>,
    }

    /// A plan the gateway offers.
    pub struct PlanView {
        /// The gateway's id.
        pub id: String,
        /// Its name; the gateway's text.
        pub name: Option<String>,
        /// How many payments.
        pub payments: Option<u32>,
        /// The first of them.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub first_amount: Option<Dong>,
        /// Each later one.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub later_amount: Option<Dong>,
        /// On top of the price; none when the gateway does not say.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub fee: Option<Dong>,
        /// All payments.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub total: Option<Dong>,
        /// The payments with their days, where the gateway gives them.
        pub parts: Vec<PlanPartView>,
    }

    /// A first part that may be chosen.
    pub struct FirstPartChoice {
        /// Whole percent of the amount.
        pub percent: u8,
        /// The same in dong.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
    }

    /// Asks for the plans of a sale.
    pub struct PlansRequest {
        /// The sale.
        pub sale_id: String,
        /// The amount to be paid in instalments.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// The first part wanted, in whole percent; none for the gateway's own choice.
        pub first_percent: Option<u8>,
    }

    /// The plans of an amount; without any, the customer chooses on the gateway's page.
    pub struct PlansView {
        /// The first part they are for, in whole percent.
        pub first_percent: Option<u8>,
        /// Other first parts.
        pub first_parts: Vec<FirstPartChoice>,
        /// The plans, for the first part above.
        pub plans: Vec<PlanView>,
    }

    /// What the form starts from.
    pub struct InstalmentFormView {
        /// The sale.
        pub sale_id: String,
        /// What is to be paid in instalments: the bill, or what is missing of it.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// Why nothing can be asked for now: `no_instalment_keys`, `instalment_not_set_up`, `amount_below_minimum`,
        /// `amount_above_maximum`, `sale_busy`, `amount_empty`, …
        pub problem: Option<ErrorBody>,
        /// The shop's own smallest amount.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub minimum: Option<Dong>,
        /// The shop's own largest amount.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub maximum: Option<Dong>,
        /// The shop's address, for goods taken at the counter; none when it was never entered.
        pub shop_address: Option<AddressView>,
        /// What is bought, as it will be sent unless changed.
        pub goods: String,
        /// The customer of this sale's last try.
        pub customer: Option<InstalmentCustomerView>,
    }

    /// What was typed about the customer.
    pub struct InstalmentReadRequest {
        /// Anything like a phone number.
        pub phone: String,
        /// The whole name.
        pub name: String,
        /// E-mail.
        pub email: String,
    }

    /// What it means.
    pub struct InstalmentReadView {
        /// The phone in domestic digits, when it is one.
        pub phone: Option<String>,
        /// Whether a phone is there but cannot be one.
        pub is_phone_wrong: bool,
        /// The customer with this phone, met before.
        pub known: Option<InstalmentCustomerView>,
        /// Family and middle names.
        pub last_name: String,
        /// Given name.
        pub first_name: String,
        /// Whether a name is there but one of its two parts is missing.
        pub is_name_short: bool,
        /// Whether an e-mail is there but cannot be one.
        pub is_email_wrong: bool,
    }

    /// Opens an instalment payment.
    pub struct InstalmentCreateRequest {
        /// The sale it is for.
        pub sale_id: String,
        /// The intent of the form ([`crate::sale::SaleView::next_intent_id`]); the same intent never asks twice.
        pub intent_id: String,
        /// The amount.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// Who pays.
        pub customer: InstalmentCustomerView,
        /// Where the goods go; none when they are taken at the counter: the shop's own address.
        pub address: Option<AddressView>,
        /// What is bought.
        pub goods: String,
        /// A plan of the last [`PlansView`]; none lets the customer choose on the gateway's page.
        pub plan_id: Option<String>,
    }

    /// How the first part was paid in the shop.
    #[derive(Copy)]
    pub enum TenderView {
        /// Cash.
        Cash,
        /// Card.
        Card,
        /// Bank transfer.
        BankTransfer,
        /// E-wallet.
        Wallet,
    }

    /// Confirms that the shop took the first part.
    pub struct FirstPartRequest {
        /// The payment.
        pub payment_id: String,
        /// What the shop took.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// How.
        pub tender: TenderView,
        /// The shop's own receipt number; may be empty.
        pub receipt: String,
    }

    /// Gives a paid instalment payment back, in full.
    pub struct RefundRequest {
        /// The payment.
        pub payment_id: String,
        /// Why; may be empty.
        pub reason: String,
    }

    /// Where an instalment payment stands at the gateway.
    #[derive(Copy)]
    pub enum InstalmentStageView {
        /// The customer has not begun.
        Waiting,
        /// The customer is at it.
        InProgress,
        /// The shop has to take the first part.
        FirstPart,
        /// Paid: the gateway owes the shop.
        Accepted,
        /// Refused, by the customer or by the gateway.
        Refused,
        /// The customer's time ran out.
        Expired,
        /// The shop cancelled it.
        Cancelled,
    }

    /// Where a step (cancel, refund, confirmation of the first part) stands.
    #[derive(Copy)]
    pub enum StepPhase {
        /// On its way to the gateway.
        Sending,
        /// No clear answer yet; the same request is repeated under its key.
        Unclear,
        /// Done at the gateway.
        Done,
        /// Refused; it has no effect.
        Refused,
    }

    /// The gateway's words.
    pub struct SaidView {
        /// `resultStatus`: one of `INSTALMENT_RESULTS`, or a word nobody knows.
        pub result: String,
        /// `resultMsg`; a stranger's text.
        pub message: String,
    }

    /// A step on an instalment payment.
    pub struct StepView {
        /// Where it stands.
        pub phase: StepPhase,
        /// Our own reference of it.
        pub reference: String,
        /// The gateway's id of it (a refund's).
        pub gateway_id: Option<String>,
        /// The gateway's words, when it refused.
        pub said: Option<SaidView>,
        /// The last failure, while it matters.
        pub problem: Option<ErrorBody>,
        /// When it was decided.
        pub at: Time,
        /// When it is repeated next.
        pub next_try_at: Option<Time>,
    }

    /// The first part that is paid in the shop.
    pub struct FirstPartView {
        /// How much: what the gateway asked for, or what the shop took.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        pub amount: Option<Dong>,
        /// How it was paid, once taken.
        pub tender: Option<TenderView>,
        /// The shop's own receipt number, once taken.
        pub receipt: Option<String>,
        /// The confirmation, once it was made.
        pub confirmation: Option<StepView>,
    }

    /// A refund.
    pub struct RefundView {
        /// How much: always the whole amount.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub amount: Dong,
        /// Why, in the shop's words.
        pub reason: Option<String>,
        /// Where it stands.
        pub step: StepView,
    }

    /// What an instalment payment has of its own.
    pub struct InstalmentView {
        /// Where it stands at the gateway.
        pub stage: InstalmentStageView,
        /// The gateway's words about it.
        pub said: Option<SaidView>,
        /// The customer's name.
        pub customer_name: String,
        /// The customer's phone.
        pub customer_phone: String,
        /// What is bought.
        pub goods: String,
        /// The plan chosen beforehand.
        pub plan: Option<PlanView>,
        /// The link drawn as a QR, when it may be shown and is still of use.
        pub qr: Option<QrDrawing>,
        /// Why it may not be shown: `link_refused`, `qr_missing`.
        pub link_problem: Option<ErrorCode>,
        /// The first part, once the gateway asked for it or the shop took it.
        pub first_part: Option<FirstPartView>,
        /// The cancel, once asked for.
        pub cancel: Option<StepView>,
        /// The refund, once asked for.
        pub refund: Option<RefundView>,
        /// Whether the first part can be confirmed now.
        pub can_confirm_first_part: bool,
        /// Whether it can be cancelled now.
        pub can_cancel: bool,
        /// Whether it can be refunded now.
        pub can_refund: bool,
    }
}

/// Every `resultStatus` that Fundiin's pages list: the Initiate page's 19 first, then the status, notification and cancel pages'.
///
/// The page has a message, a meaning and a next step for each; other words are shown as they are.
pub const INSTALMENT_RESULTS: &[&str] = &[
    "APPROVED",
    "ACCESS_DENIED",
    "INVALID_REQUEST",
    "INVALID_REFERENCE_ID",
    "INVALID_STORE_ID",
    "DUPLICATE_REFERENCE_ID",
    "INVALID_CLIENT_ID",
    "INVALID_SIGNATURE",
    "INVALID_MERCHANT_ID",
    "INVALID_HTTP_METHOD",
    "INVALID_API",
    "INVALID_AMOUNT",
    "PHONE_NUMBER_UNAVAILABLE",
    "PHONE_NUMBER_INVALID",
    "AMOUNT_EXCEEDED_UPPER_LIMIT",
    "AMOUNT_BELOW_MINIMUM_LIMIT",
    "REQUEST_PROCESSING",
    "DOWNSTREAM_ERROR",
    "ERROR_GENERAL",
    "PAYMENT_INPROGRESS",
    "PAYMENT_ALREADY_COMPLETED",
    "WAITING",
    "SUCCESS",
    "PENDING",
    "EXPIRED",
    "CANCELLED",
];

impl From<domain::Tender> for TenderView {
    fn from(tender: domain::Tender) -> Self {
        match tender {
            domain::Tender::Cash => Self::Cash,
            domain::Tender::Card => Self::Card,
            domain::Tender::BankTransfer => Self::BankTransfer,
            domain::Tender::Wallet => Self::Wallet,
        }
    }
}

impl From<TenderView> for domain::Tender {
    fn from(tender: TenderView) -> Self {
        match tender {
            TenderView::Cash => Self::Cash,
            TenderView::Card => Self::Card,
            TenderView::BankTransfer => Self::BankTransfer,
            TenderView::Wallet => Self::Wallet,
        }
    }
}

impl From<domain::InstalmentStage> for InstalmentStageView {
    fn from(stage: domain::InstalmentStage) -> Self {
        match stage {
            domain::InstalmentStage::Waiting => Self::Waiting,
            domain::InstalmentStage::InProgress => Self::InProgress,
            domain::InstalmentStage::FirstPart => Self::FirstPart,
            domain::InstalmentStage::Accepted => Self::Accepted,
            domain::InstalmentStage::Refused => Self::Refused,
            domain::InstalmentStage::Expired => Self::Expired,
            domain::InstalmentStage::Cancelled => Self::Cancelled,
        }
    }
}

impl From<domain::Address> for AddressView {
    fn from(address: domain::Address) -> Self {
        let domain::Address {
            city,
            district,
            ward,
            street,
            house_number,
        } = address;
        Self {
            city,
            district,
            ward,
            street,
            house_number,
        }
    }
}

impl From<AddressView> for domain::Address {
    fn from(address: AddressView) -> Self {
        let AddressView {
            city,
            district,
            ward,
            street,
            house_number,
        } = address;
        Self {
            city,
            district,
            ward,
            street,
            house_number,
        }
    }
}

impl From<domain::InstalmentCustomer> for InstalmentCustomerView {
    fn from(customer: domain::InstalmentCustomer) -> Self {
        let domain::InstalmentCustomer {
            phone,
            last_name,
            first_name,
            email,
        } = customer;
        Self {
            phone,
            last_name,
            first_name,
            email,
        }
    }
}

impl From<domain::Plan> for PlanView {
    fn from(plan: domain::Plan) -> Self {
        let part = |part: domain::PlanPart| PlanPartView {
            amount: part.amount,
            due: part.due,
        };
        Self {
            id: plan.id,
            name: plan.name,
            payments: plan.payments,
            first_amount: plan.first_amount,
            later_amount: plan.later_amount,
            fee: plan.fee,
            total: plan.total,
            parts: plan.parts.into_iter().map(part).collect(),
        }
    }
}
