//! `cargo xtask start-order`: which functions a start of the server runs, so that the linker can put them together
//! (decision 0043). Builds the server without an order, starts it twice under Valgrind, on an empty folder and on the one
//! that it left, and writes the names down.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use tokio::process::Command;

use crate::runner::Runner;
use crate::{Result, install};

const ORDER: &str = "crates/server/build/start_order.txt";
/// How long a start may take: Valgrind makes it some fifty times longer.
const START_MAX: Duration = Duration::from_secs(180);
/// For how long it is watched afterwards: what runs every few seconds belongs to an idle server, too.
const IDLE: Duration = Duration::from_secs(8);
/// A name that many functions share is taken if one in so many of them ran.
const ONE_IN: usize = 7;
/// Names longer than that are left out; they are few.
const NAME_BYTES_MAX: usize = 400;

/// Finds the order and writes it.
pub(crate) async fn run() -> Result<ExitCode> {
    if install::find_program("valgrind").is_none() {
        return Err("valgrind is missing; the Debian package of that name has it".into());
    }
    let mut runner = Runner::new()?;
    let target = runner.target.join("start-order");
    let mut build = runner.cargo("rustc --release -p seatwarden --bin seatwarden --target-dir");
    build.arg(&target).args(["--", "-C", "strip=none"]).env("SEATWARDEN_NO_START_ORDER", "1");
    if !runner.step("the server without an order", build).await {
        return Ok(runner.finish(false));
    }
    let program = target.join("release/seatwarden");
    let data = tempfile::tempdir()?;
    let mut ran = HashSet::new();
    for _ in 0..2 {
        ran.extend(watch_start(&runner, &program, data.path()).await?);
    }
    let listed = runner.command("nm").arg(&program).output().await?;
    let all = names_of_nm(&String::from_utf8_lossy(&listed.stdout));
    let order = order(&ran, &all);
    println!("{} functions ran; {} names are in the order", ran.len(), order.len());
    fs::write(runner.root.join(ORDER), order.into_iter().map(|name| name + "\n").collect::<String>())?;
    Ok(runner.finish(false))
}

/// Starts the server and ends it again; gives the names of all functions that ran.
async fn watch_start(runner: &Runner, program: &Path, data: &Path) -> Result<HashSet<String>> {
    let profiles = tempfile::tempdir()?;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut command = runner.command("valgrind");
    // The server begins itself once more (`huge_pages`), so that is followed.
    command.args(["--tool=callgrind", "--demangle=no", "--trace-children=yes"]);
    command.arg(format!("--callgrind-out-file={}/%p.out", profiles.path().display())).arg(program);
    command.args(["serve", "--address", &address.to_string(), "--data-dir"]).arg(data);
    let mut child = command.kill_on_drop(true).spawn()?;
    let until = Instant::now() + START_MAX;
    while answer(address).is_err() {
        if child.try_wait()?.is_some() || Instant::now() > until {
            return Err("the server did not start under Valgrind".into());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    tokio::time::sleep(IDLE).await;
    let id = child.id().ok_or("the server has ended")?;
    Command::new("kill").args(["-TERM", &id.to_string()]).status().await?;
    child.wait().await?;
    let mut names = HashSet::new();
    for profile in fs::read_dir(profiles.path())? {
        names.extend(names_of_profile(&String::from_utf8_lossy(&fs::read(profile?.path())?)));
    }
    Ok(names)
}

fn answer(address: SocketAddr) -> Result<()> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}

/// The functions in a profile: `fn=(12) name` or `cfn=(12) name` where one comes up first. `'2` is one that called itself.
fn names_of_profile(profile: &str) -> impl Iterator<Item = String> {
    let named = |line: &str| {
        let name = line.strip_prefix("fn=(").or_else(|| line.strip_prefix("cfn=("))?.split_once(") ")?.1;
        Some(name.split('\'').next().unwrap_or(name).to_owned())
    };
    profile.lines().filter_map(named)
}

/// The functions that `nm` lists: address, kind, name.
fn names_of_nm(listed: &str) -> Vec<String> {
    let function = |line: &str| {
        let mut parts = line.split_whitespace();
        let (_, kind, name) = (parts.next()?, parts.next()?, parts.next()?);
        matches!(kind, "t" | "T" | "w" | "W").then(|| name.to_owned())
    };
    listed.lines().filter_map(function).collect()
}

/// The names for the linker, without what the compiler appends.
fn order(ran: &HashSet<String>, all: &[String]) -> BTreeSet<String> {
    let mut counted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for name in all {
        let (of_all, of_ran) = counted.entry(stem(name)).or_default();
        *of_all += 1;
        *of_ran += usize::from(ran.contains(name));
    }
    let fits = |(of_all, of_ran): (usize, usize)| of_ran > 0 && of_ran * ONE_IN >= of_all;
    let fitting =
        counted.into_iter().filter(|(_, count)| fits(*count)).map(|(name, _)| without_crate_ids(name));
    fitting.filter(|name| name.len() < NAME_BYTES_MAX).collect()
}

/// A name without its hash (`…17h0123456789abcdefE`) and without what marks parts and copies of a function (`.part.0`).
fn stem(name: &str) -> &str {
    match name.rfind("17h") {
        Some(at) if name.starts_with("_ZN") => &name[..at],
        _ => name.split('.').next().unwrap_or(name),
    }
}

/// The same with a star for the number of a crate in names of the second kind: `Cs4fqI2P2rA04_3std` is `Cs*_3std`.
fn without_crate_ids(name: &str) -> String {
    if !name.starts_with("_R") {
        return name.to_owned();
    }
    let mut parts = name.split("Cs");
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('_') {
            Some((id, rest)) if id.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                made.push_str("Cs*_");
                made.push_str(rest);
            }
            _ => {
                made.push_str("Cs");
                made.push_str(part);
            }
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles_and_lists_give_the_names_of_functions() {
        let profile =
            "fn=(1) _ZN1a1b17h0123456789abcdefE\n+3 1\ncfn=(2) sqlite3Select'2\nfn=(1)\nob=(3) libc\n";
        let names: Vec<String> = names_of_profile(profile).collect();
        assert_eq!(names, ["_ZN1a1b17h0123456789abcdefE", "sqlite3Select"]);
        let listed =
            "0000000000a96ec0 t sqlite3Select\n0000000000b96ec0 r table\n                 U malloc\n";
        assert_eq!(names_of_nm(listed), ["sqlite3Select"]);
    }

    #[test]
    fn a_name_is_taken_without_what_changes_with_every_compiler_unless_too_few_of_it_ran() {
        let all =
            |prefix: &str, count: usize| (0..count).map(|at| format!("{prefix}17h{at:016x}E")).collect();
        let mut names: Vec<String> = all("_ZN4core4call", 20);
        names.extend::<Vec<String>>(all("_ZN4open", 2));
        names.extend(["multiSelect.part.0".to_owned(), "_RNvNtCs4fqI2P2rA04_3std2io4read".to_owned()]);
        let ran = [&names[0], &names[20], &names[22], &names[23]].into_iter().cloned().collect();
        let order: Vec<String> = order(&ran, &names).into_iter().collect();
        assert_eq!(order, ["_RNvNtCs*_3std2io4read", "_ZN4open", "multiSelect"]);
    }
}
