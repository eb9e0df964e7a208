//! Mails to administrators about what will change, each once.

use seatwarden_base::Result;
use serde_json::json;

use super::super::{mails, model::due, store};
use crate::{
    accounts::{seats, users},
    common::audit,
    cx::Cx,
};

/// Mails administrators what they must know by now and were not told yet. `known` is what this node knows to be told
/// already, so that an idle server asks the database nothing. Answers how much was told.
pub async fn tell_due(cx: &Cx, known: &mut std::collections::BTreeSet<String>) -> Result<usize> {
    let license = cx.in_force();
    let Some(file) = &license.license else { return Ok(0) };
    // Only another license lowers a limit, so the counters are looked at once for each.
    let taken = if known.insert(format!("looked {}", file.id)) {
        seats::list_in(&mut cx.db.read().await?, cx).await?.to_vec()
    } else {
        Vec::new()
    };
    let mut told = 0;
    for (id, notice) in due(&license, &taken, cx.now_ms) {
        if !known.insert(id.clone()) {
            continue;
        }
        let mut tx = cx.db.write().await?;
        if !store::insert_notice(&mut tx, &id, cx.now_ms).await? {
            continue;
        }
        let seats = seats::list_in(&mut tx, cx).await?;
        for person in users::administrators(&mut tx).await? {
            mails::tell(&mut tx, cx, &person, notice, &license, &seats).await?;
        }
        let event = audit::Event::new("license_utilization.tell", "license", &id);
        audit::record(&mut tx, cx, event.after(json!({ "about": id }))).await?;
        tx.commit().await?;
        told += 1;
    }
    if told > 0 {
        cx.jobs.nudge();
    }
    Ok(told)
}
