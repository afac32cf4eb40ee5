//! Books from files.

use super::{Counter, person};
use crate::imports;
use crate::tests::shop::code;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::ErrorCode;
use contract::books::{
    BookKind, ImportDoneView, ImportReadRequest, ImportRequest, ImportVerdict, ImportView, ProgressView,
};
use contract::event::TillEvent;
use dong::Dong;
use sheet::{Column, Layout, RowSink as _, Value, Watch, XlsxWriter};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

async fn read(counter: &Counter, kind: BookKind, text: &str) -> Result<ImportView, crate::TillError> {
    let request = ImportReadRequest {
        kind,
        file_name: "khach.csv".to_owned(),
        content: STANDARD.encode(text),
    };
    imports::read(&counter.shop.till, request).await
}

fn named(import_id: &str) -> ImportRequest {
    ImportRequest {
        import_id: import_id.to_owned(),
    }
}

async fn run(counter: &Counter, view: &ImportView) -> ImportDoneView {
    imports::run(&counter.shop.till, named(&view.import_id))
        .await
        .unwrap()
}

fn progress(events: Vec<TillEvent>) -> Vec<ProgressView> {
    let told = events.into_iter().filter_map(|event| match event {
        TillEvent::Progress { progress } => Some(progress),
        _ => None,
    });
    told.collect()
}

fn many(count: u32) -> String {
    let mut text = "Mã KH,Họ tên,SĐT\n".to_owned();
    for number in 0..count {
        writeln!(text, "A{number:05},Khách {number},03{number:08}").unwrap();
    }
    text
}

#[tokio::test]
async fn each_row_is_judged_by_itself() {
    let counter = Counter::open().await;
    let text = "STT;Mã khách hàng;Họ tên;Điện thoại;Loại;Người liên hệ;SĐT người liên hệ;Thư điện tử\n\
        1;;Lê Văn Bình;0912 000 001;;;;\n\
        2;KH-0001;Nguyễn Thị Thu Hường;+84 900 000 001;;;;\n\
        3;KH-0002;Trần Quốc Đạt;0900000002;;;;moi@example.com\n\
        4;;Bình nữa;84912000001;;;;\n\
        5;;Công ty A;0912000002;Công ty;;;\n\
        6;;Công ty B;0912000003;công ty;Chị Lan;0912000004;\n\
        7;;Ai đó;0900000003;;;;\n\
        8;;Không số;abc;;;;\n";
    let view = read(&counter, BookKind::Customers, text).await.unwrap();
    assert_eq!(view.unknown_columns, ["STT"]);
    assert_eq!(
        (
            view.count,
            view.new,
            view.changed,
            view.same,
            view.double,
            view.wrong
        ),
        (8, 2, 2, 1, 1, 2)
    );
    let verdict = |line: u32| view.rows.iter().find(|row| row.line == line).unwrap();
    assert_eq!(
        view.rows[0].verdict,
        ImportVerdict::Wrong,
        "wrong ones come first"
    );
    assert_eq!(
        verdict(6).problem.as_ref().unwrap().code,
        ErrorCode::ContactMissing
    );
    assert_eq!(verdict(9).field.as_deref(), Some("phone"));
    assert_eq!(
        verdict(9).cells[view.columns.iter().position(|key| key == "phone").unwrap()],
        "abc"
    );
    assert_eq!(verdict(5).verdict, ImportVerdict::Double);
    assert_eq!(verdict(3).verdict, ImportVerdict::Same);
    assert_eq!(verdict(8).verdict, ImportVerdict::Change, "found by its phone");
    let done = run(&counter, &view).await;
    assert_eq!((done.taken, done.is_cancelled), (4, false));
    assert_eq!(counter.only("KH-0002").await.facts.email, "moi@example.com");
    let renamed = counter.only("KH-0003").await;
    assert_eq!(
        (
            renamed.facts.name.as_str(),
            renamed.facts.address.address.as_str()
        ),
        ("Ai đó", "12 Lê Lợi")
    );
    let again = imports::run(&counter.shop.till, named(&view.import_id)).await;
    assert_eq!(code(again), ErrorCode::ImportGone, "a file is imported once");
}

