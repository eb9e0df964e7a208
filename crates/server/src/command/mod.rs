//! The command line: `seatwarden serve`, `demo`, `rescue`, `users`, `callers`, `mails`, `audit`, `api`, `config`.

mod arguments;
mod logs;
mod out;
mod serve;

use arguments::StaffOrder;

pub(crate) use serve::stop_signal;

use std::{ffi::OsString, process::ExitCode};

use clap::ArgMatches;
use seatwarden_base::{Error, Result};

use crate::{
    accounts::{
        callers, import, rescue,
        setup::{self, Installed},
        users,
    },
    common::{audit, outbox},
    config::{self, Config, Flags},
    cx::Cx,
    demo, huge_pages,
    licensing::{
        activations, downloads, issuer, packages, portal, reports, sample_dashboards, signing_keys, trials,
    },
    open::{self, Given},
    text::{Language, Text},
    web::openapi,
};

pub(crate) use out::Out;

/// What wrong arguments, and a configuration that is wrong, end with below `license`, as in the small program: 1 and 2 mean
/// there how the license stands.
const LICENSE_USAGE: u8 = 64;

/// Runs the command line and answers its exit code: 0 if all went well, 1 if it was refused or broke,
/// 2 if the command line itself is wrong, or 64 below `license`.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    huge_pages::avoid();
    // Two crates ask for the process-wide provider; it can only be missing, never be another.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let text = Text::new(language());
    let mut out = Out::new(text);
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let matches = match arguments::command(text).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(wrong) => {
            let _ = wrong.print();
            return ExitCode::from(code_of(&wrong, &arguments));
        }
    };
    match dispatch(&matches, &mut out) {
        Ok(code) => code,
        Err(error) => {
            out.error(&error);
            ExitCode::FAILURE
        }
    }
}

/// The exit code of a command line that was not understood, or that asked for help.
fn code_of(wrong: &clap::Error, arguments: &[OsString]) -> u8 {
    let is_license = || {
        let read = arguments::command(Text::default()).ignore_errors(true).try_get_matches_from(arguments);
        read.is_ok_and(|matches| matches.subcommand_name() == Some("license"))
    };
    if wrong.use_stderr() && is_license() {
        LICENSE_USAGE
    } else {
        u8::try_from(wrong.exit_code()).unwrap_or(2)
    }
}

