//! Which mails there are switches for. A kind of mail cannot be named without saying which switch it belongs to.

use serde::{Deserialize, Serialize};

use crate::common::settings::Setting;

/// Which mail it is, and what decides whether it is sent. Each room names its own, beside the words of the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailKind {
    word: &'static str,
    switch: MailSwitch,
}

impl MailKind {
    /// The mail `word`, which is `room.mail`, sent as `switch` says.
    pub const fn new(word: &'static str, switch: MailSwitch) -> Self {
        Self { word, switch }
    }

    /// The word in the table and in the log.
    pub const fn word(self) -> &'static str {
        self.word
    }
}

/// What decides whether a mail is sent, beside the switch of all mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailSwitch {
    /// Nothing: somebody is stuck or in danger without it.
    Always,
    /// [`MailSwitches::invitations`].
    Invitations,
    /// [`MailSwitches::password_recovery`].
    PasswordRecovery,
    /// [`MailSwitches::password_changes`].
    PasswordChanges,
    /// [`MailSwitches::sign_ins`].
    SignIns,
    /// [`MailSwitches::api_tokens`].
    ApiTokens,
    /// [`MailSwitches::own_license`].
    OwnLicense,
    /// [`MailSwitches::licenses_ending`].
    LicensesEnding,
}

/// Which mails are sent at all. What is asked for while its switch is off is noted as switched off, and not kept for
/// later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Stored")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the page")]
pub struct MailSwitches {
    /// Any mail.
    pub all: bool,
    /// Invitations to choose a first password.
    pub invitations: bool,
    /// Mails to come back with a forgotten password.
    pub password_recovery: bool,
    /// Word that one's password was changed.
    pub password_changes: bool,
    /// Word of a sign-in from a new device, or after many failures.
    pub sign_ins: bool,
    /// Word that an API token was made or ended.
    pub api_tokens: bool,
    /// Word to administrators about the license of this installation.
    pub own_license: bool,
    /// Word to customers and staff that a license ends soon, on a license server.
    pub licenses_ending: bool,
}

/// The switches as they were written, by this version or by one that had a single switch for all notices.
#[derive(Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the page")]
struct Stored {
    all: bool,
    invitations: bool,
    password_recovery: bool,
    notices: bool,
    password_changes: Option<bool>,
    sign_ins: Option<bool>,
    api_tokens: Option<bool>,
    own_license: bool,
    licenses_ending: bool,
}

impl Default for Stored {
    fn default() -> Self {
        Self {
            all: true,
            invitations: true,
            password_recovery: true,
            notices: true,
            password_changes: None,
            sign_ins: None,
            api_tokens: None,
            own_license: true,
            licenses_ending: true,
        }
    }
}

impl From<Stored> for MailSwitches {
    fn from(stored: Stored) -> Self {
        Self {
            all: stored.all,
            invitations: stored.invitations,
            password_recovery: stored.password_recovery,
            password_changes: stored.password_changes.unwrap_or(stored.notices),
            sign_ins: stored.sign_ins.unwrap_or(stored.notices),
            api_tokens: stored.api_tokens.unwrap_or(stored.notices),
            own_license: stored.own_license,
            licenses_ending: stored.licenses_ending,
        }
    }
}

impl Default for MailSwitches {
    fn default() -> Self {
        Stored::default().into()
    }
}

impl Setting for MailSwitches {
    const KEY: &'static str = "outbox.switches";
}

impl MailSwitches {
    /// Whether a mail of this kind is sent.
    pub const fn allow(self, kind: MailKind) -> bool {
        let own = match kind.switch {
            MailSwitch::Always => true,
            MailSwitch::Invitations => self.invitations,
            MailSwitch::PasswordRecovery => self.password_recovery,
            MailSwitch::PasswordChanges => self.password_changes,
            MailSwitch::SignIns => self.sign_ins,
            MailSwitch::ApiTokens => self.api_tokens,
            MailSwitch::OwnLicense => self.own_license,
            MailSwitch::LicensesEnding => self.licenses_ending,
        };
        self.all && own
    }
}
