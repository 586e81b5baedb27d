//! What the policies let people ask for, for lists that are made of them.

use cedar_policy::{Effect, Policy, PrincipalConstraint};
use kernel::Role;

use super::{
    policies::{Action, Policies},
    resource::type_of,
};

/// Something that people of a role may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permitted<'a> {
    /// Who.
    pub role: Role,
    /// The name of the RPC.
    pub operation: &'a str,
    /// The ids of the policies that permit it to them, each under its own conditions.
    pub policies: Vec<String>,
}

impl Policies {
    /// What people may ask for, by operation and role. Whether somebody may in one case depends on the thing.
    pub fn permitted(&self) -> impl Iterator<Item = Permitted<'_>> {
        self.actions().flat_map(|(path, action)| {
            let operation = path.rsplit('/').next().unwrap_or(path);
            let roles = Role::PEOPLE.into_iter().filter(|role| action.is_for(*role));
            roles.map(move |role| Permitted { role, operation, policies: permits(action, role) })
        })
    }
}

/// The policies that permit an action to somebody with this role.
fn permits(action: &Action, role: Role) -> Vec<String> {
    let speaks = |policy: &&Policy| {
        policy.effect() == Effect::Permit
            && match policy.principal_constraint() {
                PrincipalConstraint::Is(kind) | PrincipalConstraint::IsIn(kind, _) => {
                    kind.to_string() == type_of(role)
                }
                PrincipalConstraint::Any
                | PrincipalConstraint::Eq(_)
                | PrincipalConstraint::In(_) => true,
            }
    };
    let mut ids: Vec<_> =
        action.policies.policies().filter(speaks).map(|policy| policy.id().to_string()).collect();
    ids.sort();
    ids
}
