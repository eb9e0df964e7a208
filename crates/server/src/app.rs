//! The application: everything that lives as long as the process.

use std::sync::Arc;

use seatwarden_base::{Result, clock::Clock, db::Db, jobs::Jobs, mail::Inbox, random::Random};

use crate::{
    accounts::{
        api_v09::ApiKeys,
        callers::{self, Gathered},
        license_utilization::hand::Hand,
        passwords::Passwords,
    },
    common::{health::Health, outbox, settings::Cached},
    config::Config,
    hosts::Hosts,
    keys::Keys,
    known::Callers,
    license::Kept,
    licensing::{activations, signing_keys},
    place::Places,
    text::Language,
    used::Used,
    web::{Embedding, Quota},
};

/// Everything that lives as long as the process.
pub struct App {
    /// The configuration.
    pub config: Config,
    /// The door to the database.
    pub db: Db,
    /// Says what time it is.
    pub clock: Clock,
    /// Gives random bytes.
    pub random: Random,
    /// The server's own secrets.
    pub keys: Keys,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    /// Wakes the worker of the jobs.
    pub jobs: Jobs,
    /// The mails of a demo or a test, if they are kept instead of sent.
    pub inbox: Option<Inbox>,
    /// Sessions that were found before.
    pub known_sessions: Callers,
    /// API tokens that were found before.
    pub known_tokens: Callers,
    /// Keys of the legacy `x-api-key` that were good a moment ago.
    pub api_keys: ApiKeys,
    /// The way mails leave.
    pub mail_route: outbox::Route,
    /// When sessions and tokens were last used.
    pub used: Used,
    /// What scripts called since that was last written.
    pub callers: Gathered,
    /// How many calls scripts made in this minute.
    pub quota: Quota,
    /// What signs license files.
    pub signing_keys: signing_keys::Shelf,
    /// Who waits for a slot of a license.
    pub activations: activations::Desk,
    /// Where addresses are, if the operator provides a database of places.
    pub places: Places,
    /// Which names we answer to, and which proxies we believe.
    pub hosts: Hosts,
    /// Who may show our pages inside their own; every answer asks.
    pub embedding: Cached<Embedding>,
    /// The license that counts on this installation; every caller who comes in asks.
    pub license: Kept,
    /// The folder of the license on this machine, and the way to the license server.
    pub license_hand: Hand,
    /// Figures for the operator.
    pub health: Health,
    /// The address people reach us at, without a slash at the end; everything in a mail begins with it.
    pub base_url: std::sync::OnceLock<String>,
    /// Id of the tenant, once it was asked for.
    pub tenant_id: std::sync::OnceLock<String>,
}

impl App {
    /// The address people reach us at, without a slash at the end. Never taken from a request.
    pub fn public_url(&self) -> &str {
        self.base_url.get().map_or("", String::as_str)
    }

    /// Whether people reach us over TLS, so that cookies can demand it.
    pub fn is_secure(&self) -> bool {
        self.public_url().starts_with("https://")
    }

    /// The language of readers who chose none.
    pub fn default_language(&self) -> Language {
        Language::parse(&self.config.server.language).unwrap_or_default()
    }

    /// Finishes what was begun and closes the database.
    pub async fn close(self: &Arc<Self>) -> Result<()> {
        crate::jobs::write_used(self).await?;
        callers::write(self).await?;
        self.db.close().await;
        Ok(())
    }
}