#[tokio::test]
async fn an_import_is_taken_back_save_what_was_changed_since() {
    let mut counter = Counter::open().await;
    let text = "Customer code,Name,Phone,Email\nKH-0002,Trần Quốc Đạt,0900000002,moi@example.com\n,Lê Văn Bình,0912000001,\n,Lê Văn Cường,0912000002,\n";
    let view = read(&counter, BookKind::Customers, text).await.unwrap();
    assert_eq!(run(&counter, &view).await.taken, 3);
    counter.shop.clock.advance(1_000);
    let kept = counter.only("Lê Văn Cường").await;
    counter
        .change(&kept, person("Lê Văn Cường B", "0912000002"))
        .await
        .unwrap();
    let undone = imports::undo(&counter.shop.till, named(&view.import_id))
        .await
        .unwrap();
    assert_eq!(undone.taken_back, 2);
    assert_eq!(counter.only("KH-0002").await.facts.email, "dat@example.com");
    assert_eq!(counter.found("Lê Văn Bình").await.count, 0);
    assert_eq!(counter.found("Lê Văn Cường B").await.count, 1);
    assert_eq!(
        code(imports::undo(&counter.shop.till, named("x")).await),
        ErrorCode::ImportGone
    );
    counter.settle_all().await;
    assert_eq!(counter.shop.hand.customer_effects(&kept.facts.code), 1);
}

#[tokio::test]
async fn ten_thousand_rows_take_seconds_and_tell_how_far_they_are() {
    let mut counter = Counter::open().await;
    let began = Instant::now();
    let view = read(&counter, BookKind::Customers, &many(10_000)).await.unwrap();
    assert_eq!((view.new, view.rows.len()), (10_000, 200));
    counter.shop.told();
    let done = run(&counter, &view).await;
    let told = progress(counter.shop.told());
    assert_eq!(done.taken, 10_000);
    assert!(told.len() >= 50 && told.is_sorted_by_key(|one| one.done));
    let last = told.last().unwrap();
    assert!(last.is_over && !last.is_cancelled && last.done == 10_000 && last.count == 10_000);
    let again = read(&counter, BookKind::Customers, &many(10_000)).await.unwrap();
    assert_eq!((again.same, again.new), (10_000, 0));
    let undone = imports::undo(&counter.shop.till, named(&view.import_id))
        .await
        .unwrap();
    assert_eq!(undone.taken_back, 10_000);
    assert_eq!(counter.found("").await.count, 5);
    assert!(
        began.elapsed() < Duration::from_secs(120),
        "{:?}",
        began.elapsed()
    );
}

#[tokio::test]
async fn a_cancelled_import_keeps_what_it_took() {
    let counter = Counter::open().await;
    let view = read(&counter, BookKind::Customers, &many(2_000)).await.unwrap();
    let mut events = counter.shop.till.events().subscribe();
    let till = counter.shop.till.clone();
    let id = view.import_id.clone();
    let cancel = tokio::spawn(async move {
        while let Ok(event) = events.recv().await {
            if matches!(event, TillEvent::Progress { .. }) {
                imports::cancel(&till, named(&id)).await.unwrap();
                return;
            }
        }
    });
    let done = run(&counter, &view).await;
    cancel.await.unwrap();
    assert!(
        done.is_cancelled && done.taken >= 200 && done.taken < 2_000,
        "{done:?}"
    );
    assert_eq!(counter.found("").await.count, done.taken + 5);
    let undone = imports::undo(&counter.shop.till, named(&view.import_id))
        .await
        .unwrap();
    assert_eq!(undone.taken_back, done.taken);
}

#[tokio::test]
async fn products_come_with_their_prices_and_taxes() {
    let counter = Counter::open().await;
    let text = "SKU,Tên hàng,Giá bán,Thuế,ĐVT\n00123,Nước suối,\"10.000\",8%,chai\nCF-SUA,Cà phê sữa đá,30000,,\n,Bánh,mười,,\n,Kẹo,5000,7,\n";
    let view = read(&counter, BookKind::Products, text).await.unwrap();
    assert_eq!((view.new, view.changed, view.wrong), (1, 1, 2));
    let wrong: Vec<_> = view.rows.iter().filter_map(|row| row.field.as_deref()).collect();
    assert_eq!(wrong, ["salePrice", "saleTax"]);
    run(&counter, &view).await;
    let water = counter.found_products("00123").await.rows.remove(0).facts;
    assert_eq!(
        (water.sku.as_str(), water.sale_price, water.sale_tax.as_str()),
        ("00123", Dong::new(10_000), "TAX_CODE_8")
    );
    let coffee = counter.found_products("CF-SUA").await.rows.remove(0).facts;
    assert_eq!(
        (coffee.sale_price, coffee.unit.as_str(), coffee.sale_tax.as_str()),
        (Dong::new(30_000), "ly", "TAX_CODE_8")
    );
}

