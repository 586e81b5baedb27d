//! What a youth, and what a coach reads of a trajectory.

use eventlog::{
    Append, EmbeddedLog, EventLog, Expected, Filter, Meta, NewEvent, Options, Position, StreamName,
};
use events::{
    ActionCategory, Barrier, Channel, CoachRole, CoachingStep, Disability, EmploymentForm,
    EntryLevel, ExitKind, Gender, Mode, Place, Population, Source, trajectory,
};
use jiff::civil::{Date, date};
use kernel::{Event as _, Role, codec};
use uuid::Uuid;

use super::*;

const COACH: Uuid = Uuid::from_u128(1);
const NOOR: Uuid = Uuid::from_u128(2);
const STEP: StepId = StepId::new(Uuid::from_u128(3));
const OWN: &str = "My brother came along";
const DAY: Date = date(2026, 3, 1);

fn history() -> Vec<Event> {
    let intake = trajectory::Intake {
        birth_date: date(2007, 2, 3),
        gender: Gender::Female,
        population: Population::Education,
        disability: Disability::Mental,
        other_disabilities: vec![Disability::Motor],
        barriers: Some(vec![Barrier::Network]),
        entry_level: EntryLevel::Bso,
    };
    let (kind, form) = (ExitKind::Job, Some(EmploymentForm::Regular));
    let exit = trajectory::Exit { kind, form, hours_percent: Some(80) };
    vec![
        Event::YouthRegistered { youth: NOOR.into(), source: Source::Clb, registered_on: DAY },
        Event::IntakeRecorded { intake: Personal::Open(intake) },
        Event::PopulationChanged { population: Personal::Open(Population::Neet) },
        Event::CoachChosen { coach: COACH.into() },
        Event::StepRegistered(trajectory::Step {
            step: STEP,
            coach: COACH.into(),
            category: ActionCategory::Intake,
            minutes: 45,
            place: Place::School,
            channel: Channel::FaceToFace,
            role: CoachRole::Inspirer,
            coaching_step: CoachingStep::WhatWorks,
            mode: Mode::Individual,
        }),
        Event::StepNoted { step: STEP, note: Personal::Open("Came alone".to_owned()) },
        Event::OwnVersionGiven { step: STEP, words: Personal::Open("With my brother".to_owned()) },
        Event::OwnVersionGiven { step: STEP, words: Personal::Open(OWN.to_owned()) },
        Event::StepWithdrawn { step: STEP },
        Event::TrajectoryClosed { exit: Personal::Open(exit) },
    ]
}

/// The stream of that history, sealed under one key.
async fn recorded(key: &SubjectKey) -> Vec<Recorded> {
    stored(key, history()).await
}

fn own() -> OwnVersion {
    OwnVersion { words: OWN.to_owned(), given_on: DAY.to_string() }
}

async fn stored(key: &SubjectKey, history: Vec<Event>) -> Vec<Recorded> {
    let dir = tempfile::tempdir().unwrap();
    let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
    let stream = StreamName::new(trajectory::KIND, &"lsc07".parse().unwrap(), NOOR);
    let role = Role::Lead;
    let (correlation, causation) = (Uuid::nil(), Uuid::nil());
    let meta = Meta { actor: COACH, role, purpose: role.purpose(), correlation, causation };
    let sealed = (0..).zip(history).map(|(revision, mut event)| {
        if let Some((_, part)) = event.personal() {
            part.seal(key, &stream.place(revision)).unwrap();
        }
        let (name, data) = codec::encode(&event).unwrap();
        let (id, subject, meta) = (Uuid::now_v7(), Some(NOOR), meta.clone());
        NewEvent { id, name, occurred_on: DAY, subject, meta, data }
    });
    let events = sealed.collect();
    let (stream, expected) = (stream.clone(), Expected::NoStream);
    log.append(Append { stream, expected, events, recorded_at: None }).await.unwrap();
    log.read_all(Position::START, &Filter::default(), 100).await.unwrap().events
}

fn types(entries: &[TimelineEntry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.r#type.as_str()).collect()
}

#[tokio::test]
async fn whatever_is_written_down_is_told_to_the_youth() {
    let key = Arc::new(SubjectKey::generate());
    let (content, health) = (Some(key.clone()), Some(key.clone()));
    let read = entries(
        &recorded(&key).await,
        &Reader { content, health, is_youth: true, ..Reader::default() },
    );
    let told = ["closed", "step", "coachChosen", "populationChanged", "intake", "registered"];
    assert_eq!(types(&read), told);
    let Event::IntakeRecorded { intake } = &history()[1] else { panic!("the second is another") };
    assert_eq!(read[4].intake, intake.get().map(wire::intake));
    assert_eq!(read[3].population.as_deref(), Some("neet"));
    assert_eq!(read[5].source.as_deref(), Some("clb"));
    let (kind, form) = ("job".to_owned(), Some("regular".to_owned()));
    assert_eq!(
        read[0].exit,
        Some(proto::trajectories::Exit { kind, form, hours_percent: Some(80) })
    );
    let step = read[1].step.as_ref().unwrap();
    assert_eq!(step.note.as_deref(), Some("Came alone"));
    assert_eq!(step.own_version, Some(own()));
    assert!(read.iter().all(|entry| entry.actor == COACH.to_string()));
}

#[tokio::test]
async fn a_coach_reads_no_intake_facts_and_no_exit() {
    let key = Arc::new(SubjectKey::generate());
    let (content, health) = (Some(key.clone()), Some(key.clone()));
    let read = entries(&recorded(&key).await, &Reader { content, health, ..Reader::default() });
    let told = ["closed", "step", "coachChosen", "populationChanged", "registered"];
    assert_eq!(types(&read), told);
    assert!(read.iter().all(|entry| entry.intake.is_none() && entry.exit.is_none()));
    assert_eq!(read[1].step.as_ref().unwrap().own_version, Some(own()), "as the note");
}

#[tokio::test]
async fn an_own_version_that_was_taken_away_is_shown_no_more() {
    let key = Arc::new(SubjectKey::generate());
    let withdrawn = history().into_iter().chain([Event::OwnVersionWithdrawn { step: STEP }]);
    let events = stored(&key, withdrawn.collect()).await;
    let reader = Reader { content: Some(key), is_youth: true, ..Reader::default() };
    let read = entries(&events, &reader);
    let step = read.iter().find_map(|entry| entry.step.as_ref()).unwrap();
    assert_eq!((step.note.as_deref(), &step.own_version), (Some("Came alone"), &None));
}

#[tokio::test]
async fn what_was_erased_still_says_that_something_was_written() {
    let key = SubjectKey::generate();
    let read = entries(&recorded(&key).await, &Reader { is_youth: true, ..Reader::default() });
    assert_eq!(read.len(), 6);
    let left =
        |it: &TimelineEntry| (it.intake.is_some(), it.population.is_some(), it.exit.is_some());
    assert!(read.iter().all(|entry| left(entry) == (false, false, false)));
    let step = read[1].step.as_ref().unwrap();
    assert_eq!((&step.note, &step.own_version), (&None, &None));
}
