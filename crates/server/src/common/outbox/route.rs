//! The way mails leave at this moment: what an administrator chose, else what the configuration says.

use std::sync::{Arc, Mutex, PoisonError};

use seatwarden_base::{
    Result,
    clock::Clock,
    db::Tx,
    mail::{MailConfig, SmtpConfig, Transport, TransportKind},
    secret::Secret,
};

use super::model::{MailServer, WayOut};
use crate::{common::settings, keys::Seals};

/// What the password of the mail server is sealed for.
pub(super) const SEALED_FOR: &str = "outbox.server";

/// Finds the way. Cheap to clone.
#[derive(Clone)]
pub struct Route(Arc<Inner>);

struct Inner {
    configured: Opened,
    clock: Clock,
    seals: Seals,
    /// The chosen mail server that was opened last; connections to it are kept.
    chosen: Mutex<Option<(i64, Opened)>>,
}

/// An open way, and who mails are from.
#[derive(Clone)]
pub(super) struct Opened {
    pub(super) transport: Transport,
    pub(super) config: MailConfig,
}

impl Route {
    /// The way that the configuration names, already open.
    pub fn new(transport: Transport, config: MailConfig, clock: Clock, seals: Seals) -> Self {
        let configured = Opened { transport, config };
        Self(Arc::new(Inner { configured, clock, seals, chosen: Mutex::default() }))
    }

    /// Who mails are from and how they leave if nobody chose otherwise.
    pub fn configured(&self) -> &MailConfig {
        &self.0.configured.config
    }

    /// What seals the text of mails that failed.
    pub(super) fn seals(&self) -> &Seals {
        &self.0.seals
    }

    /// How mails leave if nobody chose otherwise, in a word or a host name that needs no translation.
    pub fn name(&self) -> String {
        match self.configured().transport {
            TransportKind::None => "none".to_owned(),
            TransportKind::Folder => "folder".to_owned(),
            TransportKind::Inbox => "inbox".to_owned(),
            TransportKind::Smtp => self.configured().smtp.host.clone(),
        }
    }

    /// Whether mails are kept in memory, as in the demo; then nobody can choose another way.
    pub fn keeps_mails(&self) -> bool {
        self.configured().transport == TransportKind::Inbox
    }

    /// Whether every mail fails at once: nobody chose a mail server, and the configuration names none.
    pub(super) fn leads_nowhere(&self, chosen: &MailServer) -> bool {
        self.configured().transport == TransportKind::None && chosen.way == WayOut::Configured
    }

    /// The way at this moment.
    pub(super) async fn open(&self, tx: &mut Tx) -> Result<Opened> {
        let chosen: MailServer = settings::get(tx).await?;
        if self.keeps_mails() || chosen.way == WayOut::Configured {
            return Ok(self.0.configured.clone());
        }
        let known = self.0.chosen.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((_, opened)) = known.filter(|(version, _)| *version == chosen.version) {
            return Ok(opened);
        }
        let config = self.config_of(&chosen)?;
        let opened = Opened { transport: Transport::open(&config, self.0.clock.clone())?, config };
        let mut last = self.0.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Some((chosen.version, opened.clone()));
        Ok(opened)
    }

    /// The configuration with what was chosen in its place.
    pub(super) fn config_of(&self, chosen: &MailServer) -> Result<MailConfig> {
        let mut config = self.configured().clone();
        for (text, chosen) in
            [(&mut config.from, &chosen.from_address), (&mut config.from_name, &chosen.from_name)]
        {
            if !chosen.is_empty() {
                text.clone_from(chosen);
            }
        }
        if chosen.way == WayOut::Smtp {
            config.transport = TransportKind::Smtp;
            config.smtp = SmtpConfig {
                host: chosen.host.clone(),
                port: chosen.port,
                security: chosen.security,
                user_name: chosen.user_name.clone(),
                password: match chosen.sealed_password.as_str() {
                    "" => Secret::default(),
                    sealed => self.0.seals.open(SEALED_FOR, sealed)?,
                },
                ..config.smtp
            };
        }
        Ok(config)
    }
}
