//! What keeps a customer from being saved.

use crate::books::{Book, refused_field};
use crate::{Till, TillError};
use contract::ErrorCode;
use domain::{Customer, CustomerFacts, CustomerId, CustomerKind, Environment};
use finan_one::InvalidField;

/// Whether the gateway could be sent all of it.
///
/// # Errors
/// `contact_missing`; `field_refused` with the page's name of the first field that cannot be sent.
pub(crate) fn check(facts: &CustomerFacts) -> Result<(), TillError> {
    if facts.kind == CustomerKind::Company && facts.contacts.is_empty() {
        return Err(ErrorCode::ContactMissing.into());
    }
    Customer::build(facts)
        .map(drop)
        .map_err(|invalid| refused_field(&page_name(&invalid), &invalid))
}

/// Another customer with this phone: one phone is one customer.
///
/// # Errors
/// Storage errors.
pub(crate) async fn phone_owner(
    till: &Till,
    world: Environment,
    phone: &str,
    not: Option<CustomerId>,
) -> Result<Option<Customer>, TillError> {
    let owners = till.store.customers_by_phone(world, phone.to_owned()).await?;
    Ok(owners.into_iter().find(|one| Some(one.id) != not))
}

/// `general_info.contact_persons[0].phone_number` is `contacts.0.phone` on the page.
fn page_name(invalid: &InvalidField) -> String {
    let field = invalid
        .field
        .strip_prefix("general_info.")
        .unwrap_or(&invalid.field);
    let field = field.replace('[', ".").replace(']', "");
    let parts = field.split('.').map(|part| match part {
        "customer_code" => "code",
        "phone_code" | "phone_number" => "phone",
        "type" => "kind",
        "tax_id" => "taxId",
        "custom_tag" => "tag",
        "contact_persons" => "contacts",
        "zip_code" => "zipCode",
        other => other,
    });
    parts.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use finan_one::Reason;

    #[test]
    fn fields_have_the_names_of_the_page() {
        for (sent, shown) in [
            ("general_info.customer_code", "code"),
            ("general_info.phone", "phone"),
            ("general_info.tax_id", "taxId"),
            ("general_info.contact_persons[0].phone_number", "contacts.0.phone"),
            ("address.zip_code", "address.zipCode"),
            ("address.address", "address.address"),
        ] {
            assert_eq!(page_name(&InvalidField::new(sent, Reason::TooLong)), shown);
        }
    }
}
