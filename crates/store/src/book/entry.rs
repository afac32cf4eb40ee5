//! What a customer and a product have in common.

use domain::{Environment, Mirror, MirrorState};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::Display;
use std::str::FromStr;
use uuid::Uuid;

/// One row of a book, whatever it is of.
#[derive(Clone)]
pub(crate) struct Row<E: Entry> {
    pub(crate) id: E::Id,
    pub(crate) environment: Environment,
    pub(crate) facts: E::Facts,
    pub(crate) mirror: Mirror,
}

/// A condition that a whole code or number fulfils.
pub(crate) struct Exact {
    /// The index that leads there; unnamed, the planner would rather walk all names than put one row in order.
    pub(crate) index: &'static str,
    /// On the row `c`.
    pub(crate) condition: &'static str,
    /// Its value.
    pub(crate) value: String,
}

/// What is kept in a book.
pub(crate) trait Entry: Send + Sized + 'static {
    /// Our id of it.
    type Id: Copy + Display + FromStr + Send + 'static;
    /// What a person enters of it.
    type Facts: Clone + PartialEq + Serialize + DeserializeOwned + Send + 'static;

    /// Its table; also what a missing one is called.
    const TABLE: &'static str;
    /// The columns of its table that the others don't have and that follow from the facts.
    const OWN: &'static [&'static str];

    /// The id that a uuid makes.
    fn id(uuid: Uuid) -> Self::Id;
    /// The values of [`Entry::OWN`].
    fn own(facts: &Self::Facts) -> Vec<String>;
    /// Its code, unique at the gateway.
    fn code(facts: &Self::Facts) -> &str;
    /// What it is ordered by, as it is written.
    fn name(facts: &Self::Facts) -> &str;
    /// Everything it is found by, not yet folded.
    fn text(facts: &Self::Facts) -> String;
    /// Under which conditions what was typed names it and not others like it.
    fn exact(typed: &str) -> Vec<Exact>;

    /// What every book keeps of it.
    fn into_row(self) -> Row<Self>;
    /// The whole of it, with what its own columns tell besides the facts.
    fn from_row(row: Row<Self>, columns: &rusqlite::Row<'_>) -> rusqlite::Result<Self>;
}

/// What a list shows, whatever book it is of.
#[derive(Debug, Clone)]
pub(super) struct Filter {
    pub(super) environment: Environment,
    pub(super) search: Option<String>,
    /// A condition on a column of the book's own.
    pub(super) own: Option<(&'static str, &'static str)>,
    /// All that were not deleted, here or at the gateway, when empty.
    pub(super) states: Vec<MirrorState>,
}
