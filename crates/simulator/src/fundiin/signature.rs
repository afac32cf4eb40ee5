//! `Signature` = lower-case hexadecimal HMAC-SHA256 of the body bytes as they are on the wire (contract §2). The same
//! rule holds for requests and for notifications.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

const HEX_DIGITS: usize = 64;

/// Signs a body.
#[must_use]
pub fn sign(secret: &str, body: &[u8]) -> String {
    keyed(secret, body).map_or_else(String::new, |mac| hex::encode(mac.finalize().into_bytes()))
}

/// Whether `signature` is this body's, compared in constant time. Upper case is not taken.
#[must_use]
pub fn verify(secret: &str, body: &[u8], signature: &str) -> bool {
    let has_form = signature.len() == HEX_DIGITS
        && signature
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let Ok(claimed) = hex::decode(signature) else {
        return false;
    };
    has_form && keyed(secret, body).is_some_and(|mac| mac.verify_slice(&claimed).is_ok())
}

/// `None` never happens: HMAC takes keys of every length.
fn keyed(secret: &str, body: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).ok()?;
    mac.update(body);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "sandbox_secret_key";
    const V1: &str = include_str!("../../tests/gateway/vectors/v1.json");
    const V2: &str = include_str!("../../tests/gateway/vectors/v2.json");

    #[test]
    fn the_published_vectors_hold() {
        let v1 = "28a612a6e2b2609fd7a78548690397b9ba0b356ed991ea90770681d3f9936318";
        let v1n = "e9717a1d9a070ba35be561532a54c5691a0e3bd3e62ae2daad653a12bce00c33";
        let v2 = "820dca0a4116592a4638d0fa376c3b752419d1ae28b8605229ada12032b2e8cf";
        let v8 = "7e88ca4ad783e336f8b92ede61f2b956ba1b89e08ab5a50df2b735b8b5e11d48";
        assert_eq!((V1.len(), V2.len()), (512, 1159));
        assert_eq!(sign(KEY, V1.as_bytes()), v1);
        assert_eq!(sign(KEY, format!("{V1}\n").as_bytes()), v1n);
        assert_eq!(sign(KEY, V2.as_bytes()), v2);
        assert_eq!(sign(KEY, "{\"resultMsg\":\"Thành công\"}".as_bytes()), v8);
        assert!(verify(KEY, V1.as_bytes(), v1));
        assert!(!verify(KEY, V1.as_bytes(), v1n));
    }

    #[test]
    fn only_sixty_four_lower_case_digits_are_a_signature() {
        let good = sign(KEY, b"{}");
        for bad in [
            good.to_uppercase(),
            hex::encode(&good),
            String::new(),
            format!("{good} "),
        ] {
            assert!(!verify(KEY, b"{}", &bad), "{bad}");
        }
        assert!(!verify("another", b"{}", &good));
    }
}
