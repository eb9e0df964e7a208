//! Saying what the columns hold, and how to go about it.

use axum::{Router, extract::Path, response::Response, routing::post};
use maud::{Markup, Render, html};
use seatwarden_base::{Error, Refusal, Result, secret::Secret};

use super::{
    super::{
        actions::{self, Wanted},
        columns::{Columns, Field, may_be_secret},
        model::{Import, Options, Row},
        result::is_own_head,
    },
    HERE, address, field_words, name,
    one::{only_looking, told},
};
use crate::{
    accounts::{
        passwords::pages::{OWN_PASSWORD, own_password, within_form},
        sessions::{self, CONFIRM_FIRST},
        users::check_email,
    },
    cx::{Cx, NEEDS_FULL_SCOPE, Permission},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{Tone, button, checkbox, form, hidden, link_button, notice, page_header, panel, select},
        problems, see_other,
    },
};

/// How many rows are shown beside the columns.
const SAMPLES: usize = 3;
/// How much of a cell is shown, in characters.
const SAMPLE_LENGTH: usize = 40;

pub(super) fn router() -> Router {
    Router::new().route(&format!("{HERE}/{{id}}/check"), post(check))
}

async fn check(cx: Cx, Path(id): Path<String>, Form(fields): Form<Vec<(String, String)>>) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    let (version, columns, options) = read(&import, &fields);
    let password =
        fields.into_iter().find(|(name, _)| name == OWN_PASSWORD).map(|(_, typed)| Secret::new(typed));
    let cx = match within_form(&cx, &password.unwrap_or_default()).await {
        Ok(cx) => cx,
        Err(Error::Refusal(refusal)) => {
            return page(&cx, &Import { columns, options, ..import }, Some(&refusal)).await;
        }
        Err(fault) => return Err(fault.into()),
    };
    match actions::check(&cx, &id, version, columns.clone(), options).await {
        Ok(import) => Ok(see_other(&address(&import))),
        Err(Error::Refusal(refusal)) if refusal.field == Some("columns") => {
            page(&cx, &Import { columns, options, ..import }, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The field for the caller's own password, if some of the rows that are shown are wrong for want of it; the rows are then
/// checked anew, with everything else as it was chosen.
pub(super) fn password_needed(cx: &Cx, csrf: &str, import: &Import, rows: &[Row]) -> Markup {
    let lacks = |row: &Row| row.why.as_ref().is_some_and(|why| why.code == NEEDS_FULL_SCOPE.code);
    if !rows.iter().any(lacks) || sessions::require_confirmed(cx).is_ok() {
        return Markup::default();
    }
    let t = cx.text();
    let Options { changes_existing, invites, makes_groups, leaves_groups, takes_lookalikes, .. } =
        import.options;
    let options = [
        ("changes_existing", changes_existing),
        ("invites", invites),
        ("makes_groups", makes_groups),
        ("leaves_groups", leaves_groups),
        ("takes_lookalikes", takes_lookalikes),
    ];
    let body = html! {
        p { (t.refusal(&CONFIRM_FIRST).0) }
        (hidden("version", import.version.to_string()))
        @for (at, column) in import.columns.0.iter().enumerate() {
            (hidden(&format!("column_{at}"), column.map_or("", Field::word)))
        }
        @for (name, _) in options.into_iter().filter(|(_, is_on)| *is_on) { (hidden(name, "on")) }
        (own_password(cx, "own-password", None))
        div.actions { (button(t.import_check())) }
    };
    html! { (panel(form(format!("{}/check", address(import)), csrf).body(body))) }
}

fn read(import: &Import, fields: &[(String, String)]) -> (Option<i64>, Columns, Options) {
    let get = |name: &str| fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value);
    let is = |name| get(name) == "on";
    let columns = (0..import.heads.len()).map(|at| Field::of_word(get(&format!("column_{at}")))).collect();
    let options = Options {
        changes_existing: is("changes_existing"),
        invites: is("invites"),
        makes_groups: is("makes_groups"),
        leaves_groups: is("leaves_groups"),
        takes_lookalikes: is("takes_lookalikes"),
        ..import.options
    };
    (get("version").parse().ok(), Columns(columns), options)
}

/// The page on which the columns are chosen.
pub(super) async fn page(
    cx: &Cx,
    import: &Import,
    refusal: Option<&Refusal>,
) -> Result<Response, crate::web::WebError> {
    let (rows, _) = actions::rows(cx, import, Wanted::default()).await?;
    let is_within_reach = actions::is_within_reach(cx, import).await?;
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Users, t.import_title(), None).refused(refusal);
    let to = format!("{}/check", address(import));
    let body = html! {
        input type="hidden" name="version" value=(import.version);
        (holds(t, import, &rows))
        (options(cx, import.options))
        @if refusal.is_some_and(|refusal| refusal.field == Some(OWN_PASSWORD)) {
            (own_password(cx, "own-password", refusal))
        }
        div.actions {
            @if is_within_reach { (button(t.import_check()).primary()) }
            (link_button(t.web_cancel(), HERE))
        }
    };
    Ok(view.page(html! {
        (page_header(name(t, import)).lead(html! { (t.import_columns_lead()) }))
        (told(t, import))
        @if !is_within_reach { (only_looking(t)) }
        (passed_over(t, import, &rows))
        (panel(form(to, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body)))
    }))
}

/// Warns of columns that nobody reads though they look like something that is asked for: their heads say what another
/// column is taken for, or addresses stand in them.
fn passed_over(t: Text, import: &Import, rows: &[Row]) -> Markup {
    let looks_wanted = |at: usize, head: &str| {
        let is_second = Field::guess(head).is_some_and(|field| import.columns.has(field));
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at));
        is_second || cells.any(|cell| check_email(cell).is_ok())
    };
    let heads = import.heads.iter().enumerate();
    let passed = heads.filter(|(at, _)| import.columns.0.get(*at).copied().flatten().is_none());
    let heads: Vec<&str> = passed
        .filter(|(at, head)| !is_own_head(head) && looks_wanted(*at, head))
        .map(|(_, head)| head.as_str())
        .collect();
    if heads.is_empty() {
        return Markup::default();
    }
    notice(Tone::Warning, html! { p { (t.import_passed_over(heads.len(), heads.join(", "))) } }).render()
}

