//! What can be done with packages, and who may.

mod change;
mod import;
mod overtaken;
mod people;

use seatwarden_base::{Result, db::Tx};
use serde_json::{Value, json};

pub use change::{
    Changed, approve, approve_by_root, change, change_by_root, list_requests, reject, renew, resume, revoke,
    suspend,
};
pub use import::{Given, import, read_table};
pub use people::{
    add_license_user, add_license_user_in, license_users, remove_license_user, remove_member,
    withhold_license_user,
};

use super::{
    model::{
        Kind, NO_LICENSE_USER, NewPackage, OF_PERSON_MAX, PAGE, Package, REVISIONS_MAX, Revision, State,
        UNKNOWN, WALK, check_code, check_reason, terms_at,
    },
    store::{self, Hands},
};
use crate::{
    common::audit,
    cx::{Caller, Cx, Permission},
    licensing::organisations::{self, MemberRole, OWNERS_ONLY},
};

/// What somebody wants with a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Look.
    See,
    /// Activate servers with it.
    Activate,
    /// Everything that its owner may.
    Own,
}

/// Who the caller is, for a revision: the id, if it is a user, and the name.
fn hand(cx: &Cx) -> (Option<String>, String) {
    match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone()),
        Caller::Host(what) => (None, format!("host:{what}")),
        Caller::Anonymous => (None, "anonymous".to_owned()),
    }
}

/// What a person may do with a package at most; none if they have nothing to do with it.
pub async fn person_right(tx: &mut Tx, package: &Package, user_id: &str) -> Result<Option<Right>> {
    Ok(match organisations::role_in(tx, &package.organisation_id, user_id).await? {
        None => None,
        Some(MemberRole::Owner) => Some(Right::Own),
        Some(_) if store::find_user(tx, &package.id, user_id).await? => Some(Right::Activate),
        Some(_) => Some(Right::See),
    })
}

/// Refuses unless the caller has this right: as somebody who acts for the organisation, or as the vendor's staff. With
/// `packages.unknown`, so that nobody learns which packages there are, with `packages.no_license_user` or
/// `organisations.owners_only`.
pub async fn require_right(tx: &mut Tx, cx: &Cx, package: &Package, right: Right) -> Result<()> {
    let staff = if right == Right::See { Permission::LicensesRead } else { Permission::LicensesManage };
    if cx.may(staff) {
        return Ok(());
    }
    // What a token was made for holds here too.
    cx.require(if right == Right::See { Permission::ReadOwnAccount } else { Permission::ChangeOwnAccount })?;
    let id = cx.person()?.id.clone();
    match (person_right(tx, package, &id).await?, right) {
        (Some(Right::Own), _)
        | (Some(Right::Activate), Right::Activate | Right::See)
        | (Some(Right::See), Right::See) => Ok(()),
        (Some(_), Right::Activate) => Err(NO_LICENSE_USER.into()),
        (Some(_), _) => Err(OWNERS_ONLY.into()),
        (None, _) if cx.may(Permission::LicensesRead) => cx.require(staff),
        (None, _) => Err(UNKNOWN.into()),
    }
}

/// The package with this id or code, for whoever may see it. Refuses with `packages.unknown`.
pub async fn find(cx: &Cx, key: &str) -> Result<Package> {
    let mut tx = cx.db.read().await?;
    let package = find_in(&mut tx, key).await?;
    require_right(&mut tx, cx, &package, Right::See).await?;
    Ok(package)
}

/// The package with this id or code, without asking who wants it. Refuses with `packages.unknown`.
pub async fn find_in(tx: &mut Tx, key: &str) -> Result<Package> {
    store::find(tx, key).await?.ok_or_else(|| UNKNOWN.into())
}

/// The package with this id, held until the transaction ends: whoever changes what counts on it holds it first.
/// Refuses with `packages.unknown`.
pub async fn lock(tx: &mut Tx, id: &str) -> Result<Package> {
    store::find_locked(tx, id).await?.ok_or_else(|| UNKNOWN.into())
}

/// Counts a reset of a package that is locked, inside the action that does it.
pub async fn mark_reset(tx: &mut Tx, cx: &Cx, package: &Package) -> Result<()> {
    store::set_reset(tx, &package.id, cx.now_ms).await
}

