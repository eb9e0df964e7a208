//! Import Many over our own API v1: send a table, look at the verdicts, apply, take back.

use axum::{
    Router,
    extract::{Path, Query, Request},
    http::{HeaderValue, StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use seatwarden_base::Result;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    actions::{self, Sent, Wanted},
    columns::{Columns, Field},
    model::{Import, Options, Row, UNKNOWN_FIELD, UNKNOWN_VERDICT, Verdict},
    result,
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{Json, Limit, WebResult, body, paged, parse, place, read_place, shorten},
};

const HERE: &str = "/api/v1/imports";

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .route(HERE, get(list).post(upload))
        .route("/api/v1/imports/{id}", get(find).delete(remove))
        .route("/api/v1/imports/{id}/rows", get(rows))
        .route("/api/v1/imports/{id}/result", get(write_result))
        .route("/api/v1/imports/{id}/check", post(check))
        .route("/api/v1/imports/{id}/apply", post(apply))
        .route("/api/v1/imports/{id}/undo", post(undo))
}

fn shown(cx: &Cx, import: &Import) -> Value {
    let columns: Vec<Value> = import
        .heads
        .iter()
        .zip(&import.columns.0)
        .map(|(head, field)| json!({ "head": head, "field": field.map(Field::word) }))
        .collect();
    let counts: serde_json::Map<String, Value> =
        Verdict::ALL.iter().map(|it| (it.word().to_owned(), json!(import.counts.of(*it)))).collect();
    json!({
        "id": import.id, "name": import.name, "state": import.state.word(), "startedBy": import.actor_name,
        "columns": columns, "options": import.options, "rows": import.rows, "done": import.done(),
        "counts": counts, "undone": import.undone, "version": import.version,
        "reason": import.why.as_ref().map(|why| cx.text().kept_refusal(why).0),
        "created": rfc3339(import.created_at_ms), "applied": import.applied_at_ms.map(rfc3339),
    })
}

fn shown_row(cx: &Cx, import: &Import, row: &Row) -> Value {
    let cell = |field| import.columns.cell(&row.cells, field);
    let changes: Vec<&str> = row.changes.iter().map(|field| field.word()).collect();
    let mut shown = json!({
        "line": row.line, "email": cell(Field::Email), "userName": cell(Field::UserName),
        "verdict": row.verdict.map(Verdict::word), "changes": changes, "userId": row.user_id,
        "undone": row.undone && row.why.is_none(),
    });
    if let Some(shows) = &row.shows {
        let role = |of: &Option<(String, String)>| of.as_ref().map(|(name, _)| name.clone());
        let values = [
            ("role", json!(role(&shows.role))),
            ("roleBefore", json!(role(&shows.role_before))),
            ("groups", json!(shows.groups)),
            ("groupsBefore", json!(shows.groups_before)),
        ];
        let before = [
            (Field::Email, "emailBefore"),
            (Field::UserName, "userNameBefore"),
            (Field::FirstName, "firstNameBefore"),
            (Field::LastName, "lastNameBefore"),
            (Field::Language, "languageBefore"),
        ];
        for (field, name) in before {
            if let Some(was) = shows.text_before(field) {
                shown[name] = json!(was);
            }
        }
        for (name, value) in values.into_iter().filter(|(_, value)| !value.is_null()) {
            shown[name] = value;
        }
    }
    if let Some(remark) = &row.remark {
        let (detail, next) = cx.text().kept_refusal(remark);
        shown["remark"] =
            json!({ "code": remark.code, "field": remark.field, "detail": detail, "next": next });
    }
    if let Some(why) = &row.why {
        let (detail, next) = cx.text().kept_refusal(why);
        shown["code"] = json!(why.code);
        shown["field"] = json!(why.field);
        shown["detail"] = json!(detail);
        shown["next"] = json!(next);
    }
    shown
}

/// How many imports a page has, and has at most.
const LISTED: u16 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Listed {
    after: String,
    limit: Limit,
}

/// `GET /api/v1/imports?after=&limit=`: the latest imports, newest first, as `{"items": […], "next": …}`; `next` is null at the
/// end, and is what `after` takes for the next page.
async fn list(cx: Cx, Query(asked): Query<Listed>) -> WebResult {
    let limit = asked.limit.within(LISTED, LISTED)?;
    let (mut imports, mut next) = actions::list(&cx, read_place(&asked.after)?).await?;
    shorten(&mut imports, &mut next, limit, |import| (import.created_at_ms, import.id.clone()));
    let items: Vec<Value> = imports.iter().map(|import| shown(&cx, import)).collect();
    let next = next.map(|(at_ms, id)| place(at_ms, &id));
    Ok(paged(&items, "after", next.as_ref()))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Named {
    name: String,
}

/// `POST /api/v1/imports?name=`: reads a table: CSV with any separator, an XLSX workbook, or a JSON array of
/// objects; up to 32 MiB. Answers 201 with the import in the state `read`, with what its columns seem to hold.
async fn upload(cx: Cx, Query(named): Query<Named>, request: Request) -> WebResult {
    // Who may not import is refused before the file is read.
    cx.require(Permission::AddUsers)?;
    let sent = Sent { name: &named.name, over_api: true };
    let import = actions::upload(&cx, sent, body(request).await?).await?;
    let mut response = (StatusCode::CREATED, Json(shown(&cx, &import))).into_response();
    if let Ok(place) = HeaderValue::from_str(&format!("{HERE}/{}", import.id)) {
        response.headers_mut().insert(header::LOCATION, place);
    }
    Ok(response)
}

/// `GET /api/v1/imports/{id}`: one import: its state, and how many rows are done.
async fn find(cx: Cx, Path(id): Path<String>) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    Ok(Json(shown(&cx, &import)).into_response())
}

