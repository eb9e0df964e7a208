//! `seatwarden-activate`: the verbs of an installation's license, without the server.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(seatwarden_activate::command::run(std::env::args_os()))
}
