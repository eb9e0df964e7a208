//! One import: how far it is, what becomes of its rows, and what can be done with it.

use axum::{
    Router,
    extract::{Path, Query},
    http::{HeaderName, HeaderValue},
    response::Response,
    routing::{get, post},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    super::{
        actions::{self, Wanted},
        columns::Field,
        model::{Import, Row, State, Verdict},
    },
    HERE, address, columns, field_words, name, state_badge, verdict_words,
};
use crate::{
    accounts::users::UNDO_DAYS,
    cx::{BEYOND_OWN_ROLE, Cx, Permission},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{
            Confirm, Tone, badge, button, chips, column, confirmation, empty, form, link_button, notice,
            page_header, pager, panel, progress, table,
        },
        see_other,
    },
};

/// How often a browser looks again while a job is at work, in seconds. A header, so that it needs no script.
const LOOKS_AGAIN: &str = "3";
const REFRESH: HeaderName = HeaderName::from_static("refresh");

pub(super) fn router() -> Router {
    Router::new()
        .route(&format!("{HERE}/{{id}}"), get(show))
        .route(&format!("{HERE}/{{id}}/apply"), post(apply))
        .route(&format!("{HERE}/{{id}}/undo"), post(undo))
        .route(&format!("{HERE}/{{id}}/remove"), post(remove))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    verdict: String,
    from: usize,
    columns: bool,
}

async fn show(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    match import.state {
        State::Read => columns::page(&cx, &import, None).await,
        State::Checked if asked.columns => columns::page(&cx, &import, None).await,
        state if state.is_running() => Ok(working(&cx, &import)),
        _ => verdicts(&cx, &import, &asked).await,
    }
}

/// What can be done with an import.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Apply,
    GoOn,
    Undo,
    Remove,
}

/// A deed in words.
struct Words {
    label: String,
    title: String,
    question: String,
}

impl Deed {
    /// The deeds that an import in this state is ready for, and the caller may do.
    fn all_of(cx: &Cx, import: &Import) -> Vec<Self> {
        let is_allowed = |deed: &Self| match deed {
            Self::Apply | Self::GoOn => cx.may(Permission::AddUsers),
            Self::Undo => cx.may(Permission::DeleteUsers),
            Self::Remove => true,
        };
        Self::of_state(import).into_iter().filter(is_allowed).collect()
    }

    fn of_state(import: &Import) -> Vec<Self> {
        let changes = import.counts.of(Verdict::Add) + import.counts.of(Verdict::Change);
        match import.state {
            State::Checked if changes > 0 => vec![Self::Apply, Self::Remove],
            State::Stopped => vec![Self::GoOn, Self::Undo, Self::Remove],
            State::Applied => vec![Self::Undo, Self::Remove],
            _ => vec![Self::Remove],
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Apply | Self::GoOn => "apply",
            Self::Undo => "undo",
            Self::Remove => "remove",
        }
    }

    /// `mails` is how many invitations go out at most.
    fn words(self, t: Text, import: &Import, mails: i64) -> Words {
        let (added, changed) = (import.counts.of(Verdict::Add), import.counts.of(Verdict::Change));
        let (label, title, question) = match self {
            Self::Apply => {
                let mut question = t.import_apply_question(t.number(added), t.number(changed));
                if mails > 0 {
                    question = format!("{question} {}", t.import_mails_follow(mails));
                }
                (t.import_apply_rows(added + changed), t.import_apply_title(), question)
            }
            Self::GoOn => (t.import_go_on(), t.import_apply_title(), t.import_go_on_question()),
            Self::Undo => (t.import_undo(), t.import_undo_title(), t.import_undo_question(UNDO_DAYS)),
            Self::Remove => (t.import_remove(), t.import_remove_title(), t.import_remove_question()),
        };
        Words { label, title, question }
    }

    fn form(self, cx: &Cx, csrf: &str, import: &Import, mails: i64) -> Markup {
        let words = self.words(cx.text(), import, mails);
        let press = button(words.label.clone());
        let press = if matches!(self, Self::Apply | Self::GoOn) { press.primary() } else { press };
        let confirm = Confirm {
            title: words.title.into(),
            text: words.question.into(),
            yes: words.label.into(),
            no: cx.text().web_cancel().into(),
        };
        let body = html! { input type="hidden" name="version" value=(import.version); (press) };
        html! { (form(self.path(import), csrf).inline().confirm(confirm).body(body)) }
    }

    fn path(self, import: &Import) -> String {
        format!("{}/{}", address(import), self.word())
    }
}

#[derive(Deserialize)]
struct Seen {
    version: Option<i64>,
    #[serde(default)]
    confirmed: String,
}

async fn apply(cx: Cx, Path(id): Path<String>, Form(seen): Form<Seen>) -> WebResult {
    if let Some(question) = question(&cx, &id, &seen, Deed::Apply).await? {
        return Ok(question);
    }
    let import = actions::apply(&cx, &id, seen.version).await?;
    Ok(see_other(&address(&import)))
}

