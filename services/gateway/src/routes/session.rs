//! Signing in with a start card, and out again.

use eventlog::Position;
use eventlog::clock::today_in;
use kernel::Reason;

use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, StatusCode, header};
use proto::identity::{SignInRequest, SignOutRequest};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    App,
    address::Address,
    answer::{CommandProblems, Done, QueryProblems},
    call::Call,
    caller::{Anybody, Leaver, position, refuse_other_sites, zone_of},
    codes::{CountryCode, LanguageCode, NoticeVersionCode, PersonRoleCode, known},
    input::Body,
    problem::{Kind, Problem},
    session::{Secret, no_cookie},
};

/// A start card's code.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct SignIn {
    /// As on the card, such as `K7M2-9QXD-4TRW`.
    code: String,
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Session {
    person: SignedIn,
    /// Every command carries it in `X-CSRF-Token`.
    csrf_token: String,
    /// RFC 3339.
    #[schema(format = DateTime)]
    expires_at: String,
    /// Whether this installation holds invented people.
    synthetic: bool,
    /// Today's date in the centre: no day after it can be written down.
    #[schema(format = Date)]
    today: String,
}

/// The person who is signed in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = SignedInPerson)]
pub(crate) struct SignedIn {
    id: String,
    role: PersonRoleCode,
    name: String,
    #[schema(required)]
    avatar: Option<String>,
    /// The newest notice of what is done with the data that the person read.
    #[schema(required)]
    notice: Option<NoticeVersionCode>,
    /// Null for those who work across centres.
    #[schema(required)]
    centre: Option<OwnCentre>,
}

/// The centre of who is signed in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OwnCentre {
    id: String,
    name: String,
    /// IANA name of the time zone by which it lives.
    time_zone: String,
    country: CountryCode,
    /// In which it works, the first one first.
    languages: Vec<LanguageCode>,
}

fn shown(secret: &Secret, session: &proto::identity::Session) -> Result<Session, Problem> {
    let person = session.person.as_ref().ok_or(Kind::Internal)?;
    let person = SignedIn {
        id: person.id.clone(),
        role: known(&person.role)?,
        name: person.name.clone(),
        avatar: person.avatar.clone(),
        notice: person.notice.as_deref().map(known).transpose()?,
        centre: session.centre.as_ref().map(|centre| own_centre(session, centre)).transpose()?,
    };
    Ok(Session {
        person,
        csrf_token: secret.csrf_token(),
        expires_at: session.expires.clone(),
        synthetic: session.synthetic,
        today: today_in(&zone_of(session)).to_string(),
    })
}

fn own_centre(
    session: &proto::identity::Session,
    centre: &proto::identity::Centre,
) -> Result<OwnCentre, Problem> {
    let languages = std::iter::once(&centre.language).chain(&centre.other_languages);
    Ok(OwnCentre {
        id: centre.id.clone(),
        name: centre.name.clone(),
        time_zone: zone_of(session).to_string(),
        country: known(&centre.country)?,
        languages: languages.map(|language| known(language)).collect::<Result<_, _>>()?,
    })
}

/// Sign in with a start card.
///
/// Whoever was signed in in this browser is signed out.
#[utoipa::path(
    post, path = "/session", operation_id = "signIn", security(()), request_body = SignIn,
    responses((status = 201, description = "Signed in.", body = Session), CommandProblems)
)]
pub(crate) async fn sign_in(
    State(app): State<App>,
    Anybody(call): Anybody,
    Address(address): Address,
    headers: HeaderMap,
    Body(SignIn { code }): Body<SignIn>,
) -> Result<Response, Problem> {
    refuse_other_sites(&headers)?;
    if let Some(seconds) = app.failures.wait_seconds(address) {
        let wait = Some(seconds);
        return Err(Problem { retry_after_seconds: wait, ..Kind::TooManyAttempts.into() });
    }
    let signed_in = call.send(SignInRequest { code }).await;
    let (signed_in, position) = signed_in.map_err(|problem| {
        let problem = unknown_card(problem);
        let is_guess = problem.reason != Some(Reason::CentreLeaves);
        if problem.kind == Kind::Unauthenticated && is_guess {
            app.failures.failed(address);
        }
        problem
    })?;
    let secret = Secret::new(signed_in.secret);
    let session = signed_in.session.ok_or(Kind::Internal)?;
    let expires = session.expires.parse().map_err(|_| Kind::Internal)?;
    let cookie = secret.cookie(expires, eventlog::clock::now()).ok_or(Kind::Internal)?;
    let session = shown(&secret, &session)?;
    let ended = end_former(&app, &call, &headers).await;
    let done = Done::created(position.max(ended), session);
    Ok(([(header::SET_COOKIE, cookie)], done).into_response())
}

