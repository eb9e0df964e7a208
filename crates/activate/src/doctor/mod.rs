//! Names what stands between an installation and its license: each finding with a stable code, what is wrong, and (in the
//! texts) what to do. Nothing is changed, no secret is sent, and only the license server and its proxy are called.

mod local;
pub(crate) mod network;
mod tls;

use std::{fs, path::Path};

use seatwarden_license_file::{License, PartKind, Standing, State};
use serde::Serialize;

use crate::{
    Error, Holding, Installation, Problem, Result, Target, Trust, Weight, error::No,
    folder::files::is_open_to_others,
};

/// Less than this is little, in bytes.
const FREE_BYTES_MIN: u64 = 16 * 1024 * 1024;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// As it should be.
    Good,
    /// It works, and somebody should look.
    Warning,
    /// It does not work.
    Wrong,
}

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The stable code: `doctor.proxy_auth`, or the code of a refusal.
    pub code: String,
    /// How bad it is.
    pub level: Level,
    /// What fills its text, by name.
    pub values: Vec<(&'static str, String)>,
}

/// All findings, in the order in which they were made.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was found.
    pub findings: Vec<Finding>,
    /// Where the license server is, for the request to whoever sees to the firewall.
    pub target: Option<Target>,
}

impl Report {
    /// The worst level.
    pub fn level(&self) -> Level {
        self.findings.iter().map(|finding| finding.level).max().unwrap_or(Level::Good)
    }

    /// Whether this was found.
    pub fn has(&self, code: &str) -> bool {
        self.findings.iter().any(|finding| finding.code == code)
    }

    /// Whether the license server was not reached.
    pub fn is_unreachable(&self) -> bool {
        let of_network = |finding: &Finding| network::CODES.contains(&finding.code.as_str());
        self.findings.iter().any(|finding| finding.level == Level::Wrong && of_network(finding))
    }

    /// Whether something on the way bars it, which a firewall might let through: not the license server itself, which is broken
    /// or wants to be left alone.
    pub fn is_barred(&self) -> bool {
        let of_server = |finding: &Finding| network::OF_SERVER.contains(&finding.code.as_str());
        self.is_unreachable() && !self.findings.iter().any(of_server)
    }
}

