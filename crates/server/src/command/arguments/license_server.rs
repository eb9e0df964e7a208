//! The arguments of the commands with which the vendor's staff works on the host of a license server; what they ask for is
//! in `license_server/orders.rs`.

mod orders;

use std::{fmt::Write, path::PathBuf};

use clap::{Arg, ArgAction, Command, value_parser};
use serde_json::{Value, json};

pub(in super::super) use orders::{StaffOrder, staff_order};

use super::{configured, option};
use crate::{
    licensing::{
        packages::{Deployment, Environment, Kind, Tier},
        reports::Which,
    },
    text::Text,
};

/// The names of these commands, in the order in which help shows them.
const NAMES: [&str; 11] = [
    "customers",
    "packages",
    "changes",
    "servers",
    "users",
    "releases",
    "samples",
    "trials",
    "reports",
    "keys",
    "import",
];

/// Adds the commands of the staff to `seatwarden license`, and shows them under a heading of their own.
pub(super) fn with_staff(t: Text, license: Command) -> Command {
    let mut license = license
        .subcommand(customers(t))
        .subcommand(packages(t))
        .subcommand(changes(t))
        .subcommand(servers_of(t))
        .subcommand(users(t))
        .subcommand(releases(t))
        .subcommand(samples(t))
        .subcommand(trials(t))
        .subcommand(reports(t));
    let mut heading = format!("{}:", t.cli_license_server());
    for name in NAMES {
        let about = license.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
        // Writing to a string cannot fail.
        let _ = write!(heading, "\n  {name:<10}  {}", about.unwrap_or_default());
        license = license.mut_subcommand(name, |command| command.hide(true));
    }
    // What everybody uses stands first.
    let own = license.get_after_help().map(ToString::to_string).unwrap_or_default();
    license.after_help(format!("{own}\n\n{heading}"))
}

fn needed(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).value_name(value).required(true)
}

fn as_json(t: Text) -> Arg {
    Arg::new("json").long("json").action(ArgAction::SetTrue).help(t.cli_license_json())
}

fn path(name: &'static str) -> Arg {
    option(name, "FILE").value_parser(value_parser!(PathBuf))
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| word(*one)).collect()
}

fn customers(t: Text) -> Command {
    let names = [
        needed("name", "NAME").help(t.cli_license_organisation()),
        needed("email", "E-MAIL").help(t.cli_license_owner()),
        option("first-name", "NAME").help(t.cli_license_first_name()),
        option("last-name", "NAME").help(t.cli_license_last_name()),
    ];
    Command::new("customers")
        .about(t.cli_license_customers())
        .subcommand_required(true)
        .subcommand(configured(
            t,
            Command::new("list")
                .about(t.cli_license_customers_list())
                .args([option("search", "TEXT").help(t.cli_license_search()), as_json(t)]),
        ))
        .subcommand(configured(t, Command::new("add").about(t.cli_license_customers_add()).args(names)))
        .subcommand(configured(
            t,
            Command::new("rename").about(t.cli_license_customers_rename()).args([
                needed("customer", "ID").help(t.cli_license_customer()),
                needed("name", "NAME").help(t.cli_license_organisation()),
            ]),
        ))
        .subcommand(configured(
            t,
            Command::new("show")
                .about(t.cli_license_customers_show())
                .args([needed("customer", "ID").help(t.cli_license_customer()), as_json(t)]),
        ))
}

/// A number, or `none` where there is no limit.
fn count(text: &str) -> Result<Value, String> {
    match text {
        "none" => Ok(Value::Null),
        _ => text.parse::<i64>().map(|count| json!(count)).map_err(|cause| cause.to_string()),
    }
}

/// A number of servers: a license always has a limit of these.
fn servers(t: Text, text: &str) -> Result<Value, String> {
    let count = text.parse::<i64>().ok().filter(|count| *count > 0);
    count.map(|count| json!(count)).ok_or_else(|| t.cli_license_servers())
}

const SEATS: [&str; 3] = ["administrators", "designers", "viewers"];
const LIMITS: [&str; 3] = ["servers", "rows", "cores"];
/// Those limits that a license need not have.
const ROWS_AND_CORES: [&str; 2] = ["rows", "cores"];
/// Options whose value is a field of the API, by the name of that field.
const FIELDS: [(&str, &str); 10] = [
    ("organisation", "organisation"),
    ("code", "code"),
    ("name", "name"),
    ("type", "type"),
    ("tier", "tier"),
    ("deployment", "deployment"),
    ("environment", "environment"),
    ("from", "validFrom"),
    ("until", "validUntil"),
    ("reason", "reason"),
];
const DAYS: [(&str, &str); 2] = [("lease-days", "leaseDays"), ("grace-days", "graceDays")];

