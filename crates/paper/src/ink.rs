//! Pages as marks in whole units, and the writers that turn them into files.

mod block;
mod dots;
mod file;
mod page;
mod pdf;
mod picture;
mod real;

pub use dots::Dots;

pub(crate) use block::Block;
pub(crate) use page::{Align, Mark, Page, Shade};
pub(crate) use pdf::{About, pdf};
pub(crate) use picture::grey_png;

#[cfg(test)]
mod tests;
