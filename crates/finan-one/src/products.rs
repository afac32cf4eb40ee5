//! Products (<https://open.finan.one/docs/api/business/product>). Creating and changing one is split in
//! three: [`build_create`] or [`build_update`], then the call, which reads the answer as [`Product`].
//!
//! A product whose create was not answered is found again by its `sku_code`: the page calls it unique `[D]`; that
//! a second one answers 409 `[I]` and that the rows of the list carry it `[I]` is inferred
//! ([`crate::assumptions::LISTS_CARRY_CODES`]).

use futures_util::stream::Stream;
use gateway::{Answer, Failure, Priority};

mod details;
mod product;

pub use details::{ProductDetails, PurchaseInfo, SaleInfo, build_create, build_update};
pub use product::Product;

use crate::client::{Client, Resource};
use crate::pages::{Page, PageRequest, all_pages};

const PRODUCTS: Resource<Product> = Resource {
    folder: "/api/v1/products",
    name: "a product",
    read: Product::read,
};

impl Client {
    /// One page of all products; the page documents no filter. See [`crate::assumptions::LISTS_NEWEST_FIRST`].
    ///
    /// # Errors
    /// Any [`Failure`].
    pub async fn list_products(
        &self,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<Product>>, Failure> {
        self.list(&PRODUCTS, page, priority).await
    }

    /// All products, page by page; ends after the first failure.
    pub fn all_products(
        &self,
        first: PageRequest,
        priority: Priority,
    ) -> impl Stream<Item = Result<Answer<Page<Product>>, Failure>> {
        all_pages(first, move |page| self.list_products(page, priority))
    }

    /// One product by its gateway id.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn get_product(
        &self,
        product_id: &str,
        priority: Priority,
    ) -> Result<Answer<Product>, Failure> {
        self.get(&PRODUCTS, product_id, priority).await
    }

    /// Sends the stored bytes of [`build_create`]. After a failure of unknown certainty, or a
    /// `conflict`, look for its `sku_code` in the list.
    ///
    /// # Errors
    /// Any [`Failure`]; `conflict` when the `sku_code` is taken.
    pub async fn send_create_product(
        &self,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Product>, Failure> {
        self.create(&PRODUCTS, body, priority).await
    }

    /// Sends the stored bytes of [`build_update`], which may be repeated: they say what the product shall be.
    /// The answer holds the product when the gateway shows it.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path, `conflict` when the `sku_code` is another's.
    pub async fn send_update_product(
        &self,
        product_id: &str,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Option<Product>>, Failure> {
        self.update(&PRODUCTS, product_id, body, priority).await
    }

    /// Takes a product away. After a failure of unknown certainty it may be
    /// repeated: `not_found` then says that it is gone.
    ///
    /// # Errors
    /// Any [`Failure`]; `bad_id` when the id may not enter a path.
    pub async fn delete_product(&self, product_id: &str, priority: Priority) -> Result<Answer<()>, Failure> {
        self.delete(&PRODUCTS, product_id, priority).await
    }
}
