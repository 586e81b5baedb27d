//! Service tokens: who acts, for which tenant, for how long. Signed by identity, verified by all.
//!
//! PASETO v4.public, so that a service which verifies cannot forge.

use std::{
    fs,
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
};

use jiff::{SignedDuration, Timestamp};
use kernel::{Role, ServiceName, TenantId};
use pasetors::{
    Public,
    keys::{AsymmetricKeyPair, AsymmetricPublicKey, AsymmetricSecretKey, Generate},
    token::UntrustedToken,
    version4::{PublicToken, V4},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long a person's token is valid; the gateway asks for a new one before that.
pub const PERSON_SECONDS: i64 = 120;
/// How long a service's own token is valid at most; also of one that is made at the start of the one
/// process that all services share.
pub const SERVICE_DAYS_MAX: u32 = 400;
/// So long before its end a service's token wants another one.
pub const SERVICE_DAYS_SOON: i64 = 30;
const DAY_SECONDS: i64 = 86_400;
/// What is signed with a certificate and not with a token, so that neither is taken for the other.
const CERTIFICATE: &[u8] = b"start-to-can certificate";

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Pseudonymous person id, nil for a service.
    pub actor: Uuid,
    /// Whose data may be touched.
    pub tenant: TenantId,
    /// What the actor is.
    pub role: Role,
    /// Which service, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceName>,
    /// Until when the token is valid.
    pub expires: Timestamp,
}

/// The token is not ours, was changed, or has expired; or it would be nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the token is not valid")]
pub struct BadToken;

/// Signs tokens. Only identity holds one.
pub struct Signer {
    secret: AsymmetricSecretKey<V4>,
    public: AsymmetricPublicKey<V4>,
}

/// Verifies tokens.
#[derive(Clone)]
pub struct Verifier(AsymmetricPublicKey<V4>);

impl Signer {
    /// A signer with a fresh key.
    ///
    /// # Errors
    ///
    /// [`BadToken`] if the machine has no randomness.
    pub fn generate() -> Result<Self, BadToken> {
        let pair = AsymmetricKeyPair::<V4>::generate().map_err(|_| BadToken)?;
        Ok(Self { secret: pair.secret, public: pair.public })
    }

    /// The signer whose key is kept in a file.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or holds no key.
    pub fn load(file: &Path) -> io::Result<Self> {
        Self::from_bytes(&fs::read(file)?).map_err(io::Error::other)
    }

    /// The signer whose key is kept in a file, made with a fresh key on first use.
    ///
    /// # Errors
    ///
    /// The file cannot be read or written, or holds no key.
    pub fn load_or_make(file: &Path) -> io::Result<Self> {
        match Self::load(file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let made = Self::generate().map_err(io::Error::other)?;
                let mut options = fs::OpenOptions::new();
                let mut file = options.write(true).create_new(true).mode(0o600).open(file)?;
                file.write_all(made.secret.as_bytes())?;
                file.sync_all()?;
                Ok(made)
            }
            loaded => loaded,
        }
    }

    fn from_bytes(bytes: &[u8]) -> Result<Self, BadToken> {
        let secret = AsymmetricSecretKey::<V4>::from(bytes).map_err(|_| BadToken)?;
        let public = AsymmetricPublicKey::<V4>::try_from(&secret).map_err(|_| BadToken)?;
        Ok(Self { secret, public })
    }

    /// The verifier for this signer's tokens.
    pub fn verifier(&self) -> Verifier {
        Verifier(self.public.clone())
    }

    /// A token for a person.
    ///
    /// # Errors
    ///
    /// [`BadToken`] if the claims cannot be signed, or are a service's: that has a name.
    pub fn sign(
        &self,
        actor: Uuid,
        tenant: TenantId,
        role: Role,
        now: Timestamp,
    ) -> Result<String, BadToken> {
        self.signed(&Claims {
            actor,
            tenant,
            role,
            service: None,
            expires: end(now, PERSON_SECONDS)?,
        })
    }

    /// A token with which this service calls others on its own, for so many days.
    ///
    /// # Errors
    ///
    /// [`BadToken`] if the claims cannot be signed.
    pub fn sign_service(
        &self,
        service: ServiceName,
        days: u32,
        now: Timestamp,
    ) -> Result<String, BadToken> {
        let seconds = i64::from(days.min(SERVICE_DAYS_MAX)) * DAY_SECONDS;
        self.signed(&Claims {
            actor: Uuid::nil(),
            tenant: TenantId::platform(),
            role: Role::Service,
            service: Some(service),
            expires: end(now, seconds)?,
        })
    }

    /// A statement that whoever has the public key can prove to be ours, for good: PASETO v4.public.
    ///
    /// # Errors
    ///
    /// [`BadToken`] if it is empty.
    pub fn certify(&self, statement: &str) -> Result<String, BadToken> {
        let signed = PublicToken::sign(&self.secret, statement.as_bytes(), None, Some(CERTIFICATE));
        signed.map_err(|_| BadToken)
    }

    fn signed(&self, claims: &Claims) -> Result<String, BadToken> {
        claims.are_somebodys()?;
        let claims = serde_json::to_vec(claims).map_err(|_| BadToken)?;
        PublicToken::sign(&self.secret, &claims, None, None).map_err(|_| BadToken)
    }
}

impl Claims {
    /// A service has a name, and a person has none.
    fn are_somebodys(&self) -> Result<(), BadToken> {
        let is_service = self.role == Role::Service;
        if is_service == self.service.is_some() { Ok(()) } else { Err(BadToken) }
    }
}

fn end(now: Timestamp, seconds: i64) -> Result<Timestamp, BadToken> {
    now.checked_add(SignedDuration::from_secs(seconds)).map_err(|_| BadToken)
}

