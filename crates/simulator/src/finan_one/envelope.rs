//! The wrapper around every answer (integration guide, "Response Format" and "Error Response Format").

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::pages::Page;
use super::refusal::Refusal;
use crate::assumptions::{CREATED_CODE, CREATED_TEXT, error_code};

const SUCCESS_CODE: u32 = 102_000;
const SUCCESS_TEXT: &str = "Thực thi API thành công";

/// An answer before it is written out.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) cause: Option<&'static str>,
    pub(crate) allowed: Option<&'static str>,
    code: u32,
    content: &'static str,
    error: Option<String>,
    data: Option<Value>,
    page: Option<Page>,
}

impl Answer {
    pub(crate) fn ok(data: Value) -> Self {
        Self::new(200, SUCCESS_CODE, SUCCESS_TEXT, Some(data))
    }

    pub(crate) fn created(data: Value) -> Self {
        Self::new(201, CREATED_CODE, CREATED_TEXT, Some(data))
    }

    pub(crate) fn list(rows: Vec<Value>, page: Page) -> Self {
        Self {
            page: Some(page),
            ..Self::ok(Value::Array(rows))
        }
    }

    fn new(status: u16, code: u32, content: &'static str, data: Option<Value>) -> Self {
        Self {
            status,
            cause: None,
            allowed: None,
            code,
            content,
            error: None,
            data,
            page: None,
        }
    }

    /// The same answer, which tells something beside its error.
    pub(crate) fn with_data(self, data: Value) -> Self {
        Self {
            data: Some(data),
            ..self
        }
    }

    /// The JSON body.
    pub(crate) fn envelope(&self) -> Value {
        let mut message = Map::new();
        message.insert("content".to_owned(), self.content.into());
        if let Some(error) = &self.error {
            message.insert("error".to_owned(), error.clone().into());
        }
        let mut envelope = Map::new();
        envelope.insert("message".to_owned(), Value::Object(message));
        envelope.insert("code".to_owned(), self.code.into());
        let request_id = Uuid::now_v7().simple().to_string();
        envelope.insert("request_id".to_owned(), request_id.into());
        if let Some(data) = &self.data {
            envelope.insert("data".to_owned(), data.clone());
        }
        if let Some(page) = &self.page {
            let meta = json!({
                "page": page.number,
                "page_size": page.size,
                "total_pages": page.total_pages,
                "total_rows": page.total_rows,
            });
            envelope.insert("meta".to_owned(), meta);
        }
        Value::Object(envelope)
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        let status = refusal.status;
        // The guide's 429 example has no `data`; its general error example has `null`.
        let data = (status != 429).then_some(Value::Null);
        Self {
            cause: refusal.cause,
            allowed: refusal.allowed,
            error: Some(refusal.detail),
            ..Self::new(status, error_code(status), refusal_text(status), data)
        }
    }
}

/// `[G]` for 400 and 429; the other texts are ours, and text is not contract.
const fn refusal_text(status: u16) -> &'static str {
    match status {
        401 => "Xác thực không hợp lệ",
        403 => "Không có quyền truy cập",
        404 => "Không tìm thấy dữ liệu",
        405 => "Phương thức không được hỗ trợ",
        409 => "Dữ liệu đã tồn tại",
        413 => "Yêu cầu quá lớn",
        422 => "Dữ liệu không hợp lệ",
        500..=599 => "Lỗi hệ thống",
        _ => "Yêu cầu không hợp lệ",
    }
}
