//! Everything the page starts from.

use crate::{Till, TillError, accounts, clock, instalments, sales};
use contract::Time;
use contract::app::AppView;
use domain::Method;

/// The whole state, without asking the gateway.
///
/// # Errors
/// Storage errors.
pub async fn state(till: &Till) -> Result<AppView, TillError> {
    let line = till.line();
    let receiving = till.store.receiving_account(line.environment).await?;
    if receiving.is_none() && line.client().is_ok() {
        till.accounts_wanted.ring();
    }
    let freshness = |method| till.freshness(method).view();
    Ok(AppView {
        version: till.config.version.clone(),
        settings: till.settings(),
        environment: line.view(),
        receiving_account: receiving.as_ref().map(accounts::view),
        sales: sales::open_views(till).await?,
        focused_sale_id: till.focused().map(|id| id.to_string()),
        freshness: freshness(Method::Transfer),
        instalment_freshness: freshness(Method::Instalment),
        instalments: instalments::settings::get(till).await?,
        clock: clock::view(till),
        notices: till.notices().to_vec(),
        is_display_open: till.display().is_open(),
        now: Time::from_ms(till.now()),
    })
}
