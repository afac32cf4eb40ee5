//! Vietnamese names: family name first, given name last.

/// A name in the two parts that forms of gateways want.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName {
    /// Family and middle names (họ và tên đệm).
    pub last_name: String,
    /// Given name (tên).
    pub first_name: String,
}

/// Splits a full name: the last word is the given name, everything before it family and middle names.
///
/// A single word is a given name without a family name. A comma means the western form `last, first`.
#[must_use]
pub fn split(full_name: &str) -> PersonName {
    if let Some((last, first)) = full_name.split_once(',') {
        return PersonName {
            last_name: joined(last.split_whitespace()),
            first_name: joined(first.split_whitespace()),
        };
    }
    let words: Vec<_> = full_name.split_whitespace().collect();
    let (first, last) = words
        .split_last()
        .map_or(("", &[][..]), |(first, last)| (first, last));
    PersonName {
        last_name: joined(last.iter().copied()),
        first_name: first.to_owned(),
    }
}

fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(name: &str) -> (String, String) {
        let PersonName {
            last_name,
            first_name,
        } = split(name);
        (last_name, first_name)
    }

    #[test]
    fn the_given_name_comes_last() {
        for (name, last, first) in [
            ("Nguyễn Văn An", "Nguyễn Văn", "An"),
            ("  Trần   Thị  Bích  Ngọc ", "Trần Thị Bích", "Ngọc"),
            ("Lê Huy", "Lê", "Huy"),
            ("Huy", "", "Huy"),
            ("", "", ""),
            ("Smith, Anna Maria", "Smith", "Anna Maria"),
        ] {
            assert_eq!(parts(name), (last.to_owned(), first.to_owned()), "{name}");
        }
    }
}
