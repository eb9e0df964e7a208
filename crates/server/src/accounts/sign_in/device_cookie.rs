//! Which browsers have signed in to which accounts before, kept by the browsers themselves in a cookie
//! that only we can write. A browser that is known is not held up when strangers guess at the account.

use crate::keys::Keys;

/// How many accounts one browser is remembered for.
const ACCOUNTS_MAX: usize = 8;
/// Longest cookie we read, in bytes.
const COOKIE_MAX: usize = 1_024;

/// A browser and the accounts it has signed in to: `<id>.<tag>.<tag>…`.
#[derive(Clone, Debug, Default)]
pub struct Devices {
    id: String,
    tags: Vec<String>,
}

impl Devices {
    /// Reads the cookie; anything that is not ours is a browser we do not know.
    pub fn read(cookie: Option<&str>) -> Self {
        let Some(cookie) = cookie.filter(|cookie| cookie.len() <= COOKIE_MAX) else { return Self::default() };
        let mut parts = cookie.split('.').map(str::to_owned);
        let id = parts.next().filter(|id| id.len() == 24).unwrap_or_default();
        if id.is_empty() {
            return Self::default();
        }
        Self { id, tags: parts.take(ACCOUNTS_MAX).collect() }
    }

    /// What the browser is known by for this account; none if it is not.
    pub fn known_for(&self, keys: &Keys, user_id: &str) -> Option<String> {
        let tag = tag(keys, &self.id, user_id);
        (!self.id.is_empty() && self.tags.contains(&tag)).then(|| self.id.clone())
    }

    /// The cookie after signing in to this account; `new_id` is for a browser without one.
    #[must_use]
    pub fn with_account(&self, keys: &Keys, user_id: &str, new_id: String) -> String {
        let id = if self.id.is_empty() { new_id } else { self.id.clone() };
        let tag = tag(keys, &id, user_id);
        let others = self.tags.iter().filter(|other| **other != tag).take(ACCOUNTS_MAX - 1);
        std::iter::once(&id).chain(std::iter::once(&tag)).chain(others).cloned().collect::<Vec<_>>().join(".")
    }
}

fn tag(keys: &Keys, id: &str, user_id: &str) -> String {
    keys.tag("device", format!("{id} {user_id}").as_bytes())
}

#[cfg(test)]
mod tests {
    use seatwarden_base::random::Random;

    use super::*;

    #[test]
    fn a_browser_is_known_only_for_the_accounts_it_signed_in_to() {
        let directory = tempfile::tempdir().unwrap();
        let keys = Keys::open(directory.path(), &Random::system()).unwrap();
        let id = "0123456789abcdef01234567";

        let first = Devices::read(None).with_account(&keys, "ada", id.to_owned());
        let second = Devices::read(Some(&first)).with_account(&keys, "grace", "unused".to_owned());

        let devices = Devices::read(Some(&second));
        assert_eq!(devices.known_for(&keys, "ada").as_deref(), Some(id));
        assert_eq!(devices.known_for(&keys, "grace").as_deref(), Some(id));
        assert_eq!(devices.known_for(&keys, "mallory"), None);
        assert_eq!(Devices::read(Some("x.y")).known_for(&keys, "ada"), None);
    }
}
