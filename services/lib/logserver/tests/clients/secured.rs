//! TLS and credentials.

use std::{fs, future::pending};

use clap::Parser;
use eventstore::{Client, Error, ReadAllOptions};
use logserver::{LogServe, Login, Settings, identity, run};
use tempfile::TempDir;

use crate::support::{Served, append, open_settings};

/// The command on its own.
#[derive(Parser)]
struct Command {
    #[command(flatten)]
    args: LogServe,
}

struct Secured {
    served: Served,
    certificates: TempDir,
}

impl Secured {
    async fn start() -> Self {
        let certificates = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (cert, key) =
            (certificates.path().join("cert.pem"), certificates.path().join("key.pem"));
        fs::write(&cert, made.cert.pem()).unwrap();
        fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let tls = Some(identity(&cert, &key).unwrap());
        let login = Some(Login::new("stc", "right"));
        let served = Served::start_with(Settings { tls, login, ..open_settings() }).await;
        Self { served, certificates }
    }

    fn client(&self, credentials: &str) -> Client {
        let (port, certificates) = (self.served.address.port(), self.certificates.path());
        let authority = certificates.join("cert.pem");
        let uri = format!(
            "kurrentdb://{credentials}localhost:{port}?tls=true&tlsCaFile={}",
            authority.display()
        );
        Client::new(uri.parse().unwrap()).unwrap()
    }
}

#[tokio::test]
async fn over_tls_the_right_credentials_open_the_log() {
    let secured = Secured::start().await;
    append(&secured.client("stc:right@"), 1, [1]).await;
}

#[tokio::test]
async fn other_credentials_or_none_open_nothing() {
    let secured = Secured::start().await;
    for credentials in ["stc:wrong@", "somebody:right@", ""] {
        let client = secured.client(credentials);
        let refused = client.read_all(&ReadAllOptions::default()).await;
        assert!(matches!(refused, Err(Error::AccessDenied)), "{:?}", refused.err());
    }
}

#[tokio::test]
async fn without_a_user_the_log_stays_on_this_machine() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let command = ["stc", "--listen", "0.0.0.0:0", "--data"].map(Into::into);
    let command = Command::parse_from(command.into_iter().chain([data.clone().into_os_string()]));
    let refused = run(command.args, pending(), &mut Vec::new()).await;
    assert!(refused.unwrap_err().to_string().contains("--user"));
    assert!(!data.exists());
}

#[tokio::test]
async fn a_password_goes_over_tls_only() {
    let dir = tempfile::tempdir().unwrap();
    let (data, password) = (dir.path().join("data"), dir.path().join("password"));
    fs::write(&password, "right\n").unwrap();
    for listen in ["127.0.0.1:0", "0.0.0.0:0"] {
        let command = ["stc", "--listen", listen, "--user", "stc", "--password-file"];
        let rest = [password.clone().into(), "--data".into(), data.clone().into_os_string()];
        let command = Command::parse_from(command.map(Into::into).into_iter().chain(rest));
        let refused = run(command.args, pending(), &mut Vec::new()).await;
        assert!(format!("{:#}", refused.unwrap_err()).contains("TLS only"), "{listen}");
    }
    assert!(!data.exists());
}
