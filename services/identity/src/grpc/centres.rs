//! Centres.

use domain::centre::{BeginOpening, Centre, DescribeController, OpenCentre, open::Refusal};
use eventlog::clock::today_in;
use events::{
    Code as _, Country, Language,
    centre::{Centre as CentreEntry, Controller, Terms, country_of, zone_of},
    limits::identity::DESCRIBE_CONTROLLER_OTHERS,
    opening::Opening,
};
use kernel::{Personal, Reason, Role, TenantId, zone::Zone};
use proto::{
    identity::{self as wire, centre_service_server::CentreService},
    shared::{Done, NewCard},
};
use records::Party;
use runtime::{
    Ctx,
    access::{self as resource, asked},
    execute::{Before, Target, before, execute, state_of},
    serve::Answer,
    status::{invalid, not_found, of_command, of_refusal, of_refusal_in, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;
use work::WorkId;

use super::{Identity, across, new_card, person_id, registering::Newcomer};
use crate::{centre_id, views::Directory};

/// Who works on the data of all centres (GDPR Art. 28), until it is written down with its name by law.
const PROCESSOR: &str = "Pulso";

#[tonic::async_trait]
impl CentreService for Identity {
    /// Writes down what was asked, then lets the work go on.
    async fn open_centre(&self, request: Request<wire::OpenCentreRequest>) -> Answer<NewCard> {
        let (asked, request) = asked(request)?;
        let tenant: TenantId = parse("id", &request.id)?;
        if tenant.is_platform() {
            return Err(invalid("id", Reason::Reserved));
        }
        let lead = request.lead.clone().ok_or_else(|| invalid("lead", Reason::Missing))?;
        let ctx = asked.authorize(&resource::Centre(tenant))?;
        let (id, lead_name) = self.check_lead(&ctx, lead)?;
        let (centre, zone) = self.centre_of(request)?;
        centre.check().map_err(|error| of_refusal(&error))?;
        let command = BeginOpening { centre, lead: id, lead_name: Personal::Open(lead_name) };
        let work = WorkId::of(&ctx);
        let backends = &self.registrar.backends;
        let begun = before::<Opening>(backends, &ctx, work.id).await;
        if let Before::Now { .. } = begun.map_err(|error| of_command(&error))? {
            self.check_free(&ctx, id).await?;
        }
        let target = Target::today(work.id, Some(id), today_in(&zone));
        let begun = execute(backends, &ctx, target, &command).await;
        begun.map_err(|error| of_command(&error))?;
        let (position, code) = self.openings.begun(&work).await?;
        Ok(Response::new(new_card(ctx.tenant().to_string(), position, code)))
    }

    async fn describe_controller(
        &self,
        request: Request<wire::DescribeControllerRequest>,
    ) -> Answer<Done> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&resource::Centre(parse("centre", &request.centre)?))?;
        if request.others.len() > DESCRIBE_CONTROLLER_OTHERS.most() {
            return Err(invalid("others", Reason::TooMany));
        }
        let agreed_on = request.agreed_on.as_deref().map(|day| parse("agreedOn", day));
        let controller = Controller {
            legal_name: request.legal_name,
            number: request.number,
            address: request.address,
            contact: request.contact,
            officer: request.officer,
            officer_contact: request.officer_contact,
            others: request.others,
            agreement: request.agreement,
            agreed_on: agreed_on.transpose()?,
        };
        let of_platform = ctx.tenant().is_platform();
        let command = DescribeController { controller, of_platform };
        let target = Target::today(centre_id(ctx.tenant()), None, self.today(&ctx).await?);
        let done = execute(&self.registrar.backends, &ctx, target, &command).await;
        let position = done.map_err(|error| of_command(&error))?.position;
        Ok(Response::new(Done { position: position.into() }))
    }

    async fn get_controller(
        &self,
        request: Request<wire::GetControllerRequest>,
    ) -> Answer<wire::GetControllerResponse> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&resource::Centre(parse("centre", &request.centre)?))?;
        let Known { country, controller, .. } = self.known(&ctx).await?;
        let authority = records::authority(country).name().to_owned();
        let controller = controller.map(controller_message);
        Ok(Response::new(wire::GetControllerResponse { controller, authority }))
    }

    async fn get_records(
        &self,
        request: Request<wire::GetRecordsRequest>,
    ) -> Answer<wire::GetRecordsResponse> {
        let (asked, request) = asked(request)?;
        let ctx = asked.authorize(&resource::Centre(parse("centre", &request.centre)?))?;
        let made_on = self.today(&ctx).await?;
        let processor = self.processor().await?;
        let register = if ctx.tenant().is_platform() {
            let mut centres = Vec::new();
            let all: Vec<_> = self
                .centres
                .now()
                .view
                .iter()
                .map(|(id, it)| (id.clone(), it.name.clone()))
                .collect();
            for (id, name) in all {
                let there = asked.authorize(&resource::Centre(id.clone()))?;
                let Known { country, controller, terms, .. } = self.known(&there).await?;
                centres.push(Party { id, name, country, told: controller, terms });
            }
            records::of_processor(&processor, &centres, made_on)
        } else {
            let Known { name, country, controller, terms } = self.known(&ctx).await?;
            let id = ctx.tenant().clone();
            let centre = Party { id, name, country, told: controller, terms };
            records::of_controller(&centre, &processor, made_on)
        };
        Ok(Response::new(wire::GetRecordsResponse { csv: register.csv, json_ld: register.json_ld }))
    }

    async fn list_centres(
        &self,
        request: Request<wire::ListCentresRequest>,
    ) -> Answer<wire::ListCentresResponse> {
        let (asked, _) = asked(request)?;
        let ctx = across(&asked)?;
        self.centres.at_least(ctx.at_least()).await?;
        let centres = self.centres.now();
        let centres = centres.view.iter().map(|(id, centre)| centre_message(id, centre));
        Ok(Response::new(wire::ListCentresResponse { items: centres.collect() }))
    }
}

