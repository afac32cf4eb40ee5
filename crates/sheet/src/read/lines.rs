//! Text with separators.

use super::encoding::{Decoded, decode};
use super::{Limits, ReadError};
use crate::formula::rearm;
use crate::table::{Building, Delimiter, Source, Table};
use std::path::Path;

/// How many lines are looked at to guess the separator.
const SAMPLE: usize = 50;

pub(super) fn read(bytes: &[u8], name_hint: &str, limits: &Limits) -> Result<Table, ReadError> {
    let Decoded {
        text,
        encoding,
        is_lossy,
    } = decode(bytes)?;
    let extension = extension(name_hint);
    if text.trim_start().starts_with('<') && !["csv", "tsv", "txt"].contains(&extension.as_str()) {
        return Err(ReadError::WebPage);
    }
    let (delimiter, body, skipped) = announced(&text).unwrap_or_else(|| {
        let delimiter = if extension == "tsv" {
            Delimiter::Tab
        } else {
            guess(&text)
        };
        (delimiter, &*text, 0)
    });
    let building = cells(body, delimiter, skipped, limits)?;
    building.finish(Source::Csv {
        encoding,
        delimiter,
        is_lossy,
    })
}

fn extension(name: &str) -> String {
    Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
        .to_ascii_lowercase()
}

fn cells<'a>(
    text: &str,
    delimiter: Delimiter,
    skipped: u64,
    limits: &'a Limits,
) -> Result<Building<'a>, ReadError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        .from_reader(text.as_bytes());
    let mut building = Building::new(limits);
    let mut record = csv::StringRecord::new();
    let mut row = skipped;
    while reader
        .read_record(&mut record)
        .map_err(|source| ReadError::Broken(source.to_string()))?
    {
        let start = record.position().map_or(0, csv::Position::byte);
        row = row
            .saturating_add(1)
            .saturating_add(blank_lines(text.as_bytes(), start));
        building.begin_row(row);
        for (column, cell) in record.iter().enumerate() {
            building.cell(column, &rearm(cell), false)?;
        }
        building.end_row()?;
    }
    Ok(building)
}

/// How many blank lines the reader skips from `start` on; a spreadsheet counts them as rows.
fn blank_lines(bytes: &[u8], start: u64) -> u64 {
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let mut before = start.checked_sub(1).and_then(|last| bytes.get(last)).copied();
    let mut count: u64 = 0;
    for byte in bytes.iter().skip(start).copied() {
        match byte {
            b'\n' if before == Some(b'\r') => {}
            b'\n' | b'\r' => count = count.saturating_add(1),
            _ => break,
        }
        before = Some(byte);
    }
    count
}

/// The separator that a first line `sep=;` announces, the text below it and the rows skipped.
fn announced(text: &str) -> Option<(Delimiter, &str, u64)> {
    let (first, rest) = text.split_once('\n')?;
    let delimiter = match first.trim_end_matches('\r').strip_prefix("sep=")? {
        "," => Delimiter::Comma,
        ";" => Delimiter::Semicolon,
        "\t" => Delimiter::Tab,
        _ => return None,
    };
    Some((delimiter, rest, 1))
}

/// The separator that cuts the most lines into as many cells as the first one.
fn guess(text: &str) -> Delimiter {
    let mut best = (Delimiter::Comma, (0, 0));
    for delimiter in [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab] {
        let counts = separators(text, delimiter);
        let first = counts.first().copied().unwrap_or(0);
        let alike = if first == 0 {
            0
        } else {
            counts.iter().filter(|count| **count == first).count()
        };
        if (alike, first) > best.1 {
            best = (delimiter, (alike, first));
        }
    }
    best.0
}

/// How often the separator stands in each of the first lines that are not empty, quoted stretches left out.
fn separators(text: &str, delimiter: Delimiter) -> Vec<usize> {
    let mut counts = Vec::with_capacity(SAMPLE);
    let mut count: usize = 0;
    let (mut is_quoted, mut is_blank) = (false, true);
    for byte in text.bytes() {
        match byte {
            b'"' => {
                is_quoted = !is_quoted;
                is_blank = false;
            }
            b'\n' | b'\r' if !is_quoted => {
                if !is_blank {
                    counts.push(count);
                }
                if counts.len() >= SAMPLE {
                    return counts;
                }
                (count, is_blank) = (0, true);
            }
            _ => {
                is_blank = false;
                if byte == delimiter.byte() && !is_quoted {
                    count = count.saturating_add(1);
                }
            }
        }
    }
    if !is_blank {
        counts.push(count);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_the_one_that_cuts_evenly() {
        for (text, delimiter) in [
            ("Tên,Giá\nTrà,5\n", Delimiter::Comma),
            ("Tên;Giá\nTrà;5,5\nSữa;6,5\n", Delimiter::Semicolon),
            ("Tên, loại;Giá\nTrà, đá;5\nSữa;6\n", Delimiter::Semicolon),
            ("Tên\tGiá\r\nTrà, sữa\t5\r\n", Delimiter::Tab),
            ("\"a;b\",c\n\"d;e;\nf\",g\n", Delimiter::Comma),
            ("Tên\nTrà\n", Delimiter::Comma),
            ("", Delimiter::Comma),
        ] {
            assert_eq!(guess(text), delimiter, "{text}");
        }
    }
}
