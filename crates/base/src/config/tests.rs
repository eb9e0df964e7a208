//! A configuration is filled in order, and tells all that is wrong with it.

use super::{File, Loaded, Origin, Sources, load, print, reference_markdown};
use crate::{Refusal, choice, config, secret::Secret, section};

choice! {
    /// How it is sent.
    enum Transport {
        /// Not at all.
        None = "none",
        /// By SMTP.
        Smtp = "smtp",
    }
}

section! {
    /// A room.
    struct PostConfig in "post" {
        /// Where it goes,
        /// and more.
        address: String = "here".into(),
        /// In seconds.
        timeout_seconds: u32 = 20 => 1..=100,
        /// On or off.
        enabled: bool = true,
        /// Many.
        hosts: Vec<String> = Vec::new(),
        /// Hidden.
        password: Secret = Secret::default(),
        /// One of some.
        transport: Transport = Transport::default(),
    }
}

config! {
    /// All.
    struct Sample {
        /// The post.
        post: PostConfig,
    }
}

fn sources(file: &str, environment: &[(&str, &str)], flags: &[(&str, &str, &str)]) -> Sources {
    Sources {
        file: Some(File { name: "seatwarden.toml".into(), text: file.into() }),
        environment: environment.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect(),
        flags: flags
            .iter()
            .map(|(flag, key, value)| ((*flag).into(), (*key).into(), (*value).into()))
            .collect(),
    }
}

fn loaded(file: &str, environment: &[(&str, &str)], flags: &[(&str, &str, &str)]) -> Loaded<Sample> {
    load(&sources(file, environment, flags)).unwrap()
}

fn refused(file: &str, environment: &[(&str, &str)]) -> Vec<Refusal> {
    load::<Sample>(&sources(file, environment, &[])).unwrap_err()
}

fn value<'a>(refusal: &'a Refusal, name: &str) -> &'a str {
    refusal.values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

#[test]
fn a_later_source_wins_over_an_earlier_one() {
    let file = "[post]\naddress = 'file'\ntimeout_seconds = 1_0\nhosts = ['a', 'b']\ntransport = 'smtp'\n";
    let environment = [
        ("SEATWARDEN_POST__ADDRESS", "environment"),
        ("SEATWARDEN_POST__ENABLED", "false"),
        ("PATH", "/bin"),
        ("SEATWARDEN_POST__HOSTS", "c, d"),
    ];

    let loaded = loaded(file, &environment, &[("--address", "post.address", "flag")]);

    let post = &loaded.config.post;
    assert_eq!((post.address.as_str(), post.timeout_seconds, post.enabled), ("flag", 10, false));
    assert_eq!((post.hosts.join("+").as_str(), post.transport), ("c+d", Transport::Smtp));
    assert_eq!(*loaded.origin("post.address"), Origin::Flag("--address".into()));
    assert_eq!(*loaded.origin("post.timeout_seconds"), Origin::File("seatwarden.toml:3".into()));
    assert_eq!(*loaded.origin("post.enabled"), Origin::Environment("SEATWARDEN_POST__ENABLED".into()));
    assert_eq!(*loaded.origin("post.password"), Origin::Default);
}

#[test]
fn an_unknown_name_is_refused_with_a_hint() {
    let refusals = refused(
        "[post]\nadress = 'x'\n[pots]\na = 1\n[elsewhere]\n",
        &[("SEATWARDEN_POST_ADDRESS", "x"), ("SEATWARDEN_POST__TIMEOUT", "1"), ("SEATWARDEN_XYZ__ABC", "1")],
    );

    let mut told: Vec<(&str, &str, &str)> = refusals
        .iter()
        .map(|refusal| (refusal.code, value(refusal, "source"), value(refusal, "hint")))
        .collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            ("config.unknown_key", "SEATWARDEN_POST_ADDRESS", "SEATWARDEN_POST__ADDRESS"),
            ("config.unknown_key", "SEATWARDEN_POST__TIMEOUT", "none"),
            ("config.unknown_key", "SEATWARDEN_XYZ__ABC", "none"),
            ("config.unknown_key", "seatwarden.toml:2", "post.address"),
            ("config.unknown_section", "seatwarden.toml:3", "post"),
            ("config.unknown_section", "seatwarden.toml:5", "none"),
        ]
    );
}

