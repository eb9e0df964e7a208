//! Signing, and the life of the keys that do it.

mod lasting;
mod revoking;
mod roots;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use seatwarden_base::{Error, Result, db::Tx};
use seatwarden_license_file::{
    Bulletin, IssuerClaims, Kind, Opened, PrivateKey, PublicKey, Revocations, RevokedSigner, Roots, Signer,
    SignerStatement, Time, Trust, VERSION, armor, open, open_statement, sign_bulletin_by_root,
    sign_statement,
};
use serde_json::json;

use super::{
    kept::{self, Kept},
    model::{
        KeyRole, LIST_MAX, MADE_ALREADY, NEEDS_ROOT, NO_SIGNER, NOT_OURS, NUMBERS, SigningKey, Standing,
        Statement, UNKNOWN_ROOT, UNKNOWN_SIGNER, Wish, bad_file, wish_for,
    },
    offline, store,
};
pub use lasting::{clean, end, note_paper, papers_to_keep, tell};
pub use revoking::{Revoked, Revoking, revocations_asked, revoke};

use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// Signs with the newest signer that may. Refuses with `signing_keys.no_signer`.
pub async fn sign<C: IssuerClaims>(cx: &Cx, claims: &C) -> Result<String> {
    let kept = cx.signing_keys.get(cx).await?;
    let signer = choose(&kept, C::KIND, claims.issued_at())?;
    signer.sign(claims).map_err(|cause| Error::fault("signing a license file", cause))
}

/// Refuses with `signing_keys.no_signer` while nothing can be signed.
pub async fn check_ready(cx: &Cx) -> Result<()> {
    let kept = cx.signing_keys.get(cx).await?;
    choose(&kept, Kind::License, Time::from_ms(cx.now_ms)).map(drop)
}

fn choose(kept: &Kept, kind: Kind, at: Time) -> Result<&Signer> {
    let may = |signer: &&Signer| signer.statement().covers(at).is_ok() && signer.statement().allows(kind);
    kept.signers.iter().find(may).ok_or_else(|| NO_SIGNER.into())
}

/// The newest bulletin with its number; zero and none if there never was one. For everybody.
pub async fn bulletin(cx: &Cx) -> Result<(u64, Option<String>)> {
    let kept = cx.signing_keys.get(cx).await?;
    Ok((kept.revocations.number(), kept.bulletin.clone()))
}

/// The number of the newest bulletin; zero if there never was one.
pub async fn bulletin_number(cx: &Cx) -> Result<u64> {
    Ok(cx.signing_keys.get(cx).await?.revocations.number())
}

/// Whether a signer was revoked that may have signed what machines hold.
pub async fn has_revoked_signers(cx: &Cx) -> Result<bool> {
    let kept = cx.signing_keys.get(cx).await?;
    Ok(kept.revocations.bulletin().is_some_and(|bulletin| !bulletin.signers.is_empty()))
}

/// The signers that may sign now or later, each with what a root says about it. For everybody: nothing of it is secret.
pub async fn keys(cx: &Cx) -> Result<Vec<SignerStatement>> {
    let kept = cx.signing_keys.get(cx).await?;
    Ok(kept.signers.iter().map(|signer| signer.statement().clone()).collect())
}

/// A key with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The key.
    pub key: SigningKey,
    /// Where it stands.
    pub standing: Standing,
    /// From when until when its newest statement is valid.
    pub valid_ms: Option<(i64, i64)>,
}

/// All keys: the roots, and the signers, the newest first. For the vendor's staff.
pub async fn list(cx: &Cx) -> Result<Vec<Listed>> {
    cx.require(Permission::LicensesRead)?;
    let mut tx = cx.db.read().await?;
    let mut found = store::list_keys(&mut tx, KeyRole::Root, LIST_MAX).await?;
    found.extend(store::list_keys(&mut tx, KeyRole::Signer, LIST_MAX).await?);
    let mut valid = BTreeMap::new();
    for statement in store::list_statements(&mut tx, 0, LIST_MAX).await? {
        // The one that began last comes first.
        valid.entry(statement.kid).or_insert((statement.valid_from_ms, statement.valid_until_ms));
    }
    let listed = found.into_iter().map(|key| {
        let valid_ms = valid.get(&key.kid).copied();
        let standing = match (key.role, key.revoked_at_ms, valid_ms) {
            (_, Some(_), _) => Standing::Revoked,
            (KeyRole::Root, None, _) => Standing::Valid,
            (_, None, Some((_, until_ms))) if until_ms <= cx.now_ms => Standing::Expired,
            (_, None, Some((from_ms, _))) if from_ms <= cx.now_ms => Standing::Valid,
            _ => Standing::Waiting,
        };
        Listed { key, standing, valid_ms }
    });
    Ok(listed.collect())
}

