//! Whatever is under way on disk but with nobody in this process has no clear answer: the app ended, the world was another one
//! meanwhile, or the disk refused to keep what came back.

use super::FIRST_LOOK_MS;
use crate::{Till, TillError};
use domain::{Environment, IntentState, Move};
use store::{Note, StoreError};

/// Turns every interrupted step into one that a timer takes up.
///
/// # Errors
/// Storage errors.
pub(crate) async fn resume(till: &Till, environment: Environment) -> Result<(), TillError> {
    let now = till.now();
    for intent in till.store.open_intents(environment).await? {
        let step = match intent.state {
            IntentState::Sending => Move::LoseAnswer,
            IntentState::Looking => Move::LookFailed,
            _ => continue,
        };
        // Held while it moves, so that nobody takes it up between the look at the list and the move.
        let Some(_flight) = till.flights.begin(intent.id) else {
            continue;
        };
        let note = Note {
            next_look_at: Some(now.saturating_add(FIRST_LOOK_MS)),
            ..Note::at(now)
        };
        match till.store.advance(intent.id, step, note).await {
            Ok(_) => tracing::info!(?step, "an interrupted request is taken up again"),
            Err(StoreError::Move(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}
