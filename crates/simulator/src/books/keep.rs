//! The state file: written whole beside itself and renamed, so that a reader sees the old books or the new ones.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Books;

/// The kept books, or `None` when there are none to read. An unreadable file is put aside, not thrown away.
pub(crate) fn load(path: &Path) -> io::Result<Option<Books>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    match serde_json::from_slice(&bytes) {
        Ok(books) => Ok(Some(books)),
        Err(error) => {
            tracing::warn!(%error, "the simulator's state file is damaged; it is put aside");
            fs::rename(path, beside(path, "damaged"))?;
            Ok(None)
        }
    }
}

/// Replaces the kept books.
pub(crate) fn save(path: &Path, books: &Books) -> io::Result<()> {
    let bytes = serde_json::to_vec(books).map_err(io::Error::other)?;
    let new = beside(path, "new");
    fs::write(&new, bytes)?;
    fs::rename(&new, path)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        assert!(load(&path).unwrap().is_none());
        let books = Books::open(2_000_000_000_000, true);
        save(&path, &books).unwrap();
        let kept = load(&path).unwrap().unwrap();
        assert_eq!(kept.payments().len(), books.payments().len());
        assert_eq!(
            kept.payments()[3].qr_code,
            books.payments()[3].qr_code,
            "the same payment"
        );
    }

    #[test]
    fn a_damaged_file_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        fs::write(&path, b"{\"ids\":").unwrap();
        assert!(load(&path).unwrap().is_none());
        assert!(!path.exists());
        assert!(folder.path().join("state.json.damaged").exists());
    }
}
