//! Commands.

use domain::{
    registration::BeginRegistration,
    trajectory::{
        ChangePopulation, ChooseCoach, CloseTrajectory, RegisterStep, RegisterYouth, Trajectory,
        WithdrawStep, register,
    },
};
use events::{
    Barrier, CoachId, Disability, TakeId, YouthId,
    registration::Registration,
    trajectory::{Exit, Intake},
};
use jiff::civil::Date;
use kernel::{Category, Decision, Reason, refusal::Refusal};
use proto::{
    shared::{Done, NewCard},
    trajectories as wire,
};
use runtime::{
    Ctx,
    access::{Asked, Permit},
    execute::{Before, CommandError, Executed, Target, before, execute, state_of},
    status::{invalid, of_command, of_log, of_refusal, parse},
};
use tonic::Status;
use uuid::Uuid;
use work::WorkId;

use super::Handlers;
use crate::{
    Event,
    timeline::{self, Reader},
    trajectory_of,
    views::POPULATION_KEY,
};

impl Handlers {
    /// Writes down what was asked, then lets the work go on.
    pub(super) async fn do_register_youth(
        &self,
        asked: &Asked,
        request: wire::RegisterYouthRequest,
    ) -> Result<NewCard, Status> {
        let id: Uuid = parse("id", &request.id)?;
        let youth = RegisterYouth {
            youth: YouthId::new(id),
            source: parse("source", &request.source)?,
            registered_on: parse("registeredOn", &request.registered_on)?,
            intake: intake(request.intake.as_ref())?,
        };
        let ctx = Self::in_centre(asked)?;
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
        Ok(NewCard { position: position.into(), id: id.to_string(), card: Some(card) })
    }

    pub(super) async fn do_begin_again(
        &self,
        asked: &Asked,
        request: &wire::BeginAgainRequest,
    ) -> Result<Done, Status> {
        let youth = parse("youth", &request.youth)?;
        let command = RegisterYouth {
            youth: YouthId::new(youth),
            source: parse("source", &request.source)?,
            registered_on: parse("registeredOn", &request.registered_on)?,
            intake: intake(request.intake.as_ref())?,
        };
        // Which stream it will be, the caller cannot have seen.
        let ctx = self.about(asked, youth).await?.on_any_revision();
        let next = self.next_trajectory(&ctx, youth).await?;
        let target = self.of_today(&ctx, youth, next).await?.occurred_on(command.registered_on);
        let done = self.run(&ctx, target, &command).await?;
        Ok(Done { position: done.position.into() })
    }

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

