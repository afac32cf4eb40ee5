//! What people call a bank: "VCB", "Techcom", "ngân hàng Quân đội", blind to marks, case and spaces.

use contract::payout::PayoutBankView;

/// Names beside the short and the full one, folded and without spaces, by BIN. A name that stands twice means either.
const ALIASES: &[(&str, &[&str])] = &[
    ("970436", &["vcb", "vietcom", "ngoaithuong"]),
    (
        "970415",
        &["ctg", "icb", "vtb", "vietin", "viettin", "congthuong"],
    ),
    ("970418", &["bidv", "dautuvaphattrien", "dautuphattrien"]),
    (
        "970405",
        &[
            "agri",
            "vba",
            "varb",
            "nongnghiep",
            "nnptnt",
            "nongnghiepvaphattriennongthon",
        ],
    ),
    ("970422", &["mb", "mbb", "mbbank", "quandoi", "nganhangquandoi"]),
    ("970407", &["tcb", "techcom", "tech", "kythuong"]),
    ("970416", &["acb", "achau"]),
    ("970432", &["vpb", "vp", "vietnamthinhvuong"]),
    ("970423", &["tpb", "tp", "tienphong"]),
    ("970403", &["stb", "saco", "saigonthuongtin"]),
    ("970437", &["hdb", "hd", "phattriennhatphcm"]),
    ("970441", &["vib", "quocte"]),
    ("970443", &["shb", "saigonhanoi"]),
    (
        "970424",
        &["shinhan", "shbvn", "shinhanvn", "shinhanvietnam", "svb"],
    ),
    ("970426", &["msb", "maritime", "hanghai"]),
    ("970431", &["eib", "exim", "xuatnhapkhau"]),
    ("970440", &["seab", "ssb", "dongnama"]),
    ("970448", &["ocb", "phuongdong"]),
    (
        "970449",
        &[
            "lpb",
            "lpbank",
            "lienviet",
            "lienvietpost",
            "lienvietpostbank",
            "locphat",
            "buudienlienviet",
        ],
    ),
    ("970429", &["scb", "saigon"]),
    ("970425", &["abb", "anbinh"]),
    ("970409", &["bab", "nasb", "baca"]),
    ("970412", &["pvcb", "pvcom", "daichung"]),
    ("970419", &["ncb", "quocdan", "navibank"]),
    ("970428", &["nab", "nama"]),
    ("970427", &["vab", "vieta"]),
    ("970433", &["vbb", "vietnamthuongtin"]),
    ("970454", &["bvb", "vccb", "banviet", "vietcapital"]),
    ("970438", &["bvb", "baoviet"]),
    ("970452", &["klb", "kienlong"]),
    ("970430", &["pgb", "pg", "thinhvuongvaphattrien", "petrolimex"]),
    ("970400", &["sgb", "sgicb", "saigoncongthuong"]),
    ("970446", &["coop", "hoptacxa"]),
    ("970414", &["mbv", "ocean", "oceanbank", "vietnamhiendai"]),
    ("970457", &["woori", "wvn"]),
    ("422589", &["cimb"]),
    ("668888", &["kbank", "kasikorn"]),
    ("546034", &["cake"]),
    ("546035", &["ubank"]),
    ("963388", &["timo"]),
    ("970406", &["dob", "donga", "vikki"]),
    ("970408", &["gpb", "gp", "daukhitoancau"]),
    ("970444", &["cbb", "cb", "xaydung"]),
    ("970410", &["scvn", "standardchartered", "standard"]),
    ("458761", &["hsbc"]),
    ("970442", &["hlb", "hlbvn", "hongleong"]),
    ("970439", &["pbvn", "publicbank"]),
    ("970458", &["uob"]),
    ("970434", &["ivb", "indovina"]),
    ("970421", &["vrb", "vietnga"]),
];

/// Beginnings of full names that say nothing.
const FORMS: &[&str] = &["nganhang", "thuongmai", "tmcp", "tnhh", "mtv", "so", "vn"];
/// No bank's name has more words.
const MOST_WORDS: usize = 14;

/// What words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meant<'a> {
    /// The banks; more than one when they share the name.
    pub(crate) banks: Vec<&'a PayoutBankView>,
    /// From which word.
    pub(crate) from: usize,
    /// How many words say it.
    pub(crate) words: usize,
}

