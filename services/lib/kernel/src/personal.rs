//! Personal data: open while a rule or a screen needs it, sealed wherever it is stored.
//!
//! Invariant: an open value cannot be serialised, so it cannot reach a disk, a wire or a log line.
//! Destroying the key erases the value everywhere at once; the sealed bytes stay, so proofs over
//! the log still verify.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{
    AeadCore, KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, OsRng, Payload},
};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, ser::Error as _,
};

/// Bytes of a key and of a nonce.
const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// What kind of personal data a value is; each has a key of its own (reference §6.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Category {
    /// Who someone is: name, avatar.
    Identity,
    /// Health and background facts (GDPR Art. 9), membership of the programme included.
    Health,
    /// What someone said or wrote: answers and notes.
    Content,
    /// What was told when someone was registered, until and after it is done: name and intake.
    Registration,
    /// What others observed of someone: signals, each of which is gone a year after its end.
    Observation,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 5] =
        [Self::Identity, Self::Health, Self::Content, Self::Registration, Self::Observation];
    /// In which answers of exercises are.
    pub const ANSWERS: [Self; 2] = [Self::Content, Self::Health];

    /// The name under which keys are kept and asked for.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Health => "health",
            Self::Content => "content",
            Self::Registration => "registration",
            Self::Observation => "observation",
        }
    }

    /// The category of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

/// An event of one kind of stream: open facts and at most one personal part.
pub trait Event: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Whether what is personal in a stream has a key of its own, below the person's key of its category: then it
    /// can be erased without the rest (GDPR Art. 17, item by item).
    const KEYED_BY_STREAM: bool = false;

    /// The personal part and its category. Exhaustive on purpose in every implementation: a new
    /// variant has to say what is personal about it.
    fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)>;
}

/// A value about a person.
#[derive(Clone, PartialEq, Eq)]
pub enum Personal<T> {
    /// Readable, in memory only.
    Open(T),
    /// As it is stored.
    Sealed(Sealed),
}

/// Ciphertext of one value, bound to the event that carries it: base64 of nonce and ciphertext.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sealed(Box<str>);

/// The key of one person for one category of data. Whoever holds none sees nothing.
pub struct SubjectKey {
    cipher: XChaCha20Poly1305,
    bytes: zeroize::Zeroizing<[u8; KEY_BYTES]>,
}

/// Why a value could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonalError {
    /// Another key, another event, or changed bytes.
    #[error("sealed value does not open with this key here")]
    DoesNotOpen,
    /// The value has no stored form.
    #[error("value cannot be encoded")]
    NotEncodable,
}

/// A personal value and where it stands in the log, so that it can be opened for whoever asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept<T> {
    value: Personal<T>,
    place: Vec<u8>,
}

impl<T: Clone + DeserializeOwned> Kept<T> {
    /// A value of the event that stands there.
    pub fn new(value: Personal<T>, place: Vec<u8>) -> Self {
        Self { value, place }
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// [`PersonalError::DoesNotOpen`] with another key.
    pub fn opened(&self, key: &SubjectKey) -> Result<T, PersonalError> {
        self.value.opened(key, &self.place)
    }
}

/// The personal part of an event, whatever its type.
pub trait PersonalPart: Send {
    /// Seals the value, if it is open. `place` names the event and is authenticated with it.
    ///
    /// # Errors
    ///
    /// [`PersonalError::NotEncodable`] if the value has no JSON form.
    fn seal(&mut self, key: &SubjectKey, place: &[u8]) -> Result<(), PersonalError>;

    /// Opens the value, if it is sealed.
    ///
    /// # Errors
    ///
    /// [`PersonalError::DoesNotOpen`] with another key or in another place.
    fn open(&mut self, key: &SubjectKey, place: &[u8]) -> Result<(), PersonalError>;
}

impl SubjectKey {
    /// A fresh random key.
    pub fn generate() -> Self {
        Self::from_bytes(XChaCha20Poly1305::generate_key(&mut OsRng).into())
    }

    /// The key with these 32 bytes.
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Self {
        Self { cipher: XChaCha20Poly1305::new(&bytes.into()), bytes: bytes.into() }
    }

    /// The 32 bytes, to be wrapped by another key or sent over a protected channel, never stored.
    pub fn expose_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.bytes
    }

    /// Nonce and ciphertext of some bytes, bound to `place`.
    ///
    /// # Errors
    ///
    /// [`PersonalError::NotEncodable`] if there are more bytes than the cipher takes (256 GiB).
    pub fn seal_bytes(&self, msg: &[u8], place: &[u8]) -> Result<Vec<u8>, PersonalError> {
        let nonce = XChaCha20Poly1305::generate_nonce(&mut OsRng);
        let sealed = self
            .cipher
            .encrypt(&nonce, Payload { msg, aad: place })
            .map_err(|_| PersonalError::NotEncodable)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The bytes that were sealed by this key in this place.
    ///
    /// # Errors
    ///
    /// [`PersonalError::DoesNotOpen`] with another key, in another place, or with changed bytes.
    pub fn open_bytes(&self, sealed: &[u8], place: &[u8]) -> Result<Vec<u8>, PersonalError> {
        let (nonce, msg) =
            sealed.split_at_checked(NONCE_BYTES).ok_or(PersonalError::DoesNotOpen)?;
        self.cipher
            .decrypt(XNonce::from_slice(nonce), Payload { msg, aad: place })
            .map_err(|_| PersonalError::DoesNotOpen)
    }
}

impl<T> Personal<T> {
    /// The value, if it is readable.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Open(value) => Some(value),
            Self::Sealed(_) => None,
        }
    }
}

