//! One tenant's view in memory, and its snapshots on the disk.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use eventlog::{EventLog, LogError, Position};
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use kernel::TenantId;

use super::snapshot::{self, Saved};
use crate::{
    keys::KeyRing,
    view::{Folded, Read, View},
};

/// After how many events of a tenant a snapshot is written, at least.
const SNAPSHOT_EVENTS_MIN: u64 = 2_000;
/// And after which share of those that a view has already: so writing costs a part of folding,
/// however long the history grows.
const SNAPSHOT_SHARE: u64 = 2;
/// The same for a view that is asked for as it was: what lies between two snapshots is folded anew.
const SNAPSHOT_SHARE_AS_OF: u64 = 8;
/// A month ends at midnight where people live, from Finland to Portugal: some hours before it ends in
/// UTC. A snapshot of then makes what is known at a month's end quick to find.
const MONTH_ENDS_HOURS_EARLY: i64 = 4;

/// A tenant's view, and which of it stands in a snapshot.
pub(super) struct Partition<V> {
    pub(super) folded: Folded<V>,
    /// How many events its last snapshot has.
    saved: u64,
    month: Month,
}

/// The month of the last event: when one of the next month comes, how it was before is kept.
#[derive(Clone, Copy)]
pub(super) struct Month {
    /// Microseconds since 1970 UTC.
    ends: i64,
}

impl Default for Month {
    /// That of nobody: with the first event it is over.
    fn default() -> Self {
        Self { ends: i64::MIN }
    }
}

impl Month {
    /// Whether an event is of another month than the last one; from here on it is the last one.
    pub(super) fn is_over(&mut self, recorded_micros: i64) -> bool {
        let over = recorded_micros >= self.ends;
        if over {
            self.ends = month_end(recorded_micros);
        }
        over
    }
}

impl<V: View> Partition<V> {
    pub(super) fn new(folded: Folded<V>) -> Self {
        let saved = folded.events;
        Self { folded, saved, month: Month::default() }
    }

    /// Takes an event into account; snapshots that are due go into `due`.
    pub(super) fn take(&mut self, one: Read<V::Fact>, due: &mut Vec<Saved>) {
        let event = &one.0;
        if event.position <= self.folded.position {
            return;
        }
        if V::AS_OF && self.month.is_over(event.recorded_micros) {
            self.save(due);
        }
        self.folded.take_one(one);
        if self.unsaved() >= events_between::<V>(self.folded.events) {
            self.save(due);
        }
    }

    /// How many events no snapshot has.
    pub(super) fn unsaved(&self) -> u64 {
        self.folded.events - self.saved
    }

    /// The month of its last event.
    pub(super) fn month(&self) -> Month {
        self.month
    }

    /// A snapshot, if there is anything that none has.
    pub(super) fn save(&mut self, due: &mut Vec<Saved>) {
        if self.unsaved() > 0 {
            self.saved = self.folded.events;
            due.push(Saved::of(&self.folded));
        }
    }
}

/// How many events lie between two snapshots of a view that has so many.
pub(super) fn events_between<V: View>(events: u64) -> u64 {
    let share = if V::AS_OF { SNAPSHOT_SHARE_AS_OF } else { SNAPSHOT_SHARE };
    SNAPSHOT_EVENTS_MIN.max(events / share)
}

/// The end of the month of a moment, both in microseconds.
fn month_end(micros: i64) -> i64 {
    let early = MONTH_ENDS_HOURS_EARLY.hours();
    let end = || {
        let moment = Timestamp::from_microsecond(micros).ok()?.checked_add(early).ok()?;
        let day = TimeZone::UTC.to_datetime(moment).date();
        let first = day.last_of_month().tomorrow().ok()?;
        let end =
            first.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp().checked_sub(early).ok()?;
        Some(end.as_microsecond())
    };
    end().unwrap_or(i64::MAX)
}

/// Where the snapshots of one tenant's view stand: `DIR/VIEW-VERSION/TENANT/POSITION.snap`.
pub(super) struct Shelf {
    dir: PathBuf,
    tenant: TenantId,
}