/// The banks that some of these folded words name; the longest name wins, the first of equals.
pub(crate) fn meant<'a>(banks: &'a [PayoutBankView], words: &[String]) -> Option<Meant<'a>> {
    let mut best: Option<(usize, Meant<'a>)> = None;
    for from in 0..words.len() {
        let mut said = String::new();
        for (count, word) in words.iter().skip(from).take(MOST_WORDS).enumerate() {
            said.push_str(word);
            let named = named(banks, &said);
            let length = said.len();
            if !named.is_empty() && best.as_ref().is_none_or(|(longest, _)| length > *longest) {
                let meant = Meant {
                    banks: named,
                    from,
                    words: count.saturating_add(1),
                };
                best = Some((length, meant));
            }
        }
    }
    best.map(|(_, meant)| meant)
}

fn named<'a>(banks: &'a [PayoutBankView], said: &str) -> Vec<&'a PayoutBankView> {
    let plain = without_form(said);
    let is_named = |bank: &&PayoutBankView| {
        let is = |name: &str| {
            let name = without_form(name);
            !name.is_empty() && (plain == name || plain.strip_suffix("bank") == Some(name))
        };
        is(&compact(&bank.short_name)) || is(&full_name(&bank.name)) || has_alias(bank, plain)
    };
    banks.iter().filter(is_named).collect()
}

fn has_alias(bank: &PayoutBankView, said: &str) -> bool {
    let own = ALIASES
        .iter()
        .find(|(bin, _)| bank.bin.as_deref() == Some(*bin))
        .map_or(&[][..], |(_, names)| names);
    own.iter()
        .any(|name| said == *name || said.strip_suffix("bank") == Some(*name))
}

/// The full name without what stands in brackets.
fn full_name(name: &str) -> String {
    compact(name.split('(').next().unwrap_or(name))
}

fn without_form(mut said: &str) -> &str {
    while let Some(rest) = FORMS.iter().find_map(|form| said.strip_prefix(form)) {
        // "VN Thịnh Vượng" has the form in its name.
        if rest.is_empty() {
            break;
        }
        said = rest;
    }
    said.strip_suffix("vietnam")
        .filter(|rest| !rest.is_empty())
        .unwrap_or(said)
}

fn compact(text: &str) -> String {
    store::fold::fold(text)
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Own, merged};
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let words: Vec<_> = text.split_whitespace().map(compact).collect();
        let banks = merged(&Own::new());
        let found = meant(&banks, &words);
        found
            .map(|meant| meant.banks.iter().map(|bank| bank.short_name.clone()).collect())
            .unwrap_or_default()
    }

    #[test]
    fn banks_are_known_by_everything_people_call_them() {
        for (text, bank) in [
            ("VCB", "Vietcombank"),
            ("vietcombank", "Vietcombank"),
            ("Viet com bank", "Vietcombank"),
            ("Ngân hàng TMCP Ngoại thương Việt Nam", "Vietcombank"),
            ("NH: Ngoại Thương", "Vietcombank"),
            ("MB", "MB"),
            ("MBBank", "MB"),
            ("MB Bank", "MB"),
            ("Ngân hàng Quân đội", "MB"),
            ("Techcom", "Techcombank"),
            ("TCB", "Techcombank"),
            ("VP Bank", "VPBank"),
            ("vietin", "VietinBank"),
            ("CTG", "VietinBank"),
            ("Nam A Bank", "Nam A Bank"),
            ("Shinhan Bank", "Shinhan"),
            ("Lien Viet Post Bank", "LPBank"),
            ("SHB", "SHB"),
            ("Đông Á", "DongA Bank"),
        ] {
            assert_eq!(said(text), [bank], "{text}");
        }
    }

    #[test]
    fn a_name_that_two_banks_share_means_either() {
        let mut both = said("BVB");
        both.sort();
        assert_eq!(both, ["BAOVIET Bank", "BVBank"]);
    }

    #[test]
    fn every_bank_is_known_by_its_short_and_full_name() {
        for bank in merged(&Own::new()) {
            assert!(
                said(&bank.short_name).contains(&bank.short_name),
                "{}",
                bank.short_name
            );
            let full = bank.name.split('(').next().unwrap_or_default();
            assert!(said(full).contains(&bank.short_name), "{full}");
        }
    }

    #[test]
    fn a_person_is_no_bank() {
        for name in ["NGUYEN VAN A", "Trần Thị Lan", "LE NAM ANH"] {
            assert_eq!(said(name), Vec::<String>::new(), "{name}");
        }
    }
}
