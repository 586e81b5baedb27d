//! REST as a page of ours speaks it.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use http::{HeaderMap, Method, header};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Person;

/// Header names of the API.
pub mod name {
    /// The session's token in every command.
    pub const CSRF: &str = "X-CSRF-Token";
    /// The client's id of a command.
    pub const KEY: &str = "Idempotency-Key";
    /// A query answers from this position on.
    pub const AT_LEAST: &str = "Stc-At-Least";
    /// The position of what a command did.
    pub const POSITION: &str = "Stc-Position";
}

/// A platform that answers at an address.
///
/// People of one test tell each other what they did: the greatest position that any of them saw
/// goes along with every request of all of them.
#[derive(Clone)]
pub struct Site {
    http: reqwest::Client,
    address: Arc<str>,
    seen: Arc<AtomicU64>,
}

impl Site {
    /// The platform at an address such as `http://127.0.0.1:8080`.
    pub fn at(address: &str) -> Self {
        let http = reqwest::Client::builder().build().unwrap();
        Self { http, address: address.into(), seen: Arc::default() }
    }

    /// Where it answers.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// A request in nobody's name. `path` begins after `/api/v1`.
    pub fn request(&self, method: Method, path: &str) -> Request {
        let address = format!("{}{}{path}", self.address, gateway::BASE);
        let seen = self.seen.load(Ordering::SeqCst);
        let builder = self.http.request(method, address).header(name::AT_LEAST, seen);
        Request { builder, seen: self.seen.clone() }
    }

    /// A query in nobody's name.
    pub fn get(&self, path: &str) -> Request {
        self.request(Method::GET, path)
    }

    /// Shows a start card.
    pub async fn shows_card(&self, code: &str) -> Answer {
        self.request(Method::POST, "/session").body(&json!({ "code": code })).send().await
    }

    /// Signs somebody in with a start card.
    pub async fn signs_in(&self, code: &str) -> Person {
        Person::new(self.clone(), &self.shows_card(code).await)
    }
}

/// A request that is not sent yet.
pub struct Request {
    builder: RequestBuilder,
    seen: Arc<AtomicU64>,
}

impl Request {
    /// Sends it and leaves the answer to be read as it comes.
    pub async fn opens(self) -> reqwest::Response {
        self.builder.send().await.unwrap()
    }

    /// With one more header.
    #[must_use]
    pub fn header(self, name: &str, value: impl Into<String>) -> Self {
        Self { builder: self.builder.header(name, value.into()), ..self }
    }

    /// With this id of the command instead of a fresh one.
    #[must_use]
    pub fn key(self, key: Uuid) -> Self {
        let mut only = HeaderMap::new();
        only.insert(name::KEY, key.to_string().parse().unwrap());
        // `headers` replaces, `header` would add a second one.
        Self { builder: self.builder.headers(only), ..self }
    }

    /// Answered from this position on, instead of the last one seen.
    #[must_use]
    pub fn at_least(self, position: u64) -> Self {
        let mut only = HeaderMap::new();
        only.insert(name::AT_LEAST, position.into());
        Self { builder: self.builder.headers(only), ..self }
    }

    /// Decided on this revision.
    #[must_use]
    pub fn on_revision(self, revision: u64) -> Self {
        self.header("If-Match", format!("\"{revision}\""))
    }

    /// In this language.
    #[must_use]
    pub fn in_language(self, language: &str) -> Self {
        self.header("Accept-Language", language)
    }

    /// With a JSON body.
    #[must_use]
    pub fn body(self, body: &Value) -> Self {
        Self { builder: self.builder.json(body), ..self }
    }

    /// With these bytes as JSON.
    #[must_use]
    pub fn bytes(self, bytes: Vec<u8>) -> Self {
        let builder = self.builder.header(header::CONTENT_TYPE, "application/json").body(bytes);
        Self { builder, ..self }
    }

    /// Sends it.
    pub async fn send(self) -> Answer {
        self.attempt().await.unwrap()
    }

    /// Sends it to a platform that may be gone.
    ///
    /// # Errors
    ///
    /// No whole answer arrived.
    pub async fn attempt(self) -> reqwest::Result<Answer> {
        let response = self.builder.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        // A stream has no end to wait for.
        let text = match kind {
            Some("text/event-stream") => String::new(),
            _ => response.text().await?,
        };
        let position = headers.get(name::POSITION).and_then(|value| value.to_str().ok());
        if let Some(position) = position {
            self.seen.fetch_max(position.parse().unwrap(), Ordering::SeqCst);
        }
        let json = serde_json::from_str(&text).unwrap_or_default();
        Ok(Answer { status, headers, text, json })
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub text: String,
    /// The body, null if it is no JSON.
    pub json: Value,
}

impl Answer {
    /// The body of an answer with this status.
    #[track_caller]
    pub fn with(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text);
        self.json
    }

    /// A problem of this kind.
    #[track_caller]
    pub fn is_problem(&self, status: u16, kind: &str) -> &Self {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(self.json["type"], format!("urn:problem-type:stc:{kind}"), "{}", self.text);
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        self
    }

    /// The first wrong field and what is wrong with it.
    #[track_caller]
    pub fn has_issue(&self, field: &str, reason: &str) {
        self.is_problem(422, "invalid");
        let issue = &self.json["issues"][0];
        assert_eq!((&issue["name"], &issue["reason"]), (&json!(field), &json!(reason)));
    }

    /// A refusal for this reason.
    #[track_caller]
    pub fn is_refused(&self, reason: &str) {
        self.is_problem(409, "refused");
        assert_eq!(self.json["reason"], reason);
    }

    /// The same words for what is missing and for what is somebody else's.
    #[track_caller]
    pub fn is_not_found(&self) {
        self.is_problem(404, "notFound");
        let told: BTreeSet<_> = self.json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            told,
            BTreeSet::from(["detail", "instance", "status", "title", "type"]),
            "a hint"
        );
    }
}
