//! What the practice shop has: customers, products, and invoices that are paid, overdue, paid in part and
//! open. Everything goes through the same door as a caller's.

use dong::Dong;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::create;
use crate::assumptions::Switches;
use crate::books::{Books, Customer, Invoice, Product, Transfer};
use crate::clock::iso;
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

#[derive(Deserialize)]
struct Practice {
    customers: Vec<Map<String, Value>>,
    products: Vec<Map<String, Value>>,
    /// Days ago, days until due, received sum in dong, body.
    invoices: Vec<(i64, i64, i64, Map<String, Value>)>,
}

/// Puts it into new books.
pub(crate) fn practise(books: &mut Books, switches: &Switches, now_ms: i64) {
    let written = serde_json::from_str(include_str!("practice.json"));
    let put = written.map(|practice| put(practice, books, switches, now_ms));
    if !matches!(put, Ok(Ok(()))) {
        tracing::error!("the practice shop is not complete");
    }
}

fn put(practice: Practice, books: &mut Books, switches: &Switches, now_ms: i64) -> Result<(), Refusal> {
    let begin_ms = now_ms.saturating_sub(30 * DAY_MS);
    for body in practice.customers {
        create::<Customer>(books, &Fields::of_map(body), switches, begin_ms)?;
    }
    for body in practice.products {
        create::<Product>(books, &Fields::of_map(body), switches, begin_ms)?;
    }
    let account_id = books.accounts().first().map(|account| account.account_id.clone());
    for (days_ago, days_until_due, received, mut body) in practice.invoices {
        let at_ms = now_ms.saturating_sub(days_ago.saturating_mul(DAY_MS));
        let due_ms = at_ms.saturating_add(days_until_due.saturating_mul(DAY_MS));
        let texts = [
            ("transaction_date", Some(iso(at_ms))),
            ("due_date", Some(iso(due_ms))),
            ("account_id", account_id.clone()),
        ];
        body.extend(texts.map(|(name, text)| (name.to_owned(), text.into())));
        let row = create::<Invoice>(books, &Fields::of_map(body), switches, at_ms)?;
        if received > 0
            && let Some(row) = books.business.invoices.row_mut(&row.id)
        {
            row.kept.transfers.push(Transfer {
                amount: Dong::new(received),
                at_ms: at_ms.saturating_add(DAY_MS),
                counts: true,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Row;

    #[test]
    fn the_practice_shop_is_whole_and_its_invoices_differ() {
        let now_ms = 2_000_000_000_000;
        let mut books = Books::open(now_ms, false);
        practise(&mut books, &Switches::default(), now_ms);
        let business = &books.business;
        assert_eq!(
            (business.customers.rows().len(), business.products.rows().len()),
            (5, 8)
        );
        let status = |row: &Row<Invoice>| (row.kept.status(), row.kept.due_at_ms < now_ms);
        let statuses: Vec<_> = business.invoices.rows().iter().map(status).collect();
        assert_eq!(
            statuses,
            [
                ("paid", true),
                ("unpaid", true),
                ("partial_paid", false),
                ("unpaid", false)
            ]
        );
    }
}
