//! Changing what a license says. Each change adds a revision; more of anything, and the end of all, wait for a second
//! person.

use seatwarden_base::{Result, db::Tx};
use seatwarden_license_file::PrivateKey;

use super::{
    super::{
        model::{
            CHANGED_MEANWHILE, Change, ChangeRequest, IS_REVOKED, NEEDS_PERSON, NO_REQUEST, OVERTAKEN,
            OWN_REQUEST, PAGE, Package, RequestState, SAME_HAND, State, Terms, check_reason,
        },
        store::{self, Hands},
    },
    hand, lock,
    overtaken::{Waiting, overtake},
    shown,
};
use crate::{
    accounts::users,
    common::audit,
    cx::{Cx, Origin, Permission},
    licensing::signing_keys,
};

/// What a change led to.
#[derive(Clone, Debug)]
pub enum Changed {
    /// It is made.
    Done(Package),
    /// The package says so already: there is nothing to do.
    Nothing(Package),
    /// It waits for a second person.
    Waits(ChangeRequest),
}

/// Changes a package; `revision` is that which the caller saw, if they saw one. More of anything, another entitlement
/// and a revocation wait for a second person, also when the operator asks on the host. A change that waits already is
/// overtaken by one that is made, and by a revocation that waits, and its author is mailed. For the vendor's staff. Refuses with
/// `packages.changed_meanwhile`, `packages.is_revoked`, `packages.waits_already` or the rule that is broken.
pub async fn change(
    cx: &Cx,
    key: &str,
    revision: Option<i64>,
    change: Change,
    reason: &str,
) -> Result<Changed> {
    cx.require(Permission::LicensesManage)?;
    let mut tx = cx.db.write().await?;
    let changed = change_in(&mut tx, cx, key, revision, change, reason, None).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(changed)
}

