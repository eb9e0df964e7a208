//! Admin > Users > Import Many: uploading, choosing columns, the verdicts, applying, taking back.

mod columns;
mod list;
mod one;

use axum::{Router, extract::Path, routing::get};
use maud::{Markup, Render};

use super::{
    actions,
    columns::Field,
    model::{Import, State, Verdict},
    result,
};
use crate::{
    cx::Cx,
    text::Text,
    web::{
        WebResult,
        parts::{Tone, badge},
    },
};

/// Where lists are uploaded.
pub const PAGE: &str = "/admin/users/import";
const HERE: &str = PAGE;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(list::router())
        .merge(one::router())
        .merge(columns::router())
        .route(&format!("{HERE}/{{id}}/result"), get(write_result))
}

async fn write_result(cx: Cx, Path(id): Path<String>) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    Ok(result::file(&cx, import))
}

fn address(import: &Import) -> String {
    format!("{HERE}/{}", import.id)
}

fn name(t: Text, import: &Import) -> String {
    match (import.name.as_str(), import.over_api) {
        ("", true) => t.import_name_sent(),
        ("", false) => t.import_name_pasted(),
        (name, _) => name.to_owned(),
    }
}

fn state_badge(t: Text, state: State) -> Markup {
    let (tone, words) = match state {
        State::Reading => (Tone::Info, t.import_state_reading()),
        State::Read => (Tone::Plain, t.import_state_read()),
        State::Checking => (Tone::Info, t.import_state_checking()),
        State::Checked => (Tone::Plain, t.import_state_checked()),
        State::Applying => (Tone::Info, t.import_state_applying()),
        State::Applied => (Tone::Success, t.import_state_applied()),
        State::Undoing => (Tone::Info, t.import_state_undoing()),
        State::Undone => (Tone::Warning, t.import_state_undone()),
        State::Stopped => (Tone::Danger, t.import_state_stopped()),
    };
    badge(tone, words).render()
}

fn verdict_words(t: Text, verdict: Verdict) -> String {
    match verdict {
        Verdict::Add => t.import_verdict_add(),
        Verdict::Change => t.import_verdict_change(),
        Verdict::Unchanged => t.import_verdict_unchanged(),
        Verdict::Wrong => t.import_verdict_wrong(),
    }
}

fn field_words(t: Text, field: Field) -> String {
    match field {
        Field::Email => t.import_field_email(),
        Field::UserName => t.import_field_user_name(),
        Field::FirstName => t.import_field_first_name(),
        Field::LastName => t.import_field_last_name(),
        Field::Role => t.import_field_role(),
        Field::Groups => t.import_field_groups(),
        Field::Language => t.import_field_language(),
        Field::Active => t.import_field_active(),
        Field::Password => t.import_field_password(),
        Field::Hash => t.import_field_hash(),
        Field::Origin => t.import_field_origin(),
    }
}
