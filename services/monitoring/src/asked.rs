//! What is asked of a table: whose, of when, and as known when.
//!
//! Invariant: an answer about the past never changes. So nobody asks what will be known, and what
//! leaves a centre is of whole days that are over: two of them a moment apart would tell what
//! happened in between, and that is one person.

use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use kernel::{Reason, Role, TenantId, zone::Zone};
use proto::monitoring::GetTableRequest;
use runtime::{
    access::Asked,
    status::{invalid, not_found, parse},
};
use tonic::Status;

use crate::{
    resources::Table,
    tables::{Disclosure, Question},
};

/// Longest period of a table, years.
const PERIOD_YEARS_MAX: i16 = 50;
/// How long after midnight a day is over: what was being written then stands in the log.
const DAY_SETTLES_SECONDS: i64 = 60;

/// Whose trajectories are counted, and what may be told of them.
pub(crate) struct Scope {
    /// One centre, or all.
    pub(crate) centre: Option<TenantId>,
    pub(crate) disclosure: Disclosure,
}

/// What was known then is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// Everything up to now.
    Now,
    /// Up to an instant.
    Instant(Timestamp),
    /// Up to the end of a day.
    Day(Date),
}

impl Scope {
    /// What is asked for: without a centre the own one, across centres all.
    pub(crate) fn asked(asked: &Asked, request: &GetTableRequest) -> Result<Self, Status> {
        let centre = request.centre.as_deref().map(str::parse::<TenantId>).transpose();
        let centre = centre.map_err(|_| not_found())?;
        Ok(match asked.role() {
            Role::Auditor => Self { centre, disclosure: Disclosure::Rounded },
            Role::Youth
            | Role::Coach
            | Role::Lead
            | Role::Operator
            | Role::Officer
            | Role::Service => {
                let centre = centre.or_else(|| Some(asked.tenant().clone()));
                Self { centre, disclosure: Disclosure::Exact }
            }
        })
    }

    /// The table that is asked for.
    pub(crate) fn table(&self) -> Table {
        Table(self.centre.clone().unwrap_or_else(TenantId::platform))
    }
}

impl Moment {
    /// The moment that is asked for, as precisely as it may be known.
    pub(crate) fn asked(
        as_of: Option<&str>,
        disclosure: Disclosure,
        zone: &Zone,
        now: Timestamp,
    ) -> Result<Self, Status> {
        let asked = as_of.map_or(Ok(Self::Now), Self::parse)?;
        let over = zone.date_of(now - SignedDuration::from_secs(DAY_SETTLES_SECONDS));
        let over = over.yesterday().unwrap_or(over);
        let day = |day| match day {
            day if day <= over => Ok(Self::Day(day)),
            day if day <= zone.date_of(now) => Err(invalid("asOf", Reason::DayNotOver)),
            _ahead => Err(invalid("asOf", Reason::InTheFuture)),
        };
        match (disclosure, asked) {
            (Disclosure::Exact, Self::Now) => Ok(Self::Now),
            (Disclosure::Exact, Self::Instant(instant)) if instant <= now => Ok(asked),
            (Disclosure::Exact, Self::Instant(_)) => Err(invalid("asOf", Reason::InTheFuture)),
            (Disclosure::Rounded, Self::Now) => Ok(Self::Day(over)),
            (Disclosure::Rounded, Self::Instant(instant)) => day(zone.date_of(instant)),
            (_, Self::Day(asked)) => day(asked),
        }
    }

    fn parse(text: &str) -> Result<Self, Status> {
        if let Ok(instant) = text.parse() {
            return Ok(Self::Instant(instant));
        }
        let day: Date = parse("asOf", text)?;
        // A time without its zone is no moment.
        let whole = day.to_string() == text;
        whole.then_some(Self::Day(day)).ok_or_else(|| invalid("asOf", Reason::UnknownValue))
    }

    /// The last instant of what was known; `None` for now.
    pub(crate) fn last(self, zone: &Zone) -> Option<Timestamp> {
        match self {
            Self::Now => None,
            Self::Instant(instant) => Some(instant),
            Self::Day(day) => Some(zone.end_of(day)),
        }
    }

    /// The whole day at whose end it was known.
    pub(crate) fn day(self) -> Option<Date> {
        match self {
            Self::Now | Self::Instant(_) => None,
            Self::Day(day) => Some(day),
        }
    }

    /// The day on which it was known.
    fn on(self, zone: &Zone, now: Timestamp) -> Date {
        match self {
            Self::Now => zone.date_of(now),
            Self::Instant(instant) => zone.date_of(instant),
            Self::Day(day) => day,
        }
    }
}

