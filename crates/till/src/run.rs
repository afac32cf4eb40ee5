//! The background work: the journal's timers, the watch, the accounts, and moments that pass on the screens.

mod jump;
pub(crate) mod moments;
mod payouts;
mod rest;
mod rounds;
mod syncing;
mod watching;

#[cfg(test)]
pub(crate) use payouts::PayoutWatching;
#[cfg(test)]
pub(crate) use rounds::RoundWatching;
#[cfg(test)]
pub(crate) use watching::Watching;

use crate::wake::Wake;
use crate::watch::{InvoiceRounds, Rounds};
use crate::{Till, TillError, accounts, journal};
use domain::UnixMs;
use futures_util::future::{join4, join5};
use rest::rest;
use std::sync::Arc;
use std::time::Duration;

/// A loop that meets an error of our own rests this long.
const AFTER_ERROR: Duration = Duration::from_secs(2);
/// The longest rest of a loop that has nothing to wait for but the bell.
const LONGEST_REST: Duration = Duration::from_secs(30);

/// Runs until the program ends.
pub async fn run(till: Arc<Till>) {
    let journal = repeat(&till, &till.wake, async |till| {
        journal::run_due(till).await?;
        Ok(until(till, journal::next_due(till).await?))
    });
    let moments = repeat(&till, &till.wake, async |till| {
        Ok(until(till, moments::pass(till).await?))
    });
    let accounts = repeat(&till, &till.accounts_wanted, async |till| {
        let is_wanted_again = accounts::refresh_quietly(till).await?;
        Ok(if is_wanted_again {
            LONGEST_REST
        } else {
            Duration::MAX
        })
    });
    let transfers = watching::watch_lists(&till);
    let watches = join4(
        transfers,
        rounds::watch_rounds::<Rounds>(&till),
        rounds::watch_rounds::<InvoiceRounds>(&till),
        payouts::watch_payouts(&till),
    );
    let books = syncing::sync_books(&till);
    join5(journal, moments, accounts, watches, books).await;
}

/// Works, rests as long as the work says or until the bell rings, and works again.
async fn repeat(till: &Till, bell: &Wake, work: impl AsyncFn(&Till) -> Result<Duration, TillError>) {
    let mut bell = bell.listen();
    loop {
        bell.mark_unchanged();
        let rest_for = match work(till).await {
            Ok(rest_for) => rest_for,
            Err(error) => {
                tracing::warn!(%error, "background work failed");
                AFTER_ERROR
            }
        };
        rest(till, &mut bell, rest_for).await;
    }
}

fn until(till: &Till, moment: Option<UnixMs>) -> Duration {
    moment.map_or(LONGEST_REST, |at| {
        let left = u64::try_from(at.saturating_sub(till.now())).unwrap_or_default();
        Duration::from_millis(left.max(20)).min(LONGEST_REST)
    })
}
