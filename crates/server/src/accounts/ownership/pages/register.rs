//! Registering one object.

use axum::{Router, response::Response, routing::get};
use maud::html;
use seatwarden_base::{Error, Refusal};
use serde::Deserialize;

use super::{
    super::{
        actions,
        model::{NewObject, ObjectKind, Owner, UNKNOWN_USER, Verdict},
    },
    HERE, kind_name, person_field,
};
use crate::{
    cx::{Cx, Permission},
    web::{
        Form, WebResult,
        admin::{self, AdminPage},
        field_error,
        parts::{button, field, form, link_button, page_header, panel, select},
        problems, see_other,
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/ownership/register", get(show).post(save))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Typed {
    kind: String,
    external_id: String,
    title: String,
    owner: String,
}

async fn show(cx: Cx) -> WebResult {
    cx.require(Permission::ManageOwnership)?;
    Ok(page(&cx, &Typed::default(), &[], None))
}

async fn save(cx: Cx, Form(typed): Form<Typed>) -> WebResult {
    let object = NewObject {
        kind: typed.kind.clone(),
        external_id: typed.external_id.clone(),
        title: typed.title.clone(),
        owner: typed.owner.trim().to_owned(),
        ..NewObject::default()
    };
    match actions::register(&cx, vec![object]).await?.pop() {
        Some(Verdict::Refused(refusal)) if refusal.field.is_some() => {
            let unknown = refusal.code == UNKNOWN_USER.code;
            let candidates = if unknown { actions::candidates(&cx, &typed.owner).await? } else { Vec::new() };
            Ok(page(&cx, &typed, &candidates, Some(&refusal)))
        }
        Some(Verdict::Refused(refusal)) => Err(Error::from(refusal).into()),
        _ => Ok(see_other(&format!("{HERE}?done=registered"))),
    }
}

fn page(cx: &Cx, typed: &Typed, candidates: &[Owner], refusal: Option<&Refusal>) -> Response {
    let t = cx.text();
    let view = admin::view(cx, AdminPage::Ownership, t.ownership_register(), None).refused(refusal);
    let mut kinds =
        select("kind", t.ownership_kind()).value(typed.kind.as_str()).error(field_error(t, refusal, "kind"));
    for kind in ObjectKind::ALL {
        kinds = kinds.option(kind.word(), kind_name(t, kind));
    }
    let body = html! {
        (kinds)
        (field("external_id", t.ownership_external_id()).value(typed.external_id.as_str()).max_length(200)
            .hint(t.ownership_external_id_hint()).autocomplete("off").required()
            .error(field_error(t, refusal, "externalId")))
        (field("title", t.ownership_object_title()).value(typed.title.as_str()).max_length(300)
            .autocomplete("off").error(field_error(t, refusal, "title")))
        (person_field(t, "owner", t.ownership_owner(), (&typed.owner, candidates),
            field_error(t, refusal, "owner")))
        div.actions {
            (button(t.ownership_register()).primary())
            (link_button(t.web_cancel(), HERE))
        }
    };
    view.page(html! {
        (page_header(t.ownership_register()).lead(html! { (t.ownership_register_lead()) }))
        (panel(form("/admin/ownership/register", view.csrf()).problems(t.web_problems(), problems(t, refusal))
            .body(body)))
    })
}
