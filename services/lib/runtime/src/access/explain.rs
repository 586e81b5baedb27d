//! Why somebody may do something or not, for people who ask without doing it.

use std::collections::{HashMap, HashSet};

use cedar_policy::{Entities, Entity, EntityId, EntityUid, RestrictedExpression};

use super::{
    decision::{Decided, Principal, Undecided},
    policies::{Action, Place, Policies},
    resource::type_of,
};

/// What is known of a thing by its name and, as text, its facts: `me` is who asks, `Coach::"…"`
/// somebody else, `true` and `false` whether something is so, everything else a text.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// What the schema calls the thing; none if there is only one for the action.
    pub resource: Option<String>,
    /// What is known of it.
    pub facts: Vec<(String, String)>,
}

/// What was decided, and where the policies stand that did.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The decision.
    pub decided: Decided,
    /// Each policy that decided: its id and its place.
    pub by: Vec<(String, Place)>,
    /// What the thing is.
    pub resource: String,
}

impl Policies {
    /// The action that is called so, by the RPC's name or its path.
    pub fn named(&self, name: &str) -> Option<&Action> {
        let called = |path: &str| path == name || path.rsplit('/').next() == Some(name);
        self.actions().find(|(path, _)| called(path)).map(|(_, action)| action)
    }

    /// Decides on a thing that is described in words.
    ///
    /// # Errors
    ///
    /// [`Undecided`] says which word is wrong or missing.
    pub fn explain(
        &self,
        principal: Principal<'_>,
        action: &Action,
        given: &Given,
    ) -> Result<Explained, Undecided> {
        let kinds: Vec<_> = action.resources().collect();
        let kind = match (&given.resource, &kinds[..]) {
            (Some(kind), _) if kinds.contains(kind) => kind.clone(),
            (None, [one]) => one.clone(),
            _ => return Err(Undecided(format!("say which resource: {}", kinds.join(", ")))),
        };
        let known = |name: &str| self.types.get(name).cloned();
        let unknown = || Undecided(format!("the schema has no {kind}"));
        let id = EntityId::new("it");
        let uid = EntityUid::from_type_name_and_id(known(&kind).ok_or_else(unknown)?, id);
        let mut facts = HashMap::new();
        let centre = ("centre".to_owned(), principal.centre.to_string());
        for (name, value) in [&centre].into_iter().chain(&given.facts) {
            facts.insert(name.clone(), self.value(principal, value)?);
        }
        let wrong = |error: &dyn std::fmt::Display| Undecided(error.to_string());
        let resource = Entity::new(uid, facts, HashSet::new()).map_err(|error| wrong(&error))?;
        // With the schema, so that a fact which is missing is told and not denied.
        let checked = Entities::from_entities([resource.clone()], Some(&self.schema));
        checked.map_err(|error| {
            let cause = std::error::Error::source(&error);
            cause.map_or_else(|| wrong(&error), |cause| wrong(&cause))
        })?;
        let decided = self.decide_on(principal, action, resource)?;
        let place = |id| Some((AsRef::<str>::as_ref(id).to_owned(), self.place(id)?.clone()));
        Ok(Explained { by: decided.by.iter().filter_map(place).collect(), decided, resource: kind })
    }

    fn value(
        &self,
        principal: Principal<'_>,
        text: &str,
    ) -> Result<RestrictedExpression, Undecided> {
        let wrong = || Undecided(format!("{text} is nobody: write Coach::\"id\", or me"));
        let uid = match text {
            "me" => {
                let kind = self.types.get(type_of(principal.role)).cloned().ok_or_else(wrong)?;
                EntityUid::from_type_name_and_id(kind, EntityId::new(principal.id.to_string()))
            }
            "true" => return Ok(RestrictedExpression::new_bool(true)),
            "false" => return Ok(RestrictedExpression::new_bool(false)),
            text if text.contains("::") => text.parse().map_err(|_| wrong())?,
            text => return Ok(RestrictedExpression::new_string(text.to_owned())),
        };
        Ok(RestrictedExpression::new_entity_uid(uid))
    }
}
