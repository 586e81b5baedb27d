//! Whoever had data that was corrected, erased or restricted is told (GDPR Art. 19).

use domain::rights::{AcknowledgeNotice, TellOutside};
use eventlog::EventLog;
use events::{Code as _, DataRight, RecipientId, RequestId};
use jiff::civil::Date;
use proto::{
    identity::{self as wire, NamedPerson, notice_service_server::NoticeService},
    shared::Done,
};
use runtime::{
    Ctx,
    access::asked,
    projector::Partitions,
    serve::Answer,
    status::{not_found, of_log, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::Identity;
use crate::{
    resources::Notices,
    views::{AuditLog, Directory, RequestEntry, Requests, Wanted, recipients},
};

/// How many notices one page holds.
const PAGE_NOTICES: usize = 50;

#[tonic::async_trait]
impl NoticeService for Identity {
    async fn list_notices(
        &self,
        request: Request<wire::ListNoticesRequest>,
    ) -> Answer<wire::ListNoticesResponse> {
        let (asked, request) = asked(request)?;
        let from = request.page.as_deref().map(|page| parse::<usize>("page", page));
        let from = from.transpose()?.unwrap_or(0);
        let (centre, to) = (asked.tenant().clone(), Some(asked.actor()));
        let ctx = asked.authorize(&Notices { centre, to, about: None })?;
        let requests = self.requests.of(&ctx).await?;
        let (page, total) = requests.get(|requests| {
            let waiting = requests.notices_to(ctx.actor());
            let page = waiting.iter().skip(from).take(PAGE_NOTICES);
            (page.filter_map(|entry| notice(entry)).collect::<Vec<_>>(), waiting.len())
        });
        let end = from.saturating_add(PAGE_NOTICES);
        let youths: Vec<Uuid> = page.iter().filter_map(|notice| notice.person).collect();
        asked.tells_of(&ctx, youths.iter().copied());
        let known = self.visible(&asked, &ctx, youths).await?;
        let people = self.opened(ctx.tenant(), &known).await?.into_iter();
        let people = people.map(|person| NamedPerson { id: person.id, name: person.name });
        Ok(Response::new(wire::ListNoticesResponse {
            items: page.into_iter().map(ToldNotice::message).collect(),
            next_page: (end < total).then(|| end.to_string()),
            total: u32::try_from(total).unwrap_or(u32::MAX),
            people: people.collect(),
        }))
    }

    async fn acknowledge_notice(
        &self,
        request: Request<wire::AcknowledgeNoticeRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let id: RequestId = parse("request", &request.request)?;
        let (centre, actor) = (asked.tenant(), asked.actor());
        let told = |requests: &Requests| {
            let entry = requests.request(id)?;
            let to = entry.telling.as_ref().filter(|telling| telling.told(actor)).map(|_| actor);
            Some(Notices { centre: centre.clone(), to, about: Some(entry.person) })
        };
        let told = self.requests.facts(&asked, centre, told).await?.ok_or_else(not_found)?;
        let ctx = asked.authorize(&told)?;
        let person = told.about.ok_or_else(not_found)?;
        self.answers(&ctx, person, &AcknowledgeNotice { request: id }).await
    }

    async fn tell_outside(&self, request: Request<wire::TellOutsideRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, found) = self.request_of(&asked, &request.request).await?;
        let recipient = parse("recipient", &request.recipient)?;
        let on: Date = parse("toldOn", &request.told_on)?;
        let requests = self.requests.of(&ctx).await?;
        let granted = requests.get(|requests| {
            Some(requests.request(found.id)?.telling.as_ref().map_or(on, |telling| telling.on))
        });
        let granted = granted.ok_or_else(not_found)?;
        let command = TellOutside { request: found.id, granted, recipient, on, name: request.name };
        self.answers(&ctx, found.person, &command).await
    }
}

/// A notice before it is a message.
struct ToldNotice {
    request: RequestId,
    right: DataRight,
    on: Date,
    /// Of whoever was erased nobody is told who it was.
    person: Option<Uuid>,
}

fn notice(entry: &RequestEntry) -> Option<ToldNotice> {
    let telling = entry.telling.as_ref()?;
    let person = (telling.right != DataRight::Erasure).then_some(entry.person);
    Some(ToldNotice { request: entry.id, right: telling.right, on: telling.on, person })
}

impl ToldNotice {
    fn message(self) -> wire::RecipientNotice {
        wire::RecipientNotice {
            request: self.request.to_string(),
            right: self.right.name().to_owned(),
            told_on: self.on.to_string(),
            person: self.person.map(|person| person.to_string()),
        }
    }
}

/// Who of the centre had the data of somebody, as far as anybody was answered until now.
pub(super) async fn recipients_of(
    (log, audit): (&dyn EventLog, &Partitions<AuditLog>),
    directory: &Partitions<Directory>,
    ctx: &Ctx,
    person: Uuid,
) -> Result<Vec<RecipientId>, Status> {
    let end = log.end().await.map_err(|error| of_log(&error))?;
    audit.at_least(end).await?;
    let directory = directory.of(ctx).await?;
    let is_there = |id| directory.get(|it| it.person(id).is_some_and(|one| !one.erased));
    let wanted = Wanted { person: Some(person), by_others: true, ..Wanted::default() };
    Ok(audit.of(ctx).await?.get(|log| recipients(log.latest_first(wanted), is_there)))
}
