//! Looking at sample dashboards, and what the staff does with them.

use seatwarden_base::Result;
use serde_json::json;

use super::{
    model::{LIST_MAX, NewSample, Sample, TAKEN, UNKNOWN},
    store,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// The published ones, by title, for whoever is signed in.
pub async fn list(cx: &Cx) -> Result<Vec<Sample>> {
    cx.person()?;
    store::list(&mut cx.db.read().await?, false, LIST_MAX).await
}

/// All of them, by title. For the vendor's staff.
pub async fn list_all(cx: &Cx) -> Result<Vec<Sample>> {
    cx.require(Permission::LicensesRead)?;
    store::list(&mut cx.db.read().await?, true, LIST_MAX).await
}

/// One with its file. Refuses with `sample_dashboards.unknown`.
pub async fn find(cx: &Cx, slug: &str) -> Result<(Sample, Vec<u8>)> {
    cx.person()?;
    let found = store::find(&mut cx.db.read().await?, slug).await?;
    let sees_all = cx.may(Permission::LicensesRead);
    found.filter(|(sample, _)| sample.is_published || sees_all).ok_or_else(|| UNKNOWN.into())
}

/// Adds one, which customers do not see yet. For the vendor's staff. Refuses with `sample_dashboards.taken` or the rule
/// that is broken.
pub async fn add(cx: &Cx, new: &NewSample) -> Result<Sample> {
    cx.require(Permission::LicensesManage)?;
    let sample = new.checked(cx.new_id()?)?;
    let mut tx = cx.db.write().await?;
    let is_full = store::count(&mut tx).await? >= LIST_MAX;
    if is_full || !store::insert(&mut tx, &sample, &new.content, cx.now_ms).await? {
        return Err(TAKEN.into());
    }
    let event = audit::Event::new("sample_dashboards.add", "sample_dashboard", &sample.id);
    audit::record(&mut tx, cx, event.after(json!({ "title": sample.title }))).await?;
    tx.commit().await?;
    Ok(sample)
}

/// Shows one to customers, or hides it again. For the vendor's staff. Refuses with `sample_dashboards.unknown`.
pub async fn publish(cx: &Cx, slug: &str, is_shown: bool) -> Result<()> {
    cx.require(Permission::LicensesManage)?;
    let mut tx = cx.db.write().await?;
    if !store::set_published(&mut tx, slug, is_shown).await? {
        return Err(UNKNOWN.into());
    }
    let event = audit::Event::new("sample_dashboards.publish", "sample_dashboard", slug);
    audit::record(&mut tx, cx, event.after(json!({ "published": is_shown }))).await?;
    tx.commit().await
}
