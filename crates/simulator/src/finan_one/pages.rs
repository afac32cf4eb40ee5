//! Pagination (integration guide, "Pagination").

use super::fields::Query;
use super::refusal::Refusal;
use crate::assumptions::{LARGEST_PAGE_SIZE, PAGES_OF_AN_EMPTY_LIST};

const FIRST_PAGE: u64 = 1;
const USUAL_PAGE_SIZE: u64 = 50;

/// One page of a list, as `meta` tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) number: u64,
    pub(crate) size: u64,
    pub(crate) total_pages: u64,
    pub(crate) total_rows: u64,
}

impl Page {
    /// The page asked for, of a list with so many rows.
    pub(crate) fn asked(query: &Query, rows: usize) -> Result<Self, Refusal> {
        let number = query.positive("page")?.unwrap_or(FIRST_PAGE);
        let size = query
            .positive("page_size")?
            .unwrap_or(USUAL_PAGE_SIZE)
            .min(LARGEST_PAGE_SIZE);
        let total_rows = u64::try_from(rows).unwrap_or(u64::MAX);
        let total_pages = match total_rows {
            0 => PAGES_OF_AN_EMPTY_LIST,
            rows => rows.div_ceil(size),
        };
        Ok(Self {
            number,
            size,
            total_pages,
            total_rows,
        })
    }

    /// The rows of this page; none after the last page.
    pub(crate) fn cut<T>(&self, rows: impl Iterator<Item = T>) -> Vec<T> {
        let before = self.number.saturating_sub(1).saturating_mul(self.size);
        let skipped = usize::try_from(before).unwrap_or(usize::MAX);
        let taken = usize::try_from(self.size).unwrap_or(usize::MAX);
        rows.skip(skipped).take(taken).collect()
    }
}
