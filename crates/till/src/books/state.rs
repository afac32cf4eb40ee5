//! What this process knows of the books besides the rows.

use crate::line::Line;
use crate::wake::Wake;
use contract::ErrorBody;
use domain::UnixMs;
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use uuid::Uuid;

/// Without a look at customers, products or invoices for this long the books are in nobody's hands, and nothing is read.
pub(crate) const IN_USE: Duration = Duration::from_secs(15 * 60);

/// Shared by the operations and the loop.
#[derive(Debug)]
pub(crate) struct Books {
    /// Rings when something is to be told or read.
    pub(crate) wanted: Wake,
    /// Somebody asked for a reading.
    is_asked: AtomicBool,
    is_reading: AtomicBool,
    used_at: AtomicI64,
    opened_at: UnixMs,
    known: Mutex<Known>,
    landed: Wake,
}

#[derive(Debug, Default)]
struct Known {
    /// Rows that are being told of right now.
    flying: HashSet<Uuid>,
    /// What was sent to create rows that no clear answer came for.
    unclear: HashMap<Uuid, String>,
    /// Why the last telling or reading failed, on which line.
    problem: Option<(Weak<Line>, ErrorBody)>,
    /// The line on which each book was read whole.
    read_on: HashMap<&'static str, Weak<Line>>,
}

impl Books {
    pub(crate) fn new(now: UnixMs, monotonic_ms: i64) -> Self {
        Self {
            wanted: Wake::new(),
            is_asked: AtomicBool::new(false),
            is_reading: AtomicBool::new(false),
            used_at: AtomicI64::new(monotonic_ms),
            opened_at: now,
            known: Mutex::default(),
            landed: Wake::new(),
        }
    }

    /// Somebody looks at the books. The first look after a while wakes the reading.
    pub(crate) fn touch(&self, monotonic_ms: i64) {
        let before = self.used_at.swap(monotonic_ms, Ordering::Relaxed);
        if !is_recent(before, monotonic_ms) {
            self.wanted.ring();
        }
    }

    pub(super) fn is_in_use(&self, monotonic_ms: i64) -> bool {
        is_recent(self.used_at.load(Ordering::Relaxed), monotonic_ms)
    }

    pub(super) fn ask(&self) {
        self.is_asked.store(true, Ordering::Relaxed);
        self.wanted.ring();
    }

    pub(super) fn take_asked(&self) -> bool {
        self.is_asked.swap(false, Ordering::Relaxed)
    }

    pub(super) fn is_syncing(&self) -> bool {
        self.is_asked.load(Ordering::Relaxed) || self.is_reading.load(Ordering::Relaxed)
    }

    pub(super) fn set_reading(&self, is_reading: bool) {
        self.is_reading.store(is_reading, Ordering::Relaxed);
    }

    /// Whether a row was made before this process began, so that it may have been sent by the one before.
    pub(super) fn is_older(&self, changed_at: UnixMs) -> bool {
        changed_at < self.opened_at
    }

    /// What was sent to create a row, when no clear answer came.
    pub(super) fn sent(&self, row: Uuid) -> Option<String> {
        self.known().unclear.get(&row).cloned()
    }

    pub(super) fn set_sent(&self, row: Uuid, facts: Option<String>) {
        let mut known = self.known();
        match facts {
            Some(facts) => known.unclear.insert(row, facts),
            None => known.unclear.remove(&row),
        };
    }

    pub(super) fn problem(&self, line: &Arc<Line>) -> Option<ErrorBody> {
        let known = self.known();
        let (of, problem) = known.problem.as_ref()?;
        is_same(of, line).then(|| problem.clone())
    }

    pub(super) fn set_problem(&self, line: &Arc<Line>, problem: Option<ErrorBody>) {
        self.known().problem = problem.map(|problem| (Arc::downgrade(line), problem));
    }

    pub(super) fn is_read(&self, book: &'static str, line: &Arc<Line>) -> bool {
        self.known().read_on.get(book).is_some_and(|on| is_same(on, line))
    }

    pub(super) fn set_read(&self, book: &'static str, line: &Arc<Line>) {
        self.known().read_on.insert(book, Arc::downgrade(line));
    }

    /// Waits until nobody else tells of this row, and takes it up until the guard is dropped.
    pub(super) async fn take_up(&self, row: Uuid) -> Telling<'_> {
        let mut landed = self.landed.listen();
        loop {
            landed.mark_unchanged();
            if self.known().flying.insert(row) {
                return Telling { books: self, row };
            }
            let _landed = landed.changed().await;
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The telling of one row.
#[derive(Debug)]
pub(super) struct Telling<'a> {
    books: &'a Books,
    row: Uuid,
}

impl Drop for Telling<'_> {
    fn drop(&mut self) {
        self.books.known().flying.remove(&self.row);
        self.books.landed.ring();
    }
}

pub(super) fn is_same(known: &Weak<Line>, line: &Arc<Line>) -> bool {
    std::ptr::eq(known.as_ptr(), Arc::as_ptr(line))
}

fn is_recent(at: i64, now: i64) -> bool {
    now.saturating_sub(at) < i64::try_from(IN_USE.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_tells_of_a_row_at_a_time() {
        let books = Books::new(0, 0);
        let row = Uuid::from_u128(1);
        let first = books.take_up(row).await;
        let mut second = Box::pin(books.take_up(row));
        assert!(futures_util::poll!(&mut second).is_pending());
        drop(first);
        second.await;
    }

    #[test]
    fn only_the_first_look_after_a_while_wakes_the_reading() {
        let books = Books::new(0, 0);
        let mut bell = books.wanted.listen();
        bell.mark_unchanged();
        books.touch(600_000);
        assert!(!bell.has_changed().unwrap());
        assert!(books.is_in_use(1_400_000) && !books.is_in_use(1_500_000));
        books.touch(1_500_000);
        assert!(bell.has_changed().unwrap());
    }
}
