//! Who may use the log: one name and one password, as HTTP writes them (RFC 7617).

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tonic::{
    Status,
    metadata::{MetadataMap, MetadataValue},
};

/// Longest header that is looked at, bytes.
const HEADER_BYTES_MAX: usize = 1_024;

/// The credentials that a client has to show. Kept as a hash, so that the time of a comparison
/// tells neither their content nor their length.
pub struct Login([u8; 32]);

impl Login {
    /// The credentials of this name with this password.
    pub fn new(user: &str, password: &str) -> Self {
        Self(hash(format!("{user}:{password}").as_bytes()))
    }

    /// Lets a call pass that shows the credentials.
    pub(super) fn check(&self, metadata: &MetadataMap) -> Result<(), Status> {
        let shown = metadata
            .get("authorization")
            .map(MetadataValue::as_bytes)
            .filter(|header| header.len() <= HEADER_BYTES_MAX)
            .and_then(|header| header.split_at_checked(6))
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case(b"basic "))
            .and_then(|(_, credentials)| BASE64_STANDARD.decode(credentials).ok());
        match shown {
            Some(shown) if bool::from(hash(&shown).ct_eq(&self.0)) => Ok(()),
            _ => Err(Status::unauthenticated(
                "the log wants the name and password of its user: give them in the connection string",
            )),
        }
    }
}

fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn showing(header: &str) -> MetadataMap {
        let mut metadata = MetadataMap::new();
        metadata.insert("authorization", header.parse().unwrap());
        metadata
    }

    #[test]
    fn only_the_right_name_and_password_pass() {
        let login = Login::new("stc", "a long password");
        let right = BASE64_STANDARD.encode("stc:a long password");
        assert!(login.check(&showing(&format!("Basic {right}"))).is_ok());
        assert!(login.check(&showing(&format!("basic {right}"))).is_ok());
        let wrong = BASE64_STANDARD.encode("stc:a long passwort");
        for header in [&format!("Basic {wrong}"), &format!("Bearer {right}"), "Basic", "Basic ?"] {
            assert!(login.check(&showing(header)).is_err(), "{header}");
        }
        assert!(login.check(&MetadataMap::new()).is_err());
    }
}
