//! What the gateway says of a payout: that it has it, and how it goes on.

use super::{row, settle};
use crate::event::{self, Event, EventKind};
use crate::intent::{self, Note};
use crate::{Store, StoreError};
use domain::{HeardPayout, IntentState, Move, Payout, PayoutId, ToldPayout, UnixMs};
use rusqlite::Transaction;

/// How old the stored time of an unchanged answer may get; the watch asks more often than is worth a disk write.
const STORED_AGE_MS: i64 = 30_000;

/// The gateway's record of a payout, from its answer or found in its lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayoutAnswer {
    /// When it was read.
    pub at: UnixMs,
    /// The gateway's id: a code is handed in under it.
    pub gateway_id: String,
    /// What it says of it.
    pub heard: HeardPayout,
    /// The gateway's request id.
    pub request_id: Option<String>,
    /// Until when the gateway is asked about it.
    pub watched_until: Option<UnixMs>,
}

impl Store {
    /// The gateway has it: takes [`Move::Confirm`] of the intent that makes it and keeps all that was told, in one transaction.
    ///
    /// # Errors
    /// [`StoreError::Move`] when the intent's state does not allow it; nothing changes then.
    pub async fn confirm_payout(&self, id: PayoutId, answer: PayoutAnswer) -> Result<Payout, StoreError> {
        self.write(move |tx| {
            let note = Note {
                request_id: answer.request_id.clone(),
                gateway_id: Some(answer.gateway_id.clone()),
                ..Note::at(answer.at)
            };
            intent::take(tx, id.into(), Move::Confirm, &note)?;
            event::append(tx, id, &of_status(&answer.heard, None))?;
            let payout = Payout {
                gateway_id: Some(answer.gateway_id),
                heard: Some(answer.heard),
                ..row::one(tx, id)?
            };
            keep(tx, &payout, answer.at, answer.watched_until)
        })
        .await
    }

    /// Keeps what was heard and returns the payout if something new was; an unchanged answer only renews the time of the last one, and
    /// that at most every 30 s. What an answer does not repeat stays as it was told before.
    ///
    /// An end that is heard closes a code without an answer: done by a success, refused by a failure, dropped when it never left.
    /// An answer that is older than the end it would undo is not heard.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such payout, [`StoreError::Standing`] when it is not known yet that the gateway has it
    /// (see [`Store::confirm_payout`]).
    pub async fn hear_payout(
        &self,
        id: PayoutId,
        heard: HeardPayout,
        watched_until: Option<UnixMs>,
        request_id: Option<String>,
    ) -> Result<Option<Payout>, StoreError> {
        self.write(move |tx| hear(tx, id, heard, watched_until, request_id.as_deref()))
            .await
    }
}

fn hear(
    tx: &Transaction<'_>,
    id: PayoutId,
    heard: HeardPayout,
    watched_until: Option<UnixMs>,
    request_id: Option<&str>,
) -> Result<Option<Payout>, StoreError> {
    let mut payout = row::one(tx, id)?;
    if payout.intent != IntentState::Done {
        return Err(StoreError::Standing(domain::PayoutStanding::of(&payout)));
    }
    let last = payout.heard.take();
    if last
        .as_ref()
        .is_some_and(|last| last.status.is_final() && heard.at < last.at)
    {
        return Ok(None);
    }
    let heard = completed(heard, last.as_ref());
    let at = heard.at;
    let is_other_status = last.as_ref().is_none_or(|last| last.status != heard.status);
    let is_new = last
        .as_ref()
        .is_none_or(|last| HeardPayout { at, ..last.clone() } != heard);
    let is_old = last
        .as_ref()
        .is_some_and(|last| at.saturating_sub(last.at) >= STORED_AGE_MS);
    if is_other_status {
        event::append(tx, id, &of_status(&heard, request_id))?;
    }
    if is_new {
        tx.prepare_cached("UPDATE intent SET request_id = COALESCE(?2, request_id) WHERE id = ?1")?
            .execute((id.to_string(), request_id))?;
    }
    if !is_new && !is_old {
        row::watch(tx, id, watched_until)?;
        return Ok(None);
    }
    payout.heard = Some(heard);
    let changed_at = if is_new { at } else { payout.updated_at };
    let payout = keep(tx, &payout, changed_at, watched_until)?;
    Ok(is_new.then_some(payout))
}

/// What an answer leaves out was told before.
fn completed(heard: HeardPayout, last: Option<&HeardPayout>) -> HeardPayout {
    let Some(last) = last else { return heard };
    let (told, before) = (heard.told, &last.told);
    HeardPayout {
        told: ToldPayout {
            amount: told.amount.or(before.amount),
            account_number: told.account_number.or_else(|| before.account_number.clone()),
            account_name: told.account_name.or_else(|| before.account_name.clone()),
            bank_id: told.bank_id.or_else(|| before.bank_id.clone()),
            account_id: told.account_id.or_else(|| before.account_id.clone()),
        },
        tries_left: heard.tries_left.or(last.tries_left),
        transaction_number: heard
            .transaction_number
            .or_else(|| last.transaction_number.clone()),
        ..heard
    }
}

fn keep(
    tx: &Transaction<'_>,
    payout: &Payout,
    changed_at: UnixMs,
    watched_until: Option<UnixMs>,
) -> Result<Payout, StoreError> {
    row::save(tx, payout, changed_at)?;
    row::watch(tx, payout.id, watched_until)?;
    settle::close_code(tx, payout, changed_at)?;
    row::renew(tx, payout.id)
}

fn of_status(heard: &HeardPayout, request_id: Option<&str>) -> Event {
    Event {
        status: Some(heard.status.as_str().to_owned()),
        request_id: request_id.map(str::to_owned),
        ..Event::new(EventKind::Status, heard.at)
    }
}
