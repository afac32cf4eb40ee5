//! Banks that a payout may go to. A BIN and the gateway's own number of a bank are two things and kept apart.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Tag, read};
use crate::assumptions::payouts::BIN_STANDS_IN_FOR_BANK_ID;

/// A bank that takes transfers between banks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PayoutBank {
    /// Six digits, as in a VietQR.
    pub bin: String,
    /// What people call it.
    pub short_name: String,
    /// Its name in Vietnamese.
    pub name_vi: String,
    /// Where BIN and names were seen.
    pub source: String,
    /// How sure it is that the bank has this BIN and takes transfers.
    pub certainty: Tag,
    /// The gateway's number of the bank; none when it is not known.
    pub bank_id: Option<BankId>,
}

/// The gateway's number of a bank.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BankId {
    /// Digits, as sent in `beneficiary_bank_id`.
    pub code: String,
    /// Where it was seen.
    pub source: String,
    /// How sure it is.
    pub certainty: Tag,
}

impl PayoutBank {
    /// What goes into `beneficiary_bank_id` unless the shop knows better: the gateway's number, or what stands
    /// in for it ([`BIN_STANDS_IN_FOR_BANK_ID`]).
    #[must_use]
    pub fn assumed_bank_id(&self) -> Option<&str> {
        let stand_in = BIN_STANDS_IN_FOR_BANK_ID.then_some(self.bin.as_str());
        self.bank_id.as_ref().map(|id| id.code.as_str()).or(stand_in)
    }
}

static PAYOUT_BANKS: LazyLock<Vec<PayoutBank>> =
    LazyLock::new(|| read(include_str!("../../data/payout_banks.json")));

/// Banks that a payout may go to, the best known first.
#[must_use]
pub fn payout_banks() -> &'static [PayoutBank] {
    &PAYOUT_BANKS
}

/// The bank with this BIN; none when it is not in the table.
#[must_use]
pub fn payout_bank(bin: &str) -> Option<&'static PayoutBank> {
    payout_banks().iter().find(|bank| bank.bin == bin)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_file_is_read_whole_and_every_row_is_complete() {
        let json: serde_json::Value =
            serde_json::from_str(include_str!("../../data/payout_banks.json")).unwrap();
        assert_eq!(payout_banks().len(), json["rows"].as_array().unwrap().len());
        assert!(payout_banks().len() >= 40);
        for bank in payout_banks() {
            assert!(bank.bin.len() == 6 && bank.bin.bytes().all(|byte| byte.is_ascii_digit()));
            for text in [&bank.short_name, &bank.name_vi, &bank.source] {
                assert!(!text.is_empty() && text.trim() == text, "{bank:?}");
            }
        }
    }

    #[test]
    fn no_bin_short_name_or_number_stands_twice() {
        let count = payout_banks().len();
        let bins: HashSet<_> = payout_banks().iter().map(|bank| &bank.bin).collect();
        let names: HashSet<_> = payout_banks().iter().map(|bank| &bank.short_name).collect();
        let sent: HashSet<_> = payout_banks()
            .iter()
            .map(|bank| bank.assumed_bank_id().unwrap())
            .collect();
        assert_eq!([bins.len(), names.len(), sent.len()], [count; 3]);
    }

    #[test]
    fn the_banks_of_the_vietqr_table_have_the_same_names_here() {
        let table = include_str!("../../../vietqr/src/banks.rs");
        let rows: Vec<_> = table
            .lines()
            .filter_map(|line| line.trim().strip_prefix("(\"")?.strip_suffix("\"),"))
            .filter_map(|row| row.split_once("\", \""))
            .collect();
        assert_eq!(rows.len(), 12);
        for (bin, name) in rows {
            assert_eq!(payout_bank(bin).unwrap().short_name, name);
        }
    }

    #[test]
    fn an_unknown_number_is_not_made_up() {
        let known: Vec<_> = payout_banks()
            .iter()
            .filter_map(|bank| Some((bank.bin.as_str(), bank.bank_id.as_ref()?)))
            .collect();
        assert_eq!(known.len(), 1);
        assert_eq!((known[0].0, known[0].1.code.as_str()), ("970424", "616"));
        assert_eq!(known[0].1.certainty, Tag::Inferred);
        assert_eq!(payout_bank("970436").unwrap().assumed_bank_id(), Some("970436"));
        assert_eq!(payout_bank("970424").unwrap().assumed_bank_id(), Some("616"));
        assert_eq!(payout_bank("161"), None);
    }
}
