//! What signs, kept in memory for a moment; and the private halves of signers, each a sealed file beside the other
//! secrets.

use std::{
    fs,
    io::ErrorKind,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use seatwarden_base::{Error, Result, db::Tx, secret::Secret};
use seatwarden_license_file::{PrivateKey, PublicKey, Revocations, Roots, Signer, Trust};

use super::{
    model::{FRESH_MS, KeyRole, LIST_MAX, SIGNERS_MAX},
    store,
};
use crate::{cx::Cx, files};

/// For what private halves are sealed.
const SEALED_FOR: &str = "signing_keys";

/// What signs, as it was read a moment ago.
#[derive(Default)]
pub struct Shelf(Mutex<Option<Arc<Kept>>>);

/// Roots, signers and the newest bulletin.
pub(super) struct Kept {
    read_at_ms: i64,
    /// The pinned roots.
    pub(super) roots: Roots,
    /// Signers that may sign now or later, the one that began last first.
    pub(super) signers: Vec<Signer>,
    /// The newest bulletin.
    pub(super) revocations: Revocations,
    /// The same as a file.
    pub(super) bulletin: Option<String>,
}

impl Kept {
    /// Whom to trust when reading files.
    pub(super) fn trust(&self) -> Trust<'_> {
        Trust { roots: &self.roots, revocations: &self.revocations }
    }
}

impl Shelf {
    /// What signs now, at most a second old.
    pub(super) async fn get(&self, cx: &Cx) -> Result<Arc<Kept>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(kept) = known.filter(|kept| (0..FRESH_MS).contains(&(cx.now_ms - kept.read_at_ms))) {
            return Ok(kept);
        }
        let kept = Arc::new(read(&mut cx.db.read().await?, cx).await?);
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&kept));
        Ok(kept)
    }

    /// Forgets it, after something was changed.
    pub(super) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Reads roots, signers and bulletin. A statement that does not verify any more is passed over.
pub(super) async fn read(tx: &mut Tx, cx: &Cx) -> Result<Kept> {
    let roots = store::list_keys(tx, KeyRole::Root, LIST_MAX).await?;
    let keys: Vec<PublicKey> =
        roots.iter().filter_map(|root| PublicKey::parse(&root.public_key).ok()).take(Roots::MAX).collect();
    let roots = Roots::new(&keys).map_err(|cause| Error::fault("reading the roots", cause))?;
    let bulletin = store::find_bulletin(tx).await?.map(|(_, compact)| compact);
    let revocations = match &bulletin {
        Some(compact) => {
            let trust = Trust { roots: &roots, revocations: &Revocations::NONE };
            let opened = seatwarden_license_file::open(compact, &trust);
            Revocations::new(
                opened.map_err(|cause| Error::fault("reading the newest bulletin", cause))?.claims,
            )
        }
        None => Revocations::NONE,
    };
    let mut signers = Vec::new();
    for statement in store::list_statements(tx, cx.now_ms, SIGNERS_MAX).await? {
        let is_revoked = revocations.check(&statement.kid, "", "").is_err()
            || revocations.check(&statement.root_kid, "", "").is_err();
        if is_revoked {
            continue;
        }
        if let Some(key) = read_private(cx, &statement.kid)?
            && let Ok(signer) = Signer::new(key, &statement.compact, &roots)
        {
            signers.push(signer);
        }
    }
    Ok(Kept { read_at_ms: cx.now_ms, roots, signers, revocations, bulletin })
}

fn path(cx: &Cx, kid: &str) -> PathBuf {
    cx.config.secrets_dir().join("signers").join(format!("{kid}.key"))
}

/// Keeps the private half of a signer.
pub(super) fn write_private(cx: &Cx, key: &PrivateKey) -> Result<()> {
    let path = path(cx, &key.public().kid());
    if let Some(folder) = path.parent() {
        files::make_private_directory(folder)?;
    }
    let sealed = cx.keys.seals.seal(SEALED_FOR, &Secret::new(key.reveal().as_str()), cx.random())?;
    files::write_private_once(&path, sealed.as_bytes()).map(drop)
}

/// The private half of a signer, if it is here.
pub(super) fn read_private(cx: &Cx, kid: &str) -> Result<Option<PrivateKey>> {
    let sealed = match fs::read_to_string(path(cx, kid)) {
        Ok(sealed) => sealed,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(Error::fault("reading the key of a signer", cause)),
    };
    let seed = cx.keys.seals.open(SEALED_FOR, sealed.trim())?;
    let key = PrivateKey::parse(seed.reveal())
        .map_err(|cause| Error::fault("reading the key of a signer", cause))?;
    Ok(Some(key))
}
