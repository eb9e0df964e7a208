//! The organisation's own rule for new passwords: a regular expression and a text, as
//! existing installations have them. The expression is in JavaScript's syntax.

use std::fmt::{self, Write};
use std::sync::Arc;

use fancy_regex::{Regex, RegexBuilder};
use regex_syntax::{
    ParserBuilder,
    hir::{Hir, HirKind, Look},
};
use seatwarden_base::{Kind, Refusal, Result};

use super::scheme::MAXIMUM_LENGTH;

/// The pattern cannot be used; value `why` (`long`: over `maximum` characters; `rounds`: it repeats too much;
/// `unreadable`: `reason` says more, in the English words of the library that reads it).
pub const BAD_PATTERN: Refusal = Refusal::new(Kind::Invalid, "passwords.bad_pattern");
/// The text shown with the rule is longer than 500 characters; value `maximum`.
pub const MESSAGE_TOO_LONG: Refusal = Refusal::new(Kind::Invalid, "passwords.message_too_long");

/// The pattern needs too much work with some passwords.
pub const SLOW_PATTERN: Refusal = Refusal::new(Kind::Invalid, "passwords.slow_pattern");

/// No password that is long enough matches the pattern; value `minimum`.
pub const IMPOSSIBLE_PATTERN: Refusal = Refusal::new(Kind::Invalid, "passwords.impossible_pattern");

/// Longest pattern, in characters.
pub const PATTERN_LENGTH_MAX: usize = 500;
/// Longest text, in characters.
pub const MESSAGE_LENGTH_MAX: usize = 500;
/// Longest reason of a refusal, in characters.
const REASON_LENGTH_MAX: usize = 200;
/// How long the passwords are that a new pattern is tried with, in characters.
const SAMPLE_LENGTH: usize = 100;
/// How often the search may step back before it gives up.
const BACKTRACK_MAX: usize = 20_000;
/// Most rounds that all counted repetitions of a pattern may make, multiplied: the search's own
/// limit does not count rounds that take no character.
const ROUNDS_MAX: u64 = 100_000;
/// Most memory of a compiled part of a pattern, in bytes.
const COMPILED_BYTES_MAX: usize = 1024 * 1024;

/// A pattern that new passwords must match somewhere, and what to say if they do not.
#[derive(Clone)]
pub struct OrganisationRule {
    pattern: String,
    message: String,
    regex: Arc<Regex>,
}

impl OrganisationRule {
    /// Reads a pattern in JavaScript's syntax, plain or as `/…/` with the flags `i`, `m`, `s`,
    /// `u`, and the text to show, which may be empty. Anchors, look-ahead, look-behind and
    /// back-references work; `\d` and `\w` mean ASCII, as there.
    pub fn new(pattern: &str, message: &str) -> Result<Self> {
        if pattern.chars().count() > PATTERN_LENGTH_MAX {
            return Err(bad_pattern("long", "").into());
        }
        if message.chars().count() > MESSAGE_LENGTH_MAX {
            return Err(MESSAGE_TOO_LONG.with("maximum", MESSAGE_LENGTH_MAX).into());
        }
        let (body, flags) = literal(pattern);
        if rounds(body) > ROUNDS_MAX {
            return Err(bad_pattern("rounds", "").into());
        }
        let regex = RegexBuilder::new(&translated(body))
            .case_insensitive(flags.contains('i'))
            .multi_line(flags.contains('m'))
            .dot_matches_new_line(flags.contains('s'))
            .backtrack_limit(BACKTRACK_MAX)
            .delegate_size_limit(COMPILED_BYTES_MAX)
            .delegate_dfa_size_limit(COMPILED_BYTES_MAX)
            .build()
            .map_err(|error| {
                let reason: String = error.to_string().chars().take(REASON_LENGTH_MAX).collect();
                bad_pattern("unreadable", &reason)
            })?;
        Ok(Self { pattern: pattern.to_owned(), message: message.trim().to_owned(), regex: Arc::new(regex) })
    }

