//! Lists page by page (integration guide, "Pagination"): `page` from 1, `page_size` 50 by default,
//! `meta` in the answer. New rows push older ones onto later pages, so a row may be seen twice.

use futures_util::stream::{Stream, try_unfold};
use gateway::{Answer, Failure};

use crate::envelope::Envelope;
use crate::wire::Fields;

/// A gateway that never ends its list is left after this many pages.
const MAX_PAGES: u32 = 10_000;

/// Which page to ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageRequest {
    /// From 1.
    pub page: u32,
    /// Rows on a page.
    pub page_size: u32,
}

impl PageRequest {
    /// The first page in the documented default size.
    pub const FIRST: Self = Self {
        page: 1,
        page_size: 50,
    };

    /// The first page in another size.
    #[must_use]
    pub const fn first_of(page_size: u32) -> Self {
        Self { page: 1, page_size }
    }

    /// The values for the query; none for the documented default.
    pub(crate) fn values(self) -> [Option<String>; 2] {
        if self == Self::FIRST {
            [None, None]
        } else {
            [Some(self.page.to_string()), Some(self.page_size.to_string())]
        }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows that could be read, in the gateway's order.
    pub rows: Vec<T>,
    /// How many rows could not be read and are missing from `rows`; unless zero, nothing is proved absent.
    pub unreadable: usize,
    /// Rows in the whole list, when the gateway says.
    pub total_rows: Option<i64>,
    /// The page after this one, when there may be one.
    pub next: Option<PageRequest>,
}

/// Reads a page that was asked for with `asked`, row by row.
pub(crate) fn read_page<T>(
    envelope: &Envelope,
    asked: PageRequest,
    read_row: impl Fn(&Fields) -> Option<T>,
) -> Result<Page<T>, Failure> {
    let found = rows_of(envelope)?;
    let count = found.len();
    let rows: Vec<T> = found.iter().filter_map(read_row).collect();
    let unreadable = count.saturating_sub(rows.len());
    if unreadable > 0 {
        tracing::warn!(unreadable, "rows of a list could not be read");
    }
    let meta = envelope.meta();
    let next = next_page(&meta, asked, count);
    Ok(Page {
        rows,
        unreadable,
        total_rows: meta.integer(&["total_rows"]),
        next,
    })
}

fn rows_of(envelope: &Envelope) -> Result<Vec<Fields>, Failure> {
    let Some(data) = envelope.data() else {
        return Ok(Vec::new());
    };
    if data.starts_with('[') {
        // Elements that are no objects count as rows without fields, hence as unreadable.
        let rows: Vec<&serde_json::value::RawValue> =
            serde_json::from_str(data).map_err(|_| envelope.unreadable("no list in data"))?;
        Ok(rows
            .into_iter()
            .map(|row| Fields::of(row.get()).unwrap_or_default())
            .collect())
    } else {
        envelope.object().map(|row| vec![row])
    }
}

fn next_page(meta: &Fields, asked: PageRequest, rows: usize) -> Option<PageRequest> {
    let page = i64::from(asked.page);
    // A gateway that answers another page than asked would be asked forever.
    let is_asked_page = meta.integer(&["page"]).is_none_or(|answered| answered == page);
    let page_size = meta
        .integer(&["page_size"])
        .unwrap_or_else(|| i64::from(asked.page_size));
    let has_more = match meta.integer(&["total_pages"]) {
        Some(total_pages) => page < total_pages,
        None => i64::try_from(rows).is_ok_and(|rows| rows >= page_size),
    };
    let goes_on = rows > 0 && is_asked_page && has_more && asked.page < MAX_PAGES;
    goes_on.then(|| PageRequest {
        page: asked.page.saturating_add(1),
        ..asked
    })
}

/// All pages from `first` on; ends after the first failure.
pub(crate) fn all_pages<T, Fetched>(
    first: PageRequest,
    fetch: impl Fn(PageRequest) -> Fetched,
) -> impl Stream<Item = Result<Answer<Page<T>>, Failure>>
where
    Fetched: Future<Output = Result<Answer<Page<T>>, Failure>>,
{
    try_unfold((Some(first), fetch), |(wanted, fetch)| async move {
        let Some(wanted) = wanted else { return Ok(None) };
        let page = fetch(wanted).await?;
        let next = page.value.next;
        Ok(Some((page, (next, fetch))))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use testkit::ScriptedTransport;

    use super::*;

    fn page(body: &str, asked: PageRequest) -> Result<Page<i64>, Failure> {
        let envelope = Envelope::read(&ScriptedTransport::json(200, body)).unwrap();
        read_page(&envelope, asked, |row| row.integer(&["n"]))
    }

    #[test]
    fn the_published_sample_goes_on_to_page_three_and_ends_there() {
        let body = |page: u32| {
            let meta = format!("{{\"page\":{page},\"page_size\":50,\"total_pages\":3,\"total_rows\":150}}");
            format!("{{\"data\":[{{\"n\":1}}],\"meta\":{meta}}}")
        };
        let asked = |page| PageRequest { page, page_size: 50 };
        let second = page(&body(2), asked(2)).unwrap();
        assert_eq!((second.next, second.total_rows), (Some(asked(3)), Some(150)));
        assert_eq!(page(&body(3), asked(3)).unwrap().next, None);
    }

    #[test]
    fn without_meta_a_full_page_goes_on_and_a_short_one_ends() {
        let asked = PageRequest::first_of(2);
        assert!(
            page(r#"{"data":[{"n":1},{"n":2}]}"#, asked)
                .unwrap()
                .next
                .is_some()
        );
        assert!(page(r#"{"data":[{"n":1}]}"#, asked).unwrap().next.is_none());
        assert!(page(r#"{"data":null}"#, asked).unwrap().rows.is_empty());
    }

    #[test]
    fn a_gateway_that_repeats_a_page_or_sends_empty_ones_is_left() {
        let asked = PageRequest {
            page: 2,
            page_size: 1,
        };
        let repeated = r#"{"data":[{"n":1}],"meta":{"page":1,"total_pages":9}}"#;
        assert!(page(repeated, asked).unwrap().next.is_none());
        let empty = r#"{"data":[],"meta":{"page":2,"total_pages":9}}"#;
        assert!(page(empty, asked).unwrap().next.is_none());
    }

    #[test]
    fn one_bad_row_does_not_hide_the_others() {
        let read = page(r#"{"data":[{"n":1},{"n":"x"},7,{"n":3}]}"#, PageRequest::FIRST).unwrap();
        assert_eq!((read.rows, read.unreadable), (vec![1, 3], 2));
        assert!(page(r#"{"data":"none"}"#, PageRequest::FIRST).is_err());
    }

    proptest! {
        #[test]
        fn the_stream_gives_every_row_once_and_ends(total in 0_u32..120, page_size in 1_u32..30, has_meta: bool) {
            use futures_util::{FutureExt, TryStreamExt};

            let total_pages = total.div_ceil(page_size);
            let asked_pages = std::cell::Cell::new(0_u32);
            let fetch = |asked: PageRequest| {
                asked_pages.set(asked_pages.get() + 1);
                let first = (asked.page - 1) * page_size;
                let rows: Vec<String> =
                    (first..total.min(first + page_size)).map(|n| format!("{{\"n\":{n}}}")).collect();
                let meta = if has_meta {
                    format!("{{\"page\":{},\"total_pages\":{total_pages},\"page_size\":{page_size}}}", asked.page)
                } else {
                    "null".to_owned()
                };
                let read = page(&format!("{{\"data\":[{}],\"meta\":{meta}}}", rows.join(",")), asked);
                std::future::ready(read.map(|value| Answer {
                    value, request_id: None, http_status: 200, answered_at_ms: 0,
                }))
            };
            let pages: Vec<_> =
                all_pages(PageRequest::first_of(page_size), fetch).try_collect().now_or_never().unwrap().unwrap();
            let rows: Vec<i64> = pages.into_iter().flat_map(|page| page.value.rows).collect();
            prop_assert_eq!(rows, (0..i64::from(total)).collect::<Vec<_>>());
            prop_assert!(asked_pages.get() <= total_pages + 1);
        }
    }
}
