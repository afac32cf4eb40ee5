//! A new payment's row and the text it is found by.

use super::instalment;
use crate::fold::fold;
use crate::{NewPayment, StoreError, Way};
use domain::{Environment, InstalmentCustomer, PaymentId, SaleId, UnixMs, Verdict};
use dong::Dong;
use rusqlite::Transaction;

/// How many payments fit in one millisecond of the list's order.
const PLACES_PER_MS: i64 = 1_024;

/// The first place of a moment in the list's order.
pub(super) const fn first_place(at: UnixMs) -> i64 {
    at.saturating_mul(PLACES_PER_MS)
}

/// Adds the row of a payment that was just decided.
pub(crate) fn insert(
    tx: &Transaction<'_>,
    id: PaymentId,
    sale_id: SaleId,
    environment: Environment,
    new: &NewPayment,
) -> Result<(), StoreError> {
    let (sale_name, sale_number) = tx
        .prepare_cached("SELECT name, number FROM sale WHERE id = ?1")?
        .query_row([sale_id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (account_id, customer) = match &new.way {
        Way::Transfer { account_id } => (Some(account_id.as_str()), None),
        Way::Instalment { customer, .. } => (None, Some(customer)),
    };
    let text = SearchText {
        id,
        customer_name: customer.map(InstalmentCustomer::full_name),
        phone: customer.map(|customer| customer.phone.clone()),
        description: new.description.clone(),
        amount: new.amount,
        sale_name,
        sale_number,
    };
    tx.prepare_cached(
        "INSERT INTO payment (place, id, sale_id, environment, method, reference, account_id, amount, description, created_at, verdict, folded)
         VALUES ((SELECT COALESCE(MAX(place) + 1, ?1) FROM payment WHERE place >= ?1 AND place < ?2),
           ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(rusqlite::params![
        first_place(new.at),
        first_place(new.at.saturating_add(1)),
        id.to_string(),
        sale_id.to_string(),
        environment.as_str(),
        new.way.kind().method().as_str(),
        id.reference(),
        account_id,
        new.amount.get(),
        new.description,
        new.at,
        Verdict::Unpaid.as_str(),
        text.folded(),
    ])?;
    if let Way::Instalment {
        customer,
        goods,
        plan,
    } = &new.way
    {
        instalment::insert(tx, id, customer, goods, plan.as_ref())?;
    }
    Ok(())
}

/// Renews the search text of a sale's payments after it got another name.
pub(crate) fn fold_sale(tx: &Transaction<'_>, sale_id: SaleId) -> Result<(), StoreError> {
    let texts: Vec<SearchText> = tx
        .prepare_cached(
            "SELECT p.id, p.description, p.amount, s.name, s.number, t.phone, t.last_name || ' ' || t.first_name AS customer_name
             FROM payment p JOIN sale s ON s.id = p.sale_id LEFT JOIN instalment t ON t.payment_id = p.id
             WHERE p.sale_id = ?1",
        )?
        .query_map([sale_id.to_string()], |row| {
            Ok(SearchText {
                id: crate::column::parsed(row, "id")?,
                description: row.get("description")?,
                amount: crate::column::dong(row, "amount")?,
                sale_name: row.get("name")?,
                sale_number: row.get("number")?,
                customer_name: row.get("customer_name")?,
                phone: row.get("phone")?,
            })
        })?
        .collect::<Result<_, _>>()?;
    for text in texts {
        tx.prepare_cached("UPDATE payment SET folded = ?2 WHERE id = ?1")?
            .execute((text.id.to_string(), text.folded()))?;
    }
    Ok(())
}

/// What a payment is found by. References and gateway ids are looked up whole, not as words.
struct SearchText {
    id: PaymentId,
    description: String,
    amount: Dong,
    sale_name: String,
    sale_number: i64,
    customer_name: Option<String>,
    phone: Option<String>,
}

impl SearchText {
    fn folded(&self) -> String {
        let Self {
            id,
            description,
            amount,
            sale_name,
            sale_number,
            customer_name,
            phone,
        } = self;
        let mut text = format!(
            "{description} {} {sale_name} {sale_number} {}",
            id.memo_code(),
            amount.get()
        );
        for more in customer_name.iter().chain(phone) {
            text.push(' ');
            text.push_str(more);
        }
        fold(&text)
    }
}
