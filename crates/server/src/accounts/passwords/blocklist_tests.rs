//! Tests of `blocklist.rs` and of the fingerprint file that ships.

use data_encoding::BASE64_NOPAD;
use proptest::prelude::*;
use seatwarden_base::random::Random;

use super::*;

fn listed(password: &str) -> Option<Found> {
    Blocklist::embedded().find(password)
}

#[test]
fn the_file_that_ships_is_well_formed_and_under_a_megabyte() {
    assert_eq!(EMBEDDED[..4], MAGIC);
    assert!(EMBEDDED.len() < 1_000_000);
    let mut bytes = MAGIC.len() + 3 * INDEX_BYTES;
    for section in [Section::Common, Section::Breached, Section::Md5] {
        for first in 0..256 {
            let (entries, rest) = bucket(EMBEDDED, section as usize, first).unwrap().as_chunks::<4>();
            assert!(entries.is_sorted() && rest.is_empty());
        }
        bytes += bucket_end(EMBEDDED, section as usize, 255).unwrap() * ENTRY_BYTES;
    }
    assert_eq!(EMBEDDED.len(), bytes);
}

#[test]
fn it_holds_far_more_entries_than_asvs_asks_for() {
    assert!(bucket_end(EMBEDDED, Section::Common as usize, 255).unwrap() >= 3_000);
    assert!(bucket_end(EMBEDDED, Section::Breached as usize, 255).unwrap() >= 100_000);
    assert!(bucket_end(EMBEDDED, Section::Md5 as usize, 255).unwrap() >= 50_000);
}

#[test]
fn the_passwords_that_everybody_tries_are_listed() {
    for password in ["password", "12345678", "iloveyou", "qwertyuiop", "sunshine", "trustno1", "1qaz2wsx"] {
        assert_eq!(listed(password), Some(Found::Common), "{password}");
    }
}

#[test]
fn trivial_variants_are_caught() {
    for password in [
        "PASSWORD",
        "Password1!",
        "P@ssw0rd",
        "P4$$w0rd2026!",
        "!!sunshine",
        "Dragon2026!",
        "passwordpassword",
        "1L0vey0u",
    ] {
        assert!(listed(password).is_some(), "{password}");
    }
}

#[test]
fn passwords_that_nobody_listed_pass() {
    for password in [
        "correct horse battery staple wardrobe",
        "Tm7#vQ-kd2Lx",
        "violet-otter-mends-clocks",
        "grüne Wolken über Salzburg",
        "נמלה כתומה רוקדת",
    ] {
        assert_eq!(listed(password), None, "{password}");
    }
}

#[test]
fn random_passwords_are_not_mistaken_for_listed_ones() {
    let random = Random::seeded(7);

    let mistaken =
        (0..5_000).filter(|_| listed(&BASE64_NOPAD.encode(&random.bytes::<9>().unwrap())).is_some()).count();

    assert_eq!(mistaken, 0);
}

#[test]
fn the_md5_of_a_listed_password_is_recognised() {
    for password in ["123456", "password", "Password1", "Qwerty123", "dragon", "sunshine1!"] {
        assert!(Blocklist::embedded().knows_md5(&Md5Hex::of_password(password)), "{password}");
    }
    assert!(!Blocklist::embedded().knows_md5(&Md5Hex::of_password("violet-otter-mends-clocks")));
}

#[test]
fn what_is_written_is_found_and_nothing_else() {
    let entries = |from: u16, to: u16| (from..to).map(|number| fingerprint(&number.to_string())).collect();
    let file = write([entries(0, 500), entries(500, 600), Vec::new()]);

    for number in 0..700_u16 {
        let entry = fingerprint(&number.to_string());
        assert_eq!(contains(&file, Section::Common, entry), number < 500);
        assert_eq!(contains(&file, Section::Breached, entry), (500..600).contains(&number));
        assert!(!contains(&file, Section::Md5, entry));
    }
}

#[test]
fn an_operators_file_adds_passwords() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forbidden.txt");
    std::fs::write(&path, "\u{feff}Violet-Otter-Mends-Clocks\r\n\nbluebadger\n").unwrap();

    let blocklist = Blocklist::with_file(&path).unwrap();

    assert_eq!(blocklist.forbidden.len(), 2);
    assert_eq!(blocklist.find("violet-otter-mends-clocks"), Some(Found::Forbidden));
    assert_eq!(blocklist.find("BlueBadger77"), Some(Found::Forbidden));
    assert_eq!(blocklist.find("password"), Some(Found::Common));
    assert_eq!(blocklist.find("Tm7#vQ-kd2Lx"), None);
    assert_eq!(format!("{blocklist:?}"), "Blocklist(2 passwords of the operator)");
}

#[test]
fn a_missing_or_unreadable_file_is_a_fault_and_a_huge_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forbidden.txt");

    assert!(Blocklist::with_file(&path).unwrap_err().refusal().is_none());
    std::fs::write(&path, [0xff, 0xfe]).unwrap();
    assert!(Blocklist::with_file(&path).unwrap_err().refusal().is_none());
    std::fs::write(&path, "x".repeat(LIST_BYTES_MAX + 1)).unwrap();
    assert!(Blocklist::with_file(&path).unwrap_err().is(&LIST_TOO_LARGE));
    assert!(Blocklist::with_lines(&"x\n".repeat(LIST_LINES_MAX + 1)).unwrap_err().is(&LIST_TOO_LARGE));
}

proptest! {
    #[test]
    fn no_password_makes_it_panic(password in any::<String>()) {
        let _ = listed(&password);
    }

    #[test]
    fn a_damaged_file_makes_it_find_nothing_wrong(
        file in prop::collection::vec(any::<u8>(), 0..8000),
        entry in any::<[u8; FINGERPRINT_BYTES]>(),
    ) {
        let _ = contains(&file, Section::Md5, entry);
    }

    #[test]
    fn every_variant_of_a_forbidden_word_is_found(
        word in "[a-z]{4,20}",
        before in "[0-9!.#]{0,6}",
        after in "[0-9!.#]{0,6}",
    ) {
        let blocklist = Blocklist::with_lines(&word).unwrap();
        let password = format!("{before}{}{after}", word.to_uppercase());
        prop_assert_eq!(blocklist.find(&password), Some(Found::Forbidden));
    }
}