#[test]
fn a_value_of_the_wrong_form_names_its_place_and_the_form() {
    let file =
        "[post]\naddress = 5\ntimeout_seconds = 101\nenabled = 'yes'\nhosts = 'a'\ntransport = 'pigeon'\n";

    let mut refusals = refused(file, &[("SEATWARDEN_POST__TIMEOUT_SECONDS", "-1")]);

    refusals.sort_by(|one, other| value(one, "source").cmp(value(other, "source")));
    let told: Vec<(&str, &str)> =
        refusals.iter().map(|refusal| (value(refusal, "source"), value(refusal, "form"))).collect();
    assert_eq!(
        told,
        [
            ("SEATWARDEN_POST__TIMEOUT_SECONDS", "number"),
            ("seatwarden.toml:2", "text"),
            ("seatwarden.toml:3", "number"),
            ("seatwarden.toml:4", "switch"),
            ("seatwarden.toml:5", "list"),
            ("seatwarden.toml:6", "choice"),
        ]
    );
    assert_eq!((value(&refusals[0], "least"), value(&refusals[0], "most")), ("1", "100"));
    assert_eq!(value(&refusals[5], "choices"), "`none`, `smtp`");
}

#[test]
fn a_broken_file_names_the_line() {
    let refusals = refused("[post]\naddress = = 1\n", &[]);

    assert_eq!((refusals[0].code, value(&refusals[0], "source")), ("config.bad_file", "seatwarden.toml:2"));
}

#[test]
fn a_secret_can_come_from_a_file_and_is_never_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("password");
    std::fs::write(&path, "hunter2\n").unwrap();
    let file = format!("[post]\npassword_file = '{}'\n", path.display());

    let loaded = loaded(&file, &[], &[]);

    assert_eq!(loaded.config.post.password.reveal(), "hunter2");
    assert!(print(&loaded).contains("password = \"[secret]\"  # seatwarden.toml:2"));
    assert!(!format!("{loaded:?}{}", print(&loaded)).contains("hunter2"));
}

#[test]
fn a_secret_that_is_unclear_is_refused() {
    let twice = refused("[post]\npassword = 'a'\npassword_file = '/nowhere/x'\n", &[]);
    let hidden = refused("[post]\npassword = '[secret]'\n", &[]);
    let in_environment =
        refused("", &[("SEATWARDEN_POST__PASSWORD", "a"), ("SEATWARDEN_POST__PASSWORD_FILE", "/nowhere/x")]);

    let codes = |refusals: &[Refusal]| refusals.iter().map(|refusal| refusal.code).collect::<Vec<_>>();
    assert_eq!(codes(&twice), ["config.secret_twice", "config.secret_file"]);
    assert_eq!(codes(&hidden), ["config.hidden_secret"]);
    assert_eq!(codes(&in_environment), ["config.secret_twice", "config.secret_file"]);
}

#[test]
fn what_is_printed_is_a_file_that_gives_the_same_values() {
    let first = loaded("[post]\naddress = \"a \\\"b\\\" \\n\"\nhosts = ['x']\n", &[], &[]);

    let again = loaded(&print(&first), &[], &[]);

    assert_eq!(format!("{:?}", first.config), format!("{:?}", again.config));
    assert!(print(&first).contains("# Where it goes,\n# and more.\naddress ="));
}

#[test]
fn the_reference_names_every_option_with_its_default() {
    let page = reference_markdown::<Sample>();

    for expected in
        ["## `[post]`", "### `timeout_seconds`", "`20`", "1 to 100", "SEATWARDEN_POST__PASSWORD_FILE"]
    {
        assert!(page.contains(expected), "{expected}");
    }
}
