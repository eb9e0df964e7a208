//! The arguments of every command, with their help in the terminal's language.

mod license_server;
mod scripts;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use seatwarden_base::secret::Secret;

use crate::{
    accounts::import::{Options, command::Order},
    config::Flags,
    demo::DemoOptions,
    licensing::{
        packages::command::Order as LicenseOrder,
        signing_keys::command::{OfflineOrder, Order as KeysOrder},
    },
    text::Text,
    web::openapi::Version,
};

pub(super) use license_server::{StaffOrder, staff_order};
pub(super) use scripts::{callers_order, mails_order, service_order};

/// The whole command line.
pub(super) fn command(t: Text) -> Command {
    Command::new("seatwarden")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t.cli_about())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(configured(t, Command::new("serve").about(t.cli_serve())).args([
            option("address", "HOST:PORT").help(t.cli_address()),
            option("public-url", "URL").help(t.cli_public_url()),
        ]))
        .subcommand(demo_command(t))
        .subcommand(configured(t, Command::new("rescue").about(t.cli_rescue())))
        .subcommand(
            Command::new("users")
                .about(t.cli_users())
                .subcommand_required(true)
                .subcommand(configured(t, Command::new("import").about(t.cli_users_import())).args(import(t)))
                .subcommand(scripts::service(t)),
        )
        .subcommand(scripts::callers(t))
        .subcommand(scripts::mails(t))
        .subcommand(license_server::with_staff(
            t,
            Command::new("license")
                .about(t.cli_license())
                // What it has stands below headings of its own, so it seems to have nothing.
                .override_usage("seatwarden license <COMMAND>")
                .subcommand_required(true)
                .subcommand(
                    configured(
                        t,
                        Command::new("import")
                            .about(t.cli_license_import())
                            .after_help(t.cli_license_columns()),
                    )
                    .args(license_import(t)),
                )
                .subcommand(license_keys(t))
                .subcommands(own_license(t))
                .subcommands(seatwarden_activate::command::papers(own_text(t)).map(|paper| paper.hide(true)))
                .after_help(seatwarden_activate::command::listed(own_text(t))),
        ))
        .subcommand(
            Command::new("audit")
                .about(t.cli_audit())
                .subcommand_required(true)
                .subcommand(configured(t, Command::new("verify").about(t.cli_audit_verify()))),
        )
        .subcommand(
            Command::new("api")
                .about(t.cli_api())
                .subcommand_required(true)
                .subcommand(Command::new("document").about(t.cli_api_document()).arg(version())),
        )
        .subcommand(
            Command::new("config")
                .about(t.cli_config())
                .subcommand_required(true)
                .subcommand(configured(t, Command::new("print").about(t.cli_config_print())))
                .subcommand(configured(t, Command::new("check").about(t.cli_config_check()))),
        )
}

fn own_text(t: Text) -> seatwarden_activate::Text {
    seatwarden_activate::Text::new(t.language())
}

/// The verbs of this installation's own license. They stand below a heading of their own.
fn own_license(t: Text) -> impl Iterator<Item = Command> {
    seatwarden_activate::command::verbs(own_text(t)).into_iter().map(|verb| verb.hide(true))
}

fn option(name: &'static str, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value)
}

fn version() -> Arg {
    let words = Version::ALL.map(Version::word);
    option("version", "VERSION").value_parser(words).default_value(Version::V1.word())
}

/// The version that `api document` is asked for.
pub(super) fn api_version(given: &ArgMatches) -> Version {
    given.get_one::<String>("version").and_then(|word| Version::of_word(word)).unwrap_or(Version::V1)
}

fn import(t: Text) -> [Arg; 8] {
    let switch = |name| Arg::new(name).long(name).action(ArgAction::SetTrue);
    [
        Arg::new("file")
            .value_name("FILE")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(t.cli_import_file()),
        switch("dry-run").help(t.cli_import_dry_run()),
        switch("all-rows").help(t.cli_import_all_rows()),
        switch("no-invitations").help(t.cli_import_no_invitations()),
        switch("only-new").help(t.cli_import_only_new()),
        switch("make-groups").help(t.cli_import_make_groups()),
        switch("leave-groups").help(t.cli_import_leave_groups()),
        switch("take-lookalikes").help(t.cli_import_take_lookalikes()),
    ]
}

fn license_import(t: Text) -> [Arg; 3] {
    [
        Arg::new("file")
            .value_name("FILE")
            .required(true)
            .value_parser(value_parser!(PathBuf))
            .help(t.cli_license_file()),
        option("reason", "TEXT").default_value("import").help(t.cli_license_reason()),
        Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(t.cli_import_dry_run()),
    ]
}

