//! On whose behalf, for which tenant and why the current work is done.
//!
//! Invariant: a [`Ctx`] is made in two places only: from a verified request that a policy permits, and by
//! [`Ctx::internal`] for services on their own, tests and generators.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::log::Position;

/// One of the platform's tenants: a learning-support centre, or the platform's own staff.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TenantId(Arc<str>);

/// The text is no tenant identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a centre id is 1 to 32 lower-case letters and digits")]
pub struct BadTenant;

impl TenantId {
    /// The tenant of people who work across centres: SUEM's auditors and Pulso's operators.
    pub fn platform() -> Self {
        Self("stc".into())
    }

    /// Whether this is the tenant of people who work across centres.
    pub fn is_platform(&self) -> bool {
        &*self.0 == "stc"
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for TenantId {
    type Err = BadTenant;

    /// Accepts 1–32 lower-case letters and digits, so that a stream name can never be ambiguous.
    fn from_str(text: &str) -> Result<Self, BadTenant> {
        let valid = (1..=32).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        valid.then(|| Self(text.into())).ok_or(BadTenant)
    }
}

impl TryFrom<String> for TenantId {
    type Error = BadTenant;

    fn try_from(text: String) -> Result<Self, BadTenant> {
        text.parse()
    }
}

impl From<TenantId> for String {
    fn from(tenant: TenantId) -> Self {
        tenant.0.as_ref().to_owned()
    }
}

impl fmt::Display for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TenantId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What someone is on the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// A young person.
    Youth,
    /// An STC coach of a centre.
    Coach,
    /// Who leads a centre and administers its people.
    Lead,
    /// An auditor of SUEM vzw.
    Auditor,
    /// An operator of the processor, Pulso.
    Operator,
    /// A service of the platform acting on its own, for instance to keep a view.
    Service,
}

/// Why personal data is processed (GDPR Art. 5(1)(b), 30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// A young person uses the tool.
    SelfDiscovery,
    /// Coaching of a young person.
    Coaching,
    /// Administration of a centre.
    Administration,
    /// Monitoring tables and audits.
    Monitoring,
    /// Running the platform.
    Operation,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] =
        [Self::Youth, Self::Coach, Self::Lead, Self::Auditor, Self::Operator, Self::Service];

    /// Every role of a person.
    pub const PEOPLE: [Self; 5] =
        [Self::Youth, Self::Coach, Self::Lead, Self::Auditor, Self::Operator];

    /// The role as it is written everywhere.
    pub fn name(self) -> &'static str {
        match self {
            Self::Youth => "youth",
            Self::Coach => "coach",
            Self::Lead => "lead",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
            Self::Service => "service",
        }
    }

    /// The purpose for which this role works.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Youth => Purpose::SelfDiscovery,
            Self::Coach => Purpose::Coaching,
            Self::Lead => Purpose::Administration,
            Self::Auditor => Purpose::Monitoring,
            Self::Operator | Self::Service => Purpose::Operation,
        }
    }
}

/// A service that calls others in its own name. Only these do: identity is called by all, and the relay
/// calls nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ServiceName {
    /// Turns cards and secrets into sessions.
    Gateway,
    /// Exercises and runs.
    Exercises,
    /// Trajectories and coaching steps.
    Trajectories,
    /// Tables.
    Monitoring,
}

impl ServiceName {
    /// Every service that calls others.
    pub const ALL: [Self; 4] =
        [Self::Gateway, Self::Exercises, Self::Trajectories, Self::Monitoring];

    /// The name as it is written everywhere: in tokens, policies, certificates and addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gateway => "gateway",
            Self::Exercises => "exercises",
            Self::Trajectories => "trajectories",
            Self::Monitoring => "monitoring",
        }
    }
}

/// On whose behalf the current work is done. Always the first parameter.
///
/// Nobody outside puts one together or changes one. A handler gets one with a
/// [`Permit`](crate::access::Permit): whoever holds a `Ctx` may read in its tenant.
#[derive(Clone, Debug)]
pub struct Ctx {
    tenant: TenantId,
    actor: Uuid,
    role: Role,
    correlation: Uuid,
    command: Command,
    expected_revision: Option<u64>,
    at_least: Position,
}

