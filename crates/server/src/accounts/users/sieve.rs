//! Who fits a list of users. Pure; what a list is asked for is in `listing.rs`.

use std::collections::HashSet;

use super::{
    listing::{Listed, Part, State},
    model::{name_key, search_text},
};
use crate::{accounts::api_tokens, cx::Origin, text::search_key};

/// Shorter searches look at the beginnings of user names and addresses only, in letters.
pub(super) const PART_MIN: usize = 3;

/// What a search looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Search {
    /// Nothing: everybody fits.
    #[default]
    None,
    /// The beginning of a named token.
    Token(String),
    /// The beginning of a user name, an address, a first name or a last name; with its accents, as the orders have them,
    /// whose indexes find it.
    Beginning(String),
    /// A part of a user name, an address or a name, or a whole id.
    Part {
        /// In lower case and without accents.
        text: String,
        /// The same as "last name, first name" or with the first name last, the other way round; none if it is one word.
        turned: Option<String>,
    },
}

impl Search {
    pub(super) fn of(typed: &str) -> Self {
        let hint = api_tokens::hint_of(typed);
        let text = search_key(hint.as_deref().unwrap_or(typed));
        if text.is_empty() {
            Self::None
        } else if text.starts_with("swt_") {
            Self::Token(name_key(typed))
        } else if text.chars().count() < PART_MIN {
            Self::Beginning(name_key(typed))
        } else {
            Self::part(text)
        }
    }

    /// A part of names, in lower case and without accents.
    pub(super) fn part(text: String) -> Self {
        let (first, last) = text
            .split_once(',')
            .or_else(|| text.rsplit_once(' '))
            .map_or(("", ""), |(a, b)| (a.trim(), b.trim()));
        let is_turned = !first.is_empty() && !last.is_empty();
        let turned = is_turned.then(|| format!("{last} {first}"));
        Self::Part { text, turned }
    }

    /// Whether this looks for a part of names.
    pub(super) fn is_part(typed: &str) -> bool {
        matches!(Self::of(typed), Self::Part { .. })
    }

    /// Whether a user fits, as far as the user alone tells.
    pub(super) fn fits(&self, user: &Listed) -> bool {
        match self {
            Self::None | Self::Token(_) => true,
            Self::Beginning(text) => {
                let names = [&user.user_name, &user.email, &user.first_name, &user.last_name];
                names.into_iter().any(|name| name_key(name).starts_with(text))
            }
            Self::Part { text, turned } => {
                let names = search_text(&user.email, &user.user_name, &user.first_name, &user.last_name);
                user.id == *text
                    || names.contains(text)
                    || turned.as_ref().is_some_and(|turned| names.contains(turned))
            }
        }
    }
}

/// Who fits, with roles and days turned into what a user's row says; by default everybody.
#[derive(Clone, Debug, Default)]
pub(super) struct Sieve {
    pub(super) search: Search,
    /// Ids of the roles that fit; all if none.
    pub(super) roles: Option<HashSet<String>>,
    /// Only who can hold a seat: no service accounts.
    pub(super) is_by_seat: bool,
    /// Id of the group, whose members are stored; those of groups inside of it fit as well.
    pub(super) group: Option<String>,
    pub(super) state: Option<State>,
    pub(super) origin: Option<Origin>,
    /// Only who did nothing since then and was there already, in milliseconds since the Unix epoch.
    pub(super) idle_since_ms: Option<i64>,
    /// Only these users: the locked ones, the holders of a token.
    pub(super) only: Option<HashSet<String>>,
}

impl Sieve {
    /// Whether anybody in a part of an order can fit.
    pub(super) fn may_hold(&self, part: &Part) -> bool {
        match part {
            Part::Role(id) => self.roles.as_ref().is_none_or(|roles| roles.contains(id)),
            Part::State { active, .. } => match self.state {
                None | Some(State::Locked) => true,
                Some(state) => *active == (state == State::Active),
            },
            Part::Origin(origin) => self.origin.is_none_or(|wanted| wanted == *origin),
        }
    }

    /// The part of all users, each in the order of user names, that holds everybody in a state or from an origin if one is
    /// asked for: fewer than all have to be looked at. Most are active, so that those are found in any order.
    pub(super) fn part_by_name(&self) -> Option<Part> {
        match (self.state, self.origin) {
            (Some(state @ (State::Invited | State::Inactive)), _) => {
                Some(Part::State { active: false, invited: state == State::Invited })
            }
            (_, origin) => origin.map(Part::Origin),
        }
    }

    /// Whether nothing is asked for but the beginning of a name.
    pub(super) fn is_beginning_only(&self) -> bool {
        matches!(self.search, Search::Beginning(_))
            && self.roles.is_none()
            && self.group.is_none()
            && self.state.is_none()
            && self.origin.is_none()
            && self.idle_since_ms.is_none()
            && self.only.is_none()
    }

    /// Whether a user fits in everything but the group.
    pub(super) fn fits(&self, user: &Listed) -> bool {
        self.roles.as_ref().is_none_or(|roles| roles.contains(&user.role_id))
            && self.state.is_none_or(|state| state == State::Locked || state == user.state())
            && self.origin.is_none_or(|origin| origin == user.origin)
            && (!self.is_by_seat || user.holds_seat())
            && self.idle_since_ms.is_none_or(|since| user.away_since_ms() < since)
            && self.only.as_ref().is_none_or(|only| only.contains(&user.id))
            && self.search.fits(user)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_searches_look_at_beginnings_only() {
        assert_eq!(Search::of("  "), Search::None);
        assert_eq!(Search::of("Ad"), Search::Beginning("ad".into()));
        assert_eq!(Search::of("J\u{fc}"), Search::Beginning("j\u{fc}".into()));
        assert_eq!(Search::of(" ADA "), Search::Part { text: "ada".into(), turned: None });
        assert_eq!(Search::of("J\u{fc}r"), Search::Part { text: "jur".into(), turned: None });
        let turned = |typed| match Search::of(typed) {
            Search::Part { turned, .. } => turned,
            _ => None,
        };
        assert_eq!(turned("Lovelace, Ada").as_deref(), Some("ada lovelace"));
        assert_eq!(turned("van der Berg Jan").as_deref(), Some("jan van der berg"));
        assert_eq!((turned(", Ada"), turned("lovelace ")), (None, None));
        assert_eq!(Search::of("swt_ab"), Search::Token("swt_ab".into()));
    }
}
