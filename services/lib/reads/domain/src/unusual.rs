//! Which readings somebody should look at: by written rules, each of which is told, never by a score.
//!
//! Invariant: the same readings in the same order are unusual for the same reasons, wherever they are folded.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use events::{Code as _, ReadKind, UnusualRule, YouthId};
use jiff::{SignedDuration, Timestamp};
use kernel::Role;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// From this hour of the day on nobody of a centre is at work as a rule.
pub const NIGHT_FROM_HOUR: i8 = 22;
/// From this hour on they may be again.
pub const NIGHT_UNTIL_HOUR: i8 = 6;
/// So many young people's files may one open within an hour: more than a coach has (20 per FTE, L1294).
pub const FILES_AN_HOUR_MAX: usize = 25;

/// That somebody read something of a young person.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Who.
    pub reader: Uuid,
    /// As what.
    pub role: Role,
    /// About whom.
    pub youth: YouthId,
    /// What.
    pub what: ReadKind,
    /// When.
    pub at: Timestamp,
    /// The hour of the day, where the centre is.
    pub hour: i8,
}

/// Rules by which something is unusual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rules(u8);

impl Rules {
    /// These.
    fn of(rules: impl IntoIterator<Item = UnusualRule>) -> Self {
        Self(rules.into_iter().fold(0, |all, rule| all | bit(rule)))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of both.
    #[must_use]
    pub fn with(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = UnusualRule> {
        UnusualRule::ALL.iter().copied().filter(move |rule| self.0 & bit(*rule) != 0)
    }
}

fn bit(rule: UnusualRule) -> u8 {
    UnusualRule::ALL.iter().position(|it| *it == rule).map_or(0, |place| 1 << place)
}

/// What the rules have to know of what came before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Whose files somebody opened within the last hour.
    files: BTreeMap<Uuid, VecDeque<(Timestamp, YouthId)>>,
    chosen: BTreeMap<YouthId, Chosen>,
}

/// Whom a youth chose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Chosen {
    now: Option<Uuid>,
    before: BTreeSet<Uuid>,
}

impl Watch {
    /// A trajectory of a youth began: nobody accompanies it yet.
    pub fn began(&mut self, youth: YouthId) {
        let chosen = self.chosen.entry(youth).or_default();
        chosen.before.extend(chosen.now.take());
    }

    /// A youth chose a coach.
    pub fn chose(&mut self, youth: YouthId, coach: Uuid) {
        self.began(youth);
        self.chosen.entry(youth).or_default().now = Some(coach);
    }

    /// By which rules it is unusual that somebody read this.
    pub fn sees(&mut self, seen: Seen) -> Rules {
        if !matches!(seen.role, Role::Coach | Role::Lead | Role::Officer) {
            return Rules::default();
        }
        let night = !(NIGHT_UNTIL_HOUR..NIGHT_FROM_HOUR).contains(&seen.hour);
        let night = night.then_some(UnusualRule::AtNight);
        let many = self.opened_many(seen).then_some(UnusualRule::ManyFiles);
        Rules::of([night, many, self.not_theirs(seen)].into_iter().flatten())
    }

    fn opened_many(&mut self, Seen { reader, youth, what, at, .. }: Seen) -> bool {
        if !matches!(what, ReadKind::Trajectory | ReadKind::Timeline) {
            return false;
        }
        let files = self.files.entry(reader).or_default();
        files.retain(|(then, other)| {
            *other != youth && at.duration_since(*then) < SignedDuration::from_hours(1)
        });
        files.push_back((at, youth));
        files.len() > FILES_AN_HOUR_MAX
    }

