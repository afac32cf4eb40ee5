//! A running simulator and a client with the right keys.

use std::io;

use serde_json::Value;
use simulator::{Config, FaultRule, Hand, Running, SimClock, Simulator};
use tokio::runtime::Runtime;

use crate::wire::{self, Reply, request, signature};

/// 2026-01-15 08:00 in Vietnam, a full minute.
pub(crate) const OPENING: i64 = 1_768_438_800;

pub(crate) struct Shop {
    runtime: Runtime,
    pub(crate) running: Running,
    pub(crate) clock: SimClock,
}

impl Shop {
    pub(crate) fn open() -> Self {
        Self::with(Config {
            seeded_history: false,
            ..Self::config()
        })
    }

    pub(crate) fn config() -> Config {
        Config {
            clock: SimClock::fixed(OPENING),
            ..Config::default()
        }
    }

    pub(crate) fn with(config: Config) -> Self {
        let runtime = Runtime::new().unwrap();
        let clock = config.clock.clone();
        let running = runtime.block_on(Simulator::start(config)).unwrap();
        Self {
            runtime,
            running,
            clock,
        }
    }

    pub(crate) fn close(self) {
        self.runtime.block_on(self.running.shutdown());
    }

    pub(crate) fn hand(&self) -> Hand {
        self.running.hand()
    }

    pub(crate) fn break_with(&self, rule: FaultRule) {
        self.hand().set_faults(vec![rule]);
    }

    pub(crate) fn send(&self, bytes: &[u8]) -> io::Result<Reply> {
        wire::send(self.running.address(), bytes)
    }

    /// A signed request, at the simulator's own time.
    pub(crate) fn call(&self, method: &str, path: &str, body: &str) -> io::Result<Reply> {
        self.call_at(self.clock.now_seconds(), method, path, body)
    }

    pub(crate) fn call_at(&self, timestamp: i64, method: &str, path: &str, body: &str) -> io::Result<Reply> {
        let signed = signature(self.running.secret(), method, path, body, timestamp);
        let headers = [
            ("x-client-id", self.running.client_id()),
            ("x-timestamp", &timestamp.to_string()),
            ("x-signature", &signed),
        ];
        self.send(&request(method, &format!("/open{path}"), &headers, body))
    }

    pub(crate) fn get(&self, path: &str) -> Reply {
        self.call("GET", path, "").unwrap()
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> Reply {
        self.call("POST", path, body).unwrap()
    }

    pub(crate) fn first_account(&self) -> Value {
        self.get("/api/v1/master-bank-accounts").json()["data"][0].clone()
    }

    /// The body of a payment create.
    pub(crate) fn bill(&self, amount: i64, reference: &str) -> String {
        let account = self.first_account();
        let account_id = account["account_id"].as_str().unwrap();
        format!(
            r#"{{"payment_method":"bank_transfer","account_id":"{account_id}","amount":{amount},"reference_id":"{reference}","description":"Đơn hàng bàn 5"}}"#
        )
    }

    /// Creates a payment and gives its `data`.
    pub(crate) fn sell(&self, amount: i64, reference: &str) -> Value {
        let reply = self.post("/api/v1/payments", &self.bill(amount, reference));
        assert_eq!(reply.status, 201, "{}", reply.body);
        reply.json()["data"].clone()
    }

    pub(crate) fn status(&self, payment: &Value) -> String {
        let id = payment["payment_request_id"].as_str().unwrap();
        let reply = self.get(&format!("/api/v1/payments/{id}"));
        reply.json()["data"]["status"].as_str().unwrap().to_owned()
    }
}

pub(crate) fn id(payment: &Value) -> &str {
    payment["payment_request_id"].as_str().unwrap()
}
