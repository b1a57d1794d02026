//! Makes certificates and requests by OpenSSL and `certtool`: a sound one, and what is to be wrong with it.
//!
//! Every date is told, so that nothing here grows old.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::common::{call, said, succeed, tool};

/// What a certificate or request is to be.
#[derive(Clone)]
pub struct Wanted {
    pub subject: String,
    pub names: Vec<String>,
    /// Extensions beside the names, as OpenSSL writes them.
    pub extensions: Vec<(&'static str, &'static str)>,
    pub from: &'static str,
    pub until: &'static str,
    pub digest: &'static str,
    pub pss: bool,
    pub key: &'static str,
    pub authority: &'static str,
}

const CRL: &str = "URI:http://crl.contoso.com/ca.crl";

impl Wanted {
    /// A sound one for these names, the first of which is the subject.
    pub fn sound(names: &[&str]) -> Self {
        Self {
            subject: format!("/CN={}", names[0]),
            names: names.iter().map(|name| format!("DNS:{name}")).collect(),
            extensions: vec![
                ("keyUsage", "critical,digitalSignature,keyEncipherment"),
                ("extendedKeyUsage", "serverAuth"),
                ("crlDistributionPoints", CRL),
            ],
            from: "20261201000000Z",
            until: "20270601000000Z",
            digest: "sha256",
            pss: false,
            key: "rsa2048",
            authority: "issuing",
        }
    }

    pub fn without(mut self, name: &str) -> Self {
        self.names.retain(|own| *own != format!("DNS:{name}"));
        self
    }

    /// One more name, with its kind in front.
    pub fn and(mut self, name: &str) -> Self {
        self.names.push(name.to_owned());
        self
    }

    pub fn subject(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }

    pub fn key(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    pub fn digest(mut self, digest: &'static str) -> Self {
        self.digest = digest;
        self
    }

    pub fn pss(mut self) -> Self {
        self.pss = true;
        self
    }

    pub fn valid(mut self, from: &'static str, until: &'static str) -> Self {
        (self.from, self.until) = (from, until);
        self
    }

    /// An extension in place of the sound one; an empty value takes it away.
    pub fn with(mut self, name: &'static str, value: &'static str) -> Self {
        self.extensions.retain(|(own, _)| *own != name);
        if !value.is_empty() {
            self.extensions.push((name, value));
        }
        self
    }

    fn extensions(&self) -> String {
        let mut lines: Vec<String> =
            self.extensions.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        if !self.names.is_empty() {
            lines.push(format!("subjectAltName = {}", self.names.join(",")));
        }
        lines.join("\n")
    }
}

/// A workshop with keys and authorities: `root` signed `issuing`; `elsewhere` is another root.
pub struct Forge {
    desk: TempDir,
    openssl: PathBuf,
    certtool: PathBuf,
}

const CONFIG: &str = "[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\nnew_certs_dir = .\npolicy = any\n\
    unique_subject = no\nrand_serial = yes\nemail_in_dn = no\n[any]\ncountryName = optional\n\
    organizationName = optional\ncommonName = optional\n\
    [req]\ndistinguished_name = dn\nstring_mask = utf8only\nprompt = no\n[dn]\n";

const AUTHORITY: (&str, &str) = ("basicConstraints", "critical,CA:true");

impl Forge {
    /// Opens the workshop; none where a program is missing.
    pub fn open() -> Option<Self> {
        let (openssl, certtool) = (tool("openssl")?, tool("certtool")?);
        let forge = Self { desk: tempfile::tempdir().unwrap(), openssl, certtool };
        fs::write(forge.path("config"), CONFIG).unwrap();
        fs::write(forge.path("index.txt"), "").unwrap();
        for key in ["rsa2048", "root", "issuing", "elsewhere"] {
            forge.run(&["genrsa", "-out", &format!("{key}.key"), "2048"]);
        }
        forge.run(&["genrsa", "-out", "rsa1024.key", "1024"]);
        forge.run(&["genrsa", "-out", "rsa512.key", "512"]);
        for (curve, key) in [("prime256v1", "p256"), ("secp521r1", "p521"), ("secp256k1", "k256")] {
            forge.run(&["ecparam", "-genkey", "-noout", "-name", curve, "-out", &format!("{key}.key")]);
        }
        forge.run(&["genpkey", "-algorithm", "ED25519", "-out", "ed25519.key"]);
        let authority = |title: &str| {
            let bare = Wanted { names: Vec::new(), extensions: vec![AUTHORITY], ..Wanted::sound(&[title]) };
            bare.valid("20200101000000Z", "20400101000000Z")
        };
        for root in ["root", "elsewhere"] {
            let own = Wanted { authority: root, key: root, ..authority(root) };
            fs::write(forge.path(&format!("{root}.pem")), forge.self_signed(&own)).unwrap();
        }
        let issuing = Wanted { authority: "root", key: "issuing", ..authority("issuing") };
        fs::write(forge.path("issuing.pem"), forge.certificate(&issuing)).unwrap();
        Some(forge)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.desk.path().join(name)
    }

    #[track_caller]
    fn run(&self, arguments: &[&str]) -> String {
        succeed(&self.openssl, self.desk.path(), arguments)
    }

    /// A file of the workshop, such as the certificate `root.pem`.
    pub fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// A request (PEM), which asks for the names and extensions.
    pub fn request(&self, wanted: &Wanted) -> Vec<u8> {
        self.request_asking(wanted, &wanted.extensions())
    }

