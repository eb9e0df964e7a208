//! Service accounts: the users of scripts. Nobody signs in as one, no mail goes to one, and none takes a seat; named API
//! tokens are all that opens it.

use seatwarden_base::{Kind, Refusal, Result};

use super::{
    super::model::{Credential, MISSING, NewUser, SERVICE_ACCOUNT, UNKNOWN, User, name_key},
    access::theirs,
    create::create,
};
use crate::{
    accounts::api_tokens::{self, Created, NewToken},
    cx::{Cx, Origin, Permission, Person},
};

/// Only tokens of service accounts are made by others than their owner.
pub(in super::super) const NOT_A_SERVICE: Refusal = Refusal::new(Kind::Conflict, "users.not_a_service");

/// Where the addresses of service accounts end: nothing can be delivered there (RFC 2606).
const DOMAIN: &str = "service.invalid";
/// How many letters of the name stand in the address.
const LOCAL_MAX: usize = 40;

/// A service account to be made.
#[derive(Clone, Debug, Default)]
pub struct NewService {
    /// What people call it.
    pub name: String,
    /// Id or any spelling; Viewer if empty.
    pub role: String,
    /// Ids or names.
    pub groups: Vec<String>,
}

/// Adds a service account. Refuses as adding a user does.
pub async fn create_service(cx: &Cx, new: &NewService) -> Result<User> {
    cx.require(Permission::AddUsers)?;
    let name = new.name.trim();
    if name.is_empty() {
        return Err(MISSING.on("name").with("name", "name").into());
    }
    let mut local = local_part(name);
    if local.is_empty() {
        // A name in other letters than those of addresses.
        local = cx.new_id()?;
    }
    let user = NewUser {
        email: format!("{local}@{DOMAIN}"),
        first_name: name.to_owned(),
        role: new.role.clone(),
        groups: new.groups.clone(),
        credential: Credential::None,
        active: Some(true),
        origin: Some(Origin::Service),
        ..NewUser::default()
    };
    create(cx, vec![user]).await?.pop().ok_or_else(|| UNKNOWN.into())
}

fn local_part(name: &str) -> String {
    let mut local = String::new();
    for letter in name.chars().take(LOCAL_MAX) {
        if letter.is_ascii_alphanumeric() {
            local.push(letter.to_ascii_lowercase());
        } else if !local.is_empty() && !local.ends_with('-') {
            local.push('-');
        }
    }
    local.trim_end_matches('-').to_owned()
}

/// Refuses with `users.service_account` to give a service account an address that mail reaches: whoever reads it would be
/// taken for its owner.
pub(super) fn check_address(origin: Origin, email: &str) -> Result<()> {
    let is_ours = name_key(email).strip_suffix(DOMAIN).is_some_and(|local| local.ends_with('@'));
    if origin != Origin::Service || is_ours { Ok(()) } else { Err(SERVICE_ACCOUNT.on("email").into()) }
}

fn require_service(person: &Person) -> Result<()> {
    if person.origin == Origin::Service { Ok(()) } else { Err(NOT_A_SERVICE.into()) }
}

/// Makes a named token of a service account. Refuses with `sessions.confirm_first`, `users.not_a_service` and as
/// making one's own does.
pub async fn create_token(cx: &Cx, key: &str, new: &NewToken) -> Result<Created> {
    cx.require(Permission::ChangeUsers)?;
    let mut tx = cx.db.write().await?;
    api_tokens::require_confirmed(&mut tx, cx).await?;
    let user = theirs(&mut tx, cx, key).await?;
    require_service(&user.person)?;
    let created = api_tokens::create_of(&mut tx, cx, &user.person, new).await?;
    tx.commit().await?;
    Ok(created)
}

/// Makes a successor of a token of a service account; the old one works for `overlap_hours` more. Refuses like
/// [`create_token`].
pub async fn rotate_token(cx: &Cx, key: &str, token_id: &str, overlap_hours: i64) -> Result<Created> {
    cx.require(Permission::ChangeUsers)?;
    let mut tx = cx.db.write().await?;
    api_tokens::require_confirmed(&mut tx, cx).await?;
    let user = theirs(&mut tx, cx, key).await?;
    require_service(&user.person)?;
    let created = api_tokens::rotate_of(&mut tx, cx, &user.person, token_id, overlap_hours).await?;
    tx.commit().await?;
    Ok(created)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_what_can_stand_in_one() {
        for (name, local) in [
            ("Nightly Sync", "nightly-sync"),
            ("  ETL (prod) #2 ", "etl-prod-2"),
            ("גיבוי", ""),
            ("Übung", "bung"),
        ] {
            assert_eq!(local_part(name), local, "{name}");
        }
    }
}
