//! A person's hand: the customer who pays full, short, too much, late or never, and whoever breaks the network.
//! "Never" needs no method.

mod instalments;
mod invoices;
mod payouts;

pub use instalments::{SignedNotice, SimulatedInstalment};
pub use invoices::SimulatedInvoice;
pub use payouts::{PayoutOutcome, SimulatedPayout};

use std::fmt;
use std::sync::Arc;

use dong::Dong;
use serde::Serialize;

use crate::books::Payment;
use crate::clock::{SimClock, iso};
use crate::faults::FaultRule;
use crate::server::LoggedRequest;
use crate::shared::Shared;

/// What a careless customer sends too much, in dong.
const TOO_MUCH: i64 = 10_000;

/// Why a hand could not do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandError {
    /// No payment has this id.
    #[error("no payment has this id")]
    NoSuchPayment,
    /// No invoice has this id.
    #[error("no invoice has this id")]
    NoSuchInvoice,
    /// No payout has this id.
    #[error("no payout has this id")]
    NoSuchPayout,
    /// A transfer must be more than zero dong.
    #[error("a transfer must be more than zero dong")]
    NothingToPay,
    /// The payment or payout is not in a state where this can happen.
    #[error("this cannot happen to it any more, or not yet")]
    NotOpen,
}

impl HandError {
    /// A stable name for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSuchPayment => "no_such_payment",
            Self::NoSuchInvoice => "no_such_invoice",
            Self::NoSuchPayout => "no_such_payout",
            Self::NothingToPay => "nothing_to_pay",
            Self::NotOpen => "not_open",
        }
    }
}

/// A payment as the gateway sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimulatedPayment {
    /// The gateway's id.
    pub payment_request_id: String,
    /// The caller's id.
    pub reference_id: Option<String>,
    /// Free text of the caller.
    pub description: Option<String>,
    /// What was asked, in dong.
    pub amount: Dong,
    /// What came and was matched, in dong.
    pub received: Dong,
    /// The gateway's word: `unpaid`, `partial_paid`, `paid`, `extra_paid`.
    pub status: String,
    /// ISO 8601 UTC.
    pub created_at: String,
    /// ISO 8601 UTC; 30 minutes after creation.
    pub expires_at: String,
    /// Whether the link is dead by the simulator's clock.
    pub expired: bool,
    /// What the gateway sent as `qr_code`.
    pub qr_code: Option<String>,
}

/// Acts on a running simulator. Clones act on the same one.
#[derive(Clone)]
pub struct Hand {
    shared: Arc<Shared>,
}

