//! Books to files.

use super::{Counter, company, product};
use crate::exports;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::books::{BookExportRequest, BookKind, FileFormat, FileView, ImportReadRequest};
use std::path::Path;

async fn export(counter: &Counter, kind: BookKind, format: FileFormat, search: Option<&str>) -> FileView {
    let request = BookExportRequest {
        kind,
        format,
        search: search.map(str::to_owned),
    };
    exports::book(&counter.shop.till, request).await.unwrap()
}

fn bytes(file: &FileView) -> Vec<u8> {
    std::fs::read(Path::new(&file.folder).join(&file.file)).unwrap()
}

#[tokio::test]
async fn a_file_holds_exactly_what_the_list_shows() {
    let counter = Counter::open().await;
    counter
        .save(company("Công ty Hòa Bình", "0912000001"))
        .await
        .unwrap();
    let all = export(&counter, BookKind::Customers, FileFormat::Xlsx, None).await;
    assert_eq!((all.file.as_str(), all.rows), ("khach-hang_2026-11-21.xlsx", 6));
    let some = export(&counter, BookKind::Customers, FileFormat::Xlsx, Some("cong ty")).await;
    assert_eq!(
        (some.file.as_str(), some.rows),
        ("khach-hang_2026-11-21_2.xlsx", 3)
    );
    let table = sheet::read(&bytes(&some), &some.file).unwrap();
    let place = table
        .header()
        .iter()
        .position(|name| name == "Số điện thoại")
        .unwrap();
    let phones: Vec<_> = table
        .rows()
        .map(|row| (row.cell(place).text.to_owned(), row.cell(place).was_number))
        .collect();
    assert!(phones.contains(&("0912000001".to_owned(), false)), "{phones:?}");
    assert_eq!(phones.len(), 3);
}

#[tokio::test]
async fn what_was_exported_can_be_imported_and_changes_nothing() {
    let counter = Counter::open().await;
    counter
        .save(company("Công ty Hòa Bình", "0912000001"))
        .await
        .unwrap();
    counter
        .save_product(product("007", "=1+1", 10_000))
        .await
        .unwrap();
    for (kind, rows) in [(BookKind::Customers, 6), (BookKind::Products, 9)] {
        for format in [FileFormat::Xlsx, FileFormat::Csv] {
            let file = export(&counter, kind, format, None).await;
            let request = ImportReadRequest {
                kind,
                content: STANDARD.encode(bytes(&file)),
                file_name: file.file,
            };
            let view = crate::imports::read(&counter.shop.till, request).await.unwrap();
            assert_eq!(
                (view.count, view.same),
                (rows, rows),
                "{kind:?} {format:?} {:?}",
                view.rows
            );
        }
    }
}
