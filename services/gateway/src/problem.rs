//! Everything that goes wrong, as `application/problem+json` in the form of the Belgif guide.
//!
//! Invariant: a problem carries codes, numbers and fixed sentences; never a value someone sent.

mod kind;

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use events::Language;
use http::{HeaderName, HeaderValue, header};
use kernel::Reason;
use serde::Serialize;
use tonic::Status;
use tonic_types::StatusExt;
use utoipa::ToSchema;
use vocabulary::Audience;

use crate::{codes::ReasonCode, language, observe::Correlation};
pub use kind::Kind;
use kind::kind_of;

/// First part of every problem's `type`.
const TYPE_PREFIX: &str = "urn:problem-type:stc:";
/// When to try again, if the service that failed did not say so.
pub(crate) const RETRY_SECONDS: u64 = 2;

/// Where the thing stands that an issue is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum In {
    /// In the JSON body.
    Body,
    /// In the query of the address.
    Query,
    /// In the headers.
    Header,
}

/// One thing that is wrong with a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Issue {
    /// Where it stands.
    #[serde(rename = "in")]
    pub place: In,
    /// Name of the field; dots lead into objects.
    pub name: String,
    /// Code that the screens translate.
    #[schema(value_type = ReasonCode)]
    pub reason: Reason,
    /// What to do about it.
    pub detail: String,
}

/// What went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The sort of problem.
    pub kind: Kind,
    /// Code that the screens translate.
    pub reason: Option<Reason>,
    /// Wrong fields.
    pub issues: Vec<Issue>,
    /// For `stale`: the revision the caller saw, and the one there is.
    pub revisions: Option<(u64, u64)>,
    /// For passing problems: when to try again.
    pub retry_after_seconds: Option<u64>,
}

/// A problem as it is sent.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Problem)]
pub(crate) struct Body<'a> {
    /// `urn:problem-type:stc:` and the kind.
    r#type: String,
    /// A few words in the language of the request.
    title: &'a str,
    /// The HTTP status.
    status: u16,
    /// What to do about it, in English.
    detail: &'a str,
    /// `urn:uuid:` and the correlation id of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    instance: Option<String>,
    /// Code that the screens translate.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Option<ReasonCode>)]
    reason: Option<Reason>,
    /// Wrong fields.
    #[serde(skip_serializing_if = "<[Issue]>::is_empty")]
    #[schema(required = false)]
    issues: &'a [Issue],
    /// For `stale`: the revision the caller saw.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    expected_revision: Option<u64>,
    /// For `stale`: the revision there is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    actual_revision: Option<u64>,
}

impl Problem {
    /// A problem without more to say.
    pub fn new(kind: Kind) -> Self {
        let passing = matches!(kind, Kind::Unavailable);
        Self {
            kind,
            reason: None,
            issues: Vec::new(),
            revisions: None,
            retry_after_seconds: passing.then_some(RETRY_SECONDS),
        }
    }

    /// The same with a reason code.
    #[must_use]
    pub fn because(self, reason: Reason) -> Self {
        Self { reason: Some(reason), ..self }
    }

    /// A field is wrong.
    pub fn invalid(place: In, name: &str, reason: Reason) -> Self {
        Self { issues: vec![issue(place, name, reason)], ..Self::new(Kind::Invalid) }
    }

    /// A service's refusal. `place` is where the fields of the request came from.
    pub fn of(status: &Status, place: In) -> Self {
        let details = status.get_error_details();
        let reason = details.error_info().and_then(|info| info.reason.parse().ok());
        let kind = kind_of(status.code());
        let mut problem = Self { reason, ..Self::new(kind) };
        match kind {
            Kind::Invalid => problem.issues = issues_of(&details, place),
            Kind::Stale => {
                problem.revisions = revisions_of(&details);
                if problem.revisions.is_none() {
                    return Self::new(Kind::Unavailable);
                }
            }
            Kind::Unavailable => {
                let delay = details.retry_info().and_then(|retry| retry.retry_delay);
                let seconds = delay.map_or(RETRY_SECONDS, |delay| delay.as_secs().max(1));
                problem.retry_after_seconds = Some(seconds);
                // What is in the way concerns whoever runs the platform.
                problem.reason = reason.filter(|it| it.audience() == Audience::People);
            }
            Kind::Internal => problem.reason = None,
            Kind::Malformed
            | Kind::Unauthenticated
            | Kind::Forbidden
            | Kind::NotFound
            | Kind::MethodNotAllowed
            | Kind::Refused
            | Kind::TooLarge
            | Kind::UnsupportedMediaType
            | Kind::TooManyAttempts => {}
        }
        problem
    }

    /// The same with the name that a field has in REST instead of its name in gRPC.
    #[must_use]
    pub fn renamed(mut self, grpc: &str, rest: &str) -> Self {
        for issue in self.issues.iter_mut().filter(|issue| issue.name == grpc) {
            rest.clone_into(&mut issue.name);
        }
        self
    }

