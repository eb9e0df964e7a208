//! One act on many users: first what it would do, in numbers, then the act.

use axum::{Router, response::Response, routing::post};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Kind, Refusal, Result, secret::Secret};

use super::{
    super::{
        Act, Begun, Chosen, Forecast, ListQuery, UNDO_DAYS,
        actions::{BRING_BACK, OTHERS_BY_NOW, TAKE_BACK, is_way_back},
        begin_act, forecast,
    },
    acts, deleted, fields,
    list::{acts as acts_of, address},
};
use crate::{
    accounts::{
        groups::{self, pages::group_field},
        ownership::{Together, pages::counted},
        passwords::pages::{OWN_PASSWORD, within_form},
        roles,
    },
    cx::{BaseRole, Cx, Permission},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{
            Icon, Tone, button, confirmation, definitions, form, hidden, link_button, notice, page_header,
            panel, select,
        },
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/bulk", post(act))
}

/// The field with the fingerprint of those who were looked at.
const SEEN: &str = "seen";

/// The form as it came; it is carried through the question unchanged.
struct Asked {
    fields: Vec<(String, String)>,
}

impl Asked {
    /// The form, and the caller's own password if it was given: that is carried nowhere.
    fn read(mut fields: Vec<(String, String)>) -> (Self, Secret) {
        let place = fields.iter().position(|(name, _)| name == OWN_PASSWORD);
        let password = place.map(|place| Secret::new(fields.swap_remove(place).1)).unwrap_or_default();
        fields.retain(|(name, _)| name != "username");
        (Self { fields }, password)
    }

    fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// Whether all who fit were chosen, whoever was ticked beside it.
    fn is_about_all(&self) -> bool {
        self.get("whom") == "all"
    }

    fn chosen(&self, act: &Act) -> Chosen {
        if let Some(chosen) = Chosen::of_way_back(act) {
            return chosen;
        }
        if self.is_about_all() {
            return Chosen::Fitting(Box::new(ListQuery::read(self.get("query"))));
        }
        let ids = self.fields.iter().filter(|(name, _)| name == "id").map(|(_, id)| id.clone());
        Chosen::These(ids.collect())
    }
}

async fn act(cx: Cx, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    cx.require(AdminPage::Users.permission())?;
    let (asked, password) = Asked::read(fields);
    let back = address(asked.get("query"));
    let cx = match within_form(&cx, &password).await {
        Ok(cx) => cx,
        Err(Error::Refusal(refusal)) => return ask_again(&cx, &asked, &refusal, &back).await,
        Err(fault) => return Err(fault.into()),
    };
    match answer(&cx, &asked, &back).await {
        Err(Error::Refusal(refusal))
            if refusal.kind != Kind::Forbidden || fields::asks_password(&refusal) =>
        {
            ask_again(&cx, &asked, &refusal, &back).await
        }
        answered => Ok(answered?),
    }
}

/// What the act would do, or what it did.
async fn answer(cx: &Cx, asked: &Asked, back: &str) -> Result<Response> {
    let act = read_act(cx, asked).await?;
    if asked.get("confirmed") != "yes" {
        return ask(cx, &act, asked, (false, back)).await;
    }
    let seen = Some(asked.get(SEEN)).filter(|seen| !seen.is_empty());
    let done = match begin_act(cx, &act, &asked.chosen(&act), seen).await {
        // Whoever was left out is named, with the reason, where the act is kept; what can be taken back is so there.
        Ok(Begun::Done(id, done))
            if done.refused > 0 || act.way_back(&id).is_some() || is_way_back(act.word()) =>
        {
            return Ok(see_other(&acts::address(&id)));
        }
        Ok(Begun::Done(_, done)) => done,
        Ok(Begun::Running(id) | Begun::Stopped(id)) => return Ok(see_other(&acts::address(&id))),
        Err(Error::Refusal(why)) if why.code == OTHERS_BY_NOW.code => {
            return ask(cx, &act, asked, (true, back)).await;
        }
        Err(other) => return Err(other),
    };
    let sign = if back.contains('?') { '&' } else { '?' };
    Ok(see_other(&format!("{back}{sign}done={}.{}.{}", done.changed, done.refused, act.word())))
}

