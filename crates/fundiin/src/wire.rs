//! JSON as it comes over the wire, read tolerantly: unknown fields are ignored, null is missing, numbers
//! may be texts and an amount a number or an object. Nothing here knows what a field means.

mod fields;

pub(crate) use fields::Fields;
