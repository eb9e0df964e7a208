//! The table of the list: its heads sort, its first cells tick.

use std::sync::Arc;

use maud::{Markup, Render, html};

use super::{
    super::{Column, ListQuery, Listing, Order, Page, Shown, State},
    list::{BULK, HERE, address, may_act},
    words::{column_label, origin_word, seat_word, state_word},
};
use crate::{
    accounts::{
        groups::{Named, pages::under_way_mark},
        seats::Seat,
    },
    cx::{Cx, Origin, Role},
    text::{Text, mixed_letters, rfc3339},
    web::{
        Begun, drawn, escaped, isolated,
        parts::{Sort, Table, Tone, badge, column, moment, table},
    },
};

/// How many groups a row names.
const GROUPS_SHOWN: usize = 3;

/// The table of a page.
pub(super) fn table_of<'a>(cx: &Cx, asked: &ListQuery, listing: &Listing) -> Table<'a> {
    let t = cx.text();
    let head = |label: String, order: Option<Order>| match order {
        None => column(label),
        Some(order) => {
            let is_now = asked.order == order;
            let now = match (is_now, asked.is_down) {
                (false, _) => Sort::None,
                (true, false) => Sort::Ascending,
                (true, true) => Sort::Descending,
            };
            let other = ListQuery { order, is_down: is_now && !asked.is_down, ..asked.clone() };
            column(label).sort(now, address(&other.address(&Page::First)))
        }
    };
    // The longer ago, the more days: the same order the other way round.
    let days_head = |label: String| {
        let is_now = asked.order == Order::LastActive;
        let now = match (is_now, asked.is_down) {
            (false, _) => Sort::None,
            (true, true) => Sort::Ascending,
            (true, false) => Sort::Descending,
        };
        let other =
            ListQuery { order: Order::LastActive, is_down: !is_now || !asked.is_down, ..asked.clone() };
        column(label).sort(now, address(&other.address(&Page::First))).numeric()
    };
    let shown = asked.shown_columns();
    let mut rows = table(t.users_title()).column(head(t.users_user_name(), Some(Order::UserName)));
    for column in shown {
        let label = column_label(t, *column);
        let is_days = *column == Column::DaysSince;
        rows = rows.column(if is_days { days_head(label) } else { head(label, order_of(*column)) });
    }
    let words = Words::new(cx, listing);
    if words.may_tick {
        rows = rows.tick_all(t.web_tick_all());
    }
    for one in &listing.users {
        let columns = std::iter::once(None).chain(shown.iter().copied().map(Some));
        rows = rows.row(columns.map(|column| Cell { words: &words, one, column }));
    }
    rows
}

const fn order_of(column: Column) -> Option<Order> {
    match column {
        Column::Email => Some(Order::Email),
        Column::Name => Some(Order::Name),
        Column::Role => Some(Order::Role),
        Column::LastActive => Some(Order::LastActive),
        Column::Created => Some(Order::Created),
        Column::Origin => Some(Order::Origin),
        Column::State => Some(Order::State),
        Column::Groups | Column::Seat | Column::DaysSince => None,
    }
}

fn first_cell(page: &Begun, words: &Words<'_>, one: &Shown) -> Markup {
    let user = &one.user;
    let id = escaped(&user.id);
    html! {
        (page)
        div.tick {
            @if words.may_tick {
                input type="checkbox" form=(BULK) name="id" value=(id) aria-labelledby={ "user-" (id) };
            }
            a id={ "user-" (id) } href={ (HERE) "/" (id) } { (isolated(&user.user_name)) }
            @if !mixed_letters(&user.email).is_empty() {
                " " (badge(Tone::Warning, words.t.users_list_mixed_scripts()))
            }
        }
    }
}

/// The words that come back in every row, looked up once a page.
struct Words<'a> {
    t: Text,
    now_ms: i64,
    may_tick: bool,
    roles: Vec<(&'a str, String)>,
    states: [String; 4],
    origins: [String; 4],
    seats: [String; 3],
}

impl<'a> Words<'a> {
    fn new(cx: &Cx, listing: &'a Listing) -> Self {
        let t = cx.text();
        let name = |role: &'a Arc<Role>| (role.id.as_str(), t.role_name(&role.name, &role.display_name));
        Self {
            t,
            now_ms: cx.now_ms,
            may_tick: may_act(cx),
            roles: listing.roles.iter().map(name).collect(),
            states: [State::Active, State::Inactive, State::Invited, State::Locked]
                .map(|it| state_word(t, it)),
            origins: Origin::ALL.map(|it| origin_word(t, it)),
            seats: [Seat::Administrators, Seat::Designers, Seat::Viewers].map(|it| seat_word(t, it)),
        }
    }

    fn role(&self, id: &str) -> &str {
        self.roles.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name)
    }

    /// What somebody counts as, if they do.
    fn seat(&self, one: &Shown) -> Option<&str> {
        let role = one.role.as_ref().filter(|_| one.user.holds_seat())?;
        Some(&self.seats[Seat::of(role.base) as usize])
    }
}

/// A cell of a row; without a column the first one.
struct Cell<'a> {
    words: &'a Words<'a>,
    one: &'a Shown,
    column: Option<Column>,
}

impl Render for Cell<'_> {
    fn render_to(&self, page: &mut String) {
        let (words, one) = (self.words, self.one);
        let (t, user) = (words.t, &one.user);
        let Some(column) = self.column else {
            return drawn(|page| first_cell(page, words, one)).render_to(page);
        };
        let when = |at_ms| moment(t.ago(at_ms, words.now_ms), rfc3339(at_ms));
        match column {
            Column::Email => isolated(&user.email).render_to(page),
            Column::Name => isolated(&user.full_name()).render_to(page),
            Column::Groups => drawn(|page| groups(page, t, &one.groups)).render_to(page),
            Column::Role => escaped(words.role(&user.role_id)).render_to(page),
            Column::Origin => escaped(&words.origins[user.origin as usize]).render_to(page),
            Column::Seat => put(page, words.seat(one).map(escaped)),
            Column::State => drawn(|page| state(page, words, one)).render_to(page),
            Column::LastActive => put(page, user.last_activity_at_ms.map(when)),
            Column::DaysSince => put(page, user.days_since(words.now_ms).map(|days| t.number(days))),
            Column::Created => when(user.created_at_ms).render_to(page),
        }
    }
}

fn put(page: &mut String, found: Option<impl Render>) {
    if let Some(found) = found {
        found.render_to(page);
    }
}

fn groups(page: &Begun, t: Text, groups: &[Named]) -> Markup {
    let more = groups.len().saturating_sub(GROUPS_SHOWN);
    html! {
        (page)
        span {
            @for (index, group) in groups.iter().take(GROUPS_SHOWN).enumerate() {
                @if index > 0 { ", " }
                (isolated(&t.group_name(&group.name)))
                @if group.under_way.is_some() { (under_way_mark(t, group.under_way)) }
            }
            @if more > 0 { " " (t.users_list_more_groups(more)) }
        }
    }
}

fn state(page: &Begun, words: &Words<'_>, one: &Shown) -> Markup {
    let state = one.user.state();
    let tone = match state {
        State::Active => Tone::Success,
        State::Invited => Tone::Info,
        State::Inactive | State::Locked => Tone::Warning,
    };
    html! {
        (page)
        span {
            (badge(tone, words.states[state as usize].as_str()))
            @if one.locked { " " (badge(Tone::Danger, words.states[State::Locked as usize].as_str())) }
        }
    }
}
