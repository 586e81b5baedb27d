//! The directory folded from events.

use jiff::civil::date;
use platform::{
    Ctx, PersonalPart,
    execute::event_id,
    log::{Append, EmbeddedLog, EventLog, Expected, Meta, NewEvent, Options},
    view::{Folded, PageFacts},
};

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
    log.read_all(0, &Directory::filter(), 100).await.unwrap().events
}

async fn directory(events: Vec<PersonEvent>) -> Directory {
    let mut folded = Folded::<Directory>::default();
    folded.take(PageFacts::read(recorded(events).await, 0, &OpenKeys::default()));
    assert_eq!(folded.parked, []);
    folded.view
}

fn check(directory: &Directory, key: &SubjectKey) {
    let noor = directory.person(&tenant(), NOOR).unwrap();
    assert_eq!(noor.name.opened(&tenant(), NOOR, key).as_deref(), Some("Noor"));
    let avatar = noor.avatar.as_ref().unwrap();
    assert_eq!(avatar.opened(&tenant(), NOOR, key).as_deref(), Some("fox"));
    assert_eq!(noor.name.opened(&tenant(), NOOR, &SubjectKey::generate()), None);
    assert_eq!((noor.since, noor.last_sign_in_on), (date(2026, 3, 1), Some(date(2026, 3, 1))));
    assert_eq!(directory.card("card1"), None);
    assert_eq!(directory.card("card2"), Some(&(tenant(), NOOR)));
    for gone in ["session0", "session3"] {
        assert_eq!(directory.session(gone), None);
    }
    assert_eq!(directory.session("session1").unwrap().person, NOOR);
}

#[tokio::test]
async fn the_directory_knows_the_last_card_and_the_last_sessions() {
    let key = SubjectKey::generate();
    check(&directory(history(&key)).await, &key);
}

#[tokio::test]
async fn a_snapshot_is_the_same_directory_and_shows_nobody() {
    let key = SubjectKey::generate();
    let before = directory(history(&key)).await;
    let parts = before.save();
    assert!(!parts[0].1.windows(4).any(|bytes| bytes == b"Noor"));
    let after = Directory::load(parts.clone()).unwrap();
    check(&after, &key);
    assert_eq!(after.save(), parts);
}

#[tokio::test]
async fn a_session_that_has_ended_falls_out_at_the_next_sign_in() {
    let key = SubjectKey::generate();
    let mut events = history(&key);
    events.truncate(2);
    for (session, expires) in [("old", Timestamp::UNIX_EPOCH), ("new", Timestamp::MAX)] {
        events.push(PersonEvent::SignedIn { session: session.to_owned(), expires });
    }
    let directory = directory(events).await;
    assert_eq!(directory.session("old"), None);
    assert!(directory.session("new").is_some());
}
