//! A running service, and those who call it.

use std::{collections::BTreeSet, convert::Infallible, path::Path, sync::Arc};

use eventlog::{EmbeddedLog, Options, clock};
use events::{
    YouthId,
    registration::{Registration, RegistrationEvent},
};
use identity::serve;
use kernel::{By, Decision, Personal, Role, ServiceName, TenantId};
use proto::identity::{
    AdmitYouthRequest, AuthenticateRequest, DescribePeopleRequest, IssueStartCardRequest,
    ListPeopleRequest, NewLead, OpenCentreRequest, Person as Described, RegisterPersonRequest,
    Session, SignInRequest, admission_service_client::AdmissionServiceClient,
    centre_service_client::CentreServiceClient, directory_service_client::DirectoryServiceClient,
    key_service_client::KeyServiceClient, person_service_client::PersonServiceClient,
    session_service_client::SessionServiceClient,
};
use runtime::{
    Backends, Ctx,
    access::{Permit, metadata},
    execute::{Target, execute},
    keys::KeyRing,
    serve::{Channel, ServeError, in_process},
    token::Signer,
};
use tempfile::TempDir;
use tokio::{sync::watch, task::JoinHandle};
use tonic::{Code, Request, Status};
use tonic_types::StatusExt;
use uuid::Uuid;
use vault::{Beside, Vault};

/// One running service.
pub(crate) struct Running {
    pub(crate) backends: Backends,
    pub(crate) vault: Arc<Vault>,
    pub(crate) signer: Arc<Signer>,
    pub(crate) channel: Channel,
    pub(crate) stop: watch::Sender<bool>,
    pub(crate) served: JoinHandle<Result<(), ServeError>>,
}

/// Who calls.
#[derive(Clone)]
pub(crate) struct Caller {
    pub(crate) id: Uuid,
    pub(crate) tenant: TenantId,
    pub(crate) role: Role,
    pub(crate) service: Option<ServiceName>,
}

pub(crate) fn start(dir: &Path) -> Running {
    let vault = Arc::new(
        Vault::open(&dir.join("vault.db"), &dir.join("root.key"), Beside::Nobody).unwrap(),
    );
    let log = EmbeddedLog::open(&dir.join("log.db"), Options::default()).unwrap();
    let signer = Arc::new(Signer::generate().unwrap());
    let backends = Backends {
        tenants: Arc::default(),
        log: Arc::new(log),
        keys: Arc::new(KeyRing::new(vault.clone())),
        process: runtime::Process::default(),
        tokens: Arc::new(signer.verifier()),
        snapshots: Some(dir.to_owned()),
    };
    let (stop, stopped) = watch::channel(false);
    let (listener, channel) = in_process();
    let service = serve(listener, backends.clone(), vault.clone(), signer.clone(), stopped);
    let served = tokio::spawn(service);
    Running { backends, vault, signer, channel, stop, served }
}

pub(crate) fn fresh() -> (TempDir, Running) {
    let dir = tempfile::tempdir().unwrap();
    let running = start(dir.path());
    (dir, running)
}

impl Running {
    pub(crate) async fn end(self) {
        self.stop.send_replace(true);
        drop(self.channel);
        self.served.await.unwrap().unwrap();
    }

    pub(crate) fn centres(&self) -> CentreServiceClient<Channel> {
        CentreServiceClient::new(self.channel.clone())
    }

    pub(crate) fn people(&self) -> PersonServiceClient<Channel> {
        PersonServiceClient::new(self.channel.clone())
    }

    pub(crate) fn directory(&self) -> DirectoryServiceClient<Channel> {
        DirectoryServiceClient::new(self.channel.clone())
    }

    pub(crate) fn admission(&self) -> AdmissionServiceClient<Channel> {
        AdmissionServiceClient::new(self.channel.clone())
    }

    pub(crate) fn sessions(&self) -> SessionServiceClient<Channel> {
        SessionServiceClient::new(self.channel.clone())
    }

