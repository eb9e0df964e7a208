//! The arguments of the commands about scripts: the callers of the API, service accounts with their tokens, and mails.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{configured, option};
use crate::{
    accounts::{
        api_tokens::{NewToken, OVERLAP_HOURS},
        callers::{CallerKind, Filter, command::Order as CallersOrder},
        users::{NewService, command::Order as ServiceOrder},
    },
    common::outbox::command::Order as MailsOrder,
    cx::Scope,
    text::Text,
};

fn switch(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

fn given_text(given: &ArgMatches, name: &str) -> String {
    given.get_one::<String>(name).cloned().unwrap_or_default()
}

fn given_texts(given: &ArgMatches, name: &str) -> Vec<String> {
    given.get_many::<String>(name).into_iter().flatten().cloned().collect()
}

/// `seatwarden mails`.
pub(in super::super) fn mails(t: Text) -> Command {
    let ids = Arg::new("id").value_name("ID").action(ArgAction::Append).help(t.cli_mails_id());
    Command::new("mails")
        .about(t.cli_mails())
        .subcommand_required(true)
        .subcommand(configured(t, Command::new("failed").about(t.cli_mails_failed())))
        .subcommand(configured(t, Command::new("retry").about(t.cli_mails_retry()).arg(ids)))
}

/// What `mails` is to do.
pub(in super::super) fn mails_order(given: &ArgMatches) -> Option<MailsOrder> {
    let (name, given) = given.subcommand()?;
    Some(match name {
        "failed" => MailsOrder::Failed,
        _ => MailsOrder::Retry { ids: given_texts(given, "id") },
    })
}

/// `seatwarden callers`.
pub(in super::super) fn callers(t: Text) -> Command {
    let ids =
        || Arg::new("id").value_name("ID").required(true).action(ArgAction::Append).help(t.cli_callers_id());
    let list = Command::new("list").about(t.cli_callers_list()).args([
        option("search", "TEXT").help(t.cli_callers_search()),
        option("kind", "KIND").value_parser(CallerKind::ALL.map(CallerKind::word)).help(t.cli_callers_kind()),
        switch("legacy").help(t.cli_callers_legacy()),
        switch("only-off").help(t.cli_callers_only_off()),
        switch("json").help(t.cli_callers_json()),
    ]);
    Command::new("callers")
        .about(t.cli_callers())
        .subcommand_required(true)
        .subcommand(configured(t, list))
        .subcommand(configured(t, Command::new("off").about(t.cli_callers_off()).arg(ids())))
        .subcommand(configured(t, Command::new("on").about(t.cli_callers_on()).arg(ids())))
}

/// What `callers` is to do.
pub(in super::super) fn callers_order(given: &ArgMatches) -> Option<CallersOrder> {
    let (name, given) = given.subcommand()?;
    Some(match name {
        "list" => CallersOrder::List {
            filter: Filter {
                search: given_text(given, "search"),
                kind: CallerKind::of_word(&given_text(given, "kind")).ok(),
                legacy: given.get_flag("legacy"),
                off: given.get_flag("only-off"),
                ..Filter::default()
            },
            as_json: given.get_flag("json"),
        },
        "off" => CallersOrder::Switch { ids: given_texts(given, "id"), off: true },
        _ => CallersOrder::Switch { ids: given_texts(given, "id"), off: false },
    })
}

fn user(t: Text) -> Arg {
    Arg::new("user").value_name("USER").required(true).help(t.cli_service_user())
}

fn token(t: Text) -> Arg {
    Arg::new("token").value_name("TOKEN").required(true).help(t.cli_service_token_id())
}

/// `seatwarden users service`.
pub(super) fn service(t: Text) -> Command {
    let add = Command::new("add").about(t.cli_service_add()).args([
        Arg::new("name").value_name("NAME").required(true).help(t.cli_service_name()),
        option("role", "ROLE").help(t.cli_service_role()),
        option("group", "GROUP").action(ArgAction::Append).help(t.cli_service_group()),
    ]);
    let make = Command::new("token").about(t.cli_service_token()).args([
        user(t),
        option("name", "NAME").required(true).help(t.cli_service_token_name()),
        option("scope", "SCOPE")
            .value_parser(Scope::ALL.iter().map(|scope| scope.word()).collect::<Vec<_>>())
            .action(ArgAction::Append)
            .default_value(Scope::ReadUsers.word())
            .help(t.cli_service_scope()),
        option("days", "DAYS")
            .value_parser(value_parser!(i64))
            .default_value("90")
            .help(t.cli_service_days()),
    ]);
    let overlap =
        option("overlap-hours", "HOURS").value_parser(value_parser!(i64)).help(t.cli_service_overlap());
    let rotate = Command::new("rotate").about(t.cli_service_rotate()).args([user(t), token(t), overlap]);
    let revoke = Command::new("revoke").about(t.cli_service_revoke()).args([user(t), token(t)]);
    Command::new("service")
        .about(t.cli_service())
        .subcommand_required(true)
        .subcommand(configured(t, add))
        .subcommand(configured(t, Command::new("list").about(t.cli_service_list())))
        .subcommand(configured(t, make))
        .subcommand(configured(t, Command::new("tokens").about(t.cli_service_tokens()).arg(user(t))))
        .subcommand(configured(t, rotate))
        .subcommand(configured(t, revoke))
}

/// What `users service` is to do.
pub(in super::super) fn service_order(given: &ArgMatches) -> Option<ServiceOrder> {
    let (name, given) = given.subcommand()?;
    let user = || given_text(given, "user");
    Some(match name {
        "add" => ServiceOrder::Add(NewService {
            name: given_text(given, "name"),
            role: given_text(given, "role"),
            groups: given_texts(given, "group"),
        }),
        "list" => ServiceOrder::List,
        "tokens" => ServiceOrder::Tokens(user()),
        "token" => ServiceOrder::MakeToken {
            user: user(),
            new: NewToken {
                name: given_text(given, "name"),
                scope: given
                    .get_many::<String>("scope")
                    .map(|all| all.cloned().collect::<Vec<_>>().join(" "))
                    .unwrap_or_default(),
                days: given.get_one::<i64>("days").copied().unwrap_or_default(),
            },
        },
        "rotate" => ServiceOrder::Rotate {
            user: user(),
            token: given_text(given, "token"),
            overlap_hours: given.get_one::<i64>("overlap-hours").copied().unwrap_or(OVERLAP_HOURS),
        },
        _ => ServiceOrder::Revoke { user: user(), token: given_text(given, "token") },
    })
}
