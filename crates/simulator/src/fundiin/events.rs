//! What happens to a transaction after it was created, and who is told.

use super::notice;
use super::setting::Setting;
use crate::assumptions::fundiin::InStoreFlow;
use crate::books::{Instalment, Instalments, State};

/// Something the customer, the merchant, Fundiin or time does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// The customer opens the page and logs in.
    Begins,
    /// The customer accepts and pays the first part on Fundiin's page.
    Accepts,
    Refuses,
    /// Fundiin does not give this customer credit.
    IsDeclined,
    /// The customer accepts and wants to pay the first part at the counter.
    PaysFirstPartHere,
    /// The merchant has taken the first part.
    FirstPartIsConfirmed,
    IsCancelled,
    RunsOut,
}

/// Why an event cannot happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Impossible {
    NoSuchReference,
    NotInThisState,
}

impl Event {
    /// Where the event leads from `state`, if it can happen there (contract §9.3).
    const fn leads(self, state: State) -> Option<State> {
        use State::{AwaitsFirstPartHere, InProgress, Waiting};
        match (self, state) {
            (Self::Begins, Waiting) => Some(InProgress),
            (Self::Accepts, Waiting | InProgress) => Some(State::Paid),
            (Self::Refuses, Waiting | InProgress | AwaitsFirstPartHere) => Some(State::Refused),
            (Self::IsDeclined, Waiting | InProgress) => Some(State::Declined),
            (Self::PaysFirstPartHere, Waiting | InProgress) => Some(AwaitsFirstPartHere),
            (Self::FirstPartIsConfirmed, AwaitsFirstPartHere) => Some(State::Paid),
            (Self::IsCancelled, Waiting) => Some(State::Cancelled),
            (Self::RunsOut, Waiting | InProgress) => Some(State::Expired),
            _ => None,
        }
    }

    fn is_told(self, setting: &Setting<'_>) -> bool {
        match self {
            Self::Begins => setting.switches.notifies_pending,
            Self::FirstPartIsConfirmed => setting.switches.in_store_flow == InStoreFlow::NoticeSaysPending,
            _ => true,
        }
    }
}

/// Lets an event happen and writes the notification.
pub(crate) fn happen(
    books: &mut Instalments,
    reference_id: &str,
    event: Event,
    setting: &Setting<'_>,
) -> Result<Instalment, Impossible> {
    let row = books
        .with_reference_mut(reference_id)
        .ok_or(Impossible::NoSuchReference)?;
    row.state = event.leads(row.state).ok_or(Impossible::NotInThisState)?;
    row.changed_at_ms = setting.now_ms;
    row.is_paid_here |= event == Event::PaysFirstPartHere;
    let row = row.clone();
    if event.is_told(setting) {
        books.notices.write(notice::compose(&row, setting));
    }
    Ok(row)
}

/// Lets everything expire whose time is over.
pub(crate) fn catch_up(books: &mut Instalments, setting: &Setting<'_>) {
    for reference_id in books.run_out(setting.now_ms) {
        // Cannot be impossible: the reference was just found waiting.
        let _ = happen(books, &reference_id, Event::RunsOut, setting);
    }
}
