//! What a list of users is asked for. Pure; who fits is in `sieve.rs`, reading in `actions/browse.rs`.

use seatwarden_base::{Kind, Refusal};

use super::{model::name_key, sieve::Search};
use crate::{
    accounts::{api_tokens, seats::Seat},
    cx::Origin,
    words::words,
};

/// How many users a page shows.
pub(super) const PAGE: usize = 50;
/// Up to how many users a list counts exactly.
pub const COUNTED_MAX: usize = 2_000;
/// How many users one bulk act may touch.
pub const BULK_MAX: usize = 100_000;
/// How many views one administrator may keep.
pub const VIEWS_MAX: usize = 50;
/// Longest name of a view, in characters.
pub const VIEW_NAME_MAX: usize = 60;
/// Longest absence that a list can be asked for, in days.
pub(super) const IDLE_DAYS_MAX: u32 = 36_500;
/// Longest search, in characters; the rest is cut off.
const SEARCH_MAX: usize = 200;
/// Longest query that a view keeps, in bytes.
pub(super) const VIEW_QUERY_MAX: usize = 2_000;

/// There is no such view of this administrator.
pub(super) const UNKNOWN_VIEW: Refusal = Refusal::new(Kind::NotFound, "users.unknown_view");
/// A view needs a name of at most [`VIEW_NAME_MAX`] characters.
pub(super) const BAD_VIEW_NAME: Refusal = Refusal::new(Kind::Invalid, "users.bad_view_name").on("name");
/// The administrator has a view of this name.
pub(super) const VIEW_NAME_TAKEN: Refusal = Refusal::new(Kind::Conflict, "users.view_name_taken").on("name");
/// The administrator has as many views as one may have.
pub(super) const TOO_MANY_VIEWS: Refusal = Refusal::new(Kind::Conflict, "users.too_many_views").on("name");
/// More users match than one act may touch.
pub(super) const TOO_MANY_AT_ONCE: Refusal = Refusal::new(Kind::TooLarge, "users.too_many_at_once");

/// A filter has a word that it does not know; values `text` and `words`.
pub(super) const UNKNOWN_FILTER: Refusal = Refusal::new(Kind::Malformed, "users.unknown_filter");
/// Nobody is said, or in two ways.
pub(super) const CHOOSE_WHOM: Refusal = Refusal::new(Kind::Invalid, "users.choose_whom");

words! {
    /// What a list is sorted by.
    Order {
        /// The user name.
        UserName = "user_name",
        /// The e-mail address.
        Email = "email",
        /// First name, then last name.
        Name = "name",
        /// Last name, then first name.
        LastName = "last_name",
        /// The role, strongest first, then the user name.
        Role = "role",
        /// Whether they can sign in, locks left aside: active, invited, inactive; then the user name.
        State = "state",
        /// Where they come from, then the user name.
        Origin = "origin",
        /// Last use of anything; those who never were here come before all others.
        LastActive = "last_active",
        /// When the user was made.
        Created = "created",
        /// When the user was changed last.
        Updated = "updated",
    }
}

impl Order {
    /// Whether it goes by a time, which is not unique and may change while somebody turns pages.
    pub(super) const fn is_by_time(self) -> bool {
        matches!(self, Self::LastActive | Self::Created | Self::Updated)
    }
}

words! {
    /// Whether a user can sign in.
    State {
        /// They can.
        Active = "active",
        /// Somebody switched them off.
        Inactive = "inactive",
        /// They have not accepted their invitation yet.
        Invited = "invited",
        /// Too many wrong passwords; this ends by itself.
        Locked = "locked",
    }
}

words! {
    /// A column of the list. The user name is always there.
    Column {
        /// E-mail address.
        Email = "email",
        /// First and last name.
        Name = "name",
        /// Groups.
        Groups = "groups",
        /// Role.
        Role = "role",
        /// Where they come from.
        Origin = "origin",
        /// What they count as.
        Seat = "seat",
        /// Whether they can sign in.
        State = "state",
        /// Last use of anything.
        LastActive = "last_active",
        /// The same in days.
        DaysSince = "days_since",
        /// When they were made.
        Created = "created",
    }
}

impl Column {
    /// The columns of whoever chose none.
    pub const USUAL: &[Self] = &[
        Self::Email,
        Self::Name,
        Self::Groups,
        Self::Role,
        Self::Origin,
        Self::State,
        Self::LastActive,
        Self::DaysSince,
    ];
}

