//! Pages about mail: the inbox of the demo, and Admin > E-mail.

mod deliveries;
mod inbox;
mod settings;

use axum::Router;

use crate::{
    cx::Cx,
    web::{
        View,
        admin::{self, AdminPage},
        parts::{Tabs, tabs},
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().merge(inbox::router()).merge(settings::router()).merge(deliveries::router())
}

const SETTINGS: &str = AdminPage::Email.path();
const DELIVERIES: &str = "/admin/email/deliveries";

/// A page of Admin > E-mail, and its tabs.
fn view<'a>(cx: &'a Cx, here: &str, done: Option<String>) -> (View<'a>, Tabs<'a>) {
    let t = cx.text();
    let tabs = tabs(t.outbox_email()).tab(t.outbox_settings(), SETTINGS, here == SETTINGS).tab(
        t.outbox_deliveries(),
        DELIVERIES,
        here == DELIVERIES,
    );
    (admin::view(cx, AdminPage::Email, t.outbox_email(), done), tabs)
}