    /// The pattern as it was given.
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// The organisation's text without outer blanks; may be empty.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Refuses with [`SLOW_PATTERN`] a pattern whose search runs into its limit with an ordinary long password:
    /// nobody who has such a one could use it.
    pub fn check_speed(&self) -> Result<()> {
        let samples = ["a", "A", "0", "aA0!", " ", "é", "abc def-", "!"];
        let is_slow = samples.iter().any(|sample| {
            let long: String = sample.chars().cycle().take(SAMPLE_LENGTH).collect();
            // Most of the work is done for what does not match at its very end.
            [long.clone(), long.clone() + "\u{1}", long + "!"]
                .iter()
                .any(|text| self.regex.is_match(text).is_err())
        });
        if is_slow { Err(SLOW_PATTERN.into()) } else { Ok(()) }
    }

    /// Refuses with [`IMPOSSIBLE_PATTERN`] a pattern that certainly lets no password of at least `minimum` characters
    /// through: nobody could choose one any more. A pattern that looks around or back is not judged: whether any text
    /// matches such a one cannot be decided, and that a search for one found none proves nothing. The page's trial shows
    /// what such a pattern does.
    pub fn check_reach(&self, minimum: usize) -> Result<()> {
        let (body, flags) = literal(&self.pattern);
        let read = ParserBuilder::new()
            .case_insensitive(flags.contains('i'))
            .multi_line(flags.contains('m'))
            .dot_matches_new_line(flags.contains('s'))
            .build()
            .parse(&translated(body));
        let Ok(read) = read else { return Ok(()) };
        let is_whole = read.properties().look_set_prefix().contains(Look::Start)
            && read.properties().look_set_suffix().contains(Look::End);
        let is_possible = lengths(&read).is_some_and(|(least, most)| {
            least <= MAXIMUM_LENGTH && (!is_whole || most.is_none_or(|most| most >= minimum))
        });
        if is_possible { Ok(()) } else { Err(IMPOSSIBLE_PATTERN.with("minimum", minimum).into()) }
    }

    /// Whether a password (normalised) matches. A search that runs into its limit counts as
    /// no match: a pattern that asks for too much work must not let a password through.
    pub fn allows(&self, password: &str) -> bool {
        self.regex.is_match(password).unwrap_or(false)
    }
}

impl fmt::Debug for OrganisationRule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "OrganisationRule({:?})", self.pattern)
    }
}

/// The least and the greatest number of characters that a pattern takes, none for any number; none if it takes nothing.
fn lengths(read: &Hir) -> Option<(usize, Option<usize>)> {
    match read.kind() {
        HirKind::Empty | HirKind::Look(_) => Some((0, Some(0))),
        HirKind::Literal(text) => {
            let count = std::str::from_utf8(&text.0).map_or(text.0.len(), |text| text.chars().count());
            Some((count, Some(count)))
        }
        HirKind::Class(class) => (class.minimum_len().is_some()).then_some((1, Some(1))),
        HirKind::Capture(inner) => lengths(&inner.sub),
        HirKind::Repetition(repeated) => {
            let (least, most) = (repeated.min as usize, repeated.max.map(|most| most as usize));
            let Some(inner) = lengths(&repeated.sub) else { return (least == 0).then_some((0, Some(0))) };
            let most = match (inner.1, most) {
                (Some(0), _) => Some(0),
                (Some(inner), Some(most)) => Some(inner.saturating_mul(most)),
                _ => None,
            };
            Some((inner.0.saturating_mul(least), most))
        }
        HirKind::Concat(parts) => in_a_row(parts),
        HirKind::Alternation(ways) => ways
            .iter()
            .filter_map(lengths)
            .reduce(|one, other| (one.0.min(other.0), one.1.zip(other.1).map(|(one, other)| one.max(other)))),
    }
}

