//! The till: what all operations share.

use crate::TillError;
use crate::books::Books;
use crate::display::Display;
use crate::events::Events;
use crate::imports::Imports;
use crate::instalments::Offers;
use crate::journal::Flights;
use crate::line::{Budgets, Line};
use crate::moments::Moments;
use crate::owner::Unlocked;
use crate::payouts::Payouts;
use crate::settings::Settings;
use crate::wake::Wake;
use crate::watch::{Freshness, Hearing};
use contract::ErrorCode;
use contract::app::Notice;
use domain::{Method, PaymentId, SaleId, UnixMs};
use gateway::{Clock, SystemClock};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use store::Store;
use vault::Vault;

/// Where the till lives.
#[derive(Debug, Clone)]
pub struct Config {
    /// The folder of the database and of practice mode.
    pub data: PathBuf,
    /// The folder into which pictures are saved.
    pub pictures: PathBuf,
    /// The app's version.
    pub version: String,
}

/// One till. Cheap to share, never blocks.
#[derive(Debug)]
pub struct Till {
    pub(crate) config: Config,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) events: Events,
    pub(crate) display: Display,
    /// Wakes the background work: something new is to be sent, looked up or watched.
    pub(crate) wake: Wake,
    line: RwLock<Arc<Line>>,
    settings: RwLock<Settings>,
    /// The lights of transfers, of instalment payments and of invoices.
    freshness: [Mutex<Freshness>; 3],
    pub(crate) moments: Moments,
    /// Why nothing is kept on disk, when nothing is.
    pub(crate) storage_problem: Option<ErrorCode>,
    notices: Vec<Notice>,
    focus: Mutex<Option<SaleId>>,
    /// The invoice that the customer display shows, when it shows one.
    shown_invoice: Mutex<Option<PaymentId>>,
    /// What this process is working on.
    pub(crate) flights: Flights,
    /// The order of questions about payments.
    pub(crate) hearing: Hearing,
    /// The plans that were offered last, for each sale.
    pub(crate) offers: Offers,
    /// Rings when the accounts are to be read.
    pub(crate) accounts_wanted: Wake,
    /// What this process knows of the books of customers and products.
    pub(crate) books: Books,
    /// Files that were read and works that run.
    pub(crate) imports: Imports,
    /// Whether payouts can be seen now.
    pub(crate) owner: Unlocked,
    /// What only this process knows of payouts.
    pub(crate) payouts: Payouts,
    /// The rate budgets, which outlive a line.
    pub(crate) budgets: Budgets,
    /// One decision about money at a time: two clicks must not count one note twice nor ask for one rest twice. Never held across a
    /// request.
    pub(crate) deciding: tokio::sync::Mutex<()>,
    /// One telling at a time, so that what is told last is what is.
    pub(crate) telling: tokio::sync::Mutex<()>,
    /// One environment change at a time.
    pub(crate) switching: tokio::sync::Mutex<()>,
}

/// What [`Till`] is made of.
pub(crate) struct Parts {
    pub(crate) config: Config,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) store: Store,
    pub(crate) vault: Vault,
    pub(crate) line: Line,
    pub(crate) budgets: Budgets,
    pub(crate) settings: Settings,
    pub(crate) notices: Vec<Notice>,
    pub(crate) storage_problem: Option<ErrorCode>,
}

impl Till {
    /// Opens the till of this machine. What went wrong with disk or keyring is said by [`crate::app::state`].
    ///
    /// # Errors
    /// Only when no thread can be started or not even a temporary folder can be written.
    pub async fn open(config: Config) -> Result<Arc<Self>, TillError> {
        let vault = Vault::new(vault::SERVICE)?;
        crate::app::open(config, Arc::new(SystemClock::new()), vault).await
    }

    pub(crate) fn assemble(parts: Parts) -> Self {
        let books = Books::new(parts.clock.now_ms(), parts.clock.monotonic_ms());
        let display = Display::new(&parts.settings, parts.line.environment);
        Self {
            config: parts.config,
            clock: parts.clock,
            store: parts.store,
            vault: parts.vault,
            events: Events::new(),
            display,
            wake: Wake::new(),
            line: RwLock::new(Arc::new(parts.line)),
            settings: RwLock::new(parts.settings),
            freshness: Default::default(),
            moments: Moments::default(),
            storage_problem: parts.storage_problem,
            notices: parts.notices,
            focus: Mutex::default(),
            shown_invoice: Mutex::default(),
            flights: Flights::default(),
            hearing: Hearing::default(),
            offers: Offers::default(),
            accounts_wanted: Wake::new(),
            books,
            imports: Imports::default(),
            owner: Unlocked::default(),
            payouts: Payouts::default(),
            budgets: parts.budgets,
            deciding: tokio::sync::Mutex::default(),
            telling: tokio::sync::Mutex::default(),
            switching: tokio::sync::Mutex::default(),
        }
    }

    /// What the till tells.
    #[must_use]
    pub const fn events(&self) -> &Events {
        &self.events
    }

    /// The customer display's feed.
    #[must_use]
    pub const fn display(&self) -> &Display {
        &self.display
    }

    pub(crate) fn now(&self) -> UnixMs {
        self.clock.now_ms()
    }

    pub(crate) fn line(&self) -> Arc<Line> {
        self.line.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_line(&self, line: Line) -> Arc<Line> {
        let line = Arc::new(line);
        *self.line.write().unwrap_or_else(PoisonError::into_inner) = line.clone();
        line
    }

    pub(crate) fn settings(&self) -> Settings {
        self.settings
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn set_settings(&self, settings: Settings) {
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = settings;
    }

    /// When the counter last knew of payments of this method.
    pub(crate) fn freshness(&self, method: Method) -> MutexGuard<'_, Freshness> {
        let [transfer, instalment, invoice] = &self.freshness;
        let light = match method {
            Method::Transfer => transfer,
            Method::Instalment => instalment,
            Method::Invoice => invoice,
        };
        light.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn notices(&self) -> &[Notice] {
        &self.notices
    }

    pub(crate) fn focused(&self) -> Option<SaleId> {
        *self.focus.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_focused(&self, sale: Option<SaleId>) {
        *self.focus.lock().unwrap_or_else(PoisonError::into_inner) = sale;
    }

    pub(crate) fn shown_invoice(&self) -> Option<PaymentId> {
        *self.shown_invoice.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_shown_invoice(&self, invoice: Option<PaymentId>) {
        *self.shown_invoice.lock().unwrap_or_else(PoisonError::into_inner) = invoice;
    }
}
