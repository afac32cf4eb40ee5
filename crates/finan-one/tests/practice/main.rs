//! The client against the simulator over loopback: two programs that share no code and read the same contract.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests")]

mod flow;
mod lost;
mod payouts;
mod readings;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use dong::Dong;
use finan_one::accounts::AccountFilter;
use finan_one::customers::{Address, CustomerDetails, CustomerType};
use finan_one::invoices::{InvoiceDetails, InvoiceItem, PaymentMethod, TaxType};
use finan_one::products::{ProductDetails, PurchaseInfo, SaleInfo};
use finan_one::{Client, Credentials, PageRequest};
use gateway::{AllowHttp, BaseUrl, Priority, SecretText, SystemClock};
use simulator::{BusinessSwitches, Config, Running, Simulator, Switches};

/// A simulator and a client with its keys.
pub(crate) struct Pair {
    pub(crate) running: Running,
    pub(crate) client: Client,
}

impl Pair {
    pub(crate) async fn start(business: BusinessSwitches) -> Self {
        Self::with(Config {
            switches: Switches {
                business,
                ..Switches::default()
            },
            ..Self::config()
        })
        .await
    }

    pub(crate) fn config() -> Config {
        Config {
            seeded_history: false,
            rate_limit_per_minute: 1_000,
            ..Config::default()
        }
    }

    pub(crate) async fn with(config: Config) -> Self {
        let running = Simulator::start(config).await.unwrap();
        let base_url = BaseUrl::parse(&running.base_url(), AllowHttp::LoopbackOnly).unwrap();
        let secret = SecretText::from(running.secret());
        let credentials = Credentials::new(running.client_id(), &secret).unwrap();
        let client = Client::connect(base_url, credentials, Arc::new(SystemClock::new())).unwrap();
        Self { running, client }
    }

    /// The same with customer C1 and product S1.
    pub(crate) async fn stocked(business: BusinessSwitches) -> Self {
        let pair = Self::start(business).await;
        let customer = finan_one::customers::build_create(&customer()).unwrap();
        let product = finan_one::products::build_create(&product()).unwrap();
        pair.client
            .send_create_customer(customer.as_bytes(), Priority::Click)
            .await
            .unwrap();
        pair.client
            .send_create_product(product.as_bytes(), Priority::Click)
            .await
            .unwrap();
        pair
    }

    pub(crate) async fn invoice(&self, code: &str) -> InvoiceDetails {
        let accounts = self
            .client
            .list_master_accounts(&AccountFilter::default(), PageRequest::FIRST, Priority::Click)
            .await
            .unwrap();
        InvoiceDetails {
            invoice_code: code.to_owned(),
            transaction_date: at("2026-01-15T01:00:00Z"),
            due_date: at("2026-01-22T01:00:00Z"),
            tax_type: TaxType::PriceExcludingTax,
            items: vec![InvoiceItem {
                code: "S1".to_owned(),
                tax_code: "TAX_CODE_10".to_owned(),
                unit_price: None,
                quantity: 2,
                note: None,
            }],
            discount: None,
            customer_code: "C1".to_owned(),
            customer_email: None,
            note: None,
            payment_methods: vec![PaymentMethod::BankTransfer, PaymentMethod::Card],
            account_id: Some(accounts.value.rows[0].account_id.clone()),
        }
    }
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub(crate) fn customer() -> CustomerDetails {
    CustomerDetails {
        name: "Nguyễn Văn An".to_owned(),
        customer_code: "C1".to_owned(),
        phone: "0900000000".to_owned(),
        phone_code: "+84".to_owned(),
        customer_type: CustomerType::Personal,
        email: Some("an@example.com".to_owned()),
        tax_id: None,
        custom_tag: None,
        contact_persons: Vec::new(),
        address: Address {
            ward: Some("Bến Thành".to_owned()),
            ..Address::default()
        },
        bank_accounts: Vec::new(),
    }
}

pub(crate) fn product() -> ProductDetails {
    ProductDetails {
        item_name: "Cà phê sữa".to_owned(),
        sku_code: "S1".to_owned(),
        unit: Some("ly".to_owned()),
        description: None,
        sale: SaleInfo {
            price: Dong::new(100_000),
            category_code: "C1001".to_owned(),
            tax_code: Some("TAX_CODE_10".to_owned()),
        },
        purchase: PurchaseInfo {
            price: Dong::ZERO,
            category_code: "D1001".to_owned(),
            tax_code: None,
        },
    }
}