/// One user of a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// 24 hex digits.
    pub id: String,
    /// As typed.
    pub email: String,
    /// As typed.
    pub user_name: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// Id of the role.
    pub role_id: String,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether their invitation is still open.
    pub invited: bool,
    /// Where they come from.
    pub origin: Origin,
    /// The locale they chose, if they did.
    pub language: Option<String>,
    /// In milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// In milliseconds since the Unix epoch.
    pub updated_at_ms: i64,
    /// In milliseconds since the Unix epoch; none if they never were here.
    pub last_activity_at_ms: Option<i64>,
    /// First and last name as they are sorted.
    pub(super) full_name_key: String,
    /// Last and first name as they are sorted.
    pub(super) last_name_key: String,
}

impl Listed {
    /// Whether they hold a seat: the counters count these.
    pub(super) fn holds_seat(&self) -> bool {
        self.active && self.origin.takes_seat()
    }

    /// First and last name; may be empty.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    /// Whether they can sign in, but for locks, which are not kept with the user.
    pub const fn state(&self) -> State {
        match (self.active, self.invited) {
            (true, _) => State::Active,
            (false, true) => State::Invited,
            (false, false) => State::Inactive,
        }
    }

    /// Whole days since the last use of anything.
    pub fn days_since(&self, now_ms: i64) -> Option<i64> {
        self.last_activity_at_ms.map(|at_ms| (now_ms - at_ms).max(0) / DAY_MS)
    }

    /// Since when they were not here, in milliseconds since the Unix epoch; who never was, since their creation.
    pub(super) fn away_since_ms(&self) -> i64 {
        self.last_activity_at_ms.unwrap_or(self.created_at_ms)
    }

    /// With whom they stand together in an order; nobody in particular in most.
    pub(super) fn part(&self, order: Order) -> Option<Part> {
        match order {
            Order::Role => Some(Part::Role(self.role_id.clone())),
            Order::State => Some(Part::State { active: self.active, invited: self.invited }),
            Order::Origin => Some(Part::Origin(self.origin)),
            Order::UserName
            | Order::Email
            | Order::Name
            | Order::LastName
            | Order::LastActive
            | Order::Created
            | Order::Updated => None,
        }
    }

    pub(super) fn key(&self, order: Order) -> Key {
        match order {
            Order::UserName | Order::Role | Order::State | Order::Origin => {
                Key::Text(name_key(&self.user_name))
            }
            Order::Email => Key::Text(name_key(&self.email)),
            Order::Name => Key::Text(self.full_name_key.clone()),
            Order::LastName => Key::Text(self.last_name_key.clone()),
            Order::LastActive => Key::Number(self.last_activity_at_ms.unwrap_or_default()),
            Order::Created => Key::Number(self.created_at_ms),
            Order::Updated => Key::Number(self.updated_at_ms),
        }
    }
}

pub(super) const DAY_MS: i64 = 24 * 3_600_000;

/// Users who stand together in an order, by user name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Those with a role, by its id.
    Role(String),
    /// Those in a state.
    State {
        /// Whether they may sign in.
        active: bool,
        /// Whether their invitation is open.
        invited: bool,
    },
    /// Those from an origin.
    Origin(Origin),
}

impl Part {
    /// The parts of an order, one after the other; none if it has none. `role_ids` are in their order.
    pub(super) fn of_order<'a>(order: Order, role_ids: impl Iterator<Item = &'a str>) -> Vec<Self> {
        match order {
            Order::Role => role_ids.map(|id| Self::Role(id.to_owned())).collect(),
            Order::State => [(true, false), (true, true), (false, true), (false, false)]
                .map(|(active, invited)| Self::State { active, invited })
                .into(),
            Order::Origin => Origin::ALL.map(Self::Origin).into(),
            Order::UserName
            | Order::Email
            | Order::Name
            | Order::LastName
            | Order::LastActive
            | Order::Created
            | Order::Updated => Vec::new(),
        }
    }
}

/// What a list is sorted by, of one user.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Text(String),
    Number(i64),
}

impl Key {
    /// Before all keys of an order, or after all of them.
    pub(super) fn end(order: Order, is_last: bool) -> Self {
        match (order, is_last) {
            (order, false) if order.is_by_time() => Self::Number(i64::MIN),
            (order, true) if order.is_by_time() => Self::Number(i64::MAX),
            (_, false) => Self::Text(String::new()),
            (_, true) => Self::Text(LAST_TEXT.to_owned()),
        }
    }
}

/// After every text that begins otherwise.
pub(super) const LAST_TEXT: &str = "\u{10ffff}";

/// Which page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The first one.
    #[default]
    First,
    /// The one that follows the user of this cursor.
    After(String),
    /// The one that ends before the user of this cursor.
    Before(String),
}

