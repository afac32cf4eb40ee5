//! The three headers: plain SHA-256 over `SECRET_METHOD_PATH_PAYLOAD_TIMESTAMP`, bytes as sent (Authentication page;
//! contract section 3). Not HMAC, whatever the page's first sentence says.

use axum::http::HeaderMap;
use sha2::{Digest, Sha256};

use crate::assumptions::TIMESTAMP_WINDOW_SECONDS;
use crate::config::Credentials;

/// What a signature covers.
pub(crate) struct Signed<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) body: &'a [u8],
    pub(crate) headers: &'a HeaderMap,
}

/// Why a request is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Distrust {
    MissingHeader,
    WrongClient,
    UnreadableTimestamp,
    StaleTimestamp,
    WrongSignature,
}

impl Distrust {
    pub(crate) const fn cause(self) -> &'static str {
        match self {
            Self::MissingHeader => "missing_header",
            Self::WrongClient => "wrong_client",
            Self::UnreadableTimestamp => "unreadable_timestamp",
            Self::StaleTimestamp => "stale_timestamp",
            Self::WrongSignature => "wrong_signature",
        }
    }
}

/// Believes a request or says why not.
pub(crate) fn check(
    signed: &Signed<'_>,
    credentials: &Credentials,
    now_seconds: i64,
    compacts: bool,
) -> Result<(), Distrust> {
    let header = |name: &str| {
        let value = signed.headers.get(name).ok_or(Distrust::MissingHeader)?;
        value.to_str().map_err(|_| Distrust::MissingHeader)
    };
    let (client_id, signature, timestamp) = (
        header("x-client-id")?,
        header("x-signature")?,
        header("x-timestamp")?,
    );
    if client_id != credentials.client_id {
        return Err(Distrust::WrongClient);
    }
    let stamped = seconds(timestamp).ok_or(Distrust::UnreadableTimestamp)?;
    if now_seconds.abs_diff(stamped) > TIMESTAMP_WINDOW_SECONDS.unsigned_abs() {
        return Err(Distrust::StaleTimestamp);
    }
    let payload = match signed.method {
        "GET" | "HEAD" | "DELETE" => Vec::new(),
        _ if compacts => compact(signed.body),
        _ => signed.body.to_vec(),
    };
    if signature
        == expected(
            &credentials.secret,
            signed.method,
            signed.path,
            &payload,
            timestamp,
        )
    {
        Ok(())
    } else {
        Err(Distrust::WrongSignature)
    }
}

fn seconds(timestamp: &str) -> Option<i64> {
    let digits = !timestamp.is_empty() && timestamp.bytes().all(|byte| byte.is_ascii_digit());
    if digits { timestamp.parse().ok() } else { None }
}

fn expected(secret: &str, method: &str, path: &str, payload: &[u8], timestamp: &str) -> String {
    let fields = [
        secret.as_bytes(),
        method.as_bytes(),
        path.as_bytes(),
        payload,
        timestamp.as_bytes(),
    ];
    hex::encode(Sha256::digest(fields.join(&b'_')))
}

/// Takes the white space between JSON tokens out, and leaves strings as they are.
fn compact(json: &[u8]) -> Vec<u8> {
    let (mut in_string, mut escaped) = (false, false);
    json.iter()
        .copied()
        .filter(|byte| {
            if in_string {
                in_string = escaped || *byte != b'"';
                escaped = !escaped && *byte == b'\\';
                return true;
            }
            in_string = *byte == b'"';
            !matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRANSFER: &str =
        r#"{"id":"7fc5e181-aae3-4021-8ce0-6a53aa71990d","pass_code":"1828288371923881984"}"#;
    const TRANSFER_HASH: &str = "10366e5abe3a5ce0a012745a3549128e7a7fb76cc36c15def43c9073715a9466";
    const TRANSFER_HMAC: &str = "5801561f36467e928f6ed7b26efdc1a5c8308216105391f22543212e25c0797e";
    const LIST_HASH: &str = "73c2f95458328a80e1aa7d4f7446d4a7cb7e541e543ac66797a79964f04e31bd";
    const LIST_HMAC: &str = "8cf101948de76eff1a1a9f33772cd4b9cd2c22f9db25a9dd0529fa2d8cbc447b";

    fn transfer(signature: &str, body: &str, now: i64, compacts: bool) -> Result<(), Distrust> {
        judge(
            "POST",
            "/api/v1/transfer/verify-otp",
            "s3r3c_k3y",
            "1724986946",
            signature,
            body,
            now,
            compacts,
        )
    }

    fn list(signature: &str, now: i64) -> Result<(), Distrust> {
        judge(
            "GET",
            "/api/v1/payments",
            "mySecretKey",
            "1699999999",
            signature,
            "",
            now,
            false,
        )
    }

    #[expect(clippy::too_many_arguments, reason = "one argument per signed field")]
    fn judge(
        method: &str,
        path: &str,
        secret: &str,
        timestamp: &str,
        signature: &str,
        body: &str,
        now: i64,
        compacts: bool,
    ) -> Result<(), Distrust> {
        let mut headers = HeaderMap::new();
        headers.insert("x-client-id", "c".parse().unwrap());
        headers.insert("x-timestamp", timestamp.parse().unwrap());
        headers.insert("x-signature", signature.parse().unwrap());
        let credentials = Credentials {
            client_id: "c".to_owned(),
            secret: secret.to_owned(),
        };
        let signed = Signed {
            method,
            path,
            body: body.as_bytes(),
            headers: &headers,
        };
        check(&signed, &credentials, now, compacts)
    }

    #[test]
    fn the_published_vectors_are_believed() {
        assert_eq!(transfer(TRANSFER_HASH, TRANSFER, 1_724_986_946, false), Ok(()));
        assert_eq!(list(LIST_HASH, 1_699_999_999), Ok(()));
    }

    #[test]
    fn an_hmac_or_an_upper_case_hash_is_not() {
        let wrong = Err(Distrust::WrongSignature);
        assert_eq!(transfer(TRANSFER_HMAC, TRANSFER, 1_724_986_946, false), wrong);
        assert_eq!(list(LIST_HMAC, 1_699_999_999), wrong);
        assert_eq!(list(&LIST_HASH.to_uppercase(), 1_699_999_999), wrong);
    }

    #[test]
    fn the_window_is_thirty_seconds_to_both_sides() {
        for (apart, judged) in [
            (30, Ok(())),
            (-30, Ok(())),
            (31, Err(Distrust::StaleTimestamp)),
            (-31, Err(Distrust::StaleTimestamp)),
        ] {
            assert_eq!(list(LIST_HASH, 1_699_999_999 + apart), judged, "{apart}");
        }
    }

    #[test]
    fn a_timestamp_is_digits_only() {
        for text in ["", "+1699999999", "1699999999.0", "-5", "99999999999999999999"] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn white_space_counts_unless_the_switch_takes_it_out() {
        let spaced = TRANSFER.replace(',', ", \n");
        let wrong = Err(Distrust::WrongSignature);
        assert_eq!(transfer(TRANSFER_HASH, &spaced, 1_724_986_946, false), wrong);
        assert_eq!(transfer(TRANSFER_HASH, &spaced, 1_724_986_946, true), Ok(()));
        assert_eq!(
            compact(br#"{ "a b" : "c \" d\\" , "e": 1 }"#),
            br#"{"a b":"c \" d\\","e":1}"#
        );
    }
}
