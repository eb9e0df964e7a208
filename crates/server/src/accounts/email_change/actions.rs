//! Asking for another address, confirming it, taking it back (RC-05).

use seatwarden_base::{Result, secret::Secret};
use serde_json::json;

use crate::{
    accounts::{
        api_tokens,
        notices::{self, Notice},
        one_time_links::{self, Link, Purpose},
        passwords, recovery_codes, sysadmin_transfer, users,
    },
    common::{
        audit,
        rate_limits::{self, Limit},
    },
    cx::{Cx, Permission},
};

/// Mails to addresses that somebody names: five, then one every 20 minutes (RL-02). It bounds as well how many addresses
/// can be tried to learn whether they have an account.
const PER_ACCOUNT: Limit = Limit { burst: 5, interval_ms: 20 * 60_000 };

/// Asks to change the caller's own address. The old one stays until the new one is confirmed. Refuses
/// with `roles.not_allowed`, `passwords.wrong_current`, `users.bad_email`, `users.email_taken` or `rate_limits.too_many`, and
/// with `sessions.ended` if the caller's session or token has ended meanwhile.
pub async fn ask(cx: &Cx, email: &str, current_password: &Secret) -> Result<()> {
    cx.require(Permission::ChangeOwnAccount)?;
    let person = cx.person()?.clone();
    let email = users::check_email(email)?;
    let confirmed = passwords::confirm_own(cx, current_password, "current_password").await?;

    let mut tx = cx.db.write().await?;
    let key = rate_limits::key("email_change.account", &person.id);
    rate_limits::take(&mut tx, &key, PER_ACCOUNT, cx.now_ms).await?;
    // Tries count, whatever they lead to.
    tx.commit().await?;
    let mut tx = cx.db.write().await?;
    passwords::hold_own(&mut tx, cx, &confirmed).await?;
    // Whoever reads the mails to the account must hear of it, also if that is somebody else by now.
    let person = users::find_in(&mut tx, &person.id).await?.person;
    users::name_is_free(&mut tx, &email, &person.id).await?;
    one_time_links::send(&mut tx, cx, Purpose::EmailConfirm, &person, Some(&email)).await?;
    notices::tell(&mut tx, cx, &person, Notice::EmailWillChange { email: &email }).await?;
    let event = audit::Event::user("email_change.ask", &person.id).after(json!({ "email": email }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Looks at a link of either kind without using it up.
pub async fn look(cx: &Cx, token: &str, purpose: Purpose) -> Result<Link> {
    let mut tx = cx.db.read().await?;
    one_time_links::look(&mut tx, cx, token, &[purpose]).await
}

/// Makes the new address the user's; the old address is told and gets the way back.
pub async fn confirm(cx: &Cx, token: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let link = one_time_links::look(&mut tx, cx, token, &[Purpose::EmailConfirm]).await?;
    one_time_links::take(&mut tx, cx, &link).await?;
    let before = users::find_in(&mut tx, &link.user_id).await?.person;
    users::change_own_email(&mut tx, cx, &link.user_id, &link.payload).await?;
    one_time_links::send(&mut tx, cx, Purpose::EmailUndo, &before, Some(&before.email)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Takes a change back: the old address is the user's again, every session, API token and recovery code ends, and a new
/// password must be chosen, because somebody else may know the old one. Answers whose it was.
pub async fn undo(cx: &Cx, token: &str) -> Result<String> {
    let mut tx = cx.db.write().await?;
    let link = one_time_links::look(&mut tx, cx, token, &[Purpose::EmailUndo]).await?;
    one_time_links::take(&mut tx, cx, &link).await?;
    if !sysadmin_transfer::take_back(&mut tx, cx, &link.user_id, &link.payload).await? {
        users::change_own_email(&mut tx, cx, &link.user_id, &link.payload).await?;
    }
    passwords::sign_out_everywhere(&mut tx, &link.user_id).await?;
    api_tokens::end_all_of(&mut tx, &link.user_id).await?;
    recovery_codes::end_all_of(&mut tx, &link.user_id).await?;
    passwords::expire(&mut tx, cx, &link.user_id).await?;
    one_time_links::end_later_than(&mut tx, &link).await?;
    let person = users::find_in(&mut tx, &link.user_id).await?.person;
    one_time_links::send(&mut tx, cx, Purpose::PasswordReset, &person, None).await?;
    let event = audit::Event::user("email_change.undo", &person.id);
    audit::record_as(&mut tx, cx, event, Some(&person.id), &person.email).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(link.user_id)
}
