//! An HTTP client that does nothing by itself: no redirects, no retries. And bytes over a bare connection.

use std::time::{Duration, Instant};

use reqwest::{Client, Method, header::HeaderMap, redirect::Policy};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::{demo::Person, jwt};

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
    /// How long it took.
    pub took: Duration,
}

impl Answer {
    /// Where a redirect leads; empty if nowhere.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The first value of a header; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// All cookies it sets, as they were sent.
    pub fn cookies(&self) -> Vec<&str> {
        self.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()).collect()
    }

    /// The value it gives to a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let found = self.cookies().into_iter().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
        found.map(|rest| rest.split(';').next().unwrap_or_default())
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body)
            .unwrap_or_else(|error| panic!("{error} in an answer {}: {}", self.status, self.body))
    }

    /// The token against forgery that the page's forms carry.
    pub fn csrf(&self) -> String {
        value_after(&self.body, "name=\"csrf\" value=\"")
            .unwrap_or_else(|| panic!("an answer {} has no form: {}", self.status, self.body))
    }

    /// Panics unless it has this status.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "it is a check first")]
    pub fn must_be(self, status: u16) -> Self {
        assert_eq!(self.status, status, "location `{}`, body: {}", self.location(), self.body);
        self
    }

    /// Panics unless it leads to this address.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "it is a check first")]
    pub fn must_lead_to(self, location: &str) -> Self {
        let answer = self.must_be(303);
        assert_eq!(answer.location(), location);
        answer
    }
}

/// The text between `mark` and the next quotation mark, unescaped as far as tokens need it.
pub fn value_after(html: &str, mark: &str) -> Option<String> {
    let (_, rest) = html.split_once(mark)?;
    rest.split('"').next().map(|value| value.replace("&amp;", "&").replace("&#x27;", "'"))
}

/// A client of one server.
#[derive(Clone)]
pub struct Http {
    client: Client,
    base: String,
}

impl Http {
    /// A client that keeps no cookies: a script.
    pub fn script(base: &str) -> Self {
        Self::build(base, false)
    }

    /// A client that keeps cookies: a browser without a window.
    pub fn browser(base: &str) -> Self {
        Self::build(base, true)
    }

    fn build(base: &str, keeps_cookies: bool) -> Self {
        rustls::crypto::ring::default_provider().install_default().ok();
        let client = Client::builder()
            .cookie_store(keeps_cookies)
            .redirect(Policy::none())
            .timeout(Duration::from_secs(60))
            // The demo signs its certificate itself.
            .tls_danger_accept_invalid_certs(true)
            .no_proxy()
            .build()
            .unwrap();
        Self { client, base: base.to_owned() }
    }

    /// A request to be filled and given to [`Http::send`].
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    /// Sends a request; an error if the connection broke.
    pub async fn try_send(&self, request: reqwest::RequestBuilder) -> Result<Answer, reqwest::Error> {
        let began = Instant::now();
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = response.bytes().await?;
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Ok(Answer { status, headers, body, took: began.elapsed() })
    }

    /// Sends a request.
    pub async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        self.try_send(request).await.unwrap_or_else(|error| panic!("no answer from {}: {error:?}", self.base))
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    /// Asks for something with a bearer token.
    pub async fn get_as(&self, path: &str, token: &str) -> Answer {
        self.send(self.request(Method::GET, path).bearer_auth(token)).await
    }

    /// Posts a form as it is, without a token against forgery.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(Method::POST, path).form(fields)).await
    }

    /// Opens a page and posts to `action` with that page's token.
    pub async fn submit(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.get(page).await.csrf();
        let mut all = vec![("csrf", csrf.as_str())];
        all.extend_from_slice(fields);
        self.post(action, &all).await
    }

    /// Tries to sign in through the page.
    pub async fn try_sign_in(&self, name: &str, password: &str) -> Answer {
        self.submit("/login", "/login", &[("username", name), ("password", password)]).await
    }

    /// Signs in through the page.
    pub async fn sign_in(&self, person: &Person) -> Answer {
        self.try_sign_in(&person.email, &person.password).await.must_lead_to("/")
    }

    /// Signs in over the API; a bearer token.
    pub async fn bearer(&self, person: &Person) -> String {
        let fields = [("username", person.email.as_str()), ("password", person.password.as_str())];
        let answer = self.post("/api/v1/authentication/login", &fields).await.must_be(200);
        answer.json()["access_token"].as_str().unwrap().to_owned()
    }

    /// Calls v0.9 with an `x-api-key`.
    pub async fn legacy(
        &self,
        method: Method,
        path: &str,
        key: &str,
        person: &Person,
        body: Option<&Value>,
    ) -> Answer {
        let request = self
            .request(method, path)
            .header("x-api-key", jwt::api_key(key, &person.email, &person.password));
        self.send(match body {
            Some(body) => request.json(body),
            None => request,
        })
        .await
    }
}

/// What came back over a bare connection until the server closed it or said nothing more.
#[derive(Debug)]
pub struct Raw {
    /// The bytes, as text.
    pub text: String,
    /// Whether the server closed the connection.
    pub closed: bool,
}

impl Raw {
    /// The status of the first answer; none if there was no answer.
    pub fn status(&self) -> Option<u16> {
        self.text.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()
    }
}

/// A bare connection to the server.
pub async fn connect(url: &str) -> TcpStream {
    let port = url.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok()).unwrap();
    TcpStream::connect(("127.0.0.1", port)).await.unwrap()
}

/// Sends bytes as they are and reads until the server closes, at most so long.
pub async fn raw(url: &str, bytes: &[u8], patience: Duration) -> Raw {
    let mut stream = connect(url).await;
    // The server may refuse, and close, before it has read everything.
    stream.write_all(bytes).await.ok();
    read_all(stream, patience).await
}

/// Reads until the server closes, at most so long.
pub async fn read_all(mut stream: TcpStream, patience: Duration) -> Raw {
    let mut bytes = Vec::new();
    let mut buffer = [0_u8; 4096];
    let deadline = tokio::time::Instant::now() + patience;
    let closed = loop {
        match tokio::time::timeout_at(deadline, stream.read(&mut buffer)).await {
            Ok(Ok(0) | Err(_)) => break true,
            Ok(Ok(count)) => bytes.extend_from_slice(&buffer[..count]),
            Err(_) => break false,
        }
    };
    Raw { text: String::from_utf8_lossy(&bytes).into_owned(), closed }
}
