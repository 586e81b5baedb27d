//! A request as it is told to whoever reads it.

use std::collections::HashMap;

use domain::rights::grounds;
use events::Code as _;
use jiff::civil::Date;
use kernel::{
    Role,
    personal::{Kept, SubjectKey},
};
use proto::identity as wire;
use uuid::Uuid;

use crate::views::{Announcement, Recipient, RequestEntry, Telling};

/// What advice there is on a request that nobody decided yet is for who decides.
pub(super) fn told(
    entry: &RequestEntry,
    key: Option<&SubjectKey>,
    (reader, today): (Role, Date),
    roles: &HashMap<Uuid, Role>,
) -> wire::DataRequest {
    let open = |kept: &Option<Kept<String>>| kept.as_ref()?.opened(key?).ok();
    let decides_later = reader == Role::Youth && entry.is_open();
    let advice = entry.advice.iter().filter(|_| !decides_later).map(|advice| wire::Advice {
        given_on: advice.on.to_string(),
        words: key.and_then(|key| advice.words.opened(key).ok()),
    });
    let grounds = if entry.is_open() { grounds(entry.right) } else { &[] };
    wire::DataRequest {
        id: entry.id.to_string(),
        person: entry.person.to_string(),
        right: entry.right.name().to_owned(),
        received_on: entry.received.to_string(),
        due_on: entry.due.to_string(),
        extended: entry.extended.map(|reason| reason.name().to_owned()),
        state: entry.state.name().to_owned(),
        ground: entry.ground.map(|ground| ground.name().to_owned()),
        over_on: entry.over.map(|day: Date| day.to_string()),
        words: open(&entry.words),
        answer: open(&entry.answer),
        grounds: grounds.iter().map(|ground| ground.name().to_owned()).collect(),
        in_force: entry.in_force,
        lifted: entry.lifted.map(|(reason, _)| reason.name().to_owned()),
        lifted_on: entry.lifted.map(|(_, day)| day.to_string()),
        advice: advice.collect(),
        telling: entry.telling.as_ref().map(|telling| who_is_told(telling, key, today, roles)),
        announcement: entry.announcement.map(announced),
    }
}

/// Who of the centre is gone meanwhile, and so has no role, is left out.
fn who_is_told(
    telling: &Telling,
    key: Option<&SubjectKey>,
    today: Date,
    roles: &HashMap<Uuid, Role>,
) -> wire::Telling {
    let recipient = |one: &Recipient| {
        Some(wire::ToldRecipient {
            person: one.id.to_string(),
            role: roles.get(&one.id.uuid())?.name().to_owned(),
            acknowledged_on: one.acknowledged.map(|day| day.to_string()),
            overdue: one.acknowledged.is_none() && telling.due() < today,
        })
    };
    let outside = telling.outside.iter().map(|one| wire::ToldOutside {
        recipient: one.recipient.name().to_owned(),
        told_on: one.on.to_string(),
        name: one.name.as_ref().and_then(|name| name.opened(key?).ok()),
    });
    wire::Telling {
        told_on: telling.on.to_string(),
        recipients: telling.recipients.iter().filter_map(recipient).collect(),
        outside: outside.collect(),
    }
}

fn announced(announcement: Announcement) -> wire::LiftingAnnouncement {
    wire::LiftingAnnouncement {
        reason: announcement.reason.name().to_owned(),
        announced_on: announcement.on.to_string(),
        from: announcement.from.to_string(),
        seen_on: announcement.seen.map(|day| day.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use events::{DataRight, RecipientId};
    use jiff::civil::date;

    use super::*;

    const COACH: Uuid = Uuid::from_u128(1);
    const OFFICER: Uuid = Uuid::from_u128(2);
    const GONE: Uuid = Uuid::from_u128(3);

    fn told(acknowledged: Option<Date>, today: Date) -> Vec<(String, String, bool)> {
        let recipient = |id, acknowledged| Recipient { id: RecipientId::new(id), acknowledged };
        let telling = Telling {
            on: date(2027, 3, 9),
            right: DataRight::Rectification,
            recipients: vec![
                recipient(COACH, acknowledged),
                recipient(OFFICER, Some(date(2027, 3, 9))),
                recipient(GONE, None),
            ],
            outside: vec![],
        };
        let roles = [(COACH, Role::Coach), (OFFICER, Role::Officer)].into();
        let told = who_is_told(&telling, None, today, &roles).recipients.into_iter();
        told.map(|one| (one.person, one.role, one.overdue)).collect()
    }

    #[test]
    fn what_nobody_said_within_a_week_is_late_from_the_eighth_day_on() {
        let line = |id: Uuid, role: &str, late| (id.to_string(), role.to_owned(), late);
        let in_time = [line(COACH, "coach", false), line(OFFICER, "officer", false)];
        assert_eq!(told(None, date(2027, 3, 16)), in_time);
        assert_eq!(told(None, date(2027, 3, 17))[0], line(COACH, "coach", true));
        assert_eq!(told(Some(date(2027, 3, 17)), date(2027, 3, 18)), in_time);
    }
}
