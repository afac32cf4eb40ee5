//! The five calls that customers, products and invoices have in common.

use gateway::{Answer, Failure, Method, Priority};

use super::{Call, Client};
use crate::envelope::Envelope;
use crate::pages::{Page, PageRequest, read_page};
use crate::path;
use crate::wire::Fields;

/// A kind of thing that the gateway keeps.
pub(crate) struct Resource<T> {
    /// `/api/v1/…`.
    pub(crate) folder: &'static str,
    /// What it is called in a failure's detail.
    pub(crate) name: &'static str,
    /// Reads one row; none when it has no id or an amount that cannot be read.
    pub(crate) read: fn(&Fields) -> Option<T>,
}

impl<T> Resource<T> {
    fn one(&self, envelope: &Envelope) -> Result<T, Failure> {
        (self.read)(&envelope.object()?).ok_or_else(|| {
            envelope.unreadable(&format!(
                "{} without an id or with an unreadable amount",
                self.name
            ))
        })
    }
}

impl Client {
    pub(crate) async fn list<T>(
        &self,
        resource: &Resource<T>,
        page: PageRequest,
        priority: Priority,
    ) -> Result<Answer<Page<T>>, Failure> {
        let [number, size] = page.values();
        let values = [("page", number.as_deref()), ("page_size", size.as_deref())];
        let call = Call::get(path::with_query(resource.folder, &values)?, priority);
        self.answered(call, |envelope| read_page(envelope, page, resource.read))
            .await
    }

    pub(crate) async fn get<T>(
        &self,
        resource: &Resource<T>,
        id: &str,
        priority: Priority,
    ) -> Result<Answer<T>, Failure> {
        let call = Call::get(path::one(resource.folder, id)?, priority);
        self.answered(call, |envelope| resource.one(envelope)).await
    }

    pub(crate) async fn create<T>(
        &self,
        resource: &Resource<T>,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<T>, Failure> {
        let call = Call {
            method: Method::Post,
            path_and_query: resource.folder.to_owned(),
            body,
            priority,
        };
        self.answered(call, |envelope| resource.one(envelope)).await
    }

    /// None when the gateway answers success and shows nothing that can be read: no page shows this answer.
    pub(crate) async fn update<T>(
        &self,
        resource: &Resource<T>,
        id: &str,
        body: &[u8],
        priority: Priority,
    ) -> Result<Answer<Option<T>>, Failure> {
        let call = Call {
            method: Method::Put,
            path_and_query: path::one(resource.folder, id)?,
            body,
            priority,
        };
        self.answered(call, |envelope| Ok(resource.one(envelope).ok()))
            .await
    }

    /// Whatever a success shows, the row is gone.
    pub(crate) async fn delete<T>(
        &self,
        resource: &Resource<T>,
        id: &str,
        priority: Priority,
    ) -> Result<Answer<()>, Failure> {
        let call = Call {
            method: Method::Delete,
            path_and_query: path::one(resource.folder, id)?,
            body: b"",
            priority,
        };
        self.answered(call, |_| Ok(())).await
    }
}
