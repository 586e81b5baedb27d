//! The synthetic Flanders has the paper's sizes, in the tables as anywhere else.

use std::collections::{BTreeMap, BTreeSet};

use centres::Centres;
use demo::{Demo, Size};
use eventlog::{EventLog, Filter, PAGE_EVENTS_MAX, Position};
use events::{ExitKind, Population, trajectory::TrajectoryEvent};
use jiff::civil::{Date, date};
use kernel::{Category, Role, TenantId};
use monitoring::{
    tables::{Counts, Question, actions, barriers},
    views::Monitoring,
};
use runtime::{
    View,
    projector::{replay, replay_tenants},
};
use store::Store;
use uuid::Uuid;

const UNTIL: Date = date(2026, 6, 30);

struct Flanders {
    _dir: tempfile::TempDir,
    store: Store,
}

impl Flanders {
    async fn made() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let store = Store::open(dir.path()).unwrap();
        demo::fill(&store, Demo { size: Size::years(1), until: UNTIL }, |_, _| {}).await.unwrap();
        Self { _dir: dir, store }
    }

    /// Every centre as it was known at a moment.
    async fn as_of(&self, moment: &str) -> BTreeMap<TenantId, Monitoring> {
        let backends = self.store.backends(self.store.vault.clone());
        let position = self.store.log.position_at(moment.parse().unwrap()).await.unwrap();
        let log = self.store.log.clone();
        let all = replay_tenants(log, backends.keys, position).await.unwrap();
        let parked: usize = all.values().map(|folded| folded.parked.len()).sum();
        assert_eq!(parked, 0);
        let centres = all.into_iter().filter(|(tenant, _)| !tenant.is_platform());
        centres.map(|(tenant, folded)| (tenant, folded.view)).collect()
    }

    /// Of whom there is an event with this name.
    async fn people_with(&self, name: &'static str) -> BTreeSet<Uuid> {
        let filter = Filter { names: vec![name], ..Filter::default() };
        let (mut people, mut after) = (BTreeSet::new(), Position::START);
        loop {
            let page = self.store.log.read_all(after, &filter, PAGE_EVENTS_MAX).await.unwrap();
            people.extend(page.events.iter().map(|event| event.stream.id()));
            if !page.more {
                return people;
            }
            after = page.next;
        }
    }

    /// How trajectories ended, by kind.
    async fn exits(&self) -> BTreeMap<ExitKind, u32> {
        let keys = self.store.backends(self.store.vault.clone()).keys;
        let filter = Filter { names: vec!["TrajectoryClosed"], ..Filter::default() };
        let (mut exits, mut after) = (BTreeMap::new(), Position::START);
        loop {
            let page = self.store.log.read_all(after, &filter, PAGE_EVENTS_MAX).await.unwrap();
            for event in &page.events {
                let TrajectoryEvent::TrajectoryClosed { exit } = event.decoded().unwrap() else {
                    panic!("another event than the filter asks for");
                };
                let (tenant, subject) = (event.stream.tenant(), event.subject().unwrap());
                let key = keys.to_open(tenant, &[subject], Category::Health).await.unwrap();
                let exit = exit.opened(&key[&subject], &event.place()).unwrap();
                *exits.entry(exit.kind).or_default() += 1;
            }
            if !page.more {
                return exits;
            }
            after = page.next;
        }
    }
}

fn year(population: Option<Population>) -> Question {
    Question { population, from: date(2025, 7, 1), to: UNTIL }
}

/// What is counted of all centres together.
fn all(
    centres: &BTreeMap<TenantId, Monitoring>,
    count: impl Fn(&Monitoring, Question) -> Counts,
    population: Option<Population>,
) -> Counts {
    let mut each = centres.values().map(|centre| count(centre, year(population)));
    let first = each.next().unwrap();
    each.fold(first, |mut sum, one| {
        sum.add(&one);
        sum
    })
}

