//! The whole way of a customer: from signing up to servers that run, with and without a network, in a real browser; and
//! what the vendor's staff does meanwhile, in browsers and from the command line.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use reqwest::Method;
use seatwarden_e2e::{
    browser::{Browser, Driver, Hand, Scripts},
    database::Engine,
    demo::{Demo, Entrance, Person},
    eventually, given_program,
    http::{Answer, Http, connect},
    inbox::Inbox,
    seatwarden,
};
use seatwarden_license_file::{
    License, Part, PartKind, PrivateKey, PublicKey, Renewal, Request, Revocations, Roots, Time, Trust,
    VERSION, open, sign_by_device,
};
use serde_json::json;
use tokio::io::AsyncWriteExt;

const OWNER: &str = "owner@delta.example";
const CHOSEN: &str = "violet-harbour-teapot-92";
const CODE: &str = "DELTA";

#[tokio::test]
async fn from_signing_up_to_servers_that_run() {
    let demo = Demo::start(Engine::Sqlite).await;
    let driver = Driver::start().await;
    let url = demo.ready().vendor_url.clone();
    let owner = driver.open(&url, Hand::Pointer, Scripts::On).await;
    sign_up(&demo, &owner).await;
    let issuer = driver.open(&url, Hand::Pointer, Scripts::On).await;
    enter(&issuer, &demo.ready().issuer, "/issuer").await;
    issue(&issuer).await;
    let second = driver.open(&url, Hand::Pointer, Scripts::Off).await;
    enter(&second, &demo.ready().issuer_second, "/issuer").await;

    owner.visit("/portal").await;
    let card = owner.words().await;
    assert!(card.contains("Delta Production") && card.contains("0 of 2"), "{card}");
    let (mut first, mut other) = (Machine::new("bi-1.delta.example"), Machine::new("bi-2.delta.example"));
    first.activate(&url).await;
    other.activate(&url).await;

    // Reset: both run on, and both count again; a third one is refused, and told what to do.
    reset(&owner).await;
    first.renew(&url).await;
    other.renew(&url).await;
    let third = Machine::new("bi-3.delta.example");
    let refused = third.ask(&url).await.must_be(409).json();
    assert_eq!(refused["legacy_message"], "Your license has exceeded its user limit");
    assert_eq!(
        (refused["code"].as_str(), refused["slots"].as_array().unwrap().len()),
        (Some("LIMIT_ACTIVATIONS"), 2)
    );
    assert!(refused["actions"].to_string().contains("reset_activations"), "{refused}");

    raise(&issuer, &second).await;
    let file = offline(&owner, &third).await;
    install(&demo, &third, &file);
    owner.visit("/portal").await;
    assert!(owner.words().await.contains("3 of 3"));
    try_online(&owner, &issuer).await;
    for browser in [owner, issuer, second] {
        browser.close().await;
    }
}

async fn sign_in(browser: &Browser, email: &str, password: &str) {
    browser.visit("/login").await;
    browser.fill("[name=username]", email).await;
    browser.fill("[name=password]", password).await;
    browser.press("form[action='/login'] button:not([type=button])").await;
}

async fn enter(browser: &Browser, who: &Entrance, path: &str) {
    sign_in(browser, &who.email, &who.password).await;
    browser.arrive("/").await;
    browser.visit(path).await;
}

/// Signs up, takes the generated password from the welcome mail, and replaces it.
async fn sign_up(demo: &Demo, browser: &Browser) {
    browser.visit("/portal/sign-up").await;
    browser.fill("[name=organisation]", "Delta Foods").await;
    browser.fill("[name=email]", OWNER).await;
    browser.press("form[action='/portal/sign-up'] button:not([type=button])").await;
    browser.arrive("/portal/sign-up/sent").await;
    let mail = Inbox::of(&demo.ready().vendor_url).mail_with(OWNER, "/login").await;
    let is_password = |word: &&str| word.len() == 19 && word.matches('-').count() == 3;
    let mut words = mail.page.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
    let password = words.find(is_password).expect("the mail has a password").to_owned();
    sign_in(browser, OWNER, &password).await;
    browser.fill("[name=new_password]", CHOSEN).await;
    browser.fill("[name=repeat_password]", CHOSEN).await;
    browser.press("form[action^='/recover-password/'] button:not([type=button])").await;
    browser.arrive("/login?done=password").await;
    sign_in(browser, OWNER, CHOSEN).await;
    browser.arrive("/portal").await;
}

