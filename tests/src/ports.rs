//! Ports that stay one's own, also between the lives of who listens there.
//!
//! A port that the system calls free may be somebody else's a moment later: another test's server, or
//! the near end of any connection. So these lie below what systems hand out by themselves, and each is
//! held by a lock on a file, which ends with whoever holds it.

use std::{
    fs::File,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    ops::Range,
};

/// Below the ports that Linux (from 32,768) and others (from 49,152) give to connections.
const OURS: Range<u16> = 10_240..32_768;

/// How far from each other neighbouring processes begin to look.
const APART: u32 = 61;

/// A port of this machine that no other test is given while this lives.
pub struct Port {
    number: u16,
    /// Ends the lock when it is closed.
    _held: File,
}

impl Port {
    /// One that is free. Panics if there is none.
    pub fn free() -> Self {
        let dir = std::env::temp_dir().join("stc-ports");
        std::fs::create_dir_all(&dir).unwrap();
        // Tests run in processes of their own, which begin to look at different places.
        let apart = std::process::id().wrapping_mul(APART) % u32::try_from(OURS.len()).unwrap();
        let first = OURS.start + u16::try_from(apart).unwrap();
        let all = (first..OURS.end).chain(OURS.start..first);
        let mut free = all.filter_map(|number| {
            let held = File::create(dir.join(number.to_string())).ok()?;
            held.try_lock().ok()?;
            TcpListener::bind((Ipv4Addr::LOCALHOST, number)).ok()?;
            Some(Self { number, _held: held })
        });
        free.next().unwrap()
    }

    /// Its number.
    pub fn number(&self) -> u16 {
        self.number
    }

    /// Where whoever listens there is reached.
    pub fn address(&self) -> SocketAddr {
        (Ipv4Addr::LOCALHOST, self.number).into()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn nobody_is_given_a_port_that_somebody_holds() {
        let held: Vec<_> = (0..50).map(|_| Port::free()).collect();
        let numbers: BTreeSet<_> = held.iter().map(Port::number).collect();
        assert_eq!(numbers.len(), held.len());
        let file = std::env::temp_dir().join("stc-ports").join(held[0].number().to_string());
        assert!(File::open(file).unwrap().try_lock().is_err());
    }
}
