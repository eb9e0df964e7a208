//! License files in and out: what machines send is read here, and what the vendor answers is signed here.

use std::collections::BTreeMap;

use seatwarden_base::{Error, Refusal, Result};
use seatwarden_license_file::{
    ClockAnswer, ClockChallenge, Comparison, Grace, Kind, Lease, License, Machine, Package as FilePackage,
    Part, PublicKey, Refused, Renewal, Request, Return, Seats, Time, VERSION, armor, compact, fingerprint,
    open_by_device,
};

use super::model::{
    FILE_KIND, FILE_SIGNATURE, FILE_UNREADABLE, LICENSE_EXPIRED, Mode, NAME_MAX, PARTS_MAX, ServerView,
};
use crate::{
    cx::Cx,
    licensing::{organisations, packages::Package, signing_keys},
};

/// How the key of an offline key begins that no machine was seen with.
pub(super) const VOUCHER_KEY: &str = "voucher:";
/// Longest text of a file, in bytes.
const TEXT_BYTES_MAX: usize = 200;

/// A machine asks for a license.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) digest: String,
    pub(super) compact: String,
    pub(super) device_key: String,
    pub(super) made_at_ms: i64,
    pub(super) package: Option<String>,
    pub(super) name: String,
    pub(super) version: String,
    pub(super) parts: Vec<String>,
    pub(super) needed: i64,
    pub(super) parts_json: String,
    pub(super) salt: String,
}

/// A machine asks for its next lease.
#[derive(Clone, Debug)]
pub(super) struct Next {
    pub(super) digest: String,
    pub(super) device_key: String,
    pub(super) made_at_ms: i64,
    /// Id of the license file that is installed.
    pub(super) license: String,
    pub(super) counter: i64,
    pub(super) version: String,
    pub(super) parts: Vec<String>,
    pub(super) needed: i64,
    pub(super) parts_json: String,
    /// What they are salted with; empty unless an offline key is installed.
    pub(super) salt: String,
    seen: Vec<Part>,
}

/// A machine gave its license back.
#[derive(Clone, Debug)]
pub(super) struct Receipt {
    pub(super) digest: String,
    pub(super) compact: String,
    pub(super) device_key: String,
    pub(super) license: String,
    pub(super) counter: i64,
}

/// Why a file is refused, in the words of this room.
fn refused(refused: Refused) -> Error {
    let refusal: Refusal = match refused {
        Refused::Signature | Refused::SignatureLength | Refused::SignatureNotReduced => FILE_SIGNATURE,
        Refused::Kind | Refused::Typ => FILE_KIND,
        other => FILE_UNREADABLE.with("why", other.code()),
    };
    refusal.into()
}

fn counted(counter: u64) -> i64 {
    i64::try_from(counter).unwrap_or(i64::MAX)
}

fn clipped(name: &str) -> String {
    name.chars().filter(|letter| !crate::text::is_hidden(*letter)).take(NAME_MAX).collect()
}

/// The parts that are compared: one that the administrator gave decides alone.
fn compared(parts: &[Part]) -> (Vec<String>, i64) {
    let named = parts.iter().find(|part| part.kind == fingerprint::PartKind::Explicit);
    let counting: Vec<&Part> = named.map_or_else(|| parts.iter().collect(), |only| vec![only]);
    let mut words: Vec<String> =
        counting.iter().map(|part| format!("{}:{}", part.kind.word(), part.code)).collect();
    words.sort();
    words.dedup();
    words.truncate(PARTS_MAX);
    (words, i64::from(fingerprint::usual_need(parts)))
}

fn json(parts: &[Part]) -> Result<String> {
    serde_json::to_string(parts).map_err(|cause| Error::fault("writing a fingerprint", cause))
}

/// Reads the request of a machine.
pub(super) fn read_request(text: &str) -> Result<Wish> {
    let opened = open_by_device::<Request>(text).map_err(refused)?;
    let claims = opened.claims;
    if claims.parts.is_empty() {
        // No file can be bound to a machine of which nothing is known.
        return Err(refused(Refused::Claim));
    }
    let (parts, needed) = compared(&claims.parts);
    Ok(Wish {
        digest: opened.digest,
        compact: opened.compact,
        device_key: opened.device.to_string(),
        made_at_ms: claims.made_at.ms(),
        package: claims.package,
        name: clipped(&claims.name),
        version: clipped(&claims.program),
        parts,
        needed,
        parts_json: json(&claims.parts)?,
        salt: claims.salt,
    })
}

