//! Calls to the services: on whose behalf, in which language, until when.
//!
//! Invariant: every call has a deadline, and only queries are repeated.

use std::{sync::Arc, time::Duration};

use eventlog::Position;
use events::Language;
use kernel::TenantId;
use proto::identity::{DescribePeopleRequest, Person, Session};
use runtime::access::metadata;
use tonic::{
    Code, Request, Status,
    metadata::{AsciiMetadataKey, AsciiMetadataValue},
};
use tower::retry::budget::{Budget, TpsBudget};
use uuid::Uuid;

use crate::{
    App,
    problem::{In, Kind, Problem},
    rpc::{Command, Query},
};

/// How long a service may take for one answer.
const CALL_SECONDS: u64 = 10;
/// How often a query is asked when the service is not reachable.
const QUERY_ATTEMPTS_MAX: u32 = 2;
/// Pause between two attempts.
const RETRY_PAUSE_MILLISECONDS: u64 = 100;
/// Of so many queries as this share of all, and of some in every second, an attempt is repeated: a
/// service that is down is not asked twice as much.
const RETRIES_SHARE: f32 = 0.2;
const RETRIES_PER_SECOND_MIN: u32 = 10;
const RETRIES_SPAN: Duration = Duration::from_secs(10);
/// How many people one call describes.
pub(crate) const PEOPLE_PER_CALL_MAX: usize = 1000;

/// What all calls for one request have in common.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) app: App,
    /// The person's token, or the gateway's own.
    pub(crate) token: Arc<str>,
    pub(crate) correlation: Uuid,
    /// The person's, if there is one.
    pub(crate) centre: Option<TenantId>,
    pub(crate) at_least: Option<Position>,
    /// The client's id of a command.
    pub(crate) command: Option<Uuid>,
    pub(crate) expected_revision: Option<u64>,
    pub(crate) language: Language,
}

impl Call {
    /// The same in the name of whose session it is.
    pub(crate) fn of(self, session: &Session) -> Result<Self, Problem> {
        let centre = session.centre.as_ref().map(|centre| centre.id.parse()).transpose();
        let centre = centre.map_err(|_| Kind::Internal)?;
        Ok(Self { token: session.token.as_str().into(), centre, ..self })
    }

    /// Asks; once more if the service cannot be reached, unless many were asked twice lately.
    pub(crate) async fn ask<Q: Query>(&self, query: Q) -> Result<Q::Answer, Problem> {
        let mut attempt = 1;
        self.app.retries.deposit();
        loop {
            match self.once(query.clone()).await {
                Err(status)
                    if status.code() == Code::Unavailable
                        && attempt < QUERY_ATTEMPTS_MAX
                        && self.app.retries.withdraw() =>
                {
                    attempt += 1;
                    tokio::time::sleep(Duration::from_millis(RETRY_PAUSE_MILLISECONDS)).await;
                }
                answer => return answer.map_err(|status| Problem::of(&status, In::Query)),
            }
        }
    }

    /// Commands. Gives the answer and the log position from which on the change can be read.
    pub(crate) async fn send<C: Command>(
        &self,
        command: C,
    ) -> Result<(C::Answer, Position), Problem> {
        let answer = self.once(command).await;
        let answer = answer.map_err(|status| Problem::of(&status, In::Body))?;
        let position = C::position(&answer);
        Ok((answer, position))
    }

    /// Names and avatars. Who is unknown or erased is missing.
    pub(crate) async fn describe(&self, mut ids: Vec<String>) -> Result<People, Problem> {
        ids.sort_unstable();
        ids.dedup();
        let mut people = Vec::with_capacity(ids.len());
        for ids in ids.chunks(PEOPLE_PER_CALL_MAX) {
            let request = DescribePeopleRequest { ids: ids.to_vec(), role: None };
            people.extend(self.ask(request).await?.people);
        }
        Ok(People(people))
    }

    async fn once<R: crate::rpc::Rpc>(&self, message: R) -> Result<R::Answer, Status> {
        let request = self.request(message)?;
        let answer = R::send(request, &self.app.clients, self.centre.as_ref());
        // The transport knows the deadline too; this one also covers connecting.
        let answer = tokio::time::timeout(Duration::from_secs(CALL_SECONDS), answer).await;
        let answer = answer.map_err(|_| Status::deadline_exceeded("no answer in time"))?;
        answer.map(tonic::Response::into_inner).inspect_err(log)
    }

    fn request<M>(&self, message: M) -> Result<Request<M>, Status> {
        let mut request = Request::new(message);
        request.set_timeout(Duration::from_secs(CALL_SECONDS));
        let bearer = format!("Bearer {}", self.token).parse::<AsciiMetadataValue>();
        let mut bearer = bearer.map_err(|_| Status::unauthenticated("no valid token"))?;
        bearer.set_sensitive(true);
        let headers = request.metadata_mut();
        headers.insert("authorization", bearer);
        let mut put = |name: &'static str, value: Option<String>| {
            if let Some(value) = value.and_then(|value| value.parse::<AsciiMetadataValue>().ok()) {
                headers.insert(AsciiMetadataKey::from_static(name), value);
            }
        };
        put(metadata::CORRELATION_ID, Some(self.correlation.to_string()));
        put(metadata::COMMAND_ID, self.command.map(|id| id.to_string()));
        put(metadata::AT_LEAST, self.at_least.map(|position| position.to_string()));
        put(metadata::EXPECTED_REVISION, self.expected_revision.map(|it| it.to_string()));
        Ok(request)
    }
}

/// What may be asked again, for all requests together.
pub(crate) fn retries() -> TpsBudget {
    TpsBudget::new(RETRIES_SPAN, RETRIES_PER_SECOND_MIN, RETRIES_SHARE)
}

/// Refusals are the caller's business; failures are ours and stand in the log, by code alone.
fn log(status: &Status) {
    let kind = Problem::of(status, In::Body).kind;
    if matches!(kind, Kind::Internal | Kind::Unavailable) {
        tracing::warn!(code = ?status.code(), "a service did not answer the call");
    }
}

/// People by id.
pub(crate) struct People(Vec<Person>);

impl People {
    pub(crate) fn get(&self, id: &str) -> Option<&Person> {
        self.0.iter().find(|person| person.id == id)
    }

    pub(crate) fn name(&self, id: &str) -> Option<String> {
        self.get(id).map(|person| person.name.clone())
    }
}
