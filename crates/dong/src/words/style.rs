//! How numbers are said: the words that differ between regions and habits.

use serde::{Deserialize, Serialize};

/// The word for an empty place of tens: 105.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinhOrLe {
    /// `một trăm linh năm`.
    Linh,
    /// `một trăm lẻ năm`.
    #[default]
    Le,
}

/// The word for four behind twenty and more: 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TuOrBon {
    /// `hai mươi tư`.
    Tu,
    /// `hai mươi bốn`.
    #[default]
    Bon,
}

/// The word for a thousand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NghinOrNgan {
    /// `một nghìn`.
    #[default]
    Nghin,
    /// `một ngàn`.
    Ngan,
}

/// The settings of a shop. The default says 1.001 as `một nghìn không trăm lẻ một`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WordStyle {
    /// 105.
    pub linh_or_le: LinhOrLe,
    /// 24.
    pub tu_or_bon: TuOrBon,
    /// 1.000.
    pub nghin_or_ngan: NghinOrNgan,
}

impl WordStyle {
    pub(super) const fn empty_tens(self) -> &'static str {
        match self.linh_or_le {
            LinhOrLe::Linh => "linh",
            LinhOrLe::Le => "lẻ",
        }
    }

    pub(super) const fn four(self) -> &'static str {
        match self.tu_or_bon {
            TuOrBon::Tu => "tư",
            TuOrBon::Bon => "bốn",
        }
    }

    pub(super) const fn thousand(self) -> &'static str {
        match self.nghin_or_ngan {
            NghinOrNgan::Nghin => "nghìn",
            NghinOrNgan::Ngan => "ngàn",
        }
    }
}
