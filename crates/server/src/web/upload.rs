//! Forms that carry files: read whole within the size limit, checked against forgery like every form. Files that are
//! too large for that are read piece by piece.

use std::borrow::Cow;

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request, multipart::Field},
};
use seatwarden_base::Result;

use super::{csrf, edge::BODY_TOO_LARGE, face::WebError, json::BAD_FORM};
use crate::cx::Cx;

/// Most fields of one form.
const FIELDS_MAX: usize = 50;
/// Longest text before a file that is read piece by piece, in bytes.
const TEXT_MAX: usize = 4_096;

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

/// A form whose last field is a file of any size. Its fields are read in their order, the secret against forgery first.
pub struct Streamed(Multipart);

impl Streamed {
    /// Begins to read the form, and refuses what does not come from one of our own pages before it reads on.
    pub async fn open(cx: &Cx, request: Request) -> Result<Self, WebError> {
        cx.require_files()?;
        let mut form = Self(Multipart::from_request(request, &()).await.map_err(|_| BAD_FORM)?);
        let given = form.text("csrf").await?;
        csrf::check(cx, Some(&given))?;
        Ok(form)
    }

    /// The next field, which is a short text of this name.
    pub async fn text(&mut self, name: &str) -> Result<String, WebError> {
        let field = self.0.next_field().await.map_err(|error| refused(&error))?;
        let mut field = field.filter(|field| field.name() == Some(name)).ok_or(BAD_FORM)?;
        let mut text = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(|error| refused(&error))? {
            if text.len() + piece.len() > TEXT_MAX {
                return Err(BAD_FORM.into());
            }
            text.extend_from_slice(&piece);
        }
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    /// The next field, which is a file of this name, with what the file is called.
    pub async fn file(&mut self, name: &str) -> Result<(String, FileField<'_>), WebError> {
        let field = self.0.next_field().await.map_err(|error| refused(&error))?;
        let field = field.filter(|field| field.name() == Some(name)).ok_or(BAD_FORM)?;
        let file_name = field.file_name().unwrap_or_default().to_owned();
        Ok((file_name, FileField(field)))
    }
}

/// A file of a form, as it comes in.
pub struct FileField<'a>(Field<'a>);

impl FileField<'_> {
    /// The next piece; none at the end.
    pub async fn next(&mut self) -> Result<Option<Bytes>> {
        self.0.chunk().await.map_err(|error| refused(&error).0)
    }
}

fn refused(error: &axum::extract::multipart::MultipartError) -> WebError {
    if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE {
        BODY_TOO_LARGE.into()
    } else {
        BAD_FORM.into()
    }
}
