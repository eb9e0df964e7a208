//! Admin > Security: one page and one form for each group of settings.

mod api_access;
mod embedding;
mod lockout;
mod passwords;
mod sessions;

use std::{collections::BTreeMap, ops::RangeInclusive};

use axum::{Router, response::Response};
use maud::{Markup, html};
use seatwarden_base::{Error, Kind, Refusal, Result};
use serde::Deserialize;

use super::model::OUT_OF_RANGE;
use crate::{
    common::settings::CHANGED_MEANWHILE,
    cx::Cx,
    text::Text,
    web::{
        View,
        admin::{self, AdminPage},
        field_error,
        parts::{Problem, Tone, button, field, form, hidden, notice, page_header, panel, tabs},
        problems, see_other,
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(passwords::router())
        .merge(lockout::router())
        .merge(sessions::router())
        .merge(embedding::router())
        .merge(api_access::router())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tab {
    Passwords,
    Lockout,
    Sessions,
    Embedding,
    ApiAccess,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Passwords, Self::Lockout, Self::Sessions, Self::Embedding, Self::ApiAccess];

    const fn path(self) -> &'static str {
        match self {
            Self::Passwords => AdminPage::Security.path(),
            Self::Lockout => "/admin/security/lockout",
            Self::Sessions => "/admin/security/sessions",
            Self::Embedding => "/admin/security/embedding",
            Self::ApiAccess => "/admin/security/api-access",
        }
    }

    fn label(self, t: Text) -> String {
        match self {
            Self::Passwords => t.security_passwords(),
            Self::Lockout => t.security_lockout(),
            Self::Sessions => t.security_sessions(),
            Self::Embedding => t.security_embedding(),
            Self::ApiAccess => t.security_api_access(),
        }
    }
}

/// What a page says about the act that led to it: `?done=saved`.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    done: String,
}

/// A view of one of the pages.
fn view<'a>(cx: &'a Cx, tab: Tab, refusal: Option<&Refusal>, done: &str) -> View<'a> {
    let t = cx.text();
    let said = match done {
        "saved" => Some(t.security_saved()),
        "reset" => Some(t.security_was_reset()),
        _ => None,
    };
    admin::view(cx, AdminPage::Security, tab.label(t), said).refused(refusal)
}

/// The page around a form: heading and tabs.
fn show(view: &View<'_>, tab: Tab, lead: &str, body: &Markup) -> Response {
    let t = view.text();
    let tabs = Tab::ALL
        .into_iter()
        .fold(tabs(t.security_title()), |tabs, other| tabs.tab(other.label(t), other.path(), other == tab));
    view.page(html! {
        (page_header(t.security_title()).lead(html! { (lead) }))
        (tabs)
        (body)
    })
}

/// What a form holds: as it was typed, or as things stand.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
struct Fields(BTreeMap<String, String>);

impl Fields {
    fn of<const N: usize>(pairs: [(&str, String); N]) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    fn is_on(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(-1)
    }

    /// Which button was pressed: empty for Save.
    fn act(&self) -> &str {
        self.get("act")
    }

    /// A number, or none for what is configured. Refuses with `security.out_of_range`, blamed on `field`.
    fn number(
        &self,
        name: &str,
        field: &'static str,
        range: &RangeInclusive<u32>,
        configured: u32,
    ) -> Result<Option<u32>> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        let number = typed.parse().ok().filter(|number| range.contains(number));
        let refusal = || OUT_OF_RANGE.on(field).with("minimum", range.start()).with("maximum", range.end());
        let number: u32 = number.ok_or_else(refusal)?;
        Ok((number != configured).then_some(number))
    }

    /// A switch, or none for what is configured.
    fn switch(&self, name: &str, configured: bool) -> Option<bool> {
        let on = self.is_on(name);
        (on != configured).then_some(on)
    }
}

/// Every number of a form that cannot be, by the name of its field.
#[derive(Debug, Default)]
struct Wrong(Vec<(String, Refusal)>);

impl Wrong {
    /// All of them at once, so that nobody mends one after the other; none where everything is to be reset.
    fn of(typed: &Fields, numbers: impl IntoIterator<Item = (String, RangeInclusive<u32>)>) -> Self {
        let is_read = typed.act() != "reset";
        let wrong =
            numbers.into_iter().filter_map(|(name, range)| match typed.number(&name, "", &range, 0) {
                Err(Error::Refusal(refusal)) if is_read => Some((name, *refusal)),
                _ => None,
            });
        Self(wrong.collect())
    }

    fn first(&self) -> Option<&Refusal> {
        self.0.first().map(|(_, refusal)| refusal)
    }

    /// What stands under a field: that its number is wrong, or the refusal that is blamed on it.
    fn error(&self, t: Text, refusal: Option<&Refusal>, (name, blamed): (&str, &str)) -> Option<String> {
        let wrong = self.0.iter().find(|(known, _)| known == name);
        wrong.map(|(_, refusal)| t.refusal(refusal).0).or_else(|| field_error(t, refusal, blamed))
    }

