//! Who belongs where, and making and changing organisations.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    model::{
        CHANGED_MEANWHILE, LAST_OWNER, MEMBER_ALREADY, MEMBERS_MAX, Member, MemberRole, Membership,
        NO_LICENSE_ACCOUNT, NO_MEMBER, ORGANISATIONS_MAX, OWNERS_ONLY, Organisation, PAGE, Sight,
        TOO_MANY_MEMBERS, UNKNOWN, check_name,
    },
    store,
};
use crate::{
    accounts::users,
    common::audit,
    cx::{Caller, Cx, Origin, Permission},
    text::{name_key, part_pattern},
};

/// The organisation with this id; refuses with `organisations.unknown`.
pub async fn find_in(tx: &mut Tx, id: &str) -> Result<Organisation> {
    store::find(tx, id).await?.ok_or_else(|| UNKNOWN.into())
}

/// The oldest organisation with this name, if there is one.
pub async fn named(tx: &mut Tx, name: &str) -> Result<Option<Organisation>> {
    store::find_named(tx, &name_key(name)).await
}

/// The organisations that a user acts for, by name.
pub async fn of_person(tx: &mut Tx, user_id: &str) -> Result<Vec<Membership>> {
    store::list_of(tx, user_id, ORGANISATIONS_MAX).await
}

/// The organisations that the caller acts for, by name.
pub async fn mine(cx: &Cx) -> Result<Vec<Membership>> {
    let person = cx.person()?;
    of_person(&mut cx.db.read().await?, &person.id).await
}

/// What a user may do for an organisation; none if they have nothing to do with it.
pub async fn role_in(tx: &mut Tx, organisation_id: &str, user_id: &str) -> Result<Option<MemberRole>> {
    store::find_role(tx, organisation_id, user_id).await
}

/// Refuses unless the caller acts for the organisation or is of the vendor's staff; with `organisations.unknown`, so
/// that nobody learns which organisations there are. Answers what the caller is there; none for staff.
pub async fn require_sight(tx: &mut Tx, cx: &Cx, organisation_id: &str) -> Result<Option<MemberRole>> {
    if is_staff(cx, Permission::LicensesRead) {
        return Ok(None);
    }
    let role = role_in(tx, organisation_id, &cx.person()?.id).await?;
    role.map(Some).ok_or_else(|| UNKNOWN.into())
}

/// Refuses unless the caller owns the organisation or is of the vendor's staff who may manage; with
/// `organisations.owners_only`, or `organisations.unknown` if the caller has nothing to do with it.
pub async fn require_owner(tx: &mut Tx, cx: &Cx, organisation_id: &str) -> Result<()> {
    if is_staff(cx, Permission::LicensesManage) {
        return Ok(());
    }
    match require_sight(tx, cx, organisation_id).await? {
        Some(MemberRole::Owner) => Ok(()),
        Some(_) => Err(OWNERS_ONLY.into()),
        None => cx.require(Permission::LicensesManage),
    }
}

fn is_staff(cx: &Cx, permission: Permission) -> bool {
    matches!(cx.caller, Caller::Host(_)) || cx.may(permission)
}

/// Who acts for an organisation, by address. Refuses as [`require_sight`] does.
pub async fn members(cx: &Cx, organisation_id: &str) -> Result<Vec<Member>> {
    let mut tx = cx.db.read().await?;
    require_sight(&mut tx, cx, organisation_id).await?;
    let sight = if is_staff(cx, Permission::LicensesRead) { Sight::Staff } else { Sight::Customer };
    let mut members = store::list_members(&mut tx, organisation_id, sight, MEMBERS_MAX).await?;
    if sight == Sight::Customer {
        members.extend(store::list_withheld(&mut tx, organisation_id, MEMBERS_MAX).await?);
        members.sort_by_key(|member| name_key(&member.email));
    }
    Ok(members)
}

/// The id under which an address is withheld from an organisation, inside another action.
pub async fn withheld_in(tx: &mut Tx, organisation_id: &str, email: &str) -> Result<Option<String>> {
    store::find_withheld(tx, organisation_id, &name_key(email)).await
}

