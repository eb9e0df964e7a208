//! One call: who may make it, what it takes and answers, and how it looks from a shell and from Python.

use axum::{Router, extract::Path, routing::get};
use maud::{Markup, html};

use super::{
    super::{
        fields::{self, Field},
        samples,
    },
    HERE, line, try_it, view,
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        NOT_FOUND, WebResult,
        openapi::{self, Access, Operation, Version, schema::Schema},
        parts::{
            CopyWords, Icon, Tone, badge, code_block, column, definitions, link_button, page_header, panel,
            said, table,
        },
    },
};

/// What stands in a path is text.
const PLACE_TYPE: &str = "string";

pub(super) fn router() -> Router {
    Router::new().route("/api-reader/{version}/{call}", get(show))
}

async fn show(cx: Cx, Path((version, call)): Path<(String, String)>) -> WebResult {
    let version = Version::of_word(&version).ok_or(NOT_FOUND)?;
    let mut all = openapi::parts().iter().flat_map(|part| &part.operations);
    let operation = all.find(|it| version.has(it.path) && it.id() == call).ok_or(NOT_FOUND)?;
    let t = cx.text();
    let back = link_button(t.api_reader_all(), format!("{HERE}/{}", version.word())).icon(Icon::ArrowBack);
    let lead = html! { span lang="en" { (said(operation.description)) } };
    // A heading and a title are plain text.
    let title = operation.summary.replace('`', "");
    let header = page_header(title.as_str()).lead(html! { (line(operation)) }).actions(back);
    let body = html! {
        (header)
        @if !operation.description.is_empty() { p.about { (lead) } }
        div.reference {
            (panel(who(t, operation)).title(t.api_reader_who()))
            (parameters(t, operation))
            (sent(t, operation))
            (answers(t, operation))
            (in_code(&cx, operation))
            (try_it::panel_of(&cx, operation))
        }
    };
    Ok(view(&cx, title.clone()).page(body))
}

fn who(t: Text, operation: &Operation) -> Markup {
    if operation.access == Access::Open {
        return html! { p { (t.api_reader_who_all()) } };
    }
    if operation.permissions.is_empty() {
        return html! { p { (t.api_reader_who_signed_in()) } };
    }
    let words =
        |words: Vec<&str>| html! { span.words dir="ltr" { @for word in words { code { (word) } " " } } };
    let list = definitions()
        .row(t.api_reader_permission(), words(operation.permissions.iter().map(|it| it.word()).collect()))
        .row(t.api_reader_roles(), words(operation.roles()))
        .row(t.api_reader_scopes(), words(operation.scopes()));
    html! { (list) }
}

fn needed(t: Text, is_needed: bool) -> Markup {
    html! { @if is_needed { (badge(Tone::Plain, t.api_reader_needed())) } }
}

fn parameters(t: Text, operation: &Operation) -> Markup {
    let mut rows = table(t.api_reader_parameters())
        .column(column(t.api_reader_name()))
        .column(column(t.api_reader_type()))
        .column(column(t.api_reader_meaning()));
    let mut is_empty = true;
    for name in operation.places() {
        is_empty = false;
        rows = rows.row([
            html! { code dir="ltr" { "{" (name) "}" } " " (needed(t, true)) },
            html! { code dir="ltr" { (PLACE_TYPE) } },
            html! { span lang="en" { (said(operation.place_text(name))) } },
        ]);
    }
    for parameter in &operation.query {
        is_empty = false;
        rows = rows.row([
            html! { code dir="ltr" { "?" (parameter.name) } },
            html! { code dir="ltr" { (fields::kind(parameter.schema.value())) } },
            html! { span lang="en" { (said(parameter.text)) } },
        ]);
    }
    html! { @if !is_empty { (panel(rows).title(t.api_reader_parameters()).flush()) } }
}

fn fields_of(t: Text, caption: String, schema: &Schema, is_sent: bool) -> Markup {
    let mut rows = table(caption)
        .column(column(t.api_reader_name()))
        .column(column(t.api_reader_type()))
        .column(column(t.api_reader_meaning()));
    for Field { path, kind, is_needed, text } in fields::of(schema) {
        let name = if path.is_empty() {
            html! { (t.api_reader_whole()) }
        } else {
            html! { code dir="ltr" { (path) } " " (needed(t, is_needed && is_sent)) }
        };
        rows =
            rows.row([name, html! { code dir="ltr" { (kind) } }, html! { span lang="en" { (said(&text)) } }]);
    }
    html! { (rows) }
}

fn sent(t: Text, operation: &Operation) -> Markup {
    let Some(body) = &operation.body else { return Markup::default() };
    let lead = html! {
        @for (media, _) in &body.forms { code dir="ltr" { (media) } " " }
        @if !body.is_required { (t.api_reader_body_optional()) }
    };
    let schema = body.forms.first().map(|(_, schema)| fields_of(t, t.api_reader_body(), schema, true));
    html! {
        @if let Some(schema) = schema { (panel(schema).title(t.api_reader_body()).lead(lead).flush()) }
    }
}

fn answers(t: Text, operation: &Operation) -> Markup {
    let mut statuses = table(t.api_reader_answers())
        .column(column(t.api_reader_status()))
        .column(column(t.api_reader_meaning()));
    for answer in &operation.answers {
        statuses = statuses.row([
            html! { (badge(Tone::Success, answer.status.to_string())) },
            html! { span lang="en" { (said(answer.text)) } },
        ]);
    }
    for (status, reason) in operation.refused_with() {
        statuses = statuses.row([
            html! { (badge(Tone::Plain, status.to_string())) },
            html! { span lang="en" { (said(reason.unwrap_or_else(|| openapi::meaning(status)))) } },
        ]);
    }
    let shape = operation.answers.iter().find_map(|answer| answer.schema.as_ref());
    html! {
        (panel(statuses).title(t.api_reader_answers()).flush())
        @if let Some(schema) = shape {
            (panel(fields_of(t, t.api_reader_answer(), schema, false)).title(t.api_reader_answer()).flush())
        }
    }
}

fn in_code(cx: &Cx, operation: &Operation) -> Markup {
    let t = cx.text();
    let words = || CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    let origin = &cx.request.origin;
    let blocks = html! {
        div.stack {
            (code_block("curl", "curl", samples::curl(operation, origin), words()))
            (code_block("python", "Python", samples::python(operation, origin), words()))
        }
    };
    html! { (panel(blocks).title(t.api_reader_samples())) }
}
