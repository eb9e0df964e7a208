//! The trail as a file, for people and for scripts: CSV, or a line of JSON for each event.

use axum::response::Response;
use seatwarden_base::Result;

use super::{
    Recorded, Search,
    actions::{require_known, write_all},
    api_v1::EventBody,
};
use crate::{
    cx::{Cx, Permission},
    text::rfc3339,
    web::{
        csv::{CSV, add_line},
        download,
    },
};

/// The media type of JSON Lines.
pub(super) const JSON_LINES: &str = "application/jsonl";

/// How a file of the trail is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A line of heads, then a line for each event.
    Csv,
    /// An object for each event, each on its line.
    JsonLines,
}

impl Format {
    /// The words of all formats; the first is the usual one.
    pub(super) const WORDS: [&str; 2] = ["jsonl", "csv"];

    /// The format of a word; none if there is no such format.
    pub(super) fn of_word(word: &str) -> Option<Self> {
        match word {
            "csv" => Some(Self::Csv),
            "jsonl" => Some(Self::JsonLines),
            _ => None,
        }
    }
}

/// A file of every event that fits, newest first. Refuses as a search does.
pub(super) async fn file(cx: &Cx, format: Format, search: Search) -> Result<Response> {
    cx.require(Permission::ReadAudit)?;
    require_known(cx, &search).await?;
    Ok(match format {
        Format::Csv => download(cx, "audit.csv", CSV, |cx, pieces| async move {
            let mut head = Vec::new();
            add_line(&mut head, HEADS);
            if pieces.send(head).await { write_all(cx, search, pieces, csv_line).await } else { Ok(()) }
        }),
        Format::JsonLines => {
            download(cx, "audit.jsonl", JSON_LINES, |cx, pieces| write_all(cx, search, pieces, json_line))
        }
    })
}

const HEADS: [&str; 13] = [
    "sequence",
    "at",
    "event",
    "actorId",
    "actorName",
    "onBehalfOf",
    "subjectKind",
    "subjectId",
    "before",
    "after",
    "ip",
    "userAgent",
    "requestId",
];

fn csv_line(out: &mut Vec<u8>, event: &Recorded) {
    let (sequence, at) = (event.sequence.to_string(), rfc3339(event.at_ms));
    let fields = [
        &sequence,
        &at,
        &event.event,
        event.actor_id.as_deref().unwrap_or_default(),
        &event.actor_name,
        event.on_behalf_of.as_deref().unwrap_or_default(),
        &event.subject_kind,
        &event.subject_id,
        event.before_json.as_deref().unwrap_or_default(),
        event.after_json.as_deref().unwrap_or_default(),
        &event.ip,
        &event.user_agent,
        &event.request_id,
    ];
    add_line(out, fields);
}

fn json_line(out: &mut Vec<u8>, event: &Recorded) {
    // Writing plain data into memory cannot fail.
    let _: Result<(), _> = serde_json::to_writer(&mut *out, &EventBody::of(event));
    out.push(b'\n');
}
