//! What a ledger says of who said what to which coach.

use eventlog::{Append, EmbeddedLog, EventLog, Expected, Meta, NewEvent, Options, StreamName};
use events::{ConsentKind, LifeDomain};
use jiff::{ToSpan, civil::date};
use kernel::{Event, Role, TenantId, codec};
use runtime::view::{Folded, PageFacts};

use super::*;

const NOOR: Uuid = Uuid::from_u128(7);
const COACH: CoachId = CoachId::new(Uuid::from_u128(1));
const OTHER: CoachId = CoachId::new(Uuid::from_u128(2));
const WORK: Consent = Consent::ShareDomain(LifeDomain::Work);
const TRAJECTORY: Uuid = Uuid::from_u128(8);
const NEXT: Uuid = Uuid::from_u128(9);
const FIRST_DAY: Date = date(2027, 5, 1);

/// What one person said and did, a day apart.
struct Story {
    log: EmbeddedLog,
    days: i64,
    _dir: tempfile::TempDir,
}

impl Story {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
        Self { log, days: 0, _dir: dir }
    }

    async fn happens(&mut self, kind: &'static str, id: Uuid, event: &impl Event) {
        let tenant: TenantId = "lsc07".parse().unwrap();
        let (name, data) = codec::encode(event).unwrap();
        let meta = Meta {
            actor: NOOR,
            role: Role::Youth,
            purpose: Role::Youth.purpose(),
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        };
        let occurred_on = FIRST_DAY.saturating_add(self.days.days());
        self.days += 1;
        let (id, stream) = (Uuid::now_v7(), StreamName::new(kind, &tenant, id));
        let events = vec![NewEvent { id, name, occurred_on, subject: Some(NOOR), meta, data }];
        let append = Append { stream, expected: Expected::Any, events, recorded_at: None };
        self.log.append(append).await.unwrap();
    }

    async fn chooses(&mut self, trajectory: Uuid, coach: CoachId) {
        self.happens(trajectory::KIND, trajectory, &TrajectoryEvent::CoachChosen { coach }).await;
    }

    async fn gives(&mut self, coach: CoachId) {
        let given = ConsentEvent::ConsentGiven {
            consent: ConsentKind::ShareDomain,
            domain: WORK.domain(),
            coach,
            text: ConsentText::November2026,
            channel: ConsentChannel::OwnDevice,
        };
        self.happens(consent::KIND, NOOR, &given).await;
    }

    async fn withdraws(&mut self) {
        let withdrawn = ConsentEvent::ConsentWithdrawn {
            consent: ConsentKind::ShareDomain,
            domain: WORK.domain(),
            channel: ConsentChannel::OnPaper,
        };
        self.happens(consent::KIND, NOOR, &withdrawn).await;
    }

    async fn told(&self) -> OfPerson {
        let read = self.log.read_all(Position::START, &Ledger::filter(), 100).await.unwrap();
        let mut folded = Folded::<Ledger>::default();
        folded.take(PageFacts::read(read.events, Position::START, &OpenKeys::default()));
        assert_eq!(folded.parked, []);
        Ledger::load(&folded.view.save()).unwrap().of(NOOR)
    }
}

fn states(of: &OfPerson) -> Vec<ConsentState> {
    of.latest_first().map(|said| said.state).collect()
}

#[tokio::test]
async fn the_last_that_was_said_holds_and_the_words_that_were_shown_stay_known() {
    let mut story = Story::new();
    assert_eq!(story.told().await.last(WORK), None);
    story.chooses(TRAJECTORY, COACH).await;
    story.gives(COACH).await;
    story.withdraws().await;
    let told = story.told().await;
    assert_eq!(states(&told), [ConsentState::Withdrawn, ConsentState::Given]);
    let (last, text) = told.last(WORK).unwrap();
    assert_eq!((last.on, last.text), (date(2027, 5, 3), None));
    assert_eq!(
        (last.channel, text),
        (Some(ConsentChannel::OnPaper), Some(ConsentText::November2026))
    );
    assert_eq!(told.last(Consent::ShareTimeBefore), None);
}

#[tokio::test]
async fn what_was_given_ends_with_the_choice_of_another_coach_and_what_was_taken_back_does_not() {
    let mut story = Story::new();
    story.chooses(TRAJECTORY, COACH).await;
    story.gives(COACH).await;
    story.chooses(TRAJECTORY, OTHER).await;
    let told = story.told().await;
    assert_eq!(states(&told), [ConsentState::Ended, ConsentState::Given]);
    assert_eq!((told.coach(), told.has_time_before()), (Some(OTHER), true));
    story.gives(OTHER).await;
    story.withdraws().await;
    story.chooses(TRAJECTORY, COACH).await;
    assert_eq!(states(&story.told().await)[0], ConsentState::Withdrawn, "nothing ends twice");
}

#[tokio::test]
async fn the_first_coach_of_a_trajectory_has_no_time_before() {
    let mut story = Story::new();
    story.chooses(TRAJECTORY, COACH).await;
    assert!(!story.told().await.has_time_before());
    story.chooses(NEXT, OTHER).await;
    assert!(!story.told().await.has_time_before(), "an earlier trajectory stays hidden");
}
