//! The published vectors: files that every reader must accept, and files that it must refuse, each with its code.
//! `UPDATE_GENERATED=1` writes them anew.

mod bad;
mod good;
mod raw;

use std::{collections::BTreeSet, fs, path::PathBuf};

use seatwarden_license_file::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::support::{at, key};

/// The whole file.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Vectors {
    about: String,
    /// The pinned roots: current and standby.
    roots: Vec<PublicKey>,
    /// Keys that are only for tests: seeds by name.
    seeds: Vec<Seed>,
    cases: Vec<Case>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the names of the published file")]
struct Seed {
    name: String,
    seed: String,
    public: PublicKey,
    kid: String,
}

/// One file, and what a reader must make of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Case {
    name: String,
    /// What the reader asks for.
    kind: Kind,
    text: String,
    /// The bulletin that the reader holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    held: Option<String>,
    /// What is checked after the file was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    then: Option<Then>,
    /// `ok`, or the code of the refusal.
    expected: String,
    /// What a good file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    claims: Option<Value>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "check", rename_all = "snake_case")]
enum Then {
    /// A license is installed on a device.
    MayBeInstalled { device: PublicKey, now: Time },
    /// A license takes the place of another.
    MayReplace { installed: String },
    /// A lease is used with a license on a device.
    IsFor { license: String, device: PublicKey },
    /// A clock answer answers a challenge of a device.
    Answers { challenge: String, device: PublicKey },
    /// A return frees an activation.
    Frees { device: PublicKey, license: String, counter: u64, is_returned: bool },
    /// A bulletin takes the place of the held one.
    Advances,
}

impl Case {
    fn new(name: &str, kind: Kind, text: String) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            text,
            held: None,
            then: None,
            expected: String::new(),
            claims: None,
        }
    }

    fn held(mut self, bulletin: String) -> Self {
        self.held = Some(bulletin);
        self
    }

    fn then(mut self, then: Then) -> Self {
        self.then = Some(then);
        self
    }

    fn expect(mut self, refused: Refused) -> Self {
        refused.code().clone_into(&mut self.expected);
        self
    }
}

/// Reads a case as its own words demand.
fn read(case: &Case, roots: &Roots) -> Result<Value, Refused> {
    let trust = Trust { roots, revocations: &Revocations::NONE };
    let held = match &case.held {
        Some(text) => Revocations::new(open::<Bulletin>(text, &trust).unwrap().claims),
        None => Revocations::NONE,
    };
    let trust = Trust { roots, revocations: &held };
    match case.kind {
        Kind::License => {
            let license = open::<License>(&case.text, &trust)?.claims;
            match &case.then {
                Some(Then::MayBeInstalled { device, now }) => license.may_be_installed(device, *now)?,
                Some(Then::MayReplace { installed }) => {
                    license.may_replace(&open::<License>(installed, &trust).unwrap().claims)?;
                }
                _ => {}
            }
            Ok(to_value(&license))
        }
        Kind::Lease => {
            let lease = open::<Lease>(&case.text, &trust)?.claims;
            if let Some(Then::IsFor { license, device }) = &case.then {
                lease.is_for(license, device)?;
            }
            Ok(to_value(&lease))
        }
        Kind::ClockAnswer => {
            let answer = open::<ClockAnswer>(&case.text, &trust)?.claims;
            if let Some(Then::Answers { challenge, device }) = &case.then {
                answer.time(challenge, device)?;
            }
            Ok(to_value(&answer))
        }
        Kind::Bulletin => {
            let bulletin = open::<Bulletin>(&case.text, &trust)?.claims;
            if case.then == Some(Then::Advances) {
                held.clone().advance(bulletin.clone())?;
            }
            Ok(to_value(&bulletin))
        }
        Kind::Grant => Ok(to_value(&open::<Grant>(&case.text, &trust)?.claims)),
        Kind::Signer => Ok(to_value(&open_statement(&case.text, &trust)?)),
        Kind::Request => Ok(to_value(&open_by_device::<Request>(&case.text)?.claims)),
        Kind::Renewal => Ok(to_value(&open_by_device::<Renewal>(&case.text)?.claims)),
        Kind::ClockChallenge => Ok(to_value(&open_by_device::<ClockChallenge>(&case.text)?.claims)),
        Kind::Return => {
            let opened = open_by_device::<Return>(&case.text)?;
            if let Some(Then::Frees { device, license, counter, is_returned }) = &case.then {
                let (counter, is_returned) = (*counter, *is_returned);
                let charge = Charge { device: *device, license: license.clone(), counter, is_returned };
                opened.claims.frees(&opened.device, &charge)?;
            }
            Ok(to_value(&opened.claims))
        }
    }
}

