//! A synthetic Flanders: 36 centres, 72 coaches and the paper's 1952 trajectories over twelve
//! months, decided by the real rules and sealed like real data. Every centre says that its people
//! are invented.
//!
//! The same settings give the same facts; keys and ciphertexts differ each time.

mod acts;
mod command;
mod course;
mod names;
mod plan;
mod recorder;
mod sharing;
mod story;

use std::{
    collections::BTreeMap,
    fmt::{self, Write},
};

use anyhow::{Result, bail, ensure};
use eventlog::{EventLog, Position, clock};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use kernel::{Role, TenantId};
use runtime::{Ctx, execute::state_of};
use store::Store;
use uuid::Uuid;

pub use command::{DemoArgs, in_place, run};

use acts::Timed;
use plan::{Centre, Plan};
use recorder::Recorder;

/// Largest year: 195,200 trajectories, about ten million events.
pub const SCALE_MAX: i64 = 100;
/// How many centres there may be.
pub const CENTRES_MAX: i64 = 1_000;
/// How many youths each of them may have; with as many centres about twenty million events.
pub const YOUTHS_MAX: i64 = 200;
/// After how many events progress is told.
const PROGRESS_EVENTS: u64 = 20_000;
/// The demo's namespace of ids.
const IDS: Uuid = Uuid::from_u128(0x5354_4300_de30_4000_8000_0000_0000_0001);

/// The first day on which a demo may end: its twelve months lie within what a log can date.
const UNTIL_MIN: Date = date(2000, 1, 1);

/// How large a demo, and when its twelve months end.
#[derive(Clone, Copy, Debug)]
pub struct Demo {
    /// How many of everything.
    pub size: Size,
    /// The last day.
    pub until: Date,
}

/// How many of everything.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    centres: usize,
    trajectories: u32,
    /// Days from one coaching step to the next, from and to.
    step_days: (i64, i64),
}

impl Size {
    /// The paper's year, so many times.
    pub fn years(scale: u32) -> Self {
        let trajectories = plan::A_YEAR * scale;
        let centres = names::PLACES.len() * scale as usize;
        Self { centres, trajectories, step_days: (5, 16) }
    }

    /// So many centres with so many youths each, whose coaches see them every few days: about a hundred
    /// events a youth. To try how much a platform carries.
    pub fn centres(centres: u32, youths: u32) -> Self {
        let trajectories = centres * youths;
        Self { centres: centres as usize, trajectories, step_days: (2, 5) }
    }
}

/// The last day of a demo that is made today: everything in it is past.
pub fn yesterday() -> Date {
    clock::today().saturating_sub(1.days())
}

impl Demo {
    /// A demo of this size up to this day, or to yesterday.
    ///
    /// # Errors
    ///
    /// The day is not over, or too long ago. What is recorded ahead of the clock would keep everything
    /// that follows there, too.
    pub fn new(size: Size, until: Option<Date>) -> Result<Self> {
        let last = yesterday();
        let until = until.unwrap_or(last);
        ensure!(
            (UNTIL_MIN..=last).contains(&until),
            "{until} is no last day of a demo: give one from {UNTIL_MIN} to yesterday, {last}"
        );
        Ok(Self { size, until })
    }
}

/// Start cards of the people a visitor can be.
#[derive(Clone, Debug)]
pub struct Logins(Vec<Login>);

/// One of them.
#[derive(Clone, Debug)]
pub struct Login {
    /// What the person is.
    pub role: Role,
    /// What the person is called, and where.
    pub who: String,
    /// The start card's code.
    pub code: String,
}

impl Logins {
    /// The start card of the first person with a role.
    pub fn code(&self, role: Role) -> Option<&str> {
        self.0.iter().find(|login| login.role == role).map(|login| login.code.as_str())
    }

    /// The logins as a text, with links for a platform at this address.
    pub fn at(&self, address: &str) -> impl fmt::Display + use<> {
        let mut text = String::from("Invented people to be (start card, or open the link):\n");
        for Login { role, who, code } in &self.0 {
            let role = role.name();
            // Writing to a string cannot fail.
            let _ = writeln!(text, "  {role:<9} {who:<44} {code}  {address}/#card={code}");
        }
        text
    }
}

