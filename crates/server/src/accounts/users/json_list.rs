//! Long lists of users as JSON: written while they are read, some hundred at a time, so that a million users cost
//! no more memory than fifty.

use axum::{
    body::{Body, Bytes},
    response::Response,
};
use seatwarden_base::Result;
use tokio_stream::wrappers::ReceiverStream;

#[cfg(test)]
use super::actions::Selecting;
use super::actions::{Selected, Selection, select};
use crate::{cx::Cx, web::json_bytes};

/// How many pieces may wait for a slow reader.
const WAITING_MAX: usize = 2;

/// Answers with a JSON array of the users who are wanted; `write` writes each.
pub(super) async fn answer(
    cx: &Cx,
    wanted: Selection,
    write: impl Fn(&Selected, &mut Vec<u8>) + Send + 'static,
) -> Result<Response> {
    let mut selecting = select(cx, wanted).await?;
    // The first step is taken here, so that a refusal is still an answer of its own.
    let first = selecting.next().await?;
    if first.is_none() || selecting.is_over() {
        // All of it is there: a page, as most clients ask for.
        let mut is_first = true;
        let mut bytes = piece(&first.unwrap_or_default(), &mut is_first, &write);
        bytes.extend_from_slice(if is_first { b"[]" } else { b"]" });
        return Ok(json_bytes(bytes));
    }
    let (sender, receiver) = tokio::sync::mpsc::channel::<Result<Bytes, std::io::Error>>(WAITING_MAX);
    let incident = cx.request.id.clone();
    tokio::spawn(async move {
        let mut is_first = true;
        let mut step = Ok(first);
        loop {
            let piece = match step {
                Ok(Some(users)) => piece(&users, &mut is_first, &write),
                Ok(None) => break,
                Err(fault) => {
                    tracing::error!(%incident, %fault, "a list broke off");
                    let _ = sender.send(Err(std::io::Error::other("the list broke off"))).await;
                    return;
                }
            };
            if !piece.is_empty() && sender.send(Ok(piece.into())).await.is_err() {
                return;
            }
            step = selecting.next().await;
        }
        let _ = sender.send(Ok(Bytes::from_static(if is_first { b"[]" } else { b"]" }))).await;
    });
    Ok(json_bytes(Body::from_stream(ReceiverStream::new(receiver))))
}

fn piece(users: &[Selected], is_first: &mut bool, write: &impl Fn(&Selected, &mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(users.len() * 500);
    for user in users {
        bytes.push(if *is_first { b'[' } else { b',' });
        *is_first = false;
        write(user, &mut bytes);
    }
    bytes
}

/// Reads a list to its end.
#[cfg(test)]
pub(super) async fn all(mut selecting: Selecting) -> Result<Vec<Selected>> {
    let mut all = Vec::new();
    while let Some(step) = selecting.next().await? {
        all.extend(step);
    }
    Ok(all)
}