/// Changes a package at once: whoever holds the private half of a root is the second person. For the operator. Refuses
/// with `signing_keys.unknown_root`, or as [`change`] does.
pub async fn change_by_root(
    cx: &Cx,
    key: &str,
    change: Change,
    reason: &str,
    root: &PrivateKey,
) -> Result<Changed> {
    cx.require(Permission::LicensesApprove)?;
    let agrees = signing_keys::root_name(cx, root).await?;
    let mut tx = cx.db.write().await?;
    let changed = change_in(&mut tx, cx, key, None, change, reason, Some(&agrees)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(changed)
}

pub(super) async fn change_in(
    tx: &mut Tx,
    cx: &Cx,
    key: &str,
    revision: Option<i64>,
    change: Change,
    reason: &str,
    agrees: Option<&str>,
) -> Result<Changed> {
    let id = super::find_in(tx, key).await?.id;
    let package = lock(tx, &id).await?;
    if revision.is_some_and(|seen| seen != package.revision) {
        return Err(CHANGED_MEANWHILE.into());
    }
    if package.terms.state == State::Revoked {
        return Err(IS_REVOKED.into());
    }
    let reason = check_reason(reason)?;
    let terms = change.over(&package.terms).checked()?.with_servers(Some(&package.terms))?;
    if terms == package.terms {
        return Ok(Changed::Nothing(package));
    }
    let (author_id, author) = hand(cx);
    let needs_second = package.terms.needs_approval(&terms, cx.now_ms);
    if needs_second && agrees.is_none() {
        return Ok(Changed::Waits(ask(tx, cx, &package, terms, reason, (author_id, author)).await?));
    }
    let approver = agrees.filter(|_| needs_second).unwrap_or_default();
    let hands = Hands { author_id: author_id.as_deref(), author: &author, approver_id: None, approver };
    Ok(Changed::Done(apply(tx, cx, package, terms, &reason, &hands).await?))
}

async fn ask(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    terms: Terms,
    reason: String,
    (author_id, author): (Option<String>, String),
) -> Result<ChangeRequest> {
    let request = ChangeRequest {
        id: cx.new_id()?,
        package_id: package.id.clone(),
        base_revision: package.revision,
        terms,
        reason,
        state: RequestState::Open,
        author_id,
        author,
        created_at_ms: cx.now_ms,
        decided_by: String::new(),
        decided_at_ms: None,
    };
    if request.terms.state == State::Revoked {
        overtake(tx, cx, package, Waiting::Changes).await?;
    }
    store::insert_request(tx, &request).await?;
    let wanted = Package { terms: request.terms.clone(), ..package.clone() };
    let event = audit::Event::new("packages.ask", "package", &package.id);
    let event = event.before(shown(package, "")).after(shown(&wanted, &request.reason));
    audit::record(tx, cx, event).await?;
    Ok(request)
}

/// Makes a change: the next revision. Whoever runs already goes on; fewer servers only mean that no more are taken.
async fn apply(
    tx: &mut Tx,
    cx: &Cx,
    before: Package,
    terms: Terms,
    reason: &str,
    hands: &Hands<'_>,
) -> Result<Package> {
    let mut after = Package { terms, revision: before.revision + 1, ..before.clone() };
    if after.terms.limits.servers < before.terms.limits.servers {
        after.lowered_at_ms = Some(cx.now_ms);
    }
    store::set_terms(tx, &after, cx.now_ms).await?;
    store::insert_revision(tx, &after, reason, hands, cx.now_ms).await?;
    overtake(tx, cx, &before, Waiting::overtaken_by(&after)).await?;
    let name = if after.terms.state == before.terms.state {
        "packages.change"
    } else {
        match after.terms.state {
            State::Active => "packages.resume",
            State::Suspended => "packages.suspend",
            State::Revoked => "packages.revoke",
        }
    };
    let event = audit::Event::new(name, "package", &after.id);
    audit::record(tx, cx, event.before(shown(&before, "")).after(shown(&after, reason))).await?;
    Ok(after)
}

/// Gives a package another end. Refuses as [`change`] does.
pub async fn renew(cx: &Cx, key: &str, valid_until_ms: i64, reason: &str) -> Result<Changed> {
    let wish = Change { valid_until_ms: Some(Some(valid_until_ms)), ..Change::default() };
    change(cx, key, None, wish, reason).await
}

/// Holds a package: nothing is activated or renewed with it until it is resumed. Refuses as [`change`] does.
pub async fn suspend(cx: &Cx, key: &str, reason: &str) -> Result<Changed> {
    change(cx, key, None, Change { state: Some(State::Suspended), ..Change::default() }, reason).await
}

/// Lets a package go on. Refuses as [`change`] does.
pub async fn resume(cx: &Cx, key: &str, reason: &str) -> Result<Changed> {
    change(cx, key, None, Change { state: Some(State::Active), ..Change::default() }, reason).await
}

/// Takes a package back for good, once a second person agrees. Refuses as [`change`] does.
pub async fn revoke(cx: &Cx, key: &str, reason: &str) -> Result<Changed> {
    change(cx, key, None, Change { state: Some(State::Revoked), ..Change::default() }, reason).await
}

/// Changes in a state, newest first; of one package unless its id is empty. For the vendor's staff.
pub async fn list_requests(cx: &Cx, state: RequestState, package_id: &str) -> Result<Vec<ChangeRequest>> {
    cx.require(Permission::LicensesRead)?;
    store::list_requests(&mut cx.db.read().await?, state, package_id, PAGE).await
}

/// Agrees to a change, which is made by that. Refuses with `packages.own_request` if the caller asked for it, with
/// `packages.same_hand` if whoever asked for it made the caller's account or can sign in as it, or one person as both, with
/// `packages.needs_person` if the caller is a script, or nobody but the host, with `packages.no_request` if it is not open, and with
/// `packages.overtaken` or `packages.changed_meanwhile` if the package is another by now.
pub async fn approve(cx: &Cx, request_id: &str) -> Result<Package> {
    cx.require(Permission::LicensesApprove)?;
    let (approver_id, approver) = hand(cx);
    let Some(approver_id) = approver_id.filter(|_| !is_script(cx)) else { return Err(NEEDS_PERSON.into()) };
    agree(cx, request_id, (Some(&approver_id), &approver)).await
}

/// Whether the caller is a service account: whoever makes its tokens decides what it does.
fn is_script(cx: &Cx) -> bool {
    cx.person().is_ok_and(|person| person.origin == Origin::Service)
}

/// Agrees to a change with the private half of a root, on the host. Refuses with `signing_keys.unknown_root`, or as
/// [`approve`] does.
pub async fn approve_by_root(cx: &Cx, request_id: &str, root: &PrivateKey) -> Result<Package> {
    cx.require(Permission::LicensesApprove)?;
    let agrees = signing_keys::root_name(cx, root).await?;
    agree(cx, request_id, (None, &agrees)).await
}

async fn agree(cx: &Cx, request_id: &str, (approver_id, approver): (Option<&str>, &str)) -> Result<Package> {
    let mut tx = cx.db.write().await?;
    let request = open_request(&mut tx, request_id).await?;
    let package = lock(&mut tx, &request.package_id).await?;
    if approver_id.is_some() && approver_id == request.author_id.as_deref() {
        return Err(OWN_REQUEST.into());
    }
    if let (Some(asks), Some(agrees)) = (&request.author_id, approver_id)
        && users::in_one_hand(&mut tx, asks, agrees).await?
    {
        return Err(SAME_HAND.into());
    }
    let terms = match (package.revision == request.base_revision, request.terms.state) {
        (true, _) => request.terms.clone(),
        // The end of all is the same, whatever else was changed meanwhile.
        (false, State::Revoked) => Terms { state: State::Revoked, ..package.terms.clone() },
        (false, _) => return Err(CHANGED_MEANWHILE.into()),
    };
    decide(&mut tx, cx, &request, RequestState::Approved).await?;
    let hands =
        Hands { author_id: request.author_id.as_deref(), author: &request.author, approver_id, approver };
    let package = apply(&mut tx, cx, package, terms, &request.reason, &hands).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(package)
}

/// Does not agree to a change; whoever asked for one takes it back by that. Refuses with `packages.no_request`, and
/// with `packages.overtaken` if it waits no more because of another change.
pub async fn reject(cx: &Cx, request_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let request = open_request(&mut tx, request_id).await?;
    if hand(cx).0.is_none_or(|id| Some(id) != request.author_id) {
        cx.require(Permission::LicensesApprove)?;
    }
    decide(&mut tx, cx, &request, RequestState::Rejected).await?;
    let event = audit::Event::new("packages.reject", "package", &request.package_id);
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}

async fn open_request(tx: &mut Tx, id: &str) -> Result<ChangeRequest> {
    let request = store::find_request(tx, id).await?.ok_or(NO_REQUEST)?;
    match request.state {
        RequestState::Open => Ok(request),
        RequestState::Overtaken => Err(OVERTAKEN.into()),
        RequestState::Approved | RequestState::Rejected => Err(NO_REQUEST.into()),
    }
}

async fn decide(tx: &mut Tx, cx: &Cx, request: &ChangeRequest, state: RequestState) -> Result<()> {
    let (id, name) = hand(cx);
    if store::set_decided(tx, &request.id, state, (id.as_deref(), &name), cx.now_ms).await? {
        Ok(())
    } else {
        Err(NO_REQUEST.into())
    }
}
