//! An employer whom a centre knows. Kind of stream: `employer`. A name may be somebody's own, so it is sealed under
//! the employer's id.

use kernel::{Category, Event, Personal, PersonalPart};
use serde::{Deserialize, Serialize};
use strum::VariantNames;

use vocabulary::Sector;

/// The kind of stream.
pub const KIND: &str = "employer";

/// An employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Employer {
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub municipality: String,
    /// Of the labour market.
    pub sector: Sector,
}

/// What happened to an employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum EmployerEvent {
    /// The centre came to know it.
    EmployerRegistered {
        /// The employer.
        employer: Personal<Employer>,
    },
}

impl Event for EmployerEvent {
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
        match self {
            Self::EmployerRegistered { employer } => Some((Category::Content, employer)),
        }
    }
}
