//! The request signature: lower-case hex SHA-256 over `SECRET_METHOD_PATH_PAYLOAD_TIMESTAMP`
//! (<https://open.finan.one/docs/api/generating-signature>). Plain SHA-256, although the page once says
//! HMAC. Pure. A signature is a secret too: a secret-prefix hash can be extended.

use std::fmt;

use gateway::{Method, SecretText};
use sha2::{Digest, Sha256};

/// What is signed.
#[derive(Debug, Clone, Copy)]
pub struct Signed<'a> {
    /// Method.
    pub method: Method,
    /// Path after the base URL, with the query string exactly as sent.
    pub path_and_query: &'a str,
    /// Body exactly as sent; empty when there is none.
    pub payload: &'a [u8],
    /// Gateway time, Unix seconds, as sent in `x-timestamp`.
    pub timestamp: i64,
}

/// A signature; shown to nobody but the gateway.
pub struct Signature(SecretText);

impl Signature {
    /// The 64 hex digits.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    pub(crate) fn into_secret(self) -> SecretText {
        self.0
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Signature(redacted)")
    }
}

/// Signs a request.
#[must_use]
pub fn sign(secret: &SecretText, signed: Signed<'_>) -> Signature {
    // Hashed piece by piece, so that no second copy of the secret is ever made.
    let digest = Sha256::new()
        .chain_update(secret.expose())
        .chain_update(b"_")
        .chain_update(signed.method.as_str())
        .chain_update(b"_")
        .chain_update(signed.path_and_query)
        .chain_update(b"_")
        .chain_update(signed.payload)
        .chain_update(b"_")
        .chain_update(signed.timestamp.to_string())
        .finalize();
    Signature(SecretText::new(hex::encode(digest)))
}

#[cfg(test)]
mod tests {
    use hmac::{Hmac, KeyInit, Mac};
    use proptest::prelude::{any, prop_assert_eq, proptest};
    use testkit::golden::FINAN_SIGNATURES;

    use super::*;

    fn hmac_of(secret: &str, text: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(text.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    }

    #[test]
    fn golden_vectors_hold_and_none_is_an_hmac() {
        for vector in FINAN_SIGNATURES {
            let method = Method::from_name(vector.method).unwrap();
            let signed = Signed {
                method,
                path_and_query: vector.path_and_query,
                payload: vector.payload.as_bytes(),
                timestamp: vector.timestamp,
            };
            let signature = sign(&SecretText::from(vector.secret), signed);
            assert_eq!(signature.expose(), vector.sha256);
            let text = format!(
                "{}_{}_{}_{}_{}",
                vector.secret, vector.method, vector.path_and_query, vector.payload, vector.timestamp
            );
            assert_eq!(hmac_of(vector.secret, &text), vector.hmac);
            assert_ne!(signature.expose(), vector.hmac);
        }
    }

    #[test]
    fn debug_does_not_show_it() {
        let signed = Signed {
            method: Method::Get,
            path_and_query: "/",
            payload: b"",
            timestamp: 0,
        };
        let signature = sign(&SecretText::from("s"), signed);
        assert_eq!(format!("{signature:?}"), "Signature(redacted)");
    }

    proptest! {
        #[test]
        fn is_the_hash_of_the_joined_text(
            secret in "[a-zA-Z0-9_]{1,40}", path in "/[a-z/?=&]{0,40}", payload in any::<Vec<u8>>(), timestamp in any::<u32>(),
        ) {
            let signed = Signed {
                method: Method::Put, path_and_query: &path, payload: &payload, timestamp: timestamp.into(),
            };
            let joined = [format!("{secret}_PUT_{path}_").as_bytes(), &payload, format!("_{timestamp}").as_bytes()].concat();
            let signature = sign(&SecretText::from(secret.as_str()), signed);
            prop_assert_eq!(signature.expose(), hex::encode(Sha256::digest(joined)));
        }
    }
}
