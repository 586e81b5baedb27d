//! How long what is kept, what ends with it, and what is held beyond it.

use domain::{
    centre::{SetRetentionTerm, set_retention_term::months_least},
    retention::Kept,
    rights::BeginTermErasure,
};
use events::{
    Code as _, RetentionClass,
    centre::{RetentionTerm, retention_of},
};
use jiff::{ToSpan as _, civil::Date};
use kernel::Reason;
use proto::{
    identity::{self as wire, NamedPerson, retention_service_server::RetentionService},
    shared::Done,
};
use runtime::{
    access::{Asked, Permit, asked},
    execute::{Target, execute},
    serve::Answer,
    status::{not_found, of_command, of_log, parse, refused},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;
use work::WorkId;

use super::{Identity, person_id};
use crate::{
    centre_id,
    resources::RetentionOf,
    views::{Keeping, Retention, TermEnd},
};

mod holds;

/// How many things one page holds.
const PAGE_THINGS: usize = 50;
/// What ends within so many months is listed.
const LISTED_MONTHS: i32 = 3;

#[tonic::async_trait]
impl RetentionService for Identity {
    async fn get_retention_terms(
        &self,
        request: Request<wire::GetRetentionTermsRequest>,
    ) -> Answer<wire::GetRetentionTermsResponse> {
        let (asked, _) = asked(request)?;
        let ctx = asked.authorize(&whole(&asked))?;
        let terms = self.retention.of(&ctx).await?.get(|view| view.terms().clone());
        let items = RetentionClass::ALL.iter().map(|class| {
            let RetentionTerm { months, run } = terms.of(*class);
            wire::RetentionTerm {
                class: class.name().to_owned(),
                months: months.into(),
                run: run.name().to_owned(),
                default_months: retention_of(*class).months.into(),
                least_months: months_least(*class).into(),
            }
        });
        Ok(Response::new(wire::GetRetentionTermsResponse { items: items.collect() }))
    }

    async fn set_retention_term(
        &self,
        request: Request<wire::SetRetentionTermRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&whole(&asked))?;
        let (class, run) = (parse("class", &request.class)?, parse("run", &request.run)?);
        let months = u16::try_from(request.months).unwrap_or(u16::MAX);
        let command = SetRetentionTerm { class, term: RetentionTerm { months, run } };
        let target = Target::today(centre_id(ctx.tenant()), None, self.today(&ctx).await?);
        let done = execute(&self.registrar.backends, &ctx, target, &command).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn get_retention(
        &self,
        request: Request<wire::GetRetentionRequest>,
    ) -> Answer<wire::GetRetentionResponse> {
        let (asked, request) = asked(request)?;
        let youth = person_id("youth", &request.youth)?;
        let about = RetentionOf { centre: asked.tenant().clone(), youth: Some(youth) };
        let ctx = asked.authorize(&about)?;
        let today = self.today(&ctx).await?;
        let found = |view: &Retention| view.keeping(youth, today);
        let keeping = self.retention.find(&ctx, found).await?;
        let keeping = keeping.filter(|it| it.youth().is_some()).ok_or_else(not_found)?;
        Ok(Response::new(wire::GetRetentionResponse {
            kept: Some(told(&keeping.kept, today)),
            hold: keeping.hold.map(holds::told),
        }))
    }

    async fn list_endings(
        &self,
        request: Request<wire::ListEndingsRequest>,
    ) -> Answer<wire::ListEndingsResponse> {
        let (asked, request) = asked(request)?;
        let from = page(request.page.as_deref())?;
        let ctx = asked.authorize(&whole(&asked))?;
        let today = self.today(&ctx).await?;
        let horizon = today.saturating_add(LISTED_MONTHS.months());
        let mut ending = self.retention.of(&ctx).await?.get(|view| view.by_day(today));
        ending.retain(|it| it.kept.until <= horizon);
        let over = ending.iter().filter(|it| it.kept.is_over(today)).count();
        let (total, end) = (ending.len(), from.saturating_add(PAGE_THINGS));
        let page: Vec<_> = ending.into_iter().skip(from).take(PAGE_THINGS).collect();
        Ok(Response::new(wire::ListEndingsResponse {
            people: self.named(&asked, &ctx, page.iter().filter_map(Keeping::youth)).await?,
            items: page.iter().map(|it| ends(it, today)).collect(),
            next_page: (end < total).then(|| end.to_string()),
            total: count(total),
            over: count(over),
        }))
    }

    /// What is over is erased by work that goes on whatever fails in between, and looks first whether it still is.
    async fn end_term(&self, request: Request<wire::EndTermRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, subject) = self.kept_of(&asked, &request.subject).await?;
        let (today, work) = (self.today(&ctx).await?, WorkId::of(&ctx));
        let over = self.retention.of(&ctx).await?.get(|view| {
            // Told again, it is what was begun.
            let begun = view.begun(work.id).map(|end| (end.class, end.since, end.months));
            let over = || view.keeping(subject, today).filter(|it| it.kept.is_over(today));
            begun.or_else(|| over().map(|it| (it.kept.class, it.kept.since, it.kept.months)))
        });
        let (class, since, months) = over.ok_or_else(|| refused(Reason::TermNotOver))?;
        let command = BeginTermErasure { subject, class, since, months };
        let target = Target::today(work.id, Some(subject), today);
        let begun = execute(&self.registrar.backends, &ctx, target, &command).await;
        begun.map_err(|error| of_command(&error))?;
        let position = self.erasures.begun(&work).await?;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn list_term_ends(
        &self,
        request: Request<wire::ListTermEndsRequest>,
    ) -> Answer<wire::ListTermEndsResponse> {
        let (asked, request) = asked(request)?;
        let from = page(request.page.as_deref())?;
        let ctx = asked.authorize(&whole(&asked))?;
        let (total, page) = self.retention.of(&ctx).await?.get(|view| {
            let page = view.ends().skip(from).take(PAGE_THINGS).cloned();
            (view.ends().count(), page.collect::<Vec<_>>())
        });
        // Of whoever was erased nothing is told.
        asked.tells_of(&ctx, []);
        let end = from.saturating_add(PAGE_THINGS);
        let items = page.into_iter().filter_map(|end| {
            let TermEnd { id, subject, class, by, certified, .. } = end;
            let (erased_on, ..) = certified?;
            Some(wire::TermEnd {
                id: id.to_string(),
                subject: subject.to_string(),
                class: class.name().to_owned(),
                erased_on: erased_on.to_string(),
                by: by.map(|by| by.to_string()),
            })
        });
        Ok(Response::new(wire::ListTermEndsResponse {
            items: items.collect(),
            next_page: (end < total).then(|| end.to_string()),
            total: count(total),
        }))
    }

    async fn get_term_certificate(
        &self,
        request: Request<wire::GetTermCertificateRequest>,
    ) -> Answer<wire::TermCertificate> {
        let (asked, request) = asked(request)?;
        let id: Uuid = parse("end", &request.end)?;
        let ctx = asked.authorize(&whole(&asked))?;
        let found = |view: &Retention| view.end(id).cloned();
        let end = self.retention.find(&ctx, found).await?.ok_or_else(not_found)?;
        asked.tells_of(&ctx, []);
        let (erased_on, events, certificate) = end.certified.ok_or_else(not_found)?;
        Ok(Response::new(wire::TermCertificate {
            id: end.id.to_string(),
            subject: end.subject.to_string(),
            class: end.class.name().to_owned(),
            since: end.since.to_string(),
            months: end.months.into(),
            erased_on: erased_on.to_string(),
            events,
            certificate,
        }))
    }

    async fn place_hold(&self, request: Request<wire::PlaceHoldRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, subject) = self.kept_of(&asked, &request.subject).await?;
        let until = request.until.as_deref().map(|day| parse("until", day)).transpose()?;
        self.holds(&ctx, subject, parse("ground", &request.ground)?, until).await
    }

    async fn lift_hold(&self, request: Request<wire::LiftHoldRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (ctx, subject) = self.kept_of(&asked, &request.subject).await?;
        self.lifts(&ctx, subject).await
    }

    async fn list_holds(
        &self,
        request: Request<wire::ListHoldsRequest>,
    ) -> Answer<wire::ListHoldsResponse> {
        let (asked, request) = asked(request)?;
        let from = page(request.page.as_deref())?;
        let ctx = asked.authorize(&whole(&asked))?;
        self.held(&asked, &ctx, request.q.as_deref().unwrap_or_default(), from).await
    }
}

