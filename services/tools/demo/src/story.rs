//! What happens to everybody of the plan, in the order in which it was recorded.

use events::{
    ActionCategory, Channel, CoachRole, CoachingStep, Code, Language, Mode, Place, Population,
    TakeId,
    centre::{country_of, zone_of},
    run::{Choice, Given, Placed, category},
    trajectory::{self, Exit},
};
use exercises::{
    catalogue::{Choose, Exercise, Sort, Step, StepKind, catalogue, rule_of},
    domain::run::{Answer, Complete},
};
use identity::domain::{ChooseAvatar, OpenCentre};
use jiff::{Timestamp, ToSpan, civil::Date};
use kernel::{Decision, Role};
use rand::{Rng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use runtime::Ctx;
use trajectories::{
    Caseload, Trajectory,
    domain::{
        caseload::{FreePlace, TakePlace},
        trajectory::{ChooseCoach, CloseTrajectory, RegisterStep, RegisterYouth},
    },
    trajectory_of,
};
use uuid::Uuid;

use super::{
    acts::{Act, Timed},
    course, ctx, id_of,
    plan::{Centre, Person, Plan, Youth, moment, pick},
};

/// Pictures of themselves that people choose.
const AVATARS: [&str; 6] =
    ["s1-h1-teal", "s2-h3-plum", "s3-h2-sun-glasses", "s4-h4-sky", "s2-h5-leaf-aid", "s3-h6-brick"];
/// What coaches write, sometimes.
const NOTES: [&str; 8] = [
    "Vertelde zelf wat goed ging op school.",
    "Wil graag iets met dieren of buiten doen.",
    "Heeft zelf gebeld voor een bezoek. Sterk.",
    "Samen de eerste stap opgeschreven.",
    "Mama was erbij en wist veel sterke kanten.",
    "Kwam alleen met de bus. Dat was nieuw.",
    "Bezoek aan de werkplek, stelde twee vragen.",
    "We houden vast aan wat werkt: rustig beginnen.",
];

/// Collects the acts of one youth.
struct Diary<'a> {
    youth: &'a Youth,
    coach: Option<&'a Person>,
    until: Date,
    step_days: (i64, i64),
    rng: ChaCha8Rng,
    acts: Vec<Timed>,
}

/// Every act of the plan, by the moment it was recorded.
pub(super) fn acts(plan: &Plan) -> Vec<Timed> {
    let start = moment(plan.from, 8 * 60);
    let mut acts = vec![plan.operator.registration(start), plan.operator.sign_in(start, "first")];
    for (index, centre) in plan.centres.iter().enumerate() {
        let minute = i64::try_from(index).unwrap_or(0) + 1;
        acts.extend(opening(plan, centre, start.saturating_add(minute.minutes()).unwrap_or(start)));
        for youth in &centre.youths {
            let coach = youth.coach.map(|index| &centre.coaches[index]);
            let (rng, acts_of) = (youth.rng.clone(), Vec::new());
            let Plan { until, step_days, .. } = *plan;
            let mut diary = Diary { youth, coach, until, step_days, rng, acts: acts_of };
            diary.write();
            acts.append(&mut diary.acts);
        }
    }
    let end = plan.until_evening();
    acts.retain(|timed| timed.recorded_at <= end);
    acts.sort_by_key(|timed| timed.recorded_at);
    acts
}

fn opening(plan: &Plan, centre: &Centre, at: Timestamp) -> Vec<Timed> {
    let (name, language) = (centre.name.clone(), Language::Nl);
    let country = country_of(language);
    let zone = zone_of(country).to_string();
    let other_languages = Vec::new();
    let open = OpenCentre { name, language, other_languages, synthetic: true, country, zone };
    let command = id_of(&format!("open {}", centre.tenant));
    let opened = Timed {
        recorded_at: at,
        occurred_on: plan.from,
        ctx: ctx(&centre.tenant, plan.operator.id, Role::Operator, command),
        act: Act::Command(identity::centre_id(&centre.tenant), None, Box::new(open)),
    };
    let last = moment(plan.until, 7 * 60);
    let staff = [&centre.lead, &centre.officer].into_iter().chain(&centre.coaches);
    let employers = course::employers(centre, plan.from, at);
    let begins = staff.flat_map(|person| {
        [person.registration(at), person.sign_in(at, "first"), person.sign_in(last, "last")]
    });
    [opened].into_iter().chain(begins).chain(employers).collect()
}

