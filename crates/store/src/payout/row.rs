//! One payout as a row: reading all of it, writing what may change.

use crate::StoreError;
use crate::column::{dong, maybe_dong, maybe_parsed, parsed, said, word};
use crate::intent::steps;
use crate::search;
use domain::{
    AccountId, Destination, Environment, HeardPayout, IntentState, Payout, PayoutContent, PayoutId,
    PayoutStanding, PayoutStatus, ToldPayout, UnixMs,
};
use dong::Dong;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};
use std::sync::LazyLock;

/// A payout with what its intent knows of it and its codes: one query for all.
pub(super) static SELECT: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT p.*, i.state AS intent, i.absent_looks, i.last_failure, i.said_result, i.said_message, i.request_id, i.next_look_at,
           i.updated_at, {} AS steps
         FROM payout p JOIN intent i ON i.id = p.id",
        steps::COLUMN
    )
});

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Payout> {
    let codes = steps::read(row)?;
    let moved = [row.get("updated_at")?, row.get("changed_at")?];
    let updated_at = codes.iter().map(|code| code.updated_at).chain(moved).max();
    let created_at: UnixMs = row.get("created_at")?;
    Ok(Payout {
        id: parsed(row, "id")?,
        environment: word(row, "environment", Environment::from_stored)?,
        reference: row.get("reference")?,
        content: content(row)?,
        intent: word(row, "intent", IntentState::from_stored)?,
        absent_looks: row.get("absent_looks")?,
        codes,
        gateway_id: row.get("gateway_id")?,
        heard: heard(row)?,
        last_failure: row.get("last_failure")?,
        said: said(row)?,
        request_id: row.get("request_id")?,
        closed_reason: row.get("closed_reason")?,
        created_at,
        updated_at: updated_at.unwrap_or(created_at),
        next_look_at: row.get("next_look_at")?,
    })
}

fn content(row: &Row<'_>) -> rusqlite::Result<PayoutContent> {
    Ok(PayoutContent {
        account_id: AccountId::new(row.get::<_, String>("account_id")?),
        destination: destination(row)?,
        amount: dong(row, "amount")?,
        description: row.get("description")?,
        beneficiary_id: maybe_parsed(row, "beneficiary_id")?,
    })
}

/// Where money goes, of a payout and of a beneficiary.
pub(crate) fn destination(row: &Row<'_>) -> rusqlite::Result<Destination> {
    Ok(Destination {
        bank_id: row.get("bank_id")?,
        bank_bin: row.get("bank_bin")?,
        bank_name: row.get("bank_name")?,
        account_number: row.get("account_number")?,
        account_name: row.get("account_name")?,
    })
}

fn heard(row: &Row<'_>) -> rusqlite::Result<Option<HeardPayout>> {
    let Some(status) = row.get::<_, Option<String>>("heard_status")? else {
        return Ok(None);
    };
    Ok(Some(HeardPayout {
        status: PayoutStatus::of_word(&status),
        told: ToldPayout {
            amount: maybe_dong(row, "told_amount")?,
            account_number: row.get("told_account_number")?,
            account_name: row.get("told_account_name")?,
            bank_id: row.get("told_bank_id")?,
            account_id: row.get("told_account_id")?,
        },
        tries_left: row.get("tries_left")?,
        transaction_number: row.get("transaction_number")?,
        at: row.get("heard_at")?,
    }))
}

pub(super) fn one(db: &Connection, id: PayoutId) -> Result<Payout, StoreError> {
    maybe_one(db, id)?.ok_or(StoreError::NotFound("payout"))
}

pub(super) fn maybe_one(db: &Connection, id: PayoutId) -> Result<Option<Payout>, StoreError> {
    let mut select = db.prepare_cached(&format!("{} WHERE p.id = ?1", *SELECT))?;
    Ok(select.query_row([id.to_string()], read).optional()?)
}

/// Writes what the gateway told and what a person closed; `changed_at` is when that became another.
pub(super) fn save(tx: &Transaction<'_>, payout: &Payout, changed_at: UnixMs) -> Result<(), StoreError> {
    let heard = payout.heard.as_ref();
    let told = heard.map(|heard| &heard.told);
    tx.prepare_cached(
        "UPDATE payout SET gateway_id = ?2, heard_status = ?3, heard_at = ?4, told_amount = ?5, told_account_number = ?6,
           told_account_name = ?7, told_bank_id = ?8, told_account_id = ?9, tries_left = ?10, transaction_number = ?11,
           closed_reason = ?12, changed_at = ?13
         WHERE id = ?1",
    )?
    .execute(rusqlite::params![
        payout.id.to_string(),
        payout.gateway_id,
        heard.map(|heard| heard.status.as_str()),
        heard.map(|heard| heard.at),
        told.and_then(|told| told.amount).map(Dong::get),
        told.and_then(|told| told.account_number.as_deref()),
        told.and_then(|told| told.account_name.as_deref()),
        told.and_then(|told| told.bank_id.as_deref()),
        told.and_then(|told| told.account_id.as_deref()),
        heard.and_then(|heard| heard.tries_left),
        heard.and_then(|heard| heard.transaction_number.as_deref()),
        payout.closed_reason,
        changed_at,
    ])?;
    Ok(())
}

/// Sets until when the gateway is asked about it.
pub(super) fn watch(tx: &Transaction<'_>, id: PayoutId, until: Option<UnixMs>) -> Result<(), StoreError> {
    tx.prepare_cached("UPDATE payout SET watched_until = ?2 WHERE id = ?1 AND watched_until IS NOT ?2")?
        .execute((id.to_string(), until))?;
    Ok(())
}

/// Renews what is computed from a payout, and returns it.
pub(super) fn renew(tx: &Transaction<'_>, id: PayoutId) -> Result<Payout, StoreError> {
    let payout = one(tx, id)?;
    let standing = PayoutStanding::of(&payout);
    let is_accepted = matches!(
        standing,
        PayoutStanding::Processing | PayoutStanding::Settling | PayoutStanding::Succeeded
    );
    tx.prepare_cached(
        "UPDATE payout SET standing = ?2, folded = ?3,
           accepted_at = CASE WHEN ?4 THEN COALESCE(accepted_at, ?5) WHEN ?6 THEN NULL ELSE accepted_at END
         WHERE id = ?1",
    )?
    .execute((
        payout.id.to_string(),
        standing.as_str(),
        folded(&payout),
        is_accepted,
        payout.updated_at,
        standing == PayoutStanding::Failed,
    ))?;
    Ok(payout)
}

/// What it is found by.
fn folded(payout: &Payout) -> String {
    let PayoutContent {
        destination: to,
        amount,
        description,
        ..
    } = &payout.content;
    let amount = amount.get().to_string();
    search::text(&[
        &to.account_name,
        &to.account_number,
        &to.bank_name,
        description,
        &amount,
    ])
}

/// What the payouts since a moment come to that moved money or still may.
pub(super) fn used(db: &Connection, environment: Environment, since: UnixMs) -> Result<Dong, StoreError> {
    let counting: Vec<&str> = PayoutStanding::ALL
        .into_iter()
        .filter(|standing| standing.counts())
        .map(PayoutStanding::as_str)
        .collect();
    let sum: i64 = db
        .prepare_cached(
            "SELECT COALESCE(sum(amount), 0) FROM payout
             WHERE environment = ?1 AND place >= ?2 AND standing IN (SELECT value FROM json_each(?3))",
        )?
        .query_row(
            (
                environment.as_str(),
                crate::payment::first_place(since),
                serde_json::to_string(&counting)?,
            ),
            |row| row.get(0),
        )?;
    Ok(Dong::new(sum))
}