impl Identity {
    /// What is kept of this id, for whoever may do with it what is asked.
    async fn kept_of(&self, asked: &Asked, subject: &str) -> Result<(Permit, Uuid), Status> {
        let subject = person_id("subject", subject)?;
        let centre = asked.tenant();
        let about = |view: &Retention| {
            let youth = view.is_youth(subject).or_else(|| view.was_youth(subject))?;
            let youth = youth.then_some(subject);
            Some(RetentionOf { centre: centre.clone(), youth })
        };
        let about = self.retention.facts(asked, centre, about).await?.ok_or_else(not_found)?;
        Ok((asked.authorize(&about)?, subject))
    }

    /// These young people by name, as far as the caller may know them: a reading of each.
    async fn named(
        &self,
        asked: &Asked,
        ctx: &Permit,
        youths: impl Iterator<Item = Uuid> + Clone,
    ) -> Result<Vec<NamedPerson>, Status> {
        asked.tells_of(ctx, youths.clone());
        let known = self.visible(asked, ctx, youths).await?;
        let people = self.opened(ctx.tenant(), &known).await?.into_iter();
        Ok(people.map(|person| NamedPerson { id: person.id, name: person.name }).collect())
    }

    /// Waits until the view knows everything that is in the log.
    pub(super) async fn retention_is_whole(&self) -> Result<(), Status> {
        let end = self.registrar.backends.log.end().await.map_err(|error| of_log(&error))?;
        Ok(self.retention.at_least(end).await?)
    }
}

fn whole(asked: &Asked) -> RetentionOf {
    RetentionOf { centre: asked.tenant().clone(), youth: None }
}

fn told(kept: &Kept, today: Date) -> wire::Kept {
    wire::Kept {
        class: kept.class.name().to_owned(),
        since: kept.since.to_string(),
        months: kept.months.into(),
        until: kept.until.to_string(),
        over: kept.is_over(today),
        run: kept.run.name().to_owned(),
    }
}

fn ends(it: &Keeping, today: Date) -> wire::Ending {
    wire::Ending {
        subject: it.subject.to_string(),
        kept: Some(told(&it.kept, today)),
        kept_all_the_same: it.because.map(|because| because.name().to_owned()),
    }
}

fn page(page: Option<&str>) -> Result<usize, Status> {
    Ok(page.map(|page| parse("page", page)).transpose()?.unwrap_or(0))
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