/// Shows the customer an address as a member, inside another action that asked who may: it belongs to somebody who is no
/// license account, acts for nobody, and must not be told from an address that nobody knew. Answers its id. Refuses with
/// `organisations.too_many_members`.
pub async fn withhold_member(
    tx: &mut Tx,
    cx: &Cx,
    organisation_id: &str,
    email: &str,
    name: &str,
) -> Result<String> {
    store::set_changed(tx, organisation_id, cx.now_ms).await?;
    let all = store::count_members(tx, organisation_id).await?.0
        + store::count_withheld(tx, organisation_id).await?;
    if all >= MEMBERS_MAX {
        return Err(TOO_MANY_MEMBERS.with("maximum", MEMBERS_MAX).into());
    }
    let member = Member {
        user_id: cx.new_id()?,
        email: email.to_owned(),
        name: name.to_owned(),
        role: MemberRole::LicenseUser,
        active: true,
        last_login_at_ms: None,
    };
    store::insert_withheld(tx, organisation_id, &member, &name_key(email), cx.now_ms).await?;
    let event = audit::Event::new("organisations.withhold_member", "organisation", organisation_id);
    audit::record(tx, cx, event.after(json!({ "user": member.user_id, "email": email }))).await?;
    Ok(member.user_id)
}

/// The same inside another action, whoever asks.
pub async fn members_in(tx: &mut Tx, organisation_id: &str) -> Result<Vec<Member>> {
    store::list_members(tx, organisation_id, Sight::Staff, MEMBERS_MAX).await
}

/// An organisation for those who may see it. Refuses as [`require_sight`] does.
pub async fn find(cx: &Cx, id: &str) -> Result<Organisation> {
    let mut tx = cx.db.read().await?;
    require_sight(&mut tx, cx, id).await?;
    find_in(&mut tx, id).await
}

/// A page of all customers by name, from the one after this name and id on, each with how many members it has; the
/// one more tells that there is another page. For the vendor's staff.
pub async fn list(cx: &Cx, search: &str, after: (&str, &str)) -> Result<Vec<(Organisation, i64)>> {
    cx.require(Permission::LicensesRead)?;
    let mut tx = cx.db.read().await?;
    let pattern = (!search.trim().is_empty()).then(|| part_pattern(search));
    store::list(&mut tx, pattern.as_deref(), (&name_key(after.0), after.1), PAGE + 1).await
}

/// Makes an organisation. For the vendor's staff; refuses with `organisations.bad_name`.
pub async fn create(cx: &Cx, name: &str) -> Result<Organisation> {
    cx.require(Permission::LicensesManage)?;
    let mut tx = cx.db.write().await?;
    let made = create_in(&mut tx, cx, name).await?;
    tx.commit().await?;
    Ok(made)
}

/// Makes an organisation inside another action of the staff or the host. Refuses with `organisations.bad_name`.
pub async fn create_in(tx: &mut Tx, cx: &Cx, name: &str) -> Result<Organisation> {
    make(tx, cx, name, false).await
}

/// The same for a customer who signs up alone: anybody may choose the name of anybody, so nothing is given to it by its
/// name.
pub async fn create_signed_up(tx: &mut Tx, cx: &Cx, name: &str) -> Result<Organisation> {
    make(tx, cx, name, true).await
}

async fn make(tx: &mut Tx, cx: &Cx, name: &str, is_signed_up: bool) -> Result<Organisation> {
    let organisation = Organisation {
        id: cx.new_id()?,
        name: check_name(name)?,
        created_at_ms: cx.now_ms,
        version: 1,
        is_signed_up,
    };
    store::insert(tx, &organisation, &name_key(&organisation.name)).await?;
    let event = audit::Event::new("organisations.create", "organisation", &organisation.id);
    audit::record(tx, cx, event.after(json!({ "name": organisation.name }))).await?;
    Ok(organisation)
}