/// What a list is asked for, as it stands in an address. Names and orders that are not known are passed over; a filter by
/// a word that is not known fits nobody, because everybody would be taken for what was asked.
#[derive(Clone, Debug)]
pub struct ListQuery {
    /// As typed, but for tokens, of which only what tells them is kept: it stands in addresses, and in views.
    pub search: String,
    /// Whether a token with its secret was typed.
    pub had_secret: bool,
    /// Id of the role.
    pub role: Option<String>,
    /// Id of the group.
    pub group: Option<String>,
    /// State.
    pub state: Option<State>,
    /// Origin.
    pub origin: Option<Origin>,
    /// Not seen for this many days; who never was, is not since their creation.
    pub idle_days: Option<u32>,
    /// Seat.
    pub seat: Option<Seat>,
    /// A filter with a word that is not known: nobody fits.
    pub unknown: Option<(&'static str, String)>,
    /// What it is sorted by.
    pub order: Order,
    /// Largest first.
    pub is_down: bool,
    /// Columns; none for the usual ones.
    pub columns: Vec<Column>,
    /// Which page.
    pub page: Page,
}

impl Default for ListQuery {
    fn default() -> Self {
        Self {
            search: String::new(),
            had_secret: false,
            role: None,
            group: None,
            state: None,
            origin: None,
            idle_days: None,
            seat: None,
            unknown: None,
            order: Order::UserName,
            is_down: false,
            columns: Vec::new(),
            page: Page::First,
        }
    }
}

impl ListQuery {
    /// Reads the part of an address behind the `?`.
    pub fn read(query: &str) -> Self {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).unwrap_or_default();
        let mut asked = Self::default();
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.trim().is_empty()) {
            let word = || Some(value.chars().take(SEARCH_MAX).collect::<String>());
            match name.as_str() {
                "search" => {
                    let hint = api_tokens::hint_of(&value);
                    asked.had_secret = hint.as_ref().is_some_and(|hint| *hint != value.trim());
                    asked.search = hint.or_else(word).unwrap_or_default();
                }
                "role" => asked.role = word(),
                "group" => asked.group = word(),
                "state" => asked.state = asked.known("state", &value, State::of_word(&value)),
                "origin" => {
                    let origin = Origin::ALL.into_iter().find(|it| it.word() == value);
                    asked.origin = asked.known("origin", &value, origin);
                }
                "idle" => {
                    let days = value.trim().parse().ok().filter(|days| (1..=IDLE_DAYS_MAX).contains(days));
                    asked.idle_days = asked.known("idle", &value, days);
                }
                "seat" => {
                    let seat = Seat::ALL.into_iter().find(|seat| seat.word() == value);
                    asked.seat = asked.known("seat", &value, seat);
                }
                "sort" => asked.order = Order::of_word(&value).unwrap_or(Order::UserName),
                "desc" => asked.is_down = value == "1",
                "column" => asked.columns.extend(Column::of_word(&value)),
                "after" => asked.page = Page::After(value),
                "before" => asked.page = Page::Before(value),
                _ => {}
            }
        }
        asked.columns.dedup();
        asked
    }

    /// Reads the same from a script, which means by it whom something is done to: nothing in it may be passed over. Takes
    /// the names of the page and those of `GET /api/v1/users`. Refuses with `users.unknown_filter` what is no filter, has no
    /// value or a word that the filter does not know, and with `users.choose_whom` a query without filters.
    pub fn read_strictly(query: &str) -> Result<Self, Refusal> {
        const NAMES: [&str; 7] = ["search", "role", "group", "state", "origin", "seat", "idle"];
        let refused = |text: &str, words: &[&str]| {
            let text: String = text.chars().take(SEARCH_MAX).collect();
            UNKNOWN_FILTER.on("query").with("text", text).with("words", words.join(", "))
        };
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(query).map_err(|_| refused(query, &NAMES))?;
        let mut kept = Vec::new();
        for (name, value) in pairs {
            let name = match name.as_str() {
                // The order and the columns may stand there, and say nothing of who fits.
                "sort" | "desc" | "column" => continue,
                "roleId" => "role".to_owned(),
                "groupId" => "group".to_owned(),
                "idleDays" => "idle".to_owned(),
                _ => name,
            };
            let is_again = kept.iter().any(|(it, _)| *it == name);
            if !NAMES.contains(&name.as_str()) || name_key(&value).is_empty() || is_again {
                return Err(refused(&format!("{name}={value}"), &NAMES));
            }
            kept.push((name, value));
        }
        let asked = Self::read(&serde_urlencoded::to_string(kept).unwrap_or_default());
        match &asked.unknown {
            Some((filter, word)) => Err(refused(word, &Self::words_of(filter))),
            None if asked.is_everybody() => Err(CHOOSE_WHOM),
            None => Ok(asked),
        }
    }

    /// The words that a filter takes.
    fn words_of(filter: &str) -> Vec<&'static str> {
        match filter {
            "state" => State::ALL.iter().map(|it| it.word()).collect(),
            "origin" => Origin::ALL.iter().map(|it| it.word()).collect(),
            "seat" => Seat::ALL.iter().map(|it| it.word()).collect(),
            _ => vec!["1 – 36500"],
        }
    }

    /// Whether the search looks at beginnings only.
    pub fn is_for_beginnings(&self) -> bool {
        matches!(Search::of(&self.search), Search::Beginning(_))
    }

    /// What a filter asks for; what it does not know is kept aside.
    fn known<T>(&mut self, filter: &'static str, value: &str, found: Option<T>) -> Option<T> {
        if found.is_none() {
            self.unknown = Some((filter, value.chars().take(SEARCH_MAX).collect()));
        }
        found
    }

    /// The fields of an address that asks for this, without the page.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let mut fields = Vec::new();
        let mut add = |name, value: Option<String>| fields.extend(value.map(|value| (name, value)));
        add("search", Some(self.search.clone()).filter(|search| !search.trim().is_empty()));
        add("role", self.role.clone());
        add("group", self.group.clone());
        add("state", self.state.map(|state| state.word().to_owned()));
        add("origin", self.origin.map(|origin| origin.word().to_owned()));
        add("idle", self.idle_days.map(|days| days.to_string()));
        add("seat", self.seat.map(|seat| seat.word().to_owned()));
        if let Some((filter, word)) = &self.unknown {
            add(filter, Some(word.clone()));
        }
        add("sort", (self.order != Order::UserName).then(|| self.order.word().to_owned()));
        add("desc", self.is_down.then(|| "1".to_owned()));
        for column in &self.columns {
            add("column", Some(column.word().to_owned()));
        }
        fields
    }

    /// The part of an address behind the `?` that asks for this, with a page.
    pub fn address(&self, page: &Page) -> String {
        let mut fields = self.fields();
        match page {
            Page::First => {}
            Page::After(cursor) => fields.push(("after", cursor.clone())),
            Page::Before(cursor) => fields.push(("before", cursor.clone())),
        }
        serde_urlencoded::to_string(fields).unwrap_or_default()
    }

    /// The columns to be shown.
    pub fn shown_columns(&self) -> &[Column] {
        if self.columns.is_empty() { Column::USUAL } else { &self.columns }
    }

    /// Whether everybody fits.
    pub fn is_everybody(&self) -> bool {
        name_key(&self.search).is_empty() && !self.is_filtered()
    }

    /// Whether any filter is set beside the search.
    pub const fn is_filtered(&self) -> bool {
        self.role.is_some()
            || self.group.is_some()
            || self.state.is_some()
            || self.origin.is_some()
            || self.idle_days.is_some()
            || self.seat.is_some()
            || self.unknown.is_some()
    }
}

