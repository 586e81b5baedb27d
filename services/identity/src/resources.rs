//! What is acted on in identity, as the policies know it.

use kernel::{Category, Role, TenantId};
use runtime::access::{Fact, Resource, Tells};
use uuid::Uuid;

/// Somebody of a tenant, with the role that they have or are to have.
#[derive(Debug)]
pub(crate) struct Somebody {
    pub(crate) centre: TenantId,
    pub(crate) id: Uuid,
    pub(crate) role: Role,
}

impl Resource for Somebody {
    const TYPE: &'static str = "Person";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![
            ("id", Fact::Text(self.id.to_string())),
            ("role", Fact::Text(self.role.name().to_owned())),
        ]
    }

    fn tells(&self) -> Tells {
        if self.role == Role::Youth { Tells::OfYouth(self.id) } else { Tells::OfNobody }
    }
}

/// The people of a tenant who have a role, or whatever their role.
#[derive(Debug)]
pub(crate) struct People {
    pub(crate) centre: TenantId,
    pub(crate) role: Option<Role>,
}

impl Resource for People {
    const TYPE: &'static str = "People";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("role", Fact::Text(self.role.map_or("anybody", Role::name).to_owned()))]
    }

    fn tells(&self) -> Tells {
        match self.role {
            None | Some(Role::Youth) => Tells::OfNamed,
            Some(_) => Tells::OfNobody,
        }
    }
}

/// The audit log of a centre: all of it, or what is about one person.
#[derive(Debug)]
pub(crate) struct AuditLogOf {
    pub(crate) centre: TenantId,
    pub(crate) youth: Option<Uuid>,
}

impl Resource for AuditLogOf {
    const TYPE: &'static str = "AuditLog";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.youth.map(|youth| ("about", Fact::Somebody(Role::Youth, youth))).into_iter().collect()
    }

    /// Of each of those whom entries name by itself.
    fn tells(&self) -> Tells {
        Tells::OfNobody
    }
}

/// What the young people of a centre asked about their data, or one of them.
#[derive(Debug)]
pub(crate) struct RequestsOf {
    pub(crate) centre: TenantId,
    pub(crate) youth: Option<Uuid>,
}

impl Resource for RequestsOf {
    const TYPE: &'static str = "Requests";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.youth.map(|youth| ("about", Fact::Somebody(Role::Youth, youth))).into_iter().collect()
    }

    fn tells(&self) -> Tells {
        self.youth.map_or(Tells::OfNamed, Tells::OfYouth)
    }
}

/// What somebody of a centre is told became of data that they had.
#[derive(Debug)]
pub(crate) struct Notices {
    pub(crate) centre: TenantId,
    /// Who was told.
    pub(crate) to: Option<Uuid>,
    /// Whose data it was, of one notice.
    pub(crate) about: Option<Uuid>,
}

impl Resource for Notices {
    const TYPE: &'static str = "Notices";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.to.map(|to| ("to", Fact::Text(to.to_string()))).into_iter().collect()
    }

    fn tells(&self) -> Tells {
        self.about.map_or(Tells::OfNamed, Tells::OfYouth)
    }
}

/// What a young person of a centre agreed to share, and what not.
#[derive(Debug)]
pub(crate) struct ConsentsOf {
    pub(crate) centre: TenantId,
    pub(crate) youth: Uuid,
}

impl Resource for ConsentsOf {
    const TYPE: &'static str = "Consents";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("about", Fact::Somebody(Role::Youth, self.youth))]
    }

    fn tells(&self) -> Tells {
        Tells::OfYouth(self.youth)
    }
}

/// What a centre keeps and for how long, or what it keeps about one young person.
#[derive(Debug)]
pub(crate) struct RetentionOf {
    pub(crate) centre: TenantId,
    pub(crate) youth: Option<Uuid>,
}

impl Resource for RetentionOf {
    const TYPE: &'static str = "Retention";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.youth.map(|youth| ("about", Fact::Somebody(Role::Youth, youth))).into_iter().collect()
    }

    fn tells(&self) -> Tells {
        self.youth.map_or(Tells::OfNamed, Tells::OfYouth)
    }
}

/// The breaches of a centre; of the platform's own tenant, the clocks of all.
#[derive(Debug)]
pub(crate) struct BreachesOf(pub(crate) TenantId);

impl Resource for BreachesOf {
    const TYPE: &'static str = "Breaches";

    fn centre(&self) -> &TenantId {
        &self.0
    }

    fn tells(&self) -> Tells {
        Tells::OfNamed
    }
}

/// The keys of a tenant's people that open what is of one category.
#[derive(Debug)]
pub(crate) struct KeysOf {
    pub(crate) centre: TenantId,
    pub(crate) category: Category,
}

impl Resource for KeysOf {
    const TYPE: &'static str = "Keys";

    fn centre(&self) -> &TenantId {
        &self.centre
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        vec![("category", Fact::One("Category", self.category.name()))]
    }
}
