//! A message of every RPC about the things of a centre, which would do if the caller may.

use eventlog::clock;
use events::ActionCategory;
use kernel::{Category, Role};
use prost::Message;
use proto::{exercises, identity, monitoring, shared, trajectories};
use tests::{Person, facts, world::Centre};
use uuid::Uuid;

/// A centre with what a message can name.
pub(crate) struct Things {
    pub(crate) centre: Centre,
    /// A step that the coach registered.
    step: String,
    /// A run that the youth began.
    run: String,
    /// Somebody whom the lead registered, and the work that it was.
    registered: (Uuid, Uuid),
    /// Somebody who can be erased, with nobody missing them.
    erasable: Uuid,
}

impl Things {
    pub(crate) async fn of(centre: Centre) -> Self {
        let step = facts::step(ActionCategory::Intake);
        centre.coach.registers_step(centre.youth.id, &step).await;
        let run = centre.youth.begins("work-energy").await.to_string();
        let (sam, key) = (facts::youth("Sam Youth"), Uuid::now_v7());
        let lead = &centre.lead;
        lead.post("/youths", &sam).key(key).send().await.with(201);
        let sam = sam["id"].as_str().unwrap().parse().unwrap();
        let registered = (sam, Uuid::new_v5(&lead.id, key.as_bytes()));
        let erasable = lead.registers_coach("Lotte Coach").await.id;
        let step = step["id"].as_str().unwrap().to_owned();
        Self { centre, step, run, registered, erasable }
    }

    /// Somebody of the centre.
    pub(crate) fn somebody(&self, role: Role) -> Option<&Person> {
        match role {
            Role::Youth => Some(&self.centre.youth),
            Role::Coach => Some(&self.centre.coach),
            Role::Lead => Some(&self.centre.lead),
            _across => None,
        }
    }

    /// The message of the RPC of this name, for a caller of this role.
    pub(super) fn message(&self, name: &str, role: Role) -> Vec<u8> {
        let centre = Some(self.centre.id.clone());
        let [youth, coach] =
            [&self.centre.youth, &self.centre.coach].map(|person| person.id.to_string());
        let (run, language) = (self.run.clone(), "nl".to_owned());
        match name {
            "RegisterYouth" => registration(),
            "BeginAgain" => beginning_again(youth),
            "ChooseCoach" => trajectories::ChooseCoachRequest { coach }.encode_to_vec(),
            "GetTrajectory" => trajectories::GetTrajectoryRequest { youth }.encode_to_vec(),
            "GetTimeline" => {
                trajectories::GetTimelineRequest { youth, ..Default::default() }.encode_to_vec()
            }
            "RegisterStep" => new_step(youth),
            "WithdrawStep" => {
                let step = self.step.clone();
                trajectories::WithdrawStepRequest { youth, step }.encode_to_vec()
            }
            "ChangePopulation" => moving(youth),
            "CloseTrajectory" => closing(youth),
            "ListExercises" => exercises::ListExercisesRequest { language }.encode_to_vec(),
            "StartRun" => {
                let (id, exercise) = (Uuid::now_v7().to_string(), "work-energy".to_owned());
                exercises::StartRunRequest { id, exercise }.encode_to_vec()
            }
            "AnswerStep" => {
                let (step, options) = ("energy".to_owned(), vec!["hands".to_owned()]);
                exercises::AnswerStepRequest { run, step, options, own: None }.encode_to_vec()
            }
            "CompleteRun" => exercises::CompleteRunRequest { run, seconds: 1 }.encode_to_vec(),
            "GetOverview" => exercises::GetOverviewRequest { language }.encode_to_vec(),
            "ListCompletions" => {
                let (before, limit) = (None, 0);
                exercises::ListCompletionsRequest { youth, language, before, limit }.encode_to_vec()
            }
            "CountCompletions" => {
                exercises::CountCompletionsRequest { youths: vec![youth] }.encode_to_vec()
            }
            "GetTable" => monitoring::GetTableRequest { table: 1, centre, ..Default::default() }
                .encode_to_vec(),
            // They name nothing, or what nobody has.
            "ListCoachLoads" | "GetCaseload" | "ListRuns" | "ListCentres" | "GetStanding"
            | "SignIn" | "Authenticate" | "SignOut" | "ListWork" => Vec::new(),
            other => self.about_people(other, role),
        }
    }

