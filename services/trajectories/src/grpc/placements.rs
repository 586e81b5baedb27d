//! Where youths learn and work.

use domain::trajectory::{EndPlacement, StartPlacement};
use proto::{
    shared::Done,
    trajectories::{self as wire, placement_service_server::PlacementService},
};
use runtime::{access::asked, serve::Answer, status::parse};
use tonic::Request;

use super::Handlers;
use crate::wire::asked_placement;

#[tonic::async_trait]
impl PlacementService for Handlers {
    async fn start_placement(&self, request: Request<wire::StartPlacementRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let placement = parse("id", &request.id)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let facts = asked_placement(&request)?;
        let ctx = &self.about(&asked, youth).await?;
        if let Some(employer) = facts.employer {
            self.is_known(ctx, employer).await?;
        }
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let target = self.of_today(ctx, youth, trajectory).await?.occurred_on(occurred_on);
        self.done(ctx, target, &StartPlacement { placement, facts, occurred_on }).await
    }

    async fn end_placement(&self, request: Request<wire::EndPlacementRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let placement = parse("placement", &request.placement)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let reason = parse("reason", &request.reason)?;
        let ctx = &self.about(&asked, youth).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let target = self.of_today(ctx, youth, trajectory).await?.occurred_on(occurred_on);
        self.done(ctx, target, &EndPlacement { placement, reason, occurred_on }).await
    }
}
