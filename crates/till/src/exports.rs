//! Books to files: exactly what the list shows.

mod book;
mod file;

pub use book::book;