    fn not_theirs(&self, Seen { reader, role, youth, .. }: Seen) -> Option<UnusualRule> {
        let chosen = self.chosen.get(&youth);
        if role != Role::Coach || chosen.is_some_and(|chosen| chosen.now == Some(reader)) {
            return None;
        }
        let before = chosen.is_some_and(|chosen| chosen.before.contains(&reader));
        let rule =
            if before { UnusualRule::AfterChangeOfCoach } else { UnusualRule::OutsideCaseload };
        Some(rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KAREL: Uuid = Uuid::from_u128(1);
    const LIESE: Uuid = Uuid::from_u128(2);

    fn youth(number: u128) -> YouthId {
        Uuid::from_u128(number).into()
    }

    /// Karel reads a timeline so many minutes after ten in the morning.
    fn seen(number: u128, minutes: i64) -> Seen {
        let at = "2026-03-09T09:00:00Z".parse::<Timestamp>().unwrap();
        let at = at + SignedDuration::from_mins(minutes);
        let (role, what, hour) = (Role::Coach, ReadKind::Timeline, 10);
        Seen { reader: KAREL, role, youth: youth(number), what, at, hour }
    }

    fn of_karel(count: u128) -> Watch {
        let mut watch = Watch::default();
        for number in 0..count {
            watch.chose(youth(number), KAREL);
        }
        watch
    }

    fn rules(watch: &mut Watch, seen: Seen) -> Vec<UnusualRule> {
        watch.sees(seen).iter().collect()
    }

    #[test]
    fn whoever_reads_about_the_own_youths_by_day_does_nothing_unusual() {
        assert_eq!(rules(&mut of_karel(1), seen(0, 0)), []);
    }

    #[test]
    fn at_night_is_from_ten_in_the_evening_to_six_where_the_centre_is() {
        for (hour, unusual) in [(21, false), (22, true), (0, true), (5, true), (6, false)] {
            let at_night = rules(&mut of_karel(1), Seen { hour, ..seen(0, 0) });
            assert_eq!(at_night == [UnusualRule::AtNight], unusual, "{hour}");
        }
    }

    #[test]
    fn many_files_are_more_than_a_coach_has_within_an_hour() {
        let mut watch = of_karel(60);
        let most = FILES_AN_HOUR_MAX as u128;
        for number in 0..most {
            assert_eq!(rules(&mut watch, seen(number, 0)), []);
        }
        assert_eq!(rules(&mut watch, seen(0, 1)), [], "the same one again");
        let list = Seen { what: ReadKind::Caseload, ..seen(most, 1) };
        assert_eq!(rules(&mut watch, list), [], "a line of a list is no file");
        assert_eq!(rules(&mut watch, seen(most, 2)), [UnusualRule::ManyFiles]);
        assert_eq!(rules(&mut watch, seen(most + 1, 70)), [], "an hour later");
    }

    #[test]
    fn a_coach_reads_about_those_who_chose_that_coach_and_no_longer_about_those_who_left() {
        let mut watch = of_karel(1);
        watch.chose(youth(7), LIESE);
        assert_eq!(rules(&mut watch, seen(7, 0)), [UnusualRule::OutsideCaseload]);
        assert_eq!(
            rules(&mut watch, seen(9, 0)),
            [UnusualRule::OutsideCaseload],
            "who chose nobody"
        );
        watch.chose(youth(0), LIESE);
        assert_eq!(rules(&mut watch, seen(0, 1)), [UnusualRule::AfterChangeOfCoach]);
        watch.chose(youth(0), KAREL);
        watch.began(youth(0));
        assert_eq!(rules(&mut watch, seen(0, 2)), [UnusualRule::AfterChangeOfCoach]);
        let lead = Seen { role: Role::Lead, ..seen(0, 3) };
        assert_eq!(rules(&mut watch, lead), [], "a lead has no caseload");
    }

    #[test]
    fn an_officer_is_watched_as_everybody_of_the_centre() {
        let officer = Seen { role: Role::Officer, hour: 23, ..seen(7, 0) };
        assert_eq!(rules(&mut of_karel(1), officer), [UnusualRule::AtNight]);
    }

    #[test]
    fn several_rules_are_all_told() {
        let night = Seen { hour: 23, ..seen(7, 0) };
        let both = [UnusualRule::AtNight, UnusualRule::OutsideCaseload];
        assert_eq!(rules(&mut of_karel(1), night), both);
    }
}
