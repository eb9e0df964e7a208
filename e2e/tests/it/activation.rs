//! An installation meets its license server over a line of its own: activated, cut off, by files, and barred in every way
//! that the doctor names.

use std::{
    fs,
    io::Write,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair};
use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Entrance},
    eventually, given_program,
    lines::{Lines, Side, VENDOR},
    process::Process,
};
use serde_json::Value;
use tempfile::TempDir;

use crate::machines::roots;

/// Certificates of a vendor, and of somebody who reads along.
struct Paper {
    folder: TempDir,
}

impl Paper {
    fn new() -> Self {
        let paper = Self { folder: tempfile::tempdir().unwrap() };
        for name in ["Vendor", "Office Filter"] {
            let key = KeyPair::generate().unwrap();
            let mut about = CertificateParams::new(Vec::new()).unwrap();
            about.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
            about.distinguished_name.push(DnType::CommonName, name);
            let own = about.self_signed(&key).unwrap();
            fs::write(paper.path(name, "ca"), own.pem()).unwrap();
            let issuer = Issuer::new(about, key);
            let key = KeyPair::generate().unwrap();
            let leaf =
                CertificateParams::new(vec![VENDOR.to_owned()]).unwrap().signed_by(&key, &issuer).unwrap();
            fs::write(paper.path(name, "certificate"), leaf.pem()).unwrap();
            fs::write(paper.path(name, "key"), key.serialize_pem()).unwrap();
        }
        paper
    }

    fn path(&self, name: &str, what: &str) -> PathBuf {
        self.folder.path().join(format!("{name} {what}.pem"))
    }
}

/// A license server at one end of a line, installations at the other.
struct World {
    _vendor: Process,
    _barriers: Vec<Process>,
    lines: Lines,
    paper: Paper,
    folder: TempDir,
    portal: Entrance,
    // Its data are the vendor's.
    _demo: Demo,
}

impl World {
    async fn start() -> Self {
        let mut demo = Demo::start(Engine::Sqlite).await;
        let (portal, keys, data) =
            (demo.ready().portal.clone(), roots(&demo), demo.data_dir().join("vendor"));
        demo.process().end("TERM").await;
        let (lines, paper, folder) = (Lines::lay(), Paper::new(), tempfile::tempdir().unwrap());
        let pinned: Vec<String> = keys.iter().map(ToString::to_string).collect();
        fs::write(folder.path().join("roots"), pinned.join("\n")).unwrap();
        fs::set_permissions(folder.path().join("roots"), fs::Permissions::from_mode(0o644)).unwrap();
        let mut command = lines.on(Side::Vendor, &given_program("SEATWARDEN_E2E_BINARY"));
        command
            .args(["serve", "--data-dir"])
            .arg(data)
            .args(["--address", "127.0.0.1:80", "--public-url", &format!("https://{VENDOR}")])
            .env("SEATWARDEN_LICENSE_SERVER__ENABLED", "true")
            .env("SEATWARDEN_TLS__ADDRESS", "10.77.0.1:443")
            .env("SEATWARDEN_TLS__CERTIFICATE_FILE", paper.path("Vendor", "certificate"))
            .env("SEATWARDEN_TLS__KEY_FILE", paper.path("Vendor", "key"));
        let vendor = Process::start(command, &folder.path().join("vendor.log"));
        let barriers = barriers(&lines, &paper, folder.path());
        let world = Self { _vendor: vendor, _barriers: barriers, lines, paper, folder, portal, _demo: demo };
        eventually("the license server", async || {
            let seen = world.run("probe", &["doctor", "--json"], "");
            (seen.status.code() == Some(0)).then_some(())
        })
        .await;
        world
    }

    /// A verb of the installation of this name.
    fn run(&self, name: &str, arguments: &[&str], input: &str) -> Output {
        let mut command = self.lines.on(Side::Installation, &given_program("SEATWARDEN_E2E_BINARY"));
        command.arg("license").args(arguments).arg("--data-dir").arg(self.folder.path().join(name));
        self.set(&mut command, name);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // Whoever takes no input may be gone already.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        child.wait_with_output().unwrap()
    }

