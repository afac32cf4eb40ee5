//! The lines of an invoice as a table. Columns of figures are as wide as their widest figure; the name gets the rest.

use dong::Dong;

use super::{Job, money};
use crate::ink::{Align, Block, Shade};
use crate::invoice::Line;
use crate::text::{Run, Weight};

/// A column from `left` to `right`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Column {
    left: i32,
    right: i32,
}

impl Column {
    const fn width(self) -> i32 {
        self.right - self.left
    }
}

/// The columns; those that would be empty are not there.
pub(super) struct Table {
    place: Column,
    name: Column,
    unit: Option<Column>,
    quantity: Column,
    price: Column,
    tax: Option<Column>,
    amount: Column,
}

impl Table {
    pub(super) fn of(job: &Job<'_>) -> Self {
        let lines = &job.invoice.lines;
        let measure = job.measures.measure();
        let widest = |head: &str, texts: &mut dyn Iterator<Item = Run>, percent: i32| {
            let head = head_run(job, head, measure).width();
            let cells = texts.map(|run| run.width()).max().unwrap_or(0);
            cells.max(head).min(measure * percent / 100)
        };
        let figures = |text: String| figure(job, &text, measure);
        let words = job.words;
        let mut right = job.measures.right;
        let mut column = |width: i32| {
            let column = Column {
                left: right - width,
                right,
            };
            right = column.left - job.measures.gutter;
            column
        };
        let amount = column(widest(
            words.amount,
            &mut lines.iter().map(|line| figures(money(line.amount))),
            24,
        ));
        let tax = lines.iter().any(|line| !line.tax.is_empty()).then(|| {
            let cells = &mut lines.iter().map(|line| cell(job, &line.tax, measure));
            column(widest(words.tax, cells, 10))
        });
        let price = column(widest(
            words.unit_price,
            &mut lines.iter().map(|line| figures(money(line.unit_price))),
            20,
        ));
        let quantity = column(widest(
            words.quantity,
            &mut lines.iter().map(|line| figures(count(line.quantity))),
            9,
        ));
        let unit = lines.iter().any(|line| !line.unit.is_empty()).then(|| {
            let cells = &mut lines.iter().map(|line| cell(job, &line.unit, measure));
            column(widest(words.unit, cells, 11))
        });
        let place = Column {
            left: job.measures.left,
            right: job.measures.left + figures(lines.len().to_string()).width(),
        };
        let name = Column {
            left: place.right + job.measures.gutter * 2 / 3,
            right,
        };
        Self {
            place,
            name,
            unit,
            quantity,
            price,
            tax,
            amount,
        }
    }

    pub(super) fn head(&self, job: &Job<'_>) -> Block {
        let (words, measures) = (job.words, &job.measures);
        let mut block = Block::default();
        let mut put = |column: Option<Column>, text: &str, align: Align| {
            if let Some(column) = column {
                let run = head_run(job, text, column.width());
                let baseline = Block::baseline(measures.small);
                place(&mut block, column, run, baseline, align, measures.soft);
            }
        };
        put(Some(self.name), words.item, Align::Left);
        put(self.unit, words.unit, Align::Left);
        put(Some(self.quantity), words.quantity, Align::Right);
        put(Some(self.price), words.unit_price, Align::Right);
        put(self.tax, words.tax, Align::Right);
        put(Some(self.amount), words.amount, Align::Right);
        let y = Block::line_height(measures.small) + measures.body / 3;
        block.rule(
            measures.left,
            measures.right,
            y,
            measures.hairline * 2,
            Shade::Black,
        );
        block
    }

    /// A row; `number` is its place from 1.
    pub(super) fn row(&self, job: &Job<'_>, line: &Line, number: usize) -> Block {
        let measures = &job.measures;
        let padding = measures.body * 2 / 5;
        let mut block = Block::default();
        let names = job.body(&line.name, Weight::Regular, self.name.width(), 4);
        let below = block.lines(names, self.name.left, padding, Align::Left, Shade::Black);
        let below = below.max(padding + Block::line_height(measures.body));
        let notes = job.small(&line.note, self.name.width(), 2);
        let below = block.lines(notes, self.name.left, below, Align::Left, measures.soft);
        // A figure that was made smaller keeps the row's baseline.
        let baseline = padding + Block::baseline(measures.body);
        let mut put = |column: Option<Column>, run: &dyn Fn(i32) -> Run, align: Align, shade: Shade| {
            if let Some(column) = column {
                place(&mut block, column, run(column.width()), baseline, align, shade);
            }
        };
        let amount = |amount: Dong| move |width: i32| figure(job, &money(amount), width);
        put(
            Some(self.place),
            &|width| figure(job, &number.to_string(), width),
            Align::Right,
            measures.soft,
        );
        put(
            self.unit,
            &|width| cell(job, &line.unit, width),
            Align::Left,
            measures.soft,
        );
        put(
            Some(self.quantity),
            &|width| figure(job, &count(line.quantity), width),
            Align::Right,
            Shade::Black,
        );
        put(
            Some(self.price),
            &amount(line.unit_price),
            Align::Right,
            Shade::Black,
        );
        put(
            self.tax,
            &|width| cell(job, &line.tax, width),
            Align::Right,
            measures.soft,
        );
        put(
            Some(self.amount),
            &amount(line.amount),
            Align::Right,
            Shade::Black,
        );
        block.rule(
            measures.left,
            measures.right,
            below + padding,
            measures.hairline,
            measures.line,
        );
        block
    }
}

/// How many, in groups of three.
pub(super) fn count(quantity: i64) -> String {
    Dong::new(quantity).grouped()
}

fn head_run(job: &Job<'_>, text: &str, width: i32) -> Run {
    job.set.whole(text, Weight::SemiBold, job.measures.small, width)
}

fn figure(job: &Job<'_>, text: &str, width: i32) -> Run {
    job.set.figures(text, Weight::Regular, job.measures.body, width)
}

/// A short text on one line; one that is no short text is cut.
fn cell(job: &Job<'_>, text: &str, width: i32) -> Run {
    job.body(text, Weight::Regular, width, 1)
        .pop()
        .unwrap_or_else(|| job.set.line("", Weight::Regular, job.measures.body))
}

fn place(block: &mut Block, column: Column, run: Run, baseline: i32, align: Align, shade: Shade) {
    let x = match align {
        Align::Left => column.left,
        Align::Centre => i32::midpoint(column.left, column.right),
        Align::Right => column.right,
    };
    block.text(run, x, baseline, align, shade);
}
