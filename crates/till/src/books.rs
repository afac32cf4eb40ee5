//! The shop's books that are mirrored at the gateway: edited here at once, told there when the line allows, read anew while somebody
//! looks at them. Nothing here moves money.

mod book;
pub mod codes;
mod customer;
mod deliver;
mod entered;
mod freshness;
mod get;
mod product;
mod read;
mod seek;
mod state;
mod sync;
mod syncing;
mod tell_first;
mod view;
mod words;

pub use get::get;
pub use sync::sync;

pub(crate) use book::Book;
pub(crate) use entered::{changed, code_taken, made_code, refused_field};
pub(crate) use state::Books;
pub(crate) use syncing::Syncing;
pub(crate) use tell_first::tell_first;
pub(crate) use view::{mirror, shown_states, tell};
pub(crate) use words::{line, lines};
