//! What is kept for clients of the platform.

use seatwarden_base::{Kind, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::common::settings::Setting;

/// It was never set.
pub(super) const UNSET: Refusal = Refusal::new(Kind::NotFound, "platform.unset");
/// It is no JSON object.
pub(super) const NOT_AN_OBJECT: Refusal = Refusal::new(Kind::Invalid, "platform.not_an_object");
/// It is longer than is kept; value `maximum`.
pub(super) const TOO_LARGE: Refusal = Refusal::new(Kind::TooLarge, "platform.too_large");
/// A data server of this name is listed already.
pub(super) const SERVER_LISTED: Refusal =
    Refusal::new(Kind::Malformed, "platform.server_listed").on("serverName");
/// A data server needs a name.
pub(super) const NO_SERVER_NAME: Refusal =
    Refusal::new(Kind::Invalid, "platform.no_server_name").on("serverName");
/// There is no such data server in the list.
pub(super) const UNKNOWN_SERVER: Refusal = Refusal::new(Kind::NotFound, "platform.unknown_server");
/// As many data servers are listed as can be; value `maximum`.
pub(super) const TOO_MANY_SERVERS: Refusal = Refusal::new(Kind::Conflict, "platform.too_many_servers");
/// There are no web access tokens here.
pub(super) const NO_WEB_ACCESS_TOKENS: Refusal =
    Refusal::new(Kind::NotFound, "platform.no_web_access_tokens");

/// How much is kept of one setting, in bytes.
pub(super) const KEPT_MAX: usize = 256 * 1024;
/// How many data servers are listed at most.
pub(super) const SERVERS_MAX: usize = 200;
/// The longest name of a data server, in characters.
pub(super) const SERVER_NAME_MAX: usize = 200;

/// Something that is kept as it was sent; none until it is.
pub(super) trait Kept: Setting {
    /// Its name in the audit trail.
    const WORD: &'static str;

    /// What was sent.
    fn value(&mut self) -> &mut Option<Value>;
}

macro_rules! kept {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub(super) struct $name(Option<Value>);

        impl Setting for $name {
            const KEY: &'static str = concat!("platform.", $word);
        }

        impl Kept for $name {
            const WORD: &'static str = $word;

            fn value(&mut self) -> &mut Option<Value> {
                &mut self.0
            }
        }
    )*};
}

kept! {
    /// Names, colours and pictures of the platform's own pages.
    Branding = "branding";
    /// How the platform's dashboards look.
    Design = "design";
    /// Through which proxy the platform reaches the world; its password is not kept.
    Proxy = "proxy";
}

/// The data servers that the platform may read from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct DataServers(pub(super) Vec<DataServer>);

impl Setting for DataServers {
    const KEY: &'static str = "platform.data_servers";
}

/// A data server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DataServer {
    /// 24 hex digits.
    #[serde(rename = "_id")]
    pub(super) id: String,
    /// Where it is.
    pub(super) server_name: String,
    /// What people call it; may be empty.
    #[serde(default)]
    pub(super) name: String,
}
