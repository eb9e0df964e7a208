//! The server's configuration is found, checked, explained and documented.

use std::fs;

use seatwarden_base::config::{Form, Root, Section, print};

use super::{Config, Flags, check, environment, explain, load, read, read_ready, reference_markdown};
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
        (&[("mail.smtp_password", "secret")], "config.missing"),
        (&[("trial.enabled", "true")], "config.missing"),
        (&[("trial.enabled", "true"), ("trial.secret", "short")], "config.too_short"),
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
fn values_that_cannot_be_right_are_refused() {
    for (option, value, expected) in [
        ("mail.from_address", "nonsense", "config.bad_mail_address"),
        ("mail.from_name", "two\nlines", "config.not_one_line"),
        ("server.installation_name", "two\nlines", "config.not_one_line"),
        ("license_server.contact_address", "nonsense", "config.bad_mail_address"),
        ("passwords.organisation_regex", "(", "config.bad_rule"),
        ("passwords.organisation_regex", "(a+)+(?=b)$", "config.bad_rule"),
        ("server.log_filter", "loud", "config.bad_filter"),
        ("server.log_filter", "info,loud", "config.bad_filter"),
        ("server.log_filter", "info,seatwarden=loud", "config.bad_filter"),
        ("license.server_url", "license.vendor.example", "config.bad_url"),
        ("license.server_url", "https://license.vendor.example/path", "config.bad_url"),
        ("license.server_url", "http://license.vendor.example", "config.insecure_url"),
        ("license.proxy", "socks5://proxy.example:1080", "config.bad_proxy"),
        ("license_server.offline_key_path", "api/key", "config.bad_path"),
        ("license_server.offline_key_path", "/api/key?a=b", "config.bad_path"),
        ("license_server.offline_key_path", "/", "config.bad_path"),
        ("license_server.offline_key_path", "/login", "config.path_taken"),
        ("license_server.offline_key_path", "/api/v1/users", "config.path_taken"),
        ("license_server.offline_key_path", "/api/v1/users/joan", "config.path_taken"),
        ("trial.portal_url", "nonsense", "config.bad_link"),
        ("server.security_contact", "nonsense", "config.bad_contact"),
        ("server.security_contact", "http://example.com/report", "config.bad_contact"),
        ("server.security_contact", "https://example.com/report now", "config.bad_contact"),
        ("passwords.organisation_regex", "(?:a?){100001}", "config.bad_rule"),
        ("server.allowed_hosts", "*", "config.bad_host"),
        ("server.allowed_hosts", "https://accounts.example.com", "config.bad_host"),
        ("server.allowed_hosts", "accounts.example.com:8081", "config.bad_host"),
    ] {
        let loaded = load(&flags(&[(option, value)]), Vec::new()).unwrap();
        let refusals = check(&loaded.config);
        let codes: Vec<&str> = refusals.iter().map(|refusal| refusal.code).collect();
        assert_eq!(codes, [expected], "{option} = {value}");
        let told = explain(&refusals, Text::new(Language::En));
        assert!(told.contains(option) && told.contains("hint: "), "{told}");
    }
}

#[test]
fn values_that_are_unusual_and_right_are_accepted() {
    for (option, value) in [
        ("server.log_filter", "off"),
        ("server.log_filter", "seatwarden=debug,request=info"),
        ("server.log_filter", "INFO,seatwarden::accounts"),
        ("server.log_filter", ""),
        ("license.server_url", "https://license.vendor.example:8443/"),
        ("license.server_url", "http://127.0.0.1:8081"),
        ("license.proxy", "none"),
        ("license.proxy", "proxy.example:3128"),
        ("license.proxy", "http://joan:secret@proxy.example:3128"),
        ("license_server.offline_key_path", "/api/offline-license"),
        ("trial.portal_url", "https://portal.example.com/buy?from=trial"),
        ("server.security_contact", "security@example.com"),
        ("server.security_contact", "https://example.com/report"),
        ("server.allowed_hosts", "accounts.example.com, [2001:db8::1], 192.0.2.7"),
        ("passwords.organisation_regex", "/^(?=.*[A-Z])(?=.*\\d).{8,}$/"),
    ] {
        let loaded = load(&flags(&[(option, value)]), Vec::new()).unwrap();
        assert_eq!(codes(&loaded.config), [""; 0], "{option} = {value}");
    }
}

#[test]
fn a_proxy_is_refused_without_its_password() {
    let refusals = read(&flags(&[("license.proxy", "socks5://joan:hunter2@proxy.example")]), Vec::new());

    let told = explain(&refusals.unwrap_err(), Text::new(Language::En));

    assert!(told.contains("socks5://proxy.example") && !told.contains("hunter2"), "{told}");
}

/// What the check of a start says of these values, with an empty data folder.
fn readied(folder: &std::path::Path, values: &[(&str, &str)]) -> String {
    let data_dir = folder.join("data").display().to_string();
    let mut all = vec![("server.data_dir", data_dir.as_str())];
    all.extend(values);
    match read_ready(&flags(&all), Vec::new()) {
        Ok(_) => String::new(),
        Err(refusals) => explain(&refusals, Text::new(Language::En)),
    }
}

