//! Keeps the accounts and the licenses of an analytics platform.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    seatwarden::command::run(std::env::args_os())
}
