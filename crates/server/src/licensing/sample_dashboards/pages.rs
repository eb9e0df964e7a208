//! Sample dashboards in the portal: the list, Learn More, and the file.

use axum::{Router, extract::Path, http::HeaderMap, routing::get};
use maud::html;

use super::{actions, api_v1};
use crate::{
    cx::Cx,
    web::{
        WebResult,
        parts::{Icon, empty, link_button, page_header, panel},
        portal::{PortalPage, license_account, view},
    },
};

/// Where they are.
const HERE: &str = "/portal/sample-dashboards";

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(list))
        .route("/portal/sample-dashboards/{slug}", get(show))
        .route("/portal/sample-dashboards/{slug}/file", get(send))
}

async fn list(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let samples = actions::list(&cx).await?;
    let t = cx.text();
    let view = view(&cx, PortalPage::SampleDashboards, t.sample_dashboards_title(), None);
    Ok(view.page(html! {
        (page_header(t.sample_dashboards_title()).lead(html! { (t.sample_dashboards_lead()) }))
        @if samples.is_empty() {
            (empty(t.sample_dashboards_none(), t.sample_dashboards_none_lead()).icon(Icon::Folder))
        }
        div.cards {
            @for sample in &samples {
                @let href = format!("{HERE}/{}", sample.slug);
                (panel(html! {
                    p { bdi { (sample.summary) } }
                    div.actions {
                        (link_button(t.sample_dashboards_learn_more(), href.as_str()).primary().icon(Icon::ArrowNext))
                        (link_button(t.sample_dashboards_direct(), format!("{href}/file")).download())
                    }
                }).title(sample.title.as_str()))
            }
        }
    }))
}

async fn show(cx: Cx, Path(slug): Path<String>) -> WebResult {
    license_account(&cx)?;
    let (sample, _) = actions::find(&cx, &slug).await?;
    let t = cx.text();
    let view = view(&cx, PortalPage::SampleDashboards, sample.title.clone(), None);
    Ok(view.page(html! {
        (page_header(sample.title.as_str()).lead(html! { bdi { (sample.summary) } }))
        (panel(html! {
            @for line in sample.description.lines() { p { bdi { (line) } } }
            p { (t.sample_dashboards_import()) }
            div.actions {
                (link_button(t.sample_dashboards_direct(), format!("{HERE}/{}/file", sample.slug)).primary()
                    .icon(Icon::Download).download())
                (link_button(t.sample_dashboards_back(), HERE).quiet())
            }
        }))
    }))
}

async fn send(cx: Cx, headers: HeaderMap, Path(slug): Path<String>) -> WebResult {
    Ok(api_v1::file(&cx, &headers, &slug).await?)
}
