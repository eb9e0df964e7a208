//! What a queued mail is, and its limits.

use serde::{Deserialize, Serialize};

use super::kinds::MailKind;
use crate::common::settings::Setting;
use seatwarden_base::{
    Error, Kind, Refusal, Result,
    mail::{
        Flaw, HTML_BYTES_MAX, KIND_LENGTH_MAX, LANGUAGE_LENGTH_MAX, NAME_LENGTH_MAX, SUBJECT_LENGTH_MAX,
        SmtpSecurity, TEXT_BYTES_MAX, is_address, is_header_text, is_host,
    },
    secret::Secret,
};

/// There is no such state of a mail; value `name`.
pub(super) const UNKNOWN_STATE: Refusal = Refusal::new(Kind::Invalid, "outbox.unknown_state").on("state");
/// No mail can be sent to this address.
pub const BAD_ADDRESS: Refusal = Refusal::new(Kind::Invalid, "outbox.bad_address").on("email");

/// There is no mail with this id that failed.
pub(super) const NOT_FAILED: Refusal = Refusal::new(Kind::NotFound, "outbox.not_failed");
/// The text of the mail is no longer kept.
pub(super) const TEXT_GONE: Refusal = Refusal::new(Kind::Conflict, "outbox.text_gone");
/// The link or password in the mail no longer works.
pub(super) const SECRET_ENDED: Refusal = Refusal::new(Kind::Conflict, "outbox.secret_ended");
/// No mails leave, so nothing is done that needs one.
pub const SWITCHED_OFF: Refusal = Refusal::new(Kind::Conflict, "outbox.switched_off");
/// There is no way for mails to leave, so nothing is done that needs one.
pub const NO_WAY_OUT: Refusal = Refusal::new(Kind::Conflict, "outbox.no_way_out");

/// The host of the mail server is no name and no address.
pub(super) const BAD_HOST: Refusal = Refusal::new(Kind::Invalid, "outbox.bad_host").on("host");
/// The port of the mail server is none.
pub(super) const BAD_PORT: Refusal = Refusal::new(Kind::Invalid, "outbox.bad_port").on("port");
/// What mails are to be from is no address.
pub(super) const BAD_FROM: Refusal = Refusal::new(Kind::Invalid, "outbox.bad_from").on("from_address");
/// The name that mails are to be from does not fit into a header; value `maximum`.
pub(super) const BAD_FROM_NAME: Refusal = Refusal::new(Kind::Invalid, "outbox.bad_from_name").on("from_name");
/// The user name or password of the mail server has a line break or another control character; value `maximum`.
pub(super) const BAD_SIGN_IN: Refusal = Refusal::new(Kind::Invalid, "outbox.bad_sign_in");
/// There is a user name without a password, or the other way round.
pub(super) const HALF_SIGN_IN: Refusal = Refusal::new(Kind::Invalid, "outbox.half_sign_in");

/// Longest user name or password of a mail server, in characters.
const SIGN_IN_LENGTH_MAX: usize = 1_000;
/// Longest id of a mail or a user, in bytes.
const ID_LENGTH_MAX: usize = 64;

/// A mail to queue, written in the receiver's language.
#[derive(Clone, Copy)]
pub struct NewMail<'a> {
    /// Which mail this is.
    pub kind: MailKind,
    /// The receiver's address.
    pub to_address: &'a str,
    /// The receiver's name.
    pub to_name: Option<&'a str>,
    /// The language of subject and bodies, as a tag of BCP 47.
    pub language: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The body as plain text.
    pub text: &'a str,
    /// The body as HTML.
    pub html: &'a str,
    /// Whom it is about, if it is a user.
    pub user_id: Option<&'a str>,
    /// When the link or password in it stops working, in milliseconds since the Unix epoch; none if it holds neither.
    pub secret_ends_at_ms: Option<i64>,
}

/// The mail server that an administrator chose, over the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MailServer {
    /// Which way mails leave.
    pub way: WayOut,
    /// Host name of the mail server.
    pub host: String,
    /// Its port; 0 for the usual one.
    pub port: u16,
    /// How the connection is protected.
    pub security: SmtpSecurity,
    /// User name there; empty to send without signing in.
    pub user_name: String,
    /// The password there, sealed; empty for none.
    pub sealed_password: String,
    /// The address that mails are from; empty as the configuration says.
    pub from_address: String,
    /// The name that mails are from; empty as the configuration says.
    pub from_name: String,
    /// Grows with each change.
    pub version: i64,
}

/// Which way mails leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WayOut {
    /// As the configuration says.
    #[default]
    Configured,
    /// Through the mail server chosen here.
    Smtp,
}

impl MailServer {
    /// Refuses what is no part of a way to a mail server, whether it is the one that mails take or not: a host with
    /// [`BAD_HOST`], a user name or password with [`BAD_SIGN_IN`], and what mails are from.
    pub(super) fn check_parts(&self, password: Option<&Secret>) -> Result<(), Refusal> {
        if !is_host(&self.host) && (self.way != WayOut::Configured || !self.host.is_empty()) {
            return Err(BAD_HOST);
        }
        for (text, field) in
            [(self.user_name.as_str(), "user_name"), (password.map_or("", Secret::reveal), "password")]
        {
            if !is_header_text(text, SIGN_IN_LENGTH_MAX) {
                return Err(BAD_SIGN_IN.on(field).with("maximum", SIGN_IN_LENGTH_MAX));
            }
        }
        if !self.from_address.is_empty() && !is_address(&self.from_address) {
            return Err(BAD_FROM);
        }
        if is_header_text(&self.from_name, NAME_LENGTH_MAX) {
            return Ok(());
        }
        Err(BAD_FROM_NAME.with("maximum", NAME_LENGTH_MAX))
    }
}

