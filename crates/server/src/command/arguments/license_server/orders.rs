//! What somebody asks for with the commands of the staff, read from their arguments.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::{Map, Value, json};

use super::{DAYS, FIELDS, LIMITS, SEATS};
use crate::licensing::{
    activations::command::Order as ServersOrder,
    downloads::command::Order as ReleasesOrder,
    issuer::command::Order as CustomersOrder,
    packages::{
        State,
        command::{Typed, Work},
    },
    portal::command::Order as UsersOrder,
    reports::command::Order as ReportOrder,
    sample_dashboards::command::Order as SamplesOrder,
    trials::command::Order as TrialsOrder,
};

/// What the staff asks for.
pub(in super::super::super) enum StaffOrder {
    Customers(CustomersOrder),
    Packages(Work),
    Servers(ServersOrder),
    Users(UsersOrder),
    Samples(SamplesOrder),
    Releases(ReleasesOrder),
    Trials(TrialsOrder),
    Reports(ReportOrder),
}

fn text_of(given: &ArgMatches, name: &str) -> Option<String> {
    // Not every command has every argument.
    given.try_get_one::<String>(name).ok().flatten().cloned()
}

fn text(given: &ArgMatches, name: &str) -> String {
    text_of(given, name).unwrap_or_default()
}

fn file(given: &ArgMatches, name: &str) -> Option<PathBuf> {
    given.try_get_one::<PathBuf>(name).ok().flatten().cloned()
}

fn is_json(given: &ArgMatches) -> bool {
    is_set(given, "json")
}

fn fields(given: &ArgMatches) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, field) in FIELDS {
        if let Some(text) = text_of(given, name) {
            fields.insert(field.to_owned(), json!(text));
        }
    }
    for (name, field) in DAYS {
        if let Some(days) = given.try_get_one::<i64>(name).ok().flatten() {
            fields.insert(field.to_owned(), json!(days));
        }
    }
    if let Ok(Some(names)) = given.try_get_many::<String>("entitlement") {
        fields.insert("entitlements".to_owned(), names.map(|name| json!(name)).collect());
    }
    fields
}

fn typed(given: &ArgMatches) -> Typed {
    let counts = |names: [&'static str; 3]| {
        let found = names.into_iter().filter_map(|name| {
            let count = given.try_get_one::<Value>(name).ok().flatten()?;
            Some((name.to_owned(), count.clone()))
        });
        found.collect()
    };
    Typed { fields: fields(given), seats: counts(SEATS), limits: counts(LIMITS) }
}

fn packages_work(name: &str, given: &ArgMatches) -> Work {
    let key = text(given, "package");
    let held = |state| Work::SetState {
        key: text(given, "package"),
        state,
        reason: text(given, "reason"),
        root: file(given, "root"),
    };
    match name {
        "list" => Work::List {
            organisation: text(given, "organisation"),
            kind: text_of(given, "type"),
            as_json: is_json(given),
        },
        "show" => Work::Show { key, as_json: is_json(given) },
        "issue" => Work::Issue(typed(given)),
        "suspend" => held(State::Suspended),
        "resume" => held(State::Active),
        "revoke" => held(State::Revoked),
        _ => Work::Change { key, typed: typed(given), root: file(given, "root") },
    }
}

fn is_set(given: &ArgMatches, name: &str) -> bool {
    given.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or_default()
}

fn servers_order(name: &str, given: &ArgMatches) -> ServersOrder {
    let key = text(given, "package");
    match name {
        "release" => ServersOrder::Release { key, server: text(given, "server") },
        "reset" => ServersOrder::Reset {
            key,
            is_confirmed: is_set(given, "yes"),
            overrides: is_set(given, "override"),
        },
        _ => ServersOrder::List { key, as_json: is_json(given) },
    }
}

fn users_order(name: &str, given: &ArgMatches) -> UsersOrder {
    let key = text(given, "package");
    match name {
        "add" => UsersOrder::Add {
            key,
            email: text(given, "email"),
            first_name: text(given, "first-name"),
            last_name: text(given, "last-name"),
        },
        _ => UsersOrder::List { key, as_json: is_json(given) },
    }
}

