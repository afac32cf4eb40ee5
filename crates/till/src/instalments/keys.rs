//! Keys for instalments: kept, tested, removed. Never read back to the page.

mod remove;
mod save;
mod test;

pub use remove::remove;
pub use save::save;
pub use test::test;
