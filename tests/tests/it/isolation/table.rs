//! Every RPC in one table: who may ask for it at all, who of them needs to stand in a relation to the
//! thing, and what somebody gets who asks for another centre's.

use kernel::{
    Category,
    Role::{self, Auditor, Coach, Lead, Officer, Operator, Service, Youth},
    ServiceName,
};

/// What is got by whoever names a thing that is not theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gets {
    /// `NOT_FOUND`, as for a thing that never was.
    Nothing,
    /// An answer in which it is left out.
    Empty,
    /// A field that is wrong, as with a thing that never was.
    Unknown,
    /// Nothing can be named: it is always the own.
    Own,
}

/// One RPC.
pub(super) struct Row {
    service: &'static str,
    pub(super) name: &'static str,
    /// Who may ask for it at all; all others are refused.
    pub(super) roles: &'static [Role],
    /// Who of them gets nothing in their own centre without a relation to the thing.
    pub(super) related: &'static [Role],
    /// What those others get, and the people of another centre.
    pub(super) others: Gets,
    /// Which services may ask for it, if services may.
    pub(super) services: &'static [ServiceName],
}

impl Row {
    const fn by(self, services: &'static [ServiceName]) -> Self {
        Self { services, ..self }
    }

    /// The gRPC path.
    pub(super) fn path(&self) -> String {
        format!("/{}/{}", self.service, self.name)
    }
}

const fn row(
    service: &'static str,
    name: &'static str,
    roles: &'static [Role],
    related: &'static [Role],
    others: Gets,
) -> Row {
    Row { service, name, roles, related, others, services: &[] }
}

const NOBODY: &[Role] = &[];
const STAFF: &[Role] = &[Coach, Lead];
const CENTRE: &[Role] = &[Youth, Coach, Lead];
const REGISTRARS: &[Role] = &[Lead, Operator];
const WATCHERS: &[Role] = &[Lead, Officer];
const GATEWAY: &[ServiceName] = &[ServiceName::Gateway];
const TRAJECTORIES: &str = "stc.trajectories.v1.TrajectoryService";
const STEPS: &str = "stc.trajectories.v1.StepService";
const ALARMS: &str = "stc.trajectories.v1.AlarmService";
const HANDOVERS: &str = "stc.trajectories.v1.HandoverService";
const EMPLOYERS: &str = "stc.trajectories.v1.EmployerService";
const PLACEMENTS: &str = "stc.trajectories.v1.PlacementService";
const UNDER_WAY: &str = "stc.trajectories.v1.UnderWayService";
const CASELOADS: &str = "stc.trajectories.v1.CaseloadService";
const EXERCISES: &str = "stc.exercises.v1.ExerciseService";
const RUNS: &str = "stc.exercises.v1.RunService";
const SHARING: &str = "stc.exercises.v1.SharingService";
const COMPLETIONS: &str = "stc.exercises.v1.CompletionService";
const TABLES: &str = "stc.monitoring.v1.TableService";
const CENTRES: &str = "stc.identity.v1.CentreService";
const ACCOUNTABILITY: &str = "stc.identity.v1.AccountabilityService";
const PEOPLE: &str = "stc.identity.v1.PersonService";
const EXITS: &str = "stc.identity.v1.ExitService";
const DIRECTORY: &str = "stc.identity.v1.DirectoryService";
const AUDIT_LOG: &str = "stc.identity.v1.AuditLogService";
const DUE: &str = "stc.identity.v1.DueService";
const REQUESTS: &str = "stc.identity.v1.RequestService";
const NOTICES: &str = "stc.identity.v1.NoticeService";
const CONSENTS: &str = "stc.identity.v1.ConsentService";
const BREACHES: &str = "stc.identity.v1.BreachService";
const RETENTION: &str = "stc.identity.v1.RetentionService";
const ADMISSION: &str = "stc.identity.v1.AdmissionService";
const SESSIONS: &str = "stc.identity.v1.SessionService";
const KEYS: &str = "stc.identity.v1.KeyService";
const WORK: &str = "stc.v1.WorkService";

