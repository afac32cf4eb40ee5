//! Changes settings.

use super::KEY;
use crate::{Till, TillError};
use contract::ErrorCode;
use contract::event::TillEvent;
use contract::settings::{SettingsRequest, SettingsView};
use domain::text;

/// A shop's name on screens.
const MOST_SHOP_CHARS: usize = 60;
/// A till's name on screens.
const MOST_TILL_CHARS: usize = 30;

/// Changes what the request names and tells every window.
///
/// # Errors
/// A name that is too long; storage errors.
pub async fn update(till: &Till, request: SettingsRequest) -> Result<SettingsView, TillError> {
    let mut settings = till.settings();
    apply(&mut settings, request)?;
    till.store.set_setting(KEY, &settings).await?;
    till.set_settings(settings.clone());
    till.events.send(TillEvent::Settings {
        settings: settings.clone(),
    });
    crate::display::refresh(till).await?;
    Ok(settings)
}

fn apply(settings: &mut SettingsView, request: SettingsRequest) -> Result<(), TillError> {
    if let Some(name) = request.shop_name {
        settings.shop_name = named(&name, MOST_SHOP_CHARS)?;
    }
    if let Some(name) = request.till_name {
        settings.till_name = named(&name, MOST_TILL_CHARS)?;
    }
    take(&mut settings.is_set_up, request.is_set_up);
    take(&mut settings.language, request.language);
    take(&mut settings.display_language, request.display_language);
    take(&mut settings.theme, request.theme);
    take(&mut settings.is_large_type, request.is_large_type);
    take(&mut settings.enters_thousands, request.enters_thousands);
    take(&mut settings.has_sound, request.has_sound);
    take(&mut settings.words, request.words);
    Ok(())
}

fn named(name: &str, most_chars: usize) -> Result<String, TillError> {
    let name = text::clean(name, most_chars.saturating_add(1));
    if name.chars().count() > most_chars {
        Err(ErrorCode::TextRefused.into())
    } else {
        Ok(name)
    }
}

fn take<T>(place: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *place = new;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_stays_and_long_names_change_nothing() {
        let mut settings = crate::settings::fresh();
        apply(
            &mut settings,
            SettingsRequest {
                shop_name: Some(" Quán\u{202E} Sông ".into()),
                ..Default::default()
            },
        )
        .unwrap();
        assert_eq!(settings.shop_name, "Quán Sông");
        assert!(settings.has_sound);
        let too_long = SettingsRequest {
            till_name: Some("x".repeat(31)),
            ..Default::default()
        };
        assert!(apply(&mut settings, too_long).is_err());
        assert_eq!(settings.till_name, "");
    }
}
