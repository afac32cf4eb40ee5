//! Where an exported file goes: below the person's pictures, beside saved QRs.

use contract::ErrorCode;
use contract::books::FileFormat;
use std::path::{Path, PathBuf};

/// The folder below the person's pictures.
const FOLDER: &str = "Tien Ve";
/// More files of a day than anybody makes.
const MOST_A_DAY: u32 = 1_000;

/// A file that is to be written.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) file: String,
}

/// A name that no file has: `khach-hang_2026-11-21.xlsx`, then `khach-hang_2026-11-21_2.xlsx`.
pub(super) fn place(pictures: &Path, stem: &str, format: FileFormat) -> Result<Place, ErrorCode> {
    let folder = pictures.join(FOLDER);
    std::fs::create_dir_all(&folder).map_err(|_| ErrorCode::FileFailed)?;
    let ending = match format {
        FileFormat::Xlsx => "xlsx",
        FileFormat::Csv => "csv",
    };
    let names = (1..=MOST_A_DAY).map(|number| match number {
        1 => format!("{stem}.{ending}"),
        _ => format!("{stem}_{number}.{ending}"),
    });
    let mut free = names.filter(|name| !folder.join(name).exists());
    let file = free.next().ok_or(ErrorCode::FileFailed)?;
    Ok(Place { folder, file })
}
