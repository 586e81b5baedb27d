//! Who is told that data was corrected, erased or restricted, and what the young person is told of a restriction
//! that ends.

use std::collections::BTreeSet;

use events::{DataRight, LiftReason, OutsideRecipient, RecipientId};
use jiff::{ToSpan, civil::Date};
use kernel::{Role, personal::Kept};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::audit::AuditEntry;

/// Within so many days whoever was told says that no old copy is used.
const DONE_WITHIN_DAYS: i32 = 7;

/// Who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// The day.
    pub on: Date,
    /// What was granted.
    pub right: DataRight,
    /// Those of the centre.
    pub recipients: Vec<Recipient>,
    /// Those outside, in the order in which they were written down.
    pub outside: Vec<Outside>,
}

/// Somebody of the centre who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// Who.
    pub id: RecipientId,
    /// The day on which they said that no old copy is used.
    pub acknowledged: Option<Date>,
}

/// Somebody outside who was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outside {
    /// What they are.
    pub recipient: OutsideRecipient,
    /// The day.
    pub on: Date,
    /// Who; sealed.
    pub name: Option<Kept<String>>,
}

/// That a restriction will be lifted, as the young person was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// Why.
    pub reason: LiftReason,
    /// The day on which it was told.
    pub on: Date,
    /// The first day on which it may be, if nobody read it.
    pub from: Date,
    /// The day on which it was read.
    pub seen: Option<Date>,
}

impl Telling {
    /// The day by which each of them says that it is done.
    pub fn due(&self) -> Date {
        self.on.saturating_add(DONE_WITHIN_DAYS.days())
    }

    /// Those of the centre who did not say so yet.
    pub fn waiting(&self) -> impl Iterator<Item = RecipientId> {
        self.recipients.iter().filter(|one| one.acknowledged.is_none()).map(|one| one.id)
    }

    /// Whether this one was told and did not say so yet.
    pub fn waits_for(&self, person: Uuid) -> bool {
        self.waiting().any(|one| one.uuid() == person)
    }

    /// Whether this one was told.
    pub fn told(&self, person: Uuid) -> bool {
        self.recipients.iter().any(|one| one.id.uuid() == person)
    }

    /// One of them says so.
    pub(super) fn acknowledged(&mut self, recipient: RecipientId, on: Date) {
        for one in self.recipients.iter_mut().filter(|one| one.id == recipient) {
            one.acknowledged = Some(on);
        }
    }
}

/// Those of the centre who had the data of somebody: whoever read it, and whoever wrote it down. Who is gone
/// from the centre can be told nothing here.
pub fn recipients(
    entries: impl Iterator<Item = AuditEntry>,
    is_there: impl Fn(Uuid) -> bool,
) -> Vec<RecipientId> {
    let staff = |role| match role {
        Role::Coach | Role::Lead | Role::Officer => true,
        Role::Youth | Role::Auditor | Role::Operator | Role::Service => false,
    };
    let had = entries.filter(|entry| staff(entry.role) && entry.actor != entry.person);
    let had: BTreeSet<Uuid> = had.map(|entry| entry.actor).collect();
    had.into_iter().filter(|one| is_there(*one)).map(RecipientId::new).collect()
}

#[cfg(test)]
mod tests {
    use eventlog::Position;
    use events::{ChangeKind, ReadKind};
    use jiff::civil::date;
    use kernel::Purpose;
    use reads::domain::unusual::Rules;

    use super::{super::audit::Did, *};

    const NOOR: Uuid = Uuid::from_u128(1);
    const NOW: Uuid = Uuid::from_u128(2);
    const BEFORE: Uuid = Uuid::from_u128(3);
    const LEAD: Uuid = Uuid::from_u128(4);
    const GONE: Uuid = Uuid::from_u128(5);
    const TIMELINE: Did = Did::Read(ReadKind::Timeline);

    fn entry(actor: Uuid, role: Role, did: Did) -> AuditEntry {
        AuditEntry {
            number: 1,
            position: Position::START,
            recorded_micros: 0,
            occurred_on: date(2027, 3, 9),
            person: NOOR,
            actor,
            role,
            purpose: Purpose::Coaching,
            did,
            unusual: Rules::default(),
            reviewed: None,
        }
    }

    fn had(entries: &[AuditEntry]) -> Vec<Uuid> {
        let found = recipients(entries.iter().copied(), |id| id != GONE);
        found.into_iter().map(RecipientId::uuid).collect()
    }

    #[test]
    fn whoever_read_or_wrote_had_the_data_and_each_is_told_once() {
        let entries = [
            entry(LEAD, Role::Lead, Did::Change(ChangeKind::Registered)),
            entry(NOW, Role::Coach, TIMELINE),
            entry(BEFORE, Role::Coach, TIMELINE),
            entry(NOW, Role::Coach, Did::Read(ReadKind::Caseload)),
        ];
        assert_eq!(had(&entries), [NOW, BEFORE, LEAD]);
    }

    #[test]
    fn the_youth_services_and_those_who_are_gone_are_told_nothing() {
        let entries = [
            entry(NOOR, Role::Youth, Did::Change(ChangeKind::Answer)),
            entry(Uuid::nil(), Role::Service, Did::Change(ChangeKind::Erased)),
            entry(GONE, Role::Coach, TIMELINE),
        ];
        assert!(had(&entries).is_empty());
    }

    #[test]
    fn who_says_that_it_is_done_is_waited_for_no_more() {
        let told = |id| Recipient { id: RecipientId::new(id), acknowledged: None };
        let (on, right) = (date(2027, 3, 9), DataRight::Rectification);
        let recipients = vec![told(NOW), told(LEAD)];
        let mut telling = Telling { on, right, recipients, outside: vec![] };
        assert!(telling.waits_for(NOW) && telling.waits_for(LEAD) && !telling.told(BEFORE));
        telling.acknowledged(RecipientId::new(NOW), on);
        assert!(!telling.waits_for(NOW) && telling.told(NOW) && telling.waits_for(LEAD));
        assert_eq!(telling.due(), date(2027, 3, 16));
    }
}