/// Pins the first roots, which were made elsewhere. For the operator; refuses with `signing_keys.made_already`.
pub async fn init(cx: &Cx, roots: &[PublicKey]) -> Result<()> {
    cx.require(Permission::LicensesApprove)?;
    Roots::new(roots).map_err(bad_file)?;
    let mut tx = cx.db.write().await?;
    if !store::list_keys(&mut tx, KeyRole::Root, 1).await?.is_empty() {
        return Err(MADE_ALREADY.into());
    }
    for root in roots {
        insert(&mut tx, cx, KeyRole::Root, root).await?;
    }
    let kids: Vec<String> = roots.iter().map(PublicKey::kid).collect();
    let event =
        audit::Event::new("signing_keys.init", "signing_key", kids.first().map_or("", String::as_str));
    audit::record(&mut tx, cx, event.after(json!({ "roots": kids }))).await?;
    tx.commit().await?;
    cx.signing_keys.clear();
    Ok(())
}

/// Makes everything for a first start or a demo: two roots, whose private halves go into files of this folder and
/// belong elsewhere afterwards, and the first signer. Roots whose files are there already are taken. Answers the paths of
/// the files. For the operator; refuses with `signing_keys.made_already`.
pub async fn start(cx: &Cx, folder: &Path) -> Result<[PathBuf; 2]> {
    cx.require(Permission::LicensesApprove)?;
    if !store::list_keys(&mut cx.db.read().await?, KeyRole::Root, 1).await?.is_empty() {
        return Err(MADE_ALREADY.into());
    }
    let paths = ROOT_FILES.map(|name| folder.join(name));
    let mut roots = Vec::new();
    for path in &paths {
        let is_there = path.exists();
        roots.push(if is_there { offline::read_root(path)? } else { offline::make_root(path, cx.random())? });
    }
    let public: Vec<PublicKey> = roots.iter().map(PrivateKey::public).collect();
    init(cx, &public).await?;
    if let Some(current) = roots.first() {
        rotate(cx, current).await?;
    }
    Ok(paths)
}

/// The files of the roots: the current one, and the one in reserve.
pub const ROOT_FILES: [&str; 2] = ["root-current.key", "root-standby.key"];

/// Pins one more root: the next one in reserve. For the operator.
pub async fn pin_root(cx: &Cx, root: &PublicKey) -> Result<()> {
    cx.require(Permission::LicensesApprove)?;
    let mut tx = cx.db.write().await?;
    store::set_locked(&mut tx).await?;
    let known = store::list_keys(&mut tx, KeyRole::Root, LIST_MAX).await?;
    if known.len() >= Roots::MAX {
        return Err(bad_file(seatwarden_license_file::Refused::TooMany).into());
    }
    insert(&mut tx, cx, KeyRole::Root, root).await?;
    let event = audit::Event::new("signing_keys.pin_root", "signing_key", &root.kid());
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    cx.signing_keys.clear();
    Ok(())
}

async fn insert(tx: &mut Tx, cx: &Cx, role: KeyRole, key: &PublicKey) -> Result<()> {
    let key = SigningKey {
        kid: key.kid(),
        role,
        public_key: key.to_string(),
        created_at_ms: cx.now_ms,
        revoked_at_ms: None,
    };
    store::insert_key(tx, &key).await
}

