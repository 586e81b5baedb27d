//! The gRPC handlers of trajectories.

mod alarms;
mod caseloads;
mod employers;
mod handovers;
mod placements;
mod steps;
mod trajectory;
mod under_way;

use std::sync::Arc;

use eventlog::clock::today_in;
use events::Code;
use jiff::civil::Date;
use kernel::{Category, Decision, Reason, State, personal::SubjectKey, refusal::Refusal};
use proto::{
    shared::Done,
    trajectories::{
        alarm_service_server::AlarmServiceServer, caseload_service_server::CaseloadServiceServer,
        employer_service_server::EmployerServiceServer,
        handover_service_server::HandoverServiceServer,
        placement_service_server::PlacementServiceServer, step_service_server::StepServiceServer,
        trajectory_service_server::TrajectoryServiceServer,
        under_way_service_server::UnderWayServiceServer,
    },
};
use runtime::{
    Backends, Ctx,
    access::{Asked, Centre, Permit},
    execute::{Executed, Target, execute},
    limited,
    projector::Partitions,
    serve::Services,
    status::{not_found, of_command, unavailable},
};
use tonic::{Response, Status};
use uuid::Uuid;
use work::Works;

use crate::{
    places::Places,
    registrations::Registrations,
    resources::Trajectory,
    views::{Summary, Trajectories},
};

pub(crate) struct Handlers {
    pub(crate) backends: Backends,
    pub(crate) view: Partitions<Trajectories>,
    pub(crate) places: Arc<Places>,
    pub(crate) registrations: Arc<Works<Registrations>>,
    /// What youths share with their coach.
    pub(crate) consents: consents::Known,
}

impl Handlers {
    /// As gRPC services.
    pub(crate) fn served(self, services: Services) -> Services {
        let handlers = Arc::new(self);
        services
            .with(limited!(TrajectoryServiceServer, handlers))
            .with(limited!(StepServiceServer, handlers))
            .with(limited!(AlarmServiceServer, handlers))
            .with(limited!(HandoverServiceServer, handlers))
            .with(limited!(EmployerServiceServer, handlers))
            .with(limited!(PlacementServiceServer, handlers))
            .with(limited!(UnderWayServiceServer, handlers))
            .with(limited!(CaseloadServiceServer, handlers))
    }

    /// The permit to do what is asked with the trajectory of a youth.
    async fn about(&self, asked: &Asked, youth: Uuid) -> Result<Permit, Status> {
        let centre = asked.tenant();
        let facts = |view: &Trajectories| Trajectory::of(centre, youth, view.youth(youth));
        let known = self.view.facts(asked, centre, facts).await?;
        asked.authorize(&known.ok_or_else(not_found)?)
    }

    /// The permit to do what everybody of the caller's centre may.
    fn in_centre(asked: &Asked) -> Result<Permit, Status> {
        asked.authorize(&Centre(asked.tenant().clone()))
    }

    /// The trajectory of a youth as it is now.
    async fn present(&self, ctx: &Permit, youth: Uuid) -> Result<Summary, Status> {
        let found = self.view.of(ctx).await?.get(|view| view.youth(youth).cloned());
        found.ok_or_else(not_found)
    }

    /// Today in the caller's centre.
    async fn today(&self, ctx: &Ctx) -> Result<Date, Status> {
        let zone = self.view.find(ctx, |view| view.zone().cloned()).await?;
        Ok(today_in(&zone.unwrap_or_default()))
    }

    /// What is told of a youth's trajectory today.
    async fn of_today(&self, ctx: &Ctx, youth: Uuid, trajectory: Uuid) -> Result<Target, Status> {
        Ok(Target::today(trajectory, Some(youth), self.today(ctx).await?))
    }

    /// Runs a command, on a trajectory or on what has a stream of its own.
    async fn run<C>(
        &self,
        ctx: &Permit,
        target: Target,
        command: &C,
    ) -> Result<Executed<<C::State as State>::Event>, Status>
    where
        C: Decision<Refusal: Refusal>,
    {
        execute(&self.backends, ctx, target, command).await.map_err(|error| of_command(&error))
    }

    /// The same, of which nothing but the position is told.
    async fn done<C>(
        &self,
        ctx: &Permit,
        target: Target,
        command: &C,
    ) -> Result<Response<Done>, Status>
    where
        C: Decision<Refusal: Refusal>,
    {
        let done = self.run(ctx, target, command).await?;
        Ok(Response::new(Done { position: done.position.into() }))
    }

    /// The key of what of one category is told of a youth; `None` if they were erased.
    async fn key(
        &self,
        ctx: &Ctx,
        youth: Uuid,
        category: Category,
    ) -> Result<Option<Arc<SubjectKey>>, Status> {
        let keys = self.backends.keys.to_open(ctx.tenant(), &[youth], category).await;
        Ok(keys.map_err(|_| unavailable(Reason::Busy))?.remove(&youth))
    }
}

fn name<C: Code>(code: C) -> String {
    code.name().to_owned()
}
