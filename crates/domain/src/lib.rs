//! The shop's nouns and their legal moves