/// Makes a signer, whose private half stays here, and what a root is to say about it. For the operator.
pub async fn wish(cx: &Cx) -> Result<Wish> {
    cx.require(Permission::LicensesApprove)?;
    let key = PrivateKey::from_seed(&cx.random().bytes::<32>()?);
    kept::write_private(cx, &key)?;
    let issuer =
        cx.app().public_url().trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let mut tx = cx.db.write().await?;
    store::set_locked(&mut tx).await?;
    let first = first_number(&mut tx).await?;
    let wish = wish_for(cx.new_id()?, issuer, cx.now_ms, key.public(), first);
    insert(&mut tx, cx, KeyRole::Signer, &wish.key).await?;
    let event = audit::Event::new("signing_keys.wish", "signing_key", &wish.key.kid());
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    Ok(wish)
}

/// The first number of a new signer: above those of all others, also of those that are prepared and known by their count
/// alone. Two signers with the same numbers could not both outlive each other.
async fn first_number(tx: &mut Tx) -> Result<u64> {
    let prepared = store::count_prepared(tx).await?;
    let highest = store::find_highest_number(tx).await?;
    Ok(highest.saturating_add(prepared.saturating_mul(NUMBERS)).saturating_add(1))
}

/// Makes a signer and lets this root vouch for it at once. For the operator; refuses with `signing_keys.unknown_root`.
pub async fn rotate(cx: &Cx, root: &PrivateKey) -> Result<SignerStatement> {
    cx.require(Permission::LicensesApprove)?;
    check_root(cx, root).await?;
    let wish = wish(cx).await?;
    let statement = sign_statement(root, &wish).map_err(bad_file)?;
    import(cx, &armor::wrap(Kind::Signer, &statement, &[])).await?;
    Ok(wish)
}

/// Who agrees when somebody holds the private half of a pinned root: its name in a history. Refuses with
/// `signing_keys.unknown_root`.
pub async fn root_name(cx: &Cx, root: &PrivateKey) -> Result<String> {
    check_root(cx, root).await?;
    Ok(format!("root:{}", root.public().kid()))
}

async fn check_root(cx: &Cx, root: &PrivateKey) -> Result<()> {
    let kept = cx.signing_keys.get(cx).await?;
    let kid = root.public().kid();
    let is_trusted = kept.roots.with_id(&kid).is_some() && kept.revocations.check(&kid, "", "").is_ok();
    if is_trusted { Ok(()) } else { Err(UNKNOWN_ROOT.into()) }
}

/// Takes statements and bulletins that were signed elsewhere, in armor. What a root signed needs nobody's trust here.
/// Answers how many were new. For those who may approve; refuses with `signing_keys.bad_file`,
/// `signing_keys.not_ours` or `signing_keys.unknown_root`.
pub async fn import(cx: &Cx, text: &str) -> Result<usize> {
    cx.require(Permission::LicensesApprove)?;
    let files = armor::strip_all(text).map_err(bad_file)?;
    if files.is_empty() {
        return Err(bad_file(seatwarden_license_file::Refused::Nothing).into());
    }
    let mut tx = cx.db.write().await?;
    store::set_locked(&mut tx).await?;
    let kept = kept::read(&mut tx, cx).await?;
    let mut taken = 0;
    for (kind, compact) in &files {
        let is_new = match kind {
            Kind::Signer => take_statement(&mut tx, cx, &kept, compact).await?,
            Kind::Bulletin => take_bulletin(&mut tx, cx, &kept, compact).await?,
            _ => return Err(bad_file(seatwarden_license_file::Refused::Kind).into()),
        };
        taken += usize::from(is_new);
    }
    tx.commit().await?;
    cx.signing_keys.clear();
    Ok(taken)
}

async fn take_statement(tx: &mut Tx, cx: &Cx, kept: &Kept, compact: &str) -> Result<bool> {
    let said = open_statement(compact, &kept.trust()).map_err(bad_file)?;
    let kid = said.key.kid();
    let known = store::find_key(tx, &kid).await?.filter(|key| key.role == KeyRole::Signer);
    let private = kept::read_private(cx, &kid)?;
    if known.is_none() || private.is_none_or(|key| key.public() != said.key) {
        return Err(NOT_OURS.into());
    }
    let root_kid = seatwarden_license_file::compact::kid(compact).map_err(bad_file)?;
    let numbers = said.bulletins.unwrap_or(seatwarden_license_file::Numbers { first: 0, last: 0 });
    let statement = Statement {
        id: said.id.clone(),
        kid: kid.clone(),
        root_kid,
        compact: compact.to_owned(),
        valid_from_ms: said.valid_from.ms(),
        valid_until_ms: said.valid_until.ms(),
        numbers,
    };
    let is_new = store::insert_statement(tx, &statement, cx.now_ms).await?;
    if is_new {
        let event = audit::Event::new("signing_keys.vouch", "signing_key", &kid);
        let after = json!({ "root": statement.root_kid, "until": said.valid_until.to_string() });
        audit::record(tx, cx, event.after(after)).await?;
    }
    Ok(is_new)
}

