//! The gRPC handlers of identity.

mod admission;
mod centres;
mod describe;
mod keys;
mod openings;
mod people;
mod registering;
mod sessions;

use std::sync::Arc;

use ::centres::Centres;
use domain::person::Person;
use eventlog::Position;
use eventlog::clock::today_in;
use jiff::civil::Date;
use kernel::{Decision, Reason, Role, TenantId, refusal::Refusal};
use proto::{
    identity::{
        AdmitYouthRequest, AuthenticateRequest, AuthenticateResponse, ChooseAvatarRequest,
        DescribePeopleRequest, DescribePeopleResponse, DestroyKeysRequest, GetStandingRequest,
        GetStandingResponse, IssueStartCardRequest, IssueStartCardResponse, ListCentresRequest,
        ListCentresResponse, ListPeopleRequest, ListPeopleResponse, OpenCentreRequest,
        RegisterPersonRequest, SignInRequest, SignInResponse, SignOutRequest,
        WithdrawAdmissionRequest, identity_service_server::IdentityService,
    },
    shared::{Done, NewCard, StartCard},
};
use runtime::{
    Ctx,
    access::{Asked, Centre, Permit, asked},
    execute::{Target, execute},
    projector::{Live, Partitions},
    status::{invalid, of_command, parse},
    token::Signer,
};
use tonic::{Request, Response, Status};
use uuid::Uuid;
use work::Works;

use crate::{
    standing::Standing,
    views::{Directory, Doors},
};

pub(crate) use keys::KeyVault;
pub(crate) use openings::Openings;
pub(crate) use registering::{Registrar, claim};

pub(crate) struct Identity {
    pub(crate) registrar: Registrar,
    pub(crate) openings: Arc<Works<Openings>>,
    pub(crate) signer: Arc<Signer>,
    pub(crate) directory: Partitions<Directory>,
    pub(crate) doors: Live<Doors>,
    pub(crate) centres: Live<Centres>,
    pub(crate) standing: Standing,
}

type Answer<T> = Result<Response<T>, Status>;

#[tonic::async_trait]
impl IdentityService for Identity {
    async fn open_centre(&self, request: Request<OpenCentreRequest>) -> Answer<NewCard> {
        let asked = asked(&request)?;
        self.do_open_centre(&asked, request.into_inner()).await.map(Response::new)
    }

    async fn list_centres(
        &self,
        request: Request<ListCentresRequest>,
    ) -> Answer<ListCentresResponse> {
        self.centres(&asked(&request)?).await.map(Response::new)
    }

    async fn register_person(&self, request: Request<RegisterPersonRequest>) -> Answer<NewCard> {
        let asked = asked(&request)?;
        self.do_register_person(&asked, request.into_inner()).await.map(Response::new)
    }

    async fn admit_youth(&self, request: Request<AdmitYouthRequest>) -> Answer<NewCard> {
        let asked = asked(&request)?;
        self.do_admit_youth(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn withdraw_admission(&self, request: Request<WithdrawAdmissionRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_withdraw_admission(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn issue_start_card(
        &self,
        request: Request<IssueStartCardRequest>,
    ) -> Answer<IssueStartCardResponse> {
        let asked = asked(&request)?;
        self.do_issue_start_card(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn list_people(&self, request: Request<ListPeopleRequest>) -> Answer<ListPeopleResponse> {
        let asked = asked(&request)?;
        self.people(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn describe_people(
        &self,
        request: Request<DescribePeopleRequest>,
    ) -> Answer<DescribePeopleResponse> {
        let asked = asked(&request)?;
        self.described(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn choose_avatar(&self, request: Request<ChooseAvatarRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_choose_avatar(&asked, request.into_inner()).await.map(Response::new)
    }

    async fn destroy_keys(&self, request: Request<DestroyKeysRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_destroy_keys(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn get_standing(
        &self,
        request: Request<GetStandingRequest>,
    ) -> Answer<GetStandingResponse> {
        across(&asked(&request)?)?;
        let lost_keys = u32::try_from(self.standing.looked().await).unwrap_or(u32::MAX);
        Ok(Response::new(GetStandingResponse { lost_keys }))
    }

    async fn sign_in(&self, request: Request<SignInRequest>) -> Answer<SignInResponse> {
        let asked = asked(&request)?;
        self.do_sign_in(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn authenticate(
        &self,
        request: Request<AuthenticateRequest>,
    ) -> Answer<AuthenticateResponse> {
        let asked = asked(&request)?;
        self.authenticated(&asked, &request.into_inner()).await.map(Response::new)
    }

    async fn sign_out(&self, request: Request<SignOutRequest>) -> Answer<Done> {
        let asked = asked(&request)?;
        self.do_sign_out(&asked, &request.into_inner()).await.map(Response::new)
    }
}

impl Identity {
    /// Today in the tenant of `ctx`.
    async fn today(&self, ctx: &Ctx) -> Result<Date, Status> {
        let zone = |directory: &Directory| directory.centre().map(|centre| centre.zone.clone());
        let zone =
            if ctx.tenant().is_platform() { None } else { self.directory.find(ctx, zone).await? };
        Ok(today_in(&zone.unwrap_or_default()))
    }

    /// Runs a command of a person of the tenant of `ctx` and answers the position.
    async fn run<C>(&self, ctx: &Permit, person: Uuid, command: &C) -> Result<Position, Status>
    where
        C: Decision<State = Person, Refusal: Refusal>,
    {
        let target = Target::today(person, Some(person), self.today(ctx).await?);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        done.map(|done| done.position).map_err(|error| of_command(&error))
    }
}

/// The permit to do what is of no single centre.
fn across(asked: &Asked) -> Result<Permit, Status> {
    asked.authorize(&Centre(TenantId::platform()))
}

/// The card of somebody or something new.
fn new_card(id: String, position: Position, code: String) -> NewCard {
    let card = Some(StartCard { code, ..StartCard::default() });
    NewCard { position: position.into(), id, card }
}

/// A person's id. Nil is nobody's: under it stands what a tenant's services keep of everyone.
fn person_id(field: &str, text: &str) -> Result<Uuid, Status> {
    let id: Uuid = parse(field, text)?;
    if id.is_nil() { Err(invalid(field, Reason::UnknownValue)) } else { Ok(id) }
}

fn role_named(field: &str, name: &str) -> Result<Role, Status> {
    let found = Role::PEOPLE.into_iter().find(|role| role.name() == name);
    found.ok_or_else(|| invalid(field, Reason::UnknownValue))
}

#[cfg(test)]
mod tests {
    use events::{Code as _, PersonRole};

    use super::*;

    #[test]
    fn the_contract_names_every_role_that_people_have() {
        let named: Vec<_> = PersonRole::ALL.iter().map(|role| role.name()).collect();
        assert_eq!(named, Role::PEOPLE.map(Role::name));
    }
}
