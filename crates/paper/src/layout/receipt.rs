//! A receipt: one column on every paper.

use super::flow::{Flow, page};
use super::sheet::MOST_DETAILS;
use crate::ink::{Align, Block, Mark, Page, Shade};
use crate::measures::{Measures, Paper};
use crate::receipt::{Fact, Receipt};
use crate::text::{Typesetter, Weight};
use crate::words::{Words, moment, words};

/// The pages of a receipt.
pub(crate) fn receipt_pages(set: &Typesetter, receipt: &Receipt, paper: Paper) -> Vec<Page> {
    let job = ReceiptJob {
        set,
        receipt,
        measures: paper.measures(),
        words: words(receipt.language),
    };
    let measures = &job.measures;
    let mut flow = Flow::new(*measures, Block::default());
    for block in job.blocks() {
        flow.place(block);
    }
    let (pages, end) = flow.finish();
    let last = pages.len();
    pages
        .into_iter()
        .zip(1..)
        .map(|(marks, number)| {
            let is_cut = paper.is_slip() && number == last;
            let height = if is_cut {
                end + measures.top
            } else {
                measures.height
            };
            let mut all = if paper.is_slip() { Vec::new() } else { job.stamps() };
            all.extend(marks);
            page(measures, height, all)
        })
        .collect()
}

struct ReceiptJob<'a> {
    set: &'a Typesetter,
    receipt: &'a Receipt,
    measures: Measures,
    words: &'static Words,
}

impl ReceiptJob<'_> {
    fn blocks(&self) -> Vec<Block> {
        let (receipt, measures) = (self.receipt, &self.measures);
        let mut blocks = Vec::new();
        if receipt.is_practice {
            blocks.push(self.centred(self.words.practice_receipt, Weight::SemiBold, measures.body));
        }
        blocks.push(self.centred(&receipt.shop.name, Weight::SemiBold, measures.name));
        for detail in receipt.shop.details.iter().take(MOST_DETAILS) {
            blocks.push(self.centred(detail, Weight::Regular, measures.small));
        }
        blocks.push(Block::space(measures.gap));
        blocks.push(self.centred(&receipt.title, Weight::SemiBold, measures.title));
        blocks.push(Block::space(measures.gap / 2));
        blocks.push(self.amount());
        blocks.push(self.centred(&receipt.amount_in_words, Weight::Regular, measures.body));
        blocks.push(Block::space(measures.gap / 2));
        blocks.push(self.framed(&receipt.standing));
        blocks.push(Block::space(measures.gap / 2));
        blocks.extend(receipt.facts.iter().map(|fact| self.fact(fact)));
        blocks.push(self.rule());
        blocks.push(self.centred(&receipt.footer, Weight::Regular, measures.small));
        if let Some(printed) = receipt.printed {
            let at = moment(printed, receipt.language);
            blocks.push(self.centred(
                &format!("{} {at}", self.words.printed),
                Weight::Regular,
                measures.small,
            ));
        }
        blocks
    }

    fn centred(&self, text: &str, weight: Weight, size: i32) -> Block {
        let measures = &self.measures;
        let middle = i32::midpoint(measures.left, measures.right);
        let mut block = Block::default();
        let runs = self.set.wrapped(text, weight, size, measures.measure(), 6);
        block.lines(runs, middle, 0, Align::Centre, Shade::Black);
        block
    }

    fn amount(&self) -> Block {
        let measures = &self.measures;
        let middle = i32::midpoint(measures.left, measures.right);
        let size = measures.total.max(measures.title);
        let run = self
            .set
            .figures(&self.receipt.amount, Weight::SemiBold, size, measures.measure());
        let mut block = Block::default();
        block.lines(vec![run], middle, 0, Align::Centre, Shade::Black);
        block
    }

    /// Between two lines, so that it is not overlooked.
    fn framed(&self, text: &str) -> Block {
        let mut block = self.rule();
        block.then(self.centred(text, Weight::SemiBold, self.measures.body));
        block.then(self.rule());
        block
    }

    fn rule(&self) -> Block {
        let measures = &self.measures;
        let mut block = Block::space(measures.gap / 4);
        let y = block.height;
        block.rule(measures.left, measures.right, y, measures.hairline, Shade::Black);
        block.height += measures.gap / 4;
        block
    }

    /// A label on the left, its value beside it.
    fn fact(&self, fact: &Fact) -> Block {
        let measures = &self.measures;
        let value_x = measures.left + measures.measure() * 43 / 100;
        let room = measures.right - value_x;
        let mut block = Block::default();
        let runs = if fact.is_compared {
            vec![
                self.set
                    .figures(&fact.value, Weight::SemiBold, measures.body, room),
            ]
        } else {
            self.set
                .wrapped(&fact.value, Weight::Regular, measures.body, room, 6)
        };
        block.lines(runs, value_x, 0, Align::Left, Shade::Black);
        let room = value_x - measures.left - measures.gutter / 2;
        let label = self
            .set
            .wrapped(&fact.label, Weight::Regular, measures.small, room, 3);
        block.lines(label, measures.left, 0, Align::Left, measures.soft);
        block.height += measures.body / 4;
        block
    }

    fn stamps(&self) -> Vec<Mark> {
        let measures = &self.measures;
        if !self.receipt.is_practice {
            return Vec::new();
        }
        let width = measures.measure() * 70 / 100;
        let run = self
            .set
            .whole(self.words.practice, Weight::SemiBold, measures.width, width);
        vec![Mark::Stamp {
            x: measures.width / 2,
            y: measures.height / 2,
            run,
            shade: Shade::Pale,
        }]
    }
}
