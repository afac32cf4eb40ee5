//! After a start: whatever was under way when the app ended has no clear answer.

use super::FIRST_LOOK_MS;
use crate::{Till, TillError};
use domain::{Environment, IntentState, Move};
use store::Step;

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
        tracing::info!(?step, "an interrupted request is taken up again");
        let note = Step {
            next_look_at: Some(now.saturating_add(FIRST_LOOK_MS)),
            ..Step::at(now)
        };
        till.store.advance(intent.id, step, note).await?;
    }
    Ok(())
}
