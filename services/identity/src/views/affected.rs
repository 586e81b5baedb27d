//! Whose data somebody read or changed in a period: a fold of the audit log.
//!
//! Invariant: nobody is left out whose data was shown in the period, as far as the log says it.

use std::collections::{BTreeMap, BTreeSet};

use events::{ChangeKind, ReadKind};
use jiff::{SignedDuration, Timestamp};
use kernel::Role;
use reads::domain::SAME_READING_MINUTES;
use uuid::Uuid;

use super::audit::{AuditEntry, Did, Wanted};

/// By whom, and when.
#[derive(Clone, Copy, Debug)]
pub struct Readers {
    /// By this person; otherwise by anybody.
    pub reader: Option<Uuid>,
    /// By whoever had this role then; otherwise whatever the role.
    pub role: Option<Role>,
    /// From this moment on.
    pub from: Timestamp,
    /// Up to this moment.
    pub until: Timestamp,
}

/// What of somebody was read and changed, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// What was read.
    pub reads: BTreeSet<ReadKind>,
    /// What was changed.
    pub changes: BTreeSet<ChangeKind>,
    /// The first time and the last that stand in the log.
    pub times: Option<(Timestamp, Timestamp)>,
}

impl Readers {
    /// The entries to look at. A reading stands for every same one within a quarter of an hour, so those of
    /// a quarter of an hour before may be the ones that were in the period.
    pub fn wanted(&self) -> Wanted {
        let covered = SignedDuration::from_mins(SAME_READING_MINUTES);
        let from = self.from.saturating_sub(covered).unwrap_or(Timestamp::MIN);
        Wanted { by: self.reader, from: Some(from), until: Some(self.until), ..Wanted::default() }
    }

    /// Whether an entry tells of somebody's data in other hands. What people do with their own data is
    /// that only where it is asked whose hands those were: then somebody else may have been them.
    fn count(&self, entry: &AuditEntry) -> bool {
        let by_role = match self.role {
            Some(role) => entry.role == role,
            None => entry.role != Role::Service,
        };
        let in_time = match entry.did {
            Did::Read(_) => true,
            Did::Change(_) => entry.recorded_at() >= self.from,
        };
        let named = self.reader.is_some() || self.role == Some(Role::Youth);
        by_role && in_time && (named || entry.person != entry.actor)
    }
}

/// The young people whose data it was. A youth who is named as the reader is one of them in any case: what
/// somebody reads of the own data is written down nowhere.
pub fn affected(
    entries: impl Iterator<Item = AuditEntry>,
    readers: &Readers,
    is_youth: impl Fn(Uuid) -> bool,
) -> BTreeMap<Uuid, Affected> {
    let own = readers.reader.filter(|reader| is_youth(*reader));
    let mut found: BTreeMap<_, _> = own.map(|own| (own, Affected::default())).into_iter().collect();
    for entry in entries.filter(|entry| readers.count(entry) && is_youth(entry.person)) {
        let affected: &mut Affected = found.entry(entry.person).or_default();
        match entry.did {
            Did::Read(what) => drop(affected.reads.insert(what)),
            Did::Change(what) => drop(affected.changes.insert(what)),
        }
        let at = entry.recorded_at();
        let (first, last) = affected.times.unwrap_or((at, at));
        affected.times = Some((first.min(at), last.max(at)));
    }
    found
}

#[cfg(test)]
mod tests {
    use eventlog::Position;
    use jiff::civil::date;
    use kernel::Purpose;
    use reads::domain::unusual::Rules;

    use super::*;

    const COACH: Uuid = Uuid::from_u128(1);
    const LEAD: Uuid = Uuid::from_u128(2);
    const NOOR: Uuid = Uuid::from_u128(11);
    const SAM: Uuid = Uuid::from_u128(12);
    const NOBODY: [Uuid; 0] = [];
    const TIMELINE: Did = Did::Read(ReadKind::Timeline);

    fn at(clock: &str) -> Timestamp {
        format!("2027-03-09T{clock}Z").parse().unwrap()
    }

