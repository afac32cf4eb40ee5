//! Table `beneficiary`: the book of those whom the shop pays. It is this machine's alone.
//!
//! When one was last paid, and how often, is read from the payouts to exactly that bank, number and name.

use crate::column::{parsed, readable, word};
use crate::fold::fold;
use crate::payout::destination;
use crate::search::{self, Condition};
use crate::{Store, StoreError};
use domain::{Beneficiary, BeneficiaryId, Destination, Environment, UnixMs};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params_from_iter};

/// The most rows of a list.
const LONGEST_LIST: usize = 200;

const SELECT: &str = "SELECT b.*, paid.last_paid_at, paid.times_paid FROM beneficiary b LEFT JOIN (
      SELECT environment, bank_id, account_number, account_name, max(accepted_at) AS last_paid_at, count(*) AS times_paid
      FROM payout WHERE accepted_at IS NOT NULL GROUP BY environment, bank_id, account_number, account_name
    ) paid USING (environment, bank_id, account_number, account_name)";

/// What a search of the book leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeneficiaryList {
    /// The last paid first, then by name; 200 at the most.
    pub rows: Vec<Beneficiary>,
    /// How many match.
    pub count: u64,
}

impl Store {
    /// Enters a beneficiary, or changes the one of the same id, and returns it as it is kept.
    ///
    /// `created_at` counts the first time, `changed_at` when bank, number or name become others; what is said about payments is not
    /// taken over.
    ///
    /// # Errors
    /// [`StoreError::AccountTaken`] when bank and number are another beneficiary's; nothing changes then.
    pub async fn save_beneficiary(&self, beneficiary: Beneficiary) -> Result<Beneficiary, StoreError> {
        self.write(move |tx| save(tx, &beneficiary)).await
    }

    /// One beneficiary.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when there is no such beneficiary.
    pub async fn beneficiary(&self, id: BeneficiaryId) -> Result<Beneficiary, StoreError> {
        self.read(move |db| maybe_one(db, id)?.ok_or(StoreError::NotFound("beneficiary")))
            .await
    }

    /// The beneficiary with this account, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn beneficiary_by_account(
        &self,
        environment: Environment,
        bank_id: String,
        account_number: String,
    ) -> Result<Option<Beneficiary>, StoreError> {
        self.read(move |db| by_account(db, environment, &bank_id, &account_number))
            .await
    }

    /// Those whose holder, bank or note have words that begin as the typed ones, or whose account number contains the typed digits, in
    /// any grouping; all without a search.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub async fn list_beneficiaries(
        &self,
        environment: Environment,
        search: Option<String>,
    ) -> Result<BeneficiaryList, StoreError> {
        self.read(move |db| list(db, environment, search.as_deref().unwrap_or_default()))
            .await
    }

    /// Takes a beneficiary out of the book; nothing happens when there is none. Payouts stay as they are.
    ///
    /// # Errors
    /// [`StoreError`] when it could not be written.
    pub async fn delete_beneficiary(&self, id: BeneficiaryId) -> Result<(), StoreError> {
        self.write(move |tx| {
            tx.execute("DELETE FROM beneficiary WHERE id = ?1", [id.to_string()])?;
            Ok(())
        })
        .await
    }
}

fn maybe_one(db: &Connection, id: BeneficiaryId) -> Result<Option<Beneficiary>, StoreError> {
    let mut select = db.prepare_cached(&format!("{SELECT} WHERE b.id = ?1"))?;
    Ok(select.query_row([id.to_string()], read).optional()?)
}

fn by_account(
    db: &Connection,
    environment: Environment,
    bank_id: &str,
    account_number: &str,
) -> Result<Option<Beneficiary>, StoreError> {
    let mut select = db.prepare_cached(&format!(
        "{SELECT} WHERE b.environment = ?1 AND b.bank_id = ?2 AND b.account_number = ?3"
    ))?;
    let values = (environment.as_str(), bank_id, account_number);
    Ok(select.query_row(values, read).optional()?)
}

fn list(db: &Connection, environment: Environment, typed: &str) -> Result<BeneficiaryList, StoreError> {
    let mut all = Condition::new("b.environment = ?", vec![environment.as_str().to_owned().into()]);
    if let Some(search) = search::found(typed, "b.folded", &[]) {
        all.and(&search.sql, search.values);
    }
    let mut select = db.prepare_cached(&format!(
        "{SELECT} WHERE {} ORDER BY paid.last_paid_at DESC, b.name_key, b.id LIMIT {LONGEST_LIST}",
        all.sql
    ))?;
    let rows = readable(
        select.query_map(params_from_iter(&all.values), read)?,
        "beneficiary",
    )?;
    let count: i64 = db
        .prepare_cached(&format!("SELECT count(*) FROM beneficiary b WHERE {}", all.sql))?
        .query_row(params_from_iter(&all.values), |row| row.get(0))?;
    Ok(BeneficiaryList {
        rows,
        count: u64::try_from(count).map_err(StoreError::failed)?,
    })
}

fn save(tx: &Transaction<'_>, new: &Beneficiary) -> Result<Beneficiary, StoreError> {
    let to = &new.destination;
    let holder = by_account(tx, new.environment, &to.bank_id, &to.account_number)?;
    if let Some(other) = holder.filter(|holder| holder.id != new.id) {
        return Err(StoreError::AccountTaken(other.id));
    }
    let old = maybe_one(tx, new.id)?;
    if old.as_ref().is_some_and(|old| old.environment != new.environment) {
        return Err(StoreError::failed("the beneficiary is another world's"));
    }
    write(tx, new, changed_at(old.as_ref(), new))?;
    maybe_one(tx, new.id)?.ok_or(StoreError::NotFound("beneficiary"))
}

fn changed_at(old: Option<&Beneficiary>, new: &Beneficiary) -> UnixMs {
    let decisive = |to: &Destination| {
        (
            to.bank_id.clone(),
            to.account_number.clone(),
            to.account_name.clone(),
        )
    };
    match old {
        Some(old) if decisive(&old.destination) == decisive(&new.destination) => old.changed_at,
        _ => new.changed_at,
    }
}

fn write(tx: &Transaction<'_>, new: &Beneficiary, changed_at: UnixMs) -> Result<(), StoreError> {
    let to = &new.destination;
    let folded = search::text(&[&to.account_name, &to.account_number, &to.bank_name, &new.note]);
    tx.prepare_cached(
        "INSERT INTO beneficiary (id, environment, bank_id, bank_bin, bank_name, account_number, account_name, note, name_key, folded,
           created_at, changed_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET bank_id = ?3, bank_bin = ?4, bank_name = ?5, account_number = ?6, account_name = ?7, note = ?8,
           name_key = ?9, folded = ?10, changed_at = ?12",
    )?
    .execute((
        new.id.to_string(),
        new.environment.as_str(),
        &to.bank_id,
        &to.bank_bin,
        &to.bank_name,
        &to.account_number,
        &to.account_name,
        &new.note,
        fold(&to.account_name),
        folded,
        new.created_at,
        changed_at,
    ))?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Beneficiary> {
    Ok(Beneficiary {
        id: parsed(row, "id")?,
        environment: word(row, "environment", Environment::from_stored)?,
        destination: destination(row)?,
        note: row.get("note")?,
        created_at: row.get("created_at")?,
        changed_at: row.get("changed_at")?,
        last_paid_at: row.get("last_paid_at")?,
        times_paid: row.get::<_, Option<u32>>("times_paid")?.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests;
