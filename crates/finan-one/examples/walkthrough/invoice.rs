//! Flow 2: create a customer and a product, invoice them, show the link, wait for the money.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use dong::Dong;
use finan_one::customers::{self, Address, CustomerDetails, CustomerType};
use finan_one::invoices::{self, Invoice, InvoiceDetails, InvoiceItem, PaymentMethod, TaxType};
use finan_one::products::{self, ProductDetails, PurchaseInfo, SaleInfo};
use gateway::{Code, Failure, Priority};
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::lines::print_step;
use crate::{Step, Walk};

const TAX_CODE: &str = "TAX_CODE_10";
const DAYS_TO_PAY: i64 = 7;
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

pub(crate) async fn walk(walk: &Walk, wait: Duration) -> Step {
    let customer_code = customer(walk)
        .await
        .map_err(|failure| ("create_customer", failure))?;
    let sku_code = product(walk)
        .await
        .map_err(|failure| ("create_product", failure))?;
    let invoice = create(walk, customer_code, sku_code)
        .await
        .map_err(|failure| ("create_invoice", failure))?;
    let line = json!({"step": "share_invoice", "ok": true, "payment_link": invoice.payment_link});
    println!("{line}");
    status(walk, &invoice.invoice_id, wait)
        .await
        .map_err(|failure| ("invoice_status", failure))
}

async fn customer(walk: &Walk) -> Result<String, Failure> {
    let customer_code = format!("CUST{}", walk.began_ms);
    let body = customers::build_create(&CustomerDetails {
        name: "Nguyễn Văn A".to_owned(),
        customer_code: customer_code.clone(),
        phone: "0900000000".to_owned(),
        phone_code: "+84".to_owned(),
        customer_type: CustomerType::Personal,
        email: None,
        tax_id: None,
        custom_tag: None,
        contact_persons: Vec::new(),
        address: Address::default(),
        bank_accounts: Vec::new(),
    })?;
    let answer = walk
        .client
        .send_create_customer(body.as_bytes(), Priority::Click)
        .await?;
    let values = json!({"customer_id": answer.value.customer_id, "customer_code": customer_code});
    print_step("create_customer", &answer, values);
    Ok(customer_code)
}

async fn product(walk: &Walk) -> Result<String, Failure> {
    let sku_code = format!("PRD{}", walk.began_ms);
    let body = products::build_create(&ProductDetails {
        item_name: "Cà phê sữa đá".to_owned(),
        sku_code: sku_code.clone(),
        unit: None,
        description: None,
        sale: SaleInfo {
            price: Dong::new(100_000),
            category_code: "C1001".to_owned(),
            tax_code: Some(TAX_CODE.to_owned()),
        },
        purchase: PurchaseInfo {
            price: Dong::ZERO,
            category_code: "D1001".to_owned(),
            tax_code: None,
        },
    })?;
    let answer = walk
        .client
        .send_create_product(body.as_bytes(), Priority::Click)
        .await?;
    let values = json!({"product_id": answer.value.product_id, "sku_code": sku_code});
    print_step("create_product", &answer, values);
    Ok(sku_code)
}

async fn create(walk: &Walk, customer_code: String, sku_code: String) -> Result<Invoice, Failure> {
    let transaction_date = DateTime::<Utc>::from_timestamp_millis(walk.began_ms)
        .ok_or_else(|| Failure::not_sent(Code::BadRequest, "this machine's clock shows no date"))?;
    let invoice_code = format!("INV-{}", walk.began_ms);
    let body = invoices::build_create(&InvoiceDetails {
        invoice_code: invoice_code.clone(),
        transaction_date,
        due_date: transaction_date + TimeDelta::days(DAYS_TO_PAY),
        tax_type: TaxType::PriceExcludingTax,
        items: vec![InvoiceItem {
            code: sku_code,
            tax_code: TAX_CODE.to_owned(),
            unit_price: None,
            quantity: 2,
            note: None,
        }],
        discount: None,
        customer_code,
        customer_email: None,
        note: None,
        payment_methods: vec![PaymentMethod::BankTransfer, PaymentMethod::Card],
        account_id: Some(walk.account_id.clone()),
    })?;
    let answer = walk
        .client
        .send_create_invoice(body.as_bytes(), Priority::Click)
        .await?;
    let values = json!({
        "invoice_id": answer.value.invoice_id,
        "invoice_code": invoice_code,
        "status": answer.value.status,
        "total_amount": answer.value.total_amount,
    });
    print_step("create_invoice", &answer, values);
    Ok(answer.value)
}

/// Looks until the invoice is paid or the time is over.
async fn status(walk: &Walk, invoice_id: &str, wait: Duration) -> Result<(), Failure> {
    let began = Instant::now();
    loop {
        let answer = walk.client.get_invoice(invoice_id, Priority::Click).await?;
        let is_paid = answer.value.status == "paid";
        if is_paid || began.elapsed() >= wait {
            let values = json!({
                "invoice_id": invoice_id,
                "status": answer.value.status,
                "total_amount": answer.value.total_amount,
                "received": answer.value.received,
            });
            print_step("invoice_status", &answer, values);
            return Ok(());
        }
        sleep(BETWEEN_LOOKS).await;
    }
}
