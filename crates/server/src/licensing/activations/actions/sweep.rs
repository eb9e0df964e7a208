//! Slots of servers that nobody heard of for long become free by themselves.

use seatwarden_base::Result;
use serde_json::json;

use super::super::{model::RELEASE_AFTER_MS, store};
use crate::{common::audit, cx::Cx, licensing::packages};

/// How many packages are looked at in one run, and how many activations of each in one transaction.
const PACKAGES_MAX: i64 = 500;
const AT_ONCE_MAX: i64 = 500;

/// Ends activations whose lease or file ended a week ago, and forgets old codes. Run again, it does no harm.
pub async fn sweep(cx: &Cx) -> Result<()> {
    let before_ms = cx.now_ms - RELEASE_AFTER_MS;
    let packages = store::list_packages_to_sweep(&mut cx.db.read().await?, before_ms, PACKAGES_MAX).await?;
    for package_id in packages {
        let mut tx = cx.db.write().await?;
        let package = packages::lock(&mut tx, &package_id).await?;
        let mut ended = 0;
        for (id, slot_no) in store::list_over(&mut tx, &package.id, before_ms, AT_ONCE_MAX).await? {
            if store::set_expired(&mut tx, &id, before_ms, cx.now_ms).await? {
                ended += 1;
                if let Some(slot_no) = slot_no {
                    store::insert_free(&mut tx, &package.id, slot_no).await?;
                }
            }
        }
        if ended > 0 {
            let event = audit::Event::new("activations.expire", "package", &package.id);
            audit::record(&mut tx, cx, event.after(json!({ "ended": ended }))).await?;
        }
        tx.commit().await?;
    }
    let mut tx = cx.db.write().await?;
    store::delete_ended_earlier(&mut tx, cx.now_ms).await?;
    store::delete_old_codes(&mut tx, cx.now_ms).await?;
    tx.commit().await
}