async fn take_bulletin(tx: &mut Tx, cx: &Cx, kept: &Kept, compact: &str) -> Result<bool> {
    let opened: Opened<Bulletin> = open(compact, &kept.trust()).map_err(bad_file)?;
    let newest = store::find_bulletin(tx).await?.map_or(0, |(number, _)| number);
    if opened.claims.number <= newest {
        return Ok(false);
    }
    publish(tx, cx, &opened).await?;
    Ok(true)
}

/// Writes a bulletin that was found good, and what it revokes.
async fn publish(tx: &mut Tx, cx: &Cx, opened: &Opened<Bulletin>) -> Result<()> {
    let bulletin = &opened.claims;
    store::insert_bulletin(tx, bulletin.number, &opened.compact, &opened.kid, bulletin.issued_at.ms())
        .await?;
    for signer in &bulletin.signers {
        store::set_revoked(tx, &signer.kid, cx.now_ms).await?;
    }
    let revoked: Vec<&str> = bulletin.signers.iter().map(|signer| signer.kid.as_str()).collect();
    let event = audit::Event::new("signing_keys.bulletin", "bulletin", &bulletin.number.to_string());
    let after = json!({ "by": opened.kid, "signers": revoked, "files": bulletin.files.len() });
    audit::record(tx, cx, event.after(after)).await
}

/// Revokes a signer, and with it every file that it signed but those with these digests, without asking a second person.
/// The bulletin is signed by the root, or by a signer that has higher numbers than the revoked one. The faces
/// call [`revoke`]. Refuses with
/// `signing_keys.unknown_signer`, `signing_keys.unknown_root` or `signing_keys.needs_root`.
#[cfg(test)]
pub async fn revoke_signer(cx: &Cx, kid: &str, root: Option<&PrivateKey>, keep: Vec<String>) -> Result<u64> {
    cx.require(Permission::LicensesApprove)?;
    if let Some(root) = root {
        check_root(cx, root).await?;
    }
    let mut tx = cx.db.write().await?;
    store::set_locked(&mut tx).await?;
    let number = revoke_in(&mut tx, cx, kid, root, keep).await?;
    tx.commit().await?;
    cx.signing_keys.clear();
    Ok(number)
}

async fn revoke_in(
    tx: &mut Tx,
    cx: &Cx,
    kid: &str,
    root: Option<&PrivateKey>,
    keep: Vec<String>,
) -> Result<u64> {
    let key = store::find_key(tx, kid).await?.ok_or(UNKNOWN_SIGNER)?;
    if key.role == KeyRole::Root && root.is_none() {
        return Err(NEEDS_ROOT.into());
    }
    let kept = kept::read(tx, cx).await?;
    let mut signers = revoked_signers(tx, cx, &kept.revocations).await?;
    signers.retain(|signer| signer.kid != kid);
    signers.push(RevokedSigner { kid: kid.to_owned(), keep });
    let event = audit::Event::new("signing_keys.revoke", "signing_key", kid);
    audit::record(tx, cx, event).await?;
    write_bulletin(tx, cx, &kept, signers, Author { root, revoked: Some(kid) }).await
}

/// The signers that are revoked, with the files that stay good; what has ended need not be kept any more.
async fn revoked_signers(tx: &mut Tx, cx: &Cx, revocations: &Revocations) -> Result<Vec<RevokedSigner>> {
    let mut signers = revocations.bulletin().map(|bulletin| bulletin.signers.clone()).unwrap_or_default();
    for signer in &mut signers {
        let mut keep = Vec::new();
        for digest in std::mem::take(&mut signer.keep) {
            if !store::find_ended_paper(tx, &digest, cx.now_ms).await? {
                keep.push(digest);
            }
        }
        signer.keep = keep;
    }
    Ok(signers)
}

