//! The order that the walk makes: two shirts, taken at the counter.

use std::num::NonZeroU32;
use std::time::Duration;

use dong::Dong;
use fundiin::payments::{Customer, Initiate, Item, Redirects, Shipping};
use fundiin::values::{Email, Expiry, Lang, PaymentMethod, Phone, ReferenceId, WebUrl};
use fundiin::{InvalidField, Merchant};

pub(crate) const AMOUNT: Dong = Dong::new(400_000);

pub(crate) fn order(merchant: &Merchant, reference_id: &ReferenceId) -> Result<Initiate, InvalidField> {
    Ok(Initiate {
        merchant: merchant.clone(),
        reference_id: reference_id.clone(),
        payment_method: PaymentMethod::Pos,
        description: format!("Đơn hàng {}", reference_id.as_str()),
        redirects: Redirects {
            success: WebUrl::new("successRedirectUrl", "https://merchant.example/success")?,
            unsuccessful: WebUrl::new("unSuccessRedirectUrl", "https://merchant.example/failed")?,
        },
        amount: AMOUNT,
        items: vec![shirts()],
        customer: Customer {
            phone: Phone::new("+84 912 345 678")?,
            email: Email::new("khach@example.com")?,
            first_name: "An".to_owned(),
            last_name: "Nguyễn Văn".to_owned(),
            rank: None,
            description: None,
            gender: None,
            date_of_birth: None,
        },
        shipping: counter(),
        lang: Some(Lang::Vi),
        extra_data: None,
        terminal_type: None,
        package_id: None,
        seller: None,
        expires_in: Some(Expiry::new(Duration::from_secs(15 * 60))?),
        send_sms: Some(false),
        send_email: Some(false),
    })
}

fn shirts() -> Item {
    Item {
        product_id: "170594".to_owned(),
        product_name: "Áo sơ mi".to_owned(),
        category: "Thời trang".to_owned(),
        quantity: NonZeroU32::MIN.saturating_add(1),
        price: Dong::new(200_000),
        description: None,
        image_url: None,
    }
}

fn counter() -> Shipping {
    Shipping {
        city: "Hồ Chí Minh".to_owned(),
        district: "Quận 5".to_owned(),
        ward: "Phường 2".to_owned(),
        street: "Trần Nhân Tôn".to_owned(),
        house_number: "214".to_owned(),
        zip_code: None,
        street_number: None,
        house_extension: None,
    }
}
