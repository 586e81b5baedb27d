//! Breaches of personal data: their files and their clocks.

use std::collections::HashSet;

use domain::{
    breach::{
        AssessBreach, CloseBreach, InformPersons, NotifyAuthority, ReportBreach, TakeMeasure,
    },
    centre::SetBreachRule,
};
use eventlog::clock::now;
use events::{
    centre::{BreachRule, breach_rule_of},
    limits::identity::LIST_AFFECTED_LIMIT,
};
use jiff::Timestamp;
use kernel::{Reason, Role, TenantId, text::search::Search};
use proto::{
    identity::{self as wire, NamedPerson, breach_service_server::BreachService},
    shared::Done,
};
use runtime::{
    access::{Centre, asked},
    execute::{Target, execute},
    serve::Answer,
    status::{invalid, of_command, of_log, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, person_id, role_named};
use crate::{
    centre_id,
    resources::BreachesOf,
    views::{BreachFile, Directory, PersonEntry, Readers, affected},
};

mod files;
pub(super) mod told;

use files::Listed;

/// How many breaches one page holds.
const PAGE_BREACHES: usize = 50;
/// How many people one page holds of which no size was said.
const PAGE_AFFECTED: usize = 50;

#[tonic::async_trait]
impl BreachService for Identity {
    async fn report_breach(&self, request: Request<wire::ReportBreachRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let id = person_id("id", &request.id)?;
        let centre = request.centre.as_deref().map(|it| parse::<TenantId>("centre", it));
        let centre = centre.transpose()?.unwrap_or_else(|| asked.tenant().clone());
        let ctx = asked.authorize(&BreachesOf(centre))?;
        if ctx.tenant().is_platform() {
            return Err(invalid("centre", Reason::Missing));
        }
        let (country, rule) = self.breach_rule(&ctx).await?;
        let whose = request.whose.as_deref().map(|id| person_id("whose", id)).transpose()?;
        if let Some(whose) = whose {
            let known = |directory: &Directory| directory.person(whose).map(drop);
            let known = self.directory.find(&ctx, known).await?;
            known.ok_or_else(|| invalid("whose", Reason::UnknownValue))?;
        }
        let command = ReportBreach {
            kind: parse("kind", &request.kind)?,
            cause: parse("cause", &request.cause)?,
            began: moment("beganAt", request.began_at.as_deref())?,
            known: parse("knownAt", &request.known_at)?,
            whose,
            rule,
            authority: records::authority(country),
            words: request.words,
            now: now(),
        };
        self.writes(&ctx, id.into(), &command).await
    }

    async fn list_breaches(
        &self,
        request: Request<wire::ListBreachesRequest>,
    ) -> Answer<wire::ListBreachesResponse> {
        let (asked, request) = asked(request)?;
        let from = page(request.page.as_deref())?;
        let ctx = asked.authorize(&BreachesOf(asked.tenant().clone()))?;
        let Listed { files, total, overdue, next_page, now } =
            self.listed(&ctx, Some(ctx.tenant()), from).await?;
        Ok(Response::new(wire::ListBreachesResponse {
            items: files.iter().map(told::breach).collect::<Result<_, _>>()?,
            next_page,
            total,
            overdue,
            now: now.to_string(),
        }))
    }

    async fn list_breach_clocks(
        &self,
        request: Request<wire::ListBreachClocksRequest>,
    ) -> Answer<wire::ListBreachClocksResponse> {
        let (asked, request) = asked(request)?;
        let from = page(request.page.as_deref())?;
        let ctx = asked.authorize(&BreachesOf(TenantId::platform()))?;
        let Listed { files, total, overdue, next_page, now } =
            self.listed(&ctx, None, from).await?;
        let centres = self.centres.now();
        let name = |file: &BreachFile| centres.view.of(&file.centre).map(|it| it.name.clone());
        let items = files.iter().map(|file| told::clock(file, name(file).unwrap_or_default()));
        Ok(Response::new(wire::ListBreachClocksResponse {
            items: items.collect::<Result<_, _>>()?,
            next_page,
            total,
            overdue,
            now: now.to_string(),
        }))
    }

    /// Whose device, card or account it is about is told by name: a reading, if it is a youth.
    async fn get_breach(
        &self,
        request: Request<wire::GetBreachRequest>,
    ) -> Answer<wire::BreachFile> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        let key = self.key_of(&ctx, file.id).await?;
        let breach = told::breach(&file)?;
        let whose: Option<Uuid> = breach.whose.as_deref().and_then(|id| id.parse().ok());
        let named: HashSet<Uuid> = file.entries.iter().map(|it| it.by).chain(whose).collect();
        let people = self.entries(&ctx, |id, _| named.contains(&id)).await?;
        let youth = |(id, entry): &(Uuid, _)| is_youth(entry).then_some(*id);
        asked.tells_of(&ctx, people.iter().filter_map(youth));
        let people = self.opened(ctx.tenant(), &people).await?.into_iter();
        let entries = file.entries.iter().map(|entry| told::entry(entry, key.as_deref()));
        Ok(Response::new(wire::BreachFile {
            breach: Some(breach),
            entries: entries.collect::<Result<_, _>>()?,
            people: people.map(|it| NamedPerson { id: it.id, name: it.name }).collect(),
            now: now().to_string(),
        }))
    }

    async fn assess_breach(&self, request: Request<wire::AssessBreachRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        let data = request.data.iter().map(|data| parse("data", data));
        let command = AssessBreach {
            risk: parse("risk", &request.risk)?,
            data: data.collect::<Result<_, _>>()?,
            people: request.people,
            words: request.words,
        };
        self.writes(&ctx, file.id, &command).await
    }

    async fn notify_authority(
        &self,
        request: Request<wire::NotifyAuthorityRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        let delay = request.delay.as_deref().map(|delay| parse("delay", delay)).transpose()?;
        let (at, reference) = (parse("at", &request.at)?, request.reference);
        let command = NotifyAuthority { at, delay, reference, now: now() };
        self.writes(&ctx, file.id, &command).await
    }

    async fn inform_persons(&self, request: Request<wire::InformPersonsRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        let (at, how) = (parse("at", &request.at)?, parse("how", &request.how)?);
        self.writes(&ctx, file.id, &InformPersons { at, how, now: now() }).await
    }

    async fn take_breach_measure(
        &self,
        request: Request<wire::TakeBreachMeasureRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        self.writes(&ctx, file.id, &TakeMeasure { words: request.words }).await
    }

    /// Whoever asks is told of everything that anybody was answered before, as in the audit log. Also those
    /// who restricted their data: a breach of it they have to be told of all the same.
    async fn list_affected(
        &self,
        request: Request<wire::ListAffectedRequest>,
    ) -> Answer<wire::ListAffectedResponse> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        let reader = request.reader.as_deref().map(|id| parse("reader", id)).transpose()?;
        let role = request.role.as_deref().map(|role| role_named("role", role)).transpose()?;
        let until = moment("until", request.until.as_deref())?.unwrap_or_else(now);
        let since = told::since(&file)?;
        let from = moment("from", request.from.as_deref())?.unwrap_or(since);
        if until < from {
            return Err(invalid("until", Reason::FromAfterTo));
        }
        let most = match usize::try_from(request.limit.unwrap_or(0)) {
            Ok(0) => PAGE_AFFECTED,
            Ok(limit) if limit <= LIST_AFFECTED_LIMIT.most() => limit,
            Ok(_) | Err(_) => return Err(invalid("limit", Reason::TooMany)),
        };
        let begin = page(request.page.as_deref())?;
        let end = self.registrar.backends.log.end().await.map_err(|error| of_log(&error))?;
        self.audit.at_least(end).await?;
        let youths = self.entries(&ctx, |_, entry| is_youth(entry)).await?;
        let ids: HashSet<Uuid> = youths.iter().map(|(id, _)| *id).collect();
        let readers = Readers { reader, role, from, until };
        let found = self.audit.of(&ctx).await?.get(|log| {
            affected(log.latest_first(readers.wanted()), &readers, |id| ids.contains(&id))
        });
        let named: Vec<_> = youths.into_iter().filter(|(id, _)| found.contains_key(id)).collect();
        let people = self.opened(ctx.tenant(), &named).await?;
        let mut items = told::affected(found, people);
        let words = request.q.as_deref().unwrap_or_default().trim();
        let search = Search::of(words);
        items
            .retain(|it| words.is_empty() || it.name.as_deref().is_some_and(|it| search.finds(it)));
        let order = self.order(&ctx).await?;
        items.sort_by(|one, other| {
            let by_name = match (one.name.as_deref(), other.name.as_deref()) {
                (Some(one), Some(other)) => order.compare(one, other),
                (one, other) => one.is_none().cmp(&other.is_none()),
            };
            by_name.then_with(|| one.person.cmp(&other.person))
        });
        let total = items.len();
        let items: Vec<_> = items.into_iter().skip(begin).take(most).collect();
        asked.tells_of(&ctx, items.iter().filter_map(|it| it.person.parse().ok()));
        let end = begin.saturating_add(most);
        Ok(Response::new(wire::ListAffectedResponse {
            items,
            next_page: (end < total).then(|| end.to_string()),
            total: count(total),
            from: from.to_string(),
            until: until.to_string(),
        }))
    }

    async fn close_breach(&self, request: Request<wire::CloseBreachRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, file) = self.breach_of(&asked, &request.breach).await?;
        let not_notified = request.not_notified.as_deref().map(|it| parse("notNotified", it));
        let not_informed = request.not_informed.as_deref().map(|it| parse("notInformed", it));
        let (not_notified, not_informed) = (not_notified.transpose()?, not_informed.transpose()?);
        self.writes(&ctx, file.id, &CloseBreach { not_notified, not_informed }).await
    }

    async fn set_breach_rule(&self, request: Request<wire::SetBreachRuleRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let hours = u16::try_from(request.hours).unwrap_or(u16::MAX);
        let threshold = parse("threshold", &request.threshold)?;
        let rule = BreachRule { hours, threshold, recipient: request.recipient };
        let target = Target::today(centre_id(ctx.tenant()), None, self.today(&ctx).await?);
        let backends = &self.registrar.backends;
        let done = execute(backends, &ctx, target, &SetBreachRule { rule }).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn get_breach_rule(
        &self,
        request: Request<wire::GetBreachRuleRequest>,
    ) -> Answer<wire::BreachRule> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let (country, rule) = self.breach_rule(&ctx).await?;
        Ok(Response::new(told::rule(rule, records::authority(country))))
    }

    async fn list_breach_rules(
        &self,
        request: Request<wire::ListBreachRulesRequest>,
    ) -> Answer<wire::ListBreachRulesResponse> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let (country, _) = self.breach_rule(&ctx).await?;
        let authority = records::authority(country);
        let set = self.directory.of(&ctx).await?.get(|it| it.breach_rules().to_vec());
        let items = set.into_iter().rev().map(|set| wire::SetRule {
            since: set.since().to_string(),
            role: set.role.name().to_owned(),
            rule: Some(told::rule(set.rule, authority)),
        });
        Ok(Response::new(wire::ListBreachRulesResponse {
            items: items.collect(),
            of_country: Some(told::rule(breach_rule_of(country), authority)),
        }))
    }
}

fn is_youth(entry: &PersonEntry) -> bool {
    entry.role == Role::Youth
}

fn moment(field: &str, text: Option<&str>) -> Result<Option<Timestamp>, Status> {
    text.map(|text| parse(field, text)).transpose()
}

fn page(page: Option<&str>) -> Result<usize, Status> {
    Ok(page.map(|page| parse("page", page)).transpose()?.unwrap_or(0))
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
