//! What is acted on in exercises, as the policies know it.

use kernel::{Role, TenantId};
use runtime::access::{Fact, Resource, Tells};
use uuid::Uuid;

/// What a youth does with exercises.
#[derive(Debug)]
pub(crate) struct Runs {
    pub(crate) centre: TenantId,
    pub(crate) youth: Uuid,
    /// Whom the youth chose.
    pub(crate) coach: Option<Uuid>,
    /// Whether the youth shares a life domain with that coach.
    pub(crate) shared: bool,
}

impl Resource for Runs {
    const TYPE: &'static str = "Runs";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        let coach = self.coach.map(|coach| ("coach", Fact::Somebody(Role::Coach, coach)));
        let of = ("youth", Fact::Somebody(Role::Youth, self.youth));
        [of, ("shared", Fact::Is(self.shared))].into_iter().chain(coach).collect()
    }

    fn tells(&self) -> Tells {
        Tells::OfYouth(self.youth)
    }
}
