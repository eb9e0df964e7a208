//! The list as a file, which can be read back as a table of objects.

use axum::{Router, routing::post};

use super::{
    super::{actions, model::OwnedObject},
    list::{Asked, sought},
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{
        Form, WebResult,
        csv::{CSV, add_line},
        download,
    },
};

pub(super) const EXPORT: &str = "/admin/ownership/export";
/// What tells a spreadsheet that the file is UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// The heads, the same in every language: a table with these columns is registered.
const HEADS: [&str; 8] =
    ["kind", "external_id", "title", "owner", "owner_name", "folder", "created", "changed"];

pub(super) fn router() -> Router {
    Router::new().route(EXPORT, post(write))
}

async fn write(cx: Cx, Form(asked): Form<Asked>) -> WebResult {
    cx.require(Permission::ReadOwnership)?;
    let is_marked = !asked.mark.is_empty();
    let found = sought(&cx, &asked).await?;
    if let Some(refusal) = found.unclear() {
        return Err(refusal.into());
    }
    let mut export = actions::export(&cx, found.filter).await?;
    Ok(download(&cx, "objects.csv", CSV, move |_, pieces| async move {
        let mut piece = if is_marked { MARK.to_vec() } else { Vec::new() };
        add_line(&mut piece, HEADS);
        while let Some(objects) = export.next().await? {
            for object in &objects {
                add_line(&mut piece, line(object).iter().map(String::as_str));
            }
            if !piece.is_empty() && !pieces.send(std::mem::take(&mut piece)).await {
                return Ok(());
            }
        }
        Ok(())
    }))
}

fn line(object: &OwnedObject) -> [String; 8] {
    let owner = &object.owner;
    [
        object.kind.word().to_owned(),
        object.external_id.clone(),
        object.title.clone(),
        if owner.is_former { owner.id.clone() } else { owner.email.clone() },
        owner.name.clone(),
        object.folder.as_ref().map(|folder| folder.external_id.clone()).unwrap_or_default(),
        rfc3339(object.created_at_ms),
        rfc3339(object.updated_at_ms),
    ]
}
