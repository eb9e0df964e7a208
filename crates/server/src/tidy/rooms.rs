//! Every room has a door and a place in the order; it uses rooms above it only, and its refusals bear its name.

use std::collections::BTreeSet;

use super::{
    assert_bites, assert_tidy, sample,
    source::{Source, closing, files, product},
};

const SERVER: &str = "crates/server/src/";
/// The folders that hold rooms.
const WINGS: &[&str] = &["accounts", "common", "licensing"];
/// Beginnings of refusal codes that belong to no folder.
const COMMON_PREFIXES: &[&str] = &["database", "request", "web"];
/// Refusals that stand outside of their room: what a role may do, and when the password was given, is asked by every room,
/// through `cx`.
const ELSEWHERE: &[(&str, &str)] =
    &[("crates/server/src/cx/permissions.rs", "roles"), ("crates/server/src/cx/permissions.rs", "sessions")];

/// The rooms in their order: the literals of `ROOMS: &[&str] = &["common::settings", …]` in `rooms.rs`.
fn order(sources: &[Source]) -> Vec<String> {
    let Some(source) = sources.iter().find(|source| source.path == format!("{SERVER}rooms.rs")) else {
        return Vec::new();
    };
    let start = source.code.find("ROOMS:").unwrap_or(source.code.len());
    let end = start + source.code[start..].find(';').unwrap_or_default();
    let listed = source.literals.iter().filter(|literal| (start..end).contains(&literal.start));
    listed.map(|literal| literal.text.clone()).collect()
}

/// The rooms that have a folder: `accounts::users`.
fn folders(sources: &[Source]) -> BTreeSet<String> {
    sources.iter().filter_map(|source| room_of(&source.path)).collect()
}

fn room_of(path: &str) -> Option<String> {
    let mut pieces = path.strip_prefix(SERVER)?.split('/');
    let (wing, room) = (pieces.next()?, pieces.next()?);
    (WINGS.contains(&wing) && pieces.next().is_some()).then(|| format!("{wing}::{room}"))
}

/// Rooms that are not in the list, and the other way round.
fn unlisted_rooms(sources: &[Source]) -> Vec<String> {
    let (listed, there) = (order(sources), folders(sources));
    let unlisted = there.iter().filter(|room| !listed.contains(room));
    let gone = listed.iter().filter(|room| !there.contains(*room));
    unlisted
        .map(|room| format!("`{room}` is not in the list of `rooms.rs`"))
        .chain(gone.map(|room| format!("`{room}` of `rooms.rs` has no folder")))
        .collect()
}

/// Rooms that use a room below them.
fn uses_of_lower_rooms(sources: &[Source]) -> Vec<String> {
    let order = order(sources);
    let place_of =
        |path: &str| order.iter().position(|room| path == room || path.starts_with(&format!("{room}::")));
    let mut violations = Vec::new();
    for source in sources {
        let Some(own) = room_of(&source.path).and_then(|room| place_of(&room)) else { continue };
        for (at, path) in mentioned(source) {
            if let Some(used) = place_of(&path).filter(|used| *used > own) {
                violations.push(format!(
                    "{}: `{}` uses `{}`, which stands below it in `rooms.rs`",
                    source.place(at),
                    order[own],
                    order[used]
                ));
            }
        }
    }
    violations.dedup();
    violations
}

/// Every path that starts at `crate::` or `super::`, from the root of the crate.
fn mentioned(source: &Source) -> Vec<(usize, String)> {
    let code = source.product_code();
    let mut own: Vec<&str> =
        source.path.strip_prefix(SERVER).unwrap_or_default().trim_end_matches(".rs").split('/').collect();
    own.pop_if(|last| *last == "mod");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        expand(&code[at + "crate::".len()..], &[], &mut |path| found.push((at, path)));
    }
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let (mut rest, mut above) = (&code[at..], own.clone());
        while let Some(behind) = rest.strip_prefix("super::") {
            rest = behind;
            above.pop();
        }
        expand(rest, &above, &mut |path| found.push((at, path)));
    }
    found
}

/// Reads `a::{b, c::d}` and tells `a::b` and `a::c::d`.
fn expand(code: &str, before: &[&str], tell: &mut dyn FnMut(String)) {
    if code.starts_with('{') {
        let inside = &code[1..closing(code, 0).max(2) - 1];
        let (mut depth, mut start) = (0_usize, 0);
        for (at, letter) in inside.char_indices().chain([(inside.len(), ',')]) {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    expand(inside[start..at].trim(), before, tell);
                    start = at + 1;
                }
                _ => {}
            }
        }
        return;
    }
    let name = &code[..code.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(code.len())];
    let path = [before, &[name]].concat();
    match code[name.len()..].strip_prefix("::") {
        Some(rest) if !name.is_empty() => expand(rest, &path, tell),
        _ => tell(path.join("::")),
    }
}

/// Rooms without a door, without words at the door, or without a place in the paper.
fn rooms_without_door(sources: &[Source], paper: &str) -> Vec<String> {
    let mut violations = Vec::new();
    for room in folders(sources) {
        let door = format!("{SERVER}{}/mod.rs", room.replace("::", "/"));
        match sources.iter().find(|source| source.path == door) {
            Some(source) if source.text.starts_with("//!") => {}
            Some(_) => violations.push(format!("{door}: opens without saying what the room is (`//!`)")),
            None => violations.push(format!("{door}: the room `{room}` has no door")),
        }
        let name = room.rsplit("::").next().unwrap_or_default();
        if !paper.split(|next: char| !next.is_alphanumeric() && next != '_').any(|word| word == name) {
            violations.push(format!("ARCHITECTURE.md: the room `{name}` is not in it"));
        }
    }
    violations
}

