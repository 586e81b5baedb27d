//! A message of every RPC about the things of a centre, which would do if the caller may: made from the
//! contract, so that a new operation needs a line here only for a new kind of thing.

use contract::{Format, Rules};
use eventlog::clock;
use events::ActionCategory;
use kernel::{Category, Role};
use prost::Message;
use prost_reflect::{DynamicMessage, FieldDescriptor, Kind, MessageDescriptor, Value};
use proto::identity;
use tests::{Person, Site, facts, world::Centre};
use uuid::Uuid;

use super::contract::POOL;

/// A centre with what a message can name.
pub(crate) struct Things {
    pub(crate) centre: Centre,
    /// Its data protection officer.
    pub(crate) officer: Person,
    /// A step that the coach registered.
    step: String,
    /// A run that the youth began.
    run: String,
    /// Somebody whom the lead registered, and the work that it was.
    registered: (Uuid, Uuid),
    /// Somebody who can be erased, with nobody missing them.
    erasable: Uuid,
    /// What the youth asked for: to be refused, granted and taken back.
    requests: [Uuid; 3],
    /// What somebody asked for who was erased.
    erased: Uuid,
    /// What was corrected, so that the coach is told.
    corrected: Uuid,
    /// A breach that the lead reported.
    breach: Uuid,
    /// What was erased because its term was over.
    ended: Uuid,
    /// A signal.
    alarm: Uuid,
    /// Handovers: to be answered, and one to which the youth agreed.
    handovers: [Uuid; 2],
    /// An employer.
    employer: Uuid,
    /// A placement.
    placement: Uuid,
}

impl Things {
    pub(crate) async fn of(site: &Site, centre: Centre) -> Self {
        let officer = centre.lead.registers_officer("Dora Officer").await;
        let officer = site.signs_in(&officer.card).await;
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
        let asked = ["portability", "access", "objection"];
        let mut requests = [Uuid::nil(); 3];
        for (request, right) in requests.iter_mut().zip(asked) {
            *request = centre.youth.makes_request(right).await;
        }
        // What the youth shares with the coach stays shared: messages are about another life domain.
        centre.youth.shares("work", centre.coach.id).await;
        let bas = lead.registers_youth("Bas Youth").await.id;
        let erased = lead.makes_request_of(bas, "erasure").await;
        let grant = serde_json::json!({ "answer": null });
        lead.post(&format!("/requests/{erased}/grant"), &grant).send().await.with(204);
        let corrected = centre.youth.makes_request("rectification").await;
        lead.post(&format!("/requests/{corrected}/grant"), &grant).send().await.with(204);
        let breach = lead.reports_breach("lostDevice").await;
        let ended = centre.lead.ends_a_term().await;
        let (coach, youth) = (&centre.coach, &centre.youth);
        let alarm = coach.observes_alarm(youth.id, "Talk with the teacher").await;
        let mut handovers = [Uuid::nil(); 2];
        for handover in &mut handovers {
            *handover = coach.offers_handover(youth.id, "Youth welfare").await;
        }
        youth.answers_handover(handovers[1], true).await;
        let employer = coach.registers_employer("Bakery").await;
        let placement = coach.starts_job(youth.id, employer, 19).await;
        Self {
            centre,
            officer,
            step,
            run,
            registered,
            erasable,
            requests,
            erased,
            corrected,
            breach,
            ended,
            alarm,
            handovers,
            employer,
            placement,
        }
    }

    /// Somebody of the centre.
    pub(crate) fn somebody(&self, role: Role) -> Option<&Person> {
        match role {
            Role::Youth => Some(&self.centre.youth),
            Role::Coach => Some(&self.centre.coach),
            Role::Lead => Some(&self.centre.lead),
            Role::Officer => Some(&self.officer),
            _across => None,
        }
    }

    /// The message of the RPC of this name, for a caller of this role: what it names is a thing of the
    /// centre, and everything else is what the contract allows.
    pub(super) fn message(&self, name: &str, role: Role) -> Vec<u8> {
        let mut methods = POOL.services().flat_map(|service| service.methods().collect::<Vec<_>>());
        let method = methods.find(|method| method.name() == name);
        self.filled(&method.unwrap().input(), role).encode_to_vec()
    }

    fn filled(&self, message: &MessageDescriptor, role: Role) -> DynamicMessage {
        let mut filled = DynamicMessage::new(message.clone());
        for field in message.fields() {
            if let Some(value) = self.named(&field, role).or_else(|| self.allowed(&field, role)) {
                filled.set_field(&field, value);
            }
        }
        filled
    }

