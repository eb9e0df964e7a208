//! The keys that sign license files, and the newest bulletin. What roots do is done on the host, or where they are.

use axum::{
    Router,
    extract::Query,
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use seatwarden_base::{Refusal, Result};
use serde::Deserialize;

use crate::{
    cx::{Cx, Permission},
    licensing::{
        portal::pages::shown_here,
        signing_keys::{self, KeyRole, Listed, Revoking, Standing, Wish},
    },
    text::rfc3339,
    web::{
        Form, WebResult,
        issuer::{IssuerPage, view},
        parts::{
            CopyWords, Icon, Tone, badge, button, code_block, column, confirmation, empty, field, form,
            hidden, moment, notice, page_header, panel, table,
        },
        problems, see_other,
    },
};

/// How the keys are rotated.
const ROTATE: &str = "seatwarden license keys rotate --root FILE";
/// How a root vouches, on its own machine.
const VOUCH: &str = "seatwarden license keys vouch --root FILE wish.json";

pub(super) fn router() -> Router {
    Router::new()
        .route(HERE, get(show))
        .route("/issuer/keys/import", post(import))
        .route("/issuer/keys/prepare", post(prepare))
        .route(REVOKE, post(revoke))
}

const HERE: &str = IssuerPage::Keys.path();
const REVOKE: &str = "/issuer/keys/revoke";
/// The longest text that is taken, in characters.
const TEXT_MAX: usize = 65_536;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    done: String,
}

