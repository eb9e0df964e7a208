//! Forms of pages: read, checked against forgery, then parsed.

use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect, Response},
};
use seatwarden_base::Result;
use serde::de::DeserializeOwned;

use super::{
    csrf,
    face::WebError,
    json::{BAD_FORM, body},
};
use crate::cx::Cx;

/// A form that came from one of our own pages.
pub struct Form<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = WebError;

    async fn from_request(request: Request, _: &S) -> Result<Self, WebError> {
        let cx = request.extensions().get::<Cx>().cloned().ok_or(BAD_FORM)?;
        let bytes = body(request).await?;
        let mut given = None;
        let mut fields = Vec::new();
        for (name, value) in
            serde_urlencoded::from_bytes::<Vec<(String, String)>>(&bytes).map_err(|_| BAD_FORM)?
        {
            if name == "csrf" {
                given = Some(value);
            } else {
                fields.push((name, value));
            }
        }
        csrf::check(&cx, given.as_deref())?;
        Ok(Self(read(&fields)?))
    }
}

fn read<T: DeserializeOwned>(fields: &[(String, String)]) -> Result<T> {
    let plain = serde_urlencoded::to_string(fields).map_err(|_| BAD_FORM)?;
    serde_urlencoded::from_str(&plain).map_err(|_| BAD_FORM.into())
}

/// After a form: the next page is asked for anew, so that reloading it sends nothing twice.
pub fn see_other(path: &str) -> Response {
    Redirect::to(path).into_response()
}
