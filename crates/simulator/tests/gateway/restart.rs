//! What survives a restart.

use std::path::Path;

use simulator::{Config, SimClock};

use crate::shop::{OPENING, Shop, id};

fn config(state_file: &Path) -> Config {
    Config {
        state_file: Some(state_file.to_owned()),
        clock: SimClock::fixed(OPENING),
        ..Config::default()
    }
}

#[test]
fn payments_money_and_the_clock_survive() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("simulator.json");
    let shop = Shop::with(config(&file));
    let sold = shop.sell(90_000, "KEPT");
    shop.hand().pay_short(id(&sold)).unwrap();
    shop.hand().advance_clock(600);
    let before = shop.hand().payments();
    shop.close();

    let shop = Shop::with(config(&file));
    assert_eq!(shop.clock.now_seconds(), OPENING + 600);
    assert_eq!(shop.hand().payments(), before);
    assert_eq!(shop.status(&sold), "partial_paid");
    let next = shop.sell(1_000, "NEW");
    assert!(before.iter().all(|row| row.payment_request_id != id(&next)));
}

#[test]
fn a_process_that_is_killed_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("simulator.json");
    let shop = Shop::with(config(&file));
    shop.sell(90_000, "KEPT");
    std::mem::forget(shop);
    assert_eq!(Shop::with(config(&file)).hand().effects("KEPT"), 1);
}

#[test]
fn a_damaged_state_file_does_not_stop_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("simulator.json");
    std::fs::write(&file, "no json").unwrap();
    assert_eq!(Shop::with(config(&file)).get("/api/v1/payments").status, 200);
}

#[test]
fn after_shutdown_nobody_listens_and_the_port_is_free() {
    let shop = Shop::open();
    let address = shop.running.address();
    shop.close();
    assert!(std::net::TcpStream::connect(address).is_err());
    let again = Shop::with(Config {
        port: address.port(),
        ..Shop::config()
    });
    assert_eq!(again.get("/api/v1/payments").status, 200);
}
