//! What goes on beside coaching steps: signals, handovers, talks with employers, placements, after-care.

use events::{
    ActionCategory, AlarmSignal, Channel, CoachRole, CoachingStep, Code as _, Contract, EmployerId,
    EmployerPurpose, ExitKind, HandoverPart, HandoverTo, Mode, ObservedBy, Place,
    PlacementEndReason, PlacementKind, Sector,
    alarm::Alarm,
    employer::Employer,
    trajectory::{EmployerContact, Handover, Placement, Step},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use kernel::{Category, Decision};
use trajectories::{
    domain::{
        alarm::{EndAlarm, ObserveAlarm},
        employer::RegisterEmployer,
        trajectory::{
            AcceptHandover, AnswerHandover, ContactEmployer, EndPlacement, OfferHandover,
            RegisterStep, StartPlacement,
        },
    },
    trajectory_of,
};
use uuid::Uuid;

use super::{
    acts::{Act, Timed},
    ctx, id_of,
    plan::{Centre, Person, Youth, moment},
};

/// Invented employers that each centre knows: what they are called, and of which sector they are.
const EMPLOYERS: [(&str, Sector); 5] = [
    ("Bakkerij De Korenaar", Sector::Trade),
    ("Groendienst Het Kasteelpark", Sector::Nature),
    ("Woonzorg Ter Linde", Sector::HealthCare),
    ("Fietsenatelier Spaak", Sector::Technology),
    ("Drukkerij Letterzet", Sector::Media),
];
/// One in so many has a signal; the same for handovers.
const SIGNAL_ONE_IN: u128 = 6;
const HANDOVER_ONE_IN: u128 = 5;
/// Days from one talk of after-care to the next, and how many there are at most.
const AFTER_CARE_DAYS: i64 = 30;
const AFTER_CARE_TALKS: u32 = 3;
/// Hours of a week's full-time work.
const FULL_TIME_HOURS: u32 = 38;

/// The employers of a centre.
pub(super) fn employers(centre: &Centre, on: Date, at: Timestamp) -> Vec<Timed> {
    let Person { id, tenant, role, .. } = &centre.lead;
    let known = EMPLOYERS.iter().enumerate().map(|(index, (name, sector))| {
        let employer = Employer {
            name: (*name).to_owned(),
            municipality: centre.name.clone(),
            sector: *sector,
        };
        let employer_id = employer_of(tenant.as_str(), index);
        let command = id_of(&format!("{tenant} writes down employer {index}"));
        let ctx = ctx(tenant, *id, *role, command);
        let act = Act::Command(employer_id.uuid(), None, Box::new(RegisterEmployer { employer }));
        Timed { recorded_at: at, occurred_on: on, ctx, act }
    });
    known.collect()
}

/// Everybody whose keys the employers of a centre have: they have keys of their own.
pub(super) fn employer_ids(tenant: &str) -> impl Iterator<Item = Uuid> {
    (0..EMPLOYERS.len()).map(|index| employer_of(tenant, index).uuid())
}

fn employer_of(tenant: &str, index: usize) -> EmployerId {
    id_of(&format!("{tenant} employer {index}")).into()
}

/// What goes on with a youth between the choice of a coach and the last day of the trajectory, and after it.
pub(super) fn happens(
    youth: &Youth,
    coach: &Person,
    (first, last): (Date, Date),
    until: Date,
) -> Vec<Timed> {
    // Made of the id, so that nothing else in the story changes with it.
    let chance = youth.person.id.as_u128();
    let days = first.until(last).map_or(0, |span| i64::from(span.get_days()));
    let mut course = Course { youth, coach, chance, first, days, acts: Vec::new() };
    if days > 20 && course.one_in(1, SIGNAL_ONE_IN) {
        course.signal();
    }
    if days > 20 && course.one_in(7, HANDOVER_ONE_IN) {
        course.handover();
    }
    if let Some(kind) = course.placement_kind() {
        course.placement(kind, last, until);
    }
    course.acts
}

struct Course<'a> {
    youth: &'a Youth,
    coach: &'a Person,
    chance: u128,
    first: Date,
    days: i64,
    acts: Vec<Timed>,
}

