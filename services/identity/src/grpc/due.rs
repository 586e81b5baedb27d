//! What has to be done about the data of a centre, and by when.
//!
//! Each kind of thing is one function over one view, named once in [`Identity::everything`].

use events::{BreachCause, BreachState, Code as _, DataRight, DueKind, RetentionClass};
use jiff::{Timestamp, ToSpan, civil::Date};
use kernel::{TenantId, zone::Zone};
use proto::identity::{self as wire, NamedPerson, due_service_server::DueService};
use runtime::{
    access::{Centre, Permit, asked},
    serve::Answer,
    status::parse,
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, breaches::told};
use crate::views::{AuditLog, BreachFile, Breaches, Requests, Retention, Unreviewed};

/// What is due within so many days is listed.
const DUE_WITHIN_DAYS: i32 = 7;
/// Within so many days somebody looks into unusual reading.
const LOOK_WITHIN_DAYS: i32 = 7;
/// Within so many days somebody confirms that a term is over.
const CONFIRM_WITHIN_DAYS: i32 = 7;
/// How many things one page holds.
const PAGE_THINGS: usize = 50;

/// One thing that is due.
struct Thing {
    kind: DueKind,
    /// Which one of its kind.
    id: String,
    /// Whom it is about, if it is one.
    person: Option<Uuid>,
    due: Timestamp,
    what: What,
}

/// What there is to say of a thing of its kind.
enum What {
    /// Somebody asks for this.
    Request(DataRight),
    /// This was granted, and so many of those who were told did not say that it is done.
    Notice(DataRight, usize),
    /// This was read.
    Reading(Unreviewed),
    /// The clock of a breach runs that came about so.
    Breach(BreachCause),
    /// The term of this is over.
    Term(RetentionClass),
}

#[tonic::async_trait]
impl DueService for Identity {
    async fn list_due(
        &self,
        request: Request<wire::ListDueRequest>,
    ) -> Answer<wire::ListDueResponse> {
        let (asked, request) = asked(request)?;
        let from = request.page.as_deref().map(|page| parse::<usize>("page", page));
        let from = from.transpose()?.unwrap_or(0);
        let ctx = asked.authorize(&Centre(asked.tenant().clone()))?;
        let (zone, now) = (self.zone(&ctx).await?, eventlog::clock::now());
        let things = self.everything(&ctx, &zone, now).await?;
        let overdue = things.iter().filter(|thing| thing.due < now).count();
        let page = if request.only_counts.unwrap_or(false) { 0 } else { PAGE_THINGS };
        let end = from.saturating_add(page);
        let page: Vec<_> = things.iter().skip(from).take(page).collect();
        asked.tells_of(&ctx, page.iter().filter_map(|thing| thing.youth()));
        let known =
            self.visible(&asked, &ctx, page.iter().filter_map(|thing| thing.person)).await?;
        let people = self.opened(ctx.tenant(), &known).await?.into_iter();
        let people = people.map(|person| NamedPerson { id: person.id, name: person.name });
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(Response::new(wire::ListDueResponse {
            next_page: (!page.is_empty() && end < things.len()).then(|| end.to_string()),
            items: page.into_iter().map(|thing| thing.told(&zone, now)).collect(),
            total: count(things.len()),
            overdue: count(overdue),
            people: people.collect(),
            today: zone.date_of(now).to_string(),
        }))
    }
}

impl Identity {
    /// What whoever asks has to see to within a week, and what should be done already.
    async fn everything(
        &self,
        ctx: &Permit,
        zone: &Zone,
        now: Timestamp,
    ) -> Result<Vec<Thing>, Status> {
        self.audit_log_is_whole().await?;
        let mut things = self.requests.of(ctx).await?.get(|view| {
            requests(view, zone).into_iter().chain(notices(view, zone)).collect::<Vec<_>>()
        });
        things.extend(self.audit.of(ctx).await?.get(|view| readings(view, zone, ctx.actor())));
        self.breaches.at_least(ctx.at_least()).await?;
        things.extend(breaches(&self.breaches.now().view, ctx.tenant())?);
        self.retention_is_whole().await?;
        things.extend(self.retention.of(ctx).await?.get(|view| terms(view, zone, now)));
        Ok(within_a_week(things, zone, now))
    }
}

/// Those that are due within a week or were before, the first in front.
fn within_a_week(mut things: Vec<Thing>, zone: &Zone, now: Timestamp) -> Vec<Thing> {
    let horizon = zone.end_of(days_after(zone.date_of(now), DUE_WITHIN_DAYS));
    things.retain(|thing| thing.due <= horizon);
    things.sort_by(|one, other| (one.due, &one.id).cmp(&(other.due, &other.id)));
    things
}

/// Requests that nobody answered yet.
fn requests(view: &Requests, zone: &Zone) -> Vec<Thing> {
    let open = view.listed(None).into_iter().filter(|entry| entry.is_open());
    let thing = open.map(|entry| Thing {
        kind: DueKind::Request,
        id: entry.id.to_string(),
        person: Some(entry.person),
        due: zone.end_of(entry.due),
        what: What::Request(entry.right),
    });
    thing.collect()
}

