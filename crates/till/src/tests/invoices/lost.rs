//! Answers that got lost: one invoice at the gateway, whatever happens.

use super::{Shop, books, content, draft, named, seen, send, sent};
use crate::invoices;
use contract::instalment::StepPhase;
use contract::invoice::InvoiceStandingView;
use simulator::{Fault, FaultRule, Scope};

#[tokio::test]
async fn a_lost_answer_is_looked_up_and_ends_as_one_invoice() {
    for fault in [Fault::LostAnswer, Fault::ServerError, Fault::CaptivePortal] {
        let shop = Shop::open().await;
        books(&shop).await;
        let draft = draft(&shop, content(&shop)).await;
        shop.faults(vec![FaultRule::once(fault.clone()).only(Scope::InvoiceCreate)]);
        let unclear = send(&shop, &draft.id).await.unwrap();
        assert_eq!(unclear.standing, InvoiceStandingView::Unclear, "{fault:?}");
        shop.settle().await;
        assert_eq!(shop.hand.invoice_effects(&draft.code), 1, "{fault:?}");
        let clear = seen(&shop, &draft.id).await;
        assert_eq!(clear.standing, InvoiceStandingView::Waiting, "{fault:?}");
        assert!(clear.link_qr.is_some());
    }
}

#[tokio::test]
async fn the_app_ends_before_the_answer_and_finds_the_invoice_again() {
    let shop = Shop::open().await;
    books(&shop).await;
    let draft = draft(&shop, content(&shop)).await;
    shop.faults(vec![
        FaultRule::once(Fault::LostAnswer).only(Scope::InvoiceCreate),
    ]);
    send(&shop, &draft.id).await.unwrap();
    let shop = shop.reopen().await;
    shop.settle().await;
    assert_eq!(shop.hand.invoice_effects(&draft.code), 1);
    assert_eq!(
        seen(&shop, &draft.id).await.standing,
        InvoiceStandingView::Waiting
    );
}

#[tokio::test]
async fn a_deletion_whose_answer_was_lost_is_done_once_the_invoice_is_gone() {
    let shop = Shop::open().await;
    let invoice = sent(&shop).await;
    shop.faults(vec![FaultRule::once(Fault::LostAnswer).only(Scope::Invoices)]);
    let unclear = invoices::delete(&shop.till, named(&invoice.id)).await.unwrap();
    assert_eq!(unclear.deletion.unwrap().phase, StepPhase::Unclear);
    shop.settle().await;
    let gone = seen(&shop, &invoice.id).await;
    assert_eq!(gone.deletion.unwrap().phase, StepPhase::Done);
    assert_eq!(gone.standing, InvoiceStandingView::Deleted);
}
