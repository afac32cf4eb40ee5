//! What only this process knows of payouts: what was read back, what was decided, what was shown of the disk. The disk may be edited
//! by others; nothing leaves that is not what a person saw here.

use domain::payout::LEAVES_WITHIN_MS;
use domain::{Environment, PayoutContent, PayoutId};
use dong::Dong;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How long a read-back may be used.
const READ_BACK_MS: i64 = 15 * 60_000;
/// More read-backs than a person has on screens; the oldest goes first.
const MOST_READ_BACKS: usize = 5;
/// More payouts than one sitting decides; what is forgotten waits for a person.
const MOST_KNOWN: usize = 500;
/// What the gateway told of balances is believed this long.
const BALANCES_MS: i64 = 15 * 60_000;

/// The exact content and bytes of a payout.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    /// What a person saw.
    pub(crate) content: PayoutContent,
    /// The bytes of the request.
    pub(crate) body: Vec<u8>,
}

/// A payout that was read back and may be decided once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prepared {
    /// Its id.
    pub(crate) id: PayoutId,
    /// The world it is for.
    pub(crate) environment: Environment,
    /// What was read back.
    pub(crate) seen: Seen,
}

/// What this process knows.
#[derive(Debug, Default)]
pub(crate) struct Payouts {
    /// One decision about payouts at a time. Never held across a request.
    pub(crate) deciding: tokio::sync::Mutex<()>,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    prepared: Vec<(i64, Prepared)>,
    decided: HashMap<PayoutId, (i64, Seen)>,
    shown: HashMap<PayoutId, Seen>,
    balances: Option<(i64, Environment, HashMap<String, Dong>)>,
}

impl Payouts {
    /// Keeps what is read back. Times are monotonic, so that no wrong clock makes it last.
    pub(super) fn prepare(&self, prepared: Prepared, monotonic_ms: i64) {
        let mut known = self.known();
        known
            .prepared
            .retain(|(at, _)| monotonic_ms.saturating_sub(*at) < READ_BACK_MS);
        if known.prepared.len() >= MOST_READ_BACKS {
            known.prepared.remove(0);
        }
        known.prepared.push((monotonic_ms, prepared));
    }

    /// What was read back under this id, while it is good.
    pub(super) fn prepared(&self, id: PayoutId, world: Environment, monotonic_ms: i64) -> Option<Prepared> {
        let known = self.known();
        known
            .prepared
            .iter()
            .find(|(at, one)| {
                one.id == id && one.environment == world && monotonic_ms.saturating_sub(*at) < READ_BACK_MS
            })
            .map(|(_, one)| one.clone())
    }

    /// It was decided: it is read back no more, and may leave for a while. Comes before it is on disk.
    pub(crate) fn decide(&self, prepared: &Prepared, monotonic_ms: i64) {
        let mut known = self.known();
        known.prepared.retain(|(_, one)| one.id != prepared.id);
        if known.decided.len() >= MOST_KNOWN {
            known.decided.clear();
        }
        known
            .decided
            .insert(prepared.id, (monotonic_ms, prepared.seen.clone()));
    }

    /// It could not be written down: nothing was decided.
    pub(crate) fn take_back(&self, prepared: Prepared, monotonic_ms: i64) {
        self.known().decided.remove(&prepared.id);
        self.prepare(prepared, monotonic_ms);
    }

    /// What was decided under this id in this process.
    pub(crate) fn decided(&self, id: PayoutId) -> Option<Seen> {
        self.known().decided.get(&id).map(|(_, seen)| seen.clone())
    }

    /// Whether it may leave by itself: a person decided it in this process a moment ago.
    pub(crate) fn may_leave(&self, id: PayoutId, monotonic_ms: i64) -> bool {
        self.known()
            .decided
            .get(&id)
            .is_some_and(|(at, _)| monotonic_ms.saturating_sub(*at) < LEAVES_WITHIN_MS)
    }

    /// It does not leave by itself any more: the disk tells another payout than was decided.
    pub(crate) fn keep_back(&self, id: PayoutId) {
        if let Some((at, _)) = self.known().decided.get_mut(&id) {
            *at = i64::MIN;
        }
    }

    /// A person is shown what is on disk.
    pub(super) fn show(&self, id: PayoutId, seen: Seen) {
        let mut known = self.known();
        if known.shown.len() >= MOST_KNOWN {
            known.shown.clear();
        }
        known.shown.insert(id, seen);
    }

    /// What a person was last shown of it.
    pub(crate) fn shown(&self, id: PayoutId) -> Option<Seen> {
        self.known().shown.get(&id).cloned()
    }

    /// What the gateway told of balances.
    pub(super) fn keep_balances(&self, world: Environment, told: HashMap<String, Dong>, monotonic_ms: i64) {
        self.known().balances = Some((monotonic_ms, world, told));
    }

    /// The balance of an account, as far as it was told lately.
    pub(super) fn balance(&self, world: Environment, account: &str, monotonic_ms: i64) -> Option<Dong> {
        let known = self.known();
        let (_, _, told) = known
            .balances
            .as_ref()
            .filter(|(at, of, _)| *of == world && monotonic_ms.saturating_sub(*at) < BALANCES_MS)?;
        told.get(account).copied()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Seen").finish_non_exhaustive()
    }
}
