//! The body against the Initiate page's own example, and every refusal with its field.

use std::num::NonZeroU32;
use std::time::Duration;

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, json};

use super::*;
use crate::config::Merchant;
use crate::payments::{Customer, Redirects, Seller, Shipping};
use crate::values::{BirthDate, Email, Gender, Phone};

fn item(price: i64, quantity: u32) -> Item {
    Item {
        product_id: "170594".to_owned(),
        product_name: "clothes".to_owned(),
        category: "fashion".to_owned(),
        quantity: NonZeroU32::new(quantity).unwrap(),
        price: Dong::new(price),
        description: Some("Red".to_owned()),
        image_url: None,
    }
}

/// The order of the page's example, with the category that its table requires.
fn order() -> Initiate {
    let url = |text| WebUrl::new("url", text).unwrap();
    let some = |text: &str| Some(text.to_owned());
    Initiate {
        merchant: Merchant::new("Your merchant code", "Your store id", "Your platform id").unwrap(),
        reference_id: ReferenceId::new("ORDER-1").unwrap(),
        payment_method: PaymentMethod::Web,
        description: "description".to_owned(),
        redirects: Redirects {
            success: url("https://merchant.example/success"),
            unsuccessful: url("https://merchant.example/failed"),
        },
        amount: Dong::new(400_000),
        items: vec![item(200_000, 2)],
        customer: Customer {
            phone: Phone::new("+84 912 345 678").unwrap(),
            email: Email::new("youremail@email.com").unwrap(),
            first_name: "Doe".to_owned(),
            last_name: "Test".to_owned(),
            rank: some("standard"),
            description: some("Customer description"),
            gender: Some(Gender::Female),
            date_of_birth: Some(BirthDate::parse("17-04-1999").unwrap()),
        },
        shipping: Shipping {
            city: "Ho Chi Minh".to_owned(),
            district: "5".to_owned(),
            ward: String::new(),
            street: "Tran Nhan Ton".to_owned(),
            house_number: "214".to_owned(),
            zip_code: some("00700"),
            street_number: some("Apt 214"),
            house_extension: some(""),
        },
        lang: Some(Lang::Vi),
        extra_data: some("jsonstring"),
        terminal_type: Some(TerminalType::DesktopBrowser),
        package_id: some("packageId"),
        seller: Some(Seller {
            id: "SELLER-001".to_owned(),
            email: Some(Email::new("seller@example.com").unwrap()),
            name: some("Seller Name"),
            address: some("Ho Chi Minh"),
        }),
        expires_in: Some(Expiry::new(Duration::from_secs(1_800)).unwrap()),
        send_sms: Some(true),
        send_email: Some(true),
    }
}

fn refused(change: impl FnOnce(&mut Initiate)) -> (String, Reason) {
    let mut order = order();
    change(&mut order);
    let invalid = build_initiate(&order).unwrap_err();
    (invalid.field, invalid.reason)
}

#[test]
fn the_pages_example_is_built_field_by_field() {
    let built: Value = serde_json::from_slice(build_initiate(&order()).unwrap().as_bytes()).unwrap();
    let mut expected: Value =
        serde_json::from_str(include_str!("../../../../fixtures/initiate_page_sample.json")).unwrap();
    expected["referenceId"] = json!("ORDER-1");
    expected["items"][0]["category"] = json!("fashion");
    expected["shipping"]
        .as_object_mut()
        .unwrap()
        .remove("houseExtension");
    assert_eq!(built, expected);
}

