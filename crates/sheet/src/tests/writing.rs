//! Files: safe to open, whole or not there.

use super::support::{ALL, bytes, columns, layout};
use crate::{Delimiter, Format, Progress, RowSink, Value, Watch, WriteError, read, write_file};
use dong::Dong;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

fn write(
    path: &Path,
    format: Format,
    watch: Watch<'_>,
    fill: impl FnOnce(&mut dyn RowSink) -> Result<(), WriteError>,
) -> Result<(), WriteError> {
    let columns = columns(1);
    write_file(path, format, &layout(&columns), watch, fill)
}

fn rows(count: i64) -> impl FnOnce(&mut dyn RowSink) -> Result<(), WriteError> {
    move |sink| (0..count).try_for_each(|row| sink.row(&[Value::Integer(row)]))
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn csv_begins_with_its_mark_and_runs_no_formula() {
    let row = vec![
        Value::Text("=HYPERLINK(\"http://x\")"),
        Value::Text("0912345678"),
        Value::Dong(Dong::new(-5000)),
    ];
    let file = bytes(Format::Csv(Delimiter::Comma), 3, &[row]);
    assert_eq!(
        String::from_utf8(file).unwrap(),
        "\u{feff}Một,Hai,Ba\r\n\"'=HYPERLINK(\"\"http://x\"\")\",0912345678,-5000\r\n"
    );
}

#[test]
fn names_of_columns_run_no_formula_either() {
    let columns = [crate::Column {
        name: "=1+1",
        width: 9,
    }];
    let sink =
        crate::CsvWriter::new(Vec::new(), Delimiter::Comma, &layout(&columns), Watch::nobody()).unwrap();
    assert!(sink.finish().unwrap().ends_with(b"'=1+1\r\n"));
}

#[test]
fn a_file_is_there_when_it_is_whole_and_replaces_the_older_one() {
    for format in ALL {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.out");
        fs::write(&path, "older").unwrap();
        write(&path, format, Watch::nobody(), |sink| {
            rows(10)(sink)?;
            assert_eq!(fs::read(&path).unwrap(), b"older");
            assert_eq!(sink.rows(), 10);
            Ok(())
        })
        .unwrap();
        assert_eq!(read(&fs::read(&path).unwrap(), "").unwrap().len(), 10);
        assert_eq!(names(folder.path()), ["a.out"]);
    }
}

#[test]
fn cancelling_leaves_nothing_and_keeps_the_older_file() {
    for format in ALL {
        for older in [None, Some("older")] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.out");
            if let Some(older) = older {
                fs::write(&path, older).unwrap();
            }
            let is_cancelled = AtomicBool::new(false);
            let watch = Watch::new(10, |_| {
                if is_cancelled.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
            let outcome = write(&path, format, watch, |sink| {
                rows(15)(sink)?;
                is_cancelled.store(true, Ordering::Relaxed);
                rows(4)(sink)?;
                assert_eq!(sink.rows(), 19);
                rows(100)(sink)
            });
            assert!(matches!(outcome, Err(WriteError::Cancelled)), "{outcome:?}");
            assert_eq!(fs::read_to_string(&path).ok().as_deref(), older);
            assert_eq!(names(folder.path()).len(), usize::from(older.is_some()));
        }
    }
}

#[test]
fn packing_can_be_cancelled_too() {
    let folder = tempfile::tempdir().unwrap();
    let watch = Watch::new(10, |progress| match progress {
        Progress::Rows(_) => ControlFlow::Continue(()),
        Progress::Packing(_) => ControlFlow::Break(()),
    });
    let outcome = write(&folder.path().join("a.xlsx"), Format::Xlsx, watch, rows(100));
    assert!(matches!(outcome, Err(WriteError::Cancelled)), "{outcome:?}");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_row_that_failed_cannot_be_overlooked() {
    for format in ALL {
        let folder = tempfile::tempdir().unwrap();
        let outcome = write(&folder.path().join("a.out"), format, Watch::nobody(), |sink| {
            let failed = sink.row(&[]);
            assert!(matches!(
                failed,
                Err(WriteError::WrongWidth {
                    columns: 1,
                    values: 0
                })
            ));
            Ok(())
        });
        assert!(matches!(outcome, Err(WriteError::Unfinished)), "{outcome:?}");
        assert!(names(folder.path()).is_empty());
    }
}

#[test]
fn an_error_of_the_rows_comes_through() {
    let folder = tempfile::tempdir().unwrap();
    let columns = columns(1);
    let outcome: Result<(), Box<dyn std::error::Error>> = write_file(
        &folder.path().join("a.csv"),
        Format::Csv(Delimiter::Comma),
        &layout(&columns),
        Watch::nobody(),
        |_| Err("the shop's database".into()),
    );
    assert_eq!(outcome.unwrap_err().to_string(), "the shop's database");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_place_that_cannot_be_taken_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    fs::create_dir(&path).unwrap();
    let outcome = write(&path, Format::Xlsx, Watch::nobody(), rows(1));
    assert!(matches!(outcome, Err(WriteError::Replace(_))), "{outcome:?}");
    let nowhere = folder.path().join("none/a.csv");
    let outcome = write(&nowhere, Format::Xlsx, Watch::nobody(), rows(1));
    assert!(matches!(outcome, Err(WriteError::Io(_))), "{outcome:?}");
    assert_eq!(names(folder.path()), ["a.csv"]);
}

#[test]
fn a_text_too_long_for_a_cell_is_refused_with_its_row() {
    let folder = tempfile::tempdir().unwrap();
    let text = "đ".repeat(32_768);
    let outcome = write(
        &folder.path().join("a.xlsx"),
        Format::Xlsx,
        Watch::nobody(),
        |sink| {
            sink.row(&[Value::Text("đủ")])?;
            sink.row(&[Value::Text(&text)])
        },
    );
    assert!(
        matches!(outcome, Err(WriteError::TextTooLong { row: 2 })),
        "{outcome:?}"
    );
}

#[test]
fn progress_comes_every_so_many_rows() {
    let folder = tempfile::tempdir().unwrap();
    let mut seen = Vec::new();
    let watch = Watch::new(30, |progress| {
        seen.push(progress);
        ControlFlow::Continue(())
    });
    write(&folder.path().join("a.xlsx"), Format::Xlsx, watch, rows(100)).unwrap();
    assert_eq!(
        seen,
        [
            Progress::Rows(30),
            Progress::Rows(60),
            Progress::Rows(90),
            Progress::Packing(0)
        ]
    );
}