fn holds(t: Text, import: &Import, rows: &[Row]) -> Markup {
    html! {
        div.fields {
            @for (at, head) in import.heads.iter().enumerate() {
                (choice(t, import, at, head, rows))
            }
        }
    }
}

fn choice(t: Text, import: &Import, at: usize, head: &str, rows: &[Row]) -> Markup {
    let chosen = import.columns.0.get(at).copied().flatten();
    let name = format!("column_{at}");
    let samples: Vec<String> = rows
        .iter()
        .take(SAMPLES)
        .filter_map(|row| row.cells.get(at))
        .filter(|cell| !cell.is_empty())
        .map(|cell| cell.chars().take(SAMPLE_LENGTH).collect())
        .collect();
    let cells = || rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str);
    let is_hidden = match chosen {
        Some(field) => field.is_secret(),
        None => may_be_secret(head, cells()),
    };
    let samples = match (is_hidden, samples.is_empty()) {
        (true, false) => t.import_samples_hidden(),
        _ => samples.join(" · "),
    };
    let mut list = select(&name, if head.is_empty() { t.import_column() } else { head.to_owned() })
        .hint(samples)
        .value(chosen.map_or("", Field::word))
        .option("", t.import_pass_over());
    for field in Field::ALL {
        list = list.option(field.word(), field_words(t, field));
    }
    html! { (list) }
}

fn options(cx: &Cx, options: Options) -> Markup {
    let t = cx.text();
    html! {
        fieldset.boxes {
            legend { (t.import_options()) }
            (checkbox("changes_existing", t.import_changes_existing()).hint(t.import_changes_existing_hint())
                .checked(options.changes_existing))
            (checkbox("invites", t.import_invites()).hint(t.import_invites_hint()).checked(options.invites))
            @if cx.may(Permission::ManageGroups) {
                (checkbox("makes_groups", t.import_makes_groups()).checked(options.makes_groups))
            }
            (checkbox("leaves_groups", t.import_leaves_groups()).hint(t.import_leaves_groups_hint())
                .checked(options.leaves_groups))
            (checkbox("takes_lookalikes", t.import_takes_lookalikes()).hint(t.import_takes_lookalikes_hint())
                .checked(options.takes_lookalikes))
        }
    }
}