    pub(crate) fn keys(&self) -> KeyServiceClient<Channel> {
        KeyServiceClient::new(self.channel.clone())
    }

    /// A call in somebody's name that reads everything written so far.
    pub(crate) fn by<T>(&self, caller: &Caller, message: T) -> Request<T> {
        self.repeated(caller, Uuid::now_v7(), message)
    }

    pub(crate) fn repeated<T>(&self, caller: &Caller, command: Uuid, message: T) -> Request<T> {
        let now = clock::now();
        let token = match caller.service {
            Some(service) => self.signer.sign_service(service, 1, now),
            None => self.signer.sign(caller.id, caller.tenant.clone(), caller.role, now),
        };
        let token = token.unwrap();
        let head = *self.backends.log.head().borrow();
        let mut request = Request::new(message);
        let headers = request.metadata_mut();
        headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
        headers.insert(metadata::COMMAND_ID, command.to_string().parse().unwrap());
        headers.insert(metadata::AT_LEAST, u64::from(head).into());
        request
    }

    /// Opens the lead's centre and answers the lead's card.
    pub(crate) async fn open_centre(&mut self, lead: &Caller) -> Result<String, Status> {
        self.open(opening(lead)).await
    }

    pub(crate) async fn open(&mut self, message: OpenCentreRequest) -> Result<String, Status> {
        let request = self.by(&operator(), message);
        Ok(self.centres().open_centre(request).await?.into_inner().card.unwrap().code)
    }

    pub(crate) async fn register(
        &mut self,
        by: &Caller,
        person: &Caller,
        name: &str,
    ) -> Result<String, Status> {
        if (by.role, person.role) == (Role::Lead, Role::Youth) {
            return self.admit(by, person, name).await;
        }
        let request = self.by(by, registration(person, name));
        let answer = self.people().register_person(request).await?.into_inner();
        Ok(answer.card.unwrap().code)
    }

    /// A youth whom a lead asked to register: what trajectories would write down, and then ask for.
    async fn admit(&mut self, lead: &Caller, youth: &Caller, name: &str) -> Result<String, Status> {
        let registration = Uuid::now_v7();
        let (youth, name) = (YouthId::new(youth.id), name.to_owned());
        let command = Begin { youth, by: lead.id, name };
        let ctx = Ctx::internal(lead.tenant.clone(), lead.id, Role::Lead, Uuid::now_v7());
        let target = Target::today(registration, Some(youth.uuid()), clock::today());
        execute(&self.backends, &Permit::internal(ctx), target, &command).await.unwrap();
        let (centre, registration) = (lead.tenant.to_string(), registration.to_string());
        let registrar = service(ServiceName::Trajectories);
        let request = self.by(&registrar, AdmitYouthRequest { centre, registration });
        Ok(self.admission().admit_youth(request).await?.into_inner().card.unwrap().code)
    }

    pub(crate) async fn sign_in(&mut self, code: &str) -> Result<(String, Session), Status> {
        let request = self.by(&gateway(), SignInRequest { code: code.to_owned() });
        let answer = self.sessions().sign_in(request).await?.into_inner();
        Ok((answer.secret, answer.session.unwrap()))
    }

    pub(crate) async fn authenticate(&mut self, secret: &str) -> Result<Session, Status> {
        let request = self.by(&gateway(), AuthenticateRequest { secret: secret.to_owned() });
        Ok(self.sessions().authenticate(request).await?.into_inner().session.unwrap())
    }

    pub(crate) async fn issue_card(&mut self, by: &Caller, person: Uuid) -> Result<String, Status> {
        let request =
            self.by(by, IssueStartCardRequest { person: person.to_string(), centre: None });
        Ok(self.people().issue_start_card(request).await?.into_inner().card.unwrap().code)
    }

    pub(crate) async fn list(
        &mut self,
        by: &Caller,
        message: ListPeopleRequest,
    ) -> (Vec<Described>, u32) {
        let request = self.by(by, message);
        let answer = self.directory().list_people(request).await.unwrap().into_inner();
        (answer.items, answer.total)
    }

