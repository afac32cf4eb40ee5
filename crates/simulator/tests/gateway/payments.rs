//! Creating, reading and listing payments.

use dong::Dong;
use serde_json::json;
use simulator::{Config, Switches};
use vietqr::VietQr;

use crate::shop::{Shop, id};

const LIST: &str = "/api/v1/payments";

#[test]
fn a_payment_is_created_as_the_guide_says() {
    let shop = Shop::open();
    let reply = shop.post(LIST, &shop.bill(500_000, "ORDER-001"));
    let body = reply.json();
    assert_eq!((reply.status, body["code"].as_u64()), (201, Some(102_001)));
    let payment = &body["data"];
    assert_eq!(payment["status"], "unpaid");
    assert_eq!(payment["amount"], 500_000);
    assert_eq!(payment["reference_id"], "ORDER-001");
    assert_eq!(payment["description"], "Đơn hàng bàn 5");
    assert_eq!(payment["created_at"], "2026-01-15T01:00:00Z");
    let link = payment["payment_url"].as_str().unwrap();
    assert!(link.starts_with("https://pay.finan.one/") && link.ends_with(id(payment)));
    let read = shop.get(&format!("{LIST}/{}", id(payment)));
    assert_eq!((read.status, &read.json()["data"]), (200, payment));
    assert_eq!(read.json()["code"], 102_000);
}

