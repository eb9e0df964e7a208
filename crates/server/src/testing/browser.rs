//! Asking the server: as a program, or as a browser that keeps cookies and sends forms from the pages it was shown.

use std::{
    collections::BTreeMap,
    net::{IpAddr, SocketAddr},
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, header},
};
use serde_json::Value;

use super::{OWN_IP, TestServer};
use crate::web::Edge;

/// What came back.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    /// A header; empty if it is not there.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it leads to; empty if it leads nowhere.
    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{} {}", self.status, self.body))
    }

    /// Number and status of an API's error body.
    pub(crate) fn error(&self) -> (u64, u16) {
        let body = self.json();
        assert_eq!(body["error"]["status"].as_u64(), Some(self.status.into()), "{body}");
        (body["error"]["code"].as_u64().unwrap(), self.status)
    }

    /// The `Set-Cookie` line of a cookie; empty if it is not set.
    pub(crate) fn cookie(&self, name: &str) -> &str {
        let lines = self.headers.get_all(header::SET_COOKIE).iter().map(|line| line.to_str().unwrap());
        lines.into_iter().find(|line| line.starts_with(&format!("{name}="))).unwrap_or_default()
    }

    /// Whether the page says this, which must be free of signs that HTML escapes.
    pub(crate) fn says(&self, text: &str) -> bool {
        self.body.contains(text)
    }

    /// The value of the field with this id.
    pub(crate) fn field(&self, id: &str) -> Option<String> {
        self.tag(&format!("id=\"{id}\"")).and_then(|tag| attribute(tag, "value"))
    }

    /// The secret of the page's forms.
    pub(crate) fn csrf(&self) -> Option<String> {
        self.tag("name=\"csrf\"").and_then(|tag| attribute(tag, "value"))
    }

    /// Every path of our own that a link of the page leads to.
    pub(crate) fn links(&self) -> Vec<String> {
        let hrefs = self.body.split("href=\"/").skip(1);
        let mut paths: Vec<String> =
            hrefs.map(|rest| format!("/{}", followed(rest.split('"').next().unwrap_or_default()))).collect();
        paths.sort();
        paths.dedup();
        paths
    }

    fn tag(&self, mark: &str) -> Option<&str> {
        let at = self.body.find(mark)?;
        let from = self.body[..at].rfind('<')?;
        let to = at + self.body[at..].find('>')?;
        Some(&self.body[from..to])
    }
}

/// An address of a page as a browser asks for it.
fn followed(address: &str) -> String {
    address.replace("&amp;", "&").replace("&lt;", "%3C").replace("&gt;", "%3E")
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
    Some(rest.split('"').next()?.replace("&amp;", "&"))
}

/// A request about to be sent.
pub(crate) struct Request<'a> {
    edge: &'a Edge,
    inner: axum::extract::Request,
    ip: IpAddr,
    is_tls: bool,
}

impl<'a> Request<'a> {
    pub(super) fn new(edge: &'a Edge, method: &str, path: &str) -> Self {
        let inner = axum::extract::Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:8081")
            .header(header::USER_AGENT, "script/1.0")
            .body(Body::empty())
            .unwrap();
        Self { edge, inner, ip: OWN_IP.parse().unwrap(), is_tls: false }
    }