    /// The same of those that are about people and centres.
    fn about_people(&self, name: &str, role: Role) -> Vec<u8> {
        let centre = Some(self.centre.id.clone());
        let [youth, lead] =
            [&self.centre.youth, &self.centre.lead].map(|person| person.id.to_string());
        // Whom this role may register, and what it may list.
        let (theirs, of_role) = match role {
            Role::Operator => (lead.clone(), "lead"),
            // Whoever gets a new card is signed out.
            _ => (self.registered.0.to_string(), "coach"),
        };
        match name {
            "OpenCentre" => self.another_centre(),
            "RegisterPerson" => {
                let (id, role) = (Uuid::now_v7().to_string(), of_role.to_owned());
                let (name, fte_percent) = ("Bo".to_owned(), None);
                identity::RegisterPersonRequest { id, role, name, fte_percent, centre }
                    .encode_to_vec()
            }
            "IssueStartCard" => {
                identity::IssueStartCardRequest { person: theirs, centre }.encode_to_vec()
            }
            "ListPeople" => {
                identity::ListPeopleRequest { centre, ..Default::default() }.encode_to_vec()
            }
            "DescribePeople" => {
                identity::DescribePeopleRequest { ids: vec![youth], role: None }.encode_to_vec()
            }
            "ChooseAvatar" => {
                identity::ChooseAvatarRequest { avatar: "light-bob-red".to_owned() }.encode_to_vec()
            }
            "DestroyKeys" => {
                let centre = self.centre.id.clone();
                let reason = "registeredByMistake".to_owned();
                let person = self.erasable.to_string();
                identity::DestroyKeysRequest { centre, person, reason }.encode_to_vec()
            }
            "GetKeys" => self.keys(Category::Health),
            "AdmitYouth" | "WithdrawAdmission" => {
                let (centre, registration) =
                    (self.centre.id.clone(), self.registered.1.to_string());
                identity::AdmitYouthRequest { centre, registration }.encode_to_vec()
            }
            "FinishWork" | "UndoWork" => {
                let (centre, work) = (self.centre.id.clone(), self.registered.1.to_string());
                shared::FinishWorkRequest { centre, work }.encode_to_vec()
            }
            other => panic!("write a message for {other}"),
        }
    }

    fn another_centre(&self) -> Vec<u8> {
        let lead = identity::NewLead { id: Uuid::now_v7().to_string(), name: "An".to_owned() };
        identity::OpenCentreRequest {
            id: format!("{}b", self.centre.id),
            name: "Another".to_owned(),
            language: "nl".to_owned(),
            lead: Some(lead),
            ..Default::default()
        }
        .encode_to_vec()
    }

    /// The message that asks for the youth's key of a category.
    pub(super) fn keys(&self, category: Category) -> Vec<u8> {
        let (tenant, category) = (self.centre.id.clone(), category.name().to_owned());
        let subjects = vec![self.centre.youth.id.to_string()];
        identity::GetKeysRequest { tenant, subjects, category, make: false }.encode_to_vec()
    }
}

fn intake() -> trajectories::Intake {
    let text = |text: &str| text.to_owned();
    trajectories::Intake {
        birth_date: text("2006-05-04"),
        gender: text("female"),
        population: text("neet"),
        disability: text("mental"),
        entry_level: text("bso"),
        ..Default::default()
    }
}

fn registration() -> Vec<u8> {
    let (id, name) = (Uuid::now_v7().to_string(), "Bo".to_owned());
    let (source, registered_on) = ("clb".to_owned(), clock::today().to_string());
    let intake = Some(intake());
    trajectories::RegisterYouthRequest { id, name, source, registered_on, intake }.encode_to_vec()
}

fn beginning_again(youth: String) -> Vec<u8> {
    let (source, registered_on) = ("clb".to_owned(), clock::today().to_string());
    let intake = Some(intake());
    trajectories::BeginAgainRequest { youth, source, registered_on, intake }.encode_to_vec()
}

fn new_step(youth: String) -> Vec<u8> {
    let text = |text: &str| text.to_owned();
    let step = trajectories::RegisterStepRequest {
        youth,
        occurred_on: clock::today().to_string(),
        id: Uuid::now_v7().to_string(),
        category: text("intake"),
        minutes: 45,
        place: text("school"),
        channel: text("faceToFace"),
        role: text("inspirer"),
        coaching_step: text("whatWorks"),
        mode: text("individual"),
        ..Default::default()
    };
    step.encode_to_vec()
}

fn moving(youth: String) -> Vec<u8> {
    let (population, occurred_on) = ("neet".to_owned(), clock::today().to_string());
    trajectories::ChangePopulationRequest { youth, population, occurred_on }.encode_to_vec()
}

fn closing(youth: String) -> Vec<u8> {
    let occurred_on = clock::today().to_string();
    let (kind, form, hours_percent) = ("job".to_owned(), Some("regular".to_owned()), Some(80));
    trajectories::CloseTrajectoryRequest { youth, occurred_on, kind, form, hours_percent }
        .encode_to_vec()
}
