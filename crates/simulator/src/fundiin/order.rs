//! The parts of an order on the Initiate page: items, customer, shipping, seller.

use chrono::NaiveDate;

use super::fields::Fields;
use super::refusal::Refusal;
use super::setting::Setting;
use crate::assumptions::fundiin::{FEWEST_ITEMS, PHONE_FORM_RESULT, PHONE_LENGTH_RESULT};

/// `[D]` Most items of an order.
const MOST_ITEMS: usize = 200;

/// Checks the items and gives their sum in dong.
pub(crate) fn check_items(items: &[Fields<'_>], setting: &Setting<'_>) -> Result<i64, Refusal> {
    if !(FEWEST_ITEMS..=MOST_ITEMS).contains(&items.len()) {
        return Err(Refusal::field("items"));
    }
    items.iter().try_fold(0_i64, |sum, item| {
        let total = check_item(item, setting)?;
        sum.checked_add(total).ok_or_else(|| Refusal::field("items"))
    })
}

fn check_item(item: &Fields<'_>, setting: &Setting<'_>) -> Result<i64, Refusal> {
    item.required_texts(&["productId", "productName"])?;
    if setting.switches.category_is_required {
        item.required_text("category")?;
    }
    item.texts(&["category", "description", "imageUrl"])?;
    item.one_of("currency", &["VND"])?
        .ok_or_else(|| item.wrong("currency"))?;
    let at_least = |name: &str, least: i64| {
        let number = item.required_whole(name)?;
        (number >= least)
            .then_some(number)
            .ok_or_else(|| item.wrong(name))
    };
    let (quantity, price) = (at_least("quantity", 1)?, at_least("price", 0)?);
    let total = at_least("totalAmount", 0)?;
    let is_product = price.checked_mul(quantity) == Some(total);
    is_product
        .then_some(total)
        .ok_or_else(|| item.wrong("totalAmount"))
}

/// Checks the customer, all but the form of the phone number, which it gives.
pub(crate) fn check_customer<'a>(customer: &Fields<'a>) -> Result<&'a str, Refusal> {
    let phone_number = customer.present_text("phoneNumber")?;
    customer.required_texts(&["firstName", "lastName"])?;
    let email = customer.required_text("email")?;
    if !looks_like_email(email) {
        return Err(customer.wrong("email"));
    }
    customer.texts(&["rank", "description"])?;
    customer.one_of("gender", &["M", "F", "U"])?;
    match customer.text("dateOfBirth")? {
        Some(date) if !is_day(date) => Err(customer.wrong("dateOfBirth")),
        _ => Ok(phone_number),
    }
}

/// `[D]` 10 or 11 digits.
pub(crate) fn check_phone(phone_number: &str) -> Result<(), Refusal> {
    if !phone_number.starts_with('0') || !phone_number.bytes().all(|byte| byte.is_ascii_digit()) {
        let result = if phone_number.is_empty() {
            PHONE_LENGTH_RESULT
        } else {
            PHONE_FORM_RESULT
        };
        return Err(Refusal::new(result));
    }
    let has_length = (10..=11).contains(&phone_number.len());
    has_length
        .then_some(())
        .ok_or_else(|| Refusal::new(PHONE_LENGTH_RESULT))
}

/// Checks the delivery address. `[D]` The page's own example leaves required parts empty.
pub(crate) fn check_shipping(shipping: &Fields<'_>) -> Result<(), Refusal> {
    for name in ["city", "district", "ward", "street", "houseNumber"] {
        shipping.present_text(name)?;
    }
    shipping.texts(&["zipCode", "streetNumber", "houseExtension"])?;
    let country = shipping.one_of("country", &["VN"])?;
    country.map(drop).ok_or_else(|| shipping.wrong("country"))
}

/// Checks the seller, if one is named.
pub(crate) fn check_seller(seller: &Fields<'_>) -> Result<(), Refusal> {
    seller.required_text("id")?;
    seller.texts(&["email", "name", "address"])
}

fn looks_like_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let has_dot = host.split('.').count() > 1 && host.split('.').all(|label| !label.is_empty());
    !name.is_empty() && has_dot && !host.contains('@') && !text.contains(char::is_whitespace)
}

fn is_day(text: &str) -> bool {
    text.len() == "DD-MM-YYYY".len() && NaiveDate::parse_from_str(text, "%d-%m-%Y").is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_ten_or_eleven_digits() {
        for (phone, result) in [
            ("0912345678", None),
            ("01234567890", None),
            ("091234567", Some(PHONE_LENGTH_RESULT)),
            ("091234567890", Some(PHONE_LENGTH_RESULT)),
            ("", Some(PHONE_LENGTH_RESULT)),
            ("+84912345678", Some(PHONE_FORM_RESULT)),
            ("0912 345 678", Some(PHONE_FORM_RESULT)),
            ("9123456780", Some(PHONE_FORM_RESULT)),
        ] {
            assert_eq!(
                check_phone(phone).err().map(|refusal| refusal.result).as_deref(),
                result,
                "{phone}"
            );
        }
    }

    #[test]
    fn addresses_and_days_must_look_real() {
        assert!(looks_like_email("youremail@email.com"));
        for bad in ["", "a", "a@b", "@b.c", "a@b.", "a@@b.c", "a b@c.d"] {
            assert!(!looks_like_email(bad), "{bad}");
        }
        assert!(is_day("17-04-1999") && is_day("29-02-2024"));
        assert!(!is_day("1999-04-17") && !is_day("29-02-2023") && !is_day("1-4-1999"));
    }
}
