//! Blocks onto pages.

use crate::ink::{Block, Mark, Page};
use crate::measures::Measures;

/// Stacks blocks; knows what a new page starts with.
pub(super) struct Flow {
    measures: Measures,
    pages: Vec<Vec<Mark>>,
    current: Vec<Mark>,
    y: i32,
    /// What every page but the first starts with.
    running: Block,
    /// What is repeated below it while a table runs.
    table_head: Option<Block>,
}

impl Flow {
    pub(super) fn new(measures: Measures, running: Block) -> Self {
        Self {
            measures,
            pages: Vec::new(),
            current: Vec::new(),
            y: measures.top,
            running,
            table_head: None,
        }
    }

    /// Puts a block below the others, on a new page when it does not fit.
    pub(super) fn place(&mut self, block: Block) {
        if self.y + block.height > self.measures.bottom && !self.current.is_empty() {
            self.turn();
        }
        self.put(block);
    }

    /// Room, unless a page starts here.
    pub(super) fn space(&mut self, height: i32) {
        if self.y > self.measures.top {
            self.y += height;
        }
    }

    /// Puts the head of a table together with its first row, and repeats it on every page until the table ends.
    pub(super) fn start_table(&mut self, head: Block, first_row: i32) {
        if self.y + head.height + first_row > self.measures.bottom {
            self.turn();
        }
        self.put(head.clone());
        self.table_head = Some(head);
    }

    pub(super) fn end_table(&mut self) {
        self.table_head = None;
    }

    /// The marks of each page, and where the last one ends.
    pub(super) fn finish(mut self) -> (Vec<Vec<Mark>>, i32) {
        self.pages.push(self.current);
        (self.pages, self.y)
    }

    fn turn(&mut self) {
        self.pages.push(std::mem::take(&mut self.current));
        self.y = self.measures.top;
        self.put(self.running.clone());
        if let Some(head) = self.table_head.clone() {
            self.put(head);
        }
    }

    fn put(&mut self, block: Block) {
        let y = self.y;
        self.current
            .extend(block.marks.into_iter().map(|mark| mark.down(y)));
        self.y += block.height;
    }
}

/// A page of these marks.
pub(super) fn page(measures: &Measures, height: i32, marks: Vec<Mark>) -> Page {
    Page {
        width: measures.width,
        height,
        beside: measures.beside,
        units_per_cm: measures.units_per_cm,
        marks,
    }
}
