//! What is written down: never a key, a signature or a full account number.

use super::Shop;
use gateway::Clock;
use simulator::Fault;
use std::io;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Debug, Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

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

#[tokio::test]
async fn no_secret_and_no_account_number_is_written_down() {
    let page = Page::default();
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(page.clone())
        .finish();
    // For the whole process: one thread's subscriber misses the places that tests beside it enter first.
    tracing::subscriber::set_global_default(log).unwrap();
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
    let secret = shop.gateway.secret().to_owned();
    let shop = shop.reopen().await;
    assert!(shop.clock.now_ms() > 0);
    let written = String::from_utf8(page.0.lock().unwrap().clone()).unwrap();
    assert!(written.contains("a request was not confirmed"));
    for hidden in [
        secret.as_str(),
        "x-signature",
        "0000700100001",
        "VQR0000000101",
        "0000999999999",
    ] {
        assert!(!written.contains(hidden), "{hidden} is written down");
    }
    for entry in std::fs::read_dir(shop.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        let has_secret = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
        assert!(!has_secret, "the secret is in a file");
    }
}
