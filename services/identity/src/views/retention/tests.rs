//! From which day on what is kept, and what keeps it longer.

use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Meta, NewEvent, Options, Position, StreamName,
};
use events::{Code as _, ErasureReason, HoldGround, RetentionRun, StepId, YouthId};
use jiff::{Timestamp, civil::date};
use kernel::{Event, Personal, PersonalPart as _, Role, TenantId, codec, personal::SubjectKey};
use runtime::view::{Folded, PageFacts};

use super::*;

const NOOR: Uuid = Uuid::from_u128(7);
const TRAJECTORY: Uuid = Uuid::from_u128(8);
const RUN: Uuid = Uuid::from_u128(9);
const BREACH: Uuid = Uuid::from_u128(10);
const ERASURE: Uuid = Uuid::from_u128(11);
const REGISTERED: Date = date(2027, 5, 1);

/// What happened in a centre, and on which days.
struct Story {
    log: EmbeddedLog,
    _dir: tempfile::TempDir,
}

impl Story {
    /// Of a youth who was registered.
    async fn of_noor() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
        let story = Self { log, _dir: dir };
        let mut name = Personal::Open("Noor".to_owned());
        let place = StreamName::new(person::KIND, &tenant(), NOOR).place(0);
        name.seal(&SubjectKey::generate(), &place).unwrap();
        let (role, fte_percent) = (Role::Youth, None);
        let registered = PersonEvent::PersonRegistered { role, fte_percent, name };
        story.happens(person::KIND, NOOR, REGISTERED, &registered).await;
        story
    }

    async fn happens(&self, kind: &'static str, id: Uuid, on: Date, event: &impl Event) {
        let (name, data) = codec::encode(event).unwrap();
        let meta = Meta {
            actor: Uuid::nil(),
            role: Role::Lead,
            purpose: Role::Lead.purpose(),
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        };
        let (stream, subject) = (StreamName::new(kind, &tenant(), id), Some(NOOR));
        let event = NewEvent { id: Uuid::now_v7(), name, occurred_on: on, subject, meta, data };
        let (expected, events) = (Expected::Any, vec![event]);
        let append = Append { stream, expected, events, recorded_at: None };
        self.log.append(append).await.unwrap();
    }

    async fn signs_in(&self, on: Date) {
        let (session, expires) = (String::new(), Timestamp::MAX);
        self.happens(person::KIND, NOOR, on, &PersonEvent::SignedIn { session, expires }).await;
    }

    async fn told(&self) -> Retention {
        let read = self.log.read_all(Position::START, &Retention::filter(), 100).await.unwrap();
        let mut folded = Folded::<Retention>::default();
        folded.take(PageFacts::read(read.events, Position::START, &OpenKeys::default()));
        assert_eq!(folded.parked, []);
        Retention::load(&folded.view.save()).unwrap()
    }

    /// What is kept of Noor, counted from which day.
    async fn kept(&self) -> (RetentionClass, Date) {
        let kept = self.told().await.keeping(NOOR, REGISTERED).unwrap().kept;
        (kept.class, kept.since)
    }
}

fn tenant() -> TenantId {
    "lsc07".parse().unwrap()
}

#[tokio::test]
async fn who_was_registered_and_never_began_is_counted_from_the_last_sign_in() {
    let story = Story::of_noor().await;
    assert_eq!(story.kept().await, (RetentionClass::NeverTrajectory, REGISTERED));
    let (youth, source) = (YouthId::new(NOOR), events::Source::Clb);
    let registered_on = date(2027, 4, 1);
    let told = TrajectoryEvent::YouthRegistered { youth, source, registered_on };
    story.happens(trajectory::KIND, TRAJECTORY, REGISTERED, &told).await;
    assert_eq!(story.kept().await.1, registered_on);
    story.signs_in(date(2027, 6, 1)).await;
    assert_eq!(story.kept().await, (RetentionClass::NeverTrajectory, date(2027, 6, 1)));
}

#[tokio::test]
async fn with_an_exercise_or_a_coach_it_is_a_file_from_the_last_contact_on() {
    let story = Story::of_noor().await;
    let (exercise, domain) = ("work-energy".to_owned(), events::LifeDomain::Work);
    let begun = run::RunEvent::RunStarted { youth: NOOR, exercise, version: 1, domain };
    story.happens(run::KIND, RUN, date(2027, 6, 2), &begun).await;
    assert_eq!(story.kept().await, (RetentionClass::CoachingFile, date(2027, 6, 2)));
    let coach = events::CoachId::new(Uuid::from_u128(1));
    let chosen = TrajectoryEvent::CoachChosen { coach };
    story.happens(trajectory::KIND, TRAJECTORY, date(2027, 6, 9), &chosen).await;
    let step = StepId::new(Uuid::from_u128(2));
    let done = trajectory::Step {
        step,
        coach,
        category: events::ActionCategory::Intake,
        minutes: 30,
        place: events::Place::ALL[0],
        channel: events::Channel::ALL[0],
        role: events::CoachRole::ALL[0],
        coaching_step: events::CoachingStep::ALL[0],
        mode: events::Mode::ALL[0],
    };
    let done = TrajectoryEvent::StepRegistered(done);
    story.happens(trajectory::KIND, TRAJECTORY, date(2027, 7, 1), &done).await;
    assert_eq!(story.kept().await.1, date(2027, 7, 1));
    let withdrawn = TrajectoryEvent::StepWithdrawn { step };
    story.happens(trajectory::KIND, TRAJECTORY, date(2027, 7, 2), &withdrawn).await;
    assert_eq!(story.kept().await.1, date(2027, 6, 9), "it was no contact");
}

