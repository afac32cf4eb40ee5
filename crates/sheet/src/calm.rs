//! Calls into libraries that may panic: on a malformed file while reading, on a full disk while writing.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// What `work` gives, or `None` when it panicked. After a panic whatever `work` borrowed must not be used again.
pub(crate) fn calmly<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
