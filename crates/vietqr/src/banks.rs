//! Names of the banks behind the BINs seen in VietQR codes. A payout's bank code is another number: never mix the two.

/// BIN and name, by BIN (`contracts/vietqr.md`, "BINs seen").
const BANKS: [(&str, &str); 12] = [
    ("970403", "Sacombank"),
    ("970405", "Agribank"),
    ("970407", "Techcombank"),
    ("970415", "VietinBank"),
    ("970416", "ACB"),
    ("970418", "BIDV"),
    ("970422", "MB"),
    ("970423", "TPBank"),
    ("970424", "Shinhan"),
    ("970425", "ABBANK"),
    ("970436", "Vietcombank"),
    ("970454", "BVBank"),
];

/// The bank's name, or none when the BIN is not known here (which is a caution, not an error).
#[must_use]
pub fn name(bank_bin: &str) -> Option<&'static str> {
    BANKS
        .iter()
        .find(|(bin, _)| *bin == bank_bin)
        .map(|(_, name)| *name)
}

/// All known banks as BIN and name.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    BANKS.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_bins_have_names() {
        assert_eq!(name("970422"), Some("MB"));
        assert_eq!(name("970436"), Some("Vietcombank"));
        assert_eq!(name("970499"), None);
        assert_eq!(name("161"), None);
    }

    #[test]
    fn table_is_sorted_without_repeats() {
        assert!(BANKS.is_sorted_by(|left, right| left.0 < right.0));
    }
}
