//! The router as a whole, for what needs no service behind it.

use axum::body::{Body, to_bytes};
use http::{HeaderMap, Method, Request, Response, StatusCode, header};
use runtime::{serve::Channel, telemetry::Called};
use serde_json::Value;
use tokio::sync::watch;
use tonic::transport::Endpoint;
use tower::ServiceExt;

use crate::{Clients, Config, router, session::Secret};

const BODY_BYTES_MAX: usize = 1024 * 1024;

/// Services that nobody reaches.
fn nowhere() -> Channel {
    Called(Endpoint::from_static("http://127.0.0.1:1").connect_lazy())
}

fn config(origin: Option<&str>) -> Config {
    Config { origin: origin.map(str::to_owned), behind_proxy: false }
}

async fn send_to(config: Config, request: Request<Body>) -> Response<Body> {
    let clients = Clients {
        identity: nowhere(),
        exercises: nowhere().into(),
        trajectories: nowhere().into(),
        monitoring: nowhere(),
        service_token: "token".to_owned(),
        bus: None,
    };
    router(clients, config, watch::channel(false).1).oneshot(request).await.unwrap()
}

async fn send(request: http::request::Builder, body: impl Into<Body>) -> Answer {
    let response = send_to(Config::default(), request.body(body.into()).unwrap()).await;
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, BODY_BYTES_MAX).await.unwrap();
    let json = serde_json::from_slice(&bytes).unwrap_or_default();
    Answer { status: parts.status, headers: parts.headers, json }
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    json: Value,
}

impl Answer {
    #[track_caller]
    fn is_problem(&self, status: u16, kind: &str) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.json);
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
        assert_eq!(self.json["type"], format!("urn:problem-type:stc:{kind}"));
        assert_eq!(self.json["status"], status);
        self
    }

    #[track_caller]
    fn has_issue(&self, place: &str, name: &str, reason: &str) {
        let issue = &self.json["issues"][0];
        assert_eq!(issue["in"], place);
        assert_eq!(issue["name"], name);
        assert_eq!(issue["reason"], reason);
    }
}

fn request(method: Method, path: &str) -> http::request::Builder {
    Request::builder().method(method).uri(format!("/api/v1{path}"))
}

fn get(path: &str) -> http::request::Builder {
    request(Method::GET, path)
}

fn sign_in() -> http::request::Builder {
    request(Method::POST, "/session").header(header::CONTENT_TYPE, "application/json")
}

/// A command with everything that a page of ours sends along.
fn command(method: Method, path: &str) -> http::request::Builder {
    let secret = Secret::new("secret".to_owned());
    request(method, path)
        .header(header::COOKIE, "__Host-stc=secret")
        .header("X-CSRF-Token", secret.csrf_token())
        .header("Idempotency-Key", "0198f7a0-0000-7000-8000-000000000001")
}

#[tokio::test]
async fn an_unknown_path_of_the_api_is_a_problem_and_not_a_page() {
    for path in ["/nothing", "/youths/x/y/z", "/../health"] {
        send(get(path), "").await.is_problem(404, "notFound");
    }
    let beside = Request::builder().uri("/api/v2/session");
    send(beside, "").await.is_problem(404, "notFound");
}

#[tokio::test]
async fn a_method_that_a_path_does_not_have_is_a_problem() {
    let answer = send(request(Method::PATCH, "/session"), "").await;
    answer.is_problem(405, "methodNotAllowed");
    assert!(answer.headers[header::ALLOW].to_str().unwrap().contains("DELETE"));
    let page = Request::builder().method(Method::POST).uri("/lead");
    send(page, "").await.is_problem(405, "methodNotAllowed");
}

