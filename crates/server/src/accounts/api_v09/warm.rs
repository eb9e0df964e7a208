//! Keys that were good a moment ago (JW-05), so that a script that signs each of its calls does not cost a hash
//! each time. Only a "yes" is kept, under a tag that nobody else can make and that tells nothing of the password;
//! `actions.rs` takes it only while everything that it rests on is as it was.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use ring::hmac;
use seatwarden_base::{Result, db::State, random::Random};

use super::key::{Claims, Reader};
use crate::cx::SignedIn;

/// How long a "yes" is kept at most, in milliseconds.
const KEPT_MS: i64 = 60_000;
/// From this age on one caller checks it anew, while the others go on with it, in milliseconds.
const RENEWED_MS: i64 = 45_000;
/// How many are kept at most; beyond, the old ones are let go, or all.
const KEPT_MAX: usize = 4_096;

/// The tag of a network, a name and a password: HMAC-SHA-256 with a key that ends with the process.
pub(super) type Key = [u8; 32];

/// A "yes", and what it rests on.
#[derive(Clone, Debug)]
pub(super) struct Good {
    /// The caller.
    pub(super) signed_in: Arc<SignedIn>,
    /// The stored form of the password, as a hash.
    pub(super) version: [u8; 32],
    /// When the password runs out, in milliseconds since the Unix epoch.
    pub(super) expires_at_ms: Option<i64>,
    /// The state of the database in which it was found.
    pub(super) state: Option<State>,
    /// When the password was checked, in milliseconds since the Unix epoch.
    pub(super) at_ms: i64,
}

/// The keys that were good, and what keys are read with.
pub struct ApiKeys {
    boot: hmac::Key,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    reader: Option<Arc<Reader>>,
    /// With each, whether somebody checks it anew.
    good: HashMap<Key, (Good, bool)>,
}

impl ApiKeys {
    /// None yet.
    pub fn new(random: &Random) -> Result<Self> {
        let boot = hmac::Key::new(hmac::HMAC_SHA256, &random.bytes::<32>()?);
        Ok(Self { boot, kept: Mutex::default() })
    }

    /// The tag of what somebody showed from a network.
    pub(super) fn key(&self, network: &str, claims: &Claims) -> Key {
        let mut context = hmac::Context::with_key(&self.boot);
        for part in [network, &claims.email, claims.password.reveal()] {
            context.update(&part.len().to_be_bytes());
            context.update(part.as_bytes());
        }
        let mut key = [0; 32];
        key.copy_from_slice(context.sign().as_ref());
        key
    }

    /// What keys were last read with.
    pub(super) fn reader(&self) -> Option<Arc<Reader>> {
        self.kept().reader.clone()
    }

    /// What is kept, unless it is too old, or this caller is the one to check it anew.
    pub(super) fn get(&self, key: &Key, now_ms: i64) -> Option<Good> {
        let mut kept = self.kept();
        let (good, is_renewed) = kept.good.get_mut(key)?;
        let age_ms = now_ms - good.at_ms;
        if !(0..KEPT_MS).contains(&age_ms) {
            kept.good.remove(key);
            return None;
        }
        if age_ms >= RENEWED_MS && !*is_renewed {
            *is_renewed = true;
            return None;
        }
        Some(good.clone())
    }

    /// Keeps a "yes", and what its key was read with.
    pub(super) fn put(&self, key: Key, good: Good, reader: Arc<Reader>) {
        let mut kept = self.kept();
        kept.reader = Some(reader);
        if kept.good.len() >= KEPT_MAX && !kept.good.contains_key(&key) {
            let now_ms = good.at_ms;
            kept.good.retain(|_, (good, _)| now_ms - good.at_ms < KEPT_MS);
            if kept.good.len() >= KEPT_MAX {
                kept.good.clear();
            }
        }
        kept.good.insert(key, (good, false));
    }

    /// Remembers that a "yes" still held in a later state of the database; it grows no younger by that.
    pub(super) fn confirm(&self, key: Key, good: &Good, reader: &Arc<Reader>) {
        let mut kept = self.kept();
        if let Some((known, _)) = kept.good.get_mut(&key).filter(|(known, _)| known.at_ms == good.at_ms) {
            known.signed_in = good.signed_in.clone();
            known.state = good.state;
        }
        // What keys are read with was found unchanged in the same look-up.
        if kept.reader.as_ref().is_some_and(|known| Arc::ptr_eq(known, reader)) {
            kept.reader = Some(Arc::new(reader.found_in(good.state)));
        }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seatwarden_base::secret::Secret;

    use crate::cx::Proof;

    #[test]
    fn a_yes_is_kept_for_a_minute_and_one_caller_checks_it_anew_before() {
        let (keys, reader, person) = sample();
        let good = |at_ms| Good {
            signed_in: Arc::new(SignedIn::new(person.clone(), Proof::ApiKey)),
            version: [0; 32],
            expires_at_ms: None,
            state: None,
            at_ms,
        };
        keys.put([1; 32], good(0), Arc::clone(&reader));

        assert!(keys.get(&[1; 32], RENEWED_MS - 1).is_some());
        assert!(keys.get(&[1; 32], RENEWED_MS).is_none());
        assert!(keys.get(&[1; 32], KEPT_MS - 1).is_some());
        assert!(keys.get(&[1; 32], KEPT_MS).is_none());
        assert!(keys.get(&[1; 32], 1).is_none());
    }

    #[test]
    fn no_more_are_kept_than_the_maximum() {
        let (keys, reader, person) = sample();
        let signed_in = Arc::new(SignedIn::new(person, Proof::ApiKey));
        for number in 0..=KEPT_MAX {
            let mut key = [0; 32];
            key[..8].copy_from_slice(&number.to_be_bytes());
            let signed_in = Arc::clone(&signed_in);
            let good = Good { signed_in, version: [0; 32], expires_at_ms: None, state: None, at_ms: 0 };
            keys.put(key, good, Arc::clone(&reader));
        }

        assert!(keys.kept().good.len() <= KEPT_MAX);
    }

    fn sample() -> (ApiKeys, Arc<Reader>, crate::cx::Person) {
        use crate::cx::{BaseRole, Origin, Permissions, Person, Role};
        let installed = crate::accounts::setup::Installed {
            x_api_key: Secret::new("00"),
            previous_x_api_key: None,
            previous_until_ms: 0,
            made_at_ms: None,
            can_be_shown: false,
            url: String::new(),
            version: 1,
        };
        let role = Role {
            id: String::new(),
            name: String::new(),
            display_name: String::new(),
            base: BaseRole::Consumer,
            may: Permissions::default(),
        };
        let person = Person {
            id: String::new(),
            email: String::new(),
            user_name: String::new(),
            first_name: String::new(),
            last_name: String::new(),
            role,
            active: true,
            origin: Origin::Local,
            language: None,
            created_at_ms: 0,
            updated_at_ms: 0,
            last_login_at_ms: None,
            last_activity_at_ms: None,
            version: 1,
        };
        let reader = Arc::new(Reader::new(&installed, 0, (0, 1), None));
        (ApiKeys::new(&Random::seeded(1)).unwrap(), reader, person)
    }
}
