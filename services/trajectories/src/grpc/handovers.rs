//! Warm handovers.

use domain::trajectory::{AcceptHandover, AnswerHandover, OfferHandover};
use proto::{
    shared::Done,
    trajectories::{self as wire, handover_service_server::HandoverService},
};
use runtime::{access::asked, serve::Answer, status::parse};
use tonic::Request;

use super::Handlers;
use crate::wire::asked_handover;

#[tonic::async_trait]
impl HandoverService for Handlers {
    async fn offer_handover(&self, request: Request<wire::OfferHandoverRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let handover = parse("id", &request.id)?;
        let offer = asked_handover(&request)?;
        let ctx = &self.about(&asked, youth).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let target = self.of_today(ctx, youth, trajectory).await?;
        self.done(ctx, target, &OfferHandover { handover, offer }).await
    }

    async fn answer_handover(&self, request: Request<wire::AnswerHandoverRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (youth, handover) = (asked.actor(), parse("handover", &request.handover)?);
        let ctx = &self.about(&asked, youth).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let target = self.of_today(ctx, youth, trajectory).await?;
        let command = AnswerHandover { handover, agrees: request.agrees };
        self.done(ctx, target, &command).await
    }

    async fn accept_handover(&self, request: Request<wire::AcceptHandoverRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let handover = parse("handover", &request.handover)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let ctx = &self.about(&asked, youth).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let target = self.of_today(ctx, youth, trajectory).await?.occurred_on(occurred_on);
        self.done(ctx, target, &AcceptHandover { handover, occurred_on }).await
    }
}
