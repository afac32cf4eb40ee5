//! What every request and every hand of one running simulator has in common.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, watch};

use crate::assumptions::{RateWindow, Switches};
use crate::books::{self, Books};
use crate::clock::SimClock;
use crate::config::{Config, Credentials, FundiinCredentials};
use crate::faults::{Armed, FaultRule, Plan, RequestKind};
use crate::finan_one::{RateGate, practise};
use crate::fundiin::BusyKeys;
use crate::server::RequestLog;

/// One simulator's state. Locks are held for moments only and never across an await.
pub(crate) struct Shared {
    pub(crate) address: SocketAddr,
    pub(crate) clock: SimClock,
    pub(crate) credentials: Credentials,
    pub(crate) switches: Switches,
    pub(crate) hand_over_http: bool,
    pub(crate) log: RequestLog,
    pub(crate) fundiin_credentials: FundiinCredentials,
    pub(crate) fundiin_notify_url: Option<String>,
    /// Fundiin's keys whose request is running.
    pub(crate) busy: BusyKeys,
    /// Rung when there may be a notification to deliver.
    pub(crate) courier: Notify,
    fundiin_rate: Mutex<RateGate>,
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
            None => {
                let now_ms = config.clock.now_ms();
                let mut books = Books::open(now_ms, config.seeded_history);
                if config.seeded_history {
                    practise(&mut books, &config.switches, now_ms);
                }
                books
            }
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
            fundiin_credentials: config.fundiin_credentials,
            fundiin_notify_url: config.fundiin_notify_url,
            busy: BusyKeys::default(),
            courier: Notify::new(),
            // No figure is published, so that only a fault makes this gateway count.
            fundiin_rate: Mutex::new(RateGate::new(u32::MAX, RateWindow::Sliding)),
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

    /// Counts a request to Finan One; `Err` is the number of seconds to wait.
    pub(crate) fn admit(&self, penalty_seconds: Option<u32>) -> Result<(), i64> {
        self.admit_at(&self.rate, penalty_seconds)
    }

    /// The same for Fundiin.
    pub(crate) fn admit_fundiin(&self, penalty_seconds: Option<u32>) -> Result<(), i64> {
        self.admit_at(&self.fundiin_rate, penalty_seconds)
    }

    pub(crate) fn ring_courier(&self) {
        self.courier.notify_one();
    }

    fn admit_at(&self, gate: &Mutex<RateGate>, penalty_seconds: Option<u32>) -> Result<(), i64> {
        let now_ms = self.clock.now_ms();
        let mut rate = lock(gate);
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
