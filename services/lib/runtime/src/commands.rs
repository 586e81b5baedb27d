//! One key, one command: how a repetition is told from another command under a used key.
//!
//! The id of an event that a command caused says under whose key and for what content: a first half
//! from the person and the key, then the content, then the stream and the place among the command's
//! events. So the log itself knows what a key stands for, without a second store.
//!
//! Invariant: under one key of one person one content is decided. In the stream that it touched the
//! key is known for good, elsewhere among the last [`COMMANDS_KEPT_MAX`] commands.

use std::collections::{HashMap, VecDeque};

use eventlog::{Filter, Recorded, StreamName};
use kernel::codec::CodecError;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Backends, Ctx,
    projector::Behind,
    view::{OpenKeys, View},
};

/// How many of the latest commands are remembered across streams.
pub const COMMANDS_KEPT_MAX: usize = 100_000;
/// What one of them takes, about.
const MARK_BYTES: usize = 40;

/// Of a command's content, the bits that an event id has room for.
const CONTENT_MASK: u32 = 0x3fff_ffff;
/// Of the first half of an id, the bits that are not the version of the id.
const KEY_MASK: u64 = 0xffff_ffff_ffff_0fff;
/// Of the last four bytes of an id, those that count the command's events.
const INDEX_BITS: u32 = 12;

/// What the id of an event says of the command that caused it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whose key.
    pub key: u64,
    /// For what.
    pub content: u32,
}

impl Mark {
    /// The mark of the command of this context.
    pub fn of(ctx: &Ctx) -> Self {
        let command = ctx.command();
        let hash = Sha256::new()
            .chain_update(ctx.actor().as_bytes())
            .chain_update(command.key.as_bytes())
            .finalize();
        Self { key: first_eight(&hash) & KEY_MASK, content: low(command.content) & CONTENT_MASK }
    }

    /// The mark in an event's id; `None` if the id is of another make.
    pub fn in_id(id: Uuid) -> Option<Self> {
        let (high, low_half) = id.as_u64_pair();
        let content = u32::try_from(low_half >> 32).unwrap_or(0) & CONTENT_MASK;
        (id.get_version_num() == 8).then_some(Self { key: high & KEY_MASK, content })
    }

    /// The id of the command's event at this place in this stream.
    pub fn id(self, stream: &StreamName, index: usize) -> Uuid {
        let stream = low(first_eight(&Sha256::digest(stream.as_str())));
        let place = (stream << INDEX_BITS) | low(index as u64);
        let low_half = (u64::from(self.content) << 32) | u64::from(place);
        Uuid::new_v8(((u128::from(self.key) << 64) | u128::from(low_half)).to_be_bytes())
    }
}

/// The content of a command: the operation and what it is asked with.
pub(crate) fn content(operation: &str, message: &[u8]) -> u64 {
    let hash = Sha256::new()
        .chain_update((operation.len() as u64).to_be_bytes())
        .chain_update(operation)
        .chain_update(message)
        .finalize();
    first_eight(&hash)
}

