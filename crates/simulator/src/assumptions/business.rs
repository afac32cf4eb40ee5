//! Everything the simulator assumes about customers, products and invoices: of these pages only the create
//! bodies could be read, no answer but the start of a product's (contract sections 11 and 17).

use serde::{Deserialize, Serialize};

/// `[I]` What a customer's id begins with; a product's begins with `PROD-` `[D]`.
pub const CUSTOMER_ID_PREFIX: &str = "CUST-";

/// `[I]` What an invoice's id begins with.
pub const INVOICE_ID_PREFIX: &str = "INV-";

/// `[I]` Host and path before the invoice's id in `payment_link`; no page shows a whole link.
pub const INVOICE_LINK_PREFIX: &str = "https://pay.finan.one/i/";

/// A code that is taken. `[G]` for a `customer_code`; `[I]` for `sku_code` and `invoice_code`, which are called unique `[D]`.
pub const DUPLICATE_CODE_STATUS: u16 = 409;

/// `[I]` An invoice that names a customer or a product that does not exist, or a tax code without a rate.
pub const UNKNOWN_CODE_STATUS: u16 = 422;

/// `[I]` What may not be deleted or changed: a customer or product that an invoice names, and an invoice for
/// which money has come. A duplicate has another status, so that the two are never taken for each other.
pub const NOT_ALLOWED_STATUS: u16 = 422;

/// `[I]` What stands before the percentage in a tax code, by the two published samples.
pub const TAX_CODE_PREFIX: &str = "TAX_CODE_";

/// `[I]` First letter of an income category, by the one published sample.
pub const INCOME_CATEGORY_LETTER: char = 'C';

/// `[I]` First letter of an expense category, by the one published sample.
pub const EXPENSE_CATEGORY_LETTER: char = 'D';

/// `[I]` Smallest total of an invoice, dong: one that asks for nothing is refused.
pub const SMALLEST_INVOICE_TOTAL: i64 = 1;

/// `[I]` How often the tax of an invoice is rounded to the dong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaxRounding {
    /// Once for all lines of a rate.
    PerRate,
    /// On every line.
    PerLine,
}

/// How the three resources behave where more than one answer is believable. [`BusinessSwitches::default`] is
/// the practice mode's choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BusinessSwitches {
    /// `[I]` Whether a second create with the same code answers 409; without it there are two.
    pub codes_are_unique: bool,
    /// `[I]` Whether the rows of lists carry `customer_code`, `sku_code` and `invoice_code`.
    pub lists_carry_codes: bool,
    /// `[I]` Whether ids are called `id` instead of `customer_id`, `product_id`, `invoice_id`.
    pub ids_are_plain: bool,
    /// `[I]` Whether a PUT leaves what it does not name as it was, instead of replacing the whole.
    pub updates_merge: bool,
    /// `[I]` Whether a PUT answers the changed row; `data` is null otherwise.
    pub updates_are_echoed: bool,
    /// `[I]` Whether a customer or product may be deleted although an invoice names it.
    pub deletes_what_is_in_use: bool,
    /// `[I]` Whether a discount lowers the amount that is taxed.
    pub discount_comes_before_tax: bool,
    /// `[I]` How often the tax is rounded.
    pub tax_rounding: TaxRounding,
    /// `[I]` Whether an invoice payable by bank transfer carries a QR of its own, as a payment does.
    pub invoices_carry_a_qr: bool,
}

impl Default for BusinessSwitches {
    fn default() -> Self {
        Self {
            codes_are_unique: true,
            lists_carry_codes: true,
            ids_are_plain: false,
            updates_merge: false,
            updates_are_echoed: true,
            deletes_what_is_in_use: false,
            discount_comes_before_tax: true,
            tax_rounding: TaxRounding::PerRate,
            invoices_carry_a_qr: false,
        }
    }
}
