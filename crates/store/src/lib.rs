//! SQLite: migrations, one file per table, search, journal
