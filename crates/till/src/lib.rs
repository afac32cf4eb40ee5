//! Use cases: one operation per file, the journal runner, the watch