/// Nothing comes before the start, and nothing after the end.
fn in_a_row(parts: &[Hir]) -> Option<(usize, Option<usize>)> {
    let (mut least, mut most, mut is_ended) = (0_usize, Some(0_usize), false);
    for part in parts {
        let (part_least, part_most) = lengths(part)?;
        let is = |look| matches!(part.kind(), HirKind::Look(it) if *it == look);
        if (is(Look::Start) && least > 0) || (is_ended && part_least > 0) {
            return None;
        }
        is_ended |= is(Look::End);
        least = least.saturating_add(part_least);
        most = most.zip(part_most).map(|(one, other)| one.saturating_add(other));
    }
    Some((least, most))
}

fn bad_pattern(why: &'static str, reason: &str) -> Refusal {
    BAD_PATTERN.with("why", why).with("maximum", PATTERN_LENGTH_MAX).with("reason", reason)
}

/// The body and flags of `/body/flags`; any other pattern is all body.
fn literal(pattern: &str) -> (&str, &str) {
    let parts = pattern.strip_prefix('/').and_then(|rest| rest.rsplit_once('/'));
    match parts {
        Some((body, flags)) if flags.chars().all(|flag| "dgimsuvy".contains(flag)) => (body, flags),
        _ => (pattern, ""),
    }
}

/// The largest counts of all `{n}`, `{n,}` and `{n,m}`, multiplied.
fn rounds(pattern: &str) -> u64 {
    let counted = |piece: &str| {
        let (counts, _) = piece.split_once('}')?;
        counts.split(',').filter_map(|count| count.parse::<u64>().ok()).max()
    };
    pattern.split('{').skip(1).filter_map(counted).fold(1, |all, one| all.saturating_mul(one.max(1)))
}

/// A JavaScript pattern in the words of our library: classes hold no nested classes or
/// operators there, `[]` and `[^]` are whole classes, `\d`, `\w` mean ASCII and `\uXXXX` is
/// a character.
fn translated(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() * 2);
    let mut rest = pattern;
    while let Some(letter) = rest.chars().next() {
        rest = match letter {
            '\\' => escape(&mut out, rest, false),
            '[' => class(&mut out, rest),
            _ => {
                out.push(letter);
                &rest[letter.len_utf8()..]
            }
        };
    }
    out
}

/// Translates a class at the start of `pattern`; returns what follows it.
fn class<'a>(out: &mut String, pattern: &'a str) -> &'a str {
    for (from, to) in [("[^]", r"[\s\S]"), ("[]", r"[^\s\S]")] {
        if let Some(rest) = pattern.strip_prefix(from) {
            out.push_str(to);
            return rest;
        }
    }
    let negated = pattern.starts_with("[^");
    out.push_str(if negated { "[^" } else { "[" });
    let mut rest = &pattern[if negated { 2 } else { 1 }..];
    let mut before = '[';
    while let Some(letter) = rest.chars().next() {
        match letter {
            '\\' => {
                rest = escape(out, rest, true);
                before = '\\';
                continue;
            }
            ']' => {
                out.push(']');
                return &rest[1..];
            }
            '[' | '&' | '~' | '^' => out.extend(['\\', letter]),
            '-' if matches!(before, '[' | '-') => {
                out.push_str(r"\-");
                before = '\\';
                rest = &rest[1..];
                continue;
            }
            _ => out.push(letter),
        }
        before = letter;
        rest = &rest[letter.len_utf8()..];
    }
    rest
}

