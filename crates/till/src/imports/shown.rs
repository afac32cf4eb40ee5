//! What an import would do, as the page shows it.

use super::reading::{Judged, Reading};
use contract::books::{ImportRow, ImportVerdict, ImportView};

/// Rows that are shown.
const SHOWN_ROWS: usize = 200;

/// The whole of it, with the first rows; wrong ones come first.
pub(super) fn view<B>(reading: &Reading<B>) -> ImportView {
    let count = |verdict| {
        let of_it = reading.rows.iter().filter(|row| row.verdict == verdict);
        whole(of_it.count())
    };
    let is_wrong = |row: &&Judged<B>| row.verdict == ImportVerdict::Wrong;
    let wrong = reading.rows.iter().filter(is_wrong);
    let others = reading.rows.iter().filter(|row| !is_wrong(row));
    ImportView {
        import_id: reading.id.to_string(),
        columns: reading.columns.iter().map(|key| (*key).to_owned()).collect(),
        unknown_columns: reading.unknown_columns.clone(),
        rows: wrong.chain(others).take(SHOWN_ROWS).map(row).collect(),
        count: whole(reading.rows.len()),
        new: count(ImportVerdict::New),
        changed: count(ImportVerdict::Change),
        same: count(ImportVerdict::Same),
        double: count(ImportVerdict::Double),
        wrong: count(ImportVerdict::Wrong),
    }
}

fn row<B>(judged: &Judged<B>) -> ImportRow {
    let problem = judged.problem.clone();
    ImportRow {
        line: judged.line,
        verdict: judged.verdict,
        field: problem
            .as_ref()
            .and_then(|body| body.params.get("field").cloned()),
        problem,
        cells: judged.cells.clone(),
    }
}

pub(super) fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
