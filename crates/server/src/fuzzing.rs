//! Targets for fuzzing: each takes any bytes to one parser that strangers can reach, and checks what it
//! promises. `fuzz` runs them under libFuzzer; the tests here run them on its seeds and on random bytes.
#![expect(clippy::missing_panics_doc, reason = "a target panics to say that a promise is broken")]

use std::sync::LazyLock;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use data_encoding::BASE64URL_NOPAD;
use ring::hmac;
use seatwarden_base::{
    Error,
    config::{File, Loaded, Root, Sources, load, print},
    mail,
    random::Random,
    secret::Secret,
};
use seatwarden_license_file::{
    Bulletin, Kind, Lease, License, PrivateKey, Refused, Renewal, Request, Return, Revocations, Roots, Time,
    Trust, armor, clock::SoftFloor, open, open_by_device, open_statement,
};

use crate::{
    accounts::{
        api_tokens, api_v09, import,
        passwords::{
            legacy_md5::Md5Hex,
            organisation_rule::OrganisationRule,
            stored::{Record, Scheme, Stored},
        },
        sessions::Device,
        sign_in::Devices,
        users::{self, api_v09 as users_api_v09, bodies},
    },
    config::{Config, check},
    cx::LegacyParts,
    hosts::Hosts,
    keys::Keys,
    licensing::{packages, portal},
    text::Language,
    web::{cookies, legacy::Parameters, own_path},
};

/// A target: takes any bytes, and panics if a promise is broken.
pub type Target = fn(&[u8]);

/// All targets by name; each has a file in `fuzz/fuzz_targets` and a folder in `fuzz/seeds`.
pub const TARGETS: [(&str, Target); 19] = [
    ("api_token", api_token),
    ("configuration", configuration),
    ("cookies", cookies),
    ("host_and_language", host_and_language),
    ("import_file", import_file),
    ("license_file", license_file),
    ("license_folder", license_folder),
    ("license_table", license_table),
    ("mail_lines", mail_lines),
    ("md5_hash", md5_hash),
    ("organisation_rule", organisation_rule),
    ("picture", picture),
    ("query", query),
    ("return_to", return_to),
    ("stored_password", stored_password),
    ("user_agent", user_agent),
    ("user_body", user_body),
    ("user_names", user_names),
    ("x_api_key", x_api_key),
];

/// Files of Import Many: whatever is no table is refused, and every line has as many cells as there are heads.
pub fn import_file(bytes: &[u8]) {
    let mut widths = Vec::new();
    let mut take = |line: import::Line| {
        widths.push(line.cells.len());
        true
    };
    match import::read(bytes, &mut take) {
        Ok(outline) => {
            assert_eq!(widths.len(), outline.rows);
            assert!(widths.iter().all(|width| *width == outline.heads.len()));
        }
        Err(error) => assert!(error.refusal().is_some(), "{error}"),
    }
}

/// Tables of licenses: whatever is no such table is refused, and what is taken keeps to the rules of terms.
pub fn license_table(bytes: &[u8]) {
    match packages::read_table(bytes) {
        Ok(rows) => {
            for (code, terms) in rows {
                assert!(!code.is_empty(), "a license has a code");
                assert_eq!(terms.clone().checked().ok(), Some(terms), "terms that were checked are right");
            }
        }
        Err(error) => assert!(error.refusal().is_some(), "{error}"),
    }
}

/// Bodies of `/api/users`: whatever is not a user is refused, never a fault.
pub fn user_body(bytes: &[u8]) {
    let legacy = LegacyParts::default();
    let (new, patch) = (bodies::new_users(&legacy, bytes).err(), bodies::patch(&legacy, bytes).err());
    for error in [new, patch, bodies::ids(bytes).err()] {
        must_be_a_refusal(error.as_ref());
    }
}

/// Addresses and names: what was accepted is accepted again unchanged, and keys are keys of themselves.
pub fn user_names(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let key = users::name_key(&text);
    assert_eq!(users::name_key(&key), key, "a key is its own key");
    if let Ok(email) = users::check_email(&text) {
        assert_eq!(users::check_email(&email).as_deref(), Ok(email.as_str()));
        assert!(!email.contains(['\r', '\n', '<', '>', ',']), "it could add to a mail's head");
    }
}

