//! Where the money goes: the QR and what it says, in letters.

use super::{Job, money};
use crate::ink::{Align, Block, Mark, Shade};
use crate::invoice::{Payment, Qr};
use crate::text::{Run, Weight};

/// The title, and what to scan the QR with.
pub(super) const fn words(job: &Job<'_>, payment: &Payment) -> (&'static str, &'static str) {
    if payment.opens_page() {
        (job.words.pay_page, job.words.scan_page)
    } else {
        (job.words.pay, job.words.scan)
    }
}

/// The bank, the account, the amount and the text of the transfer from `left` to `right`.
pub(super) fn facts(job: &Job<'_>, payment: &Payment, left: i32, right: i32) -> Block {
    let (words, measures) = (job.words, &job.measures);
    let account = grouped(&job.set.clean(&payment.account_number));
    let amount = money(payment.amount);
    let rows: [(&str, &str, Setting); 5] = [
        (words.bank, &payment.bank, Setting::Text),
        (words.account_name, &payment.account_name, Setting::Text),
        (words.account_number, &account, Setting::Figures),
        (words.to_pay, &amount, Setting::Figures),
        (words.memo, &payment.memo, Setting::Copied),
    ];
    let widest = rows
        .iter()
        .map(|(label, ..)| job.set.line(label, Weight::Regular, measures.small).width())
        .max()
        .unwrap_or(0);
    let value_x = (left + widest + measures.gutter).min(i32::midpoint(left, right));
    let mut block = Block::default();
    for (label, value, setting) in rows {
        let runs = setting.runs(job, value, right - value_x);
        if runs.is_empty() {
            continue;
        }
        let mut row = Block::default();
        row.lines(runs, value_x, 0, Align::Left, Shade::Black);
        let room = value_x - left - measures.gutter / 2;
        let label = job.set.whole(label, Weight::Regular, measures.small, room);
        row.text(
            label,
            left,
            Block::baseline(measures.body),
            Align::Left,
            measures.soft,
        );
        row.height += measures.body / 4;
        block.then(row);
    }
    block
}

/// How a value is set.
#[derive(Clone, Copy)]
enum Setting {
    Text,
    /// What a person types again: never cut.
    Copied,
    /// The same, on one line with digits of equal width.
    Figures,
}

impl Setting {
    fn runs(self, job: &Job<'_>, value: &str, width: i32) -> Vec<Run> {
        match self {
            Self::Text => job.body(value, Weight::Regular, width, 4),
            Self::Copied => job.body(value, Weight::SemiBold, width, usize::MAX),
            Self::Figures if value.is_empty() => Vec::new(),
            Self::Figures => vec![job.set.figures(value, Weight::SemiBold, job.measures.body, width)],
        }
    }
}

/// The QR from `x` and `y`, its modules as large as `side` and `largest` allow. `None` when not even one unit a module
/// fits.
pub(super) fn code(qr: &Qr, x: i32, y: i32, side: i32, largest: i32) -> Option<(Block, i32)> {
    let module = (side / qr.side()).min(largest);
    (module > 0).then(|| {
        let mark = Mark::Code {
            x,
            y,
            module,
            qr: qr.clone(),
        };
        let side = module * qr.side();
        let block = Block {
            height: y + side,
            marks: vec![mark],
        };
        (block, side)
    })
}

/// `0123 4567 89`: what a person compares group by group. Anything but letters and digits stays as it is.
fn grouped(account: &str) -> String {
    let bare: Vec<char> = account.chars().filter(|letter| *letter != ' ').collect();
    if !bare.iter().all(char::is_ascii_alphanumeric) {
        return account.to_owned();
    }
    let groups: Vec<String> = bare.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_grouped_by_four_and_odd_ones_left_alone() {
        assert_eq!(grouped("0123456789"), "0123 4567 89");
        assert_eq!(grouped("0123 456 789"), "0123 4567 89");
        assert_eq!(grouped("VQR-0001"), "VQR-0001");
        assert_eq!(grouped(""), "");
    }
}