impl Hand {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self { shared }
    }

    /// Every payment, newest first.
    #[must_use]
    pub fn payments(&self) -> Vec<SimulatedPayment> {
        let books = self.shared.books();
        books.payments().iter().rev().map(|row| self.view(row)).collect()
    }

    /// One payment by its gateway id.
    #[must_use]
    pub fn payment(&self, payment_request_id: &str) -> Option<SimulatedPayment> {
        let books = self.shared.books();
        books.payment(payment_request_id).map(|row| self.view(row))
    }

    /// The newest payment with this reference.
    #[must_use]
    pub fn payment_with_reference(&self, reference_id: &str) -> Option<SimulatedPayment> {
        let books = self.shared.books();
        books
            .payments()
            .iter()
            .rfind(|row| row.reference_id.as_deref() == Some(reference_id))
            .map(|row| self.view(row))
    }

    /// How many payments were made with this reference: more than one is a double charge.
    #[must_use]
    pub fn effects(&self, reference_id: &str) -> usize {
        self.shared.books().count_with_reference(reference_id)
    }

    /// A transfer of `amount` arrives for this payment; several add up.
    ///
    /// # Errors
    /// No such payment, or an amount that is not above zero.
    pub fn pay(&self, payment_request_id: &str, amount: Dong) -> Result<SimulatedPayment, HandError> {
        if !amount.is_positive() {
            return Err(HandError::NothingToPay);
        }
        let now_ms = self.shared.clock.now_ms();
        let late_counts = self.shared.switches.late_transfer_counts;
        self.shared
            .change_books(|books| books.receive(payment_request_id, amount, now_ms, late_counts))
            .map(|row| self.view(&row))
            .ok_or(HandError::NoSuchPayment)
    }

    /// The customer sends exactly what is missing.
    ///
    /// # Errors
    /// No such payment, or nothing is missing.
    pub fn pay_full(&self, payment_request_id: &str) -> Result<SimulatedPayment, HandError> {
        let missing = self.missing(payment_request_id)?;
        self.pay(payment_request_id, missing)
    }

    /// The customer sends a thousandth of what is missing: 200 for 200.000, the trick at the counter.
    ///
    /// # Errors
    /// No such payment, or nothing that could be sent short.
    pub fn pay_short(&self, payment_request_id: &str) -> Result<SimulatedPayment, HandError> {
        let missing = self.missing(payment_request_id)?.get();
        let short = (missing / 1_000).max(1);
        if short >= missing {
            return Err(HandError::NothingToPay);
        }
        self.pay(payment_request_id, Dong::new(short))
    }

    /// The customer sends 10.000 more than is missing.
    ///
    /// # Errors
    /// No such payment.
    pub fn pay_over(&self, payment_request_id: &str) -> Result<SimulatedPayment, HandError> {
        let missing = self.missing(payment_request_id)?.get().max(0);
        self.pay(payment_request_id, Dong::new(missing.saturating_add(TOO_MUCH)))
    }

    /// The clock moves past the payment's 30 minutes, then the customer sends what is missing.
    ///
    /// # Errors
    /// No such payment, or nothing is missing.
    pub fn pay_late(&self, payment_request_id: &str) -> Result<SimulatedPayment, HandError> {
        self.expire(payment_request_id)?;
        self.pay_full(payment_request_id)
    }

    /// The clock moves to the end of the payment's 30 minutes, unless they are over.
    ///
    /// # Errors
    /// No such payment.
    pub fn expire(&self, payment_request_id: &str) -> Result<(), HandError> {
        let expires_at_ms = self
            .shared
            .books()
            .payment(payment_request_id)
            .map(Payment::expires_at_ms)
            .ok_or(HandError::NoSuchPayment)?;
        let left_ms = expires_at_ms.saturating_sub(self.shared.clock.now_ms());
        if left_ms > 0 {
            self.advance_clock(left_ms.div_euclid(1_000).saturating_add(1));
        }
        Ok(())
    }

    /// The payment's 30 minutes are over, without moving the clock that everybody sees.
    ///
    /// # Errors
    /// No such payment.
    pub fn age_past_expiry(&self, payment_request_id: &str) -> Result<(), HandError> {
        let now_ms = self.shared.clock.now_ms();
        let is_known = self
            .shared
            .change_books(|books| books.age_past_expiry(payment_request_id, now_ms));
        if is_known {
            Ok(())
        } else {
            Err(HandError::NoSuchPayment)
        }
    }

    /// Replaces all faults; an empty list is fair weather.
    pub fn set_faults(&self, rules: Vec<FaultRule>) {
        self.shared.set_faults(rules);
    }

    /// The faults that have not worn off.
    #[must_use]
    pub fn faults(&self) -> Vec<FaultRule> {
        self.shared.faults()
    }

    /// Moves the simulator's clock on; its answers' `Date` moves with it.
    pub fn advance_clock(&self, seconds: i64) {
        self.shared.clock.advance(seconds);
        self.shared.change_books(|_| ());
    }

    /// The simulator's clock.
    #[must_use]
    pub fn clock(&self) -> SimClock {
        self.shared.clock.clone()
    }

    /// Requests to both gateways so far, oldest first (the last 10,000).
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.shared.log.all()
    }

    fn missing(&self, payment_request_id: &str) -> Result<Dong, HandError> {
        let books = self.shared.books();
        books
            .payment(payment_request_id)
            .map(Payment::missing)
            .ok_or(HandError::NoSuchPayment)
    }

    fn view(&self, row: &Payment) -> SimulatedPayment {
        SimulatedPayment {
            payment_request_id: row.payment_request_id.clone(),
            reference_id: row.reference_id.clone(),
            description: row.description.clone(),
            amount: row.amount,
            received: row.received(),
            status: row.status().to_owned(),
            created_at: iso(row.created_at_ms),
            expires_at: iso(row.expires_at_ms()),
            expired: row.is_expired(self.shared.clock.now_ms()),
            qr_code: row.qr_code.clone(),
        }
    }
}

impl fmt::Debug for Hand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hand").finish_non_exhaustive()
    }
}