    /// What a field names that is there, or what the contract does not say about it.
    fn named(&self, field: &FieldDescriptor, role: Role) -> Option<Value> {
        let (message, across) = (field.parent_message(), role == Role::Operator);
        let Centre { id: centre, youth, coach, lead, .. } = &self.centre;
        let text = match (message.name(), field.name()) {
            ("OpenCentreRequest", "id") => format!("{centre}b"),
            ("DestroyKeysRequest", "person") => self.erasable.to_string(),
            ("IssueStartCardRequest", "person") if across => lead.id.to_string(),
            // Whoever gets a new card is signed out.
            ("IssueStartCardRequest", "person") => self.registered.0.to_string(),
            ("RegisterPersonRequest", "role") if across => "lead".to_owned(),
            ("RegisterPersonRequest", "role") => "coach".to_owned(),
            ("ListPeopleRequest", "role") => "youth".to_owned(),
            ("GetKeysRequest", "category") => Category::Health.name().to_owned(),
            ("AnswerStepRequest", "step") => "energy".to_owned(),
            ("AnswerStepRequest", "options") => "hands".to_owned(),
            (
                "ListAuditEntriesRequest" | "MakeRequestRequest" | "ListRequestsRequest",
                "person",
            )
            | ("ThingOf", "subject")
            | (_, "youth" | "youths" | "subjects" | "ids") => youth.id.to_string(),
            ("AnswerConsentRequest", "domain") => "housing".to_owned(),
            (_, "coach" | "reader") => coach.id.to_string(),
            ("GetErasureCertificateRequest", "request") => self.erased.to_string(),
            ("AcknowledgeNoticeRequest" | "TellOutsideRequest", "request") => {
                self.corrected.to_string()
            }
            ("GrantRequestRequest", "request") => self.requests[1].to_string(),
            ("WithdrawRequestRequest", "request") => self.requests[2].to_string(),
            (_, "request") => self.requests[0].to_string(),
            (_, "breach" | "subject") => self.breach.to_string(),
            (_, "end") => self.ended.to_string(),
            (_, "step") => self.step.clone(),
            (_, "alarm") => self.alarm.to_string(),
            ("AcceptHandoverRequest", "handover") => self.handovers[1].to_string(),
            (_, "handover") => self.handovers[0].to_string(),
            ("ContactEmployerRequest", "employer") => self.employer.to_string(),
            (_, "placement") => self.placement.to_string(),
            ("OfferHandoverRequest", "parts") => "overview".to_owned(),
            ("SetRetentionTermRequest", "class") => "neverTrajectory".to_owned(),
            ("SetRetentionTermRequest", "run") => "afterConfirmation".to_owned(),
            // The run itself is for the messages that follow.
            ("EraseAnswersRequest", "run") => Uuid::now_v7().to_string(),
            (_, "run" | "thing") => self.run.clone(),
            (_, "centre" | "tenant") => centre.clone(),
            (_, "registration" | "work") => self.registered.1.to_string(),
            (_, "exercise") => "work-energy".to_owned(),
            (_, "sha256") => "9f".repeat(32),
            (_, "language") => "nl".to_owned(),
            (_, "avatar") => "light-bob-red".to_owned(),
            (_, "birth_date") => "2006-05-04".to_owned(),
            (_, "population") => "neet".to_owned(),
            _ => return None,
        };
        let text = Value::String(text);
        Some(if field.is_list() { Value::List(vec![text]) } else { text })
    }

    /// A value that would do, if one has to be there.
    fn allowed(&self, field: &FieldDescriptor, role: Role) -> Option<Value> {
        if field.is_list() || field.containing_oneof().is_some() {
            return None;
        }
        let rules = Rules::of(field);
        let number = rules.range.map_or(1, |range| range.min.max(1));
        match field.kind() {
            Kind::Message(message) => Some(Value::Message(self.filled(&message, role))),
            Kind::Uint32 => Some(Value::U32(number.try_into().unwrap())),
            Kind::Uint64 => Some(Value::U64(number)),
            Kind::String => text(&rules).map(Value::String),
            _ => None,
        }
    }

    /// The message that asks for the youth's key of a category.
    pub(super) fn keys(&self, category: Category) -> Vec<u8> {
        let (tenant, category) = (self.centre.id.clone(), category.name().to_owned());
        let subjects = vec![self.centre.youth.id.to_string()];
        let asked = identity::GetKeysRequest { tenant, subjects, category, ..Default::default() };
        asked.encode_to_vec()
    }
}

/// The first code, a new id, today, now, or a short name: as the rules want it.
fn text(rules: &Rules) -> Option<String> {
    if let Some(name) = &rules.code {
        let lists = contract::codes(&POOL);
        let list = lists.into_iter().find(|list| list.name == *name)?;
        return list.codes.into_iter().next().map(|(_, code, _)| code);
    }
    match rules.format {
        Some(Format::Uuid) => Some(Uuid::now_v7().to_string()),
        Some(Format::Date) => Some(clock::today().to_string()),
        Some(Format::DateTime) => Some(clock::now().to_string()),
        None => rules.chars.map(|_| "Bo".to_owned()),
    }
}
