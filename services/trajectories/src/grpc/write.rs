//! Commands.

use events::{
    Barrier, Disability,
    trajectory::{Exit, Intake},
};
use jiff::civil::Date;
use platform::{
    Category, Ctx, Reason, Role, clock,
    execute::{Executed, Target, execute},
    status::{invalid, of_command, parse},
};
use proto::trajectories as wire;
use tonic::Status;
use uuid::Uuid;

use super::Handlers;
use crate::{
    domain::trajectory::{Command, NewStep, Trajectory},
    timeline, trajectory_of,
};

impl Handlers {
    pub(super) async fn do_register_youth(
        &self,
        ctx: &Ctx,
        request: &wire::RegisterYouthRequest,
    ) -> Result<wire::RegisterYouthResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let registered_on = parse("intake.registeredOn", &request.registered_on)?;
        let given = request.intake.as_ref().ok_or_else(|| invalid("intake", Reason::Missing))?;
        let command = Command::Register {
            youth,
            source: parse("intake.source", &request.source)?,
            registered_on,
            intake: intake(given)?,
            today: clock::today(),
        };
        let done = self.run(ctx, youth, trajectory_of(youth), registered_on, &command).await?;
        Ok(wire::RegisterYouthResponse { position: done.position })
    }

    pub(super) async fn do_choose_coach(
        &self,
        ctx: &Ctx,
        request: &wire::ChooseCoachRequest,
    ) -> Result<wire::ChooseCoachResponse, Status> {
        let coach = parse("coach", &request.coach)?;
        let summary = self.visible(ctx, ctx.actor()).await?;
        let load = self.view.now().view.load(ctx.tenant(), coach);
        let has_room = request.limit.is_none_or(|limit| load < limit as usize);
        let command = Command::ChooseCoach { coach, has_room };
        let day = clock::today();
        let done = self.run(ctx, ctx.actor(), summary.trajectory, day, &command).await?;
        Ok(wire::ChooseCoachResponse { position: done.position })
    }

    pub(super) async fn do_register_step(
        &self,
        ctx: &Ctx,
        request: wire::RegisterStepRequest,
    ) -> Result<wire::RegisterStepResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let given = request.step.ok_or_else(|| invalid("step", Reason::Missing))?;
        let summary = self.visible(ctx, youth).await?;
        let step = new_step(given, occurred_on)?;
        let step_id = step.id;
        let command = Command::RegisterStep { coach: ctx.actor(), step, today: clock::today() };
        let done = self.run(ctx, youth, summary.trajectory, occurred_on, &command).await?;
        let stream = self.stream(ctx, summary.trajectory).await?;
        let key = self.key(ctx, youth, Category::Content).await?;
        let wanted = step_id.to_string();
        let entry = timeline::entries(&stream, key.as_deref())
            .into_iter()
            .find(|entry| entry.step.as_ref().is_some_and(|step| step.id == wanted));
        // A repetition that asks for something else: its id belongs to another command.
        let entry = entry.ok_or_else(|| invalid("commandId", Reason::UsedAlready))?;
        Ok(wire::RegisterStepResponse { position: done.position, entry: Some(entry) })
    }

    pub(super) async fn do_withdraw_step(
        &self,
        ctx: &Ctx,
        request: &wire::WithdrawStepRequest,
    ) -> Result<wire::WithdrawStepResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let step = parse("step", &request.step)?;
        let summary = self.visible(ctx, youth).await?;
        let command = Command::WithdrawStep { coach: ctx.actor(), step };
        let day = clock::today();
        let done = self.run(ctx, youth, summary.trajectory, day, &command).await?;
        Ok(wire::WithdrawStepResponse { position: done.position })
    }

    pub(super) async fn do_close_trajectory(
        &self,
        ctx: &Ctx,
        request: &wire::CloseTrajectoryRequest,
    ) -> Result<wire::CloseTrajectoryResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let form = request.form.as_deref().map(|form| parse("form", form)).transpose()?;
        let hours = request.hours_percent.map(u8::try_from).transpose();
        let exit = Exit {
            kind: parse("kind", &request.kind)?,
            form,
            hours_percent: hours.map_err(|_| invalid("hoursPercent", Reason::HoursOutOfRange))?,
        };
        let summary = self.visible(ctx, youth).await?;
        let coach = (ctx.role() == Role::Coach).then_some(ctx.actor());
        let command = Command::Close { coach, exit, occurred_on, today: clock::today() };
        let done = self.run(ctx, youth, summary.trajectory, occurred_on, &command).await?;
        Ok(wire::CloseTrajectoryResponse { position: done.position })
    }

    async fn run(
        &self,
        ctx: &Ctx,
        youth: Uuid,
        trajectory: Uuid,
        occurred_on: Date,
        command: &Command,
    ) -> Result<Executed<Trajectory>, Status> {
        let target = Target { id: trajectory, subject: Some(youth), occurred_on };
        execute(&self.backends, ctx, target, command).await.map_err(|error| of_command(&error))
    }
}

fn intake(given: &wire::Intake) -> Result<Intake, Status> {
    let others = given.other_disabilities.iter();
    let barriers = given.barriers.iter();
    let barriers: Vec<Barrier> =
        barriers.map(|text| parse("intake.barriers", text)).collect::<Result<_, _>>()?;
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

fn new_step(given: wire::Step, occurred_on: Date) -> Result<NewStep, Status> {
    Ok(NewStep {
        id: parse("id", &given.id)?,
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
