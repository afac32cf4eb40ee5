//! Master bank accounts and bank accounts.

use serde_json::{Value, json};
use vietqr::VietQr;

use crate::shop::Shop;

const MASTERS: &str = "/api/v1/master-bank-accounts";
const ACCOUNTS: &str = "/api/v1/bank-accounts";

fn rows(shop: &Shop, path: &str) -> Vec<Value> {
    let reply = shop.get(path);
    assert_eq!(reply.status, 200, "{}", reply.body);
    reply.json()["data"].as_array().unwrap().clone()
}

#[test]
fn masters_are_a_list_with_ids_names_and_their_own_qr() {
    let shop = Shop::open();
    let masters = rows(&shop, MASTERS);
    assert_eq!(masters.len(), 3);
    for master in &masters {
        assert_eq!(master["id"], master["account_id"]);
        let qr = VietQr::parse(master["qr_code"].as_str().unwrap()).unwrap();
        assert_eq!(
            (master["account_number"].as_str().unwrap(), qr.amount),
            (qr.account.as_str(), None)
        );
    }
}

#[test]
fn filters_choose_and_unknown_parameters_do_not() {
    let shop = Shop::open();
    for path in [MASTERS, ACCOUNTS] {
        let all = rows(&shop, path);
        let (id, number) = (&all[1]["account_id"], &all[1]["account_number"]);
        let (id, number) = (id.as_str().unwrap(), number.as_str().unwrap());
        assert_eq!(rows(&shop, &format!("{path}?id={id}")), [all[1].clone()]);
        assert_eq!(
            rows(&shop, &format!("{path}?id={id}&account_number={number}")),
            [all[1].clone()]
        );
        assert!(rows(&shop, &format!("{path}?id={id}&account_number=0")).is_empty());
        assert_eq!(rows(&shop, &format!("{path}?account_id=xxx")).len(), all.len());
        assert_eq!(
            rows(&shop, &format!("{path}?page=2&page_size=1")),
            [all[1].clone()]
        );
    }
}

#[test]
fn a_bank_account_is_opened_under_a_master_and_found_again() {
    let shop = Shop::open();
    let master = shop.first_account();
    let body = json!({
        "master_account_id": master["account_id"], "name": "Quầy bánh mì", "bank_code": master["bank_code"],
    });
    let reply = shop.post(ACCOUNTS, &body.to_string());
    assert_eq!(
        (reply.status, reply.json()["code"].as_u64()),
        (201, Some(102_001))
    );
    let account = reply.json()["data"].clone();
    assert_eq!(account["account_name"], "QUAY BANH MI");
    let id = account["account_id"].as_str().unwrap();
    let found = shop.get(&format!("{ACCOUNTS}/{id}"));
    assert_eq!((found.status, &found.json()["data"]), (200, &account));
    let bill = shop
        .bill(20_000, "X")
        .replace(master["account_id"].as_str().unwrap(), id);
    let payment = shop.post("/api/v1/payments", &bill).json()["data"].clone();
    assert_eq!(
        payment["bank_transfer_detail"]["account_number"],
        account["account_number"]
    );
}

#[test]
fn a_bank_account_needs_a_master_a_name_and_the_masters_bank() {
    let shop = Shop::open();
    let master = shop.first_account()["account_id"].clone();
    for (body, status) in [
        (json!({"name": "A"}), 400),
        (json!({"master_account_id": master}), 400),
        (json!({"master_account_id": "nobody", "name": "A"}), 404),
        (
            json!({"master_account_id": master, "name": "A", "bank_code": "MB"}),
            422,
        ),
    ] {
        assert_eq!(shop.post(ACCOUNTS, &body.to_string()).status, status, "{body}");
    }
    assert_eq!(shop.get(&format!("{ACCOUNTS}/nobody")).status, 404);
}
