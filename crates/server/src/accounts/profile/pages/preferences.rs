//! Preferences: the language.

use axum::{Router, extract::Query, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    super::access::{self, Open},
    Asked, path, view,
};
use crate::{
    accounts::{feature_management::ProfileTab, users},
    cx::Cx,
    text::Language,
    web::{
        Form, WebResult, field_error,
        parts::{button, form, page_header, panel, select},
        problems, see_other,
    },
};

const TAB: ProfileTab = ProfileTab::Preferences;
const HERE: &str = path(TAB);

pub(super) fn router() -> Router {
    Router::new().route(HERE, get(show).post(save))
}

async fn show(cx: Cx, Query(asked): Asked) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    Ok(page(&cx, switches, None, &asked.done))
}

#[derive(Deserialize)]
struct Chosen {
    #[serde(default)]
    language: String,
}

async fn save(cx: Cx, Form(chosen): Form<Chosen>) -> WebResult {
    let switches = access::require(&cx, TAB).await?;
    match users::set_language(&cx, &chosen.language).await {
        Ok(()) => Ok(see_other(&format!("{HERE}?done=saved"))),
        Err(Error::Refusal(refusal)) if refusal.field.is_some() => {
            Ok(page(&cx, switches, Some(&refusal), ""))
        }
        Err(other) => Err(other.into()),
    }
}

fn page(cx: &Cx, switches: Open, refusal: Option<&Refusal>, done: &str) -> Response {
    let t = cx.text();
    let view = view(cx, switches, HERE, t.profile_preferences(), done).refused(refusal);
    let chosen = cx.person().ok().and_then(|person| person.language.as_deref()).and_then(Language::parse);
    let mut languages = select("language", t.profile_language())
        .hint(t.profile_language_hint())
        .error(field_error(t, refusal, "language"))
        .option("", t.profile_language_default());
    for language in Language::ALL {
        languages = languages.option(language.locale(), language.own_name());
    }
    languages = languages.value(chosen.map_or("", Language::locale));
    view.page(html! {
        (page_header(t.profile_preferences()).lead(html! { (t.profile_preferences_lead()) }))
        (panel(form(HERE, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(html! {
            (languages)
            div.actions { (button(t.web_save()).primary()) }
        })))
    })
}
