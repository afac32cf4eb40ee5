//! Tables `payment`, `instalment` and `invoice`: what was asked, what the gateway gave and what it last said.
//!
//! The columns `verdict`, `money_in` and `asked_now` repeat what `domain` computes, for filters and sums; every write renews them.

mod answer;
mod frequent;
mod insert;
mod instalment;
#[cfg(test)]
mod instalment_tests;
mod invoice;
mod invoice_list;
mod list;
#[cfg(test)]
mod list_tests;
mod news;
mod query;
mod row;
mod source;

pub use answer::{GatewayAnswer, QrVerdict};
pub(crate) use insert::{Asked, first_place, fold_sale, insert, of_way};
pub(crate) use invoice::insert as insert_invoice;
pub use invoice_list::InvoiceFilter;
pub use list::{Cursor, ListedPayment, PaymentFilter, PaymentPage, Totals};
pub use news::News;
pub(crate) use row::{follow, one};