fn license_keys(t: Text) -> Command {
    let file = |name| option(name, "FILE").value_parser(value_parser!(PathBuf));
    let given = |name, value| Arg::new(name).value_name(value).required(true);
    let root = || file("root").help(t.signing_keys_cli_root());
    Command::new("keys")
        .about(t.signing_keys_cli())
        .subcommand_required(true)
        .subcommand(
            configured(t, Command::new("init").about(t.signing_keys_cli_init())).args([
                option("folder", "DIR")
                    .value_parser(value_parser!(PathBuf))
                    .required_unless_present("pin")
                    .help(t.signing_keys_cli_folder()),
                option("pin", "KEY").action(ArgAction::Append).help(t.signing_keys_cli_pin()),
            ]),
        )
        .subcommand(configured(t, Command::new("rotate").about(t.signing_keys_cli_rotate())).arg(root()))
        .subcommand(configured(t, Command::new("list").about(t.signing_keys_cli_list())))
        .subcommand(
            configured(t, Command::new("revoke").about(t.signing_keys_cli_revoke())).args([
                given("kid", "KID").help(t.signing_keys_cli_kid()),
                root(),
                Arg::new("keep-nothing")
                    .long("keep-nothing")
                    .action(ArgAction::SetTrue)
                    .help(t.signing_keys_cli_keep_nothing()),
            ]),
        )
        .subcommand(
            configured(t, Command::new("import").about(t.signing_keys_cli_import())).args([
                given("file", "FILE")
                    .required(false)
                    .value_parser(value_parser!(PathBuf))
                    .help(t.signing_keys_cli_file()),
                option("pin", "KEY").conflicts_with("file").help(t.signing_keys_cli_pin()),
            ]),
        )
        .subcommand(Command::new("make-root").about(t.signing_keys_cli_make_root()).arg(
            given("file", "FILE").value_parser(value_parser!(PathBuf)).help(t.signing_keys_cli_root_file()),
        ))
        .subcommand(Command::new("vouch").about(t.signing_keys_cli_vouch()).args([
            root().required(true),
            given("file", "FILE").value_parser(value_parser!(PathBuf)).help(t.signing_keys_cli_wish_file()),
        ]))
}

/// What `license keys` is to do: on the host of the server, or where the roots are.
pub(super) fn keys_order(name: &str, given: &ArgMatches) -> Result<KeysOrder, OfflineOrder> {
    // Not every command has every argument.
    let path = |name: &str| given.try_get_one::<PathBuf>(name).ok().flatten().cloned();
    let text = |name: &str| given.try_get_one::<String>(name).ok().flatten().cloned();
    let order = match name {
        "make-root" => return Err(OfflineOrder::MakeRoot(path("file").unwrap_or_default())),
        "vouch" => {
            return Err(OfflineOrder::Vouch(
                path("root").unwrap_or_default(),
                path("file").unwrap_or_default(),
            ));
        }
        "init" => match (path("folder"), given.get_many::<String>("pin")) {
            (_, Some(pins)) => KeysOrder::Init(pins.cloned().collect()),
            (folder, None) => KeysOrder::Start(folder.unwrap_or_default()),
        },
        "rotate" => KeysOrder::Rotate(path("root")),
        "revoke" => KeysOrder::Revoke {
            kid: text("kid").unwrap_or_default(),
            root: path("root"),
            keeps_nothing: given.get_flag("keep-nothing"),
        },
        "import" => match text("pin") {
            Some(pin) => KeysOrder::Pin(pin),
            None => KeysOrder::Import(path("file")),
        },
        _ => KeysOrder::List,
    };
    Ok(order)
}

/// What `license import` is to do.
pub(super) fn license_order(given: &ArgMatches) -> LicenseOrder {
    LicenseOrder {
        file: given.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
        is_dry_run: given.get_flag("dry-run"),
        reason: given.get_one::<String>("reason").cloned().unwrap_or_default(),
    }
}

/// What `users import` is to do.
pub(super) fn import_order(given: &ArgMatches) -> Order {
    Order {
        file: given.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
        is_dry_run: given.get_flag("dry-run"),
        tells_all_rows: given.get_flag("all-rows"),
        options: Options {
            changes_existing: !given.get_flag("only-new"),
            invites: !given.get_flag("no-invitations"),
            makes_groups: given.get_flag("make-groups"),
            leaves_groups: given.get_flag("leave-groups"),
            takes_lookalikes: given.get_flag("take-lookalikes"),
            ..Options::default()
        },
    }
}

fn configured(t: Text, command: Command) -> Command {
    command.args([
        option("config", "FILE").value_parser(value_parser!(PathBuf)).help(t.cli_config_file()),
        option("data-dir", "DIR").help(t.cli_data_dir()),
    ])
}

fn demo_command(t: Text) -> Command {
    Command::new("demo").about(t.cli_demo()).args([
        option("address", "HOST:PORT").default_value("127.0.0.1:8081").help(t.cli_demo_address()),
        option("data-dir", "DIR").value_parser(value_parser!(PathBuf)).help(t.cli_demo_data_dir()),
        option("ready-file", "FILE").value_parser(value_parser!(PathBuf)).help(t.cli_demo_ready_file()),
        Arg::new("tls").long("tls").action(ArgAction::SetTrue).help(t.cli_demo_tls()),
        option("users", "N").value_parser(value_parser!(u32)).default_value("0").help(t.cli_demo_users()),
        option("postgres", "URL").help(t.cli_demo_postgres()),
    ])
}

/// The options that stand over file and environment.
pub(super) fn flags(given: &ArgMatches) -> Flags {
    let mut values = Vec::new();
    for (flag, option) in
        [("data-dir", "server.data_dir"), ("address", "server.address"), ("public-url", "server.public_url")]
    {
        // Not every command has every flag.
        if let Ok(Some(value)) = given.try_get_one::<String>(flag) {
            values.push((format!("--{flag}"), option.to_owned(), value.clone()));
        }
    }
    Flags { file: given.get_one::<PathBuf>("config").cloned(), values }
}

/// The options of a command within a command.
pub(super) fn nested(given: &ArgMatches) -> Flags {
    given.subcommand().map(|(_, given)| flags(given)).unwrap_or_default()
}

/// The options of the demo.
pub(super) fn demo(given: &ArgMatches) -> DemoOptions {
    DemoOptions {
        address: given.get_one::<String>("address").cloned().unwrap_or_default(),
        data_dir: given.get_one::<PathBuf>("data-dir").cloned(),
        ready_file: given.get_one::<PathBuf>("ready-file").cloned(),
        tls: given.get_flag("tls"),
        users: given.get_one::<u32>("users").copied().unwrap_or_default(),
        postgres: given.get_one::<String>("postgres").map(|url| Secret::new(url.clone())),
    }
}
