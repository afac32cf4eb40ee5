//! What is written down: never a key, a signature, a full account number, or who pays in instalments.

use super::Shop;
use super::shop::id;
use crate::payments;
use contract::payment::PaymentListRequest;
use gateway::Clock;
use simulator::Fault;
use std::io;
use std::sync::{Arc, Mutex, OnceLock};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Debug, Clone, Default)]
pub(super) struct Page(Arc<Mutex<Vec<u8>>>);

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Page {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

/// The log of the whole process from the first call on: one thread's subscriber misses the places that tests beside it enter first.
pub(super) fn all_written() -> &'static Page {
    static WRITTEN: OnceLock<Page> = OnceLock::new();
    WRITTEN.get_or_init(|| {
        let page = Page::default();
        let log = tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_writer(page.clone())
            .finish();
        tracing::subscriber::set_global_default(log).unwrap();
        page
    })
}

impl Page {
    pub(super) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

/// An instalment payment with its steps and troubles; gives the signatures that were sent.
async fn instalments(shop: &Shop) -> Vec<String> {
    let secret = &shop.gateway.fundiin_credentials().secret;
    let mut signatures = Vec::new();
    for fault in [
        Fault::LostAnswer,
        Fault::Refuse { status: 401 },
        Fault::ForceResult {
            result: "PHONE_NUMBER_INVALID".to_owned(),
            after_effect: false,
        },
    ] {
        shop.once(fault.clone());
        let payment = shop.instal(3_000_000).await;
        shop.settle().await;
        let body = shop.till.store.body(id(&payment)).await.unwrap().unwrap();
        signatures.push(simulator::sign_fundiin(secret, &body));
        if shop.hand.instalment_accepts(&payment.reference).is_ok() {
            shop.check(&payment).await.unwrap();
            shop.once(fault);
            shop.refund(&payment).await.unwrap();
            shop.settle().await;
            let stored = shop.till.store.payment(id(&payment)).await.unwrap();
            let step = stored.instalment.unwrap().steps.remove(0);
            let body = shop.till.store.body(step.id).await.unwrap().unwrap();
            signatures.push(simulator::sign_fundiin(secret, &body));
        }
        let found = PaymentListRequest {
            search: Some("0912345678".to_owned()),
            ..PaymentListRequest::default()
        };
        payments::list(&shop.till, found).await.unwrap();
    }
    signatures
}

#[tokio::test]
async fn no_secret_no_account_number_and_no_person_is_written_down() {
    let page = all_written();
    let mut shop = Shop::open().await;
    for fault in [
        Fault::WrongAccountInQr,
        Fault::LostAnswer,
        Fault::Refuse { status: 401 },
    ] {
        shop.once(fault);
        shop.ask(100_000).await;
        shop.settle().await;
    }
    shop.later(1_000).await;
    let signatures = instalments(&shop).await;
    assert!(signatures.len() >= 4);
    shop.instalments_later(5_000).await;
    let fundiin = shop.gateway.fundiin_credentials().clone();
    let secret = shop.gateway.secret().to_owned();
    let shop = shop.reopen().await;
    assert!(shop.clock.now_ms() > 0);
    let written = page.text();
    assert!(written.contains("a request was not confirmed"));
    for hidden in [
        secret.as_str(),
        "x-signature",
        "0000700100001",
        "VQR0000000101",
        "0000999999999",
        fundiin.secret.as_str(),
        fundiin.client_id.as_str(),
        "Nguyễn Văn",
        "0912345678",
        "0912 345 678",
        "912345678",
        "an.nguyen@example.vn",
        "Hàng Bạc",
    ]
    .into_iter()
    .chain(signatures.iter().map(String::as_str))
    {
        assert!(!written.contains(hidden), "{hidden} is written down");
    }
    for entry in std::fs::read_dir(shop.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        for secret in [&secret, &fundiin.secret].into_iter().chain(&signatures) {
            let has_secret = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!has_secret, "a secret or a signature is in a file");
        }
    }
}