    fn entry(actor: Uuid, role: Role, person: Uuid, did: Did, clock: &str) -> AuditEntry {
        AuditEntry {
            number: 1,
            position: Position::START,
            recorded_micros: at(clock).as_microsecond(),
            occurred_on: date(2027, 3, 9),
            person,
            actor,
            role,
            purpose: Purpose::Coaching,
            did,
            unusual: Rules::default(),
            reviewed: None,
        }
    }

    fn readers(reader: Option<Uuid>, role: Option<Role>) -> Readers {
        Readers { reader, role, from: at("10:00:00"), until: at("11:00:00") }
    }

    /// As the audit log would answer what is wanted.
    fn of(readers: Readers, all: &[AuditEntry]) -> BTreeMap<Uuid, Affected> {
        let Wanted { by, from, until, .. } = readers.wanted();
        let wanted = all.iter().copied().filter(|entry| {
            let recorded = entry.recorded_at();
            by.is_none_or(|by| by == entry.actor)
                && Some(recorded) >= from
                && Some(recorded) <= until
        });
        affected(wanted, &readers, |id| id == NOOR || id == SAM)
    }

    fn names(found: BTreeMap<Uuid, Affected>) -> Vec<Uuid> {
        found.into_keys().collect()
    }

    #[test]
    fn whose_data_somebody_read_is_told_with_what_and_when() {
        let note = Did::Change(ChangeKind::Note);
        let all = [
            entry(COACH, Role::Coach, NOOR, TIMELINE, "10:10:00"),
            entry(COACH, Role::Coach, NOOR, note, "10:20:00"),
            entry(LEAD, Role::Lead, SAM, TIMELINE, "10:10:00"),
        ];
        let found = of(readers(Some(COACH), None), &all);
        let expected = Affected {
            reads: [ReadKind::Timeline].into(),
            changes: [ChangeKind::Note].into(),
            times: Some((at("10:10:00"), at("10:20:00"))),
        };
        assert_eq!(found, [(NOOR, expected)].into());
        assert_eq!(names(of(readers(None, Some(Role::Lead)), &all)), [SAM]);
        assert_eq!(names(of(readers(None, None), &all)), [NOOR, SAM]);
    }

    #[test]
    fn what_was_read_a_quarter_of_an_hour_before_may_have_been_read_again_and_counts() {
        let read = |clock| [entry(COACH, Role::Coach, NOOR, TIMELINE, clock)];
        assert_eq!(names(of(readers(None, None), &read("09:45:00"))), [NOOR]);
        assert_eq!(names(of(readers(None, None), &read("09:44:59"))), NOBODY);
        assert_eq!(names(of(readers(None, None), &read("11:00:00"))), [NOOR]);
        assert_eq!(names(of(readers(None, None), &read("11:00:01"))), NOBODY);
        let wrote = [entry(COACH, Role::Coach, NOOR, Did::Change(ChangeKind::Step), "09:59:59")];
        assert_eq!(
            names(of(readers(None, None), &wrote)),
            NOBODY,
            "what was written is written once"
        );
    }

    #[test]
    fn a_lost_device_of_a_youth_is_about_that_youth() {
        assert_eq!(names(of(readers(Some(NOOR), None), &[])), [NOOR]);
        let answer = entry(NOOR, Role::Youth, NOOR, Did::Change(ChangeKind::Answer), "10:30:00");
        assert_eq!(
            of(readers(Some(NOOR), None), &[answer])[&NOOR].changes,
            [ChangeKind::Answer].into()
        );
        assert_eq!(names(of(readers(None, Some(Role::Youth)), &[answer])), [NOOR]);
        assert_eq!(
            names(of(readers(None, None), &[answer])),
            NOBODY,
            "the own data in the own hands"
        );
    }

    #[test]
    fn colleagues_are_no_young_people_and_services_read_nothing() {
        let registered = Did::Change(ChangeKind::Registered);
        let all = [
            entry(LEAD, Role::Lead, COACH, registered, "10:30:00"),
            entry(Uuid::nil(), Role::Service, NOOR, Did::Change(ChangeKind::Erased), "10:30:00"),
        ];
        assert_eq!(names(of(readers(None, None), &all)), NOBODY);
    }
}