    /// The summary: each with what its field is called.
    fn problems(
        &self,
        t: Text,
        refusal: Option<&Refusal>,
        label: impl Fn(&str) -> String,
    ) -> Vec<Problem<'static>> {
        let told = self.0.iter().map(|(name, refusal)| {
            Problem::on(name.clone(), format!("{}: {}", label(name), t.refusal(refusal).0))
        });
        told.chain(problems(t, refusal.filter(|_| self.0.is_empty()))).collect()
    }
}

/// Says what a field is called.
type Label<'a> = &'a dyn Fn(Text, &str) -> String;

/// A page with a form of numbers.
struct Sheet<'a> {
    tab: Tab,
    lead: String,
    /// What a field is called.
    label: Label<'a>,
    stored: Fields,
    version: i64,
    /// What a button says that changes nothing and sends [`ASKS`].
    asks: Option<String>,
}

/// The act of a button that asks what a form would do.
const ASKS: &str = "affected";

/// What a form of numbers came to: what was typed, if anything was, and what is wrong with it.
#[derive(Clone, Copy)]
struct Answer<'a> {
    typed: Option<&'a Fields>,
    refusal: Option<&'a Refusal>,
    wrong: &'a Wrong,
    /// What was just done.
    done: &'a str,
    /// What stands below the fields: what a button answered that changes nothing.
    told: Option<&'a str>,
}

impl Answer<'_> {
    /// A field for a number; `blamed` is what refusals call it.
    fn number(self, sheet: &Sheet<'_>, t: Text, (name, blamed): (&str, &str)) -> Markup {
        let shown = self.typed.unwrap_or(&sheet.stored);
        let error = self.wrong.error(t, self.refusal, (name, blamed));
        html! { (field(name, (sheet.label)(t, name)).number().value(shown.get(name)).error(error)) }
    }
}

impl Sheet<'_> {
    /// The page, with what `fields` makes of what is shown.
    fn page(&self, cx: &Cx, answer: Answer<'_>, fields: impl FnOnce(&Fields) -> Markup) -> Response {
        let t = cx.text();
        let shown = answer.typed.unwrap_or(&self.stored);
        let view = view(cx, self.tab, answer.refusal, answer.done);
        let label = |name: &str| (self.label)(t, name);
        let form = form(self.tab.path(), view.csrf())
            .problems(t.web_problems(), answer.wrong.problems(t, answer.refusal, label))
            .body(html! {
                (differences(t, answer.refusal, shown, &self.stored, label))
                (fields(shown))
                @if let Some(told) = answer.told { (notice(Tone::Info, html! { p { (told) } })) }
                (buttons(t, self.version))
                // After the others: Enter in a field saves.
                @if let Some(ask) = &self.asks { div.actions { (button(ask.as_str()).sends("act", ASKS).small()) } }
            });
        show(&view, self.tab, &self.lead, &html! { (panel(form)) })
    }
}

/// The word that a switch sends if it is on.
fn on(is_on: bool) -> String {
    if is_on { "on".to_owned() } else { String::new() }
}

/// What to show after a form was sent: none if it was taken, the refusal if the form is to be shown again.
fn refused(result: Result<()>) -> Result<Option<Box<Refusal>>> {
    match result {
        Ok(()) => Ok(None),
        Err(Error::Refusal(refusal)) if !matches!(refusal.kind, Kind::Forbidden | Kind::Unauthenticated) => {
            Ok(Some(refusal))
        }
        Err(other) => Err(other),
    }
}

fn done(tab: Tab, fields: &Fields) -> Response {
    let word = if fields.act() == "reset" { "reset" } else { "saved" };
    see_other(&format!("{}?done={word}", tab.path()))
}

/// What somebody else changed meanwhile: each field that stands differently now.
fn differences(
    t: Text,
    refusal: Option<&Refusal>,
    typed: &Fields,
    stored: &Fields,
    label: impl Fn(&str) -> String,
) -> Markup {
    let differ: Vec<(String, String)> = stored
        .0
        .iter()
        .filter(|(name, value)| typed.get(name) != value.trim())
        .map(|(name, value)| (label(name), value.trim().replace('\n', ", ")))
        .collect();
    let changed = refusal.is_some_and(|refusal| refusal.code == CHANGED_MEANWHILE.code);
    html! {
        @if changed && !differ.is_empty() {
            (notice(Tone::Warning, html! {
                ul {
                    @for (label, value) in &differ {
                        li {
                            @match value.as_str() {
                                "on" => (t.security_now_on(label.clone())),
                                "" => (t.security_now_empty(label.clone())),
                                value => (t.security_now(label.clone(), value.to_owned())),
                            }
                        }
                    }
                }
            }).title(t.security_changed()))
        }
    }
}

/// The version the form was made from, and its two buttons.
fn buttons(t: Text, version: i64) -> Markup {
    html! {
        (hidden("version", version.to_string()))
        div.actions {
            (button(t.web_save()).primary())
            (button(t.security_reset()).quiet().sends("act", "reset"))
        }
    }
}
