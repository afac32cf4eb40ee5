//! What every request and every hand of one running simulator has in common.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::assumptions::Switches;
use crate::books::{self, Books};
use crate::clock::SimClock;
use crate::config::{Config, Credentials};
use crate::faults::{Armed, FaultRule, Plan, RequestKind};
use crate::finan_one::RateGate;
use crate::server::RequestLog;

/// One simulator's state. Locks are held for moments only and never across an await.
pub(crate) struct Shared {
    pub(crate) address: SocketAddr,
    pub(crate) clock: SimClock,
    pub(crate) credentials: Credentials,
    pub(crate) switches: Switches,
    pub(crate) hand_over_http: bool,
    pub(crate) log: RequestLog,
    rate: Mutex<RateGate>,
    armed: Mutex<Armed>,
    books: Mutex<Books>,
    state_file: Option<PathBuf>,
    dark: watch::Sender<bool>,
    reopened: Mutex<Option<TcpListener>>,
}

impl Shared {
    pub(crate) fn new(config: Config, address: SocketAddr) -> std::io::Result<Self> {
        let kept = match &config.state_file {
            Some(path) => books::load(path)?,
            None => None,
        };
        let books = match kept {
            Some(books) => books,
            None => Books::open(config.clock.now_ms(), config.seeded_history),
        };
        config.clock.advance_at_least_ms(books.clock_advanced_ms);
        let shared = Self {
            address,
            clock: config.clock,
            credentials: config.credentials,
            rate: Mutex::new(RateGate::new(
                config.rate_limit_per_minute,
                config.switches.rate_window,
            )),
            switches: config.switches,
            hand_over_http: config.hand_over_http,
            log: RequestLog::default(),
            armed: Mutex::default(),
            books: Mutex::new(books),
            state_file: config.state_file,
            dark: watch::Sender::new(false),
            reopened: Mutex::default(),
        };
        shared.set_faults(config.faults);
        Ok(shared)
    }

    pub(crate) fn books(&self) -> MutexGuard<'_, Books> {
        lock(&self.books)
    }

    /// Changes the books and keeps them.
    pub(crate) fn change_books<T>(&self, change: impl FnOnce(&mut Books) -> T) -> T {
        let mut books = lock(&self.books);
        let result = change(&mut books);
        books.clock_advanced_ms = self.clock.advanced_ms();
        if let Some(path) = &self.state_file
            && let Err(error) = books::save(path, &books)
        {
            tracing::error!(%error, "the simulator's state could not be kept");
        }
        result
    }

    /// Counts a request; `Err` is the number of seconds to wait.
    pub(crate) fn admit(&self, penalty_seconds: Option<u32>) -> Result<(), i64> {
        let now_ms = self.clock.now_ms();
        let mut rate = lock(&self.rate);
        if let Some(seconds) = penalty_seconds {
            rate.punish(now_ms, seconds);
        }
        rate.admit(now_ms)
    }

    pub(crate) fn faults(&self) -> Vec<FaultRule> {
        lock(&self.armed).rules()
    }

    pub(crate) fn set_faults(&self, rules: Vec<FaultRule>) {
        let is_dark = {
            let mut armed = lock(&self.armed);
            armed.set(rules);
            armed.is_dark() && !self.hand_over_http
        };
        let mut reopened = lock(&self.reopened);
        let was_dark = self.dark.send_replace(is_dark);
        if is_dark {
            *reopened = None;
        } else if was_dark {
            // Opened here and now, so that a request right after "online again" finds somebody. While the old
            // socket is still closing this fails, and the accept loop opens the port itself a moment later.
            *reopened = TcpListener::bind(self.address).ok();
        }
    }

    pub(crate) fn plan(&self, kind: RequestKind) -> Plan {
        lock(&self.armed).take(kind)
    }

    pub(crate) fn drops_arrival(&self) -> bool {
        lock(&self.armed).take_offline()
    }

    pub(crate) fn darkness(&self) -> watch::Receiver<bool> {
        self.dark.subscribe()
    }

    pub(crate) fn take_reopened(&self) -> Option<TcpListener> {
        lock(&self.reopened).take()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
