//! One user.

use axum::{Router, extract::Path, routing::get};
use maud::html;

use super::super::find;
use crate::{
    cx::Cx,
    web::{
        WebResult,
        admin::{self, AdminPage},
        parts::{definitions, page_header, panel},
    },
};

pub(super) fn router() -> Router {
    Router::new().route("/admin/users/{id}", get(show))
}

async fn show(cx: Cx, Path(id): Path<String>) -> WebResult {
    let user = find(&cx, &id).await?;
    let t = cx.text();
    let person = &user.person;
    let view = admin::view(&cx, AdminPage::Users, person.display_name(), None);
    Ok(view.page(html! {
        (page_header(person.display_name()))
        (panel(definitions()
            .row(t.users_user_name(), html! { bdi { (person.user_name) } })
            .row(t.users_email(), html! { bdi { (person.email) } })
            .row(t.users_role(), html! { (t.role_name(person.role.base.name(), &person.role.display_name)) })))
    }))
}
