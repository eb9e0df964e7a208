//! Offering the role, accepting it, and giving the account to another person.

use seatwarden_base::{Error, Result, db::Tx, secret::Secret};
use serde_json::json;

use super::{
    mails::{self, Told},
    model::{
        ADDRESS_TAKEN, InTheWay, NO_OFFER, NewHolder, OFFER_DAYS, OFFER_OPEN, Offer, Open, SAME_ADDRESS,
        UNKNOWN_USER, require_receiver,
    },
    store, take_back,
};
use crate::{
    accounts::{
        api_tokens,
        one_time_links::{self, Purpose},
        ownership::{self, Keeps},
        passwords, recovery_codes, seats,
        sessions::{self, Started},
        users::{self, OtherAddress, Personal},
    },
    common::audit,
    cx::{BaseRole, Cx, NOT_ALLOWED, Permission, Person},
};

const DAY_MS: i64 = 24 * 3_600_000;

/// The open offer to the reader, if there is one.
pub(super) async fn offered_to_reader(cx: &Cx) -> Result<Option<Open>> {
    let person = cx.person()?;
    // Only Admins are offered the role: nobody else's page costs a look.
    if person.role.base != BaseRole::Admin {
        return Ok(None);
    }
    let offer = store::find(&mut cx.db.read().await?, cx.now_ms).await?;
    if offer.is_some_and(|offer| offer.to_user_id == person.id) { look(cx).await } else { Ok(None) }
}

/// The open offer, for those in it. Refuses everybody else with `roles.not_allowed`.
pub(super) async fn look(cx: &Cx) -> Result<Option<Open>> {
    let person = cx.person()?;
    let mut tx = cx.db.read().await?;
    let offer = store::find(&mut tx, cx.now_ms).await?;
    let is_offered = offer.as_ref().is_some_and(|offer| offer.to_user_id == person.id);
    if !is_offered {
        cx.require(Permission::ManageSysAdmin)?;
    }
    let Some(offer) = offer else { return Ok(None) };
    Ok(Some(Open {
        from: users::find_in(&mut tx, &offer.from_user_id).await?.person,
        to: users::find_in(&mut tx, &offer.to_user_id).await?.person,
        expires_at_ms: offer.expires_at_ms,
    }))
}

