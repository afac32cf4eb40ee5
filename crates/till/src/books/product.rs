//! The book of products at the gateway.

use super::Book;
use super::words::{lines, words};
use domain::{Environment, Mirror, MirrorState, Product, ProductFacts, ProductId, UnixMs};
use dong::Dong;
use finan_one::products::{self, Product as Record, ProductDetails, PurchaseInfo, SaleInfo};
use finan_one::{Body, Client, InvalidField, Page, PageRequest};
use gateway::{Answer, Code, Failure, Priority};
use store::{Fetched, Outcome, ProductFilter, Store, StoreError};
use uuid::Uuid;

impl Book for Product {
    type Facts = ProductFacts;
    type Record = Record;

    const NAME: &'static str = "products";
    const CODE: &'static str = "sku";

    fn world(&self) -> Environment {
        self.environment
    }

    fn uuid(&self) -> Uuid {
        self.id.uuid()
    }

    fn mirror(&self) -> &Mirror {
        &self.mirror
    }

    fn facts(&self) -> &ProductFacts {
        &self.facts
    }

    fn code(facts: &ProductFacts) -> &str {
        &facts.sku
    }

    fn code_of(record: &Record) -> Option<&str> {
        record.sku_code.as_deref()
    }

    /// A product without a sale price is not taken over: money is never guessed.
    fn read(record: Record) -> Option<Fetched<ProductFacts>> {
        Some(Fetched {
            facts: ProductFacts {
                sku: record.sku_code?,
                name: words(record.item_name.as_deref()),
                unit: words(record.unit.as_deref()),
                description: lines(record.description.as_deref().unwrap_or_default()),
                sale_price: record.sale_price?,
                sale_category: record.sale_category_code.unwrap_or_default(),
                sale_tax: record.sale_tax_code.unwrap_or_default(),
                purchase_price: record.purchase_price.unwrap_or(Dong::ZERO),
                purchase_category: record.purchase_category_code.unwrap_or_default(),
                purchase_tax: record.purchase_tax_code.unwrap_or_default(),
            },
            gateway_id: record.product_id,
        })
    }

    fn build(facts: &ProductFacts) -> Result<Body, InvalidField> {
        products::build_create(&details(facts))
    }

    async fn page(
        client: &Client,
        asked: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Record>>, Failure> {
        client.list_products(asked, priority).await
    }

    async fn create(client: &Client, body: &[u8], priority: Priority) -> Result<String, Failure> {
        let answer = client.send_create_product(body, priority).await?;
        Ok(answer.value.product_id)
    }

    async fn update(
        client: &Client,
        gateway_id: &str,
        facts: &ProductFacts,
        priority: Priority,
    ) -> Result<(), Failure> {
        let body = products::build_update(&details(facts))
            .map_err(|invalid| Failure::not_sent(Code::BadRequest, &invalid.to_string()))?;
        client
            .send_update_product(gateway_id, body.as_bytes(), priority)
            .await
            .map(drop)
    }

    async fn delete(client: &Client, gateway_id: &str, priority: Priority) -> Result<(), Failure> {
        client.delete_product(gateway_id, priority).await.map(drop)
    }

    async fn pending(store: &Store, world: Environment, limit: usize) -> Result<Vec<Self>, StoreError> {
        store.pending_products(world, limit).await
    }

    async fn count(store: &Store, world: Environment, states: &[MirrorState]) -> Result<u64, StoreError> {
        let filter = ProductFilter {
            states: states.to_vec(),
            ..ProductFilter::all(world)
        };
        store.count_products(filter).await
    }

    async fn one(store: &Store, id: Uuid) -> Result<Option<Self>, StoreError> {
        match store.product(ProductId::new(id)).await {
            Ok(row) => Ok(Some(row)),
            Err(StoreError::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    async fn by_code(store: &Store, world: Environment, code: &str) -> Result<Option<Self>, StoreError> {
        store.product_by_sku(world, code.to_owned()).await
    }

    async fn settle(
        &self,
        store: &Store,
        seen: UnixMs,
        outcome: Outcome,
    ) -> Result<Option<MirrorState>, StoreError> {
        store.settle_product(self.id, seen, outcome).await
    }

    async fn take_over(
        store: &Store,
        world: Environment,
        fetched: Vec<Fetched<ProductFacts>>,
        at: UnixMs,
    ) -> Result<(), StoreError> {
        store.mirror_products(world, fetched, at).await
    }

    async fn finish(store: &Store, world: Environment, started_at: UnixMs) -> Result<usize, StoreError> {
        store.finish_product_sync(world, started_at).await
    }
}

fn details(facts: &ProductFacts) -> ProductDetails {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ProductDetails {
        item_name: facts.name.clone(),
        sku_code: facts.sku.clone(),
        unit: some(&facts.unit),
        description: some(&facts.description),
        sale: SaleInfo {
            price: facts.sale_price,
            category_code: facts.sale_category.clone(),
            tax_code: some(&facts.sale_tax),
        },
        purchase: PurchaseInfo {
            price: facts.purchase_price,
            category_code: facts.purchase_category.clone(),
            tax_code: some(&facts.purchase_tax),
        },
    }
}
