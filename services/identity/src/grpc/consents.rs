//! What young people agree to share.

use domain::consent::{DeclineConsent, GiveConsent};
use eventlog::Position;
use events::{CoachId, Code as _, ConsentKind, LifeDomain, consent::Consent};
use kernel::{Decision, Reason, Role, refusal::Refusal};
use proto::{
    identity::{self as wire, consent_service_server::ConsentService},
    shared::Done,
};
use runtime::{
    access::{Asked, Permit, asked},
    execute::{Target, execute},
    serve::Answer,
    status::{invalid, not_found, of_command, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;

use super::{Identity, person_id};
use crate::{
    resources::ConsentsOf,
    views::{Directory, Ledger, OfPerson, Said},
};

/// How much of what was said one page holds.
const PAGE_ENTRIES: usize = 50;

#[tonic::async_trait]
impl ConsentService for Identity {
    async fn list_consents(
        &self,
        request: Request<wire::ListConsentsRequest>,
    ) -> Answer<wire::ListConsentsResponse> {
        let (asked, request) = asked(request)?;
        let youth = person_id("youth", &request.youth)?;
        let from = request.page.as_deref().map(|page| parse::<usize>("page", page));
        let from = from.transpose()?.unwrap_or(0);
        let ctx = self.consents_of(&asked, youth).await?;
        let of = self.ledger.of(&ctx).await?.get(|ledger: &Ledger| ledger.of(youth));
        let end = from.saturating_add(PAGE_ENTRIES);
        let items = of.latest_first().skip(from).take(PAGE_ENTRIES);
        Ok(Response::new(wire::ListConsentsResponse {
            items: items.map(entry).collect(),
            next_page: (end < of.latest_first().len()).then(|| end.to_string()),
            coach: of.coach().map(|coach| coach.to_string()),
            has_time_before: of.has_time_before(),
            consents: Consent::all().map(|about| told(about, &of)).collect(),
        }))
    }

    async fn answer_consent(&self, request: Request<wire::AnswerConsentRequest>) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let youth = person_id("youth", &request.youth)?;
        let consent = about(&request)?;
        let text = parse("text", &request.text)?;
        let ctx = self.consents_of(&asked, youth).await?;
        if !request.agreed {
            return self.says(&ctx, youth, &DeclineConsent { consent, text }).await;
        }
        let coach = request.coach.ok_or_else(|| invalid("coach", Reason::Missing))?;
        let coach: CoachId = parse("coach", &coach)?;
        let chosen = |ledger: &Ledger| ledger.of(youth).coach();
        let chosen = self.ledger.find(&ctx, chosen).await?;
        self.says(&ctx, youth, &GiveConsent { consent, coach, chosen, text }).await
    }
}

impl Identity {
    /// The permit to read or write down what a youth of the centre agrees to.
    async fn consents_of(&self, asked: &Asked, youth: Uuid) -> Result<Permit, Status> {
        let ctx = asked.authorize(&ConsentsOf { centre: asked.tenant().clone(), youth })?;
        let there = |directory: &Directory| {
            directory.person(youth).filter(|it| it.role == Role::Youth && !it.erased).map(drop)
        };
        self.directory.find(&ctx, there).await?.ok_or_else(not_found)?;
        Ok(ctx)
    }

    /// Runs a command about what a person agrees to.
    async fn says<C>(&self, ctx: &Permit, person: Uuid, command: &C) -> Answer<Done>
    where
        C: Decision<State = domain::Consents, Refusal: Refusal>,
    {
        let target = Target::today(person, Some(person), self.today(ctx).await?);
        let done = execute(&self.registrar.backends, ctx, target, command).await;
        let position: Position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }
}

/// What it is about: a life domain goes with the kind that shares one, and with no other.
fn about(request: &wire::AnswerConsentRequest) -> Result<Consent, Status> {
    let kind: ConsentKind = parse("consent", &request.consent)?;
    let domain = request.domain.as_deref().map(|domain| parse::<LifeDomain>("domain", domain));
    let domain = domain.transpose()?;
    let wrong = if domain.is_none() { Reason::Missing } else { Reason::UnknownValue };
    Consent::of(kind, domain).ok_or_else(|| invalid("domain", wrong))
}

fn told(about: Consent, of: &OfPerson) -> wire::Consent {
    let (last, text) = of.last(about).unzip();
    wire::Consent {
        consent: about.kind().name().to_owned(),
        domain: about.domain().map(|domain| domain.name().to_owned()),
        state: last.map(|last| last.state.name().to_owned()),
        since: last.map(|last| last.on.to_string()),
        text: text.flatten().map(|text| text.name().to_owned()),
    }
}

fn entry(said: &Said) -> wire::ConsentEntry {
    wire::ConsentEntry {
        consent: said.about.kind().name().to_owned(),
        domain: said.about.domain().map(|domain| domain.name().to_owned()),
        state: said.state.name().to_owned(),
        occurred_on: said.on.to_string(),
        text: said.text.map(|text| text.name().to_owned()),
        channel: said.channel.map(|channel| channel.name().to_owned()),
        position: said.position.into(),
    }
}
