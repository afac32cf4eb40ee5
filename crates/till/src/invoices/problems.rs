//! What keeps an invoice from being sent, each at its field.

use crate::TillError;
use contract::invoice::InvoiceProblem;
use contract::{ErrorBody, ErrorCode};
use domain::InvoiceContent;
use domain::invoice::totals::TotalsError;
use finan_one::invoices::PaymentMethod;

/// Everything that is certain before sending, in the order of the form.
pub(super) fn of(content: &InvoiceContent, counted: Option<TotalsError>) -> Vec<InvoiceProblem> {
    let mut found = Vec::new();
    let mut note = |field: String, code| {
        found.push(InvoiceProblem {
            field,
            problem: ErrorBody::of(code),
        });
    };
    if content
        .customer
        .as_ref()
        .is_none_or(|customer| customer.code.is_empty())
    {
        note("customer".to_owned(), ErrorCode::CustomerMissing);
    }
    if let Some((field, code)) = counted.map(counting) {
        note(field, code);
    }
    for (place, line) in content.lines.iter().enumerate() {
        if line.sku.is_empty() {
            note(format!("lines.{place}.name"), ErrorCode::ProductGone);
        }
        if !line.unit_price.is_positive() {
            note(format!("lines.{place}.unitPrice"), ErrorCode::AmountZero);
        }
    }
    if content.due_date < content.transaction_date {
        note("dueDate".to_owned(), ErrorCode::DueDateRefused);
    }
    let is_payable = content
        .payment_methods
        .iter()
        .any(|word| PaymentMethod::from_word(word).is_some());
    if !is_payable {
        note("paymentMethods".to_owned(), ErrorCode::BadRequest);
    }
    found
}

fn counting(error: TotalsError) -> (String, ErrorCode) {
    match error {
        TotalsError::Lines => ("lines".to_owned(), ErrorCode::LinesRefused),
        TotalsError::Quantity(place) => (format!("lines.{place}.quantity"), ErrorCode::QuantityRefused),
        TotalsError::Price(place) => (format!("lines.{place}.unitPrice"), ErrorCode::AmountNegative),
        TotalsError::TaxCode(place) => (format!("lines.{place}.taxCode"), ErrorCode::TaxCodeUnknown),
        TotalsError::Discount => ("discount".to_owned(), ErrorCode::DiscountRefused),
        TotalsError::TooLarge => ("lines".to_owned(), ErrorCode::AmountTooLarge),
    }
}

/// The first of them, as the refusal of an operation.
pub(super) fn first(problems: Vec<InvoiceProblem>) -> Result<(), TillError> {
    match problems.into_iter().next() {
        None => Ok(()),
        Some(InvoiceProblem { field, problem }) => Err(TillError::Refused(problem.with("field", field))),
    }
}
