//! Making releases, publishing them, and opening their files.

use std::path::PathBuf;

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::json;

use super::{
    file::{self, OnDisk, Source},
    minisign::ReleaseKey,
    model::{
        Artifact, DAMAGED, FILE_TAKEN, FILES_MAX, LIST_MAX, NOT_READY, NewRelease, ONE_DOWNLOAD_MS, Release,
        ReleaseState, Taken, UNKNOWN, VERSION_TAKEN, check_file_name, version_key,
    },
    store,
};
use crate::{
    common::audit,
    cx::{Caller, Cx, Permission},
    licensing::packages::{self, Package, Standing},
};

/// Whether a license opens a release now.
fn opens(package: &Package, release: &Release, now_ms: i64) -> bool {
    let in_force =
        matches!(package.terms.standing(now_ms), Standing::Active | Standing::Expiring | Standing::Grace);
    in_force && (release.entitlement.is_empty() || package.terms.entitlements.contains(&release.entitlement))
}

/// The published releases that the caller's licenses open, the newest version first; and how many they do not open.
pub async fn list_mine(cx: &Cx) -> Result<(Vec<Release>, usize)> {
    let mine = packages::list_mine(cx).await?;
    let mut releases = store::list(&mut cx.db.read().await?, false, LIST_MAX).await?;
    let all = releases.len();
    releases.retain(|release| mine.iter().any(|package| opens(package, release, cx.now_ms)));
    let closed = all - releases.len();
    Ok((releases, closed))
}

/// All releases, the newest version first. For the vendor's staff.
pub async fn list_all(cx: &Cx) -> Result<Vec<Release>> {
    cx.require(Permission::LicensesRead)?;
    store::list(&mut cx.db.read().await?, true, LIST_MAX).await
}

/// A file for whoever may download it, and where it lies. Refuses with `downloads.unknown`.
pub async fn open(cx: &Cx, file_id: &str) -> Result<(Release, Artifact, PathBuf)> {
    cx.person()?;
    let mut tx = cx.db.read().await?;
    let (release_id, artifact) = store::find_file(&mut tx, file_id).await?.ok_or(UNKNOWN)?;
    let release = store::find(&mut tx, &release_id).await?.ok_or(UNKNOWN)?;
    drop(tx);
    if !cx.may(Permission::LicensesRead) {
        let mine = packages::list_mine(cx).await?;
        let is_open = release.state == ReleaseState::Published
            && mine.iter().any(|package| opens(package, &release, cx.now_ms));
        if !is_open {
            return Err(UNKNOWN.into());
        }
    }
    let path = file::folder(&cx.config).join(&artifact.id);
    Ok((release, artifact, path))
}

/// Puts a download into the history, of the licenses too that open it, unless it goes on with one that is there. Call it
/// for whoever may download it.
pub(super) async fn note(cx: &Cx, release: &Release, artifact: &Artifact, taken: Taken) -> Result<()> {
    let person = cx.person()?.id.clone();
    let began = store::find_taken(&mut cx.db.read().await?, &person, &artifact.id, taken.what).await?;
    if !taken.is_new(began, cx.now_ms) {
        return Ok(());
    }
    let mine = packages::list_mine(cx).await?;
    let opening = mine.iter().filter(|package| opens(package, release, cx.now_ms));
    let opening: Vec<&str> = opening.map(|package| package.id.as_str()).take(NOTED_MAX).collect();
    let mut tx = cx.db.write().await?;
    let before_ms = cx.now_ms - ONE_DOWNLOAD_MS;
    if !store::set_taken(&mut tx, (&person, &artifact.id), taken.what, before_ms, cx.now_ms).await? {
        return Ok(());
    }
    let event = audit::Event::new(taken.what.event(), "release", &release.id);
    let after = json!({ "version": release.version, "file": artifact.file_name, "packages": opening });
    audit::record(&mut tx, cx, event.after(after)).await?;
    tx.commit().await
}

/// How many licenses an event names.
const NOTED_MAX: usize = 50;

/// The key with which people check the signatures, as minisign reads it.
pub fn public_key(cx: &Cx) -> Result<String> {
    Ok(ReleaseKey::open(&cx.config.secrets_dir(), cx.random())?.public())
}

fn author(cx: &Cx) -> String {
    match &cx.caller {
        Caller::User(signed_in) => signed_in.holder().email.clone(),
        Caller::Host(what) => format!("host:{what}"),
        Caller::Anonymous => "anonymous".to_owned(),
    }
}

/// Makes a draft of a release. For the vendor's staff. Refuses with `downloads.version_taken` or the rule that is
/// broken.
pub async fn create(cx: &Cx, new: &NewRelease) -> Result<Release> {
    cx.require(Permission::LicensesManage)?;
    let new = new.checked()?;
    let release = Release {
        id: cx.new_id()?,
        version: new.version,
        notes: new.notes,
        entitlement: new.entitlement,
        state: ReleaseState::Draft,
        published_at_ms: None,
        files: Vec::new(),
    };
    let mut tx = cx.db.write().await?;
    if !store::insert(&mut tx, &release, &version_key(&release.version), &author(cx), cx.now_ms).await? {
        return Err(VERSION_TAKEN.into());
    }
    let event = audit::Event::new("downloads.create", "release", &release.id);
    audit::record(&mut tx, cx, event.after(json!({ "version": release.version }))).await?;
    tx.commit().await?;
    Ok(release)
}

/// The release of a version. For the vendor's staff. Refuses with `downloads.unknown`.
pub async fn find_version(cx: &Cx, version: &str) -> Result<Release> {
    cx.require(Permission::LicensesRead)?;
    let found = store::find_version(&mut cx.db.read().await?, &version_key(version.trim())).await?;
    found.ok_or_else(|| UNKNOWN.into())
}

