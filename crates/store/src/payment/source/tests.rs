//! Plans of what lists read.

use super::*;
use crate::test_support::{Shop, WORLD, payment_id};
use dong::Dong;
use rusqlite::params_from_iter;

/// The planner's words for how a source is walked.
async fn plan(shop: &Shop, source: Source) -> String {
    let sql = format!(
        "EXPLAIN QUERY PLAN {} ORDER BY {} DESC LIMIT 9",
        source.sql, source.place
    );
    let read = shop.store.read(move |db| {
        let mut select = db.prepare(&sql)?;
        let lines = select.query_map(params_from_iter(source.values), |row| {
            row.get::<_, String>("detail")
        })?;
        Ok(lines.collect::<Result<Vec<_>, _>>()?.join("; "))
    });
    read.await.unwrap()
}

#[tokio::test]
async fn no_page_sorts_or_scans_a_table() {
    let shop = Shop::open().await;
    let id = payment_id(1).reference();
    for search in ["", "ca phe", "0912 345 678", &id] {
        for verdicts in [vec![], vec![Verdict::Paid, Verdict::Late]] {
            let methods = [vec![], vec![Method::Instalment], Method::ALL.to_vec()];
            for (methods, from) in methods
                .into_iter()
                .flat_map(|one| [(one.clone(), false), (one, true)])
            {
                let filter = PaymentFilter {
                    search: Some(search.to_owned()),
                    amount: (!search.is_empty()).then_some(Dong::new(1_000)),
                    verdicts: verdicts.clone(),
                    methods,
                    from: from.then_some(1 << 20),
                    to: from.then_some(1 << 30),
                    ..PaymentFilter::all(WORLD)
                };
                for source in super::of(
                    Scope::new(&filter, Some(1 << 40)),
                    filter.search.as_deref(),
                    filter.amount,
                )
                .all
                {
                    let (sql, plan) = (source.sql.clone(), plan(&shop, source).await);
                    let scans = plan.matches("SCAN ").count() - plan.matches("SCAN s VIRTUAL").count();
                    assert!(scans == 0 && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
                }
            }
        }
    }
}

#[tokio::test]
async fn no_page_of_invoices_sorts_or_scans_a_table() {
    let shop = Shop::open().await;
    for search in ["", "ca phe"] {
        for index in ["invoice_by_environment", "invoice_by_customer"] {
            let sql = match index {
                "invoice_by_customer" => " AND v.standing = 'waiting' AND v.customer_id = ?",
                _ => " AND (v.standing = 'waiting' AND v.due_date < ?)",
            };
            let invoices = Invoices {
                index,
                sql: sql.to_owned(),
                values: vec![1.into()],
            };
            let scope = Scope::of_invoices(WORLD, invoices, Some(1 << 40));
            for source in super::of(scope, Some(search), None).all {
                let (sql, plan) = (source.sql.clone(), plan(&shop, source).await);
                let scans = plan.matches("SCAN ").count() - plan.matches("SCAN s VIRTUAL").count();
                assert!(scans == 0 && !plan.contains("TEMP B-TREE"), "{sql}: {plan}");
                assert!(!search.is_empty() || plan.contains(index), "{sql}: {plan}");
            }
        }
    }
}
