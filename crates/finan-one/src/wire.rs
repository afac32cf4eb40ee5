//! JSON as it comes over the wire, read tolerantly: unknown fields are ignored, several spellings of a
//! name are tried, numbers may be texts; and what a body for an update has on top of one for a create.
//! Nothing here knows what a field means.

mod fields;
mod number;
mod purpose;

pub(crate) use fields::Fields;
pub(crate) use purpose::Purpose;