fn to_value<T: Serialize>(claims: &T) -> Value {
    serde_json::to_value(claims).unwrap()
}

fn vectors() -> Vectors {
    let names = ["root", "standby root", "signer", "next signer", "device", "stranger"];
    let seeds = names.map(|name| {
        let key = key(name);
        let public = key.public();
        Seed { name: name.to_owned(), seed: key.reveal().to_string(), public, kid: public.kid() }
    });
    let roots = [key("root").public(), key("standby root").public()];
    let pinned = Roots::new(&roots).unwrap();
    let mut cases: Vec<Case> = good::cases();
    for case in &mut cases {
        "ok".clone_into(&mut case.expected);
        case.claims =
            Some(read(case, &pinned).unwrap_or_else(|refused| panic!("{}: {refused:?}", case.name)));
    }
    cases.extend(bad::cases());
    Vectors {
        about: "Files of docs/reference/license-file.md that every reader must accept or refuse. The keys are for \
                tests only."
            .to_owned(),
        roots: roots.into(),
        seeds: seeds.into(),
        cases,
    }
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors/license-file.json")
}

fn committed() -> Vectors {
    serde_json::from_str(&fs::read_to_string(path()).unwrap()).unwrap()
}

#[test]
fn the_vectors_are_those_that_the_generator_makes() {
    let text = format!("{}\n", serde_json::to_string_pretty(&vectors()).unwrap());

    if std::env::var_os("UPDATE_GENERATED").is_some() {
        fs::write(path(), &text).unwrap();
    }

    assert!(fs::read_to_string(path()).unwrap() == text, "run the tests once with UPDATE_GENERATED=1");
}

#[test]
fn every_vector_is_read_as_it_says() {
    let vectors = committed();
    let roots = Roots::new(&vectors.roots).unwrap();

    let mut wrong = Vec::new();
    for case in &vectors.cases {
        let result = read(case, &roots);
        let word = result.as_ref().map_or_else(|refused| refused.code(), |_| "ok");
        if word != case.expected || result.as_ref().ok() != case.claims.as_ref() {
            wrong.push(format!("{}: {word} instead of {}", case.name, case.expected));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_refusal_has_a_vector() {
    // What a clock says is no matter of files.
    let elsewhere = [Refused::ClockBehind.code(), Refused::FloorForged.code()];
    let cases = committed().cases;
    let seen: BTreeSet<&str> = cases.iter().map(|case| case.expected.as_str()).collect();
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();

    let missing: Vec<&str> = Refused::ALL
        .iter()
        .map(|refused| refused.code())
        .filter(|code| !seen.contains(code) && !elsewhere.contains(code))
        .collect();

    assert!(missing.is_empty(), "{missing:?}");
    assert_eq!(names.len(), cases.len(), "a name stands twice");
    assert!(cases.iter().filter(|case| case.expected != "ok").count() >= 30);
    for kind in Kind::ALL {
        assert!(cases.iter().any(|case| case.kind == *kind && case.expected == "ok"), "{kind:?}");
    }
}

/// A time for vectors.
fn noon() -> Time {
    at(crate::support::NOW)
}
