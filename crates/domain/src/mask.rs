//! What of an account number may be seen where.

/// The last four characters, for screens that strangers see and for logs.
#[must_use]
pub fn last_four(number: &str) -> String {
    let count = number.chars().count();
    number.chars().skip(count.saturating_sub(4)).collect()
}

/// The whole number in groups of four, for people who compare it.
#[must_use]
pub fn grouped_in_fours(number: &str) -> String {
    let mut out = String::new();
    for (place, letter) in number.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            out.push(' ');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_survive() {
        assert_eq!(last_four("12"), "12");
        assert_eq!(last_four("VQRQ0001ABCDE"), "BCDE");
        assert_eq!(grouped_in_fours("0011012345678"), "0011 0123 4567 8");
    }
}
