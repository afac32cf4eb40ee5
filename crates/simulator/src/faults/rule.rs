//! The vocabulary of faults, as given by a caller or as JSON.

use serde::{Deserialize, Serialize};

use super::kind::{RequestKind, Resource, Verb};

/// One thing that goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// The answer leaves this much later; the effect has already happened.
    Latency {
        /// Delay in milliseconds.
        ms: u64,
    },
    /// A write takes effect, then the connection is reset instead of answered.
    LostAnswer,
    /// The connection is reset before anything happens.
    Reset,
    /// 429 from the first request that meets this rule until the time is over; armed again per repeat.
    RateLimited {
        /// Seconds on the simulator's clock.
        seconds: u32,
    },
    /// 500 before anything happens.
    ServerError,
    /// A write takes effect, then answers 500.
    ServerErrorAfterEffect,
    /// This status in the usual envelope, before anything happens: 403, 409, 422 and the like.
    Refuse {
        /// HTTP status, 400 to 599.
        status: u16,
    },
    /// A wifi log-in page with status 200.
    CaptivePortal,
    /// The new payment's QR asks for another amount.
    WrongAmountInQr,
    /// The new payment's QR names another account.
    WrongAccountInQr,
    /// The new payment's QR ends in a wrong checksum.
    WrongCrcInQr,
    /// The new payment's QR is the address of a picture.
    QrAsImageAddress,
    /// The new payout is kept, and told ever after, with a thousand dong more than was asked.
    OtherPayoutAmount,
    /// The new instalment payment's `paymentUrl` and `qrData` lead to a host that is not the gateway's.
    QrOfStrangeHost,
    /// The new instalment payment's `paymentUrl` and `qrData` begin with `http:`.
    QrNotHttps,
    /// Fundiin answers this `resultStatus`; nothing is kept under the request's key, so that it can be repeated.
    ForceResult {
        /// One of the documented words, or one that nobody knows.
        result: String,
        /// Whether the request takes effect all the same.
        #[serde(default)]
        after_effect: bool,
    },
    /// `Date` and the signature window are this far from the simulator's clock.
    ClockSkew {
        /// Seconds ahead; negative is behind.
        seconds: i64,
    },
    /// Payments, payouts and invoices that are read carry this status word.
    UnknownStatus {
        /// The word sent as `status`, or as `paymentStatus` and `resultStatus`.
        word: String,
    },
    /// Nobody is there: `Always` closes the port itself, otherwise a connection is dropped when it arrives.
    Offline,
}

/// How often a fault strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeat {
    /// The next matching request only.
    Once,
    /// The next so many matching requests.
    Next(u32),
    /// Until the faults are set anew.
    Always,
}

/// Which requests a fault may strike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// GET; at Fundiin status and packages.
    Reads,
    /// POST, PUT and DELETE; at Fundiin what changes something.
    Writes,
    /// `POST /api/v1/payments`; at Fundiin `/v2/payments`.
    PaymentCreate,
    /// Everything about customers.
    Customers,
    /// `POST /api/v1/customers`.
    CustomerCreate,
    /// Everything about products.
    Products,
    /// `POST /api/v1/products`.
    ProductCreate,
    /// Everything about invoices.
    Invoices,
    /// `POST /api/v1/invoices`.
    InvoiceCreate,
    /// Everything about payouts.
    Payouts,
    /// `POST /api/v1/payouts`.
    PayoutCreate,
    /// `POST /api/v1/payouts/:id/otps`.
    PayoutCode,
    /// One of Fundiin's endpoints.
    Instalment(InstalmentCall),
}

/// Fundiin's endpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InstalmentCall {
    /// `/v2/payments`.
    Create,
    /// `/v2/payments/status`.
    Status,
    /// `/v2/payments/refund`.
    Refund,
    /// `/v2/payments/cancel`.
    Cancel,
    /// `/v2/payments/confirm-store`.
    ConfirmStore,
    /// `/v2/installments/packages`.
    Packages,
}

/// A fault with its repetition and, if wanted, a narrower choice of requests than the fault's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultRule {
    /// What goes wrong.
    #[serde(flatten)]
    pub fault: Fault,
    /// How often.
    #[serde(default = "once")]
    pub repeat: Repeat,
    /// Only these requests; `None` is every request that the fault makes sense for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Scope>,
}

fn once() -> Repeat {
    Repeat::Once
}

impl FaultRule {
    /// The fault strikes the next matching request.
    #[must_use]
    pub const fn once(fault: Fault) -> Self {
        Self::repeated(fault, Repeat::Once)
    }

    /// The fault strikes the next `times` matching requests.
    #[must_use]
    pub const fn next(times: u32, fault: Fault) -> Self {
        Self::repeated(fault, Repeat::Next(times))
    }

    /// The fault strikes until the faults are set anew.
    #[must_use]
    pub const fn always(fault: Fault) -> Self {
        Self::repeated(fault, Repeat::Always)
    }

