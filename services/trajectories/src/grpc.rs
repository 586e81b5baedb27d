//! The gRPC handlers of trajectories.

mod read;
mod timeline;
mod write;

use events::Code;
use jiff::civil::Date;
use platform::{
    Backends, Category, Ctx, Reason, Role,
    access::ctx,
    personal::SubjectKey,
    projector::Partitions,
    status::{not_found, unavailable},
};
use proto::{
    shared::Done,
    trajectories::{
        ChooseCoachRequest, CloseTrajectoryRequest, GetCaseloadRequest, GetCaseloadResponse,
        GetTimelineRequest, GetTimelineResponse, GetTrajectoryRequest, GetTrajectoryResponse,
        ListCoachLoadsRequest, ListCoachLoadsResponse, RegisterStepRequest, RegisterStepResponse,
        RegisterYouthRequest, WithdrawStepRequest,
        trajectories_service_server::TrajectoriesService,
    },
};
use std::sync::Arc;
use tonic::{Request, Response, Status};
use uuid::Uuid;

use crate::{
    places::Places,
    views::{Summary, Trajectories},
};

pub(crate) struct Handlers {
    pub(crate) backends: Backends,
    pub(crate) view: Partitions<Trajectories>,
    pub(crate) places: Arc<Places>,
}

type Answer<T> = Result<Response<T>, Status>;

#[tonic::async_trait]
impl TrajectoriesService for Handlers {
    async fn register_youth(&self, request: Request<RegisterYouthRequest>) -> Answer<Done> {
        let ctx = ctx(&request)?;
        self.do_register_youth(&ctx, &request.into_inner()).await.map(Response::new)
    }

    async fn choose_coach(&self, request: Request<ChooseCoachRequest>) -> Answer<Done> {
        let ctx = ctx(&request)?;
        self.do_choose_coach(&ctx, &request.into_inner()).await.map(Response::new)
    }

    async fn list_coach_loads(
        &self,
        request: Request<ListCoachLoadsRequest>,
    ) -> Answer<ListCoachLoadsResponse> {
        self.coach_loads(&ctx(&request)?).await.map(Response::new)
    }

    async fn get_caseload(
        &self,
        request: Request<GetCaseloadRequest>,
    ) -> Answer<GetCaseloadResponse> {
        self.caseload(&ctx(&request)?).await.map(Response::new)
    }

    async fn get_trajectory(
        &self,
        request: Request<GetTrajectoryRequest>,
    ) -> Answer<GetTrajectoryResponse> {
        let ctx = ctx(&request)?;
        self.trajectory(&ctx, &request.into_inner()).await.map(Response::new)
    }

    async fn get_timeline(
        &self,
        request: Request<GetTimelineRequest>,
    ) -> Answer<GetTimelineResponse> {
        let ctx = ctx(&request)?;
        self.timeline(&ctx, &request.into_inner()).await.map(Response::new)
    }

    async fn register_step(
        &self,
        request: Request<RegisterStepRequest>,
    ) -> Answer<RegisterStepResponse> {
        let ctx = ctx(&request)?;
        self.do_register_step(&ctx, request.into_inner()).await.map(Response::new)
    }

    async fn withdraw_step(&self, request: Request<WithdrawStepRequest>) -> Answer<Done> {
        let ctx = ctx(&request)?;
        self.do_withdraw_step(&ctx, &request.into_inner()).await.map(Response::new)
    }

    async fn close_trajectory(&self, request: Request<CloseTrajectoryRequest>) -> Answer<Done> {
        let ctx = ctx(&request)?;
        self.do_close_trajectory(&ctx, &request.into_inner()).await.map(Response::new)
    }
}

impl Handlers {
    /// The trajectory of a youth, if the caller may know of it.
    async fn visible(&self, ctx: &Ctx, youth: Uuid) -> Result<Summary, Status> {
        let found = self.view.of(ctx).await?.get(|view| view.youth(youth).cloned());
        found.filter(|summary| may_see(ctx, youth, summary)).ok_or_else(not_found)
    }

    /// Today in the caller's centre.
    async fn today(&self, ctx: &Ctx) -> Result<Date, Status> {
        let zone = self.view.find(ctx, |view| view.zone().cloned()).await?;
        Ok(zone.unwrap_or_default().today())
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

/// The youth, the coach whom the youth chose, and the lead of the centre.
fn may_see(ctx: &Ctx, youth: Uuid, summary: &Summary) -> bool {
    match ctx.role() {
        Role::Youth => ctx.actor() == youth,
        Role::Coach => summary.coach == Some(ctx.actor()),
        Role::Lead => true,
        Role::Auditor | Role::Operator | Role::Service => false,
    }
}

fn name<C: Code>(code: C) -> String {
    code.name().to_owned()
}
