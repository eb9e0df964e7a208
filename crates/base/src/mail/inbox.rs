//! The inbox in memory: where the demo and the tests read their mail.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use lettre::Message;

use super::{Delivered, Mail, SendError};

/// How many mails an inbox keeps; the oldest go first.
pub const INBOX_MAX: usize = 500;

/// Mails kept in memory. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Inbox(Arc<Mutex<Content>>);

#[derive(Debug, Default)]
struct Content {
    mails: VecDeque<Arc<Kept>>,
    failures: VecDeque<SendError>,
}

/// A mail in an inbox.
#[derive(Debug)]
pub struct Kept {
    /// The mail as it was handed in.
    pub mail: Mail,
    /// The mail as it would have gone over the wire.
    pub written: Vec<u8>,
    /// When it came, in milliseconds since the Unix epoch.
    pub kept_at_ms: i64,
}

impl Inbox {
    /// All mails, newest first; at most [`INBOX_MAX`].
    pub fn list(&self) -> Vec<Arc<Kept>> {
        self.content().mails.iter().rev().cloned().collect()
    }

    /// The mail with this `Message-ID`, given with or without its angle brackets.
    pub fn find(&self, message_id: &str) -> Option<Arc<Kept>> {
        let bare = |id: &str| id.trim_matches(['<', '>']).to_owned();
        let wanted = bare(message_id);
        self.content().mails.iter().rev().find(|kept| bare(&kept.mail.message_id) == wanted).cloned()
    }

    /// The newest mail to this address, which is compared without regard to case.
    pub fn newest_to(&self, address: &str) -> Option<Arc<Kept>> {
        self.content().mails.iter().rev().find(|kept| kept.mail.to.eq_ignore_ascii_case(address)).cloned()
    }

    /// Forgets every mail.
    pub fn clear(&self) {
        self.content().mails.clear();
    }

    /// The next mail fails like this; further calls queue up. For tests of what happens then.
    pub fn fail_next(&self, error: SendError) {
        self.content().failures.push_back(error);
    }

    pub(super) fn send(&self, mail: &Mail, message: &Message, now_ms: i64) -> Result<Delivered, SendError> {
        let mut content = self.content();
        if let Some(error) = content.failures.pop_front() {
            return Err(error);
        }
        // A mail that is sent twice carries the same id: one place for it, as in a real mailbox.
        content.mails.retain(|kept| kept.mail.message_id != mail.message_id);
        if content.mails.len() >= INBOX_MAX {
            content.mails.pop_front();
        }
        let kept = Kept { mail: mail.clone(), written: message.formatted(), kept_at_ms: now_ms };
        content.mails.push_back(Arc::new(kept));
        Ok(Delivered { answer: "kept in the inbox".into() })
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