    fn set(&self, command: &mut Command, name: &str) {
        for variable in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"] {
            command.env_remove(variable);
        }
        command
            .env("LC_ALL", "C.UTF-8")
            .env("SEATWARDEN_LICENSE__SERVER_URL", format!("https://{VENDOR}"))
            .env("SEATWARDEN_LICENSE__CA_FILE", self.paper.path("Vendor", "ca"))
            .env("SEATWARDEN_LICENSE__ROOTS_FILE", self.folder.path().join("roots"))
            .env("SEATWARDEN_LICENSE__MACHINE_ID", name)
            .env("SEATWARDEN_LICENSE__TIMEOUT_SECONDS", "5");
    }

    /// The operator, who sits where the license server can be reached.
    fn post(&self, call: &str, fields: &[(&str, &str)]) -> Value {
        let mut body = serde_json::Map::new();
        for (name, value) in fields {
            body.insert((*name).to_owned(), Value::from(*value));
        }
        let url = format!("https://{VENDOR}/api/v1/licensing/{call}");
        let ca = self.paper.path("Vendor", "ca");
        let answer = self.lines.run(
            Side::Vendor,
            "curl",
            &["-sS", "--cacert", ca.to_str().unwrap(), "--json", &Value::Object(body).to_string(), &url],
        );
        serde_json::from_slice(&answer.stdout)
            .unwrap_or_else(|why| panic!("{why}: {}{}", text(&answer.stdout), text(&answer.stderr)))
    }

    /// Which findings of the doctor are wrong.
    fn doctor(&self, arguments: &[&str]) -> Vec<(String, String)> {
        let mut all = vec!["doctor", "--json"];
        all.extend_from_slice(arguments);
        let seen = self.run("probe", &all, "");
        assert_eq!(seen.status.code(), Some(4), "{}{}", text(&seen.stdout), text(&seen.stderr));
        let report: Value = serde_json::from_slice(&seen.stdout).unwrap();
        assert!(report["firewall_request"].as_str().unwrap().contains("TCP port"));
        let findings = report["findings"].as_array().unwrap();
        let wrong = findings.iter().filter(|finding| finding["level"] == "wrong");
        wrong
            .map(|finding| {
                let word = |name: &str| finding[name].as_str().unwrap().to_owned();
                (word("code"), word("message"))
            })
            .collect()
    }
}

fn barriers(lines: &Lines, paper: &Paper, folder: &Path) -> Vec<Process> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts/barrier.py");
    let page = |name: &str, port: &str| {
        let mut command = lines.on(Side::Vendor, &given_program("SEATWARDEN_E2E_PYTHON"));
        command.arg(&script).args(["page", port]);
        command.arg(paper.path(name, "certificate")).arg(paper.path(name, "key"));
        Process::start(command, &folder.join(format!("page-{port}.log")))
    };
    let mut proxy = lines.on(Side::Vendor, &given_program("SEATWARDEN_E2E_PYTHON"));
    proxy.arg(&script).args(["proxy", "3128"]);
    vec![
        page("Vendor", "8443"),
        page("Office Filter", "9443"),
        Process::start(proxy, &folder.join("proxy.log")),
    ]
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[track_caller]
fn must_end(output: &Output, code: i32) {
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{out}{err}");
}

/// How many dots of a camera see one of a picture.
const SCALE: usize = 4;

/// Reads a picture as a camera would.
fn read_picture(svg: &str) -> String {
    let (_, rest) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let side: usize = rest.split(' ').next().unwrap().parse().unwrap();
    let (_, path) = svg.split_once("<path d=\"").unwrap();
    let dark: std::collections::HashSet<(usize, usize)> = path
        .split('M')
        .filter_map(|dot| dot.split_once('h'))
        .filter_map(|(place, _)| place.split_once(' '))
        .map(|(column, row)| (column.parse().unwrap(), row.parse().unwrap()))
        .collect();
    let shade = |x: usize, y: usize| if dark.contains(&(x / SCALE, y / SCALE)) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, shade);
    let grids = picture.detect_grids();
    grids.first().expect("a code is seen").decode().expect("the code is read").1
}

