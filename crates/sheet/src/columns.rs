//! Finding columns by what people call them: without regard to marks, case, spaces and punctuation.

use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A column somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// What the asker calls it.
    pub key: &'a str,
    /// What files may call it, the likeliest name first.
    pub names: &'a [&'a str],
}

/// Which column is what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matches {
    by_key: BTreeMap<String, usize>,
    unknown: Vec<usize>,
}

impl Matches {
    /// The column (from 0) that was found for `key`.
    #[must_use]
    pub fn column(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Columns (from 0) that have a name and were not asked for, a second one for the same key included.
    #[must_use]
    pub fn unknown(&self) -> &[usize] {
        &self.unknown
    }
}

/// Gives every wanted column at most one column of the header, and no column to two. Where several would fit, the
/// name that stands earlier among the `names` wins, then the wanted that stands earlier, then the leftmost column.
#[must_use]
pub fn match_columns(header: &[String], wanted: &[Wanted<'_>]) -> Matches {
    let folded: Vec<String> = header.iter().map(|name| fold(name)).collect();
    let mut is_taken = vec![false; folded.len()];
    let mut matches = Matches::default();
    let longest = wanted.iter().map(|one| one.names.len()).max().unwrap_or(0);
    for rank in 0..longest {
        for one in wanted {
            let Some(name) = one.names.get(rank).map(|name| fold(name)) else {
                continue;
            };
            if matches.by_key.contains_key(one.key) {
                continue;
            }
            let found = folded
                .iter()
                .zip(is_taken.iter_mut())
                .enumerate()
                .find(|(_, (column, is_taken))| !**is_taken && !column.is_empty() && **column == name);
            if let Some((index, (_, is_taken))) = found {
                *is_taken = true;
                matches.by_key.insert(one.key.to_owned(), index);
            }
        }
    }
    matches.unknown = folded
        .iter()
        .zip(is_taken)
        .enumerate()
        .filter(|(_, (name, is_taken))| !is_taken && !name.is_empty())
        .map(|(index, _)| index)
        .collect();
    matches
}

/// Letters and digits only, without marks, in lower case, đ as d.
fn fold(name: &str) -> String {
    name.nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: Wanted<'_> = Wanted {
        key: "phone",
        names: &["Số điện thoại", "SĐT", "Điện thoại", "Phone"],
    };
    const NAME: Wanted<'_> = Wanted {
        key: "name",
        names: &["Tên khách hàng", "Họ tên", "Tên", "Name"],
    };

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn marks_case_spaces_and_punctuation_do_not_matter() {
        for name in [
            "SĐT",
            "sdt",
            "so dien thoai",
            "SỐ ĐIỆN THOẠI (*)",
            "So_Dien-Thoai",
            "PHONE",
            "So\u{302}\u{301} đie\u{323}\u{302}n thoại",
        ] {
            let matches = match_columns(&header(&["Ghi chú", name]), &[NAME, PHONE]);
            assert_eq!(matches.column("phone"), Some(1), "{name}");
            assert_eq!(matches.column("name"), None);
            assert_eq!(matches.unknown(), [0]);
        }
    }

    #[test]
    fn a_column_goes_to_one_and_the_likelier_name_wins() {
        let matches = match_columns(
            &header(&["Điện thoại", "", "SDT", "Tên", "Họ tên"]),
            &[NAME, PHONE],
        );
        assert_eq!(matches.column("phone"), Some(2));
        assert_eq!(matches.column("name"), Some(4));
        assert_eq!(matches.unknown(), [0, 3]);
    }

    #[test]
    fn two_who_want_the_same_name_do_not_share_it() {
        let product = Wanted {
            key: "product",
            names: &["Tên"],
        };
        let matches = match_columns(&header(&["Tên", "Họ tên"]), &[NAME, product]);
        assert_eq!(matches.column("product"), Some(0));
        assert_eq!(matches.column("name"), Some(1));
    }

    #[test]
    fn part_of_a_name_is_another_name() {
        let matches = match_columns(&header(&["SĐT người nhận"]), &[PHONE]);
        assert_eq!(matches.column("phone"), None);
        assert_eq!(matches.unknown(), [0]);
    }
}