/// Says what the act would do and asks for it; once more, if it is about others by now than those who were looked at.
async fn ask(cx: &Cx, act: &Act, asked: &Asked, (again, back): (bool, &str)) -> Result<Response> {
    let forecast = forecast(cx, act, &asked.chosen(act)).await?;
    let target = target(cx, act).await?;
    Ok(question(cx, act, asked, &forecast, (target, again, back)))
}

/// The act, with the group by its id whatever was typed. Refuses with `groups.unknown_name`.
async fn read_act(cx: &Cx, asked: &Asked) -> Result<Act> {
    let role = asked.get(if is_way_back(asked.get("act")) { "of" } else { "role" });
    let act = Act::read(asked.get("act"), role, asked.get("group"))?;
    let (Act::JoinGroup(typed) | Act::LeaveGroup(typed)) = &act else { return Ok(act) };
    let group = match groups::called(&mut cx.db.read().await?, typed).await {
        Err(Error::Refusal(refusal)) => return Err(refusal.on("group").into()),
        group => group?,
    };
    Ok(if matches!(act, Act::JoinGroup(_)) { Act::JoinGroup(group.id) } else { Act::LeaveGroup(group.id) })
}

/// What the role or the group is called that the act is about, with the word for it.
async fn target(cx: &Cx, act: &Act) -> Result<Option<(String, String)>> {
    let t = cx.text();
    let mut tx = cx.db.read().await?;
    Ok(match act {
        Act::ChangeRole(role) => {
            let role = roles::named(&mut tx, role).await?;
            Some((t.users_role(), t.role_name(&role.name, &role.display_name)))
        }
        Act::JoinGroup(id) | Act::LeaveGroup(id) => {
            Some((t.users_list_group(), groups::find_in(&mut tx, id).await?.name))
        }
        Act::Activate
        | Act::Deactivate
        | Act::Invite
        | Act::EndSessions
        | Act::Delete
        | Act::TakeBack(_)
        | Act::BringBack(_) => None,
    })
}

/// Says what is wrong, and asks for the role or the group once more, with everything else as it was chosen.
async fn ask_again(cx: &Cx, asked: &Asked, refusal: &Refusal, back: &str) -> WebResult {
    let t = cx.text();
    let label = label_of(t, asked.get("act"));
    let asks = refusal.field.filter(|field| matches!(*field, "role" | "group"));
    let mut role = select("role", t.users_role())
        .option("", t.users_list_choose_role())
        .value(asked.get("role"))
        .required();
    if asks == Some("role") {
        let known = roles::list(&mut cx.db.read().await?).await?;
        for it in known.iter().filter(|it| it.base != BaseRole::Super) {
            role = role.option(it.id.clone(), t.role_name(&it.name, &it.display_name));
        }
    }
    let view = admin::view(cx, AdminPage::Users, label.clone(), None).refused(Some(refusal));
    Ok(view.page(html! {
        (page_header(label.as_str()))
        (panel(form("/admin/users/bulk", view.csrf()).problems(t.web_problems(), problems(t, Some(refusal))).body(html! {
            @for (name, value) in asked.fields.iter().filter(|(name, _)| name != "confirmed" && asks != Some(name)) {
                (hidden(name, value.as_str()))
            }
            @match asks {
                Some("role") => (role.error(field_error(t, Some(refusal), "role"))),
                Some(_) => (group_field(t, "group", t.users_list_group()).value(asked.get("group")).required()
                    .error(field_error(t, Some(refusal), "group"))),
                None => {}
            }
            (fields::own_password_if_asked(cx, Some(refusal)))
            div.actions {
                @if asks.is_some() || fields::asks_password(refusal) { (button(t.users_list_look_first()).primary()) }
                (link_button(t.users_list_back(), back))
            }
        })))
    }))
}

/// What an act is called.
pub(super) fn label_of(t: Text, act: &str) -> String {
    match act {
        TAKE_BACK => t.users_list_act_take_back(),
        BRING_BACK => t.users_list_act_bring_back(),
        act => {
            let label = acts_of(t).into_iter().find(|(word, _)| *word == act);
            label.map(|(_, label)| label).unwrap_or_default()
        }
    }
}

