//! Revoking a key by a root, or a signer by two persons.

use seatwarden_base::{Result, db::Tx};
use seatwarden_license_file::PrivateKey;
use serde_json::json;

use super::{
    super::{
        kept,
        model::{ASKED_MS, Asked, Kept, KeyRole, NEEDS_ROOT, SAME_HAND, UNKNOWN_SIGNER},
        store,
    },
    author_among, check_root, papers_to_keep, revoke_in,
};
use crate::{
    accounts::users,
    common::audit,
    cx::{Caller, Cx, Origin, Permission},
};

/// What revoking a key led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Revoking {
    /// It is revoked.
    Done(Revoked),
    /// It waits for a second person.
    Waits(Asked),
}

/// A key that was revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// The number of the bulletin that says so.
    pub number: u64,
    /// How many files that people carried away stay good.
    pub kept: usize,
    /// The ids of those for which a bulletin has no room: they have to be made anew.
    pub not_kept: Vec<String>,
}

/// Revokes a key. A root does it at once; without one it waits until a second person of the staff asks for the same within
/// a week. The files of a signer that the server knows to have handed out stay good, unless nothing is to be kept. For the
/// operator and those who may approve; refuses with `signing_keys.same_hand` if both persons may be one, with
/// `signing_keys.unknown_signer`, `signing_keys.unknown_root` or `signing_keys.needs_root`.
pub async fn revoke(cx: &Cx, kid: &str, root: Option<&PrivateKey>, keeps_nothing: bool) -> Result<Revoking> {
    cx.require(Permission::LicensesApprove)?;
    if let Some(root) = root {
        check_root(cx, root).await?;
    }
    let kept = if keeps_nothing { Kept::default() } else { papers_to_keep(cx, kid).await? };
    let count = kept.digests.len();
    let mut tx = cx.db.write().await?;
    store::set_locked(&mut tx).await?;
    if root.is_none()
        && let Some(asked) = asked_first(&mut tx, cx, kid, keeps_nothing).await?
    {
        tx.commit().await?;
        return Ok(Revoking::Waits(asked));
    }
    store::delete_asked(&mut tx, kid).await?;
    let number = revoke_in(&mut tx, cx, kid, root, kept.digests).await?;
    tx.commit().await?;
    cx.signing_keys.clear();
    Ok(Revoking::Done(Revoked { number, kept: count, not_kept: kept.beyond }))
}

/// The revocations that wait for a second person. For the vendor's staff.
pub async fn revocations_asked(cx: &Cx) -> Result<Vec<Asked>> {
    cx.require(Permission::LicensesRead)?;
    store::list_asked(&mut cx.db.read().await?, cx.now_ms - ASKED_MS).await
}

/// What waits for a second person because the caller is the first; none if the caller is the second.
async fn asked_first(tx: &mut Tx, cx: &Cx, kid: &str, keeps_nothing: bool) -> Result<Option<Asked>> {
    let key = store::find_key(tx, kid).await?.ok_or(UNKNOWN_SIGNER)?;
    if key.role == KeyRole::Root {
        return Err(NEEDS_ROOT.into());
    }
    // Nobody is asked to agree to what cannot be done.
    let kept = kept::read(tx, cx).await?;
    let newest = store::find_bulletin(tx).await?.map_or(0, |(number, _)| number);
    author_among(&kept, newest, Some(kid), seatwarden_license_file::Time::from_ms(cx.now_ms))?;
    let asked = store::list_asked(tx, cx.now_ms - ASKED_MS).await?;
    if let Some(asked) = asked.into_iter().find(|it| it.kid == kid && it.keeps_nothing == keeps_nothing) {
        return Ok(if is_second(tx, cx, &asked).await? { None } else { Some(asked) });
    }
    let (author_id, author) = match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone()),
        Caller::Host(what) => (None, format!("host:{what}")),
        Caller::Anonymous => (None, "anonymous".to_owned()),
    };
    let asked = Asked { kid: kid.to_owned(), keeps_nothing, author_id, author, created_at_ms: cx.now_ms };
    store::insert_asked(tx, &asked).await?;
    let event = audit::Event::new("signing_keys.ask_revoke", "signing_key", kid);
    audit::record(tx, cx, event.after(json!({ "keep_nothing": keeps_nothing }))).await?;
    Ok(Some(asked))
}

/// Whether the caller is another person than whoever asked: neither the host nor a script is. Refuses with
/// `signing_keys.same_hand`.
async fn is_second(tx: &mut Tx, cx: &Cx, asked: &Asked) -> Result<bool> {
    let Ok(person) = cx.person() else { return Ok(false) };
    if person.origin == Origin::Service || asked.author_id.as_ref() == Some(&person.id) {
        return Ok(false);
    }
    if let Some(author_id) = &asked.author_id
        && users::in_one_hand(tx, author_id, &person.id).await?
    {
        return Err(SAME_HAND.into());
    }
    Ok(true)
}