fn found(code: &str, level: Level, values: Vec<(&'static str, String)>) -> Finding {
    Finding { code: code.to_owned(), level, values }
}

fn good(code: &str, values: Vec<(&'static str, String)>) -> Finding {
    found(code, Level::Good, values)
}

fn wrong(code: &str, values: Vec<(&'static str, String)>) -> Finding {
    found(code, Level::Wrong, values)
}

/// An error as a finding.
pub(crate) fn of_error(error: &Error) -> Finding {
    let values = match error {
        Error::No(No { values, .. }) => values.clone(),
        Error::Server(problem) => return refused(problem),
        other => vec![("why", other.to_string())],
    };
    wrong(&error.code(), values)
}

/// What the license server refuses, in its own words.
fn refused(problem: &Problem) -> Finding {
    let next = problem.next.clone().unwrap_or_else(|| "none".to_owned());
    let values = vec![("code", problem.code.clone()), ("why", problem.detail.clone()), ("next", next)];
    wrong("doctor.refused", values)
}

impl Installation {
    /// Looks at everything in turn: what is set, the folder, the machine, the files, the way to the license server, the
    /// clock, and whether the license would be renewed.
    pub fn doctor(&self) -> Report {
        let mut findings = vec![roots(&self.trust)];
        self.look_at_folder(&mut findings);
        self.look_at_machine(&mut findings);
        let held = self.load().map_err(|error| findings.push(of_error(&error))).ok();
        if let Some(held) = &held {
            look_at_files(held, &mut findings);
        }
        let target = match self.connection.target() {
            Ok(target) => {
                network::look(self, &target, &mut findings);
                self.look_at_renewal(held.as_ref(), &mut findings);
                local::look(Path::new("/proc"), &mut findings);
                Some(target)
            }
            // Who lives on files by hand wants none.
            Err(error)
                if error.code() == "activate.no_server" && held.is_some_and(|it| it.license.is_some()) =>
            {
                findings.push(good("doctor.offline", Vec::new()));
                None
            }
            Err(error) => {
                findings.push(of_error(&error));
                None
            }
        };
        Report { findings, target }
    }

    /// Asks the license server, once it answers, whether it would renew the license; nothing is changed by it.
    fn look_at_renewal(&self, held: Option<&Holding>, findings: &mut Vec<Finding>) {
        let does_answer = findings.iter().any(|finding| finding.code == "doctor.answer_good");
        let Some(held) = held.filter(|held| does_answer && held.to_renew().is_some()) else { return };
        let error = match self.foresee_renewal() {
            Ok(foreseen) => {
                findings.extend((!foreseen.has_slot).then(|| no_slot(held)));
                return;
            }
            Err(error) => error,
        };
        let mut finding = network::no_answer(&error);
        // What came by hand may be renewed by hand only.
        if held.lease.is_none() && matches!(error, Error::Server(_)) {
            finding.level = Level::Warning;
        }
        if !findings.iter().any(|known| known.code == finding.code) {
            findings.push(finding);
        }
    }

    fn look_at_folder(&self, findings: &mut Vec<Finding>) {
        let path = self.folder.path();
        let shown = || vec![("path", path.display().to_string())];
        if !path.exists() {
            // It is made with the first file; whether it can be is seen now.
            findings.push(match around(path).map(can_write) {
                Some(Err(error)) => of_error(&error),
                _ => good("doctor.folder_new", shown()),
            });
            return;
        }
        if is_open_to_others(&self.folder.key_path()) {
            findings.push(wrong(
                "activate.key_open",
                vec![("path", self.folder.key_path().display().to_string())],
            ));
        }
        match self.folder.write() {
            Ok(_) => findings.push(good("doctor.folder", shown())),
            Err(error) => findings.push(of_error(&error)),
        }
        if let Some(free) = free_bytes(path).filter(|free| *free < FREE_BYTES_MIN) {
            let mut values = shown();
            values.push(("free", (free / 1024).to_string()));
            let level = if free == 0 { Level::Wrong } else { Level::Warning };
            findings.push(found("doctor.disk_low", level, values));
        }
        // A folder that somebody made by hand may let others in; only its key must not be seen.
        if is_open_to_others(path) && fs::metadata(path).is_ok() {
            findings.push(found("doctor.folder_open", Level::Warning, shown()));
        }
    }

    fn look_at_machine(&self, findings: &mut Vec<Finding>) {
        let identity = match self.identity() {
            Ok(identity) => identity,
            Err(error) => return findings.push(of_error(&error)),
        };
        for doubt in &identity.doubts {
            let values = vec![("part", word(doubt.kind)), ("value", doubt.value.clone())];
            findings.push(found("doctor.duplicate_id", Level::Warning, values));
        }
        if identity.needs_own_name() || identity.is_container && identity.given_name().is_none() {
            findings.push(found("doctor.container_unnamed", Level::Warning, Vec::new()));
        } else if let Err(error) = identity.check() {
            findings.push(of_error(&error));
        } else {
            let kinds: Vec<String> = identity.kinds().into_iter().map(word).collect();
            findings.push(good("doctor.machine", vec![("parts", kinds.join(", "))]));
        }
    }
}

fn word(kind: PartKind) -> String {
    kind.word().to_owned()
}

fn roots(trust: &Trust) -> Finding {
    if trust.is_empty() {
        wrong("activate.no_roots", vec![("path", crate::ROOTS_FILE.to_owned())])
    } else {
        good("doctor.roots", vec![("count", trust.roots.all().count().to_string())])
    }
}

fn look_at_files(held: &Holding, findings: &mut Vec<Finding>) {
    for trouble in &held.troubles {
        let level = match trouble.weight {
            Weight::Warning => Level::Warning,
            Weight::Invalid => Level::Wrong,
        };
        // That nothing is installed yet is what one calls a doctor for before it is.
        let level = if trouble.code == "activate.trouble_nothing" { Level::Warning } else { level };
        let finding = found(trouble.code, level, trouble.values.clone());
        // What the folder showed already is told once.
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    if let (Some(license), Some(standing)) = (held.claims(), &held.standing) {
        findings.push(of_license(license, standing));
    }
}

/// The next renewal takes the slot away, because there are too few.
fn no_slot(held: &Holding) -> Finding {
    let until = held.standing.as_ref().map(|standing| standing.ends_at.to_string()).unwrap_or_default();
    wrong("doctor.no_slot", vec![("until", until)])
}

/// How the license stands.
fn of_license(license: &License, standing: &Standing) -> Finding {
    let (code, level) = match standing.state {
        State::NotYet => ("doctor.license_not_yet", Level::Warning),
        State::Active | State::Expiring => ("doctor.license", Level::Good),
        State::Grace => ("doctor.license_grace", Level::Warning),
        State::Limited => ("doctor.license_over", Level::Wrong),
    };
    let mut values = vec![("package", license.package.name.clone())];
    match standing.state {
        State::NotYet => values.push(("from", license.valid_from.to_string())),
        _ => values.push(("until", standing.ends_at.to_string())),
    }
    if standing.state == State::Grace {
        values.push(("grace", standing.ends_at.plus_days(license.grace.days).to_string()));
    }
    found(code, level, values)
}

/// What is free on the disk of a path for whoever runs this.
fn free_bytes(path: &Path) -> Option<u64> {
    let about = rustix::fs::statvfs(path).ok()?;
    Some(about.f_bavail.saturating_mul(about.f_frsize))
}

/// The nearest folder around this one that is there.
fn around(path: &Path) -> Option<&Path> {
    path.ancestors()
        .skip(1)
        .map(|above| if above.as_os_str().is_empty() { Path::new(".") } else { above })
        .find(|above| above.exists())
}

/// Tries whether something can be made in a folder, and takes it away again.
fn can_write(folder: &Path) -> Result<()> {
    let path = folder.join(format!(".seatwarden-doctor-{}", std::process::id()));
    let made = fs::File::create_new(&path).and_then(|_| fs::remove_file(&path));
    made.map_err(|error| crate::folder::files::told(&path, &error))
}
