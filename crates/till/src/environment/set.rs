//! Changes the world. Nothing of one world is seen in another: the page reads everything anew.

use crate::line::{Choice, Exchange, KEY, connect, environment_of};
use crate::{Till, TillError, journal, watch};
use contract::ErrorCode;
use contract::credentials::{EnvironmentKind, EnvironmentRequest, EnvironmentView};
use contract::event::TillEvent;
use domain::{Environment, Gateway, Method};
use gateway::{AllowHttp, BaseUrl};

/// Changes the world the app talks to and remembers it.
///
/// # Errors
/// `base_url_refused` for an address the app may not talk to; `sale_busy` while a request to the old address has no clear
/// answer; storage and keyring errors.
pub async fn set(till: &Till, request: EnvironmentRequest) -> Result<EnvironmentView, TillError> {
    let custom_base_url = match (request.kind, request.base_url) {
        (EnvironmentKind::Custom, None) => return Err(ErrorCode::BaseUrlRefused.into()),
        (EnvironmentKind::Custom, Some(text)) => Some(
            BaseUrl::parse(&text, AllowHttp::LoopbackOnly)?
                .as_str()
                .to_owned(),
        ),
        _ => till.line().choice.custom_base_url.clone(),
    };
    if custom_base_url != till.line().choice.custom_base_url {
        require_clear(till, Gateway::FinanOne).await?;
    }
    let choice = Choice {
        environment: environment_of(request.kind),
        custom_base_url,
        ..till.line().choice.clone()
    };
    switch(till, choice).await
}

/// What is unclear at one address must not be looked up, and perhaps sent again, at another.
pub(crate) async fn require_clear(till: &Till, gateway: Gateway) -> Result<(), TillError> {
    let open = till.store.open_intents(Environment::Custom).await?;
    if open.iter().any(|intent| intent.kind.gateway() == gateway) {
        Err(ErrorCode::SaleBusy.into())
    } else {
        Ok(())
    }
}

/// Connects anew to the present world: its keys are others now.
pub(crate) async fn reconnect(till: &Till) -> Result<EnvironmentView, TillError> {
    let choice = till.line().choice.clone();
    switch(till, choice).await
}

/// Connects to a world, remembers the choice and tells everybody.
pub(crate) async fn switch(till: &Till, choice: Choice) -> Result<EnvironmentView, TillError> {
    let _one_at_a_time = till.switching.lock().await;
    till.store.set_setting(KEY, &choice).await?;
    if is_practised(till, choice.environment) {
        return Ok(till.line().view());
    }
    till.set_focused(None);
    let exchange = Exchange {
        config: &till.config,
        clock: &till.clock,
        vault: &till.vault,
        budgets: &till.budgets,
    };
    let line = till.set_line(connect(exchange, choice).await);
    for method in [Method::Transfer, Method::Instalment] {
        *till.freshness(method) = watch::Freshness::default();
    }
    let view = line.view();
    till.events.send(TillEvent::Environment {
        environment: view.clone(),
    });
    watch::tell_freshness(till, Method::Transfer);
    watch::tell_freshness(till, Method::Instalment);
    // Another world has other PINs; a keyring that does not answer keeps nobody from changing worlds.
    if let Err(error) = crate::owner::tell(till).await {
        tracing::info!(%error, "the owner's guard of this world could not be told");
    }
    journal::resume(till, line.environment).await?;
    crate::display::refresh(till).await?;
    till.accounts_wanted.ring();
    till.books.wanted.ring();
    till.wake.ring();
    Ok(view)
}

/// A second simulator on the same books would forget what the first is told meanwhile.
fn is_practised(till: &Till, environment: Environment) -> bool {
    environment == Environment::Practice && till.line().practice.is_some()
}
