//! Who is turned away, with which word and HTTP status.

use serde_json::{Value, json};
use simulator::{FundiinSwitches, sign_fundiin};

use super::merchant::{CANCEL, INITIATE, Merchant, REFUND, STATUS, hmac, with, word};

fn set(headers: &mut [(String, String)], name: &str, value: &str) {
    headers.iter_mut().find(|(key, _)| key == name).unwrap().1 = value.to_owned();
}

fn told(
    merchant: &Merchant,
    method: &str,
    path: &str,
    headers: &[(String, String)],
    body: &str,
) -> (u16, String) {
    let reply = merchant.send(method, path, headers, body).unwrap();
    (reply.status, word(&reply.json()))
}

#[test]
fn only_post_and_only_the_six_paths() {
    let merchant = Merchant::open();
    let headers = merchant.headers("{}");
    for method in ["GET", "PUT", "DELETE", "PATCH"] {
        let reply = merchant.send(method, STATUS, &headers, "{}").unwrap();
        assert_eq!(
            (reply.status, reply.header("allow")),
            (405, Some("POST")),
            "{method}"
        );
        assert_eq!(word(&reply.json()), "INVALID_HTTP_METHOD");
    }
    for path in [
        "/v2/payment",
        "/v2/payments/",
        "/v1/payments",
        "/v2/payments/void",
        "/",
    ] {
        assert_eq!(
            told(&merchant, "POST", path, &headers, "{}"),
            (404, "INVALID_API".to_owned()),
            "{path}"
        );
    }
}

#[test]
fn the_signature_covers_the_bytes_and_has_one_form() {
    let merchant = Merchant::open();
    let secret = merchant.shop.running.fundiin_credentials().secret.clone();
    let body = merchant.about("NOBODY").to_string();
    let good = hmac(&secret, body.as_bytes());
    assert_eq!(good, sign_fundiin(&secret, body.as_bytes()));
    let (upper, double) = (good.to_uppercase(), hex::encode(&good));
    let newline = hmac(&secret, format!("{body}\n").as_bytes());
    let stranger = hmac("another secret", body.as_bytes());
    for signature in ["", "nonsense", &upper, &double, &newline, &stranger] {
        let mut headers = merchant.headers(&body);
        set(&mut headers, "Signature", signature);
        let answer = told(&merchant, "POST", STATUS, &headers, &body);
        assert_eq!(answer, (401, "INVALID_SIGNATURE".to_owned()), "{signature}");
    }
    let mut headers = merchant.headers(&body);
    headers.retain(|(name, _)| name != "Signature");
    assert_eq!(
        told(&merchant, "POST", STATUS, &headers, &body).1,
        "INVALID_SIGNATURE"
    );
    let known = told(&merchant, "POST", STATUS, &merchant.headers(&body), &body);
    assert_eq!(known, (400, "INVALID_REFERENCE_ID".to_owned()));
    let cause = merchant
        .hand()
        .requests()
        .into_iter()
        .filter_map(|row| row.cause)
        .next();
    assert_eq!(cause, Some("signature has another form"));
}

#[test]
fn escaped_spaced_empty_and_newline_bodies_are_signed_as_they_are() {
    let merchant = Merchant::open();
    let escaped = r#"{"merchantId":"FD000000000000","referenceId":"\u0110\u01a1n"}"#;
    let raw = "{ \"referenceId\" : \"Đơn\", \"merchantId\" : \"FD000000000000\" }\n";
    for body in [escaped, raw] {
        let answer = told(&merchant, "POST", STATUS, &merchant.headers(body), body);
        assert_eq!(answer, (400, "INVALID_REFERENCE_ID".to_owned()), "{body}");
    }
    let empty = told(&merchant, "POST", STATUS, &merchant.headers(""), "");
    assert_eq!(empty, (400, "INVALID_REQUEST".to_owned()));
}

#[test]
fn compatibility_switches_widen_the_signature() {
    let merchant = Merchant::with(FundiinSwitches {
        takes_upper_case_signature: true,
        takes_double_hex_on_refund: true,
        ..FundiinSwitches::default()
    });
    let body = merchant.about("NOBODY").to_string();
    let ask = |path: &str, change: fn(&str) -> String| {
        let mut headers = merchant.headers(&body);
        let changed = change(&headers[3].1);
        set(&mut headers, "Signature", &changed);
        told(&merchant, "POST", path, &headers, &body).1
    };
    assert_eq!(ask(CANCEL, str::to_uppercase), "INVALID_REFERENCE_ID");
    assert_eq!(ask(REFUND, |signature| hex::encode(signature)), "INVALID_REQUEST");
    assert_eq!(
        ask(CANCEL, |signature| hex::encode(signature)),
        "INVALID_SIGNATURE"
    );
}

#[test]
fn the_client_the_content_type_and_the_key_are_looked_at() {
    let merchant = Merchant::open();
    let body = merchant.about("NOBODY").to_string();
    let ask = |name: &str, value: &str| {
        let mut headers = merchant.headers(&body);
        headers.retain(|(key, _)| key != name);
        headers.push((name.to_owned(), value.to_owned()));
        told(&merchant, "POST", CANCEL, &headers, &body)
    };
    for stranger in ["", "nobody"] {
        assert_eq!(ask("Client-Id", stranger), (401, "INVALID_CLIENT_ID".to_owned()));
    }
    for strange in [
        "text/plain",
        "",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin1",
    ] {
        assert_eq!(
            ask("Content-Type", strange),
            (400, "INVALID_REQUEST".to_owned()),
            "{strange}"
        );
    }
    for fine in [
        "application/json",
        "application/json;charset=utf-8",
        "Application/JSON; charset=UTF-8",
    ] {
        assert_eq!(ask("Content-Type", fine).1, "INVALID_REFERENCE_ID", "{fine}");
    }
    for (key, word) in [
        ("k".repeat(64), "INVALID_REFERENCE_ID"),
        ("k".repeat(65), "INVALID_REQUEST"),
        (String::new(), "INVALID_REQUEST"),
    ] {
        assert_eq!(ask("Idempotency-Key", &key).1, word, "{key}");
    }
}

