//! A service on a real log, with events as the other services write them.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use eventlog::{Append, EmbeddedLog, Expected, Meta, NewEvent, Options, StreamName};
use events::{
    ActionCategory, Barrier, Channel, CoachRole, CoachingStep, Disability, EntryLevel, Gender,
    Language, Mode, Place, Population, Source,
    centre::{self, CentreEvent},
    person::{self, PersonEvent},
    trajectory::{self, Intake, Step, TrajectoryEvent},
};
use jiff::{
    Timestamp,
    civil::{Date, date},
};
use kernel::{Category, Event, Personal, Purpose, Role, TenantId, codec, personal::SubjectKey};
use proto::monitoring::{
    GetTableRequest, GetTableResponse, table_service_client::TableServiceClient,
};
use runtime::{
    Backends,
    keys::{KeyError, KeyRing, KeySource, Keys},
    serve::in_process,
    token::Signer,
};
use tokio::sync::watch;
use tonic::{Request, Status};
use uuid::Uuid;

/// A vault in memory: keys can be made and destroyed.
#[derive(Default)]
pub(super) struct Vault(pub(super) Mutex<HashMap<(Uuid, Category), Arc<SubjectKey>>>);

#[async_trait]
impl KeySource for Vault {
    async fn keys(
        &self,
        _: &TenantId,
        subjects: &[Uuid],
        category: Category,
        make: bool,
    ) -> Result<Keys, KeyError> {
        let mut kept = self.0.lock().unwrap();
        let found = subjects.iter().filter_map(|subject| {
            let at = (*subject, category);
            if make {
                kept.entry(at).or_insert_with(|| Arc::new(SubjectKey::generate()));
            }
            kept.get(&at).map(|key| (*subject, key.clone()))
        });
        Ok(found.collect())
    }
}

pub(super) struct World {
    pub(super) dir: tempfile::TempDir,
    pub(super) vault: Arc<Vault>,
    pub(super) backends: Backends,
    signer: Signer,
    client: TableServiceClient<runtime::serve::Channel>,
    _stop: watch::Sender<bool>,
}

pub(super) fn tenant(name: &str) -> TenantId {
    name.parse().unwrap()
}

pub(super) fn intake(disability: Disability, population: Population) -> Intake {
    Intake {
        birth_date: date(2008, 1, 1),
        gender: Gender::Female,
        population,
        disability,
        other_disabilities: vec![],
        barriers: Some(vec![Barrier::Language, Barrier::Mobility]),
        entry_level: EntryLevel::Ov3,
    }
}

pub(super) fn step(number: u128, category: ActionCategory) -> TrajectoryEvent {
    TrajectoryEvent::StepRegistered(Step {
        step: Uuid::from_u128(number).into(),
        coach: Uuid::from_u128(99).into(),
        category,
        minutes: 45,
        place: Place::School,
        channel: Channel::FaceToFace,
        role: CoachRole::Assistant,
        coaching_step: CoachingStep::WhereTo,
        mode: Mode::Individual,
    })
}

