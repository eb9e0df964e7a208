//! A connection that gives what it reads line by line.
//!
//! lettre keeps what it has read ahead when it turns to TLS. Somebody on the way could add answers in the
//! open behind the one to STARTTLS, and they would count as if they had come encrypted. With this stream
//! nothing is read ahead of a line's end: such answers run into the handshake, which fails.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll, ready},
};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::{
    io::{AsyncBufRead as _, AsyncRead, AsyncWrite, BufReader, ReadBuf},
    net::TcpStream,
};

/// A connection of which every read ends at the end of a line at the latest.
#[derive(Debug)]
pub(super) struct Lines<S = TcpStream>(BufReader<S>);

impl<S: AsyncRead> Lines<S> {
    pub(super) fn new(stream: S) -> Self {
        Self(BufReader::new(stream))
    }
}

impl AsyncTokioStream for Lines {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.get_ref().peer_addr()
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Lines<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut stream = Pin::new(&mut self.get_mut().0);
        let at_hand = ready!(stream.as_mut().poll_fill_buf(context))?;
        let line = at_hand.iter().position(|byte| *byte == b'\n').map_or(at_hand.len(), |end| end + 1);
        let count = line.min(out.remaining());
        out.put_slice(&at_hand[..count]);
        stream.consume(count);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + AsyncRead + Unpin> AsyncWrite for Lines<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().0).poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().0).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().0).poll_shutdown(context)
    }
}
