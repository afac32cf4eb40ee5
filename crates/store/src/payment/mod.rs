//! Tables `payment` and `instalment`: what was asked, what the gateway gave and what it last said.
//!
//! The columns `verdict` and `money_in` repeat what `domain` computes, for filters and sums; every write renews them.

mod answer;
mod frequent;
mod insert;
mod instalment;
#[cfg(test)]
mod instalment_tests;
mod list;
#[cfg(test)]
mod list_tests;
mod news;
mod query;
mod row;
mod source;

pub use answer::{GatewayAnswer, QrVerdict};
pub(crate) use insert::{fold_sale, insert};
pub use list::{Cursor, ListedPayment, PaymentFilter, PaymentPage, Totals};
pub use news::News;
pub(crate) use row::{one, refresh_verdict};