    /// The same rule for fewer requests.
    #[must_use]
    pub fn only(self, scope: Scope) -> Self {
        Self {
            only: Some(scope),
            ..self
        }
    }

    const fn repeated(fault: Fault, repeat: Repeat) -> Self {
        Self {
            fault,
            repeat,
            only: None,
        }
    }

    pub(crate) fn strikes(&self, kind: RequestKind) -> bool {
        let natural = match self.fault {
            Fault::LostAnswer | Fault::ServerErrorAfterEffect => kind.is_write(),
            Fault::WrongAmountInQr
            | Fault::WrongAccountInQr
            | Fault::WrongCrcInQr
            | Fault::QrAsImageAddress => kind == RequestKind::PaymentCreate,
            Fault::OtherPayoutAmount => kind == RequestKind::PayoutCreate,
            Fault::QrOfStrangeHost | Fault::QrNotHttps => {
                kind == RequestKind::Instalment(InstalmentCall::Create)
            }
            Fault::ForceResult { .. } => matches!(kind, RequestKind::Instalment(_)),
            Fault::UnknownStatus { .. } => matches!(
                kind,
                RequestKind::PaymentRead
                    | RequestKind::PayoutRead
                    | RequestKind::Business(Resource::Invoices, Verb::Read)
                    | RequestKind::Instalment(InstalmentCall::Status)
            ),
            _ => true,
        };
        natural && self.only.is_none_or(|scope| scope.holds(kind))
    }
}

impl Scope {
    fn holds(self, kind: RequestKind) -> bool {
        match self {
            Self::Reads => !kind.is_write(),
            Self::Writes => kind.is_write(),
            Self::PaymentCreate => matches!(
                kind,
                RequestKind::PaymentCreate | RequestKind::Instalment(InstalmentCall::Create)
            ),
            Self::Customers => kind.is_about(Resource::Customers),
            Self::CustomerCreate => kind == RequestKind::Business(Resource::Customers, Verb::Create),
            Self::Products => kind.is_about(Resource::Products),
            Self::ProductCreate => kind == RequestKind::Business(Resource::Products, Verb::Create),
            Self::Invoices => kind.is_about(Resource::Invoices),
            Self::InvoiceCreate => kind == RequestKind::Business(Resource::Invoices, Verb::Create),
            Self::Payouts => matches!(
                kind,
                RequestKind::PayoutCreate | RequestKind::PayoutRead | RequestKind::PayoutCode
            ),
            Self::PayoutCreate => kind == RequestKind::PayoutCreate,
            Self::PayoutCode => kind == RequestKind::PayoutCode,
            Self::Instalment(call) => kind == RequestKind::Instalment(call),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_read_from_short_json() {
        let read = |json: &str| serde_json::from_str::<FaultRule>(json).unwrap();
        assert_eq!(
            read(r#"{"fault":"lost_answer"}"#),
            FaultRule::once(Fault::LostAnswer)
        );
        assert_eq!(
            read(r#"{"fault":"latency","ms":800,"repeat":"always","only":"reads"}"#),
            FaultRule::always(Fault::Latency { ms: 800 }).only(Scope::Reads)
        );
        assert_eq!(
            read(r#"{"fault":"offline","repeat":{"next":3}}"#),
            FaultRule::next(3, Fault::Offline)
        );
    }

    #[test]
    fn a_lost_answer_waits_for_a_write_and_a_bad_qr_for_a_payment() {
        let get = RequestKind::of("GET", "/api/v1/payments");
        let post = RequestKind::of("POST", "/api/v1/payments");
        let account = RequestKind::of("POST", "/api/v1/bank-accounts");
        let change = RequestKind::of("PUT", "/api/v1/products/p");
        let removal = RequestKind::of("DELETE", "/api/v1/customers/c");
        let invoice = RequestKind::of("POST", "/api/v1/invoices");
        assert!(!FaultRule::once(Fault::LostAnswer).strikes(get));
        assert!(FaultRule::once(Fault::LostAnswer).strikes(account));
        assert!(!FaultRule::once(Fault::WrongCrcInQr).strikes(account));
        assert!(FaultRule::once(Fault::WrongCrcInQr).strikes(post));
        assert!(!FaultRule::once(Fault::Reset).only(Scope::Writes).strikes(get));
        for write in [change, removal, invoice] {
            assert!(FaultRule::once(Fault::LostAnswer).strikes(write));
            assert!(!FaultRule::once(Fault::WrongCrcInQr).strikes(write));
        }
        let of_invoices = |scope| FaultRule::once(Fault::Reset).only(scope).strikes(invoice);
        assert!(of_invoices(Scope::Invoices) && of_invoices(Scope::InvoiceCreate));
        assert!(!of_invoices(Scope::Customers) && !of_invoices(Scope::PaymentCreate));
    }
}