fn reason(t: Text) -> Arg {
    option("reason", "TEXT").required(true).help(t.cli_license_reason())
}

fn root(t: Text) -> Arg {
    path("root").help(t.cli_license_root())
}

fn terms(t: Text) -> Vec<Arg> {
    let mut all = vec![
        option("name", "NAME").help(t.cli_license_name()),
        option("type", "TYPE").value_parser(words(Kind::ALL, Kind::word)).help(t.cli_license_type()),
        option("tier", "TIER").value_parser(words(Tier::ALL, Tier::word)).help(t.cli_license_tier()),
        option("deployment", "WORD")
            .value_parser(words(Deployment::ALL, Deployment::word))
            .help(t.cli_license_deployment()),
        option("environment", "WORD")
            .value_parser(words(Environment::ALL, Environment::word))
            .help(t.cli_license_environment()),
        option("from", "DAY").help(t.cli_license_from()),
        option("until", "DAY").help(t.cli_license_until()),
        option("entitlement", "NAME").action(ArgAction::Append).help(t.cli_license_entitlement()),
        reason(t),
    ];
    all.push(
        option("servers", "N").value_parser(move |text: &str| servers(t, text)).help(t.cli_license_servers()),
    );
    let counts = SEATS.into_iter().chain(ROWS_AND_CORES);
    all.extend(counts.map(|name| option(name, "N").value_parser(count).help(t.cli_license_count())));
    let days =
        DAYS.map(|(name, _)| option(name, "N").value_parser(value_parser!(i64)).help(t.cli_license_days()));
    all.extend(days);
    all
}

fn package(t: Text) -> Arg {
    needed("package", "CODE").help(t.cli_license_package())
}

fn packages(t: Text) -> Command {
    let held = |name: &'static str, about: String| {
        configured(t, Command::new(name).about(about)).args([package(t), reason(t), root(t)])
    };
    let list = Command::new("list").about(t.cli_license_packages_list()).args([
        option("organisation", "ID").help(t.cli_license_customer()),
        option("type", "TYPE").value_parser(words(Kind::ALL, Kind::word)).help(t.cli_license_type()),
        as_json(t),
    ]);
    let issue = Command::new("issue")
        .about(t.cli_license_packages_issue())
        .args([
            option("organisation", "ID").required(true).help(t.cli_license_customer()),
            option("code", "CODE").help(t.cli_license_code()),
        ])
        .args(terms(t));
    let renew = Command::new("renew").about(t.cli_license_packages_renew()).args([
        package(t),
        option("until", "DAY").required(true).help(t.cli_license_until()),
        reason(t),
    ]);
    let change = Command::new("change")
        .about(t.cli_license_packages_change())
        .args([package(t), root(t)])
        .args(terms(t));
    Command::new("packages")
        .about(t.cli_license_packages())
        .subcommand_required(true)
        .subcommand(configured(t, list))
        .subcommand(configured(
            t,
            Command::new("show").about(t.cli_license_packages_show()).args([package(t), as_json(t)]),
        ))
        .subcommand(configured(t, issue))
        .subcommand(configured(t, renew))
        .subcommand(configured(t, change))
        .subcommand(held("suspend", t.cli_license_packages_suspend()))
        .subcommand(held("resume", t.cli_license_packages_resume()))
        .subcommand(held("revoke", t.cli_license_packages_revoke()))
}

fn changes(t: Text) -> Command {
    let id = || needed("id", "ID").help(t.cli_license_change());
    Command::new("changes")
        .about(t.cli_license_changes())
        .subcommand_required(true)
        .subcommand(configured(t, Command::new("list").about(t.cli_license_changes_list()).arg(as_json(t))))
        .subcommand(configured(
            t,
            Command::new("approve")
                .about(t.cli_license_changes_approve())
                .args([id(), root(t).required(true)]),
        ))
        .subcommand(configured(t, Command::new("reject").about(t.cli_license_changes_reject()).arg(id())))
}

