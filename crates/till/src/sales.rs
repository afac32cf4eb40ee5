//! Sales at the counter.

mod cash;
mod close;
mod focus;
mod open;
mod rename;
mod set_amount;
mod set_lines;
mod view;

pub use cash::take_cash;
pub use close::close;
pub use focus::focus;
pub use open::open;
pub use rename::rename;
pub use set_amount::set_amount;
pub use set_lines::set_lines;
pub(crate) use view::{changed, lines_of_bill, of, open_views, open_with_payments};