    pub(super) async fn do_choose_coach(
        &self,
        asked: &Asked,
        request: &wire::ChooseCoachRequest,
    ) -> Result<Done, Status> {
        let (youth, coach) = (asked.actor(), parse::<CoachId>("coach", &request.coach)?);
        let ctx = &self.about(asked, youth).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let command = ChooseCoach { coach };
        let state = match self.before(ctx, trajectory).await? {
            Before::Done(Executed { position, .. }) => {
                return Ok(Done { position: position.into() });
            }
            Before::Now { state, .. } => state,
        };
        let target = self.of_today(ctx, youth, trajectory).await?;
        let decided = command.decide(&target.by(ctx), &state);
        if decided.map_err(|error| of_refusal(&error))?.is_empty() {
            return Ok(Done { position: 0 });
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
        Ok(Done { position: position.into() })
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

    pub(super) async fn do_register_step(
        &self,
        asked: &Asked,
        request: wire::RegisterStepRequest,
    ) -> Result<wire::RegisterStepResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let ctx = &self.about(asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let command = register_step(request, occurred_on)?;
        let target = self.of_today(ctx, youth, summary.trajectory).await?.occurred_on(occurred_on);
        let done = self.run(ctx, target, &command).await?;
        let recorded = done.recorded(&*self.backends.log).await.map_err(|error| of_log(&error))?;
        let content = self.key(ctx, youth, Category::Content).await?;
        let reader = Reader { content, ..Reader::default() };
        let entry = timeline::entries(&recorded, &reader).pop();
        Ok(wire::RegisterStepResponse { position: done.position.into(), entry })
    }

    pub(super) async fn do_withdraw_step(
        &self,
        asked: &Asked,
        request: &wire::WithdrawStepRequest,
    ) -> Result<Done, Status> {
        let youth = parse("youth", &request.youth)?;
        let step = parse("step", &request.step)?;
        let ctx = &self.about(asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let target = self.of_today(ctx, youth, summary.trajectory).await?;
        let done = self.run(ctx, target, &WithdrawStep { step }).await?;
        Ok(Done { position: done.position.into() })
    }

    pub(super) async fn do_change_population(
        &self,
        asked: &Asked,
        request: &wire::ChangePopulationRequest,
    ) -> Result<Done, Status> {
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let population = parse("population", &request.population)?;
        let ctx = &self.about(asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let key = self.key(ctx, youth, POPULATION_KEY).await?;
        let from = key.and_then(|key| summary.population(&key).ok());
        let target = self.of_today(ctx, youth, summary.trajectory).await?.occurred_on(occurred_on);
        let command = ChangePopulation { from, population, occurred_on };
        let done = self.run(ctx, target, &command).await?;
        Ok(Done { position: done.position.into() })
    }

    pub(super) async fn do_close_trajectory(
        &self,
        asked: &Asked,
        request: &wire::CloseTrajectoryRequest,
    ) -> Result<Done, Status> {
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let form = request.form.as_deref().map(|form| parse("form", form)).transpose()?;
        let hours = request.hours_percent.map(u8::try_from).transpose();
        let exit = Exit {
            kind: parse("kind", &request.kind)?,
            form,
            hours_percent: hours.map_err(|_| invalid("hoursPercent", Reason::HoursOutOfRange))?,
        };
        let ctx = &self.about(asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let held = self.place_with(ctx, summary.coach.map(CoachId::new), youth).await?;
        let target = self.of_today(ctx, youth, summary.trajectory).await?.occurred_on(occurred_on);
        let done = self.run(ctx, target, &CloseTrajectory { exit, occurred_on }).await?;
        if let Some((coach, take)) = held {
            self.places.free(ctx, (coach, YouthId::new(youth)), take).await;
        }
        Ok(Done { position: done.position.into() })
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

    /// What is told of a youth's trajectory today.
    async fn of_today(&self, ctx: &Ctx, youth: Uuid, trajectory: Uuid) -> Result<Target, Status> {
        Ok(Target::today(trajectory, Some(youth), self.today(ctx).await?))
    }

    async fn run<C>(
        &self,
        ctx: &Permit,
        target: Target,
        command: &C,
    ) -> Result<Executed<Event>, Status>
    where
        C: Decision<State = Trajectory, Refusal: Refusal>,
    {
        execute(&self.backends, ctx, target, command).await.map_err(|error| of_command(&error))
    }
}

fn intake(given: Option<&wire::Intake>) -> Result<Intake, Status> {
    let given = given.ok_or_else(|| invalid("intake", Reason::Missing))?;
    let others = given.other_disabilities.iter();
    let barriers = given.barriers.iter();
    let barriers: Vec<Barrier> =
        barriers.map(|text| parse("intake.barriers", text)).collect::<Result<_, _>>()?;
    if !given.barriers_known && !barriers.is_empty() {
        return Err(invalid("intake.barriersKnown", Reason::UnknownValue));
    }
    Ok(Intake {
        birth_date: parse("intake.birthDate", &given.birth_date)?,
        gender: parse("intake.gender", &given.gender)?,
        population: parse("intake.population", &given.population)?,
        disability: parse("intake.disability", &given.disability)?,
        other_disabilities: others
            .map(|text| parse::<Disability>("intake.otherDisabilities", text))
            .collect::<Result<_, _>>()?,
        barriers: given.barriers_known.then_some(barriers),
        entry_level: parse("intake.entryLevel", &given.entry_level)?,
    })
}

fn register_step(
    given: wire::RegisterStepRequest,
    occurred_on: Date,
) -> Result<RegisterStep, Status> {
    Ok(RegisterStep {
        step: parse("id", &given.id)?,
        category: parse("category", &given.category)?,
        occurred_on,
        minutes: u16::try_from(given.minutes)
            .map_err(|_| invalid("minutes", Reason::MinutesOutOfRange))?,
        place: parse("place", &given.place)?,
        channel: parse("channel", &given.channel)?,
        role: parse("role", &given.role)?,
        coaching_step: parse("coachingStep", &given.coaching_step)?,
        mode: parse("mode", &given.mode)?,
        note: given.note,
    })
}
