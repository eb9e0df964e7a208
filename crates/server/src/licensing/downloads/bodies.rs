//! JSON of releases that faces share.

use serde_json::{Value, json};

use super::model::{Artifact, Release};
use crate::text::rfc3339;

/// A release with its files.
pub(super) fn release(release: &Release) -> Value {
    json!({
        "id": release.id, "version": release.version, "notes": release.notes,
        "entitlement": release.entitlement, "state": release.state.word(),
        "publishedAt": release.published_at_ms.map(rfc3339),
        "files": release.files.iter().map(artifact).collect::<Vec<_>>(),
    })
}

/// A file of a release.
pub(super) fn artifact(file: &Artifact) -> Value {
    json!({
        "id": file.id, "name": file.file_name, "size": file.size, "sha256": file.sha256,
        "signature": file.signature,
    })
}
