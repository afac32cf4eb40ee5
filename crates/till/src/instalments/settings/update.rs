//! Changes what the shop set up for instalments.

use super::{Stored, get, key, saved};
use crate::environment::{require_clear, switch};
use crate::instalments::{body, refused_field};
use crate::line::Choice;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::event::TillEvent;
use contract::instalment_settings::{InstalmentSettingsRequest, InstalmentSettingsView};
use domain::{Environment, Gateway, text};
use dong::Dong;
use fundiin::values::WebUrl;
use gateway::{AllowHttp, BaseUrl};

/// Ids and categories are cut to no length: longer ones are refused.
const MOST_CHARS: usize = 100;

/// Changes what the request names and tells every window.
///
/// # Errors
/// `bad_request` for ids in practice mode, `text_refused`, `base_url_refused`, `instalment_field_refused`, `sale_busy` while a
/// request to the old address has no clear answer; storage errors.
pub async fn update(
    till: &Till,
    request: InstalmentSettingsRequest,
) -> Result<InstalmentSettingsView, TillError> {
    let line = till.line();
    let base_url = request.base_url.clone();
    let mut settings = saved(till, line.environment).await?;
    apply(&mut settings, line.environment, request)?;
    if let Some(base_url) = base_url {
        move_to(till, &base_url).await?;
    }
    till.store.set_setting(key(line.environment), &settings).await?;
    told(till).await
}

/// The settings as they are now, told to every window.
pub(crate) async fn told(till: &Till) -> Result<InstalmentSettingsView, TillError> {
    let settings = get(till).await?;
    till.events.send(TillEvent::InstalmentSettings {
        settings: settings.clone(),
    });
    Ok(settings)
}

/// Connects to another address of the owner's own.
async fn move_to(till: &Till, base_url: &str) -> Result<(), TillError> {
    let line = till.line();
    if line.environment != Environment::Custom {
        return Err(ErrorCode::BaseUrlRefused.into());
    }
    let address = BaseUrl::parse(base_url, AllowHttp::LoopbackOnly)?
        .as_str()
        .to_owned();
    if address != line.instalments.base_url {
        require_clear(till, Gateway::Fundiin).await?;
        let choice = Choice {
            custom_instalment_url: Some(address),
            ..line.choice.clone()
        };
        switch(till, choice).await?;
    }
    Ok(())
}

fn apply(
    settings: &mut Stored,
    environment: Environment,
    request: InstalmentSettingsRequest,
) -> Result<(), TillError> {
    let names_ids =
        request.merchant_id.is_some() || request.store_id.is_some() || request.platform_id.is_some();
    if names_ids && environment == Environment::Practice {
        return Err(ErrorCode::BadRequest.into());
    }
    take(&mut settings.merchant_id, request.merchant_id)?;
    take(&mut settings.store_id, request.store_id)?;
    take(&mut settings.platform_id, request.platform_id)?;
    take(&mut settings.category, request.category)?;
    take_url(
        "successRedirectUrl",
        &mut settings.success_url,
        request.success_url,
    )?;
    take_url(
        "unSuccessRedirectUrl",
        &mut settings.unsuccess_url,
        request.unsuccess_url,
    )?;
    take_limit(&mut settings.minimum, request.minimum)?;
    take_limit(&mut settings.maximum, request.maximum)?;
    let is_upside_down = settings
        .minimum
        .zip(settings.maximum)
        .is_some_and(|(least, most)| least > most);
    if is_upside_down {
        return Err(ErrorCode::BadRequest.into());
    }
    if let Some(address) = request.address {
        settings.address = Some(body::address(address.into())?);
    }
    Ok(())
}

fn take(place: &mut String, new: Option<String>) -> Result<(), TillError> {
    if let Some(new) = new {
        let clean = text::clean(&new, MOST_CHARS.saturating_add(1));
        if clean.chars().count() > MOST_CHARS {
            return Err(ErrorCode::TextRefused.into());
        }
        *place = clean;
    }
    Ok(())
}

fn take_url(field: &str, place: &mut String, new: Option<String>) -> Result<(), TillError> {
    if let Some(new) = new {
        let new = new.trim();
        if !new.is_empty() {
            WebUrl::new(field, new).map_err(|invalid| refused_field(&invalid))?;
        }
        new.clone_into(place);
    }
    Ok(())
}

fn take_limit(place: &mut Option<Dong>, new: Option<Dong>) -> Result<(), TillError> {
    if let Some(new) = new {
        if new.is_negative() {
            return Err(ErrorCode::AmountNegative.into());
        }
        *place = Some(new).filter(|limit| !limit.is_zero());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(request: InstalmentSettingsRequest) -> Result<Stored, TillError> {
        let mut settings = Stored {
            minimum: Some(Dong::new(100)),
            maximum: Some(Dong::new(900)),
            ..Stored::default()
        };
        apply(&mut settings, Environment::Production, request).map(|()| settings)
    }

    #[test]
    fn what_is_left_out_stays_and_zero_takes_a_limit_away() {
        let settings = changed(InstalmentSettingsRequest {
            minimum: Some(Dong::ZERO),
            merchant_id: Some(" FD1 ".to_owned()),
            ..InstalmentSettingsRequest::default()
        })
        .unwrap();
        assert_eq!((settings.minimum, settings.maximum), (None, Some(Dong::new(900))));
        assert_eq!(settings.merchant_id, "FD1");
    }

    #[test]
    fn what_cannot_be_sent_is_not_kept() {
        for request in [
            InstalmentSettingsRequest {
                minimum: Some(Dong::new(901)),
                ..InstalmentSettingsRequest::default()
            },
            InstalmentSettingsRequest {
                success_url: Some("javascript:alert(1)".to_owned()),
                ..InstalmentSettingsRequest::default()
            },
            InstalmentSettingsRequest {
                merchant_id: Some("x".repeat(101)),
                ..InstalmentSettingsRequest::default()
            },
        ] {
            assert!(changed(request.clone()).is_err(), "{request:?}");
        }
    }
}
