//! A PIN as it is kept: Argon2id, slow on purpose.

use super::rule::{PinFault, check};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// What a hash costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    memory_kib: u32,
    passes: u32,
}

/// The least that OWASP's password storage cheat sheet asks of Argon2id on one lane.
const SHIPPED: Cost = Cost {
    memory_kib: 19 * 1_024,
    passes: 2,
};
/// What new hashes cost: less in tests only, which make thousands.
const COST: Cost = if cfg!(any(test, feature = "memory")) {
    Cost {
        memory_kib: 64,
        passes: 1,
    }
} else {
    SHIPPED
};
const LANES: u32 = 1;

/// The hash of a PIN with its salt and cost, in the PHC text form. Wiped when dropped, never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct PinHash(Zeroizing<String>);

impl PinHash {
    /// Checks a new PIN and hashes it with a salt of its own. Takes tens of milliseconds of one core.
    ///
    /// # Errors
    /// [`PinFault`] when the PIN is not taken.
    pub fn hash(pin: &SecretString) -> Result<Self, PinFault> {
        check(pin)?;
        Self::at(COST, pin)
    }

    fn at(cost: Cost, pin: &SecretString) -> Result<Self, PinFault> {
        let params = Params::new(cost.memory_kib, cost.passes, LANES, None).map_err(|_| PinFault::Hashing)?;
        let hash = Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password(pin.expose_secret().as_bytes())
            .map_err(|_| PinFault::Hashing)?;
        Ok(Self(Zeroizing::new(hash.to_string())))
    }

    /// Whether this is the PIN. Takes as long as [`PinHash::hash`], right or wrong.
    #[must_use]
    pub fn verify(&self, pin: &SecretString) -> bool {
        Argon2::default()
            .verify_password(pin.expose_secret().as_bytes(), self.0.as_str())
            .is_ok()
    }

    /// A hash that was kept.
    pub(super) fn from_kept(text: Zeroizing<String>) -> Self {
        Self(text)
    }

    pub(super) fn as_kept(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PinHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PinHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_ships_is_argon2id_with_19_mib_and_two_passes() {
        let pin = SecretString::from("2580");
        let hash = PinHash::at(SHIPPED, &pin).unwrap();
        assert!(
            hash.as_kept().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{}",
            hash.as_kept()
        );
        assert!(hash.verify(&pin));
        assert!(!hash.verify(&SecretString::from("2581")));
        assert!(!format!("{hash:?}").contains("argon2id"));
    }

    #[test]
    fn the_same_pin_never_looks_the_same() {
        let pin = SecretString::from("2580");
        let hashes = [PinHash::hash(&pin).unwrap(), PinHash::hash(&pin).unwrap()];
        assert_ne!(hashes[0], hashes[1]);
        assert!(hashes.iter().all(|hash| hash.verify(&pin)));
    }

    #[test]
    fn a_hash_that_is_none_lets_nobody_in() {
        for text in [
            "",
            "2580",
            "$argon2id$v=19$m=64,t=1,p=1$",
            "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ$",
        ] {
            let hash = PinHash::from_kept(Zeroizing::new(text.to_owned()));
            assert!(!hash.verify(&SecretString::from("2580")), "{text}");
            assert!(!hash.verify(&SecretString::from("")), "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_pin_opens_its_own_hash_only(pin in "[0-9]{4,12}", other in "[0-9]{0,13}") {
            let pin = SecretString::from(pin);
            prop_assume!(check(&pin).is_ok());
            let hash = PinHash::hash(&pin).unwrap();
            prop_assert!(hash.verify(&pin));
            prop_assert_eq!(hash.verify(&SecretString::from(other.clone())), other == pin.expose_secret());
        }
    }
}