pub(super) const TABLE: &[Row] = &[
    row(TRAJECTORIES, "RegisterYouth", &[Lead], NOBODY, Gets::Own),
    row(TRAJECTORIES, "BeginAgain", &[Lead], NOBODY, Gets::Nothing),
    row(TRAJECTORIES, "ChooseCoach", &[Youth], NOBODY, Gets::Unknown),
    row(CASELOADS, "ListCoachLoads", CENTRE, NOBODY, Gets::Own),
    row(CASELOADS, "GetCaseload", &[Coach], NOBODY, Gets::Own),
    row(CASELOADS, "GetWorkList", &[Coach], NOBODY, Gets::Own),
    row(TRAJECTORIES, "GetTrajectory", CENTRE, &[Youth, Coach], Gets::Nothing),
    row(STEPS, "GetTimeline", &[Youth, Coach], &[Youth, Coach], Gets::Nothing),
    row(STEPS, "RegisterStep", &[Coach], &[Coach], Gets::Nothing),
    row(STEPS, "WithdrawStep", &[Coach], &[Coach], Gets::Nothing),
    row(STEPS, "GiveOwnVersion", &[Youth], &[Youth], Gets::Nothing),
    row(STEPS, "WithdrawOwnVersion", &[Youth], &[Youth], Gets::Nothing),
    row(ALARMS, "ObserveAlarm", &[Coach], &[Coach], Gets::Nothing),
    row(ALARMS, "EndAlarm", &[Coach], &[Coach], Gets::Nothing),
    row(HANDOVERS, "OfferHandover", &[Coach], &[Coach], Gets::Nothing),
    row(HANDOVERS, "AnswerHandover", &[Youth], &[Youth], Gets::Nothing),
    row(HANDOVERS, "AcceptHandover", &[Coach], &[Coach], Gets::Nothing),
    row(EMPLOYERS, "RegisterEmployer", STAFF, NOBODY, Gets::Own),
    row(EMPLOYERS, "ListEmployers", STAFF, NOBODY, Gets::Own),
    row(EMPLOYERS, "ContactEmployer", &[Coach], &[Coach], Gets::Nothing),
    row(PLACEMENTS, "StartPlacement", &[Coach], &[Coach], Gets::Nothing),
    row(PLACEMENTS, "EndPlacement", &[Coach], &[Coach], Gets::Nothing),
    row(UNDER_WAY, "GetUnderWay", &[Youth, Coach], &[Youth, Coach], Gets::Nothing),
    row(TRAJECTORIES, "ChangePopulation", STAFF, &[Coach], Gets::Nothing),
    row(TRAJECTORIES, "CloseTrajectory", STAFF, &[Coach], Gets::Nothing),
    row(EXERCISES, "ListExercises", CENTRE, NOBODY, Gets::Own),
    row(RUNS, "ListRuns", &[Youth], NOBODY, Gets::Own),
    row(RUNS, "StartRun", &[Youth], NOBODY, Gets::Own),
    row(RUNS, "AnswerStep", &[Youth], &[Youth], Gets::Nothing),
    row(RUNS, "CompleteRun", &[Youth], &[Youth], Gets::Nothing),
    row(RUNS, "GetOverview", &[Youth], NOBODY, Gets::Own),
    row(SHARING, "GetSharedOverview", &[Coach], &[Coach], Gets::Nothing),
    row(COMPLETIONS, "ListCompletions", CENTRE, &[Youth, Coach], Gets::Nothing),
    row(COMPLETIONS, "CountCompletions", STAFF, &[Coach], Gets::Nothing),
    row(TABLES, "GetTable", &[Lead, Auditor], NOBODY, Gets::Nothing),
    row(CENTRES, "OpenCentre", &[Operator], NOBODY, Gets::Own),
    row(CENTRES, "DescribeController", REGISTRARS, NOBODY, Gets::Nothing),
    row(CENTRES, "GetController", &[Youth, Coach, Lead, Officer, Operator], NOBODY, Gets::Nothing),
    row(CENTRES, "GetRecords", &[Lead, Officer, Operator], NOBODY, Gets::Nothing),
    row(ACCOUNTABILITY, "GetAccessList", &[Lead, Officer, Operator], NOBODY, Gets::Nothing),
    row(ACCOUNTABILITY, "GetImpactAssessment", WATCHERS, NOBODY, Gets::Nothing),
    row(CENTRES, "ListCentres", &[Auditor, Operator], NOBODY, Gets::Own),
    row(PEOPLE, "RegisterPerson", REGISTRARS, NOBODY, Gets::Nothing),
    row(ADMISSION, "AdmitYouth", &[Service], NOBODY, Gets::Own).by(&[ServiceName::Trajectories]),
    row(ADMISSION, "WithdrawAdmission", &[Service], NOBODY, Gets::Own)
        .by(&[ServiceName::Trajectories]),
    row(PEOPLE, "IssueStartCard", REGISTRARS, NOBODY, Gets::Nothing),
    row(DIRECTORY, "ListPeople", &[Lead, Officer, Operator], NOBODY, Gets::Nothing),
    row(DIRECTORY, "DescribePeople", &[Youth, Coach, Lead, Operator], &[Youth], Gets::Empty),
    row(AUDIT_LOG, "ListAuditEntries", &[Youth, Lead, Officer], &[Youth], Gets::Nothing),
    row(AUDIT_LOG, "ReviewReading", WATCHERS, NOBODY, Gets::Nothing),
    row(DUE, "ListDue", WATCHERS, NOBODY, Gets::Own),
    row(REQUESTS, "MakeRequest", &[Youth, Lead, Officer], &[Youth], Gets::Nothing),
    row(REQUESTS, "ListRequests", &[Youth, Lead, Officer], &[Youth], Gets::Nothing),
    row(REQUESTS, "AdviseRequest", &[Officer], NOBODY, Gets::Nothing),
    row(REQUESTS, "ExtendRequest", &[Lead], NOBODY, Gets::Nothing),
    row(REQUESTS, "RefuseRequest", &[Lead], NOBODY, Gets::Nothing),
    row(REQUESTS, "GrantRequest", &[Lead], NOBODY, Gets::Nothing),
    row(REQUESTS, "GetErasureCertificate", WATCHERS, NOBODY, Gets::Nothing),
    row(REQUESTS, "AnnounceLifting", &[Lead], NOBODY, Gets::Nothing),
    row(REQUESTS, "SeeLifting", &[Youth], &[Youth], Gets::Nothing),
    row(REQUESTS, "LiftRestriction", &[Lead], NOBODY, Gets::Nothing),
    row(REQUESTS, "WithdrawRequest", &[Youth], &[Youth], Gets::Nothing),
    row(NOTICES, "ListNotices", &[Coach, Lead, Officer], NOBODY, Gets::Own),
    row(NOTICES, "AcknowledgeNotice", &[Coach, Lead, Officer], &[Coach], Gets::Nothing),
    row(NOTICES, "TellOutside", &[Lead], NOBODY, Gets::Nothing),
    row(CONSENTS, "ListConsents", &[Youth, Lead], &[Youth], Gets::Nothing),
    row(CONSENTS, "AnswerConsent", &[Youth, Lead], &[Youth], Gets::Nothing),
    row(BREACHES, "ReportBreach", REGISTRARS, NOBODY, Gets::Nothing),
    row(BREACHES, "ListBreaches", WATCHERS, NOBODY, Gets::Own),
    row(BREACHES, "ListBreachClocks", &[Operator], NOBODY, Gets::Own),
    row(BREACHES, "GetBreach", WATCHERS, NOBODY, Gets::Nothing),
    row(BREACHES, "AssessBreach", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "NotifyAuthority", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "InformPersons", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "TakeBreachMeasure", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "ListAffected", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "CloseBreach", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "SetBreachRule", REGISTRARS, NOBODY, Gets::Nothing),
    row(BREACHES, "GetBreachRule", REGISTRARS, NOBODY, Gets::Nothing),
    row(RETENTION, "GetRetentionTerms", WATCHERS, NOBODY, Gets::Own),
    row(RETENTION, "SetRetentionTerm", &[Lead], NOBODY, Gets::Own),
    row(RETENTION, "GetRetention", &[Youth, Lead, Officer], &[Youth], Gets::Nothing),
    row(RETENTION, "ListEndings", WATCHERS, NOBODY, Gets::Own),
    row(RETENTION, "EndTerm", &[Lead], NOBODY, Gets::Nothing),
    row(RETENTION, "ListTermEnds", WATCHERS, NOBODY, Gets::Own),
    row(RETENTION, "GetTermCertificate", WATCHERS, NOBODY, Gets::Nothing),
    row(RETENTION, "PlaceHold", &[Lead], NOBODY, Gets::Nothing),
    row(RETENTION, "ListHolds", WATCHERS, NOBODY, Gets::Own),
    row(RETENTION, "LiftHold", &[Lead], NOBODY, Gets::Nothing),
    row(BREACHES, "ListBreachRules", REGISTRARS, NOBODY, Gets::Nothing),
    row(EXITS, "GetExit", REGISTRARS, NOBODY, Gets::Nothing),
    row(EXITS, "AgreeToExit", &[Lead], NOBODY, Gets::Nothing),
    row(EXITS, "WithdrawExit", REGISTRARS, NOBODY, Gets::Nothing),
    row(EXITS, "RecordExport", &[Operator], NOBODY, Gets::Nothing),
    row(EXITS, "EraseCentre", &[Operator], NOBODY, Gets::Nothing),
    // The last: nobody agreed to what is begun here.
    row(EXITS, "BeginExit", &[Operator], NOBODY, Gets::Nothing),
    row(PEOPLE, "SeeNotice", &[Youth], NOBODY, Gets::Own),
    row(PEOPLE, "EraseAnswers", &[Youth], NOBODY, Gets::Own),
    row(PEOPLE, "ChooseAvatar", &Role::PEOPLE, NOBODY, Gets::Own),
    row(KEYS, "DestroyKeys", &[Operator], NOBODY, Gets::Own),
    row(KEYS, "GetStanding", &[Operator, Service], NOBODY, Gets::Own).by(GATEWAY),
    row(SESSIONS, "SignIn", &[Service], NOBODY, Gets::Own).by(GATEWAY),
    row(SESSIONS, "Authenticate", &[Service], NOBODY, Gets::Own).by(GATEWAY),
    row(SESSIONS, "SignOut", &[Service], NOBODY, Gets::Own).by(GATEWAY),
    row(KEYS, "GetKeys", &[Service], NOBODY, Gets::Own).by(&[
        ServiceName::Exercises,
        ServiceName::Trajectories,
        ServiceName::Monitoring,
    ]),
    row(WORK, "ListWork", &[Operator, Service], NOBODY, Gets::Own).by(GATEWAY),
    row(WORK, "FinishWork", &[Operator], NOBODY, Gets::Own),
    row(WORK, "UndoWork", &[Operator], NOBODY, Gets::Own),
];

/// Of which categories a service gets keys: of what it seals and opens. Whoever takes its token gets no
/// others.
pub(super) const fn keys_of(service: ServiceName) -> &'static [Category] {
    match service {
        ServiceName::Gateway => &[],
        ServiceName::Exercises => &[Category::Content, Category::Health],
        ServiceName::Trajectories => {
            &[Category::Content, Category::Health, Category::Registration, Category::Observation]
        }
        ServiceName::Monitoring => &[Category::Health],
    }
}
