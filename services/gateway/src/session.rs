//! The cookie session: its cookie, its CSRF token, and whose it is.
//!
//! The cookie is `Secure`. Chromium also keeps it on plain http from `localhost` and 127.0.0.1,
//! which it trusts as it trusts https (tried with version 156); a browser that does not, such as
//! Safari, needs https even on one's own machine.
//!
//! Invariant: the secret stands in the cookie alone; what is kept here is its hash.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use cookie::{Cookie, SameSite};
use eventlog::Position;
use http::{HeaderMap, HeaderValue, header};
use jiff::Timestamp;
use kernel::Reason;
use moka::sync::Cache;
use proto::identity::{AuthenticateRequest, Session};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::{
    call::Call,
    headers,
    problem::{Kind, Problem},
};

/// Name of the cookie. The prefix makes browsers insist on `Secure`, `Path=/` and no `Domain`.
pub const COOKIE: &str = "__Host-stc";
/// How long an answer of identity is believed. Without NATS a session ended elsewhere lives this
/// much longer.
const CACHED_SECONDS: u64 = 15;
/// How many sessions are remembered at the same time.
const CACHED_MAX: u64 = 10_000;
/// No secret of ours is longer.
const SECRET_BYTES_MAX: usize = 256;

type Hash = [u8; 32];

/// The secret of a session, as the browser brings it.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A secret that identity made.
    pub fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The secret in the request's cookie.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        headers::list(headers, header::COOKIE, b';').find_map(Self::in_pair)
    }

    /// The secret, if the pair is ours. Only ours has to be readable.
    fn in_pair(pair: &[u8]) -> Option<Self> {
        let cookie = Cookie::parse(std::str::from_utf8(pair).ok()?).ok()?;
        let value = cookie.value();
        let fits = cookie.name() == COOKIE && (1..=SECRET_BYTES_MAX).contains(&value.len());
        (fits && value.is_ascii()).then(|| Self(value.to_owned()))
    }

    /// For identity.
    pub fn text(&self) -> String {
        self.0.clone()
    }

    /// The token that commands carry in `X-CSRF-Token`: it follows from the secret, so it
    /// survives a restart, and the secret does not follow from it.
    pub fn csrf_token(&self) -> String {
        let hash = Sha256::new().chain_update(b"csrf").chain_update(&self.0).finalize();
        URL_SAFE_NO_PAD.encode(hash)
    }

    /// Whether this is the session's CSRF token.
    pub fn fits(&self, token: &str) -> bool {
        self.csrf_token().as_bytes().ct_eq(token.as_bytes()).into()
    }

    /// The value of `Set-Cookie` that keeps the secret until the session ends.
    pub fn cookie(&self, expires: Timestamp, now: Timestamp) -> Option<HeaderValue> {
        let seconds = expires.duration_since(now).as_secs().max(0);
        set_cookie(&self.0, seconds)
    }

    fn hash(&self) -> Hash {
        Sha256::digest(&self.0).into()
    }
}

/// The value of `Set-Cookie` that takes the cookie away.
pub fn no_cookie() -> Option<HeaderValue> {
    set_cookie("", 0)
}

fn set_cookie(value: &str, seconds: i64) -> Option<HeaderValue> {
    let cookie = Cookie::build((COOKIE, value))
        .path("/")
        .max_age(cookie::time::Duration::seconds(seconds))
        .http_only(true)
        .secure(true)
        .same_site(SameSite::Strict);
    HeaderValue::from_str(&cookie.to_string()).ok()
}

/// Sessions that were verified a moment ago.
pub(crate) struct Sessions {
    kept: Cache<Hash, Arc<Session>>,
    /// The last position at which something about a person changed.
    changed: Mutex<Position>,
}

impl Default for Sessions {
    fn default() -> Self {
        let kept = Cache::builder()
            .max_capacity(CACHED_MAX)
            .time_to_live(Duration::from_secs(CACHED_SECONDS))
            .build();
        Self { kept, changed: Mutex::default() }
    }
}

impl Sessions {
    /// Whose session it is: from memory, or from identity.
    pub(crate) async fn find(&self, secret: &Secret, call: &Call) -> Result<Arc<Session>, Problem> {
        match self.kept.get(&secret.hash()) {
            Some(session) => Ok(session),
            None => self.ask(secret, call).await,
        }
    }

    /// Whose session it is, from identity.
    pub(crate) async fn ask(&self, secret: &Secret, call: &Call) -> Result<Arc<Session>, Problem> {
        // Not from before what made us forget it.
        let changed = *self.changed();
        let since = |at_least| Call { at_least, ..call.clone() };
        let question = AuthenticateRequest { secret: secret.text() };
        let mut asked = since(call.at_least.max(Some(changed))).ask(question.clone()).await;
        let unknown = Some(Reason::PositionUnknown);
        if asked.as_ref().is_err_and(|problem| problem.reason == unknown) {
            if call.at_least.is_some_and(|at_least| at_least > changed) {
                return Err(Problem::new(Kind::Refused).because(Reason::PositionUnknown));
            }
            // A backup was restored: what was heard before it does not count any more.
            self.forget_change(changed);
            asked = since(None).ask(question).await;
        }
        let answer = asked.map_err(|problem| match (problem.kind, &problem.reason) {
            // Without a reason it is not the session but the gateway that was refused.
            (Kind::Unauthenticated, None) => Kind::Internal.into(),
            (Kind::Unauthenticated | Kind::NotFound | Kind::Invalid | Kind::Refused, _) => {
                Kind::Unauthenticated.into()
            }
            _passing => problem,
        })?;
        let session = Arc::new(answer.session.ok_or(Kind::Unauthenticated)?);
        self.remember(secret, &session, changed);
        Ok(session)
    }