#[tokio::test]
async fn files_that_are_no_book_are_refused() {
    let counter = Counter::open().await;
    for (text, expected) in [
        ("", ErrorCode::FileUnreadable),
        ("Ngày,Giờ\n1,2\n", ErrorCode::ColumnsUnknown),
        ("\u{0}\u{1}\u{2}", ErrorCode::FileUnreadable),
    ] {
        assert_eq!(
            code(read(&counter, BookKind::Customers, text).await),
            expected,
            "{text:?}"
        );
    }
    let request = ImportReadRequest {
        kind: BookKind::Customers,
        file_name: "a.csv".to_owned(),
        content: "?".to_owned(),
    };
    assert_eq!(
        code(imports::read(&counter.shop.till, request).await),
        ErrorCode::BadRequest
    );
}

/// A workbook of these rows; a figure stands in it as a number.
fn workbook(header: &[&str], rows: &[Vec<Value<'_>>]) -> String {
    let columns: Vec<_> = header.iter().map(|name| Column { name, width: 12 }).collect();
    let layout = Layout {
        title: "Bảng",
        facts_title: "Thông tin",
        columns: &columns,
        made_at: chrono::NaiveDateTime::default(),
    };
    let mut sink = XlsxWriter::new(Vec::new(), &layout, Watch::nobody()).unwrap();
    for row in rows {
        sink.row(row).unwrap();
    }
    STANDARD.encode(sink.finish().unwrap())
}

async fn read_workbook(counter: &Counter, kind: BookKind, content: String) -> ImportView {
    let request = ImportReadRequest {
        kind,
        file_name: "so.xlsx".to_owned(),
        content,
    };
    imports::read(&counter.shop.till, request).await.unwrap()
}

#[tokio::test]
async fn a_phone_that_lost_its_zero_gets_it_back_only_where_that_is_certain() {
    let counter = Counter::open().await;
    let row = |name, phone| vec![Value::Text(name), phone];
    let content = workbook(
        &["Họ tên", "SĐT"],
        &[
            row("Di động", Value::Integer(912_345_678)),
            row("Để bàn", Value::Integer(2_838_251_234)),
            row("Tổng đài", Value::Integer(19_001_234)),
            row("Có mã nước", Value::Integer(84_912_345_679)),
            row("Chữ", Value::Text("0912345670")),
            row("Thiếu số", Value::Integer(12_345_678)),
        ],
    );
    let view = read_workbook(&counter, BookKind::Customers, content).await;
    let place = view.columns.iter().position(|key| key == "phone").unwrap();
    let row = |line: u32| view.rows.iter().find(|row| row.line == line).unwrap();
    for (line, phone) in [
        (2, "0912345678"),
        (3, "02838251234"),
        (4, "19001234"),
        (5, "0912345679"),
        (6, "0912345670"),
    ] {
        assert_eq!(
            (row(line).verdict, row(line).cells[place].as_str()),
            (ImportVerdict::New, phone)
        );
    }
    let doubtful = row(7);
    assert_eq!(
        (doubtful.verdict, doubtful.field.as_deref()),
        (ImportVerdict::Wrong, Some("phone"))
    );
    assert_eq!(doubtful.cells[place], "12345678", "shown as it stands");
    let params = &doubtful.problem.as_ref().unwrap().params;
    assert_eq!(params.get("reason").map(String::as_str), Some("lost_digits"));
    assert_eq!(run(&counter, &view).await.taken, 5);
}

#[tokio::test]
async fn codes_stay_as_they_are_written() {
    let counter = Counter::open().await;
    let row = |code, name| vec![code, Value::Text(name), Value::Integer(12_000)];
    let content = workbook(
        &["Mã hàng", "Tên hàng", "Giá bán"],
        &[
            row(Value::Text("007"), "Có số không"),
            row(Value::Integer(8_935_001_299_999), "Mã vạch"),
            row(Value::Text("8.90"), "Có dấu chấm"),
            row(Value::Text("1E5"), "Như số mũ"),
        ],
    );
    let view = read_workbook(&counter, BookKind::Products, content).await;
    assert_eq!((view.new, view.count), (4, 4), "{:?}", view.rows);
    run(&counter, &view).await;
    for (sku, name) in [
        ("007", "Có số không"),
        ("8935001299999", "Mã vạch"),
        ("8.90", "Có dấu chấm"),
        ("1E5", "Như số mũ"),
    ] {
        let found = counter.found_products(name).await.rows.remove(0);
        assert_eq!(found.facts.sku, sku);
    }
}
