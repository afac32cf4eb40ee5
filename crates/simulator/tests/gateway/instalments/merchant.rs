//! A merchant with the right keys, who signs here and not with the product's client.

use std::io;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use simulator::{Config, FundiinSwitches, Hand, Switches};

use crate::shop::Shop;
use crate::wire::Reply;

pub(crate) const INITIATE: &str = "/v2/payments";
pub(crate) const STATUS: &str = "/v2/payments/status";
pub(crate) const REFUND: &str = "/v2/payments/refund";
pub(crate) const CANCEL: &str = "/v2/payments/cancel";
pub(crate) const CONFIRM: &str = "/v2/payments/confirm-store";
pub(crate) const PACKAGES: &str = "/v2/installments/packages";

pub(crate) struct Merchant {
    pub(crate) shop: Shop,
}

impl Merchant {
    pub(crate) fn open() -> Self {
        Self::with(FundiinSwitches::default())
    }

    pub(crate) fn with(fundiin: FundiinSwitches) -> Self {
        let switches = Switches {
            fundiin,
            ..Switches::default()
        };
        Self {
            shop: Shop::with(Config {
                switches,
                seeded_history: false,
                ..Shop::config()
            }),
        }
    }

    pub(crate) fn hand(&self) -> Hand {
        self.shop.hand()
    }

    /// The four headers that a careful client sends, correctly signed.
    pub(crate) fn headers(&self, body: &str) -> Vec<(String, String)> {
        let credentials = self.shop.running.fundiin_credentials();
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        vec![
            pair("Content-Type", "application/json; charset=UTF-8"),
            pair("Client-Id", &credentials.client_id),
            pair("Request-Time", "2026-01-15 08:00:00"),
            pair("Signature", &hmac(&credentials.secret, body.as_bytes())),
        ]
    }

    pub(crate) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(String, String)],
        body: &str,
    ) -> io::Result<Reply> {
        let mut text =
            format!("{method} /fundiin{path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        for (name, value) in headers {
            text += &format!("{name}: {value}\r\n");
        }
        text += &format!("content-length: {}\r\n\r\n{body}", body.len());
        self.shop.send(text.as_bytes())
    }

    pub(crate) fn try_post(&self, path: &str, body: &Value, key: Option<&str>) -> io::Result<Reply> {
        let body = body.to_string();
        let mut headers = self.headers(&body);
        headers.extend(key.map(|key| ("Idempotency-Key".to_owned(), key.to_owned())));
        self.send("POST", path, &headers, &body)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        self.try_post(path, body, None).unwrap().json()
    }

    /// The word of `resultStatus`.
    pub(crate) fn result(&self, path: &str, body: &Value) -> String {
        word(&self.post(path, body))
    }

    /// An order that has nothing wrong with it.
    pub(crate) fn order(&self, reference: &str, amount: i64) -> Value {
        let credentials = self.shop.running.fundiin_credentials();
        json!({
            "merchantId": credentials.merchant_id, "storeId": credentials.store_id,
            "referenceId": reference, "platformId": "TIEN_VE", "requestType": "installment",
            "paymentMethod": "POS", "description": "Đơn hàng bàn 5", "lang": "vi",
            "successRedirectUrl": "https://shop.example/ok", "unSuccessRedirectUrl": "https://shop.example/no",
            "amount": { "value": amount, "currency": "VND" },
            "items": [{ "productId": "1", "productName": "Máy xay", "category": "home", "currency": "VND",
                "quantity": 1, "price": amount, "totalAmount": amount }],
            "customer": { "phoneNumber": "0912345678", "email": "an@example.com", "firstName": "An", "lastName": "Lê" },
            "shipping": { "city": "Hồ Chí Minh", "district": "5", "ward": "", "street": "Trần Nhân Tôn",
                "houseNumber": "214", "country": "VN" },
        })
    }

    /// An order that was taken.
    pub(crate) fn sell(&self, reference: &str, amount: i64) -> Value {
        let answer = self.post(INITIATE, &self.order(reference, amount));
        assert_eq!(word(&answer), "APPROVED", "{answer}");
        answer
    }

    /// What only names merchant and reference: a status query or a cancel.
    pub(crate) fn about(&self, reference: &str) -> Value {
        let merchant_id = &self.shop.running.fundiin_credentials().merchant_id;
        json!({ "merchantId": merchant_id, "referenceId": reference })
    }

    pub(crate) fn status(&self, reference: &str) -> Value {
        self.post(STATUS, &self.about(reference))
    }

    pub(crate) fn paid(&self, reference: &str, amount: i64) -> String {
        self.sell(reference, amount);
        self.hand().instalment_accepts(reference).unwrap();
        self.status(reference)["paymentTransId"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    pub(crate) fn refund_of(&self, transaction: &str, reference: &str, amount: i64) -> Value {
        let mut body = self.about(reference);
        body["paymentTransId"] = transaction.into();
        body["amount"] = json!({ "value": amount, "currency": "VND" });
        body
    }

    pub(crate) fn confirmation(&self, reference: &str, amount: i64) -> Value {
        let mut body = self.about(reference);
        body["storeId"] = self.shop.running.fundiin_credentials().store_id.as_str().into();
        body["downPaymentAmount"] = json!({ "value": amount, "currency": "VND" });
        body["tenderType"] = "CASH".into();
        body["storePaymentRef"] = "PT-0001".into();
        body
    }
}

pub(crate) fn word(answer: &Value) -> String {
    answer["resultStatus"]
        .as_str()
        .unwrap_or_else(|| panic!("no resultStatus in {answer}"))
        .to_owned()
}

/// HMAC-SHA256 written out (RFC 2104), lower-case hexadecimal.
pub(crate) fn hmac(key: &str, message: &[u8]) -> String {
    let mut block = [0_u8; 64];
    if key.len() > 64 {
        block[..32].copy_from_slice(&Sha256::digest(key.as_bytes()));
    } else {
        block[..key.len()].copy_from_slice(key.as_bytes());
    }
    let inner = Sha256::new()
        .chain_update(block.map(|byte| byte ^ 0x36))
        .chain_update(message)
        .finalize();
    hex::encode(
        Sha256::new()
            .chain_update(block.map(|byte| byte ^ 0x5c))
            .chain_update(inner)
            .finalize(),
    )
}

/// A JSON body with one change at `pointer`; `None` takes the field out.
pub(crate) fn with(mut body: Value, pointer: &str, value: Option<Value>) -> Value {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = body.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    match value {
        Some(value) => parent.insert(name.to_owned(), value),
        None => parent.remove(name),
    };
    body
}