fn question(
    cx: &Cx,
    act: &Act,
    asked: &Asked,
    forecast: &Forecast,
    (target, again, back): (Option<(String, String)>, bool, &str),
) -> Response {
    let t = cx.text();
    let label = label_of(t, act.word());
    let view = admin::view(cx, AdminPage::Users, label.clone(), None);
    // Whoever takes an act back came from its page.
    let of = is_way_back(act.word()).then(|| acts::address(act.target()));
    let from = of.as_deref().unwrap_or(back);
    let told = html! {
        (way_back(from))
        @if again { (others_by_now(t)) }
        @if asked.is_about_all() && !is_way_back(act.word()) { p { (t.users_list_bulk_whole()) } }
        (effect(cx, act, forecast, target))
        @if forecast.is_some_active && cx.may(Permission::ChangeUsers) {
            (deactivate_instead(t, asked, view.csrf()))
        }
    };
    if forecast.changed == 0 {
        return view.page(html! {
            (page_header(label.as_str()))
            (told)
            div.actions { (link_button(t.users_list_back(), back)) }
        });
    }
    let yes = button(yes(t, act, forecast.changed));
    let mut question = confirmation(label.as_str(), "/admin/users/bulk", view.csrf())
        .effect(told)
        .carry(SEEN, forecast.fingerprint.as_str())
        .yes(if matches!(act, Act::BringBack(_)) { yes.primary() } else { yes.danger() })
        .back(t.web_cancel(), from);
    for (name, value) in asked.fields.iter().filter(|(name, _)| name != "confirmed" && name != SEEN) {
        question = question.carry(name, value.as_str());
    }
    view.page(question)
}

/// What the button says that does it.
fn yes(t: Text, act: &Act, count: usize) -> String {
    match act {
        Act::Activate => t.users_list_bulk_yes_activate(count),
        Act::Deactivate => t.users_list_bulk_yes_deactivate(count),
        Act::EndSessions => t.users_list_bulk_yes_end_sessions(count),
        Act::Invite => t.users_list_bulk_yes_invite(count),
        Act::Delete => t.users_list_bulk_yes_delete(count),
        Act::BringBack(_) => t.users_list_bulk_yes_bring_back(count),
        _ => t.users_list_bulk_yes(count),
    }
}

/// The browser's own way back then leads to the list: what answers a form cannot be shown again.
fn way_back(back: &str) -> Markup {
    html! { span hidden data-back=(back) {} }
}

fn others_by_now(t: Text) -> Markup {
    let (message, next) = t.refusal(&OTHERS_BY_NOW);
    notice(Tone::Warning, html! { p { (message) " " (next.unwrap_or_default()) } }).render()
}

/// Each reason once, with what can be done about it, and whom it leaves out.
fn by_reason(t: Text, reasons: &[(String, Refusal)]) -> Vec<(String, Vec<&str>)> {
    let mut told: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, why) in reasons {
        let (message, next) = t.refusal(why);
        let why = next.map_or_else(|| message.clone(), |next| format!("{message} {next}"));
        match told.iter_mut().find(|(known, _)| *known == why) {
            Some((_, names)) => names.push(name),
            None => told.push((why, vec![name])),
        }
    }
    told
}

/// The first of those that it changes, and how many more there are.
fn named(t: Text, forecast: &Forecast) -> Markup {
    let more = forecast.changed - forecast.names.len();
    html! {
        ul {
            @for name in &forecast.names { li { bdi { (name) } } }
            @if more > 0 { li { (t.users_list_bulk_more(more)) } }
        }
    }
}

