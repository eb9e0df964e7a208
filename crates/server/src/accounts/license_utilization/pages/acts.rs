//! What the page does: frees seats, changes the license, renews it, gives it back, runs the diagnosis.

use axum::response::Response;
use maud::{Markup, html};
use seatwarden_activate::{
    GivenSlot,
    doctor::{Level, Report},
};
use seatwarden_base::{Error, Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{HERE, Typed, back, carry, page, show, view};
use crate::{
    accounts::{
        license_utilization::{
            actions::{self, Account},
            hand,
        },
        passwords::pages::within_form,
        sessions::CONFIRM_FIRST,
        users,
    },
    cx::{Cx, Permission},
    web::{
        Form, Upload, WebResult, field_error,
        parts::{
            CopyWords, Tone, button, code_block, field, form, link_button, notice, page_header, panel, said,
        },
        problems, see_other,
    },
};

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Freed {
    user: String,
}

pub(super) async fn free(cx: Cx, Form(typed): Form<Freed>) -> WebResult {
    match actions::free_seat(&cx, &typed.user).await {
        Ok(()) => Ok(see_other(&format!("{HERE}?done=freed"))),
        // Somebody else was faster.
        Err(error) if error.is(&users::UNKNOWN) => Ok(see_other(HERE)),
        Err(Error::Refusal(refusal)) => Ok(page(&cx, &Typed::default(), Some(&refusal), "").await?),
        Err(fault) => Err(fault.into()),
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Changed {
    email: String,
    license_password: Secret,
    code: Secret,
    package: String,
    current_password: Secret,
}

pub(super) async fn change(cx: Cx, Form(typed): Form<Changed>) -> WebResult {
    let account = Account {
        email: typed.email.clone(),
        password: typed.license_password.clone(),
        code: typed.code.clone(),
        package: typed.package.clone(),
    };
    let own_password = typed.current_password;
    let typed = Typed { email: typed.email, package: typed.package, ..Typed::default() };
    let cx = match within_form(&cx, &own_password).await {
        Ok(cx) => cx,
        refused => return shown(&cx, refused.map(drop), &typed, "").await,
    };
    let done = actions::change(&cx, &account).await.map(drop);
    shown(&cx, done, &typed, "applied").await
}

/// Back to the page with what was done, or with why it was refused and what was typed.
async fn shown(cx: &Cx, done: Result<()>, typed: &Typed, word: &str) -> WebResult {
    match done {
        Ok(()) => Ok(see_other(&format!("{HERE}?done={word}"))),
        // Who may not come here at all is not shown the page.
        Err(Error::Refusal(refusal)) if cx.may(Permission::ManageLicense) => {
            Ok(page(cx, typed, Some(&refusal), "").await?)
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn install(cx: Cx, upload: Upload) -> WebResult {
    let file = upload.file("file").map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    let text = file.unwrap_or_else(|| upload.text("key").into_owned());
    let key = text.chars().take(carry::SAVED_MAX).collect();
    let typed = Typed { key, is_of_key: true, ..Typed::default() };
    let own_password = Secret::new(upload.text("current_password"));
    let cx = match within_form(&cx, &own_password).await {
        Ok(cx) => cx,
        refused => return shown(&cx, refused.map(drop), &typed, "").await,
    };
    let done = actions::install(&cx, &text).await.map(drop).map_err(on_key);
    shown(&cx, done, &typed, "applied").await
}

/// A refusal that names no field is about the key.
fn on_key(error: Error) -> Error {
    match error {
        Error::Refusal(refusal) if refusal.field.is_none() && refusal.code != CONFIRM_FIRST.code => {
            Refusal { field: Some("key"), ..*refusal }.into()
        }
        other => other,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Renewal {
    act: String,
}

pub(super) async fn renew(cx: Cx, Form(asked): Form<Renewal>) -> WebResult {
    if asked.act != "look" {
        return shown(&cx, actions::renew(&cx).await, &Typed::default(), "renewed").await;
    }
    match actions::foresee(&cx).await {
        Ok(differences) => {
            let t = cx.text();
            let view = view(&cx, t.license_utilization_renew_title(), None);
            let renew = form("/admin/license/renew", view.csrf()).inline().body(html! {
                (button(t.license_utilization_renew()).primary().sends("act", "renew"))
            });
            Ok(view.page(html! {
                (page_header(t.license_utilization_renew_title()))
                (panel(html! {
                    @if differences.is_empty() { p { (t.license_utilization_renew_nothing()) } }
                    @else { (show::differences(&cx, &differences)) }
                    div.actions { (renew) (link_button(t.web_cancel(), HERE)) }
                }))
            }))
        }
        other => shown(&cx, other.map(drop), &Typed::default(), "").await,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Returned {
    how: String,
    current_password: Secret,
}

pub(super) async fn ask_return(cx: Cx) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    Ok(return_page(&cx, None))
}

fn return_page(cx: &Cx, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = view(cx, t.license_utilization_return(), None).refused(refusal);
    view.page(html! {
        (page_header(t.license_utilization_return()).lead(html! { (t.license_utilization_return_lead()) }))
        (panel(form("/admin/license/return", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("current_password", t.license_utilization_own_password()).current_password(t.web_show_password())
                .required().error(field_error(t, refusal, "current_password")))
            div.actions {
                (button(t.license_utilization_sign_out()).danger().sends("how", "online"))
                (button(t.license_utilization_return_offline()).danger().sends("how", "offline"))
                (link_button(t.web_cancel(), HERE))
            }
        })).danger())
    })
}

pub(super) async fn give_back(cx: Cx, Form(typed): Form<Returned>) -> WebResult {
    let is_offline = typed.how == "offline";
    let given = if is_offline {
        actions::give_back(&cx, Some(&typed.current_password)).await
    } else {
        actions::sign_out(&cx, Some(&typed.current_password)).await
    };
    match given {
        Ok(given) if !is_offline => {
            let done = if given.slot == GivenSlot::Free { "signed-out" } else { "signed-out-held" };
            Ok(see_other(&format!("{HERE}?done={done}")))
        }
        Ok(given) => {
            let t = cx.text();
            let view = view(&cx, t.license_utilization_receipt(), None);
            Ok(view.page(html! {
                (page_header(t.license_utilization_receipt()).lead(html! { (t.license_utilization_receipt_lead()) }))
                (carry::carried(&cx, t.license_utilization_receipt(), &given.receipt, "seatwarden-receipt.txt", view.csrf()))
                (back(t))
            }))
        }
        Err(Error::Refusal(refusal)) if cx.may(Permission::ManageLicense) => {
            Ok(return_page(&cx, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn ask_diagnosis(cx: Cx) -> WebResult {
    cx.require(Permission::ManageLicense)?;
    Ok(diagnosis_page(&cx, None))
}

pub(super) async fn diagnose(cx: Cx, Form(()): Form<()>) -> WebResult {
    let report = actions::diagnose(&cx).await?;
    Ok(diagnosis_page(&cx, Some(&report)))
}

fn diagnosis_page(cx: &Cx, report: Option<&Report>) -> Response {
    let t = cx.text();
    let view = view(cx, t.license_utilization_doctor(), None);
    view.page(html! {
        (page_header(t.license_utilization_doctor()).lead(html! { (t.license_utilization_doctor_lead()) }))
        @if let Some(report) = report { (found(cx, report)) }
        (form("/admin/license/diagnosis", view.csrf()).body(html! {
            div.actions {
                (button(t.license_utilization_doctor_run()).primary())
                (link_button(t.license_utilization_title(), HERE))
            }
        }))
    })
}

fn found(cx: &Cx, report: &Report) -> Markup {
    let t = cx.text();
    let words = CopyWords { copy: t.web_copy().into(), copied: t.web_copied().into() };
    html! {
        @match report.level() {
            Level::Good => { (notice(Tone::Success, html! { p { (t.license_utilization_doctor_good()) } })) }
            Level::Warning => {
                @let warnings = report.findings.iter().filter(|finding| finding.level == Level::Warning).count();
                (notice(Tone::Info, html! { p { (t.license_utilization_doctor_warnings(warnings)) } }))
            }
            Level::Wrong => {}
        }
        @for finding in report.findings.iter().filter(|finding| finding.level != Level::Good) {
            @let (what, next) = hand::finding(cx.language, finding);
            @let tone = if finding.level == Level::Wrong { Tone::Danger } else { Tone::Warning };
            (notice(tone, html! {
                p { (said(&what)) }
                @if let Some(next) = next { p { (said(&next)) } }
                p { code { (finding.code) } }
            }))
        }
        @if let Some(request) = hand::firewall_request(cx.language, report) {
            (code_block("firewall", t.license_utilization_doctor_firewall(), request, words).prose())
        }
    }
}
