//! What the shop chose.

crossing! {
    /// A language of the page.
    #[derive(Copy)]
    pub enum Language {
        /// Vietnamese.
        Vi,
        /// English.
        En,
    }

    /// The look of the page.
    #[derive(Copy)]
    pub enum Theme {
        /// As the system says.
        System,
        /// Light.
        Light,
        /// Dark.
        Dark,
    }

    /// How amounts are spoken.
    #[derive(Copy)]
    pub struct WordChoice {
        /// `true`: lẻ, `false`: linh.
        pub says_le: bool,
        /// `true`: tư, `false`: bốn after tens.
        pub says_tu: bool,
        /// `true`: ngàn, `false`: nghìn.
        pub says_ngan: bool,
    }

    /// Everything the shop chose.
    pub struct SettingsView {
        /// Whether the first run was finished.
        pub is_set_up: bool,
        /// The cashier's language.
        pub language: Language,
        /// The customer display's language.
        pub display_language: Language,
        /// The look.
        pub theme: Theme,
        /// Everything larger.
        pub is_large_type: bool,
        /// The shop's name, at most 60 characters.
        pub shop_name: String,
        /// This till's name, at most 30 characters.
        pub till_name: String,
        /// Whether Enter takes the thousand suggestion.
        pub enters_thousands: bool,
        /// Whether verdicts sound.
        pub has_sound: bool,
        /// How amounts are spoken.
        pub words: WordChoice,
    }

    /// A change of settings: what is left out stays.
    #[derive(Default)]
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional_fields))]
    pub struct SettingsRequest {
        /// See [`SettingsView`].
        pub is_set_up: Option<bool>,
        /// See [`SettingsView`].
        pub language: Option<Language>,
        /// See [`SettingsView`].
        pub display_language: Option<Language>,
        /// See [`SettingsView`].
        pub theme: Option<Theme>,
        /// See [`SettingsView`].
        pub is_large_type: Option<bool>,
        /// See [`SettingsView`].
        pub shop_name: Option<String>,
        /// See [`SettingsView`].
        pub till_name: Option<String>,
        /// See [`SettingsView`].
        pub enters_thousands: Option<bool>,
        /// See [`SettingsView`].
        pub has_sound: Option<bool>,
        /// See [`SettingsView`].
        pub words: Option<WordChoice>,
    }
}
