//! What the shop chose, kept in the database.

mod update;

pub use update::update;

use contract::settings::{Language, SettingsView, Theme, WordChoice};

/// The key of the stored row.
pub(crate) const KEY: &str = "settings";

/// The stored form is the one that crosses.
pub(crate) type Settings = SettingsView;

/// What a new shop starts with.
pub(crate) fn fresh() -> Settings {
    SettingsView {
        is_set_up: false,
        language: Language::Vi,
        display_language: Language::Vi,
        theme: Theme::System,
        is_large_type: false,
        shop_name: String::new(),
        till_name: String::new(),
        enters_thousands: false,
        has_sound: true,
        words: WordChoice {
            says_le: true,
            says_tu: false,
            says_ngan: false,
        },
    }
}
