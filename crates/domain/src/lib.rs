//! The shop's nouns and their legal moves: payment, payout, instalment, invoice, customer, product, verdict, intent, sale.
//!
//! Pure: no clock, no disk, no network. Names of states live here and nowhere else.

pub mod customer;
pub mod environment;
pub mod id;
pub mod instalment;
pub mod intent;
pub mod intent_kind;
pub mod invoice;
pub mod mask;
pub mod method;
pub mod mirror;
pub mod payment;
pub mod payout;
pub mod person_name;
pub mod phone;
pub mod product;
mod rounding;
pub mod sale;
#[cfg(test)]
mod sample;
pub mod step;
pub mod text;
pub mod verdict;

pub use customer::{ContactPerson, Customer, CustomerAddress, CustomerFacts, CustomerKind};
pub use environment::Environment;
pub use id::{AccountId, BeneficiaryId, CustomerId, IntentId, PaymentId, PayoutId, ProductId, SaleId};
pub use instalment::{Address, Instalment, InstalmentCustomer, InstalmentStage, Plan, PlanPart, Tender};
pub use intent::{IntentState, Move, MoveError};
pub use intent_kind::IntentKind;
pub use invoice::{
    Discount, Invoice, InvoiceContent, InvoiceCustomer, InvoiceDraft, InvoiceLine, InvoiceStanding, TaxType,
};
pub use method::{Gateway, Method};
pub use mirror::{Mirror, MirrorState};
pub use payment::{GatewayStatus, Heard, Payment, QrState};
pub use payout::{
    Beneficiary, Destination, HeardPayout, Payout, PayoutContent, PayoutStanding, PayoutStatus, ToldPayout,
};
pub use product::{Product, ProductFacts};
pub use sale::{Sale, SaleBalance, SaleKind, SaleLine};
pub use step::{Said, Step, StepDetail};
pub use verdict::Verdict;

/// Milliseconds since the Unix epoch, UTC.
pub type UnixMs = i64;
