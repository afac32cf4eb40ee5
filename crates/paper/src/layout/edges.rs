//! What a sheet has around its text: the head of later pages, the foot, and the stamp of practice.

use super::Job;
use crate::ink::{Align, Block, Mark, Shade};
use crate::text::Weight;
use crate::words::moment;

/// What a page after the first starts with.
pub(super) fn running_head(job: &Job<'_>) -> Block {
    let measures = &job.measures;
    let mut block = Block::default();
    let half = measures.measure() / 2 - measures.gutter;
    let baseline = Block::baseline(measures.small);
    let shop = job.small(&job.invoice.shop.name, half, 1);
    block.lines(shop, measures.left, 0, Align::Left, measures.soft);
    let what = format!("{} ({})", job.invoice.number, job.words.continued);
    let what = job.set.whole(&what, Weight::Regular, measures.small, half);
    block.text(what, measures.right, baseline, Align::Right, measures.soft);
    block.height = Block::line_height(measures.small) + measures.gap / 2;
    block
}

pub(super) fn foot(job: &Job<'_>, number: usize, count: usize) -> Vec<Mark> {
    let (measures, words) = (&job.measures, job.words);
    let mut block = Block::space(measures.small);
    block.rule(
        measures.left,
        measures.right,
        measures.small,
        measures.hairline,
        measures.line,
    );
    let baseline = block.height + Block::baseline(measures.small) + measures.small / 3;
    let mut right = format!("{} {number}/{count}", words.page);
    if let Some(printed) = job.invoice.printed {
        let at = moment(printed, job.invoice.language);
        right = format!("{} {at}  ·  {right}", words.printed);
    }
    let right = job.set.line(&right, Weight::Regular, measures.small * 9 / 10);
    let room = measures.measure() - right.width() - measures.gutter;
    let label = job.set.whole(
        words.not_an_e_invoice,
        Weight::Regular,
        measures.small * 9 / 10,
        room,
    );
    block.text(label, measures.left, baseline, Align::Left, measures.soft);
    block.text(right, measures.right, baseline, Align::Right, measures.soft);
    let bottom = measures.bottom;
    block.marks.into_iter().map(|mark| mark.down(bottom)).collect()
}

/// Across the upper, the middle and the lower part of the page, so that no cut and no QR hides all of it.
pub(super) fn stamps(job: &Job<'_>) -> Vec<Mark> {
    let measures = &job.measures;
    if !job.invoice.is_practice {
        return Vec::new();
    }
    let width = measures.measure() * 70 / 100;
    let run = job
        .set
        .whole(job.words.practice, Weight::SemiBold, measures.width, width);
    [20, 50, 80]
        .map(|percent| Mark::Stamp {
            x: measures.width / 2,
            y: measures.height * percent / 100,
            run: run.clone(),
            shade: Shade::Pale,
        })
        .to_vec()
}