/// Gives an organisation another name; `version` is that of the organisation as the caller saw it. For the vendor's
/// staff; refuses with `organisations.changed_meanwhile` or `organisations.bad_name`.
pub async fn rename(cx: &Cx, id: &str, version: i64, name: &str) -> Result<()> {
    cx.require(Permission::LicensesManage)?;
    let mut tx = cx.db.write().await?;
    let before = find_in(&mut tx, id).await?;
    let after = Organisation { name: check_name(name)?, version, ..before.clone() };
    if !store::set_name(&mut tx, &after, &name_key(&after.name), cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    let event = audit::Event::new("organisations.rename", "organisation", id);
    let event = event.before(json!({ "name": before.name })).after(json!({ "name": after.name }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}

/// Lets a license account act for an organisation, inside another action that asked who may. Refuses with
/// `organisations.member_already`, `organisations.no_license_account` or `organisations.too_many_members`.
pub async fn add_member(
    tx: &mut Tx,
    cx: &Cx,
    organisation_id: &str,
    user_id: &str,
    role: MemberRole,
) -> Result<()> {
    store::set_changed(tx, organisation_id, cx.now_ms).await?;
    let organisation = find_in(tx, organisation_id).await?;
    let person = users::find_in(tx, user_id).await?.person;
    if person.origin != Origin::License {
        return Err(NO_LICENSE_ACCOUNT.into());
    }
    let withheld = store::count_withheld(tx, organisation_id).await?;
    if store::count_members(tx, organisation_id).await?.0 + withheld >= MEMBERS_MAX {
        return Err(TOO_MANY_MEMBERS.with("maximum", MEMBERS_MAX).into());
    }
    if !store::insert_member(tx, &organisation.id, &person.id, role, cx.now_ms).await? {
        return Err(MEMBER_ALREADY.into());
    }
    let event = audit::Event::new("organisations.add_member", "organisation", organisation_id);
    let after = json!({ "user": person.id, "email": person.email, "role": role.word() });
    audit::record(tx, cx, event.after(after)).await
}

/// Shows the customer a member who had an account before under the address and the name that were typed, until they sign
/// in; inside the action that added them.
pub async fn note_added_as(
    tx: &mut Tx,
    organisation_id: &str,
    user_id: &str,
    typed: (&str, &str),
) -> Result<()> {
    store::set_added_as(tx, organisation_id, user_id, typed).await
}

/// The address under which a customer knows a member, or an address that is withheld from it; none if it is neither.
pub async fn shown_address(tx: &mut Tx, organisation_id: &str, member_id: &str) -> Result<Option<String>> {
    store::find_shown_address(tx, organisation_id, member_id).await
}

/// Lets an account act for an organisation no longer, inside another action that takes it off the licenses. For its
/// owners, the vendor's staff, and everybody about themselves; refuses with `organisations.no_member`, or
/// `organisations.last_owner` if nobody else owns it.
pub async fn remove_member(tx: &mut Tx, cx: &Cx, organisation_id: &str, user_id: &str) -> Result<()> {
    let leaves = cx.person().is_ok_and(|person| person.id == user_id);
    if leaves {
        cx.require(Permission::ChangeOwnAccount)?;
        require_sight(tx, cx, organisation_id).await?;
    } else {
        require_owner(tx, cx, organisation_id).await?;
    }
    store::set_changed(tx, organisation_id, cx.now_ms).await?;
    if store::delete_withheld(tx, organisation_id, user_id).await? {
        let event = audit::Event::new("organisations.remove_member", "organisation", organisation_id);
        return audit::record(tx, cx, event.before(json!({ "user": user_id }))).await;
    }
    let role = role_in(tx, organisation_id, user_id).await?.ok_or(NO_MEMBER)?;
    if role == MemberRole::Owner && store::count_members(tx, organisation_id).await?.1 <= 1 {
        return Err(LAST_OWNER.into());
    }
    store::delete_member(tx, organisation_id, user_id).await?;
    let event = audit::Event::new("organisations.remove_member", "organisation", organisation_id);
    audit::record(tx, cx, event.before(json!({ "user": user_id, "role": role.word() }))).await
}
