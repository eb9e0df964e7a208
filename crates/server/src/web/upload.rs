//! Forms that carry files: read whole within the size limit, checked against forgery like every form.

use std::borrow::Cow;

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
};
use seatwarden_base::Result;

use super::{csrf, edge::BODY_TOO_LARGE, face::WebError, json::BAD_FORM};
use crate::cx::Cx;

/// Most fields of one form.
const FIELDS_MAX: usize = 50;

/// A form with files that came from one of our own pages.
pub struct Upload(Vec<Part>);

/// A field, or a file.
struct Part {
    name: String,
    /// Empty for a field.
    file_name: String,
    bytes: Bytes,
}

impl Upload {
    /// The text of a field or file; empty if it was not sent.
    pub fn text(&self, name: &str) -> Cow<'_, str> {
        self.0
            .iter()
            .find(|part| part.name == name)
            .map_or(Cow::Borrowed(""), |part| String::from_utf8_lossy(&part.bytes))
    }

    /// A file, with its name; none if it was not sent or is empty.
    pub fn file(&self, name: &str) -> Option<(&str, Bytes)> {
        let part = self.0.iter().find(|part| part.name == name && !part.bytes.is_empty())?;
        Some((&part.file_name, part.bytes.clone()))
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = WebError;

    async fn from_request(request: Request, state: &S) -> Result<Self, WebError> {
        let cx = request.extensions().get::<Cx>().cloned().ok_or(BAD_FORM)?;
        cx.require_files()?;
        let mut multipart = Multipart::from_request(request, state).await.map_err(|_| BAD_FORM)?;
        let mut fields = Vec::new();
        while let Some(field) = multipart.next_field().await.map_err(|error| refused(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            let file_name = field.file_name().unwrap_or_default().to_owned();
            let bytes = field.bytes().await.map_err(|error| refused(&error))?;
            if fields.len() == FIELDS_MAX {
                return Err(BAD_FORM.into());
            }
            fields.push(Part { name, file_name, bytes });
        }
        let upload = Self(fields);
        csrf::check(&cx, Some(&upload.text("csrf")))?;
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