#[tokio::test]
async fn without_a_session_there_is_nothing_to_see_or_do() {
    for path in ["/youths", "/people", "/exercises", "/tables/1", "/centres"] {
        send(get(path), "").await.is_problem(401, "unauthenticated");
    }
    send(request(Method::DELETE, "/session"), "").await.is_problem(401, "unauthenticated");
    send(request(Method::POST, "/people"), "{}").await.is_problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_command_without_the_csrf_token_is_refused() {
    let forged = request(Method::PUT, "/me/avatar").header(header::COOKIE, "__Host-stc=secret");
    let answer = send(forged, "{}").await;
    assert_eq!(answer.is_problem(403, "forbidden").json["reason"], "csrf");
    let forged = command(Method::PUT, "/me/avatar").header("Sec-Fetch-Site", "cross-site");
    let answer = send(forged, "{}").await;
    assert_eq!(answer.is_problem(403, "forbidden").json["reason"], "crossSite");
}

#[tokio::test]
async fn a_query_of_a_page_with_another_session_is_refused() {
    let query = || get("/me/overview").header(header::COOKIE, "__Host-stc=secret");
    let other = Secret::new("other".to_owned()).csrf_token();
    for token in [other.as_str(), "", "x"] {
        let answer = send(query().header("X-CSRF-Token", token), "").await;
        assert_eq!(answer.is_problem(403, "forbidden").json["reason"], "csrf");
    }
    let own = Secret::new("secret".to_owned()).csrf_token();
    send(query().header("X-CSRF-Token", own), "").await.is_problem(503, "unavailable");
}

#[tokio::test]
async fn a_command_without_an_id_of_its_own_is_refused() {
    let secret = Secret::new("secret".to_owned());
    let command = request(Method::PUT, "/me/avatar")
        .header(header::COOKIE, "__Host-stc=secret")
        .header("X-CSRF-Token", secret.csrf_token());
    let answer = send(command, "{}").await;
    answer.is_problem(422, "invalid").has_issue("header", "Idempotency-Key", "missing");
}

#[tokio::test]
async fn a_body_that_is_wrong_names_its_field() {
    send(sign_in(), "{").await.is_problem(400, "malformed");
    let missing = send(sign_in(), "{}").await;
    missing.is_problem(422, "invalid").has_issue("body", "code", "missing");
    let more = send(sign_in(), r#"{"code":"x","more":1}"#).await;
    more.is_problem(422, "invalid").has_issue("body", "more", "unknownField");
}

#[tokio::test]
async fn a_body_that_is_too_large_or_no_json_is_refused() {
    let large = format!(r#"{{"code":"{}"}}"#, "x".repeat(64 * 1024));
    send(sign_in(), large).await.is_problem(413, "tooLarge");
    let form = request(Method::POST, "/session");
    let answer = send(form.header(header::CONTENT_TYPE, "text/plain"), r#"{"code":"x"}"#).await;
    answer.is_problem(415, "unsupportedMediaType");
}

#[tokio::test]
async fn a_header_that_is_no_position_is_refused() {
    let answer = send(get("/exercises").header("Stc-At-Least", "x"), "").await;
    answer.is_problem(401, "unauthenticated");
    let cookie = get("/exercises").header(header::COOKIE, "__Host-stc=secret");
    let answer = send(cookie.header("Stc-At-Least", "x"), "").await;
    answer.is_problem(422, "invalid").has_issue("header", "Stc-At-Least", "notANumber");
}

#[tokio::test]
async fn services_that_are_not_there_are_a_passing_problem() {
    let answer = send(get("/exercises").header(header::COOKIE, "__Host-stc=secret"), "").await;
    answer.is_problem(503, "unavailable");
    assert_eq!(answer.headers[header::RETRY_AFTER], "2");
    let health = send(get("/health"), "").await;
    assert_eq!((health.status.as_u16(), &health.json["status"]), (503, &"DOWN".into()));
    assert_eq!(health.json["details"]["identity"]["status"], "DOWN");
}

#[tokio::test]
async fn a_problem_is_written_in_the_language_of_the_request() {
    let answer = send(get("/nothing").header(header::ACCEPT_LANGUAGE, "fi"), "").await;
    assert_eq!(answer.json["title"], "Ei löytynyt");
    assert_eq!(answer.headers[header::CONTENT_LANGUAGE], "fi");
    let answer = send(get("/nothing"), "").await;
    assert_eq!(answer.json["title"], "Niet gevonden");
}

#[tokio::test]
async fn every_answer_protects_the_browser_and_names_its_correlation() {
    for uri in ["/", "/lead/people", "/api/v1/session", "/nothing.js"] {
        let answer = send(Request::builder().uri(uri), "").await;
        let policy = answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';"), "{uri}");
        assert!(!policy.contains("unsafe") && !policy.contains('\n'), "{uri}");
        assert_eq!(answer.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(answer.headers.contains_key("stc-correlation-id"));
        assert!(!answer.headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }
    let answer = send(get("/me/overview"), "").await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    let id = answer.headers["stc-correlation-id"].to_str().unwrap();
    assert_eq!(answer.json["instance"], format!("urn:uuid:{id}"));
}

#[tokio::test]
async fn only_an_installation_on_https_insists_on_it() {
    let request = Request::builder().uri("/api/v1/session").body(Body::empty()).unwrap();
    let answer = send_to(config(Some("https://start.example.org")), request).await;
    assert!(answer.headers().contains_key(header::STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn signing_in_from_another_site_is_refused() {
    let forged = sign_in().header("Sec-Fetch-Site", "cross-site");
    let answer = send(forged, r#"{"code":"K7M2-9QXD-4TRW"}"#).await;
    answer.is_problem(403, "forbidden");
}

#[tokio::test]
async fn the_api_describes_itself_where_it_is_looked_for() {
    for uri in ["/openapi.json", "/api/v1/openapi.json"] {
        let answer = send(Request::builder().uri(uri), "").await;
        assert!(answer.json["openapi"].as_str().unwrap().starts_with("3.1."), "{uri}");
        assert!(answer.json["paths"]["/me/runs"].is_object());
    }
}

/// The web app generates its types from this document. `UPDATE_GOLDEN=1` writes it.
#[test]
fn the_description_of_the_api_is_the_one_that_is_published() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");
    let described = crate::openapi().to_pretty_json().unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, &described).unwrap();
    }
    let published = std::fs::read_to_string(path).unwrap_or_default();
    assert!(described == published, "run this test with UPDATE_GOLDEN=1, then look at the diff");
}

#[test]
fn every_operation_is_described_with_an_id_of_its_own_and_its_problems() {
    let document = serde_json::to_value(crate::openapi()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = paths.values().flat_map(|path| path.as_object().unwrap().iter());
    let operations: Vec<_> = methods.map(|(_, operation)| operation).collect();
    let mut ids: Vec<_> = operations.iter().map(|it| it["operationId"].as_str().unwrap()).collect();
    ids.sort_unstable();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for operation in operations {
        let id = operation["operationId"].as_str().unwrap();
        let open = ["readHealth", "readDescription"].contains(&id);
        assert_eq!(operation["responses"].get("401").is_none(), open, "{id}");
    }
}