fn first_eight(hash: &[u8]) -> u64 {
    hash.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

fn low(number: u64) -> u32 {
    u32::try_from(number & u64::from(u32::MAX)).unwrap_or(0)
}

/// The latest commands of everybody, oldest first.
#[derive(Debug, Default)]
pub struct Commands {
    content: HashMap<u64, u32>,
    order: VecDeque<u64>,
}

impl Commands {
    /// Whether this key stands for something else already.
    pub fn contradicts(&self, mark: Mark) -> bool {
        self.content.get(&mark.key).is_some_and(|content| *content != mark.content)
    }

    fn add(&mut self, mark: Mark) {
        if self.content.contains_key(&mark.key) {
            return;
        }
        self.content.insert(mark.key, mark.content);
        self.order.push_back(mark.key);
        if self.order.len() > COMMANDS_KEPT_MAX
            && let Some(oldest) = self.order.pop_front()
        {
            self.content.remove(&oldest);
        }
    }
}

impl View for Commands {
    const NAME: &'static str = "commands";
    const VERSION: u32 = 2;

    type Fact = Mark;

    fn filter() -> Filter {
        Filter::default()
    }

    fn read(event: &Recorded, _: &OpenKeys) -> Result<Option<Mark>, CodecError> {
        Ok(Mark::in_id(event.id()))
    }

    fn apply(&mut self, _: &Recorded, mark: Mark) {
        self.add(mark);
    }

    fn bytes(&self) -> usize {
        self.order.len() * MARK_BYTES
    }

    fn save(&self) -> Vec<u8> {
        let marks: Vec<_> = self.order.iter().map(|key| (*key, self.content[key])).collect();
        postcard::to_stdvec(&marks).unwrap_or_default()
    }

    fn load(bytes: &[u8]) -> Option<Self> {
        let marks: Vec<(u64, u32)> = postcard::from_bytes(bytes).ok()?;
        let mut commands = Self::default();
        for (key, content) in marks {
            commands.add(Mark { key, content });
        }
        Some(commands)
    }
}

/// Whether the key of this command stands for another one, as the log of now has it. A process that
/// does not keep [`Commands`] knows it of the streams alone.
///
/// # Errors
///
/// [`Behind`] if that is not known in time.
pub(crate) async fn contradicted(backends: &Backends, ctx: &Ctx) -> Result<bool, Behind> {
    let Some(commands) = backends.process.views.get::<Commands>() else { return Ok(false) };
    let head = *backends.log.head().borrow();
    commands.at_least(head).await?;
    let contradicts = commands.now().view.contradicts(Mark::of(ctx));
    Ok(contradicts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Role, TenantId};

    fn ctx(actor: u128, key: u128, content: u64) -> Ctx {
        let tenant: TenantId = "lsc01".parse().unwrap();
        Ctx::internal(tenant, Uuid::from_u128(actor), Role::Coach, Uuid::from_u128(key))
            .with_content(content)
    }

    fn stream(id: u128) -> StreamName {
        StreamName::new("demo", &"lsc01".parse().unwrap(), Uuid::from_u128(id))
    }

    #[test]
    fn an_events_id_tells_whose_key_caused_it_and_for_what() {
        let mark = Mark::of(&ctx(1, 2, u64::MAX));
        for (id, index) in [(7, 0), (7, 999), (8, 0)] {
            assert_eq!(Mark::in_id(mark.id(&stream(id), index)), Some(mark));
        }
        assert_eq!(Mark::in_id(Uuid::now_v7()), None);
    }

    #[test]
    fn events_of_one_command_have_ids_of_their_own() {
        let mark = Mark::of(&ctx(1, 2, 3));
        let ids: std::collections::HashSet<_> = (0..1000)
            .flat_map(|index| [mark.id(&stream(7), index), mark.id(&stream(8), index)])
            .collect();
        assert_eq!(ids.len(), 2_000);
    }

    #[test]
    fn a_key_belongs_to_one_person() {
        assert_ne!(Mark::of(&ctx(1, 2, 3)).key, Mark::of(&ctx(9, 2, 3)).key);
    }

    #[test]
    fn a_remembered_key_stands_for_what_it_was_first_used_for() {
        let mut commands = Commands::default();
        let (first, other) = (Mark::of(&ctx(1, 2, 3)), Mark::of(&ctx(1, 2, 4)));
        commands.add(first);
        commands.add(other);
        assert!(!commands.contradicts(first));
        assert!(commands.contradicts(other));
        assert!(!commands.contradicts(Mark::of(&ctx(1, 5, 4))));
    }

    #[test]
    fn the_oldest_command_is_forgotten_for_the_newest() {
        let mut commands = Commands::default();
        for key in 0..=COMMANDS_KEPT_MAX as u64 {
            commands.add(Mark { key, content: 1 });
        }
        assert!(!commands.contradicts(Mark { key: 0, content: 2 }));
        assert!(commands.contradicts(Mark { key: 1, content: 2 }));
        let again = Commands::load(&commands.save()).unwrap();
        assert_eq!(again.save(), commands.save());
    }
}
