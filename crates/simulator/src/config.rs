//! What a simulator is started with.

use std::fmt;
use std::path::PathBuf;

use crate::assumptions::Switches;
use crate::clock::SimClock;
use crate::faults::FaultRule;

/// `[G]` Requests a minute of the standard tier.
pub(crate) const STANDARD_RATE_PER_MINUTE: u32 = 100;

/// The client id and secret that the simulator knows. They open nothing but the simulator.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Value of the `x-client-id` header.
    pub client_id: String,
    /// The first field of the hashed text.
    pub secret: String,
}

impl Default for Credentials {
    fn default() -> Self {
        Self {
            client_id: "practice-client".to_owned(),
            secret: "practice-secret".to_owned(),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// What Fundiin gives a merchant. These open nothing but the simulator; any `platformId` will do.
#[derive(Clone, PartialEq, Eq)]
pub struct FundiinCredentials {
    /// Value of the `Client-Id` header.
    pub client_id: String,
    /// Key of the HMAC, taken as UTF-8 bytes.
    pub secret: String,
    /// `merchantId` of every request.
    pub merchant_id: String,
    /// The merchant's one `storeId`.
    pub store_id: String,
}

impl Default for FundiinCredentials {
    fn default() -> Self {
        Self {
            client_id: "practice-fundiin-client".to_owned(),
            secret: "practice-fundiin-secret".to_owned(),
            merchant_id: "FD000000000000".to_owned(),
            store_id: "STORE-01".to_owned(),
        }
    }
}

impl fmt::Debug for FundiinCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FundiinCredentials")
            .field("client_id", &self.client_id)
            .field("merchant_id", &self.merchant_id)
            .field("store_id", &self.store_id)
            .finish_non_exhaustive()
    }
}

/// How a simulator behaves. The default is what practice mode uses, without a state file.
#[derive(Debug, Clone)]
pub struct Config {
    /// TCP port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// The clock behind `Date`, the signature window, expiry and the rate budget.
    pub clock: SimClock,
    /// The one client that may call.
    pub credentials: Credentials,
    /// The one merchant that may call the Fundiin half.
    pub fundiin_credentials: FundiinCredentials,
    /// Where Fundiin's notifications are posted: `http://` on loopback only. `None` keeps them for [`crate::Hand`].
    pub fundiin_notify_url: Option<String>,
    /// Where everything that was made is kept across restarts; `None` keeps them in memory only.
    pub state_file: Option<PathBuf>,
    /// Requests a minute before 429.
    pub rate_limit_per_minute: u32,
    /// Whether a new simulator already holds some past payments, customers, products and invoices.
    pub seeded_history: bool,
    /// Faults armed from the start.
    pub faults: Vec<FaultRule>,
    /// The assumptions in force.
    pub switches: Switches,
    /// Whether `/_hand/…` is served. Off in the app: there only the process itself may play the customer.
    pub hand_over_http: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            port: 0,
            clock: SimClock::real(),
            credentials: Credentials::default(),
            fundiin_credentials: FundiinCredentials::default(),
            fundiin_notify_url: None,
            state_file: None,
            rate_limit_per_minute: STANDARD_RATE_PER_MINUTE,
            seeded_history: true,
            faults: Vec::new(),
            switches: Switches::default(),
            hand_over_http: false,
        }
    }
}
