//! Download in the portal: the versions that one's licenses open, the newest first. The staff's page of releases is in
//! the room issuer.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, Method},
    routing::get,
};
use maud::{Markup, html};

use super::{
    actions,
    model::{Artifact, Release, Taken, What},
    ranges,
};
use crate::{
    cx::Cx,
    text::{Text, rfc3339},
    web::{
        WebResult, download,
        parts::{
            CopyWords, Icon, Tone, badge, code_block, copy_field, empty, link_button, moment, notice,
            page_header, panel,
        },
        portal::{PortalPage, license_account, view},
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route("/portal/downloads", get(show))
        .route("/portal/downloads/{file}", get(send))
        .route("/portal/downloads/{file}/signature", get(signature))
}

async fn show(cx: Cx) -> WebResult {
    license_account(&cx)?;
    let (releases, closed) = actions::list_mine(&cx).await?;
    let key = actions::public_key(&cx)?;
    let t = cx.text();
    let view = view(&cx, PortalPage::Downloads, t.downloads_title(), None);
    Ok(view.page(html! {
        (page_header(t.downloads_title()).lead(html! { (t.downloads_lead()) }))
        @if releases.is_empty() {
            (empty(t.downloads_none(), t.downloads_none_lead()).icon(Icon::Download)
                .action(link_button(t.portal_contact(), "/portal/contact")))
        }
        @if closed > 0 {
            (notice(Tone::Info, html! { p { (t.downloads_closed(i64::try_from(closed).unwrap_or(i64::MAX))) } }))
        }
        @let latest = latest(&releases).map(|release| release.id.as_str());
        @for release in &releases { (one(&cx, release, latest == Some(release.id.as_str()))) }
        @if !releases.is_empty() {
            (panel(html! {
                p { (t.downloads_check_lead()) }
                (copy_field("key", t.downloads_public_key(), key.as_str(), words(t)))
                (code_block("check", t.downloads_check(), check(&releases, &key), words(t)))
            }).title(t.downloads_check()))
        }
    }))
}

fn words(t: Text) -> CopyWords<'static> {
    CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() }
}

/// The latest version that is no preview; if there are only previews, the latest of them.
fn latest(releases: &[Release]) -> Option<&Release> {
    releases.iter().find(|release| !release.version.contains('-')).or(releases.first())
}

/// The commands that check the first file of the latest version.
fn check(releases: &[Release], key: &str) -> String {
    let file = latest(releases).and_then(|release| release.files.first());
    file.map_or_else(String::new, |file| {
        format!(
            "echo '{}  {name}' | sha256sum --check\nminisign -Vm {name} -P {key}",
            file.sha256,
            name = file.file_name
        )
    })
}

fn one(cx: &Cx, release: &Release, is_latest: bool) -> Markup {
    let t = cx.text();
    let title = t.downloads_version(release.version.clone());
    let lead = html! {
        @if is_latest { (badge(Tone::Success, t.downloads_latest())) " " }
        @if let Some(at_ms) = release.published_at_ms { (moment(t.date(at_ms), rfc3339(at_ms))) }
    };
    html! {
        (panel(html! {
            @for line in release.notes.lines() { p { bdi { (line) } } }
            @for file in &release.files { (artifact(t, file)) }
        }).title(title).lead(lead))
    }
}

fn artifact(t: Text, file: &Artifact) -> Markup {
    let href = format!("/portal/downloads/{}", file.id);
    html! {
        div.file {
            p { bdi { strong { (file.file_name) } } " " span.quiet-line { (size(t, file.size)) } }
            p.quiet-line.checksum { (t.downloads_sha256()) " " code dir="ltr" { (file.sha256) } }
            div.actions {
                (link_button(t.downloads_get(), href.as_str()).primary().icon(Icon::Download).download())
                (link_button(t.downloads_signature(), format!("{href}/signature")).download())
            }
        }
    }
}

/// A size as people say it.
fn size(t: Text, bytes: i64) -> String {
    match bytes {
        ..1_000 => t.downloads_bytes(bytes),
        1_000..1_000_000 => t.downloads_kilobytes(bytes / 1_000),
        _ => t.downloads_megabytes(bytes / 1_000_000),
    }
}

async fn send(cx: Cx, method: Method, headers: HeaderMap, Path(id): Path<String>) -> WebResult {
    Ok(ranges::send(&cx, &method, &headers, &id).await?)
}

async fn signature(cx: Cx, Path(id): Path<String>) -> WebResult {
    let (release, file, _) = actions::open(&cx, &id).await?;
    actions::note(&cx, &release, &file, Taken { what: What::Signature, begins: true }).await?;
    let text = file.signature.clone().into_bytes();
    let name = format!("{}.minisig", file.file_name);
    Ok(download(&cx, &name, "text/plain; charset=utf-8", move |_, pieces| async move {
        pieces.send(text).await;
        Ok(())
    }))
}
