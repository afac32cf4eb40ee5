//! Between what a page enters and what the books keep.

use crate::{TillError, ids};
use contract::invoice::{DiscountView, InvoiceContentView, InvoiceCustomerView, InvoiceLineView};
use contract::{ErrorCode, Time};
use domain::{AccountId, Discount, InvoiceContent, InvoiceCustomer, InvoiceLine, text};
use rust_decimal::Decimal;

/// Names and remarks are cut to this many characters.
const MOST_CHARS: usize = 200;
/// More lines than an invoice may have are kept no further than this, so that the page can say so.
const MOST_LINES: usize = domain::invoice::totals::MOST_LINES + 1;

/// What was entered, cleaned; problems are told later.
///
/// # Errors
/// `bad_request` for a moment or an id that is none.
pub(super) fn kept(typed: InvoiceContentView) -> Result<InvoiceContent, TillError> {
    let moment = |time: &Time| time.to_ms().ok_or(ErrorCode::BadRequest);
    Ok(InvoiceContent {
        customer: typed.customer.map(customer).transpose()?,
        tax_type: typed.tax_type.into(),
        lines: typed
            .lines
            .into_iter()
            .take(MOST_LINES)
            .map(line)
            .collect::<Result<_, _>>()?,
        discount: discount(&typed.discount)?,
        note: clean(&typed.note),
        transaction_date: moment(&typed.transaction_date)?,
        due_date: moment(&typed.due_date)?,
        payment_methods: typed.payment_methods.into_iter().take(10).collect(),
        account_id: typed.account_id.map(AccountId::new),
    })
}

fn customer(typed: InvoiceCustomerView) -> Result<InvoiceCustomer, TillError> {
    Ok(InvoiceCustomer {
        id: typed.customer_id.as_deref().map(ids::customer).transpose()?,
        code: clean(&typed.code),
        name: clean(&typed.name),
        phone: clean(&typed.phone),
        email: clean(&typed.email),
        tax_id: clean(&typed.tax_id),
        address: clean(&typed.address),
    })
}

fn line(typed: InvoiceLineView) -> Result<InvoiceLine, TillError> {
    Ok(InvoiceLine {
        product_id: typed.product_id.as_deref().map(ids::product).transpose()?,
        sku: clean(&typed.sku),
        name: clean(&typed.name),
        unit: clean(&typed.unit),
        quantity: typed.quantity,
        unit_price: typed.unit_price,
        tax_code: clean(&typed.tax_code),
        note: clean(&typed.note),
    })
}

/// A percentage that cannot be read is none of the shop's: it is refused before anything is kept.
fn discount(typed: &DiscountView) -> Result<Discount, TillError> {
    Ok(match typed {
        DiscountView::None => Discount::None,
        DiscountView::Amount { amount } => Discount::Amount(*amount),
        DiscountView::Percent { percent } => {
            let text = percent.trim().replace(',', ".");
            let percent: Decimal = text.parse().map_err(|_| ErrorCode::DiscountRefused)?;
            Discount::Percent(percent.normalize())
        }
    })
}

fn clean(typed: &str) -> String {
    text::clean(typed, MOST_CHARS)
}

/// What is kept, as the page shows it.
pub(super) fn shown(content: &InvoiceContent) -> InvoiceContentView {
    InvoiceContentView {
        customer: content.customer.as_ref().map(shown_customer),
        tax_type: content.tax_type.into(),
        lines: content.lines.iter().map(shown_line).collect(),
        discount: match content.discount {
            Discount::None => DiscountView::None,
            Discount::Amount(amount) => DiscountView::Amount { amount },
            Discount::Percent(percent) => DiscountView::Percent {
                percent: percent.to_string(),
            },
        },
        note: content.note.clone(),
        transaction_date: Time::from_ms(content.transaction_date),
        due_date: Time::from_ms(content.due_date),
        payment_methods: content.payment_methods.clone(),
        account_id: content.account_id.as_ref().map(|id| id.as_str().to_owned()),
    }
}

fn shown_customer(customer: &InvoiceCustomer) -> InvoiceCustomerView {
    InvoiceCustomerView {
        customer_id: customer.id.map(|id| id.to_string()),
        code: customer.code.clone(),
        name: customer.name.clone(),
        phone: customer.phone.clone(),
        email: customer.email.clone(),
        tax_id: customer.tax_id.clone(),
        address: customer.address.clone(),
    }
}

fn shown_line(line: &InvoiceLine) -> InvoiceLineView {
    InvoiceLineView {
        product_id: line.product_id.map(|id| id.to_string()),
        sku: line.sku.clone(),
        name: line.name.clone(),
        unit: line.unit.clone(),
        quantity: line.quantity,
        unit_price: line.unit_price,
        tax_code: line.tax_code.clone(),
        note: line.note.clone(),
    }
}
