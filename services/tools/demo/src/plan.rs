//! Who is in the demo: centres, staff, and youths with their intake facts and outcomes.
//!
//! Sizes of groups and numbers of outcomes are the paper's (L302–307, L1275–1278), scaled; how
//! disabilities, ages and barriers are spread is our assumption and says nothing about Flanders.

use events::{
    Barrier, Code, Disability, EmploymentForm, EntryLevel, ExitKind, Gender, Population, Source,
    trajectory::{Exit, Intake},
};
use identity::domain::{RegisterPerson, SignIn};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime, Time},
    tz::TimeZone,
};
use kernel::{Personal, Role, TenantId};
use rand::{Rng, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;
use runtime::Ctx;
use uuid::Uuid;

use super::{
    Demo, Size,
    acts::{Act, Timed},
    ctx, id_of,
    names::{FAMILIES, OFFICERS, PLACES, STAFF, YOUTHS},
};

/// The groups of the reach table with their trajectories a year (L302–307).
const GROUPS: [(Group, u32); 4] =
    [(Group::Buso, 397), (Group::Unqualified, 621), (Group::PartTime, 96), (Group::Neet, 838)];
/// The trajectories of the paper's year.
pub(super) const A_YEAR: u32 = 1_952;
/// How many youths a coach has in a year, of whom 20 at the same time (L1294).
const COACH_YOUTHS: usize = 28;
/// In education: still get a diploma (L1275).
const DIPLOMAS: u32 = 400;
/// NEETs: start a job, training or education; 330 together (L1276).
const STARTS: [(ExitKind, u32); 3] =
    [(ExitKind::Job, 180), (ExitKind::Training, 90), (ExitKind::Education, 60)];
/// Others stop or move: our assumption.
const STOPPED_PERCENT: u32 = 6;
/// The twelve months of the demo.
const DAYS: i64 = 363;
/// Outcomes belong to youths who were registered so many days before the end.
const OUTCOME_DAYS_MIN: i64 = 75;
/// How long a session of the demo lasts: nobody goes on with one.
const SESSION_HOURS: i64 = 12;

/// A group of the reach table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Buso,
    Unqualified,
    PartTime,
    Neet,
}

/// Somebody with access.
pub(super) struct Person {
    pub(super) id: Uuid,
    pub(super) tenant: TenantId,
    pub(super) role: Role,
    pub(super) name: String,
    /// Who registers the person.
    by: (Uuid, Role),
}

/// A young person.
pub(super) struct Youth {
    pub(super) person: Person,
    pub(super) registered_on: Date,
    pub(super) source: Source,
    pub(super) intake: Intake,
    /// Index of the coach in the centre; the newest youth has not chosen yet.
    pub(super) coach: Option<usize>,
    pub(super) exit: Option<Exit>,
    /// Everything else about this youth is drawn from this.
    pub(super) rng: ChaCha8Rng,
}

/// A centre.
pub(super) struct Centre {
    pub(super) tenant: TenantId,
    pub(super) name: String,
    pub(super) lead: Person,
    pub(super) officer: Person,
    pub(super) coaches: Vec<Person>,
    /// By day of registration.
    pub(super) youths: Vec<Youth>,
}

/// The whole demo.
pub(super) struct Plan {
    pub(super) from: Date,
    pub(super) until: Date,
    pub(super) step_days: (i64, i64),
    pub(super) operator: Person,
    pub(super) auditor: Person,
    pub(super) centres: Vec<Centre>,
}

impl Person {
    fn new(tenant: &TenantId, role: Role, name: String, key: &str, by: (Uuid, Role)) -> Self {
        let id = id_of(&format!("{tenant}/{}/{key}", role.name()));
        Self { id, tenant: tenant.clone(), role, name, by }
    }

    /// In which the person is registered.
    pub(super) fn ctx(&self) -> Ctx {
        let (by, role) = self.by;
        ctx(&self.tenant, by, role, id_of(&format!("register {}", self.id)))
    }