#[tokio::test]
async fn an_installation_is_activated_lives_on_its_lease_and_goes_on_by_files() {
    let world = World::start().await;

    let email = world.portal.email.clone();
    let online = ["activate", "--email", &email, "--package", "ACME-PROD"];
    let wrong = world.run("online", &online, "not the password\n");
    must_end(&wrong, 1);
    let activated = world.run("online", &online, &format!("{}\n", world.portal.password));
    must_end(&activated, 0);
    assert!(!text(&activated.stderr).contains(&world.portal.password));
    must_end(&world.run("online", &["renew"], ""), 0);
    must_end(&world.run("online", &["status", "--online"], ""), 0);
    let first = world.folder.path().join("online/license/first-sysadmin.json");
    let first: Value = serde_json::from_str(&fs::read_to_string(first).unwrap()).unwrap();
    assert_eq!(first["email"], email);

    // The line is cut: the lease goes on, and whoever wants to activate now is led to the files.
    world.lines.set(false);
    must_end(&world.run("online", &["renew"], ""), 4);
    must_end(&world.run("online", &["status"], ""), 0);
    let led = world.run("offline", &online, &format!("{}\n", world.portal.password));
    must_end(&led, 4);
    assert!(text(&led.stderr).contains("request"), "{}", text(&led.stderr));

    // By text.
    let asked = world.run("offline", &["request", "--package", "ACME-PROD"], "");
    must_end(&asked, 0);
    let login = [("email", email.as_str()), ("password", &world.portal.password), ("package", "ACME-PROD")];
    let fields = |request: &str| {
        let mut all = login.to_vec();
        all.push(("request", Box::leak(request.to_owned().into_boxed_str())));
        all
    };
    let full = world.post("offline-request", &fields(&text(&asked.stdout)));
    assert_eq!(full["code"], "LIMIT_ACTIVATIONS", "{full}");

    // The one that was activated first gives its slot back by a receipt.
    let receipt = world.run("online", &["return"], "");
    must_end(&receipt, 0);
    must_end(&world.run("online", &["status"], ""), 3);
    let freed = world.post("return", &[("receipt", &text(&receipt.stdout))]);
    assert_eq!(freed["state"], "returned", "{freed}");
    let answer = world.post("offline-request", &fields(&text(&asked.stdout)));
    must_end(&world.run("offline", &["install"], answer["answer"].as_str().unwrap()), 0);
    must_end(&world.run("offline", &["status"], ""), 0);
    let receipt = world.run("offline", &["return"], "");
    world.post("return", &[("receipt", &text(&receipt.stdout))]);

    // By picture.
    let picture = world.folder.path().join("request.svg");
    must_end(&world.run("offline", &["request", "--qr", picture.to_str().unwrap()], ""), 0);
    let seen = read_picture(&fs::read_to_string(&picture).unwrap());
    let answer = world.post("offline-request", &fields(&seen));
    must_end(&world.run("offline", &["install", "-"], answer["answer"].as_str().unwrap()), 0);
    must_end(&world.run("offline", &["status"], ""), 0);
}

#[tokio::test]
async fn the_doctor_names_what_bars_the_way() {
    let world = World::start().await;
    let code = |wrong: &[(String, String)]| wrong.iter().map(|(code, _)| code.clone()).collect::<Vec<_>>();

    let proxy = world.doctor(&["--proxy", "http://10.77.0.1:3128"]);
    let page = world.doctor(&["--server", &format!("https://{VENDOR}:8443")]);
    let reader = world.doctor(&["--server", &format!("https://{VENDOR}:9443")]);
    let name = world.doctor(&["--server", "https://unknown.vendor.test"]);
    let port = world.doctor(&["--server", &format!("https://{VENDOR}:9")]);
    world.lines.set(false);
    let cut = world.doctor(&[]);

    assert_eq!(code(&proxy), ["doctor.proxy_auth"]);
    assert_eq!(code(&page), ["doctor.captive_page"]);
    assert_eq!(code(&reader), ["doctor.tls_interception"]);
    assert!(reader[0].1.contains("Office Filter"), "{}", reader[0].1);
    assert_eq!(code(&name), ["doctor.dns"]);
    assert_eq!(code(&port), ["doctor.tcp_refused"]);
    assert!(["doctor.tcp_unreachable", "doctor.tcp_timeout"].contains(&cut[0].0.as_str()), "{cut:?}");
}
