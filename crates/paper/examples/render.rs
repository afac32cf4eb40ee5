//! Writes sample documents to a folder: `cargo run --release -p paper --example render -- <folder>`.

#![expect(clippy::print_stdout, reason = "an example tells what it wrote")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "an example may stop")]

use std::fs;
use std::path::PathBuf;
use std::time::Instant;

use paper::{Paper, Press};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap());
    fs::create_dir_all(&folder).unwrap();
    let start = Instant::now();
    let press = Press::new().unwrap();
    println!("press: {:?}", start.elapsed());
    let papers = [
        ("a4", Paper::A4),
        ("a5", Paper::A5),
        ("slip80", Paper::Slip80),
        ("slip58", Paper::Slip58),
    ];
    for (name, invoice) in samples::all() {
        for (kind, paper) in papers {
            let file = |end: &str| folder.join(format!("{name}-{kind}{end}"));
            let start = Instant::now();
            let print = press.invoice(&invoice, paper).unwrap();
            let laid_out = start.elapsed();
            let pdf = print.pdf().unwrap();
            let written = start.elapsed();
            fs::write(file(".pdf"), &pdf).unwrap();
            let start = Instant::now();
            let png = print.png(0, if paper.is_slip() { 203 } else { 150 }).unwrap();
            let drawn = start.elapsed();
            println!(
                "{name} {kind}: {} pages, layout {laid_out:?}, PDF {written:?} {} bytes, PNG {drawn:?} {} bytes",
                print.page_count(),
                pdf.len(),
                png.len()
            );
            fs::write(file(".png"), png).unwrap();
            if !paper.is_slip() && print.page_count() > 1 {
                let last = print.png(print.page_count() - 1, 150).unwrap();
                fs::write(file("-last.png"), last).unwrap();
            }
            if paper.is_slip() {
                fs::write(file("-dots.png"), print.dots(0).unwrap().png().unwrap()).unwrap();
            }
        }
    }
}
