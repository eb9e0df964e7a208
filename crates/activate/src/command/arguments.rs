//! The arguments of every verb, with their help in the terminal's language.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use super::paper::papers;
use crate::Text;

fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

fn path(name: &'static str, value: &'static str) -> Arg {
    option(name, value).value_parser(value_parser!(PathBuf))
}

fn switch(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// The whole command line of the small program.
pub fn whole(t: Text) -> Command {
    Command::new("seatwarden-activate")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t.activate_cli())
        .after_help(t.activate_cli_examples())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(verbs(t))
        .subcommands(papers(t))
}

/// The verbs, and what prints their manual, with what they are for, as lines for the help of the server's program.
pub fn listed(t: Text) -> String {
    let mut verbs = verbs(t);
    verbs.extend(papers(t));
    let width = verbs.iter().map(|verb| verb.get_name().len()).max().unwrap_or_default();
    let mut lines = vec![format!("{}:", t.activate_cli_heading())];
    lines.extend(verbs.iter().map(|verb| {
        let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
        format!("  {:width$}  {about}", verb.get_name())
    }));
    lines.join("\n")
}

/// All verbs.
pub fn verbs(t: Text) -> Vec<Command> {
    let mut verbs = seeing(t);
    verbs.extend(changing(t));
    verbs
}

fn verb(t: Text, name: &'static str, about: String) -> Command {
    Command::new(name).about(about).args([
        path("config", "FILE").help(t.activate_cli_config()),
        option("data-dir", "DIR").help(t.activate_cli_data_dir()),
        option("server", "URL").help(t.activate_cli_server()),
        option("proxy", "URL").help(t.activate_cli_proxy()),
        path("ca-file", "FILE").help(t.activate_cli_ca_file()),
        switch("json").help(t.activate_cli_json()),
    ])
}

/// Verbs that only look.
fn seeing(t: Text) -> Vec<Command> {
    let file = || Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf));
    vec![
        verb(t, "status", t.activate_cli_status()).arg(switch("online").help(t.activate_cli_status_online())),
        verb(t, "doctor", t.activate_cli_doctor()),
        verb(t, "explain", t.activate_cli_explain()).arg(file().help(t.activate_cli_install_file())),
        verb(t, "simulate", t.activate_cli_simulate()).args([
            option("at", "DATE").help(t.activate_cli_simulate_at()),
            path("with", "FILE").help(t.activate_cli_simulate_with()),
            switch("unreachable").help(t.activate_cli_simulate_unreachable()),
        ]),
        verb(t, "show-sent", t.activate_cli_show_sent()),
    ]
}

/// Verbs that change something.
fn changing(t: Text) -> Vec<Command> {
    let package = || option("package", "CODE").help(t.activate_cli_package());
    let file = Arg::new("file").value_name("FILE").value_parser(value_parser!(PathBuf));
    let activate = verb(t, "activate", t.activate_cli_activate()).args([
        option("email", "EMAIL").help(t.activate_cli_activate_email()),
        switch("code").conflicts_with("email").help(t.activate_cli_activate_code()),
        path("file", "FILE").conflicts_with_all(["email", "code"]).help(t.activate_cli_activate_file()),
        package(),
        switch("no-sysadmin").help(t.activate_cli_no_sysadmin()),
    ]);
    let recover = verb(t, "recover", t.activate_cli_time_recover())
        .arg(switch("offline").help(t.activate_cli_time_offline()));
    vec![
        activate,
        verb(t, "request", t.activate_cli_request()).args([
            package(),
            switch("show").help(t.activate_cli_request_show()),
            option("qr", "FILE").help(t.activate_cli_request_qr()),
        ]),
        verb(t, "install", t.activate_cli_install()).arg(file.help(t.activate_cli_install_file())),
        verb(t, "renew", t.activate_cli_renew()).arg(switch("dry-run").help(t.activate_cli_renew_dry_run())),
        verb(t, "deactivate", t.activate_cli_deactivate()).visible_alias("sign-out"),
        verb(t, "return", t.activate_cli_return()),
        Command::new("time").about(t.activate_cli_time()).subcommand_required(true).subcommand(recover),
    ]
}