/// A page of packages by id, from the one after this on, of one organisation unless that is empty; and where the next
/// page begins. For the vendor's staff.
pub async fn list(cx: &Cx, organisation_id: &str, after: &str) -> Result<(Vec<Package>, Option<String>)> {
    cx.require(Permission::LicensesRead)?;
    let mut tx = cx.db.read().await?;
    let mut packages = store::list(&mut tx, organisation_id, after, PAGE + 1).await?;
    let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let next = (packages.len() > full).then(|| packages.get(full - 1).map(|last| last.id.clone())).flatten();
    packages.truncate(full);
    Ok((packages, next))
}

/// The same of one type, whoever's they are.
pub async fn list_of_kind(cx: &Cx, kind: Kind, after: &str) -> Result<(Vec<Package>, Option<String>)> {
    cx.require(Permission::LicensesRead)?;
    let mut tx = cx.db.read().await?;
    let mut packages = store::list_of_kind(&mut tx, kind, after, PAGE + 1).await?;
    let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let next = (packages.len() > full).then(|| packages.get(full - 1).map(|last| last.id.clone())).flatten();
    packages.truncate(full);
    Ok((packages, next))
}

/// Some hundred packages by id, from the one after this id on, inside another action that reads all of them and asked
/// who may. The last ones are followed by none.
pub async fn walk(tx: &mut Tx, after: &str) -> Result<Vec<Package>> {
    store::list(tx, "", after, WALK).await
}

/// The packages of the organisations that the caller acts for.
pub async fn list_mine(cx: &Cx) -> Result<Vec<Package>> {
    let id = cx.person()?.id.clone();
    store::list_of_user(&mut cx.db.read().await?, &id, OF_PERSON_MAX).await
}

/// The packages that a user may activate.
pub async fn activatable(tx: &mut Tx, user_id: &str) -> Result<Vec<Package>> {
    store::list_activatable(tx, user_id, OF_PERSON_MAX).await
}

/// What a package went through, oldest first, for whoever may see it.
pub async fn revisions(cx: &Cx, key: &str) -> Result<Vec<Revision>> {
    let package = find(cx, key).await?;
    store::list_revisions(&mut cx.db.read().await?, &package.id, REVISIONS_MAX).await
}

/// What a package said at a moment; none before it was issued.
pub async fn terms_on(cx: &Cx, key: &str, at_ms: i64) -> Result<Option<Revision>> {
    Ok(terms_at(&revisions(cx, key).await?, at_ms).cloned())
}

/// Issues a package: its first revision. For the vendor's staff. Refuses with `packages.code_taken` or the rule that
/// is broken.
pub async fn issue(cx: &Cx, new: NewPackage) -> Result<Package> {
    cx.require(Permission::LicensesManage)?;
    let mut tx = cx.db.write().await?;
    let package = issue_in(&mut tx, cx, new).await?;
    tx.commit().await?;
    Ok(package)
}

async fn issue_in(tx: &mut Tx, cx: &Cx, new: NewPackage) -> Result<Package> {
    let organisation = organisations::find_in(tx, &new.organisation_id).await?;
    let id = cx.new_id()?;
    let code = if new.code.trim().is_empty() { made_code(cx)? } else { check_code(&new.code)? };
    let reason = check_reason(&new.reason)?;
    let package = Package {
        id,
        organisation_id: organisation.id,
        code,
        terms: new.terms.checked()?.with_servers(None)?,
        lowered_at_ms: None,
        reset_epoch: 0,
        last_reset_at_ms: None,
        revision: 1,
        created_at_ms: cx.now_ms,
    };
    store::insert(tx, &package).await?;
    let (author_id, author) = hand(cx);
    let hands = Hands { author_id: author_id.as_deref(), author: &author, approver_id: None, approver: "" };
    store::insert_revision(tx, &package, &reason, &hands, cx.now_ms).await?;
    let event = audit::Event::new("packages.issue", "package", &package.id);
    audit::record(tx, cx, event.after(shown(&package, &reason))).await?;
    Ok(package)
}

/// A code that nobody guesses and everybody can read out: three groups of five letters and digits.
fn made_code(cx: &Cx) -> Result<String> {
    let text = data_encoding::BASE32_NOPAD.encode(&cx.random().bytes::<10>()?);
    let groups: Vec<&str> = [0, 5, 10].into_iter().filter_map(|at| text.get(at..at + 5)).collect();
    Ok(groups.join("-"))
}

/// A package as the audit trail shows it.
fn shown(package: &Package, reason: &str) -> Value {
    let terms = serde_json::to_value(&package.terms).unwrap_or_default();
    json!({
        "code": package.code, "organisation": package.organisation_id, "revision": package.revision,
        "reason": reason, "terms": terms, "revoked": package.terms.state == State::Revoked,
    })
}
