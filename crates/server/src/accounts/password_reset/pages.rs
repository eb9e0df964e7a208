//! Three pages: the address, the word that a mail is on its way, the new password.

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, header},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, secret::Secret};
use serde::Deserialize;

use super::{actions, model::NewPassword};
use crate::{
    accounts::passwords,
    cx::{BaseRole, Cx, Person},
    web::{
        Form, View, WebResult, cookies, field_error,
        parts::{Tone, button, checkbox, field, form, link_button, notice},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .route("/forgot-password", get(show).post(ask))
        .route("/forgot-password/sent", get(sent))
        .route("/recover-password", post(choose_by_code))
        .route("/recover-password/{token}", get(look).post(choose))
}

async fn show(cx: Cx) -> WebResult {
    Ok(ask_page(&cx, "", None))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    email: String,
}

async fn ask(cx: Cx, Form(asked): Form<Asked>) -> WebResult {
    match actions::ask(&cx, &asked.email).await {
        Ok(made) => {
            let secure = cx.request.secure;
            let minutes = i64::from(cx.config.password_reset.code_minutes);
            let name = cookies::recover_name(secure);
            let mut response = see_other("/forgot-password/sent");
            if let Some(cookie) = cookies::set(name, made.request_token.reveal(), Some(minutes * 60), secure)
            {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            Ok(ask_page(&cx, &asked.email, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

fn ask_page(cx: &Cx, email: &str, refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = View::new(cx, t.password_reset_title()).refused(refusal);
    view.card(html! {
        h1 { (t.password_reset_title()) }
        p { (t.password_reset_lead()) }
        (form("/forgot-password", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (field("email", t.password_reset_email()).email().value(email).max_length(254).required().autofocus()
                .error(field_error(t, refusal, "email")))
            div.actions {
                (button(t.password_reset_send()).primary())
                (link_button(t.web_back_to_login(), "/login").quiet())
            }
        }))
        p { a href="/recovery-code" { (t.password_reset_have_recovery_code()) } }
    })
}

async fn sent(cx: Cx) -> WebResult {
    code_page(&cx, false, None).await
}

#[derive(Deserialize)]
struct WithCode {
    #[serde(default)]
    code: String,
    #[serde(flatten)]
    chosen: Chosen,
}

/// A new password as a form sends it.
#[derive(Deserialize)]
pub struct Chosen {
    #[serde(default)]
    new_password: Secret,
    #[serde(default)]
    repeat_password: Secret,
    #[serde(default)]
    end_tokens: String,
}

impl Chosen {
    fn ends_tokens(&self) -> bool {
        !self.end_tokens.is_empty()
    }
}

impl From<Chosen> for NewPassword {
    fn from(typed: Chosen) -> Self {
        let end_tokens = typed.ends_tokens();
        Self { new: typed.new_password, repeat: typed.repeat_password, end_tokens }
    }
}

async fn choose_by_code(cx: Cx, headers: HeaderMap, Form(typed): Form<WithCode>) -> WebResult {
    let request_token = cookies::read(&headers, cookies::recover_name(cx.request.secure)).unwrap_or_default();
    let end_tokens = typed.chosen.ends_tokens();
    match actions::choose_by_code(&cx, request_token, &typed.code, &typed.chosen.into()).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            code_page(&cx, end_tokens, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn code_page(cx: &Cx, end_tokens: bool, refusal: Option<&Refusal>) -> WebResult {
    let t = cx.text();
    let rules = passwords::pages::in_force(cx).await?;
    let view = View::new(cx, t.password_reset_sent_title()).refused(refusal);
    Ok(view.card(html! {
        h1 { (t.password_reset_sent_title()) }
        (notice(Tone::Info, html! { p { (t.password_reset_sent(cx.config.password_reset.link_minutes)) } }))
        details open[refusal.is_some()] {
            summary { (t.password_reset_by_code()) }
            (form("/recover-password", view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
                (field("code", t.password_reset_code()).code().max_length(12).required()
                    .hint(t.password_reset_code_hint(cx.config.password_reset.code_minutes))
                    .error(field_error(t, refusal, "code")))
                (new_password_fields(cx, &rules, refusal))
                // Whose mail it was is not said here, and so not what they hold.
                (end_tokens_box(cx, EndTokens { checked: end_tokens, holds_codes: false }))
                div.actions { (button(t.password_reset_set()).primary()) }
            }))
        }
        div.actions { (link_button(t.web_back_to_login(), "/login").quiet()) }
    }))
}

/// The two fields for a new password, with the rules it must meet.
fn new_password_fields(cx: &Cx, rules: &Markup, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    html! {
        (field("new_password", t.password_reset_new()).new_password(t.web_show_password()).required()
            .below(rules).error(field_error(t, refusal, "new_password")))
        (field("repeat_password", t.password_reset_repeat()).new_password(t.web_show_password()).required()
            .error(field_error(t, refusal, "repeat_password")))
    }
}

async fn look(cx: Cx, Path(token): Path<String>) -> WebResult {
    let user = actions::look(&cx, &token).await?;
    page(&cx, &token, &user.person, false, None).await
}

async fn choose(cx: Cx, Path(token): Path<String>, Form(typed): Form<Chosen>) -> WebResult {
    let end_tokens = typed.ends_tokens();
    match actions::choose(&cx, &token, &typed.into()).await {
        Ok(()) => Ok(see_other("/login?done=password")),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            let user = actions::look(&cx, &token).await?;
            page(&cx, &token, &user.person, end_tokens, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn page(
    cx: &Cx,
    token: &str,
    person: &Person,
    end_tokens: bool,
    refusal: Option<&Refusal>,
) -> WebResult {
    let t = cx.text();
    let email = person.email.as_str();
    let asked = ChoosePage {
        title: t.password_reset_choose_title(),
        lead: t.password_reset_for(email.to_owned()),
        action: format!("/recover-password/{token}"),
        email,
        button: t.password_reset_set(),
        end_tokens: Some(EndTokens { checked: end_tokens, holds_codes: person.role.base == BaseRole::Super }),
    };
    choose_page(cx, asked, refusal).await
}

/// The box for whether API tokens end too: somebody who knew the old password may have made some.
#[derive(Clone, Copy)]
pub struct EndTokens {
    /// Whether it is ticked.
    pub checked: bool,
    /// Whether it says that recovery codes end with them.
    pub holds_codes: bool,
}

fn end_tokens_box(cx: &Cx, asked: EndTokens) -> Markup {
    let t = cx.text();
    let hint = if asked.holds_codes {
        t.password_reset_end_tokens_and_codes_hint()
    } else {
        t.password_reset_end_tokens_hint()
    };
    checkbox("end_tokens", t.password_reset_end_tokens()).hint(hint).checked(asked.checked).render()
}

/// What a page on which somebody chooses a password says.
pub struct ChoosePage<'a> {
    /// Its heading.
    pub title: String,
    /// Whose password it is, and what else happens.
    pub lead: String,
    /// Path that the form is sent to.
    pub action: String,
    /// Address of the account.
    pub email: &'a str,
    /// Words on the button.
    pub button: String,
    /// The box about API tokens; none if there is none.
    pub end_tokens: Option<EndTokens>,
}

/// The page behind a link on which a password is chosen, without a session.
pub async fn choose_page(cx: &Cx, asked: ChoosePage<'_>, refusal: Option<&Refusal>) -> WebResult {
    let t = cx.text();
    let rules = passwords::pages::in_force(cx).await?;
    let view = View::new(cx, asked.title.clone()).refused(refusal);
    Ok(view.card(html! {
        h1 { (asked.title) }
        p { (asked.lead) }
        (form(asked.action, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            // Password managers look for the name that the password belongs to.
            input type="hidden" name="username" autocomplete="username" value=(asked.email);
            (new_password_fields(cx, &rules, refusal))
            @if let Some(end_tokens) = asked.end_tokens { (end_tokens_box(cx, end_tokens)) }
            div.actions { (button(asked.button).primary()) }
        }))
    }))
}
