//! English number words.

use crate::Dong;

const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const SCALES: [(u64, &str); 7] = [
    (1_000_000_000_000_000_000, "quintillion"),
    (1_000_000_000_000_000, "quadrillion"),
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
    (1, ""),
];

/// The amount in English words without the currency: 1.250.000 → `one million two hundred fifty thousand`.
#[must_use]
pub fn words_en(amount: Dong) -> String {
    let number = amount.get().unsigned_abs();
    let mut said: Vec<String> = Vec::new();
    if amount.is_negative() {
        said.push(String::from("minus"));
    }
    if number == 0 {
        said.push(name(&BELOW_TWENTY, 0).to_owned());
    }
    for (scale, scale_name) in SCALES {
        let triple = number / scale % 1_000;
        if triple == 0 {
            continue;
        }
        if triple >= 100 {
            said.push(format!("{} hundred", name(&BELOW_TWENTY, triple / 100)));
        }
        said.extend(below_hundred(triple % 100));
        said.extend(Some(scale_name.to_owned()).filter(|name| !name.is_empty()));
    }
    said.join(" ")
}

fn below_hundred(number: u64) -> Option<String> {
    match (number, number % 10) {
        (0, _) => None,
        (1..20, _) => Some(name(&BELOW_TWENTY, number).to_owned()),
        (_, 0) => Some(name(&TENS, number / 10).to_owned()),
        (_, ones) => Some(format!(
            "{}-{}",
            name(&TENS, number / 10),
            name(&BELOW_TWENTY, ones)
        )),
    }
}

fn name(names: &[&'static str], number: u64) -> &'static str {
    usize::try_from(number)
        .ok()
        .and_then(|at| names.get(at))
        .copied()
        .unwrap_or_default()
}
