//! Time zones by name, the same on every machine.
//!
//! Invariant: a name that is accepted is known wherever this version runs, with or without a
//! time-zone database on the machine.

use std::fmt;

use jiff::{
    Timestamp, ToSpan,
    civil::Date,
    tz::{TimeZone, TimeZoneDatabase},
};
use serde::{Deserialize, Serialize};

/// Where people work who work across centres.
const BRUSSELS: &str = "Europe/Brussels";

/// A time zone, by the name that the IANA gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone(String);

impl Default for Zone {
    fn default() -> Self {
        Self(BRUSSELS.to_owned())
    }
}

impl Zone {
    /// The zone of this name, in any case of letters; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        let found = TimeZoneDatabase::bundled().get(name).ok()?;
        // Some names of the database mean "not known".
        found.iana_name().filter(|name| is_a_place(name)).map(|name| Self(name.to_owned()))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The date of a moment there.
    pub fn date_of(&self, instant: Timestamp) -> Date {
        self.rules().to_datetime(instant).date()
    }

    /// The hour of the day at a moment there, 0 to 23.
    pub fn hour_of(&self, instant: Timestamp) -> i8 {
        self.rules().to_datetime(instant).hour()
    }

    /// The last moment of a day there, to the microsecond, as the log keeps time.
    pub fn end_of(&self, day: Date) -> Timestamp {
        let midnight = day.tomorrow().and_then(|next| next.to_zoned_datetime(self.rules()));
        // Nothing is known after the last day that there is.
        midnight.map_or(Timestamp::MAX, |midnight| midnight.timestamp() - 1.microsecond())
    }

    /// The machine's rules are newer than ours, if it has any.
    fn rules(&self) -> TimeZone {
        let ours = || TimeZoneDatabase::bundled().get(&self.0);
        TimeZone::get(&self.0).or_else(|_| ours()).unwrap_or(TimeZone::UTC)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `Europe/Brussels` is a place, `Etc/GMT+5` and `EST5EDT` are none.
fn is_a_place(name: &str) -> bool {
    name == "UTC" || name.split_once('/').is_some_and(|(area, _)| area != "Etc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn just_after_midnight_in_finland_it_is_still_yesterday_in_belgium() {
        let moment: Timestamp = "2027-01-10T22:30:00Z".parse().unwrap();
        let day = |name| Zone::named(name).unwrap().date_of(moment).to_string();
        assert_eq!(day("Europe/Helsinki"), "2027-01-11");
        assert_eq!(day("Europe/Brussels"), "2027-01-10");
        assert_eq!(day("Pacific/Kiritimati"), "2027-01-11");
        assert_eq!(day("Pacific/Niue"), "2027-01-10");
    }

    #[test]
    fn every_zone_knows_its_summer_on_a_machine_without_zones() {
        let moment: Timestamp = "2026-07-01T21:30:00Z".parse().unwrap();
        let day = |name| TimeZoneDatabase::bundled().get(name).unwrap().to_datetime(moment).date();
        assert_eq!(day("Europe/Helsinki").to_string(), "2026-07-02");
        assert_eq!(day("Europe/Brussels").to_string(), "2026-07-01");
    }

    #[test]
    fn a_zone_is_a_place_that_the_iana_names() {
        assert_eq!(Zone::named("europe/helsinki").unwrap().name(), "Europe/Helsinki");
        for wrong in
            ["", " ", "Europe", "Europe/Atlantis", "../etc/passwd", "Etc/Unknown", "EST5EDT"]
        {
            assert_eq!(Zone::named(wrong), None, "{wrong}");
        }
    }
}