/// The language of the terminal: what its environment says, else English.
fn language() -> Language {
    [config::LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find_map(|value| Language::parse(&value))
        .unwrap_or_default()
}

fn dispatch(matches: &ArgMatches, out: &mut Out) -> Result<ExitCode> {
    let Some((name, given)) = matches.subcommand() else { return Ok(ExitCode::from(2)) };
    match name {
        "serve" => with_config(&arguments::flags(given), out, serve::serve),
        "demo" => {
            logs::start_quiet();
            runtime(0)?.block_on(demo::run(arguments::demo(given), out))?;
            Ok(ExitCode::SUCCESS)
        }
        "rescue" => with_installation(&arguments::flags(given), out, |cx, out| {
            Box::pin(rescue::command::rescue(cx, out))
        }),
        "users" => {
            let Some((name, given)) = given.subcommand() else { return Ok(ExitCode::from(2)) };
            if name == "service" {
                let Some(order) = arguments::service_order(given) else { return Ok(ExitCode::from(2)) };
                return with_installation(&arguments::nested(given), out, |cx, out| {
                    Box::pin(users::command::service(cx, out, order))
                });
            }
            let order = arguments::import_order(given);
            with_installation(&arguments::flags(given), out, |cx, out| {
                Box::pin(import::command::import(cx, out, order))
            })
        }
        "callers" => {
            let Some(order) = arguments::callers_order(given) else { return Ok(ExitCode::from(2)) };
            with_installation(&arguments::nested(given), out, |cx, out| {
                Box::pin(callers::command::callers(cx, out, order))
            })
        }
        "mails" => {
            let Some(order) = arguments::mails_order(given) else { return Ok(ExitCode::from(2)) };
            with_installation(&arguments::nested(given), out, |cx, out| {
                Box::pin(outbox::command::mails(cx, out, order))
            })
        }
        "license" => {
            let Some((name, given)) = given.subcommand() else { return Ok(ExitCode::from(2)) };
            if name == "keys" {
                return license_keys(given, out);
            }
            let whole = arguments::command(out.text());
            if let Some(code) = seatwarden_activate::command::print_paper(name, given, whole, &["license"]) {
                return Ok(ExitCode::from(code));
            }
            if let Some((order, given)) = arguments::staff_order(name, given) {
                return license_server(order, given, out);
            }
            if seatwarden_activate::command::is_verb(name) {
                return Ok(license_here(name, given, out));
            }
            let order = arguments::license_order(given);
            with_app(&arguments::flags(given), out, |cx, out| {
                Box::pin(packages::command::import(cx, out, order))
            })
        }
        "audit" => with_installation(&arguments::nested(given), out, |cx, out| {
            Box::pin(audit::command::verify(cx, out))
        }),
        "api" => {
            let Some((_, given)) = given.subcommand() else { return Ok(ExitCode::from(2)) };
            out.data(&openapi::printed(arguments::api_version(given))?);
            Ok(ExitCode::SUCCESS)
        }
        "config" => Ok(configuration(given, out)),
        _ => Ok(ExitCode::from(2)),
    }
}

fn license_keys(given: &ArgMatches, out: &mut Out) -> Result<ExitCode> {
    let Some((name, given)) = given.subcommand() else { return Ok(ExitCode::from(2)) };
    match arguments::keys_order(name, given) {
        Ok(order) => with_app(&arguments::flags(given), out, |cx, out| {
            Box::pin(signing_keys::command::keys(cx, out, order))
        }),
        Err(order) => signing_keys::command::offline(out, &order),
    }
}

fn license_server(order: StaffOrder, given: &ArgMatches, out: &mut Out) -> Result<ExitCode> {
    with_app(&arguments::flags(given), out, |cx, out| match order {
        StaffOrder::Customers(order) => Box::pin(issuer::command::customers(cx, out, order)),
        StaffOrder::Packages(work) => Box::pin(packages::command::work(cx, out, work)),
        StaffOrder::Servers(order) => Box::pin(activations::command::servers(cx, out, order)),
        StaffOrder::Users(order) => Box::pin(portal::command::users(cx, out, order)),
        StaffOrder::Samples(order) => Box::pin(sample_dashboards::command::samples(cx, out, order)),
        StaffOrder::Releases(order) => Box::pin(downloads::command::releases(cx, out, order)),
        StaffOrder::Trials(order) => Box::pin(trials::command::trials(cx, out, order)),
        StaffOrder::Reports(order) => Box::pin(reports::command::report(cx, out, order)),
    })
}

/// The verbs of this installation's own license, which need no database.
fn license_here(name: &str, given: &ArgMatches, out: &Out) -> ExitCode {
    // `time` is a command of commands.
    let flags = if given.subcommand().is_some() { arguments::nested(given) } else { arguments::flags(given) };
    match config::read(&flags, config::environment()) {
        Ok(loaded) => {
            let text = seatwarden_activate::Text::new(out.text().language());
            let settings = loaded.config.license_settings();
            ExitCode::from(seatwarden_activate::command::run_verb(name, given, settings, text))
        }
        Err(refusals) => {
            out.refused(&config::explain(&refusals, out.text()));
            ExitCode::from(LICENSE_USAGE)
        }
    }
}

fn runtime(workers: u16) -> Result<tokio::runtime::Runtime> {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    if workers > 0 {
        builder.worker_threads(usize::from(workers));
    }
    builder.enable_all().build().map_err(|cause| Error::fault("starting the threads", cause))
}

fn with_config(
    flags: &Flags,
    out: &mut Out,
    work: impl AsyncFnOnce(Config, &mut Out) -> Result<()>,
) -> Result<ExitCode> {
    match config::read_ready(flags, config::environment()) {
        Ok(loaded) => {
            runtime(loaded.config.server.workers)?.block_on(work(loaded.config, out))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(refusals) => {
            out.refused(&config::explain(&refusals, out.text()));
            Ok(ExitCode::FAILURE)
        }
    }
}

type Work<'a> = std::pin::Pin<Box<dyn Future<Output = Result<ExitCode>> + 'a>>;

/// Opens the installation for one command beside the running server.
fn with_app(
    flags: &Flags,
    out: &mut Out,
    work: impl for<'a> FnOnce(&'a Cx, &'a mut Out) -> Work<'a>,
) -> Result<ExitCode> {
    with_checked(flags, out, |_| Ok(()), work)
}

/// The same for a command that means nothing where no server ever ran: a mistyped folder must not become an
/// installation whose audit trail is whole. Refuses with `open.no_installation`.
fn with_installation(
    flags: &Flags,
    out: &mut Out,
    work: impl for<'a> FnOnce(&'a Cx, &'a mut Out) -> Work<'a>,
) -> Result<ExitCode> {
    with_checked(flags, out, open::require_installation, work)
}

fn with_checked(
    flags: &Flags,
    out: &mut Out,
    check: impl FnOnce(&Config) -> Result<()>,
    work: impl for<'a> FnOnce(&'a Cx, &'a mut Out) -> Work<'a>,
) -> Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let ran = with_config(flags, out, async |config, out| {
        logs::start_quiet();
        check(&config)?;
        let configured = config.server.public_url.trim_end_matches('/').to_owned();
        let opened = open::open(config, Given::default()).await?;
        let cx = Cx::host(opened.app.clone(), "command")?;
        setup::prepare(&cx).await?;
        let url = if configured.is_empty() { Installed::read(&cx).await?.url } else { configured };
        // Nobody set it before: the application is new.
        let _ = opened.app.base_url.set(url);
        code = work(&cx, out).await?;
        opened.app.close().await
    })?;
    Ok(if ran == ExitCode::SUCCESS { code } else { ran })
}

fn configuration(given: &ArgMatches, out: &mut Out) -> ExitCode {
    let flags = arguments::nested(given);
    let environment = config::environment();
    let refused = match given.subcommand_name() {
        Some("print") => config::load(&flags, environment).map(|loaded| {
            out.data(&seatwarden_base::config::print(&loaded));
        }),
        _ => config::read_ready(&flags, environment).map(|_| out.say(&out.text().cli_config_good())),
    };
    match refused {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusals) => {
            out.refused(&config::explain(&refusals, out.text()));
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_arguments_below_license_are_no_word_about_the_license() {
        let code = |line: &str| {
            let given: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let wrong = arguments::command(Text::default()).try_get_matches_from(&given).unwrap_err();
            code_of(&wrong, &given)
        };

        for line in
            ["seatwarden license status --nonsense", "seatwarden license nonsense", "seatwarden license"]
        {
            assert_eq!(code(line), LICENSE_USAGE, "{line}");
        }
        assert_eq!((code("seatwarden serve --nonsense"), code("seatwarden nonsense")), (2, 2));
        assert_eq!(code("seatwarden license status --help"), 0);
    }
}