    pub(crate) async fn describe(&mut self, by: &Caller, ids: &[Uuid]) -> BTreeSet<String> {
        let ids = ids.iter().map(Uuid::to_string).collect();
        let request = self.by(by, DescribePeopleRequest { ids, role: None });
        let answer = self.directory().describe_people(request).await.unwrap().into_inner();
        answer.people.into_iter().map(|person| person.name).collect()
    }

    pub(crate) async fn describe_role(&mut self, by: &Caller, role: &str) -> Result<usize, Status> {
        let message = DescribePeopleRequest { ids: vec![], role: Some(role.to_owned()) };
        let request = self.by(by, message);
        Ok(self.directory().describe_people(request).await?.into_inner().people.len())
    }
}

/// Writes down what a lead asked.
struct Begin {
    youth: YouthId,
    by: Uuid,
    name: String,
}

impl Decision for Begin {
    type State = Registration;
    type Refusal = Infallible;

    fn decide(&self, _: &By, _: &Registration) -> Result<Vec<RegistrationEvent>, Infallible> {
        let (youth, by, name) = (self.youth, self.by, Personal::Open(self.name.clone()));
        Ok(vec![RegistrationEvent::RegistrationBegun { youth, by, name }])
    }
}

pub(crate) fn caller(tenant: &str, role: Role) -> Caller {
    Caller { id: Uuid::now_v7(), tenant: tenant.parse().unwrap(), role, service: None }
}

pub(crate) fn operator() -> Caller {
    caller("stc", Role::Operator)
}

pub(crate) fn gateway() -> Caller {
    service(ServiceName::Gateway)
}

pub(crate) fn service(name: ServiceName) -> Caller {
    Caller { id: Uuid::nil(), service: Some(name), ..caller("stc", Role::Service) }
}

pub(crate) fn role_name(role: Role) -> String {
    format!("{role:?}").to_lowercase()
}

pub(crate) fn registration(person: &Caller, name: &str) -> RegisterPersonRequest {
    RegisterPersonRequest {
        id: person.id.to_string(),
        role: role_name(person.role),
        name: name.to_owned(),
        fte_percent: (person.role == Role::Coach).then_some(80),
        centre: (person.role == Role::Lead).then(|| person.tenant.to_string()),
    }
}

/// The lead's centre, called LSC Kempen, with Ilse who leads it.
pub(crate) fn opening(lead: &Caller) -> OpenCentreRequest {
    OpenCentreRequest {
        id: lead.tenant.to_string(),
        name: "LSC Kempen".to_owned(),
        language: "nl".to_owned(),
        lead: Some(NewLead { id: lead.id.to_string(), name: " Ilse ".to_owned() }),
        ..OpenCentreRequest::default()
    }
}

pub(crate) fn all_people() -> ListPeopleRequest {
    ListPeopleRequest::default()
}

pub(crate) fn names(people: &[Described]) -> Vec<&str> {
    people.iter().map(|person| person.name.as_str()).collect()
}

pub(crate) fn reason(status: &Status) -> String {
    status.get_details_error_info().map_or_else(String::new, |info| info.reason)
}

#[track_caller]
pub(crate) fn assert_code<T: std::fmt::Debug>(answer: Result<T, Status>, code: Code) {
    assert_eq!(answer.map_err(|status| status.code()).unwrap_err(), code);
}

/// A centre with a lead, a coach and a youth.
pub(crate) async fn centre(running: &mut Running, id: &str) -> (Caller, Caller, Caller) {
    let [lead, coach, youth] = [Role::Lead, Role::Coach, Role::Youth].map(|role| caller(id, role));
    running.open_centre(&lead).await.unwrap();
    running.register(&lead, &coach, "Karel").await.unwrap();
    running.register(&lead, &youth, "Noor").await.unwrap();
    (lead, coach, youth)
}
