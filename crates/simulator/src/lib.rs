//! Finan One's and Fundiin's documented behaviour on loopback, as a library and as the program `simulator`. Written from the
//! contract, sharing no code with any client, so that it serves (and refuses) clients nobody here wrote.
//! It must never listen beyond loopback and never be needed by a build that talks to the real gateway.
//! ```text
//! $ simulator --port 8787 --client-id demo --secret s3cret
//! {"base_url":"http://127.0.0.1:8787/open","client_id":"demo","secret":"s3cret"}
//! $ T=$(date +%s); S=$(printf 's3cret_GET_/api/v1/payments__%s' $T | sha256sum | cut -c1-64)
//! $ curl -H x-client-id:demo -H x-timestamp:$T -H x-signature:$S http://127.0.0.1:8787/open/api/v1/payments
//! $ curl -d '{"reference":"ORDER-1","amount":"short"}' http://127.0.0.1:8787/_hand/pay
//! $ curl -d '{"code":"INV-1","do":"pay","amount":"full"}' http://127.0.0.1:8787/_hand/invoice
//! $ curl -d '{"reference":"PO-1","do":"code"}' http://127.0.0.1:8787/_hand/payout
//! ```

pub mod assumptions;
mod books;
mod clock;
mod config;
mod faults;
mod finan_one;
mod fundiin;
mod hand;
mod running;
mod server;
mod shared;

pub use assumptions::business::{BusinessSwitches, TaxRounding};
pub use assumptions::fundiin::FundiinSwitches;
pub use assumptions::payouts::PayoutSwitches;
pub use assumptions::{RateWindow, Switches};
pub use clock::SimClock;
pub use config::{Config, Credentials, FundiinCredentials};
pub use faults::{Fault, FaultRule, InstalmentCall, Repeat, Scope};
pub use fundiin::{sign as sign_fundiin, verify as verify_fundiin};
pub use hand::{
    Hand, HandError, PayoutOutcome, SignedNotice, SimulatedInstalment, SimulatedInvoice, SimulatedPayment,
    SimulatedPayout,
};
pub use running::{Running, Simulator};
pub use server::LoggedRequest;
