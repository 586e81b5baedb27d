//! User and password in the address of a log server, percent-encoded as RFC 3986 has it.
//!
//! `kurrentdb` 1.2 sends them as they stand in the address, encoded or not, so every call carries
//! them decoded.

use eventstore::{
    AppendToStreamOptions, BatchAppendOptions, ClientSettings, Credentials, ReadAllOptions,
    ReadStreamOptions, SubscribeToAllOptions,
};
use percent_encoding::percent_decode_str;
use url::Url;

use super::LogError;

/// Who asks; nobody in particular where the address names nobody.
#[derive(Clone)]
pub(super) struct Login(Option<Credentials>);

/// How to reach the server, and as whom.
pub(super) fn parse(address: &str) -> Result<(ClientSettings, Login), LogError> {
    let wrong = || LogError::Unreadable("this is no address of a log server".to_owned());
    let settings: ClientSettings = address.parse().map_err(|_| wrong())?;
    if settings.hosts().iter().any(|host| host.host.is_empty()) {
        return Err(wrong());
    }
    Ok((settings, login(address).ok_or_else(wrong)?))
}

fn login(address: &str) -> Option<Login> {
    // A list of hosts with ports is no address of the standard; who asks stands before it.
    let first = address.split(',').next()?;
    if !first.contains('@') {
        return Some(Login(None));
    }
    let url: Url = first.parse().ok()?;
    if url.username().is_empty() {
        return Some(Login(None));
    }
    let decoded = |text| Some(percent_decode_str(text).decode_utf8().ok()?.into_owned());
    let (user, password) = (decoded(url.username())?, decoded(url.password().unwrap_or_default())?);
    // The protocol ends the name at the first colon.
    (!user.contains(':')).then(|| Login(Some(Credentials::new(user, password))))
}

/// Options of a call that say who asks.
pub(super) trait By {
    /// In this name.
    fn by(self, login: &Login) -> Self;
}

macro_rules! by {
    ($($options:ty),*) => {$(
        impl By for $options {
            fn by(self, Login(login): &Login) -> Self {
                match login {
                    Some(login) => self.authenticated(login.clone()),
                    None => self,
                }
            }
        }
    )*};
}

by!(
    AppendToStreamOptions,
    BatchAppendOptions,
    ReadAllOptions,
    ReadStreamOptions,
    SubscribeToAllOptions
);

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(address: &str, user: &str, password: &str) {
        let Login(login) = parse(address).map(|(_, login)| login).unwrap();
        let expected = Credentials::new(user.to_owned(), password.to_owned());
        assert_eq!(login, Some(expected), "{address}");
    }

    #[test]
    fn user_and_password_are_percent_encoded() {
        is("kurrentdb://stc:secret@log:2113?tls=false", "stc", "secret");
        is("kurrentdb://stc:p%40ss%231@log:2113?tls=false", "stc", "p@ss#1");
        is("kurrentdb://s%20t:%25%3a%2F%C3%AB@log", "s t", "%:/\u{eb}");
        is("kurrentdb://stc:p@ss@log", "stc", "p@ss");
        is("kurrentdb://stc:50%@log", "stc", "50%");
        is("kurrentdb+discover://stc@log", "stc", "");
        is("kurrentdb://stc:p%2Css@one:1,two:2,three:3?tls=true", "stc", "p,ss");
        for nobody in ["kurrentdb://log:2113", "kurrentdb://one:1,two:2?tls=false"] {
            assert!(matches!(parse(nobody), Ok((_, Login(None)))), "{nobody}");
        }
    }

    #[test]
    fn what_is_no_address_of_a_log_server_is_refused() {
        for wrong in [
            "",
            "log",
            "log:2113",
            "http://log:2113",
            "kurrentdb://",
            "kurrentdb://:2113",
            "kurrentdb://log:2113/path",
            "kurrentdb://log:x",
            "kurrentdb://log?tls=perhaps",
            "kurrentdb://s%3Atc:secret@log",
            "kurrentdb://stc:%FF@log",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
