//! The program: one JSON line, then a gateway.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::wire::{request, send, signature};

#[test]
fn it_says_where_it_listens_and_serves_there() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_simulator"))
        .args([
            "--client-id",
            "demo",
            "--fixed-clock",
            "1700000000",
            "--no-history",
            "--fundiin-store-id",
            "STORE-9",
        ])
        .env("FINAN_SECRET_KEY", "from the environment")
        .env("FUNDIIN_MERCHANT_ID", "FD-env")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let said: Value = serde_json::from_str(&line).unwrap();
    let base_url = said["base_url"].as_str().unwrap();
    let address = base_url
        .strip_prefix("http://")
        .unwrap()
        .strip_suffix("/open")
        .unwrap();
    let signed = signature(
        "from the environment",
        "GET",
        "/api/v1/payments",
        "",
        1_700_000_000,
    );
    let headers = [
        ("x-client-id", "demo"),
        ("x-timestamp", "1700000000"),
        ("x-signature", signed.as_str()),
    ];
    let list = send(
        address.parse().unwrap(),
        &request("GET", "/open/api/v1/payments", &headers, ""),
    );
    let hand = send(
        address.parse().unwrap(),
        &request("GET", "/_hand/payments", &[], ""),
    );
    let instalments = send(
        address.parse().unwrap(),
        &request("GET", "/fundiin/v2/payments", &[], ""),
    );
    program.kill().unwrap();
    program.wait().unwrap();
    assert_eq!((list.unwrap().status, hand.unwrap().status), (200, 200));
    assert_eq!(instalments.unwrap().status, 405);
    assert_eq!(said["fundiin_base_url"], format!("http://{address}/fundiin"));
    assert_eq!(
        (&said["fundiin_merchant_id"], &said["fundiin_store_id"]),
        (&"FD-env".into(), &"STORE-9".into())
    );
    assert!(said["fundiin_client_id"].is_string() && said["fundiin_secret"].is_string());
    assert_eq!(
        (&said["client_id"], &said["secret"]),
        (&"demo".into(), &"from the environment".into())
    );
}

#[test]
fn it_explains_itself_when_it_is_not_understood() {
    let output = Command::new(env!("CARGO_BIN_EXE_simulator"))
        .arg("--help")
        .output()
        .unwrap();
    assert!(!output.status.success() && output.stdout.is_empty());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--port"));
}
