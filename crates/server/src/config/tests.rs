//! The server's configuration is found, checked, explained and documented.

use std::fs;

use seatwarden_base::config::print;

use super::{Config, Flags, check, environment, explain, load, read, reference_markdown};
use crate::text::{Language, Text};

fn flags(values: &[(&str, &str)]) -> Flags {
    let values = values.iter().map(|(option, value)| ("--flag".into(), (*option).into(), (*value).into()));
    Flags { file: None, values: values.collect() }
}

fn codes(config: &Config) -> Vec<&'static str> {
    check(config).iter().map(|refusal| refusal.code).collect()
}

#[test]
fn the_defaults_are_a_working_configuration() {
    assert!(check(&Config::default()).is_empty());
    assert_eq!(Config::default().secrets_dir(), Config::default().data_dir().join("secrets"));
}

#[test]
fn the_file_of_the_data_folder_is_read_when_there_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let data_dir = folder.path().display().to_string();
    let without = load(&flags(&[("server.data_dir", &data_dir)]), Vec::new()).unwrap();
    fs::write(folder.path().join("seatwarden.toml"), "[sessions]\nidle_minutes = 5\n").unwrap();

    let with = load(&Flags::default(), vec![("SEATWARDEN_SERVER__DATA_DIR".into(), data_dir)]).unwrap();

    assert_eq!((without.config.sessions.idle_minutes, with.config.sessions.idle_minutes), (60, 5));
    assert!(with.origin("sessions.idle_minutes").to_string().ends_with("seatwarden.toml:2"));
}

#[test]
fn a_named_file_that_is_not_there_is_refused() {
    let flags = Flags { file: Some("/nowhere/seatwarden.toml".into()), values: Vec::new() };

    let refusals = read(&flags, Vec::new()).unwrap_err();

    assert_eq!(refusals[0].code, "config.unreadable_file");
}

#[test]
fn values_that_do_not_fit_together_are_refused() {
    for (values, expected) in [
        (&[("server.address", "0.0.0.0:80")][..], "config.missing"),
        (&[("server.address", "here")], "config.bad_address"),
        (&[("server.public_url", "accounts.example.com")], "config.bad_url"),
        (&[("server.public_url", "https://example.com/path")], "config.bad_url"),
        (&[("server.public_url", "http://example.com")], "config.insecure_url"),
        (&[("server.trusted_proxies", "10.0.0.0/33")], "config.bad_network"),
        (&[("server.language", "tlh")], "config.bad_language"),
        (&[("server.log_filter", "a=b=c")], "config.bad_filter"),
        (&[("tls.key_file", "key.pem")], "config.missing"),
        (&[("mail.smtp_hello_name", "two words")], "config.not_one_word"),
        (&[("sessions.absolute_hours", "1"), ("sessions.idle_minutes", "61")], "config.too_long"),
    ] {
        let loaded = load(&flags(values), Vec::new()).unwrap();
        assert_eq!(codes(&loaded.config), [expected], "{values:?}");
    }
    let neither = load(&flags(&[("server.address", "")]), Vec::new()).unwrap();
    assert_eq!(codes(&neither.config), ["config.missing"]);
    let mail = load(&flags(&[("mail.transport", "smtp")]), Vec::new()).unwrap();
    assert_eq!(codes(&mail.config), ["config.missing", "config.missing"]);
}

#[test]
fn usual_values_are_accepted() {
    let values = [
        ("server.address", "0.0.0.0:443"),
        ("server.public_url", "https://accounts.example.com"),
        ("server.trusted_proxies", "10.0.0.0/8, ::1"),
        ("server.log_filter", "info,seatwarden=debug"),
    ];
    assert!(read(&flags(&values), Vec::new()).is_ok());
    let tls_alone = [
        ("server.address", ""),
        ("tls.address", "0.0.0.0:443"),
        ("tls.certificate_file", "chain.pem"),
        ("tls.key_file", "key.pem"),
        ("server.public_url", "https://accounts.example.com"),
    ];
    assert!(read(&flags(&tls_alone), Vec::new()).is_ok());
    let without_url = load(&flags(&tls_alone[..4]), Vec::new()).unwrap();
    assert_eq!(codes(&without_url.config), ["config.missing"]);
    assert!(read(&flags(&[("server.public_url", "http://localhost:8081/")]), Vec::new()).is_ok());
    assert!(read(&flags(&[("server.public_url", "http://[::1]:8081")]), Vec::new()).is_ok());
}

#[test]
fn what_is_wrong_is_explained_with_its_place_and_a_hint() {
    let refusals = load(&flags(&[("server.adress", "x"), ("passwords.minimum_length", "1000")]), Vec::new());

    let told = explain(&refusals.unwrap_err(), Text::new(Language::En));

    assert_eq!(
        told,
        "error: --flag: there is no option `server.adress`\n\
         hint: did you mean `server.address`?\n\
         error: --flag: `passwords.minimum_length` does not accept this value\n\
         hint: give a whole number from 8 to 64\n"
    );
}

#[test]
fn only_our_variables_are_read() {
    assert!(environment().iter().all(|(name, _)| name.starts_with("SEATWARDEN_")));
}

#[test]
fn a_secret_is_never_printed() {
    let loaded = load(&flags(&[("database.url", "postgres://a:hunter2@b/c")]), Vec::new()).unwrap();

    assert!(print(&loaded).contains("url = \"[secret]\"  # --flag"));
    assert!(!format!("{}{loaded:?}", print(&loaded)).contains("hunter2"));
}

#[test]
fn the_reference_page_is_what_the_sources_say() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/configuration.md");
    if std::env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(page, reference_markdown()).unwrap();
    }

    let committed = fs::read_to_string(page).unwrap_or_default();

    assert!(committed == reference_markdown(), "run the tests with UPDATE_GENERATED=1 and commit the page");
}
