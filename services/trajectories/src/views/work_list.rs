//! What a coach has to see to, and what the coach did in a month.

use events::WorkListKind as Kind;
use jiff::{ToSpan, civil::Date};
use uuid::Uuid;

use super::{Entry, Told, Trajectories, What};

/// So many days after the last contact the next one is due (C9).
const CONTACT_DAYS: i64 = 7;
/// So many days after a signal or an answer somebody comes back to it.
const COME_BACK_DAYS: i64 = 7;
/// So many days after a placement began the coach asks how it goes.
const PLACEMENT_DAYS: i64 = 14;
/// From one talk of after-care to the next.
const AFTER_CARE_DAYS: i64 = 30;

/// Something to see to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// With whom.
    pub youth: Uuid,
    /// What.
    pub kind: Kind,
    /// From this day on it is due.
    pub due_on: Date,
}

/// What a coach did in a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// Steps that count.
    pub steps: u32,
    /// What they took.
    pub minutes: u32,
    /// With how many youths.
    pub youths: u32,
}

impl Trajectories {
    /// What a coach has to see to, the first that is due in front. Of those in after-care, with whoever goes on: how a
    /// trajectory ended is sealed, so that the caller says with whom.
    pub fn work_list(&self, coach: Uuid, goes_on: impl Fn(Uuid) -> bool) -> Vec<Item> {
        let open = self.told_of(coach).flat_map(|(youth, told)| told.to_do(youth));
        let cared = self.looked_after(coach).filter(|(youth, _)| goes_on(*youth));
        let cared = cared.filter_map(|(youth, told)| told.after_care(youth));
        let mut items: Vec<_> = open.chain(cared).collect();
        items.sort_by_key(|item| (item.due_on, item.youth, item.kind as u8));
        items
    }

    /// Those whom a coach accompanied to the end, and who have no other trajectory since then.
    pub fn after_care(&self, coach: Uuid) -> impl Iterator<Item = Uuid> {
        self.looked_after(coach).map(|(youth, _)| youth)
    }

    /// What a coach did from one day to another, both included, with those of now and those in after-care.
    pub fn month(&self, coach: Uuid, (first, last): (Date, Date)) -> Month {
        let all = self.told_of(coach).chain(self.looked_after(coach));
        all.fold(Month::default(), |mut month, (_, told)| {
            let own = told.timeline.newest_first().filter(|it| told.times.is_open(it.position));
            let counted = own.filter_map(Entry::counted);
            let (mut steps, mut minutes) = (0, 0);
            for (_, of) in counted.filter(|(day, _)| (first..=last).contains(day)) {
                steps += 1;
                minutes += u32::from(of);
            }
            month.steps += steps;
            month.minutes += minutes;
            month.youths += u32::from(steps > 0);
            month
        })
    }

    fn told_of(&self, coach: Uuid) -> impl Iterator<Item = (Uuid, &Told)> {
        let youths = self.caseloads.get(&coach).into_iter().flatten();
        youths.filter_map(|youth| Some((*youth, self.all(*youth).last()?)))
    }

    fn looked_after(&self, coach: Uuid) -> impl Iterator<Item = (Uuid, &Told)> {
        let youths = self.after_care.get(&coach).into_iter().flatten();
        youths.filter_map(|youth| Some((*youth, self.all(*youth).last()?)))
    }
}

impl Told {
    fn to_do(&self, youth: Uuid) -> Vec<Item> {
        let item = |kind, from: Date, days: i64| {
            let due_on = from.saturating_add(days.days());
            Item { youth, kind, due_on }
        };
        let began = self.times.since_when().unwrap_or(self.summary.registered_on);
        let heard = self.summary.last_contact_on.map_or(began, |last| last.max(began));
        let contact = item(Kind::NoContact, heard, CONTACT_DAYS);
        let things = self.things.iter().filter(|thing| !thing.over);
        let things = things.filter_map(|thing| match thing.what {
            What::Alarm => Some(item(Kind::Alarm, thing.last_on, COME_BACK_DAYS)),
            What::Handover if thing.agreed => {
                Some(item(Kind::HandoverAgreed, thing.last_on, COME_BACK_DAYS))
            }
            What::Handover => Some(item(Kind::HandoverOffered, thing.last_on, COME_BACK_DAYS)),
            // Whoever was heard of after it began was asked.
            What::Placement => (self.summary.last_contact_on <= Some(thing.last_on))
                .then(|| item(Kind::Placement, thing.last_on, PLACEMENT_DAYS)),
            What::Contact => None,
        });
        [contact].into_iter().chain(things).collect()
    }

    fn after_care(&self, youth: Uuid) -> Option<Item> {
        let last = self.summary.last_contact_on.max(self.summary.closed_on)?;
        let due_on = last.saturating_add(AFTER_CARE_DAYS.days());
        Some(Item { youth, kind: Kind::AfterCare, due_on })
    }
}
