//! The command line: the verbs of an installation's license, which the small program has alone and the server's program
//! has below `license`.

mod arguments;
mod doing;
mod options;
mod paper;
mod said;
mod settings;
mod show;
mod terminal;

use std::ffi::OsString;

use clap::ArgMatches;
use seatwarden_license_file::Refused;

use crate::{Author, Error, Installation, Text, Trust};

pub use arguments::{listed, verbs, whole};
pub use options::{Form, OPTIONS, SECTIONS};
pub use paper::{papers, print_paper};
pub use settings::{Settings, override_by};
pub(crate) use terminal::Out;

/// What a command ends with. `status` has its own: 0 good, 1 warning, 2 limited, 3 invalid.
mod exit {
    pub(super) const GOOD: u8 = 0;
    pub(super) const REFUSED: u8 = 1;
    pub(super) const INVALID: u8 = 3;
    pub(super) const UNREACHABLE: u8 = 4;
    pub(super) const USAGE: u8 = 64;
    /// What shells give for a program that Ctrl-C ended.
    pub(super) const CANCELLED: u8 = 130;
}

/// Whether this is a verb of an installation's license.
pub fn is_verb(name: &str) -> bool {
    verbs(Text::default()).iter().any(|verb| verb.get_name() == name)
}

/// Runs the small program; its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let t = Text::of_terminal();
    let matches = match whole(t).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(wrong) => {
            let _ = wrong.print();
            return if wrong.use_stderr() { exit::USAGE } else { exit::GOOD };
        }
    };
    let Some((name, given)) = matches.subcommand() else { return exit::USAGE };
    if let Some(code) = print_paper(name, given, whole(t), &[]) {
        return code;
    }
    let out = Out::new(t, is_json(given));
    match Settings::read(given) {
        Ok(settings) => run_verb(name, given, settings, t),
        Err(error) => failed(&out, &error),
    }
}

/// Runs one verb with what the server's program has read from its configuration; its exit code.
pub fn run_verb(name: &str, given: &ArgMatches, settings: Settings, t: Text) -> u8 {
    let settings = override_by(settings, given, t);
    let out = Out::new(t, is_json(given));
    let trust = Trust::of_this_program(settings.roots_file.as_deref());
    let (trust, trouble) = match trust {
        Ok(trust) => (trust, None),
        Err(error) if name == "doctor" => (Trust::default(), Some(error)),
        Err(error) => return failed_verb(name, &out, &error),
    };
    let mut here = Installation::here(&settings.folder, trust, &settings.machine_id, settings.connection);
    here.folder = here.folder.by(Author::OPERATOR);
    if name == "doctor" {
        return doing::doctor(&out, &here, trouble.as_ref());
    }
    match doing::act(name, given, &out, &here) {
        Ok(code) => code,
        Err(error) => failed_verb(name, &out, &error),
    }
}

/// Tells why a verb failed; its exit code. A status that cannot judge is no warning.
fn failed_verb(name: &str, out: &Out, error: &Error) -> u8 {
    match failed(out, error) {
        exit::REFUSED if name == "status" => exit::INVALID,
        code => code,
    }
}

fn is_json(given: &ArgMatches) -> bool {
    // A command of commands has it on the inner one.
    let inner = given.subcommand().map_or(given, |(_, inner)| inner);
    inner.try_get_one::<bool>("json").ok().flatten().copied().unwrap_or_default()
}

/// What is refused for how the program was called or set up, and says nothing about the license.
const USAGE: [&str; 10] = [
    "activate.bad_time",
    "activate.early_time",
    "activate.no_email",
    "activate.unreadable_file",
    "activate.bad_file",
    "activate.unknown_section",
    "activate.unknown_option",
    "activate.bad_value",
    "activate.secret_twice",
    "activate.secret_file",
];

/// Tells an error; its exit code.
fn failed(out: &Out, error: &Error) -> u8 {
    show::error(out, error);
    match error {
        Error::Unreachable(_) => exit::UNREACHABLE,
        // The file is good; the clock of the machine is not.
        Error::File(Refused::ClockBehind) => exit::REFUSED,
        Error::File(_) => exit::INVALID,
        Error::No(no) if no.code == "activate.cancelled" => exit::CANCELLED,
        Error::No(no) if USAGE.contains(&no.code) => exit::USAGE,
        _ => exit::REFUSED,
    }
}
