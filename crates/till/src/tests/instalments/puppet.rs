//! A gateway that plays a script and remembers every byte it was sent.

use crate::instalments;
use crate::tests::Shop;
use contract::instalment_settings::InstalmentSettingsRequest;
use testkit::{RawServer, Reply};

pub(super) struct Puppet(RawServer);

/// One request as it was on the wire.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) path: String,
    pub(super) key: Option<String>,
    pub(super) body: Vec<u8>,
}

impl Puppet {
    /// From now on the shop talks to it.
    pub(super) async fn in_front_of(shop: &Shop, script: Vec<Reply>) -> Self {
        // The first question is for the time.
        let all = [vec![Reply::json("{}")], script].concat();
        let server = RawServer::start(all).unwrap();
        let request = InstalmentSettingsRequest {
            base_url: Some(server.base_url()),
            ..InstalmentSettingsRequest::default()
        };
        instalments::settings::update(&shop.till, request).await.unwrap();
        Self(server)
    }

    pub(super) fn seen(&self) -> Vec<Seen> {
        self.0
            .requests()
            .iter()
            .skip(1)
            .map(|bytes| read(bytes))
            .collect()
    }
}

fn read(bytes: &[u8]) -> Seen {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let key = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("idempotency-key"))
        .map(|(_, value)| value.trim().to_owned());
    Seen {
        path: head.split(' ').nth(1).unwrap().to_owned(),
        key,
        body: bytes[end + 4..].to_vec(),
    }
}

/// An answer with this result and further fields, each with a comma before it.
pub(super) fn says(result: &str, more: &str) -> Reply {
    Reply::json(&format!(
        r#"{{"resultStatus":"{result}","resultMsg":"Lời của cổng"{more}}}"#
    ))
}

/// A transaction was opened.
pub(super) fn opened() -> Reply {
    says("APPROVED", &links(GOOD, GOOD))
}

pub(super) const GOOD: &str = "https://fundiin.vn/v2/payment?token=1";

pub(super) fn links(page: &str, qr: &str) -> String {
    format!(r#","paymentUrl":"{page}","qrData":"{qr}""#)
}

/// The status of a transaction of this amount.
pub(super) fn status(word: &str, reason: &str, amount: i64) -> Reply {
    says(
        reason,
        &format!(
            r#","paymentStatus":"{word}","paymentTransId":"ORD1","amount":{{"value":{amount},"currency":"VND"}}"#
        ),
    )
}
