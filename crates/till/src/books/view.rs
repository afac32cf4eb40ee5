//! How fresh the books are, as the page shows it.

use super::{Book, freshness};
use crate::{Till, TillError};
use contract::books::{BooksView, MirrorView};
use contract::event::TillEvent;
use contract::{ErrorBody, ErrorCode, Time};
use domain::{Customer, Environment, Mirror, MirrorState, Product};

const PENDING: &[MirrorState] = &[
    MirrorState::ToCreate,
    MirrorState::ToUpdate,
    MirrorState::ToDelete,
];
const REFUSED: &[MirrorState] = &[MirrorState::Refused];

/// Rows that a person must look at.
const NEEDING_ATTENTION: [MirrorState; 2] = [MirrorState::Refused, MirrorState::Gone];

/// The states of a list that shows only what a person must look at; none, which filters nothing, for any other.
pub(crate) fn shown_states(needs_attention: Option<bool>) -> Vec<MirrorState> {
    match needs_attention {
        Some(true) => NEEDING_ATTENTION.to_vec(),
        _ => Vec::new(),
    }
}

pub(super) async fn view(till: &Till) -> Result<BooksView, TillError> {
    let line = till.line();
    let world = line.environment;
    Ok(BooksView {
        customers_at: freshness::read_at::<Customer>(till, world)
            .await?
            .map(Time::from_ms),
        products_at: freshness::read_at::<Product>(till, world)
            .await?
            .map(Time::from_ms),
        is_syncing: till.books.is_syncing(),
        pending: count(till, world, PENDING).await?,
        refused: count(till, world, REFUSED).await?,
        problem: till.books.problem(&line),
    })
}

async fn count(till: &Till, world: Environment, states: &[MirrorState]) -> Result<u32, TillError> {
    let customers = Customer::count(&till.store, world, states).await?;
    let products = Product::count(&till.store, world, states).await?;
    Ok(u32::try_from(customers.saturating_add(products)).unwrap_or(u32::MAX))
}

/// Tells everybody how the books stand.
pub(crate) async fn tell(till: &Till) -> Result<(), TillError> {
    let _one_at_a_time = till.telling.lock().await;
    let books = view(till).await?;
    till.events.send(TillEvent::Books { books });
    Ok(())
}

/// The gateway's half of a row. `code` is the page's name of the field that holds its code.
pub(crate) fn mirror(mirror: &Mirror, code: &str) -> MirrorView {
    MirrorView {
        state: mirror.state.into(),
        problem: mirror.problem.as_deref().map(|word| problem(word, code)),
        message: mirror.message.clone(),
        fetched_at: mirror.fetched_at.map(Time::from_ms),
        gateway_id: mirror.gateway_id.clone(),
    }
}

fn problem(word: &str, code: &str) -> ErrorBody {
    match ErrorCode::from_stored(word).unwrap_or(ErrorCode::RefusedContent) {
        ErrorCode::CodeTaken => ErrorBody::of(ErrorCode::CodeTaken).with("field", code),
        other => ErrorBody::of(other),
    }
}
