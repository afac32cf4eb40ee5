//! Between what a page enters of a customer and what the book keeps.

use crate::books::line;
use contract::customer::{ContactPersonView, CustomerAddressView, CustomerFactsView, CustomerKindView};
use domain::{ContactPerson, CustomerAddress, CustomerFacts, CustomerKind, phone};

/// What was entered, cleaned; phones in domestic digits. Contacts without any text are left out.
pub(crate) fn kept(typed: CustomerFactsView) -> CustomerFacts {
    let contacts = typed.contacts.into_iter().map(|person| ContactPerson {
        name: line(&person.name),
        phone: number(&person.phone),
        email: line(&person.email),
    });
    let place = &typed.address;
    CustomerFacts {
        code: line(&typed.code),
        name: line(&typed.name),
        phone: number(&typed.phone),
        kind: kind(typed.kind),
        email: line(&typed.email),
        tax_id: line(&typed.tax_id),
        tag: line(&typed.tag),
        contacts: contacts.filter(is_entered).collect(),
        address: CustomerAddress {
            country: line(&place.country),
            province: line(&place.province),
            district: line(&place.district),
            ward: line(&place.ward),
            address: line(&place.address),
            zip_code: line(&place.zip_code),
        },
    }
}

fn is_entered(person: &ContactPerson) -> bool {
    !(person.name.is_empty() && person.phone.is_empty() && person.email.is_empty())
}

/// What is no number of the country is kept as it was typed, and refused by the check if it cannot be sent.
pub(crate) fn number(typed: &str) -> String {
    phone::domestic(typed).unwrap_or_else(|| line(typed))
}

pub(crate) const fn kind(kind: CustomerKindView) -> CustomerKind {
    match kind {
        CustomerKindView::Person => CustomerKind::Person,
        CustomerKindView::Company => CustomerKind::Company,
    }
}

/// What is kept, as the page shows it.
pub(super) fn shown(facts: &CustomerFacts) -> CustomerFactsView {
    let contacts = facts.contacts.iter().map(|person| ContactPersonView {
        name: person.name.clone(),
        phone: person.phone.clone(),
        email: person.email.clone(),
    });
    let place = &facts.address;
    CustomerFactsView {
        code: facts.code.clone(),
        name: facts.name.clone(),
        phone: facts.phone.clone(),
        kind: match facts.kind {
            CustomerKind::Person => CustomerKindView::Person,
            CustomerKind::Company => CustomerKindView::Company,
        },
        email: facts.email.clone(),
        tax_id: facts.tax_id.clone(),
        tag: facts.tag.clone(),
        contacts: contacts.collect(),
        address: CustomerAddressView {
            country: place.country.clone(),
            province: place.province.clone(),
            district: place.district.clone(),
            ward: place.ward.clone(),
            address: place.address.clone(),
            zip_code: place.zip_code.clone(),
        },
    }
}
