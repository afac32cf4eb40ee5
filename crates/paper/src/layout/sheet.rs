//! Sheets: A4 and A5.

use super::flow::{Flow, page};
use super::table::Table;
use super::{Job, edges, payment, sums};
use crate::ink::{Align, Block, Mark, Page, Shade};
use crate::invoice::{Customer, Payment};
use crate::text::Weight;
use crate::words::date;

/// How many details of a shop or a customer are printed.
pub(super) const MOST_DETAILS: usize = 5;

pub(super) fn pages(job: &Job<'_>) -> Vec<Page> {
    let measures = &job.measures;
    let mut flow = Flow::new(*measures, edges::running_head(job));
    flow.place(head(job));
    flow.place(title(job));
    if let Some(customer) = &job.invoice.customer {
        flow.place(who(job, customer));
    }
    flow.space(measures.gap);
    table(job, &mut flow);
    if let Some(payment) = &job.invoice.payment {
        flow.space(measures.gap);
        flow.place(pay(job, payment));
    }
    for block in job.closing() {
        flow.place(block);
    }
    let (pages, _) = flow.finish();
    let count = pages.len();
    pages
        .into_iter()
        .zip(1..)
        .map(|(marks, number)| {
            let mut all = edges::stamps(job);
            all.extend(marks);
            all.extend(edges::foot(job, number, count));
            page(measures, measures.height, all)
        })
        .collect()
}

/// The shop on the left; number and dates on the right.
fn head(job: &Job<'_>) -> Block {
    let (shop, measures) = (&job.invoice.shop, &job.measures);
    let width = measures.measure() * 60 / 100;
    let mut block = Block::default();
    let names = job
        .set
        .wrapped(&shop.name, Weight::SemiBold, measures.name, width, 2);
    let mut y = block.lines(names, measures.left, 0, Align::Left, Shade::Black);
    y += measures.small / 4;
    for detail in shop.details.iter().take(MOST_DETAILS) {
        y = block.lines(
            job.small(detail, width, 2),
            measures.left,
            y,
            Align::Left,
            measures.soft,
        );
    }
    block.over(dates(job));
    block.height += measures.gap * 2 / 3;
    block.rule(
        measures.left,
        measures.right,
        block.height,
        measures.hairline,
        measures.line,
    );
    block.height += measures.gap;
    block
}

fn dates(job: &Job<'_>) -> Block {
    let (invoice, measures, words) = (job.invoice, &job.measures, job.words);
    let left = measures.left + measures.measure() * 65 / 100;
    let mut rows = vec![
        (words.number, invoice.number.clone(), Weight::SemiBold),
        (
            words.issued,
            date(invoice.issued, invoice.language),
            Weight::Regular,
        ),
    ];
    if let Some(due) = invoice.due {
        rows.push((words.due, date(due, invoice.language), Weight::SemiBold));
    }
    // On the baseline of the shop's name.
    let mut block = Block::default();
    let mut baseline = Block::baseline(measures.name);
    for (label, value, weight) in rows {
        let label = job.set.line(label, Weight::Regular, measures.small);
        let room = measures.right - left - label.width() - measures.gutter;
        let value = job.set.whole(&value, weight, measures.body, room);
        block.text(label, left, baseline, Align::Left, measures.soft);
        block.text(value, measures.right, baseline, Align::Right, Shade::Black);
        block.height = baseline + measures.body / 2;
        baseline += measures.body * 17 / 10;
    }
    block
}

fn title(job: &Job<'_>) -> Block {
    let measures = &job.measures;
    let mut block = Block::default();
    let titles = job.set.wrapped(
        &job.invoice.title,
        Weight::SemiBold,
        measures.title,
        measures.measure(),
        2,
    );
    block.lines(titles, measures.left, 0, Align::Left, Shade::Black);
    let mut label = job.remark(job.words.not_an_e_invoice, Align::Left, 2);
    if job.invoice.is_reprint {
        let run = job.set.line(job.words.reprint, Weight::SemiBold, measures.small);
        label.text(
            run,
            measures.right,
            Block::baseline(measures.small),
            Align::Right,
            Shade::Black,
        );
    }
    block.then(label);
    block.height += measures.gap;
    block
}

fn who(job: &Job<'_>, customer: &Customer) -> Block {
    let measures = &job.measures;
    let width = measures.measure() * 3 / 4;
    let mut block = job.remark(job.words.customer, Align::Left, 1);
    let names = job.body(&customer.name, Weight::SemiBold, width, 2);
    let mut y = block.lines(names, measures.left, block.height, Align::Left, Shade::Black);
    for detail in customer.details.iter().take(MOST_DETAILS) {
        y = block.lines(
            job.small(detail, width, 2),
            measures.left,
            y,
            Align::Left,
            measures.soft,
        );
    }
    block
}

/// The last row and the sums are not torn apart, so that no page holds a total alone.
fn table(job: &Job<'_>, flow: &mut Flow) {
    let table = Table::of(job);
    let mut rows: Vec<Block> = job
        .invoice
        .lines
        .iter()
        .zip(1..)
        .map(|(line, number)| table.row(job, line, number))
        .collect();
    let mut last = rows.pop().unwrap_or_default();
    let left = job.measures.left + job.measures.measure() * 52 / 100;
    last.then(sums::block(job, left));
    let first_row = rows.first().map_or(last.height, |row| row.height);
    flow.start_table(table.head(job), first_row);
    for row in rows {
        flow.place(row);
    }
    flow.place(last);
    flow.end_table();
}

/// The QR on the left, what it says on the right, in a frame.
fn pay(job: &Job<'_>, payment: &Payment) -> Block {
    let measures = &job.measures;
    let padding = measures.gap * 2 / 3;
    let side = measures.measure() * 27 / 100;
    let code = payment
        .qr
        .as_ref()
        // The white margin of the code is padding enough.
        .and_then(|qr| payment::code(qr, measures.left + padding / 3, padding / 3, side, side));
    let left = code.as_ref().map_or(measures.left + padding, |(_, side)| {
        measures.left + padding / 3 + side + padding / 2
    });
    let mut words = Block::space(padding);
    let mut heading = Block::default();
    let (title, how) = payment::words(job, payment);
    let runs = job.body(title, Weight::SemiBold, measures.right - padding - left, 1);
    heading.lines(runs, left, 0, Align::Left, Shade::Black);
    if code.is_some() {
        let runs = job.small(how, measures.right - padding - left, 2);
        let below = heading.height;
        heading.lines(runs, left, below, Align::Left, measures.soft);
    }
    heading.height += measures.body / 2;
    words.then(heading);
    words.then(payment::facts(job, payment, left, measures.right - padding));
    words.height += padding / 2;
    let mut block = frame(
        job,
        words
            .height
            .max(code.as_ref().map_or(0, |(code, _)| code.height + padding / 3)),
    );
    block.over(words);
    if let Some((code, _)) = code {
        block.over(code);
    }
    block
}

fn frame(job: &Job<'_>, height: i32) -> Block {
    let measures = &job.measures;
    let (thickness, shade) = (measures.hairline, measures.line);
    let mut block = Block::space(height);
    block.rule(measures.left, measures.right, 0, thickness, shade);
    block.rule(
        measures.left,
        measures.right,
        height - thickness,
        thickness,
        shade,
    );
    for x in [measures.left, measures.right - thickness] {
        block.marks.push(Mark::Bar {
            x,
            y: 0,
            width: thickness,
            height,
            shade,
        });
    }
    block
}