    fn render(&self, language: Language, correlation: Option<Correlation>) -> Vec<u8> {
        let body = Body {
            r#type: format!("{TYPE_PREFIX}{}", self.kind.name()),
            title: self.kind.title(language),
            status: self.kind.status().as_u16(),
            detail: self.kind.detail(),
            instance: correlation.map(|Correlation(id)| id.urn().to_string()),
            reason: self.reason,
            issues: &self.issues,
            expected_revision: self.revisions.map(|(expected, _)| expected),
            actual_revision: self.revisions.map(|(_, actual)| actual),
        };
        serde_json::to_vec(&body).unwrap_or_default()
    }
}

fn issue(place: In, name: &str, reason: Reason) -> Issue {
    let detail = match reason {
        Reason::Missing => "Give this; it is required.",
        Reason::UnknownField => "Leave this out; there is no such field.",
        Reason::WrongType => "Give a value of the type that the API describes.",
        Reason::UnknownValue => "Give one of the values that the API describes.",
        _ => "Correct this as the reason says.",
    };
    Issue { place, name: name.to_owned(), reason, detail: detail.to_owned() }
}

fn issues_of(details: &tonic_types::ErrorDetails, place: In) -> Vec<Issue> {
    let violations = details.bad_request().map(|bad| bad.field_violations.as_slice());
    violations
        .unwrap_or_default()
        .iter()
        .map(|wrong| {
            // A service of a newer version may know more reasons.
            let reason = wrong.description.parse().unwrap_or(Reason::UnknownValue);
            match wrong.field.as_str() {
                "commandId" => issue(In::Header, "Idempotency-Key", reason),
                field => issue(place, field, reason),
            }
        })
        .collect()
}

fn revisions_of(details: &tonic_types::ErrorDetails) -> Option<(u64, u64)> {
    let versions = &details.error_info()?.metadata;
    let number = |name| versions.get(name).and_then(|text: &String| text.parse().ok());
    // Without a stream there is no actual revision: nothing was there to change.
    Some((number("expected")?, number("actual").unwrap_or(0)))
}

impl From<Kind> for Problem {
    fn from(kind: Kind) -> Self {
        Self::new(kind)
    }
}

impl IntoResponse for Problem {
    /// The body follows in [`render`], which knows the language.
    fn into_response(self) -> Response {
        let mut response = self.kind.status().into_response();
        if let Some(seconds) = self.retry_after_seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the body of every problem in the language of the request.
pub(crate) async fn render(request: Request, next: Next) -> Response {
    let language = language::of(request.headers());
    let correlation = request.extensions().get::<Correlation>().copied();
    let mut response = next.run(request).await;
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        const LANGUAGE: HeaderName = header::CONTENT_LANGUAGE;
        *response.body_mut() = problem.render(language, correlation).into();
        let headers = response.headers_mut();
        headers.remove(header::CONTENT_LENGTH);
        headers.insert(LANGUAGE, HeaderValue::from_static(events::Code::name(language)));
        let json = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, json);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use runtime::status;
    use tonic::Code;

    #[test]
    fn a_refused_field_becomes_an_issue_at_its_place() {
        let problem = Problem::of(&status::invalid("birthDate", Reason::InTheFuture), In::Body);
        assert_eq!(problem.kind, Kind::Invalid);
        assert_eq!(problem.issues, [issue(In::Body, "birthDate", Reason::InTheFuture)]);
    }

    #[test]
    fn a_command_id_that_was_used_for_something_else_is_an_issue_of_its_header() {
        let problem = Problem::of(&status::invalid("commandId", Reason::PartialRetry), In::Body);
        assert_eq!(problem.issues, [issue(In::Header, "Idempotency-Key", Reason::PartialRetry)]);
    }

    #[test]
    fn a_stale_decision_names_both_revisions() {
        let details = tonic_types::ErrorDetails::with_error_info(
            "stale",
            "starttocan",
            [("expected".to_owned(), "3".to_owned()), ("actual".to_owned(), "5".to_owned())],
        );
        let status = Status::with_error_details(Code::Aborted, "stale", details);
        assert_eq!(Problem::of(&status, In::Body).revisions, Some((3, 5)));
    }

    #[test]
    fn a_passing_failure_says_when_to_try_again_and_not_what_broke() {
        let problem = Problem::of(&status::unavailable(Reason::DiskFull), In::Body);
        assert_eq!((problem.retry_after_seconds, problem.reason), (Some(2), None));
        let plain = Problem::of(&Status::deadline_exceeded("slow"), In::Body);
        assert_eq!(plain.retry_after_seconds, Some(RETRY_SECONDS));
    }

    #[test]
    fn a_problem_is_written_in_the_language_of_the_request() {
        let problem = Problem::new(Kind::NotFound).because(Reason::CentreExists);
        let body: serde_json::Value =
            serde_json::from_slice(&problem.render(Language::Fi, None)).unwrap();
        assert_eq!(body["type"], "urn:problem-type:stc:notFound");
        assert_eq!(body["title"], "Ei löytynyt");
        assert_eq!(body["status"], 404);
        assert_eq!(body["reason"], "centreExists");
        assert!(body.get("issues").is_none());
    }
}
