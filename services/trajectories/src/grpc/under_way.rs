//! What is under way with a youth beside coaching steps.

use std::collections::BTreeMap;

use eventlog::StreamName;
use events::{Code as _, HandoverState, alarm, trajectory};
use kernel::{Category, Role};
use proto::trajectories::{
    GetUnderWayRequest, GetUnderWayResponse, under_way_service_server::UnderWayService,
};
use runtime::{
    access::{Permit, asked},
    keys::Thing as Keyed,
    serve::Answer,
    status::{parse, unavailable},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::Handlers;
use crate::{
    things::{self, AlarmKeys, Told},
    timeline::Reader,
    views::{Thing, What},
};

/// How many talks with employers are told, the last ones.
const CONTACTS_MAX: usize = 20;
/// How many of each other kind.
const THINGS_MAX: usize = 100;

#[tonic::async_trait]
impl UnderWayService for Handlers {
    async fn get_under_way(
        &self,
        request: Request<GetUnderWayRequest>,
    ) -> Answer<GetUnderWayResponse> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let ctx = &self.about(&asked, youth).await?;
        let is_youth = ctx.role() == Role::Youth;
        let time_before =
            is_youth || self.consents.shared(ctx.tenant(), youth, ctx.actor()).await?.time_before;
        let summary = self.present(ctx, youth).await?;
        let trajectory = summary.trajectory;
        let view = self.view.of(ctx).await?;
        let all = view.get(|view| view.things(youth, is_youth, time_before));
        let told = self.told(ctx, youth, trajectory, &newest(all)).await?;
        let mut answer = GetUnderWayResponse::default();
        for one in told {
            match one {
                Told::Alarm(alarm) if alarm.ended_on.is_none() => answer.alarms.push(alarm),
                Told::Alarm(_) => {}
                // Nobody answers any more what was proposed before the end.
                Told::Handover(handover)
                    if summary.closed && handover.state != HandoverState::Accepted.name() => {}
                Told::Handover(handover) => answer.handovers.push(handover),
                Told::Contact(contact) => answer.contacts.push(contact),
                Told::Placement(placement) => answer.placements.push(placement),
            }
        }
        Ok(Response::new(answer))
    }
}

/// The newest of each kind, the newest first.
fn newest(all: Vec<Thing>) -> Vec<Thing> {
    let mut of = BTreeMap::<_, usize>::new();
    let kept = all.into_iter().rev().filter(|thing| {
        let most = match thing.what {
            What::Contact => CONTACTS_MAX,
            What::Alarm | What::Handover | What::Placement => THINGS_MAX,
        };
        let so_far = of.entry(thing.what).or_default();
        *so_far += 1;
        *so_far <= most
    });
    kept.collect()
}

impl Handlers {
    /// These things from their events, with the names of employers.
    async fn told(
        &self,
        ctx: &Permit,
        youth: Uuid,
        trajectory: Uuid,
        all: &[Thing],
    ) -> Result<Vec<Told>, Status> {
        let stream = |thing: &Thing| match thing.what {
            What::Alarm => (alarm::KIND, thing.id),
            What::Handover | What::Contact | What::Placement => (trajectory::KIND, trajectory),
        };
        let mut wanted = Vec::new();
        for thing in all {
            wanted.extend(thing.revisions.iter().map(|revision| (stream(thing), *revision)));
        }
        let events = self.events_at(ctx, wanted).await?;
        let streams: Vec<_> = all.iter().map(stream).collect();
        let reader = self.reader(ctx, youth, streams).await?;
        let mut told: Vec<_> = all
            .iter()
            .filter_map(|thing| {
                let (kind, id) = stream(thing);
                let stream = StreamName::new(kind, ctx.tenant(), id);
                let its = events.iter().filter(|event| {
                    event.stream == stream && thing.revisions.contains(&event.revision)
                });
                Told::of(its, &reader)
            })
            .collect();
        let ids = things::employers(told.iter_mut().filter_map(Told::employer).map(|id| &*id));
        let names = self.names(ctx, &ids).await?;
        things::named(told.iter_mut().filter_map(Told::employer), &names);
        Ok(told)
    }

    /// What opens what a youth and the youth's coach read in these streams.
    pub(super) async fn reader(
        &self,
        ctx: &Permit,
        youth: Uuid,
        streams: impl IntoIterator<Item = (&'static str, Uuid)>,
    ) -> Result<Reader, Status> {
        let alarms = streams.into_iter().filter(|(kind, _)| *kind == alarm::KIND);
        let alarms: Vec<_> = alarms.map(|(_, id)| Keyed { person: youth, id }).collect();
        Ok(Reader {
            content: self.key(ctx, youth, Category::Content).await?,
            health: self.key(ctx, youth, Category::Health).await?,
            alarms: self.alarm_keys(ctx, &alarms).await?,
            is_youth: ctx.role() == Role::Youth,
        })
    }

    async fn alarm_keys(&self, ctx: &Permit, alarms: &[Keyed]) -> Result<AlarmKeys, Status> {
        if alarms.is_empty() {
            return Ok(AlarmKeys::new());
        }
        let keys = self.backends.keys.to_open_things(ctx.tenant(), alarms, Category::Observation);
        let keys = keys.await;
        let keys = keys.map_err(|_| unavailable(kernel::Reason::Busy))?;
        Ok(keys.into_iter().collect())
    }
}