impl<T: DeserializeOwned> Personal<T> {
    /// The value, opened without changing what is kept.
    ///
    /// # Errors
    ///
    /// [`PersonalError::DoesNotOpen`] with another key or in another place.
    pub fn opened(&self, key: &SubjectKey, place: &[u8]) -> Result<T, PersonalError>
    where
        T: Clone,
    {
        match self {
            Self::Open(value) => Ok(value.clone()),
            Self::Sealed(sealed) => sealed.open(key, place),
        }
    }
}

impl Sealed {
    fn open<T: DeserializeOwned>(
        &self,
        key: &SubjectKey,
        place: &[u8],
    ) -> Result<T, PersonalError> {
        let bytes = BASE64.decode(&*self.0).map_err(|_| PersonalError::DoesNotOpen)?;
        let value = key.open_bytes(&bytes, place)?;
        serde_json::from_slice(&value).map_err(|_| PersonalError::DoesNotOpen)
    }
}

impl<T: Serialize + DeserializeOwned + Send> PersonalPart for Personal<T> {
    fn seal(&mut self, key: &SubjectKey, place: &[u8]) -> Result<(), PersonalError> {
        let Self::Open(value) = self else { return Ok(()) };
        let msg = serde_json::to_vec(value).map_err(|_| PersonalError::NotEncodable)?;
        *self = Self::Sealed(Sealed(BASE64.encode(key.seal_bytes(&msg, place)?).into()));
        Ok(())
    }

    fn open(&mut self, key: &SubjectKey, place: &[u8]) -> Result<(), PersonalError> {
        let Self::Sealed(sealed) = self else { return Ok(()) };
        *self = Self::Open(sealed.open(key, place)?);
        Ok(())
    }
}

impl<T> Serialize for Personal<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Open(_) => {
                Err(S::Error::custom("personal data must be sealed before it leaves memory"))
            }
            Self::Sealed(sealed) => sealed.serialize(serializer),
        }
    }
}

impl<'de, T> Deserialize<'de> for Personal<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Sealed::deserialize(deserializer).map(Self::Sealed)
    }
}

/// Never shows the value, so that a debug line cannot leak it.
impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open(_) => "Personal(open)",
            Self::Sealed(_) => "Personal(sealed)",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, Serialize, Deserialize)]
    enum Step {
        Registered { minutes: u32, note: Personal<String> },
        CoachChosen,
    }

    impl Event for Step {
        fn personal(&mut self) -> Option<(Category, &mut dyn PersonalPart)> {
            match self {
                Self::Registered { note, .. } => Some((Category::Content, note)),
                Self::CoachChosen => None,
            }
        }
    }

    fn step() -> Step {
        Step::Registered {
            minutes: 45,
            note: Personal::Open("Noor found her own words".to_owned()),
        }
    }

    fn sealed(key: &SubjectKey) -> String {
        let mut event = step();
        event.personal().unwrap().1.seal(key, b"alpha.trajectory-t1@7").unwrap();
        serde_json::to_string(&event).unwrap()
    }

    #[test]
    fn an_open_value_cannot_be_stored() {
        assert!(serde_json::to_string(&step()).is_err());
        assert!(postcard::to_stdvec(&step()).is_err());
    }

    #[test]
    fn a_stored_event_shows_its_facts_and_hides_the_person() {
        let stored = sealed(&SubjectKey::generate());
        assert!(stored.contains(r#""minutes":45"#));
        assert!(!stored.contains("Noor"));
    }

    #[test]
    fn only_its_own_key_in_its_own_place_opens_it() {
        let key = SubjectKey::generate();
        let stored = sealed(&key);
        let open_with = |key: &SubjectKey, place: &[u8]| {
            let mut event: Step = serde_json::from_str(&stored).unwrap();
            event.personal().unwrap().1.open(key, place)
        };
        assert_eq!(open_with(&key, b"alpha.trajectory-t1@7"), Ok(()));
        assert_eq!(open_with(&key, b"beta.trajectory-t1@7"), Err(PersonalError::DoesNotOpen));
        assert_eq!(
            open_with(&SubjectKey::generate(), b"alpha.trajectory-t1@7"),
            Err(PersonalError::DoesNotOpen)
        );
    }

    #[test]
    fn a_debug_line_never_shows_the_value() {
        assert!(!format!("{:?}", step()).contains("Noor"));
    }

    #[test]
    fn an_event_without_a_person_has_nothing_to_seal() {
        assert!(Step::CoachChosen.personal().is_none());
    }
}
