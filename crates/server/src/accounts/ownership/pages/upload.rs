//! Registering many objects from a table: a file, or pasted; with a verdict for each row.

use axum::{Router, response::Response, routing::get};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal};

use super::{
    super::{
        actions,
        model::{NO_ROWS, NewObject, Verdict},
    },
    HERE,
};
use crate::{
    cx::{Cx, Permission},
    text::Text,
    web::{
        Upload, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Tone, badge, button, column, definitions, field, form, link_button, page_header, panel, table,
        },
        problems,
    },
};

/// The heads of the table, the same in every language.
const COLUMNS: &str = "kind, external_id, title, owner";
const UPLOAD: &str = "/admin/ownership/upload";
/// How many verdicts the page shows; those that were refused come first.
const SHOWN_MAX: usize = 500;

pub(super) fn router() -> Router {
    Router::new().route(UPLOAD, get(show).post(take))
}

async fn show(cx: Cx) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    Ok(page(&cx, "", None))
}

async fn take(cx: Cx, upload: Upload) -> WebResult {
    let pasted = upload.text("csv");
    let file = upload.file("file").map(|(_, bytes)| bytes).filter(|bytes| !bytes.trim_ascii().is_empty());
    let table = file.as_deref().unwrap_or(pasted.as_bytes());
    match actions::register_file(&cx, table).await {
        // A script may well have nothing to tell; whoever chose a file expected something.
        Ok(rows) if rows.is_empty() => Ok(page(&cx, &pasted, Some(&NO_ROWS))),
        Ok(rows) => Ok(result(&cx, rows)),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => Ok(page(&cx, &pasted, Some(&refusal))),
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, pasted: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Ownership, t.ownership_upload(), None).refused(refusal);
    let body = html! {
        p { (t.ownership_upload_columns()) " " code dir="ltr" { (COLUMNS) } }
        (field("file", t.ownership_upload_file()).file())
        (field("csv", t.ownership_upload_text()).text_area(8).value(pasted).autocomplete("off")
            .error(field_error(t, refusal, "csv")))
        div.actions {
            (button(t.ownership_upload_do()).primary())
            (link_button(t.web_cancel(), HERE))
        }
    };
    view.page(html! {
        (page_header(t.ownership_upload()).lead(html! { (t.ownership_upload_lead()) }))
        (panel(form(UPLOAD, view.csrf()).with_files().problems(t.web_problems(), problems(t, refusal)).body(body)))
    })
}

fn result(cx: &Cx, mut rows: Vec<(usize, NewObject, Verdict)>) -> Response {
    let t = cx.text();
    let count = |word: &str| rows.iter().filter(|(.., verdict)| verdict.word() == word).count();
    let summary = definitions()
        .row(t.ownership_verdict_added(), html! { (count("added")) })
        .row(t.ownership_verdict_updated(), html! { (count("updated")) })
        .row(t.ownership_verdict_unchanged(), html! { (count("unchanged")) })
        .row(t.ownership_verdict_refused(), html! { (count("refused")) });
    rows.sort_by_key(|(line, _, verdict)| (!matches!(verdict, Verdict::Refused(_)), *line));
    let mut verdicts = table(t.ownership_upload_result())
        .column(column(t.ownership_line()))
        .column(column(t.ownership_object()))
        .column(column(t.ownership_verdict()));
    for (line, object, verdict) in rows.iter().take(SHOWN_MAX) {
        verdicts = verdicts.row([
            html! { (line) },
            html! { bdi { (object.title) } " " code { (object.external_id) } },
            shown(t, verdict),
        ]);
    }
    let view = admin::view(cx, AdminPage::Ownership, t.ownership_upload_result(), None);
    view.page(html! {
        (page_header(t.ownership_upload_result()).lead(html! { (t.ownership_upload_result_lead()) }))
        (panel(summary))
        (panel(verdicts).flush())
        div.actions { (link_button(t.ownership_title(), HERE).primary()) (link_button(t.ownership_upload(), UPLOAD)) }
    })
}

fn shown(t: Text, verdict: &Verdict) -> Markup {
    match verdict {
        Verdict::Added(_) => html! { (badge(Tone::Success, t.ownership_verdict_added())) },
        Verdict::Updated(_) => html! { (badge(Tone::Info, t.ownership_verdict_updated())) },
        Verdict::Unchanged(_) => html! { (badge(Tone::Plain, t.ownership_verdict_unchanged())) },
        Verdict::Refused(refusal) => html! {
            (badge(Tone::Danger, t.ownership_verdict_refused())) " " (t.refusal(refusal).0)
        },
    }
}
