//! JSON as it comes over the wire, read tolerantly: unknown fields are ignored, several spellings of a
//! name are tried, numbers may be texts. Nothing here knows what a field means.

mod fields;
mod number;

pub(crate) use fields::Fields;
