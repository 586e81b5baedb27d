//! The binary, started as a person starts it.

use std::{
    ffi::OsStr,
    path::Path,
    process::{Output, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::AsyncReadExt,
    process::{Child, ChildStdout, Command},
    task::JoinHandle,
};

use crate::{Person, Site};

/// How long the binary may take to be ready, or to stop.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running `stc up`.
pub struct Binary {
    /// Where it answers.
    pub site: Site,
    /// What it printed until it was ready.
    pub said: String,
    operator_card: Option<String>,
    child: Child,
    log: JoinHandle<()>,
    logged: Arc<Mutex<Vec<u8>>>,
}

impl Binary {
    /// Runs `stc up` on a directory. `program` is the path of the binary.
    pub async fn up(program: &str, data: &Path) -> Self {
        Self::from(Command::new(program), data).await
    }

    /// Runs `stc up` for whoever comes over the network.
    pub async fn up_for_others(program: &str, data: &Path) -> Self {
        Self::listening(Command::new(program), data, "0.0.0.0:0").await
    }

    /// Runs `stc up` with a setting from the environment.
    pub async fn up_with(program: &str, data: &Path, (name, value): (&str, &str)) -> Self {
        let mut program = Command::new(program);
        program.env(name, value);
        Self::from(program, data).await
    }

    /// Runs `stc up` on a disk that takes no file beyond so many blocks of 512 bytes: a write that
    /// would make one longer fails, and not for want of room.
    pub async fn up_on_failing_disk(program: &str, data: &Path, blocks: usize) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]);
        shell.arg(program);
        Self::from(shell, data).await
    }

    async fn from(program: Command, data: &Path) -> Self {
        Self::listening(program, data, "127.0.0.1:0").await
    }

    async fn listening(mut program: Command, data: &Path, address: &str) -> Self {
        let mut child = program
            .args(["up", "--listen", address, "--data"])
            .arg(data)
            .env("STC_LOG", "trace")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let logged = Arc::new(Mutex::new(Vec::new()));
        let log = tokio::spawn(keep(child.stderr.take().unwrap(), logged.clone()));
        let mut stdout = child.stdout.take().unwrap();
        let said = tokio::time::timeout(PATIENCE, first_words(&mut stdout)).await.unwrap();
        let (address, operator_card) = (after(&said, "is ready: "), after(&said, "start card: "));
        let address = address.unwrap_or_else(|| {
            panic!("stc did not start: {}", String::from_utf8_lossy(&logged.lock().unwrap()))
        });
        Self { site: Site::at(&address), said, operator_card, child, log, logged }
    }

    /// Its number among the processes.
    pub fn process(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// The first operator.
    pub async fn operator(&self) -> Person {
        self.site.signs_in(self.operator_card.as_deref().unwrap()).await
    }

    /// Kills it as a power cut would.
    pub async fn dies(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Waits until it ends by itself, which is no success, and answers what it logged.
    pub async fn fails(mut self) -> String {
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        assert!(!ended.unwrap().unwrap().success());
        self.logged().await
    }

    /// Asks it to stop, and answers what it logged.
    pub async fn stops(mut self) -> String {
        let id = self.child.id().unwrap().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().await.unwrap();
        assert!(asked.success());
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        assert!(ended.unwrap().unwrap().success());
        self.logged().await
    }

    async fn logged(self) -> String {
        self.log.await.unwrap();
        let logged = std::mem::take(&mut *self.logged.lock().unwrap());
        String::from_utf8(logged).unwrap()
    }
}

/// Runs the binary to its end.
pub async fn runs(program: &str, arguments: &[&OsStr]) -> Output {
    runs_with(program, arguments, &[]).await
}

/// The same with settings from the environment.
pub async fn runs_with(
    program: &str,
    arguments: &[&OsStr],
    environment: &[(&str, &str)],
) -> Output {
    let mut run = Command::new(program);
    let run = run.args(arguments).envs(environment.iter().copied()).kill_on_drop(true).output();
    tokio::time::timeout(PATIENCE, run).await.unwrap().unwrap()
}

/// Everything it says when it is ready: that is written at once.
async fn first_words(stdout: &mut ChildStdout) -> String {
    let mut said = String::new();
    let mut piece = vec![0; 4096];
    while !said.ends_with('\n') {
        let length = stdout.read(&mut piece).await.unwrap();
        said += std::str::from_utf8(&piece[..length]).unwrap();
        if length == 0 {
            break;
        }
    }
    said
}

async fn keep(mut from: impl tokio::io::AsyncRead + Unpin, into: Arc<Mutex<Vec<u8>>>) {
    let mut piece = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut piece).await {
        into.lock().unwrap().extend_from_slice(&piece[..length]);
    }
}

fn after(said: &str, words: &str) -> Option<String> {
    said.lines().find_map(|line| line.split_once(words)).map(|(_, rest)| rest.trim().to_owned())
}
