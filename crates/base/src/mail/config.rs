//! The `[mail]` section of the configuration.

use std::{fmt, net::IpAddr, path::PathBuf};

use serde::{Deserialize, Serialize};

use super::message;
use crate::secret::Secret;

/// How mails leave.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// How mails leave: `none` (they fail), `folder` (files), `smtp` (a relay) or `inbox` (kept in memory, for the demo).
    pub transport: TransportKind,
    /// The directory for `folder`: one `.eml` file per mail, readable by the server's own user only.
    pub folder: PathBuf,
    /// The relay for `smtp`.
    pub smtp: SmtpConfig,
    /// The address mails come from. Its domain is also the domain of every `Message-ID`.
    pub from: String,
    /// The name shown beside that address; empty for none.
    pub from_name: String,
}

/// Where mails go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TransportKind {
    /// Nowhere: every mail fails at once.
    #[default]
    None,
    /// Files in a directory.
    Folder,
    /// A relay that speaks SMTP.
    Smtp,
    /// The memory of this process; the newest 500 are kept.
    Inbox,
}

/// A relay that speaks SMTP (RFC 5321).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct SmtpConfig {
    /// Host name or address of the relay; with TLS its certificate must name it.
    pub host: String,
    /// Port; 0 takes the usual one: 465 for `tls`, 587 for `starttls`, 25 otherwise.
    pub port: u16,
    /// `starttls` (required), `tls` (from the first byte), `opportunistic` (STARTTLS if offered) or `none`.
    pub security: SmtpSecurity,
    /// PEM file with the certificates of a private authority to trust besides the public ones; empty for none.
    pub certificate_authority_file: PathBuf,
    /// User name for AUTH PLAIN or LOGIN; empty to send without signing in.
    pub user_name: String,
    /// Password for AUTH. With `opportunistic` it is sent only when the connection became encrypted.
    pub password: Secret,
    /// The name we greet with (EHLO); empty for this machine's host name.
    pub hello_name: String,
    /// Time limit in seconds (1 to 120) for connecting and signing in, and again for handing over one mail.
    pub timeout_seconds: u64,
}

/// How the connection to a relay is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SmtpSecurity {
    /// STARTTLS, or no mail (RFC 3207).
    #[default]
    Starttls,
    /// TLS from the first byte (RFC 8314 section 3.3).
    Tls,
    /// STARTTLS if the relay offers it. Somebody on the way can suppress the offer.
    Opportunistic,
    /// Never encrypted; for a relay on the same host or network.
    None,
}

impl Default for MailConfig {
    fn default() -> Self {
        Self {
            transport: TransportKind::None,
            folder: PathBuf::from("mails"),
            smtp: SmtpConfig::default(),
            from: "seatwarden@localhost".into(),
            from_name: "Seatwarden".into(),
        }
    }
}

impl Default for SmtpConfig {
    fn default() -> Self {
        Self {
            host: "localhost".into(),
            port: 0,
            security: SmtpSecurity::Starttls,
            certificate_authority_file: PathBuf::new(),
            user_name: String::new(),
            password: Secret::default(),
            hello_name: String::new(),
            timeout_seconds: 30,
        }
    }
}

impl MailConfig {
    /// What is wrong with it.
    pub fn check(&self) -> Result<(), Flaw> {
        if !message::is_address(&self.from) {
            return Err(Flaw::From);
        }
        if !message::is_header_text(&self.from_name, message::NAME_LENGTH_MAX) {
            return Err(Flaw::FromName);
        }
        match self.transport {
            TransportKind::Folder if self.folder.as_os_str().is_empty() => Err(Flaw::Folder),
            TransportKind::Smtp => self.smtp.check(),
            _ => Ok(()),
        }
    }

    /// The domain of the sender's address, for [`super::message_id`].
    pub fn domain(&self) -> &str {
        self.from.rsplit_once('@').map_or("localhost", |(_, domain)| domain)
    }
}

/// What is wrong with a configuration of mail. As a text it is for the log; whoever chose it in a form hears it in words of
/// their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The sender is no mail address.
    From,
    /// The sender's name is too long, or more than one line.
    FromName,
    /// There is no folder.
    Folder,
    /// There is no host.
    Host,
    /// The time limit is none, or too long.
    Timeout,
    /// The name to greet with is not one word.
    HelloName,
    /// There is a user name without a password, or the other way round.
    SignIn,
}

impl fmt::Display for Flaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::From => "from: not a mail address",
            Self::FromName => "from_name: too long, or more than one line",
            Self::Folder => "folder: is empty",
            Self::Host => "smtp.host: is empty",
            Self::Timeout => "smtp.timeout_seconds: must be from 1 to 120",
            Self::HelloName => "smtp.hello_name: must be one word",
            Self::SignIn => "smtp.user_name: user name and password belong together",
        })
    }
}

impl std::error::Error for Flaw {}

/// Whether `text` may be the name of a host in DNS, or is an IP address. There is no port in it.
pub fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let name = text.strip_suffix('.').unwrap_or(text);
    text.parse::<IpAddr>().is_ok() || (name.len() <= 253 && name.split('.').all(is_label))
}

impl SmtpConfig {
    fn check(&self) -> Result<(), Flaw> {
        if self.host.trim().is_empty() {
            return Err(Flaw::Host);
        }
        if !(1..=120).contains(&self.timeout_seconds) {
            return Err(Flaw::Timeout);
        }
        if self.hello_name.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(Flaw::HelloName);
        }
        if self.user_name.is_empty() != self.password.is_empty() {
            return Err(Flaw::SignIn);
        }
        Ok(())
    }

    /// The port to connect to.
    pub(super) const fn port(&self) -> u16 {
        match (self.port, self.security) {
            (0, SmtpSecurity::Tls) => 465,
            (0, SmtpSecurity::Starttls) => 587,
            (0, SmtpSecurity::Opportunistic | SmtpSecurity::None) => 25,
            (port, _) => port,
        }
    }
}
