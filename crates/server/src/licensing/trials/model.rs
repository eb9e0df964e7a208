//! The grant that opens a trial instance.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use seatwarden_base::{Error, Kind, Refusal, Result, secret::Secret};
use serde::{Deserialize, Serialize};

/// The grant is none of ours, has run out, or was used before.
pub const BAD_GRANT: Refusal = Refusal::new(Kind::Forbidden, "trials.bad_grant");
/// Only a license of the type trial is extended by days or made a paid one.
pub(super) const NO_TRIAL: Refusal = Refusal::new(Kind::Conflict, "trials.no_trial");
/// A trial is extended by 1 day to 90.
pub(super) const BAD_DAYS: Refusal = Refusal::new(Kind::Invalid, "trials.bad_days").on("days");
/// A paid license is of another type than trial.
pub(super) const STILL_TRIAL: Refusal = Refusal::new(Kind::Invalid, "trials.still_trial").on("type");
/// There is no trial instance here.
pub const CLOSED: Refusal = Refusal::new(Kind::NotFound, "trials.closed");

/// By how many days a trial is extended at most at a time.
pub const EXTEND_DAYS_MAX: i64 = 90;
/// How many visitors a page shows.
pub(super) const VISITORS_PAGE: i64 = 50;

/// A license account that went to the Online Trial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visitor {
    /// Id of the account.
    pub user_id: String,
    /// Its address.
    pub email: String,
    /// First and last name; may be empty.
    pub name: String,
    /// The first organisation it acts for, by id and name; none if it left all.
    pub organisation: Option<(String, String)>,
    /// When it went there first, in milliseconds since the Unix epoch.
    pub first_at_ms: i64,
    /// When it went there last.
    pub last_at_ms: i64,
    /// How often.
    pub visits: i64,
}

/// A page of visitors, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visitors {
    /// The visitors.
    pub items: Vec<Visitor>,
    /// Where the next page begins, if there is one: the time and the id of the last one here.
    pub next: Option<(i64, String)>,
}

/// How long a grant holds, in seconds.
pub(super) const GRANT_SECONDS: i64 = 300;
/// By how much the clocks of the two servers may differ, in seconds.
const CLOCKS_DIFFER: i64 = 60;
/// What grants are for, so that no other token passes as one.
const AUDIENCE: &str = "seatwarden-trial";
/// The longest grant, in bytes.
pub(super) const GRANT_MAX: usize = 2_000;

/// Who may come in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Grant {
    /// The audience.
    aud: String,
    /// The origin of the portal whose page took it there.
    iss: String,
    /// The address.
    pub(super) email: String,
    /// First name.
    pub(super) first_name: String,
    /// Last name.
    pub(super) last_name: String,
    /// Its own id.
    pub(super) jti: String,
    /// When it was made, in seconds since the Unix epoch.
    iat: i64,
    /// Until when it holds, in seconds since the Unix epoch.
    pub(super) exp: i64,
}

impl Grant {
    pub(super) fn new(portal: &str, email: &str, names: (&str, &str), id: String, now_ms: i64) -> Self {
        let iat = now_ms / 1_000;
        Self {
            aud: AUDIENCE.to_owned(),
            iss: portal.to_owned(),
            email: email.to_owned(),
            first_name: names.0.to_owned(),
            last_name: names.1.to_owned(),
            jti: id,
            iat,
            exp: iat + GRANT_SECONDS,
        }
    }

    pub(super) fn sign(&self, secret: &Secret) -> Result<String> {
        let key = EncodingKey::from_secret(secret.reveal().as_bytes());
        jsonwebtoken::encode(&Header::new(Algorithm::HS256), self, &key)
            .map_err(|cause| Error::fault("signing a grant", cause))
    }

    /// Whether a page of this origin may post it; none stands for what is no browser. Else a page of a stranger could
    /// sign its visitors in as somebody who is not them.
    pub(super) fn is_from(&self, origin: Option<&str>) -> bool {
        origin.is_none_or(|origin| origin == self.iss)
    }

    /// Reads a grant that holds now. Refuses with `trials.bad_grant`.
    pub(super) fn read(text: &str, secret: &Secret, now_ms: i64) -> Result<Self, Refusal> {
        if text.len() > GRANT_MAX || secret.is_empty() {
            return Err(BAD_GRANT);
        }
        let mut rules = Validation::new(Algorithm::HS256);
        // The time is asked of our own clock below.
        rules.validate_exp = false;
        rules.set_audience(&[AUDIENCE]);
        let key = DecodingKey::from_secret(secret.reveal().as_bytes());
        let grant: Self = jsonwebtoken::decode(text, &key, &rules).map_err(|_| BAD_GRANT)?.claims;
        let now = now_ms / 1_000;
        let holds = grant.iat <= now + CLOCKS_DIFFER
            && now < grant.exp
            && grant.exp - grant.iat <= GRANT_SECONDS
            && grant.jti.len() <= 64;
        if holds { Ok(grant) } else { Err(BAD_GRANT) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_holds_for_minutes_and_under_its_own_secret_only() {
        let (secret, other) = (Secret::new("a".repeat(32)), Secret::new("b".repeat(32)));
        let text = Grant::new("https://portal.example", "a@b", ("", ""), "1".into(), 1_000_000)
            .sign(&secret)
            .unwrap();

        assert_eq!(Grant::read(&text, &secret, 1_000_000).unwrap().email, "a@b");
        assert!(Grant::read(&text, &other, 1_000_000).is_err());
        assert!(Grant::read(&text, &secret, 1_000_000 + GRANT_SECONDS * 1_000).is_err());
        assert!(Grant::read(&text, &secret, 1_000_000 - 2 * CLOCKS_DIFFER * 1_000).is_err());
        assert!(Grant::read(&text, &Secret::default(), 1_000_000).is_err());
        assert!(Grant::read(&text[..text.len() - 2], &secret, 1_000_000).is_err());
    }
}