/// Reads the renewal of a machine.
pub(super) fn read_renewal(text: &str) -> Result<Next> {
    let opened = open_by_device::<Renewal>(text).map_err(refused)?;
    let claims = opened.claims;
    let (parts, needed) = compared(&claims.parts);
    Ok(Next {
        digest: opened.digest,
        device_key: opened.device.to_string(),
        made_at_ms: claims.made_at.ms(),
        license: claims.license,
        counter: counted(claims.counter),
        version: clipped(&claims.program),
        parts,
        needed,
        parts_json: json(&claims.parts)?,
        salt: claims.salt.unwrap_or_default(),
        seen: claims.parts,
    })
}

/// Reads the receipt of a machine that gave its license back.
pub(super) fn read_return(text: &str) -> Result<Receipt> {
    let opened = open_by_device::<Return>(text).map_err(refused)?;
    Ok(Receipt {
        digest: opened.digest,
        compact: opened.compact,
        device_key: opened.device.to_string(),
        license: opened.claims.license,
        counter: counted(opened.claims.counter),
    })
}

/// Answers the question of a machine about the time. Whoever holds its key may know the time; nothing else is said.
pub(super) async fn clock_answer(cx: &Cx, text: &str) -> Result<String> {
    let asked = open_by_device::<ClockChallenge>(text).map_err(refused)?;
    let answer = ClockAnswer {
        version: VERSION,
        id: cx.new_id()?,
        issuer: fitting(cx.public_url()),
        issued_at: Time::from_ms(cx.now_ms),
        challenge: asked.claims.id,
        device: asked.device.kid(),
    };
    signing_keys::sign(cx, &answer).await
}

/// What a file that somebody carried here says it is: of several the first one, of none nothing.
pub(in super::super) fn kind_of(text: &str) -> Option<Kind> {
    let files = armor::strip_all(text).ok()?;
    match files.into_iter().next() {
        Some((kind, _)) => Some(kind),
        None => compact::kind(&armor::strip(text, None).ok()?).ok(),
    }
}

/// How a machine compares with the one that was activated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Compared {
    pub(super) is_same: bool,
    /// Some parts are others; they are remembered.
    pub(super) is_drifted: bool,
}

/// Compares what a machine sees now with what it said when it was activated.
pub(super) fn compare(server: &ServerView, next: &Next) -> Compared {
    let parts: Vec<Part> = serde_json::from_str(&server.parts).unwrap_or_default();
    if parts.is_empty() {
        return Compared { is_same: true, is_drifted: !next.seen.is_empty() };
    }
    let need = fingerprint::usual_need(&parts);
    let machine =
        Machine { device: String::new(), name: String::new(), salt: server.salt.clone(), parts, need };
    match machine.compare(&next.seen) {
        Comparison::Same => Compared { is_same: true, is_drifted: false },
        Comparison::Drifted { .. } => Compared { is_same: true, is_drifted: true },
        Comparison::Other => Compared { is_same: false, is_drifted: true },
    }
}

/// The id of a file for a revision of a package: it tells which one is installed.
pub(super) fn file_id(id: &str, revision: i64) -> String {
    format!("{id}.{revision}")
}

/// The revision that a file is of.
pub(super) fn revision_of(file_id: &str) -> Option<i64> {
    file_id.rsplit_once('.')?.1.parse().ok()
}

/// A text that a file can hold.
fn fitting(text: &str) -> String {
    let mut fits = String::new();
    for letter in text.chars().filter(|letter| !crate::text::is_hidden(*letter)) {
        if fits.len() + letter.len_utf8() > TEXT_BYTES_MAX {
            break;
        }
        fits.push(letter);
    }
    fits
}

