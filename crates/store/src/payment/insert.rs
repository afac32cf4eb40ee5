//! A new payment's row and the text it is found by.

use super::instalment;
use super::row::{self, SELECT};
use crate::fold::fold;
use crate::{NewPayment, StoreError, Way};
use domain::{
    Environment, InstalmentCustomer, InvoiceContent, Method, Payment, PaymentId, SaleId, UnixMs, Verdict,
};
use dong::Dong;
use rusqlite::Transaction;

/// How many payments fit in one millisecond of the list's order.
const PLACES_PER_MS: i64 = 1_024;

/// The first place of a moment in the list's order.
pub(crate) const fn first_place(at: UnixMs) -> i64 {
    at.saturating_mul(PLACES_PER_MS)
}

/// What every payment has, whatever its method.
pub(crate) struct Asked<'a> {
    pub(crate) id: PaymentId,
    pub(crate) sale_id: SaleId,
    pub(crate) environment: Environment,
    pub(crate) method: Method,
    pub(crate) reference: &'a str,
    pub(crate) account_id: Option<&'a str>,
    pub(crate) amount: Dong,
    pub(crate) description: &'a str,
    pub(crate) at: UnixMs,
    /// What it is found by besides.
    pub(crate) words: Vec<&'a str>,
}

impl<'a> Asked<'a> {
    /// An invoice's.
    pub(crate) fn of_invoice(
        id: PaymentId,
        sale_id: SaleId,
        environment: Environment,
        new: &'a crate::NewInvoice,
    ) -> Self {
        Self {
            id,
            sale_id,
            environment,
            method: Method::Invoice,
            reference: &new.code,
            account_id: None,
            amount: new.amount,
            description: new.description(),
            at: new.at,
            words: invoice_words(&new.code, &new.content),
        }
    }
}

/// Adds the rows of a payment at the counter that was just decided.
pub(crate) fn of_way(
    tx: &Transaction<'_>,
    id: PaymentId,
    sale_id: SaleId,
    environment: Environment,
    new: &NewPayment,
) -> Result<(), StoreError> {
    let (account_id, words) = match &new.way {
        Way::Transfer { account_id } => (Some(account_id.as_str()), Vec::new()),
        Way::Instalment { customer, .. } => (None, instalment_words(customer).to_vec()),
    };
    let asked = Asked {
        id,
        sale_id,
        environment,
        method: new.way.method(),
        reference: &id.reference(),
        account_id,
        amount: new.amount,
        description: &new.description,
        at: new.at,
        words,
    };
    insert(tx, &asked)?;
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

/// Adds a payment's row; returns its place.
pub(crate) fn insert(tx: &Transaction<'_>, asked: &Asked<'_>) -> Result<i64, StoreError> {
    let counter = counter_text(tx, asked.method, asked.sale_id, asked.amount)?;
    let folded = folded(asked.id, asked.description, &counter, &asked.words);
    let place = tx
        .prepare_cached(
            "INSERT INTO payment (place, id, sale_id, environment, method, reference, account_id, amount, asked_now, description,
               created_at, verdict, folded)
             VALUES ((SELECT COALESCE(MAX(place) + 1, ?1) FROM payment WHERE place >= ?1 AND place < ?2),
               ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11, ?12, ?13)
             RETURNING place",
        )?
        .query_row(
            rusqlite::params![
                first_place(asked.at),
                first_place(asked.at.saturating_add(1)),
                asked.id.to_string(),
                asked.sale_id.to_string(),
                asked.environment.as_str(),
                asked.method.as_str(),
                asked.reference,
                asked.account_id,
                asked.amount.get(),
                asked.description,
                asked.at,
                Verdict::Unpaid.as_str(),
                folded,
            ],
            |row| row.get(0),
        )?;
    Ok(place)
}

/// Renews the search text of a sale's payments after it got another name.
pub(crate) fn fold_sale(tx: &Transaction<'_>, sale_id: SaleId) -> Result<(), StoreError> {
    let payments: Vec<Payment> = tx
        .prepare_cached(&format!("{} WHERE p.sale_id = ?1", *SELECT))?
        .query_map([sale_id.to_string()], row::read)?
        .collect::<Result<_, _>>()?;
    payments.iter().try_for_each(|payment| fold_payment(tx, payment))
}

/// Renews a payment's search text.
pub(super) fn fold_payment(tx: &Transaction<'_>, payment: &Payment) -> Result<(), StoreError> {
    let words = match (&payment.instalment, &payment.invoice) {
        (Some(own), _) => instalment_words(&own.customer).to_vec(),
        (None, Some(own)) => invoice_words(&own.code, &own.content),
        (None, None) => Vec::new(),
    };
    let counter = counter_text(tx, payment.method, payment.sale_id, payment.amount)?;
    let folded = folded(payment.id, &payment.description, &counter, &words);
    tx.prepare_cached("UPDATE payment SET folded = ?2 WHERE id = ?1")?
        .execute((payment.id.to_string(), folded))?;
    Ok(())
}

fn instalment_words(customer: &InstalmentCustomer) -> [&str; 3] {
    [&customer.last_name, &customer.first_name, &customer.phone]
}

fn invoice_words<'a>(code: &'a str, content: &'a InvoiceContent) -> Vec<&'a str> {
    let mut words = vec![code];
    if let Some(customer) = &content.customer {
        words.extend([customer.name.as_str(), &customer.phone, &customer.tax_id]);
    }
    words.extend(content.lines.iter().map(|line| line.name.as_str()));
    words
}

/// What a payment at the counter is found by besides: its sale, as people call it, and its amount. An invoice's sale is never shown,
/// and figures would be taken for those of its code.
fn counter_text(
    tx: &Transaction<'_>,
    method: Method,
    sale: SaleId,
    amount: Dong,
) -> Result<String, StoreError> {
    if method == Method::Invoice {
        return Ok(String::new());
    }
    let sale: String = tx
        .prepare_cached("SELECT name || ' ' || number FROM sale WHERE id = ?1")?
        .query_row([sale.to_string()], |row| row.get(0))?;
    Ok(format!("{sale} {}", amount.get()))
}

/// What a payment is found by. References and gateway ids are looked up whole, not as words.
fn folded(id: PaymentId, description: &str, counter: &str, words: &[&str]) -> String {
    let memo_code = id.memo_code();
    let mut text = vec![description, counter, &memo_code];
    text.extend(words);
    fold(&text.join(" "))
}