impl Verifier {
    /// The verifier whose public key is kept in a file: its 32 bytes.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or holds no public key.
    pub fn load(file: &Path) -> io::Result<Self> {
        let key = AsymmetricPublicKey::<V4>::from(&fs::read(file)?);
        key.map(Self).map_err(|_| io::Error::other("it holds no public key of 32 bytes"))
    }

    /// The public key.
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The statement of a certificate.
    ///
    /// # Errors
    ///
    /// [`BadToken`] if it was changed, or somebody else made it.
    pub fn certified(&self, certificate: &str) -> Result<String, BadToken> {
        let untrusted =
            UntrustedToken::<Public, V4>::try_from(certificate).map_err(|_| BadToken)?;
        let trusted = PublicToken::verify(&self.0, &untrusted, None, Some(CERTIFICATE));
        trusted.map(|trusted| trusted.payload().to_owned()).map_err(|_| BadToken)
    }

    /// What a valid token says.
    ///
    /// # Errors
    ///
    /// [`BadToken`] otherwise.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<Claims, BadToken> {
        let untrusted = UntrustedToken::<Public, V4>::try_from(token).map_err(|_| BadToken)?;
        let trusted = PublicToken::verify(&self.0, &untrusted, None, None).map_err(|_| BadToken)?;
        let claims: Claims = serde_json::from_str(trusted.payload()).map_err(|_| BadToken)?;
        claims.are_somebodys()?;
        if claims.expires < now { Err(BadToken) } else { Ok(claims) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims_after(seconds: i64) -> Result<Claims, BadToken> {
        let signer = Signer::generate().unwrap();
        let made = Timestamp::UNIX_EPOCH;
        let token = signer.sign(Uuid::nil(), "lsc07".parse().unwrap(), Role::Coach, made).unwrap();
        signer.verifier().verify(&token, made + SignedDuration::from_secs(seconds))
    }

    #[test]
    fn a_token_says_who_acts_until_it_expires() {
        assert_eq!(claims_after(PERSON_SECONDS).unwrap().role, Role::Coach);
        assert_eq!(claims_after(PERSON_SECONDS + 1), Err(BadToken));
    }

    #[test]
    fn a_restarted_signer_is_the_same_signer() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("token.key");
        let (now, tenant) = (Timestamp::UNIX_EPOCH, TenantId::platform());
        let first = Signer::load_or_make(&file).unwrap();
        let token = first.sign(Uuid::nil(), tenant, Role::Auditor, now).unwrap();
        let again = Signer::load_or_make(&file).unwrap().verifier();
        assert_eq!(again.verify(&token, now).unwrap().role, Role::Auditor);
    }

    #[test]
    fn whoever_has_the_public_key_alone_verifies_and_signs_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (secret, public) = (dir.path().join("token.key"), dir.path().join("token.pub"));
        let signer = Signer::load_or_make(&secret).unwrap();
        fs::write(&public, signer.verifier().as_bytes()).unwrap();
        let service = ServiceName::Exercises;
        let token = signer.sign_service(service, 1, Timestamp::UNIX_EPOCH).unwrap();
        let verifier = Verifier::load(&public).unwrap();
        let claims = verifier.verify(&token, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!((claims.role, claims.service), (Role::Service, Some(service)));
        let later = Timestamp::UNIX_EPOCH + SignedDuration::from_secs(DAY_SECONDS + 1);
        assert_eq!(verifier.verify(&token, later), Err(BadToken));
        assert!(Signer::load(&public).is_err(), "nobody signs with it");
        assert!(Verifier::load(&secret).is_err(), "the secret key is not taken for the public one");
    }

    #[test]
    fn a_service_has_a_name_and_a_person_has_none() {
        let (signer, now) = (Signer::generate().unwrap(), Timestamp::UNIX_EPOCH);
        let platform = TenantId::platform();
        assert_eq!(signer.sign(Uuid::nil(), platform.clone(), Role::Service, now), Err(BadToken));
        for (role, service) in [(Role::Service, None), (Role::Lead, Some(ServiceName::Gateway))] {
            let (actor, tenant) = (Uuid::nil(), platform.clone());
            let claims = Claims { actor, tenant, role, service, expires: now };
            let claims = serde_json::to_vec(&claims).unwrap();
            let token = PublicToken::sign(&signer.secret, &claims, None, None).unwrap();
            assert_eq!(signer.verifier().verify(&token, now), Err(BadToken), "{role:?}");
        }
        for service in ServiceName::ALL {
            let written = serde_json::to_value(service).unwrap();
            assert_eq!(written, service.name());
        }
    }

    #[test]
    fn a_certificate_is_proved_by_the_public_key_and_is_no_token() {
        let (signer, now) = (Signer::generate().unwrap(), Timestamp::UNIX_EPOCH);
        let certificate = signer.certify("{\"erased\":true}").unwrap();
        assert_eq!(signer.verifier().certified(&certificate).unwrap(), "{\"erased\":true}");
        assert_eq!(signer.verifier().verify(&certificate, now), Err(BadToken));
        let token = signer.sign(Uuid::nil(), TenantId::platform(), Role::Operator, now).unwrap();
        assert_eq!(signer.verifier().certified(&token), Err(BadToken));
        let other = Signer::generate().unwrap().verifier();
        assert_eq!(other.certified(&certificate), Err(BadToken));
    }

    #[test]
    fn a_token_of_another_signer_is_refused() {
        let token = Signer::generate()
            .unwrap()
            .sign(Uuid::nil(), TenantId::platform(), Role::Operator, Timestamp::UNIX_EPOCH)
            .unwrap();
        let other = Signer::generate().unwrap().verifier();
        assert_eq!(other.verify(&token, Timestamp::UNIX_EPOCH), Err(BadToken));
    }
}
