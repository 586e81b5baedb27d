//! One decision: may this person do this to that thing, and which policies say so.
//!
//! Invariant: what cannot be decided is denied.

use std::collections::{HashMap, HashSet};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicyId,
    Request, RestrictedExpression,
};
use kernel::{Role, ServiceName, TenantId};
use uuid::Uuid;

use super::{
    policies::{Action, Policies},
    resource::{Fact, Resource, type_of},
};

/// Of a policy that forbids: how whoever is denied is answered.
const ANSWER: &str = "answer";
const FORBIDDEN: &str = "forbidden";
const RESTRICTED: &str = "restricted";
const LEAVING: &str = "leaving";
/// The fact that the data of whom a thing is about is not used.
const IS_RESTRICTED: &str = "restricted";
/// The fact that the centre of a thing leaves the platform.
const IS_LEAVING: &str = "leaving";
/// What the schema calls the names of services.
const SERVICE_NAME: &str = "ServiceName";

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Principal<'a> {
    /// Whose they are.
    pub centre: &'a TenantId,
    /// Who.
    pub id: Uuid,
    /// What.
    pub role: Role,
    /// Which service, if it is one.
    pub service: Option<ServiceName>,
}

/// What was decided, and by which policies. A denial that names none: no policy permits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Whether it may be done.
    pub permitted: bool,
    /// The policies that decided.
    pub by: Vec<PolicyId>,
    /// Of a denial: what whoever is denied is told. Nothing: for them there is no such thing.
    pub told: Option<Denial>,
}

/// What whoever is denied is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    /// That it is not for their role.
    Forbidden,
    /// That whom it is about restricted the use of the data (GDPR Art. 18).
    Restricted,
    /// That the centre leaves, so that nothing is changed.
    Leaving,
}

/// What every service knows of a thing beside what its own view says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Held {
    /// Whether the data of whom the thing is about is not used.
    pub restricted: bool,
    /// Whether its centre leaves the platform.
    pub leaving: bool,
}

/// It could not be decided: the fault of whoever wrote a policy or a resource.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it cannot be decided: {0}")]
pub struct Undecided(pub String);

impl Policies {
    /// Decides.
    ///
    /// # Errors
    ///
    /// [`Undecided`] if the thing is not what the schema says, or a policy fails on it.
    pub fn decide<R: Resource>(
        &self,
        principal: Principal<'_>,
        action: &Action,
        resource: &R,
        held: Held,
    ) -> Result<Decided, Undecided> {
        let undecided = |error: &dyn std::fmt::Display| Undecided(error.to_string());
        let unknown = || Undecided(format!("the schema has no {}", R::TYPE));
        let named = |name: &str| self.types.get(name).cloned();
        let mut facts = HashMap::from([("centre".to_owned(), text(resource.centre().as_str()))]);
        for (name, fact) in resource.facts() {
            facts.insert(name.to_owned(), fact.told(named).ok_or_else(unknown)?);
        }
        for (name, holds) in [(IS_RESTRICTED, held.restricted), (IS_LEAVING, held.leaving)] {
            if holds {
                facts.insert(name.to_owned(), RestrictedExpression::new_bool(true));
            }
        }
        // What it is called decides nothing: whose it is does.
        let uid = uid(named(R::TYPE).ok_or_else(unknown)?, "it");
        let resource = Entity::new(uid, facts, HashSet::new());
        self.decide_on(principal, action, resource.map_err(|error| undecided(&error))?)
    }

    pub(super) fn decide_on(
        &self,
        principal: Principal<'_>,
        action: &Action,
        resource: Entity,
    ) -> Result<Decided, Undecided> {
        let undecided = |error: &dyn std::fmt::Display| Undecided(error.to_string());
        let kind = self.types.get(type_of(principal.role)).cloned();
        let kind = kind.ok_or_else(|| undecided(&"the schema has no such role"))?;
        let id = principal.id.to_string();
        let mut facts = HashMap::from([
            ("id".to_owned(), text(&id)),
            ("centre".to_owned(), text(principal.centre.as_str())),
        ]);
        if let Some(service) = principal.service {
            let name = Fact::One(SERVICE_NAME, service.name());
            let name = name.told(|kind| self.types.get(kind).cloned());
            let name = name.ok_or_else(|| undecided(&"the schema has no names of services"))?;
            facts.insert("name".to_owned(), name);
        }
        let who = Entity::new(uid(kind, &id), facts, HashSet::new());
        let who = who.map_err(|error| undecided(&error))?;
        let (from, on) = (who.uid(), resource.uid());
        let schema = Some(&self.schema);
        let request = Request::new(from, action.uid.clone(), on, Context::empty(), schema);
        let request = request.map_err(|error| undecided(&error))?;
        let all = action.entities.iter().cloned().chain([who, resource]);
        let all = Entities::from_entities(all, None).map_err(|error| undecided(&error))?;
        let answer = Authorizer::new().is_authorized(&request, &action.policies, &all);
        if let Some(error) = answer.diagnostics().errors().next() {
            return Err(undecided(error));
        }
        let permitted = answer.decision() == Decision::Allow;
        let mut by: Vec<_> = answer.diagnostics().reason().cloned().collect();
        by.sort();
        let told: Option<Vec<_>> = by.iter().map(|id| self.denial(id)).collect();
        let told = told.filter(|_| !permitted).and_then(|told| told.first().copied());
        Ok(Decided { permitted, by, told })
    }
}

impl Policies {
    /// What this policy tells whoever it denies; of those that tell nothing there may be one.
    fn denial(&self, id: &PolicyId) -> Option<Denial> {
        match self.annotation(id, ANSWER)? {
            FORBIDDEN => Some(Denial::Forbidden),
            RESTRICTED => Some(Denial::Restricted),
            LEAVING => Some(Denial::Leaving),
            _ => None,
        }
    }
}

fn text(text: &str) -> RestrictedExpression {
    RestrictedExpression::new_string(text.to_owned())
}

fn uid(kind: EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind, EntityId::new(id))
}
