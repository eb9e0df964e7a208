//! Sending a file or the part of it that was asked for, with its checksum as its tag, so that a broken download goes on
//! where it broke off.

use axum::{
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use seatwarden_base::Result;

use super::{
    actions,
    file::{self, Part, Wanted},
    model::{Taken, What},
};
use crate::{cx::Cx, web::download};

/// What is sent of a file.
struct Sent {
    status: StatusCode,
    part: Part,
    size: u64,
    tag: String,
}

impl Sent {
    /// What these headers ask for of a file of this size and checksum; none for a part that is not there.
    fn asked(headers: &HeaderMap, size: u64, sha256: &str) -> Option<Self> {
        let tag = format!("\"{sha256}\"");
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        // Another file under the same address is sent whole.
        let is_same = text(header::IF_RANGE).is_none_or(|known| known == tag);
        let (status, part) = match file::wanted(text(header::RANGE).filter(|_| is_same), size) {
            Wanted::Whole => (StatusCode::OK, Part { from: 0, length: size }),
            Wanted::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
            Wanted::Beyond => return None,
        };
        Some(Self { status, part, size, tag })
    }

    /// The answer with what tells of the part.
    fn dress(&self, mut response: Response) -> Response {
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(self.part.length));
        headers.extend(HeaderValue::from_str(&self.tag).map(|tag| (header::ETAG, tag)));
        if self.status == StatusCode::PARTIAL_CONTENT {
            let last = self.part.from + self.part.length - 1;
            let range = HeaderValue::from_str(&format!("bytes {}-{last}/{}", self.part.from, self.size));
            headers.extend(range.map(|range| (header::CONTENT_RANGE, range)));
        }
        response
    }
}

fn beyond(size: u64) -> Response {
    let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
    let range = HeaderValue::from_str(&format!("bytes */{size}"));
    response.headers_mut().extend(range.map(|range| (header::CONTENT_RANGE, range)));
    response
}

/// Sends a file of a release to whoever may download it. Refuses with `downloads.unknown`.
pub(super) async fn send(cx: &Cx, method: &Method, headers: &HeaderMap, file_id: &str) -> Result<Response> {
    let (release, artifact, path) = actions::open(cx, file_id).await?;
    let size = u64::try_from(artifact.size).unwrap_or_default();
    let Some(sent) = Sent::asked(headers, size, &artifact.sha256) else { return Ok(beyond(size)) };
    // Who only looks how large it is takes nothing.
    if method == Method::GET {
        let taken = Taken { what: What::File, begins: sent.part.from == 0 };
        actions::note(cx, &release, &artifact, taken).await?;
    }
    let part = sent.part;
    Ok(sent.dress(download(cx, &artifact.file_name, "application/octet-stream", move |_, pieces| {
        file::send(path, part, pieces)
    })))
}

/// Sends bytes that are at hand, as a file of this name, type and checksum.
pub fn send_bytes(
    cx: &Cx,
    headers: &HeaderMap,
    (name, kind): (&str, &'static str),
    sha256: &str,
    content: &[u8],
) -> Response {
    let size = u64::try_from(content.len()).unwrap_or_default();
    let Some(sent) = Sent::asked(headers, size, sha256) else { return beyond(size) };
    let at = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let part = content.get(at(sent.part.from)..at(sent.part.from + sent.part.length));
    let part = part.unwrap_or_default().to_vec();
    sent.dress(download(cx, name, kind, move |_, pieces| async move {
        pieces.send(part).await;
        Ok(())
    }))
}
