//! Writes the fingerprint file of common and breached passwords from lists in plain text,
//! one password a line, most used first:
//! `build_blocklist OUT COMMON_LIST BREACHED_LIST`. See `docs/decisions/0006-password-blocklist.md`.

use std::{
    collections::HashSet,
    env, fs,
    io::{self, Write},
};

use seatwarden::accounts::passwords::{
    blocklist::{FINGERPRINT_BYTES, WORD_LENGTH_MIN, fingerprint, fold, variants, write},
    legacy_md5::Md5Hex,
};

/// Shortest password that any policy allows, in characters.
const LENGTH_MIN: usize = 8;
/// Entries of each section.
const COMMON: usize = 15_000;
const BREACHED: usize = 135_000;
const MD5: usize = 90_000;
/// Shorter words than the least length are kept from this many of the first entries.
const SHORT_WORDS_FROM: usize = 60_000;
/// For this many of the first entries md5 also knows the usual decorations.
const DECORATED: usize = 3_000;
const DECORATIONS: [&str; 6] = ["1", "12", "123", "1234", "!", "1!"];

type Fingerprint = [u8; FINGERPRINT_BYTES];

fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let mut next =
        || arguments.next().ok_or_else(|| io::Error::other("usage: OUT COMMON_LIST BREACHED_LIST"));
    let (out, common, breached) = (next()?, next()?, next()?);
    let (common, breached) = (fs::read_to_string(common)?, fs::read_to_string(breached)?);
    let ranked = interleaved(&common, &breached);

    let mut known = HashSet::new();
    let common = take(&ranked, COMMON, &mut known);
    let breached = take(&ranked, BREACHED, &mut known);
    let md5 = md5(&ranked);
    let counts = [common.len(), breached.len(), md5.len()];
    let caught = ranked.iter().filter(|password| password.chars().count() >= LENGTH_MIN);
    let (caught, long) = caught.fold((0, 0), |(caught, long), password| {
        (caught + usize::from(is_known(password, &known)), long + 1)
    });
    let file = write([common, breached, md5]);
    let size = file.len();
    fs::write(out, file)?;
    writeln!(
        io::stdout(),
        "{counts:?} entries, {size} bytes; catches {caught} of {long} listed ones of 8 or more"
    )
}

/// Both lists by rank, without what occurs twice.
fn interleaved<'a>(left: &'a str, right: &'a str) -> Vec<&'a str> {
    let (mut left, mut right) = (left.lines(), right.lines());
    let mut seen = HashSet::new();
    let mut ranked = Vec::new();
    loop {
        let pair = [left.next(), right.next()];
        if pair == [None, None] {
            return ranked;
        }
        ranked.extend(
            pair.into_iter().flatten().filter(|password| !password.is_empty() && seen.insert(*password)),
        );
    }
}

/// The first `count` entries that nothing known catches yet and that can ever be asked for.
fn take(ranked: &[&str], count: usize, known: &mut HashSet<Fingerprint>) -> Vec<Fingerprint> {
    let mut taken = Vec::new();
    for (rank, password) in ranked.iter().enumerate() {
        let length = password.chars().count();
        let is_word = length >= WORD_LENGTH_MIN
            && rank < SHORT_WORDS_FROM
            && password.starts_with(char::is_alphabetic)
            && password.ends_with(char::is_alphabetic);
        if taken.len() < count && (length >= LENGTH_MIN || is_word) && !is_known(password, known) {
            let entry = fingerprint(&fold(password));
            known.insert(entry);
            taken.push(entry);
        }
    }
    taken
}

fn is_known(password: &str, known: &HashSet<Fingerprint>) -> bool {
    variants(password).iter().any(|variant| known.contains(&fingerprint(variant)))
}

/// The md5 of the first entries as they are and with a capital, and of the very first ones
/// with the usual decorations.
fn md5(ranked: &[&str]) -> Vec<Fingerprint> {
    let mut taken = HashSet::new();
    for (rank, password) in ranked.iter().enumerate() {
        let spellings = [(*password).to_owned(), capitalised(password)];
        let decorations = if rank < DECORATED { DECORATIONS.as_slice() } else { &[] };
        for spelling in &spellings {
            for decoration in decorations.iter().chain(&[""]) {
                if taken.len() < MD5 {
                    taken.insert(Md5Hex::of_password(&format!("{spelling}{decoration}")).fingerprint());
                }
            }
        }
    }
    taken.into_iter().collect()
}

fn capitalised(password: &str) -> String {
    let mut letters = password.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
