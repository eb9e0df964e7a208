//! Tokens as the description of API v1 tells them; the calls themselves are in My Profile and in Users.

use crate::{
    cx::TokenKind,
    web::openapi::schema::{Schema, count, id, object, scopes, text, time, words},
};

/// What a new token is asked for with.
pub fn wanted() -> Schema {
    object([("name", text()), ("scope", scopes()), ("days?", count().said("Until it runs out; 0 is never"))])
}

/// What a successor is asked for with.
pub fn rotation() -> Schema {
    object([("overlapHours?", count().said("A week unless it is said"))])
}

/// A new token.
pub fn told_once() -> Schema {
    object([("id", text()), ("token", text().said("Told this once"))])
}

/// A token without its secret.
pub fn token() -> Schema {
    object([
        ("id", id()),
        ("kind", words([TokenKind::Named, TokenKind::Profile, TokenKind::SignIn].map(TokenKind::word))),
        ("name", text()),
        ("scope", scopes()),
        ("hint", text().said("How the token begins")),
        ("created", time()),
        ("expires", time().or_null()),
        ("replacedBy", text().or_null().said("The id of its successor")),
        ("lastUsed", time().or_null()),
        ("lastUsedAddress", text().or_null()),
        ("lastUsedAgent", text().or_null()),
    ])
}
