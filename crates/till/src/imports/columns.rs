//! The columns of a book in a file, in both languages; what is exported can be imported again.

use contract::settings::Language;
use sheet::Wanted;

/// Characters of a column of money.
const MONEY_WIDTH: u16 = 14;

/// One column.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    /// The page's name of the field.
    pub(crate) key: &'static str,
    /// What files may call it, the likeliest first: the first one Vietnamese, the second one English.
    pub(crate) names: &'static [&'static str],
    /// Its width in an exported file, in characters.
    pub(crate) width: u16,
}

impl Column {
    /// A column of texts.
    pub(crate) const fn text(key: &'static str, names: &'static [&'static str], width: u16) -> Self {
        Self { key, names, width }
    }

    /// A column of money.
    pub(crate) const fn money(key: &'static str, names: &'static [&'static str]) -> Self {
        Self::text(key, names, MONEY_WIDTH)
    }

    /// Its header in an exported file.
    pub(crate) fn title(&self, language: Language) -> &'static str {
        let place = match language {
            Language::Vi => 0,
            Language::En => 1,
        };
        self.names.get(place).copied().unwrap_or(self.key)
    }

    /// What is looked for in a file.
    pub(super) fn wanted(&self) -> Wanted<'static> {
        Wanted {
            key: self.key,
            names: self.names,
        }
    }
}
