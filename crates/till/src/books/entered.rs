//! What saving a customer and saving a product have in common.

use crate::TillError;
use contract::{ErrorBody, ErrorCode};
use domain::{Mirror, MirrorState, UnixMs};
use finan_one::InvalidField;
use uuid::Uuid;

/// Digits and letters that nobody takes for one another.
const LETTERS: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M',
    'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
];
/// 35 random bits: a shop with ten thousand customers at several tills meets a double one in a thousand years of luck.
const CODE_LETTERS: u32 = 7;

/// A code made by the app, such as `KH-7F3K2QX`, from the random bits of an id.
pub(crate) fn made_code(prefix: &str, id: Uuid) -> String {
    let bits = id.as_u128();
    let letters = (0..CODE_LETTERS).filter_map(|place| {
        let index = usize::try_from((bits >> (place * 5)) & 31).ok()?;
        LETTERS.get(index)
    });
    format!("{prefix}-{}", letters.collect::<String>())
}

/// The gateway's half of a row that a person made or changed. One that was deleted there is made anew.
pub(crate) fn changed(before: Option<&Mirror>, now: UnixMs) -> Mirror {
    match before {
        None => Mirror::new(now),
        Some(mirror) if mirror.state == MirrorState::Gone => Mirror::new(now),
        Some(mirror) => mirror.changed(now),
    }
}

/// A code or phone that is another's already.
pub(crate) fn code_taken(field: &str, name: &str) -> TillError {
    let body = ErrorBody::of(ErrorCode::CodeTaken).with("field", field);
    TillError::Refused(if name.is_empty() {
        body
    } else {
        body.with("name", name)
    })
}

/// A field that cannot be sent, under the page's name.
pub(crate) fn refused_field(field: &str, invalid: &InvalidField) -> TillError {
    let body = ErrorBody::of(ErrorCode::FieldRefused)
        .with("field", field)
        .with("reason", invalid.code());
    TillError::Refused(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_codes_are_short_and_differ() {
        let code = made_code("KH", Uuid::from_u128(u128::MAX));
        assert_eq!(code, "KH-ZZZZZZZ");
        let one = made_code("SP", crate::ids::new(1_795_239_000_000));
        let other = made_code("SP", crate::ids::new(1_795_239_000_000));
        assert_ne!(one, other);
    }
}