fn natural(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// People of one kind; no limit is the largest number.
fn people(count: Option<i64>) -> u32 {
    count.map_or(u32::MAX, |count| u32::try_from(count).unwrap_or(u32::MAX))
}

/// The license file for a server; for an offline key until when it must be installed. Refuses with
/// `activations.license_expired` if the license has ended.
pub(super) async fn license(
    cx: &Cx,
    package: &Package,
    server: &ServerView,
    install_by_ms: Option<i64>,
) -> Result<String> {
    let organisation = {
        let mut tx = cx.db.read().await?;
        organisations::find_in(&mut tx, &package.organisation_id).await?.name
    };
    let terms = &package.terms;
    let until = terms.valid_until_ms.map(Time::from_ms);
    let issued_at = Time::from_ms(cx.now_ms);
    if until.is_some_and(|until| until <= issued_at) {
        return Err(LICENSE_EXPIRED.into());
    }
    let lease = Time::from_ms(server.lease_until_ms);
    let mut limits = BTreeMap::from([("servers".to_owned(), natural(terms.limits.servers))]);
    limits.extend(terms.limits.rows.map(|rows| ("rows".to_owned(), natural(rows))));
    limits.extend(terms.limits.cores.map(|cores| ("cores".to_owned(), natural(cores))));
    let license = License {
        version: VERSION,
        id: server.file_id.clone(),
        issuer: fitting(cx.public_url()),
        issued_at,
        valid_from: Time::from_ms(terms.valid_from_ms),
        valid_until: until,
        renew_by: until.map_or(lease, |until| until.min(lease)),
        install_by: install_by_ms.map(Time::from_ms),
        organisation: fitting(&organisation),
        holder: fitting(&server.user_name),
        package: FilePackage {
            id: package.id.clone(),
            code: package.code.clone(),
            name: fitting(&terms.name),
            type_: terms.kind.word().to_owned(),
            tier: terms.tier.word().to_owned(),
            deployment: terms.deployment.word().to_owned(),
            environment: terms.environment.word().to_owned(),
            revision: natural(package.revision),
        },
        seats: Seats {
            administrators: people(terms.seats.administrators),
            designers: people(terms.seats.designers),
            viewers: people(terms.seats.viewers),
        },
        limits,
        entitlements: terms.entitlements.iter().cloned().collect(),
        machine: if install_by_ms.is_some() { None } else { Some(machine(server)?) },
        grace: Grace::usual(u16::try_from(terms.grace_days).unwrap_or_default()),
        bulletin: signing_keys::bulletin_number(cx).await?,
        replaces: None,
    };
    signing_keys::sign(cx, &license).await
}

fn machine(server: &ServerView) -> Result<Machine> {
    let parts: Vec<Part> =
        serde_json::from_str(&server.parts).map_err(|cause| Error::fault("reading a fingerprint", cause))?;
    let need = fingerprint::usual_need(&parts);
    Ok(Machine { device: kid(server)?, name: fitting(&server.name), salt: server.salt.clone(), parts, need })
}

fn kid(server: &ServerView) -> Result<String> {
    PublicKey::kid_of(&server.device_key)
        .map_err(|refused| Error::fault("reading the key of a server", refused))
}

/// The license file, if the license has not ended: through its grace a server renews its lease only.
pub(super) async fn license_if_valid(
    cx: &Cx,
    package: &Package,
    server: &ServerView,
) -> Result<Option<String>> {
    match license(cx, package, server, None).await {
        Ok(license) => Ok(Some(license)),
        Err(error) if error.is(&LICENSE_EXPIRED) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The lease of a server.
pub(super) async fn lease(
    cx: &Cx,
    package: &Package,
    server: &ServerView,
    displaced: bool,
) -> Result<String> {
    let issued_at = Time::from_ms(cx.now_ms);
    let lease = Lease {
        version: VERSION,
        id: cx.new_id()?,
        issuer: fitting(cx.public_url()),
        issued_at,
        // A server without a slot may ask again after its lease ended; it gets no time by that.
        lease_until: Time::from_ms(server.lease_until_ms).max(issued_at),
        package: package.id.clone(),
        license: server.file_id.clone(),
        device: kid(server)?,
        counter: natural(server.counter),
        displaced,
        bulletin: signing_keys::bulletin_number(cx).await?,
    };
    signing_keys::sign(cx, &lease).await
}

/// A license file for people to carry: in armor, below what it is about.
pub(super) fn carried(package: &Package, server: &ServerView, compact: &str) -> String {
    let until = crate::text::rfc3339(server.lease_until_ms);
    let summary = [package.terms.name.as_str(), package.code.as_str(), server.name.as_str(), until.as_str()];
    armor::wrap(Kind::License, compact, &summary)
}

/// Refuses with `signing_keys.no_signer` while nothing can be signed.
pub(super) async fn check_ready(cx: &Cx) -> Result<()> {
    signing_keys::check_ready(cx).await
}

/// The id in a license file that its holder shows; refuses what is none.
pub(super) fn checked_file_id(id: &str) -> Result<String> {
    let good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.';
    if id.len() <= 64 && !id.is_empty() && id.bytes().all(good) {
        Ok(id.to_owned())
    } else {
        Err(FILE_UNREADABLE.with("why", "license_file.claim").into())
    }
}

/// Whether an offline key waits for its machine.
pub(super) fn is_unbound(server: &ServerView) -> bool {
    server.mode == Mode::Voucher || server.device_key.starts_with(VOUCHER_KEY)
}
