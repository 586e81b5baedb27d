//! Who read or changed what of whom.

use domain::ReviewReading;
use eventlog::clock::today_in;
use events::{Code, limits::identity::LIST_AUDIT_ENTRIES_LIMIT};
use jiff::civil::Date;
use kernel::{Reason, Role};
use proto::{
    identity::{
        AuditEntry as Told, ListAuditEntriesRequest, ListAuditEntriesResponse, NamedPerson,
        ReadingReview, ReviewReadingRequest, audit_log_service_server::AuditLogService,
    },
    shared::Done,
};
use runtime::{
    access::asked,
    execute::{Target, execute},
    serve::Answer,
    status::{invalid, not_found, of_command, of_log, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, person_id};
use crate::{
    resources::AuditLogOf,
    views::{AuditEntry, Directory, Wanted},
};

/// Entries on a page of which no size was said.
const PAGE_ENTRIES: usize = 50;

#[tonic::async_trait]
impl AuditLogService for Identity {
    async fn list_audit_entries(
        &self,
        request: Request<ListAuditEntriesRequest>,
    ) -> Answer<ListAuditEntriesResponse> {
        let (asked, request) = asked(request)?;
        let optional = |field: &str, text: &Option<String>| {
            text.as_deref().map(|text| parse::<Uuid>(field, text)).transpose()
        };
        let (person, by) = (optional("person", &request.person)?, optional("by", &request.by)?);
        let centre = asked.tenant().clone();
        let ctx = asked.authorize(&AuditLogOf { centre, youth: person })?;
        if let Some(person) = person {
            let known = |directory: &Directory| directory.person(person).map(drop);
            self.directory.find(&ctx, known).await?.ok_or_else(not_found)?;
        }
        let entries = match usize::try_from(request.limit.unwrap_or(0)) {
            Ok(0) => PAGE_ENTRIES,
            Ok(limit) if limit <= LIST_AUDIT_ENTRIES_LIMIT.most() => limit,
            Ok(_) | Err(_) => return Err(invalid("limit", Reason::TooMany)),
        };
        let zone = self.zone(&ctx).await?;
        let day = |field: &str, text: &Option<String>| {
            text.as_deref().map(|text| parse::<Date>(field, text)).transpose()
        };
        let as_of = match day("asOf", &request.as_of)? {
            // Of a day that is still to come nothing is known.
            Some(day) if day > today_in(&zone) => {
                return Err(invalid("asOf", Reason::InTheFuture));
            }
            Some(day) => {
                let at = self.registrar.backends.log.position_at(zone.end_of(day)).await;
                Some(at.map_err(|error| of_log(&error))?)
            }
            None => None,
        };
        let by_others = request.by_others.unwrap_or(false);
        let unusual = request.unusual.unwrap_or(false);
        let wanted = Wanted { person, by, by_others, unusual, as_of, ..Wanted::default() };
        let (from, to) = (day("from", &request.from)?, day("to", &request.to)?);
        let wanted = wanted.between(&zone, from, to);
        let before = request.before.unwrap_or(u64::MAX);
        self.audit_log_is_whole().await?;
        let log = self.audit.of(&ctx).await?;
        let (page, more, total, through) = log.with(|log, position| {
            let mut older = log.latest_first(wanted).filter(|entry| entry.number < before);
            let page: Vec<_> = older.by_ref().take(entries).collect();
            let more = older.next().is_some();
            (page, more, log.latest_first(wanted).count(), as_of.unwrap_or(position))
        });
        let ids = page.iter().flat_map(|entry| {
            let looked = entry.reviewed.map(|review| review.by);
            [Some(entry.person), Some(entry.actor), looked].into_iter().flatten()
        });
        let known = self.visible(&asked, &ctx, ids).await?;
        let people = self.opened(ctx.tenant(), &known).await?.into_iter();
        let people = people.map(|person| NamedPerson { id: person.id, name: person.name });
        Ok(Response::new(ListAuditEntriesResponse {
            entries: page.into_iter().map(|entry| told(entry, ctx.role())).collect(),
            more,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            people: people.collect(),
            through: through.into(),
        }))
    }

    async fn review_reading(&self, request: Request<ReviewReadingRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let reader = person_id("reader", &request.reader)?;
        let (day, until) = (parse("day", &request.day)?, parse("until", &request.until)?);
        let finding = parse("finding", &request.finding)?;
        let centre = asked.tenant().clone();
        let ctx = asked.authorize(&AuditLogOf { centre, youth: None })?;
        let known = |directory: &Directory| directory.person(reader).map(drop);
        self.directory.find(&ctx, known).await?.ok_or_else(not_found)?;
        self.audit_log_is_whole().await?;
        let log = self.audit.of(&ctx).await?;
        let until = log.get(|log| log.last_unusual(reader, day, until));
        let command = ReviewReading { reader, day, until, finding };
        let target = Target::today(reader, None, self.today(&ctx).await?);
        let done = execute(&self.registrar.backends, &ctx, target, &command).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }
}

impl Identity {
    /// Whoever asks is told of everything that anybody was answered before.
    pub(super) async fn audit_log_is_whole(&self) -> Result<(), Status> {
        let end = self.registrar.backends.log.end().await.map_err(|error| of_log(&error))?;
        Ok(self.audit.at_least(end).await?)
    }
}

/// What was found about a reader is no business of whom they read about: a breach is told otherwise.
fn told(entry: AuditEntry, reader: Role) -> Told {
    let reviewed = entry.reviewed.filter(|_| reader != Role::Youth).map(|review| ReadingReview {
        finding: review.finding.name().to_owned(),
        reviewed_on: review.on.to_string(),
        by: review.by.to_string(),
    });
    let (read, change) = entry.did.names();
    Told {
        number: entry.number,
        position: entry.position.into(),
        recorded_at: entry.recorded_at().to_string(),
        occurred_on: entry.occurred_on.to_string(),
        person: entry.person.to_string(),
        actor: entry.actor.to_string(),
        actor_role: (entry.role != Role::Service).then(|| entry.role.name().to_owned()),
        purpose: entry.purpose.name().to_owned(),
        read: read.map(str::to_owned),
        change: change.map(str::to_owned),
        unusual: entry.unusual.iter().map(|rule| rule.name().to_owned()).collect(),
        reviewed,
    }
}
