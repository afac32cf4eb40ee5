//! Opens an instalment payment.

use super::body::{self, Order};
use super::heard::merchant_of;
use super::settings;
use crate::payments::{check_form, check_missing, view};
use crate::{Till, TillError, amounts, ids, journal, payments, sales};
use contract::instalment::InstalmentCreateRequest;
use contract::payment::PaymentView;
use contract::{ErrorBody, ErrorCode};
use domain::{Plan, SaleId};
use store::{NewPayment, StoreError, Way};

/// Opens it under the intent of the form. The same intent asked again gives the same payment.
///
/// # Errors
/// Before anything is written: an amount, a field or an address that cannot be sent, a limit of the shop, no keys, no ids, no sale,
/// money asked for already (`sale_busy`), an open answer (`missing_uncertain`), a plan that was not offered. After that the payment
/// itself tells what became of it.
pub async fn create(till: &Till, request: InstalmentCreateRequest) -> Result<PaymentView, TillError> {
    let amount = amounts::check(request.amount)?;
    let id = ids::payment(&request.intent_id)?;
    let customer = body::customer(&request.customer)?;
    let goods = body::goods(&request.goods)?;
    let line = till.line();
    let settings = settings::stored(till, &line).await?;
    if let Some(problem) = super::limits::problem(&settings, amount) {
        return Err(TillError::Refused(problem));
    }
    let typed = request
        .address
        .map(|typed| body::address(typed.into()))
        .transpose()?;
    let shop = settings.address.clone();
    let address = typed
        .or(shop)
        .ok_or(TillError::Refused(ErrorBody::of(ErrorCode::ShopAddressMissing)))?;
    let deciding = till.deciding.lock().await;
    match till.store.payment(id).await {
        Ok(_) => {
            drop(deciding);
            return view(till, &payments::of(till, &request.intent_id).await?).await;
        }
        Err(StoreError::NotFound(_)) => {}
        Err(error) => return Err(error.into()),
    }
    line.instalments.client()?;
    let sale = sales::of(till, ids::sale(&request.sale_id)?).await?;
    check_form(till, &sale, id).await?;
    let plan = plan(till, sale.id, request.plan_id.as_deref())?;
    let earlier = till.store.payments_of_sale(sale.id).await?;
    if !earlier.is_empty() {
        check_missing(&sale, &earlier, amount, till.now())?;
    }
    let order = Order {
        id,
        sale: &sale,
        merchant: merchant_of(till, &line).await?,
        settings: &settings,
        amount,
        customer: &customer,
        address,
        goods: &goods,
        plan_id: plan.as_ref().map(|plan| plan.id.clone()),
    };
    let bytes = body::bytes(till, order)?;
    if earlier.is_empty() {
        till.store.set_sale_amount(sale.id, Some(amount)).await?;
    }
    let new = NewPayment {
        description: body::description(id, &goods),
        way: Way::Instalment {
            customer,
            goods,
            plan,
        },
        amount,
        body: bytes,
        at: till.now(),
    };
    let payment = journal::decide(till, deciding, id, new, None).await?;
    view(till, &payment).await
}

fn plan(till: &Till, sale: SaleId, id: Option<&str>) -> Result<Option<Plan>, TillError> {
    match id {
        None => Ok(None),
        Some(id) => match till.offers.find(sale, id) {
            Some(plan) => Ok(Some(plan)),
            None => Err(ErrorCode::PlanGone.into()),
        },
    }
}
