//! Groups with all their members as JSON: written while the members are read, some hundred at a time, so that a group
//! of a million costs no more memory than one of fifty.

use axum::response::Response;
use seatwarden_base::{Error, Result};
use serde_json::Value;

use super::{actions, bodies::MemberShape, model::Group};
use crate::{
    cx::Cx,
    web::{Pieces, json_pieces},
};

/// Answers with a JSON array of groups, each as it is `shown`, with its members as `users`.
pub(super) fn answer(cx: &Cx, groups: Vec<(Group, Value)>, members: MemberShape) -> Response {
    json_pieces(cx, |cx, pieces| async move {
        let mut before = b"[".to_vec();
        for (group, shown) in groups {
            before.extend(opened(&shown)?);
            if !send_members(&cx, &group, &members, &pieces, before).await? {
                return Ok(());
            }
            before = b"},".to_vec();
        }
        // What stands before the next one stands before the end, but for the comma.
        if before.ends_with(b",") {
            before.pop();
        }
        before.push(b']');
        pieces.send(before).await;
        Ok(())
    })
}

/// Answers with one group as it is `shown`, with its members as `users`.
pub(super) fn one(cx: &Cx, group: Group, shown: Value, members: MemberShape) -> Response {
    json_pieces(cx, |cx, pieces| async move {
        if send_members(&cx, &group, &members, &pieces, opened(&shown)?).await? {
            pieces.send(b"}".to_vec()).await;
        }
        Ok(())
    })
}

/// Answers with a JSON array of the members of a group.
pub(super) fn members(cx: &Cx, group: Group, members: MemberShape) -> Response {
    json_pieces(cx, |cx, pieces| async move {
        send_members(&cx, &group, &members, &pieces, Vec::new()).await?;
        Ok(())
    })
}

/// A group as far as its members.
fn opened(shown: &Value) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(shown).map_err(|cause| Error::fault("writing JSON", cause))?;
    bytes.pop_if(|last| *last == b'}');
    bytes.extend_from_slice(b",\"users\":");
    Ok(bytes)
}

/// Sends what comes before, and the members as an array; false if the reader is gone.
async fn send_members(
    cx: &Cx,
    group: &Group,
    members: &MemberShape,
    pieces: &Pieces,
    before: Vec<u8>,
) -> Result<bool> {
    let (mut bytes, mut after, mut is_first) = (before, String::new(), true);
    loop {
        let step = actions::members_after(cx, group, &after).await?;
        let Some((last, _)) = step.last() else { break };
        after.clone_from(&last.id);
        for (person, groups) in &step {
            bytes.push(if is_first { b'[' } else { b',' });
            is_first = false;
            // Writing plain data into memory cannot fail.
            let _ = serde_json::to_writer(&mut bytes, &members.show(person, groups));
        }
        if !pieces.send(std::mem::take(&mut bytes)).await {
            return Ok(false);
        }
    }
    bytes.extend_from_slice(if is_first { b"[]" } else { b"]" });
    Ok(pieces.send(bytes).await)
}
