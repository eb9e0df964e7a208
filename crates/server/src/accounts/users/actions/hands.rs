//! In whose hands an account is: who made it, or gave it a password, an address or a token. Two accounts in one hand are
//! one person, where a second one is asked for. What happened says it, so that it also holds after the account was
//! deleted and brought back.

use std::collections::BTreeSet;

use seatwarden_base::{Result, db::Tx};
use serde_json::Value;

use crate::common::audit::{self, Recorded};

/// A user that was created, or one that was changed by somebody else.
const ACTS: [&str; 2] = ["users.create", "users.update"];

/// How sure it is that somebody can sign in as an account.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    /// They made it, and perhaps somebody else was invited to it.
    Made,
    /// They know its password or hold its token, or its mails go where they said.
    Holds,
}

/// Whether two accounts may be one person: `asks` made `agrees`, or gave it what signs in as it, also over accounts
/// between; or one person can sign in as both.
pub async fn in_one_hand(tx: &mut Tx, asks: &str, agrees: &str) -> Result<bool> {
    if above(tx, agrees, Hand::Made).await?.contains(asks) {
        return Ok(true);
    }
    let (one, other) = (above(tx, asks, Hand::Holds).await?, above(tx, agrees, Hand::Holds).await?);
    Ok(!one.is_disjoint(&other))
}

/// The account itself, and all in whose hands it is, over any number of accounts between.
async fn above(tx: &mut Tx, user_id: &str, hand: Hand) -> Result<BTreeSet<String>> {
    let mut found = BTreeSet::from([user_id.to_owned()]);
    let mut open = vec![user_id.to_owned()];
    while let Some(id) = open.pop() {
        let mut events = audit::by_others(tx, &id, ACTS).await?;
        events.retain(|event| (hand == Hand::Made && event.event == ACTS[0]) || gives_access(event));
        events.extend(audit::tokens_by_others(tx, &id).await?);
        for actor in events.into_iter().filter_map(|event| event.actor_id) {
            if found.insert(actor.clone()) {
                open.push(actor);
            }
        }
    }
    Ok(found)
}

/// Whether somebody can sign in as the account after this: a password was set, or a name that signs in and gets mails.
fn gives_access(event: &Recorded) -> bool {
    let read = |json: &Option<String>| -> Value {
        json.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    };
    let (before, after) = (read(&event.before_json), read(&event.after_json));
    after[super::PASSWORD_SET] == true || (event.event == ACTS[1] && before["email"] != after["email"])
}
