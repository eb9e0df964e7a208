//! Mail: what one mail is, and the ways it can leave: SMTP, a folder, an inbox in memory.
//! It knows neither queue nor text; rooms queue mails, a job hands them to [`Transport::send`].

mod config;
mod folder;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzzing;
mod inbox;
mod lines;
mod message;
mod smtp;
#[cfg(test)]
mod smtp_peer;
#[cfg(test)]
mod smtp_tests;
#[cfg(test)]
mod tests;

use std::fmt;

pub use config::{Flaw, MailConfig, SmtpConfig, SmtpSecurity, TransportKind, is_host};
pub use inbox::{INBOX_MAX, Inbox, Kept};
pub use message::{
    ADDRESS_LENGTH_MAX, HTML_BYTES_MAX, KIND_LENGTH_MAX, LANGUAGE_LENGTH_MAX, NAME_LENGTH_MAX,
    SUBJECT_LENGTH_MAX, TEXT_BYTES_MAX, is_address, is_header_text, message_id,
};

use crate::{Error, Result, clock::Clock};
use folder::Folder;
use smtp::Smtp;

/// One mail, ready to leave. Text and HTML say the same in the receiver's language.
#[derive(Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address it goes to.
    pub to: String,
    /// The receiver's name, shown beside the address.
    pub to_name: Option<String>,
    /// The address it comes from, also the envelope's.
    pub from: String,
    /// The name shown beside it; empty for none.
    pub from_name: String,
    /// The subject, one line.
    pub subject: String,
    /// The body for readers of plain text.
    pub text: String,
    /// The body for everybody else.
    pub html: String,
    /// The language of subject and bodies, as a tag of BCP 47 (`en`, `he`).
    pub language: String,
    /// Which mail this is, as `room.mail`; for the inbox and the log, not sent.
    pub kind: String,
    /// The `Message-ID` with its angle brackets (RFC 5322 section 3.6.4); see [`message_id`].
    /// The same mail sent twice must carry the same one.
    pub message_id: String,
}

impl fmt::Debug for Mail {
    // Bodies carry one-time links, addresses are personal: neither belongs into a log.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Mail({} {})", self.kind, self.message_id)
    }
}

/// The other side took the mail over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// What it answered, for the log.
    pub answer: String,
}

/// Why a mail did not leave. The text is for the operator: one line, no secret, bounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendError {
    /// Worth another try later: a 4xx answer, the network, or a relay that does not let us in.
    Temporary(String),
    /// It will never leave: a 5xx answer to this mail, or a mail that cannot be written.
    Permanent(String),
}

impl fmt::Display for SendError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Temporary(why) | Self::Permanent(why) => out.write_str(why),
        }
    }
}

impl std::error::Error for SendError {}

/// The configured way out. Cheap to clone; clones share connections and inbox.
#[derive(Clone, Debug)]
pub struct Transport {
    way: Way,
    clock: Clock,
}

#[derive(Clone, Debug)]
enum Way {
    None,
    Folder(Folder),
    Smtp(Smtp),
    Inbox(Inbox),
}

impl Transport {
    /// Opens the way that `config` names. Connects to nobody yet. A fault if the
    /// configuration cannot work; `clock` gives the `Date` of the mails.
    pub fn open(config: &MailConfig, clock: Clock) -> Result<Self> {
        config.check().map_err(|why| Error::fault("reading the mail configuration", why))?;
        let way = match config.transport {
            TransportKind::None => Way::None,
            TransportKind::Folder => Way::Folder(Folder::open(&config.folder)?),
            TransportKind::Smtp => Way::Smtp(Smtp::open(&config.smtp)?),
            TransportKind::Inbox => Way::Inbox(Inbox::default()),
        };
        Ok(Self { way, clock })
    }

    /// A transport into `inbox`, for tests and the demo.
    pub const fn into_inbox(inbox: Inbox, clock: Clock) -> Self {
        Self { way: Way::Inbox(inbox), clock }
    }

    /// The inbox behind it, if mails go there.
    pub const fn inbox(&self) -> Option<&Inbox> {
        match &self.way {
            Way::Inbox(inbox) => Some(inbox),
            Way::None | Way::Folder(_) | Way::Smtp(_) => None,
        }
    }

    /// Hands one mail over, and answers when the other side has taken it or said no.
    pub async fn send(&self, mail: &Mail) -> Result<Delivered, SendError> {
        let now_ms = self.clock.now_ms();
        let message = message::write(mail, now_ms)?;
        match &self.way {
            Way::None => Err(SendError::Permanent("no mail transport is configured".into())),
            Way::Folder(folder) => folder.send(mail, &message).await,
            Way::Smtp(smtp) => smtp.send(&message).await,
            Way::Inbox(inbox) => inbox.send(mail, &message, now_ms),
        }
    }
}

/// One printable line of at most 400 characters out of whatever a stranger answered.
fn one_line(text: &str) -> String {
    text.chars().take(400).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
