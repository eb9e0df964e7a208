//! Files to keep that are written while they are sent, so that their size costs no memory.

use std::io;

use axum::{
    body::{Body, Bytes},
    http::{HeaderValue, header},
    response::Response,
};
use seatwarden_base::Result;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

use crate::{
    cx::Cx,
    web::csv::{CSV, add_line},
};

/// How many pieces may wait for a slow reader.
const WAITING_MAX: usize = 2;

/// Where the pieces of the file go.
#[derive(Debug)]
pub struct Pieces(mpsc::Sender<io::Result<Bytes>>);

impl Pieces {
    /// Sends a piece; false if the reader is gone.
    pub async fn send(&self, piece: Vec<u8>) -> bool {
        self.0.send(Ok(piece.into())).await.is_ok()
    }
}

/// A file called `file_name` of the media type `kind`. `write` sends its pieces; if it fails, the connection
/// breaks off, so that nobody takes a part for the whole.
pub fn download<W, F>(cx: &Cx, file_name: &str, kind: &'static str, write: W) -> Response
where
    W: FnOnce(Cx, Pieces) -> F,
    F: Future<Output = Result<()>> + Send + 'static,
{
    let mut response = in_pieces(cx, kind, write);
    if let Ok(disposition) = HeaderValue::from_str(&format!("attachment; filename=\"{file_name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// A list that becomes a table, some of its rows at a time.
pub trait Rows: Send + 'static {
    /// The next rows, each with its fields; none at the end. A step may be empty.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<Vec<String>>>>> + Send;
}

/// A CSV called `file_name` with these heads over the rows, sent as [`download`] does.
pub fn csv_file(cx: &Cx, file_name: &str, heads: &'static [&'static str], mut rows: impl Rows) -> Response {
    download(cx, file_name, CSV, move |_, pieces| async move {
        let mut piece = Vec::new();
        add_line(&mut piece, heads.iter().copied());
        while let Some(step) = rows.next().await? {
            for row in &step {
                add_line(&mut piece, row.iter().map(String::as_str));
            }
            if !piece.is_empty() && !pieces.send(std::mem::take(&mut piece)).await {
                return Ok(());
            }
        }
        pieces.send(piece).await;
        Ok(())
    })
}

/// A JSON answer that `write` sends in pieces, as [`download`] does.
pub fn json_pieces<W, F>(cx: &Cx, write: W) -> Response
where
    W: FnOnce(Cx, Pieces) -> F,
    F: Future<Output = Result<()>> + Send + 'static,
{
    in_pieces(cx, "application/json; charset=utf-8", write)
}

fn in_pieces<W, F>(cx: &Cx, kind: &'static str, write: W) -> Response
where
    W: FnOnce(Cx, Pieces) -> F,
    F: Future<Output = Result<()>> + Send + 'static,
{
    let (sender, receiver) = mpsc::channel(WAITING_MAX);
    let written = write(cx.clone(), Pieces(sender.clone()));
    let incident = cx.request.id.clone();
    tokio::spawn(async move {
        if let Err(fault) = written.await {
            tracing::error!(%incident, %fault, "a download broke off");
            // Whoever has gone away does not need to be told.
            let _ = sender.send(Err(io::Error::other("the download broke off"))).await;
        }
    });
    let mut response = Response::new(Body::from_stream(ReceiverStream::new(receiver)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
