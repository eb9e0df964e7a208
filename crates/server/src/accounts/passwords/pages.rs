//! The step between a form and its deed when the password was not given for a while (SE-05): one page that
//! carries along what was typed, and asks for the password.

use axum::response::Response;
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result, secret::Secret};

use super::{About, actions, rules::RuleState};
use crate::{
    accounts::sessions,
    cx::{Cx, Origin},
    text::Text,
    web::{
        View, cookies, field_error,
        parts::{Rule, Tone, button, field, form, hidden, link_button, notice, page_header, panel, policy},
        problems,
    },
};

/// The name of the field for the caller's own password.
pub const OWN_PASSWORD: &str = "current_password";

/// The form that waits for the password.
pub struct Again<'a> {
    /// What will be done, as the page's heading.
    pub title: String,
    /// Path that the form is sent to, once more.
    pub action: &'a str,
    /// The page to go back to without doing it.
    pub back: &'a str,
    /// What was typed.
    pub carried: &'a [(&'static str, &'a str)],
    /// The page in its section, with this title.
    pub view: &'a (dyn for<'b> Fn(&'b Cx, String) -> View<'b> + Sync),
}

/// What comes next.
pub enum Step {
    /// The password must be given first, on this page.
    Ask(Response),
    /// The deed can be done by this request, which is in the session with its new token.
    Go(Box<Cx>),
}

/// Lets the deed be done if the password was given a short while ago, or just now; else shows the page.
pub async fn again(cx: Cx, asked: &Again<'_>, password: &Secret) -> Result<Step> {
    if sessions::require_confirmed(&cx).is_ok() {
        return Ok(Step::Go(Box::new(cx)));
    }
    if password.is_empty() || cx.person()?.origin == Origin::Sso {
        return Ok(Step::Ask(page(&cx, asked, None)?));
    }
    match confirmed(&cx, password).await {
        Ok(cx) => Ok(Step::Go(Box::new(cx))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            Ok(Step::Ask(page(&cx, asked, Some(&refusal))?))
        }
        Err(other) => Err(other),
    }
}

/// The request in the session with its new token, which every answer carries: also a refusal of the deed.
async fn confirmed(cx: &Cx, password: &Secret) -> Result<Cx> {
    let started = actions::confirm_session(cx, password, OWN_PASSWORD).await?;
    // Without one the session ended meanwhile.
    let started = started.ok_or(sessions::CONFIRM_FIRST)?;
    cookies::renew(cx, &started);
    Ok(sessions::with_token(cx, &started, true))
}

/// The same for a form that has [`own_password`] in it, because what is typed there is not to be carried along: takes what
/// was given. Whether it was needed, the deed itself asks. Answers the request to go on with.
pub async fn within_form(cx: &Cx, password: &Secret) -> Result<Cx> {
    if password.is_empty() || sessions::require_confirmed(cx).is_ok() {
        return Ok(cx.clone());
    }
    confirmed(cx, password).await
}

/// Whether a refusal asks for the caller's own password.
pub fn asks_password(refusal: &Refusal) -> bool {
    refusal.code == sessions::CONFIRM_FIRST.code || refusal.field == Some(OWN_PASSWORD)
}

/// [`own_password`], once it turned out that it is needed.
pub fn own_password_if_asked(cx: &Cx, refusal: Option<&Refusal>) -> Markup {
    if refusal.is_some_and(asks_password) {
        own_password(cx, "own-password", refusal)
    } else {
        Markup::default()
    }
}

/// The field for the caller's own password, if it must be given; with its id, as several forms of a page may have it.
pub fn own_password(cx: &Cx, id: &str, refusal: Option<&Refusal>) -> Markup {
    let Ok(person) = cx.person() else { return Markup::default() };
    if sessions::require_confirmed(cx).is_ok() {
        return Markup::default();
    }
    let t = cx.text();
    html! {
        input type="hidden" name="username" autocomplete="username" value=(person.email);
        (field(OWN_PASSWORD, t.passwords_again_current()).id(id).current_password(t.web_show_password())
            .required().error(field_error(t, refusal, OWN_PASSWORD)))
    }
}

fn page(cx: &Cx, asked: &Again<'_>, refusal: Option<&Refusal>) -> Result<Response> {
    let t = cx.text();
    let view = (asked.view)(cx, asked.title.clone()).refused(refusal);
    let body = if cx.person()?.origin == Origin::Sso {
        // There is no password to give: only signing in anew shows who it is.
        html! {
            (notice(Tone::Info, html! { p { (t.passwords_again_sso()) } }))
            (panel(form("/logout", view.csrf()).body(html! {
                div.actions { (button(t.web_log_out()).primary()) (link_button(t.web_cancel(), asked.back).quiet()) }
            })))
        }
    } else {
        let form = form(asked.action, view.csrf()).problems(t.web_problems(), problems(t, refusal));
        html! { (panel(form.body(fields(cx, asked, refusal)?))) }
    };
    Ok(view.page(html! {
        (page_header(asked.title.as_str()).lead(html! { (t.passwords_again_lead()) }))
        (body)
    }))
}

fn fields(cx: &Cx, asked: &Again<'_>, refusal: Option<&Refusal>) -> Result<Markup> {
    let t = cx.text();
    Ok(html! {
        @for (name, value) in asked.carried { (hidden(name, *value)) }
        input type="hidden" name="username" autocomplete="username" value=(cx.person()?.email);
        (field(OWN_PASSWORD, t.passwords_again_current()).current_password(t.web_show_password())
            .required().autofocus().error(field_error(t, refusal, OWN_PASSWORD)))
        div.actions {
            (button(t.passwords_again_go_on()).primary())
            (link_button(t.web_cancel(), asked.back).quiet())
        }
    })
}

/// The rules in force, before anything is typed: they stand under every field for a new password.
pub async fn in_force(cx: &Cx) -> Result<Markup> {
    let states = actions::strength(cx, &Secret::default(), &About::default()).await?;
    Ok(rules(cx.text(), &states, false))
}

/// The rules of the policy as a piece of a page: which of them a password meets, or what they are while nothing is typed.
pub fn rules(t: Text, states: &[RuleState], typed: bool) -> Markup {
    let rules = states
        .iter()
        .map(|state| Rule {
            text: t.rule(&state.refusal).into(),
            state: match (typed, state.met) {
                (false, _) => String::new(),
                (true, true) => t.profile_rule_met(),
                (true, false) => t.profile_rule_unmet(),
            }
            .into(),
            met: typed.then_some(state.met),
        })
        .collect();
    policy(rules).render()
}
