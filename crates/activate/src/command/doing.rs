//! What each verb does: reads what is given, calls one act, shows what came of it.

use std::{fs, path::PathBuf};

use clap::ArgMatches;
use seatwarden_license_file::Time;
use serde_json::json;

use super::{Out, exit, show, terminal};
use crate::{
    Credentials, Error, Installation, Renewed, Result, Verdict, Wish,
    doctor::{Level, of_error},
    error::no,
    qr_svg, qr_text,
};

/// Does what a verb says; its exit code.
pub(super) fn act(name: &str, given: &ArgMatches, out: &Out, here: &Installation) -> Result<u8> {
    match name {
        "status" => return status(given, out, here),
        "explain" => return explain(given, out, here),
        "activate" => return activate(given, out, here),
        "simulate" => simulate(given, out, here)?,
        "show-sent" => show::sent(out, &here.folder.sent()?),
        "request" => request(given, out, here)?,
        "install" => show::installed(out, &here.install(&terminal::given(path(given, "file").as_deref())?)?),
        "renew" if given.get_flag("dry-run") => show::foreseen(out, &here.foresee_renewal()?),
        "renew" => return Ok(renew(out, &here.renew()?)),
        "deactivate" => show::given_back(out, &here.deactivate()?),
        "return" => show::given_back(out, &here.give_back()?),
        "time" => return recover(given, out, here),
        _ => return Ok(exit::USAGE),
    }
    Ok(exit::GOOD)
}

fn text(given: &ArgMatches, name: &str) -> Option<String> {
    given.try_get_one::<String>(name).ok().flatten().cloned()
}

fn path(given: &ArgMatches, name: &str) -> Option<PathBuf> {
    given.try_get_one::<PathBuf>(name).ok().flatten().cloned()
}

fn status(given: &ArgMatches, out: &Out, here: &Installation) -> Result<u8> {
    let held = here.load()?;
    // Without a license there is nothing to ask about.
    let is_asked = given.get_flag("online") && held.license.is_some();
    let online = is_asked.then(|| here.ask_status(&held));
    let verdict = held.verdict();
    let exit_code = match &online {
        Some(Err(error)) if verdict < Verdict::Limited => {
            if error.is_unreachable() {
                exit::UNREACHABLE
            } else {
                verdict.exit_code().max(exit::REFUSED)
            }
        }
        _ => verdict.exit_code(),
    };
    show::status(out, here, &held, online.as_ref(), exit_code);
    Ok(exit_code)
}

/// A machine without a slot is told no: its lease stays as long as it was.
fn renew(out: &Out, renewed: &Renewed) -> u8 {
    show::renewed(out, renewed);
    if renewed.displaced.is_some() { exit::REFUSED } else { exit::GOOD }
}

fn activate(given: &ArgMatches, out: &Out, here: &Installation) -> Result<u8> {
    let t = out.text();
    if let Some(file) = path(given, "file") {
        show::installed(out, &here.install(&terminal::given(Some(&file))?)?);
        return Ok(exit::GOOD);
    }
    let credentials = if given.get_flag("code") {
        Credentials::Code(terminal::secret(&t.activate_ask_code())?)
    } else {
        let email = text(given, "email").ok_or_else(|| no("activate.no_email"))?;
        let password = terminal::secret(&t.activate_ask_password(email.as_str()))?;
        Credentials::Password { email, password }
    };
    let email = match &credentials {
        Credentials::Password { email, .. } => email.clone(),
        Credentials::Code(_) => String::new(),
    };
    let wish = Wish {
        credentials,
        package: text(given, "package"),
        leaves_sysadmin: !given.get_flag("no-sysadmin"),
    };
    match here.activate(&wish) {
        Ok(activated) => {
            show::activated(out, &activated, &email);
            Ok(exit::GOOD)
        }
        Err(error) if error.is_unreachable() => {
            show::error(out, &error);
            out.say(&t.activate_done_offline());
            out.say(&t.activate_done_offline_steps());
            Ok(exit::UNREACHABLE)
        }
        Err(error) => Err(error),
    }
}