/// A list that an administrator keeps.
#[derive(Clone, Debug)]
pub struct SavedView {
    /// 24 hex digits.
    pub id: String,
    /// Whose it is.
    pub owner_id: String,
    /// What they call it.
    pub name: String,
    /// The part of its address behind the `?`.
    pub query: String,
    /// Whether other administrators see it.
    pub shared: bool,
    /// The owner's user name.
    pub owner_name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_asks_for_what_it_was_made_of() {
        let address = "search=a+b%26c&role=r1&group=g1&state=locked&origin=sso&idle=90&seat=viewers&sort=last_active\
                       &desc=1&column=email&column=seat&after=x-5&unknown=1&state=";

        let asked = ListQuery::read(address);

        assert_eq!((asked.search.as_str(), asked.idle_days, asked.is_down), ("a b&c", Some(90), true));
        assert_eq!(asked.page, Page::After("x-5".into()));
        assert_eq!(asked.address(&asked.page), address.split("&unknown").next().unwrap());
        assert_eq!(ListQuery::read("sort=nothing&column=x&after=").address(&Page::First), "");
        for unknown in ["idle=0", "state=x", "origin=x", "seat=x"] {
            let asked = ListQuery::read(unknown);
            assert!(asked.is_filtered() && asked.address(&Page::First) == unknown, "{unknown}");
        }
    }
}
