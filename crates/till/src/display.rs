//! The customer display's feed. It is computed from the sale in front and carries only what a stranger may see.

mod feed;

pub(crate) use feed::PATIENCE_MS;

use crate::settings::Settings;
use crate::{Till, TillError, sales};
use contract::display::{DisplayState, DisplayView};
use domain::{Environment, Method, UnixMs};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;
use tokio::sync::{Mutex, watch};

/// How long the customer is thanked.
pub(crate) const THANKS: Duration = Duration::from_secs(6);

/// The feed and whether anybody sees it.
#[derive(Debug)]
pub struct Display {
    feed: watch::Sender<DisplayView>,
    is_open: AtomicBool,
    thanks_until: AtomicI64,
    /// One change at a time: an older state must not overtake a newer one.
    changing: Mutex<()>,
}

impl Display {
    pub(crate) fn new(settings: &Settings, environment: Environment) -> Self {
        let view = compose(settings, environment, DisplayState::Idle);
        Self {
            feed: watch::Sender::new(view),
            is_open: AtomicBool::new(false),
            thanks_until: AtomicI64::new(0),
            changing: Mutex::default(),
        }
    }

    /// Sees the feed from now on, the present state first.
    #[must_use]
    pub fn subscribe(&self) -> watch::Receiver<DisplayView> {
        self.feed.subscribe()
    }

    /// The window was opened or closed.
    pub fn set_open(&self, is_open: bool) {
        self.is_open.store(is_open, Ordering::Relaxed);
    }

    /// Whether the window is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open.load(Ordering::Relaxed)
    }

    /// When the thanks are over, Unix milliseconds; past times mean that nobody is being thanked.
    pub(crate) fn thanks_until(&self) -> i64 {
        self.thanks_until.load(Ordering::Relaxed)
    }
}

/// Shows the sale in front as it is now.
pub(crate) async fn refresh(till: &Till) -> Result<(), TillError> {
    let _one_at_a_time = till.display.changing.lock().await;
    let now = till.now();
    let state = match shown_invoice(till).await? {
        Some(state) => state,
        None => sale_in_front(till, now).await?,
    };
    let is_thanking = state == DisplayState::Idle && now < till.display.thanks_until();
    let state = if is_thanking {
        DisplayState::ThankYou
    } else {
        state
    };
    let view = compose(&till.settings(), till.line().environment, state);
    till.display.feed.send_if_modified(|shown| {
        let is_new = *shown != view;
        *shown = view;
        is_new
    });
    Ok(())
}

/// The invoice that a person put on the display; another world's is not shown.
async fn shown_invoice(till: &Till) -> Result<Option<DisplayState>, TillError> {
    let Some(id) = till.shown_invoice() else {
        return Ok(None);
    };
    let payment = till.store.payment(id).await?;
    let is_here = payment.environment == till.line().environment;
    Ok(feed::invoice(&payment).filter(|_| is_here))
}

async fn sale_in_front(till: &Till, now: UnixMs) -> Result<DisplayState, TillError> {
    let Some(id) = till.focused() else {
        return Ok(DisplayState::Idle);
    };
    let Some((sale, payments)) = sales::open_with_payments(till, id).await? else {
        return Ok(DisplayState::Idle);
    };
    let accounts = till.store.accounts(sale.environment).await?;
    let is_failing = till
        .freshness(Method::Transfer)
        .is_failing_for(now, feed::PATIENCE_MS);
    Ok(feed::state(&sale, &payments, &accounts, now, is_failing))
}

/// Thanks the customer after a sale that was paid; then the display rests.
pub(crate) async fn thank(till: &Till, was_paid: bool) -> Result<(), TillError> {
    if was_paid {
        let thanks_ms = i64::try_from(THANKS.as_millis()).unwrap_or_default();
        till.display
            .thanks_until
            .store(till.now().saturating_add(thanks_ms), Ordering::Relaxed);
        till.wake.ring();
    }
    refresh(till).await
}

fn compose(settings: &Settings, environment: Environment, state: DisplayState) -> DisplayView {
    DisplayView {
        language: settings.display_language,
        theme: settings.theme,
        shop_name: settings.shop_name.clone(),
        is_practice: environment == Environment::Practice,
        state,
    }
}
