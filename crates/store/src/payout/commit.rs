//! Deciding a payout and handing in its code: the moments at which two clicks could send money twice, and don't.

use super::row;
use crate::event::{self, Event, EventKind};
use crate::intent::{existing_step, maybe_intent};
use crate::{CommitOutcome, StepOutcome, Store, StoreError, payment};
use domain::payout::LEAVES_WITHIN_MS;
use domain::{
    Environment, IntentId, IntentKind, Payout, PayoutContent, PayoutId, PayoutStanding, StepDetail, UnixMs,
};
use dong::Dong;
use rusqlite::Transaction;

/// A payout that a person read back and decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPayout {
    /// The world it lives in.
    pub environment: Environment,
    /// What was read back.
    pub content: PayoutContent,
    /// The exact bytes of the request; they never change again.
    pub body: Vec<u8>,
    /// When it was decided.
    pub at: UnixMs,
    /// What all payouts since `day_start` may come to, this one among them.
    pub day_limit: Dong,
    /// When the day began.
    pub day_start: UnixMs,
}

impl Store {
    /// Writes a decided payout in one durable transaction: the intent, the payout and the first entry of its timeline. The day's limit
    /// is checked in it, so that no two payouts pass it together.
    ///
    /// # Errors
    /// [`StoreError::OverDay`] when the day's limit would be exceeded; nothing is written then.
    pub async fn commit_payout(&self, id: PayoutId, new: NewPayout) -> Result<CommitOutcome, StoreError> {
        self.write(move |tx| {
            if let Some(found) = maybe_intent(tx, id.into())? {
                return match found.kind {
                    IntentKind::PayoutCreate => Ok(CommitOutcome::AlreadyCommitted),
                    _ => Err(StoreError::failed("the id is another intent's")),
                };
            }
            keep_limit(tx, &new)?;
            insert_intent(tx, id, &new)?;
            insert_payout(tx, id, &new)?;
            event::append(tx, id, &Event::new(EventKind::Committed, new.at))?;
            row::renew(tx, id)?;
            Ok(CommitOutcome::Committed)
        })
        .await
    }

    /// Writes that a code is about to be handed in, with its entry of the timeline, unless one is on its way or was taken.
    ///
    /// The code itself never comes here. A step that has not left within a minute has lost its code: it is due then, to be dropped.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payout, [`StoreError::Standing`] when it does not wait for a code or when what
    /// the gateway repeats differs from what was decided.
    pub async fn commit_code(
        &self,
        payout: PayoutId,
        id: IntentId,
        at: UnixMs,
    ) -> Result<StepOutcome, StoreError> {
        self.write(move |tx| {
            let payout = row::one(tx, payout)?;
            if let Some(existing) = existing_step(tx, payout.id.into(), IntentKind::PayoutCode)? {
                return Ok(StepOutcome::Existing(existing));
            }
            match PayoutStanding::of(&payout) {
                PayoutStanding::AwaitingCode => {}
                other => return Err(StoreError::Standing(other)),
            }
            insert_code(tx, &payout, id, at)?;
            let entry = Event {
                about: Some(IntentKind::PayoutCode),
                ..Event::new(EventKind::Committed, at)
            };
            event::append(tx, payout.id, &entry)?;
            row::renew(tx, payout.id)?;
            Ok(StepOutcome::Committed)
        })
        .await
    }
}

fn keep_limit(tx: &Transaction<'_>, new: &NewPayout) -> Result<(), StoreError> {
    let used = row::used(tx, new.environment, new.day_start)?;
    let sum = used.checked_add(new.content.amount);
    if sum.is_some_and(|sum| sum <= new.day_limit) {
        Ok(())
    } else {
        Err(StoreError::OverDay { used })
    }
}

fn insert_intent(tx: &Transaction<'_>, id: PayoutId, new: &NewPayout) -> Result<(), StoreError> {
    let kind = IntentKind::PayoutCreate;
    tx.prepare_cached(
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, reference, idempotency_key, body, state,
           next_look_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?1, ?6, 'committed', ?7, ?7, ?7)",
    )?
    .execute((
        id.to_string(),
        kind.as_str(),
        kind.gateway().as_str(),
        new.environment.as_str(),
        IntentId::from(id).reference(),
        &new.body,
        new.at,
    ))?;
    Ok(())
}

fn insert_payout(tx: &Transaction<'_>, id: PayoutId, new: &NewPayout) -> Result<(), StoreError> {
    let content = &new.content;
    let to = &content.destination;
    tx.prepare_cached(
        "INSERT INTO payout (place, id, environment, reference, account_id, bank_id, bank_bin, bank_name, account_number, account_name,
           amount, description, beneficiary_id, created_at, changed_at, standing, folded)
         VALUES ((SELECT COALESCE(MAX(place) + 1, ?1) FROM payout WHERE place >= ?1 AND place < ?2),
           ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15, ?16, '')",
    )?
    .execute(rusqlite::params![
        payment::first_place(new.at),
        payment::first_place(new.at.saturating_add(1)),
        id.to_string(),
        new.environment.as_str(),
        IntentId::from(id).reference(),
        content.account_id.as_str(),
        to.bank_id,
        to.bank_bin,
        to.bank_name,
        to.account_number,
        to.account_name,
        content.amount.get(),
        content.description,
        content.beneficiary_id.map(|id| id.to_string()),
        new.at,
        PayoutStanding::NotSent.as_str(),
    ])?;
    Ok(())
}

fn insert_code(tx: &Transaction<'_>, payout: &Payout, id: IntentId, at: UnixMs) -> Result<(), StoreError> {
    let kind = IntentKind::PayoutCode;
    tx.prepare_cached(
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, reference, idempotency_key, detail, body, state,
           next_look_at, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?1, ?7, x'', 'committed', ?8, ?9, ?9)",
    )?
    .execute((
        id.to_string(),
        kind.as_str(),
        kind.gateway().as_str(),
        payout.id.to_string(),
        payout.environment.as_str(),
        id.reference(),
        serde_json::to_string(&StepDetail::PayoutCode)?,
        at.saturating_add(LEAVES_WITHIN_MS),
        at,
    ))?;
    Ok(())
}