/// A command as its client names it: its key, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command {
    /// The client's id of it, the same in every try.
    pub key: Uuid,
    /// Hash of the operation and its content: another command under the same key has another one.
    pub content: u64,
}

/// What a verified request says beside whom it comes from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) command: Option<Uuid>,
    pub(crate) correlation: Option<Uuid>,
    pub(crate) expected_revision: Option<u64>,
    pub(crate) at_least: Position,
}

impl Ctx {
    /// A context for work that no request asked for: generators, tests, services on their own.
    pub fn internal(tenant: TenantId, actor: Uuid, role: Role, command: Uuid) -> Self {
        let asked = Asked { command: Some(command), ..Asked::default() };
        Self::requested(tenant, actor, role, asked)
    }

    /// The context of a verified request.
    pub(crate) fn requested(tenant: TenantId, actor: Uuid, role: Role, asked: Asked) -> Self {
        let Asked { command, correlation, expected_revision, at_least } = asked;
        Self {
            tenant,
            actor,
            role,
            correlation: correlation.or(command).unwrap_or_else(Uuid::now_v7),
            command: Command {
                key: command.or(correlation).unwrap_or_else(Uuid::now_v7),
                content: 0,
            },
            expected_revision,
            at_least,
        }
    }

    /// The same, with what the command stands for.
    pub(crate) fn with_content(mut self, content: u64) -> Self {
        self.command.content = content;
        self
    }

    /// The same work in another tenant: for operators, who open centres and register their leads.
    #[must_use]
    pub(crate) fn within(&self, tenant: TenantId) -> Self {
        Self { tenant, ..self.clone() }
    }

    /// In the name of somebody whom identity just came to know by a card or a session.
    #[must_use]
    pub(crate) fn acting_as(&self, tenant: TenantId, actor: Uuid, role: Role) -> Self {
        Self { tenant, actor, role, expected_revision: None, ..self.clone() }
    }

    /// The same under a command of its own, which is never repeated.
    #[must_use]
    pub(crate) fn once(&self) -> Self {
        let command = Command { key: Uuid::now_v7(), content: 0 };
        Self { command, expected_revision: None, ..self.clone() }
    }

    /// The same on whatever revision a stream has: for one that the caller cannot have seen.
    #[must_use]
    pub(crate) fn on_any_revision(&self) -> Self {
        Self { expected_revision: None, ..self.clone() }
    }

    /// The same, decided on this revision unless the caller named one.
    #[must_use]
    pub(crate) fn decided_on(&self, revision: Option<u64>) -> Self {
        Self { expected_revision: self.expected_revision.or(revision), ..self.clone() }
    }

    /// The tenant whose data may be touched.
    pub fn tenant(&self) -> &TenantId {
        &self.tenant
    }

    /// Who acts: a pseudonymous person id, or nil for a service.
    pub fn actor(&self) -> Uuid {
        self.actor
    }

    /// What the actor is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Ties together everything one request caused.
    pub fn correlation(&self) -> Uuid {
        self.correlation
    }

    /// The command. Event ids derive from it, so a retry never doubles.
    pub fn command(&self) -> Command {
        self.command
    }

    /// The revision the caller believes the stream to have; `None` = does not matter.
    pub fn expected_revision(&self) -> Option<u64> {
        self.expected_revision
    }

    /// A query answers only from this log position on.
    pub fn at_least(&self) -> Position {
        self.at_least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenant_that_would_blur_a_stream_name_is_refused() {
        for text in ["", "LSC07", "lsc-07", "lsc.07", &"a".repeat(33)] {
            assert_eq!(text.parse::<TenantId>(), Err(BadTenant), "{text}");
        }
        assert_eq!("lsc07".parse::<TenantId>().unwrap().as_str(), "lsc07");
    }
}