/// Ends the session whose cookie the new one replaces. Gives the position of its end.
async fn end_former(app: &App, call: &Call, headers: &HeaderMap) -> Position {
    let Some(former) = Secret::of(headers) else { return Position::START };
    let ended = call.send(SignOutRequest { secret: former.text() }).await;
    app.sessions.forget(&former);
    ended.map_or_else(
        |problem| {
            // The new session is there; to refuse it would leave both open.
            tracing::warn!(kind = ?problem.kind, "the session before stays open until it expires");
            Position::START
        },
        |(_, position)| position,
    )
}

/// Whatever is wrong with a code: it is no card of ours. Unless the service refused not the code
/// but the gateway, or the card is one of a centre that leaves.
fn unknown_card(problem: Problem) -> Problem {
    match (problem.kind, problem.reason) {
        (Kind::Unauthenticated, None) => Kind::Internal.into(),
        (Kind::Unauthenticated, Some(Reason::CentreLeaves)) => problem,
        (Kind::NotFound | Kind::Invalid | Kind::Refused | Kind::Unauthenticated, _) => {
            Problem::new(Kind::Unauthenticated).because(Reason::UnknownCard)
        }
        _passing => problem,
    }
}

/// Who is signed in.
///
/// Whoever opens the app for the first time makes no mistake by asking.
#[utoipa::path(
    get, path = "/session", operation_id = "readSession", security((), ("session" = [])),
    responses(
        (status = 200, description = "The session.", body = Session),
        (status = 204, description = "Nobody is signed in in this browser."),
        QueryProblems
    )
)]
pub(crate) async fn read(
    State(app): State<App>,
    Anybody(call): Anybody,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let Some(secret) = Secret::of(&headers) else {
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    // Asked anew, so that somebody who opens the app sees what changed.
    let mut session = app.sessions.ask(&secret, &call).await?;
    let at_least = position(&headers)?;
    if at_least.is_some() {
        // Whoever is signed in, and only they, is waited for.
        session = app.sessions.ask(&secret, &Call { at_least, ..call }).await?;
    }
    Ok(Json(shown(&secret, &session)?).into_response())
}

/// Sign out.
#[utoipa::path(
    delete, path = "/session", operation_id = "signOut", params(super::me::CommandHeaders),
    responses((status = 204, description = "Signed out."), CommandProblems)
)]
pub(crate) async fn sign_out(
    State(app): State<App>,
    Leaver { secret, call }: Leaver,
) -> Result<Response, Problem> {
    let (_, position) = call.send(SignOutRequest { secret: secret.text() }).await?;
    app.sessions.forget(&secret);
    let cookie = no_cookie().ok_or(Kind::Internal)?;
    Ok(([(header::SET_COOKIE, cookie)], Done::nothing(position)).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_code_is_an_unknown_card_and_a_passing_failure_is_not() {
        let unknown = Problem::new(Kind::Unauthenticated).because(Reason::UnknownCard);
        assert_eq!(unknown_card(Kind::NotFound.into()), unknown);
        assert_eq!(unknown_card(unknown.clone()), unknown);
        assert_eq!(unknown_card(Kind::Unavailable.into()).kind, Kind::Unavailable);
    }

    #[test]
    fn a_gateway_that_is_refused_itself_is_a_fault_and_no_wrong_code() {
        assert_eq!(unknown_card(Kind::Unauthenticated.into()).kind, Kind::Internal);
    }
}
