//! Tests of `rules.rs`.

use proptest::prelude::*;

use super::*;

const GOOD: &str = "violet-otter-mends";

fn refused(policy: &Policy, password: &str) -> Option<Refusal> {
    let context = Context::new().with_email("annabelle@globex.example");
    let verdict = check(policy, &Blocklist::embedded(), &Secret::new(password), &context, "new_password");
    let refusal = verdict.err()?.refusal()?.clone();
    assert_eq!(refusal.field, Some("new_password"));
    Some(Refusal { field: None, ..refusal })
}

fn code(password: &str) -> Option<&'static str> {
    refused(&Policy::default(), password).map(|refusal| refusal.code)
}

#[test]
fn a_good_password_passes() {
    assert_eq!(refused(&Policy::default(), GOOD), None);
}

#[test]
fn the_length_is_counted_in_code_points_and_the_refusal_says_the_numbers() {
    assert_eq!(refused(&Policy::default(), "vörtexq"), Some(TOO_SHORT.with("minimum", 8).with("actual", 7)));
    assert_eq!(code("vo\u{308}rtexq"), Some("passwords.too_short"));
    assert_eq!(code("vörtexqz"), None);
    assert_eq!(refused(&Policy::default(), &"é-".repeat(129)), Some(TOO_LONG.with("maximum", 256)));
}

#[test]
fn every_printable_character_and_every_script_is_accepted() {
    for password in ["  two  spaces  ", "🦦🕰️🔧🦊🌧️🚲📎🎻", "גשם כחול בסתיו", "!\"#%&'()*,-./:;<=>?"]
    {
        assert_eq!(code(password), None, "{password}");
    }
}

#[test]
fn nothing_is_asked_about_kinds_of_characters() {
    for password in ["violetottermends", "VIOLETOTTERMENDS", "592038471650384"] {
        assert_eq!(code(password), None, "{password}");
    }
}

#[test]
fn each_rule_names_itself() {
    assert_eq!(code("password1!"), Some("passwords.common"));
    assert_eq!(refused(&Policy::default(), "Annabelle2026"), Some(CONTEXT_WORD.with("kind", "email")));
    assert_eq!(code("zzzzzzzzzzzzzzzz"), Some("passwords.repeats_or_sequences"));
    let blocklist = Blocklist::with_lines(GOOD).unwrap();
    let error =
        check(&Policy::default(), &blocklist, &Secret::new(GOOD), &Context::new(), "password").unwrap_err();
    assert!(error.is(&FORBIDDEN));
}

#[test]
fn a_password_from_a_breach_is_named_as_such() {
    assert_eq!(code("06071987a"), Some("passwords.breached"));
}

#[test]
fn the_blocklist_can_be_switched_off() {
    let policy = Policy { blocklist: false, ..Policy::default() };

    assert_eq!(refused(&policy, "password1!"), None);
}

#[test]
fn the_nist_preset_asks_for_15_alone_and_8_with_an_enforced_second_factor() {
    let policy = Policy { preset: Preset::Nist, ..Policy::default() };
    let alone = Context::new();
    let guarded = Context::new().second_factor_enforced(true);
    let longer = Policy { minimum_length: 20, ..policy.clone() };

    assert_eq!((policy.minimum_for(&alone), policy.minimum_for(&guarded)), (15, 8));
    assert_eq!((longer.minimum_for(&alone), longer.minimum_for(&guarded)), (20, 20));
    assert_eq!(Policy::default().minimum_for(&alone), 8);
}

#[test]
fn a_minimum_below_8_or_above_64_is_refused() {
    for (minimum_length, fits) in [(0, false), (7, false), (8, true), (64, true), (65, false)] {
        let policy = Policy { minimum_length, ..Policy::default() };

        assert_eq!(policy.check().is_ok(), fits, "{minimum_length}");
    }
    let policy = Policy { minimum_length: 0, ..Policy::default() };
    assert!(policy.check().unwrap_err().is(&BAD_MINIMUM));
    assert_eq!(policy.minimum_for(&Context::new()), 8);
}

#[test]
fn the_organisations_rule_speaks_in_its_own_words() {
    let rule = OrganisationRule::new(r"^(?=.*\d).{8,}$", " Put a digit in. ").unwrap();
    let policy = Policy { organisation: Some(rule), ..Policy::default() };
    let wordless = OrganisationRule::new(r"\d", " ").unwrap();
    let wordless = Policy { organisation: Some(wordless), ..Policy::default() };

    assert_eq!(refused(&policy, GOOD), Some(ORGANISATION_RULE.with("message", "Put a digit in.")));
    assert_eq!(refused(&policy, "violet-otter-5-mends"), None);
    assert_eq!(refused(&wordless, GOOD), Some(ORGANISATION_PATTERN));
}

#[test]
fn repeats_and_sequences_are_found_and_nothing_like_them() {
    for password in ["aaaaaaaa", "abcabcabcabc", "xyxyxyxyx", "23456789012345", "zyxwvutsrqponml", "ABCDefgh"]
    {
        assert!(is_repeat_or_sequence(password), "{password}");
    }
    for password in ["", "a", "aab", "abcd1", "abcdeabcde", "violet"] {
        assert!(!is_repeat_or_sequence(password), "{password}");
    }
}

#[test]
fn the_live_view_tells_every_rule() {
    let rule = OrganisationRule::new(r"\d", "Put a digit in.").unwrap();
    let policy = Policy { organisation: Some(rule), ..Policy::default() };
    let states = |password: &str| -> Vec<(&'static str, bool)> {
        let password = Secret::new(password);
        strength(&policy, &Blocklist::embedded(), &password, &Context::new())
            .unwrap()
            .into_iter()
            .map(|rule| (rule.refusal.code.trim_start_matches("passwords."), rule.met))
            .collect()
    };

    assert_eq!(
        states(GOOD),
        [
            ("too_short", true),
            ("too_long", true),
            ("context_word", true),
            ("repeats_or_sequences", true),
            ("common", true),
            ("organisation_rule", false),
        ]
    );
    assert_eq!(states("").iter().filter(|(_, met)| *met).count(), 1);
    assert_eq!(states(&"é-".repeat(129)), [("too_long", false)]);
}

proptest! {
    #[test]
    fn no_password_makes_it_panic(password in any::<String>()) {
        let _ = refused(&Policy::default(), &password);
    }

    #[test]
    fn a_password_is_refused_exactly_if_a_rule_is_unmet(password in "\\PC{0,40}") {
        let secret = Secret::new(password);
        let context = Context::new();
        let blocklist = Blocklist::embedded();
        let states = strength(&Policy::default(), &blocklist, &secret, &context).unwrap();
        let verdict = check(&Policy::default(), &blocklist, &secret, &context, "password");
        prop_assert_eq!(verdict.is_ok(), states.iter().all(|rule| rule.met));
    }
}