    /// Forgets a session that ended or whose person changed.
    pub(crate) fn forget(&self, secret: &Secret) {
        self.kept.invalidate(&secret.hash());
    }

    /// Forgets every session of a person about whom something changed, up to this position, also
    /// one that is just being asked for.
    pub(crate) fn forget_person(&self, person: Uuid, position: Position) {
        let mut changed = self.changed();
        *changed = position.max(*changed);
        drop(changed);
        let person = person.to_string();
        let theirs = |session: &Session| session.person.as_ref().is_some_and(|it| it.id == person);
        for (hash, _) in self.kept.iter().filter(|(_, session)| theirs(session)) {
            self.kept.invalidate(&*hash);
        }
    }

    /// Keeps an answer, unless something changed since it was asked for.
    fn remember(&self, secret: &Secret, session: &Arc<Session>, since: Position) {
        let changed = self.changed();
        if *changed <= since {
            self.kept.insert(secret.hash(), session.clone());
        }
    }

    /// Nothing changed, unless something did since.
    fn forget_change(&self, known: Position) {
        let mut changed = self.changed();
        if *changed == known {
            *changed = Position::START;
        }
    }

    fn changed(&self) -> MutexGuard<'_, Position> {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use proto::identity::Person;

    use super::*;

    fn from_lines(lines: &[&[u8]]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::COOKIE, HeaderValue::from_bytes(line).unwrap());
        }
        Secret::of(&headers).map(|secret| secret.text())
    }

    fn from(cookies: &str) -> Option<String> {
        from_lines(&[cookies.as_bytes()])
    }

    #[test]
    fn the_secret_is_found_among_other_cookies() {
        assert_eq!(from("a=b; __Host-stc=secret; c=d").as_deref(), Some("secret"));
        assert_eq!(from("stc=secret; x__Host-stc=no"), None);
        assert_eq!(from("__Host-stc="), None);
        assert_eq!(from("__Host-stc"), None);
    }

    #[test]
    fn a_cookie_of_another_application_keeps_nobody_from_being_known() {
        for cookies in [
            "naam=Zoë; __Host-stc=secret",
            "__Host-stc=secret; naam=Zoë",
            "Zoë=1;__Host-stc=secret",
            "Zoë; ; =; __Host-stc = secret ;",
            "__Host-stc=Zoë; __Host-stc=secret",
            "__Host-stc=; __Host-stc=secret",
        ] {
            assert_eq!(from(cookies).as_deref(), Some("secret"), "{cookies}");
        }
        let latin: [&[u8]; 2] = [b"naam=Zo\xeb; a=b", b"__Host-stc=secret"];
        assert_eq!(from_lines(&latin).as_deref(), Some("secret"));
        assert_eq!(from_lines(&[b"naam=Zo\xeb; __Host-stc=secret"]).as_deref(), Some("secret"));
        assert_eq!(from_lines(&[b"__Host-stc=s\xebcret"]), None, "ours has to be readable");
    }

    #[test]
    fn scripts_and_other_sites_never_get_the_cookie() {
        let now = Timestamp::UNIX_EPOCH;
        let expires = now + jiff::SignedDuration::from_hours(1);
        let cookie = Secret::new("s".into()).cookie(expires, now).unwrap();
        assert_eq!(cookie, "__Host-stc=s; HttpOnly; SameSite=Strict; Secure; Path=/; Max-Age=3600");
    }

    #[test]
    fn a_csrf_token_fits_its_own_session_only() {
        let secret = Secret::new("one".into());
        assert!(secret.fits(&secret.csrf_token()));
        assert!(!secret.fits(&Secret::new("other".into()).csrf_token()));
        assert!(!secret.fits(""));
        assert!(!secret.csrf_token().contains("one"));
    }

    fn remembered(sessions: &Sessions, secret: &Secret) -> bool {
        sessions.kept.contains_key(&secret.hash())
    }

    #[test]
    fn a_session_is_believed_for_seconds_and_forgotten_at_once() {
        let sessions = Sessions::default();
        let policy = sessions.kept.policy();
        assert_eq!(policy.time_to_live(), Some(Duration::from_secs(CACHED_SECONDS)));
        assert_eq!(policy.max_capacity(), Some(CACHED_MAX));
        let secret = Secret::new("one".into());
        sessions.remember(&secret, &Arc::new(Session::default()), Position::START);
        assert!(remembered(&sessions, &secret));
        sessions.forget(&secret);
        assert!(!remembered(&sessions, &secret));
    }

    #[test]
    fn what_was_asked_for_before_a_person_changed_is_not_kept() {
        let (sessions, secret) = (Sessions::default(), Secret::new("one".into()));
        let (id, now) = (Uuid::from_u128(1), "7".parse().unwrap());
        let person = Person { id: id.to_string(), ..Person::default() };
        let session = Arc::new(Session { person: Some(person), ..Session::default() });
        sessions.remember(&secret, &session, Position::START);
        sessions.forget_person(id, now);
        assert!(!remembered(&sessions, &secret));
        sessions.remember(&secret, &session, Position::START);
        assert!(!remembered(&sessions, &secret), "it was on its way");
        sessions.remember(&secret, &session, now);
        assert!(remembered(&sessions, &secret));
        sessions.forget_person(Uuid::from_u128(2), now);
        assert!(remembered(&sessions, &secret), "somebody else changed");
    }
}
