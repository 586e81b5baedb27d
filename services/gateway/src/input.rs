//! What comes in: bodies, paths and queries, refused with the name of the field that is wrong.

use kernel::Reason;
use std::str::FromStr;

use axum::{
    body::to_bytes,
    extract::{FromRequest, FromRequestParts, Path, Query, RawPathParams, Request},
};
use http::{HeaderMap, header, request::Parts};
use http_body_util::LengthLimitError;
use serde::{Deserialize, de::DeserializeOwned};
use utoipa::ToSchema;

use crate::{
    App, headers,
    problem::{In, Kind, Problem},
};

/// Largest body of a request.
pub(crate) const BODY_BYTES_MAX: usize = 64 * 1024;

/// A JSON body.
pub(crate) struct Body<T>(pub(crate) T);

/// The body of a command that says everything in its address: `{}`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Nothing {}

impl<T: DeserializeOwned> FromRequest<App> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        let json = is_json(request.headers());
        let bytes = read(request).await?;
        if json { parse(&bytes).map(Self) } else { Err(Kind::UnsupportedMediaType.into()) }
    }
}

impl FromRequest<App> for Nothing {
    type Rejection = Problem;

    /// No body at all is as good as `{}`.
    async fn from_request(request: Request, _: &App) -> Result<Self, Problem> {
        let bytes = read(request).await?;
        if bytes.is_empty() { Ok(Self {}) } else { parse(&bytes) }
    }
}

async fn read(request: Request) -> Result<axum::body::Bytes, Problem> {
    to_bytes(request.into_body(), BODY_BYTES_MAX).await.map_err(|error| {
        let inner = std::error::Error::source(&error);
        let limit = inner.and_then(|inner| inner.downcast_ref::<LengthLimitError>());
        limit.map_or(Kind::Malformed, |_| Kind::TooLarge).into()
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    // Parameters such as a charset say nothing: JSON is UTF-8.
    let media = headers::list(headers, header::CONTENT_TYPE, b';').next().unwrap_or_default();
    media.eq_ignore_ascii_case(b"application/json")
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let parsed = serde_path_to_error::deserialize(&mut json).map_err(|error| wrong(&error))?;
    json.end().map_err(|_| Kind::Malformed)?;
    Ok(parsed)
}

/// The field that is wrong and why. serde tells both in its message alone, which also holds the
/// value; so it is read here and never passed on.
fn wrong(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    if error.inner().classify() != serde_json::error::Category::Data {
        return Kind::Malformed.into();
    }
    let path = match error.path().to_string() {
        root if root == "." => String::new(),
        path => path,
    };
    let message = error.inner().to_string();
    let (name, reason) = if let Some(field) = quoted(&message, "missing field `") {
        (join(&path, field), Reason::Missing)
    } else if let Some(field) = quoted(&message, "unknown field `") {
        // The path already ends in the field that was being read.
        (if path.ends_with(field) { path } else { join(&path, field) }, Reason::UnknownField)
    } else if message.starts_with("invalid type") || message.starts_with("invalid length") {
        (path, Reason::WrongType)
    } else {
        (path, Reason::UnknownValue)
    };
    Problem::invalid(In::Body, if name.is_empty() { "body" } else { &name }, reason)
}

fn quoted<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.split('`').next()
}

fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// The variable parts of a path. What cannot be an id names nothing, so it is not found.
pub(crate) struct PathOf<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for PathOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let path = Path::<T>::from_request_parts(parts, app).await;
        path.map(|Path(parts)| Self(parts)).map_err(|_| Kind::NotFound.into())
    }
}

/// The same by name, as texts.
pub(crate) struct PathParts(RawPathParams);

impl PathParts {
    /// What stands in a path in place of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, text)| text)
    }
}

impl FromRequestParts<App> for PathParts {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let path = RawPathParams::from_request_parts(parts, app).await;
        path.map(Self).map_err(|_| Kind::NotFound.into())
    }
}

/// The query of the address, as texts; [`given`] reads them.
pub(crate) struct QueryOf<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<App> for QueryOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let query = Query::<T>::try_from_uri(&parts.uri);
        query.map(|Query(query)| Self(query)).map_err(|_| Kind::Malformed.into())
    }
}

/// A parameter of the query, if it is given and not empty.
pub(crate) fn given<T: FromStr>(name: &str, text: Option<&str>) -> Result<Option<T>, Problem> {
    let wrong = |_| Problem::invalid(In::Query, name, Reason::UnknownValue);
    let text = text.filter(|text| !text.is_empty());
    text.map(|text| text.parse().map_err(wrong)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{BarrierCode, PlaceCode};

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Visit {
        minutes: u32,
        place: PlaceCode,
        #[serde(default)]
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Inner {
        birth_date: jiff::civil::Date,
        #[serde(deserialize_with = "Option::deserialize")]
        barriers: Option<Vec<BarrierCode>>,
    }

    fn issue(json: &str) -> (String, String) {
        let problem = parse::<Visit>(json.as_bytes()).unwrap_err();
        assert_eq!(problem.kind, Kind::Invalid, "{json}");
        (problem.issues[0].name.clone(), problem.issues[0].reason.to_string())
    }

    #[track_caller]
    fn wrong(json: &str, name: &str, reason: &str) {
        assert_eq!(issue(json), (name.to_owned(), reason.to_owned()), "{json}");
    }

    #[test]
    fn a_wrong_field_is_named_with_its_path() {
        wrong(r#"{"minutes":"x","place":"home"}"#, "minutes", "wrongType");
        wrong(r#"{"minutes":-1,"place":"home"}"#, "minutes", "unknownValue");
        wrong(r#"{"minutes":1,"place":"moon"}"#, "place", "unknownValue");
        wrong(r#"{"minutes":1,"place":7}"#, "place", "wrongType");
        wrong(r#"{"minutes":1}"#, "place", "missing");
        wrong(r#"{"minutes":1,"place":"home","more":1}"#, "more", "unknownField");
        wrong("[]", "body", "wrongType");
        wrong("7", "body", "wrongType");
    }

    #[test]
    fn a_wrong_field_within_is_named_with_its_path() {
        let inner = |json: &str| format!(r#"{{"minutes":1,"place":"home","inner":[{json}]}}"#);
        wrong(&inner("{}"), "inner[0].birthDate", "missing");
        wrong(&inner(r#"{"birthDate":"2008-13-01"}"#), "inner[0].birthDate", "unknownValue");
        wrong(&inner(r#"{"birthDate":"2008-12-01"}"#), "inner[0].barriers", "missing");
        let barrier = r#"{"birthDate":"2008-12-01","barriers":["poverty","x"]}"#;
        wrong(&inner(barrier), "inner[0].barriers[1]", "unknownValue");
        let more = r#"{"birthDate":"2008-12-01","barriers":null,"x":1}"#;
        wrong(&inner(more), "inner[0].x", "unknownField");
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for text in ["", "{", "{}}", "{'a':1}", r#"{"minutes":1,"place":"home"} x"#, "\u{feff}{}"] {
            let problem = parse::<Visit>(text.as_bytes()).unwrap_err();
            let kind = if text == "{}}" { Kind::Invalid } else { Kind::Malformed };
            assert_eq!(problem.kind, kind, "{text}");
        }
    }

    #[test]
    fn a_parameter_that_is_empty_is_not_given() {
        assert_eq!(given::<u32>("page", None), Ok(None));
        assert_eq!(given::<u32>("page", Some("")), Ok(None));
        assert_eq!(given("page", Some("7")), Ok(Some(7)));
        assert_eq!(given::<u32>("page", Some("x")).unwrap_err().issues[0].name, "page");
    }
}
