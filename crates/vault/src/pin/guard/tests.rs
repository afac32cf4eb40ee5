//! The item in the keyring, and what trying PINs leaves in it.

use super::*;
use crate::memory::{Fault, MemoryKeyring};
use std::time::Duration;

const WORLD: &str = "production";
const NOW: i64 = 1_750_000_000_000;

fn vault(keyring: &MemoryKeyring) -> Vault {
    Vault::over(keyring.clone(), Duration::from_secs(2)).unwrap()
}

fn pin(text: &str) -> SecretString {
    SecretString::from(text)
}

async fn guarded(keyring: &MemoryKeyring) -> Vault {
    let vault = vault(keyring);
    vault
        .change_owner(WORLD, |guard| {
            guard.set(Who::Owner, Some(PinHash::hash(&pin("2580")).unwrap()));
            guard.set(Who::Second, Some(PinHash::hash(&pin("1379")).unwrap()));
            guard.limits = Some(OwnerLimits {
                each: 20_000_000,
                day: 50_000_000,
            });
        })
        .await
        .unwrap();
    vault
}

async fn tried(vault: &Vault, who: Who, text: &str, now: i64) -> Tried {
    vault.try_pin(WORLD, who, &pin(text), now).await.unwrap()
}

#[tokio::test]
async fn all_of_it_is_one_item_of_its_world() {
    let keyring = MemoryKeyring::default();
    let vault = guarded(&keyring).await;
    assert_eq!(keyring.accounts(), ["owner/production"]);
    let read = vault.owner(WORLD).await.unwrap();
    assert!(read.has(Who::Owner) && read.has(Who::Second));
    assert_eq!(read.limits.map(|limits| limits.day), Some(50_000_000));
    assert!(read.is_same(Who::Second, &pin("1379")) && !read.is_same(Who::Second, &pin("2580")));
    assert_eq!(vault.owner("practice").await.unwrap(), OwnerGuard::default());
    let item = vault.load("owner/production").await.unwrap().unwrap();
    let item = item.expose_secret();
    assert!(item.len() <= 1_024 && !item.contains("2580\"") && item.contains("$argon2id$"));
    assert!(!format!("{read:?}").contains("argon2"));
}

#[tokio::test]
async fn each_person_has_a_pin_and_a_count_of_their_own() {
    let vault = guarded(&MemoryKeyring::default()).await;
    assert_eq!(tried(&vault, Who::Owner, "2580", NOW).await, Tried::Right);
    assert_eq!(tried(&vault, Who::Second, "1379", NOW).await, Tried::Right);
    for _ in 0..3 {
        tried(&vault, Who::Owner, "1379", NOW).await;
    }
    assert!(matches!(
        tried(&vault, Who::Owner, "2580", NOW).await,
        Tried::Waits { .. }
    ));
    assert_eq!(tried(&vault, Who::Second, "1379", NOW).await, Tried::Right);
    assert!(matches!(
        tried(&vault, Who::Owner, "2580", NOW).await,
        Tried::Waits { .. }
    ));
    assert_eq!(
        vault.try_pin("practice", Who::Owner, &pin("2580"), NOW).await,
        Ok(Tried::NotSet)
    );
}

#[tokio::test]
async fn a_restart_and_a_clock_set_back_do_not_help() {
    let keyring = MemoryKeyring::default();
    let first = guarded(&keyring).await;
    let none = Tried::Wrong { wait_until: None };
    assert_eq!(tried(&first, Who::Owner, "1111", NOW).await, none);
    drop(first);
    let second = vault(&keyring);
    assert_eq!(tried(&second, Who::Owner, "1112", NOW - 1).await, none);
    let until = NOW + 30_000;
    assert_eq!(
        tried(&second, Who::Owner, "1113", NOW - 86_400_000).await,
        Tried::Wrong {
            wait_until: Some(until)
        }
    );
    drop(second);
    let third = vault(&keyring);
    assert_eq!(
        tried(&third, Who::Owner, "2580", until - 1).await,
        Tried::Waits { until }
    );
    assert_eq!(tried(&third, Who::Owner, "2580", until).await, Tried::Right);
    assert_eq!(third.owner(WORLD).await.unwrap().tries(Who::Owner).wrong, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_tries_at_once_are_counted_one_by_one() {
    let vault = guarded(&MemoryKeyring::default()).await;
    let guesses: Vec<_> = (0..20)
        .map(|guess| {
            let vault = vault.clone();
            tokio::spawn(async move { tried(&vault, Who::Owner, &format!("90{guess:02}"), NOW).await })
        })
        .collect();
    let mut looked_at = 0;
    for guess in guesses {
        looked_at += usize::from(matches!(guess.await.unwrap(), Tried::Wrong { .. }));
    }
    assert_eq!(looked_at, 3);
}

#[tokio::test]
async fn without_its_keyring_nobody_is_let_in() {
    for (fault, code) in [
        (Fault::Missing, "keyring_missing"),
        (Fault::Locked, "keyring_locked"),
        (Fault::Refuses, "keyring_refused"),
        (Fault::Forgets, "keyring_not_kept"),
    ] {
        let keyring = MemoryKeyring::default();
        let vault = guarded(&keyring).await;
        keyring.set_fault(Some(fault));
        let refused = vault.try_pin(WORLD, Who::Owner, &pin("2580"), NOW).await;
        assert_eq!(refused.unwrap_err().code(), code);
        let unset = vault
            .change_owner(WORLD, |guard| guard.set(Who::Owner, None))
            .await;
        assert_eq!(unset.unwrap_err().code(), code);
    }
}

#[tokio::test]
async fn an_item_that_is_not_ours_lets_nobody_in_and_is_not_written_over() {
    let keyring = MemoryKeyring::default();
    let vault = vault(&keyring);
    for text in ["", "{}", "2580", "{\"pin\":2580}"] {
        vault.save("owner/production", &pin(text)).await.unwrap();
        let tried = vault.try_pin(WORLD, Who::Owner, &pin("2580"), NOW).await;
        let error = tried.unwrap_err();
        assert_eq!(error.code(), "keyring_refused", "{text}");
        assert!(!error.to_string().contains("2580"));
        assert!(vault.change_owner(WORLD, |_| {}).await.is_err());
    }
}

#[tokio::test]
async fn a_new_pin_starts_without_wrong_tries() {
    let vault = guarded(&MemoryKeyring::default()).await;
    tried(&vault, Who::Owner, "1111", NOW).await;
    let hash = PinHash::hash(&pin("3690")).unwrap();
    let changed = vault
        .change_owner(WORLD, |guard| guard.set(Who::Owner, Some(hash)))
        .await
        .unwrap();
    assert_eq!(changed.tries(Who::Owner), Tries::default());
    assert_eq!(tried(&vault, Who::Owner, "3690", NOW).await, Tried::Right);
}
