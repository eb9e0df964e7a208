//! One act on many users: first what it would do, in numbers, then the act.

use axum::{Router, routing::post};
use maud::{Markup, html};

use super::{
    super::{Act, Chosen, Forecast, ListQuery, apply_act, forecast},
    list::{acts, address},
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{button, confirmation, link_button, page_header},
        see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/bulk", post(act))
}

/// The form as it came; it is carried through the question unchanged.
struct Asked {
    fields: Vec<(String, String)>,
}

impl Asked {
    fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn chosen(&self) -> Chosen {
        if self.get("whom") == "all" {
            return Chosen::Fitting(Box::new(ListQuery::read(self.get("query"))));
        }
        let ids = self.fields.iter().filter(|(name, _)| name == "id").map(|(_, id)| id.clone());
        Chosen::These(ids.collect())
    }
}

async fn act(cx: Cx, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    cx.require(AdminPage::Users.permission())?;
    let asked = Asked { fields };
    let act = Act::read(asked.get("act"), asked.get("role"), asked.get("group"))?;
    let back = address(asked.get("query"));
    if asked.get("confirmed") != "yes" {
        let forecast = forecast(&cx, &act, &asked.chosen()).await?;
        return Ok(question(&cx, &act, &asked, &forecast, &back));
    }
    let done = apply_act(&cx, &act, &asked.chosen()).await?;
    let sign = if back.contains('?') { '&' } else { '?' };
    Ok(see_other(&format!("{back}{sign}done={}.{}", done.changed, done.refused)))
}

fn question(cx: &Cx, act: &Act, asked: &Asked, forecast: &Forecast, back: &str) -> axum::response::Response {
    let t = cx.text();
    let label = acts(t).into_iter().find(|(word, _)| *word == act.word()).map(|(_, label)| label);
    let label = label.unwrap_or_default();
    let view = admin::view(cx, AdminPage::Users, label.clone(), None);
    if forecast.changed == 0 {
        return view.page(html! {
            (page_header(label.as_str()))
            (effect(t, act, forecast))
            div.actions { (link_button(t.users_list_back(), back)) }
        });
    }
    let mut question = confirmation(label.as_str(), "/admin/users/bulk", view.csrf())
        .effect(effect(t, act, forecast))
        .yes(button(t.users_list_bulk_yes(forecast.changed)).danger())
        .back(t.web_cancel(), back);
    for (name, value) in asked.fields.iter().filter(|(name, _)| name != "confirmed") {
        question = question.carry(name, value.as_str());
    }
    view.page(question)
}

fn effect(t: Text, act: &Act, forecast: &Forecast) -> Markup {
    html! {
        ul {
            li { (t.users_list_bulk_changed(forecast.all, forecast.changed)) }
            @if forecast.unchanged > 0 { li { (t.users_list_bulk_unchanged(forecast.unchanged)) } }
            @if forecast.refused > 0 { li { (t.users_list_bulk_refused(forecast.refused)) } }
        }
        @if !forecast.reasons.is_empty() {
            details {
                summary { (t.users_list_bulk_reasons(forecast.reasons.len())) }
                ul { @for (name, why) in &forecast.reasons { li { bdi { (name) } ": " (t.refusal(why).0) } } }
            }
        }
        @if *act == Act::Deactivate { p { (t.users_list_bulk_deactivate()) } }
    }
}
