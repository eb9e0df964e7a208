//! What all pages and the API share: the edge around every request, the frame and the parts of pages.

pub mod admin;
mod again;
pub mod assets;
mod choices;
pub mod confirm;
pub mod cookies;
pub mod csrf;
pub mod csv;
mod download;
mod drawn;
mod edge;
mod embedding;
mod error_page;
mod escaped;
mod etag;
mod face;
mod forms;
pub mod frame;
mod headers;
pub mod idempotency;
mod identify;
pub mod issuer;
mod json;
pub mod legacy;
pub mod openapi;
mod paged;
pub mod parts;
mod place;
pub mod portal;
mod problem;
mod quota;
mod reading;
mod return_to;
mod routes;
pub mod style_page;
#[cfg(test)]
mod tests;
mod upload;
mod view;
mod well_known;

pub use download::{Pieces, Rows, csv_file, download, json_pieces};
pub use drawn::{Begun, drawn};
pub use edge::{BODY_TOO_LARGE, BODY_TOO_SLOW, Edge, NOT_FOUND, TOO_SLOW, VIEW_AS_STOP, WRONG_HOST};
pub use embedding::{Embedding, HeaderLine, form_target};
pub use escaped::{escaped, isolated};
pub use etag::{pinned, tagged, tagged_html, tagged_with};
pub use face::{Face, Failed, WebError, blamed, is_change};
pub use forms::{Form, see_other};
pub use identify::BAD_TOKEN;
pub use json::{
    BAD_FORM, BAD_JSON, Json, bad_json, bad_json_at, body, json_bytes, must_be, needs_object, parse,
    parse_object, small_body,
};
pub use paged::{linked, paged};
pub use place::{BAD_PLACE, Limit, place, read_number, read_place, shorten};
pub use problem::RESOURCE;
pub use quota::Quota;
pub use return_to::own_path;
pub use routes::router;
pub use upload::{FileField, Streamed, Upload};
pub use view::{Section, View, field_error, problems};

/// What handlers return.
pub type WebResult<T = axum::response::Response> = Result<T, WebError>;