fn persons(centres: &BTreeMap<TenantId, Monitoring>, population: Option<Population>) -> u32 {
    all(centres, barriers, population).persons
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_of_the_synthetic_flanders_has_the_sizes_of_the_paper() {
    let flanders = Flanders::made().await;
    let end = flanders.as_of("2026-07-01T00:00:00Z").await;
    assert_eq!(end.len(), 36);
    assert_eq!(persons(&end, None), 1952, "L307");
    assert_eq!(persons(&end, Some(Population::Education)), 397 + 621 + 96, "L303-305");
    assert_eq!(persons(&end, Some(Population::Neet)), 838, "L306");

    let exits = flanders.exits().await;
    assert_eq!(exits[&ExitKind::Diploma], 400, "L1275");
    let starts = [ExitKind::Job, ExitKind::Training, ExitKind::Education];
    assert_eq!(starts.map(|kind| exits[&kind]).iter().sum::<u32>(), 330, "L1276");
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_1_and_2_of_a_centre_and_of_flanders_differ_between_two_moments() {
    let flanders = Flanders::made().await;
    let (then, now) = (
        flanders.as_of("2026-01-01T00:00:00Z").await,
        flanders.as_of("2026-07-01T00:00:00Z").await,
    );
    let kempen: TenantId = "lsc01".parse().unwrap();
    let mut counted = Vec::new();
    for centres in [&then, &now] {
        let of = |population| {
            let own = actions(&centres[&kempen], year(population));
            let all = all(centres, actions, population);
            let sum: Vec<u32> = centres.values().fold(vec![0; 12], |mut sum, centre| {
                let one = actions(centre, year(population)).total;
                sum.iter_mut().zip(one).for_each(|(sum, one)| *sum += one);
                sum
            });
            assert_eq!(all.total, sum, "Flanders is its centres together");
            let rows = all.rows.iter().map(|(_, values)| values[0]).sum::<u32>();
            assert_eq!(all.total[0], rows, "every person stands in one row");
            (own.persons, all.persons)
        };
        let (both, education, neet) =
            (of(None), of(Some(Population::Education)), of(Some(Population::Neet)));
        assert_eq!(both.1, education.1 + neet.1, "education and NEET are all");
        counted.push(both);
    }
    assert!(counted[0].0 < counted[1].0 && counted[0].1 < counted[1].1, "{counted:?}");
    let registered = persons(&then, None);
    assert!((700..1_200).contains(&registered), "half a year: {registered}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_is_the_same_each_time_and_says_that_it_is_invented() {
    let (one, two) = (Flanders::made().await, Flanders::made().await);
    let digest = async |flanders: &Flanders| {
        let centres = flanders.as_of("2026-07-01T00:00:00Z").await;
        centres.values().map(|centre| (centre.save(), centre.save_people())).collect::<Vec<_>>()
    };
    assert_eq!(digest(&one).await, digest(&two).await);
    let backends = one.store.backends(one.store.vault.clone());
    let head = *one.store.log.head().borrow();
    let log = one.store.log.clone();
    let centres = replay::<Centres>(log, backends.keys, head).await.unwrap().view;
    assert_eq!(centres.iter().count(), 36);
    assert!(centres.iter().all(|(_, centre)| centre.synthetic));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_did_something_in_the_demo_signed_in() {
    let flanders = Flanders::made().await;
    let came = flanders.people_with("SignedIn").await;
    assert!(flanders.people_with("AvatarChosen").await.is_subset(&came));
    let all = flanders.people_with("PersonRegistered").await;
    // The newest youth of each centre has everything ahead.
    assert!((36..200).contains(&(all.len() - came.len())), "{} of {}", came.len(), all.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_directory_with_people_in_it_is_not_filled_again() {
    let flanders = Flanders::made().await;
    let demo = Demo { size: Size::years(1), until: UNTIL };
    let refused = demo::fill(&flanders.store, demo, |_, _| {}).await.unwrap_err();
    assert!(refused.to_string().contains("not empty"), "{refused}");
    let logins = demo::fill_if_empty(&flanders.store, demo, |_, _| {}).await.unwrap();
    for role in Role::PEOPLE {
        assert!(logins.code(role).is_some(), "{}", role.name());
    }
}

#[test]
fn a_demo_of_so_many_centres_has_so_many_youths_with_about_a_hundred_events_each() {
    let demo = Demo { size: Size::centres(3, 40), until: UNTIL };
    let acts = demo::census(demo);
    let per_youth = acts.values().sum::<usize>() / (3 * 40);
    assert!((70..=130).contains(&per_youth), "{acts:?}");
}
