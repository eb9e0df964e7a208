//! What the documents say of signing keys.

use serde_json::json;

use super::model::{KeyRole, Standing};
use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, post,
        schema::{Schema, count, list, object, text, time, words},
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
