//! Forms that carry files: read whole within the size limit, checked against forgery like every form.

use axum::extract::{FromRequest, Multipart, Request};
use seatwarden_base::Result;

use super::{csrf, edge::BODY_TOO_LARGE, face::WebError, json::BAD_FORM};
use crate::cx::Cx;

/// Most fields of one form.
const FIELDS_MAX: usize = 50;

/// A form with files that came from one of our own pages; a file is the text in it.
pub struct Upload(Vec<(String, String)>);

impl Upload {
    /// The text of a field or file; empty if it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, text)| text)
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = WebError;

    async fn from_request(request: Request, state: &S) -> Result<Self, WebError> {
        let cx = request.extensions().get::<Cx>().cloned().ok_or(BAD_FORM)?;
        let mut multipart = Multipart::from_request(request, state).await.map_err(|_| BAD_FORM)?;
        let mut fields = Vec::new();
        while let Some(field) = multipart.next_field().await.map_err(|error| refused(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(|error| refused(&error))?;
            if fields.len() == FIELDS_MAX {
                return Err(BAD_FORM.into());
            }
            fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
        }
        let upload = Self(fields);
        csrf::check(&cx, Some(upload.text("csrf")))?;
        Ok(upload)
    }
}

fn refused(error: &axum::extract::multipart::MultipartError) -> WebError {
    if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE {
        BODY_TOO_LARGE.into()
    } else {
        BAD_FORM.into()
    }
}
