//! An authority of one's own, and certificates that it signed, as files.

use std::{fs, path::PathBuf};

use rcgen::{
    BasicConstraints, CertificateParams, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    PKCS_ED25519, date_time_ymd,
};
use runtime::tls::{Files, Tls, chosen};
use tempfile::TempDir;

/// Who signs, and where what was signed stands.
pub struct Certificates {
    dir: TempDir,
    issuer: Issuer<'static, KeyPair>,
}

impl Certificates {
    /// A new authority.
    pub fn make() -> Self {
        chosen();
        let dir = tempfile::tempdir().unwrap();
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        fs::write(dir.path().join("ca.crt"), params.self_signed(&key).unwrap().pem()).unwrap();
        Self { dir, issuer: Issuer::new(params, key) }
    }

    /// A certificate of who is called so on this machine, for calling and for being called.
    pub fn of(&self, name: &str) -> Files {
        use ExtendedKeyUsagePurpose::{ClientAuth, ServerAuth};
        self.signs(name, &params(name, vec![ServerAuth, ClientAuth]))
    }

    /// The same, in files of another name, with a key of the kind that signs tokens; also the key as
    /// such a one: secret, then public.
    pub fn of_ed25519(&self, file: &str, name: &str) -> (Files, [u8; 64]) {
        use ExtendedKeyUsagePurpose::{ClientAuth, ServerAuth};
        let key = KeyPair::generate_for(&PKCS_ED25519).unwrap();
        // Where the secret stands in PKCS #8.
        let secret = key.serialize_der()[16..48].to_vec();
        let pair = [&secret, key.public_key_raw()].concat();
        let files = self.signs_key(file, &params(name, vec![ServerAuth, ClientAuth]), &key);
        (files, pair.try_into().unwrap())
    }

    /// A certificate for this machine, for being called only, as engines have.
    pub fn of_a_server(&self, name: &str) -> Files {
        self.signs(name, &params(name, vec![ExtendedKeyUsagePurpose::ServerAuth]))
    }

    /// A certificate that ended long ago.
    pub fn of_long_ago(&self, name: &str) -> Files {
        let mut params = params(name, vec![ExtendedKeyUsagePurpose::ServerAuth]);
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
        self.signs(name, &params)
    }

    fn signs(&self, name: &str, params: &CertificateParams) -> Files {
        self.signs_key(name, params, &KeyPair::generate().unwrap())
    }

    fn signs_key(&self, name: &str, params: &CertificateParams, key: &KeyPair) -> Files {
        let certificate = params.signed_by(key, &self.issuer).unwrap();
        let file = |ending: &str| self.dir.path().join(format!("{name}.{ending}"));
        let files =
            Files { authority: self.authority(), certificate: file("crt"), key: file("key") };
        fs::write(&files.certificate, certificate.pem()).unwrap();
        fs::write(&files.key, key.serialize_pem()).unwrap();
        files
    }

    /// The file of the authority.
    pub fn authority(&self) -> PathBuf {
        self.dir.path().join("ca.crt")
    }
}

fn params(name: &str, usages: Vec<ExtendedKeyUsagePurpose>) -> CertificateParams {
    let hosts = [name, "localhost", "127.0.0.1"].map(str::to_owned);
    let mut params = CertificateParams::new(hosts).unwrap();
    params.extended_key_usages = usages;
    params
}

/// What stands in these files.
pub fn loaded(files: &Files) -> Tls {
    Tls::load(files.clone()).unwrap()
}
