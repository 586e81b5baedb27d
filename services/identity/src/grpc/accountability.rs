//! What a centre shows about its processing: who has access to health data, and the impact assessment.
//!
//! Invariant: it counts, and names nobody.

use eventlog::clock::now;
use events::{BreachState, Code as _};
use kernel::Role;
use proto::identity::{self as wire, accountability_service_server::AccountabilityService};
use records::{
    Operation, Party, Words,
    impact::{self, Assessed, Measure, Risk},
};
use runtime::{
    Ctx,
    access::{Centre, Permitted, asked},
    serve::Answer,
    status::parse,
};
use tonic::{Request, Response, Status};

use super::{
    Identity,
    centres::{Known, controller_message},
};

#[tonic::async_trait]
impl AccountabilityService for Identity {
    async fn get_access_list(
        &self,
        request: Request<wire::GetAccessListRequest>,
    ) -> Answer<wire::AccessList> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let (of, made_on) = (self.party(&ctx).await?, self.today(&ctx).await?);
        let operations: Vec<_> = asked.policies().permitted().map(operation).collect();
        let list = records::access_list(&of, &operations, made_on);
        let row = |row: records::AccessRow| wire::AccessListRow {
            role: row.role.map(|role| role.name().to_owned()),
            persons: Some(text(row.persons)),
            capacity: Some(text(row.capacity)),
            data: Some(text(row.data)),
            scope: Some(text(row.scope)),
            purpose: Some(text(row.purpose)),
            confidentiality: Some(text(row.confidentiality)),
            operations: row.operations,
            policies: row.policies,
        };
        Ok(Response::new(wire::AccessList {
            csv: list.csv,
            made_on: made_on.to_string(),
            controller: list.controller,
            rows: list.rows.into_iter().map(row).collect(),
        }))
    }

    async fn get_impact_assessment(
        &self,
        request: Request<wire::GetImpactAssessmentRequest>,
    ) -> Answer<wire::ImpactAssessment> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&Centre(parse("centre", &request.centre)?))?;
        let centre = self.party(&ctx).await?;
        let processor = self.processor().await?;
        let processings = impact::processings(&centre.terms).into_iter().map(processing);
        Ok(Response::new(wire::ImpactAssessment {
            version: impact::VERSION.to_owned(),
            version_date: impact::VERSION_DATE.to_string(),
            made_on: self.today(&ctx).await?.to_string(),
            centre: centre.name,
            controller: centre.told.map(controller_message),
            processor: processor.legal_name(),
            sub_processors: processor.others(),
            processings: processings.collect(),
            measures: impact::measures().into_iter().map(str::to_owned).collect(),
            risks: impact::risks().iter().map(risk).collect(),
            facts: Some(self.facts(&ctx).await?),
        }))
    }
}

impl Identity {
    /// What is known of the tenant of `ctx`, for a document.
    pub(super) async fn party(&self, ctx: &Ctx) -> Result<Party, Status> {
        let Known { name, country, controller, terms } = self.known(ctx).await?;
        Ok(Party { id: ctx.tenant().clone(), name, country, told: controller, terms })
    }

    /// How things stand today in the centre of `ctx`.
    async fn facts(&self, ctx: &Ctx) -> Result<wire::AssessmentFacts, Status> {
        self.audit_log_is_whole().await?;
        let (today, now) = (self.today(ctx).await?, now());
        let youths = self.directory.of(ctx).await?.get(|directory| {
            let people = directory.people().map(|(_, person)| person);
            people.filter(|person| person.role == Role::Youth && !person.erased).count()
        });
        let mut facts = wire::AssessmentFacts {
            youths: impact::rounded(youths),
            rounded_to: impact::ROUNDED_TO,
            not_shown_below: impact::NOT_SHOWN_BELOW,
            ..wire::AssessmentFacts::default()
        };
        self.requests.of(ctx).await?.get(|requests| {
            let all = requests.listed(None);
            let count = |which: &dyn Fn(&crate::views::RequestEntry) -> bool| {
                count(all.iter().filter(|entry| which(entry)).count())
            };
            facts.open_requests = count(&|it| it.is_open());
            facts.overdue_requests = count(&|it| it.is_overdue(today));
            facts.restrictions = count(&|it| it.in_force);
            facts.erasures = count(&|it| it.certificate.is_some());
        });
        facts.unusual_readings =
            self.audit.of(ctx).await?.get(|log| count(log.unreviewed().count()));
        self.breaches.at_least(ctx.at_least()).await?;
        let breaches = self.breaches.now();
        let files = breaches.view.listed(Some(ctx.tenant()));
        let open = files.iter().filter(|file| file.breach.state() != BreachState::Closed);
        facts.open_breaches = count(open.count());
        let overdue = files.iter().filter(|file| file.breach.is_overdue(now));
        facts.overdue_breaches = count(overdue.count());
        facts.breaches = count(files.len());
        Ok(facts)
    }
}

fn operation(it: Permitted<'_>) -> Operation {
    Operation { name: it.operation.to_owned(), role: it.role, policies: it.policies }
}

fn text(words: &Words) -> wire::BilingualText {
    wire::BilingualText { nl: words.nl.to_owned(), en: words.en.to_owned() }
}

fn processing(it: Assessed) -> wire::AssessedProcessing {
    let data = it.data.into_iter().map(|(what, special, [nl, en])| wire::AssessedData {
        what: Some(text(what)),
        special,
        kept: Some(wire::BilingualText { nl, en }),
    });
    let grounds = it.grounds.into_iter().map(|(nl, en)| wire::BilingualText { nl, en });
    wire::AssessedProcessing {
        purpose: it.purpose.name().to_owned(),
        title: Some(text(it.title)),
        about: Some(text(it.about)),
        grounds: grounds.collect(),
        subjects: it.subjects.into_iter().map(text).collect(),
        data: data.collect(),
        recipients: it.recipients.into_iter().map(text).collect(),
        necessity: Some(text(it.necessity)),
        proportionality: Some(text(it.proportionality)),
    }
}

fn risk(it: &Risk) -> wire::AssessedRisk {
    let measure = |measure: &Measure| wire::AssessedMeasure {
        what: Some(text(&measure.what)),
        shown_by: measure.shown_by.iter().map(|it| (*it).to_owned()).collect(),
    };
    wire::AssessedRisk {
        code: it.code.to_owned(),
        what: Some(text(&it.what)),
        likelihood: it.likelihood.name().to_owned(),
        severity: it.severity.name().to_owned(),
        measures: it.measures.iter().map(measure).collect(),
        left: it.left.name().to_owned(),
    }
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
