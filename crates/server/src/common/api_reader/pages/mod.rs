//! The pages of the reference: all calls of a version, and one call.

mod call;
mod list;
mod try_it;

use axum::Router;
use maud::{Markup, html};

use super::HERE;
use crate::{
    cx::Cx,
    web::{
        View,
        openapi::{Operation, Version},
        parts::{Tone, badge},
    },
};

/// Routes of this room.
pub fn router() -> Router {
    Router::new().merge(list::router()).merge(call::router())
}

fn view(cx: &Cx, title: String) -> View<'_> {
    View::new(cx, title)
}

fn address(version: Version, operation: &Operation) -> String {
    format!("{HERE}/{}/{}", version.word(), operation.id())
}

/// Method and path.
fn line(operation: &Operation) -> Markup {
    let tone = match operation.method {
        "GET" => Tone::Info,
        "DELETE" => Tone::Danger,
        _ => Tone::Success,
    };
    html! { span.call dir="ltr" { (badge(tone, operation.method)) " " code { (operation.path) } } }
}
