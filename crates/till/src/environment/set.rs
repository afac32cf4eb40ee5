//! Changes the world. Nothing of one world is seen in another: the page reads everything anew.

use crate::line::{Choice, KEY, connect, environment_of};
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::credentials::{EnvironmentKind, EnvironmentRequest, EnvironmentView};
use contract::event::TillEvent;
use gateway::{AllowHttp, BaseUrl};

/// Changes the world the app talks to and remembers it.
///
/// # Errors
/// `base_url_refused` for an address the app may not talk to; storage and keyring errors.
pub async fn set(till: &Till, request: EnvironmentRequest) -> Result<EnvironmentView, TillError> {
    let custom_base_url = match (request.kind, request.base_url) {
        (EnvironmentKind::Custom, None) => return Err(ErrorCode::BaseUrlRefused.into()),
        (EnvironmentKind::Custom, Some(text)) => Some(
            BaseUrl::parse(&text, AllowHttp::LoopbackOnly)?
                .as_str()
                .to_owned(),
        ),
        _ => till.line().custom_base_url.clone(),
    };
    let choice = Choice {
        environment: environment_of(request.kind),
        custom_base_url,
    };
    till.store.set_setting(KEY, &choice).await?;
    switch(till, choice).await
}

/// Connects to a world and tells everybody.
pub(crate) async fn switch(till: &Till, choice: Choice) -> Result<EnvironmentView, TillError> {
    let _one_at_a_time = till.switching.lock().await;
    till.set_focused(None);
    let line = till.set_line(connect(&till.config, till.clock.clone(), &till.vault, choice).await);
    *till.freshness() = crate::watch::Freshness::default();
    let view = line.view();
    till.events.send(TillEvent::Environment {
        environment: view.clone(),
    });
    crate::display::refresh(till).await?;
    till.wake.ring();
    Ok(view)
}