    pub(super) fn registration(&self, at: Timestamp) -> Timed {
        let command = RegisterPerson {
            role: self.role,
            name: Personal::Open(self.name.clone()),
            fte_percent: (self.role == Role::Coach).then_some(100),
            code_hash: String::new(),
        };
        let occurred_on = TimeZone::UTC.to_datetime(at).date();
        let act = Act::Registration(self.id, command);
        Timed { recorded_at: at, occurred_on, ctx: self.ctx(), act }
    }

    /// The person comes in with their card. Nobody knows a secret with this hash, so nobody goes on with
    /// the session.
    pub(super) fn sign_in(&self, at: Timestamp, what: &str) -> Timed {
        let command = id_of(&format!("{} signs in {what}", self.id));
        let sign_in = SignIn {
            code_hash: String::new(),
            session: format!("{0:032x}{0:032x}", command.as_u128()),
            expires: at.saturating_add(SESSION_HOURS.hours()).unwrap_or(at),
        };
        Timed {
            recorded_at: at,
            occurred_on: TimeZone::UTC.to_datetime(at).date(),
            ctx: ctx(&self.tenant, self.id, self.role, command),
            act: Act::SignIn(self.id, sign_in),
        }
    }
}

impl Plan {
    pub(super) fn new(demo: Demo) -> Self {
        let Size { centres, trajectories, step_days } = demo.size;
        let mut rng = ChaCha8Rng::seed_from_u64(u64::from(times(1, trajectories)));
        let platform = TenantId::platform();
        let service = (Uuid::nil(), Role::Service);
        let operator =
            Person::new(&platform, Role::Operator, "Pieter Cools".to_owned(), "1", service);
        let by = (operator.id, Role::Operator);
        let auditor = Person::new(&platform, Role::Auditor, "An Claes".to_owned(), "1", by);
        let count = centres;
        let mut centres: Vec<_> =
            (0..count).map(|index| centre(index, demo.size, by, &mut rng)).collect();
        let mut groups = groups(trajectories);
        groups.shuffle(&mut rng);
        for (index, group) in groups.into_iter().enumerate() {
            let seed = rng.random();
            centres[index % count].add_youth(index, group, demo.until, seed);
        }
        for centre in &mut centres {
            centre.settle(demo.until);
        }
        let from = demo.until.saturating_sub((DAYS + 1).days());
        let mut plan = Self { from, until: demo.until, step_days, operator, auditor, centres };
        plan.give_outcomes(trajectories, &mut rng);
        plan
    }

    /// The last moment of the demo.
    pub(super) fn until_evening(&self) -> Timestamp {
        moment(self.until, 23 * 60)
    }

    /// Exact numbers of outcomes, for those who were registered long enough ago.
    fn give_outcomes(&mut self, trajectories: u32, rng: &mut ChaCha8Rng) {
        let until = self.until;
        let mut old: Vec<&mut Youth> =
            self.centres.iter_mut().flat_map(|c| &mut c.youths).collect();
        old.retain(|youth| {
            youth.coach.is_some()
                && youth.registered_on <= until.saturating_sub(OUTCOME_DAYS_MIN.days())
        });
        old.shuffle(rng);
        let (mut neet, mut education): (Vec<_>, Vec<_>) =
            old.into_iter().partition(|youth| youth.intake.population == Population::Neet);
        for _ in 0..times(DIPLOMAS, trajectories) {
            end(education.pop(), ExitKind::Diploma, rng);
        }
        for (kind, number) in STARTS {
            for _ in 0..times(number, trajectories) {
                end(neet.pop(), kind, rng);
            }
        }
        for youth in education.into_iter().chain(neet) {
            if rng.random_ratio(STOPPED_PERCENT, 100) {
                let kind = *pick(&[(ExitKind::StoppedByYouth, 4), (ExitKind::Moved, 1)], rng);
                end(Some(youth), kind, rng);
            }
        }
    }
}

