//! What the file says of an event beside its body: digits in columns, for machines and for people.

use std::{fmt::Write, ops::Range};

use jiff::civil::Date;

/// Bytes of a line, its end included.
pub(super) const LINE_BYTES: usize = 81;

/// What stands in an event's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Number of the stream in the file.
    pub(super) stream: u64,
    pub(super) revision: u64,
    /// Number of the event type in the file.
    pub(super) name: u64,
    pub(super) recorded_micros: i64,
    pub(super) occurred_on: Date,
    /// Bytes of all bodies in the log before its own.
    pub(super) start: u64,
    pub(super) body_bytes: usize,
    pub(super) meta_bytes: usize,
}

impl Line {
    /// Writes it; false if a number does not fit.
    pub(super) fn write(&self, lines: &mut String) -> bool {
        let before = lines.len();
        let Self { stream, revision, name, recorded_micros, start, body_bytes, meta_bytes, .. } =
            self;
        let date = self.occurred_on;
        let written = writeln!(
            lines,
            "{stream:010} {revision:010} {name:05} {recorded_micros:016} {:04}{:02}{:02} \
             {start:013} {body_bytes:06} {meta_bytes:05}",
            date.year(),
            date.month(),
            date.day(),
        );
        written.is_ok() && lines.len() - before == LINE_BYTES
    }

    /// The line in [`LINE_BYTES`] of text; `None` if it is none.
    pub(super) fn read(text: &[u8]) -> Option<Self> {
        let text: &[u8; LINE_BYTES] = text.try_into().ok()?;
        Some(Self {
            stream: number(&text[0..10])?,
            revision: number(&text[11..21])?,
            name: number(&text[22..27])?,
            recorded_micros: number(&text[28..44])?.cast_signed(),
            occurred_on: date(&text[45..53])?,
            start: number(&text[54..67])?,
            body_bytes: usize::try_from(number(&text[68..74])?).ok()?,
            meta_bytes: usize::try_from(number(&text[75..80])?).ok()?,
        })
    }

    /// Bytes of all bodies in the log up to its own.
    pub(super) fn end(&self) -> u64 {
        self.start + self.body_bytes as u64
    }
}

fn number(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0, |number, digit| {
        digit.is_ascii_digit().then(|| number * 10 + u64::from(digit - b'0'))
    })
}

/// The date written as yyyymmdd.
fn date(digits: &[u8]) -> Option<Date> {
    let part = |range: Range<usize>| i16::try_from(number(&digits[range])?).ok();
    let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn line() -> Line {
        Line {
            stream: 4_711,
            revision: 12,
            name: 3,
            recorded_micros: 1_774_000_000_000_000,
            occurred_on: date(2026, 3, 9),
            start: 81_234_567,
            body_bytes: 456,
            meta_bytes: 180,
        }
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let mut text = String::new();
        assert!(line().write(&mut text));
        assert_eq!(
            text,
            "0000004711 0000000012 00003 1774000000000000 20260309 0000081234567 000456 00180\n"
        );
        assert_eq!(text.len(), LINE_BYTES);
        assert_eq!(Line::read(text.as_bytes()), Some(line()));
    }

    #[test]
    fn what_does_not_fit_a_line_is_not_written() {
        let too_late = Line { recorded_micros: 10_i64.pow(16), ..line() };
        assert!(!too_late.write(&mut String::new()));
    }

    #[test]
    fn a_damaged_line_is_no_line() {
        let mut text = String::new();
        line().write(&mut text);
        assert_eq!(Line::read(text.replace("20260309", "20261309").as_bytes()), None);
        assert_eq!(Line::read(text.replace('7', "x").as_bytes()), None);
        assert_eq!(Line::read(b"short"), None);
    }
}
