//! What the configuration names outside of itself: files, folders, the address of the database. `config check` and
//! every start look at it in the same way, so that a good word of the one holds for the other.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read},
    path::Path,
};

use rustls::{
    RootCertStore,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use seatwarden_base::{Kind, Refusal, config::cause, db};

use super::{Config, MailTransport, SmtpSecurity};
use crate::{accounts::passwords::blocklist, keys, place::Places, serve};

const BAD_DATABASE_URL: Refusal = Refusal::new(Kind::Invalid, "config.bad_database_url");
const UNREADABLE: Refusal = Refusal::new(Kind::Invalid, "config.file_unreadable");
const WRONG_FILE: Refusal = Refusal::new(Kind::Invalid, "config.wrong_file");
const BAD_FOLDER: Refusal = Refusal::new(Kind::Invalid, "config.bad_folder");

/// The largest file of certificates or of a key, in bytes.
const PEM_MAX: u64 = 4 * 1024 * 1024;

/// Everything that is named and not there, cannot be used, or is something else.
pub(super) fn check(config: &Config) -> Vec<Refusal> {
    let mut wrong = Vec::new();
    check_database(config, &mut wrong);
    let before = wrong.len();
    check_folders(config, &mut wrong);
    if wrong.len() == before {
        check_own_files(config, &mut wrong);
    }
    check_lists(config, &mut wrong);
    check_tls(config, &mut wrong);
    check_authorities(config, &mut wrong);
    wrong
}

fn check_database(config: &Config, wrong: &mut Vec<Refusal>) {
    let url = &config.database.url;
    if !url.is_empty() && !db::is_postgres_url(url) {
        wrong.push(BAD_DATABASE_URL.with("key", "database.url"));
    }
}

fn check_folders(config: &Config, wrong: &mut Vec<Refusal>) {
    let downloads = &config.license_server.downloads_folder;
    // Keys that are there may be handed over in a folder that nobody writes.
    let makes_keys = keys::FILES.iter().any(|name| !config.secrets_dir().join(name).exists());
    let is_sqlite = config.database.url.is_empty();
    let mut folders = vec![
        ("server.data_dir", config.data_dir(), is_sqlite),
        ("secrets.directory", config.secrets_dir(), makes_keys),
    ];
    if config.mail.transport == MailTransport::Folder {
        folders.push(("mail.folder", config.mail_dir(), true));
    }
    if config.license_server.enabled && !downloads.is_empty() {
        folders.push(("license_server.downloads_folder", downloads.into(), false));
    }
    for (key, path, is_written) in folders {
        if let Err(error) = try_folder(&path, is_written) {
            wrong.push(BAD_FOLDER.with("key", key).with("path", path.display()).with("cause", cause(&error)));
            // What lies in the data folder fails for the same reason.
            if key == "server.data_dir" {
                return;
            }
        }
    }
}

/// Whether a folder is there, and files can be made in it if that is needed; or in the one around it in which it will be
/// made. Nothing is left there.
fn try_folder(path: &Path, is_written: bool) -> io::Result<()> {
    let around = path.ancestors().find(|folder| folder.as_os_str().is_empty() || folder.exists());
    let around = around.filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !fs::metadata(around)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    if path.is_dir() && !is_written {
        return Ok(());
    }
    match tempfile::tempfile_in(around) {
        // A full disk is another matter, and told when something is written.
        Err(error) if error.kind() != io::ErrorKind::StorageFull => Err(error),
        _ => Ok(()),
    }
}

/// The files that the server made itself: another user may have done so. The first says it for all.
fn check_own_files(config: &Config, wrong: &mut Vec<Refusal>) {
    let mut files = Vec::new();
    if config.database.url.is_empty() {
        files.push(("server.data_dir", config.data_dir().join("seatwarden.db"), true));
    }
    files.extend(keys::FILES.map(|name| ("secrets.directory", config.secrets_dir().join(name), false)));
    for (key, path, is_written) in files {
        if let Err(error) = OpenOptions::new().read(true).write(is_written).open(&path)
            && error.kind() != io::ErrorKind::NotFound
        {
            return wrong.push(unreadable(key, &path, &error));
        }
    }
}

fn check_lists(config: &Config, wrong: &mut Vec<Refusal>) {
    const LIST: &str = "passwords.blocklist_file";
    const PLACES: &str = "server.place_database";
    let list = Path::new(&config.passwords.blocklist_file);
    if let Some(text) = read(LIST, list, blocklist::LIST_BYTES_MAX as u64, wrong) {
        match String::from_utf8(text) {
            Ok(text) if blocklist::Blocklist::with_lines(&text).is_err() => {
                wrong.push(unreadable(LIST, list, &io::ErrorKind::FileTooLarge.into()));
            }
            Ok(_) => {}
            Err(_) => wrong.push(other(LIST, list, "list")),
        }
    }
    let places = Path::new(&config.server.place_database);
    if places.as_os_str().is_empty() {
        return;
    }
    match File::open(places).and_then(|file| file.metadata()) {
        Err(error) => wrong.push(unreadable(PLACES, places, &error)),
        Ok(about) if about.is_dir() => {
            wrong.push(unreadable(PLACES, places, &io::ErrorKind::IsADirectory.into()));
        }
        Ok(_) if Places::open(&config.server.place_database).is_err() => {
            wrong.push(other(PLACES, places, "places"));
        }
        Ok(_) => {}
    }
}

fn check_tls(config: &Config, wrong: &mut Vec<Refusal>) {
    const CERTIFICATE: &str = "tls.certificate_file";
    const KEY: &str = "tls.key_file";
    if config.tls.address.is_empty() {
        return;
    }
    let (chain_path, key_path) = (Path::new(&config.tls.certificate_file), Path::new(&config.tls.key_file));
    let chain = read(CERTIFICATE, chain_path, PEM_MAX, wrong);
    let key = read(KEY, key_path, PEM_MAX, wrong).map(zeroize::Zeroizing::new);
    let has_chain = chain.as_deref().map(|pem| all_certificates(pem).is_some());
    let has_key = key.as_ref().map(|pem| PrivateKeyDer::from_pem_slice(pem).is_ok());
    if has_chain == Some(false) {
        wrong.push(other(CERTIFICATE, chain_path, "certificates"));
    }
    if has_key == Some(false) {
        wrong.push(other(KEY, key_path, "key"));
    }
    if let (Some(chain), Some(key), Some(true), Some(true)) = (chain, key, has_chain, has_key)
        && serve::tls_acceptor(&chain, &key).is_err()
    {
        wrong.push(other(KEY, key_path, "pair"));
    }
}

/// Certificates of private authorities.
fn check_authorities(config: &Config, wrong: &mut Vec<Refusal>) {
    const MAIL: &str = "mail.smtp_certificate_authority_file";
    const LICENSE: &str = "license.ca_file";
    let (mail, license) = (&config.mail, &config.license);
    if mail.transport == MailTransport::Smtp && mail.smtp_security != SmtpSecurity::None {
        let path = Path::new(&mail.smtp_certificate_authority_file);
        let pem = read(MAIL, path, PEM_MAX, wrong);
        if pem.is_some_and(|pem| all_certificates(&pem).is_none_or(|all| !are_authorities(all))) {
            wrong.push(other(MAIL, path, "certificates"));
        }
    }
    let path = Path::new(&license.ca_file);
    let pem = read(LICENSE, path, PEM_MAX, wrong);
    if pem.is_some_and(|pem| !CertificateDer::pem_slice_iter(&pem).any(|found| found.is_ok())) {
        wrong.push(other(LICENSE, path, "certificates"));
    }
}

/// The certificates of a text, if there are any and all can be read.
fn all_certificates(pem: &[u8]) -> Option<Vec<CertificateDer<'static>>> {
    let all: Vec<_> = CertificateDer::pem_slice_iter(pem).collect::<Result<_, _>>().ok()?;
    Some(all).filter(|all: &Vec<_>| !all.is_empty())
}

fn are_authorities(all: Vec<CertificateDer<'static>>) -> bool {
    let mut roots = RootCertStore::empty();
    all.into_iter().all(|one| roots.add(one).is_ok())
}

/// The bytes of a file that is named; none if none is, or if it cannot be read, which is then said.
fn read(key: &'static str, path: &Path, most: u64, wrong: &mut Vec<Refusal>) -> Option<Vec<u8>> {
    if path.as_os_str().is_empty() {
        return None;
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most + 1).read_to_end(&mut bytes));
    let read =
        read.and_then(
            |length| {
                if length as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(()) }
            },
        );
    read.map_err(|error| wrong.push(unreadable(key, path, &error))).ok().map(|()| bytes)
}

fn unreadable(key: &'static str, path: &Path, error: &io::Error) -> Refusal {
    UNREADABLE.with("key", key).with("path", path.display()).with("cause", cause(error))
}

fn other(key: &'static str, path: &Path, form: &'static str) -> Refusal {
    WRONG_FILE.with("key", key).with("path", path.display()).with("form", form)
}
