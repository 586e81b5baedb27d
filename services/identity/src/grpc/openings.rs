//! The steps of opening a centre: its lead is registered, then it opens. Until it is open nobody knows of
//! it, and from then on it has somebody who leads it.

use domain::centre::{Centre, OpenCentre};
use eventlog::Position;
use eventlog::clock::today_in;
use events::{WorkKind, opening::OpeningEvent};
use jiff::civil::Date;
use kernel::{Category, Role, personal::Kept, zone::Zone};
use runtime::{
    execute::{Before, Target, before, execute},
    status::{not_found, of_command, of_refusal},
};
use tonic::Status;
use uuid::Uuid;
use work::{Manager, WorkId};

use super::{Registrar, registering::Newcomer};
use crate::centre_id;

/// Opens centres.
pub(crate) struct Openings {
    pub(crate) registrar: Registrar,
}

/// What an operator asked for.
struct Asked {
    by: Uuid,
    centre: OpenCentre,
    lead: Uuid,
    lead_name: Kept<String>,
}

impl Asked {
    /// The day, where the centre will be.
    fn today(&self) -> Date {
        today_in(&Zone::named(&self.centre.zone).unwrap_or_default())
    }
}

impl Openings {
    async fn asked(&self, work: &WorkId) -> Result<Asked, Status> {
        let told = work.told(&self.registrar.backends).await?;
        let Some((
            OpeningEvent::OpeningBegun {
                by,
                name,
                language,
                other_languages,
                country,
                zone,
                synthetic,
                lead,
                lead_name,
            },
            place,
        )) = told.into_iter().next()
        else {
            return Err(not_found());
        };
        let centre = OpenCentre { name, language, other_languages, synthetic, country, zone };
        Ok(Asked { by, centre, lead, lead_name: Kept::new(lead_name, place) })
    }
}

impl Manager for Openings {
    const KIND: WorkKind = WorkKind::Opening;
    type Event = OpeningEvent;
    /// The position, and the code of the lead's card.
    type Done = (Position, String);

    async fn finish(&self, work: &WorkId) -> Result<Self::Done, Status> {
        let asked = self.asked(work).await?;
        let ctx = work.permit(asked.by, Role::Operator);
        let sealed = (asked.lead, Category::Identity);
        let name = work.opened(&self.registrar.backends, sealed, &asked.lead_name).await?;
        let lead = Newcomer { id: asked.lead, role: Role::Lead, name, fte_percent: None };
        let lead = self.registrar.check(&ctx, lead).map_err(|error| of_refusal(&error))?;
        let today = asked.today();
        let (_, code) = self.registrar.register(&ctx, lead, today).await?;
        let target = Target::today(centre_id(&work.tenant), None, today);
        let opened = execute(&self.registrar.backends, &ctx, target, &asked.centre).await;
        let opened = opened.map_err(|error| of_command(&error))?;
        Ok((opened.position, code))
    }

    /// If this work opened the centre already, there is nothing to take back: it has its lead.
    async fn undo(&self, work: &WorkId) -> Result<(), Status> {
        let asked = self.asked(work).await?;
        let ctx = work.permit(asked.by, Role::Operator);
        let centre = centre_id(&work.tenant);
        let found = before::<Centre>(&self.registrar.backends, &ctx, centre).await;
        match found.map_err(|error| of_command(&error))? {
            Before::Done(_) => Ok(()),
            Before::Now { .. } => self.registrar.put_out(&ctx, asked.lead).await,
        }
    }
}
