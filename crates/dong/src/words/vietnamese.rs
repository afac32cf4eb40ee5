//! Vietnamese number words. Above 999 tỷ the number of tỷ is itself said in full: `một nghìn tỷ`, `chín tỷ tỷ`.

use super::WordStyle;
use crate::Dong;

const BILLION: u64 = 1_000_000_000;

/// The amount in Vietnamese words without the currency: 21 → `hai mươi mốt`, -5 → `âm năm`.
#[must_use]
pub fn words(amount: Dong, style: WordStyle) -> String {
    let mut said = Vec::new();
    if amount.is_negative() {
        said.push("âm");
    }
    if amount.is_zero() {
        said.push(digit(0));
    }
    say(amount.get().unsigned_abs(), false, style, &mut said);
    said.join(" ")
}

/// Says `number`, nothing for zero. Behind higher places the hundreds are said even when empty.
fn say(number: u64, is_behind: bool, style: WordStyle, said: &mut Vec<&'static str>) {
    let billions = number / BILLION;
    if billions > 0 {
        say(billions, is_behind, style, said);
        said.push("tỷ");
    }
    let mut is_behind = is_behind || billions > 0;
    let places = [
        (1_000_000, Some("triệu")),
        (1_000, Some(style.thousand())),
        (1, None),
    ];
    for (place, name) in places {
        let triple = number % BILLION / place % 1_000;
        if triple == 0 {
            continue;
        }
        say_triple(triple, is_behind, style, said);
        said.extend(name);
        is_behind = true;
    }
}

fn say_triple(triple: u64, is_behind: bool, style: WordStyle, said: &mut Vec<&'static str>) {
    let (hundreds, tens, ones) = (triple / 100, triple / 10 % 10, triple % 10);
    let says_hundreds = is_behind || hundreds > 0;
    if says_hundreds {
        said.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if ones > 0 && says_hundreds => said.push(style.empty_tens()),
        0 => {}
        1 => said.push("mười"),
        _ => said.extend([digit(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => said.push("mốt"),
        (2.., 4) => said.push(style.four()),
        (1.., 5) => said.push("lăm"),
        _ => said.push(digit(ones)),
    }
}

fn digit(digit: u64) -> &'static str {
    match digit {
        0 => "không",
        1 => "một",
        2 => "hai",
        3 => "ba",
        4 => "bốn",
        5 => "năm",
        6 => "sáu",
        7 => "bảy",
        8 => "tám",
        _ => "chín",
    }
}
