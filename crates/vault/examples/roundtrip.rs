//! Saves, reads and removes one item in the real keyring and prints how long each took.
//!
//! `roundtrip` cleans up after itself; `roundtrip keep` leaves the item for a look from outside:
//! `secret-tool lookup service tien-ve username example/roundtrip`.

use secrecy::{ExposeSecret, SecretString};
use std::time::Instant;
use vault::{SERVICE, Vault, VaultError};

const ACCOUNT: &str = "example/roundtrip";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    if let Err(error) = walk(std::env::args().nth(1).as_deref() == Some("keep")).await {
        eprintln!("{}: {error}", error.code());
        std::process::exit(1);
    }
}

async fn walk(keep: bool) -> Result<(), VaultError> {
    let vault = Vault::new(SERVICE)?;
    let secret = SecretString::from("an example, not a secret");
    let started = Instant::now();
    let told = |step: &str| eprintln!("{step}: after {} ms", started.elapsed().as_millis());
    let status = vault.status().await;
    told(&format!("status {status:?}"));
    vault.save(ACCOUNT, &secret).await?;
    told("saved and read back");
    vault.save(ACCOUNT, &secret).await?;
    told("saved again");
    let read = vault.load(ACCOUNT).await?;
    told("loaded");
    if read.is_none_or(|read| read.expose_secret() != secret.expose_secret()) {
        return Err(VaultError::NotKept);
    }
    if !keep {
        vault.delete(ACCOUNT).await?;
        told("deleted");
    }
    Ok(())
}
