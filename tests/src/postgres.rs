//! A PostgreSQL of one's own: made in a directory that is thrown away, reached through a socket.

use std::{
    fs::{self, File},
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use runtime::tls::Files;
use tempfile::TempDir;

use super::ports::Port;

/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_mins(1);
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// Where packages put the programs, beside the search path. `*` is a version.
const INSTALLED: [&str; 3] =
    ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin"];
/// PostgreSQL refuses to run as root, so then it runs as the first of these.
const OTHER_USERS: [&str; 2] = ["postgres", "nobody"];

/// A running server with one database, ended when it is dropped.
pub struct Postgres {
    dir: TempDir,
    /// User and group to run as, if they are not one's own.
    user: Option<(u32, u32)>,
    /// Where it listens with TLS, beside the socket.
    port: Option<Port>,
    server: Option<Child>,
}

impl Postgres {
    /// Makes and starts a server. Panics with what to install if there is none.
    pub fn start() -> Self {
        let mut server = Self::made();
        server.starts_again();
        server
    }

    /// The same, and reached over TCP with TLS only.
    pub fn start_secured(files: &Files) -> Self {
        let mut server = Self::made();
        // It insists that the key is its user's own.
        for (file, name) in [(&files.certificate, "server.crt"), (&files.key, "server.key")] {
            let copy = server.data().join(name);
            fs::copy(file, &copy).unwrap();
            fs::set_permissions(&copy, fs::Permissions::from_mode(0o600)).unwrap();
            if let Some((user, group)) = server.user {
                chown(&copy, Some(user), Some(group)).unwrap();
            }
        }
        let who = "local all all trust\nhostssl all all 127.0.0.1/32 trust\n";
        fs::write(server.data().join("pg_hba.conf"), who).unwrap();
        server.port = Some(Port::free());
        server.starts_again();
        server
    }

    fn made() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let user = other_user(dir.path());
        if let Some((user, group)) = user {
            chown(dir.path(), Some(user), Some(group)).unwrap();
        }
        let server = Self { dir, user, port: None, server: None };
        let made = server
            .program("initdb")
            .args(["--no-sync", "--auth=trust", "--username=stc", "--encoding=UTF8"])
            .args(["--locale=C", "--pgdata"])
            .arg(server.data())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        server
    }

    /// The url of its database, for whoever runs on this machine.
    pub fn url(&self) -> String {
        if let Some(port) = &self.port {
            let address = port.address();
            return format!("postgres://stc@{address}/postgres?sslmode=require");
        }
        let socket = self.dir.path().to_str().unwrap().replace('/', "%2F");
        format!("postgres://stc@{socket}/postgres?sslmode=disable")
    }

    /// Where it keeps everything.
    pub fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// Kills it as a power cut would.
    pub fn dies(&mut self) {
        if let Some(mut server) = self.server.take() {
            // It ends its children at once, and writes nothing more.
            let id = server.id().to_string();
            assert!(Command::new("kill").args(["-QUIT", &id]).status().unwrap().success());
            server.wait().unwrap();
        }
    }

    /// Starts it on what it kept.
    pub fn starts_again(&mut self) {
        let child = self
            .program("postgres")
            .args(self.listens())
            .args(["-c", "fsync=off", "-k"])
            .arg(self.dir.path())
            .arg("-D")
            .arg(self.data())
            .stderr(File::create(self.log()).unwrap())
            .spawn()
            .unwrap();
        self.server = Some(child);
        // The last line of this file says how far the server is.
        let status = self.dir.path().join("data/postmaster.pid");
        let began = Instant::now();
        while !fs::read_to_string(&status).is_ok_and(|it| it.trim_end().ends_with("ready")) {
            let ended = self.server.as_mut().unwrap().try_wait().unwrap().is_some();
            assert!(
                !ended && began.elapsed() < PATIENCE,
                "PostgreSQL did not start: {}",
                fs::read_to_string(self.log()).unwrap()
            );
            thread::sleep(LOOK_AGAIN);
        }
    }

    fn listens(&self) -> Vec<String> {
        let settings = match &self.port {
            None => vec!["listen_addresses=".to_owned()],
            Some(port) => ["listen_addresses=127.0.0.1", "ssl=on"]
                .map(str::to_owned)
                .into_iter()
                .chain([format!("port={}", port.number())])
                .collect(),
        };
        settings.into_iter().flat_map(|it| ["-c".to_owned(), it]).collect()
    }

    fn log(&self) -> PathBuf {
        self.dir.path().join("log")
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(installed(name));
        command.current_dir(self.dir.path()).env("TZ", "UTC").stdin(Stdio::null());
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.dies();
    }
}

/// User and group to run as if this is root, as whoever made `dir`.
fn other_user(dir: &Path) -> Option<(u32, u32)> {
    if fs::metadata(dir).unwrap().uid() != 0 {
        return None;
    }
    let number = |of: &str, user: &str| -> Option<u32> {
        let said = Command::new("id").args([of, user]).output().unwrap();
        String::from_utf8(said.stdout).unwrap().trim().parse().ok()
    };
    OTHER_USERS.iter().find_map(|user| Some((number("-u", user)?, number("-g", user)?)))
}

/// The newest of the programs of this name.
fn installed(name: &str) -> PathBuf {
    let search = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&search).chain(INSTALLED.iter().flat_map(|it| versions(it)));
    let found = found.map(|dir| dir.join(name)).find(|program| program.is_file());
    found.unwrap_or_else(|| {
        panic!("{name} is missing: install PostgreSQL 15 or newer, such as Debian's `postgresql`")
    })
}

/// The directories that a pattern with one `*` means, the newest first.
fn versions(pattern: &str) -> Vec<PathBuf> {
    let (before, after) = pattern.split_once('*').unwrap();
    let (above, start) = before.rsplit_once('/').unwrap();
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir(above)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            let version = name.strip_prefix(start)?;
            Some((version.parse().ok()?, format!("{before}{version}{after}").into()))
        })
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.into_iter().map(|(_, dir)| dir).collect()
}