impl World {
    pub(super) fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let log = EmbeddedLog::open(&dir.path().join("log.db"), Options::default()).unwrap();
        let vault = Arc::new(Vault::default());
        let signer = Signer::generate().unwrap();
        let backends = Backends {
            tenants: Arc::default(),
            log: Arc::new(log),
            keys: Arc::new(KeyRing::new(vault.clone())),
            process: runtime::Process::default(),
            tokens: Arc::new(signer.verifier()),
            snapshots: Some(dir.path().to_owned()),
        };
        let (stop, stopped) = watch::channel(false);
        let (listener, channel) = in_process();
        tokio::spawn(crate::serve(listener, backends.clone(), stopped));
        let client = TableServiceClient::new(channel);
        Self { dir, vault, backends, signer, client, _stop: stop }
    }

    async fn happens<E: Event>(
        &self,
        kind: &str,
        centre: &str,
        person: u128,
        day: Date,
        mut event: E,
    ) {
        let id = Uuid::from_u128(person);
        let stream = StreamName::new(kind, &tenant(centre), id);
        let revision = self.backends.log.read_stream(&stream, 0, 1_000).await.unwrap().len() as u64;
        if let Some((category, part)) = event.personal() {
            let key = self.backends.keys.to_seal(&tenant(centre), id, category).await.unwrap();
            part.seal(&key, &stream.place(revision)).unwrap();
        }
        let (name, data) = codec::encode(&event).unwrap();
        let meta = Meta {
            actor: Uuid::nil(),
            role: Role::Coach,
            purpose: Purpose::Coaching,
            correlation: Uuid::nil(),
            causation: Uuid::nil(),
        };
        let (id, subject) = (Uuid::now_v7(), Some(id));
        let events = vec![NewEvent { id, name, occurred_on: day, subject, meta, data }];
        // A day is known in its evening.
        let recorded_at = Some(format!("{day}T20:00:00Z").parse::<Timestamp>().unwrap());
        let append = Append { stream, expected: Expected::Any, events, recorded_at };
        self.backends.log.append(append).await.unwrap();
    }

    pub(super) async fn centre(&self, name: &str) {
        let (language, synthetic) = (Language::Nl, false);
        let event = CentreEvent::CentreOpened { name: name.to_owned(), language, synthetic };
        self.happens(centre::KIND, name, 1_000, date(2026, 1, 1), event).await;
    }

    pub(super) async fn in_trajectory(
        &self,
        centre: &str,
        person: u128,
        day: Date,
        event: TrajectoryEvent,
    ) {
        self.happens(trajectory::KIND, centre, person, day, event).await;
    }

    pub(super) async fn registered(&self, centre: &str, person: u128, day: Date, intake: Intake) {
        self.came_back(centre, person, person, day, intake).await;
    }

    /// Begins a trajectory of this number for a person.
    pub(super) async fn came_back(
        &self,
        centre: &str,
        person: u128,
        trajectory: u128,
        day: Date,
        intake: Intake,
    ) {
        let (youth, source) = (Uuid::from_u128(person), Source::School);
        let registered =
            TrajectoryEvent::YouthRegistered { youth: youth.into(), source, registered_on: day };
        self.in_trajectory(centre, trajectory, day, registered).await;
        let intake = TrajectoryEvent::IntakeRecorded { intake: Personal::Open(intake) };
        self.in_trajectory(centre, trajectory, day, intake).await;
    }

    /// Destroys a person's keys, as identity does.
    pub(super) async fn erased(&self, centre: &str, person: u128, day: Date) {
        self.vault.0.lock().unwrap().retain(|(subject, _), _| *subject != Uuid::from_u128(person));
        self.happens(person::KIND, centre, person, day, PersonEvent::KeysDestroyed {}).await;
    }

    pub(super) async fn ask(
        &self,
        role: Role,
        of: &str,
        request: GetTableRequest,
    ) -> Result<GetTableResponse, Status> {
        let now = eventlog::clock::now();
        let token = self.signer.sign(Uuid::from_u128(5), tenant(of), role, now).unwrap();
        let head = *self.backends.log.head().borrow();
        let mut request = Request::new(request);
        let bearer = format!("Bearer {token}").parse().unwrap();
        request.metadata_mut().insert("authorization", bearer);
        let at_least = head.to_string().parse().unwrap();
        request.metadata_mut().insert(runtime::access::metadata::AT_LEAST, at_least);
        self.client.clone().get_table(request).await.map(tonic::Response::into_inner)
    }

    pub(super) async fn lead(&self, table: u32) -> GetTableResponse {
        self.ask(Role::Lead, "lsc01", year(table)).await.unwrap()
    }

    pub(super) async fn auditor(&self, table: u32) -> GetTableResponse {
        self.ask(Role::Auditor, "stc", year(table)).await.unwrap()
    }
}

pub(super) fn year(table: u32) -> GetTableRequest {
    GetTableRequest {
        table,
        from: "2026-01-01".to_owned(),
        to: "2026-12-31".to_owned(),
        ..GetTableRequest::default()
    }
}

/// A count that is shown.
pub(super) fn cell(table: &GetTableResponse, row: &str, column: &str) -> u32 {
    shown(table, row, column).unwrap()
}

/// A count, or `None` if it is not shown.
pub(super) fn shown(table: &GetTableResponse, row: &str, column: &str) -> Option<u32> {
    let at = table.columns.iter().position(|one| one.code == column).unwrap();
    let rows = table.rows.iter().chain(&table.extra_rows).chain(&table.total);
    let row = rows.into_iter().find(|one| one.code == row).unwrap();
    let hidden = row.not_shown.contains(&u32::try_from(at).unwrap());
    assert!(!hidden || row.values[at] == 0, "what is not shown is nowhere");
    (!hidden).then(|| row.values[at])
}