async fn show(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    let t = cx.text();
    let done = match asked.done.as_str() {
        "imported" => Some(t.issuer_keys_imported()),
        "revoked" => Some(t.issuer_keys_revoked()),
        "asked" => Some(t.issuer_keys_asked()),
        _ => None,
    };
    Ok(page(&cx, done, None, None).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Doomed {
    kid: String,
    keep_nothing: String,
    confirmed: String,
}

/// Revokes a signer, or asks for it: the second person does it.
async fn revoke(cx: Cx, Form(doomed): Form<Doomed>) -> WebResult {
    cx.require(Permission::LicensesApprove)?;
    if doomed.confirmed != "yes" {
        return Ok(question(&cx, &doomed));
    }
    let done = signing_keys::revoke(&cx, &doomed.kid, None, doomed.keep_nothing == "yes").await;
    match shown_here(done)? {
        Ok(Revoking::Done(_)) => Ok(see_other(&format!("{HERE}?done=revoked"))),
        Ok(Revoking::Waits(_)) => Ok(see_other(&format!("{HERE}?done=asked"))),
        Err(refusal) => Ok(page(&cx, None, None, Some(&refusal)).await?),
    }
}

fn question(cx: &Cx, doomed: &Doomed) -> Response {
    let t = cx.text();
    let title = t.issuer_keys_revoke_title();
    let view = view(cx, IssuerPage::Keys, title.clone(), None);
    let keeps_nothing = doomed.keep_nothing == "yes";
    view.page(html! {
        (confirmation(title, REVOKE, view.csrf())
            .carry("kid", doomed.kid.as_str())
            .carry("keep_nothing", if keeps_nothing { "yes" } else { "" })
            .effect(html! {
                p { code dir="ltr" { (doomed.kid) } }
                p { @if keeps_nothing { (t.issuer_keys_revoke_all()) } @else { (t.issuer_keys_revoke_kept()) } }
                p { (t.issuer_keys_revoke_second()) }
            })
            .yes(button(t.issuer_revoke()).danger())
            .back(t.web_cancel(), HERE))
    })
}

/// The way to revoke a signer.
fn revoking(cx: &Cx, listed: &Listed, asked: Option<&signing_keys::Asked>, csrf: &str) -> Markup {
    let is_over = matches!(listed.standing, Standing::Revoked | Standing::Expired);
    if listed.key.role != KeyRole::Signer || is_over || !cx.may(Permission::LicensesApprove) {
        return Markup::default();
    }
    let body = html! {
        (hidden("kid", listed.key.kid.as_str()))
        @if asked.is_some_and(|asked| asked.keeps_nothing) { (hidden("keep_nothing", "yes")) }
        (button(cx.text().issuer_revoke()).small())
    };
    html! { (form(REVOKE, csrf).inline().body(body)) }
}

/// Who wants a signer revoked, since when.
fn asked_line(cx: &Cx, asked: &signing_keys::Asked) -> Markup {
    let t = cx.text();
    html! {
        span.quiet-line {
            (t.issuer_keys_asked_by(asked.author.clone())) " · "
            (moment(t.ago(asked.created_at_ms, cx.now_ms), rfc3339(asked.created_at_ms)))
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Given {
    text: String,
}

/// Takes what a root signed elsewhere: nobody else can make it, so that it needs no second person here.
async fn import(cx: Cx, Form(given): Form<Given>) -> WebResult {
    match shown_here(signing_keys::import(&cx, &given.text).await)? {
        Ok(_) => Ok(see_other(&format!("{HERE}?done=imported"))),
        Err(refusal) => Ok(page(&cx, None, None, Some(&refusal)).await?),
    }
}

/// Makes the next signer, and shows what a root has to say about it. Until a root does it signs nothing.
async fn prepare(cx: Cx, Form(()): Form<()>) -> WebResult {
    let wish = signing_keys::wish(&cx).await?;
    Ok(page(&cx, None, Some(&wish), None).await?)
}

/// What is said when the last signer ends soon, or there is none.
fn ending(cx: &Cx, end: Option<&(String, i64)>, is_empty: bool) -> Markup {
    let t = cx.text();
    let (tone, text) = match end {
        None if is_empty => return Markup::default(),
        None => (Tone::Danger, t.issuer_keys_none_signs()),
        Some((_, at_ms)) if signing_keys::due(*at_ms, cx.now_ms).is_some() => {
            let tone = if at_ms - cx.now_ms < 7 * 24 * 3_600_000 { Tone::Danger } else { Tone::Warning };
            (tone, t.issuer_keys_end_soon(t.date(*at_ms)))
        }
        Some(_) => return Markup::default(),
    };
    html! { (notice(tone, html! { p { (text) } })) }
}

fn forms(cx: &Cx, wish: Option<&Wish>, refusal: Option<&Refusal>, csrf: &str) -> Markup {
    let t = cx.text();
    let words = || CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    let taken = html! {
        (field("text", t.issuer_keys_signed_text()).text_area(5).max_length(TEXT_MAX).required())
        div.actions { (button(t.issuer_keys_import())) }
    };
    html! {
        (panel(html! {
            @if let Some(wish) = wish {
                p { (t.issuer_keys_carry()) }
                (code_block("wish", t.issuer_keys_wish(), serde_json::to_string_pretty(wish).unwrap_or_default(), words()))
                (code_block("vouch", t.issuer_keys_vouch(), VOUCH, words()))
            } @else {
                p { (t.issuer_rotate_lead()) }
                (form("/issuer/keys/prepare", csrf).inline().body(html! { (button(t.issuer_keys_prepare())) }))
                (code_block("rotate", t.issuer_keys_on_host(), ROTATE, words()))
            }
        }).title(t.issuer_rotate()))
        (panel(form("/issuer/keys/import", csrf).problems(t.web_problems(), problems(t, refusal)).body(taken))
            .title(t.issuer_keys_import()).lead(html! { (t.issuer_keys_import_lead()) }))
    }
}

async fn page(
    cx: &Cx,
    done: Option<String>,
    wish: Option<&Wish>,
    refusal: Option<&Refusal>,
) -> Result<Response> {
    let keys = signing_keys::list(cx).await?;
    let end = signing_keys::end(cx).await?;
    let (number, _) = signing_keys::bulletin(cx).await?;
    let asked = signing_keys::revocations_asked(cx).await?;
    let is_root = |listed: &&Listed| listed.key.role == KeyRole::Root && listed.standing != Standing::Revoked;
    let roots: Vec<&str> = keys.iter().filter(is_root).map(|listed| listed.key.public_key.as_str()).collect();
    let t = cx.text();
    let view = view(cx, IssuerPage::Keys, t.issuer_keys(), done).refused(refusal);
    let mut rows = table(t.issuer_keys())
        .column(column(t.issuer_key()))
        .column(column(t.issuer_key_role()))
        .column(column(t.issuer_state()))
        .column(column(t.portal_valid_from()))
        .column(column(t.portal_expiration()))
        .column(column(t.portal_actions()).actions());
    for listed in &keys {
        let asked = asked.iter().find(|asked| asked.kid == listed.key.kid);
        let (tone, word) = match listed.standing {
            Standing::Valid => (Tone::Success, t.issuer_key_valid()),
            Standing::Waiting => (Tone::Info, t.issuer_key_waiting()),
            Standing::Expired => (Tone::Plain, t.issuer_key_expired()),
            Standing::Revoked => (Tone::Danger, t.issuer_key_revoked()),
        };
        let day = |at_ms: i64| html! { (moment(t.date(at_ms), rfc3339(at_ms))) };
        rows = rows.row([
            html! {
                code dir="ltr" { (listed.key.kid) }
                @if let Some(asked) = asked { (asked_line(cx, asked)) }
            },
            html! {
                @match listed.key.role {
                    KeyRole::Root => (t.issuer_key_root()),
                    KeyRole::Signer => (t.issuer_key_signer()),
                }
            },
            html! { (badge(tone, word)) },
            html! { @if let Some((from, _)) = listed.valid_ms { (day(from)) } },
            html! { @if let Some((_, until)) = listed.valid_ms { (day(until)) } },
            revoking(cx, listed, asked, view.csrf()),
        ]);
    }
    Ok(view.page(html! {
        (page_header(t.issuer_keys()).lead(html! {
            (t.issuer_keys_lead())
            @if number > 0 { " " (t.issuer_bulletin(i64::try_from(number).unwrap_or(i64::MAX))) }
        }))
        (ending(cx, end.as_ref(), keys.is_empty()))
        @if keys.is_empty() { (empty(t.issuer_no_keys(), t.issuer_no_keys_lead()).icon(Icon::Key)) }
        @else { (panel(rows).flush()) }
        @if !roots.is_empty() {
            (panel(html! {
                p { (t.issuer_roots_lead()) }
                (code_block("roots", "license-roots", roots.join("\n"), CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() }))
            }).title(t.issuer_roots()))
        }
        @if cx.may(Permission::LicensesApprove) { (forms(cx, wish, refusal, view.csrf())) }
    }))
}