    /// With a header in place of one of that name.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().unwrap();
        self.inner.headers_mut().insert(name, HeaderValue::from_str(value).unwrap());
        self
    }

    /// With one more header of that name.
    pub(crate) fn another_header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.parse().unwrap();
        self.inner.headers_mut().append(name, HeaderValue::from_str(value).unwrap());
        self
    }

    /// Without a header.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.inner.headers_mut().remove(name);
        self
    }

    /// With a bearer token.
    pub(crate) fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// From another address.
    pub(crate) fn from(mut self, ip: &str) -> Self {
        self.ip = ip.parse().unwrap();
        self
    }

    /// Over TLS.
    pub(crate) fn over_tls(mut self) -> Self {
        self.is_tls = true;
        self
    }

    /// With a JSON body.
    pub(crate) fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").text(&body.to_string())
    }

    /// With a form as its body.
    pub(crate) fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = serde_urlencoded::to_string(fields).unwrap();
        self.header("content-type", "application/x-www-form-urlencoded").text(&body)
    }

    /// With a body as it is.
    pub(crate) fn text(self, body: &str) -> Self {
        self.body(Body::from(body.to_owned()))
    }

    /// With any body.
    pub(crate) fn body(mut self, body: Body) -> Self {
        *self.inner.body_mut() = body;
        self
    }

    /// Sends it and reads the whole answer.
    pub(crate) async fn send(self) -> Answer {
        let response = self.edge.answer(self.inner, SocketAddr::new(self.ip, 50_000), self.is_tls).await;
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status.as_u16(), headers: parts.headers, body }
    }
}

/// A browser with its cookies.
#[derive(Clone)]
pub(crate) struct Browser<'a> {
    server: &'a TestServer,
    cookies: BTreeMap<String, String>,
    ip: String,
    is_tls: bool,
}

impl<'a> Browser<'a> {
    pub(super) fn new(server: &'a TestServer) -> Self {
        Self { server, cookies: BTreeMap::new(), ip: OWN_IP.to_owned(), is_tls: false }
    }

    /// The same browser at another address.
    pub(crate) fn at(mut self, ip: &str) -> Self {
        ip.clone_into(&mut self.ip);
        self
    }

    /// The same browser over TLS.
    pub(crate) fn over_tls(mut self) -> Self {
        self.is_tls = true;
        self
    }

    /// The value of a cookie; empty if there is none.
    pub(crate) fn cookie(&self, name: &str) -> &str {
        self.cookies.get(name).map_or("", String::as_str)
    }

    /// Puts a cookie in place, as a thief would.
    pub(crate) fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// A request of this browser, to be sent with [`Browser::send`].
    pub(crate) fn request(&self, method: &str, path: &str) -> Request<'a> {
        let mut request = self
            .server
            .request(method, path)
            .from(&self.ip)
            .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        if !self.cookies.is_empty() {
            let pairs: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", &pairs.join("; "));
        }
        if self.is_tls { request.over_tls() } else { request }
    }

    /// Sends a request and keeps the cookies of its answer.
    pub(crate) async fn send(&mut self, request: Request<'_>) -> Answer {
        let answer = request.send().await;
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let (pair, attributes) = line.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        answer
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        let request = self.request("GET", path);
        self.send(request).await
    }

    /// Opens a page and sends its form to its own address.
    pub(crate) async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.submit_to(path, path, fields).await
    }

    /// Opens the page and sends one of its forms.
    pub(crate) async fn submit_to(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let shown = self.get(page).await;
        let csrf =
            shown.csrf().unwrap_or_else(|| panic!("no form on {page}: {} {}", shown.status, shown.body));
        let fields = [fields, &[("csrf", csrf.as_str())]].concat();
        let request = self.request("POST", action).header("sec-fetch-site", "same-origin").form(&fields);
        self.send(request).await
    }

    /// Opens the page and sends one of its forms that can carry files.
    pub(crate) async fn send_form(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.get(page).await.csrf().unwrap();
        let part = |(name, value): &(&str, &str)| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let parts: String = fields.iter().chain(&[("csrf", csrf.as_str())]).map(part).collect();
        let request = self
            .request("POST", action)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "multipart/form-data; boundary=x")
            .body(Body::from(format!("{parts}--x--\r\n")));
        self.send(request).await
    }

    /// Fills in the sign-in page.
    pub(crate) async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        self.submit("/login", &[("username", name), ("password", password)]).await
    }

    /// Whether somebody is signed in here.
    pub(crate) async fn is_signed_in(&mut self) -> bool {
        self.get("/").await.status == 200
    }
}
