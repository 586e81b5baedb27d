//! Which entries a timeline has, and what a trajectory says of its steps at a glance.

use events::{
    ActionCategory, Barrier, Channel, CoachRole, CoachingStep, Disability, EntryLevel, Gender,
    Mode, Population, StepId, trajectory::Intake,
};

use itertools::Itertools;

use super::*;

/// The most that an entry takes in memory, bytes: a timeline may have thousands.
const ENTRY_BYTES_MAX: usize = 64;
const AGAIN: Uuid = Uuid::from_u128(5);

fn step(number: u128) -> StepId {
    StepId::new(Uuid::from_u128(100 + number))
}

impl Log {
    async fn stepped(&mut self, day: i8, number: u128, role: CoachRole) {
        let event = Event::StepRegistered(trajectory::Step {
            step: step(number),
            coach: COACH.into(),
            category: ActionCategory::Intake,
            minutes: 45,
            place: events::Place::School,
            channel: Channel::FaceToFace,
            role,
            coaching_step: CoachingStep::WhatWorks,
            mode: Mode::Individual,
        });
        self.has_on(date(2026, 3, day), trajectory::KIND, NOOR, event).await;
    }

    async fn noted(&mut self, number: u128) {
        let note = Personal::Open("Came alone".to_owned());
        self.has(trajectory::KIND, NOOR, Event::StepNoted { step: step(number), note }).await;
    }

    async fn told(&mut self, number: u128) {
        let words = Personal::Open("My brother came along".to_owned());
        self.has(trajectory::KIND, NOOR, Event::OwnVersionGiven { step: step(number), words })
            .await;
    }

    async fn told_no_more(&mut self, number: u128) {
        let event = Event::OwnVersionWithdrawn { step: step(number) };
        self.has(trajectory::KIND, NOOR, event).await;
    }

    async fn withdrawn(&mut self, number: u128) {
        self.has(trajectory::KIND, NOOR, Event::StepWithdrawn { step: step(number) }).await;
    }

    async fn intake(&mut self) {
        let intake = Intake {
            birth_date: date(2007, 2, 3),
            gender: Gender::Female,
            population: Population::Education,
            disability: Disability::Mental,
            other_disabilities: vec![Disability::Motor],
            barriers: Some(vec![Barrier::Network]),
            entry_level: EntryLevel::Bso,
        };
        let intake = Personal::Open(intake);
        self.has(trajectory::KIND, NOOR, Event::IntakeRecorded { intake }).await;
    }

    async fn at_a_glance(&self) -> (usize, Option<i8>, Option<CoachRole>) {
        let view = self.view().await;
        let youth = view.youth(NOOR).unwrap();
        (youth.steps, youth.last_contact_on.map(Date::day), youth.current_role)
    }
}

fn newest(entries: usize) -> Asked {
    Asked { before: None, entries }
}

/// What the coach of now reads.
fn present(view: &Trajectories, time_before: bool) -> Page<Listed> {
    view.present_page(NOOR, time_before, newest(9)).0
}

/// The revisions that tell each entry.
fn told(page: &Page<Listed>) -> Vec<Vec<u64>> {
    page.entries.iter().map(|listed| listed.entry.revisions().collect()).collect()
}

#[tokio::test]
async fn a_page_names_the_events_that_tell_its_entries() {
    let mut log = Log::new();
    log.registered().await;
    log.intake().await;
    log.chosen(COACH).await;
    log.stepped(4, 1, CoachRole::Inspirer).await;
    log.noted(1).await;
    log.stepped(2, 2, CoachRole::Inspirer).await;
    log.stepped(4, 3, CoachRole::Inspirer).await;
    log.withdrawn(1).await;
    let view = log.view().await;
    let page = view.page(NOOR, newest(9));
    assert_eq!(told(&page), [vec![6], vec![3, 4], vec![5], vec![2], vec![1], vec![0]]);
    let withdrawn = page.entries.iter().map(|listed| listed.entry.is_withdrawn());
    assert_eq!(withdrawn.collect::<Vec<_>>(), [false, true, false, false, false, false]);
    let first = view.page(NOOR, newest(3));
    assert_eq!((told(&first), first.more), (vec![vec![6], vec![3, 4], vec![5]], true));
    let before = first.entries.last().map(runtime::timeline::Dated::when);
    let rest = view.page(NOOR, Asked { before, entries: 3 });
    assert_eq!((told(&rest), rest.more), (vec![vec![2], vec![1], vec![0]], false));
}

#[tokio::test]
async fn a_coach_reads_no_intake_and_no_trajectory_that_went_before() {
    let mut log = Log::new();
    log.registered().await;
    log.intake().await;
    log.stepped(2, 1, CoachRole::Inspirer).await;
    let told_of = |page: Page<Listed>| page.entries.iter().map(|it| it.trajectory).collect_vec();
    let view = log.view().await;
    assert_eq!(told(&present(&view, false)), [[2], [0]]);
    let (source, registered_on) = (Source::School, date(2026, 3, 1));
    let again = Event::YouthRegistered { youth: NOOR.into(), source, registered_on };
    log.has(trajectory::KIND, AGAIN, again).await;
    let view = log.view().await;
    assert_eq!(told_of(present(&view, false)), [AGAIN]);
    assert_eq!(told_of(view.page(NOOR, newest(9))), [NOOR, AGAIN, NOOR, NOOR]);
    assert_eq!(told_of(view.page(NOOR, newest(2))), [NOOR, AGAIN]);
    assert!(view.page(NOOR, newest(2)).more);
}

