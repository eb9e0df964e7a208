//! What a new password must be like, and which rule says no (PW-01 to PW-06). Nothing here
//! is asked at sign-in: rules hold only when a password is set.

use seatwarden_base::{Kind, Refusal, Result, secret::Secret};

pub use super::{
    blocklist::Blocklist,
    context::{Context, WordKind},
    organisation_rule::OrganisationRule,
    scheme::{MAXIMUM_LENGTH, TOO_LONG},
};
use super::{blocklist::Found, scheme::normalise};

/// Fewer code points than the policy asks for; values `minimum` and `actual` (PW-01).
pub const TOO_SHORT: Refusal = Refusal::new(Kind::Invalid, "passwords.too_short");
/// Among the most used passwords, or a trivial variant of one (PW-05).
pub const COMMON: Refusal = Refusal::new(Kind::Invalid, "passwords.common");
/// Known from a breach, or a trivial variant of such a one (PW-05).
pub const BREACHED: Refusal = Refusal::new(Kind::Invalid, "passwords.breached");
/// In the operator's file of forbidden passwords.
pub const FORBIDDEN: Refusal = Refusal::new(Kind::Invalid, "passwords.forbidden");
/// Made of a word that a stranger knows; value `kind`, see [`WordKind`] (PW-05).
pub const CONTEXT_WORD: Refusal = Refusal::new(Kind::Invalid, "passwords.context_word");
/// One short piece over and over, or letters and digits in plain order.
pub const REPEATS_OR_SEQUENCES: Refusal = Refusal::new(Kind::Invalid, "passwords.repeats_or_sequences");
/// Against the organisation's own rule; value `message`, the organisation's words.
pub const ORGANISATION_RULE: Refusal = Refusal::new(Kind::Invalid, "passwords.organisation_rule");
/// Against the organisation's own rule, which came without words.
pub const ORGANISATION_PATTERN: Refusal = Refusal::new(Kind::Invalid, "passwords.organisation_pattern");
/// A policy with a minimum below 8 or above 64; values `minimum` and `maximum`.
pub const BAD_MINIMUM: Refusal = Refusal::new(Kind::Invalid, "passwords.bad_minimum");

/// The least that a policy may ask for, in code points (PW-01).
pub const MINIMUM_LENGTH_MIN: usize = 8;
/// The most that a policy may ask for, in code points: everybody must be able to use a
/// password of 64 (PW-02).
pub const MINIMUM_LENGTH_MAX: usize = 64;
/// What NIST SP 800-63B-4 §3.1.1.2 asks of a password that stands alone.
const NIST_ALONE: usize = 15;
/// A piece of at most this length, over and over, is a repetition.
const PIECE_MAX: usize = 4;

/// Whose length rule holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// The policy's own minimum.
    #[default]
    Standard,
    /// NIST SP 800-63B-4: 15 alone, 8 with an enforced second factor; a higher minimum of
    /// the policy still holds.
    Nist,
}

/// What the organisation asks of new passwords.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Whose length rule holds.
    pub preset: Preset,
    /// Least length, in code points.
    pub minimum_length: usize,
    /// Whether common, breached and forbidden passwords are refused.
    pub blocklist: bool,
    /// The organisation's own rule, as existing installations have it.
    pub organisation: Option<OrganisationRule>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            preset: Preset::Standard,
            minimum_length: MINIMUM_LENGTH_MIN,
            blocklist: true,
            organisation: None,
        }
    }
}

impl Policy {
    /// Refuses, with [`BAD_MINIMUM`], a minimum below 8 or above 64.
    pub fn check(&self) -> Result<()> {
        if (MINIMUM_LENGTH_MIN..=MINIMUM_LENGTH_MAX).contains(&self.minimum_length) {
            return Ok(());
        }
        Err(BAD_MINIMUM.with("minimum", MINIMUM_LENGTH_MIN).with("maximum", MINIMUM_LENGTH_MAX).into())
    }

