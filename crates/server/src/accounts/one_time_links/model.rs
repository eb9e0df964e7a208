//! What a link is for, how long it lives, and how its secrets are stored.

use ring::digest;
use seatwarden_base::{Kind, Refusal};

use crate::config::Config;

/// The link was used, has run out, or never was.
pub const NOT_VALID: Refusal = Refusal::new(Kind::NotFound, "one_time_links.not_valid");
/// The code is wrong, has run out, or was tried too often.
pub const WRONG_CODE: Refusal = Refusal::new(Kind::Invalid, "one_time_links.wrong_code").on("code");

/// How often a code may be tried (RL-02).
pub(super) const CODE_TRIES_MAX: i64 = 10;

/// What a link lets its reader do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Choose a new password.
    PasswordReset,
    /// Choose the first password.
    Invitation,
    /// Prove a new address.
    EmailConfirm,
    /// Take a change of address back.
    EmailUndo,
    /// Get a locked-out Sys. Admin in again; made on the host.
    Rescue,
    /// Choose the first own password of the Sys. Admin's account, which somebody else had.
    Handover,
}

impl Purpose {
    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PasswordReset => "password_reset",
            Self::Invitation => "invitation",
            Self::EmailConfirm => "email_confirm",
            Self::EmailUndo => "email_undo",
            Self::Rescue => "rescue",
            Self::Handover => "handover",
        }
    }

    /// The purpose of a word in the table.
    pub fn of_word(word: &str) -> Option<Self> {
        [
            Self::PasswordReset,
            Self::Invitation,
            Self::EmailConfirm,
            Self::EmailUndo,
            Self::Rescue,
            Self::Handover,
        ]
        .into_iter()
        .find(|purpose| purpose.word() == word)
    }

    /// The path under which the link's page stands.
    pub const fn path(self) -> &'static str {
        match self {
            Self::PasswordReset | Self::Rescue | Self::Handover => "/recover-password/",
            Self::Invitation => "/invitation/",
            Self::EmailConfirm => "/confirm-email/",
            Self::EmailUndo => "/undo-email/",
        }
    }

    /// How long the link works, in milliseconds.
    pub fn life_ms(self, config: &Config) -> i64 {
        const MINUTE: i64 = 60_000;
        match self {
            Self::PasswordReset | Self::Rescue => i64::from(config.password_reset.link_minutes) * MINUTE,
            // Whoever gets an account did not ask for the mail, and may read it days later (RC-01).
            Self::Invitation | Self::Handover => i64::from(config.invitations.link_hours) * 60 * MINUTE,
            Self::EmailConfirm => 24 * 60 * MINUTE,
            Self::EmailUndo => 7 * 24 * 60 * MINUTE,
        }
    }
}

/// A link that is still good.
#[derive(Clone, Debug)]
pub struct Link {
    /// Id of its row.
    pub id: String,
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is.
    pub user_id: String,
    /// What it carries: the new or the old address, who gave the account, or that a recovery code led to it.
    pub payload: String,
    /// When it ends, in milliseconds since the Unix epoch.
    pub expires_at_ms: i64,
}

/// The stored form of a token or code. A code is short, so the link's id is hashed with it and it
/// lives for minutes only.
pub fn hash(secret: &str, with: &str) -> Vec<u8> {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(with.as_bytes());
    context.update(secret.as_bytes());
    context.finish().as_ref().to_vec()
}

/// The digits of a code, whatever blanks and dashes were typed between them.
pub(super) fn code_digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).take(12).collect()
}
