//! Keys of personal data: for the other services, and destroyed for good.
//!
//! Invariant: answered from the vault itself; nothing is kept in between.

use domain::person::EraseKeys;
use events::ErasureReason;
use kernel::{Category, Reason};
use proto::{
    identity::{self as wire, key_service_server::KeyService},
    shared::Done,
};
use runtime::{
    access::{Centre, asked},
    keys::{KeySource as _, SUBJECTS_ASKED_MAX, Thing},
    serve::Answer,
    status::{invalid, not_found, parse, refused, unavailable},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, across, person_id};
use crate::{resources::KeysOf, views::Directory};

#[tonic::async_trait]
impl KeyService for Identity {
    /// A service acts for every tenant, so the request names it. Of which category it gets keys, the
    /// policies say.
    async fn get_keys(
        &self,
        request: Request<wire::GetKeysRequest>,
    ) -> Answer<wire::GetKeysResponse> {
        let (asked, request) = asked(request)?;
        for (field, asked) in
            [("subjects", request.subjects.len()), ("things", request.things.len())]
        {
            if asked > SUBJECTS_ASKED_MAX {
                return Err(invalid(field, Reason::TooMany));
            }
        }
        let centre = parse("tenant", &request.tenant)?;
        let category = Category::named(&request.category)
            .ok_or_else(|| invalid("category", Reason::UnknownValue))?;
        let ctx = asked.authorize(&KeysOf { centre, category })?;
        let subjects: Vec<Uuid> = request
            .subjects
            .iter()
            .map(|subject| parse("subjects", subject))
            .collect::<Result<_, _>>()?;
        let things: Vec<Thing> = request.things.iter().map(thing).collect::<Result<_, _>>()?;
        let (vault, make) = (&self.registrar.vault, request.make);
        let keys = if things.is_empty() {
            vault.keys(ctx.tenant(), &subjects, category, make).await
        } else {
            vault.keys_of_things(ctx.tenant(), &things, category, make).await
        };
        let keys = keys.map_err(|_| unavailable(Reason::KeysUnavailable))?;
        let keys = keys.into_iter().map(|(subject, key)| wire::SubjectKey {
            subject: subject.to_string(),
            key: key.expose_bytes().to_vec().into(),
        });
        Ok(Response::new(wire::GetKeysResponse { keys: keys.collect() }))
    }

    async fn destroy_keys(&self, request: Request<wire::DestroyKeysRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let (tenant, person) =
            (parse("centre", &request.centre)?, person_id("person", &request.person)?);
        let reason = parse("reason", &request.reason)?;
        // That a term is over a centre says, and its clocks.
        if reason == ErasureReason::TermEnded {
            return Err(invalid("reason", Reason::UnknownValue));
        }
        let ctx = asked.authorize(&Centre(tenant))?;
        let known = |directory: &Directory| directory.person(person).map(drop);
        self.directory.find(&ctx, known).await?.ok_or_else(not_found)?;
        let today = self.today(&ctx).await?;
        self.retention_is_whole().await?;
        let keeping = self.retention.of(&ctx).await?.get(|view| view.keeping(person, today));
        if keeping.is_some_and(|it| it.hold.is_some()) {
            return Err(refused(Reason::OnHold));
        }
        let erase = EraseKeys { reason };
        let position = self.registrar.erase(&ctx, person, &erase, today).await?;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn get_standing(
        &self,
        request: Request<wire::GetStandingRequest>,
    ) -> Answer<wire::GetStandingResponse> {
        across(&asked(request)?.0)?;
        let lost_keys = u32::try_from(self.standing.looked().await).unwrap_or(u32::MAX);
        Ok(Response::new(wire::GetStandingResponse { lost_keys }))
    }
}

fn thing(told: &wire::ThingOf) -> Result<Thing, Status> {
    Ok(Thing { person: parse("subject", &told.subject)?, id: parse("thing", &told.thing)? })
}
