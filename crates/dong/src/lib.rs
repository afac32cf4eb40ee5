//! Money in whole dong: arithmetic, formatting, reading what people type, words
