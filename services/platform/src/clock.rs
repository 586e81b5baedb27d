//! The only place where the clock is read. Everywhere else time is a value.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

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
    let zone = TimeZone::get("Europe/Brussels").unwrap_or(TimeZone::UTC);
    zone.to_datetime(instant).date()
}
