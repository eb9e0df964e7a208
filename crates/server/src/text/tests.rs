//! What people read, in every language.

use seatwarden_base::{Kind, Refusal};

use super::{Language, Text};

/// 21 November 2026, 14:05:09 UTC.
const AT_MS: i64 = 1_795_269_909_000;

fn text(language: Language) -> Text {
    Text::new(language)
}

#[test]
fn a_date_is_written_as_its_reader_writes_it() {
    let told: Vec<String> =
        Language::ALL.into_iter().map(|language| text(language).date_time(AT_MS)).collect();

    assert_eq!(
        told[..4],
        [
            "21 November 2026, 14:05 UTC",
            "21. November 2026, 14:05 Uhr UTC",
            "21 novembre 2026 à 14:05 UTC",
            "21 de noviembre de 2026, 14:05 UTC",
        ]
    );
    assert!(told[4].contains("בנובמבר") && told[4].contains("2026"), "{}", told[4]);
    assert_eq!(text(Language::Fr).date(1_767_225_600_000), "1er janvier 2026");
    assert_eq!(text(Language::En).date(-1), "31 December 1969");
}

#[test]
fn how_long_ago_is_told_with_the_right_plural() {
    let ago = |language, seconds: i64| text(language).ago(AT_MS - seconds * 1000, AT_MS);

    assert_eq!(ago(Language::En, 59), "just now");
    assert_eq!(ago(Language::En, -300), "just now");
    assert_eq!(ago(Language::En, 60), "1 minute ago");
    assert_eq!(ago(Language::En, 200), "3 minutes ago");
    assert_eq!(ago(Language::De, 86_400 * 2), "vor 2 Tagen");
    assert_eq!(ago(Language::Es, 3600), "hace 1 hora");
    assert_eq!(ago(Language::He, 7200), "לפני שעתיים");
    assert_eq!(ago(Language::En, 86_400 * 30), "22 October 2026");
}

#[test]
fn a_duration_is_told_in_the_largest_unit_without_a_rest() {
    assert_eq!(text(Language::En).duration(1800), "30 minutes");
    assert_eq!(text(Language::En).duration(5400), "90 minutes");
    assert_eq!(text(Language::De).duration(86_400), "1 Tag");
    assert_eq!(text(Language::Fr).duration(0), "0 seconde");
}

#[test]
fn numbers_are_grouped_as_the_language_does() {
    let told: Vec<String> =
        Language::ALL.into_iter().map(|language| text(language).number(-1_234_567)).collect();

    assert_eq!(told, ["-1,234,567", "-1.234.567", "-1\u{202f}234\u{202f}567", "-1.234.567", "-1,234,567"]);
    assert_eq!(text(Language::Es).number(1234), "1234");
    assert_eq!(text(Language::En).common_minutes(1000), "1,000 minutes");
}

#[test]
fn only_a_right_to_left_text_isolates_its_values() {
    assert!(!text(Language::En).common_minutes(5).contains('\u{2068}'));
    assert!(text(Language::He).common_minutes(5).contains("\u{2068}5\u{2069}"));
}

#[test]
fn a_language_is_read_from_any_usual_id() {
    for (id, expected) in [
        ("en-US", Some(Language::En)),
        ("DE_at", Some(Language::De)),
        ("es-AR", Some(Language::Es)),
        (" he-IL ", Some(Language::He)),
        ("iw", Some(Language::He)),
        ("tr-TR", None),
        ("", None),
        ("english", None),
    ] {
        assert_eq!(Language::parse(id), expected, "{id}");
    }
    for language in Language::ALL {
        assert_eq!(Language::parse(language.locale()), Some(language));
        assert_eq!(Language::ALL[language as usize], language);
    }
}

#[test]
fn the_best_language_of_a_header_wins() {
    for (header, expected) in [
        ("fr-CH, fr;q=0.9, en;q=0.8", Some(Language::Fr)),
        ("tr, en;q=0.5, de;q=0.7", Some(Language::De)),
        ("de;q=0, es;q=0.1", Some(Language::Es)),
        ("tr;q=1, *;q=0.5", None),
        ("de;q=x, ;;;, en", Some(Language::En)),
        ("", None),
    ] {
        assert_eq!(Language::negotiate(header), expected, "{header}");
    }
    assert_eq!(Language::negotiate(&format!("de,{}", "x,".repeat(100_000))), Some(Language::De));
    assert_eq!(Language::negotiate(&"é".repeat(1000)), None);
}

#[test]
fn a_refusal_tells_its_values_and_what_to_do_next() {
    let refusal = Refusal::new(Kind::Invalid, "config.unknown_section")
        .with("section", "1000")
        .with("source", "seatwarden.toml:3")
        .with("hint", "server");

    let (message, next) = text(Language::En).refusal(&refusal);

    assert!(message.contains("`1000`") && message.contains("seatwarden.toml:3"), "{message}");
    assert!(next.is_some_and(|next| next.contains("`server`")));
}

#[test]
fn a_refusal_without_a_text_still_shows_its_code() {
    let (message, next) = text(Language::De).refusal(&Refusal::new(Kind::Invalid, "nowhere.told"));

    assert_eq!((message.as_str(), next), ("nowhere-told", None));
}

#[test]
fn at_the_host_a_command_is_advised_and_no_page() {
    for language in Language::ALL {
        for code in ["packages.unknown", "organisations.unknown", "downloads.unknown"] {
            let refusal = Refusal::new(Kind::NotFound, code);
            let (message, next) = text(language).refusal(&refusal);

            let at_host = text(language).refusal_at_host(&refusal);

            assert_eq!(at_host.0, message);
            assert_ne!(at_host.1, next);
            assert!(at_host.1.is_some_and(|advice| advice.contains("`seatwarden license ")), "{code}");
        }
        let other = Refusal::new(Kind::NotFound, "users.unknown");
        assert_eq!(text(language).refusal_at_host(&other), text(language).refusal(&other));
    }
}