    /// A request for just these extensions.
    pub fn request_asking(&self, wanted: &Wanted, extensions: &str) -> Vec<u8> {
        let section = if extensions.is_empty() { "" } else { "req_extensions = asked\n" };
        let config = CONFIG.replace("[dn]\n", &format!("{section}[dn]\n[asked]\n{extensions}\n"));
        fs::write(self.path("asking"), config).unwrap();
        let key = format!("{}.key", wanted.key);
        let subject = ["-utf8", "-subj", &wanted.subject];
        self.run(
            &[&["req", "-new", "-config", "asking", "-key", &key, "-out", "csr"], &subject[..]].concat(),
        );
        self.file("csr")
    }

    /// A certificate (PEM), signed by its authority.
    pub fn certificate(&self, wanted: &Wanted) -> Vec<u8> {
        self.sign(wanted, &[])
    }

    /// A certificate (PEM), signed by its own key.
    pub fn self_signed(&self, wanted: &Wanted) -> Vec<u8> {
        self.sign(wanted, &["-selfsign"])
    }

    fn sign(&self, wanted: &Wanted, how: &[&str]) -> Vec<u8> {
        self.request_asking(wanted, "");
        fs::write(self.path("extensions"), wanted.extensions()).unwrap();
        let is_own = !how.is_empty();
        let key = format!("{}.key", if is_own { wanted.key } else { wanted.authority });
        let certificate = format!("{}.pem", wanted.authority);
        let mut arguments = vec![
            "ca",
            "-batch",
            "-notext",
            "-utf8",
            "-preserveDN",
            "-config",
            "config",
            "-in",
            "csr",
            "-out",
            "crt",
            "-extfile",
            "extensions",
            "-startdate",
            wanted.from,
            "-enddate",
            wanted.until,
            "-keyfile",
            &key,
        ];
        // Some keys bring their own digest.
        let digest = if is_own && wanted.key == "ed25519" { "default" } else { wanted.digest };
        arguments.extend(["-md", digest]);
        if wanted.pss {
            arguments.extend(["-sigopt", "rsa_padding_mode:pss"]);
        }
        if is_own {
            arguments.extend(how);
        } else {
            arguments.extend(["-cert", &certificate]);
        }
        self.run(&arguments);
        self.file("crt")
    }

    /// A certificate as `certtool` writes it, of the same subject and names.
    pub fn by_certtool(&self, wanted: &Wanted) -> Vec<u8> {
        self.request_asking(wanted, "");
        let names =
            wanted.names.iter().map(|name| format!("dns_name = {}\n", name.trim_start_matches("DNS:")));
        let template = format!(
            "{}activation_date = \"2026-12-01 00:00:00 UTC\"\nexpiration_date = \"2027-06-01 00:00:00 UTC\"\n\
             tls_www_server\nsigning_key\nencryption_key\ncrl_dist_points = \"http://crl.contoso.com/ca.crl\"\n",
            names.collect::<String>()
        );
        fs::write(self.path("template"), template).unwrap();
        let authority = ["issuing.pem", "--load-ca-privkey", "issuing.key"];
        let output = call(
            &self.certtool,
            self.desk.path(),
            &[
                &[
                    "--generate-certificate",
                    "--load-request",
                    "csr",
                    "--template",
                    "template",
                    "--outfile",
                    "crt",
                ],
                &["--load-ca-certificate"][..],
                &authority[..],
            ]
            .concat(),
        );
        assert!(output.status.success(), "{}", said(&output));
        self.file("crt")
    }

    /// The same as bytes (DER); `kind` is `x509` or `req`.
    pub fn der(&self, kind: &str, pem: &[u8]) -> Vec<u8> {
        fs::write(self.path("in"), pem).unwrap();
        self.run(&[kind, "-in", "in", "-outform", "DER", "-out", "out"]);
        self.file("out")
    }

    /// A PKCS#7 bundle of certificates; `form` is `PEM` or `DER`.
    pub fn bundle(&self, pem: &[u8], form: &str) -> Vec<u8> {
        fs::write(self.path("in"), pem).unwrap();
        self.run(&["crl2pkcs7", "-nocrl", "-certfile", "in", "-outform", form, "-out", "out"]);
        self.file("out")
    }

    /// A PKCS#12 file with the key.
    pub fn pfx(&self, pem: &[u8]) -> Vec<u8> {
        fs::write(self.path("in"), pem).unwrap();
        let password = ["-passout", "pass:Tailspin"];
        self.run(
            &[&["pkcs12", "-export", "-in", "in", "-inkey", "rsa2048.key", "-out", "out"], &password[..]]
                .concat(),
        );
        self.file("out")
    }

    /// A key in another form: what OpenSSL's `pkcs8` or `rsa` makes of it.
    pub fn key(&self, arguments: &[&str]) -> Vec<u8> {
        self.run(&[arguments, &["-in", "rsa2048.key", "-out", "out"]].concat());
        self.file("out")
    }

    /// The certificate with everything that `openssl x509 -text` writes above it.
    pub fn with_text(&self, pem: &[u8]) -> Vec<u8> {
        fs::write(self.path("in"), pem).unwrap();
        self.run(&["x509", "-in", "in", "-text", "-out", "out"]);
        self.file("out")
    }

    /// A certificate, and the one that signed it.
    pub fn chain(&self, wanted: &Wanted) -> Vec<u8> {
        [self.certificate(wanted), self.file("issuing.pem")].concat()
    }
}
