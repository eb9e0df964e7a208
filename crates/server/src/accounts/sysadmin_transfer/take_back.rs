//! Taking back that the Sys. Admin's account was given to another person, by the mail to its old address.

use seatwarden_base::{Result, db::Tx};
use serde::{Deserialize, Serialize};

use crate::{
    accounts::users::{self, OtherAddress, Personal},
    common::settings::{self, Setting},
    cx::{Cx, Person},
};

/// What the account was like before it was last given away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Before {
    user_id: String,
    #[serde(flatten)]
    personal: Personal,
    made_way: Option<MadeWay>,
}

/// Who had the address that the account got.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct MadeWay {
    user_id: String,
    email: String,
    /// Empty if it was remembered by a version that did not know it: the address.
    user_name: String,
    other_email: String,
}

impl Setting for Before {
    const KEY: &'static str = "sysadmin_transfer.before";
}

/// Remembers the account as it was, and who made way for it: the person as they were, and their new address.
pub(super) async fn remember(
    tx: &mut Tx,
    cx: &Cx,
    (user_id, personal): (&str, Personal),
    made_way: Option<(Person, String)>,
) -> Result<()> {
    let before = Before {
        user_id: user_id.to_owned(),
        personal,
        made_way: made_way.map(|(person, other_email)| MadeWay {
            user_id: person.id,
            email: person.email,
            user_name: person.user_name,
            other_email,
        }),
    };
    settings::set(tx, &before, cx.now_ms).await
}

/// Where the addresses end of those who must make way: no mail reaches it (RFC 2606), and an administrator sees to them.
const AWAY: &str = "made-way.invalid";

/// Takes address and user name of the account from whoever has them by now. Else whoever took the account over could shut the
/// way back with a user of that address.
async fn make_way(tx: &mut Tx, cx: &Cx, user_id: &str, personal: &Personal) -> Result<()> {
    for name in [&personal.email, &personal.user_name] {
        let holder = if name.is_empty() { None } else { users::person(tx, name).await? };
        if let Some(holder) = holder.filter(|holder| holder.id != user_id) {
            let email = format!("{}@{AWAY}", holder.id);
            let to = OtherAddress { freed: name, email: &email, user_name: &email, deactivates: false };
            users::give_other_address(tx, cx, &holder.id, &to).await?;
        }
    }
    Ok(())
}

/// Gives an account that was given away its old address, names and settings again, and whoever made way the address they had.
/// Answers whether it was such an account. What the other one owned and whether they sign in stays as it is: both may
/// have been changed since, and an administrator sees to them. Their user name comes back with the address, unless they chose
/// another since, or somebody else has it by now.
pub async fn take_back(tx: &mut Tx, cx: &Cx, user_id: &str, email: &str) -> Result<bool> {
    let before: Before = settings::get(tx).await?;
    if before.user_id != user_id || before.personal.email != email {
        return Ok(false);
    }
    make_way(tx, cx, user_id, &before.personal).await?;
    users::change_sysadmin(tx, cx, user_id, &before.personal).await?;
    if let Some(MadeWay { user_id, email, user_name, other_email }) = before.made_way
        && users::person(tx, &other_email).await?.is_some_and(|other| other.id == user_id)
        && users::name_is_free(tx, &email, &user_id).await.is_ok()
    {
        let is_theirs = !user_name.is_empty() && users::name_is_free(tx, &user_name, &user_id).await.is_ok();
        let to = OtherAddress {
            freed: &other_email,
            email: &email,
            user_name: if is_theirs { &user_name } else { &email },
            deactivates: false,
        };
        users::give_other_address(tx, cx, &user_id, &to).await?;
    }
    settings::set(tx, &Before::default(), cx.now_ms).await?;
    Ok(true)
}
