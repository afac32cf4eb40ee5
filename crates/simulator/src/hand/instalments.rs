//! The hand at Fundiin: the customer accepts, refuses, lets it expire or pays the first part in the shop.

use std::fmt;

use dong::Dong;
use serde::Serialize;

use super::{Hand, HandError};
use crate::books::{Instalment, Refund};
use crate::clock::iso;
use crate::fundiin::{Event, Impossible, Setting, catch_up, happen, payment_status, sign};

/// An instalment payment as Fundiin sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SimulatedInstalment {
    /// The merchant's reference.
    pub reference_id: String,
    /// Fundiin's id.
    pub payment_trans_id: String,
    /// Free text of the merchant.
    pub description: String,
    /// `APP`, `POS` or `WEB`.
    pub payment_method: String,
    /// In dong.
    pub amount: Dong,
    /// What the customer pays at the beginning, in dong.
    pub first_part: Dong,
    /// `waiting`, `in_progress`, `awaits_first_part_here`, `paid`, `refused`, `declined`, `expired` or `cancelled`.
    pub state: String,
    /// The gateway's word: `WAITING`, `PENDING`, `SUCCESS`, `FAIL`.
    pub payment_status: String,
    /// Whether the first part is, or was, to be paid in the shop.
    pub is_paid_here: bool,
    /// The merchant's reference of the refund.
    pub refunded_by: Option<String>,
    /// What the gateway sent as `paymentUrl` and `qrData`.
    pub payment_url: String,
    /// ISO 8601 UTC.
    pub created_at: String,
    /// ISO 8601 UTC.
    pub expires_at: String,
}

/// A notification with the headers that go with it.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct SignedNotice {
    /// Value of `Client-Id`.
    pub client_id: String,
    /// Value of `Signature`.
    pub signature: String,
    /// The exact bytes.
    pub body: String,
    /// The HTTP status with which the merchant took it.
    pub acknowledged: Option<u16>,
}

impl fmt::Debug for SignedNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedNotice")
            .field("body", &self.body)
            .field("acknowledged", &self.acknowledged)
            .finish_non_exhaustive()
    }
}

impl Hand {
    /// Every instalment payment, newest first.
    #[must_use]
    pub fn instalments(&self) -> Vec<SimulatedInstalment> {
        let mut books = self.shared.books();
        catch_up(&mut books.instalments, &Setting::of(&self.shared));
        let refunds = books.instalments.refunds();
        books
            .instalments
            .rows()
            .iter()
            .rev()
            .map(|row| view(row, refunds))
            .collect()
    }

    /// The instalment payment with this reference.
    #[must_use]
    pub fn instalment(&self, reference_id: &str) -> Option<SimulatedInstalment> {
        self.instalments()
            .into_iter()
            .find(|row| row.reference_id == reference_id)
    }

    /// How many refunds were made of the payment with this reference: more than one is money given back twice.
    #[must_use]
    pub fn instalment_refunds(&self, reference_id: &str) -> usize {
        let books = self.shared.books();
        let row = books.instalments.with_reference(reference_id);
        let is_its =
            |refund: &&Refund| row.is_some_and(|row| row.payment_trans_id == refund.payment_trans_id);
        books.instalments.refunds().iter().filter(is_its).count()
    }

    /// The customer opens Fundiin's page and logs in: PENDING.
    ///
    /// # Errors
    /// No such payment, or it is not waiting.
    pub fn instalment_begins(&self, reference_id: &str) -> Result<SimulatedInstalment, HandError> {
        self.let_happen(reference_id, Event::Begins)
    }

    /// The customer accepts and pays the first part to Fundiin: SUCCESS.
    ///
    /// # Errors
    /// No such payment, or it is not open.
    pub fn instalment_accepts(&self, reference_id: &str) -> Result<SimulatedInstalment, HandError> {
        self.let_happen(reference_id, Event::Accepts)
    }

    /// The customer refuses: FAIL.
    ///
    /// # Errors
    /// No such payment, or it is not open.
    pub fn instalment_refuses(&self, reference_id: &str) -> Result<SimulatedInstalment, HandError> {
        self.let_happen(reference_id, Event::Refuses)
    }

    /// Fundiin gives this customer no credit: FAIL.
    ///
    /// # Errors
    /// No such payment, or it is not open.
    pub fn instalment_is_declined(&self, reference_id: &str) -> Result<SimulatedInstalment, HandError> {
        self.let_happen(reference_id, Event::IsDeclined)
    }

    /// The customer accepts and will pay the first part at the counter; the shop has to confirm it.
    ///
    /// # Errors
    /// No such payment, or it is not open.
    pub fn instalment_pays_first_part_here(
        &self,
        reference_id: &str,
    ) -> Result<SimulatedInstalment, HandError> {
        self.let_happen(reference_id, Event::PaysFirstPartHere)
    }

    /// The customer's time runs out, without moving the clock that everybody sees.
    ///
    /// # Errors
    /// No such payment, or it is not open.
    pub fn instalment_expires(&self, reference_id: &str) -> Result<SimulatedInstalment, HandError> {
        self.let_happen(reference_id, Event::RunsOut)
    }

    /// Every notification so far, oldest first (the last 1,000), signed.
    #[must_use]
    pub fn notices(&self) -> Vec<SignedNotice> {
        let mut books = self.shared.books();
        catch_up(&mut books.instalments, &Setting::of(&self.shared));
        let credentials = &self.shared.fundiin_credentials;
        let rows = books.instalments.notices.rows().iter();
        rows.map(|notice| SignedNotice {
            client_id: credentials.client_id.clone(),
            signature: sign(&credentials.secret, notice.body.as_bytes()),
            body: notice.body.clone(),
            acknowledged: notice.acknowledged,
        })
        .collect()
    }

    fn let_happen(&self, reference_id: &str, event: Event) -> Result<SimulatedInstalment, HandError> {
        let happened = self.shared.change_books(|books| {
            let setting = Setting::of(&self.shared);
            catch_up(&mut books.instalments, &setting);
            let row = happen(&mut books.instalments, reference_id, event, &setting)?;
            Ok(view(&row, books.instalments.refunds()))
        });
        self.shared.ring_courier();
        happened.map_err(|impossible| match impossible {
            Impossible::NoSuchReference => HandError::NoSuchPayment,
            Impossible::NotInThisState => HandError::NotOpen,
        })
    }
}

fn view(row: &Instalment, refunds: &[Refund]) -> SimulatedInstalment {
    let is_its = |refund: &&Refund| refund.payment_trans_id == row.payment_trans_id;
    SimulatedInstalment {
        reference_id: row.new.reference_id.clone(),
        payment_trans_id: row.payment_trans_id.clone(),
        description: row.new.description.clone(),
        payment_method: row.new.payment_method.clone(),
        amount: row.new.amount,
        first_part: row.new.first_part,
        state: row.state.word().to_owned(),
        payment_status: payment_status(row.state).to_owned(),
        is_paid_here: row.is_paid_here,
        refunded_by: refunds
            .iter()
            .find(is_its)
            .map(|refund| refund.reference_id.clone()),
        payment_url: row.payment_url(),
        created_at: iso(row.created_at_ms),
        expires_at: iso(row.expires_at_ms),
    }
}
