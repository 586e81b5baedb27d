//! A trajectory from its beginning to its end.

use std::collections::BTreeSet;

use domain::{
    registration::BeginRegistration,
    trajectory::{
        ChangePopulation, ChooseCoach, CloseTrajectory, RegisterYouth, Trajectory, register,
    },
};
use events::{CoachId, TakeId, YouthId, registration::Registration};
use kernel::{Decision, Reason};
use proto::{
    shared::{Done, NewCard},
    trajectories::{self as wire, trajectory_service_server::TrajectoryService},
};
use runtime::{
    Ctx,
    access::{Permit, asked},
    execute::{Before, CommandError, Executed, Target, before, execute, state_of},
    serve::Answer,
    status::{invalid, of_command, of_refusal, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;
use work::WorkId;

use super::{Handlers, name};
use crate::{
    trajectory_of,
    views::POPULATION_KEY,
    wire::{asked_exit, asked_intake},
};

#[tonic::async_trait]
impl TrajectoryService for Handlers {
    /// Writes down what was asked, then lets the work go on.
    async fn register_youth(
        &self,
        request: Request<wire::RegisterYouthRequest>,
    ) -> Answer<NewCard> {
        let (asked, request) = asked(request)?;
        let id: Uuid = parse("id", &request.id)?;
        let youth = RegisterYouth {
            youth: YouthId::new(id),
            source: parse("source", &request.source)?,
            registered_on: parse("registeredOn", &request.registered_on)?,
            intake: asked_intake(request.intake.as_ref())?,
        };
        let ctx = Self::in_centre(&asked)?;
        let work = WorkId::of(&ctx);
        let begun = before::<Registration>(&self.backends, &ctx, work.id).await;
        if let Before::Now { .. } = begun.map_err(|error| of_command(&error))? {
            let there = state_of::<Trajectory>(&self.backends, &ctx, trajectory_of(id, 0)).await;
            if there.map_err(|error| of_command(&error))?.is_some() {
                return Err(of_refusal(&register::Refusal::AlreadyRegistered));
            }
        }
        let target = Target::today(work.id, Some(id), self.today(&ctx).await?);
        let command = BeginRegistration { name: request.name, youth };
        let begun = execute(&self.backends, &ctx, target, &command).await;
        begun.map_err(|error| of_command(&error))?;
        let (position, card) = self.registrations.begun(&work).await?;
        Ok(Response::new(NewCard {
            position: position.into(),
            id: id.to_string(),
            card: Some(card),
        }))
    }

    async fn begin_again(&self, request: Request<wire::BeginAgainRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let command = RegisterYouth {
            youth: YouthId::new(youth),
            source: parse("source", &request.source)?,
            registered_on: parse("registeredOn", &request.registered_on)?,
            intake: asked_intake(request.intake.as_ref())?,
        };
        // Which stream it will be, the caller cannot have seen.
        let ctx = self.about(&asked, youth).await?.on_any_revision();
        let next = self.next_trajectory(&ctx, youth).await?;
        let target = self.of_today(&ctx, youth, next).await?.occurred_on(command.registered_on);
        let done = self.run(&ctx, target, &command).await?;
        Ok(Response::new(Done { position: done.position.into() }))
    }

    async fn choose_coach(&self, request: Request<wire::ChooseCoachRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (youth, coach) = (asked.actor(), parse::<CoachId>("coach", &request.coach)?);
        let ctx = &self.about(&asked, youth).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let command = ChooseCoach { coach };
        let state = match self.before(ctx, trajectory).await? {
            Before::Done(Executed { position, .. }) => {
                return Ok(Response::new(Done { position: position.into() }));
            }
            Before::Now { state, .. } => state,
        };
        let target = self.of_today(ctx, youth, trajectory).await?;
        let decided = command.decide(&target.by(ctx), &state);
        if decided.map_err(|error| of_refusal(&error))?.is_empty() {
            return Ok(Response::new(Done { position: 0 }));
        }
        let places = self.places_of(ctx, coach).await?;
        let left = self.place_with(ctx, state.coach(), youth).await?;
        let taken = self.places.take(ctx, (coach, YouthId::new(youth)), places).await?;
        let done = execute(&self.backends, ctx, target, &command).await;
        // If it is not certain, perhaps it was recorded all the same: places wait until that is known.
        if done.as_ref().map_or_else(CommandError::is_certain, |_| true) {
            self.free_but_the_chosen(ctx, trajectory, left.into_iter().chain([(coach, taken)]))
                .await;
        }
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn get_trajectory(
        &self,
        request: Request<wire::GetTrajectoryRequest>,
    ) -> Answer<wire::GetTrajectoryResponse> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let ctx = self.about(&asked, youth).await?;
        let summary = self.present(&ctx, youth).await?;
        let key = self.key(&ctx, youth, POPULATION_KEY).await?;
        let population = key.and_then(|key| summary.population(&key).ok());
        let shared = match summary.coach {
            Some(coach) => self.consents.shared(ctx.tenant(), youth, coach).await?.domains,
            None => BTreeSet::new(),
        };
        Ok(Response::new(wire::GetTrajectoryResponse {
            youth: youth.to_string(),
            population: population.map(name).unwrap_or_default(),
            source: name(summary.source),
            since: summary.registered_on.to_string(),
            coach: summary.coach.map(|coach| coach.to_string()),
            current_role: summary.current_role.map(name),
            revision: summary.revision,
            closed: summary.closed,
            shares: !shared.is_empty(),
        }))
    }

    async fn change_population(
        &self,
        request: Request<wire::ChangePopulationRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let population = parse("population", &request.population)?;
        let ctx = &self.about(&asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let key = self.key(ctx, youth, POPULATION_KEY).await?;
        let from = key.and_then(|key| summary.population(&key).ok());
        let target = self.of_today(ctx, youth, summary.trajectory).await?.occurred_on(occurred_on);
        let command = ChangePopulation { from, population, occurred_on };
        let done = self.run(ctx, target, &command).await?;
        Ok(Response::new(Done { position: done.position.into() }))
    }

    async fn close_trajectory(
        &self,
        request: Request<wire::CloseTrajectoryRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let exit = asked_exit(&request)?;
        let ctx = &self.about(&asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let held = self.place_with(ctx, summary.coach.map(CoachId::new), youth).await?;
        let target = self.of_today(ctx, youth, summary.trajectory).await?.occurred_on(occurred_on);
        let done = self.run(ctx, target, &CloseTrajectory { exit, occurred_on }).await?;
        if let Some((coach, take)) = held {
            self.places.free(ctx, (coach, YouthId::new(youth)), take).await;
        }
        Ok(Response::new(Done { position: done.position.into() }))
    }
}

impl Handlers {
    /// The first trajectory of a youth that was not closed, or that this command opened before.
    async fn next_trajectory(&self, ctx: &Ctx, youth: Uuid) -> Result<Uuid, Status> {
        let mut ordinal = 0;
        loop {
            let id = trajectory_of(youth, ordinal);
            match self.before(ctx, id).await? {
                Before::Now { state, .. } if state.is_closed() => ordinal += 1,
                Before::Now { .. } | Before::Done(_) => return Ok(id),
            }
        }
    }

    /// Gives the caller's places back that are not with the coach of now.
    async fn free_but_the_chosen(
        &self,
        ctx: &Permit,
        trajectory: Uuid,
        held: impl Iterator<Item = (CoachId, TakeId)>,
    ) {
        // What is not known is left to a sweep.
        let now = state_of::<Trajectory>(&self.backends, ctx, trajectory).await;
        let Ok(Some((now, _))) = now else { return };
        for (coach, take) in held.filter(|(coach, _)| now.coach() != Some(*coach)) {
            self.places.free(ctx, (coach, YouthId::new(ctx.actor())), take).await;
        }
    }

    /// How many places a coach of the caller's centre has.
    async fn places_of(&self, ctx: &Ctx, coach: CoachId) -> Result<u32, Status> {
        let found = self.view.find(ctx, |view| view.places.of(coach.uuid())).await?;
        found.ok_or_else(|| invalid("coach", Reason::CoachUnknown))
    }

    /// The place that a youth holds with a coach, and by which taking.
    async fn place_with(
        &self,
        ctx: &Ctx,
        coach: Option<CoachId>,
        youth: Uuid,
    ) -> Result<Option<(CoachId, TakeId)>, Status> {
        let Some(coach) = coach else { return Ok(None) };
        let taking = self.places.taking(ctx, (coach, YouthId::new(youth))).await?;
        Ok(taking.map(|take| (coach, take)))
    }

    async fn before(&self, ctx: &Ctx, trajectory: Uuid) -> Result<Before<Trajectory>, Status> {
        before(&self.backends, ctx, trajectory).await.map_err(|error| of_command(&error))
    }
}
