//! The web app, built beside this crate and carried inside the binary.
//!
//! A development build reads `web/dist` from disk on every request; a release build carries it,
//! so the web app is built first: `npm ci && npm run build` in `services/gateway/web`.

use axum::{
    body::Body,
    extract::Request,
    response::{IntoResponse, Response},
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::{
    headers,
    problem::{Kind, Problem},
    protection::is_api,
};

const PAGE: &str = "index.html";
const NOT_BUILT: &str = "The web app is not built yet. Run `npm ci && npm run build` in \
     services/gateway/web, then build and start the platform again.\n";

/// The name tells the content: it never changes.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Ask every time whether it changed.
const ASK: &str = "no-cache";
/// Says that a file comes from the platform, not from what stands before it: the service worker
/// takes nothing else for a part of the app.
const OURS: (HeaderName, HeaderValue) =
    (HeaderName::from_static("stc-app"), HeaderValue::from_static("1"));

#[derive(RustEmbed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Dist;

/// Answers every path that no operation of the API has.
pub(crate) async fn fallback(request: Request) -> Response {
    if is_api(request.uri().path()) {
        return Problem::new(Kind::NotFound).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (allow, Problem::new(Kind::MethodNotAllowed)).into_response();
    }
    let Some(name) = file_name(request.uri().path()) else {
        return (StatusCode::NOT_FOUND, "not found\n").into_response();
    };
    match Dist::get(name) {
        Some(file) => serve(name, file, request.headers()),
        None if name == PAGE => (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response(),
        None => (StatusCode::NOT_FOUND, "not found\n").into_response(),
    }
}

/// The file behind a path. Screens have no extension: the app finds them itself.
fn file_name(path: &str) -> Option<&str> {
    let name = path.trim_start_matches('/');
    if name.split('/').any(|part| part.starts_with('.')) || name.contains(['\\', '%']) {
        return None;
    }
    let last = name.rsplit('/').next().unwrap_or_default();
    Some(if last.contains('.') { name } else { PAGE })
}

fn serve(name: &str, file: EmbeddedFile, asked: &HeaderMap) -> Response {
    use std::fmt::Write;
    let mut tag = String::from("\"");
    for byte in &file.metadata.sha256_hash()[..16] {
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    let same = headers::list(asked, header::IF_NONE_MATCH, b',').any(|it| same_tag(it, &tag));
    let headers =
        ([OURS], [(header::CACHE_CONTROL, caching(name).to_owned()), (header::ETAG, tag)]);
    if same {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    let media = [(header::CONTENT_TYPE, media_type(name, &file))];
    (headers, media, Body::from(file.data)).into_response()
}

/// Compression makes a tag weak on its way; it still names the same content.
fn same_tag(known: &[u8], tag: &str) -> bool {
    known == b"*" || known.strip_prefix(b"W/").unwrap_or(known) == tag.as_bytes()
}

fn media_type(name: &str, file: &EmbeddedFile) -> String {
    let media = file.metadata.mimetype();
    let text = media.starts_with("text/") && !media.contains("charset");
    match name.rsplit('.').next() {
        Some("webmanifest") => "application/manifest+json".to_owned(),
        Some(_) | None if text => format!("{media}; charset=utf-8"),
        Some(_) | None => media.to_owned(),
    }
}

fn caching(name: &str) -> &'static str {
    match name.split('/').next() {
        Some("assets") => FOR_EVER,
        // Pictures too: their name stays when they change, and the service worker keeps them.
        Some(_) | None => ASK,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_the_same_page() {
        for path in ["/", "/lead/people", "/coach/youths/0198", ""] {
            assert_eq!(file_name(path), Some(PAGE), "{path}");
        }
        assert_eq!(file_name("/assets/app-1234.js"), Some("assets/app-1234.js"));
    }

    #[test]
    fn hidden_files_and_ways_out_do_not_exist() {
        for path in ["/.vite/manifest.json", "/../Cargo.toml", "/a/../b.js", "/%2e%2e/x.js"] {
            assert_eq!(file_name(path), None, "{path}");
        }
    }

    #[test]
    fn only_files_whose_name_tells_their_content_are_kept_for_ever() {
        assert_eq!(caching("assets/app-1234.js"), FOR_EVER);
        assert_eq!(caching("index.html"), ASK);
        assert_eq!(caching("sw.js"), ASK);
        assert_eq!(caching("pictures/home.svg"), ASK);
    }

    #[test]
    fn a_file_says_that_it_is_ours_also_when_it_did_not_change() {
        let Some(file) = Dist::get("robots.txt") else { return };
        let first = serve("robots.txt", file, &HeaderMap::new());
        let tag = first.headers()[header::ETAG].clone();
        let asked = HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)]);
        let again = serve("robots.txt", Dist::get("robots.txt").unwrap(), &asked);
        for (answer, status) in [(first, StatusCode::OK), (again, StatusCode::NOT_MODIFIED)] {
            assert_eq!(answer.status(), status);
            assert_eq!(answer.headers()["stc-app"], "1");
        }
    }

    #[test]
    fn a_known_tag_is_recognised_also_when_it_became_weak() {
        assert!(same_tag(b"\"ab\"", "\"ab\""));
        assert!(same_tag(b"W/\"ab\"", "\"ab\""));
        assert!(!same_tag(b"\"ac\"", "\"ab\""));
    }
}
