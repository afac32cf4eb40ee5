//! Customers (Customer page; contract section 11.1).

use serde_json::{Map, Value};

use super::Shown;
use crate::assumptions::Switches;
use crate::assumptions::business::{CUSTOMER_ID_PREFIX, NOT_ALLOWED_STATUS};
use crate::books::{Books, Customer, Row};
use crate::faults::Plan;
use crate::finan_one::fields::Fields;
use crate::finan_one::refusal::Refusal;

/// `[D]` Words of `type`.
const TYPES: [&str; 2] = ["personal", "company"];
const ADDRESS: [&str; 6] = ["country", "province", "district", "ward", "address", "zip_code"];
const BANK_ACCOUNT: [&str; 4] = ["bank_code", "bank_name", "account_holder_name", "account_number"];

impl Shown for Customer {
    const NAME: &'static str = "customer";
    const ID_FIELD: &'static str = "customer_id";
    const ID_PREFIX: &'static str = CUSTOMER_ID_PREFIX;
    const CODE_FIELD: (Option<&'static str>, &'static str) = (Some("general_info"), "customer_code");

    fn read(fields: &Fields, _: &Books, _: &Switches) -> Result<Self, Refusal> {
        let info = fields.required_group("general_info")?;
        let code = info.required_text("customer_code")?;
        let name = info.required_text("name")?;
        for required in ["phone", "phone_code"] {
            info.required_text(required)?;
        }
        for optional in ["email", "tax_id", "custom_tag"] {
            info.text(optional)?;
        }
        let kind = info.one_of("type", &TYPES)?;
        let contacts = info.groups("contact_persons")?;
        if kind == "company" && contacts.is_empty() {
            return Err(info.missing("contact_persons"));
        }
        for contact in &contacts {
            contact.required_text("name")?;
            contact.required_text("phone_number")?;
            contact.text("email")?;
        }
        let address = fields.group("address")?;
        for name in ADDRESS {
            address.as_ref().map(|address| address.text(name)).transpose()?;
        }
        for account in fields.groups("bank_accounts")? {
            for name in BANK_ACCOUNT {
                account.text(name)?;
            }
        }
        let mut body = fields.known(&["bank_accounts"]);
        let general = info.known(&[
            "name",
            "customer_code",
            "phone",
            "phone_code",
            "email",
            "type",
            "tax_id",
            "contact_persons",
            "custom_tag",
        ]);
        body.insert("general_info".to_owned(), Value::Object(general));
        let address = address.map(|address| address.known(&ADDRESS));
        if let Some(address) = address.filter(|address| !address.is_empty()) {
            body.insert("address".to_owned(), Value::Object(address));
        }
        Ok(Self { code, name, body })
    }

    fn show(_: &Row<Self>, _: &mut Map<String, Value>, _: &Switches, _: &Plan) {}

    fn check_change(_: &Row<Self>) -> Result<(), Refusal> {
        Ok(())
    }

    fn check_delete(row: &Row<Self>, books: &Books, switches: &Switches) -> Result<(), Refusal> {
        let mut invoices = books.business.invoices.rows().iter();
        let is_in_use = invoices.any(|invoice| invoice.kept.customer_code == row.kept.code);
        if is_in_use && !switches.business.deletes_what_is_in_use {
            return Err(Refusal::new(NOT_ALLOWED_STATUS, "customer has invoices"));
        }
        Ok(())
    }
}
