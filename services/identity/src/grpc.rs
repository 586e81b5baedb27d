//! The gRPC handlers of identity.

mod accountability;
mod admission;
mod audit;
mod breaches;
mod centres;
mod consents;
mod departures;
mod describe;
mod due;
mod erasures;
mod exits;
mod keys;
mod notices;
mod openings;
mod people;
mod registering;
mod requests;
mod retention;
mod sessions;

use std::sync::Arc;

use ::centres::Centres;
use domain::person::Person;
use eventlog::Position;
use eventlog::clock::today_in;
use jiff::civil::Date;
use kernel::{Decision, Reason, Role, TenantId, refusal::Refusal, zone::Zone};
use proto::{
    identity::{
        accountability_service_server::AccountabilityServiceServer,
        admission_service_server::AdmissionServiceServer,
        audit_log_service_server::AuditLogServiceServer,
        breach_service_server::BreachServiceServer, centre_service_server::CentreServiceServer,
        consent_service_server::ConsentServiceServer,
        directory_service_server::DirectoryServiceServer, due_service_server::DueServiceServer,
        exit_service_server::ExitServiceServer, key_service_server::KeyServiceServer,
        notice_service_server::NoticeServiceServer, person_service_server::PersonServiceServer,
        request_service_server::RequestServiceServer,
        retention_service_server::RetentionServiceServer,
        session_service_server::SessionServiceServer,
    },
    shared::{NewCard, StartCard},
};
use runtime::{
    Ctx,
    access::{Asked, Centre, Permit, Restrictions},
    execute::{Target, execute},
    limited,
    projector::{Live, Partitions},
    serve::Services,
    status::{invalid, of_command, parse},
    token::Signer,
};
use tonic::Status;
use uuid::Uuid;
use work::Works;

use crate::{
    standing::Standing,
    views::{AuditLog, Breaches, Directory, Doors, Ledger, Requests, Retention},
};

pub(crate) use departures::Departures;
pub(crate) use erasures::Erasures;
pub(crate) use openings::Openings;
pub(crate) use registering::{Registrar, claim};

pub(crate) struct Identity {
    pub(crate) registrar: Registrar,
    pub(crate) openings: Arc<Works<Openings>>,
    pub(crate) erasures: Arc<Works<Erasures>>,
    pub(crate) departures: Arc<Works<Departures>>,
    pub(crate) signer: Arc<Signer>,
    pub(crate) directory: Partitions<Directory>,
    pub(crate) requests: Partitions<Requests>,
    pub(crate) ledger: Partitions<Ledger>,
    pub(crate) retention: Partitions<Retention>,
    pub(crate) audit: Partitions<AuditLog>,
    pub(crate) breaches: Live<Breaches>,
    pub(crate) doors: Live<Doors>,
    pub(crate) centres: Live<Centres>,
    pub(crate) standing: Standing,
    pub(crate) restrictions: Arc<dyn Restrictions>,
}

impl Identity {
    /// As gRPC services.
    pub(crate) fn served(self, services: Services) -> Services {
        let handlers = Arc::new(self);
        services
            .with(limited!(CentreServiceServer, handlers))
            .with(limited!(AccountabilityServiceServer, handlers))
            .with(limited!(PersonServiceServer, handlers))
            .with(limited!(DirectoryServiceServer, handlers))
            .with(limited!(AdmissionServiceServer, handlers))
            .with(limited!(SessionServiceServer, handlers))
            .with(limited!(KeyServiceServer, handlers))
            .with(limited!(AuditLogServiceServer, handlers))
            .with(limited!(DueServiceServer, handlers))
            .with(limited!(RequestServiceServer, handlers))
            .with(limited!(NoticeServiceServer, handlers))
            .with(limited!(ConsentServiceServer, handlers))
            .with(limited!(RetentionServiceServer, handlers))
            .with(limited!(BreachServiceServer, handlers))
            .with(limited!(ExitServiceServer, handlers))
    }

    /// Today in the tenant of `ctx`.
    async fn today(&self, ctx: &Ctx) -> Result<Date, Status> {
        Ok(today_in(&self.zone(ctx).await?))
    }

    /// The clock of the tenant of `ctx`.
    async fn zone(&self, ctx: &Ctx) -> Result<Zone, Status> {
        zone_in(&self.directory, ctx).await
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

/// The clock of the tenant of `ctx`.
async fn zone_in(directory: &Partitions<Directory>, ctx: &Ctx) -> Result<Zone, Status> {
    let zone = |directory: &Directory| directory.centre().map(|centre| centre.zone.clone());
    let zone = if ctx.tenant().is_platform() { None } else { directory.find(ctx, zone).await? };
    Ok(zone.unwrap_or_default())
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
