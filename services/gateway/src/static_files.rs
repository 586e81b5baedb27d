//! The web app, built beside this crate and carried inside the binary.
//!
//! The address of a screen is answered with a page on which its first look is painted already, in the
//! language that is asked for: `web/scripts/paint.ts` makes them. Invariant: which one it is depends on
//! the address, the language, and whether there is a session, never on whose.
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
    headers, language,
    problem::{Kind, Problem},
    protection::is_api,
    session::Secret,
};

/// The page with nothing painted, in no language in particular.
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

/// What a page depends on besides its address.
const CHOSEN_BY: (HeaderName, HeaderValue) =
    (header::VARY, HeaderValue::from_static("accept-language, cookie"));

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
    if is_screen(name) {
        return page(name, request.headers());
    }
    match Dist::get(name) {
        Some(file) => serve(name, file, request.headers()),
        None => (StatusCode::NOT_FOUND, "not found\n").into_response(),
    }
}

/// The name that a path asks for.
fn file_name(path: &str) -> Option<&str> {
    let name = path.trim_start_matches('/');
    let hidden = name.split('/').any(|part| part.starts_with('.')) || name.contains(['\\', '%']);
    (!hidden).then_some(name)
}

/// Screens have no extension: the app finds them itself.
fn is_screen(name: &str) -> bool {
    !name.rsplit('/').next().unwrap_or_default().contains('.')
}

/// The page of a screen.
fn page(screen: &str, asked: &HeaderMap) -> Response {
    let found = pages(screen, asked).into_iter().find_map(|name| Some((Dist::get(&name)?, name)));
    let Some((file, name)) = found else {
        return (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response();
    };
    ([CHOSEN_BY], serve(&name, file, asked)).into_response()
}

/// The pages that fit, best first: without a session every screen is the sign-in.
fn pages(screen: &str, asked: &HeaderMap) -> [String; 3] {
    let language = language::code(language::of(asked));
    let painted = match Secret::of(asked) {
        None => format!("pages/{language}/sign-in.html"),
        Some(_) => format!("pages/{language}/at/{}.html", screen.trim_end_matches('/')),
    };
    [painted, format!("pages/{language}/frame.html"), PAGE.to_owned()]
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

    fn asked(lines: &[(HeaderName, &'static str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn what_has_no_extension_is_a_screen() {
        for path in ["/", "/lead/people", "/coach/youths/0198", ""] {
            assert!(file_name(path).is_some_and(is_screen), "{path}");
        }
        assert_eq!(file_name("/assets/app-1234.js"), Some("assets/app-1234.js"));
        assert!(!is_screen("assets/app-1234.js"));
    }

    #[test]
    fn without_a_session_every_screen_is_the_sign_in_in_the_language_of_who_asks() {
        let finnish = asked(&[(header::ACCEPT_LANGUAGE, "sv, fi;q=0.9, en;q=0.8")]);
        for screen in ["", "map", "lead/table/1"] {
            assert_eq!(pages(screen, &finnish)[0], "pages/fi/sign-in.html");
        }
        assert_eq!(pages("", &HeaderMap::new())[0], "pages/nl/sign-in.html");
    }

    #[test]
    fn with_a_session_a_page_goes_by_its_address_and_by_nobody() {
        let english = (header::ACCEPT_LANGUAGE, "en");
        let [one, other] = ["__Host-stc=one", "a=b; __Host-stc=other"]
            .map(|cookie| asked(&[english.clone(), (header::COOKIE, cookie)]));
        for (screen, name) in [("map", "at/map"), ("map/", "at/map"), ("coach", "at/coach")] {
            assert_eq!(pages(screen, &one), pages(screen, &other));
            let names = [&*format!("pages/en/{name}.html"), "pages/en/frame.html", PAGE];
            assert_eq!(pages(screen, &one), names);
        }
    }

    #[test]
    fn a_page_says_by_what_it_was_chosen_also_when_it_did_not_change() {
        let first = page("map", &HeaderMap::new());
        let Some(tag) = first.headers().get(header::ETAG).cloned() else { return };
        let again = page("map", &HeaderMap::from_iter([(header::IF_NONE_MATCH, tag)]));
        for (answer, status) in [(first, StatusCode::OK), (again, StatusCode::NOT_MODIFIED)] {
            assert_eq!(answer.status(), status);
            assert_eq!(answer.headers()[header::VARY], "accept-language, cookie");
            assert_eq!(answer.headers()[header::CACHE_CONTROL], ASK);
        }
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
        assert_eq!(caching("pages/nl/at/map.html"), ASK);
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