/// The staff finds the customer and issues a license for two servers.
async fn issue(browser: &Browser) {
    browser.visit("/issuer?search=delta").await;
    browser.press("//main//a[contains(., 'Delta Foods')]").await;
    browser.press("main a[href$='/new-package']").await;
    browser.fill("[name=code]", CODE).await;
    browser.fill("[name=name]", "Delta Production").await;
    browser.fill("[name=servers]", "2").await;
    browser.fill("[name=reason]", "Order 4711").await;
    browser.press("form[action$='/new-package'] button:not([type=button])").await;
    browser.arrive("/issuer/packages/DELTA?done=issued").await;
}

/// Reset Activations: first what happens to each server, then the deed.
async fn reset(browser: &Browser) {
    browser.visit("/portal").await;
    assert!(browser.words().await.contains("2 of 2"));
    browser.visit("/portal/packages/DELTA/reset").await;
    let preview = browser.words().await;
    for name in ["bi-1.delta.example", "bi-2.delta.example"] {
        assert!(preview.contains(name), "{preview}");
    }
    assert!(preview.matches("Runs on, and takes a slot again").count() == 2, "{preview}");
    browser.press("form[action$='/reset'] button.danger").await;
    browser.arrive("/portal/packages/DELTA?done=reset").await;
    assert!(browser.words().await.contains("0 of 2"));
}

/// The way out: a server more, which a second person approves.
async fn raise(issuer: &Browser, second: &Browser) {
    issuer.visit("/issuer/packages/DELTA").await;
    issuer.fill("form[action='/issuer/packages/DELTA'] [name=servers]", "3").await;
    issuer.fill("form[action='/issuer/packages/DELTA'] [name=reason]", "Order 4712").await;
    issuer.press("form[action='/issuer/packages/DELTA'] button:not([type=button])").await;
    issuer.arrive("/issuer/packages/DELTA?done=waits").await;
    issuer.visit("/issuer/changes").await;
    assert!(!issuer.has("form[action$='/approve']").await, "nobody approves what they asked for");
    second.visit("/issuer/changes").await;
    second.press("form[action$='/approve'] button").await;
    second.arrive("/issuer/changes?done=approve").await;
}

/// The request of a machine without a network is carried as a QR code; so is the answer. Both are read by a library
/// that knows nothing of us. Answers the license file.
async fn offline(browser: &Browser, machine: &Machine) -> String {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("request.png");
    qr_code(&["draw", &picture.to_string_lossy(), &machine.request()]);
    let carried = qr_code(&["read", &picture.to_string_lossy()]);

    browser.visit("/portal/offline?package=DELTA").await;
    browser
        .execute(&format!("document.querySelector('[name=text]').value = {};", json!(carried.trim())))
        .await;
    browser.press("form[action='/portal/offline'] button.primary").await;
    let code = browser.find(".qr").await;
    let answer = folder.path().join("answer.png");
    std::fs::write(&answer, code.screenshot_as_png().await.unwrap()).unwrap();
    let compact = qr_code(&["read", &answer.to_string_lossy()]);
    let shown = browser.words().await;
    assert!(shown.contains("BEGIN SEATWARDEN LICENSE"), "{shown}");
    compact.trim().to_owned()
}

fn qr_code(arguments: &[&str]) -> String {
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.arg(folder().join("scripts/qr_code.py")).args(arguments);
    must_go_well(command)
}

