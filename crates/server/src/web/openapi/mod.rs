//! The OpenAPI documents: each room says in its `api_document.rs` what its calls take and answer; here this becomes
//! one document a version. Tests compare them with the routes, and every answer of a walk with them.

mod document;
mod operation;
mod problems;
pub mod schema;

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use axum::{Router, body::Bytes, extract::Path, response::Response, routing::get as route};
use seatwarden_base::Result;
use serde_json::Value;

use super::{
    WebResult,
    edge::NOT_FOUND,
    face::{Face, is_v2},
    json::json_bytes,
    routes,
};

pub use operation::{Access, Body, Operation, Parameter, Part, delete, get, patch, post, put};
pub use problems::meaning;

/// A version of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// The calls under `/api/`.
    V09,
    /// The calls under `/api/v1/`.
    V1,
    /// The calls under `/api/v2/`.
    V2,
}

impl Version {
    /// All versions, the one to begin with first.
    pub const ALL: [Self; 3] = [Self::V1, Self::V09, Self::V2];

    /// The word in addresses and names of files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::V09 => "v0.9",
            Self::V1 => "v1",
            Self::V2 => "v2",
        }
    }

    /// The version of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|version| version.word() == word)
    }

    /// Whether a path belongs to it.
    pub fn has(self, path: &str) -> bool {
        match self {
            Self::V09 => Face::of(path) == Face::V09,
            Self::V1 => Face::of(path) == Face::V1 && !is_v2(path),
            Self::V2 => is_v2(path),
        }
    }

    const fn summary(self) -> &'static str {
        match self {
            Self::V09 => "The older calls of the platform, as existing scripts use them",
            Self::V2 => "The few calls of the platform's v2 that are about accounts",
            Self::V1 => "Accounts, groups, seats, sessions, ownership, audit and settings",
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Self::V09 => {
                "Old scripts go on working with these calls; new ones are better off with v1. Bodies are read whatever \
                 their `Content-Type` says; keys that are not known are passed over, in bodies and queries; switches may \
                 be texts (`\"true\"`); double slashes and slashes at the end of a path do not matter."
            }
            Self::V2 => {
                "What the platform has on v2 beside its data models. Refusals are problem documents (RFC 9457), and say \
                 the same in `code`, `message` and `httpMessage`, as clients of v2 read it; their type is \
                 `application/json`."
            }
            Self::V1 => {
                "Calls of the platform's v1, and calls of our own beside them. Bodies are read whatever their \
                 `Content-Type` says; keys that are not known are passed over in the calls of the platform; double \
                 slashes and slashes at the end of a path do not matter. Every refusal is a problem document (RFC 9457) \
                 with a stable `code`. Its type is `application/json` in the calls of the platform, because existing clients read \
                 nothing else, and `application/problem+json` in our own and for whoever asks for that in `Accept`. Each answer \
                 to a script tells in `RateLimit` how many calls are left this minute."
            }
        }
    }
}

/// What every room says of its calls, in the order of the rooms.
pub fn parts() -> &'static [Part] {
    static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
        let mut parts = routes::api_parts();
        parts.push(document::part());
        parts
    });
    &PARTS
}

/// Parameters that the platform's own calls take somewhere, and that change nothing here or mean the same as another.
const TAKEN: [&str; 32] = [
    "adminAccess",
    "admode",
    "asObject",
    "checkExist",
    "compiledRole",
    "compiledRoles",
    "datasourceAddress",
    "datasourceTitle",
    "deleteAdUsers",
    "dn",
    "domain",
    "enabled",
    "envelop",
    "expand",
    "fields",
    "folderId",
    "group",
    "includeBaseRolesName",
    "includeDomain",
    "ldapDomainId",
    "limit",
    "mail",
    "name",
    "notify",
    "ownerInfo",
    "ownershipType",
    "parentFolder",
    "role",
    "skip",
    "sort",
    "structure",
    "targetDevice",
];

/// Whether a call has this path: `/api/v1/users/{user}` is met by `/api/v1/users/joan`.
pub fn has_path(path: &str) -> bool {
    let fits = |pattern: &str| {
        let (mut wanted, mut given) = (pattern.split('/'), path.trim_end_matches('/').split('/'));
        loop {
            match (wanted.next(), given.next()) {
                (None, None) => return true,
                (Some(wanted), Some(given)) if wanted == given || wanted.starts_with('{') => {}
                _ => return false,
            }
        }
    };
    parts().iter().flat_map(|part| &part.operations).any(|operation| fits(operation.path))
}

/// Whether the documents name a call and say that it needs a credential. HEAD is asked as GET is.
pub(super) fn is_for_callers(method: &str, route: &str) -> bool {
    static NEEDED: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
        let all = parts().iter().flat_map(|part| &part.operations);
        all.filter(|it| it.access == Access::SignedIn).map(|it| (it.method, it.path)).collect()
    });
    NEEDED.contains(&(if method == "HEAD" { "GET" } else { method }, route))
}

/// Whether a query has a parameter that the call does not know; false for a call that nobody knows.
pub(super) fn has_unknown_parameter(method: &str, route: &str, query: &str) -> bool {
    static KNOWN: LazyLock<HashMap<(&str, &str), Vec<&str>>> = LazyLock::new(|| {
        let names = |it: &'static Operation| it.query.iter().map(|parameter| parameter.name).collect();
        let all = parts().iter().flat_map(|part| &part.operations);
        all.map(|it| ((it.method, it.path), names(it))).collect()
    });
    let name = |pair: &str| pair.split('=').next().unwrap_or_default().to_owned();
    KNOWN.get(&(method, route)).is_some_and(|known| {
        let mut given = query.split('&').map(name).filter(|name| !name.is_empty());
        given.any(|name| !known.contains(&name.as_str()) && !TAKEN.contains(&name.as_str()))
    })
}

/// The document of a version.
pub fn document(version: Version) -> Value {
    document::document(version, parts())
}

/// The document of a version as it is committed and sent: readable, with a line break at its end.
pub fn printed(version: Version) -> Result<String> {
    serde_json::to_string_pretty(&document(version))
        .map(|text| text + "\n")
        .map_err(|cause| seatwarden_base::Error::fault("writing a document", cause))
}

/// `/api/openapi/v1.json`: the documents, for whoever asks. They say nothing of what is inside.
pub(super) fn router() -> Router {
    Router::new().route("/api/openapi/{document}", route(show))
}

async fn show(Path(name): Path<String>) -> WebResult {
    static PRINTED: LazyLock<Vec<(String, Bytes)>> = LazyLock::new(|| {
        let all = Version::ALL.into_iter();
        all.filter_map(|it| Some((format!("{}.json", it.word()), printed(it).ok()?.into()))).collect()
    });
    let (_, bytes) = PRINTED.iter().find(|(known, _)| *known == name).ok_or(NOT_FOUND)?;
    let answer: Response = json_bytes(bytes.clone());
    Ok(answer)
}