/// Translates an escape at the start of `pattern`; returns what follows it.
fn escape<'a>(out: &mut String, pattern: &'a str, in_class: bool) -> &'a str {
    let Some(letter) = pattern[1..].chars().next() else {
        out.push('\\');
        return "";
    };
    let rest = &pattern[1 + letter.len_utf8()..];
    let ascii = match (letter, in_class) {
        ('d', false) => "[0-9]",
        ('d', true) => "0-9",
        ('D', _) => "[^0-9]",
        ('w', false) => "[A-Za-z0-9_]",
        ('w', true) => "A-Za-z0-9_",
        ('W', _) => "[^A-Za-z0-9_]",
        ('/', _) => "/",
        ('-', false) => "-",
        _ => "",
    };
    let hex_digits = match letter {
        'u' => 4,
        'x' => 2,
        _ => 0,
    };
    let hex = rest
        .get(..hex_digits)
        .filter(|hex| !hex.is_empty() && hex.bytes().all(|digit| digit.is_ascii_hexdigit()));
    if let Some(hex) = hex {
        let _ = write!(out, r"\x{{{hex}}}");
        return &rest[hex_digits..];
    }
    if ascii.is_empty() {
        out.extend(['\\', letter]);
    } else {
        out.push_str(ascii);
    }
    rest
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Language, Text};

    fn allows(pattern: &str, password: &str) -> bool {
        OrganisationRule::new(pattern, "").unwrap().allows(password)
    }

    #[test]
    fn the_patterns_that_installations_have_work() {
        let classes = r"^(?=.*[A-Z])(?=.*\d).{8,}$";
        assert!(allows(classes, "Fern4tree"));
        assert!(!allows(classes, "fern4tree"));
        assert!(!allows(classes, "Ferntrees"));
        assert!(!allows(classes, "Fern4t"));

        let signs = r#"^(?=.*[a-z])(?=.*[!@#$%^&&*()_+\-=\[\]{};':"\\|,.<>\/?])[A-Za-z\d!@#$%^&*[]{6,30}$"#;
        assert!(allows(signs, "fern#tree9"));
        assert!(allows(signs, "fern[tree&"));
        assert!(!allows(signs, "ferntree9"));

        let no_three_alike = r"^(?!.*(.)\1\1).{8,}$";
        assert!(allows(no_three_alike, "aabbccdd"));
        assert!(!allows(no_three_alike, "aaabccdd"));
    }

    #[test]
    fn it_matches_anywhere_unless_anchored_as_in_javascript() {
        assert!(allows("[0-9]", "abc1def"));
        assert!(!allows("^[0-9]+$", "abc1def"));
        assert!(allows("", "anything"));
    }

    #[test]
    fn javascripts_own_spellings_are_understood() {
        assert!(allows(r"/^fern\/tree$/i", "FERN/tree"));
        assert!(!allows(r"\d", "٣"));
        assert!(allows(r"^[^]$", "\n"));
        assert!(!allows(r"[]", "a"));
        assert!(allows(r"^[\u0041-\u0043\x44]+$", "ABCD"));
        assert!(allows(r"^[--/]+$", "-./"));
        assert!(allows(r"^[+--]+$", "+,-"));
        assert!(allows(r"^[\w-]+$", "a-b"));
        assert!(allows(r"^[a^]+$", "a^"));
        assert!(!allows(r"^[^\W\d]+$", "a1"));
    }

    #[test]
    fn a_pattern_that_cannot_be_read_or_is_too_long_is_refused() {
        for pattern in
            ["(", "[z-a]", "*", &"a".repeat(501), "(?<n>a", "((a{900}){900}){900}", "(?:a?){100001}"]
        {
            let error = OrganisationRule::new(pattern, "").unwrap_err();

            assert!(error.is(&BAD_PATTERN), "{pattern}");
        }
        let error = OrganisationRule::new("a", &"a".repeat(501)).unwrap_err();
        assert!(error.is(&MESSAGE_TOO_LONG));
    }

    #[test]
    fn every_language_says_in_its_own_words_why_a_pattern_cannot_be_used() {
        let told = |language: Language, pattern: &str| {
            let error = OrganisationRule::new(pattern, "").unwrap_err();
            Text::new(language).refusal(error.refusal().unwrap()).0
        };
        for language in Language::ALL {
            let long = told(language, &"a".repeat(501));
            let rounds = told(language, "(?:a?){100001}");
            let unreadable = told(language, "(");

            assert!(long.contains("500") && long != rounds, "{long}");
            assert!(!rounds.contains('{'), "no piece of a pattern stands for a reason: {rounds}");
            let (ours, detail) = unreadable.split_once("Parsing error").unwrap();
            assert!(detail.contains("parenthesis"), "{detail}");
            let english = told(Language::En, "(");
            assert_eq!(english.starts_with(ours), language == Language::En, "{unreadable}");
        }
    }

    #[test]
    fn a_pattern_that_is_slow_with_long_passwords_is_refused() {
        for slow in [r"^(?=(a+)+\1$)(a|aa)+(?!b)c$", r"^(?!.*(.)\1)(([a-z])+.)+[A-Z]([a-z])+$(?<!x)"] {
            let rule = OrganisationRule::new(slow, "").unwrap();
            assert!(rule.check_speed().is_err_and(|error| error.is(&SLOW_PATTERN)), "{slow}");
        }
        for quick in [r"^(?=.*[A-Z])(?=.*\d).{8,}$", r"^(?!.*(.)\1\1).{8,}$", "", r"^(a+)+$"] {
            OrganisationRule::new(quick, "").unwrap().check_speed().unwrap();
        }
    }

    #[test]
    fn a_pattern_that_lets_no_long_enough_password_through_is_refused() {
        for impossible in [
            "^$",
            "^.{0,7}$",
            "^é{7}$",
            "/^(ab|[a-z]{2,3})[0-9]?#{0,3}$/i",
            "a^",
            "$a",
            "[]",
            "x[]+",
            "^[a-z]{300}",
        ] {
            let reached = OrganisationRule::new(impossible, "").unwrap().check_reach(8);
            assert!(reached.is_err_and(|error| error.is(&IMPOSSIBLE_PATTERN)), "{impossible}");
        }
    }

    #[test]
    fn a_pattern_is_not_refused_as_impossible_unless_that_is_certain() {
        for possible in [
            "",
            r"^[A-Z][a-z]+\d+$",
            r"^[A-Za-z]{4}-\d{4}$",
            "^[A-Z]{2}[0-9]{6,}$",
            r"^\w+[#@]\d{4,}$",
            r"^(?=.*[A-Z])(?=.*\d).{8,}$",
            r"^(?=.*[A-Z])(?!.*[A-Z]).+$",
            r"^\d{8,12}$",
            "/^[a-z]{3}$/m",
            "^.{3}|x$",
            "[0-9]{3}",
            "[]*a?",
            r"^\S*$",
            r"[\u0400-\u04ff]",
            r"^(.)\1{9}$",
        ] {
            let reached = OrganisationRule::new(possible, "").unwrap().check_reach(8);
            assert!(reached.is_ok(), "{possible}");
        }
    }

    #[test]
    fn an_endless_search_gives_up_and_lets_nothing_through() {
        let rule = OrganisationRule::new(r"^(?=(a+)+\1$)(a|aa)+(?!b)c$", "").unwrap();

        assert!(!rule.allows(&"a".repeat(256)));
    }

    proptest! {
        #[test]
        fn no_pattern_and_no_password_makes_it_panic(pattern in any::<String>(), password in any::<String>()) {
            if let Ok(rule) = OrganisationRule::new(&pattern, "") {
                let _ = rule.allows(&password);
            }
        }

        #[test]
        fn no_odd_pattern_makes_it_panic(
            pattern in r"[\[\](){}\\^$.*+?|\-/&~adwsuDWx0-9<=!:]{0,40}",
            password in any::<String>(),
        ) {
            if let Ok(rule) = OrganisationRule::new(&pattern, "") {
                let _ = rule.allows(&password);
            }
        }
    }
}
