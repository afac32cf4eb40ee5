//! Drafts survive, and a decision is made once.

use super::NewInvoice;
use super::samples::{content, draft, new_invoice};
use crate::test_support::{Shop, T0, WORLD, payment_id, sale_id};
use crate::{CommitOutcome, EventKind, PaymentFilter};
use domain::{
    Environment, IntentKind, IntentState, InvoiceContent, InvoiceDraft, Method, Move, PaymentId, SaleId,
    SaleKind,
};
use dong::Dong;

async fn drafts(shop: &Shop, world: Environment) -> Vec<PaymentId> {
    let drafts = shop.store.invoice_drafts(world).await.unwrap();
    drafts.into_iter().map(|draft| draft.id).collect()
}

#[tokio::test]
async fn drafts_survive_a_restart_the_last_changed_first() {
    let shop = Shop::open().await;
    for n in 1..=3 {
        shop.store.save_invoice_draft(draft(n)).await.unwrap();
    }
    let empty = InvoiceContent {
        customer: None,
        lines: Vec::new(),
        ..content("")
    };
    let changed = InvoiceDraft {
        content: empty,
        code: "HD-1b".to_owned(),
        updated_at: T0 + 50,
        ..draft(1)
    };
    shop.store.save_invoice_draft(changed.clone()).await.unwrap();
    shop.store.delete_invoice_draft(payment_id(2)).await.unwrap();
    let shop = shop.reopen();
    assert_eq!(drafts(&shop, WORLD).await, [1, 3].map(payment_id));
    assert_eq!(shop.store.invoice_draft(payment_id(1)).await.unwrap(), changed);
    assert_eq!(shop.store.invoice_draft(payment_id(3)).await.unwrap(), draft(3));
    let missing = shop.store.invoice_draft(payment_id(2)).await.unwrap_err();
    assert_eq!(missing.code(), "not_found");
    assert!(drafts(&shop, Environment::Production).await.is_empty());
}

#[tokio::test]
async fn a_decision_is_sale_intent_payment_and_timeline_at_once() {
    let shop = Shop::open().await;
    shop.committed_invoice(7, 108_000).await;
    let payment = shop.store.payment(payment_id(7)).await.unwrap();
    assert_eq!(
        (payment.method, payment.amount, payment.intent),
        (Method::Invoice, Dong::new(108_000), IntentState::Committed)
    );
    assert_eq!(
        (payment.reference.as_str(), payment.description.as_str()),
        ("HD-7", "Nguyễn Thị Hường")
    );
    let own = payment.invoice.unwrap();
    assert_eq!((own.code.as_str(), own.content), ("HD-7", content("Trà ô long")));
    let intent = shop.store.intent(payment_id(7)).await.unwrap();
    assert_eq!(
        (intent.kind, intent.reference.as_str(), intent.next_look_at),
        (IntentKind::InvoiceCreate, "HD-7", Some(T0 + 7))
    );
    let body = shop.store.body(payment_id(7)).await.unwrap();
    assert_eq!(body.as_deref(), Some(&b"{}"[..]));
    let events = shop.store.events(payment_id(7)).await.unwrap();
    assert_eq!((events.len(), events[0].kind), (1, EventKind::Committed));
    assert!(drafts(&shop, WORLD).await.is_empty());
    let sale = shop.store.sale(payment.sale_id).await.unwrap();
    assert_eq!(
        (sale.kind, sale.number, sale.name.as_str(), sale.amount),
        (SaleKind::Invoice, 2, "Nguyễn Thị Hường", Some(Dong::new(108_000)))
    );
    let open = shop.store.open_sales(WORLD).await.unwrap();
    let open: Vec<SaleId> = open.into_iter().map(|sale| sale.id).collect();
    assert_eq!(open, [sale_id(1)]);
    for sql in [
        "UPDATE invoice SET content = '{}'",
        "UPDATE invoice SET code = 'x'",
        "UPDATE intent SET reference = 'x'",
    ] {
        assert!(shop.raw(sql).is_err(), "{sql}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_clicks_exactly_one_sends() {
    let shop = Shop::open().await;
    shop.store.save_invoice_draft(draft(1)).await.unwrap();
    let clicks: Vec<_> = (0..16)
        .map(|click| {
            let store = shop.store.clone();
            tokio::spawn(async move {
                store
                    .commit_invoice(payment_id(1), new_invoice(1, 1_000 + click))
                    .await
            })
        })
        .collect();
    let mut winners = 0;
    for click in clicks {
        winners += usize::from(click.await.unwrap().unwrap() == CommitOutcome::Committed);
    }
    assert_eq!(winners, 1);
    let all = shop.store.total_payments(PaymentFilter::all(WORLD)).await;
    assert_eq!(all.unwrap().count, 1);
    // A page that saves once more does not bring the draft back.
    assert!(shop.store.save_invoice_draft(draft(1)).await.is_err());
    assert!(drafts(&shop, WORLD).await.is_empty());
}

#[tokio::test]
async fn a_code_that_was_used_is_taken_also_by_a_refused_invoice() {
    let shop = Shop::open().await;
    shop.committed_invoice(1, 1_000).await;
    shop.advance(1, Move::Send).await;
    shop.advance(1, Move::Refuse).await;
    shop.store.save_invoice_draft(draft(2)).await.unwrap();
    let same = NewInvoice {
        code: "HD-1".to_owned(),
        ..new_invoice(2, 2_000)
    };
    let taken = shop.store.commit_invoice(payment_id(2), same.clone()).await;
    assert_eq!(taken.unwrap_err().code(), "code_taken");
    assert_eq!(shop.store.invoice_draft(payment_id(2)).await.unwrap(), draft(2));
    assert_eq!(
        shop.store
            .sales(vec![SaleId::new(payment_id(2).uuid())])
            .await
            .unwrap(),
        []
    );
    let elsewhere = InvoiceDraft {
        environment: Environment::Production,
        ..draft(2)
    };
    shop.store.delete_invoice_draft(payment_id(2)).await.unwrap();
    shop.store.save_invoice_draft(elsewhere).await.unwrap();
    let other_world = shop.store.commit_invoice(payment_id(2), same).await;
    assert_eq!(other_world.unwrap(), CommitOutcome::Committed);
}

#[tokio::test]
async fn without_a_draft_nothing_is_sent() {
    let shop = Shop::open().await;
    let missing = shop
        .store
        .commit_invoice(payment_id(1), new_invoice(1, 1_000))
        .await;
    assert_eq!(missing.unwrap_err().code(), "not_found");
    shop.store.save_invoice_draft(draft(1)).await.unwrap();
    let nothing = shop.store.commit_invoice(payment_id(1), new_invoice(1, 0)).await;
    assert_eq!(nothing.unwrap_err().code(), "storage_failed");
    assert_eq!(drafts(&shop, WORLD).await, [payment_id(1)]);
}
