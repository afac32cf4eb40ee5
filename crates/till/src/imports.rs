//! Books from files: read and shown first, taken when a person says so, taken back if it was wrong.

mod cancel;
mod columns;
mod customer_columns;
mod customers;
mod judge;
mod known;
mod products;
mod progress;
mod read;
mod reading;
mod run;
mod shown;
mod tabular;
mod undo;

pub use cancel::cancel;
pub use read::read;
pub use run::run;
pub use undo::undo;

pub(crate) use columns::Column;
pub(crate) use progress::{Running, Work};
pub(crate) use reading::Imports;
pub(crate) use tabular::{Chosen, Content, Tabular};
