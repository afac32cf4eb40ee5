//! Payouts (Payout page; contract section 10). To an address that is not on the gateway's list all of it is 403.

mod code;
mod read;
mod view;

use axum::body::Bytes;
use dong::Dong;

use super::envelope::Answer;
use super::fields::{Fields, Query};
use super::pages::Page;
use super::refusal::Refusal;
use super::route::PayoutRoute;
use crate::assumptions::payouts::DUPLICATE_REFERENCE_STATUS;
use crate::faults::Plan;
use crate::shared::Shared;

/// How much more a payout asks for that is kept with another amount.
const OTHER_BY: Dong = Dong::new(1_000);

/// The answer to a request about payouts whose method fits its path.
pub(crate) fn answer(
    shared: &Shared,
    method: &str,
    route: PayoutRoute<'_>,
    query: &Query,
    (body, plan): (&Bytes, &Plan),
) -> Result<Answer, Refusal> {
    let now_ms = shared.clock.now_ms();
    {
        let mut books = shared.books();
        if !books.payouts.is_whitelisted {
            return Err(Refusal::new(403, "IP not whitelisted"));
        }
        books.payouts.catch_up(now_ms, &shared.switches.payouts);
    }
    match (method, route) {
        ("GET", PayoutRoute::All) => list(shared, query, plan),
        ("POST", PayoutRoute::All) => create(shared, body, plan),
        ("GET", PayoutRoute::One(id)) => one(shared, id, plan),
        ("POST", PayoutRoute::Codes(id)) => code::verify(shared, id, body),
        (_, route) => Err(Refusal::new(405, "method not allowed").allowing(route.allowed())),
    }
}

/// `POST /api/v1/payouts`.
fn create(shared: &Shared, body: &Bytes, plan: &Plan) -> Result<Answer, Refusal> {
    let switches = &shared.switches.payouts;
    let mut new = read::payout(&Fields::of(body)?, switches)?;
    if plan.is_other_amount {
        new.amount = new.amount.checked_add(OTHER_BY).unwrap_or(new.amount);
    }
    let now_ms = shared.clock.now_ms();
    shared.change_books(|books| {
        read::check_account(books, &new)?;
        let is_taken = |reference: &String| books.payouts.with_reference(reference).is_some();
        if switches.reference_id_is_unique && new.reference_id.as_ref().is_some_and(is_taken) {
            let detail = "reference_id already exists";
            return Err(Refusal::new(DUPLICATE_REFERENCE_STATUS, detail));
        }
        if new.amount > books.payouts.balance {
            return Err(Refusal::invalid("insufficient balance"));
        }
        let payout = books.payouts.open(new, now_ms, switches);
        Ok(Answer::created(view::of(&payout, now_ms, switches, plan)))
    })
}

/// `GET /api/v1/payouts`.
fn list(shared: &Shared, query: &Query, plan: &Plan) -> Result<Answer, Refusal> {
    let switches = &shared.switches.payouts;
    let now_ms = shared.clock.now_ms();
    let books = shared.books();
    let rows = books.payouts.rows();
    let page = Page::asked(query, rows.len())?;
    let shown = if shared.switches.newest_first {
        page.cut(rows.iter().rev())
    } else {
        page.cut(rows.iter())
    };
    let shown = shown.into_iter().map(|payout| {
        let mut row = view::of(payout, now_ms, switches, plan);
        if !switches.lists_carry_reference_id
            && let Some(fields) = row.as_object_mut()
        {
            fields.remove("reference_id");
        }
        row
    });
    Ok(Answer::list(shown.collect(), page))
}

/// `GET /api/v1/payouts/:id`.
fn one(shared: &Shared, id: &str, plan: &Plan) -> Result<Answer, Refusal> {
    let books = shared.books();
    let payout = books.payouts.row(id).ok_or_else(not_found)?;
    let now_ms = shared.clock.now_ms();
    Ok(Answer::ok(view::of(
        payout,
        now_ms,
        &shared.switches.payouts,
        plan,
    )))
}

fn not_found() -> Refusal {
    Refusal::new(404, "payout not found")
}
