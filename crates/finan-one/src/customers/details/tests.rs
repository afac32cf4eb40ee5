//! The bytes of a customer, and what is refused before it is sent.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use serde_json::Value;

use super::*;
use crate::error::Reason;

fn person() -> CustomerDetails {
    CustomerDetails {
        name: "A".to_owned(),
        customer_code: "C1".to_owned(),
        phone: "0900000000".to_owned(),
        phone_code: "+84".to_owned(),
        customer_type: CustomerType::Personal,
        email: None,
        tax_id: None,
        custom_tag: None,
        contact_persons: Vec::new(),
        address: Address::default(),
        bank_accounts: Vec::new(),
    }
}

fn company() -> CustomerDetails {
    let some = |text: &str| Some(text.to_owned());
    CustomerDetails {
        name: "Công ty TNHH Gỗ \"Hòa Phát\"".to_owned(),
        customer_type: CustomerType::Company,
        email: some("ketoan@example.com"),
        tax_id: some("0000000000-001"),
        custom_tag: some("VIP"),
        contact_persons: vec![ContactPerson {
            name: "Bùi Thị Oanh".to_owned(),
            phone_number: "0900000001".to_owned(),
            email: None,
        }],
        address: Address {
            province: some("Hồ Chí Minh"),
            address: some("1 Lê Lợi"),
            ..Address::default()
        },
        bank_accounts: vec![BankAccount {
            bank_code: "201".to_owned(),
            bank_name: "Vietcombank".to_owned(),
            account_holder_name: "CONG TY GO HOA PHAT".to_owned(),
            account_number: AccountNumber::new("0000000001"),
        }],
        ..person()
    }
}

fn text(body: Result<Body, InvalidField>) -> String {
    String::from_utf8(body.unwrap().into_bytes()).unwrap()
}

#[test]
fn the_smallest_customer_is_built_byte_for_byte() {
    let expected = include_str!("../../../fixtures/create_customer_request.json").trim_end();
    assert_eq!(text(build_create(&person())), expected);
}

#[test]
fn a_company_is_built_byte_for_byte() {
    let expected = include_str!("../../../fixtures/create_company_request.json").trim_end();
    assert_eq!(text(build_create(&company())), expected);
}

#[test]
fn an_update_says_what_is_blank() {
    let expected = include_str!("../../../fixtures/update_customer_request.json").trim_end();
    assert_eq!(text(build_update(&person())), expected);
}

#[test]
fn blank_texts_are_absent_and_outer_white_space_is_dropped() {
    let typed = CustomerDetails {
        name: " A ".to_owned(),
        email: Some("  ".to_owned()),
        address: Address {
            ward: Some(String::new()),
            ..Address::default()
        },
        ..person()
    };
    assert_eq!(build_create(&typed), build_create(&person()));
}

#[test]
fn what_cannot_be_sent_is_named() {
    let contact = company().contact_persons.remove(0);
    let account = company().bank_accounts.remove(0);
    let refused = |change: &dyn Fn(&mut CustomerDetails), field: &str, reason: Reason| {
        let mut customer = company();
        change(&mut customer);
        let invalid = InvalidField::new(field, reason);
        assert_eq!(build_create(&customer), Err(invalid.clone()));
        assert_eq!(build_update(&customer), Err(invalid));
    };
    refused(&|c| c.name = " ".to_owned(), "general_info.name", Reason::Missing);
    refused(
        &|c| c.name = "x".repeat(256),
        "general_info.name",
        Reason::TooLong,
    );
    refused(
        &|c| c.name = "a\u{7}".to_owned(),
        "general_info.name",
        Reason::BadCharacters,
    );
    refused(
        &|c| c.customer_code.clear(),
        "general_info.customer_code",
        Reason::Missing,
    );
    refused(
        &|c| c.phone = "0900-000".to_owned(),
        "general_info.phone",
        Reason::NotAPhone,
    );
    refused(
        &|c| c.phone_code = "84".to_owned(),
        "general_info.phone_code",
        Reason::NotADialCode,
    );
    refused(
        &|c| c.email = Some("me".to_owned()),
        "general_info.email",
        Reason::NotAnEmail,
    );
    refused(
        &|c| c.contact_persons.clear(),
        "general_info.contact_persons",
        Reason::Missing,
    );
    refused(
        &|c| c.contact_persons = vec![contact.clone(); 21],
        "general_info.contact_persons",
        Reason::TooMany,
    );
    refused(
        &|c| c.contact_persons.push(ContactPerson::default()),
        "general_info.contact_persons[1].name",
        Reason::Missing,
    );
    refused(
        &|c| c.address.zip_code = Some("1\n2".to_owned()),
        "address.zip_code",
        Reason::BadCharacters,
    );
    let unnumbered = BankAccount {
        account_number: AccountNumber::new(" "),
        ..account
    };
    refused(
        &|c| c.bank_accounts = vec![unnumbered.clone()],
        "bank_accounts[0].account_number",
        Reason::Missing,
    );
}

#[test]
fn types_are_the_pages_words() {
    assert_eq!(CustomerType::from_word("company"), Some(CustomerType::Company));
    assert_eq!(CustomerType::from_word("Company"), None);
    assert_eq!(CustomerType::from_word("shop"), None);
}

#[test]
fn debug_shows_nobody() {
    let shown = format!(
        "{:?} {:?}",
        company(),
        (company().contact_persons, company().address)
    );
    for personal in ["Gỗ", "0900000000", "Oanh", "Lê Lợi", "ketoan", "0000000001"] {
        assert!(!shown.contains(personal), "{shown}");
    }
}

proptest! {
    #[test]
    fn any_text_gives_stable_json_or_a_named_field(name in "\\PC{0,40}", tag in ".{0,40}", ward in "\\PC{0,20}") {
        let mut customer = company();
        customer.name = name;
        customer.custom_tag = Some(tag);
        customer.address.ward = Some(ward);
        for build in [build_create, build_update] {
            let built = build(&customer);
            prop_assert_eq!(&built, &build(&customer.clone()));
            let Ok(body) = built else { continue };
            let json: Value = serde_json::from_slice(body.as_bytes()).unwrap();
            prop_assert_eq!(json["general_info"]["name"].as_str(), Some(customer.name.trim()));
            // The bytes are compact: writing the same JSON again is not shorter.
            prop_assert!(json.to_string().len() >= body.as_bytes().len());
        }
    }
}
