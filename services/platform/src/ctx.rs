//! On whose behalf, for which tenant and why the current work is done.
//!
//! Invariant: a [`Ctx`] is made in three places only: from a verified request, from an event, and
//! for tests and generators.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

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

/// On whose behalf the current work is done. Always the first parameter.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// The tenant whose data may be touched.
    pub tenant: TenantId,
    /// Who acts: a pseudonymous person id, or nil for a service.
    pub actor: Uuid,
    /// What the actor is.
    pub role: Role,
    /// Ties together everything one request caused.
    pub correlation: Uuid,
    /// The client's id of this command. Event ids derive from it, so a retry never doubles.
    pub command: Uuid,
    /// The revision the caller believes the stream to have; `None` = does not matter.
    pub expected_revision: Option<u64>,
    /// A query answers only from this log position on.
    pub at_least: u64,
}

impl Ctx {
    /// A context for work that no request asked for: generators, tests, services on their own.
    pub fn internal(tenant: TenantId, actor: Uuid, role: Role, command: Uuid) -> Self {
        Self {
            tenant,
            actor,
            role,
            correlation: command,
            command,
            expected_revision: None,
            at_least: 0,
        }
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