/// Pictures of QR codes: whatever is none says nothing.
pub fn picture(bytes: &[u8]) {
    let text = portal::code_in(bytes);
    assert!(text.is_none() || portal::is_picture(bytes), "what is no picture has no code");
}

/// Query strings: numbers and lists.
pub fn query(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    must_be_a_refusal(users_api_v09::selection(Some(&text)).err().as_ref());
    let parameters = Parameters::read(Some(&text));
    for value in parameters.list("ids") {
        assert!(!value.is_empty() && !value.contains(','), "a value of a list is one value");
    }
    let _ = parameters.is_on("desc");
}

/// `User-Agent`: a short name for anything.
pub fn user_agent(bytes: &[u8]) {
    let device = Device::of(&String::from_utf8_lossy(bytes));
    assert!(device.browser.chars().count() <= 40 && device.system.len() <= 40, "a name is short");
}

/// The configuration file: what was read and printed is read again to the same values.
pub fn configuration(bytes: &[u8]) {
    let Some(first) = configured(String::from_utf8_lossy(bytes).into_owned()) else { return };
    let _ = check(&first.config);
    let printed = print(&first);
    if printed.contains("= \"[secret]\"") {
        // A hidden secret is refused when it is read.
        return;
    }
    let again = configured(printed).map(|again| values(&again));
    assert_eq!(again, Some(values(&first)), "a printed configuration is a configuration");
}

fn configured(text: String) -> Option<Loaded<Config>> {
    // Devices may never end.
    if text.contains("/dev") || text.contains("/proc") {
        return None;
    }
    let file = Some(File { name: "seatwarden.toml".to_owned(), text });
    load(&Sources { file, ..Sources::default() }).ok()
}

fn values(loaded: &Loaded<Config>) -> Vec<String> {
    let sections = loaded.config.sections();
    let shown = sections
        .iter()
        .flat_map(|section| section.settings().into_iter().map(|setting| section.shown(setting.key)));
    shown.collect()
}

/// The organisation's rule: a pattern, a zero byte, a password.
pub fn organisation_rule(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (pattern, password) = text.split_once('\0').unwrap_or((&text, "fern#Tree9"));
    match OrganisationRule::new(pattern, "") {
        Ok(rule) => _ = rule.allows(password),
        Err(error) => must_be_a_refusal(Some(&error)),
    }
}

/// The field `hash`: 32 hex digits, kept in lower case.
pub fn md5_hash(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Md5Hex::parse(&text) {
        Ok(read) => {
            assert_eq!(read.digits().as_slice(), text.to_ascii_lowercase().as_bytes());
            assert_eq!(data_encoding::HEXLOWER.encode(&read.fingerprint()).as_bytes(), &read.digits()[..10]);
        }
        Err(error) => must_be_a_refusal(Some(&error)),
    }
}

/// Reads a text; if that works, it works in armor and after a mail program had it.
fn same<T: PartialEq + std::fmt::Debug>(kind: Kind, text: &str, read: impl Fn(&str) -> Result<T, Refused>) {
    let Ok(read_once) = read(text) else { return };
    let Ok(compact) = armor::strip(text, Some(kind)) else { panic!("what was read has no armor to strip") };
    let mailed = armor::wrap(kind, &compact, &["for people"]).replace('\n', " \r\n> ");
    assert_eq!(read(&mailed).as_ref(), Ok(&read_once), "{mailed}");
}

/// License files of every kind: whatever opens says the same in armor, and after a mail program had it.
pub fn license_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    // The root of the published vectors.
    let mut seed = [0; 32];
    seed[..4].copy_from_slice(b"root");
    let Ok(roots) = Roots::new(&[PrivateKey::from_seed(&seed).public()]) else { return };
    let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
    same(Kind::License, &text, |text| open::<License>(text, &trust).map(|opened| opened.claims));
    same(Kind::Lease, &text, |text| open::<Lease>(text, &trust).map(|opened| opened.claims));
    same(Kind::Bulletin, &text, |text| open::<Bulletin>(text, &trust).map(|opened| opened.claims));
    same(Kind::Signer, &text, |text| open_statement(text, &trust));
    same(Kind::Request, &text, |text| open_by_device::<Request>(text).map(|opened| opened.claims));
    same(Kind::Renewal, &text, |text| open_by_device::<Renewal>(text).map(|opened| opened.claims));
    same(Kind::Return, &text, |text| open_by_device::<Return>(text).map(|opened| opened.claims));
    for (_, compact) in armor::strip_all(&text).unwrap_or_default() {
        let _ = seatwarden_license_file::compact::kid(&compact);
    }
    // What an installation tells of it, and of its own mark of time.
    let trusted = seatwarden_activate::Trust { roots, ..seatwarden_activate::Trust::default() };
    assert!(!seatwarden_activate::explain(&text, &trusted, None).is_empty(), "something is said of any text");
    let device = PrivateKey::from_seed(&[7; 32]);
    assert!(SoftFloor::open(&text, &device).is_err(), "the key is not known to anybody");
}

