//! What the documents say of signing keys.

use serde_json::json;

use super::model::{KeyRole, Standing};
use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, post,
        schema::{Schema, count, list, object, switch, text, time, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    Part::new(
        "Signing keys",
        "With what license files are signed; `/.well-known/jwks.json` has the same keys as a JSON Web Key Set",
        vec![
            get("/api/v1/licensing/bulletin", "The newest bulletin: which signers and files are revoked")
                .tells("The bulletin is a signed file; `docs/reference/license-file.md` says how it is read.")
                .open()
                .answers("The bulletin", object([("number", count()), ("bulletin", text().or_null())])),
            get("/api/v1/licensing/keys", "Roots and signers, and where each stands")
                .needs(Permission::LicensesRead)
                .answers("The keys", keys()),
            post(
                "/api/v1/licensing/keys/import",
                "Take statements and bulletins that a root signed elsewhere",
            )
            .needs(Permission::LicensesApprove)
            .takes(object([("file", text().said("The text as the root's machine wrote it, armor and all"))]))
            .like(json!({ "file": "-----BEGIN SEATWARDEN SIGNER-----" }))
            .answers("The keys", keys())
            .refuses(409, "The statement is about a key that is not here")
            .refuses(422, "The file is damaged, or no root of this server signed it"),
            post("/api/v1/licensing/keys/prepare", "Make the next signer")
                .tells("Its private half stays here. A root says the answer, word for word, where it is: `seatwarden license keys vouch`.")
                .needs(Permission::LicensesApprove)
                .makes("What a root has to say about the signer", wish()),
            post("/api/v1/licensing/keys/{kid}/revoke", "Revoke a signer, by another one that took over")
                .tells("Two persons of the staff ask for it, the second within a week; a service account is no second person. What it signed is void from then on, but for files that machines without a network were given. A root, and the only signer, are revoked on the host, by a root.")
                .place("kid", "Id of the signer")
                .needs(Permission::LicensesApprove)
                .takes(object([("keepNothing?", switch().said("Revoke those files, too"))]))
                .like(json!({ "keepNothing": false }))
                .answers("The bulletin", revoked())
                .begins("What waits for a second person", waiting())
                .refuses(409, "Only a root can revoke it"),
        ],
    )
}

fn keys() -> Schema {
    let key = object([
        ("kid", text().said("The thumbprint of the key, by RFC 7638")),
        ("role", words([KeyRole::Root, KeyRole::Signer].map(KeyRole::word))),
        ("key", text().said("The public key in base64url")),
        ("state", words(Standing::ALL.map(Standing::word))),
        ("validFrom", time().or_null()),
        ("validUntil", time().or_null()),
        ("createdAt", time()),
        ("revokedAt", time().or_null()),
    ]);
    object([("items", list(key))])
}

fn wish() -> Schema {
    let numbers = object([("first", count()), ("last", count())]);
    object([
        ("version", count()),
        ("id", text()),
        ("issuer", text()),
        ("issued_at", time()),
        ("valid_from", time()),
        ("valid_until", time()),
        ("key", text().said("The public key in base64url")),
        ("scope", list(text())),
        ("renew_days_max", count()),
        ("bulletins", numbers.said("The numbers that its bulletins may have")),
    ])
}

fn waiting() -> Schema {
    object([
        ("kid", text()),
        ("keepNothing", switch()),
        ("author", text().said("Who asked first")),
        ("createdAt", time()),
    ])
}

fn revoked() -> Schema {
    object([
        ("number", count()),
        ("bulletin", text().or_null()),
        ("kept", count().said("How many files that were carried away stay good")),
        ("notKept", list(text()).said("Ids of files for which there was no room: they have to be made anew")),
    ])
}
