use super::*;

fn payout() -> CreatePayout {
    CreatePayout {
        account_id: "11111111-1111-4111-8111-111111111111".to_owned(),
        amount: Dong::new(6_000_000),
        beneficiary_account_name: "NGUYEN VAN A".to_owned(),
        beneficiary_account_number: AccountNumber::new("1234567890"),
        beneficiary_bank_id: "161".to_owned(),
        reference_id: "PO-1".to_owned(),
        description: "pay 1".to_owned(),
    }
}

fn refused(change: impl FnOnce(&mut CreatePayout)) -> (String, Reason) {
    let mut changed = payout();
    change(&mut changed);
    let invalid = build_create(&changed).unwrap_err();
    (invalid.field, invalid.reason)
}

#[test]
fn the_body_is_the_pages_sample() {
    let written = include_str!("../../../fixtures/create_payout_request.json");
    assert_eq!(
        build_create(&payout()).unwrap().as_bytes(),
        written.trim_end().as_bytes()
    );
}

#[test]
fn a_description_is_folded_and_then_counted() {
    let described = |description: &str| {
        let description = description.to_owned();
        build_create(&CreatePayout {
            description,
            ..payout()
        })
    };
    let body = described("Trả lương tháng 11 – Đặng Hường").unwrap();
    let text = String::from_utf8(body.into_bytes()).unwrap();
    assert!(
        text.ends_with(r#""description":"Tra luong thang 11 Dang Huong"}"#),
        "{text}"
    );
    assert!(described(&"ế".repeat(30)).is_ok());
    for (description, reason) in [
        ("ế".repeat(31), Reason::TooLong),
        (" ☕ – ".to_owned(), Reason::Missing),
    ] {
        assert_eq!(
            described(&description).unwrap_err(),
            InvalidField::new("description", reason)
        );
    }
}

#[test]
fn senseless_payouts_are_refused_by_the_name_of_the_field() {
    let named = |field: &str, reason| (field.to_owned(), reason);
    for amount in [Dong::ZERO, Dong::new(-1)] {
        assert_eq!(
            refused(|payout| payout.amount = amount),
            named("amount", Reason::NotPositive)
        );
    }
    assert_eq!(
        refused(|payout| payout.amount = Dong::MAX),
        named("amount", Reason::TooLarge)
    );
    assert_eq!(
        refused(|payout| payout.account_id = "a/b".to_owned()),
        named("account_id", Reason::BadCharacters)
    );
    assert_eq!(
        refused(|payout| payout.beneficiary_account_name = " ".to_owned()),
        named("beneficiary_account_name", Reason::Missing)
    );
    for number in ["", "12 34", "12-34", "１２３４"] {
        let (field, _) = refused(|payout| payout.beneficiary_account_number = AccountNumber::new(number));
        assert_eq!(field, "beneficiary_account_number", "{number}");
    }
    for bank_id in ["", "VCB", "16 1"] {
        let (field, _) = refused(|payout| payout.beneficiary_bank_id = bank_id.to_owned());
        assert_eq!(field, "beneficiary_bank_id", "{bank_id}");
    }
    assert_eq!(
        refused(|payout| payout.reference_id = String::new()),
        named("reference_id", Reason::Missing)
    );
}

#[test]
fn debug_shows_no_person_and_no_account() {
    let shown = format!("{:?}", payout());
    assert!(shown.contains("PO-1") && !shown.contains("NGUYEN") && !shown.contains("7890"));
}
