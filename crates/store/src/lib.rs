//! The shop's memory: one SQLite file with the journal, sales, payments, invoices, payouts, their timelines, customers, products,
//! beneficiaries, accounts and settings.
//!
//! Plain SQL, one file per table. Writes go through one thread and one connection, each in one durable
//! transaction; reads through a small pool. No clock (times are passed in), no gateway, no secrets.

mod account;
mod beneficiary;
mod book;
mod column;
mod error;
mod event;
mod file;
pub mod fold;
mod instalment_customer;
mod intent;
mod invoice;
mod known_account;
mod payment;
mod payout;
mod sale;
mod search;
mod setting;
mod store;
mod words;
mod worker;

pub use account::{Account, AccountKind};
pub use beneficiary::BeneficiaryList;
pub use book::{
    BookCursor, BookPage, CustomerFilter, Fetched, ImportBatch, ImportKind, NoCursor, Outcome, ProductFilter,
};
pub use error::StoreError;
pub use event::{Event, EventKind};
pub use file::Opened;
pub use intent::{CommitOutcome, Intent, NewPayment, NewStep, Note, StepOutcome, Way};
pub use invoice::NewInvoice;
pub use known_account::KnownAccount;
pub use payment::{
    Cursor, GatewayAnswer, InvoiceFilter, ListedPayment, News, PaymentFilter, PaymentPage, QrVerdict, Totals,
};
pub use payout::{NewPayout, PayoutAnswer, PayoutFilter, PayoutPage};
pub use store::Store;

#[cfg(test)]
mod test_support;