/// The folder of an installation's license and the answers of a network: whatever lies there or comes, no license counts
/// that nobody signed, and every trouble has its text. The first byte says which file it is; beyond the files it is an
/// answer, whose next two bytes make its status and its kind, and whose first line is a head.
pub fn license_folder(bytes: &[u8]) {
    use seatwarden_activate::fuzzing;
    let Some((which, content)) = bytes.split_first() else { return };
    let Some((here, folder)) = installation() else { return };
    if let Some(name) = fuzzing::FILES.get(usize::from(*which)) {
        let key = PrivateKey::from_seed(&[7; 32]).reveal();
        let written = private_file(&folder.path().join("device.key"), key.as_bytes())
            .and_then(|()| private_file(&folder.path().join(name), content));
        if written.is_ok() {
            fuzzing::folder(&here);
        }
        return;
    }
    let Some((status, rest)) = content.split_at_checked(2) else { return };
    let (status, kind) = (100 + u16::from(status[0]) * 2, status[1]);
    let kind =
        ["application/json", "application/problem+json", "text/html", "text/plain"][usize::from(kind % 4)];
    let text = String::from_utf8_lossy(rest);
    let (head, body) = text.split_once('\n').unwrap_or(("", &text));
    fuzzing::answer(&here, status, kind, head, body);
}

/// A machine without anything, whose vendor nobody is, and the folder of its license.
fn installation() -> Option<(seatwarden_activate::Installation, tempfile::TempDir)> {
    use seatwarden_activate::{Connection, Folder, Installation, Sight, Trust, machine::Place};
    let folder = tempfile::tempdir().ok()?;
    let roots = Roots::new(&[PrivateKey::from_seed(&[8; 32]).public()]).ok()?;
    let here = Installation {
        folder: Folder::new(folder.path()),
        trust: Trust { roots, ..Trust::default() },
        sight: Sight { wall: Time::from_seconds(1_800_000_000), boot: "boot".into(), since_boot: 1_000 },
        place: Place { root: "/nonexistent".into(), environment: [].into(), machine_id: "fuzz".into() },
        connection: Connection::default(),
        program: "seatwarden".into(),
        name: "fuzz".into(),
    };
    Some((here, folder))
}

fn private_file(path: &std::path::Path, content: &[u8]) -> std::io::Result<()> {
    use std::{io::Write, os::unix::fs::OpenOptionsExt};
    let mut file =
        std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(content)
}

/// Bearer tokens: nobody forges one.
pub fn api_token(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = api_tokens::is_named_token(&text);
    let _ = api_tokens::is_named_token(&format!("swt_{text}"));
    if let Some(keys) = &*KEYS {
        assert!(api_tokens::read_signed(keys, &text).is_none(), "the key is not known to anybody");
        let head = format!("{{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"{}\"}}", keys.tokens.newest_id());
        let key = keys.tokens.with_id(keys.tokens.newest_id()).unwrap_or_default();
        let _ = api_tokens::read_signed(keys, &signed(&head, bytes, key));
    }
}

/// `x-api-key`: as it comes, as claims that are signed well, and as the head of a signed key.
pub fn x_api_key(bytes: &[u8]) {
    const KEY: &str = "7c1f0b0d-key-of-nobody-1d5a";
    let key = Secret::new(KEY);
    assert!(api_v09::read(&String::from_utf8_lossy(bytes), &key).is_err(), "the key is not known to anybody");
    let as_claims = signed("{\"typ\":\"JWT\",\"alg\":\"HS256\"}", bytes, KEY.as_bytes());
    must_be_a_refusal(api_v09::read(&as_claims, &key).err().as_ref());
    let claims = b"{\"iat\":1,\"email\":\"a\",\"password\":\"b\"}";
    let as_head = signed(&String::from_utf8_lossy(bytes), claims, KEY.as_bytes());
    must_be_a_refusal(api_v09::read(&as_head, &key).err().as_ref());
}

