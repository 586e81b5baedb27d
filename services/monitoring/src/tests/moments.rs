//! Tables as known at a moment: they never change, and outside a centre a moment is a whole day.

use eventlog::clock;
use events::{Disability, Population};
use jiff::{Timestamp, ToSpan, civil::date};
use kernel::Role;
use proto::monitoring::{GetTableRequest, GetTableResponse};

use super::world::{World, intake, shown};

/// The period and nothing else left to whoever answers.
fn as_of(moment: &(impl ToString + ?Sized)) -> GetTableRequest {
    GetTableRequest { table: 1, as_of: Some(moment.to_string()), ..GetTableRequest::default() }
}

async fn register(world: &World, centre: &str, person: u128, day: jiff::civil::Date) {
    let facts = intake(Disability::Mental, Population::Education);
    world.registered(centre, person, day, facts).await;
}

async fn asked(world: &World, role: Role, request: GetTableRequest) -> GetTableResponse {
    world.ask(role, "lsc01", request).await.unwrap()
}

#[tokio::test]
async fn moments_of_one_day_tell_nothing_of_what_happened_between_them() {
    let world = World::start();
    world.centre("lsc01").await;
    // A day is written down at 20:00 UTC, one event after the other.
    for person in 1..=3 {
        register(&world, "lsc01", person, date(2026, 3, 9)).await;
    }
    let whole = asked(&world, Role::Auditor, as_of("2026-03-09")).await;
    assert_eq!(shown(&whole, "mental", "female"), Some(5));
    assert_eq!(whole.day.as_deref(), Some("2026-03-09"));
    assert_eq!(whole.recorded_at.as_deref(), Some("2026-03-09T22:59:59Z"), "of no event");
    for moment in ["00:00:00", "19:59:59.999999", "20:00:00", "20:00:00.000001", "22:59:59.999999"]
    {
        let of = asked(&world, Role::Auditor, as_of(&format!("2026-03-09T{moment}Z"))).await;
        assert_eq!(of, whole, "{moment}");
    }
    let before = asked(&world, Role::Auditor, as_of("2026-03-08T22:59:59Z")).await;
    assert_eq!((before.day.as_deref(), before.persons_not_shown), (Some("2026-03-08"), true));
    // Within the centre a moment is a moment.
    let first = asked(&world, Role::Lead, as_of("2026-03-09T19:59:59Z")).await;
    assert_eq!((first.persons, first.day), (0, None));
}

#[tokio::test]
async fn what_is_registered_today_leaves_the_centre_tomorrow() {
    let world = World::start();
    world.centre("lsc01").await;
    let today = clock::today();
    for person in 1..=3 {
        register(&world, "lsc01", person, today).await;
    }
    let ask = |role| asked(&world, role, GetTableRequest { table: 1, ..Default::default() });
    assert_eq!(ask(Role::Lead).await.persons, 3);
    let outside = ask(Role::Auditor).await;
    assert!(outside.persons_not_shown);
    let yesterday = clock::date_of(clock::now() - 1.minute()).yesterday().unwrap();
    assert_eq!(outside.day, Some(yesterday.to_string()));
    assert_eq!(outside.to, yesterday.to_string(), "the period ends there too");
    let today = as_of(&today);
    let refused = world.ask(Role::Auditor, "stc", today).await.unwrap_err();
    assert_eq!(refused.message(), "asOf: dayNotOver");
}

#[tokio::test]
async fn nobody_asks_what_will_be_known() {
    let world = World::start();
    world.centre("lsc01").await;
    let soon = clock::now() + 1.hour();
    for role in [Role::Lead, Role::Auditor] {
        for ahead in [Timestamp::MAX, soon, "2099-01-01T00:00:00Z".parse().unwrap()] {
            let refused = world.ask(role, "lsc01", as_of(&ahead)).await.unwrap_err();
            assert!(refused.message().starts_with("asOf: "), "{refused}");
            assert_eq!(refused.code(), tonic::Code::InvalidArgument);
        }
    }
    let refused = world.ask(Role::Lead, "lsc01", as_of(&soon)).await.unwrap_err();
    assert_eq!(refused.message(), "asOf: inTheFuture");
}

#[tokio::test]
async fn a_centre_has_an_empty_table_of_before_it_opened() {
    let world = World::start();
    world.centre("lsc01").await;
    register(&world, "lsc01", 1, date(2026, 3, 9)).await;
    for early in ["1970-01-01T00:00:00Z", "2025-12-31", "-009999-01-02T01:59:59Z"] {
        let table = asked(&world, Role::Lead, as_of(early)).await;
        assert_eq!((table.persons, table.position), (0, 0), "{early}");
        assert!(table.rows.iter().all(|row| row.values.iter().all(|value| *value == 0)));
    }
    let of =
        |centre: &str| GetTableRequest { centre: Some(centre.to_owned()), ..as_of("2025-12-31") };
    assert!(asked(&world, Role::Auditor, of("lsc01")).await.persons_not_shown);
    let unknown = world.ask(Role::Auditor, "stc", of("lsc77")).await.unwrap_err();
    assert_eq!(unknown.code(), tonic::Code::NotFound);
}

#[tokio::test]
async fn a_table_of_the_past_does_not_depend_on_the_day_on_which_it_is_asked() {
    let world = World::start();
    world.centre("lsc01").await;
    register(&world, "lsc01", 1, date(2025, 3, 1)).await;
    register(&world, "lsc01", 2, date(2026, 2, 28)).await;
    for role in [Role::Lead, Role::Auditor] {
        let table = asked(&world, role, as_of("2026-03-01T00:00:00Z")).await;
        assert_eq!((&*table.from, &*table.to), ("2025-03-02", "2026-03-01"));
    }
    let table = asked(&world, Role::Lead, as_of("2026-03-01T00:00:00Z")).await;
    assert_eq!(table.persons, 1, "who was registered a day earlier is out");
    register(&world, "lsc01", 3, date(2026, 3, 2)).await;
    assert_eq!(asked(&world, Role::Lead, as_of("2026-03-01T00:00:00Z")).await, table);
    let narrow = GetTableRequest { to: "2026-02-27".to_owned(), ..as_of("2026-03-01") };
    assert_eq!(asked(&world, Role::Lead, narrow).await.from, "2025-02-28");
}
