//! Centres.

use events::{
    Code, Language,
    centres::{Centre as CentreEntry, zone_of},
};
use jiff::civil::Date;
use platform::{
    Ctx, Reason, Role, TenantId,
    access::{self as resource, Asked, Permit},
    execute::{CommandError, Target, execute, state_of},
    status::{invalid, of_command, of_refusal, of_refusal_in, parse},
    zone::Zone,
};
use proto::identity as wire;
use tonic::Status;

use super::{
    Identity, across, person_id,
    registering::{Checked, Newcomer},
};
use crate::{
    centre_id,
    domain::centre::{Centre, OpenCentre, open::Refusal},
    views::Directory,
};

impl Identity {
    pub(super) async fn do_open_centre(
        &self,
        asked: &Asked,
        request: wire::OpenCentreRequest,
    ) -> Result<wire::OpenCentreResponse, Status> {
        let tenant: TenantId = parse("id", &request.id)?;
        if tenant.is_platform() {
            return Err(invalid("id", Reason::Reserved));
        }
        let language: Language = parse("language", &request.language)?;
        let zone = match request.time_zone.as_deref() {
            Some(name) => Zone::named(name),
            None => Some(zone_of(language)),
        };
        let zone = zone.ok_or_else(|| invalid("timeZone", Reason::UnknownValue))?;
        let ctx = asked.authorize(&resource::Centre(tenant))?;
        let lead = self.check_lead(&ctx, request.lead)?;
        let today = zone.today();
        let (name, zone) = (request.name, zone.to_string());
        let command = OpenCentre { name, language, synthetic: request.synthetic, zone };
        command.check().map_err(|error| of_refusal(&error))?;
        self.open(&ctx, &command, &lead, today).await?;
        let (position, code) = self.register(&ctx, lead).await?;
        Ok(wire::OpenCentreResponse {
            position: position.into(),
            card: Some(wire::StartCard { code }),
        })
    }

    fn check_lead(&self, ctx: &Ctx, lead: Option<wire::NewLead>) -> Result<Checked, Status> {
        let lead = lead.ok_or_else(|| invalid("lead", Reason::Missing))?;
        let id = person_id("lead.id", &lead.id)?;
        let lead = Newcomer { id, role: Role::Lead, name: lead.name, fte_percent: None };
        self.check(ctx, lead).map_err(|error| of_refusal_in("lead", &error))
    }

    /// Opens the centre, unless this command did so before, or an earlier one that went no further.
    /// The lead's id is claimed for it then.
    async fn open(
        &self,
        ctx: &Permit,
        command: &OpenCentre,
        lead: &Checked,
        today: Date,
    ) -> Result<(), Status> {
        let id = centre_id(ctx.tenant());
        let there = state_of::<Centre>(&self.backends, ctx, id).await;
        let there = there.map_err(|error| of_command(&error))?.is_some();
        if !there {
            // While nothing was opened yet, so that nothing is left open if the id is taken.
            self.claim(ctx, lead).await?;
        }
        let target = Target::today(id, None, today);
        match execute(&self.backends, ctx, target, command).await {
            Ok(_) => {}
            Err(CommandError::Refused(Refusal::CentreExists))
                if self.is_without_people(ctx, command).await? => {}
            Err(error) => return Err(of_command(&error)),
        }
        self.claim(ctx, lead).await
    }

    /// Whether the centre was opened just as this command would have it, and nobody is in it yet.
    async fn is_without_people(&self, ctx: &Ctx, command: &OpenCentre) -> Result<bool, Status> {
        let somebody = |directory: &Directory| directory.people().next().map(drop);
        if self.directory.find(ctx, somebody).await?.is_some() {
            return Ok(false);
        }
        let same = |it: &CentreEntry| it.language == command.language && command.is_named(&it.name);
        Ok(self.directory.of(ctx).await?.get(|directory| directory.centre().is_some_and(same)))
    }

    pub(super) async fn centres(&self, asked: &Asked) -> Result<wire::ListCentresResponse, Status> {
        let ctx = across(asked)?;
        self.centres.at_least(ctx.at_least()).await?;
        let centres = self.centres.now();
        let centres = centres.view.iter().map(|(id, centre)| centre_message(id, centre));
        Ok(wire::ListCentresResponse { items: centres.collect() })
    }
}

pub(super) fn centre_message(id: &TenantId, centre: &CentreEntry) -> wire::Centre {
    wire::Centre {
        id: id.to_string(),
        name: centre.name.clone(),
        language: centre.language.name().to_owned(),
        synthetic: centre.synthetic,
        time_zone: centre.zone.to_string(),
    }
}
