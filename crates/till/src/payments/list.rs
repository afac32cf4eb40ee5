//! One page of payments.

use super::phase;
use crate::{Till, TillError};
use contract::payment::{PaymentListRequest, PaymentPage, PaymentRow};
use contract::{ErrorCode, Time};
use domain::{Payment, mask};
use std::collections::HashMap;
use store::{Account, ListedPayment, PaymentFilter};

/// Rows of a page when the page does not say.
const USUAL_ROWS: u32 = 50;
/// Longer searches are cut.
const MOST_SEARCH_CHARS: usize = 100;

/// The payments that match, newest first, and what all that match come to.
///
/// # Errors
/// `bad_request` for a cursor or a moment that is none; storage errors.
pub async fn list(till: &Till, request: PaymentListRequest) -> Result<PaymentPage, TillError> {
    let environment = till.line().environment;
    let cursor = request
        .cursor
        .as_deref()
        .map(str::parse)
        .transpose()
        .map_err(|_| ErrorCode::BadRequest)?;
    let limit = usize::try_from(request.limit.unwrap_or(USUAL_ROWS)).unwrap_or(1);
    let filter = filter(environment, request)?;
    let page = till.store.list_payments(filter.clone(), cursor, limit).await?;
    let totals = till.store.total_payments(filter).await?;
    let accounts: HashMap<_, _> = till
        .store
        .accounts(environment)
        .await?
        .into_iter()
        .map(|one| (one.id.clone(), one))
        .collect();
    let now = till.now();
    let row = |listed: ListedPayment| {
        let account = listed.payment.account_id.as_ref().and_then(|id| accounts.get(id));
        row(&listed, account, now)
    };
    Ok(PaymentPage {
        rows: page.rows.into_iter().map(row).collect(),
        next_cursor: page.next.map(|cursor| cursor.to_string()),
        count: u32::try_from(totals.count).unwrap_or(u32::MAX),
        asked: totals.asked,
        received: totals.received,
    })
}

fn filter(environment: domain::Environment, request: PaymentListRequest) -> Result<PaymentFilter, TillError> {
    let search: Option<String> = request
        .search
        .map(|text| text.chars().take(MOST_SEARCH_CHARS).collect())
        .filter(|text: &String| !text.trim().is_empty());
    let moment = |time: Option<Time>| {
        time.map(|time| time.to_ms().ok_or(ErrorCode::BadRequest))
            .transpose()
    };
    Ok(PaymentFilter {
        environment,
        amount: search.as_deref().and_then(|text| dong::read::read(text).ok()),
        search,
        verdicts: request
            .verdicts
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect(),
        methods: request
            .methods
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect(),
        from: moment(request.from)?,
        to: moment(request.to)?,
    })
}

fn row(listed: &ListedPayment, account: Option<&Account>, now: domain::UnixMs) -> PaymentRow {
    let payment = &listed.payment;
    PaymentRow {
        id: payment.id.to_string(),
        created_at: Time::from_ms(payment.created_at),
        sale_number: u32::try_from(listed.sale_number).unwrap_or(u32::MAX),
        sale_name: listed.sale_name.clone(),
        code: code(payment),
        amount: payment.amount,
        received: payment.received(),
        verdict: payment.verdict().into(),
        is_late: payment.is_late,
        phase: phase(payment, now),
        method: payment.method.into(),
        is_refunded: payment.is_refunded(),
        account: other_side(payment, account),
    }
}

fn code(payment: &Payment) -> String {
    match &payment.invoice {
        Some(own) => own.code.clone(),
        None => payment.id.memo_code(),
    }
}

/// Where a transfer went, or who pays in instalments.
fn other_side(payment: &Payment, account: Option<&Account>) -> String {
    match (&payment.instalment, account) {
        (Some(own), _) => own.customer.full_name(),
        (None, Some(one)) => format!(
            "{} ·{}",
            crate::accounts::bank_name(one),
            mask::last_four(&one.number)
        ),
        (None, None) => String::new(),
    }
}