/// What somebody was told and did not say yet that it is done (Art. 19).
fn notices(view: &Requests, zone: &Zone) -> Vec<Thing> {
    let thing = view.told().filter_map(|(entry, telling)| {
        let waiting = telling.waiting().count();
        (waiting > 0).then(|| Thing {
            kind: DueKind::Notice,
            id: entry.id.to_string(),
            person: Some(entry.person),
            due: zone.end_of(telling.due()),
            what: What::Notice(telling.right, waiting),
        })
    });
    thing.collect()
}

/// Unusual reading that nobody looked at yet. Nobody looks at the own.
fn readings(view: &AuditLog, zone: &Zone, asks: Uuid) -> Vec<Thing> {
    let of_others = view.unreviewed().filter(|reading| reading.reader != asks);
    let thing = of_others.map(|reading| Thing {
        kind: DueKind::UnusualReading,
        id: format!("{}.{}", reading.day, reading.reader),
        person: Some(reading.reader),
        due: zone.end_of(days_after(reading.day, LOOK_WITHIN_DAYS)),
        what: What::Reading(reading),
    });
    thing.collect()
}

/// Breaches of which the authority may have to know, and does not yet.
fn breaches(view: &Breaches, centre: &TenantId) -> Result<Vec<Thing>, Status> {
    let running = |file: &&BreachFile| file.breach.state() == BreachState::Running;
    let thing = view.listed(Some(centre)).into_iter().filter(running).filter_map(|file| {
        let due = file.breach.reported()?.due;
        let cause = told::breach(file).map(|told| told.cause);
        Some(cause.and_then(|cause| {
            let what = What::Breach(parse("cause", &cause)?);
            Ok(Thing { kind: DueKind::Breach, id: file.id.to_string(), person: None, due, what })
        }))
    });
    thing.collect()
}

/// What is over and nothing keeps. What runs by itself is here only if it does not.
fn terms(view: &Retention, zone: &Zone, now: Timestamp) -> Vec<Thing> {
    let thing = view.over(zone.date_of(now)).map(|it| Thing {
        kind: DueKind::Retention,
        id: it.subject.to_string(),
        person: it.youth(),
        due: zone.end_of(days_after(it.kept.until, CONFIRM_WITHIN_DAYS)),
        what: What::Term(it.kept.class),
    });
    thing.collect()
}

fn days_after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

impl Thing {
    /// The young person of whom it tells something, if it does.
    fn youth(&self) -> Option<Uuid> {
        match self.what {
            What::Request(_) | What::Notice(..) | What::Term(_) => self.person,
            What::Reading(_) | What::Breach(_) => None,
        }
    }

    fn told(&self, zone: &Zone, now: Timestamp) -> wire::DueThing {
        let mut told = wire::DueThing {
            kind: self.kind.name().to_owned(),
            id: self.id.clone(),
            person: self.person.map(|person| person.to_string()),
            due_on: zone.date_of(self.due).to_string(),
            due_at: self.due.to_string(),
            overdue: self.due < now,
            ..Default::default()
        };
        match &self.what {
            What::Request(right) => told.right = Some(right.name().to_owned()),
            What::Notice(right, waiting) => {
                told.right = Some(right.name().to_owned());
                told.waiting = Some(u32::try_from(*waiting).unwrap_or(u32::MAX));
            }
            What::Reading(reading) => told.reading = Some(reading_told(reading)),
            What::Breach(cause) => told.cause = Some(cause.name().to_owned()),
            What::Term(class) => told.retention = Some(class.name().to_owned()),
        }
        told
    }
}

fn reading_told(reading: &Unreviewed) -> wire::ReadingToReview {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    wire::ReadingToReview {
        day: reading.day.to_string(),
        until: reading.until.to_string(),
        times: count(reading.times),
        people: count(reading.people),
        unusual: reading.rules.iter().map(|rule| rule.name().to_owned()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2027, 3, 9);

    fn due(day: Date) -> Thing {
        let zone = Zone::default();
        let what = What::Request(DataRight::Access);
        let (kind, id, due) = (DueKind::Request, day.to_string(), zone.end_of(day));
        Thing { kind, id, person: Some(Uuid::nil()), due, what }
    }

    /// Noon of today in Brussels.
    fn now() -> Timestamp {
        "2027-03-09T11:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_week_holds_what_is_due_within_seven_days_and_what_is_late_the_first_in_front() {
        let days = [(2027, 3, 17), (2027, 3, 16), (2027, 3, 9), (2027, 3, 8), (2026, 12, 1)];
        let things = days.map(|(year, month, day)| due(date(year, month, day))).into();
        let week = within_a_week(things, &Zone::default(), now());
        let ids: Vec<_> = week.iter().map(|thing| &*thing.id).collect();
        assert_eq!(ids, ["2026-12-01", "2027-03-08", "2027-03-09", "2027-03-16"]);
    }

    #[test]
    fn what_is_due_today_is_late_from_tomorrow_on_where_the_centre_is() {
        let zone = Zone::default();
        let today = due(TODAY).told(&zone, now());
        assert_eq!((&*today.due_on, today.overdue), ("2027-03-09", false));
        let late = "2027-03-09T22:59:59.999999Z".parse().unwrap();
        assert!(!due(TODAY).told(&zone, late).overdue, "the last moment of the day in Brussels");
        assert!(due(TODAY).told(&zone, "2027-03-09T23:00:00Z".parse().unwrap()).overdue);
    }
}
