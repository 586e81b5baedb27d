//! The gRPC handlers of trajectories.

mod read;
mod timeline;
mod write;

use eventlog::clock::today_in;
use events::Code;
use jiff::civil::Date;
use kernel::{Category, Reason, personal::SubjectKey};
use proto::{
    shared::{Done, NewCard},
    trajectories::{
        BeginAgainRequest, ChangePopulationRequest, ChooseCoachRequest, CloseTrajectoryRequest,
        GetCaseloadRequest, GetCaseloadResponse, GetTimelineRequest, GetTimelineResponse,
        GetTrajectoryRequest, GetTrajectoryResponse, ListCoachLoadsRequest, ListCoachLoadsResponse,
        RegisterStepRequest, RegisterStepResponse, RegisterYouthRequest, WithdrawStepRequest,
        trajectories_service_server::TrajectoriesService,
    },
};
use runtime::{
    Backends, Ctx,
    access::{Asked, Centre, Permit, asked},
    projector::Partitions,
    status::{not_found, unavailable},
};
use std::sync::Arc;
use tonic::{Request, Response, Status};
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
}

type Answer<T> = Result<Response<T>, Status>;

#[tonic::async_trait]
impl TrajectoriesService for Handlers {
    async fn register_youth(&self, request: Request<RegisterYouthRequest>) -> Answer<NewCard> {
        let asked = asked(&request)?;
        self.do_register_youth(&asked, request.into_inner()).await.map(Response::new)
    }

    async fn begin_again(&self, request: Request<BeginAgainRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_begin_again(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn choose_coach(&self, request: Request<ChooseCoachRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_choose_coach(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn list_coach_loads(
        &self,
        request: Request<ListCoachLoadsRequest>,
    ) -> Answer<ListCoachLoadsResponse> {
        self.coach_loads(&asked(&request)?).await.map(Response::new)
    }

    async fn get_caseload(
        &self,
        request: Request<GetCaseloadRequest>,
    ) -> Answer<GetCaseloadResponse> {
        self.caseload(&asked(&request)?).await.map(Response::new)
    }

    async fn get_trajectory(
        &self,
        request: Request<GetTrajectoryRequest>,
    ) -> Answer<GetTrajectoryResponse> {
        let asked = asked(&request)?;
        self.trajectory(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn get_timeline(
        &self,
        request: Request<GetTimelineRequest>,
    ) -> Answer<GetTimelineResponse> {
        let asked = asked(&request)?;
        self.timeline(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn register_step(
        &self,
        request: Request<RegisterStepRequest>,
    ) -> Answer<RegisterStepResponse> {
        let asked = asked(&request)?;
        self.do_register_step(&asked, request.into_inner()).await.map(Response::new)
    }

    async fn withdraw_step(&self, request: Request<WithdrawStepRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_withdraw_step(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn change_population(&self, request: Request<ChangePopulationRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_change_population(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn close_trajectory(&self, request: Request<CloseTrajectoryRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_close_trajectory(&asked, &request.into_inner()).await.map(Response::new)
    }
}

impl Handlers {
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