#[tokio::test]
async fn a_coach_reads_no_time_of_another_one_unless_it_is_shared() {
    const OTHER: Uuid = Uuid::from_u128(9);
    let mut log = Log::new();
    log.registered().await;
    log.chosen(COACH).await;
    log.stepped(2, 1, CoachRole::Inspirer).await;
    let since = async |log: &Log, all| log.view().await.present_page(NOOR, all, newest(9)).1;
    assert_eq!(since(&log, false).await, None, "there is no time before");
    log.chosen(OTHER).await;
    assert_eq!(told(&present(&log.view().await, false)), [[3], [0]]);
    assert_eq!(told(&present(&log.view().await, true)), [[2], [3], [1], [0]]);
    assert_eq!(since(&log, false).await, Some(date(2026, 3, 1)));
    assert_eq!(since(&log, true).await, None, "nothing is left out");
    assert_eq!(log.at_a_glance().await, (1, Some(2), None), "days and counts stay, no role");
    log.stepped(3, 2, CoachRole::Advocate).await;
    log.chosen(COACH).await;
    let own = told(&present(&log.view().await, false));
    assert_eq!(own, [[2], [5], [1], [0]], "what that coach wrote, and nothing of the other's time");
    assert_eq!(log.at_a_glance().await, (2, Some(3), Some(CoachRole::Inspirer)));
    assert_eq!(told(&log.view().await.page(NOOR, newest(9))).len(), 6, "the youth reads it all");
}

#[tokio::test]
async fn the_last_contact_is_the_last_step_that_counts() {
    let mut log = Log::new();
    log.registered().await;
    assert_eq!(log.at_a_glance().await, (0, None, None));
    log.stepped(5, 1, CoachRole::Inspirer).await;
    log.stepped(9, 2, CoachRole::Advocate).await;
    log.stepped(3, 3, CoachRole::BridgeBuilder).await;
    assert_eq!(log.at_a_glance().await, (3, Some(9), Some(CoachRole::Advocate)));
    for _ in 0..2 {
        log.withdrawn(2).await;
        assert_eq!(log.at_a_glance().await, (2, Some(5), Some(CoachRole::Inspirer)));
    }
    log.withdrawn(1).await;
    log.withdrawn(3).await;
    assert_eq!(log.at_a_glance().await, (0, None, None));
}

#[tokio::test]
async fn of_two_steps_on_a_day_the_one_that_was_told_later_is_the_last() {
    let mut log = Log::new();
    log.registered().await;
    log.stepped(5, 7, CoachRole::Inspirer).await;
    log.stepped(5, 2, CoachRole::BridgeBuilder).await;
    assert_eq!(log.at_a_glance().await, (2, Some(5), Some(CoachRole::BridgeBuilder)));
}

#[tokio::test]
async fn of_a_step_the_own_version_is_told_that_was_given_last_and_not_taken_away() {
    let mut log = Log::new();
    log.registered().await;
    log.stepped(4, 1, CoachRole::Inspirer).await;
    log.noted(1).await;
    log.told(1).await;
    log.told(1).await;
    log.told(9).await;
    let view = log.view().await;
    assert_eq!(told(&view.page(NOOR, newest(9))), [vec![1, 2, 4], vec![0]]);
    log.told_no_more(1).await;
    assert_eq!(told(&log.view().await.page(NOOR, newest(9))), [vec![1, 2], vec![0]]);
}

#[tokio::test]
async fn a_step_is_found_in_a_trajectory_that_went_before() {
    let mut log = Log::new();
    log.registered().await;
    log.stepped(4, 1, CoachRole::Inspirer).await;
    log.told(1).await;
    let (source, registered_on) = (Source::School, date(2026, 3, 1));
    let again = Event::YouthRegistered { youth: NOOR.into(), source, registered_on };
    log.has(trajectory::KIND, AGAIN, again).await;
    let view = log.view().await;
    let found = view.step(NOOR, step(1)).unwrap();
    assert_eq!(found.trajectory, NOOR);
    assert_eq!(found.entry.revisions().collect_vec(), [1, 2]);
    assert_eq!(view.step(NOOR, step(9)), None, "nobody registered it");
    assert_eq!(view.step(COACH, step(1)), None, "another youth's");
    assert_eq!(told(&view.page(NOOR, newest(9))), [vec![1, 2], vec![0], vec![0]]);
}

#[tokio::test]
async fn a_note_or_a_withdrawal_of_no_step_changes_nothing() {
    let mut log = Log::new();
    log.registered().await;
    log.noted(1).await;
    log.withdrawn(1).await;
    assert_eq!(log.at_a_glance().await, (0, None, None));
    assert_eq!(told(&log.view().await.page(NOOR, newest(9))), [[0]]);
}

#[tokio::test]
async fn of_somebody_who_was_erased_it_stays_known_when_something_happened() {
    let mut log = Log::new();
    log.registered().await;
    log.stepped(5, 1, CoachRole::Inspirer).await;
    log.noted(1).await;
    log.has(person::KIND, NOOR, PersonEvent::KeysDestroyed {}).await;
    let view = log.view().await;
    assert_eq!(told(&view.page(NOOR, newest(9))), [vec![1, 2], vec![0]]);
}

#[tokio::test]
async fn the_view_tells_what_entries_take() {
    assert!(size_of::<Entry>() <= ENTRY_BYTES_MAX);
    let mut log = Log::new();
    log.registered().await;
    let before = log.view().await.bytes();
    log.stepped(5, 1, CoachRole::Inspirer).await;
    log.noted(1).await;
    assert_eq!(log.view().await.bytes() - before, size_of::<Entry>());
}
