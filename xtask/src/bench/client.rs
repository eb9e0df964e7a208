//! A small HTTP/1.1 client over one kept connection (RFC 9112), so cheap that the server is what is measured.

use std::fmt::Write;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Result;

/// The largest answer that is read, in bytes.
const ANSWER_MAX: usize = 16 * 1024 * 1024;

/// One connection that is kept open.
pub(super) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// A whole answer.
pub(super) struct Answer {
    /// The status code.
    pub(super) status: u16,
    /// Status line and headers, as they came.
    pub(super) head: String,
    /// The body, as it came.
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The first value of a header, by its name in any case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers(name).next()
    }

    /// All values of a header.
    pub(super) fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        self.head.lines().skip(1).filter_map(move |line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Bytes on the wire.
    pub(super) fn bytes(&self) -> usize {
        self.head.len() + self.body.len()
    }

    /// The body as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Connection {
    /// Connects.
    pub(super) async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(16 * 1024) })
    }

    /// Sends a request and reads the whole answer.
    pub(super) async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        let (status, head_length) = self.exchange(request).await?;
        let head = String::from_utf8_lossy(&self.buffer[..head_length]).into_owned();
        Ok(Answer { status, head, body: self.buffer[head_length..].to_vec() })
    }

    /// Sends a request, reads the answer and keeps its status only.
    pub(super) async fn status(&mut self, request: &[u8]) -> Result<u16> {
        Ok(self.exchange(request).await?.0)
    }

    /// One request and its answer, which then is in the buffer: its status and the length of its head.
    async fn exchange(&mut self, request: &[u8]) -> Result<(u16, usize)> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let mut whole = None;
        loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err("the server closed the connection".into());
            }
            if whole.is_none()
                && let Some(head) = find(&self.buffer, b"\r\n\r\n")
            {
                let head = head + 4;
                let body = content_length(&self.buffer[..head]).ok_or("an answer without Content-Length")?;
                whole = Some((head, head + body));
            }
            match whole {
                Some((head, length)) if self.buffer.len() == length => {
                    return Ok((status(&self.buffer).ok_or("an answer without a status")?, head));
                }
                Some((_, length)) if self.buffer.len() > length => {
                    return Err("an answer nobody asked for".into());
                }
                _ if self.buffer.len() > ANSWER_MAX => return Err("the answer is too large".into()),
                _ => {}
            }
        }
    }
}

/// A request without a body; `headers` are whole lines.
pub(super) fn get(address: SocketAddr, path: &str, headers: &[&str]) -> Vec<u8> {
    request("GET", address, path, headers, "")
}

/// A request with a body; `headers` are whole lines.
pub(super) fn post(address: SocketAddr, path: &str, headers: &[&str], body: &str) -> Vec<u8> {
    request("POST", address, path, headers, body)
}

fn request(method: &str, address: SocketAddr, path: &str, headers: &[&str], body: &str) -> Vec<u8> {
    let mut text = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\n");
    if method == "POST" {
        let _ = write!(text, "Content-Length: {}\r\n", body.len());
    }
    for line in headers {
        text.push_str(line);
        text.push_str("\r\n");
    }
    text.push_str("\r\n");
    text.push_str(body);
    text.into_bytes()
}

/// Text as it stands in a form (the `application/x-www-form-urlencoded` of the WHATWG).
pub(super) fn form_text(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._*".contains(&byte) {
            out.push(byte.into());
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn status(answer: &[u8]) -> Option<u16> {
    std::str::from_utf8(answer.get(9..12)?).ok()?.parse().ok()
}

fn content_length(head: &[u8]) -> Option<usize> {
    const NAME: &[u8] = b"\r\ncontent-length:";
    let at = head.windows(NAME.len()).position(|window| window.eq_ignore_ascii_case(NAME))? + NAME.len();
    let value = &head[at..];
    let end = find(value, b"\r\n")?;
    std::str::from_utf8(&value[..end]).ok()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_and_length_are_read_from_a_head() {
        let head = b"HTTP/1.1 503 Service Unavailable\r\nServer: x\r\nContent-Length: 12\r\n\r\n";

        assert_eq!(status(head), Some(503));
        assert_eq!(content_length(head), Some(12));
        assert_eq!(content_length(b"HTTP/1.1 200 OK\r\n\r\n"), None);
    }

    #[test]
    fn form_text_survives_its_journey() {
        assert_eq!(form_text("a b&c=ü@x-y"), "a%20b%26c%3D%C3%BC%40x-y");
    }
}
