//! JSON of packages that faces share.

use std::collections::BTreeSet;

use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::model::{
    BAD_VALIDITY, BAD_WORD, Change, ChangeRequest, Deployment, Environment, Kind, LicenseUser, LimitsChange,
    NewPackage, Package, Revision, SeatsChange, Standing, State, Terms, Tier, said,
};
use crate::text::{day_end_ms, day_ms, moment_ms, rfc3339};

/// A package.
pub fn package(package: &Package, now_ms: i64) -> Value {
    let mut body = terms(&package.terms);
    body["id"] = json!(package.id);
    body["organisation"] = json!(package.organisation_id);
    body["code"] = json!(package.code);
    body["standing"] = json!(package.terms.standing(now_ms).word());
    body["revision"] = json!(package.revision);
    body["resetEpoch"] = json!(package.reset_epoch);
    body["lastResetAt"] = json!(package.last_reset_at_ms.map(rfc3339));
    body["createdAt"] = json!(rfc3339(package.created_at_ms));
    body
}

/// What a license says.
pub fn terms(terms: &Terms) -> Value {
    json!({
        "name": terms.name, "type": terms.kind.word(), "tier": terms.tier.word(),
        "deployment": terms.deployment.word(), "environment": terms.environment.word(),
        "state": terms.state.word(), "validFrom": rfc3339(terms.valid_from_ms),
        "validUntil": terms.valid_until_ms.map(rfc3339), "seats": terms.seats, "limits": terms.limits,
        "entitlements": terms.entitlements, "leaseDays": terms.lease_days, "graceDays": terms.grace_days,
    })
}

/// A revision.
pub fn revision(revision: &Revision) -> Value {
    json!({
        "number": revision.number, "at": rfc3339(revision.at_ms), "terms": terms(&revision.terms),
        "reason": revision.reason, "author": revision.author, "approver": revision.approver,
    })
}

/// A change that waits for a second person, or did.
pub fn request(request: &ChangeRequest) -> Value {
    json!({
        "id": request.id, "package": request.package_id, "baseRevision": request.base_revision,
        "terms": terms(&request.terms), "reason": request.reason, "state": request.state.word(),
        "author": request.author, "createdAt": rfc3339(request.created_at_ms),
        "decidedBy": request.decided_by, "decidedAt": request.decided_at_ms.map(rfc3339),
    })
}

/// A license user.
pub fn user(user: &LicenseUser) -> Value {
    json!({
        "id": user.user_id, "email": user.email, "name": user.name, "activations": user.activations,
        "addedAt": rfc3339(user.added_at_ms),
    })
}

/// What is sent to issue or change a package; what is not sent stays, or is as usual.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Sent {
    organisation: String,
    code: String,
    reason: String,
    name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    tier: Option<String>,
    deployment: Option<String>,
    environment: Option<String>,
    state: Option<String>,
    valid_from: Option<String>,
    #[serde(deserialize_with = "said")]
    #[expect(clippy::option_option, reason = "nothing sent, null, and a day are three things")]
    valid_until: Option<Option<String>>,
    seats: SeatsChange,
    limits: LimitsChange,
    entitlements: Option<BTreeSet<String>>,
    lease_days: Option<i64>,
    grace_days: Option<i64>,
}

/// Which word of a field is meant.
fn word<T: Copy>(
    field: &'static str,
    sent: Option<&str>,
    all: &[T],
    word: fn(T) -> &'static str,
) -> Result<Option<T>> {
    let Some(sent) = sent else { return Ok(None) };
    let found = all.iter().copied().find(|known| word(*known) == sent);
    if found.is_none() {
        let words: Vec<&str> = all.iter().map(|known| word(*known)).collect();
        return Err(BAD_WORD.on(field).with("field", field).with("words", words.join(", ")).into());
    }
    Ok(found)
}

/// From when: a day, which is its beginning, or a moment as RFC 3339 writes it.
pub(super) fn beginning(text: &str) -> Option<i64> {
    moment_ms(text).or_else(|| day_ms(text))
}

/// Until when: a day, all of which counts, or a moment as RFC 3339 writes it.
pub(super) fn end(text: &str) -> Option<i64> {
    moment_ms(text).or_else(|| day_end_ms(text))
}

impl Sent {
    /// Why it is sent.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The change that is meant.
    pub fn change(self) -> Result<Change> {
        Ok(Change {
            kind: word("type", self.kind.as_deref(), Kind::ALL, Kind::word)?,
            tier: word("tier", self.tier.as_deref(), Tier::ALL, Tier::word)?,
            deployment: word("deployment", self.deployment.as_deref(), Deployment::ALL, Deployment::word)?,
            environment: word(
                "environment",
                self.environment.as_deref(),
                Environment::ALL,
                Environment::word,
            )?,
            state: word("state", self.state.as_deref(), State::ALL, State::word)?,
            valid_from_ms: self.valid_from.map(|text| beginning(&text).ok_or(BAD_VALIDITY)).transpose()?,
            valid_until_ms: match self.valid_until {
                None => None,
                Some(None) => Some(None),
                Some(Some(text)) => Some(Some(end(&text).ok_or(BAD_VALIDITY)?)),
            },
            name: self.name,
            seats: self.seats,
            limits: self.limits,
            entitlements: self.entitlements,
            lease_days: self.lease_days,
            grace_days: self.grace_days,
        })
    }

    /// The package that is to be issued. Refuses with `packages.no_seats` unless it says for how many people it is.
    pub fn package(self, now_ms: i64) -> Result<NewPackage> {
        self.seats.check_all()?;
        let (organisation_id, code, reason) =
            (self.organisation.clone(), self.code.clone(), self.reason.clone());
        let usual = Terms::usual(now_ms);
        Ok(NewPackage { organisation_id, code, terms: self.change()?.over(&usual), reason })
    }
}

/// All that a standing can be, for the documents.
pub fn standings() -> impl Iterator<Item = &'static str> {
    Standing::ALL.iter().map(|standing| standing.word())
}