impl Shelf {
    /// The folder of a view's snapshots.
    pub(super) fn of_view<V: View>(snapshots: &Path) -> PathBuf {
        snapshots.join(format!("{}-{}", V::NAME, V::VERSION))
    }

    /// The tenants that have snapshots of a view.
    pub(super) fn tenants<V: View>(snapshots: &Path) -> BTreeSet<TenantId> {
        let entries = std::fs::read_dir(Self::of_view::<V>(snapshots)).into_iter().flatten();
        entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
    }

    /// Throws away what other versions of a view left.
    pub(super) fn clear_older<V: View>(snapshots: &Path) {
        let ours = Self::of_view::<V>(snapshots);
        let of_view = |name: &str| {
            let version = name.strip_prefix(V::NAME).and_then(|rest| rest.strip_prefix('-'));
            version.is_some_and(|version| version.parse::<u32>().is_ok())
        };
        for entry in std::fs::read_dir(snapshots).into_iter().flatten().flatten() {
            if entry.file_name().to_str().is_some_and(of_view) && entry.path() != ours {
                let gone = std::fs::remove_dir_all(entry.path());
                gone.unwrap_or_else(
                    |error| tracing::warn!(view = V::NAME, %error, "old snapshots"),
                );
            }
        }
    }

    pub(super) fn new<V: View>(snapshots: &Path, tenant: &TenantId) -> Self {
        let dir = Self::of_view::<V>(snapshots).join(tenant.as_str());
        Self { dir, tenant: tenant.clone() }
    }

    /// Writes a snapshot; of a view that is never asked for as it was, it takes the place of the others.
    pub(super) async fn put<V: View>(&self, keys: &KeyRing, saved: Saved) -> io::Result<()> {
        let position = saved.position();
        let file = self.file(position);
        snapshot::write::<V>(&file, keys, Some(&self.tenant), saved).await?;
        if !V::AS_OF {
            for older in self.positions(position).into_iter().filter(|other| *other != position) {
                let _ = tokio::fs::remove_file(self.file(older)).await;
            }
        }
        Ok(())
    }

    /// The last snapshot of up to a position that goes with this log.
    pub(super) async fn last<V: View>(
        &self,
        log: &dyn EventLog,
        keys: &KeyRing,
        until: Position,
    ) -> Result<Option<Folded<V>>, LogError> {
        for position in self.positions(until) {
            let file = self.file(position);
            let found = snapshot::read::<V>(&file, keys, Some(&self.tenant)).await;
            let Some(folded) = found.filter(|folded| folded.position == position) else { continue };
            // Of another log, or of this one before a restore: then another event stands there.
            let there = log.at(position).await?.map(|event| event.id());
            if there.is_some() && there == folded.last {
                return Ok(Some(folded));
            }
            let _ = tokio::fs::remove_file(file).await;
        }
        Ok(None)
    }

    fn file(&self, position: Position) -> PathBuf {
        self.dir.join(format!("{position}.snap"))
    }

    /// The positions of snapshots up to one, the last first.
    fn positions(&self, until: Position) -> Vec<Position> {
        let entries = std::fs::read_dir(&self.dir).into_iter().flatten().flatten();
        let position = |entry: std::fs::DirEntry| {
            entry.file_name().to_str()?.strip_suffix(".snap")?.parse::<Position>().ok()
        };
        let mut found: Vec<_> =
            entries.filter_map(position).filter(|position| *position <= until).collect();
        found.sort_unstable_by(|one, other| other.cmp(one));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_before_midnight_from_finland_to_portugal() {
        let end = |moment: &str| {
            let micros = moment.parse::<Timestamp>().unwrap().as_microsecond();
            Timestamp::from_microsecond(month_end(micros)).unwrap().to_string()
        };
        assert_eq!(end("2026-03-09T12:00:00Z"), "2026-03-31T20:00:00Z");
        assert_eq!(end("2026-03-31T19:59:59Z"), "2026-03-31T20:00:00Z");
        assert_eq!(end("2026-03-31T20:00:00Z"), "2026-04-30T20:00:00Z");
    }
}
