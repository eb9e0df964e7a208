//! Uploading or pasting a list, and the lists that were uploaded before.

use axum::{
    Router,
    body::Bytes,
    extract::{FromRequest, Query, Request},
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use seatwarden_base::{Error, Kind, Refusal};
use serde::Deserialize;

use super::{
    super::{
        actions,
        file::{FILE_BYTES_MAX, NOTHING_GIVEN, ROWS_MAX, file_too_large},
        model::{Import, UNAPPLIED_HOURS},
        pasted::may_be_shown,
    },
    HERE, address, name, state_badge,
};
use crate::{
    accounts::users::UNDO_DAYS,
    cx::{Cx, Permission},
    text::{by_whom, rfc3339},
    web::{
        BODY_TOO_LARGE, Upload, WebError, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{button, column, field, form, link_button, moment, page_header, pager, panel, table},
        place, problems, read_place, see_other,
    },
};

/// A first line that is understood, the same in every language.
const HEADS: &str = "email, userName, firstName, lastName, role, groups";

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show).post(take))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    done: String,
    #[serde(default)]
    after: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, None, Pasted::default(), asked.done == "removed", &asked.after).await
}

/// Who may not import is refused before the file is read.
async fn take(cx: Cx, request: Request) -> WebResult {
    cx.require(Permission::AddUsers)?;
    let upload = match Upload::from_request(request, &()).await {
        Err(WebError(error)) if error.is(&BODY_TOO_LARGE) => {
            return page(&cx, Some(&file_too_large()), Pasted::default(), false, "").await;
        }
        other => other?,
    };
    let (name, bytes, is_pasted) = match upload.file("file") {
        Some((name, bytes)) => (name.to_owned(), bytes, false),
        None => (String::new(), Bytes::from(upload.text("pasted").into_owned()), true),
    };
    drop(upload);
    if bytes.trim_ascii().is_empty() {
        return page(&cx, Some(&NOTHING_GIVEN), Pasted::default(), false, "").await;
    }
    match actions::upload(&cx, name.as_str(), bytes.clone()).await {
        Ok(import) => Ok(see_other(&address(&import))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() && is_pasted => {
            page(&cx, Some(&refusal.on("pasted")), Pasted::of(&bytes), false, "").await
        }
        Err(Error::Refusal(refusal)) if refusal.field.is_some() || refusal.kind == Kind::Busy => {
            let pasted = if is_pasted { Pasted::of(&bytes) } else { Pasted::default() };
            page(&cx, Some(&refusal), pasted, false, "").await
        }
        Err(other) => Err(other.into()),
    }
}

/// What was pasted and refused.
#[derive(Default)]
struct Pasted {
    /// What stands in the field again.
    text: String,
    /// Whether it was left out.
    is_left_out: bool,
}

impl Pasted {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        if may_be_shown(&text) {
            Self { text: text.into_owned(), is_left_out: false }
        } else {
            Self { text: String::new(), is_left_out: true }
        }
    }
}

async fn page(cx: &Cx, refusal: Option<&Refusal>, pasted: Pasted, removed: bool, after: &str) -> WebResult {
    let (imports, next) = actions::list(cx, read_place(after)?).await?;
    let next = next.map(|(at_ms, id)| format!("{HERE}?after={}", place(at_ms, &id)));
    let t = cx.text();
    let done = removed.then(|| t.import_done_removed());
    let view = admin::view(cx, AdminPage::Users, t.import_title(), done).refused(refusal);
    let (megabytes, rows) = (FILE_BYTES_MAX / (1024 * 1024), i64::try_from(ROWS_MAX).unwrap_or(i64::MAX));
    let left_out = pasted.is_left_out.then(|| t.import_pasted_left_out());
    let hint = [Some(t.import_pasted_hint()), left_out].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let body = html! {
        p { (t.import_file_hint(megabytes, t.number(rows))) " " code dir="ltr" { (HEADS) } }
        (field("file", t.import_file()).file().error(field_error(t, refusal, "file")))
        (field("pasted", t.import_pasted()).text_area(6).value(pasted.text).hint(hint).autocomplete("off")
            .error(field_error(t, refusal, "pasted")))
        div.actions {
            (button(t.import_read()).primary())
            (link_button(t.web_cancel(), AdminPage::Users.path()))
        }
    };
    let answer: Response = view.page(html! {
        (page_header(t.import_title()).lead(html! { (t.import_lead()) }))
        (panel(form(HERE, view.csrf()).with_files().problems(t.web_problems(), problems(t, refusal)).body(body)))
        @if !imports.is_empty() {
            (panel(html! {
                (former(cx, &imports))
                (pager(t.import_former(), t.import_former_shown(imports.len())).next(t.web_older(), next))
            }).flush().title(t.import_former())
                .lead(html! { (t.import_former_lead(UNAPPLIED_HOURS, UNDO_DAYS)) }))
        }
    });
    Ok(answer)
}

fn former(cx: &Cx, imports: &[Import]) -> Markup {
    let t = cx.text();
    let mut rows = table(t.import_former())
        .column(column(t.import_file()))
        .column(column(t.import_when()))
        .column(column(t.import_who()))
        .column(column(t.import_rows()).numeric())
        .column(column(t.import_step()));
    for import in imports {
        let at_ms = import.created_at_ms;
        rows = rows.row([
            html! { a href=(address(import)) { bdi { (name(t, import)) } } },
            html! { (moment(t.ago(at_ms, cx.now_ms), rfc3339(at_ms))) },
            html! { bdi { (by_whom(t, &import.actor_name)) } },
            html! { (t.number(import.rows)) },
            state_badge(t, import.state),
        ]);
    }
    html! { (rows) }
}
