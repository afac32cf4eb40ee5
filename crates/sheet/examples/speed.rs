//! Writes and reads 100,000 rows in both formats and prints rows per second:
//! `cargo run --release -p sheet --example speed`.
#![expect(clippy::print_stdout, reason = "the example's output")]

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use dong::Dong;
use sheet::{Column, Delimiter, Format, Layout, RowSink, Value, Watch, WriteError, read, write_file};
use std::error::Error;
use std::time::{Duration, Instant};

const ROWS: i64 = 100_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    for (name, format) in [
        ("payments.csv", Format::Csv(Delimiter::Comma)),
        ("payments.xlsx", Format::Xlsx),
    ] {
        let path = folder.path().join(name);
        let begun = Instant::now();
        write(&path, format)?;
        report(name, "written", begun.elapsed());
        let bytes = std::fs::read(&path)?;
        println!("{name}: {} bytes", bytes.len());
        let begun = Instant::now();
        let table = read(&bytes, name)?;
        report(name, "read", begun.elapsed());
        println!("{name}: {} rows", table.len());
    }
    Ok(())
}

fn write(path: &std::path::Path, format: Format) -> Result<(), WriteError> {
    let columns = [
        "Mã",
        "Thời gian",
        "Khách hàng",
        "Điện thoại",
        "Số tiền",
        "Trạng thái",
        "Ghi chú",
        "SL",
    ]
    .map(|name| Column { name, width: 18 });
    let start = NaiveDate::from_ymd_opt(2026, 1, 1)
        .unwrap_or_default()
        .and_time(NaiveTime::MIN);
    let layout = Layout {
        title: "Thanh toán",
        facts_title: "Thông tin",
        columns: &columns,
        made_at: start,
    };
    write_file(
        path,
        format,
        &layout,
        Watch::nobody(),
        |sink: &mut dyn RowSink| {
            for row in 0..ROWS {
                let reference = format!("TV{row:08}");
                let phone = format!("09{row:08}");
                sink.row(&[
                    Value::Text(&reference),
                    Value::DateTime(start.checked_add_signed(TimeDelta::minutes(row)).unwrap_or(start)),
                    Value::Text("Nguyễn Thị Minh Khai"),
                    Value::Text(&phone),
                    Value::Dong(Dong::new(row.saturating_mul(1000))),
                    Value::Text("Đã nhận đủ"),
                    Value::Text("Cà phê sữa đá, ít đường"),
                    Value::Integer(row % 7),
                ])?;
            }
            sink.fact("Số dòng", Value::Integer(ROWS))
        },
    )
}

fn report(name: &str, what: &str, took: Duration) {
    let rows = u128::from(ROWS.unsigned_abs()).saturating_mul(1000) / took.as_millis().max(1);
    println!("{name}: {rows} rows/s {what} ({took:.2?})");
}