fn signed(head: &str, claims: &[u8], key: &[u8]) -> String {
    let text = format!("{}.{}", BASE64URL_NOPAD.encode(head.as_bytes()), BASE64URL_NOPAD.encode(claims));
    let code = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes());
    format!("{text}.{}", BASE64URL_NOPAD.encode(code.as_ref()))
}

static KEYS: LazyLock<Option<Keys>> = LazyLock::new(|| {
    let directory = tempfile::tempdir().ok()?;
    Keys::open(directory.path(), &Random::system()).ok()
});

/// `Cookie`: values of a bounded length, and browsers we do not know.
pub fn cookies(bytes: &[u8]) {
    let Some(headers) = headers(&header::COOKIE, bytes) else { return };
    for secure in [false, true] {
        for name in [
            cookies::session_name(secure),
            cookies::form_name(secure),
            cookies::device_name(secure),
            cookies::recover_name(secure),
        ] {
            let value = cookies::read(&headers, name);
            assert!(value.is_none_or(|value| value.len() <= 2_048 && !value.contains(';')));
            if let Some(keys) = &*KEYS {
                assert_eq!(Devices::read(value).known_for(keys, "nobody"), None, "nobody writes our tags");
            }
        }
    }
}

/// `Host` and `Accept-Language`: only our own names are ours.
pub fn host_and_language(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = Language::negotiate(&text);
    let mut config = Config::default();
    "https://seats.example.com".clone_into(&mut config.server.public_url);
    if Hosts::new(&config).is_own(&text) {
        let lower = text.to_ascii_lowercase();
        let names = ["seats.example.com", "localhost", "127.0.0.1", "[::1]"];
        let rest = names.iter().find_map(|name| lower.strip_prefix(name));
        let port = rest.and_then(|rest| rest.strip_prefix(':').or(Some(rest)));
        let is_port =
            port.is_some_and(|port| port.trim_start_matches('+').bytes().all(|digit| digit.is_ascii_digit()));
        assert!(is_port, "another name is taken for ours");
    }
}

/// The record of a password: what was read is written and read again to the same record.
pub fn stored_password(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    for scheme in Scheme::ALL {
        if let Ok(record) = Record::read(&Stored { scheme, text: text.clone() }) {
            let written = record.write();
            let again = Record::read(&written).map(|again| again.write());
            assert!(again.is_ok_and(|again| again == written), "a record that was written is a record");
        }
    }
}

/// Lines of a mail server: no read goes on behind the end of a line, and nothing is lost. The first byte
/// says how much is read at a time.
pub fn mail_lines(bytes: &[u8]) {
    let (room, bytes) = bytes.split_first().map_or((1, bytes), |(room, rest)| (usize::from(*room), rest));
    let pieces = mail::fuzzing::pieces(bytes, room).unwrap_or_default();
    assert_eq!(pieces.concat(), bytes, "nothing is lost");
    for piece in pieces {
        let end = piece.iter().position(|byte| *byte == b'\n');
        assert!(end.is_none_or(|end| end + 1 == piece.len()), "a read goes on behind the end of a line");
    }
}

/// Where to go after signing in: what a browser makes of it stays on this host.
pub fn return_to(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(path) = own_path(&text) {
        // As browsers read an address: tabs and line ends are dropped, a backslash is a slash (WHATWG URL).
        let seen: String = path.chars().filter(|letter| !"\t\r\n".contains(*letter)).collect();
        let seen = seen.replace('\\', "/");
        assert!(seen.starts_with('/') && !seen.starts_with("//"), "it leads to another host");
        assert!(HeaderValue::from_str(path).is_ok(), "it cannot be sent");
    }
}

fn headers(name: &HeaderName, bytes: &[u8]) -> Option<HeaderMap> {
    let value = HeaderValue::from_bytes(bytes).ok()?;
    Some(HeaderMap::from_iter([(name.clone(), value)]))
}

fn must_be_a_refusal(error: Option<&Error>) {
    assert!(error.is_none_or(|error| error.refusal().is_some()), "a stranger's bytes are taken for a fault");
}

#[cfg(test)]
#[path = "fuzzing_tests.rs"]
mod tests;