/// Who is counted, and in which period: it ends where the knowledge ends, if nobody says otherwise.
pub(crate) fn question(
    request: &GetTableRequest,
    moment: Moment,
    zone: &Zone,
    now: Timestamp,
) -> Result<Question, Status> {
    let given = |field, text: &str| match text {
        "" => Ok(None),
        text => parse::<Date>(field, text).map(Some),
    };
    let to = given("to", &request.to)?.unwrap_or_else(|| moment.on(zone, now));
    let from = given("from", &request.from)?.unwrap_or_else(|| year_until(to));
    if from > to {
        return Err(invalid("from", Reason::FromAfterTo));
    }
    if to.year() - from.year() > PERIOD_YEARS_MAX {
        return Err(invalid("to", Reason::PeriodTooLong));
    }
    let population = request.population.as_deref().map(|text| parse("population", text));
    Ok(Question { population: population.transpose()?, from, to })
}

/// The first day of the twelve months that end on this day.
fn year_until(to: Date) -> Date {
    to.saturating_sub(1.year()).saturating_add(1.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Noon in Belgium on 9 March 2026.
    const NOON: &str = "2026-03-09T11:00:00Z";

    fn asked(as_of: &str, disclosure: Disclosure, now: &str) -> Result<Moment, String> {
        let as_of = (!as_of.is_empty()).then_some(as_of);
        Moment::asked(as_of, disclosure, &Zone::default(), now.parse().unwrap())
            .map_err(|status| status.message().to_owned())
    }

    #[test]
    fn twelve_months_up_to_a_day_begin_the_day_after_it_a_year_before() {
        assert_eq!(year_until(date(2026, 3, 1)), date(2025, 3, 2));
        assert_eq!(year_until(date(2024, 2, 29)), date(2023, 3, 1));
    }

    #[test]
    fn what_leaves_a_centre_is_of_a_whole_day_in_belgium_that_is_over() {
        let of = |as_of| asked(as_of, Disclosure::Rounded, NOON);
        let yesterday = Ok(Moment::Day(date(2026, 3, 8)));
        assert_eq!(of(""), yesterday);
        assert_eq!(of("2026-03-08"), yesterday);
        assert_eq!(of("2026-03-08T12:30:15.557275Z"), yesterday);
        assert_eq!(of("2026-03-07T23:00:00Z"), yesterday, "midnight in Belgium");
        assert_eq!(of("2026-03-07T22:59:59.999999Z"), Ok(Moment::Day(date(2026, 3, 7))));
        for not_over in ["2026-03-08T23:00:00Z", "2026-03-09", NOON, "2026-03-09T22:59:59Z"] {
            assert_eq!(of(not_over), Err("asOf: dayNotOver".to_owned()), "{not_over}");
        }
        for ahead in ["2026-03-09T23:00:00Z", "2026-03-10", "2099-01-01"] {
            assert_eq!(of(ahead), Err("asOf: inTheFuture".to_owned()), "{ahead}");
        }
    }

    #[test]
    fn a_day_is_over_when_what_was_being_written_at_midnight_stands_in_the_log() {
        let at = |now| asked("", Disclosure::Rounded, now);
        assert_eq!(at("2026-03-08T23:00:59Z"), Ok(Moment::Day(date(2026, 3, 7))));
        assert_eq!(at("2026-03-08T23:01:00Z"), Ok(Moment::Day(date(2026, 3, 8))));
    }

    #[test]
    fn a_lead_asks_for_any_moment_up_to_now() {
        let of = |as_of| asked(as_of, Disclosure::Exact, NOON);
        assert_eq!(of(""), Ok(Moment::Now));
        assert_eq!(of(NOON), Ok(Moment::Instant(NOON.parse().unwrap())));
        assert_eq!(of("2026-03-08"), Ok(Moment::Day(date(2026, 3, 8))));
        assert_eq!(of("2026-03-09"), Err("asOf: dayNotOver".to_owned()));
        for ahead in ["2026-03-09T11:00:00.000001Z", "2026-03-10", "9999-12-30T22:00:00Z"] {
            assert_eq!(of(ahead), Err("asOf: inTheFuture".to_owned()), "{ahead}");
        }
        for no_moment in ["yesterday", "2026-03-08T12:30", "2026-03", "2026-02-30", " 2026-03-08"] {
            assert_eq!(of(no_moment), Err("asOf: unknownValue".to_owned()), "{no_moment}");
        }
    }

    #[test]
    fn a_period_ends_where_the_knowledge_ends() {
        let now = NOON.parse().unwrap();
        let of = |moment| {
            question(&GetTableRequest::default(), moment, &Zone::default(), now).unwrap().to
        };
        assert_eq!(of(Moment::Now), date(2026, 3, 9));
        assert_eq!(of(Moment::Day(date(2026, 3, 1))), date(2026, 3, 1));
        let late = "2026-03-01T23:30:00Z".parse().unwrap();
        assert_eq!(of(Moment::Instant(late)), date(2026, 3, 2), "after midnight in Belgium");
    }
}