async fn undo(cx: Cx, Path(id): Path<String>, Form(seen): Form<Seen>) -> WebResult {
    if let Some(question) = question(&cx, &id, &seen, Deed::Undo).await? {
        return Ok(question);
    }
    let import = actions::undo(&cx, &id, seen.version).await?;
    Ok(see_other(&address(&import)))
}

async fn remove(cx: Cx, Path(id): Path<String>, Form(seen): Form<Seen>) -> WebResult {
    if let Some(question) = question(&cx, &id, &seen, Deed::Remove).await? {
        return Ok(question);
    }
    actions::remove(&cx, &id).await?;
    Ok(see_other(&format!("{HERE}?done=removed")))
}

/// The question as a page, for browsers without scripts; none if it was answered.
async fn question(cx: &Cx, id: &str, seen: &Seen, deed: Deed) -> seatwarden_base::Result<Option<Response>> {
    if seen.confirmed == "yes" {
        return Ok(None);
    }
    let import = actions::find(cx, id).await?;
    if !actions::is_within_reach(cx, &import).await? {
        return Err(BEYOND_OWN_ROLE.into());
    }
    let deed = if deed == Deed::Apply && import.state == State::Stopped { Deed::GoOn } else { deed };
    let words = deed.words(cx.text(), &import, actions::mails(cx, &import).await?);
    let view = admin::view(cx, AdminPage::Users, words.title.clone(), None);
    let version = seen.version.map(|version| version.to_string()).unwrap_or_default();
    Ok(Some(
        view.page(
            confirmation(words.title, deed.path(&import), view.csrf())
                .effect(html! { p { (words.question) } })
                .yes(button(words.label).danger())
                .carry("version", version)
                .back(cx.text().web_cancel(), address(&import)),
        ),
    ))
}

fn working(cx: &Cx, import: &Import) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Users, t.import_title(), None);
    let steps = |number: i64| u64::try_from(number).unwrap_or_default();
    let told = t.import_progress_rows(t.number(import.done()), t.number(import.rows));
    let mut bar = progress("done", t.import_progress(), told);
    if import.state != State::Reading {
        bar = bar.done(steps(import.done()), steps(import.rows));
    }
    let mut response = view.page(html! {
        (page_header(name(t, import)).lead(html! { (state_badge(t, import.state)) }))
        (panel(html! {
            (bar)
            p { (t.import_progress_lead()) }
            div.actions { (link_button(t.import_look_again(), address(import))) }
        }))
    });
    response.headers_mut().insert(REFRESH, HeaderValue::from_static(LOOKS_AGAIN));
    response
}

async fn verdicts(cx: &Cx, import: &Import, asked: &Asked) -> WebResult {
    let wanted = Wanted { verdict: Verdict::of_word(&asked.verdict), from: asked.from };
    let (rows, next) = actions::rows(cx, import, wanted).await?;
    let mails = actions::mails(cx, import).await?;
    let groups = actions::groups_left(cx, import).await?;
    let is_within_reach = actions::is_within_reach(cx, import).await?;
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Users, t.import_title(), None);
    let to = |verdict: &str, from: usize| format!("{}?verdict={verdict}&from={from}", address(import));
    let mut filters = chips(t.import_verdicts()).chip(
        format!("{} ({})", t.import_all_rows(), t.number(import.rows)),
        to("", 0),
        wanted.verdict.is_none(),
    );
    for verdict in Verdict::ALL {
        let label = format!("{} ({})", verdict_words(t, verdict), t.number(import.counts.of(verdict)));
        filters = filters.chip(label, to(verdict.word(), 0), wanted.verdict == Some(verdict));
    }
    let summary = t
        .import_progress_rows(t.number(i64::try_from(rows.len()).unwrap_or_default()), t.number(import.rows));
    let next = next.map(|from| to(wanted.verdict.map_or("", Verdict::word), from));
    Ok(view.page(html! {
        (page_header(name(t, import)).lead(html! { (state_badge(t, import.state)) })
            .actions(html! { (link_button(t.import_result(), format!("{}/result", address(import)))) }))
        (told(t, import))
        @if !groups.is_empty() { p { (t.import_groups_stay()) " " bdi { (groups.join(", ")) } } }
        @if is_within_reach {
            (what_next(cx, view.csrf(), import, mails))
            (columns::password_needed(cx, view.csrf(), import, &rows))
        } @else { (only_looking(t)) }
        (filters)
        @if rows.is_empty() { (empty(t.import_no_rows(), t.import_no_rows_lead())) }
        @else { (panel(list(t, import, &rows)).flush()) }
        (pager(t.import_verdicts(), summary).next(t.import_next(), next))
    }))
}

pub(super) fn told(t: Text, import: &Import) -> Markup {
    html! {
        @if let Some(why) = &import.why {
            (notice(Tone::Danger, html! { (t.import_stopped_why()) " " (t.kept_refusal(why).0) }))
        }
        @if import.state == State::Undone { p { (t.import_undone_rows(import.undone)) } }
    }
}

