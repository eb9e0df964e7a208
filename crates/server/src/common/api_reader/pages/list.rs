//! All calls of a version, by the part of the API they belong to.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{HERE, address, line, view};
use crate::{
    cx::Cx,
    web::{
        NOT_FOUND, WebResult,
        openapi::{self, Operation, Part, Version},
        parts::{Icon, empty, link_button, page_header, panel, said, search, tabs},
    },
};

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(first)).route("/api-reader/{version}", get(show))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    search: String,
}

async fn first(cx: Cx, Query(asked): Query<Asked>) -> Response {
    page(&cx, Version::V1, asked.search.trim())
}

async fn show(cx: Cx, Path(version): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let version = Version::of_word(&version).ok_or(NOT_FOUND)?;
    Ok(page(&cx, version, asked.search.trim()))
}

/// Whether a call fits every word that is searched for.
fn fits(operation: &Operation, words: &str) -> bool {
    let permissions: Vec<&str> = operation.permissions.iter().map(|it| it.word()).collect();
    let all = [operation.method, operation.path, operation.summary, operation.tag, &permissions.join(" ")];
    let all = all.join(" ").to_lowercase();
    words.to_lowercase().split_whitespace().all(|word| all.contains(word))
}

fn page(cx: &Cx, version: Version, wanted: &str) -> Response {
    let t = cx.text();
    let here = format!("{HERE}/{}", version.word());
    let mut versions = tabs(t.api_reader_version());
    for other in Version::ALL {
        versions = versions.tab(other.word(), format!("{HERE}/{}", other.word()), other == version);
    }
    let document = format!("/api/openapi/{}.json", version.word());
    let header = page_header(t.api_reader_title())
        .lead(html! { (t.api_reader_lead()) })
        .actions(link_button(t.api_reader_document(), document).icon(Icon::Download));
    let box_ = search(here, "search", t.api_reader_search(), wanted).submit(t.api_reader_search_submit());
    let body = html! {
        (header)
        (versions)
        div data-live="calls" { (box_) }
        p.for-readers id="calls-said" role="status" {}
        div.reference id="calls" { (parts(cx, version, wanted)) }
    };
    view(cx, t.api_reader_title()).page(body)
}

fn parts(cx: &Cx, version: Version, wanted: &str) -> Markup {
    let t = cx.text();
    let chosen: Vec<(&Part, Vec<&Operation>)> = openapi::parts()
        .iter()
        .map(|part| {
            (part, part.operations.iter().filter(|it| version.has(it.path) && fits(it, wanted)).collect())
        })
        .filter(|(_, operations): &(&Part, Vec<&Operation>)| !operations.is_empty())
        .collect();
    if chosen.is_empty() {
        return html! { (empty(t.api_reader_none(), t.api_reader_none_text()).icon(Icon::Search)) };
    }
    html! {
        @for (part, operations) in &chosen {
            @let rows = html! {
                ul.calls {
                    @for operation in operations {
                        li { a href=(address(version, operation)) { (line(operation)) span lang="en" { (said(operation.summary)) } } }
                    }
                }
            };
            (panel(rows).title(part.tag).lead(html! { span lang="en" { (said(part.about)) } }).flush())
        }
    }
}
