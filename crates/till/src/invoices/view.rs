//! Invoices and drafts as the page shows them.

use super::{content, problems, totals};
use crate::amounts::style;
use crate::books::codes::{self, Codes};
use crate::instalments::step_view;
use crate::{Till, TillError, payments, qr};
use contract::event::TillEvent;
use contract::invoice::{
    InvoiceDraftRow, InvoiceDraftView, InvoiceProblem, InvoiceRow, InvoiceStandingView, InvoiceView,
    TotalsView,
};
use contract::{ErrorCode, Time};
use domain::invoice::InvoiceStanding;
use domain::step::newest;
use domain::{
    IntentKind, IntentState, Invoice, InvoiceContent, InvoiceDraft, Payment, QrState, UnixMs, Verdict,
};

/// One invoice.
pub(super) async fn view(
    till: &Till,
    payment: &Payment,
    invoice: &Invoice,
) -> Result<InvoiceView, TillError> {
    let codes = codes::of(till).await?;
    let standing = InvoiceStanding::of(payment, till.now()).ok_or(ErrorCode::Internal)?;
    let counted = totals::count(&invoice.content, &codes).ok();
    let step = |kind| newest(&invoice.steps, kind).map(step_view);
    let can_change = may_change(payment, invoice);
    Ok(InvoiceView {
        id: payment.id.to_string(),
        code: invoice.code.clone(),
        standing: standing_on_page(standing),
        content: content::shown(&invoice.content),
        totals: counted.map(|all| totals::view(&all, style(till.settings().words))),
        gateway_total: payment.heard.as_ref().and_then(|heard| heard.amount),
        gateway_tax: invoice.gateway_tax,
        link_qr: link_qr(payment, invoice),
        update: step(IntentKind::InvoiceUpdate),
        deletion: step(IntentKind::InvoiceDelete),
        can_update: can_change,
        can_delete: can_change,
        payment: payments::view(till, payment).await?,
    })
}

/// Tells everybody that an invoice changed.
pub(crate) async fn changed(till: &Till, payment: &Payment) -> Result<(), TillError> {
    if let Some(invoice) = &payment.invoice {
        let invoice = view(till, payment, invoice).await?;
        till.events.send(TillEvent::Invoice { invoice });
    }
    Ok(())
}

/// Whether it can still be changed or deleted: the gateway has it and no money is in.
pub(super) fn may_change(payment: &Payment, invoice: &Invoice) -> bool {
    payment.intent == IntentState::Done
        && payment.gateway_id.is_some()
        && payment.verdict() == Verdict::Unpaid
        && !invoice.is_deleted()
        && !invoice.steps.iter().any(|step| step.state.is_open())
}

/// The link, while it leads anywhere.
fn link_qr(payment: &Payment, invoice: &Invoice) -> Option<contract::qr::QrDrawing> {
    let is_of_use = payment.intent == IntentState::Done
        && payment.qr_state == QrState::Shown
        && !payment.verdict().has_money()
        && !invoice.is_deleted();
    let text = payment.qr_text.as_deref().filter(|_| is_of_use)?;
    qr::drawing(text)
}

/// Where an invoice stands.
const fn standing_on_page(standing: InvoiceStanding) -> InvoiceStandingView {
    match standing {
        InvoiceStanding::Waiting => InvoiceStandingView::Waiting,
        InvoiceStanding::Overdue => InvoiceStandingView::Overdue,
        InvoiceStanding::Short => InvoiceStandingView::Short,
        InvoiceStanding::Paid => InvoiceStandingView::Paid,
        InvoiceStanding::Unclear => InvoiceStandingView::Unclear,
        InvoiceStanding::Refused => InvoiceStandingView::Refused,
        InvoiceStanding::Deleted => InvoiceStandingView::Deleted,
    }
}

pub(super) const fn standing_of_page(standing: InvoiceStandingView) -> InvoiceStanding {
    match standing {
        InvoiceStandingView::Waiting => InvoiceStanding::Waiting,
        InvoiceStandingView::Overdue => InvoiceStanding::Overdue,
        InvoiceStandingView::Short => InvoiceStanding::Short,
        InvoiceStandingView::Paid => InvoiceStanding::Paid,
        InvoiceStandingView::Unclear => InvoiceStanding::Unclear,
        InvoiceStandingView::Refused => InvoiceStanding::Refused,
        InvoiceStandingView::Deleted => InvoiceStanding::Deleted,
    }
}

/// One invoice in a list; none for a payment that is no invoice.
pub(crate) fn row(payment: &Payment, now: UnixMs) -> Option<InvoiceRow> {
    let invoice = payment.invoice.as_ref()?;
    let customer = invoice.content.customer.as_ref();
    Some(InvoiceRow {
        id: payment.id.to_string(),
        code: invoice.code.clone(),
        customer_name: customer.map(|one| one.name.clone()).unwrap_or_default(),
        total: payment.asked(),
        received: payment.received(),
        standing: standing_on_page(InvoiceStanding::of(payment, now)?),
        created_at: Time::from_ms(payment.created_at),
        due_date: Time::from_ms(invoice.content.due_date),
    })
}

/// One draft with what it comes to.
pub(super) async fn draft_view(till: &Till, draft: &InvoiceDraft) -> Result<InvoiceDraftView, TillError> {
    let codes = codes::of(till).await?;
    let (totals, problems) = counted(till, &draft.content, &codes);
    Ok(InvoiceDraftView {
        id: draft.id.to_string(),
        code: draft.code.clone(),
        content: content::shown(&draft.content),
        problems,
        totals,
        updated_at: Time::from_ms(draft.updated_at),
    })
}

/// What a content comes to, and what keeps it from being sent.
pub(super) fn counted(
    till: &Till,
    content: &InvoiceContent,
    codes: &Codes,
) -> (Option<TotalsView>, Vec<InvoiceProblem>) {
    let counted = totals::count(content, codes);
    let problems = problems::of(content, counted.as_ref().err().copied());
    let totals = counted.ok();
    let shown = totals.map(|all| totals::view(&all, style(till.settings().words)));
    (shown, problems)
}

/// One draft in a list.
pub(super) fn draft_row(draft: &InvoiceDraft, codes: &Codes) -> InvoiceDraftRow {
    let content = &draft.content;
    let customer = content.customer.as_ref();
    InvoiceDraftRow {
        id: draft.id.to_string(),
        code: draft.code.clone(),
        customer_name: customer.map(|one| one.name.clone()).unwrap_or_default(),
        total: totals::count(content, codes).ok().map(|all| all.total),
        lines: u32::try_from(content.lines.len()).unwrap_or(u32::MAX),
        updated_at: Time::from_ms(draft.updated_at),
    }
}
