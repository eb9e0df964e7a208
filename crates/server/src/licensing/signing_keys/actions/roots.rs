//! What roots said of roots, which later bulletins repeat: signers write those, and may only repeat it.

use seatwarden_base::Result;
use seatwarden_license_file::{
    Bulletin, PrivateKey, Revocations, RevokedSigner, Time, Trust, VERSION, open, sign_bulletin_by_root,
};

use super::super::{kept::Kept, model::bad_file};
use crate::cx::Cx;

/// For each root among those that are revoked, a bulletin in which a root says so. What the newest bulletin holds is
/// carried on, what it says itself is its own proof, and what nobody said before the root says now.
pub(super) fn words(
    cx: &Cx,
    kept: &Kept,
    signers: &[RevokedSigner],
    root: Option<&PrivateKey>,
) -> Result<Vec<String>> {
    let said = said(kept);
    let mut words: Vec<String> = Vec::new();
    for revoked in signers.iter().filter(|signer| kept.roots.with_id(&signer.kid).is_some()) {
        let known = said.iter().find(|(_, bulletin)| says(bulletin, revoked)).map(|(word, _)| word.clone());
        let word = match (known, root) {
            (Some(word), _) => word,
            (None, Some(root)) => short_word(cx, root, revoked)?,
            // Whoever signs refuses to say it.
            (None, None) => continue,
        };
        if !words.contains(&word) {
            words.push(word);
        }
    }
    Ok(words)
}

/// The bulletins of roots that are at hand: those in the newest bulletin, and itself.
fn said(kept: &Kept) -> Vec<(String, Bulletin)> {
    let trust = Trust { roots: &kept.roots, revocations: &Revocations::NONE };
    let carried = kept.revocations.bulletin().map(|newest| newest.by_roots.clone()).unwrap_or_default();
    let all = carried.into_iter().chain(kept.bulletin.clone());
    let opened = all.filter_map(|word| open::<Bulletin>(&word, &trust).ok());
    // One with a statement is a signer's.
    opened.filter(|word| word.statement.is_none()).map(|word| (word.compact, word.claims)).collect()
}

fn says(bulletin: &Bulletin, revoked: &RevokedSigner) -> bool {
    let by_root = bulletin.signers.iter().find(|signer| signer.kid == revoked.kid);
    by_root.is_some_and(|by_root| revoked.keep.iter().all(|kept| by_root.keep.contains(kept)))
}

/// Says of one root that it is revoked, and nothing else, so that it stays short. It has the lowest number: whoever
/// installs it by itself takes every other bulletin afterwards.
fn short_word(cx: &Cx, root: &PrivateKey, revoked: &RevokedSigner) -> Result<String> {
    let word = Bulletin {
        version: VERSION,
        id: cx.new_id()?,
        issuer: cx.app().public_url().to_owned(),
        issued_at: Time::from_ms(cx.now_ms),
        number: 1,
        signers: vec![revoked.clone()],
        files: Vec::new(),
        by_roots: Vec::new(),
    };
    Ok(sign_bulletin_by_root(root, &word).map_err(bad_file)?)
}