#[test]
fn the_qr_is_the_payments_own_and_names_the_accounts_virtual_account() {
    let shop = Shop::open();
    let payment = shop.sell(500_000, "ORDER-001");
    let qr = VietQr::parse(payment["bank_transfer_detail"]["qr_code"].as_str().unwrap()).unwrap();
    let accounts = shop.get("/api/v1/bank-accounts").json();
    let of_chosen = |row: &&serde_json::Value| row["master_account_id"] == payment["account_id"];
    let account = accounts["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(of_chosen)
        .unwrap();
    assert_eq!(account["account_number"], qr.account.as_str());
    assert_eq!(qr.amount, Some(Dong::new(500_000)));
    assert_eq!(qr.purpose.as_deref(), Some("Don hang ban 5"));
    assert_eq!(qr.bank_bin, "970424");
}

#[test]
fn unreadable_bodies_are_400_and_broken_rules_422() {
    let shop = Shop::open();
    let account = shop.first_account()["account_id"].clone();
    let good = json!({"payment_method": "bank_transfer", "account_id": account, "amount": 10_000});
    let with = |field: &str, value: serde_json::Value| {
        let mut body = good.clone();
        body[field] = value;
        shop.post(LIST, &body.to_string()).status
    };
    assert_eq!(with("amount", json!(10_000)), 201);
    for (field, value, status) in [
        ("payment_method", json!(null), 400),
        ("payment_method", json!("cash"), 422),
        ("payment_method", json!("card"), 201),
        ("account_id", json!(7), 400),
        ("account_id", json!("11111111-1111-4111-8111-111111111111"), 404),
        ("amount", json!("10000"), 400),
        ("amount", json!(10_000.5), 400),
        ("amount", json!(-1), 422),
        ("amount", json!(1_000_000_001), 422),
        ("amount", json!(1), 201),
        ("description", json!(5), 400),
        ("customer", json!("A"), 400),
        ("customer", json!({"name": "Nguyễn Văn A\u{202e}<script>"}), 201),
        ("items", json!([1]), 400),
        (
            "items",
            json!([{"name": "x", "price": 1, "quantity": 1, "amount": 1}]),
            201,
        ),
        ("unknown_field", json!({"a": [1]}), 201),
    ] {
        assert_eq!(with(field, value.clone()), status, "{field} = {value}");
    }
    for body in ["", "[]", "null", "{", "{\"a\":1}}", &"[".repeat(5_000)] {
        assert_eq!(shop.post(LIST, body).status, 400, "{body}");
    }
}

#[test]
fn a_card_payment_has_a_link_and_no_bank_transfer() {
    let shop = Shop::open();
    let bill = shop.bill(10_000, "C").replace("bank_transfer", "card");
    let payment = shop.post(LIST, &bill).json()["data"].clone();
    assert!(payment["payment_url"].is_string() && payment["bank_transfer_detail"].is_null());
}

#[test]
fn the_list_is_paged_newest_first() {
    let shop = Shop::open();
    let bill = shop.bill(10_000, "R-N");
    for number in 1..=7 {
        let status = shop
            .post(LIST, &bill.replace("R-N", &format!("R-{number}")))
            .status;
        assert_eq!(status, 201);
    }
    let page = |query: &str| {
        let body = shop.get(&format!("{LIST}{query}")).json();
        let rows = body["data"].as_array().unwrap();
        let names: Vec<String> = rows
            .iter()
            .map(|row| row["reference_id"].as_str().unwrap().to_owned())
            .collect();
        (names.join(" "), body["meta"].clone())
    };
    let (names, meta) = page("?page=2&page_size=3");
    assert_eq!(names, "R-4 R-3 R-2");
    assert_eq!(
        meta,
        json!({"page": 2, "page_size": 3, "total_pages": 3, "total_rows": 7})
    );
    let (names, meta) = page("");
    assert_eq!(names, "R-7 R-6 R-5 R-4 R-3 R-2 R-1");
    assert_eq!(
        meta,
        json!({"page": 1, "page_size": 50, "total_pages": 1, "total_rows": 7})
    );
    assert_eq!(page("?page=9&page_size=3").0, "");
    assert_eq!(page("?page_size=100000").1["page_size"], 500);
    for query in [
        "page=0",
        "page=-1",
        "page=a",
        "page_size=0",
        "page_size=1.5",
        "page=99999999999999999999999",
    ] {
        assert_eq!(shop.get(&format!("{LIST}?{query}")).status, 400, "{query}");
    }
}

#[test]
fn an_empty_list_is_a_page_of_nothing() {
    let body = Shop::open().get(LIST).json();
    assert_eq!(body["data"], json!([]));
    assert_eq!(
        body["meta"],
        json!({"page": 1, "page_size": 50, "total_pages": 0, "total_rows": 0})
    );
}

#[test]
fn a_reference_may_repeat_unless_the_switch_forbids_it() {
    let shop = Shop::open();
    shop.sell(10_000, "TWICE");
    shop.sell(10_000, "TWICE");
    assert_eq!(shop.hand().effects("TWICE"), 2);
    let strict = Shop::with(Config {
        switches: Switches {
            reference_id_is_unique: true,
            ..Switches::default()
        },
        ..Shop::config()
    });
    strict.sell(10_000, "TWICE");
    let again = strict.post(LIST, &strict.bill(10_000, "TWICE"));
    assert_eq!((again.status, strict.hand().effects("TWICE")), (409, 1));
}

#[test]
fn other_readings_of_the_contract_are_one_switch_away() {
    let shop = Shop::with(Config {
        switches: Switches {
            list_carries_reference_id: false,
            newest_first: false,
            bank_transfer_field: "bank_transfer_details".to_owned(),
            received_amount_field: None,
            created_at_field: None,
            expiry_field: Some("expired_at".to_owned()),
            smallest_amount: 2_000,
            ..Switches::default()
        },
        seeded_history: false,
        ..Shop::config()
    });
    let first = shop.sell(10_000, "A");
    shop.sell(10_000, "B");
    assert!(first["bank_transfer_details"]["qr_code"].is_string());
    assert_eq!(first["expired_at"], "2026-01-15T01:30:00Z");
    assert!(first["total_paid_amount"].is_null() && first["created_at"].is_null());
    let row = shop.get(LIST).json()["data"][0].clone();
    assert_eq!(id(&row), id(&first));
    assert!(row["reference_id"].is_null());
    assert_eq!(shop.post(LIST, &shop.bill(1_999, "C")).status, 422);
}