/// Says why there is nothing to press.
pub(super) fn only_looking(t: Text) -> Markup {
    html! { (notice(Tone::Info, html! { p { (t.import_only_looking()) } })) }
}

fn what_next(cx: &Cx, csrf: &str, import: &Import, mails: i64) -> Markup {
    let t = cx.text();
    let deeds = Deed::all_of(cx, import);
    html! {
        @if import.state == State::Checked && !Deed::of_state(import).contains(&Deed::Apply) { p { (t.import_nothing_to_do()) } }
        div.actions {
            @if import.state == State::Applied {
                (link_button(t.import_see_users(), AdminPage::Users.path()).primary())
            }
            @for deed in deeds { (deed.form(cx, csrf, import, mails)) }
            @if import.state == State::Checked {
                (link_button(t.import_check_again(), format!("{}?columns=true", address(import))))
            }
            (link_button(t.import_title(), HERE))
        }
    }
}

fn list<'a>(t: Text, import: &Import, rows: &[Row]) -> crate::web::parts::Table<'a> {
    let mut shown = table(t.import_verdicts())
        .column(column(t.import_line()))
        .column(column(t.import_user()))
        .column(column(t.import_verdict()))
        .column(column(t.import_why()));
    for row in rows {
        shown = shown.row([
            html! { (row.line) },
            user(import, row),
            html! { @if let Some(verdict) = row.verdict { (badge(tone(verdict), verdict_words(t, verdict))) } },
            why(t, import, row),
        ]);
    }
    shown
}

const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Add => Tone::Success,
        Verdict::Change => Tone::Info,
        Verdict::Unchanged => Tone::Plain,
        Verdict::Wrong => Tone::Danger,
    }
}

fn user(import: &Import, row: &Row) -> Markup {
    let cell = |field| import.columns.cell(&row.cells, field);
    let named = [Field::Email, Field::UserName].map(cell).into_iter().find(|name| !name.is_empty());
    let full = format!("{} {}", cell(Field::FirstName), cell(Field::LastName));
    html! {
        div {
            @match &row.user_id {
                Some(id) if !row.undone => {
                    a href={ (AdminPage::Users.path()) "/" (id) } { bdi { (named.unwrap_or(id)) } }
                },
                _ => bdi { (named.unwrap_or_default()) },
            }
            @if !full.trim().is_empty() { div { bdi { (full.trim()) } } }
        }
    }
}

fn why(t: Text, import: &Import, row: &Row) -> Markup {
    html! {
        @if row.undone && row.why.is_none() { (badge(Tone::Warning, t.import_undone())) }
        @else if row.undone { (badge(Tone::Danger, t.import_not_undone())) " " }
        @if let Some(why) = &row.why {
            @let (message, next) = t.kept_refusal(why);
            (message) " " @if let Some(next) = next { (next) }
        } @else if import.state != State::Undone {
            @for told in told_of(t, import, row) { div { bdi { (told) } } }
            @if let Some(remark) = &row.remark {
                @let (message, next) = t.kept_refusal(remark);
                div { (badge(Tone::Warning, t.import_remark())) " " (message) " " @if let Some(next) = next { (next) } }
            }
        }
    }
}

/// What a new user is given, and what changes about one who is there: what it was, and what it will be.
fn told_of(t: Text, import: &Import, row: &Row) -> Vec<String> {
    let Some(shows) = &row.shows else {
        return row.changes.iter().map(|field| field_words(t, *field)).collect();
    };
    let role = |of: &Option<(String, String)>| of.as_ref().map(|(name, shown)| t.role_name(name, shown));
    let groups = |of: &Option<Vec<String>>| of.as_ref().map(|names| names.join(", "));
    let told = |field| {
        let (before, after) = match field {
            Field::Role => (role(&shows.role_before), role(&shows.role)),
            Field::Groups => (groups(&shows.groups_before), groups(&shows.groups)),
            _ => shows.text_before(field).map_or((None, None), |was| {
                (Some(was.to_owned()), Some(import.columns.cell(&row.cells, field).to_owned()))
            }),
        };
        let or_none = |value: String| if value.is_empty() { t.import_shows_none() } else { value };
        match (before, after) {
            (Some(before), Some(after)) => {
                t.import_shows_change(field_words(t, field), or_none(before), or_none(after))
            }
            (None, Some(after)) => t.import_shows_value(field_words(t, field), or_none(after)),
            (_, None) => field_words(t, field),
        }
    };
    let is_given = |field: &Field| match field {
        Field::Role => shows.role.is_some(),
        _ => shows.groups.is_some(),
    };
    match row.verdict {
        Some(Verdict::Add) => [Field::Role, Field::Groups].into_iter().filter(is_given).map(told).collect(),
        _ => row.changes.iter().map(|field| told(*field)).collect(),
    }
}