/// `DELETE /api/v1/imports/{id}`: removes the list; users stay as they are. Answers 204.
async fn remove(cx: Cx, Path(id): Path<String>) -> WebResult {
    actions::remove(&cx, &id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    verdict: String,
    from: usize,
}

/// `GET /api/v1/imports/{id}/rows?verdict=add|change|unchanged|wrong&from=`: a page of rows, as
/// `{"items": […], "next": …}`; `next` is null at the end, and is what `from` takes for the next page.
async fn rows(cx: Cx, Path(id): Path<String>, Query(asked): Query<Asked>) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    let verdict = match asked.verdict.as_str() {
        "" => None,
        word => Some(Verdict::of_word(word).ok_or_else(|| UNKNOWN_VERDICT.with("name", word))?),
    };
    let wanted = Wanted { verdict, from: asked.from };
    let (rows, next) = actions::rows(&cx, &import, wanted).await?;
    let items: Vec<Value> = rows.iter().map(|row| shown_row(&cx, &import, row)).collect();
    Ok(paged(&items, "from", next.as_ref()))
}

/// `GET /api/v1/imports/{id}/result`: every row with its verdict and the reason, as CSV.
async fn write_result(cx: Cx, Path(id): Path<String>) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    Ok(result::file(&cx, import))
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wish {
    columns: Option<Vec<Option<String>>>,
    options: Option<WishedOptions>,
    version: Option<i64>,
}

/// The options of a call. A name that is none of theirs is refused: whoever wrote `invite` for `invites` would mail
/// everybody.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
struct WishedOptions {
    changes_existing: bool,
    invites: bool,
    makes_groups: bool,
    leaves_groups: bool,
    takes_lookalikes: bool,
    /// Answers say it, so it may come back; the server sets it.
    #[serde(rename = "reachesAdministrators")]
    _reaches_administrators: bool,
}

impl Default for WishedOptions {
    fn default() -> Self {
        let usual = Options::default();
        Self {
            changes_existing: usual.changes_existing,
            invites: usual.invites,
            makes_groups: usual.makes_groups,
            leaves_groups: usual.leaves_groups,
            takes_lookalikes: usual.takes_lookalikes,
            _reaches_administrators: false,
        }
    }
}

impl From<WishedOptions> for Options {
    fn from(wished: WishedOptions) -> Self {
        Self {
            changes_existing: wished.changes_existing,
            invites: wished.invites,
            makes_groups: wished.makes_groups,
            leaves_groups: wished.leaves_groups,
            takes_lookalikes: wished.takes_lookalikes,
            reaches_administrators: false,
        }
    }
}

async fn wish(request: Request) -> Result<Wish> {
    let bytes = body(request).await?;
    if bytes.trim_ascii().is_empty() { Ok(Wish::default()) } else { parse(&bytes) }
}

/// `POST /api/v1/imports/{id}/check`: begins the dry run. Body, all of it optional: `columns` (a field or null for
/// each column; as guessed if left out), `options` (`changesExisting`, `invites`, `makesGroups`, `leavesGroups`,
/// `takesLookalikes`), `version`; any other name is refused. Answers 202; the state is `checked` when it is done.
async fn check(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    let import = actions::find(&cx, &id).await?;
    let wish = wish(request).await?;
    let columns = match wish.columns {
        None => import.columns,
        Some(words) => Columns(words.into_iter().map(field).collect::<Result<_>>()?),
    };
    let options = wish.options.map_or(import.options, Options::from);
    let import = actions::check(&cx, &id, wish.version, columns, options).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&cx, &import))).into_response())
}

fn field(word: Option<String>) -> Result<Option<Field>> {
    match word {
        None => Ok(None),
        Some(word) => match Field::of_word(&word) {
            Some(field) => Ok(Some(field)),
            None => Err(UNKNOWN_FIELD.with("field", word).into()),
        },
    }
}

/// `POST /api/v1/imports/{id}/apply`: begins to do what the dry run said. Body: `{"version"}`, optional. Answers
/// 202; the state is `applied` when it is done.
async fn apply(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let import = actions::apply(&cx, &id, wish(request).await?.version).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&cx, &import))).into_response())
}

/// `POST /api/v1/imports/{id}/undo`: begins to take an applied import back. Body: `{"version"}`, optional. Answers
/// 202; the state is `undone` when it is done.
async fn undo(cx: Cx, Path(id): Path<String>, request: Request) -> WebResult {
    cx.signed_in()?;
    let import = actions::undo(&cx, &id, wish(request).await?.version).await?;
    Ok((StatusCode::ACCEPTED, Json(shown(&cx, &import))).into_response())
}
