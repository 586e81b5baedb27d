//! Codes of start cards, and the keyed hash under which they are stored.

use hmac::{Hmac, Mac};
use kernel::codec::hex;
use kernel::personal::SubjectKey;
use sha2::Sha256;
use uuid::Uuid;

use super::VaultError;

/// Letters and digits that nobody mistakes for another: no I, L, O, U, 0, 1.
const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Length of a code: log2(30^12) = 58.9 bits.
const CODE_CHARS: usize = 12;
/// A dash stands after so many characters.
const GROUP_CHARS: usize = 4;

/// Keyed with the card key.
pub(super) struct Cards(Hmac<Sha256>);

impl Cards {
    pub(super) fn new(key: &SubjectKey) -> Result<Self, VaultError> {
        Hmac::new_from_slice(key.expose_bytes()).map(Self).map_err(|_| VaultError::Damaged)
    }

    pub(super) fn code(&self, seed: Uuid) -> String {
        // 128 bits taken modulo 30^12 favour no code by more than one in 2^69.
        let bytes = self.mac(b"code", seed.as_bytes());
        let mut number =
            bytes.iter().take(16).fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
        let mut code = String::with_capacity(CODE_CHARS + 2);
        for place in 0..CODE_CHARS {
            if place > 0 && place % GROUP_CHARS == 0 {
                code.push('-');
            }
            let letters = ALPHABET.len() as u128;
            let letter = usize::try_from(number % letters).unwrap_or_default();
            code.push(char::from(ALPHABET[letter]));
            number /= letters;
        }
        code
    }

    pub(super) fn hash(&self, code: &str) -> String {
        let typed = |letter: &char| !letter.is_whitespace() && *letter != '-';
        let code: String =
            code.chars().filter(typed).map(|letter| letter.to_ascii_uppercase()).collect();
        hex(&self.mac(b"hash", code.as_bytes()))
    }

    /// The prefix keeps the two uses of one key apart.
    fn mac(&self, prefix: &[u8], message: &[u8]) -> [u8; 32] {
        self.0.clone().chain_update(prefix).chain_update(message).finalize().into_bytes().into()
    }
}
