//! What is acted on: the few facts of a thing by which it is decided.

use cedar_policy::{EntityId, EntityTypeName, EntityUid, RestrictedExpression};
use kernel::{Role, TenantId};
use uuid::Uuid;

/// A fact about a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Somebody with this role.
    Somebody(Role, Uuid),
    /// A text.
    Text(String),
    /// Whether something is so.
    Is(bool),
    /// One of a list that the schema has, by the list's name: a policy that misspells it is a mistake.
    One(&'static str, &'static str),
}

/// A thing on which an action is done. What it says comes from the view of the service that has it.
pub trait Resource {
    /// What the schema calls it.
    const TYPE: &'static str;

    /// Whose it is.
    fn centre(&self) -> &TenantId;

    /// What else the schema says that it has.
    fn facts(&self) -> Vec<(&'static str, Fact)> {
        Vec::new()
    }

    /// Whose personal data an answer about it tells.
    fn tells(&self) -> Tells {
        Tells::OfNamed
    }
}

/// Whose personal data an answer about a thing tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tells {
    /// That of those whom the handler names: see [`Asked::tells_of`](super::Asked::tells_of).
    OfNamed,
    /// That of this young person.
    OfYouth(Uuid),
    /// No young person's.
    OfNobody,
}

/// A tenant as a whole: what everybody of it may know, or what does not exist yet.
#[derive(Clone, Debug)]
pub struct Centre(pub TenantId);

impl Resource for Centre {
    const TYPE: &'static str = "Centre";

    fn centre(&self) -> &TenantId {
        &self.0
    }
}

/// What the schema calls people of a role.
pub(super) fn type_of(role: Role) -> &'static str {
    match role {
        Role::Youth => "Youth",
        Role::Coach => "Coach",
        Role::Lead => "Lead",
        Role::Auditor => "Auditor",
        Role::Operator => "Operator",
        Role::Service => "Service",
        Role::Officer => "Officer",
    }
}

impl Fact {
    /// As Cedar has it; `None` if the schema knows no such people.
    pub(super) fn told(
        self,
        named: impl Fn(&str) -> Option<EntityTypeName>,
    ) -> Option<RestrictedExpression> {
        Some(match self {
            Self::Text(text) => RestrictedExpression::new_string(text),
            Self::Is(so) => RestrictedExpression::new_bool(so),
            Self::One(list, one) => RestrictedExpression::new_entity_uid(
                EntityUid::from_type_name_and_id(named(list)?, EntityId::new(one)),
            ),
            Self::Somebody(role, id) => {
                let uid = EntityUid::from_type_name_and_id(
                    named(type_of(role))?,
                    EntityId::new(id.to_string()),
                );
                RestrictedExpression::new_entity_uid(uid)
            }
        })
    }
}
