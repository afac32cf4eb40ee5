//! Builders and a way to await without a runtime.
