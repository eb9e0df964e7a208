//! The pages of the portal.

mod account;
mod codes;
mod differences;
mod history;
mod license;
mod offline;
mod one;
mod people;
mod reset;
mod servers;
mod words;

use axum::Router;
use maud::{Markup, html};
use seatwarden_base::{Error, Kind, Refusal, Result};

use crate::{
    cx::Cx,
    licensing::packages::{self, Package, Right, State},
    text::Text,
    web::{
        WebError,
        parts::{Tone, notice},
        portal::{PortalPage, license_account},
    },
};

pub use differences::{difference_lines, differences};
pub use license::activations_meter;
pub use people::role_word;
pub use words::{
    deployment_word, displaced_panel, environment_word, fate_word, kind_word, mode_word, servers_table,
    standing_tone, standing_word, tier_word, why_word,
};

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(license::router())
        .merge(one::router())
        .merge(reset::router())
        .merge(servers::router())
        .merge(people::router())
        .merge(offline::router())
        .merge(codes::router())
        .merge(history::router())
        .merge(account::router())
}

/// Where a package is.
fn path_of(package: &Package) -> String {
    format!("/portal/packages/{}", package.code)
}

/// A package and what the license account that asks may do with it. Refuses as if it were not there.
async fn opened(cx: &Cx, code: &str) -> Result<(Package, Right)> {
    let id = license_account(cx)?.id.clone();
    let package = packages::find(cx, code).await?;
    let mut tx = cx.db.read().await?;
    let right = packages::person_right(&mut tx, &package, &id).await?;
    Ok((package, right.unwrap_or(Right::See)))
}

fn owns(right: Right) -> bool {
    right == Right::Own
}

fn activates(right: Right) -> bool {
    right != Right::See
}

/// Whether there is anything left to do with a package.
fn is_open(package: &Package) -> bool {
    package.terms.state != State::Revoked
}

/// Refusals that are no matter of the page.
const ELSEWHERE: [Kind; 3] = [Kind::Unauthenticated, Kind::NotFound, Kind::Busy];

/// The refusal that a page shows where it happened; everything else goes on to the edge.
pub fn shown_here<T>(result: Result<T>) -> Result<std::result::Result<T, Refusal>, WebError> {
    match result {
        Ok(done) => Ok(Ok(done)),
        Err(Error::Refusal(refusal)) if !ELSEWHERE.contains(&refusal.kind) => Ok(Err(*refusal)),
        Err(other) => Err(other.into()),
    }
}

/// What was refused, above the page that asks anew.
pub fn refused(t: Text, refusal: &Refusal) -> Markup {
    let (message, next) = t.refusal(refusal);
    html! { (notice(Tone::Danger, html! { p { (message) } @if let Some(next) = next { p { (next) } } })) }
}

/// A view of a page about packages.
fn view(cx: &Cx, title: String, done: Option<String>) -> crate::web::View<'_> {
    crate::web::portal::view(cx, PortalPage::MyLicense, title, done)
}