/// Revokes files, each until its own end, inside another action that asked who may. Refuses with
/// `signing_keys.no_signer` if nobody can write the bulletin now.
pub async fn revoke_files_in(tx: &mut Tx, cx: &Cx, revoked: &[(String, i64)]) -> Result<()> {
    store::set_locked(tx).await?;
    store::delete_ended_files(tx, cx.now_ms).await?;
    for (id, until_ms) in revoked {
        store::insert_revoked_file(tx, id, *until_ms, cx.now_ms).await?;
    }
    let kept = kept::read(tx, cx).await?;
    let signers = revoked_signers(tx, cx, &kept.revocations).await?;
    write_bulletin(tx, cx, &kept, signers, Author { root: None, revoked: None }).await?;
    // Until the transaction ends others read the bulletin before; they do so for a second at most.
    cx.signing_keys.clear();
    Ok(())
}

/// Who writes a bulletin.
#[derive(Clone, Copy)]
struct Author<'a> {
    root: Option<&'a PrivateKey>,
    revoked: Option<&'a str>,
}

async fn write_bulletin(
    tx: &mut Tx,
    cx: &Cx,
    kept: &Kept,
    signers: Vec<RevokedSigner>,
    author: Author<'_>,
) -> Result<u64> {
    let files_max = i64::try_from(Bulletin::FILES_MAX).unwrap_or(i64::MAX);
    let by_roots = roots::words(cx, kept, &signers, author.root)?;
    let mut bulletin = Bulletin {
        by_roots,
        version: VERSION,
        id: cx.new_id()?,
        issuer: cx.app().public_url().to_owned(),
        issued_at: Time::from_ms(cx.now_ms),
        number: 0,
        signers,
        files: store::list_revoked_files(tx, cx.now_ms, files_max).await?,
    };
    let newest = store::find_bulletin(tx).await?.map_or(0, |(number, _)| number);
    let compact = if let Some(root) = author.root {
        // Above all that the revoked one can say, and no higher: signers that live on need the numbers above.
        let last = match author.revoked {
            Some(kid) => store::find_last_number(tx, kid).await?,
            None => 0,
        };
        bulletin.number = newest.max(last).saturating_add(1);
        sign_bulletin_by_root(root, &bulletin).map_err(bad_file)?
    } else {
        let signer = author_among(kept, newest, author.revoked, bulletin.issued_at)?;
        bulletin.number = next_number(signer, newest);
        signer.sign(&bulletin).map_err(bad_file)?
    };
    let trust = Trust { roots: &kept.roots, revocations: &Revocations::NONE };
    let opened = open(&compact, &trust).map_err(|cause| Error::fault("reading a new bulletin", cause))?;
    publish(tx, cx, &opened).await?;
    Ok(bulletin.number)
}

fn next_number(signer: &Signer, newest: u64) -> u64 {
    let first = signer.statement().bulletins.map_or(0, |numbers| numbers.first);
    newest.saturating_add(1).max(first)
}

/// The signer that can write the next bulletin. To revoke a signer it must have higher numbers than that one.
fn author_among<'a>(kept: &'a Kept, newest: u64, revoked: Option<&str>, at: Time) -> Result<&'a Signer> {
    let last_of_revoked = kept
        .signers
        .iter()
        .filter(|signer| Some(signer.kid()) == revoked)
        .filter_map(|signer| signer.statement().bulletins)
        .map(|numbers| numbers.last)
        .max();
    let may = |signer: &&Signer| {
        let statement = signer.statement();
        let number = next_number(signer, newest);
        Some(signer.kid()) != revoked
            && statement.covers(at).is_ok()
            && statement.allows(Kind::Bulletin)
            && statement.bulletins.is_some_and(|numbers| numbers.contains(number))
            && last_of_revoked.is_none_or(|last| number > last)
    };
    let refusal = if revoked.is_some() { NEEDS_ROOT } else { NO_SIGNER };
    kept.signers.iter().find(may).ok_or_else(|| refusal.into())
}
