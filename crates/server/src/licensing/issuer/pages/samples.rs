//! Sample dashboards: adding, showing, hiding.

use axum::{
    Router,
    extract::{Path, Query},
    response::Response,
    routing::{get, post},
};
use maud::html;
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use crate::{
    cx::{Cx, Permission},
    licensing::{
        portal::pages::shown_here,
        sample_dashboards::{self, NewSample},
    },
    web::{
        Form, Upload, WebResult, field_error,
        issuer::{IssuerPage, view},
        parts::{Icon, Tone, badge, button, column, empty, field, form, hidden, page_header, panel, table},
        problems, see_other,
    },
};

const HERE: &str = "/issuer/sample-dashboards";

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(list).post(add))
        .route("/issuer/sample-dashboards/{slug}/publish", post(publish))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn list(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    Ok(page(&cx, &NewSample::default(), None, &asked.done).await?)
}

async fn add(cx: Cx, upload: Upload) -> WebResult {
    cx.require(Permission::LicensesManage)?;
    let new = NewSample {
        title: upload.text("title").into_owned(),
        summary: upload.text("summary").into_owned(),
        description: upload.text("description").into_owned(),
        content: upload.file("file").map(|(_, bytes)| bytes.to_vec()).unwrap_or_default(),
    };
    match shown_here(sample_dashboards::add(&cx, &new).await)? {
        Ok(_) => Ok(see_other(&format!("{HERE}?done=added"))),
        Err(refusal) => Ok(page(&cx, &new, Some(&refusal), "").await?),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Shown {
    shown: String,
}

async fn publish(cx: Cx, Path(slug): Path<String>, Form(shown): Form<Shown>) -> WebResult {
    sample_dashboards::publish(&cx, &slug, shown.shown == "yes").await?;
    Ok(see_other(&format!("{HERE}?done=changed")))
}

async fn page(cx: &Cx, typed: &NewSample, refusal: Option<&Refusal>, done: &str) -> Result<Response> {
    let samples = sample_dashboards::list_all(cx).await?;
    let t = cx.text();
    let done = (!done.is_empty()).then(|| t.portal_account_saved());
    let view = view(cx, IssuerPage::SampleDashboards, t.sample_dashboards_title(), done).refused(refusal);
    let error = |name| field_error(t, refusal, name);
    let mut rows = table(t.sample_dashboards_title())
        .column(column(t.issuer_title()))
        .column(column(t.issuer_state()))
        .column(column(t.portal_actions()).actions());
    for sample in &samples {
        let (tone, word, next, label) = if sample.is_published {
            (Tone::Success, t.issuer_state_published(), "no", t.issuer_hide())
        } else {
            (Tone::Warning, t.issuer_state_draft(), "yes", t.issuer_publish())
        };
        let body = html! { (hidden("shown", next)) (button(label).small()) };
        rows = rows.row([
            html! { bdi { (sample.title) } span.quiet-line { bdi { (sample.summary) } } },
            html! { (badge(tone, word)) },
            html! { (form(format!("{HERE}/{}/publish", sample.slug), view.csrf()).inline().body(body)) },
        ]);
    }
    let fields = html! {
        (field("title", t.issuer_title()).value(typed.title.as_str()).max_length(80).required().error(error("title")))
        (field("summary", t.issuer_summary()).value(typed.summary.as_str()).max_length(200).required())
        (field("description", t.issuer_description()).text_area(4).value(typed.description.as_str()).max_length(4_000))
        (field("file", t.issuer_file()).file().error(error("file")))
        div.actions { (button(t.issuer_add_sample()).primary()) }
    };
    Ok(view.page(html! {
        (page_header(t.sample_dashboards_title()))
        @if samples.is_empty() {
            (empty(t.sample_dashboards_none(), t.sample_dashboards_none_lead()).icon(Icon::Folder))
        } @else { (panel(rows).flush()) }
        @if cx.may(Permission::LicensesManage) {
            (panel(form(HERE, view.csrf()).with_files().problems(t.web_problems(), problems(t, refusal)).body(fields))
                .title(t.issuer_add_sample()))
        }
    }))
}
