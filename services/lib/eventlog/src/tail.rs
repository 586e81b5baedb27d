//! Where the newest events of each stream stand, until the file tells it.
//!
//! A stream's place lies on another page of the file than its neighbour's, so writing each at once
//! would write a page per event. They are kept here and written many at a time.

use std::collections::HashMap;

use kernel::TenantId;

use super::{StreamName, position::Number};

/// The place of one event: its revision and its position.
pub(super) type Place = (u64, Number);

/// Places that are not in the file yet.
#[derive(Default)]
pub(super) struct Tail {
    /// With the stream's number in the file.
    streams: HashMap<StreamName, (u64, Vec<Place>)>,
    count: usize,
}

impl Tail {
    pub(super) fn add(&mut self, stream: &StreamName, number: u64, place: Place) {
        self.count += 1;
        match self.streams.get_mut(stream) {
            Some((_, places)) => places.push(place),
            None => drop(self.streams.insert(stream.clone(), (number, vec![place]))),
        }
    }

    /// Takes over what another one has; its places are later ones.
    pub(super) fn absorb(&mut self, later: &mut Self) {
        self.count += later.count;
        later.count = 0;
        for (stream, (number, places)) in later.streams.drain() {
            self.streams.entry(stream).or_insert((number, Vec::new())).1.extend(places);
        }
    }

    pub(super) fn clear(&mut self) {
        self.streams.clear();
        self.count = 0;
    }

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The places of a stream, in order.
    pub(super) fn of(&self, stream: &StreamName) -> &[Place] {
        self.streams.get(stream).map_or(&[], |(_, places)| places)
    }

    /// Every place with its stream's number, in the order in which the file keeps them.
    pub(super) fn in_order(&self) -> impl Iterator<Item = (u64, Place)> {
        let mut streams: Vec<_> = self.streams.values().collect();
        streams.sort_unstable_by_key(|(number, _)| *number);
        streams.into_iter().flat_map(|(number, places)| places.iter().map(|at| (*number, *at)))
    }

    /// The positions of each tenant's events, both in the order in which the file keeps them.
    pub(super) fn by_tenant(&self) -> Vec<(&TenantId, Vec<Number>)> {
        let mut tenants = HashMap::<_, Vec<_>>::new();
        for (stream, (_, places)) in &self.streams {
            let positions = places.iter().map(|(_, position)| *position);
            tenants.entry(stream.tenant()).or_default().extend(positions);
        }
        let mut tenants: Vec<_> = tenants.into_iter().collect();
        tenants.sort_unstable_by_key(|(tenant, _)| *tenant);
        for (_, positions) in &mut tenants {
            positions.sort_unstable();
        }
        tenants
    }
}
