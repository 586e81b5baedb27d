//! What is acted on in trajectories, as the policies know it.

use kernel::{Role, TenantId};
use runtime::access::{Fact, Resource, Tells};
use uuid::Uuid;

use crate::views::Summary;

/// The present trajectory of a youth.
pub(crate) struct Trajectory {
    centre: TenantId,
    youth: Uuid,
    coach: Option<Uuid>,
}

impl Trajectory {
    /// None while nothing is known of the youth.
    pub(crate) fn of(centre: &TenantId, youth: Uuid, known: Option<&Summary>) -> Option<Self> {
        let coach = known?.coach;
        Some(Self { centre: centre.clone(), youth, coach })
    }
}

impl Resource for Trajectory {
    const TYPE: &'static str = "Trajectory";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let coach = self.coach.map(|coach| ("coach", Fact::Somebody(Role::Coach, coach)));
        [("youth", Fact::Somebody(Role::Youth, self.youth))].into_iter().chain(coach).collect()
    }

    fn tells(&self) -> Tells {
        Tells::OfYouth(self.youth)
    }
}
