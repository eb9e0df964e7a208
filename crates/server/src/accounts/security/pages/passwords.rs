//! Passwords: the rules for new ones, with a tester and with whom a change concerns.

use axum::{
    Router,
    extract::Query,
    response::{Html, IntoResponse},
    routing::{get, post},
};
use maud::{Markup, Render, html};
use seatwarden_base::{Refusal, Result, secret::Secret};
use serde::Deserialize;

use super::{ASKS, Asked, Fields, Tab, buttons, differences, done, on, refused, show, view};
use crate::{
    accounts::{
        passwords::{self, AFFECTED_MAX, ChosenPolicy, Concerned, rules::RuleState},
        security::{
            actions,
            model::{Change, Changes, Group},
        },
    },
    cx::Cx,
    text::Text,
    web::{
        Form, WebResult, field_error,
        parts::{Problem, Tone, button, definitions, field, form, notice, panel, switch},
        problems,
    },
};

const TAB: Tab = Tab::Passwords;
const TRY: &str = "/admin/security/try-password";

pub(super) fn router() -> Router {
    Router::new().route(TAB.path(), get(open).post(save)).route(TRY, post(try_live))
}

/// The form. The password that is tried stands in a type of its own, so that it is never shown, compared or
/// kept with the rest.
#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    password: Secret,
    #[serde(flatten)]
    fields: Fields,
}

async fn open(cx: Cx, Query(asked): Query<Asked>) -> WebResult {
    page(&cx, None, None, Extra::default(), &asked.done).await
}

/// What a page shows beside the form.
#[derive(Default)]
struct Extra {
    tried: Option<Vec<RuleState>>,
    /// The rules as they stand in the form, where it can be read.
    wanted: Option<ChosenPolicy>,
    concerned: Option<Concerned>,
}

async fn save(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let fields = &typed.fields;
    if matches!(fields.act(), "try" | ASKS) {
        return test(&cx, &typed).await;
    }
    match refused(change(&cx, fields).await)? {
        None => Ok(done(TAB, fields)),
        Some(refusal) => page(&cx, Some(fields), Some(&refusal), Extra::default(), "").await,
    }
}

/// Answers the two buttons that change nothing.
async fn test(cx: &Cx, typed: &Typed) -> WebResult {
    let fields = &typed.fields;
    let mut extra = Extra::default();
    let wanted = match wanted(cx, fields) {
        Ok(wanted) => wanted,
        Err(error) => {
            let refusal = refused(Err(error))?;
            return page(cx, Some(fields), refusal.as_deref(), extra, "").await;
        }
    };
    if fields.act() == "try" {
        extra.tried = Some(passwords::try_with(cx, &wanted, &typed.password).await?);
    } else {
        extra.concerned = Some(passwords::affected(cx, &wanted).await?);
    }
    extra.wanted = Some(wanted);
    page(cx, Some(fields), None, extra, "").await
}

/// The rules as they stand in the form, with what the password being typed meets: a piece of the page.
async fn try_live(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let t = cx.text();
    let wanted = match wanted(&cx, &typed.fields) {
        Ok(wanted) => wanted,
        Err(error) => {
            let refusal = refused(Err(error))?;
            let text = refusal.map(|refusal| t.refusal(&refusal).0).unwrap_or_default();
            return Ok(Html(html! { p { (text) } }.0).into_response());
        }
    };
    let states = passwords::try_with(&cx, &wanted, &typed.password).await?;
    Ok(Html(passwords::pages::rules(t, &states, !typed.password.is_empty()).0).into_response())
}

/// What the form asks for, checked before anybody saves it.
fn wanted(cx: &Cx, fields: &Fields) -> Result<ChosenPolicy> {
    let wanted = read(cx, fields)?;
    wanted.check_new(&ChosenPolicy::default())?;
    Ok(wanted)
}

/// What the form asks for.
fn read(cx: &Cx, fields: &Fields) -> Result<ChosenPolicy> {
    let config = &cx.config.passwords;
    let policy = ChosenPolicy {
        minimum_length: fields.number(
            "minimum_length",
            "minimumLength",
            &(8..=64),
            config.minimum_length.into(),
        )?,
        nist_preset: fields.switch("nist_preset", config.nist_preset),
        replace_given: fields.switch("replace_given", config.replace_given),
        organisation_regex: unless(fields.get("organisation_regex"), &config.organisation_regex),
        organisation_message: unless(fields.get("organisation_message"), &config.organisation_message),
    };
    policy.checked(&cx.config, cx.is_secure())
}

/// A text, or nothing if it is the configured one.
fn unless(typed: &str, configured: &str) -> String {
    if typed == configured { String::new() } else { typed.to_owned() }
}

