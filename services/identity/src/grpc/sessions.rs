//! Sessions: a start card's code becomes a secret, the secret becomes service tokens.
//!
//! Invariant: a secret is answered once, to whoever showed the card; only its hash is stored. Who may not
//! ask learns not even whether there is such a card or session.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use domain::person::{SignIn, SignOut, sign_in::Refusal};
use eventlog::clock;
use jiff::{SignedDuration, Timestamp};
use kernel::{Reason, Role, codec::hex};
use proto::{
    identity::{self as wire, session_service_server::SessionService},
    shared::Done,
};
use runtime::{
    access::{Asked, Centre, asked},
    execute::{CommandError, Target, execute},
    serve::Answer,
    status::{of_command, unauthenticated, unavailable},
};
use sha2::{Digest, Sha256};
use tonic::{Request, Response, Status};
use zeroize::Zeroizing;

use super::{Identity, across, centres::centre_message};
use crate::views::{Directory, Doors, SessionEntry};

/// How long a youth's session lasts: their own phone, and cards get lost.
const YOUTH_SESSION_HOURS: i64 = 30 * 24;
/// How long everybody else's session lasts: a working day.
const STAFF_SESSION_HOURS: i64 = 12;
/// Randomness of a session's secret.
const SECRET_BYTES: usize = 32;

#[tonic::async_trait]
impl SessionService for Identity {
    /// Every sign-in is a session of its own, so the caller's command id does not matter.
    async fn sign_in(&self, request: Request<wire::SignInRequest>) -> Answer<wire::SignInResponse> {
        let (asked, request) = asked(request)?;
        across(&asked)?;
        let code_hash = self.registrar.vault.card_hash(&request.code);
        let card = |doors: &Doors| doors.card(&code_hash);
        let holder = self.doors.find(&*self.registrar.backends.log, asked.at_least(), card).await?;
        let (tenant, person) = holder.ok_or_else(unknown_card)?;
        let there = asked.authorize(&Centre(tenant.clone()))?;
        let role = |directory: &Directory| directory.person(person).map(|entry| entry.role);
        let role = self.directory.find(&there, role).await?.ok_or_else(unknown_card)?;
        if self.directory.of(&there).await?.get(|it| it.keeps_out(role)) {
            return Err(unauthenticated(Reason::CentreLeaves));
        }
        // Whoever was erased signs in no more.
        self.described_one(&there, person).await?.ok_or_else(unknown_card)?;
        let secret = new_secret()?;
        let (session, expires) = (secret_hash(&secret), session_end(role, clock::now())?);
        let command = SignIn { code_hash, session, expires };
        let acting = there.acting_as(person, role).once();
        let target = Target::today(person, Some(person), self.today(&acting).await?);
        let done = execute(&self.registrar.backends, &acting, target, &command).await;
        let position = done.map_err(|error| sign_in_error(&error))?.position;
        self.doors.at_least(position).await?;
        self.directory.at_least(position).await?;
        let entry = SessionEntry { tenant, person, expires };
        let session = self.session(&asked, &entry).await?.ok_or_else(unknown_card)?;
        Ok(Response::new(wire::SignInResponse {
            position: position.into(),
            secret,
            session: Some(session),
        }))
    }

    async fn authenticate(
        &self,
        request: Request<wire::AuthenticateRequest>,
    ) -> Answer<wire::AuthenticateResponse> {
        let (asked, request) = asked(request)?;
        across(&asked)?;
        let entry = self.live_session(&asked, &request.secret).await?.ok_or_else(no_session)?;
        let session = self.session(&asked, &entry).await?.ok_or_else(no_session)?;
        Ok(Response::new(wire::AuthenticateResponse { session: Some(session) }))
    }

    /// Ending a session that is gone already is no error; the position is 0 then.
    async fn sign_out(&self, request: Request<wire::SignOutRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        across(&asked)?;
        let Some(entry) = self.live_session(&asked, &request.secret).await? else {
            return Ok(Response::new(Done { position: 0 }));
        };
        let SessionEntry { tenant, person: actor, .. } = entry;
        let there = asked.authorize(&Centre(tenant))?;
        let directory = self.directory.of(&there).await?;
        let role = directory.get(|it| it.person(actor).map(|entry| entry.role));
        let role = role.ok_or_else(no_session)?;
        let acting = there.acting_as(actor, role);
        let command = SignOut { session: secret_hash(&request.secret) };
        let position = self.run(&acting, actor, &command).await?;
        self.doors.at_least(position).await?;
        Ok(Response::new(Done { position: position.into() }))
    }
}

impl Identity {
    /// The session of this secret, unless it was signed out or has ended.
    async fn live_session(
        &self,
        asked: &Asked,
        secret: &str,
    ) -> Result<Option<SessionEntry>, Status> {
        let hash = secret_hash(secret);
        let session = |doors: &Doors| doors.session(&hash);
        let found =
            self.doors.find(&*self.registrar.backends.log, asked.at_least(), session).await?;
        Ok(found.filter(|session| session.expires > clock::now()))
    }

    /// What a session tells the gateway, with a fresh token; `None` if the person was erased.
    async fn session(
        &self,
        asked: &Asked,
        entry: &SessionEntry,
    ) -> Result<Option<wire::Session>, Status> {
        let there = asked.authorize(&Centre(entry.tenant.clone()))?;
        let Some(person) = self.described_one(&there, entry.person).await? else {
            return Ok(None);
        };
        let directory = self.directory.of(&there).await?;
        let known = directory.get(|it| {
            let role = it.person(entry.person)?.role;
            // Of a centre that leaves nobody but its lead is let in.
            if it.keeps_out(role) {
                return None;
            }
            Some((role, it.centre().cloned()))
        });
        let Some((role, centre)) = known else { return Ok(None) };
        let token = self.signer.sign(entry.person, entry.tenant.clone(), role, clock::now());
        let synthetic = match &centre {
            Some(centre) => centre.synthetic,
            // Who works across centres sees invented people if any are.
            None => self.is_synthetic(),
        };
        Ok(Some(wire::Session {
            person: Some(person),
            centre: centre.map(|centre| centre_message(&entry.tenant, &centre)),
            expires: entry.expires.to_string(),
            token: token.map_err(|_| Status::internal("cannot sign"))?,
            synthetic,
        }))
    }
}

fn session_end(role: Role, now: Timestamp) -> Result<Timestamp, Status> {
    let hours = if role == Role::Youth { YOUTH_SESSION_HOURS } else { STAFF_SESSION_HOURS };
    now.checked_add(SignedDuration::from_hours(hours))
        .map_err(|_| Status::internal("the clock is at its end"))
}

fn new_secret() -> Result<String, Status> {
    let mut bytes = Zeroizing::new([0; SECRET_BYTES]);
    getrandom::fill(&mut *bytes).map_err(|_| unavailable(Reason::NoRandomness))?;
    Ok(BASE64.encode(*bytes))
}

/// A secret of 256 random bits needs no keyed or slow hash.
fn secret_hash(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// A card replaced in the meantime is as unknown as one that never was.
fn sign_in_error(error: &CommandError<Refusal>) -> Status {
    match error {
        CommandError::Refused(_) => unknown_card(),
        error => of_command(error),
    }
}

fn unknown_card() -> Status {
    unauthenticated(Reason::UnknownCard)
}

fn no_session() -> Status {
    unauthenticated(Reason::NoSession)
}
