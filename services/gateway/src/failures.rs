//! Failed sign-ins per address: after too many, the address waits.
//!
//! Only failures count, so a class that signs in behind one address is never in the way of itself.
//!
//! Invariant: the memory it takes is bounded, however many addresses try.

use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

/// How many failures in a row an address may make.
const FAILURES_MAX: u32 = 30;
/// After this time one failure is forgiven.
const FORGIVEN_SECONDS: u64 = 10;
/// A debt grows no further than this, so that nobody waits for ever.
const DEBT_SECONDS_MAX: u64 = 15 * 60;
/// How many addresses are remembered.
const ADDRESSES_MAX: usize = 50_000;

/// The failures of each address, kept as the moment at which all of them are forgiven.
#[derive(Default)]
pub(crate) struct Failures(Mutex<HashMap<IpAddr, Instant>>);

impl Failures {
    /// How long this address has to wait, in seconds; `None` if it may try now.
    pub(crate) fn wait_seconds(&self, address: IpAddr) -> Option<u64> {
        let forgiven = self.lock().get(&network(address)).copied()?;
        let debt = forgiven.saturating_duration_since(Instant::now());
        let over = debt.checked_sub(allowed()).filter(|over| !over.is_zero())?;
        Some(over.as_secs() + 1)
    }

    /// One more failure.
    pub(crate) fn failed(&self, address: IpAddr) {
        let now = Instant::now();
        let mut failures = self.lock();
        if failures.len() >= ADDRESSES_MAX {
            make_room(&mut failures, now);
        }
        let forgiven = failures.entry(network(address)).or_insert(now);
        let later = (*forgiven).max(now) + Duration::from_secs(FORGIVEN_SECONDS);
        *forgiven = later.min(now + Duration::from_secs(DEBT_SECONDS_MAX));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, Instant>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The debt with which an address may still try. The failure that reaches it was the last one.
fn allowed() -> Duration {
    Duration::from_secs(FORGIVEN_SECONDS * u64::from(FAILURES_MAX - 1))
}

/// A household has 2^64 addresses of IPv6: they count as one.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => {
            Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into()
        }
    }
}

/// Drops whom everything is forgiven, and if that is nobody, who owes the least.
fn make_room(failures: &mut HashMap<IpAddr, Instant>, now: Instant) {
    failures.retain(|_, forgiven| *forgiven > now);
    if failures.len() >= ADDRESSES_MAX {
        let least = failures.iter().min_by_key(|(_, forgiven)| **forgiven);
        if let Some(address) = least.map(|(address, _)| *address) {
            failures.remove(&address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCHOOL: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 0, 2, 1));

    #[tokio::test(start_paused = true)]
    async fn after_too_many_failures_an_address_waits_and_others_do_not() {
        let failures = Failures::default();
        for _ in 0..FAILURES_MAX {
            assert_eq!(failures.wait_seconds(SCHOOL), None);
            failures.failed(SCHOOL);
        }
        let wait = failures.wait_seconds(SCHOOL).unwrap();
        assert!((1..=FORGIVEN_SECONDS + 1).contains(&wait), "{wait}");
        assert_eq!(failures.wait_seconds("192.0.2.2".parse().unwrap()), None);
        tokio::time::advance(Duration::from_secs(wait)).await;
        assert_eq!(failures.wait_seconds(SCHOOL), None);
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_longer_than_the_greatest_debt() {
        let failures = Failures::default();
        for _ in 0..10_000 {
            failures.failed(SCHOOL);
        }
        assert!(failures.wait_seconds(SCHOOL).unwrap() <= DEBT_SECONDS_MAX);
    }

    #[tokio::test(start_paused = true)]
    async fn the_addresses_of_one_household_count_as_one() {
        let failures = Failures::default();
        for _ in 0..FAILURES_MAX {
            failures.failed("2001:db8::1".parse().unwrap());
        }
        assert!(failures.wait_seconds("2001:db8::2".parse().unwrap()).is_some());
        assert!(failures.wait_seconds("2001:db8:0:1::2".parse().unwrap()).is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn the_memory_is_bounded() {
        let failures = Failures::default();
        for bits in 0..=u32::try_from(ADDRESSES_MAX).unwrap() {
            failures.failed(std::net::Ipv4Addr::from_bits(bits).into());
        }
        assert_eq!(failures.lock().len(), ADDRESSES_MAX);
    }
}