fn servers_of(t: Text) -> Command {
    let flag = |name: &'static str| Arg::new(name).long(name).action(ArgAction::SetTrue);
    let release = Command::new("release")
        .about(t.cli_license_servers_release())
        .args([package(t), needed("server", "ID").help(t.cli_license_server_id())]);
    let reset = Command::new("reset").about(t.cli_license_servers_reset()).args([
        package(t),
        flag("yes").help(t.cli_license_yes()),
        flag("override").help(t.cli_license_override()),
    ]);
    Command::new("servers")
        .about(t.cli_license_servers_of())
        .subcommand_required(true)
        .subcommand(configured(
            t,
            Command::new("list").about(t.cli_license_servers_list()).args([package(t), as_json(t)]),
        ))
        .subcommand(configured(t, release))
        .subcommand(configured(t, reset))
}

fn users(t: Text) -> Command {
    let add = Command::new("add").about(t.cli_license_users_add()).args([
        package(t),
        needed("email", "E-MAIL").help(t.cli_license_user()),
        option("first-name", "NAME").help(t.cli_license_user_first_name()),
        option("last-name", "NAME").help(t.cli_license_user_last_name()),
    ]);
    Command::new("users")
        .about(t.cli_license_users())
        .subcommand_required(true)
        .subcommand(configured(
            t,
            Command::new("list").about(t.cli_license_users_list()).args([package(t), as_json(t)]),
        ))
        .subcommand(configured(t, add))
}

fn samples(t: Text) -> Command {
    let of = |name: &'static str, about: String| {
        configured(t, Command::new(name).about(about))
            .arg(needed("sample", "SLUG").help(t.cli_license_sample()))
    };
    let add = Command::new("add").about(t.cli_license_samples_add()).args([
        needed("file", "FILE").value_parser(value_parser!(PathBuf)).help(t.cli_license_sample_file()),
        option("title", "TEXT").required(true).help(t.cli_license_sample_title()),
        option("summary", "TEXT").required(true).help(t.cli_license_sample_summary()),
        path("description").help(t.cli_license_sample_description()),
    ]);
    Command::new("samples")
        .about(t.cli_license_samples())
        .subcommand_required(true)
        .subcommand(configured(t, Command::new("list").about(t.cli_license_samples_list()).arg(as_json(t))))
        .subcommand(configured(t, add))
        .subcommand(of("publish", t.cli_license_samples_publish()))
        .subcommand(of("hide", t.cli_license_samples_hide()))
}

fn releases(t: Text) -> Command {
    let version = || needed("version", "VERSION").help(t.cli_license_version());
    let of =
        |name: &'static str, about: String| configured(t, Command::new(name).about(about).arg(version()));
    let draft = Command::new("draft").about(t.cli_license_releases_draft()).args([
        version(),
        path("notes").help(t.cli_license_notes()),
        option("entitlement", "NAME").help(t.cli_license_needs()),
    ]);
    let files = Arg::new("file")
        .value_name("FILE")
        .required(true)
        .action(ArgAction::Append)
        .value_parser(value_parser!(PathBuf))
        .help(t.cli_license_release_file());
    Command::new("releases")
        .about(t.cli_license_releases())
        .subcommand_required(true)
        .subcommand(configured(t, Command::new("list").about(t.cli_license_releases_list()).arg(as_json(t))))
        .subcommand(configured(t, draft))
        .subcommand(of("upload", t.cli_license_releases_upload()).arg(files))
        .subcommand(of("sign", t.cli_license_releases_sign()))
        .subcommand(of("publish", t.cli_license_releases_publish()))
        .subcommand(of("withdraw", t.cli_license_releases_withdraw()))
}

fn trials(t: Text) -> Command {
    let days = option("days", "N").value_parser(value_parser!(i64)).required(true);
    let extend = Command::new("extend").about(t.cli_license_trials_extend()).args([
        package(t),
        days.help(t.cli_license_days()),
        reason(t),
    ]);
    let convert = Command::new("convert").about(t.cli_license_trials_convert()).args([
        package(t),
        option("until", "DAY").required(true).help(t.cli_license_until()),
        option("type", "TYPE").value_parser(words(Kind::ALL, Kind::word)).help(t.cli_license_type()),
        option("tier", "TIER").value_parser(words(Tier::ALL, Tier::word)).help(t.cli_license_tier()),
        reason(t),
    ]);
    Command::new("trials")
        .about(t.cli_license_trials())
        .subcommand_required(true)
        .subcommand(configured(
            t,
            Command::new("visitors").about(t.cli_license_trials_visitors()).arg(as_json(t)),
        ))
        .subcommand(configured(t, extend))
        .subcommand(configured(t, convert))
}

fn reports(t: Text) -> Command {
    let report =
        needed("report", "REPORT").value_parser(Which::ALL.map(Which::word)).help(t.cli_license_report());
    configured(t, Command::new("reports").about(t.cli_license_reports()).args([report, as_json(t)]))
}
