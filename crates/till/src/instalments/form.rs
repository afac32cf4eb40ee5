//! What the form of a sale starts from.

use super::{limits, settings};
use crate::payments::running;
use crate::{Till, TillError, amounts, ids, sales};
use contract::instalment::InstalmentFormView;
use contract::sale::SaleRequest;
use contract::{ErrorBody, ErrorCode};
use domain::{Payment, Sale};
use dong::Dong;
use fundiin::Merchant;
use settings::Stored;

/// Everything that need not be asked, and why nothing can be asked for, when nothing can.
///
/// # Errors
/// `sale_gone`; storage errors.
pub async fn form(till: &Till, request: SaleRequest) -> Result<InstalmentFormView, TillError> {
    let line = till.line();
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    let payments = till.store.payments_of_sale(sale.id).await?;
    let settings = settings::stored(till, &line).await?;
    let amount = amount(&sale, &payments);
    let problem = match line.instalments.client() {
        Err(error) => Some(ErrorBody::from(error)),
        Ok(_) => problem(till, &settings, &sale, &payments),
    };
    let last_try = payments
        .iter()
        .rev()
        .find_map(|payment| payment.instalment.as_ref());
    Ok(InstalmentFormView {
        sale_id: sale.id.to_string(),
        amount,
        problem,
        minimum: settings.minimum,
        maximum: settings.maximum,
        shop_address: settings.address.map(Into::into),
        goods: last_try.map_or_else(|| goods(&sale), |own| own.goods.clone()),
        customer: last_try.map(|own| own.customer.clone().into()),
    })
}

/// The bill, or what is missing of it.
fn amount(sale: &Sale, payments: &[Payment]) -> Dong {
    sale.balance(payments)
        .map_or(Dong::ZERO, |balance| balance.missing)
}

fn goods(sale: &Sale) -> String {
    if sale.name.is_empty() {
        format!("Đơn hàng #{}", sale.number)
    } else {
        format!("Đơn hàng #{} {}", sale.number, sale.name)
    }
}

fn problem(till: &Till, settings: &Stored, sale: &Sale, payments: &[Payment]) -> Option<ErrorBody> {
    if Merchant::new(&settings.merchant_id, &settings.store_id, &settings.platform_id).is_err() {
        return Some(ErrorBody::of(ErrorCode::InstalmentNotSetUp));
    }
    if running(payments, till.now()).is_some() {
        return Some(ErrorBody::of(ErrorCode::SaleBusy));
    }
    let balance = sale.balance(payments);
    if balance.is_some_and(|sum| sum.is_uncertain) {
        return Some(ErrorBody::of(ErrorCode::MissingUncertain));
    }
    let Some(balance) = balance else {
        return Some(ErrorBody::of(ErrorCode::AmountEmpty));
    };
    if balance.missing.is_zero() {
        return Some(ErrorBody::of(ErrorCode::NothingMissing));
    }
    match amounts::check(balance.missing) {
        Ok(amount) => limits::problem(settings, amount),
        Err(code) => Some(ErrorBody::of(code)),
    }
}
