//! Employers whom a centre knows, and talks with them about a youth.

use std::collections::BTreeSet;

use domain::{employer::RegisterEmployer, trajectory::ContactEmployer};
use events::{Code, EmployerId, employer::Employer};
use kernel::{Category, Reason, personal::SubjectKey};
use proto::{
    shared::Done,
    trajectories::{self as wire, employer_service_server::EmployerService},
};
use runtime::{
    access::{Permit, asked},
    execute::Target,
    serve::Answer,
    status::{invalid, parse, unavailable},
};
use tonic::{Request, Response, Status};

use super::Handlers;
use crate::{things::Names, wire::asked_contact};

/// Employers of one centre that a list answers with.
const EMPLOYERS_MAX: usize = 2_000;
/// Under which key an employer is kept: its own.
const EMPLOYER_KEY: Category = Category::Content;

#[tonic::async_trait]
impl EmployerService for Handlers {
    async fn register_employer(
        &self,
        request: Request<wire::RegisterEmployerRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let id = parse("id", &request.id)?;
        let employer = Employer {
            name: request.name,
            municipality: request.municipality,
            sector: parse("sector", &request.sector)?,
        };
        let ctx = &Self::in_centre(&asked)?;
        let target = Target::today(id, None, self.today(ctx).await?);
        self.done(ctx, target, &RegisterEmployer { employer }).await
    }

    async fn list_employers(
        &self,
        request: Request<wire::ListEmployersRequest>,
    ) -> Answer<wire::ListEmployersResponse> {
        let (asked, _) = asked(request)?;
        let ctx = &Self::in_centre(&asked)?;
        let view = self.view.of(ctx).await?;
        let all = view.get(|view| view.employers.keys().take(EMPLOYERS_MAX).copied().collect());
        let known = self.employers(ctx, &all).await?;
        let mut employers: Vec<_> = known
            .into_iter()
            .map(|(id, employer)| wire::Employer {
                id: id.to_string(),
                name: employer.name,
                municipality: employer.municipality,
                sector: employer.sector.name().to_owned(),
            })
            .collect();
        employers.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        Ok(Response::new(wire::ListEmployersResponse { employers }))
    }

    async fn contact_employer(
        &self,
        request: Request<wire::ContactEmployerRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = parse("youth", &request.youth)?;
        let contact = parse("id", &request.id)?;
        let occurred_on = parse("occurredOn", &request.occurred_on)?;
        let talk = asked_contact(&request)?;
        let ctx = &self.about(&asked, youth).await?;
        self.is_known(ctx, talk.employer).await?;
        let trajectory = self.present(ctx, youth).await?.trajectory;
        let target = self.of_today(ctx, youth, trajectory).await?.occurred_on(occurred_on);
        self.done(ctx, target, &ContactEmployer { contact, talk, occurred_on }).await
    }
}

impl Handlers {
    /// Refuses an employer that the caller's centre does not know.
    pub(super) async fn is_known(&self, ctx: &Permit, id: EmployerId) -> Result<(), Status> {
        let known = self.view.find(ctx, |view| view.employers.contains_key(&id).then_some(()));
        known.await?.ok_or_else(|| invalid("employer", Reason::EmployerUnknown))
    }

    /// These employers, as far as they can be read.
    async fn employers(
        &self,
        ctx: &Permit,
        ids: &BTreeSet<EmployerId>,
    ) -> Result<Vec<(EmployerId, Employer)>, Status> {
        if ids.is_empty() {
            return Ok(vec![]);
        }
        let subjects: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
        let keys = self.backends.keys.to_open(ctx.tenant(), &subjects, EMPLOYER_KEY).await;
        let keys = keys.map_err(|_| unavailable(Reason::Busy))?;
        let opened = |view: &crate::views::Trajectories| {
            let one = |id: &EmployerId| {
                let key: &SubjectKey = keys.get(&id.uuid())?;
                Some((*id, view.employers.get(id)?.opened(key).ok()?))
            };
            ids.iter().filter_map(one).collect()
        };
        Ok(self.view.of(ctx).await?.get(opened))
    }

    /// The names of these employers.
    pub(super) async fn names(
        &self,
        ctx: &Permit,
        ids: &BTreeSet<EmployerId>,
    ) -> Result<Names, Status> {
        let known = self.employers(ctx, ids).await?;
        Ok(known.into_iter().map(|(id, employer)| (id, employer.name)).collect())
    }
}
