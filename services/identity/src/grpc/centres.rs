//! Centres.

use domain::centre::{BeginOpening, Centre, OpenCentre, open::Refusal};
use eventlog::clock::today_in;
use events::{
    Code as _, Country, Language,
    centre::{Centre as CentreEntry, country_of, zone_of},
    opening::Opening,
};
use kernel::{Personal, Reason, Role, TenantId, zone::Zone};
use proto::{
    identity::{self as wire, centre_service_server::CentreService},
    shared::NewCard,
};
use runtime::{
    Ctx,
    access::{self as resource, asked},
    execute::{Before, Target, before, execute, state_of},
    serve::Answer,
    status::{invalid, of_command, of_refusal, of_refusal_in, parse},
};
use tonic::{Request, Response, Status};
use uuid::Uuid;
use work::WorkId;

use super::{Identity, across, new_card, person_id, registering::Newcomer};
use crate::centre_id;

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

impl Identity {
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
    }
}
