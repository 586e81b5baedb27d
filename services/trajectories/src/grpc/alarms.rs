//! Alarm signals: each is a stream of its own, with a key of its own.

use domain::alarm::{EndAlarm, ObserveAlarm};
use events::YouthId;
use proto::{
    shared::Done,
    trajectories::{self as wire, alarm_service_server::AlarmService},
};
use runtime::{access::asked, serve::Answer, status::parse};
use tonic::Request;

use super::Handlers;
use crate::wire::asked_alarm;

#[tonic::async_trait]
impl AlarmService for Handlers {
    async fn observe_alarm(&self, request: Request<wire::ObserveAlarmRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let id = parse("id", &request.id)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let ctx = &self.about(&asked, youth).await?;
        let summary = self.present(ctx, youth).await?;
        let command = ObserveAlarm {
            youth: YouthId::new(youth),
            alarm: asked_alarm(&request)?,
            occurred_on,
            registered_on: summary.registered_on,
            closed: summary.closed,
        };
        let target = self.of_today(ctx, youth, id).await?.occurred_on(occurred_on);
        self.done(ctx, target, &command).await
    }

    async fn end_alarm(&self, request: Request<wire::EndAlarmRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let alarm = parse("alarm", &request.alarm)?;
        let ctx = &self.about(&asked, youth).await?;
        let target = self.of_today(ctx, youth, alarm).await?;
        self.done(ctx, target, &EndAlarm { youth: YouthId::new(youth) }).await
    }
}
