//! Books to files.

use super::{Counter, company, person, product};
use crate::tests::shop::code;
use crate::{exports, imports, settings};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::ErrorCode;
use contract::books::{
    BookExportRequest, BookKind, FileFormat, FileView, ImportReadRequest, ImportRequest, ImportView,
};
use contract::event::TillEvent;
use contract::settings::{Language, SettingsRequest};
use sheet::Table;
use std::fmt::Write as _;
use std::path::Path;

async fn export(counter: &Counter, kind: BookKind, format: FileFormat, search: Option<&str>) -> FileView {
    let request = BookExportRequest {
        kind,
        format,
        search: search.map(str::to_owned),
        needs_attention: None,
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

fn column(table: &Table, name: &str) -> Vec<String> {
    let place = table.header().iter().position(|one| one == name).unwrap();
    table.rows().map(|row| row.cell(place).text.to_owned()).collect()
}

async fn import(counter: &Counter, kind: BookKind, file: FileView) -> ImportView {
    let request = ImportReadRequest {
        kind,
        content: STANDARD.encode(bytes(&file)),
        file_name: file.file,
    };
    imports::read(&counter.shop.till, request).await.unwrap()
}

#[tokio::test]
async fn what_needs_attention_is_exported_as_it_is_listed() {
    let mut counter = Counter::open().await;
    let theirs = counter.only("KH-0003").await;
    let elsewhere = counter.elsewhere();
    let id = theirs.mirror.gateway_id.unwrap();
    elsewhere
        .delete_customer(&id, gateway::Priority::Click)
        .await
        .unwrap();
    counter.shop.clock.advance(1_000);
    counter.sync().await;
    let listed = counter.attention().await;
    assert_eq!(listed.count, 1);
    let request = BookExportRequest {
        kind: BookKind::Customers,
        format: FileFormat::Csv,
        search: None,
        needs_attention: Some(true),
    };
    let file = exports::book(&counter.shop.till, request.clone()).await.unwrap();
    assert_eq!(file.rows, 1);
    let table = sheet::read(&bytes(&file), &file.file).unwrap();
    assert_eq!(
        column(&table, "Tên khách hàng"),
        [listed.rows[0].facts.name.clone()]
    );
    let none = BookExportRequest {
        search: Some("khong co ai".to_owned()),
        ..request
    };
    assert_eq!(exports::book(&counter.shop.till, none).await.unwrap().rows, 0);
}

#[tokio::test]
async fn the_kind_of_a_customer_is_a_word_of_the_language_and_either_is_understood() {
    let counter = Counter::open().await;
    counter
        .save(company("Công ty Hòa Bình", "0912000001"))
        .await
        .unwrap();
    counter.save(person("Hòa Bình", "0912000002")).await.unwrap();
    for (language, header, words, preview) in [
        (
            Language::Vi,
            "Loại khách hàng",
            ["Công ty", "Cá nhân"],
            ["Company", "Person"],
        ),
        (
            Language::En,
            "Customer type",
            ["Company", "Person"],
            ["Công ty", "Cá nhân"],
        ),
    ] {
        let speak = |language| SettingsRequest {
            language: Some(language),
            ..SettingsRequest::default()
        };
        settings::update(&counter.shop.till, speak(language))
            .await
            .unwrap();
        let file = export(&counter, BookKind::Customers, FileFormat::Xlsx, Some("hoa binh")).await;
        let table = sheet::read(&bytes(&file), &file.file).unwrap();
        assert_eq!(column(&table, header), words);
        // The till speaks the other language by now.
        let other = match language {
            Language::Vi => Language::En,
            Language::En => Language::Vi,
        };
        settings::update(&counter.shop.till, speak(other)).await.unwrap();
        let view = import(&counter, BookKind::Customers, file).await;
        assert_eq!((view.count, view.same), (2, 2), "{:?}", view.rows);
        let place = view.columns.iter().position(|key| key == "kind").unwrap();
        let shown: Vec<_> = view.rows.iter().map(|row| row.cells[place].as_str()).collect();
        assert_eq!(shown, preview);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_export_says_so_and_leaves_nothing_behind() {
    let counter = Counter::open().await;
    let till = &counter.shop.till;
    // Enough pages that the hand is quicker than the work.
    let mut text = "Tên hàng,Giá bán\n".to_owned();
    for number in 0..6_000 {
        writeln!(text, "Hàng {number},1000").unwrap();
    }
    let request = ImportReadRequest {
        kind: BookKind::Products,
        file_name: "hang.csv".to_owned(),
        content: STANDARD.encode(text),
    };
    let import_id = imports::read(till, request).await.unwrap().import_id;
    imports::run(till, ImportRequest { import_id }).await.unwrap();
    let (mut events, stopping) = (till.events().subscribe(), till.clone());
    let hand = tokio::spawn(async move {
        loop {
            if let Ok(TillEvent::Progress { progress }) = events.recv().await {
                if progress.is_over {
                    return progress;
                }
                let import_id = progress.id;
                imports::cancel(&stopping, ImportRequest { import_id })
                    .await
                    .unwrap();
            }
        }
    });
    let request = BookExportRequest {
        kind: BookKind::Products,
        format: FileFormat::Xlsx,
        search: None,
        needs_attention: None,
    };
    assert_eq!(code(exports::book(till, request).await), ErrorCode::Cancelled);
    assert!(hand.await.unwrap().is_cancelled);
    let folder = till.config.pictures.join("Tien Ve");
    assert_eq!(std::fs::read_dir(folder).map_or(0, Iterator::count), 0);
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
            let view = import(&counter, kind, file).await;
            assert_eq!(
                (view.count, view.same),
                (rows, rows),
                "{kind:?} {format:?} {:?}",
                view.rows
            );
        }
    }
}
