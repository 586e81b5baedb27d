//! identity's part of registering a youth. What is to be done stands in the stream of the registration,
//! so whoever calls this can do no more than what a lead asked for.

use events::registration::Asked as Registration;
use kernel::{
    Category, Role,
    work::{Phase, WorkOver},
};
use proto::{
    identity::{self as wire, admission_service_server::AdmissionService},
    shared::{Done, NewCard},
};
use runtime::{
    access::{Asked, Centre, asked},
    serve::Answer,
    status::{not_found, of_refusal, parse},
};
use tonic::{Request, Response, Status};
use work::WorkId;

use super::{Identity, new_card, registering::Newcomer};

#[tonic::async_trait]
impl AdmissionService for Identity {
    async fn admit_youth(&self, request: Request<wire::AdmitYouthRequest>) -> Answer<NewCard> {
        let (asked, request) = asked(request)?;
        let work = registration(&asked, &request.centre, &request.registration)?;
        let begun = self.asked_of(&work).await?;
        if !matches!(begun.phase, Phase::Begun | Phase::Finished) {
            return Err(of_refusal(&WorkOver));
        }
        let (youth, name) = (begun.youth.uuid(), &begun.name);
        let sealed = (youth, Category::Registration);
        let name = work.opened(&self.registrar.backends, sealed, name).await?;
        let ctx = work.permit(begun.by, Role::Lead);
        let new = Newcomer { id: youth, role: Role::Youth, name, fte_percent: None };
        let checked = self.registrar.check(&ctx, new).map_err(|error| of_refusal(&error))?;
        let today = self.today(&ctx).await?;
        let (position, code) = self.registrar.register(&ctx, checked, today).await?;
        Ok(Response::new(new_card(youth.to_string(), position, code)))
    }

    /// Nothing to do if the id is somebody's who was registered in another way.
    async fn withdraw_admission(
        &self,
        request: Request<wire::WithdrawAdmissionRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let work = registration(&asked, &request.centre, &request.registration)?;
        let begun = self.asked_of(&work).await?;
        if !matches!(begun.phase, Phase::TurnedBack | Phase::Undone) {
            return Err(of_refusal(&WorkOver));
        }
        let ctx = work.permit(begun.by, Role::Lead);
        self.registrar.put_out(&ctx, begun.youth.uuid()).await?;
        Ok(Response::new(Done { position: 0 }))
    }
}

impl Identity {
    async fn asked_of(&self, work: &WorkId) -> Result<Registration, Status> {
        Registration::of(work.told(&self.registrar.backends).await?).ok_or_else(not_found)
    }
}

/// Which registration, for whoever may look after it.
fn registration(asked: &Asked, centre: &str, id: &str) -> Result<WorkId, Status> {
    let ctx = asked.authorize(&Centre(parse("centre", centre)?))?;
    Ok(WorkId { tenant: ctx.tenant().clone(), id: parse("registration", id)? })
}
