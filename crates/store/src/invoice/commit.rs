//! From a draft to a sent invoice: sale, intent, payment, invoice and timeline at once, however often it is clicked.

use super::draft;
use crate::event::{self, Event, EventKind};
use crate::payment::Asked;
use crate::{CommitOutcome, Store, StoreError, intent, payment, sale};
use domain::{Environment, IntentKind, InvoiceContent, PaymentId, SaleId, SaleKind, UnixMs};
use dong::Dong;
use rusqlite::{OptionalExtension, Transaction};

/// An invoice that a person decided to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewInvoice {
    /// Its code at the gateway; also the payment's reference.
    pub code: String,
    /// What it says.
    pub content: InvoiceContent,
    /// What it comes to by our own count, above zero.
    pub amount: Dong,
    /// The exact bytes of the request; they never change again.
    pub body: Vec<u8>,
    /// When it was decided.
    pub at: UnixMs,
}

impl NewInvoice {
    fn customer_name(&self) -> &str {
        self.content
            .customer
            .as_ref()
            .map_or("", |customer| &customer.name)
    }

    /// The payment's text: the note, or else the customer's name.
    pub(crate) fn description(&self) -> &str {
        match self.content.note.trim() {
            "" => self.customer_name(),
            note => note,
        }
    }
}

impl Store {
    /// Turns a draft into a sent invoice in one durable transaction: a sale of its own, the intent, the payment and the first entry of
    /// the timeline. The draft is gone then.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] without a draft, [`StoreError::CodeTaken`] when the code was used before on this machine; the draft
    /// stays then.
    pub async fn commit_invoice(&self, id: PaymentId, new: NewInvoice) -> Result<CommitOutcome, StoreError> {
        self.write(move |tx| {
            if intent::maybe_intent(tx, id.into())?.is_some() {
                return Ok(CommitOutcome::AlreadyCommitted);
            }
            let environment = draft::one(tx, id)?.environment;
            if is_code_taken(tx, environment, &new.code)? {
                return Err(StoreError::CodeTaken(new.code));
            }
            insert(tx, id, environment, &new)?;
            draft::delete(tx, id)?;
            Ok(CommitOutcome::Committed)
        })
        .await
    }
}

fn is_code_taken(tx: &Transaction<'_>, environment: Environment, code: &str) -> Result<bool, StoreError> {
    Ok(tx
        .prepare_cached("SELECT 1 FROM intent WHERE environment = ?1 AND reference = ?2")?
        .query_row((environment.as_str(), code), |_| Ok(()))
        .optional()?
        .is_some())
}

fn insert(
    tx: &Transaction<'_>,
    id: PaymentId,
    environment: Environment,
    new: &NewInvoice,
) -> Result<(), StoreError> {
    // The sale is this invoice's alone, so it needs no name of its own.
    let sale_id = SaleId::new(id.uuid());
    sale::insert(
        tx,
        sale_id,
        environment,
        SaleKind::Invoice,
        new.customer_name(),
        new.at,
    )?;
    sale::set_amount(tx, sale_id, new.amount)?;
    insert_intent(tx, id, sale_id, environment, new)?;
    let place = payment::insert(tx, &Asked::of_invoice(id, sale_id, environment, new))?;
    payment::insert_invoice(tx, place, id, environment, &new.code, &new.content)?;
    event::append(tx, id, &Event::new(EventKind::Committed, new.at))
}

fn insert_intent(
    tx: &Transaction<'_>,
    id: PaymentId,
    sale_id: SaleId,
    environment: Environment,
    new: &NewInvoice,
) -> Result<(), StoreError> {
    let kind = IntentKind::InvoiceCreate;
    tx.prepare_cached(
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, body, state,
           next_look_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6, ?1, ?7, 'committed', ?8, ?8, ?8)",
    )?
    .execute((
        id.to_string(),
        kind.as_str(),
        kind.gateway().as_str(),
        environment.as_str(),
        sale_id.to_string(),
        &new.code,
        &new.body,
        new.at,
    ))?;
    Ok(())
}
