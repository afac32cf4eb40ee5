//! A customer as the gateway describes it.

use std::fmt;

use chrono::{DateTime, Utc};

use super::details::{Address, BankAccount, ContactPerson, CustomerDetails, CustomerType};
use crate::accounts::read_account_number;
use crate::assumptions::{CREATED_AT_FIELDS, CUSTOMER_ID_FIELDS, GENERAL_INFO_FIELDS, UPDATED_AT_FIELDS};
use crate::wire::Fields;

/// A customer. `Debug` shows its id and code only.
#[derive(Clone, PartialEq, Eq)]
pub struct Customer {
    /// The id to ask for it by.
    pub customer_id: String,
    /// Our own code; none when the gateway left it out.
    pub customer_code: Option<String>,
    /// Full name.
    pub name: Option<String>,
    /// Phone number without its dialling code.
    pub phone: Option<String>,
    /// Dialling code.
    pub phone_code: Option<String>,
    /// The gateway's word, kept as it is (`personal`, `company`, or another); empty when it sent none.
    pub customer_type: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Tax number.
    pub tax_id: Option<String>,
    /// Label.
    pub custom_tag: Option<String>,
    /// Whom to speak to; those without a name are left out.
    pub contact_persons: Vec<ContactPerson>,
    /// Address.
    pub address: Address,
    /// Bank accounts; those without a number are left out.
    pub bank_accounts: Vec<BankAccount>,
    /// When it was made.
    pub created_at: Option<DateTime<Utc>>,
    /// When it was last changed.
    pub updated_at: Option<DateTime<Utc>>,
}

impl Customer {
    /// None without an id.
    pub(super) fn read(fields: &Fields) -> Option<Self> {
        let info = fields.object(GENERAL_INFO_FIELDS).unwrap_or_default();
        let text = |name: &str| filled(&info, name).or_else(|| filled(fields, name));
        let contacts = info.objects(&["contact_persons"]);
        let accounts = fields.objects(&["bank_accounts"]);
        Some(Self {
            customer_id: fields.text(CUSTOMER_ID_FIELDS).filter(|id| !id.is_empty())?,
            customer_code: text("customer_code"),
            name: text("name"),
            phone: text("phone"),
            phone_code: text("phone_code"),
            customer_type: text("type").unwrap_or_default(),
            email: text("email"),
            tax_id: text("tax_id"),
            custom_tag: text("custom_tag"),
            contact_persons: contacts.iter().filter_map(contact).collect(),
            address: address(&fields.object(&["address"]).unwrap_or_default()),
            bank_accounts: accounts.iter().filter_map(account).collect(),
            created_at: fields.time(CREATED_AT_FIELDS),
            updated_at: fields.time(UPDATED_AT_FIELDS),
        })
    }

    /// What an update would send to leave it as it is, to be changed and sent; none when the gateway left out
    /// what a request must have, or calls the type something else.
    #[must_use]
    pub fn details(&self) -> Option<CustomerDetails> {
        Some(CustomerDetails {
            name: self.name.clone()?,
            customer_code: self.customer_code.clone()?,
            phone: self.phone.clone()?,
            phone_code: self.phone_code.clone()?,
            customer_type: CustomerType::from_word(&self.customer_type)?,
            email: self.email.clone(),
            tax_id: self.tax_id.clone(),
            custom_tag: self.custom_tag.clone(),
            contact_persons: self.contact_persons.clone(),
            address: self.address.clone(),
            bank_accounts: self.bank_accounts.clone(),
        })
    }
}

fn filled(fields: &Fields, name: &str) -> Option<String> {
    fields.text(&[name]).filter(|text| !text.is_empty())
}

fn contact(fields: &Fields) -> Option<ContactPerson> {
    Some(ContactPerson {
        name: filled(fields, "name")?,
        phone_number: filled(fields, "phone_number").unwrap_or_default(),
        email: filled(fields, "email"),
    })
}

fn address(fields: &Fields) -> Address {
    Address {
        country: filled(fields, "country"),
        province: filled(fields, "province"),
        district: filled(fields, "district"),
        ward: filled(fields, "ward"),
        address: filled(fields, "address"),
        zip_code: filled(fields, "zip_code"),
    }
}

fn account(fields: &Fields) -> Option<BankAccount> {
    Some(BankAccount {
        bank_code: filled(fields, "bank_code").unwrap_or_default(),
        bank_name: filled(fields, "bank_name").unwrap_or_default(),
        account_holder_name: filled(fields, "account_holder_name").unwrap_or_default(),
        account_number: read_account_number(fields)?,
    })
}

impl fmt::Debug for Customer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Customer")
            .field("customer_id", &self.customer_id)
            .field("customer_code", &self.customer_code)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{build_create, build_update};
    use super::*;

    fn read(json: &str) -> Option<Customer> {
        Customer::read(&Fields::of(json).unwrap())
    }

    #[test]
    fn an_id_is_enough_and_fields_may_be_grouped_or_flat() {
        let bare = read(r#"{"id":7,"general_info":null,"bank_accounts":{"odd":1}}"#).unwrap();
        assert_eq!(
            (bare.customer_id.as_str(), bare.customer_code.as_deref()),
            ("7", None)
        );
        assert_eq!((bare.customer_type.as_str(), bare.details()), ("", None));
        for json in [
            r#"{"customer_id":"c","general_info":{"customer_code":"C1","phone":900000000,"type":"hội viên"}}"#,
            r#"{"customer_id":"c","customer_code":"C1","phone":"900000000","type":"hội viên"}"#,
        ] {
            let customer = read(json).unwrap();
            assert_eq!(
                (customer.customer_code.as_deref(), customer.phone.as_deref()),
                (Some("C1"), Some("900000000"))
            );
            assert_eq!(
                (customer.customer_type.as_str(), customer.details()),
                ("hội viên", None)
            );
        }
        assert_eq!(read(r#"{"customer_id":"","name":"A"}"#), None);
    }

    #[test]
    fn what_was_sent_and_echoed_can_be_sent_again() {
        let echoed = include_str!("../../fixtures/create_company_request.json").trim_end();
        let echoed = format!("{{\"customer_id\":\"c\",{}", echoed.strip_prefix('{').unwrap());
        let details = read(&echoed).unwrap().details().unwrap();
        let again = build_create(&details).unwrap().into_bytes();
        assert_eq!(
            String::from_utf8(again).unwrap(),
            include_str!("../../fixtures/create_company_request.json").trim_end()
        );
        let updated = String::from_utf8(build_update(&details).unwrap().into_bytes()).unwrap();
        let kept = read(&format!(
            "{{\"customer_id\":\"c\",{}",
            updated.strip_prefix('{').unwrap()
        ))
        .unwrap();
        assert_eq!(kept.details(), Some(details));
    }

    #[test]
    fn debug_shows_nobody() {
        let json =
            r#"{"customer_id":"c","general_info":{"name":"canary","phone":"canary","email":"canary"}}"#;
        assert!(!format!("{:?}", read(json).unwrap()).contains("canary"));
    }
}