#[tokio::test]
async fn what_is_over_is_listed_by_the_terms_that_were_set_until_something_keeps_it() {
    let story = Story::of_noor().await;
    let over = |view: &Retention, today| view.over(today).map(|it| it.subject).collect::<Vec<_>>();
    let (last, next) = (date(2028, 5, 1), date(2028, 5, 2));
    let view = story.told().await;
    assert_eq!((over(&view, last), over(&view, next)), (vec![], vec![NOOR]));
    let (class, run) = (RetentionClass::NeverTrajectory, RetentionRun::Automatic);
    let set = CentreEvent::RetentionTermSet { class, months: 1, run };
    story.happens(centre::KIND, Uuid::from_u128(3), REGISTERED, &set).await;
    assert_eq!(over(&story.told().await, date(2027, 6, 2)), [NOOR]);

    let (ground, until) = (HoldGround::Authority, Some(date(2027, 12, 31)));
    let held = RightsEvent::HoldPlaced { ground, until };
    story.happens(rights::KIND, NOOR, date(2027, 5, 5), &held).await;
    let view = story.told().await;
    assert_eq!(over(&view, date(2027, 12, 31)), Vec::<Uuid>::new());
    assert_eq!(view.held(date(2027, 12, 31)).len(), 1);
    assert_eq!(over(&view, date(2028, 1, 1)), [NOOR], "after its last day it holds nothing");
    assert_eq!(view.held(date(2028, 1, 1)).len(), 0);
}

#[tokio::test]
async fn a_restriction_and_an_open_request_keep_it_too() {
    let story = Story::of_noor().await;
    let later = date(2030, 1, 1);
    let request = RequestId::new(Uuid::from_u128(4));
    let (right, due, words) = (events::DataRight::Restriction, later, None);
    let made = RightsEvent::RequestMade { request, right, due, words };
    story.happens(rights::KIND, NOOR, REGISTERED, &made).await;
    let because = |view: &Retention| view.keeping(NOOR, later).unwrap().because;
    assert_eq!(because(&story.told().await), Some(KeptBecause::Asked));
    let granted = RightsEvent::RequestGranted { request, answer: None };
    story.happens(rights::KIND, NOOR, REGISTERED, &granted).await;
    assert_eq!(because(&story.told().await), None);
    let restricted = RightsEvent::ProcessingRestricted { request };
    story.happens(rights::KIND, NOOR, REGISTERED, &restricted).await;
    assert_eq!(because(&story.told().await), Some(KeptBecause::Restricted));
}

#[tokio::test]
async fn a_file_of_a_breach_has_a_term_from_its_closing_on() {
    let story = Story::of_noor().await;
    let known = BreachEvent::BreachReported {
        kind: events::BreachKind::Confidentiality,
        cause: events::BreachCause::LostDevice,
        began: None,
        known: Timestamp::UNIX_EPOCH,
        whose: None,
        hours: 72,
        threshold: events::BreachRisk::Risk,
        authority: events::SupervisoryAuthority::Belgian,
        recipient: None,
        words: None,
    };
    story.happens(breach::KIND, BREACH, REGISTERED, &known).await;
    let view = story.told().await;
    assert_eq!((view.keeping(BREACH, REGISTERED), view.is_youth(BREACH)), (None, Some(false)));
    let closed = BreachEvent::BreachClosed { not_notified: None, not_informed: None };
    story.happens(breach::KIND, BREACH, date(2027, 6, 1), &closed).await;
    let kept = story.told().await.keeping(BREACH, REGISTERED).unwrap();
    assert_eq!((kept.kept.until, kept.youth()), (date(2032, 6, 1), None));
    let ended = BreachEvent::BreachTermEnded { since: date(2027, 6, 1), months: 60 };
    story.happens(breach::KIND, BREACH, date(2032, 6, 2), &ended).await;
    assert_eq!(story.told().await.is_youth(BREACH), None);
}

#[tokio::test]
async fn of_whoever_was_erased_there_is_left_that_it_was_and_why() {
    let story = Story::of_noor().await;
    let (subject, class, since) = (NOOR, RetentionClass::NeverTrajectory, REGISTERED);
    let by = Uuid::nil();
    let begun = ErasureEvent::TermErasureBegun { by, subject, class, since, months: 12 };
    let day = date(2028, 5, 2);
    story.happens(erasure::KIND, ERASURE, day, &begun).await;
    assert_eq!(story.told().await.ends().count(), 0, "nothing is done yet");
    let ended = RightsEvent::TermEnded { class, since, months: 12 };
    story.happens(rights::KIND, NOOR, day, &ended).await;
    let reason = ErasureReason::TermEnded;
    story.happens(person::KIND, NOOR, day, &PersonEvent::ErasureDecided { reason }).await;
    story.happens(person::KIND, NOOR, day, &PersonEvent::KeysDestroyed {}).await;
    let certificate = "v4.public.signed".to_owned();
    let certified = ErasureEvent::TermErasureCertified { subject, class, events: 4, certificate };
    story.happens(erasure::KIND, ERASURE, day, &certified).await;
    story.happens(erasure::KIND, ERASURE, day, &ErasureEvent::ErasureFinished {}).await;
    let view = story.told().await;
    assert_eq!((view.is_youth(NOOR), view.was_youth(NOOR)), (None, Some(true)));
    let end = view.end(ERASURE).unwrap();
    assert_eq!((end.by, end.since, end.certified.as_ref().unwrap().0), (None, REGISTERED, day));
}
