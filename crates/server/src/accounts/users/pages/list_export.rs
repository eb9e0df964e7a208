//! The list as a file.

use axum::{Router, routing::post};
use serde::Deserialize;

use super::super::{
    ListQuery, export,
    table::{self, For},
};
use crate::{
    cx::Cx,
    web::{Form, WebResult},
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/export", post(write))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    query: String,
    #[serde(default)]
    mark: String,
}

async fn write(cx: Cx, Form(asked): Form<Asked>) -> WebResult {
    let query = ListQuery::read(&asked.query);
    let export = export(&cx, &query).await?;
    Ok(table::file(&cx, &query, Some(export), For::People { marked: !asked.mark.is_empty() }))
}
