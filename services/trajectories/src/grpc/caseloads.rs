//! Whom coaches accompany.

use std::collections::{BTreeSet, HashMap};

use domain::trajectory::register_step::goes_on;
use eventlog::clock::today_in;
use jiff::ToSpan;
use kernel::{Reason, personal::SubjectKey};
use proto::trajectories::{
    CaseloadRow, CoachLoad, CoachMonth, GetCaseloadRequest, GetCaseloadResponse,
    GetWorkListRequest, GetWorkListResponse, ListCoachLoadsRequest, ListCoachLoadsResponse,
    WorkItem, caseload_service_server::CaseloadService,
};
use runtime::{
    access::{Asked, asked},
    serve::Answer,
    status::unavailable,
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Handlers, name};
use crate::{
    resources::Trajectory,
    views::{POPULATION_KEY, Summary, Trajectories},
};

/// How many youths one caseload answers with. The norm is 20 per FTE (L1294).
const CASELOAD_YOUTHS_MAX: usize = 500;

#[tonic::async_trait]
impl CaseloadService for Handlers {
    async fn get_caseload(
        &self,
        request: Request<GetCaseloadRequest>,
    ) -> Answer<GetCaseloadResponse> {
        let (asked, _) = asked(request)?;
        let ctx = Self::in_centre(&asked)?;
        let centre = self.view.of(&ctx).await?;
        let (youths, places): (Vec<_>, _) = centre.get(|view| {
            let caseload = view.caseload(ctx.actor()).take(CASELOAD_YOUTHS_MAX);
            let youths = caseload.map(|(id, youth)| (id, youth.clone())).collect();
            (youths, view.places.of(ctx.actor()).unwrap_or(0))
        });
        let youths = Self::may_list(&asked, youths)?;
        let ids: Vec<_> = youths.iter().map(|(id, _)| *id).collect();
        let keys = self.backends.keys.to_open(ctx.tenant(), &ids, POPULATION_KEY).await;
        let keys = keys.map_err(|_| unavailable(Reason::Busy))?;
        let keys: HashMap<_, _> = keys.iter().map(|(id, key)| (*id, &**key)).collect();
        asked.tells_of(&ctx, keys.keys().copied());
        let rows = youths
            .iter()
            // Who has no key any more was erased: nothing is left to show.
            .filter_map(|(id, youth)| keys.get(id).map(|key| row(*id, youth, key)));
        Ok(Response::new(GetCaseloadResponse { youths: rows.collect(), places }))
    }

    async fn get_work_list(
        &self,
        request: Request<GetWorkListRequest>,
    ) -> Answer<GetWorkListResponse> {
        let (asked, _) = asked(request)?;
        let ctx = Self::in_centre(&asked)?;
        let centre = self.view.of(&ctx).await?;
        let youths: Vec<_> = centre.get(|view| {
            let now = view.caseload(ctx.actor()).map(|(id, _)| id);
            let all = now.chain(view.after_care(ctx.actor())).take(CASELOAD_YOUTHS_MAX);
            all.filter_map(|id| Some((id, view.youth(id)?.clone()))).collect()
        });
        let youths = Self::may_list(&asked, youths)?;
        let ids: Vec<_> = youths.iter().map(|(id, _)| *id).collect();
        let keys = self.backends.keys.to_open(ctx.tenant(), &ids, POPULATION_KEY).await;
        let keys = keys.map_err(|_| unavailable(Reason::Busy))?;
        // Who has no key any more was erased.
        let there: BTreeSet<_> = ids.into_iter().filter(|id| keys.contains_key(id)).collect();
        let went_on = youths.iter().filter(|(id, youth)| {
            let exit = keys.get(id).and_then(|key| youth.exit(key));
            exit.is_some_and(|exit| goes_on(exit.kind))
        });
        let went_on: BTreeSet<_> = went_on.map(|(id, _)| *id).collect();
        asked.tells_of(&ctx, there.iter().copied());
        let last_month = |view: &Trajectories| {
            let first = today_in(&view.zone().cloned().unwrap_or_default()).first_of_month();
            let (from, to) = (first.saturating_sub(1.month()), first.saturating_sub(1.day()));
            let month = view.month(ctx.actor(), (from, to));
            CoachMonth {
                month: from.to_string(),
                steps: month.steps,
                minutes: month.minutes,
                youths: month.youths,
            }
        };
        Ok(Response::new(centre.get(|view| {
            let items = view.work_list(ctx.actor(), |youth| went_on.contains(&youth));
            let items = items.into_iter().filter(|item| there.contains(&item.youth));
            let items = items.map(|item| WorkItem {
                youth: item.youth.to_string(),
                kind: name(item.kind),
                due_on: item.due_on.to_string(),
            });
            GetWorkListResponse { items: items.collect(), last_month: Some(last_month(view)) }
        })))
    }

    async fn list_coach_loads(
        &self,
        request: Request<ListCoachLoadsRequest>,
    ) -> Answer<ListCoachLoadsResponse> {
        let (asked, _) = asked(request)?;
        let ctx = Self::in_centre(&asked)?;
        let centre = self.view.of(&ctx).await?;
        Ok(Response::new(centre.get(|view| {
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
        })))
    }
}

impl Handlers {
    /// Those of them of whom the caller may be told.
    fn may_list(
        asked: &Asked,
        youths: Vec<(Uuid, Summary)>,
    ) -> Result<Vec<(Uuid, Summary)>, Status> {
        let mut listed = Vec::with_capacity(youths.len());
        for (id, youth) in youths {
            let Some(it) = Trajectory::of(asked.tenant(), id, Some(&youth)) else { continue };
            if asked.may(&it)? {
                listed.push((id, youth));
            }
        }
        Ok(listed)
    }
}

fn row(youth: Uuid, summary: &Summary, key: &SubjectKey) -> CaseloadRow {
    CaseloadRow {
        youth: youth.to_string(),
        population: summary.population(key).map(name).unwrap_or_default(),
        since: summary.registered_on.to_string(),
        last_contact_on: summary.last_contact_on.map(|day| day.to_string()),
        steps: u32::try_from(summary.steps).unwrap_or(u32::MAX),
    }
}
