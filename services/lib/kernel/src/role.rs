//! Who acts, and what for.

use serde::{Deserialize, Serialize};
pub use vocabulary::Purpose;

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
    /// The data protection officer of a centre (GDPR Art. 37 to 39). The last: what was kept names a role by
    /// its place.
    Officer,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 7] = [
        Self::Youth,
        Self::Coach,
        Self::Lead,
        Self::Auditor,
        Self::Operator,
        Self::Officer,
        Self::Service,
    ];

    /// Every role of a person.
    pub const PEOPLE: [Self; 6] =
        [Self::Youth, Self::Coach, Self::Lead, Self::Auditor, Self::Operator, Self::Officer];

    /// The role as it is written everywhere.
    pub fn name(self) -> &'static str {
        match self {
            Self::Youth => "youth",
            Self::Coach => "coach",
            Self::Lead => "lead",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
            Self::Service => "service",
            Self::Officer => "officer",
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
            Self::Officer => Purpose::DataProtection,
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