/// Refusals whose code does not begin with the name of a folder (or file) they stand in.
fn misnamed_refusals(sources: &[Source]) -> Vec<String> {
    let mut violations = Vec::new();
    for source in sources {
        for (at, _) in source.code.match_indices("Refusal::new(") {
            let end = closing(&source.code, at + "Refusal::new".len());
            let literals = source.product_literals();
            let Some(code) = literals.iter().find(|literal| (at..end).contains(&literal.start)) else {
                continue;
            };
            let prefix = code.text.split('.').next().unwrap_or_default();
            let own = source.path.split(['/', '.']).any(|piece| piece == prefix);
            let elsewhere = ELSEWHERE.contains(&(source.path.as_str(), prefix));
            if !(own || elsewhere || COMMON_PREFIXES.contains(&prefix)) || code.text.split('.').count() != 2 {
                violations.push(format!(
                    "{}: `{}` must be `room.reason`",
                    source.place(code.start),
                    code.text
                ));
            }
        }
    }
    violations
}

fn paper() -> String {
    files(&["ARCHITECTURE.md"], &[".md"]).pop().map(|source| source.text).unwrap_or_default()
}

#[test]
fn every_room_is_listed() {
    assert_tidy(&unlisted_rooms(&product()));
}

#[test]
fn a_room_uses_rooms_above_it_only() {
    assert_tidy(&uses_of_lower_rooms(&product()));
}

#[test]
fn every_room_has_a_door_and_a_place_in_the_paper() {
    assert_tidy(&rooms_without_door(&product(), &paper()));
}

#[test]
fn every_refusal_bears_the_name_of_its_room() {
    assert_tidy(&misnamed_refusals(&product()));
}

/// Where a password is set. Whoever sets somebody else's tells it in the event, because the account is theirs as well
/// from then on (`users::in_one_hand`); all others prove that it is their own, or fill the demo.
const PASSWORDS_SET_IN: [&str; 7] = [
    "accounts/invitations/actions.rs",
    "accounts/password_reset/actions.rs",
    "accounts/users/actions/create.rs",
    "accounts/users/actions/update.rs",
    "demo/actions/mod.rs",
    "demo/actions/vendor.rs",
    "licensing/sign_up/actions.rs",
];

#[test]
fn every_place_that_sets_a_password_is_known() {
    let sets = |source: &Source| source.product_code().contains("passwords::set(");
    let product = product();
    let found: Vec<&str> = product
        .iter()
        .filter(|source| sets(source))
        .filter_map(|source| source.path.strip_prefix(SERVER))
        .collect();
    assert_eq!(found, PASSWORDS_SET_IN, "say there who can sign in from then on, then add the place here");
}

fn house(users: &str, sessions: &str) -> Vec<Source> {
    vec![
        sample(
            "crates/server/src/rooms.rs",
            r#"pub const ROOMS: &[&str] = &["accounts::users", "accounts::sessions"];"#,
        ),
        sample("crates/server/src/accounts/mod.rs", "//! The wing."),
        sample("crates/server/src/accounts/users/mod.rs", users),
        sample("crates/server/src/accounts/sessions/mod.rs", sessions),
    ]
}

#[test]
fn a_use_of_a_lower_room_is_found() {
    for bad in [
        "//! A\nuse crate::accounts::sessions;",
        "//! A\nuse crate::{common::x, accounts::{users, sessions::{Session, end}}};",
        "//! A\nfn f() { crate::accounts::sessions::end() }",
        "//! A\nuse super::sessions;",
    ] {
        assert_bites(&uses_of_lower_rooms(&house(bad, "//! B\nuse crate::accounts::users;")), 1);
    }
    for good in [
        "//! A\nuse crate::accounts::users::model;",
        "//! A\n// crate::accounts::sessions",
        "//! A\nuse super::Sessions;",
    ] {
        assert_bites(&uses_of_lower_rooms(&house(good, "//! B\nuse super::users;")), 0);
    }
}

#[test]
fn an_unlisted_room_is_found() {
    let mut sources = house("//! A", "//! B");
    assert_bites(&unlisted_rooms(&sources), 0);

    sources.remove(3);
    sources.push(sample("crates/server/src/common/audit/mod.rs", "//! C"));

    assert_bites(&unlisted_rooms(&sources), 2);
}

#[test]
fn a_room_without_a_door_is_found() {
    let sources = house("mod store;", "//! B");
    let without = [sample("crates/server/src/common/audit/store.rs", "")];

    assert_bites(&rooms_without_door(&sources, "`users/`, `sessions/`"), 1);
    assert_bites(&rooms_without_door(&house("//! A", "//! B"), "users only"), 1);
    assert_bites(&rooms_without_door(&without, "audit"), 1);
}

#[test]
fn a_misnamed_refusal_is_found() {
    let at = "crates/server/src/accounts/users/model.rs";
    for (code, expected) in
        [("users.gone", 0), ("database.busy", 0), ("sessions.gone", 1), ("users", 1), ("users.a.b", 1)]
    {
        let text = format!("const A: Refusal = Refusal::new(Kind::Busy, \"{code}\");");
        assert_bites(&misnamed_refusals(&[sample(at, &text)]), expected);
    }
}
