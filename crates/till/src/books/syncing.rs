//! The loop's turn: reads the books when that is due, and tells the gateway what is pending. With nothing to tell and nobody looking
//! there is no request.

use super::Book;
use super::deliver::deliver;
use super::read::{Reading, read};
use super::state::{IN_USE, is_same};
use super::view::tell;
use crate::error::failure_body;
use crate::line::Line;
use crate::{Till, TillError};
use domain::{Customer, MirrorState, Product};
use gateway::{Certainty, Failure, Priority};
use std::sync::{Arc, Weak};
use std::time::Duration;

/// Rows told of in one turn; between two turns a reading can begin.
const ROWS_A_TURN: usize = 20;
/// Pauses after failures, in seconds.
const PAUSES: [i64; 8] = [2, 4, 8, 15, 30, 60, 120, 300];

/// Where the syncing stands between two turns.
#[derive(Debug)]
pub(crate) struct Syncing {
    line: Weak<Line>,
    /// When the books were last read whole on this line, on the monotonic clock.
    last_read: Option<i64>,
    failures: usize,
    not_before: i64,
}

impl Syncing {
    pub(crate) fn new() -> Self {
        Self {
            line: Weak::new(),
            last_read: None,
            failures: 0,
            not_before: i64::MIN,
        }
    }

    /// One turn. Gives how long nothing is due; [`Duration::MAX`] until the bell rings.
    ///
    /// # Errors
    /// Storage errors; the way to the gateway is told by [`contract::books::BooksView`].
    pub(crate) async fn step(&mut self, till: &Till) -> Result<Duration, TillError> {
        let line = till.line();
        if !is_same(&self.line, &line) {
            *self = Self {
                line: Arc::downgrade(&line),
                ..Self::new()
            };
        }
        if line.client().is_err() {
            return Ok(Duration::MAX);
        }
        let now = till.clock.monotonic_ms();
        if till.books.take_asked() {
            self.last_read = None;
            self.failures = 0;
            self.not_before = now;
        }
        if now < self.not_before {
            return Ok(ms(self.not_before.saturating_sub(now)));
        }
        let is_read_due = self.is_read_due(till, now);
        match self.turn(till, &line, is_read_due).await {
            Ok(has_more) => {
                self.failures = 0;
                Ok(if has_more { Duration::ZERO } else { self.rest(till) })
            }
            Err(TillError::Gateway(failure)) => {
                let pause = PAUSES
                    .get(self.failures)
                    .or(PAUSES.last())
                    .copied()
                    .unwrap_or(300)
                    * 1_000;
                self.failures = self.failures.saturating_add(1);
                self.not_before = till.clock.monotonic_ms().saturating_add(pause);
                tracing::info!(%failure, "the books wait");
                till.books.set_problem(&line, Some(failure_body(&failure)));
                tell(till).await?;
                Ok(ms(pause))
            }
            // The line is another one by now; its own turn comes at once.
            Err(TillError::Refused(_)) => Ok(Duration::ZERO),
            Err(error) => Err(error),
        }
    }

    /// Reads if that is due, then tells. Gives whether there is more to tell.
    async fn turn(&mut self, till: &Till, line: &Arc<Line>, is_read_due: bool) -> Result<bool, TillError> {
        if is_read_due {
            till.books.set_reading(true);
            let read = read_both(till, line).await;
            till.books.set_reading(false);
            let Some(partly) = read? else { return Ok(true) };
            self.last_read = Some(till.clock.monotonic_ms());
            till.books.set_problem(line, partly.problem());
            tell(till).await?;
        }
        let customers = push::<Customer>(till, line).await?;
        self.check(customers.told, customers.failed)?;
        let products = push::<Product>(till, line).await?;
        self.check(products.told, products.failed)?;
        Ok(customers.has_more || products.has_more)
    }

    /// Where anything was told the line is not at fault: the next try comes soon.
    fn check(&mut self, told: usize, failed: Option<Failure>) -> Result<(), TillError> {
        if told > 0 {
            self.failures = 0;
        }
        failed.map_or(Ok(()), |failure| Err(failure.into()))
    }

    fn is_read_due(&self, till: &Till, now: i64) -> bool {
        match self.last_read {
            None => true,
            Some(last) => till.books.is_in_use(now) && ms(now.saturating_sub(last)) >= IN_USE,
        }
    }

    fn rest(&self, till: &Till) -> Duration {
        let now = till.clock.monotonic_ms();
        let since = self
            .last_read
            .map_or(Duration::MAX, |last| ms(now.saturating_sub(last)));
        match IN_USE.checked_sub(since) {
            Some(left) if till.books.is_in_use(now) => left.max(ms(20)),
            _ => Duration::MAX,
        }
    }
}

/// None when it was stopped; otherwise the less complete of both readings.
async fn read_both(till: &Till, line: &Arc<Line>) -> Result<Option<Reading>, TillError> {
    tell(till).await?;
    let customers = read::<Customer>(till, line).await?;
    let products = read::<Product>(till, line).await?;
    Ok(match (customers, products) {
        (Reading::Stopped, _) | (_, Reading::Stopped) => None,
        (Reading::Whole, other) | (other, Reading::Whole) => Some(other),
        (Reading::Partly(some), Reading::Partly(others)) => {
            Some(Reading::Partly(some.saturating_add(others)))
        }
    })
}

/// What came of telling of some rows.
#[derive(Debug, Default)]
struct Pushed {
    has_more: bool,
    told: usize,
    failed: Option<Failure>,
}

/// Tells of some pending rows. One row over which the gateway stumbles does not hold up the others; the second failure ends it.
async fn push<B: Book>(till: &Till, line: &Arc<Line>) -> Result<Pushed, TillError> {
    let pending = B::pending(&till.store, line.environment, ROWS_A_TURN).await?;
    let mut pushed = Pushed {
        has_more: pending.len() == ROWS_A_TURN,
        ..Pushed::default()
    };
    for seen in &pending {
        if !Arc::ptr_eq(&till.line(), line) {
            pushed.has_more = true;
            break;
        }
        let _one_at_a_time = till.books.take_up(seen.uuid()).await;
        // Somebody may have told of it while we waited.
        let Some(row) = again(till, line, seen).await? else {
            continue;
        };
        match deliver(till, line, &row, Priority::Background).await {
            Ok(stands) => {
                pushed.told = pushed.told.saturating_add(1);
                pushed.has_more |= stands.is_some_and(MirrorState::is_pending);
                till.books.set_problem(line, None);
                tell(till).await?;
            }
            Err(TillError::Gateway(failure)) => {
                let is_last = pushed.failed.is_some() || failure.certainty != Certainty::Unknown;
                pushed.failed = Some(failure);
                if is_last {
                    break;
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(pushed)
}

/// The row as it is by now, if it is still pending.
async fn again<B: Book>(till: &Till, line: &Arc<Line>, seen: &B) -> Result<Option<B>, TillError> {
    let row = B::one(&till.store, seen.uuid()).await?;
    Ok(row.filter(|row| row.mirror().state.is_pending() && row.world() == line.environment))
}

fn ms(ms: i64) -> Duration {
    Duration::from_millis(u64::try_from(ms).unwrap_or_default())
}
