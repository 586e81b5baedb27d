//! Coaching steps, and the pages of a timeline: the view says which events tell a page, and those alone
//! are read and opened.

use std::collections::{BTreeMap, BTreeSet};

use domain::trajectory::{GiveOwnVersion, RegisterStep, WithdrawOwnVersion, WithdrawStep};
use eventlog::{Recorded, StreamName};
use events::{CoachId, StepId};
use itertools::Itertools;
use kernel::{Category, Role};
use proto::{
    shared::Done,
    trajectories::{self as wire, step_service_server::StepService},
};
use runtime::{
    Ctx,
    access::{Permit, asked},
    serve::Answer,
    status::{not_found, of_log, parse},
    timeline::Asked,
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::Handlers;
use crate::{
    things,
    timeline::{self, Reader},
    views::Listed,
    wire::asked_step,
};

/// Events that nobody asked for are read along, if at most so many lie between two that are wanted:
/// one question less.
const READ_ALONG_EVENTS_MAX: u64 = 4;

#[tonic::async_trait]
impl StepService for Handlers {
    async fn register_step(
        &self,
        request: Request<wire::RegisterStepRequest>,
    ) -> Answer<wire::RegisterStepResponse> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let ctx = &self.about(&asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let step = asked_step(&request, CoachId::new(asked.actor()))?;
        let health =
            if summary.closed { self.key(ctx, youth, Category::Health).await? } else { None };
        let ended = health.and_then(|key| summary.exit(&key)).map(|exit| exit.kind);
        let command = RegisterStep { step, occurred_on, note: request.note, ended };
        let target = self.of_today(ctx, youth, summary.trajectory).await?.occurred_on(occurred_on);
        let done = self.run(ctx, target, &command).await?;
        let recorded = done.recorded(&*self.backends.log).await.map_err(|error| of_log(&error))?;
        let content = self.key(ctx, youth, Category::Content).await?;
        let reader = Reader { content, ..Reader::default() };
        let entry = timeline::entries(&recorded, &reader).pop();
        Ok(Response::new(wire::RegisterStepResponse { position: done.position.into(), entry }))
    }

    async fn withdraw_step(&self, request: Request<wire::WithdrawStepRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let step = parse("step", &request.step)?;
        let ctx = &self.about(&asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let target = self.of_today(ctx, youth, summary.trajectory).await?;
        let done = self.run(ctx, target, &WithdrawStep { step }).await?;
        Ok(Response::new(Done { position: done.position.into() }))
    }

    async fn give_own_version(
        &self,
        request: Request<wire::GiveOwnVersionRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (youth, step) = (asked.actor(), parse("step", &request.step)?);
        let ctx = &self.about(&asked, youth).await?;
        let listed = self.own_step(ctx, step).await?;
        let events = self.events_of(ctx, &[listed]).await?;
        let content = self.key(ctx, youth, Category::Content).await?;
        let entry = timeline::entries(&events, &Reader { content, ..Reader::default() }).pop();
        let shown = entry.and_then(|entry| entry.step?.own_version).map(|shown| shown.words);
        let target = self.of_today(ctx, youth, listed.trajectory).await?;
        let command = GiveOwnVersion { step, words: request.words, shown };
        let done = self.run(ctx, target, &command).await?;
        Ok(Response::new(Done { position: done.position.into() }))
    }

    async fn withdraw_own_version(
        &self,
        request: Request<wire::WithdrawOwnVersionRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (youth, step) = (asked.actor(), parse("step", &request.step)?);
        let ctx = &self.about(&asked, youth).await?;
        let listed = self.own_step(ctx, step).await?;
        let target = self.of_today(ctx, youth, listed.trajectory).await?;
        let done = self.run(ctx, target, &WithdrawOwnVersion { step }).await?;
        Ok(Response::new(Done { position: done.position.into() }))
    }

    async fn get_timeline(
        &self,
        request: Request<wire::GetTimelineRequest>,
    ) -> Answer<wire::GetTimelineResponse> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let before = request.before.as_ref();
        let before = before.map(|before| (&*before.occurred_on, before.position));
        let part = Asked::read(before, request.limit)?;
        let ctx = self.about(&asked, youth).await?;
        let is_youth = ctx.role() == Role::Youth;
        let (page, since) = if is_youth {
            (self.view.of(&ctx).await?.get(|view| view.page(youth, part)), None)
        } else {
            let shared = self.consents.shared(ctx.tenant(), youth, ctx.actor()).await?;
            let view = self.view.of(&ctx).await?;
            view.get(|view| view.present_page(youth, shared.time_before, part))
        };
        let events = self.events_of(&ctx, &page.entries).await?;
        let streams: Vec<_> = page.entries.iter().map(Listed::stream).collect();
        let reader = self.reader(&ctx, youth, streams).await?;
        let mut entries = timeline::page(&page.entries, &events, &reader);
        let ids = things::employers(entries.iter_mut().filter_map(employer).map(|id| &*id));
        let names = self.names(&ctx, &ids).await?;
        things::named(entries.iter_mut().filter_map(employer), &names);
        let since = since.map(|day| day.to_string());
        Ok(Response::new(wire::GetTimelineResponse { entries, more: page.more, since }))
    }
}

impl Handlers {
    /// Where a step stands in the caller's trajectories, of which some may be over.
    async fn own_step(&self, ctx: &Permit, step: StepId) -> Result<Listed, Status> {
        let found = self.view.of(ctx).await?.get(|view| view.step(ctx.actor(), step));
        found.ok_or_else(not_found)
    }

    /// The events that tell these entries.
    async fn events_of(&self, ctx: &Ctx, listed: &[Listed]) -> Result<Vec<Recorded>, Status> {
        let revisions = |listed: &Listed| {
            let stream = listed.stream();
            listed.entry.revisions().map(move |revision| (stream, revision)).collect::<Vec<_>>()
        };
        let wanted: Vec<_> = listed.iter().flat_map(revisions).collect();
        self.events_at(ctx, wanted).await
    }

    /// Events of streams of the caller's centre: of each its kind and id, and at which revision.
    pub(super) async fn events_at(
        &self,
        ctx: &Ctx,
        asked: impl IntoIterator<Item = ((&'static str, Uuid), u64)>,
    ) -> Result<Vec<Recorded>, Status> {
        let mut wanted = BTreeMap::<_, BTreeSet<u64>>::new();
        for (stream, revision) in asked {
            wanted.entry(stream).or_default().insert(revision);
        }
        let mut events = Vec::with_capacity(wanted.len());
        for ((kind, id), revisions) in wanted {
            let stream = StreamName::new(kind, ctx.tenant(), id);
            for (first, count) in runs(&revisions) {
                let read = self.backends.log.read_stream(&stream, first, count).await;
                let read = read.map_err(|error| of_log(&error))?.into_iter();
                events.extend(read.filter(|event| revisions.contains(&event.revision)));
            }
        }
        Ok(events)
    }
}

/// The employer that an entry names.
fn employer(entry: &mut wire::TimelineEntry) -> Option<&mut Option<String>> {
    match (&mut entry.contact, &mut entry.placement) {
        (Some(contact), _) => Some(&mut contact.employer),
        (None, Some(placement)) => Some(&mut placement.employer),
        (None, None) => None,
    }
}

/// Neighbouring revisions: the first one, and how many there are to read from there.
fn runs(revisions: &BTreeSet<u64>) -> impl Iterator<Item = (u64, usize)> {
    let single = revisions.iter().map(|revision| (*revision, *revision));
    let runs = single.coalesce(|run, next| match next.0 - run.1 - 1 {
        0..=READ_ALONG_EVENTS_MAX => Ok((run.0, next.1)),
        _ => Err((run, next)),
    });
    runs.map(|(first, last)| (first, usize::try_from(last - first + 1).unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_read_together_and_what_lies_far_apart_is_not() {
        let asked = |revisions: &[u64]| {
            let revisions = revisions.iter().copied().collect();
            runs(&revisions).collect::<Vec<_>>()
        };
        assert_eq!(asked(&[]), []);
        assert_eq!(asked(&[0]), [(0, 1)]);
        assert_eq!(asked(&[3, 4, 5, 10]), [(3, 8)]);
        assert_eq!(asked(&[3, 4, 10, 400]), [(3, 2), (10, 1), (400, 1)]);
    }
}
