//! The platform in this process, as `stc up` runs it.

use std::{ops::Deref, path::Path};

use eventlog::Position;
use kernel::TenantId;
use runtime::{Backends, projector::MEMORY_MIB_DEFAULT};
use stc::{
    access::PolicyFiles,
    compose::{Config, Platform},
};
use tempfile::TempDir;

use crate::{Person, Site};

/// A platform on a directory of its own, gone when the test ends.
pub struct World {
    site: Site,
    platform: Platform,
    operator_card: Option<String>,
    dir: TempDir,
}

/// A centre with its people, all signed in. The youth chose the coach.
pub struct Centre {
    /// Its id.
    pub id: String,
    /// Who leads it.
    pub lead: Person,
    /// A coach.
    pub coach: Person,
    /// A youth.
    pub youth: Person,
}

impl World {
    /// Starts a platform that nobody used yet.
    pub async fn start() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let config = config(dir.path());
        Self::start_with(dir, config).await
    }

    /// The same behind a proxy that tells the clients' addresses.
    pub async fn start_behind_proxy() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let config = Config { behind_proxy: true, ..config(dir.path()) };
        Self::start_with(dir, config).await
    }

    async fn start_with(dir: TempDir, config: Config) -> Self {
        let platform = Platform::start(&config).await.unwrap();
        let operator_card =
            identity::bootstrap_operator(&platform.backends, &platform.vault).await.unwrap();
        let site = Site::at(&format!("http://{}", platform.address));
        Self { site, platform, operator_card, dir }
    }

    /// Starts the platform of a directory that was used before.
    pub async fn starts_on(dir: TempDir) -> Self {
        let config = config(dir.path());
        Self::start_with(dir, config).await
    }

    /// What the services stand on.
    pub fn backends(&self) -> &Backends {
        &self.platform.backends
    }

    /// The key vault.
    pub fn vault(&self) -> &vault::Vault {
        &self.platform.vault
    }

    /// The data directory.
    pub fn data(&self) -> &Path {
        self.dir.path()
    }

    /// Where the log ends.
    pub fn head(&self) -> Position {
        *self.platform.backends.log.head().borrow()
    }

    /// The first operator, signed in with the card that was shown at the start.
    pub async fn operator(&self) -> Person {
        self.site.signs_in(self.operator_card.as_deref().unwrap()).await
    }

    /// A centre with a lead, a coach and a youth who chose that coach.
    pub async fn centre(&self, operator: &Person, id: &str) -> Centre {
        centre(&self.site, operator, id).await
    }

    /// Stops the platform and keeps its directory.
    pub async fn stops(self) -> TempDir {
        self.platform.stop().await.unwrap();
        self.dir
    }
}

impl Deref for World {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}

/// A centre with a lead, a coach and a youth who chose that coach.
pub async fn centre(site: &Site, operator: &Person, id: &str) -> Centre {
    assert!(id.parse::<TenantId>().is_ok());
    let lead = operator.opens_centre(id, "Ilse Lead").await;
    let lead = site.signs_in(&lead.card).await;
    let coach = lead.registers_coach("Karel Coach").await;
    let youth = lead.registers_youth("Noor Youth").await;
    let coach = site.signs_in(&coach.card).await;
    let youth = site.signs_in(&youth.card).await;
    youth.chooses_coach(coach.id).await;
    Centre { id: id.to_owned(), lead, coach, youth }
}

/// Settings of a platform on a directory, at any free port.
pub fn config(data: &Path) -> Config {
    let listen = "127.0.0.1:0".parse().unwrap();
    let view_memory = MEMORY_MIB_DEFAULT;
    let policies = PolicyFiles::default().load().unwrap();
    Config {
        data: data.to_owned(),
        listen,
        origin: None,
        behind_proxy: false,
        view_memory,
        policies,
    }
}