#[test]
fn what_is_optional_is_left_out_and_what_is_required_never() {
    let mut order = order();
    (order.lang, order.extra_data, order.terminal_type) = (None, None, None);
    (order.package_id, order.seller, order.expires_in) = (None, None, None);
    (order.send_sms, order.send_email) = (None, None);
    order.shipping.house_number = String::new();
    let text = String::from_utf8(build_initiate(&order).unwrap().into_bytes()).unwrap();
    for name in [
        "lang",
        "extraData",
        "terminalType",
        "installment\":{",
        "seller",
        "transExpiredTime",
        "sendSms",
        "null",
    ] {
        assert!(!text.contains(name), "{name}");
    }
    assert!(text.contains(r#""ward":"""#) && text.contains(r#""houseNumber":"""#));
    assert!(text.contains(r#""requestType":"installment""#) && text.contains(r#""country":"VN""#));
}

#[test]
fn required_texts_are_refused_blank_with_their_field() {
    assert_eq!(
        refused(|order| order.description = " ".into()),
        ("description".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.customer.first_name.clear()),
        ("customer.firstName".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.customer.last_name.clear()),
        ("customer.lastName".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.shipping.city.clear()),
        ("shipping.city".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.shipping.district.clear()),
        ("shipping.district".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.shipping.street.clear()),
        ("shipping.street".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.items[0].product_id.clear()),
        ("items[0].productId".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.items[0].product_name.clear()),
        ("items[0].productName".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.items[0].category.clear()),
        ("items[0].category".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.package_id = Some(" ".into())),
        ("installment.packageId".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.seller.as_mut().unwrap().id.clear()),
        ("seller.id".into(), Reason::Missing)
    );
    let hostile = refused(|order| order.customer.rank = Some("a\u{0}".into()));
    assert_eq!(hostile, ("customer.rank".into(), Reason::BadCharacters));
}

#[test]
fn items_are_counted_summed_and_bounded() {
    assert_eq!(
        refused(|order| order.items.clear()),
        ("items".into(), Reason::Missing)
    );
    assert_eq!(
        refused(|order| order.items = vec![item(1, 1); 201]),
        ("items".into(), Reason::TooMany)
    );
    assert_eq!(
        refused(|order| order.amount = Dong::new(399_999)),
        ("amount.value".into(), Reason::NotTheSum)
    );
    assert_eq!(
        refused(|order| order.amount = Dong::ZERO),
        ("amount.value".into(), Reason::NotPositive)
    );
    assert_eq!(
        refused(|order| order.items[0].price = Dong::new(-1)),
        ("items[0].price".into(), Reason::Negative)
    );
    let large = refused(|order| order.items.push(item(9_007_199_254_740_991, 2)));
    assert_eq!(large, ("items[1].totalAmount".into(), Reason::TooLarge));

    let mut full = order();
    full.items = vec![item(1, 1); 200];
    full.amount = Dong::new(200);
    assert!(build_initiate(&full).is_ok());
}

#[test]
fn debug_shows_no_person() {
    let shown = format!("{:?}", order());
    for personal in [
        "912345678",
        "youremail",
        "Doe",
        "Tran Nhan Ton",
        "merchant.example",
    ] {
        assert!(!shown.contains(personal), "{shown}");
    }
}

proptest! {
    #[test]
    fn totals_are_price_times_quantity_and_the_amount_their_sum(
        rows in proptest::collection::vec((0_i64..100_000_000, 1_u32..1_000), 1..20), off in -2_i64..3,
    ) {
        let sum: i64 = rows.iter().map(|(price, quantity)| price * i64::from(*quantity)).sum();
        let mut order = order();
        order.items = rows.iter().map(|(price, quantity)| item(*price, *quantity)).collect();
        order.amount = Dong::new(sum + off);
        let built = build_initiate(&order);
        prop_assert_eq!(built.is_ok(), off == 0 && sum > 0);
        if let Ok(body) = built {
            let body: Value = serde_json::from_slice(body.as_bytes()).unwrap();
            for (row, (price, quantity)) in body["items"].as_array().unwrap().iter().zip(&rows) {
                prop_assert_eq!(row["totalAmount"].as_i64(), Some(price * i64::from(*quantity)));
            }
        }
    }

    #[test]
    fn any_text_is_sent_intact_or_refused_by_name(text in ".{0,40}") {
        let mut order = order();
        order.customer.last_name.clone_from(&text);
        match build_initiate(&order) {
            Ok(body) => {
                let body: Value = serde_json::from_slice(body.as_bytes()).unwrap();
                prop_assert_eq!(body["customer"]["lastName"].as_str(), Some(text.trim()));
            }
            Err(invalid) => prop_assert!(invalid.field == "customer.lastName"),
        }
    }
}
