//! Views folded from events.

use domain::person::{self, SESSIONS_PER_PERSON_MAX};
use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Filter, Meta, NewEvent, Options, Position, Recorded,
    StreamName,
};
use events::{centre::Controller, person::PersonEvent};
use jiff::{Timestamp, civil::date};
use kernel::{Personal, PersonalPart, Role, TenantId, codec, personal::SubjectKey};
use runtime::{
    Ctx, View,
    execute::event_id,
    view::{self, Folded, OpenKeys, PageFacts},
};
use uuid::Uuid;

use super::*;

fn tenant() -> TenantId {
    "lsc07".parse().unwrap()
}

const NOOR: Uuid = Uuid::from_u128(7);

fn sealed(text: &str, key: &SubjectKey, revision: u64) -> Personal<String> {
    let mut value = Personal::Open(text.to_owned());
    value.seal(key, &StreamName::new(person::KIND, &tenant(), NOOR).place(revision)).unwrap();
    value
}

fn history(key: &SubjectKey) -> Vec<PersonEvent> {
    let card = |hash: &str| PersonEvent::StartCardIssued { code_hash: hash.to_owned() };
    let mut events = vec![
        PersonEvent::PersonRegistered {
            role: Role::Youth,
            fte_percent: None,
            name: sealed("Noor", key, 0),
        },
        card("card1"),
        PersonEvent::AvatarChosen { avatar: sealed("fox", key, 2) },
        card("card2"),
    ];
    events.extend((0..=SESSIONS_PER_PERSON_MAX).map(|number| PersonEvent::SignedIn {
        session: format!("session{number}"),
        expires: Timestamp::MAX,
    }));
    events.push(PersonEvent::SignedOut { session: "session3".to_owned() });
    events
}

/// What the log makes of these events of one person.
async fn recorded(events: Vec<PersonEvent>) -> Vec<Recorded> {
    let dir = tempfile::tempdir().unwrap();
    let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
    let stream = StreamName::new(person::KIND, &tenant(), NOOR);
    let meta = Meta {
        actor: Uuid::nil(),
        role: Role::Lead,
        purpose: Role::Lead.purpose(),
        correlation: Uuid::nil(),
        causation: Uuid::nil(),
    };
    let events = events.iter().enumerate().map(|(index, event)| {
        let (name, data) = codec::encode(event).unwrap();
        NewEvent {
            id: event_id(
                &Ctx::internal(tenant(), Uuid::nil(), Role::Lead, Uuid::nil()),
                &stream,
                index,
            ),
            name,
            occurred_on: date(2026, 3, 1),
            subject: Some(NOOR),
            meta: meta.clone(),
            data,
        }
    });
    let (events, expected) = (events.collect(), Expected::NoStream);
    log.append(Append { stream: stream.clone(), expected, events, recorded_at: None })
        .await
        .unwrap();
    log.read_all(Position::START, &Filter::kinds(&[person::KIND]), 100).await.unwrap().events
}

async fn view<V: View>(events: Vec<PersonEvent>) -> V {
    let mut folded = Folded::<V>::default();
    folded.take(PageFacts::read(recorded(events).await, Position::START, &OpenKeys::default()));
    assert_eq!(folded.parked, []);
    folded.view
}

fn check(directory: &Directory, key: &SubjectKey) {
    let noor = directory.person(NOOR).unwrap();
    assert_eq!(noor.name.opened(&tenant(), NOOR, key).as_deref(), Some("Noor"));
    let avatar = noor.avatar.as_ref().unwrap();
    assert_eq!(avatar.opened(&tenant(), NOOR, key).as_deref(), Some("fox"));
    assert_eq!(noor.name.opened(&tenant(), NOOR, &SubjectKey::generate()), None);
    assert_eq!((noor.since, noor.last_sign_in_on), (date(2026, 3, 1), Some(date(2026, 3, 1))));
    assert!(noor.has_card);
}

#[tokio::test]
async fn the_directory_knows_who_is_there_and_who_came_in_when() {
    let key = SubjectKey::generate();
    check(&view::<Directory>(history(&key)).await, &key);
}

#[tokio::test]
async fn a_snapshot_is_the_same_directory_and_shows_nobody() {
    let key = SubjectKey::generate();
    let before = view::<Directory>(history(&key)).await;
    let bytes = before.save();
    assert!(!bytes.windows(4).any(|bytes| bytes == b"Noor"));
    let after = Directory::load(&bytes).unwrap();
    check(&after, &key);
    assert_eq!(after.save(), bytes);
}

#[test]
fn a_snapshot_takes_back_a_controller_with_whom_nothing_was_agreed_yet() {
    let text = str::to_owned;
    let controller = Controller {
        legal_name: text("vzw Leersteuncentrum Kempen"),
        number: text("0123.456.789"),
        address: text("Markt 1, 2300 Turnhout"),
        contact: text("info@lsc.example"),
        officer: text("Functionaris"),
        officer_contact: text("dpo@lsc.example"),
        others: vec![],
        agreement: None,
        agreed_on: None,
    };
    let kept = (controller, "what stands behind it".to_owned());
    assert_eq!(view::loaded(&view::saved(&kept)), Some(kept));
}

fn check_doors(doors: &Doors) {
    assert_eq!(doors.card("card1"), None);
    assert_eq!(doors.card("card2"), Some((tenant(), NOOR)));
    for gone in ["session0", "session3", "card2"] {
        assert_eq!(doors.session(gone), None);
    }
    assert_eq!(doors.session("session1").unwrap().person, NOOR);
    assert_eq!(doors.card("session1"), None, "a session is no card");
}

#[tokio::test]
async fn the_last_card_opens_and_so_do_the_last_sessions() {
    let before = view::<Doors>(history(&SubjectKey::generate())).await;
    check_doors(&before);
    let after = Doors::load(&before.save()).unwrap();
    check_doors(&after);
    assert_eq!(after.save(), before.save());
}

#[tokio::test]
async fn a_new_card_and_an_erasure_end_every_session() {
    let key = SubjectKey::generate();
    for end in [
        PersonEvent::StartCardIssued { code_hash: "card3".to_owned() },
        PersonEvent::KeysDestroyed {},
    ] {
        let events = history(&key).into_iter().chain([end]).collect();
        let doors = view::<Doors>(events).await;
        assert_eq!(doors.card("card2"), None);
        assert_eq!(doors.session("session1"), None);
    }
}

#[tokio::test]
async fn a_session_that_has_ended_falls_out_at_the_next_sign_in() {
    let mut events = history(&SubjectKey::generate());
    events.truncate(2);
    for (session, expires) in [("old", Timestamp::UNIX_EPOCH), ("new", Timestamp::MAX)] {
        events.push(PersonEvent::SignedIn { session: session.to_owned(), expires });
    }
    let doors = view::<Doors>(events).await;
    assert_eq!(doors.session("old"), None);
    assert!(doors.session("new").is_some());
}
