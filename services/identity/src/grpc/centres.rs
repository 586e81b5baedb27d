//! Centres.

use events::Code;
use platform::{
    Ctx, Reason, TenantId, clock,
    execute::{Target, execute},
    status::{invalid, of_command, parse},
};
use proto::identity as wire;
use tonic::Status;

use super::Identity;
use crate::{
    centre_id,
    domain::centre::{Centre, Command},
    views::CentreEntry,
};

impl Identity {
    pub(super) async fn do_open_centre(
        &self,
        ctx: &Ctx,
        request: wire::OpenCentreRequest,
    ) -> Result<wire::OpenCentreResponse, Status> {
        let tenant: TenantId = parse("id", &request.id)?;
        if tenant.is_platform() {
            return Err(invalid("id", Reason::Reserved));
        }
        let language = parse("language", &request.language)?;
        let command = Command::Open { name: request.name, language, synthetic: request.synthetic };
        let target = Target { id: centre_id(&tenant), subject: None, occurred_on: clock::today() };
        let done = execute::<Centre>(&self.backends, &ctx.within(tenant), target, &command).await;
        let done = done.map_err(|error| of_command(&error))?;
        Ok(wire::OpenCentreResponse { position: done.position })
    }

    pub(super) async fn centres(&self, ctx: &Ctx) -> Result<wire::ListCentresResponse, Status> {
        self.directory.at_least(ctx.at_least()).await?;
        let directory = self.directory.now();
        let centres = directory.view.centres().map(|(id, centre)| centre_message(id, centre));
        Ok(wire::ListCentresResponse { centres: centres.collect() })
    }
}

pub(super) fn centre_message(id: &TenantId, centre: &CentreEntry) -> wire::Centre {
    wire::Centre {
        id: id.to_string(),
        name: centre.name.clone(),
        language: centre.language.name().to_owned(),
        synthetic: centre.synthetic,
    }
}
