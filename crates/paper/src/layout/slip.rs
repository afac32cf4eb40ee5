//! Till slips: one column, everything black, everything on the printer's dots.

use super::flow::{Flow, page};
use super::sheet::MOST_DETAILS;
use super::table::count;
use super::{Job, money, payment, sums};
use crate::ink::{Align, Block, Page, Shade};
use crate::invoice::{Line, Payment};
use crate::text::Weight;
use crate::words::{date, moment};

/// The largest module of a QR in dots: a larger one scans no better.
const LARGEST_MODULE: i32 = 6;

pub(super) fn pages(job: &Job<'_>) -> Vec<Page> {
    let measures = &job.measures;
    let mut flow = Flow::new(*measures, Block::default());
    for block in head(job) {
        flow.place(block);
    }
    flow.place(line_between(job));
    for line in &job.invoice.lines {
        flow.place(row(job, line));
    }
    flow.place(line_between(job));
    flow.place(sums::block(job, measures.left));
    if let Some(payment) = &job.invoice.payment {
        flow.place(line_between(job));
        flow.place(pay(job, payment));
    }
    for block in job.closing() {
        flow.place(block);
    }
    flow.place(foot(job));
    let (pages, end) = flow.finish();
    let last = pages.len();
    pages
        .into_iter()
        .zip(1..)
        .map(|(marks, number)| {
            let height = if number == last {
                end + measures.top
            } else {
                measures.height
            };
            page(measures, height, marks)
        })
        .collect()
}

fn head(job: &Job<'_>) -> Vec<Block> {
    let (invoice, measures, words) = (job.invoice, &job.measures, job.words);
    let middle = i32::midpoint(measures.left, measures.right);
    let mut blocks = vec![band(job)];
    let mut shop = Block::default();
    let names = job.set.wrapped(
        &invoice.shop.name,
        Weight::SemiBold,
        measures.name,
        measures.measure(),
        3,
    );
    shop.lines(names, middle, 0, Align::Centre, Shade::Black);
    blocks.push(shop);
    for detail in invoice.shop.details.iter().take(MOST_DETAILS) {
        blocks.push(job.remark(detail, Align::Centre, 3));
    }
    let mut title = Block::space(measures.gap);
    let mut lines = Block::default();
    let runs = job.set.wrapped(
        &invoice.title,
        Weight::SemiBold,
        measures.title,
        measures.measure(),
        3,
    );
    lines.lines(runs, middle, 0, Align::Centre, Shade::Black);
    title.then(lines);
    title.then(job.label());
    title.height += measures.gap / 2;
    blocks.push(title);
    let mut facts = vec![
        (words.number, invoice.number.clone()),
        (words.issued, date(invoice.issued, invoice.language)),
    ];
    facts.extend(invoice.due.map(|due| (words.due, date(due, invoice.language))));
    if let Some(customer) = &invoice.customer {
        facts.push((words.customer, customer.name.clone()));
    }
    blocks.extend(facts.into_iter().map(|(label, value)| fact(job, label, &value)));
    blocks
}

/// A label on the left, its value on the right.
fn fact(job: &Job<'_>, label: &str, value: &str) -> Block {
    let measures = &job.measures;
    let label = job.set.line(label, Weight::Regular, measures.small);
    let room = measures.measure() - label.width() - measures.gutter;
    let mut block = Block::default();
    block.text(
        label,
        measures.left,
        Block::baseline(measures.body),
        Align::Left,
        Shade::Black,
    );
    let runs = job.body(value, Weight::Regular, room, 3);
    block.lines(runs, measures.right, 0, Align::Right, Shade::Black);
    block
}

