//! Saving what can be read from a damaged file: newest rows first, until the time is out.

mod copy;

use super::connect;
use crate::StoreError;
use copy::{Order, copy_table};
use rusqlite::{Connection, Transaction};
use std::path::Path;
use std::time::{Duration, Instant};

/// The app must be open within 3 s; what is not saved by then stays in the file that was set aside.
const TIME_LIMIT: Duration = Duration::from_millis(1_500);

/// In the order of their references. A payment without its intent, or an event without either, cannot be kept.
const TABLES: [(&str, Order); 17] = [
    ("setting", Order::By("key")),
    ("known_account", Order::By("confirmed_at")),
    ("instalment_customer", Order::By("last_used_at")),
    ("account", Order::By("place")),
    ("sale", Order::Numbered),
    ("intent", Order::Numbered),
    ("payment", Order::Numbered),
    ("instalment", Order::Numbered),
    ("invoice", Order::Numbered),
    ("invoice_draft", Order::Numbered),
    ("payout", Order::Numbered),
    ("event", Order::Numbered),
    ("beneficiary", Order::Numbered),
    ("customer", Order::Numbered),
    ("product", Order::Numbered),
    ("import_batch", Order::Numbered),
    ("import_row", Order::By("batch_id")),
];

/// Copies rows into the new database; returns how many.
pub(super) fn copy_readable(damaged: &Path, fresh: &mut Connection) -> usize {
    match try_copy(damaged, fresh) {
        Ok(count) => count,
        Err(error) => {
            tracing::warn!(%error, "nothing could be saved from the damaged database");
            0
        }
    }
}

fn try_copy(damaged: &Path, fresh: &mut Connection) -> Result<usize, StoreError> {
    let old = connect::salvager(damaged)?;
    let end = Instant::now() + TIME_LIMIT;
    let tx = fresh.transaction()?;
    // An intent whose sale was lost still counts; references are mended below, before the commit checks them.
    tx.pragma_update(None, "defer_foreign_keys", true)?;
    let mut saved = 0;
    for ((table, order), tables_left) in TABLES.into_iter().zip((1u32..=17).rev()) {
        // A large table must not use up the time of those after it.
        let deadline = Instant::now() + end.saturating_duration_since(Instant::now()) / tables_left;
        match copy_table(&old, &tx, table, order, deadline) {
            Ok(count) => saved += count,
            Err(error) => tracing::warn!(table, %error, "a table could not be saved"),
        }
    }
    mend_references(&tx)?;
    tx.commit()?;
    Ok(saved)
}

/// Steps must still count: the intent of their payment is written anew where it was lost (steps are only taken on payments that the
/// gateway has), and a payment whose own row was lost gets an empty one. An invoice's then says what its last done change said.
///
/// A payout whose intent was lost is looked up, unless the gateway is known to have it; without its row, one that has not left never does.
fn mend_references(tx: &Transaction<'_>) -> Result<(), StoreError> {
    tx.execute_batch(
        "INSERT INTO intent (id, kind, gateway, payment_id, environment, sale_id, reference, idempotency_key, body, state,
             created_at, updated_at)
           SELECT payment_id,
                  CASE WHEN kind IN ('invoice_update', 'invoice_delete') THEN 'invoice_create'
                       WHEN kind = 'payout_code' THEN 'payout_create'
                       ELSE 'instalment_create' END,
                  gateway, payment_id, environment, sale_id,
                  COALESCE((SELECT p.reference FROM payment p WHERE p.id = payment_id), 'TV' || replace(payment_id, '-', '')),
                  payment_id, x'', 'done', MIN(created_at), MIN(created_at)
           FROM intent WHERE detail IS NOT NULL AND payment_id NOT IN (SELECT id FROM intent) GROUP BY payment_id;
         INSERT INTO sale (id, environment, number, name, opened_at)
           SELECT i.sale_id, i.environment,
                  (SELECT COALESCE(MAX(number), 0) FROM sale) + ROW_NUMBER() OVER (ORDER BY i.created_at),
                  '', MIN(i.created_at)
           FROM intent i WHERE i.sale_id NOT IN (SELECT id FROM sale) GROUP BY i.sale_id;
         INSERT INTO intent (id, kind, gateway, payment_id, environment, reference, idempotency_key, body, state, next_look_at,
             gateway_id, created_at, updated_at)
           SELECT id, 'payout_create', 'finan_one', id, environment, reference, id, x'',
                  CASE WHEN heard_status IS NULL THEN 'unknown' ELSE 'done' END,
                  CASE WHEN heard_status IS NULL THEN created_at END, gateway_id, created_at, changed_at
           FROM payout WHERE id NOT IN (SELECT id FROM intent);
         UPDATE payout SET standing = 'unclear' WHERE id IN (SELECT id FROM intent WHERE state = 'unknown');
         UPDATE intent SET state = 'dropped'
           WHERE kind = 'payout_create' AND state = 'committed' AND id NOT IN (SELECT id FROM payout);
         DELETE FROM event WHERE payment_id NOT IN (SELECT id FROM intent);
         UPDATE payment SET replaced_by = NULL WHERE replaced_by NOT IN (SELECT id FROM payment);
         DELETE FROM payment WHERE id NOT IN (SELECT id FROM intent) OR sale_id NOT IN (SELECT id FROM sale);
         DELETE FROM instalment WHERE payment_id NOT IN (SELECT id FROM payment);
         INSERT INTO instalment (payment_id, phone, last_name, first_name, email, goods)
           SELECT id, '', '', '', '', '' FROM payment
           WHERE method = 'instalment' AND id NOT IN (SELECT payment_id FROM instalment);
         DELETE FROM invoice WHERE place NOT IN (SELECT place FROM payment) OR payment_id NOT IN (SELECT id FROM payment);
         INSERT INTO invoice (place, payment_id, environment, code, content, due_date, is_deleted, standing)
           SELECT p.place, p.id, p.environment, p.reference,
                  COALESCE(
                    (SELECT json_extract(s.detail, '$.content') FROM intent s
                     WHERE s.payment_id = p.id AND s.kind = 'invoice_update' AND s.state = 'done'
                     ORDER BY s.updated_at DESC LIMIT 1),
                    json_object('customer', NULL, 'tax_type', 'tax_not_applicable', 'lines', json_array(),
                      'discount', json_object('kind', 'none'), 'note', p.description, 'transaction_date', p.created_at,
                      'due_date', p.created_at, 'payment_methods', json_array(), 'account_id', NULL)),
                  p.created_at,
                  EXISTS (SELECT 1 FROM intent s WHERE s.payment_id = p.id AND s.kind = 'invoice_delete' AND s.state = 'done'),
                  CASE
                    WHEN EXISTS (SELECT 1 FROM intent s WHERE s.payment_id = p.id AND s.kind = 'invoice_delete' AND s.state = 'done')
                      THEN 'deleted'
                    WHEN i.state IN ('rejected', 'dropped') THEN 'refused'
                    WHEN p.verdict IN ('paid', 'over', 'late') THEN 'paid'
                    WHEN p.verdict = 'short' THEN 'short'
                    WHEN p.verdict = 'unknown' THEN 'unclear'
                    ELSE 'waiting'
                  END
           FROM payment p JOIN intent i ON i.id = p.id
           WHERE p.method = 'invoice' AND p.place NOT IN (SELECT place FROM invoice);
         UPDATE invoice SET due_date = json_extract(content, '$.due_date'), customer_id = json_extract(content, '$.customer.id');
         DELETE FROM import_row WHERE batch_id NOT IN (SELECT id FROM import_batch);",
    )?;
    Ok(())
}
