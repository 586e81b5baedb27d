//! Which data about health an operation shows, or takes from whoever enters it.
//!
//! What is no data about health in the register is none here either: names, requests, which exercises were done.

use kernel::Role;

use crate::table::{
    Data,
    lists::{
        DATA_ACCESS_LOG, DATA_HEALTH_ANSWERS, DATA_INTAKE, DATA_NOTES, DATA_REGISTRATION,
        DATA_TRAJECTORY,
    },
};

type Shown = &'static [&'static Data];

const NOTHING: Shown = &[];
const REGISTERED: Shown = &[&DATA_REGISTRATION, &DATA_INTAKE];
const BEGUN_AGAIN: Shown = &[&DATA_INTAKE, &DATA_TRAJECTORY];
const COUNTED: Shown = &[&DATA_INTAKE, &DATA_TRAJECTORY];
const TRAJECTORY: Shown = &[&DATA_TRAJECTORY];
const EVERYTHING_TOLD: Shown = &[&DATA_INTAKE, &DATA_TRAJECTORY, &DATA_NOTES];
const STEPS: Shown = &[&DATA_TRAJECTORY, &DATA_NOTES];
const NOTES: Shown = &[&DATA_NOTES];
const ANSWERS: Shown = &[&DATA_HEALTH_ANSWERS];
const ACCESS_LOG: Shown = &[&DATA_ACCESS_LOG];

/// What an operation shows to somebody with this role; `None`: nobody said so yet.
pub(super) fn shown(operation: &str, role: Role) -> Option<Shown> {
    Some(match operation {
        "RegisterYouth" => REGISTERED,
        "BeginAgain" => BEGUN_AGAIN,
        // A table that leaves a centre is rounded and tells of nobody (docs/adr/0007).
        "GetTable" if role == Role::Auditor => NOTHING,
        "GetTable" => COUNTED,
        "ChooseCoach" | "GetTrajectory" | "ChangePopulation" | "CloseTrajectory"
        | "GetCaseload" | "GetWorkList" => TRAJECTORY,
        "GetTimeline" if role == Role::Youth => EVERYTHING_TOLD,
        "GetTimeline" | "RegisterStep" | "WithdrawStep" | "GetUnderWay" | "ObserveAlarm"
        | "EndAlarm" | "OfferHandover" | "AnswerHandover" | "AcceptHandover"
        | "ContactEmployer" | "StartPlacement" | "EndPlacement" => STEPS,
        "GiveOwnVersion" | "WithdrawOwnVersion" => NOTES,
        "ListRuns" | "StartRun" | "AnswerStep" | "CompleteRun" | "GetOverview"
        | "GetSharedOverview" => ANSWERS,
        "ListAuditEntries" | "ReviewReading" | "ListAffected" | "ListDue" => ACCESS_LOG,
        _ => return shows_nothing(operation).then_some(NOTHING),
    })
}

/// What shows nothing about health, to nobody.
fn shows_nothing(operation: &str) -> bool {
    matches!(
        operation,
        // What is there, and how much of it.
        "ListExercises" | "ListCompletions" | "CountCompletions" | "ListCoachLoads"
        // Employers are no young people.
        | "RegisterEmployer" | "ListEmployers"
        // Centres, and what they show.
        | "OpenCentre" | "ListCentres" | "DescribeController" | "GetController" | "GetRecords"
        | "GetAccessList" | "GetImpactAssessment"
        | "BeginExit" | "AgreeToExit" | "WithdrawExit" | "RecordExport" | "EraseCentre" | "GetExit"
        // Names.
        | "RegisterPerson" | "IssueStartCard" | "SeeNotice" | "ChooseAvatar" | "ListPeople"
        | "DescribePeople"
        // What is asked about data, and agreed to.
        | "MakeRequest" | "ListRequests" | "WithdrawRequest" | "AdviseRequest" | "ExtendRequest"
        | "GrantRequest" | "RefuseRequest" | "LiftRestriction" | "GetErasureCertificate"
        | "ListConsents" | "AnswerConsent" | "TellOutside" | "AnnounceLifting" | "SeeLifting"
        | "ListNotices" | "AcknowledgeNotice" | "EraseAnswers"
        // How long what is kept, and what is held longer.
        | "GetRetentionTerms" | "SetRetentionTerm" | "GetRetention" | "ListEndings" | "EndTerm"
        | "ListTermEnds" | "GetTermCertificate" | "PlaceHold" | "LiftHold" | "ListHolds"
        // Files of breaches.
        | "ReportBreach" | "AssessBreach" | "NotifyAuthority" | "InformPersons"
        | "TakeBreachMeasure" | "CloseBreach" | "ListBreaches" | "GetBreach" | "ListBreachClocks"
        | "SetBreachRule" | "GetBreachRule" | "ListBreachRules"
        // What the platform needs.
        | "DestroyKeys" | "GetStanding" | "ListWork" | "FinishWork" | "UndoWork"
    )
}
