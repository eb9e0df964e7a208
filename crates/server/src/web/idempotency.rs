//! The header `Idempotency-Key` on the POSTs of v1: the same key with the same request is done once and answered alike.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use http_body_util::BodyExt;
use seatwarden_base::{Error, Result, secret::Secret};

use super::{
    again,
    face::{Face, Failed},
    json::{json_bytes, whole},
};
use crate::{
    common::idempotency::{self, ANSWER_MAX, Answer, Begun, Run},
    cx::Cx,
};

static KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// What a caller goes on with, beside the body.
static KEPT: [HeaderName; 3] = [header::ETAG, header::LOCATION, header::LINK];
static REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");

/// Whether a request is to be done once: a POST on v1 of somebody who is known.
pub(super) fn is_asked(cx: &Cx, face: Face, request: &Request) -> bool {
    face == Face::V1
        && request.method() == Method::POST
        && request.headers().contains_key(&KEY)
        && cx.signed_in().is_ok()
}

/// Answers such a request: by doing it, or as it was answered before.
pub(super) async fn answer(cx: &Cx, router: Router, request: Request) -> Result<Response> {
    let (parts, stream) = request.into_parts();
    let bytes = whole(stream).await?;
    let key = parts.headers.get(&KEY).map(|key| key.as_bytes().to_vec()).unwrap_or_default();
    let address = parts.uri.path_and_query().map(ToString::to_string).unwrap_or_default();
    let act = again::answer(cx, router, Request::from_parts(parts, Body::from(bytes.clone())));
    under(cx, &key, &[address.as_bytes(), &bytes], act).await
}

/// Does an act once whose caller was found in the request itself, so that the edge passed its key over. `request` is all
/// that makes it another one; no password needs to be in it, because that was checked just now.
pub async fn once(
    cx: &Cx,
    headers: &HeaderMap,
    request: &[&str],
    act: impl Future<Output = Result<Response>>,
) -> Result<Response> {
    let key = headers.get(&KEY).filter(|_| cx.request.idempotent.get().is_none());
    let Some(key) = key else { return act.await };
    let request: Vec<&[u8]> = request.iter().map(|part| part.as_bytes()).collect();
    under(cx, key.as_bytes(), &request, act).await
}

/// Does an act of the caller under a key, or answers as it was answered before.
async fn under(
    cx: &Cx,
    key: &[u8],
    request: &[&[u8]],
    act: impl Future<Output = Result<Response>>,
) -> Result<Response> {
    let run = match idempotency::begin(cx, key, request).await? {
        Begun::New(run) => run,
        Begun::Done(answer) => return Ok(replayed(&answer)),
    };
    // The key is new, so nobody set it before.
    let _ = cx.request.idempotent.set(run.clone());
    match act.await {
        Ok(response) => kept(cx, &run, response).await,
        Err(error) => {
            told(idempotency::finish(cx, &run, None).await);
            Err(error)
        }
    }
}

fn replayed(answer: &Answer) -> Response {
    let text = answer.body.reveal();
    let mut response =
        if text.is_empty() { Response::new(Body::empty()) } else { json_bytes(text.to_owned()) };
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    for (name, value) in &answer.headers {
        let known = KEPT.iter().find(|known| known.as_str() == name);
        response.headers_mut().extend(known.cloned().zip(HeaderValue::from_str(value).ok()));
    }
    response.headers_mut().insert(&REPLAYED, HeaderValue::from_static("true"));
    response
}

/// Keeps the answer. What cannot be kept is answered all the same: the act is done.
async fn kept(cx: &Cx, run: &Run, response: Response) -> Result<Response> {
    let is_json = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"application/json"));
    if !response.status().is_success() || response.extensions().get::<Failed>().is_some() || !is_json {
        told(idempotency::finish(cx, run, None).await);
        return Ok(response);
    }
    let (parts, stream) = response.into_parts();
    let bytes = match stream.collect().await {
        Ok(collected) => collected.to_bytes(),
        Err(cause) => return Err(Error::fault("reading an answer to keep it", cause)),
    };
    let kept = |name: &HeaderName| {
        let value = parts.headers.get(name)?.to_str().ok()?;
        Some((name.as_str().to_owned(), value.to_owned()))
    };
    let headers = KEPT.iter().filter_map(kept).collect();
    let answer = Answer { status: parts.status.as_u16(), headers, body: text(&bytes) };
    told(idempotency::finish(cx, run, Some(&answer)).await);
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

/// The body as text; one that is larger than is kept need not be copied whole.
fn text(bytes: &Bytes) -> Secret {
    let upto = bytes.len().min(ANSWER_MAX + 1);
    Secret::new(String::from_utf8_lossy(&bytes[..upto]).into_owned())
}

fn told(kept: Result<()>) {
    if let Err(fault) = kept {
        tracing::warn!(%fault, "the answer to a call with an idempotency key was not kept");
    }
}
