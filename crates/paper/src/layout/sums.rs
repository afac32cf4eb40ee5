//! Subtotal, discount, taxes and the total, figures flush right.

use dong::Dong;

use super::{Job, money};
use crate::ink::{Align, Block, Shade};
use crate::text::Weight;

/// The sums between `left` and `right`, in words below.
pub(super) fn block(job: &Job<'_>, left: i32) -> Block {
    let mut block = figures(job, left);
    let mut said = Block::space(job.measures.gap / 3);
    said.then(job.remark(&job.total_in_words(), Align::Right, 4));
    block.then(said);
    block
}

fn figures(job: &Job<'_>, left: i32) -> Block {
    let sums = &job.invoice.sums;
    let mut block = Block::space(job.measures.gap / 4);
    // Without discount and tax the subtotal would only repeat the total.
    if !sums.discount.is_zero() || !sums.taxes.is_empty() {
        block.then(row(job, left, job.words.subtotal, sums.subtotal));
    }
    if !sums.discount.is_zero() {
        let off = sums.discount.checked_neg().unwrap_or(sums.discount);
        block.then(row(job, left, job.words.discount, off));
    }
    for tax in &sums.taxes {
        block.then(row(job, left, &tax.label, tax.amount));
    }
    block.then(total(job, left));
    block
}

fn row(job: &Job<'_>, left: i32, label: &str, amount: Dong) -> Block {
    let measures = &job.measures;
    let width = measures.right - left;
    let figure = job
        .set
        .figures(&money(amount), Weight::Regular, measures.body, width * 3 / 5);
    let room = width - figure.width() - measures.gutter;
    let mut block = Block::default();
    block.lines(
        job.body(label, Weight::Regular, room, 2),
        left,
        0,
        Align::Left,
        measures.soft,
    );
    let baseline = Block::baseline(measures.body);
    block.text(figure, measures.right, baseline, Align::Right, Shade::Black);
    block.height += measures.body / 5;
    block
}

fn total(job: &Job<'_>, left: i32) -> Block {
    let measures = &job.measures;
    let width = measures.right - left;
    let mut block = Block::space(measures.body / 4);
    block.rule(
        left,
        measures.right,
        block.height,
        measures.hairline * 2,
        Shade::Black,
    );
    let top = block.height + measures.body / 3;
    let baseline = top + Block::baseline(measures.total);
    let amount = money(job.invoice.sums.total);
    let figure = job
        .set
        .figures(&amount, Weight::SemiBold, measures.total, width * 2 / 3);
    let room = width - figure.width() - measures.gutter;
    let label = if job.invoice.sums.is_provisional {
        format!("{} ({})", job.words.total, job.words.provisional)
    } else {
        job.words.total.to_owned()
    };
    let label = job.set.whole(&label, Weight::SemiBold, measures.body, room);
    block.text(label, left, baseline, Align::Left, Shade::Black);
    block.text(figure, measures.right, baseline, Align::Right, Shade::Black);
    block.height = top + Block::line_height(measures.total);
    block
}