fn end(youth: Option<&mut Youth>, kind: ExitKind, rng: &mut ChaCha8Rng) {
    use EmploymentForm::{CollectiveCustomised, IndividualCustomised, Regular};
    let Some(youth) = youth else { return };
    let job = kind == ExitKind::Job;
    let forms = [(CollectiveCustomised, 2), (IndividualCustomised, 4), (Regular, 4)];
    youth.exit = Some(Exit {
        kind,
        form: job.then(|| *pick(&forms, rng)),
        hours_percent: job.then(|| *pick(&[(50, 3), (80, 3), (100, 4)], rng)),
    });
}

/// A number of the year, for so many trajectories.
fn times(number: u32, trajectories: u32) -> u32 {
    let scaled = u64::from(number) * u64::from(trajectories) / u64::from(A_YEAR);
    u32::try_from(scaled).unwrap_or(u32::MAX)
}

fn groups(trajectories: u32) -> Vec<Group> {
    let group = |(group, number): (Group, u32)| {
        std::iter::repeat_n(group, times(number, trajectories) as usize)
    };
    let mut groups: Vec<_> = GROUPS.into_iter().flat_map(group).collect();
    // What is left by rounding.
    groups.resize(trajectories as usize, Group::Neet);
    groups
}

fn centre(index: usize, size: Size, by: (Uuid, Role), rng: &mut ChaCha8Rng) -> Centre {
    let (place, round) = (PLACES[index % PLACES.len()], index / PLACES.len());
    let id = if size.centres < 100 {
        format!("lsc{:02}", index + 1)
    } else {
        format!("lsc{:04}", index + 1)
    };
    let tenant: TenantId = id.parse().unwrap_or_else(|_| unreachable!("letters and digits"));
    let name = match round {
        0 => format!("Leersteuncentrum {place}"),
        _ => format!("Leersteuncentrum {place} {}", round + 1),
    };
    let staff = |role, key: &str, name: String, by| Person::new(&tenant, role, name, key, by);
    let lead = staff(Role::Lead, "1", staff_name(index * 3 + 1, rng), by);
    let by = (lead.id, Role::Lead);
    let officer = staff(Role::Officer, "1", OFFICERS[index % OFFICERS.len()].to_owned(), by);
    let coaches = (size.trajectories as usize / size.centres).div_ceil(COACH_YOUTHS).max(1);
    let coaches = (1..=coaches)
        .map(|key| {
            // The lead has the name between the first two coaches.
            let name = match index * 3 + if key == 1 { 0 } else { key } {
                0 => "Lies Vermeulen".to_owned(),
                number => staff_name(number, rng),
            };
            staff(Role::Coach, &key.to_string(), name, by)
        })
        .collect();
    Centre { tenant, name, lead, officer, coaches, youths: Vec::new() }
}

fn staff_name(number: usize, rng: &mut ChaCha8Rng) -> String {
    let family = FAMILIES[rng.random_range(0..FAMILIES.len())];
    format!("{} {family}", STAFF[number % STAFF.len()])
}

impl Centre {
    fn add_youth(&mut self, index: usize, group: Group, until: Date, seed: u64) {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let by = (self.lead.id, Role::Lead);
        // Each centre goes through the names once before one comes back.
        let name = YOUTHS[(index + self.youths.len()) % YOUTHS.len()].to_owned();
        let person = Person::new(&self.tenant, Role::Youth, name, &index.to_string(), by);
        let registered_on = until.saturating_sub(rng.random_range(1..=DAYS).days());
        let intake = intake(group, registered_on, &mut rng);
        let source = source(group, &mut rng);
        let (coach, exit) = (None, None);
        self.youths.push(Youth { person, registered_on, source, intake, coach, exit, rng });
    }

    /// Coaches take turns; the newest youth, whom a visitor is, has everything ahead.
    fn settle(&mut self, until: Date) {
        self.youths.sort_by_key(|youth| (youth.registered_on, youth.person.id));
        let coaches = self.coaches.len();
        for (index, youth) in self.youths.iter_mut().enumerate() {
            youth.coach = Some(index % coaches);
        }
        if let Some(newest) = self.youths.last_mut() {
            newest.coach = None;
            newest.registered_on = until;
            "Noor".clone_into(&mut newest.person.name);
        }
    }
}