    /// Whether it may refuse a password that `other` lets through. Two patterns cannot be compared: another one may.
    pub fn asks_more_than(&self, other: &Self) -> bool {
        let context = Context::new();
        self.minimum_for(&context) > other.minimum_for(&context)
            || (self.blocklist && !other.blocklist)
            || self.pattern().is_some_and(|own| other.pattern() != Some(own))
    }

    fn pattern(&self) -> Option<&str> {
        self.organisation.as_ref().map(OrganisationRule::pattern)
    }

    /// The least length for an account, in code points.
    pub fn minimum_for(&self, context: &Context) -> usize {
        let own = self.minimum_length.max(MINIMUM_LENGTH_MIN);
        match self.preset {
            Preset::Nist if !context.second_factor_enforced => own.max(NIST_ALONE),
            Preset::Standard | Preset::Nist => own,
        }
    }
}

/// One rule and whether a password meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleState {
    /// What would be said if the rule were broken, with its values.
    pub refusal: Refusal,
    /// Whether the password meets it.
    pub met: bool,
}

/// Refuses a password that breaks a rule, naming the first one that it breaks and blaming
/// `field`.
pub fn check(
    policy: &Policy,
    blocklist: &Blocklist,
    password: &Secret,
    context: &Context,
    field: &'static str,
) -> Result<()> {
    let broken = strength(policy, blocklist, password, context)?.into_iter().find(|rule| !rule.met);
    broken.map_or(Ok(()), |rule| Err(rule.refusal.on(field).into()))
}

/// Every rule of the policy with whether `password` meets it, for a page that tells while
/// one types. An empty password meets only the limit; for one that is too long nothing but the
/// limit is told. Keeps nothing.
pub fn strength(
    policy: &Policy,
    blocklist: &Blocklist,
    password: &Secret,
    context: &Context,
) -> Result<Vec<RuleState>> {
    let minimum = policy.minimum_for(context);
    let normal = match normalise(password) {
        Ok(normal) => normal,
        Err(refusal) => return Ok(vec![RuleState { refusal, met: false }]),
    };
    let length = normal.chars().count();
    let mut rules = vec![
        RuleState {
            refusal: TOO_SHORT.with("minimum", minimum).with("actual", length),
            met: length >= minimum,
        },
        RuleState { refusal: TOO_LONG.with("maximum", MAXIMUM_LENGTH), met: true },
    ];
    let mut add = |refusal: Refusal, met: bool| rules.push(RuleState { refusal, met: met && length > 0 });
    let word = context.word_in(&normal);
    let kind = word.map_or("other", WordKind::name);
    add(CONTEXT_WORD.with("kind", kind), word.is_none());
    add(REPEATS_OR_SEQUENCES, !is_repeat_or_sequence(&normal));
    if policy.blocklist {
        let found = blocklist.find(&normal);
        let refusal = match found {
            Some(Found::Forbidden) => FORBIDDEN,
            Some(Found::Breached) => BREACHED,
            Some(Found::Common) | None => COMMON,
        };
        add(refusal, found.is_none());
    }
    if let Some(rule) = &policy.organisation {
        let refusal = match rule.message() {
            "" => ORGANISATION_PATTERN,
            message => ORGANISATION_RULE.with("message", message),
        };
        add(refusal, rule.allows(&normal));
    }
    Ok(rules)
}

/// Whether a password is one piece of at most 4 characters over and over, or each of its
/// characters follows or precedes the one before it in the alphabet or the digits (9 and 0
/// are neighbours).
fn is_repeat_or_sequence(password: &str) -> bool {
    let letters: Vec<char> = password.chars().flat_map(char::to_lowercase).collect();
    if letters.len() < 2 {
        return false;
    }
    let repeats = |size: usize| {
        size * 2 <= letters.len() && letters.iter().zip(&letters[size..]).all(|(left, right)| left == right)
    };
    let goes = |up: bool| {
        letters.windows(2).all(|pair| {
            let (left, right) = if up { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
            right as u32 == left as u32 + 1 || (left == '9' && right == '0')
        })
    };
    (1..=PIECE_MAX).any(repeats) || goes(true) || goes(false)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