/// Fills an empty log, or finds the demo that is there.
///
/// # Errors
///
/// The directory holds real people, or a demo that was interrupted; the message says what to do.
pub async fn fill_if_empty(
    store: &Store,
    demo: Demo,
    progress: impl Fn(u64, u64),
) -> Result<Logins> {
    if *store.log.head().borrow() == Position::START {
        return fill(store, demo, progress).await;
    }
    let plan = Plan::new(demo);
    let backends = store.backends(store.vault.clone());
    let auditor = plan.auditor.ctx();
    let finished = state_of::<identity::domain::Person>(&backends, &auditor, plan.auditor.id);
    if finished.await?.is_none() {
        bail!(
            "this data directory holds no whole demo: run without --demo, or remove it and start \
             again"
        );
    }
    Ok(logins(store, &plan))
}

/// Fills an empty log.
///
/// # Errors
///
/// The log is not empty, or cannot be written.
pub async fn fill(store: &Store, demo: Demo, progress: impl Fn(u64, u64)) -> Result<Logins> {
    if *store.log.head().borrow() != Position::START {
        bail!("this data directory is not empty: give another --data for the demo");
    }
    let plan = Plan::new(demo);
    let acts = story::acts(&plan);
    let of = acts.len() as u64;
    let mut recorder = Recorder::new(store);
    for centre in &plan.centres {
        recorder.make_keys(&centre.tenant, &people_of(centre)).await?;
    }
    recorder.make_keys_of_things(&acts).await?;
    for (done, timed) in acts.into_iter().enumerate() {
        let done = done as u64;
        if done.is_multiple_of(PROGRESS_EVENTS) {
            progress(done, of);
        }
        recorder.record(timed).await?;
    }
    // Last, so that a demo without its auditor is known to be interrupted.
    recorder.record(plan.auditor.registration(plan.until_evening())).await?;
    recorder.finish().await?;
    progress(of, of);
    Ok(logins(store, &plan))
}

fn people_of(centre: &Centre) -> Vec<Uuid> {
    let staff =
        centre.coaches.iter().chain([&centre.lead, &centre.officer]).map(|person| person.id);
    let youths = centre.youths.iter().map(|youth| youth.person.id);
    staff.chain(youths).chain(course::employer_ids(centre.tenant.as_str())).collect()
}

fn logins(store: &Store, plan: &Plan) -> Logins {
    let first = &plan.centres[0];
    let newest = first.youths.last().map(|youth| &youth.person);
    let at = |name: &str| format!("{name}, {}", first.name);
    let people = newest
        .map(|youth| (youth, at(&youth.name)))
        .into_iter()
        .chain(first.coaches.first().map(|coach| (coach, at(&coach.name))))
        .chain([(&first.lead, at(&first.lead.name))])
        .chain([(&first.officer, at(&first.officer.name))])
        .chain([(&plan.auditor, format!("{}, SUEM", plan.auditor.name))])
        .chain([(&plan.operator, format!("{}, Pulso", plan.operator.name))]);
    let login = |(person, who): (&plan::Person, String)| Login {
        role: person.role,
        who,
        code: identity::card_of(&store.vault, &person.ctx(), person.id),
    };
    Logins(people.map(login).collect())
}

/// The id of something of the demo.
fn id_of(what: &str) -> Uuid {
    Uuid::new_v5(&IDS, what.as_bytes())
}

/// The context in which a person of the demo does something.
fn ctx(tenant: &TenantId, actor: Uuid, role: Role, command: Uuid) -> Ctx {
    Ctx::internal(tenant.clone(), actor, role, command)
}

/// How many acts there are of each kind: for tests and the documentation.
pub fn census(demo: Demo) -> BTreeMap<&'static str, usize> {
    let mut census = BTreeMap::new();
    for Timed { act, .. } in story::acts(&Plan::new(demo)) {
        *census.entry(act.kind()).or_default() += 1;
    }
    census
}
