//! Why a body is built. A create leaves out what is blank; an update says that it is blank, since what is
//! left out of an update may stay as it was ([`UPDATE_CLEARS_WITH_EMPTY`]).

use crate::assumptions::UPDATE_CLEARS_WITH_EMPTY;

/// What the body will be sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Create,
    Update,
}

impl Purpose {
    /// The text as it goes into the body.
    pub(crate) fn text(self, text: Option<&str>) -> Option<&str> {
        text.or(self.clears().then_some(""))
    }

    /// The list as it goes into the body.
    pub(crate) fn list<T>(self, list: Vec<T>) -> Option<Vec<T>> {
        Some(list).filter(|list| !list.is_empty() || self.clears())
    }

    /// Whether what is blank goes into the body as blank.
    pub(crate) fn clears(self) -> bool {
        self == Self::Update && UPDATE_CLEARS_WITH_EMPTY
    }
}
