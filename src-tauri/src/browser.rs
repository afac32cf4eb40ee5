//! Opens a checked link in the person's browser.

use contract::{ErrorBody, ErrorCode};
use tauri::Url;

/// Opens it. The link was read from the store and checked by the till.
pub(crate) fn open(link: &Url) -> Result<(), ErrorBody> {
    open::that_detached(link.as_str()).map_err(|error| {
        tracing::warn!(%error, "no program opened the link");
        ErrorBody::of(ErrorCode::LinkFailed)
    })
}