impl Diary<'_> {
    fn write(&mut self) {
        let day = self.youth.registered_on;
        let at = self.office_hour(day);
        self.acts.push(self.youth.person.registration(at));
        self.register(day, at);
        let Some(coach) = self.coach else { return };
        let first_meeting = day.saturating_add(self.rng.random_range(1..=12).days());
        self.acts.push(self.youth.person.sign_in(moment(first_meeting, 8 * 60), "first"));
        self.begin_with_the_tool(first_meeting);
        self.choose(coach, first_meeting);
        self.acts.extend(super::sharing::says(self.youth, coach, first_meeting));
        let last = self.last_day();
        self.coaching(coach, first_meeting, last);
        self.exercises(first_meeting, last);
        self.acts.extend(course::happens(self.youth, coach, (first_meeting, last), self.until));
        if let Some(exit) = self.youth.exit.clone() {
            self.leave(coach, exit, last);
        }
    }

    /// Outcomes come after two to seven months, and within the demo.
    fn last_day(&mut self) -> Date {
        if self.youth.exit.is_none() {
            return self.until;
        }
        let days = self.rng.random_range(60..=210);
        let latest = self.until.saturating_sub(1.days());
        self.youth.registered_on.saturating_add(days.days()).min(latest)
    }

    fn register(&mut self, day: Date, at: Timestamp) {
        let Youth { source, intake, registered_on, person, .. } = self.youth;
        let command = RegisterYouth {
            youth: person.id.into(),
            source: *source,
            registered_on: *registered_on,
            intake: intake.clone(),
        };
        let ctx = self.youth.person.ctx();
        self.trajectory(day, at, ctx, command);
    }

    fn begin_with_the_tool(&mut self, day: Date) {
        let at = self.evening(day);
        let avatar = AVATARS.choose(&mut self.rng).copied().unwrap_or(AVATARS[0]).to_owned();
        let ctx = self.by_youth("avatar");
        let act = Act::of(self.youth.person.id, self.youth.person.id, ChooseAvatar { avatar });
        self.acts.push(Timed { recorded_at: at, occurred_on: day, ctx, act });
    }

    fn choose(&mut self, coach: &Person, day: Date) {
        let at = moment(day, 8 * 60);
        // Invented coaches take as many as the plan gives them.
        let (youth, take, places) = (self.youth.person.id.into(), self.taking(), u32::MAX);
        let ctx = self.by_youth("take a place");
        self.place(coach, day, at, ctx, TakePlace { youth, take, places });
        let ctx = self.by_youth("choose");
        self.trajectory(day, at, ctx, ChooseCoach { coach: coach.id.into() });
    }

    fn taking(&self) -> TakeId {
        id_of(&format!("{} place", self.youth.person.id)).into()
    }

    fn place(
        &mut self,
        coach: &Person,
        day: Date,
        at: Timestamp,
        ctx: Ctx,
        command: impl Decision<State = Caseload> + 'static,
    ) {
        let act = Act::of(coach.id, self.youth.person.id, command);
        self.acts.push(Timed { recorded_at: at, occurred_on: day, ctx, act });
    }

    fn coaching(&mut self, coach: &Person, first: Date, last: Date) {
        let mut day = first;
        let mut number = 0;
        let whole = f64::from(days_between(first, last).max(1));
        while day <= last {
            let along = f64::from(days_between(first, day)) / whole;
            let category = self.category(number, along);
            let step = self.step(coach, number, day, category);
            // One in ten is written down some days later: what happened and what was known differ.
            let late = if self.rng.random_ratio(1, 10) { self.rng.random_range(1..=6) } else { 0 };
            let recorded_on = day.saturating_add(late.days());
            let at = self.office_hour(recorded_on);
            let ctx = self.by(coach, &format!("step {number}"));
            // What would be written down after an exit is not written down any more.
            if self.youth.exit.is_none() || recorded_on <= last {
                self.trajectory(day, at, ctx, step);
            }
            number += 1;
            let (from, to) = self.step_days;
            day = day.saturating_add(self.rng.random_range(from..=to).days());
        }
    }

    fn category(&mut self, number: u32, along: f64) -> ActionCategory {
        use ActionCategory as A;
        let neet = self.youth.intake.population == Population::Neet;
        let working = self.youth.exit.as_ref().is_some_and(|exit| exit.form.is_some());
        match number {
            0 => A::FirstMeeting,
            1 => A::Intake,
            2 => A::StcTool,
            _ if along < 0.4 => *pick(
                &[
                    (A::IndividualEmpowerment, 6),
                    (A::GroupEmpowerment, 2),
                    (A::ActionPlan, 3),
                    (A::NetworkIntervention, 2),
                    (A::StcTool, 1),
                ],
                &mut self.rng,
            ),
            _ if along < 0.8 => *pick(
                &[
                    (A::IndividualEmpowerment, 3),
                    (A::ActionPlan, 1),
                    (A::NetworkIntervention, 1),
                    (A::InternshipMediation, if neet { 2 } else { 4 }),
                    (A::InternshipCoaching, 3),
                    (A::JobMediation, if neet { 4 } else { 1 }),
                ],
                &mut self.rng,
            ),
            _ => *pick(
                &[
                    (A::IndividualEmpowerment, 3),
                    (A::InternshipCoaching, 3),
                    (A::JobMediation, 3),
                    (A::BtomRequest, if working { 2 } else { 1 }),
                    (A::IpsJobCoaching, if working { 6 } else { 1 }),
                ],
                &mut self.rng,
            ),
        }
    }

    fn step(
        &mut self,
        coach: &Person,
        number: u32,
        day: Date,
        category: ActionCategory,
    ) -> RegisterStep {
        let rng = &mut self.rng;
        let place = *pick(
            &[
                (Place::School, 5),
                (Place::Centre, 4),
                (Place::Home, 2),
                (Place::Workplace, 2),
                (Place::DropInHouse, 1),
                (Place::Outdoors, 1),
                (Place::Online, 2),
            ],
            rng,
        );
        let channel = match place {
            Place::Online => *pick(&[(Channel::Video, 3), (Channel::Chat, 2)], rng),
            _ => *pick(&[(Channel::FaceToFace, 9), (Channel::Phone, 1)], rng),
        };
        let note = rng.random_ratio(3, 10).then(|| NOTES.choose(rng).copied().unwrap_or(NOTES[0]));
        let step = trajectory::Step {
            step: id_of(&format!("{} step {number}", self.youth.person.id)).into(),
            coach: coach.id.into(),
            category,
            minutes: *pick(&[(15, 1), (30, 3), (45, 4), (60, 3), (90, 1)], rng),
            place,
            channel,
            role: CoachRole::ALL.choose(rng).copied().unwrap_or(CoachRole::Assistant),
            coaching_step: match number {
                0..=1 => CoachingStep::WhatBringsYou,
                2..=4 => CoachingStep::WhereTo,
                5..=8 => CoachingStep::WhatWorks,
                _ => CoachingStep::FirstStep,
            },
            mode: match category {
                ActionCategory::GroupEmpowerment => Mode::Group,
                _ => Mode::Individual,
            },
        };
        RegisterStep { step, occurred_on: day, note: note.map(str::to_owned), ended: None }
    }

    fn exercises(&mut self, first: Date, last: Date) {
        let days = days_between(first, last).max(1);
        for exercise in catalogue().exercises() {
            if self.rng.random_ratio(4, 7) {
                let day = first.saturating_add(self.rng.random_range(0..=days).days());
                if day <= self.until {
                    self.run(exercise, day);
                }
            }
        }
    }

    fn run(&mut self, exercise: &Exercise, day: Date) {
        let youth = self.youth.person.id;
        let run = id_of(&format!("{youth} run {}", exercise.id));
        let mut at = self.evening(day);
        self.acts.push(self.youth.person.sign_in(at, &exercise.id));
        let mut answers = std::collections::HashMap::new();
        let start = exercise.start(0);
        let act = Act::begins(run, youth, category(start.domain), start);
        self.does(day, at, &format!("start {}", exercise.id), act);
        for step in &exercise.steps {
            let given = self.given(step);
            at = at.saturating_add(self.rng.random_range(15..=60).seconds()).unwrap_or(at);
            let answer = Answer { step: step.id.clone(), rule_of, given: given.clone() };
            let what = format!("answer {}/{}", exercise.id, step.id);
            self.does(day, at, &what, Act::of(run, youth, answer));
            answers.insert(step.id.as_str(), given);
        }
        let seconds = self.rng.random_range(90..=290);
        let steps = Some(exercise.progress(|step| answers.get(step).cloned()));
        // One in ten is left open, to be taken up another day.
        if self.rng.random_ratio(9, 10) {
            let act = Act::of(run, youth, Complete { seconds, steps });
            self.does(day, at, &format!("complete {}", exercise.id), act);
        }
    }

    fn given(&mut self, step: &Step) -> Given {
        match &step.kind {
            StepKind::Choose(Choose { pick_min, pick_max, options, .. }) => {
                let most = (*pick_max as usize).min(options.len()).max(1);
                let least = (*pick_min as usize).clamp(1, most);
                let count = self.rng.random_range(least..=most);
                let chosen = options.choose_multiple(&mut self.rng, count);
                let options = chosen.map(|option| option.id.clone()).collect();
                Given::Chosen(Choice { options, own: None })
            }
            StepKind::Sort(Sort { cards, bins }) => {
                let mut bin = || bins.choose(&mut self.rng).map_or("", |bin| &bin.id).to_owned();
                let placed = cards.iter().map(|card| Placed { card: card.id.clone(), bin: bin() });
                Given::Sorted(placed.collect())
            }
        }
    }

    fn leave(&mut self, coach: &Person, exit: Exit, day: Date) {
        let at = moment(day, 20 * 60);
        let ctx = self.by(coach, "exit");
        self.trajectory(day, at, ctx, CloseTrajectory { exit, occurred_on: day });
        let (youth, take) = (self.youth.person.id.into(), self.taking());
        let ctx = self.by(coach, "give the place back");
        self.place(coach, day, at, ctx, FreePlace { youth, take });
    }

    fn trajectory(
        &mut self,
        day: Date,
        at: Timestamp,
        ctx: Ctx,
        command: impl Decision<State = Trajectory> + 'static,
    ) {
        let youth = self.youth.person.id;
        let act = Act::of(trajectory_of(youth, 0), youth, command);
        self.acts.push(Timed { recorded_at: at, occurred_on: day, ctx, act });
    }

    fn does(&mut self, day: Date, at: Timestamp, what: &str, act: Act) {
        let ctx = self.by_youth(what);
        self.acts.push(Timed { recorded_at: at, occurred_on: day, ctx, act });
    }

    fn by_youth(&self, what: &str) -> Ctx {
        self.by(&self.youth.person, what)
    }

    fn by(&self, person: &Person, what: &str) -> Ctx {
        let command: Uuid = id_of(&format!("{} {what}", self.youth.person.id));
        ctx(&person.tenant, person.id, person.role, command)
    }

    fn office_hour(&mut self, day: Date) -> Timestamp {
        moment(day, self.rng.random_range(8 * 60..16 * 60))
    }

    fn evening(&mut self, day: Date) -> Timestamp {
        moment(day, self.rng.random_range(16 * 60..20 * 60))
    }
}

fn days_between(first: Date, last: Date) -> i32 {
    first.until(last).map_or(0, |span| span.get_days())
}