/// Offers the role to an Admin, who has seven days to accept it; both are told by mail. Refuses with
/// `sysadmin_transfer.unknown_user`, as [`require_receiver`] does, `sysadmin_transfer.offer_open`,
/// `passwords.wrong_current`, or `sessions.ended` if the caller's session or token has ended meanwhile.
pub(super) async fn offer(cx: &Cx, to: &str, current_password: &Secret) -> Result<()> {
    cx.require(Permission::ManageSysAdmin)?;
    let person = cx.person()?.clone();
    let confirmed = passwords::confirm_own(cx, current_password, "current_password").await?;
    let mut tx = cx.db.write().await?;
    // Whoever was the Sys. Admin when the password was asked for may have passed the role on meanwhile.
    hold(&mut tx, &person.id).await?;
    passwords::hold_own(&mut tx, cx, &confirmed).await?;
    let to = match users::find_in(&mut tx, to.trim()).await {
        Err(Error::Refusal(_)) => return Err(UNKNOWN_USER.with("name", to.trim()).into()),
        found => found?.person,
    };
    require_receiver(&to)?;
    let offer = Offer {
        from_user_id: person.id.clone(),
        to_user_id: to.id.clone(),
        expires_at_ms: cx.now_ms + OFFER_DAYS * DAY_MS,
    };
    if !store::insert(&mut tx, &cx.new_id()?, &offer, cx.now_ms).await? {
        return Err(OFFER_OPEN.into());
    }
    mails::tell(&mut tx, cx, &to, Told::Offered { by: &person }).await?;
    mails::tell(&mut tx, cx, &person, Told::OfferSent { to: &to }).await?;
    let event = audit::Event::user("sysadmin_transfer.offer", &to.id);
    audit::record(&mut tx, cx, event.after(json!({ "to": to.email }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Makes sure that the role stays with this user until the transaction ends. Refuses with `roles.not_allowed`.
async fn hold(tx: &mut Tx, id: &str) -> Result<()> {
    seats::hold(tx).await?;
    users::sysadmin(tx).await?.filter(|sysadmin| sysadmin.id == id).ok_or(NOT_ALLOWED)?;
    Ok(())
}

/// Ends the open offer: whoever made it takes it back, whoever got it declines. The other one is told. Refuses
/// with `sysadmin_transfer.no_offer`.
pub(super) async fn end_offer(cx: &Cx) -> Result<()> {
    cx.require_own_account()?;
    let person = cx.person()?.clone();
    let mut tx = cx.db.write().await?;
    let offer = store::delete_of(&mut tx, &person.id, cx.now_ms).await?.ok_or(NO_OFFER)?;
    let event = if offer.from_user_id == person.id {
        let to = users::find_in(&mut tx, &offer.to_user_id).await?.person;
        mails::tell(&mut tx, cx, &to, Told::Withdrawn { by: &person }).await?;
        audit::Event::user("sysadmin_transfer.withdraw", &to.id)
    } else {
        let from = users::find_in(&mut tx, &offer.from_user_id).await?.person;
        mails::tell(&mut tx, cx, &from, Told::Declined { by: &person }).await?;
        audit::Event::user("sysadmin_transfer.decline", &person.id)
    };
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Takes the role that was offered: the caller is the Sys. Admin, the one so far an Admin. Every session of both
/// gets a new token, the caller's at once; the recovery codes of the one so far end; both are told.
/// Refuses with `sysadmin_transfer.no_offer`, `sysadmin_transfer.not_admin`, `passwords.wrong_current`, or
/// `users.changed_meanwhile` if the caller's session or token has ended meanwhile.
pub(super) async fn accept(cx: &Cx, current_password: &Secret) -> Result<Option<Started>> {
    cx.require(Permission::ChangeOwnAccount)?;
    let id = cx.person()?.id.clone();
    passwords::confirm_own(cx, current_password, "current_password").await?;
    let mut tx = cx.db.write().await?;
    // Before the offer, as whoever makes one takes them.
    seats::hold(&mut tx).await?;
    let offer = store::delete_of(&mut tx, &id, cx.now_ms).await?.ok_or(NO_OFFER)?;
    if offer.to_user_id != id {
        return Err(NO_OFFER.into());
    }
    // Much may have happened since the offer.
    require_receiver(&users::hold_own(&mut tx, cx).await?)?;
    let (from, to) = users::pass_sysadmin(&mut tx, cx, &offer.from_user_id, &id).await?;
    for person in [&from, &to] {
        sessions::renew_all_of(&mut tx, cx, &person.id).await?;
        api_tokens::end_of_sign_in(&mut tx, &person.id).await?;
    }
    recovery_codes::end_all_of(&mut tx, &from.id).await?;
    let started = sessions::confirm(&mut tx, cx).await?;
    mails::tell(&mut tx, cx, &from, Told::Passed { to: &to }).await?;
    mails::tell(&mut tx, cx, &to, Told::Received { from: &from }).await?;
    let event = audit::Event::user("sysadmin_transfer.accept", &to.id);
    let (before, after) = (json!({ "sysadmin": from.email }), json!({ "sysadmin": to.email }));
    audit::record(&mut tx, cx, event.before(before).after(after)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(started)
}

/// The other user who has an address now, with what they own.
pub(super) async fn in_the_way(cx: &Cx, email: &str) -> Result<Option<InTheWay>> {
    cx.require(Permission::ManageSysAdmin)?;
    let own_id = cx.person()?.id.clone();
    let mut tx = cx.db.read().await?;
    let Some(person) = users::person(&mut tx, email).await?.filter(|person| person.id != own_id) else {
        return Ok(None);
    };
    let owned = ownership::counts_of(&mut tx, &person.id).await?;
    Ok(Some(InTheWay { person, owned }))
}

/// Gives the Sys. Admin's account to another person: it gets that person's address and names and keeps nothing personal of
/// the one before, all that signed in ends, and a mail to the new address says whose the account is now and lets them choose
/// a password for as long as an invitation lives; a mail to the old one can undo it for a week. If
/// another user has the address, that user gets another one and hands everything over, in the same transaction.
/// Refuses with `users.changed_meanwhile` whoever comes second, with `sysadmin_transfer.address_taken` as long as there is no
/// other address for them, with the rule that a name or address breaks, and with `outbox.switched_off` or
/// `outbox.no_way_out` if no mail would leave.
pub(super) async fn give_account(cx: &Cx, new: &NewHolder) -> Result<()> {
    cx.require(Permission::ManageSysAdmin)?;
    let id = cx.person()?.id.clone();
    let email = users::check_email(&new.email)?;
    passwords::confirm_own(cx, &new.current_password, "current_password").await?;

    let mut tx = cx.db.write().await?;
    one_time_links::require_leaving(&mut tx, cx, Purpose::Handover).await?;
    // Deleting a user takes these two in the same order.
    seats::hold(&mut tx).await?;
    ownership::hold(&mut tx).await?;
    // Of several posts at once, all by whoever was the Sys. Admin then, the first is done.
    let before = users::hold_own(&mut tx, cx).await?;
    if before.role.base != BaseRole::Super {
        return Err(NOT_ALLOWED.into());
    }
    if users::name_key(&before.email) == users::name_key(&email) {
        return Err(SAME_ADDRESS.into());
    }
    let made_way = make_way(&mut tx, cx, &before, &email, new).await?;
    let personal = users::personal(&mut tx, &id).await?;
    // Nothing of the one before stays: their language and settings would be taken for the new one's.
    let to = Personal {
        email: email.clone(),
        user_name: email.clone(),
        first_name: new.first_name.clone(),
        last_name: new.last_name.clone(),
        choices: Some((None, "{}".to_owned())),
    };
    users::change_sysadmin(&mut tx, cx, &id, &to).await?;
    take_back::remember(&mut tx, cx, (&id, personal), made_way).await?;
    let after = users::find_in(&mut tx, &id).await?.person;
    store::delete(&mut tx).await?;
    sessions::end_all_of(&mut tx, &id, None).await?;
    api_tokens::end_all_of(&mut tx, &id).await?;
    recovery_codes::end_all_of(&mut tx, &id).await?;
    passwords::expire(&mut tx, cx, &id).await?;
    one_time_links::end_all(&mut tx, &id).await?;
    one_time_links::send(&mut tx, cx, Purpose::EmailUndo, &before, Some(&before.email)).await?;
    let giver = format!("{} ({})", before.display_name(), before.email);
    one_time_links::send(&mut tx, cx, Purpose::Handover, &after, Some(&giver)).await?;
    let event = audit::Event::user("sysadmin_transfer.give_account", &id);
    let (old, now) = (json!({ "email": before.email }), json!({ "email": after.email }));
    audit::record(&mut tx, cx, event.before(old).after(now)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Gives whoever has the address another one, and what they own to the Sys. Admin's account. Answers who that was, as
/// they were, and their new address.
async fn make_way(
    tx: &mut Tx,
    cx: &Cx,
    sysadmin: &Person,
    email: &str,
    new: &NewHolder,
) -> Result<Option<(Person, String)>> {
    let Some(other) = users::person(tx, email).await?.filter(|other| other.id != sysadmin.id) else {
        return Ok(None);
    };
    if new.other_email.trim().is_empty() {
        return Err(ADDRESS_TAKEN.with("name", other.display_name()).into());
    }
    let other_email = users::check_email(&new.other_email).map_err(|refusal| refusal.on("otherEmail"))?;
    let free = users::name_is_free(tx, &other_email, &other.id).await;
    free.map_err(|error| match error {
        Error::Refusal(refusal) => Error::from(refusal.on("otherEmail")),
        fault @ Error::Fault(_) => fault,
    })?;
    let to = OtherAddress {
        freed: email,
        email: &other_email,
        user_name: &other_email,
        deactivates: new.deactivates,
    };
    users::give_other_address(tx, cx, &other.id, &to).await?;
    if new.deactivates {
        passwords::sign_out_everywhere(tx, &other.id).await?;
        sessions::end_views(tx, cx, &other.id).await?;
    }
    // They were mailed to the address that somebody else reads now.
    one_time_links::end_all(tx, &other.id).await?;
    if !new.deactivates && users::invited_at_ms(tx, &other.id).await?.is_some() {
        let invited = users::find_in(tx, &other.id).await?.person;
        one_time_links::send(tx, cx, Purpose::Invitation, &invited, None).await?;
    }
    let from = ownership::Owner {
        id: other.id.clone(),
        name: other.display_name(),
        user_name: other.user_name.clone(),
        email: other_email.clone(),
        ..ownership::Owner::default()
    };
    ownership::transfer_in(tx, cx, &from, &sysadmin.id, None, Keeps::View).await?;
    Ok(Some((other, other_email)))
}
