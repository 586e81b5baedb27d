//! Headers of others: cookies of other applications, addresses of proxies.

use http::Method;
use serde_json::json;
use tests::{World, binary::Binary, site::Answer};

/// The binary under test.
const STC: &str = env!("CARGO_BIN_EXE_stc-under-test");
/// As many wrong cards as one address may try.
const FAILURES: usize = 30;

async fn shows(site: &tests::Site, from: &str, code: &str) -> Answer {
    let request = site.request(Method::POST, "/session").header("X-Forwarded-For", from);
    request.body(&json!({ "code": code })).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cookie_of_another_application_signs_nobody_out() {
    let world = World::start().await;
    let centre = world.centre(&world.operator().await, "lsc01").await;
    let ours = &centre.coach.cookie;
    for cookies in [
        format!("naam=Zoe; {ours}"),
        format!("naam=Zoë; {ours}"),
        format!("{ours}; naam=Zoë"),
        format!("Zoë; =; ;{ours};"),
    ] {
        world.get("/youths").header("Cookie", &*cookies).send().await.with(200);
        let session = world.get("/session").header("Cookie", &*cookies).send().await;
        assert_eq!(session.with(200)["person"]["name"], "Karel Coach", "{cookies}");
    }
    let broken = world.get("/session").header("Cookie", "__Host-stc=Zoë").send().await;
    assert_eq!(broken.status, 204, "that is nobody");
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_proxy_wrong_cards_of_one_address_lock_out_nobody_else() {
    let world = World::start_behind_proxy().await;
    let lead = world.operator().await.opens_centre("lsc01", "Ilse Lead").await;
    for port in 41_000..41_000 + FAILURES {
        let wrong = shows(&world, &format!("203.0.113.5:{port}"), "AAAA-BBBB-CCCC").await;
        assert_eq!(wrong.status, 401);
    }
    assert_eq!(shows(&world, "203.0.113.5:50000", &lead.card).await.status, 429);
    assert_eq!(shows(&world, "9.9.9.9, 203.0.113.5", &lead.card).await.status, 429);
    for elsewhere in [
        "198.51.100.7:50000",
        "[2001:db8::1]:443",
        "[2001:db8::1]",
        "2001:db8::1",
        "198.51.100.7",
        "unknown",
        "Zoë",
    ] {
        assert_eq!(shows(&world, elsewhere, &lead.card).await.status, 201, "{elsewhere}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_whose_addresses_cannot_be_read_is_told_once_and_not_what_it_said() {
    let dir = tempfile::tempdir().unwrap();
    let stc = Binary::up_with(STC, dir.path(), ("STC_BEHIND_PROXY", "true")).await;
    for unreadable in ["unreadable-a", "unreadable-b", ""] {
        shows(&stc.site, unreadable, "AAAA-BBBB-CCCC").await;
    }
    let log = stc.stops().await;
    let told: Vec<_> = log.lines().filter(|line| line.contains("X-Forwarded-For")).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("WARN") && !log.contains("unreadable-"));
}