/// What is known of a tenant, for registers.
pub(super) struct Known {
    pub(super) name: String,
    pub(super) country: Country,
    pub(super) controller: Option<Controller>,
    pub(super) terms: Terms,
}

impl Identity {
    /// What is known of the tenant of `ctx`. A centre that never opened does not exist.
    pub(super) async fn known(&self, ctx: &Ctx) -> Result<Known, Status> {
        let of_platform = ctx.tenant().is_platform();
        let known = |directory: &Directory| {
            let (controller, terms) = (directory.controller().cloned(), directory.terms().clone());
            match directory.centre() {
                Some(centre) => {
                    let (name, country) = (centre.name.clone(), centre.country);
                    Some(Known { name, country, controller, terms })
                }
                None if of_platform => {
                    let (name, country) = (PROCESSOR.to_owned(), Country::Be);
                    Some(Known { name, country, controller, terms })
                }
                None => None,
            }
        };
        self.directory.find(ctx, known).await?.ok_or_else(not_found)
    }

    /// Who works on the data for all centres.
    pub(super) async fn processor(&self) -> Result<Party, Status> {
        let id = TenantId::platform();
        let ours = Ctx::internal(id.clone(), Uuid::nil(), Role::Service, Uuid::now_v7());
        let Known { name, country, controller, terms } = self.known(&ours).await?;
        Ok(Party { id, name, country, told: controller, terms })
    }

    /// The lead's id, and a name that can be kept.
    fn check_lead(&self, ctx: &Ctx, lead: wire::NewLead) -> Result<(Uuid, String), Status> {
        let id = person_id("lead.id", &lead.id)?;
        let name = lead.name.clone();
        let lead = Newcomer { id, role: Role::Lead, name: lead.name, fte_percent: None };
        let checked = self.registrar.check(ctx, lead);
        checked.map_err(|error| of_refusal_in("lead", &error))?;
        Ok((id, name))
    }

    fn centre_of(&self, request: wire::OpenCentreRequest) -> Result<(OpenCentre, Zone), Status> {
        let language: Language = parse("language", &request.language)?;
        let country = request.country.as_deref().map(|it| parse::<Country>("country", it));
        let country = country.transpose()?.unwrap_or_else(|| country_of(language));
        let zone = match request.time_zone.as_deref() {
            Some(name) => Zone::named(name),
            None => Some(zone_of(country)),
        };
        let zone = zone.ok_or_else(|| invalid("timeZone", Reason::UnknownValue))?;
        let others = request.other_languages.iter().map(|it| parse("otherLanguages", it));
        let centre = OpenCentre {
            name: request.name,
            language,
            other_languages: others.collect::<Result<_, _>>()?,
            synthetic: self.is_synthetic(),
            country,
            zone: zone.to_string(),
        };
        Ok((centre, zone))
    }

    /// Where people are invented, those of a new centre are too.
    pub(super) fn is_synthetic(&self) -> bool {
        self.centres.now().view.iter().any(|(_, centre)| centre.synthetic)
    }

    /// Refuses what will not be open to whoever asks: the centre, or the lead's id.
    async fn check_free(&self, ctx: &Ctx, lead: Uuid) -> Result<(), Status> {
        let centre = centre_id(ctx.tenant());
        let open = state_of::<Centre>(&self.registrar.backends, ctx, centre).await;
        if open.map_err(|error| of_command(&error))?.is_some() {
            return Err(of_refusal(&Refusal::CentreExists));
        }
        match self.holder_of(lead).await? {
            Some(_) => Err(of_refusal(&domain::person::register::Refusal::PersonExists)),
            None => Ok(()),
        }
    }
}

pub(super) fn centre_message(id: &TenantId, centre: &CentreEntry) -> wire::Centre {
    let others = centre.other_languages.iter();
    wire::Centre {
        id: id.to_string(),
        name: centre.name.clone(),
        language: centre.language.name().to_owned(),
        synthetic: centre.synthetic,
        time_zone: centre.zone.to_string(),
        country: centre.country.name().to_owned(),
        other_languages: others.map(|language| language.name().to_owned()).collect(),
        exit: centre.exit.name().to_owned(),
    }
}

pub(super) fn controller_message(controller: Controller) -> wire::ControllerDetails {
    let Controller {
        legal_name,
        number,
        address,
        contact,
        officer,
        officer_contact,
        others,
        agreement,
        agreed_on,
    } = controller;
    wire::ControllerDetails {
        legal_name,
        number,
        address,
        contact,
        officer,
        officer_contact,
        others,
        agreement,
        agreed_on: agreed_on.map(|day| day.to_string()),
    }
}