/// The name, and below it how many at what price and what that comes to.
fn row(job: &Job<'_>, line: &Line) -> Block {
    let measures = &job.measures;
    let mut block = Block::default();
    let names = job.body(&line.name, Weight::SemiBold, measures.measure(), 4);
    let below = block.lines(names, measures.left, 0, Align::Left, Shade::Black);
    let below = block.lines(
        job.small(&line.note, measures.measure(), 2),
        measures.left,
        below,
        Align::Left,
        Shade::Black,
    );
    let amount = job.set.figures(
        &money(line.amount),
        Weight::Regular,
        measures.body,
        measures.measure() / 2,
    );
    let room = measures.measure() - amount.width() - measures.gutter;
    let mut what = count(line.quantity);
    if let Some(unit) = short(job, &line.unit) {
        what = format!("{what} {unit}");
    }
    what = format!("{what} × {}", money(line.unit_price));
    if let Some(tax) = short(job, &line.tax) {
        what = format!("{what}  ({} {tax})", job.words.tax);
    }
    let baseline = below + Block::baseline(measures.body);
    let what = job.set.whole(&what, Weight::Regular, measures.small, room);
    block.text(what, measures.left, baseline, Align::Left, Shade::Black);
    block.text(amount, measures.right, baseline, Align::Right, Shade::Black);
    block.height = below + Block::line_height(measures.body) + measures.gap / 3;
    block
}

/// A unit or a tax, cut when it is no short text: the price beside it must stay readable.
fn short(job: &Job<'_>, text: &str) -> Option<String> {
    let mut runs = job.small(text, job.measures.measure() / 5, 1);
    runs.pop().map(|run| run.text)
}

fn pay(job: &Job<'_>, payment: &Payment) -> Block {
    let measures = &job.measures;
    let middle = i32::midpoint(measures.left, measures.right);
    let mut block = Block::default();
    let (title, how) = payment::words(job, payment);
    let heading = job.body(title, Weight::SemiBold, measures.measure(), 2);
    block.lines(heading, middle, 0, Align::Centre, Shade::Black);
    if payment.qr.is_some() && payment.opens_page() {
        let runs = job.small(how, measures.measure(), 3);
        let below = block.height;
        block.lines(runs, middle, below, Align::Centre, Shade::Black);
    }
    let code = payment.qr.as_ref().and_then(|qr| {
        let (_, side) = payment::code(qr, 0, 0, measures.width, LARGEST_MODULE)?;
        payment::code(qr, (measures.width - side) / 2, 0, side, LARGEST_MODULE)
    });
    if let Some((code, _)) = code {
        block.then(code);
    }
    block.height += measures.gap / 3;
    block.then(payment::facts(job, payment, measures.left, measures.right));
    block
}

fn foot(job: &Job<'_>) -> Block {
    let mut block = Block::space(job.measures.gap / 2);
    if let Some(printed) = job.invoice.printed {
        let at = moment(printed, job.invoice.language);
        block.then(job.remark(&format!("{} {at}", job.words.printed), Align::Centre, 1));
    }
    if job.invoice.is_reprint {
        block.then(job.remark(job.words.reprint, Align::Centre, 1));
    }
    block.then(band(job));
    block
}

/// White on black, since a print head knows no pale letters across the slip; empty outside practice.
fn band(job: &Job<'_>) -> Block {
    let measures = &job.measures;
    if !job.invoice.is_practice {
        return Block::default();
    }
    let padding = measures.body / 2;
    let runs = job.set.wrapped(
        job.words.practice_band,
        Weight::SemiBold,
        measures.body,
        measures.measure() - 2 * padding,
        2,
    );
    let mut text = Block::default();
    let middle = i32::midpoint(measures.left, measures.right);
    let end = text.lines(runs, middle, padding / 2, Align::Centre, Shade::White);
    let mut block = Block::default();
    block.rule(measures.left, measures.right, 0, end + padding / 2, Shade::Black);
    block.over(text);
    block.height += measures.gap / 2;
    block
}

fn line_between(job: &Job<'_>) -> Block {
    let measures = &job.measures;
    let mut block = Block::space(measures.gap / 2);
    block.rule(
        measures.left,
        measures.right,
        measures.gap / 2,
        measures.hairline,
        Shade::Black,
    );
    block.height += measures.gap / 2;
    block
}
