//! A customer as it is sent, in the order of the page's sample.

use serde::Serialize;

use super::{Address, BankAccount, ContactPerson, CustomerDetails, CustomerType};
use crate::assumptions::MOST_CONTACTS;
use crate::error::{InvalidField, Reason};
use crate::path::Body;
use crate::text;
use crate::wire::Purpose;

#[derive(Serialize)]
struct Wire<'a> {
    general_info: GeneralInfo<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<WireAddress<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bank_accounts: Option<Vec<WireAccount<'a>>>,
}

#[derive(Serialize)]
struct GeneralInfo<'a> {
    name: &'a str,
    customer_code: &'a str,
    phone: &'a str,
    phone_code: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<&'a str>,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tax_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact_persons: Option<Vec<WireContact<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    custom_tag: Option<&'a str>,
}

#[derive(Serialize)]
struct WireContact<'a> {
    name: &'a str,
    phone_number: &'a str,
    email: &'a str,
}

#[derive(Serialize)]
struct WireAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    district: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ward: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zip_code: Option<&'a str>,
}

#[derive(Serialize)]
struct WireAccount<'a> {
    bank_code: &'a str,
    bank_name: &'a str,
    account_holder_name: &'a str,
    account_number: &'a str,
}

pub(super) fn body(customer: &CustomerDetails, purpose: Purpose) -> Result<Body, InvalidField> {
    let accounts = several("bank_accounts", &customer.bank_accounts, account)?;
    Body::of_details(&Wire {
        general_info: general_info(customer, purpose).map_err(|invalid| invalid.within("general_info"))?,
        address: address(&customer.address, purpose).map_err(|invalid| invalid.within("address"))?,
        bank_accounts: purpose.list(accounts),
    })
}

fn general_info(customer: &CustomerDetails, purpose: Purpose) -> Result<GeneralInfo<'_>, InvalidField> {
    let contacts = several("contact_persons", &customer.contact_persons, contact)?;
    if customer.customer_type == CustomerType::Company && contacts.is_empty() {
        return Err(InvalidField::new("contact_persons", Reason::Missing));
    }
    let tax_id = text::optional_line("tax_id", customer.tax_id.as_deref())?;
    let custom_tag = text::optional_line("custom_tag", customer.custom_tag.as_deref())?;
    Ok(GeneralInfo {
        name: text::line("name", &customer.name)?,
        customer_code: text::code("customer_code", &customer.customer_code)?,
        phone: text::phone("phone", &customer.phone)?,
        phone_code: text::dial_code("phone_code", &customer.phone_code)?,
        email: purpose.text(text::email("email", customer.email.as_deref())?),
        r#type: customer.customer_type.as_str(),
        tax_id: purpose.text(tax_id),
        contact_persons: purpose.list(contacts),
        custom_tag: purpose.text(custom_tag),
    })
}

fn contact(person: &ContactPerson) -> Result<WireContact<'_>, InvalidField> {
    Ok(WireContact {
        name: text::line("name", &person.name)?,
        phone_number: text::phone("phone_number", &person.phone_number)?,
        email: text::email("email", person.email.as_deref())?.unwrap_or_default(),
    })
}

fn address(address: &Address, purpose: Purpose) -> Result<Option<WireAddress<'_>>, InvalidField> {
    let all = [
        ("country", &address.country),
        ("province", &address.province),
        ("district", &address.district),
        ("ward", &address.ward),
        ("address", &address.address),
        ("zip_code", &address.zip_code),
    ];
    let mut is_blank = true;
    let mut kept = [None; 6];
    for ((field, value), place) in all.into_iter().zip(&mut kept) {
        let text = text::optional_line(field, value.as_deref())?;
        is_blank &= text.is_none();
        *place = purpose.text(text);
    }
    let [country, province, district, ward, address, zip_code] = kept;
    let wire = WireAddress {
        country,
        province,
        district,
        ward,
        address,
        zip_code,
    };
    Ok((!is_blank || purpose.clears()).then_some(wire))
}

fn account(account: &BankAccount) -> Result<WireAccount<'_>, InvalidField> {
    Ok(WireAccount {
        bank_code: text::code("bank_code", &account.bank_code)?,
        bank_name: text::line("bank_name", &account.bank_name)?,
        account_holder_name: text::line("account_holder_name", &account.account_holder_name)?,
        account_number: text::line("account_number", account.account_number.as_str())?,
    })
}

fn several<'a, T, W>(
    field: &str,
    entries: &'a [T],
    read: fn(&'a T) -> Result<W, InvalidField>,
) -> Result<Vec<W>, InvalidField> {
    if entries.len() > MOST_CONTACTS {
        return Err(InvalidField::new(field, Reason::TooMany));
    }
    let numbered = entries.iter().enumerate();
    numbered
        .map(|(index, entry)| read(entry).map_err(|invalid| invalid.within(&format!("{field}[{index}]"))))
        .collect()
}
