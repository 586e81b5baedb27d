//! Who asks: what handlers take as their first parameter.
//!
//! Invariant: a handler that takes a [`Commander`] runs only for a command of a page of ours.

use eventlog::Position;
use eventlog::clock::today_in;
use jiff::civil::Date;
use kernel::{Reason, zone::Zone};
use std::{ops::Deref, str::FromStr, sync::Arc};

use axum::extract::FromRequestParts;
use http::{HeaderMap, request::Parts};
use proto::identity::{Person, Session};
use uuid::Uuid;

use crate::{
    App,
    call::Call,
    headers::text,
    language,
    observe::Correlation,
    problem::{In, Kind, Problem},
    session::Secret,
};

/// Names of request headers.
pub(crate) mod header {
    pub(crate) const CSRF: &str = "X-CSRF-Token";
    pub(crate) const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
    pub(crate) const IF_MATCH: &str = "If-Match";
    pub(crate) const AT_LEAST: &str = "Stc-At-Least";
    pub(crate) const FETCH_SITE: &str = "Sec-Fetch-Site";
}

/// Calls for nobody in particular: to sign in.
pub(crate) struct Anybody(pub(crate) Call);

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) secret: Secret,
    pub(crate) session: Arc<Session>,
    pub(crate) call: Call,
}

/// A page of ours that commands something, whoever is signed in there: to sign out. The session
/// may have ended already, perhaps by a first try of this command.
pub(crate) struct Leaver {
    pub(crate) secret: Secret,
    /// With the gateway's own token.
    pub(crate) call: Call,
}

/// Somebody who is signed in and commands something.
pub(crate) struct Commander(Caller);

impl Caller {
    /// Today where the person works: by the clock of the centre.
    pub(crate) fn today(&self) -> Date {
        today_in(&zone_of(&self.session))
    }

    /// The person.
    pub(crate) fn person(&self) -> Result<&Person, Problem> {
        self.session.person.as_ref().ok_or_else(|| Kind::Internal.into())
    }
}

/// By which clock the people of a session work.
pub(crate) fn zone_of(session: &Session) -> Zone {
    let centre = session.centre.as_ref();
    centre.and_then(|centre| Zone::named(&centre.time_zone)).unwrap_or_default()
}

impl Deref for Caller {
    type Target = Call;

    fn deref(&self) -> &Call {
        &self.call
    }
}

impl Deref for Commander {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl FromRequestParts<App> for Anybody {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let correlation = parts.extensions.get::<Correlation>().map(|Correlation(id)| *id);
        Ok(Self(Call {
            token: app.clients.service_token.as_str().into(),
            app: app.clone(),
            correlation: correlation.unwrap_or_else(Uuid::now_v7),
            centre: None,
            at_least: None,
            command: None,
            expected_revision: None,
            language: language::of(&parts.headers),
        }))
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let secret = Secret::of(&parts.headers).ok_or(Kind::Unauthenticated)?;
        // A page that still shows who was here before gets nothing of who signed in since.
        if let Some(token) = text(&parts.headers, header::CSRF) {
            is_of_page(&secret, token)?;
        }
        let Anybody(call) = Anybody::from_request_parts(parts, app).await?;
        let at_least = position(&parts.headers)?;
        let session = app.sessions.find(&secret, &call).await?;
        // Only who is signed in is waited for.
        let call = Call { at_least, ..call.of(&session)? };
        Ok(Self { secret, session, call })
    }
}

impl FromRequestParts<App> for Leaver {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        refuse_other_sites(&parts.headers)?;
        let secret = Secret::of(&parts.headers).ok_or(Kind::Unauthenticated)?;
        is_of_page(&secret, text(&parts.headers, header::CSRF).unwrap_or_default())?;
        let Anybody(call) = Anybody::from_request_parts(parts, app).await?;
        let command = Some(command_id(&parts.headers)?);
        let expected_revision = if_match(&parts.headers)?;
        Ok(Self { secret, call: Call { command, expected_revision, ..call } })
    }
}

impl FromRequestParts<App> for Commander {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Leaver { secret, call } = Leaver::from_request_parts(parts, app).await?;
        let at_least = position(&parts.headers)?;
        let session = app.sessions.find(&secret, &call).await?;
        let call = Call { at_least, ..call.of(&session)? };
        Ok(Self(Caller { secret, session, call }))
    }
}

