//! What the list of users calls its columns, states, origins and seats, on the page and in the file.

use super::super::{Column, State};
use crate::{accounts::seats::Seat, cx::Origin, text::Text};

/// The head of a column.
pub(in super::super) fn column_label(t: Text, column: Column) -> String {
    match column {
        Column::Email => t.users_email(),
        Column::Name => t.users_list_name(),
        Column::Groups => t.users_list_groups(),
        Column::Role => t.users_role(),
        Column::Origin => t.users_list_origin(),
        Column::Seat => t.users_list_seat(),
        Column::State => t.users_list_state(),
        Column::LastActive => t.users_last_active(),
        Column::DaysSince => t.users_list_days_since(),
        Column::Created => t.users_list_created(),
    }
}

/// A state in words.
pub(in super::super) fn state_word(t: Text, state: State) -> String {
    match state {
        State::Active => t.users_list_state_active(),
        State::Inactive => t.users_state_inactive(),
        State::Invited => t.users_list_state_invited(),
        State::Locked => t.users_list_state_locked(),
    }
}

/// An origin in words.
pub(in super::super) fn origin_word(t: Text, origin: Origin) -> String {
    match origin {
        Origin::Local => t.users_list_origin_local(),
        Origin::Sso => t.users_list_origin_sso(),
        Origin::Service => t.users_list_origin_service(),
        Origin::License => t.users_list_origin_license(),
    }
}

/// A seat in words.
pub(in super::super) fn seat_word(t: Text, seat: Seat) -> String {
    match seat {
        Seat::Administrators => t.users_list_seat_administrators(),
        Seat::Designers => t.users_list_seat_designers(),
        Seat::Viewers => t.users_list_seat_viewers(),
    }
}