fn must_go_well(mut command: Command) -> String {
    let output = command.output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {error}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A machine without a network takes the file: it trusts nothing but the roots that it has pinned.
fn install(demo: &Demo, machine: &Machine, file: &str) {
    let roots = Roots::new(&roots(demo)).unwrap();
    let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
    let license = open::<License>(file, &trust).unwrap().claims;
    assert_eq!((license.package.code.as_str(), license.limits["servers"]), (CODE, 3));
    let bound = license.machine.unwrap();
    assert_eq!((bound.device, bound.name), (machine.key.public().kid(), machine.name.clone()));
}

fn roots(demo: &Demo) -> Vec<PublicKey> {
    let roots = demo.data_dir().join("vendor/roots");
    ["root-current.key", "root-standby.key"]
        .map(|name| {
            let text = std::fs::read_to_string(roots.join(name)).unwrap();
            PrivateKey::parse(text.split_whitespace().nth(1).unwrap()).unwrap().public()
        })
        .into()
}

/// One click signs in at the trial instance, which shows something and refuses user management; the vendor sees who came.
async fn try_online(owner: &Browser, issuer: &Browser) {
    owner.visit("/portal/trial").await;
    owner.press("form[action='/portal/trial'] button:not([type=button])").await;
    owner.arrive("/").await;
    let home = owner.words().await;
    assert!(home.contains("This is the Online Trial") && home.contains("Sales by region"), "{home}");
    owner.press("header a[href='/admin']").await;
    owner.arrive("/admin/users").await;
    let refused = owner.words().await;
    assert!(
        refused.contains("managing users is withheld") && refused.contains("install the product"),
        "{refused}"
    );
    issuer.visit("/issuer/trials").await;
    let trials = issuer.words().await;
    assert!(trials.contains(OWNER) && trials.contains("Delta Foods"), "{trials}");
    issuer.visit("/issuer/reports/slots").await;
    assert!(issuer.words().await.contains("Delta Production"));
}

/// A machine with a key of its own.
struct Machine {
    key: PrivateKey,
    name: String,
    license: String,
    counter: u64,
}

#[expect(clippy::disallowed_methods, reason = "a machine outside of the server has no other clock")]
fn now() -> Time {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Time::from_seconds(i64::try_from(now.as_secs()).unwrap())
}

impl Machine {
    fn new(name: &str) -> Self {
        let mut seed = [5; 32];
        for (at, byte) in name.bytes().enumerate().take(32) {
            seed[at] = byte;
        }
        let key = PrivateKey::from_seed(&seed);
        Self { key, name: name.to_owned(), license: String::new(), counter: 0 }
    }

    fn parts(&self) -> Vec<Part> {
        [PartKind::OsMachineId, PartKind::RootVolume].map(|kind| Part::new("salt", kind, &self.name)).into()
    }

    fn request(&self) -> String {
        let request = Request {
            version: VERSION,
            id: format!("request-{}", self.name),
            made_at: now(),
            package: None,
            name: self.name.clone(),
            program: "1.0.0".to_owned(),
            salt: "salt".to_owned(),
            parts: self.parts(),
        };
        sign_by_device(&self.key, &request).unwrap()
    }

    async fn ask(&self, url: &str) -> Answer {
        let http = Http::script(url);
        let body = json!({ "request": self.request(), "email": OWNER, "password": CHOSEN });
        http.send(http.request(Method::POST, "/api/v1/licensing/activate").json(&body)).await
    }

    async fn activate(&mut self, url: &str) {
        let activated = self.ask(url).await.must_be(201).json();
        activated["server"]["license"].as_str().unwrap().clone_into(&mut self.license);
    }

    /// Runs on: the next lease, and a slot of its own.
    async fn renew(&mut self, url: &str) {
        let renewal = Renewal {
            version: VERSION,
            id: format!("renewal-{}", self.name),
            made_at: now(),
            license: self.license.clone(),
            counter: self.counter,
            bulletin: 0,
            parts: self.parts(),
            salt: None,
            program: "1.0.0".to_owned(),
        };
        let http = Http::script(url);
        let body = json!({ "renewal": sign_by_device(&self.key, &renewal).unwrap() });
        let answer = http.send(http.request(Method::POST, "/api/v1/licensing/renew").json(&body)).await;
        let renewed = answer.must_be(200).json();
        assert_eq!(renewed["server"]["counts"], true, "{renewed}");
        self.counter += 1;
    }
}

/// A command of the staff on the host of the demo's license server.
fn staff_command(demo: &Demo, arguments: &[&str]) -> Command {
    let mut command = seatwarden();
    command.arg("license").args(arguments).arg("--data-dir").arg(demo.data_dir().join("vendor"));
    command.env("SEATWARDEN_LICENSE_SERVER__ENABLED", "true");
    command
}

fn said(demo: &Demo, arguments: &[&str]) -> String {
    must_go_well(staff_command(demo, arguments)).trim_end().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_staff_does_from_the_command_line_what_it_does_on_its_pages() {
    let demo = Demo::start(Engine::Sqlite).await;
    let root = demo.data_dir().join("vendor/roots/root-current.key");
    let root = root.to_string_lossy();
    let customer = said(&demo, &["customers", "add", "Echo Energy", "owner@echo.example"]);
    let shown = said(&demo, &["customers", "show", "Echo Energy", "--json"]);
    assert!(shown.contains(&customer) && shown.contains("owner@echo.example"), "{shown}");
    let issue = ["packages", "issue", "--organisation", &customer, "--code", "ECHO", "--name", "Echo"];
    let more = [
        "--until",
        "2031-01-31",
        "--servers",
        "2",
        "--administrators",
        "1",
        "--designers",
        "2",
        "--viewers",
        "none",
        "--tier",
        "grow",
        "--reason",
        "Order 1",
    ];
    let issued = said(&demo, &[&issue[..], &more].concat());
    assert!(issued.starts_with("ECHO\tactive\tsubscription\tgrow\tprod\t2031-01-31"), "{issued}");
    assert!(said(&demo, &["packages", "list", "--json"]).lines().any(|line| line.contains("\"ECHO\"")));

    // Nobody skips the second person by having the host; whoever has the file of a root is one.
    let change = ["packages", "change", "ECHO", "--servers", "5", "--reason", "Order 2"];
    let waits = said(&demo, &change);
    assert!(said(&demo, &["changes", "list"]).starts_with(&format!("{waits}\tECHO\t")));
    assert!(said(&demo, &["packages", "show", "ECHO"]).contains("\"servers\":2"));
    let approved = said(&demo, &["changes", "approve", &waits, "--root", &root]);
    assert!(approved.ends_with("\t5\tEcho"), "{approved}");
    let raised = said(&demo, &[&change[..3], &["--servers", "6", "--reason", "x", "--root", &root]].concat());
    assert!(raised.ends_with("\t6\tEcho"), "{raised}");
    let forged = demo.data_dir().join("vendor/other-root.key");
    std::fs::write(&forged, std::fs::read_to_string(&*root).unwrap().replace("seatwarden-root-1 ", "x"))
        .unwrap();
    let forged = forged.to_string_lossy().into_owned();
    let revoke = ["packages", "revoke", "ECHO", "--reason", "over", "--root", &forged];
    assert_eq!(staff_command(&demo, &revoke).output().unwrap().status.code(), Some(1));
    said(&demo, &["packages", "suspend", "ECHO", "--reason", "unpaid"]);
    assert!(
        said(&demo, &["packages", "renew", "ECHO", "--until", "2032-01-31", "--reason", "y"])
            .contains("suspended")
    );

    assert!(
        said(&demo, &["trials", "extend", "COBALT-TRIAL", "--days", "9", "--reason", "asked"])
            .contains("trial")
    );
    let convert =
        ["trials", "convert", "COBALT-TRIAL", "--until", "2031-06-30", "--tier", "grow", "--reason", "paid"];
    let waits = said(&demo, &convert);
    let converted = said(&demo, &["changes", "approve", &waits, "--root", &root]);
    assert!(converted.contains("\tsubscription\tgrow\tprod\t"), "{waits}: {converted}");
    assert!(said(&demo, &["reports", "slots"]).starts_with("name,package,organisation,used,allowed,percent"));
    assert!(said(&demo, &["reports", "seats", "--json"]).contains("\"report\":\"seats\""));
    servers_and_users(&demo);
    let help = said_of_help();
    let verbs =
        ["customers", "packages", "servers", "users", "releases", "samples", "trials", "reports", "keys"];
    for verb in verbs.into_iter().chain(["License server:"]) {
        assert!(help.contains(verb), "{help}");
    }
    releases(&demo).await;
    let trail = demo_of_vendor(&demo);
    assert!(trail.status.success(), "{trail:?}");
}

/// License users, servers and sample dashboards from the host.
fn servers_and_users(demo: &Demo) {
    said(demo, &["users", "add", "ECHO", "ops@echo.example"]);
    assert!(said(demo, &["users", "list", "ECHO"]).contains("\tops@echo.example\t0\t"));
    assert_eq!(said(demo, &["servers", "list", "ECHO"]), "");
    let looked = staff_command(demo, &["servers", "reset", "ECHO"]).output().unwrap();
    assert_eq!(looked.status.code(), Some(1), "{looked:?}");
    said(demo, &["servers", "reset", "ECHO", "--yes"]);
    let file = demo.data_dir().join("sample.dash");
    std::fs::write(&file, "{}").unwrap();
    let file = file.to_string_lossy().into_owned();
    let slug = said(demo, &["samples", "add", &file, "--title", "Echo sample", "--summary", "In short"]);
    said(demo, &["samples", "publish", &slug]);
    assert!(said(demo, &["samples", "list"]).contains(&format!("{slug}\tpublished\tEcho sample")));
}

fn said_of_help() -> String {
    let mut command = seatwarden();
    command.args(["license", "--help"]);
    must_go_well(command)
}

fn demo_of_vendor(demo: &Demo) -> std::process::Output {
    let mut command = seatwarden();
    command.args(["audit", "verify", "--data-dir"]).arg(demo.data_dir().join("vendor"));
    command.output().unwrap()
}

/// A token of the vendor's staff.
async fn staff_token(demo: &Demo) -> String {
    let issuer = &demo.ready().issuer;
    let person =
        Person { role: String::new(), email: issuer.email.clone(), password: issuer.password.clone() };
    Http::script(&demo.ready().vendor_url).bearer(&person).await
}

const RELEASES: &str = "/api/v1/licensing/releases";

/// The id of a new draft.
async fn draft(demo: &Demo, token: &str) -> String {
    let http = Http::script(&demo.ready().vendor_url);
    let call = http.request(Method::POST, RELEASES).bearer_auth(token).json(&json!({ "version": "2031.1" }));
    http.send(call).await.must_be(201).json()["id"].as_str().unwrap().to_owned()
}

async fn files_of(demo: &Demo, token: &str, id: &str) -> usize {
    let all = Http::script(&demo.ready().vendor_url).get_as(RELEASES, token).await.must_be(200).json();
    let release = all["items"].as_array().unwrap().iter().find(|release| release["id"] == id).unwrap();
    release["files"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_while_a_release_comes_in_has_no_half_of_it() {
    let mut demo = Demo::start(Engine::Sqlite).await;
    let token = staff_token(&demo).await;
    let id = draft(&demo, &token).await;
    let folder = demo.data_dir().join("vendor/downloads");
    let halves = || {
        let entries = std::fs::read_dir(&folder).unwrap().flatten();
        entries.filter(|entry| entry.file_name().to_string_lossy().ends_with(".part")).count()
    };
    let host = demo.ready().vendor_url.trim_start_matches("http://").to_owned();
    let head = format!(
        "PUT {RELEASES}/{id}/files/large.zip HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
         Content-Length: 50000000\r\n\r\n"
    );
    let mut sending = connect(&demo.ready().vendor_url).await;
    sending.write_all(head.as_bytes()).await.unwrap();
    sending.write_all(&vec![7; 3_000_000]).await.unwrap();
    eventually("the file to come in", async || (halves() == 1).then_some(())).await;
    demo.process().kill();
    drop(sending);

    let demo = demo.restart().await;
    let token = staff_token(&demo).await;
    assert_eq!(files_of(&demo, &token, &id).await, 0);
    let http = Http::script(&demo.ready().vendor_url);
    let again = http.request(Method::PUT, &format!("{RELEASES}/{id}/files/large.zip"));
    http.send(again.bearer_auth(&token).body("all of it")).await.must_be(201);
    assert_eq!(files_of(&demo, &token, &id).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_release_that_does_not_fit_on_the_disk_is_refused_and_leaves_nothing() {
    let demo = Demo::start_on_small_disk().await;
    let token = staff_token(&demo).await;
    let id = draft(&demo, &token).await;
    let http = Http::script(&demo.ready().vendor_url);
    let path = |name: &str| format!("{RELEASES}/{id}/files/{name}");

    let large = http.request(Method::PUT, &path("large.zip")).bearer_auth(&token);
    let refused = http.send(large.body(vec![7; TOO_LARGE])).await;

    if demo.disk().is_real() {
        assert_eq!((refused.status, refused.json()["code"].as_str()), (503, Some("downloads.disk_full")));
        assert!(refused.body.contains("no space left"), "{}", refused.body);
    }
    // The space is there again, and writing goes on.
    let small = http.request(Method::PUT, &path("small.zip")).bearer_auth(&token);
    http.send(small.body("fits")).await.must_be(201);
    assert_eq!(files_of(&demo, &token, &id).await, 1);
}

/// More than a small disk has, in bytes.
const TOO_LARGE: usize = 40_000_000;

/// A release from its files to a download whose signature a foreign program finds good, and a damaged one bad.
async fn releases(demo: &Demo) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("platform-2030.1.tar.gz");
    let bytes: Vec<u8> = (0..=255_u8).cycle().take(5_000_000).collect();
    std::fs::write(&file, &bytes).unwrap();
    said(demo, &["releases", "draft", "2030.1"]);
    let checksum = said(demo, &["releases", "upload", "2030.1", &file.to_string_lossy()]);
    assert!(checksum.ends_with("  platform-2030.1.tar.gz"), "{checksum}");
    said(demo, &["releases", "sign", "2030.1"]);
    said(demo, &["releases", "publish", "2030.1"]);

    let http = Http::script(&demo.ready().vendor_url);
    let token = staff_token(demo).await;
    let all = http.get_as(RELEASES, &token).await.must_be(200).json();
    let (key, kept) = (all["publicKey"].as_str().unwrap(), &all["items"][0]["files"][0]);
    assert!(checksum.starts_with(kept["sha256"].as_str().unwrap()));
    let signature = folder.path().join("signature");
    std::fs::write(&signature, kept["signature"].as_str().unwrap()).unwrap();
    must_go_well(minisign(&file, &signature, key));
    std::fs::write(&file, &bytes[1..]).unwrap();
    assert!(!minisign(&file, &signature, key).output().unwrap().status.success());
    said(demo, &["releases", "withdraw", "2030.1"]);
}

fn minisign(file: &Path, signature: &Path, key: &str) -> Command {
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.arg(folder().join("scripts/check_minisign.py")).arg(file).arg(signature).arg(key);
    command
}
