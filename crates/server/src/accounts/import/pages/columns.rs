//! Saying what the columns hold, and how to go about it.

use axum::{Router, extract::Path, response::Response, routing::post};
use maud::{Markup, html};
use seatwarden_base::{Error, Refusal, Result};

use super::{
    super::{
        actions::{self, Wanted},
        columns::{Columns, Field},
        model::{Import, Options, Row},
    },
    HERE, address, field_words, name,
    one::told,
};
use crate::{
    cx::{Cx, Permission},
    text::Text,
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        parts::{button, checkbox, form, link_button, page_header, panel, select},
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
    match actions::check(&cx, &id, version, columns.clone(), options).await {
        Ok(import) => Ok(see_other(&address(&import))),
        Err(Error::Refusal(refusal)) if refusal.field == Some("columns") => {
            page(&cx, &Import { columns, options, ..import }, Some(&refusal)).await
        }
        Err(other) => Err(other.into()),
    }
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
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Users, t.import_title(), None).refused(refusal);
    let to = format!("{}/check", address(import));
    let body = html! {
        input type="hidden" name="version" value=(import.version);
        (holds(t, import, &rows))
        (options(cx, import.options))
        div.actions {
            (button(t.import_check()).primary())
            (link_button(t.web_cancel(), HERE))
        }
    };
    Ok(view.page(html! {
        (page_header(name(t, import)).lead(html! { (t.import_columns_lead()) }))
        (told(t, import))
        (panel(form(to, view.csrf()).problems(t.web_problems(), problems(t, refusal)).body(body)))
    }))
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
    let samples = if chosen.is_some_and(Field::is_secret) { String::new() } else { samples.join(" · ") };
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