impl Course<'_> {
    /// Whether it is so with this youth; another prime gives another answer.
    fn one_in(&self, prime: u128, number: u128) -> bool {
        (self.chance / prime).is_multiple_of(number)
    }

    fn signal(&mut self) {
        let youth = self.youth.person.id;
        let id = id_of(&format!("{youth} signal"));
        let on = self.day(3, 10);
        let alarm = Alarm {
            signal: self.one_of(AlarmSignal::ALL),
            observed_by: self.one_of(ObservedBy::ALL),
            action: Some("Samen gepraat, en volgende week opnieuw.".to_owned()),
        };
        let registered_on = self.youth.registered_on;
        let observe = ObserveAlarm {
            youth: youth.into(),
            alarm,
            occurred_on: on,
            registered_on,
            closed: false,
        };
        let act = Act::begins(id, youth, Category::Observation, observe);
        self.does(self.coach, on, 9 * 60, "observes", act);
        if !self.one_in(11, 3) {
            let over = EndAlarm { youth: youth.into() };
            let over_on = self.day(7, 10);
            self.does(self.coach, over_on, 10 * 60, "signal is over", Act::of(id, youth, over));
        }
    }

    fn handover(&mut self) {
        let handover = id_of(&format!("{} handover", self.youth.person.id)).into();
        let (to, name) = match self.chance / 13 % 3 {
            0 => (HandoverTo::Welfare, "CAW, onthaal jongeren"),
            1 => (HandoverTo::EmploymentService, "VDAB, team jongeren"),
            _ => (HandoverTo::Health, "Overkop-huis"),
        };
        let offer = Handover {
            to,
            name: name.to_owned(),
            parts: vec![HandoverPart::Overview, HandoverPart::Steps],
            words: Some("Zij weten hier meer van. Ik ga de eerste keer mee.".to_owned()),
        };
        let on = self.day(4, 10);
        self.in_trajectory(self.coach, on, 11 * 60, "offers", OfferHandover { handover, offer });
        let agrees = !self.one_in(17, 4);
        let answer = AnswerHandover { handover, agrees };
        self.in_trajectory(&self.youth.person, on, 17 * 60, "answers", answer);
        if agrees && !self.one_in(19, 3) {
            let on = self.day(6, 10);
            let accept = AcceptHandover { handover, occurred_on: on };
            self.in_trajectory(self.coach, on, 14 * 60, "is accepted", accept);
        }
    }

    /// What the youth begins: what the trajectory ends in, or an internship.
    fn placement_kind(&self) -> Option<PlacementKind> {
        match self.youth.exit.as_ref().map(|exit| exit.kind) {
            Some(ExitKind::Job) => Some(PlacementKind::Job),
            Some(ExitKind::SelfEmployed) => Some(PlacementKind::SelfEmployed),
            Some(ExitKind::Training) => Some(PlacementKind::Training),
            Some(ExitKind::Education) => Some(PlacementKind::Education),
            Some(
                ExitKind::Diploma
                | ExitKind::StoppedByYouth
                | ExitKind::Moved
                | ExitKind::Other
                | ExitKind::Unknown,
            ) => None,
            None => self.one_in(23, 3).then_some(PlacementKind::Internship),
        }
    }

    fn placement(&mut self, kind: PlacementKind, last: Date, until: Date) {
        let works = matches!(kind, PlacementKind::Job | PlacementKind::Internship);
        let index = usize::try_from(self.chance / 29 % EMPLOYERS.len() as u128).unwrap_or(0);
        let employer = works.then(|| employer_of(self.youth.person.tenant.as_str(), index));
        if let Some(employer) = employer {
            for (number, purpose) in
                [EmployerPurpose::Acquaintance, EmployerPurpose::Proposal].into_iter().enumerate()
            {
                let contact = id_of(&format!("{} talk {number}", self.youth.person.id)).into();
                let talk = EmployerContact {
                    employer,
                    purpose,
                    channel: Channel::FaceToFace,
                    minutes: 30,
                };
                let on = self.day(5 + i64::try_from(number).unwrap_or(0), 10);
                let command = ContactEmployer { contact, talk, occurred_on: on };
                self.in_trajectory(self.coach, on, 13 * 60, &format!("talks {number}"), command);
            }
        }
        let exit = self.youth.exit.as_ref();
        let share = exit.and_then(|exit| exit.hours_percent).map_or(50, u32::from);
        let job = kind == PlacementKind::Job;
        let facts = Placement {
            kind,
            employer,
            form: exit.and_then(|exit| exit.form).filter(|_| job),
            contract: job.then(|| self.one_of(Contract::ALL)),
            weekly_hours: u8::try_from(share * FULL_TIME_HOURS / 100).unwrap_or(1).max(1),
            paid: matches!(kind, PlacementKind::Job | PlacementKind::SelfEmployed),
            sector: employer.map(|_| EMPLOYERS[index].1),
            counts_by: None,
        };
        let placement = id_of(&format!("{} placement", self.youth.person.id)).into();
        let on = self.day(8, 10);
        let start = StartPlacement { placement, facts, occurred_on: on };
        self.in_trajectory(self.coach, on, 8 * 60, "begins somewhere", start);
        match exit.map(|exit| exit.kind) {
            Some(ended) => self.after_care(ended, last, until),
            None if self.days > 60 => {
                let (on, reason) = (self.day(95, 100), PlacementEndReason::AsAgreed);
                let end = EndPlacement { placement, reason, occurred_on: on };
                self.in_trajectory(self.coach, on, 18 * 60, "ends somewhere", end);
            }
            None => {}
        }
    }

    /// After the last day the coach still asks how it goes.
    fn after_care(&mut self, ended: ExitKind, last: Date, until: Date) {
        for number in 1..=AFTER_CARE_TALKS {
            let on = last.saturating_add((AFTER_CARE_DAYS * i64::from(number)).days());
            if on > until {
                return;
            }
            let step = Step {
                step: id_of(&format!("{} after-care {number}", self.youth.person.id)).into(),
                coach: self.coach.id.into(),
                category: ActionCategory::IpsJobCoaching,
                minutes: 30,
                place: Place::Workplace,
                channel: Channel::FaceToFace,
                role: CoachRole::Assistant,
                coaching_step: CoachingStep::WhatWorks,
                mode: Mode::Individual,
            };
            let ended = Some(ended);
            let command = RegisterStep { step, occurred_on: on, note: None, ended };
            let what = format!("after-care {number}");
            self.in_trajectory(self.coach, on, 15 * 60, &what, command);
        }
    }

    /// So far along the way.
    fn day(&self, part: i64, of: i64) -> Date {
        self.first.saturating_add((self.days * part / of).days())
    }

    fn one_of<T: Copy>(&self, all: &[T]) -> T {
        all[usize::try_from(self.chance / 31 % all.len() as u128).unwrap_or(0)]
    }

    fn in_trajectory(
        &mut self,
        by: &Person,
        on: Date,
        minute: i64,
        what: &str,
        command: impl Decision + 'static,
    ) {
        let youth = self.youth.person.id;
        self.does(by, on, minute, what, Act::of(trajectory_of(youth, 0), youth, command));
    }

    fn does(&mut self, by: &Person, on: Date, minute: i64, what: &str, act: Act) {
        let command = id_of(&format!("{} {what}", self.youth.person.id));
        let ctx = ctx(&by.tenant, by.id, by.role, command);
        self.acts.push(Timed { recorded_at: moment(on, minute), occurred_on: on, ctx, act });
    }
}
