//! The files of `stc policy capacity`, as office programs write them.
//!
//! Invariant: a figure is what the file says or there is none: whatever could be read in two ways, or
//! is out of its bounds, is refused with its line and column.

use std::collections::HashSet;

use super::{Result, Wrong};

/// Longest file, bytes.
pub const FILE_BYTES_MAX: usize = 1024 * 1024;
/// Greatest count of people: more than there are in Europe.
const COUNT_MAX: f64 = 1e9;
/// Greatest amount of anything else.
const AMOUNT_MAX: f64 = 1e12;

/// The rows of a file.
#[derive(Debug)]
pub(super) struct File {
    heads: Vec<String>,
    rows: Vec<Row>,
}

/// One row, and where it stands.
#[derive(Debug)]
pub(super) struct Row {
    line: usize,
    cells: Vec<String>,
}

impl File {
    /// Reads a CSV with these columns; others may stand beside them.
    pub(super) fn read(bytes: &[u8], columns: &[&str]) -> Result<Self> {
        ensure(bytes.len() <= FILE_BYTES_MAX, || {
            Wrong(format!("the file is longer than {FILE_BYTES_MAX} bytes"))
        })?;
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
            Wrong(format!("line {line}: this is no UTF-8: save the file as “CSV UTF-8”"))
        })?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // Where a comma is the decimal sign office programs separate with semicolons.
        let first = text.lines().next().unwrap_or_default();
        let delimiter = if first.contains(';') { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .delimiter(delimiter)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let (mut line, mut counted) = (1, 0);
        let mut rows = reader.records().map(|record| {
            let record = record.map_err(|error| Wrong(format!("this is no CSV: {error}")))?;
            let at =
                record.position().map_or(counted, |it| it.byte().try_into().unwrap_or(counted));
            // The reader counts an end of line, and empty lines, with the row that follows.
            let ends = text[at..].bytes().take_while(|it| matches!(it, b'\r' | b'\n')).count();
            line += text[counted..at + ends].matches('\n').count();
            counted = at + ends;
            Ok::<_, Wrong>(Row { line, cells: record.iter().map(str::to_owned).collect() })
        });
        let heads = rows.next().transpose()?.map(|row| row.cells).unwrap_or_default();
        let rows = rows.filter(|row| !row.as_ref().is_ok_and(Row::is_empty));
        let file = Self { rows: rows.collect::<Result<_>>()?, heads };
        file.check(columns)?;
        Ok(file)
    }

    fn check(&self, columns: &[&str]) -> Result<()> {
        for column in columns {
            let here = self.heads.iter().filter(|head| head == column).count();
            ensure(here == 1, || {
                Wrong(format!(
                    "line 1, column {column}: the first line names each of {} once, separated by \
                     commas or semicolons",
                    columns.join(", ")
                ))
            })?;
        }
        ensure(!self.rows.is_empty(), || {
            Wrong("line 2: there is no row below the names of the columns".to_owned())
        })?;
        let wrong = self.rows.iter().find(|row| row.cells.len() != self.heads.len());
        wrong.map_or(Ok(()), |Row { line, cells }| {
            Err(Wrong(format!(
                "line {line}: {} columns, but the first line names {}: is one separator a decimal \
                 sign without quotes?",
                cells.len(),
                self.heads.len()
            )))
        })
    }

    /// Each row, for its cells.
    pub(super) fn rows(&self) -> impl Iterator<Item = Cells<'_>> {
        self.rows.iter().map(|row| Cells { file: self, row })
    }

    /// What a column names, each once.
    pub(super) fn check_named_once(&self, column: &str) -> Result<()> {
        let mut seen = HashSet::new();
        for row in self.rows() {
            let name = row.text(column);
            ensure(!name.is_empty(), || row.wrong(column, "give a name"))?;
            ensure(seen.insert(name), || row.wrong(column, &format!("{name} stands there twice")))?;
        }
        Ok(())
    }
}

impl Row {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// What a figure may be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// People, or what else is counted: whole, perhaps none.
    Count,
    /// At least one, whole or not.
    FromOne,
    /// An amount of money or time, perhaps none.
    Amount,
    /// An amount that something is divided by.
    Divisor,
    /// 0 to 1.
    Share,
}

impl Kind {
    fn fits(self, value: f64) -> bool {
        match self {
            Self::Count => value <= COUNT_MAX && value.fract() == 0.0,
            Self::FromOne => (1.0..=COUNT_MAX).contains(&value),
            Self::Amount => value <= AMOUNT_MAX,
            Self::Divisor => value > 0.0 && value <= AMOUNT_MAX,
            Self::Share => value <= 1.0,
        }
    }

    fn wanted(self) -> &'static str {
        match self {
            Self::Count => "give a whole number, without signs between its digits",
            Self::FromOne => "give a number of 1 or more",
            Self::Amount => "give a number of 0 or more",
            Self::Divisor => "give a number above 0",
            Self::Share => "give a share from 0 to 1, such as 0.5, 0,5 or 1/3",
        }
    }
}

/// The cells of a row.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    file: &'a File,
    row: &'a Row,
}

impl<'a> Cells<'a> {
    /// What stands in a column that the file was read with.
    pub(super) fn text(self, column: &str) -> &'a str {
        let at = self.file.heads.iter().position(|head| head == column);
        at.and_then(|at| self.row.cells.get(at)).map_or("", String::as_str)
    }

    /// The figure in a column.
    pub(super) fn figure(self, column: &str, kind: Kind) -> Result<f64> {
        let text = self.text(column);
        let value = match (kind, text.split_once('/')) {
            (Kind::Share, Some((over, under))) => number(over)
                .zip(number(under).filter(|it| *it > 0.0))
                .map(|(over, under)| over / under),
            _ => number(text),
        };
        let value = value.filter(|value| kind.fits(*value));
        value.ok_or_else(|| self.wrong(column, &format!("{text:?}: {}", kind.wanted())))
    }

    /// Yes or no.
    pub(super) fn yes(self, column: &str) -> Result<bool> {
        match self.text(column) {
            "yes" => Ok(true),
            "no" => Ok(false),
            other => Err(self.wrong(column, &format!("{other:?}: give yes or no"))),
        }
    }

    /// What is wrong, and where.
    pub(super) fn wrong(self, column: &str, why: &str) -> Wrong {
        Wrong(format!("line {}, column {column}: {why}", self.row.line))
    }
}

fn ensure(is: bool, otherwise: impl FnOnce() -> Wrong) -> Result<()> {
    if is { Ok(()) } else { Err(otherwise()) }
}

/// Digits, perhaps with a decimal point or comma: no sign, no exponent, no `inf`.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(whole) && digits(part)).then(|| format!("{whole}.{part}").parse().ok()).flatten()
}
