//! Whose data it is.

use std::{fmt, str::FromStr, sync::Arc};

use serde::{Deserialize, Serialize};

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
