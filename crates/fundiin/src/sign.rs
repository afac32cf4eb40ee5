//! The signature: lower-case hex HMAC-SHA256 over the exact body bytes, the secret's bytes as the key
//! (HMAC guide; the Initiate page's `Signature` header). The same rule proves notifications. Pure.

use std::fmt;

use gateway::SecretText;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

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

/// Signs `body`.
#[must_use]
pub fn sign(secret: &SecretText, body: &[u8]) -> Signature {
    let digest = mac(secret, body).finalize().into_bytes();
    Signature(SecretText::new(hex::encode(digest)))
}

/// Whether `presented` is the signature of `body`: 64 lower-case hex digits, compared in constant time.
#[must_use]
pub fn is_signed(secret: &SecretText, body: &[u8], presented: &str) -> bool {
    let is_lower = !presented.bytes().any(|byte| byte.is_ascii_uppercase());
    let digest = hex::decode(presented).unwrap_or_default();
    // An empty secret would let anybody sign.
    !secret.is_empty() && is_lower && mac(secret, body).verify_slice(&digest).is_ok()
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn mac(secret: &SecretText, body: &[u8]) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes())
        .expect("any key length")
        .chain_update(body)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
    use sha2::Digest;

    use super::*;

    /// RFC 2104 by hand, as an independent reading.
    fn hmac_by_hand(key: &[u8], message: &[u8]) -> String {
        let mut block = [0_u8; 64];
        if key.len() > 64 {
            block[..32].copy_from_slice(&Sha256::digest(key));
        } else {
            block[..key.len()].copy_from_slice(key);
        }
        let inner = Sha256::digest([&block.map(|byte| byte ^ 0x36)[..], message].concat());
        hex::encode(Sha256::digest(
            [&block.map(|byte| byte ^ 0x5c)[..], &inner[..]].concat(),
        ))
    }

    #[test]
    fn golden_vectors_hold() {
        let notice = include_str!("../fixtures/notification.json").trim_end();
        let initiate = include_str!("../fixtures/initiate_page_sample.json").trim_end();
        assert_eq!((notice.len(), initiate.len()), (512, 1_159));
        let with_line_feed = format!("{notice}\n");
        for (body, expected) in [
            (
                notice,
                "28a612a6e2b2609fd7a78548690397b9ba0b356ed991ea90770681d3f9936318",
            ),
            (
                with_line_feed.as_str(),
                "e9717a1d9a070ba35be561532a54c5691a0e3bd3e62ae2daad653a12bce00c33",
            ),
            (
                initiate,
                "820dca0a4116592a4638d0fa376c3b752419d1ae28b8605229ada12032b2e8cf",
            ),
            (
                "{\"resultMsg\":\"Th\u{e0}nh c\u{f4}ng\"}",
                "7e88ca4ad783e336f8b92ede61f2b956ba1b89e08ab5a50df2b735b8b5e11d48",
            ),
        ] {
            let secret = SecretText::from("sandbox_secret_key");
            assert_eq!(sign(&secret, body.as_bytes()).expose(), expected);
            assert!(is_signed(&secret, body.as_bytes(), expected));
            assert!(!is_signed(&secret, body.as_bytes(), &expected.to_uppercase()));
            assert!(!is_signed(&secret, body.as_bytes(), &hex::encode(expected)));
        }
    }

    #[test]
    fn an_empty_secret_or_a_malformed_signature_proves_nothing() {
        let empty = SecretText::from("");
        assert!(!is_signed(&empty, b"{}", sign(&empty, b"{}").expose()));
        for presented in ["", "zz", "sha256=00", "é", &"0".repeat(64), &"0".repeat(63)] {
            assert!(
                !is_signed(&SecretText::from("s"), b"{}", presented),
                "{presented}"
            );
        }
    }

    #[test]
    fn debug_does_not_show_it() {
        let signature = sign(&SecretText::from("s"), b"");
        assert_eq!(format!("{signature:?}"), "Signature(redacted)");
    }

    proptest! {
        #[test]
        fn is_the_hmac_of_the_bytes(secret in ".{1,90}", body in any::<Vec<u8>>()) {
            let signature = sign(&SecretText::from(secret.as_str()), &body);
            prop_assert_eq!(signature.expose(), hmac_by_hand(secret.as_bytes(), &body));
        }

        #[test]
        fn any_changed_byte_is_noticed(body in proptest::collection::vec(any::<u8>(), 1..200), at in any::<usize>(), flip in 1_u8..) {
            let secret = SecretText::from("s");
            let signature = sign(&secret, &body);
            let mut changed = body.clone();
            let index = at % body.len();
            changed[index] ^= flip;
            prop_assert!(is_signed(&secret, &body, signature.expose()));
            prop_assert!(!is_signed(&secret, &changed, signature.expose()));
        }
    }
}