fn samples_order(name: &str, given: &ArgMatches) -> SamplesOrder {
    match name {
        "add" => SamplesOrder::Add {
            file: file(given, "file").unwrap_or_default(),
            title: text(given, "title"),
            summary: text(given, "summary"),
            description: file(given, "description"),
        },
        "publish" | "hide" => {
            SamplesOrder::Publish { slug: text(given, "sample"), is_shown: name == "publish" }
        }
        _ => SamplesOrder::List { as_json: is_json(given) },
    }
}

fn releases_order(name: &str, given: &ArgMatches) -> ReleasesOrder {
    let version = text(given, "version");
    match name {
        "list" => ReleasesOrder::List { as_json: is_json(given) },
        "draft" => ReleasesOrder::Draft {
            version,
            notes: file(given, "notes"),
            entitlement: text(given, "entitlement"),
        },
        "upload" => ReleasesOrder::Upload {
            version,
            files: given.get_many::<PathBuf>("file").into_iter().flatten().cloned().collect(),
        },
        "sign" => ReleasesOrder::Sign { version },
        "publish" => ReleasesOrder::Publish { version },
        _ => ReleasesOrder::Withdraw { version },
    }
}

/// What one of these commands is to do, and its own arguments; none for the commands of others.
pub(in super::super::super) fn staff_order<'a>(
    name: &str,
    given: &'a ArgMatches,
) -> Option<(StaffOrder, &'a ArgMatches)> {
    if name == "reports" {
        let order = ReportOrder { which: text(given, "report"), as_json: is_json(given) };
        return Some((StaffOrder::Reports(order), given));
    }
    let with_verbs =
        ["customers", "packages", "changes", "servers", "users", "releases", "samples", "trials"];
    if !with_verbs.contains(&name) {
        return None;
    }
    let (verb, inner) = given.subcommand()?;
    let order = match (name, verb) {
        ("customers", "list") => StaffOrder::Customers(CustomersOrder::List {
            search: text(inner, "search"),
            as_json: is_json(inner),
        }),
        ("customers", "add") => StaffOrder::Customers(CustomersOrder::Add {
            name: text(inner, "name"),
            email: text(inner, "email"),
            first_name: text(inner, "first-name"),
            last_name: text(inner, "last-name"),
        }),
        ("customers", "rename") => StaffOrder::Customers(CustomersOrder::Rename {
            key: text(inner, "customer"),
            name: text(inner, "name"),
        }),
        ("customers", _) => StaffOrder::Customers(CustomersOrder::Show {
            key: text(inner, "customer"),
            as_json: is_json(inner),
        }),
        ("changes", "approve") => StaffOrder::Packages(Work::Approve {
            id: text(inner, "id"),
            root: file(inner, "root").unwrap_or_default(),
        }),
        ("changes", "reject") => StaffOrder::Packages(Work::Reject { id: text(inner, "id") }),
        ("changes", _) => StaffOrder::Packages(Work::Changes { as_json: is_json(inner) }),
        ("servers", verb) => StaffOrder::Servers(servers_order(verb, inner)),
        ("users", verb) => StaffOrder::Users(users_order(verb, inner)),
        ("samples", verb) => StaffOrder::Samples(samples_order(verb, inner)),
        ("releases", verb) => StaffOrder::Releases(releases_order(verb, inner)),
        ("trials", "extend") => StaffOrder::Trials(TrialsOrder::Extend {
            key: text(inner, "package"),
            days: inner.get_one::<i64>("days").copied().unwrap_or_default(),
            reason: text(inner, "reason"),
        }),
        ("trials", "convert") => {
            StaffOrder::Trials(TrialsOrder::Convert { key: text(inner, "package"), fields: fields(inner) })
        }
        ("trials", _) => StaffOrder::Trials(TrialsOrder::Visitors { as_json: is_json(inner) }),
        (_, verb) => StaffOrder::Packages(packages_work(verb, inner)),
    };
    Some((order, inner))
}