/// What an act did, by its word, and how many it left out.
pub(super) fn told_done(t: Text, act: &str, (changed, refused): (usize, usize)) -> String {
    match act {
        "role" => t.users_list_bulk_done_role(changed, refused),
        "join" => t.users_list_bulk_done_join(changed, refused),
        "leave" => t.users_list_bulk_done_leave(changed, refused),
        "activate" => t.users_list_bulk_done_activate(changed, refused),
        "deactivate" => t.users_list_bulk_done_deactivate(changed, refused),
        "invite" => t.users_list_bulk_done_invite(changed, refused),
        "end_sessions" => t.users_list_bulk_done_end_sessions(changed, refused),
        "delete" => t.users_list_bulk_done_delete(changed, refused),
        TAKE_BACK => t.users_list_bulk_done_take_back(changed, refused),
        BRING_BACK => t.users_list_bulk_back_done(changed, refused),
        _ => t.users_list_bulk_done(changed, refused),
    }
}

/// How many are as the act would have them already.
pub(super) fn unchanged(t: Text, act: &Act, count: usize) -> String {
    match act {
        Act::BringBack(_) => t.users_list_bulk_back_already(count),
        _ => t.users_list_bulk_unchanged(count),
    }
}

fn effect(cx: &Cx, act: &Act, forecast: &Forecast, target: Option<(String, String)>) -> Markup {
    let t = cx.text();
    let changed = match act {
        Act::BringBack(_) => t.users_list_bulk_back(forecast.all, forecast.changed),
        Act::Delete => t.users_list_bulk_changed_delete(forecast.changed, forecast.all),
        _ => t.users_list_bulk_changed(forecast.all, forecast.changed),
    };
    html! {
        @if let Some((word, name)) = target { (definitions().row(word, html! { bdi { (name) } })) }
        ul {
            li {
                (changed)
                @if !forecast.names.is_empty() { (named(t, forecast)) }
            }
            @if forecast.unchanged > 0 { li { (unchanged(t, act, forecast.unchanged)) } }
            @if forecast.refused > 0 { li { (t.users_list_bulk_refused(forecast.refused)) } }
        }
        @if !forecast.reasons.is_empty() {
            details open[forecast.changed == 0] {
                summary { (t.users_list_bulk_reasons(forecast.reasons.len())) }
                @for (why, names) in by_reason(t, &forecast.reasons) {
                    p { (why) }
                    ul { @for name in names { li { bdi { (name) } } } }
                }
            }
        }
        @match act {
            Act::Deactivate => p { (t.users_list_bulk_deactivate()) },
            Act::Delete => {
                @if forecast.changed > 0 { p { strong { (owned(t, &forecast.owned)) } } }
                p { (t.users_list_bulk_delete(UNDO_DAYS)) }
                @if !forecast.owned.counts.is_empty() && cx.may(Permission::ReadOwnership) {
                    p { a href=(AdminPage::Ownership.path()) { (t.users_list_bulk_hand_over()) } }
                }
            },
            Act::BringBack(_) => {
                @if forecast.changed > 0 { p { (t.users_list_bulk_bring_back()) } }
                @if forecast.refused > 0 { (stay(t)) }
            },
            _ => {}
        }
    }
}

/// What those own who would be deleted.
fn owned(t: Text, owned: &Together) -> String {
    let kinds: Vec<String> = owned.counts.iter().map(|(kind, count)| counted(t, *kind, *count)).collect();
    match (kinds.join(", "), owned.has_more) {
        (none, _) if none.is_empty() => t.users_list_bulk_owned_nothing(),
        (what, false) => t.users_list_bulk_owned(what),
        (what, true) => t.users_list_bulk_owned_more(what),
    }
}

/// The milder way for the same users; what it would do is shown first, too.
fn deactivate_instead(t: Text, asked: &Asked, csrf: &str) -> Markup {
    let carried =
        asked.fields.iter().filter(|(name, _)| !["act", "confirmed", SEEN].contains(&name.as_str()));
    let body = html! {
        (hidden("act", Act::Deactivate.word()))
        @for (name, value) in carried { (hidden(name, value.as_str())) }
        div.actions { (button(t.users_deactivate_instead()).icon(Icon::Lock)) }
    };
    html! {
        p { (t.users_list_bulk_deactivate_instead()) }
        (form("/admin/users/bulk", csrf).body(body))
    }
}

/// Where those are who could not be brought back.
pub(super) fn stay(t: Text) -> Markup {
    html! {
        p { (t.users_list_bulk_back_left_out()) " " a href=(deleted::HERE) { (t.users_deleted_title()) } }
    }
}
