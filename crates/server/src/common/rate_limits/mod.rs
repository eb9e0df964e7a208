//! Rate limits that hold across nodes: buckets of tries, counted in the database.

use ring::digest;
use seatwarden_base::{Kind, Refusal, Result, db::Tx};

mod store;
#[cfg(test)]
mod tests;

/// Too many tries; the refusal says for how long to wait.
pub const TOO_MANY: Refusal = Refusal::new(Kind::TooMany, "rate_limits.too_many");

/// A bucket: `burst` tries at once, then one more each `interval_ms`.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// How many tries a full bucket holds.
    pub burst: i64,
    /// How long until one try comes back, in milliseconds.
    pub interval_ms: i64,
}

impl Limit {
    /// `burst` tries at once, then `per_minute`.
    pub const fn per_minute(burst: u32, per_minute: u32) -> Self {
        let per_minute = if per_minute == 0 { 1 } else { per_minute };
        Self { burst: burst as i64, interval_ms: 60_000 / per_minute as i64 }
    }

    const fn span_ms(self) -> i64 {
        self.burst * self.interval_ms
    }
}

/// The refusal with its waiting time.
pub fn too_many(wait_ms: i64) -> Refusal {
    let seconds = u64::try_from((wait_ms.max(0) + 999) / 1000).unwrap_or(1).max(1);
    TOO_MANY.with("seconds", seconds).retry_after(seconds)
}

/// Refuses if the bucket is empty; takes nothing from it.
pub async fn check(tx: &mut Tx, key: &str, limit: Limit, now_ms: i64) -> Result<()> {
    let wait_ms = wait_ms(store::find(tx, key).await?, limit, now_ms);
    if wait_ms > 0 { Err(too_many(wait_ms).into()) } else { Ok(()) }
}

/// Whether a bucket that is full again at this time, in milliseconds since the Unix epoch, is empty now.
pub const fn is_empty(full_at_ms: Option<i64>, limit: Limit, now_ms: i64) -> bool {
    wait_ms(full_at_ms, limit, now_ms) > 0
}

const fn wait_ms(full_at_ms: Option<i64>, limit: Limit, now_ms: i64) -> i64 {
    let full_at_ms = match full_at_ms {
        Some(at_ms) => at_ms,
        None => now_ms,
    };
    full_at_ms - now_ms - limit.span_ms() + limit.interval_ms
}

/// Takes one try from the bucket, or refuses if it is empty.
pub async fn take(tx: &mut Tx, key: &str, limit: Limit, now_ms: i64) -> Result<()> {
    if store::set_taken(tx, key, now_ms, limit.interval_ms, limit.span_ms()).await? {
        return Ok(());
    }
    let full_at_ms = store::find(tx, key).await?.unwrap_or(now_ms);
    Err(too_many(full_at_ms - now_ms - limit.span_ms() + limit.interval_ms).into())
}

/// Removes buckets that are full again. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_full(tx, now_ms).await
}

/// A key of fixed length for something of any length, so that no name typed at the door is kept.
pub fn key(what: &str, of: &str) -> String {
    let hash = digest::digest(&digest::SHA256, of.as_bytes());
    format!("{what}:{}", data_encoding::HEXLOWER.encode(&hash.as_ref()[..16]))
}

/// The network an address belongs to: an IPv4 address itself, the /64 of an IPv6 address.
pub fn network(ip: &str) -> String {
    match ip.parse() {
        Ok(std::net::IpAddr::V6(address)) => {
            let [first, second, third, fourth, ..] = address.segments();
            format!("{first:x}:{second:x}:{third:x}:{fourth:x}::/64")
        }
        _ => ip.to_owned(),
    }
}
