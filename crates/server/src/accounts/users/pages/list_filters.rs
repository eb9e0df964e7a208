//! Search box, filters and choice of columns: forms that go out by GET, so that every list has an address.

use maud::{Markup, Render, html};

use super::{
    super::{Column, ListQuery, Listing, Page, State},
    list::{HERE, address},
    words::{column_label, origin_word, seat_word, state_word},
};
use crate::{
    accounts::{
        groups::{Choices, pages::group_field},
        seats::Seat,
    },
    cx::Origin,
    text::{Text, is_id},
    web::parts::{Icon, button, checkbox, chips, field, form, hidden, select},
};

/// The days that are offered without typing.
const IDLE_DAYS: [u32; 3] = [30, 60, 90];

/// Search box and filters. With scripts the list below follows while one types.
pub(super) fn filters(t: Text, csrf: &str, asked: &ListQuery, listing: &Listing, groups: &Choices) -> Markup {
    let any = t.users_list_any();
    let mut role = select("role", t.users_role()).option("", any.as_str());
    for it in &listing.roles {
        role = role.option(it.id.as_str(), t.role_name(&it.name, &it.display_name));
    }
    let mut group = select("group", t.users_list_group()).option("", any.as_str());
    for (it, _) in &groups.list {
        group = group.option(it.id.as_str(), t.group_name(&it.name));
    }
    let chosen_id = asked.group.as_deref().unwrap_or_default();
    let group = if groups.has_more {
        let typed = if is_id(chosen_id) { "" } else { chosen_id };
        let typed = groups.chosen.as_ref().map_or(typed, |group| &group.name);
        group_field(t, "group", t.users_list_group()).value(typed).error(no_group(t, asked, groups)).render()
    } else {
        group.value(chosen_id).render()
    };
    let mut state = select("state", t.users_list_state()).option("", any.as_str());
    for it in State::ALL {
        state = state.option(it.word(), state_word(t, *it));
    }
    let mut origin = select("origin", t.users_list_origin()).option("", any.as_str());
    for it in Origin::ALL {
        origin = origin.option(it.word(), origin_word(t, it));
    }
    let mut seat = select("seat", t.users_list_seat()).option("", any.as_str());
    for it in Seat::ALL {
        seat = seat.option(it.word(), seat_word(t, it));
    }
    let wrong_days =
        asked.unknown.as_ref().filter(|(filter, _)| *filter == "idle").map(|(_, word)| word.as_str());
    let days = asked.idle_days.map(|days| days.to_string());
    let days = days.or_else(|| wrong_days.map(str::to_owned)).unwrap_or_default();
    let is_open = asked.is_filtered();
    let body = html! {
        div.search {
            label.for-readers for="field-search" { (t.users_list_search()) }
            (Icon::Search)
            input.input id="field-search" name="search" type="search" value=(asked.search) maxlength="200"
                placeholder=(t.users_list_search()) autocomplete="off" spellcheck="false" data-search;
            (button(t.users_list_find()))
        }
        details open[is_open] {
            summary { (t.users_list_filters()) }
            div.fields {
                (role.value(asked.role.as_deref().unwrap_or_default()))
                (group)
                (state.value(asked.state.map_or("", State::word)))
                (seat.value(asked.seat.map_or("", Seat::word)))
                (origin.value(asked.origin.map_or("", Origin::word)))
                (field("idle", t.users_list_idle()).value(days).max_length(5)
                    .error(wrong_days.map(|_| t.users_list_idle_wrong())))
            }
            div.actions { (button(t.users_list_apply()).small()) }
        }
        @for (name, value) in asked.fields() {
            @if matches!(name, "sort" | "desc" | "column") { (hidden(name, value)) }
        }
    };
    html! { div data-live="list" { (form(HERE, csrf).get().body(body)) } }
}

/// What to say of a group that is not there.
fn no_group(t: Text, asked: &ListQuery, groups: &Choices) -> Option<String> {
    let typed = asked.group.clone().filter(|_| groups.chosen.is_none())?;
    if is_id(&typed) {
        return Some(t.users_list_group_gone());
    }
    Some(match groups.similar.as_slice() {
        [] => t.users_list_no_group(typed),
        similar => t.users_list_no_group_but(typed, similar.join(", ")),
    })
}

/// The filters that are set, each with the way to take it away; and the usual lengths of absence.
pub(super) fn active_filters(t: Text, asked: &ListQuery, listing: &Listing, groups: &Choices) -> Markup {
    let without = |change: fn(&mut ListQuery)| {
        let mut other = asked.clone();
        change(&mut other);
        address(&other.address(&Page::First))
    };
    let mut row = chips(t.users_list_filters());
    if let Some(id) = &asked.role {
        let role = listing.roles.iter().find(|role| role.id == *id || role.name == *id);
        let gone = || if is_id(id) { t.users_list_role_gone() } else { id.clone() };
        let name = role.map_or_else(gone, |role| t.role_name(&role.name, &role.display_name));
        row = row.chip(name, without(|it| it.role = None), true);
    }
    if let Some(id) = &asked.group {
        let name = match &groups.chosen {
            None if is_id(id) => t.users_list_group_gone(),
            None => id.clone(),
            Some(group) => t.group_name(&group.name).into_owned(),
        };
        row = row.chip(name, without(|it| it.group = None), true);
    }
    if let Some(state) = asked.state {
        row = row.chip(state_word(t, state), without(|it| it.state = None), true);
    }
    if let Some(seat) = asked.seat {
        row = row.chip(seat_word(t, seat), without(|it| it.seat = None), true);
    }
    if let Some(origin) = asked.origin {
        row = row.chip(origin_word(t, origin), without(|it| it.origin = None), true);
    }
    for days in IDLE_DAYS {
        let is_on = asked.idle_days == Some(days);
        let unknown = asked.unknown.clone().filter(|(filter, _)| *filter != "idle");
        let other = ListQuery { idle_days: (!is_on).then_some(days), unknown, ..asked.clone() };
        row = row.chip(t.users_list_idle_days(days), address(&other.address(&Page::First)), is_on);
    }
    if let Some(days) = asked.idle_days.filter(|days| !IDLE_DAYS.contains(days)) {
        row = row.chip(t.users_list_idle_days(days), without(|it| it.idle_days = None), true);
    }
    if let Some((_, word)) = &asked.unknown {
        row = row.chip(t.users_list_unknown(word.clone()), without(|it| it.unknown = None), true);
    }
    html! {
        (row)
        @if asked.is_for_beginnings() { p.hint { (t.users_list_beginnings()) } }
    }
}

/// Which columns are shown.
pub(super) fn columns(t: Text, csrf: &str, asked: &ListQuery) -> Markup {
    let body = html! {
        @for (name, value) in asked.fields() { @if name != "column" { (hidden(name, value)) } }
        div.fields {
            @for column in Column::ALL {
                (checkbox("column", column_label(t, *column)).value(column.word())
                    .checked(asked.shown_columns().contains(column)))
            }
        }
        div.actions { (button(t.users_list_apply()).small()) }
    };
    html! { details { summary { (t.users_list_columns()) } (form(HERE, csrf).get().body(body)) } }
}
