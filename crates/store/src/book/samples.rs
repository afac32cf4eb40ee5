//! Customers and products for tests.

use crate::test_support::{T0, WORLD};
use domain::{
    Customer, CustomerAddress, CustomerFacts, CustomerId, CustomerKind, Mirror, MirrorState, Product,
    ProductFacts, ProductId,
};
use dong::Dong;
use uuid::Uuid;

pub(crate) fn customer_id(n: u128) -> CustomerId {
    CustomerId::new(Uuid::from_u128(0x0190_0000_0000_7000_b000_0000_0000_0000 + n))
}

pub(crate) fn product_id(n: u128) -> ProductId {
    ProductId::new(Uuid::from_u128(0x0190_0000_0000_7000_c000_0000_0000_0000 + n))
}

pub(crate) fn customer_facts(code: &str, name: &str, phone: &str) -> CustomerFacts {
    CustomerFacts {
        code: code.to_owned(),
        name: name.to_owned(),
        phone: phone.to_owned(),
        kind: CustomerKind::Person,
        email: String::new(),
        tax_id: String::new(),
        tag: String::new(),
        contacts: Vec::new(),
        address: CustomerAddress::default(),
    }
}

/// Customer `n` with the code `KH-n`.
pub(crate) fn customer(n: u128, name: &str, phone: &str) -> Customer {
    Customer {
        id: customer_id(n),
        environment: WORLD,
        facts: customer_facts(&format!("KH-{n}"), name, phone),
        mirror: Mirror::new(T0),
    }
}

/// The same as the gateway has it.
pub(crate) fn clean(n: u128, name: &str, phone: &str) -> Customer {
    let new = customer(n, name, phone);
    Customer {
        mirror: Mirror {
            gateway_id: Some(format!("gw-{n}")),
            state: MirrorState::Clean,
            fetched_at: Some(T0),
            ..new.mirror
        },
        ..new
    }
}

/// Product `n` with its SKU.
pub(crate) fn product(n: u128, sku: &str, name: &str) -> Product {
    Product {
        id: product_id(n),
        environment: WORLD,
        facts: ProductFacts {
            sku: sku.to_owned(),
            name: name.to_owned(),
            unit: "ly".to_owned(),
            description: String::new(),
            sale_price: Dong::new(25_000),
            sale_category: String::new(),
            sale_tax: String::new(),
            purchase_price: Dong::ZERO,
            purchase_category: String::new(),
            purchase_tax: String::new(),
        },
        quick_key: None,
        mirror: Mirror::new(T0),
    }
}
