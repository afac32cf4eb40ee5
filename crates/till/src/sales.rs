//! Sales at the counter.

mod cash;
mod close;
mod focus;
mod open;
mod rename;
mod set_amount;
mod view;

pub use cash::take_cash;
pub use close::close;
pub use focus::focus;
pub use open::open;
pub use rename::rename;
pub use set_amount::set_amount;
pub(crate) use view::{changed, of, open_views, open_with_payments};
