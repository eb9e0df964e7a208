//! The customers.

use axum::{Router, routing::get};
use maud::html;

use crate::{
    cx::Cx,
    licensing::organisations,
    web::{
        WebResult,
        issuer::{IssuerPage, view},
        parts::{column, page_header, panel, table},
    },
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().route("/issuer", get(customers))
}

async fn customers(cx: Cx) -> WebResult {
    let found = organisations::list(&cx, "", ("", "")).await?;
    let t = cx.text();
    let view = view(&cx, IssuerPage::Customers, t.issuer_customers(), None);
    let mut rows = table(t.issuer_customers()).column(column(t.issuer_customer()));
    for (organisation, _) in &found {
        rows = rows.row([html! { (organisation.name) }]);
    }
    Ok(view.page(html! {
        (page_header(t.issuer_customers()).lead(html! { (t.issuer_customers_lead()) }))
        (panel(rows).flush())
    }))
}