/// A port as it is typed: empty is 0, which is the usual one. Refuses with [`BAD_PORT`].
pub(super) fn port_of(typed: &str) -> Result<u16, Refusal> {
    match typed.trim() {
        "" => Ok(0),
        typed => typed.parse().ok().filter(|port| *port > 0).ok_or(BAD_PORT),
    }
}

/// What is wrong with a mail server that was chosen, for whoever chose it; a fault for what cannot be chosen.
pub(super) fn refused(flaw: Flaw, server: &MailServer) -> Error {
    match flaw {
        Flaw::From => BAD_FROM.into(),
        Flaw::FromName => BAD_FROM_NAME.with("maximum", NAME_LENGTH_MAX).into(),
        Flaw::Host => BAD_HOST.into(),
        Flaw::SignIn if server.user_name.is_empty() => HALF_SIGN_IN.on("user_name").into(),
        Flaw::SignIn => HALF_SIGN_IN.on("password").into(),
        Flaw::Folder | Flaw::Timeout | Flaw::HelloName => Error::fault("choosing a mail server", flaw),
    }
}

impl Setting for MailServer {
    const KEY: &'static str = "outbox.server";
}

/// How far a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// On its way; perhaps tried already.
    Waiting,
    /// Taken over by the relay.
    Sent,
    /// Given up.
    Failed,
    /// Its switch was off when it was asked for.
    Off,
}

impl MailState {
    /// The word in the table.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Off => "off",
        }
    }

    /// The state that somebody names, if there is such a one.
    pub(super) fn named(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Sent, Self::Failed, Self::Off].into_iter().find(|state| state.word() == word)
    }

    /// The state of a word in the table; a fault for any other word.
    pub(super) fn from_word(word: &str) -> Result<Self> {
        Self::named(word).ok_or_else(|| Error::fault("reading a mail", "unknown state"))
    }
}

/// A mail as it stands in the outbox.
#[derive(Clone, PartialEq, Eq)]
pub struct Queued {
    /// Its id.
    pub id: String,
    /// Which mail it is.
    pub kind: String,
    /// The receiver's address.
    pub to_address: String,
    /// The receiver's name.
    pub to_name: Option<String>,
    /// The language of subject and bodies.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The plain text; sealed once it has failed, empty once it has left or failed long ago.
    pub text: String,
    /// The HTML; as the text.
    pub html: String,
    /// How far it is.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was queued, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When the relay took it, in milliseconds since the Unix epoch.
    pub sent_at_ms: Option<i64>,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// Whom it is about, if it is a user.
    pub user_id: Option<String>,
    /// When the link or password in it stops working, in milliseconds since the Unix epoch.
    pub secret_ends_at_ms: Option<i64>,
    /// Whether its text is still there.
    pub has_text: bool,
}

/// Why a mail that failed is not tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stuck {
    /// Its text was forgotten.
    TextGone,
    /// The link or password in it no longer works.
    SecretEnded,
}

impl Queued {
    /// Whether somebody can try it again.
    pub(super) fn can_retry(&self, now_ms: i64) -> bool {
        self.state == MailState::Failed && self.stuck(now_ms).is_none()
    }

    /// Why it cannot be tried again, if it cannot.
    pub(super) fn stuck(&self, now_ms: i64) -> Option<Stuck> {
        if self.secret_ends_at_ms.is_some_and(|ends_at_ms| ends_at_ms <= now_ms) {
            Some(Stuck::SecretEnded)
        } else if self.has_text {
            None
        } else {
            Some(Stuck::TextGone)
        }
    }
}

/// What became of mails that were to be tried again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Retried {
    /// They wait again.
    pub(super) again: i64,
    /// They hold a link or password that no longer works.
    pub(super) ended: i64,
    /// Whether there are more than one call looks at.
    pub(super) has_more: bool,
}

impl NewMail<'_> {
    /// The receiver's name, as long as a header takes it: first and last name together may be longer.
    pub(super) fn short_name(&self) -> Option<&str> {
        let name = self.to_name?;
        let end = name.char_indices().nth(NAME_LENGTH_MAX).map_or(name.len(), |(at, _)| at);
        name.get(..end).map(str::trim_end)
    }

    /// Checks the limits. Refuses with [`BAD_ADDRESS`]; anything else too long or more than one line is a
    /// fault, because it was us who wrote it.
    pub(super) fn check(&self, id: &str) -> Result<()> {
        if !is_address(self.to_address) {
            return Err(BAD_ADDRESS.into());
        }
        let is_line = |text: &str, length_max: usize| {
            text.chars().count() <= length_max && !text.chars().any(char::is_control)
        };
        // PostgreSQL takes no NUL in a text.
        let is_body = |text: &str, bytes_max: usize| text.len() <= bytes_max && !text.contains('\0');
        let checks = [
            ("id is too long", id.len() <= ID_LENGTH_MAX),
            ("kind is too long", is_line(self.kind.word(), KIND_LENGTH_MAX)),
            ("receiver's name is not one line", is_line(self.to_name.unwrap_or_default(), usize::MAX)),
            ("language is too long", is_line(self.language, LANGUAGE_LENGTH_MAX)),
            ("subject is too long or not one line", is_line(self.subject, SUBJECT_LENGTH_MAX)),
            ("text is too long", is_body(self.text, TEXT_BYTES_MAX)),
            ("HTML is too long", is_body(self.html, HTML_BYTES_MAX)),
            ("user's id is too long", is_line(self.user_id.unwrap_or_default(), ID_LENGTH_MAX)),
        ];
        match checks.iter().find(|(_, is_fine)| !is_fine) {
            Some((what, _)) => Err(Error::fault("queuing a mail", format!("its {what}"))),
            None => Ok(()),
        }
    }
}