/// Browsers say from where a request was caused. Others do not, and have no cookie to abuse.
pub(crate) fn refuse_other_sites(headers: &HeaderMap) -> Result<(), Problem> {
    let mut lines = headers.get_all(header::FETCH_SITE).into_iter();
    if lines.any(|line| line.as_bytes().eq_ignore_ascii_case(b"cross-site")) {
        return Err(Problem::new(Kind::Forbidden).because(Reason::CrossSite));
    }
    Ok(())
}

/// The session of the cookie is the one that the page shows.
fn is_of_page(secret: &Secret, token: &str) -> Result<(), Problem> {
    if secret.fits(token) {
        Ok(())
    } else {
        Err(Problem::new(Kind::Forbidden).because(Reason::Csrf))
    }
}

fn command_id(headers: &HeaderMap) -> Result<Uuid, Problem> {
    let wrong = |reason| Problem::invalid(In::Header, header::IDEMPOTENCY_KEY, reason);
    let text = text(headers, header::IDEMPOTENCY_KEY).ok_or_else(|| wrong(Reason::Missing))?;
    // The draft of the standard quotes it.
    quoted(text).unwrap_or(text).parse().map_err(|_| wrong(Reason::NotAUuid))
}

/// `"7"`, the strong tag of revision 7.
fn if_match(headers: &HeaderMap) -> Result<Option<u64>, Problem> {
    let wrong = || Problem::invalid(In::Header, header::IF_MATCH, Reason::NotARevision);
    let Some(text) = text(headers, header::IF_MATCH) else { return Ok(None) };
    let digits = quoted(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|number| number.parse().ok()).map(Some).ok_or_else(wrong)
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

/// From which position on the caller wants to be answered.
pub(crate) fn position(headers: &HeaderMap) -> Result<Option<Position>, Problem> {
    number(headers, header::AT_LEAST)
}

fn number<T: FromStr>(headers: &HeaderMap, name: &'static str) -> Result<Option<T>, Problem> {
    let wrong = |_: T::Err| Problem::invalid(In::Header, name, Reason::NotANumber);
    text(headers, name).map(|text| text.parse().map_err(wrong)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &'static str, value: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let value = http::HeaderValue::from_bytes(value.as_bytes()).unwrap();
        headers.insert(http::HeaderName::try_from(name).unwrap(), value);
        headers
    }

    #[test]
    fn a_command_needs_an_id_of_its_own() {
        let missing = command_id(&HeaderMap::new()).unwrap_err();
        assert_eq!(missing.issues[0].name, "Idempotency-Key");
        assert_eq!(missing.issues[0].reason, Reason::Missing);
        for wrong in ["one", "", "Zoë", "\"", "\"\""] {
            let wrong = command_id(&with(header::IDEMPOTENCY_KEY, wrong)).unwrap_err();
            assert_eq!(wrong.issues[0].reason, Reason::NotAUuid);
        }
        let id = "0198f7a0-0000-7000-8000-000000000001";
        let mut twice = with(header::IDEMPOTENCY_KEY, &format!("\"{id}\""));
        assert_eq!(command_id(&twice).map(|id| id.to_string()).as_deref(), Ok(id));
        twice.append(header::IDEMPOTENCY_KEY, Uuid::nil().to_string().parse().unwrap());
        assert!(command_id(&twice).is_err(), "two ids are none");
    }

    #[test]
    fn a_revision_is_a_quoted_number() {
        assert_eq!(if_match(&HeaderMap::new()), Ok(None));
        assert_eq!(if_match(&with(header::IF_MATCH, "\"7\"")), Ok(Some(7)));
        for wrong in ["7", "W/\"7\"", "*", "\"x\"", "\"", "\"+7\"", "\"7\", \"8\"", "Zoë"] {
            assert!(if_match(&with(header::IF_MATCH, wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn another_site_cannot_command() {
        assert!(refuse_other_sites(&with(header::FETCH_SITE, "cross-site")).is_err());
        assert!(refuse_other_sites(&with(header::FETCH_SITE, "same-origin")).is_ok());
        assert!(refuse_other_sites(&HeaderMap::new()).is_ok());
        let mut twice = with(header::FETCH_SITE, "same-origin");
        twice.append(header::FETCH_SITE, "Cross-Site".parse().unwrap());
        assert!(refuse_other_sites(&twice).is_err());
    }
}
