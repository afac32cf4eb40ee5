//! What can go wrong on purpose: rules armed at run time, and the plan they make for one request.

mod armed;
mod plan;
mod rule;

pub(crate) use armed::Armed;
pub(crate) use plan::{Break, LinkFault, Plan, QrFault};
pub(crate) use rule::RequestKind;
pub use rule::{Fault, FaultRule, InstalmentCall, Repeat, Scope};
