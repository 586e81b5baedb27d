//! The only place where the clock is read. Everywhere else time is a value.

use jiff::{Timestamp, civil::Date};
use kernel::zone::Zone;

/// The present moment, UTC.
#[expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today's date for those who work across centres. In a centre it is that of the centre's [`Zone`].
pub fn today() -> Date {
    today_in(&Zone::default())
}

/// Today's date in a zone.
pub fn today_in(zone: &Zone) -> Date {
    zone.date_of(now())
}

/// The date of a moment for those who work across centres.
pub fn date_of(instant: Timestamp) -> Date {
    Zone::default().date_of(instant)
}

/// The last moment of a day for those who work across centres, to the microsecond, as the log keeps
/// time.
pub fn end_of(day: Date) -> Timestamp {
    Zone::default().end_of(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_ends_at_midnight_in_belgium_in_summer_and_in_winter() {
        assert_eq!(end_of(date(2026, 3, 1)).to_string(), "2026-03-01T22:59:59.999999Z");
        assert_eq!(end_of(date(2026, 7, 1)).to_string(), "2026-07-01T21:59:59.999999Z");
        assert_eq!(date_of(end_of(date(2026, 10, 25))), date(2026, 10, 25), "a day of 25 hours");
        assert_eq!(end_of(Date::MAX), Timestamp::MAX);
    }
}