async fn change(cx: &Cx, fields: &Fields) -> Result<()> {
    let value = if fields.act() == "reset" { ChosenPolicy::default() } else { read(cx, fields)? };
    let passwords = Some(Change { value, version: fields.version() });
    actions::save(cx, Changes { passwords, ..Changes::default() }).await
}

fn label(t: Text, name: &str) -> String {
    match name {
        "minimum_length" => t.security_minimum_length(),
        "nist_preset" => t.security_nist_preset(),
        "replace_given" => t.security_replace_given(),
        "organisation_regex" => t.security_regex(),
        _ => t.security_message(),
    }
}

async fn page(
    cx: &Cx,
    typed: Option<&Fields>,
    refusal: Option<&Refusal>,
    extra: Extra,
    done: &str,
) -> WebResult {
    let policy = actions::read(cx).await?.passwords;
    let (chosen, config) = (&policy.value, &cx.config.passwords);
    let or = |text: &str, other: &str| if text.is_empty() { other.to_owned() } else { text.to_owned() };
    let stored = Fields::of([
        ("minimum_length", chosen.minimum_length.unwrap_or(config.minimum_length.into()).to_string()),
        ("nist_preset", on(chosen.nist_preset.unwrap_or(config.nist_preset))),
        ("replace_given", on(chosen.replaces_given(config))),
        ("organisation_regex", or(&chosen.organisation_regex, &config.organisation_regex)),
        ("organisation_message", or(&chosen.organisation_message, &config.organisation_message)),
    ]);
    let t = cx.text();
    let shown = typed.unwrap_or(&stored);
    let view = view(cx, TAB, refusal, done);
    let at_first = if let Some(states) = &extra.tried {
        passwords::pages::rules(t, states, true)
    } else {
        let wanted = extra.wanted.as_ref().unwrap_or(chosen);
        passwords::pages::rules(t, &passwords::try_with(cx, wanted, &Secret::default()).await?, false)
    };
    let body = html! {
        (differences(t, refusal, shown, &stored, |name| label(t, name)))
        (fields(t, shown, refusal))
        (tester(t, &at_first))
        @if let Some(found) = extra.concerned { (concerned(t, found)) }
        (buttons(t, policy.version))
    };
    let problems: Vec<Problem<'_>> = problems(t, refusal);
    let form = form(TAB.path(), view.csrf()).problems(t.web_problems(), problems).body(body);
    Ok(show(&view, TAB, &t.security_passwords_lead(), &html! { (panel(form)) }))
}

fn fields(t: Text, shown: &Fields, refusal: Option<&Refusal>) -> Markup {
    html! {
        (field("minimum_length", label(t, "minimum_length")).number().value(shown.get("minimum_length"))
            .hint(t.security_minimum_length_hint()).error(field_error(t, refusal, "minimumLength")))
        (switch("nist_preset", label(t, "nist_preset")).checked(shown.is_on("nist_preset"))
            .hint(t.security_nist_preset_hint()))
        (switch("replace_given", label(t, "replace_given")).checked(shown.is_on("replace_given"))
            .hint(t.security_replace_given_hint()))
        (field("organisation_regex", label(t, "organisation_regex")).max_length(500).code_text()
            .value(shown.get("organisation_regex")).hint(t.security_regex_hint())
            .error(field_error(t, refusal, "organisationRegex")))
        (field("organisation_message", label(t, "organisation_message")).max_length(500)
            .value(shown.get("organisation_message")).hint(t.security_message_hint()))
    }
}

fn tester(t: Text, at_first: &Markup) -> Markup {
    html! {
        div.aside {
            h2 { (t.security_tester()) }
            (field("password", t.security_try_password()).new_password(t.web_show_password()).autocomplete("off")
                .hint(t.security_try_hint()).live_check(TRY, at_first).with_form())
            div.actions {
                (button(t.security_try()).sends("act", "try").small())
                (button(t.security_affected()).sends("act", ASKS).small())
            }
        }
    }
}

fn concerned(t: Text, found: Concerned) -> Markup {
    let Concerned::Users(affected) = found else {
        let nobody = html! { p { (t.security_affected_nobody()) } };
        return notice(Tone::Info, nobody).title(t.security_affected()).render();
    };
    let counted = |count: i64| {
        if count > AFFECTED_MAX { t.security_users_more(AFFECTED_MAX) } else { t.security_users(count) }
    };
    notice(
        Tone::Info,
        html! {
            p { (t.security_affected_text()) }
            (definitions()
                .row(t.security_affected_with(), counted(affected.with_password))
                .row(t.security_affected_md5(), counted(affected.md5))
                .row(t.security_affected_must_change(), counted(affected.must_change))
                .row(t.security_affected_without(), counted(affected.without_password)))
        },
    )
    .title(t.security_affected())
    .render()
}
