//! Reading a license file: armor, the statement of the root, the license, all checks. Nothing is kept from one reading
//! to the next.

use std::hint::black_box;
use std::time::Instant;

use seatwarden_license_file::{License, PublicKey, Revocations, Roots, Trust, open};
use serde::Deserialize;

use super::report::{Promise, Report, median, percentile};
use super::world;
use crate::Result;

/// How often a round reads the file.
const READINGS: usize = 2_000;
/// The longest that a reading may take in the middle, in microseconds.
const READING_MAX_US: f64 = 200.0;
/// The vector that is read.
const NAME: &str = "a license in armor";

#[derive(Deserialize)]
struct Vectors {
    roots: Vec<PublicKey>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    text: String,
}

/// Reads the published license over and over, on one thread.
pub(super) fn measure(report: &mut Report, rounds: usize) -> Result<()> {
    let file = world::root()?.join("crates/license-file/vectors/license-file.json");
    let vectors: Vectors = serde_json::from_slice(&std::fs::read(file)?)?;
    let roots = Roots::new(&vectors.roots)?;
    let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
    let case = vectors.cases.iter().find(|case| case.name == NAME).ok_or("the vectors lack the license")?;
    let mut times = Vec::with_capacity(rounds * READINGS);
    for _ in 0..rounds * READINGS {
        let began = Instant::now();
        black_box(open::<License>(black_box(&case.text), &trust)?);
        times.push(began.elapsed().as_secs_f64() * 1_000_000.0);
    }
    report.tell("size of the file", f64::from(u32::try_from(case.text.len())?), "bytes");
    report.tell("slowest of a hundred readings", percentile(&mut times, 99), "µs");
    report.check("a reading in the middle", median(times), "µs", Promise::AtMost(READING_MAX_US));
    Ok(())
}
