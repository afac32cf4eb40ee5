//! Identifiers: UUIDs that are new for every set of books and repeat for the same books.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// A source of UUIDs.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Ids {
    origin: Uuid,
    given: u64,
}

impl Ids {
    pub(crate) fn fresh() -> Self {
        Self {
            origin: Uuid::now_v7(),
            given: 0,
        }
    }

    pub(crate) fn next(&mut self) -> String {
        self.given = self.given.saturating_add(1);
        named(&format!("{}/{}", self.origin, self.given))
    }
}

/// The UUID that belongs to a name.
pub(crate) fn named(name: &str) -> String {
    let digest = Sha256::digest(name.as_bytes());
    let mut bytes = [0_u8; 16];
    for (to, from) in bytes.iter_mut().zip(digest.iter()) {
        *to = *from;
    }
    Builder::from_random_bytes(bytes).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_the_same_twice_and_the_same_by_name() {
        let mut ids = Ids::fresh();
        assert_ne!(ids.next(), ids.next());
        assert_eq!(named("a"), named("a"));
        assert!(Uuid::parse_str(&named("a")).is_ok());
    }
}