#[test]
fn what_is_named_and_not_there_is_refused_with_its_option_and_path() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file").display().to_string();
    fs::write(&file, "no certificate\n").unwrap();
    let smtp = [("mail.transport", "smtp"), ("mail.smtp_host", "a"), ("mail.from_address", "a@b.example")];
    let tls = [("tls.address", "127.0.0.1:0"), ("tls.certificate_file", ""), ("tls.key_file", "")];
    for (others, option, path) in [
        (&[][..], "passwords.blocklist_file", "/nowhere"),
        (&[], "server.place_database", "/nowhere"),
        (&[], "server.place_database", &file),
        (&[], "license.ca_file", "/nowhere"),
        (&[], "license.ca_file", &file),
        (&smtp, "mail.smtp_certificate_authority_file", "/nowhere"),
        (&smtp, "mail.smtp_certificate_authority_file", &file),
        (&[("mail.transport", "folder")], "mail.folder", &file),
        (&[], "secrets.directory", &file),
    ] {
        let mut values = others.to_vec();
        values.push((option, path));
        let told = readied(folder.path(), &values);
        assert!(told.contains(&format!("`{option}`")) && told.contains(path), "{option}: {told}");
        assert_eq!((told.matches("error: ").count(), told.matches("hint: ").count()), (1, 1), "{told}");
    }
    let tls_of = |path| readied(folder.path(), &[tls[0], (tls[1].0, path), (tls[2].0, path)]);
    for path in ["/nowhere", &file] {
        let told = tls_of(path);
        assert!(told.contains("`tls.certificate_file`") && told.contains("`tls.key_file`"), "{told}");
    }
    assert!(readied(folder.path(), &[("database.url", "nonsense:hunter2")]).contains("`database.url`"));
    assert!(!readied(folder.path(), &[("database.url", "nonsense:hunter2")]).contains("hunter2"));
    assert_eq!(readied(folder.path(), &[("database.url", "postgres://a:b@localhost/c")]), "");
    assert!(!folder.path().join("data").exists(), "looking makes nothing");
}

#[test]
fn keys_that_cannot_be_opened_are_told_once_with_their_path() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys");
    for name in crate::keys::FILES {
        // A loop of links cannot be opened by anybody.
        fs::create_dir_all(&keys).unwrap();
        std::os::unix::fs::symlink(name, keys.join(name)).unwrap();
    }

    let told = readied(folder.path(), &[("secrets.directory", &keys.display().to_string())]);

    assert!(told.contains("`secrets.directory`") && told.contains("keys/forms.key"), "{told}");
    assert_eq!(told.matches("error: ").count(), 1, "{told}");
}

#[test]
fn certificates_and_keys_that_belong_together_are_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| {
        let path = folder.path().join(name).display().to_string();
        fs::write(&path, text).unwrap();
        path
    };
    let pair = || rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (own, other) = (pair(), pair());
    let chain = write("chain.pem", own.cert.pem());
    let key = write("key.pem", own.signing_key.serialize_pem());
    let stranger = write("stranger.pem", other.signing_key.serialize_pem());
    let with_key = |key: &str| {
        let values =
            [("tls.address", "127.0.0.1:0"), ("tls.certificate_file", chain.as_str()), ("tls.key_file", key)];
        readied(folder.path(), &values)
    };

    assert_eq!(with_key(&key), "");
    assert!(with_key(&stranger).contains("does not belong to the certificate"), "{}", with_key(&stranger));
    assert_eq!(readied(folder.path(), &[("license.ca_file", &chain)]), "");
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
fn the_small_program_knows_the_same_sections_and_options_of_the_license() {
    use seatwarden_activate::command::{Form as Small, OPTIONS, SECTIONS};
    let config = Config::default();
    let sections: Vec<&str> = config.sections().iter().map(|section| section.name()).collect();
    let settings = config.license.settings();
    let ours: Vec<(&str, Form)> = settings.iter().map(|setting| (setting.key, setting.form)).collect();
    let theirs = OPTIONS.map(|(key, form)| {
        let form = match form {
            Small::Text => Form::Text,
            Small::Secret => Form::Secret,
            Small::Number(least, most) => Form::Number { least, most },
            Small::OneOf(words) => Form::OneOf(words),
        };
        (key, form)
    });

    assert_eq!((sections, ours), (SECTIONS.to_vec(), theirs.to_vec()));
}

#[test]
fn only_our_variables_are_read() {
    assert!(environment().iter().all(|(name, _)| name.starts_with("SEATWARDEN_")));
    let of = ["SEATWARDEN_SERVER__ADDRESS", "SEATWARDEN_TYPO", "SEATWARDEN_LANGUAGE", "LANG"];
    assert_eq!(of.map(super::is_option), [true, true, false, false]);
}

#[test]
fn a_secret_is_never_printed() {
    let loaded = load(&flags(&[("database.url", "postgres://a:hunter2@b/c")]), Vec::new()).unwrap();

    assert!(print(&loaded).contains("url = \"[secret]\"  # --flag"));
    assert!(!format!("{}{loaded:?}", print(&loaded)).contains("hunter2"));
    let proxy = load(&flags(&[("license.proxy", "http://a:hunter2@p:1")]), Vec::new()).unwrap();
    assert!(print(&proxy).contains("proxy = \"http://[secret]@p:1\""), "{}", print(&proxy));
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