/// Adds a file to a draft: keeps it as it comes in, takes its checksum, and signs it. For the vendor's staff. Refuses
/// with `downloads.bad_file`, `downloads.file_taken`, `downloads.not_ready`, `downloads.too_large` or
/// `downloads.disk_full`; then nothing of it stays.
pub async fn add_file(cx: &Cx, release_id: &str, name: &str, mut source: impl Source) -> Result<Artifact> {
    cx.require(Permission::LicensesManage)?;
    let file_name = check_file_name(name)?;
    let release = draft(&mut cx.db.read().await?, release_id).await?;
    if release.files.len() >= FILES_MAX || release.files.iter().any(|file| file.file_name == file_name) {
        return Err(FILE_TAKEN.into());
    }
    let (id, folder) = (cx.new_id()?, file::folder(&cx.config));
    let path = folder.join(&id);
    let maximum = cx.config.license_server.release_file_bytes_max;
    let taken = file::take(folder, id.clone(), &mut source, maximum).await?;
    let signature = sign(cx, &file_name, &taken.blake2b)?;
    let artifact = Artifact { id, file_name, size: taken.size, sha256: taken.sha256, signature };
    let kept = insert_file(cx, release_id, &artifact).await;
    if kept.is_err() {
        // What is on no list is nobody's; what cannot be removed now is swept later.
        let _ = std::fs::remove_file(path);
    }
    kept.map(|()| artifact)
}

fn sign(cx: &Cx, file_name: &str, blake2b: &[u8]) -> Result<String> {
    let key = ReleaseKey::open(&cx.config.secrets_dir(), cx.random())?;
    let comment = format!("timestamp:{}\tfile:{file_name}\thashed", cx.now_ms / 1_000);
    Ok(key.sign(blake2b, &comment))
}

async fn insert_file(cx: &Cx, release_id: &str, artifact: &Artifact) -> Result<()> {
    let mut tx = cx.db.write().await?;
    draft(&mut tx, release_id).await?;
    if !store::insert_file(&mut tx, release_id, artifact, cx.now_ms).await? {
        return Err(FILE_TAKEN.into());
    }
    let event = audit::Event::new("downloads.add_file", "release", release_id);
    let after = json!({ "file": artifact.file_name, "sha256": artifact.sha256 });
    audit::record(&mut tx, cx, event.after(after)).await?;
    tx.commit().await
}

/// Signs the files of a release anew, once it is sure that they are what they were: after the key that signs releases
/// was replaced. For the vendor's staff. Refuses with `downloads.unknown`, or with `downloads.damaged`.
pub async fn sign_again(cx: &Cx, id: &str) -> Result<Release> {
    cx.require(Permission::LicensesManage)?;
    let release = store::find(&mut cx.db.read().await?, id).await?.ok_or(UNKNOWN)?;
    let folder = file::folder(&cx.config);
    let mut signatures = Vec::new();
    for artifact in &release.files {
        let mut kept = OnDisk::open(&folder.join(&artifact.id))?;
        let digests = file::digests(&mut kept).await?;
        if digests.sha256 != artifact.sha256 {
            return Err(DAMAGED.with("file", &artifact.file_name).into());
        }
        signatures.push((artifact.id.clone(), sign(cx, &artifact.file_name, &digests.blake2b)?));
    }
    let mut tx = cx.db.write().await?;
    for (file_id, signature) in &signatures {
        store::set_signature(&mut tx, file_id, signature).await?;
    }
    let event = audit::Event::new("downloads.sign_again", "release", id);
    audit::record(&mut tx, cx, event.after(json!({ "version": release.version }))).await?;
    tx.commit().await?;
    store::find(&mut cx.db.read().await?, id).await?.ok_or_else(|| UNKNOWN.into())
}

/// Removes files that belong to no release: what a crash or a cut connection left. Run again, it does no harm.
pub async fn sweep(cx: &Cx) -> Result<()> {
    let known = store::list_file_ids(&mut cx.db.read().await?).await?;
    let folder = file::folder(&cx.config);
    let swept = tokio::task::spawn_blocking(move || file::sweep(&folder, |id| known.contains(id)));
    swept.await.map_err(|cause| Error::fault("sweeping the downloads", cause))?.map(drop)
}

async fn draft(tx: &mut Tx, id: &str) -> Result<Release> {
    let release = store::find(tx, id).await?.ok_or(UNKNOWN)?;
    if release.state == ReleaseState::Draft { Ok(release) } else { Err(NOT_READY.into()) }
}

/// Publishes a draft: from now on customers download it. For the vendor's staff. Refuses with `downloads.not_ready`.
pub async fn publish(cx: &Cx, id: &str) -> Result<()> {
    change(cx, id, (ReleaseState::Draft, ReleaseState::Published), "downloads.publish").await
}

/// Withdraws a release: nobody downloads it from now on. For the vendor's staff. Refuses with `downloads.not_ready`.
pub async fn withdraw(cx: &Cx, id: &str) -> Result<()> {
    change(cx, id, (ReleaseState::Published, ReleaseState::Withdrawn), "downloads.withdraw").await
}

async fn change(
    cx: &Cx,
    id: &str,
    (from, to): (ReleaseState, ReleaseState),
    name: &'static str,
) -> Result<()> {
    cx.require(Permission::LicensesManage)?;
    let mut tx = cx.db.write().await?;
    let release = store::find(&mut tx, id).await?.ok_or(UNKNOWN)?;
    if release.files.is_empty() || !store::set_state(&mut tx, id, from, to, cx.now_ms).await? {
        return Err(NOT_READY.into());
    }
    let event = audit::Event::new(name, "release", id);
    audit::record(&mut tx, cx, event.after(json!({ "version": release.version }))).await?;
    tx.commit().await
}