#[test]
fn a_wrong_field_is_named_by_its_path() {
    let merchant = Merchant::open();
    let item = |name: &str, value: Value| {
        let mut item = merchant.order("X", 400_000)["items"][0].clone();
        item[name] = value;
        json!([item])
    };
    let items = |count: usize| Value::from(vec![merchant.order("X", 400_000)["items"][0].clone(); count]);
    let long = json!(1_800_000_i64);
    for (pointer, value, field) in [
        ("/merchantId", None, "merchantId"),
        ("/storeId", Some("".into()), "storeId"),
        ("/referenceId", Some(5.into()), "referenceId"),
        ("/platformId", None, "platformId"),
        ("/requestType", Some("token".into()), "requestType"),
        ("/paymentMethod", Some("BNPL".into()), "paymentMethod"),
        ("/description", Some(" ".into()), "description"),
        ("/successRedirectUrl", None, "successRedirectUrl"),
        ("/unSuccessRedirectUrl", None, "unSuccessRedirectUrl"),
        ("/amount", Some(400_000.into()), "amount"),
        ("/amount/value", Some("400000".into()), "amount.value"),
        ("/amount/value", None, "amount.value"),
        ("/amount/currency", Some("USD".into()), "amount.currency"),
        ("/items", None, "items"),
        ("/items", Some(json!({})), "items"),
        ("/items", Some(json!([1])), "items[0]"),
        ("/items", Some(json!([])), "items"),
        ("/items", Some(items(201)), "items"),
        ("/items", Some(item("quantity", 0.into())), "items[0].quantity"),
        ("/items", Some(item("quantity", json!(1.5))), "items[0].quantity"),
        (
            "/items",
            Some(item("totalAmount", 1.into())),
            "items[0].totalAmount",
        ),
        ("/items", Some(item("price", (-1).into())), "items[0].price"),
        ("/items", Some(item("currency", Value::Null)), "items[0].currency"),
        (
            "/items",
            Some(item("productName", "".into())),
            "items[0].productName",
        ),
        ("/customer", None, "customer"),
        ("/customer/phoneNumber", None, "customer.phoneNumber"),
        ("/customer/email", Some("an.example.com".into()), "customer.email"),
        ("/customer/firstName", Some(Value::Null), "customer.firstName"),
        ("/customer/lastName", None, "customer.lastName"),
        ("/customer/gender", Some("female".into()), "customer.gender"),
        (
            "/customer/dateOfBirth",
            Some("1999-04-17".into()),
            "customer.dateOfBirth",
        ),
        ("/shipping", None, "shipping"),
        ("/shipping/ward", None, "shipping.ward"),
        ("/shipping/country", Some("US".into()), "shipping.country"),
        ("/shipping/zipCode", Some(700.into()), "shipping.zipCode"),
        ("/installment", Some(json!({})), "installment.packageId"),
        ("/seller", Some(json!({ "name": "x" })), "seller.id"),
        ("/terminalType", Some("TV".into()), "terminalType"),
        ("/extraData", Some(json!({})), "extraData"),
        ("/sendSms", Some("yes".into()), "sendSms"),
        ("/transExpiredTime", Some(0.into()), "transExpiredTime"),
        (
            "/transExpiredTime",
            Some(long.to_string().into()),
            "transExpiredTime",
        ),
    ] {
        let order = with(merchant.order("NEVER", 400_000), pointer, value.clone());
        let reply = merchant.try_post(INITIATE, &order, None).unwrap();
        let answer = reply.json();
        assert_eq!(
            (reply.status, word(&answer).as_str()),
            (400, "INVALID_REQUEST"),
            "{pointer} {value:?}"
        );
        assert_eq!(
            answer["resultMsg"],
            format!("Yêu cầu không hợp lệ. [{field}]"),
            "{value:?}"
        );
        assert_eq!(answer.get("paymentUrl"), None);
    }
    assert!(merchant.hand().instalments().is_empty());
    assert_eq!(
        merchant.result(
            INITIATE,
            &with(merchant.order("200", 400_000), "/items", Some(items(200)))
        ),
        "APPROVED"
    );
}

#[test]
fn a_body_that_is_too_large_is_refused_in_fundiins_shape() {
    let merchant = Merchant::open();
    let reply = merchant
        .send("POST", INITIATE, &[], &" ".repeat(1_000_001))
        .unwrap();
    assert_eq!(
        (reply.status, word(&reply.json()).as_str()),
        (413, "ERROR_GENERAL")
    );
}

#[test]
fn http_statuses_and_the_fields_name_can_be_switched() {
    let merchant = Merchant::with(FundiinSwitches {
        http_statuses: [("INVALID_REQUEST".to_owned(), 200)].into(),
        names_the_field: false,
        ..FundiinSwitches::default()
    });
    let reply = merchant.try_post(INITIATE, &json!({}), None).unwrap();
    assert_eq!(
        (reply.status, &reply.json()["resultMsg"]),
        (200, &"The request is invalid.".into())
    );
    let switches: FundiinSwitches =
        serde_json::from_str(r#"{"in_store_flow":"notice_says_pending"}"#).unwrap();
    assert_ne!(switches, FundiinSwitches::default());
    assert!(serde_json::from_str::<FundiinSwitches>(r#"{"tpyo":true}"#).is_err());
}
