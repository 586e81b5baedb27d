//! What operators see of work that does not go on, and how they end it.

use std::sync::Arc;

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
use vocabulary::Code;

use crate::{Manager, WorkId, Works};

/// How many are listed at once.
const LISTED_MAX: usize = 100;

/// Answers for the work of one kind.
pub struct Handlers<M>(Arc<Works<M>>);

impl<M: Manager> Handlers<M> {
    /// As a gRPC service.
    pub fn served(works: Arc<Works<M>>) -> WorkServiceServer<Self> {
        limited!(WorkServiceServer, Arc::new(Self(works)))
    }

    /// Work that somebody asked for.
    async fn found(&self, tenant: TenantId, work: &str) -> Result<WorkId, Status> {
        let work = WorkId { tenant, id: parse("work", work)? };
        if self.0.serves(&work) && self.0.phase(&work).await? != Phase::Absent {
            Ok(work)
        } else {
            Err(not_found())
        }
    }
}

#[tonic::async_trait]
impl<M: Manager> WorkService for Handlers<M> {
    async fn list_work(
        &self,
        request: Request<ListWorkRequest>,
    ) -> Result<Response<ListWorkResponse>, Status> {
        asked(request)?.0.authorize(&Centre(TenantId::platform()))?;
        let stuck = self.0.stuck();
        let total = u32::try_from(stuck.len()).unwrap_or(u32::MAX);
        let items = stuck.into_iter().take(LISTED_MAX).map(|(work, stuck)| UnfinishedWork {
            id: work.id.to_string(),
            kind: M::KIND.name().to_owned(),
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
        let work = self.found(ctx.tenant().clone(), &request.work).await?;
        self.0.go_on(&work).await?;
        Ok(Response::new(Done { position: 0 }))
    }

    async fn undo_work(&self, request: Request<UndoWorkRequest>) -> Result<Response<Done>, Status> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let work = self.found(ctx.tenant().clone(), &request.work).await?;
        self.0.undo(&work).await?;
        Ok(Response::new(Done { position: 0 }))
    }
}
