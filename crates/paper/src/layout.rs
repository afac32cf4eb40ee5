//! Where everything stands. Blocks of known height are stacked from the top; a block that does not fit starts a page.
//! The parts are the same on sheets and slips where they can be; only head, table and foot differ.

mod edges;
mod flow;
mod payment;
mod receipt;
mod sheet;
mod slip;
mod sums;
mod table;

pub(crate) use receipt::receipt_pages;

use dong::Dong;
use dong::words::{sentence_case, words_en_with_dong, words_with_dong};

use crate::ink::{Align, Block, Page, Shade};
use crate::invoice::Invoice;
use crate::measures::{Measures, Paper};
use crate::text::{Run, Typesetter, Weight};
use crate::words::{Language, Words, words};

/// The pages of an invoice.
pub(crate) fn pages(typesetter: &Typesetter, invoice: &Invoice, paper: Paper) -> Vec<Page> {
    let job = Job {
        set: typesetter,
        invoice,
        measures: paper.measures(),
        words: words(invoice.language),
    };
    if paper.is_slip() {
        slip::pages(&job)
    } else {
        sheet::pages(&job)
    }
}

/// An amount as it is printed: with a real minus instead of a hyphen.
fn money(amount: Dong) -> String {
    amount.to_string().replace('-', "−")
}

/// What every part needs to know.
struct Job<'a> {
    set: &'a Typesetter,
    invoice: &'a Invoice,
    measures: Measures,
    words: &'static Words,
}

impl Job<'_> {
    /// A paragraph of the full measure in small letters.
    fn remark(&self, text: &str, align: Align, most: usize) -> Block {
        let measures = &self.measures;
        let x = match align {
            Align::Left => measures.left,
            Align::Centre => i32::midpoint(measures.left, measures.right),
            Align::Right => measures.right,
        };
        let mut block = Block::default();
        let runs = self.small(text, measures.measure(), most);
        block.lines(runs, x, 0, align, measures.soft);
        block
    }

    /// The sentence that is never left out, in the middle: on one line, if that makes it only a little smaller.
    fn label(&self) -> Block {
        let (text, measures) = (self.words.not_an_e_invoice, &self.measures);
        let run = self
            .set
            .whole(text, Weight::Regular, measures.small, measures.measure());
        if run.size * 10 < measures.small * 9 {
            return self.remark(text, Align::Centre, 3);
        }
        let mut block = Block::default();
        let middle = i32::midpoint(measures.left, measures.right);
        block.lines(vec![run], middle, 0, Align::Centre, measures.soft);
        block
    }

    fn small(&self, text: &str, width: i32, most: usize) -> Vec<Run> {
        self.set
            .wrapped(text, Weight::Regular, self.measures.small, width, most)
    }

    fn body(&self, text: &str, weight: Weight, width: i32, most: usize) -> Vec<Run> {
        self.set.wrapped(text, weight, self.measures.body, width, most)
    }

    /// The total in words, as a sentence.
    fn total_in_words(&self) -> String {
        let total = self.invoice.sums.total;
        let said = match self.invoice.language {
            Language::Vietnamese => words_with_dong(total, self.invoice.word_style),
            Language::English => words_en_with_dong(total),
        };
        format!("{}: {}.", self.words.in_words, sentence_case(&said))
    }

    /// The remark and the closing words.
    fn closing(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let note = self.set.clean(&self.invoice.note);
        if !note.is_empty() {
            let text = format!("{}: {}", self.words.note, self.invoice.note);
            let mut block = Block::space(self.measures.gap / 2);
            block.then(self.remark(&text, Align::Left, 12));
            blocks.push(block);
        }
        if !self.set.clean(&self.invoice.footer).is_empty() {
            let runs = self.body(&self.invoice.footer, Weight::SemiBold, self.measures.measure(), 4);
            let mut lines = Block::default();
            let middle = i32::midpoint(self.measures.left, self.measures.right);
            lines.lines(runs, middle, 0, Align::Centre, Shade::Black);
            let mut block = Block::space(self.measures.gap);
            block.then(lines);
            blocks.push(block);
        }
        blocks
    }
}

#[cfg(test)]
mod tests;