fn intake(group: Group, on: Date, rng: &mut ChaCha8Rng) -> Intake {
    use Disability::{Hearing, Learning, Mental, Motor, OtherHealth, Unknown, Visual};
    let learning = if group == Group::Buso { 60 } else { 38 };
    let disabilities = [
        (Mental, 40),
        (Learning, learning),
        (Motor, 7),
        (Hearing, 4),
        (Visual, 3),
        (OtherHealth, 4),
        (Unknown, 2),
    ];
    let disability = *pick(&disabilities, rng);
    let other = *pick(&disabilities, rng);
    let second = rng.random_ratio(1, 5) && other != disability && other != Unknown;
    let barriers = Barrier::ALL.iter().copied().filter(|_| rng.random_ratio(2, 9)).collect();
    let age_days = match group {
        Group::Buso | Group::PartTime => rng.random_range(17 * 365 + 180..21 * 365),
        Group::Unqualified => rng.random_range(17 * 365 + 180..24 * 365),
        Group::Neet => rng.random_range(18 * 365..30 * 365),
    };
    Intake {
        birth_date: on.saturating_sub(age_days.days()),
        gender: *pick(&[(Gender::Male, 58), (Gender::Female, 40), (Gender::Unknown, 2)], rng),
        population: match group {
            Group::Neet => Population::Neet,
            Group::Buso | Group::Unqualified | Group::PartTime => Population::Education,
        },
        disability,
        other_disabilities: if second { vec![other] } else { vec![] },
        barriers: rng.random_ratio(11, 12).then_some(barriers),
        entry_level: entry_level(group, rng),
    }
}

fn entry_level(group: Group, rng: &mut ChaCha8Rng) -> EntryLevel {
    use EntryLevel::{Abo, AdultEducation, Bso, Dbso, EarlyLeaver, Ov2, Ov3, Tso, Unknown};
    match group {
        Group::Buso => *pick(&[(Ov2, 2), (Ov3, 7), (Abo, 1)], rng),
        Group::Unqualified => *pick(&[(Bso, 6), (Tso, 2), (EarlyLeaver, 2)], rng),
        Group::PartTime => Dbso,
        Group::Neet => *pick(&[(EarlyLeaver, 7), (AdultEducation, 2), (Unknown, 1)], rng),
    }
}

fn source(group: Group, rng: &mut ChaCha8Rng) -> Source {
    use Source::{
        Clb, LearningSupportCentre, Network, School, SelfReferral, Vdab, Welfare, YouthWork,
    };
    match group {
        Group::Neet => {
            *pick(&[(Vdab, 4), (Welfare, 3), (YouthWork, 3), (Network, 2), (SelfReferral, 2)], rng)
        }
        Group::Buso | Group::Unqualified | Group::PartTime => {
            *pick(&[(School, 6), (LearningSupportCentre, 4), (Clb, 2), (Network, 1)], rng)
        }
    }
}

/// One of some things, by weight.
pub(super) fn pick<'a, T>(weighted: &'a [(T, u32)], rng: &mut ChaCha8Rng) -> &'a T {
    let total: u32 = weighted.iter().map(|(_, weight)| weight).sum();
    let mut at = rng.random_range(0..total);
    for (thing, weight) in weighted {
        match at.checked_sub(*weight) {
            Some(rest) => at = rest,
            None => return thing,
        }
    }
    &weighted[0].0
}

/// A minute of a day, UTC.
pub(super) fn moment(day: Date, minute: i64) -> Timestamp {
    let midnight = DateTime::from_parts(day, Time::midnight());
    let at = TimeZone::UTC.to_timestamp(midnight).unwrap_or(Timestamp::UNIX_EPOCH);
    at.saturating_add(minute.minutes()).unwrap_or(at)
}