fn request(given: &ArgMatches, out: &Out, here: &Installation) -> Result<()> {
    let (t, package) = (out.text(), text(given, "package"));
    if given.get_flag("show") {
        let claims = here.request_preview(package.as_deref())?;
        let mut said = serde_json::to_value(&claims).unwrap_or_default();
        if let Some(said) = said.as_object_mut() {
            // A key is made with the first request.
            said.insert("device".to_owned(), json!(here.device()?));
        }
        out.json(&said);
        return Ok(());
    }
    let requested = here.request(package.as_deref())?;
    let picture = text(given, "qr");
    match picture.as_deref() {
        Some("-") => draw(out, &requested.compact, true),
        Some(path) => {
            let drawn = qr_svg(&requested.compact).unwrap_or_default();
            fs::write(path, drawn)
                .map_err(|why| no("activate.unwritable").with("path", path).with("why", why))?;
        }
        None => {}
    }
    if out.is_json {
        out.json(&json!({ "request": requested.text, "says": requested.claims }));
        return Ok(());
    }
    out.say(&t.activate_done_request());
    out.data(&requested.text);
    // Whoever reads along on a terminal may have a telephone at hand.
    if picture.is_none() && terminal::columns().is_some() {
        draw(out, &requested.compact, false);
    }
    Ok(())
}

/// Draws the picture on the terminal, if it is wide enough.
fn draw(out: &Out, compact: &str, is_wished: bool) {
    let Some(drawn) = qr_text(compact) else { return };
    let width = drawn.lines().next().map(|line| line.chars().count()).unwrap_or_default();
    if terminal::columns().is_none_or(|columns| columns >= width) {
        out.say(&drawn);
    } else if is_wished {
        out.say(&out.text().activate_done_qr_wide());
    }
}

fn explain(given: &ArgMatches, out: &Out, here: &Installation) -> Result<u8> {
    let told = here.explain(&terminal::given(path(given, "file").as_deref())?)?;
    show::explained(out, &told);
    Ok(if told.iter().all(crate::Explained::is_good) { exit::GOOD } else { exit::INVALID })
}

fn simulate(given: &ArgMatches, out: &Out, here: &Installation) -> Result<()> {
    let at = text(given, "at").map(|day| time_of(&day)).transpose()?;
    let with = path(given, "with").map(|path| terminal::given(Some(&path))).transpose()?;
    let is_unreached = given.get_flag("unreachable");
    show::simulated(out, &here.simulate(at, with.as_deref(), is_unreached)?);
    Ok(())
}

/// A day, or a second in UTC.
fn time_of(text: &str) -> Result<Time> {
    let whole = if text.contains('T') { text.to_owned() } else { format!("{text}T00:00:00Z") };
    let code = if Time::is_early(&whole) { "activate.early_time" } else { "activate.bad_time" };
    Ok(Time::parse(&whole).map_err(|_| no(code).with("value", text))?)
}

fn recover(given: &ArgMatches, out: &Out, here: &Installation) -> Result<u8> {
    let t = out.text();
    let Some((_, given)) = given.subcommand() else { return Ok(exit::USAGE) };
    if !given.get_flag("offline") {
        match here.recover_time() {
            Ok(time) => {
                if out.is_json {
                    out.json(&json!({ "time": time }));
                } else {
                    out.say(&t.activate_done_time());
                }
                return Ok(exit::GOOD);
            }
            Err(error) if error.is_unreachable() => show::error(out, &error),
            Err(error) => return Err(error),
        }
    }
    let challenge = here.time_challenge()?;
    if out.is_json {
        out.json(&json!({ "challenge": challenge }));
    } else {
        out.say(&t.activate_done_challenge());
        out.data(&challenge);
    }
    Ok(if given.get_flag("offline") { exit::GOOD } else { exit::UNREACHABLE })
}

/// Looks at everything; 0 nothing wrong, 1 something is, 4 the license server is not reached.
pub(super) fn doctor(out: &Out, here: &Installation, trouble: Option<&Error>) -> u8 {
    let mut report = here.doctor();
    if let Some(error) = trouble
        && let Some(first) = report.findings.first_mut()
    {
        *first = of_error(error);
    }
    show::doctor(out, &report);
    if report.is_unreachable() {
        exit::UNREACHABLE
    } else if report.level() == Level::Wrong {
        exit::REFUSED
    } else {
        exit::GOOD
    }
}
