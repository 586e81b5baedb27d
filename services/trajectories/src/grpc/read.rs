//! Queries.

use std::collections::HashMap;

use kernel::{Reason, personal::SubjectKey};
use proto::trajectories::{
    CaseloadRow, CoachLoad, GetCaseloadResponse, GetTrajectoryRequest, GetTrajectoryResponse,
    ListCoachLoadsResponse,
};
use runtime::{
    access::Asked,
    status::{parse, unavailable},
};
use tonic::Status;
use uuid::Uuid;

use super::{Handlers, name};
use crate::views::{POPULATION_KEY, Summary};

/// How many youths one caseload answers with. The norm is 20 per FTE (L1294).
const CASELOAD_YOUTHS_MAX: usize = 500;

impl Handlers {
    pub(super) async fn coach_loads(
        &self,
        asked: &Asked,
    ) -> Result<ListCoachLoadsResponse, Status> {
        let ctx = Self::in_centre(asked)?;
        let centre = self.view.of(&ctx).await?;
        Ok(centre.get(|view| {
            let own = view.youth(ctx.actor());
            let loads = view.places.coaches().map(|(coach, places)| CoachLoad {
                coach: coach.to_string(),
                youths: u32::try_from(view.load(coach)).unwrap_or(u32::MAX),
                places,
            });
            ListCoachLoadsResponse {
                loads: loads.collect(),
                chosen: own.and_then(|own| own.coach).map(|coach| coach.to_string()),
                revision: own.map(|own| own.revision),
            }
        }))
    }

    pub(super) async fn caseload(&self, asked: &Asked) -> Result<GetCaseloadResponse, Status> {
        let ctx = Self::in_centre(asked)?;
        let centre = self.view.of(&ctx).await?;
        let (youths, places): (Vec<_>, _) = centre.get(|view| {
            let caseload = view.caseload(ctx.actor()).take(CASELOAD_YOUTHS_MAX);
            let youths = caseload.map(|(id, youth)| (id, youth.clone())).collect();
            (youths, view.places.of(ctx.actor()).unwrap_or(0))
        });
        let ids: Vec<_> = youths.iter().map(|(id, _)| *id).collect();
        let keys = self.backends.keys.to_open(ctx.tenant(), &ids, POPULATION_KEY).await;
        let keys = keys.map_err(|_| unavailable(Reason::Busy))?;
        let keys: HashMap<_, _> = keys.iter().map(|(id, key)| (*id, &**key)).collect();
        let rows = youths
            .iter()
            // Who has no key any more was erased: nothing is left to show.
            .filter_map(|(id, youth)| keys.get(id).map(|key| row(*id, youth, key)));
        Ok(GetCaseloadResponse { youths: rows.collect(), places })
    }

    pub(super) async fn trajectory(
        &self,
        asked: &Asked,
        request: &GetTrajectoryRequest,
    ) -> Result<GetTrajectoryResponse, Status> {
        let youth = parse("youth", &request.youth)?;
        let ctx = self.about(asked, youth).await?;
        let summary = self.present(&ctx, youth).await?;
        let key = self.key(&ctx, youth, POPULATION_KEY).await?;
        let population = key.and_then(|key| summary.population(&key).ok());
        Ok(GetTrajectoryResponse {
            youth: youth.to_string(),
            population: population.map(name).unwrap_or_default(),
            source: name(summary.source),
            since: summary.registered_on.to_string(),
            coach: summary.coach.map(|coach| coach.to_string()),
            current_role: summary.current_role().map(name),
            revision: summary.revision,
            closed: summary.closed,
        })
    }
}

fn row(youth: Uuid, summary: &Summary, key: &SubjectKey) -> CaseloadRow {
    CaseloadRow {
        youth: youth.to_string(),
        population: summary.population(key).map(name).unwrap_or_default(),
        since: summary.registered_on.to_string(),
        last_contact_on: summary.last_contact_on().map(|day| day.to_string()),
        steps: u32::try_from(summary.steps).unwrap_or(u32::MAX),
    }
}
