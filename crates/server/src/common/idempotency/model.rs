//! What a call that may be sent again is.

use data_encoding::HEXLOWER;
use ring::digest;
use seatwarden_base::{Kind, Refusal, secret::Secret};

/// The key is empty, too long, or has other letters than those one can see.
pub const BAD_KEY: Refusal = Refusal::new(Kind::Malformed, "idempotency.bad_key");
/// The key came with another request before.
pub(super) const OTHER_REQUEST: Refusal = Refusal::new(Kind::Invalid, "idempotency.other_request");
/// The first call with this key is still being answered.
pub(super) const IN_FLIGHT: Refusal = Refusal::new(Kind::Conflict, "idempotency.in_flight").retry_after(1);
/// The act was done, but its answer is not known any more.
pub(super) const ANSWER_LOST: Refusal = Refusal::new(Kind::Conflict, "idempotency.answer_lost");
/// The user has as many living keys as one may have.
pub(super) const TOO_MANY: Refusal = Refusal::new(Kind::TooMany, "idempotency.too_many").retry_after(3_600);

/// Longest key, in bytes.
pub const KEY_MAX: usize = 255;
/// Largest answer that is kept, in bytes; of a larger one only the status is.
pub const ANSWER_MAX: usize = 256 * 1024;
/// How long a key is kept, in milliseconds.
pub(super) const KEPT_MS: i64 = 24 * 3_600_000;
/// How many living keys a user has at most.
pub(super) const OF_USER_MAX: i64 = 10_000;
/// How much longer than a request may take a call counts as running, in milliseconds.
pub(super) const GRACE_MS: i64 = 10_000;

/// A call that runs under a key.
#[derive(Clone, Debug)]
pub struct Run {
    pub(super) user_id: String,
    pub(super) key_hash: String,
    /// Tells this run from one that took the key over.
    pub(super) id: String,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Names and values of the headers that a caller goes on with.
    pub headers: Vec<(String, String)>,
    /// The body: JSON, or nothing.
    pub body: Secret,
}

/// What is to be done with a call.
pub enum Begun {
    /// It is new: do it, then tell the end with [`finish`](super::finish).
    New(Run),
    /// It was done before: this was the answer.
    Done(Answer),
}

/// A hash that is compared instead of what it is made of.
pub(super) fn hash(parts: &[&[u8]]) -> String {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in parts {
        context.update(&part.len().to_be_bytes());
        context.update(part);
    }
    HEXLOWER.encode(context.finish().as_ref())
}
