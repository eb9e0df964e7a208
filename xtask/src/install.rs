//! What the tests need beside Rust: looks for it, installs what is missing, and says loudly what it could not get.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::runner::Runner;

/// A part of the tests that needs programs from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Chromium and its driver, for journeys in a real browser.
    Browser,
    /// The PostgreSQL server, for a throw-away cluster.
    Postgres,
    /// Python that can make virtual environments, for script clients and foreign peers.
    Python,
    /// Node.js with its package manager, for the clients and peers in JavaScript.
    Node,
    /// What lays lines between machines that are name spaces, and calls over them.
    Lines,
}

impl Need {
    /// The Debian packages of this need that are not there.
    fn missing(self) -> Vec<&'static str> {
        let mut packages = Vec::new();
        match self {
            Self::Browser => {
                if find_program("chromium").is_none() {
                    packages.push("chromium");
                }
                if find_program("chromedriver").is_none() {
                    packages.push("chromium-driver");
                }
            }
            Self::Lines => {
                let missing = |(program, _): &(&str, &'static str)| find_program(program).is_none();
                let wanted = [("ip", "iproute2"), ("curl", "curl")].into_iter().filter(missing);
                packages.extend(wanted.map(|(_, package)| package));
            }
            Self::Postgres if postgres_programs().is_none() => packages.push("postgresql"),
            Self::Python if !python_is_complete() => packages.push("python3-venv"),
            Self::Node => {
                let missing = |(program, _): &(&str, &'static str)| find_program(program).is_none();
                let wanted = [("node", "nodejs"), ("npm", "npm")].into_iter().filter(missing);
                packages.extend(wanted.map(|(_, package)| package));
            }
            Self::Postgres | Self::Python => {}
        }
        packages
    }
}

/// Sees to it that the programs behind `needs` are there; says whether they are.
///
/// Root gets them installed from Debian's packages; everybody else is told what to install.
pub(crate) async fn programs(runner: &mut Runner, needs: &[Need]) -> bool {
    let missing = missing(needs);
    if missing.is_empty() {
        return true;
    }
    if is_root() && find_program("apt-get").is_some() {
        let mut update = runner.command("apt-get");
        update.args(["update", "-q"]);
        runner.step("install: package lists", update).await;
        let mut install = runner.command("apt-get");
        install.args(["install", "-q", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]);
        install.args(&missing).env("DEBIAN_FRONTEND", "noninteractive");
        runner.step(&format!("install: {}", missing.join(" ")), install).await;
    }
    runner.own_step("installed programs", || {
        let missing = self::missing(needs).join(" ");
        if missing.is_empty() {
            return Ok(());
        }
        Err(format!(
            "the tests need these Debian packages: {missing}\nhint: `sudo apt-get install {missing}`"
        )
        .into())
    });
    self::missing(needs).is_empty()
}

fn missing(needs: &[Need]) -> Vec<&'static str> {
    needs.iter().flat_map(|need| need.missing()).collect()
}

/// The Python of a virtual environment with everything that `e2e/requirements.txt` names; made when needed.
pub(crate) async fn python(runner: &mut Runner) -> Option<PathBuf> {
    let wanted = runner.root.join("e2e/requirements.txt");
    let folder = runner.target.join("python");
    let (python, stamp) = (folder.join("bin/python"), folder.join("installed.txt"));
    if python.exists() && same_text(&wanted, &stamp) {
        return Some(python);
    }
    let mut make = runner.command("python3");
    make.args(["-m", "venv", "--clear"]).arg(&folder);
    if !runner.step("install: virtual environment for Python", make).await {
        return None;
    }
    let mut install = runner.command(&python);
    install
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
        .arg(&wanted);
    if !runner.step("install: Python packages", install).await {
        return None;
    }
    // Written last: a half-filled environment is made anew.
    runner.own_step("installed Python packages", || Ok(std::fs::copy(&wanted, &stamp)?))?;
    Some(python)
}

/// The folder with everything that `e2e/node/package.json` names, installed; filled when needed.
pub(crate) async fn node(runner: &mut Runner) -> Option<PathBuf> {
    let wanted = runner.root.join("e2e/node/package.json");
    let folder = runner.target.join("node");
    let stamp = folder.join("installed.json");
    if same_text(&wanted, &stamp) {
        return Some(folder);
    }
    let made = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(&wanted, folder.join("package.json")))
        .map_err(Into::into);
    runner.own_step("folder for JavaScript packages", || made)?;
    let mut install = runner.command("npm");
    install.args(["install", "--silent", "--no-fund", "--no-audit", "--no-package-lock", "--ignore-scripts"]);
    install.current_dir(&folder);
    if !runner.step("install: JavaScript packages", install).await {
        return None;
    }
    // Written last: a half-filled folder is filled anew.
    runner.own_step("installed JavaScript packages", || Ok(std::fs::copy(&wanted, &stamp)?))?;
    Some(folder)
}

/// The folder with `initdb` and `pg_ctl`: the newest one of Debian's packages, else whatever the path names.
pub(crate) fn postgres_programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    versions
        .filter_map(|entry| {
            Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin")))
        })
        .filter(|(_, programs)| programs.join("initdb").exists() && programs.join("pg_ctl").exists())
        .max()
        .map(|(_, programs)| programs)
        .or_else(|| find_program("initdb")?.parent().map(Path::to_path_buf))
}

/// Whether this process may install packages, and must not run PostgreSQL itself.
pub(crate) fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Where the search path has this program.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn python_is_complete() -> bool {
    Command::new("python3")
        .args(["-c", "import ensurepip, venv"])
        .output()
        .is_ok_and(|output| output.status.success())
}

fn same_text(left: &Path, right: &Path) -> bool {
    match (std::fs::read(left), std::fs::read(right)) {
        (Ok(left), Ok(right)) => left == right,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_of_the_search_path_are_found_and_others_are_not() {
        assert!(find_program("sh").is_some());
        assert_eq!(find_program("seatwarden-has-no-such-program"), None);
    }

    #[test]
    fn a_list_that_was_never_installed_is_not_the_installed_one() {
        let folder = tempfile::tempdir().unwrap();
        let (wanted, stamp) = (folder.path().join("wanted"), folder.path().join("stamp"));
        std::fs::write(&wanted, "a==1\n").unwrap();
        assert!(!same_text(&wanted, &stamp));

        std::fs::write(&stamp, "a==1\n").unwrap();
        assert!(same_text(&wanted, &stamp));

        std::fs::write(&wanted, "a==2\n").unwrap();
        assert!(!same_text(&wanted, &stamp));
    }
}
