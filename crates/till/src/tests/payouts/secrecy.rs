//! Codes, PINs and account numbers: in no log, and codes and PINs in no file either.

use super::{OWNER, Sent};
use crate::tests::secrecy::all_written;
use simulator::{Fault, Scope};

#[tokio::test]
async fn no_code_and_no_pin_is_written_down() {
    let written = all_written();
    let sent = Sent::new().await;
    let right = sent.code();
    let wrong = "909090171717";
    sent.hand_in(wrong).await.unwrap();
    sent.shop.strike(Fault::LostAnswer, Scope::PayoutCode);
    sent.hand_in(&right).await.unwrap();
    sent.shop.turns(10).await;
    for hidden in [wrong, "0011001234567", "NGUYEN VAN DUC"] {
        assert!(!written.text().contains(hidden), "{hidden} is in the log");
    }
    for entry in std::fs::read_dir(sent.shop.folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        for secret in [wrong, &format!("\"{OWNER}\"")] {
            for form in [
                secret.as_bytes().to_vec(),
                hex(secret),
                secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ] {
                let is_there = bytes.windows(form.len()).any(|part| part == form);
                assert!(!is_there, "{secret} is in a file");
            }
        }
    }
}

fn hex(text: &str) -> Vec<u8> {
    text.bytes()
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>()
        .into_bytes()
}
