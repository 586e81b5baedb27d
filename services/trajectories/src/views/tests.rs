//! Places, choices and entries as the log tells them.

mod entries;

use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Meta, NewEvent, Options, Position, StreamName,
};
use events::{ExitKind, Source, TakeId, trajectory::Exit};
use jiff::{ToSpan, civil::date};
use kernel::{Personal, Role, TenantId, personal::SubjectKey};
use runtime::view::{Folded, PageFacts};

use super::*;

const COACH: Uuid = Uuid::from_u128(1);
const NOOR: Uuid = Uuid::from_u128(2);
const TAKE: TakeId = TakeId::new(Uuid::from_u128(3));

fn tenant() -> TenantId {
    "lsc07".parse().unwrap()
}

fn start() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

/// A log that is written to a second apart.
struct Log {
    engine: EmbeddedLog,
    appended: i64,
    _dir: tempfile::TempDir,
}

impl Log {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let engine = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
        Self { engine, appended: 0, _dir: dir }
    }

    async fn has<E: kernel::Event>(&mut self, kind: &'static str, id: Uuid, event: E) {
        self.has_on(date(2026, 3, 1), kind, id, event).await;
    }

    async fn has_on<E: kernel::Event>(
        &mut self,
        occurred_on: Date,
        kind: &'static str,
        id: Uuid,
        mut event: E,
    ) {
        let stream = StreamName::new(kind, &tenant(), id);
        if let Some((_, part)) = event.personal() {
            part.seal(&SubjectKey::generate(), b"anywhere").unwrap();
        }
        let (name, data) = codec::encode(&event).unwrap();
        let meta = Meta {
            actor: Uuid::nil(),
            role: Role::Lead,
            purpose: Role::Lead.purpose(),
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        };
        let id = Uuid::now_v7();
        let events = vec![NewEvent { id, name, occurred_on, subject: None, meta, data }];
        let recorded_at = start().checked_add(self.appended.seconds()).ok();
        self.appended += 1;
        let append = Append { stream, expected: Expected::Any, events, recorded_at };
        self.engine.append(append).await.unwrap();
    }

    async fn registered(&mut self) {
        let (source, registered_on) = (Source::School, date(2026, 3, 1));
        let event = Event::YouthRegistered { youth: NOOR.into(), source, registered_on };
        self.has(trajectory::KIND, NOOR, event).await;
    }

    async fn taken(&mut self, take: TakeId) {
        let event = CaseloadEvent::PlaceTaken { youth: NOOR.into(), take };
        self.has(caseload::KIND, COACH, event).await;
    }

    async fn chosen(&mut self, coach: Uuid) {
        self.has(trajectory::KIND, NOOR, Event::CoachChosen { coach: coach.into() }).await;
    }

    async fn view(&self) -> Trajectories {
        let read = self
            .engine
            .read_all(Position::START, &Trajectories::filter(), 100)
            .await
            .unwrap()
            .events;
        let mut folded = Folded::<Trajectories>::default();
        folded.take(PageFacts::read(read, Position::START, &OpenKeys::default()));
        assert_eq!(folded.parked, []);
        View::load(&folded.view.save()).unwrap()
    }
}

fn later() -> Timestamp {
    start().checked_add(1.hours()).unwrap()
}

fn place(take: TakeId) -> Place {
    Place { coach: COACH.into(), youth: NOOR.into(), take }
}

#[tokio::test]
async fn a_place_that_was_taken_long_ago_and_never_used_is_left_behind() {
    let mut log = Log::new();
    log.registered().await;
    log.taken(TAKE).await;
    assert_eq!(log.view().await.stray_places(start()), []);
    assert_eq!(log.view().await.stray_places(later()), [place(TAKE)]);
}

#[tokio::test]
async fn a_place_goes_with_its_choice_until_another_coach_is_chosen() {
    let mut log = Log::new();
    log.registered().await;
    log.taken(TAKE).await;
    log.chosen(COACH).await;
    assert_eq!(log.view().await.stray_places(later()), []);
    log.chosen(Uuid::from_u128(9)).await;
    assert_eq!(log.view().await.stray_places(later()), [place(TAKE)]);
}

#[tokio::test]
async fn a_trajectory_that_ended_and_a_person_who_was_erased_hold_no_place() {
    for erased in [false, true] {
        let mut log = Log::new();
        log.registered().await;
        log.taken(TAKE).await;
        log.chosen(COACH).await;
        if erased {
            log.has(person::KIND, NOOR, PersonEvent::KeysDestroyed {}).await;
        } else {
            let exit = Exit { kind: ExitKind::Moved, form: None, hours_percent: None };
            let exit = Personal::Open(exit);
            log.has(trajectory::KIND, NOOR, Event::TrajectoryClosed { exit }).await;
        }
        let view = log.view().await;
        assert_eq!(view.stray_places(later()), [place(TAKE)]);
        assert_eq!(view.load(COACH), 0);
    }
}
