//! What operators see of work that does not go on, and how they end it.

use std::sync::Arc;

use async_trait::async_trait;
use kernel::{TenantId, work::Phase};
use proto::shared::{
    Done, FinishWorkRequest, ListWorkRequest, ListWorkResponse, UndoWorkRequest, UnfinishedWork,
    work_service_server::{WorkService, WorkServiceServer},
};
use runtime::{
    access::{Centre, asked},
    limited,
    status::{not_found, parse},
};
use tonic::{Request, Response, Status};
use vocabulary::{Code, WorkKind};

use crate::{Manager, Stuck, WorkId, Works};

/// How many are listed at once.
const LISTED_MAX: usize = 100;

/// All work of one kind, whichever.
#[async_trait]
pub trait OneKind: Send + Sync + 'static {
    /// What it is called.
    fn kind(&self) -> WorkKind;
    /// What does not go on, oldest first.
    fn stuck(&self) -> Vec<(WorkId, Stuck)>;
    /// Whether somebody asked for this work.
    async fn knows(&self, work: &WorkId) -> Result<bool, Status>;
    /// Tries to finish it, or to undo it if it was turned back.
    async fn goes_on(&self, work: &WorkId) -> Result<(), Status>;
    /// Turns it back and undoes what was done of it.
    async fn undoes(&self, work: &WorkId) -> Result<(), Status>;
}

#[async_trait]
impl<M: Manager> OneKind for Works<M> {
    fn kind(&self) -> WorkKind {
        M::KIND
    }

    fn stuck(&self) -> Vec<(WorkId, Stuck)> {
        self.stuck()
    }

    async fn knows(&self, work: &WorkId) -> Result<bool, Status> {
        Ok(self.serves(work) && self.phase(work).await? != Phase::Absent)
    }

    async fn goes_on(&self, work: &WorkId) -> Result<(), Status> {
        self.go_on(work).await.map(drop)
    }

    async fn undoes(&self, work: &WorkId) -> Result<(), Status> {
        self.undo(work).await
    }
}

/// Answers for the work of a service.
pub struct Handlers(Vec<Arc<dyn OneKind>>);

impl Handlers {
    /// As a gRPC service.
    pub fn served(kinds: Vec<Arc<dyn OneKind>>) -> WorkServiceServer<Self> {
        limited!(WorkServiceServer, Arc::new(Self(kinds)))
    }

    /// Work that somebody asked for, and of which kind it is.
    async fn found(&self, tenant: TenantId, work: &str) -> Result<(&dyn OneKind, WorkId), Status> {
        let work = WorkId { tenant, id: parse("work", work)? };
        for kind in &self.0 {
            if kind.knows(&work).await? {
                return Ok((&**kind, work));
            }
        }
        Err(not_found())
    }
}

#[tonic::async_trait]
impl WorkService for Handlers {
    async fn list_work(
        &self,
        request: Request<ListWorkRequest>,
    ) -> Result<Response<ListWorkResponse>, Status> {
        asked(request)?.0.authorize(&Centre(TenantId::platform()))?;
        let of_kind = |of: &Arc<dyn OneKind>| {
            let kind = of.kind();
            of.stuck().into_iter().map(move |(work, stuck)| (kind, work, stuck))
        };
        let mut stuck: Vec<_> = self.0.iter().flat_map(of_kind).collect();
        stuck.sort_by_key(|(_, _, stuck)| stuck.since);
        let total = u32::try_from(stuck.len()).unwrap_or(u32::MAX);
        let items = stuck.into_iter().take(LISTED_MAX).map(|(kind, work, stuck)| UnfinishedWork {
            id: work.id.to_string(),
            kind: kind.name().to_owned(),
            centre: work.tenant.to_string(),
            since: stuck.since.to_string(),
            trouble: stuck.trouble.name().to_owned(),
            turned_back: stuck.turned_back,
        });
        Ok(Response::new(ListWorkResponse { items: items.collect(), total }))
    }

    async fn finish_work(
        &self,
        request: Request<FinishWorkRequest>,
    ) -> Result<Response<Done>, Status> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let (kind, work) = self.found(ctx.tenant().clone(), &request.work).await?;
        kind.goes_on(&work).await?;
        Ok(Response::new(Done { position: 0 }))
    }

    async fn undo_work(&self, request: Request<UndoWorkRequest>) -> Result<Response<Done>, Status> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let (kind, work) = self.found(ctx.tenant().clone(), &request.work).await?;
        kind.undoes(&work).await?;
        Ok(Response::new(Done { position: 0 }))
    }
}
