//! The only place where the clock is read. Everywhere else time is a value.

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};

/// The present moment, UTC.
#[expect(clippy::disallowed_methods, reason = "this is the edge where the clock is read")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today's date in Belgium, where the centres are. Without a time-zone database: UTC's.
pub fn today() -> Date {
    date_of(now())
}

/// The date of a moment in Belgium.
pub fn date_of(instant: Timestamp) -> Date {
    zone().to_datetime(instant).date()
}

/// The last moment of a day in Belgium, to the microsecond, as the log keeps time.
pub fn end_of(day: Date) -> Timestamp {
    let midnight = day.tomorrow().and_then(|next| next.to_zoned_datetime(zone()));
    // Nothing is known after the last day that there is.
    midnight.map_or(Timestamp::MAX, |midnight| midnight.timestamp() - 1.microsecond())
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC)
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
