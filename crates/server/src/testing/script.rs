//! A script that calls the API with a token.

use serde_json::Value;

use super::{Answer, TestServer};
use crate::cx::BaseRole;

/// The script of somebody with a role.
pub(crate) struct Script<'a> {
    pub(crate) server: &'a TestServer,
    pub(crate) token: String,
}

impl<'a> Script<'a> {
    /// One with a new token.
    pub(crate) async fn of(server: &'a TestServer, role: BaseRole) -> Self {
        Self { server, token: server.token_of(role).await }
    }

    /// Reads.
    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.server.request("GET", path).bearer(&self.token).send().await
    }

    /// Sends a JSON body.
    pub(crate) async fn send(&self, method: &str, path: &str, body: Value) -> Answer {
        self.server.request(method, path).bearer(&self.token).json(&body).send().await
    }
}
