//! A small SMTP server for tests: real sockets, STARTTLS and TLS with a certificate of its own, AUTH, and
//! every way of saying no. It keeps what it was given.

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex},
};

use data_encoding::BASE64;
use rustls::{
    ServerConfig,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::TcpListener,
    task::JoinHandle,
};
use tokio_rustls::TlsAcceptor;

/// How the peer behaves.
#[derive(Clone, Default)]
pub(super) struct Manners {
    /// TLS from the first byte.
    pub(super) tls: bool,
    /// Offers STARTTLS.
    pub(super) starttls: bool,
    /// Its answer to STARTTLS, if not the usual one.
    pub(super) starttls_answer: Option<&'static str>,
    /// Wants AUTH with this name and password, by these mechanisms.
    pub(super) auth: Option<(&'static str, &'static str, &'static str)>,
    /// Answers commands that begin with the word by the line, or hangs up (`close`), or says nothing (`silence`).
    pub(super) answers: Vec<(&'static str, &'static str)>,
}

/// What came in.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) connections: usize,
    pub(super) commands: Vec<String>,
    /// Messages as sent, still with their doubled dots.
    pub(super) messages: Vec<String>,
    /// For each message, whether it came encrypted.
    pub(super) encrypted: Vec<bool>,
}

pub(super) struct Peer {
    pub(super) port: u16,
    pub(super) seen: Arc<Mutex<Seen>>,
    files: TempDir,
    server: JoinHandle<()>,
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.server.abort();
    }
}

enum Next {
    Quit,
    Upgrade,
}

impl Peer {
    pub(super) async fn start(manners: Manners) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let files = tempfile::tempdir().unwrap();
        std::fs::write(files.path().join("authority.pem"), made.cert.pem()).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));

        let listener = TcpListener::bind("localhost:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let shared = Arc::clone(&seen);
        let server = tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                shared.lock().unwrap().connections += 1;
                let (manners, acceptor, seen) = (manners.clone(), acceptor.clone(), Arc::clone(&shared));
                tokio::spawn(async move {
                    // A client that hangs up is no failure of the peer.
                    let _ = serve(socket, manners, acceptor, seen).await;
                });
            }
        });
        Self { port, seen, files, server }
    }

    pub(super) fn authority_file(&self) -> PathBuf {
        self.files.path().join("authority.pem")
    }

    pub(super) fn message(&self) -> String {
        let seen = self.seen.lock().unwrap();
        assert_eq!(seen.messages.len(), 1, "one message expected");
        seen.messages[0].clone()
    }

    pub(super) fn count(&self, command: &str) -> usize {
        self.seen.lock().unwrap().commands.iter().filter(|seen| seen.starts_with(command)).count()
    }
}

async fn serve(
    socket: tokio::net::TcpStream,
    manners: Manners,
    acceptor: TlsAcceptor,
    seen: Arc<Mutex<Seen>>,
) -> io::Result<()> {
    if manners.tls {
        let mut session = Session { manners, seen, encrypted: true };
        return session.talk(acceptor.accept(socket).await?, true).await.map(|_| ());
    }
    let mut session = Session { manners, seen, encrypted: false };
    let mut socket = socket;
    if let Next::Upgrade = session.talk(&mut socket, true).await? {
        session.encrypted = true;
        session.talk(acceptor.accept(socket).await?, false).await?;
    }
    Ok(())
}

struct Session {
    manners: Manners,
    seen: Arc<Mutex<Seen>>,
    encrypted: bool,
}

impl Session {
    async fn talk(&mut self, stream: impl AsyncRead + AsyncWrite + Unpin, greet: bool) -> io::Result<Next> {
        let mut stream = BufReader::new(stream);
        if greet {
            let greeting = self.scripted("GREETING").unwrap_or("220 peer ready");
            if greeting == "silence" {
                std::future::pending::<()>().await;
            }
            say(&mut stream, greeting).await?;
        }
        let mut lines = 0;
        loop {
            let command = read(&mut stream).await?;
            lines += 1;
            assert!(lines < 1_000, "a client without end");
            self.seen.lock().unwrap().commands.push(command.clone());
            let word = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match self.scripted(&word) {
                Some("close") => return Ok(Next::Quit),
                Some("silence") => std::future::pending::<()>().await,
                Some(line) => {
                    say(&mut stream, line).await?;
                    continue;
                }
                None => {}
            }
            match word.as_str() {
                "EHLO" => say(&mut stream, &self.greeting()).await?,
                "STARTTLS" => {
                    say(&mut stream, self.manners.starttls_answer.unwrap_or("220 go ahead")).await?;
                    return Ok(Next::Upgrade);
                }
                "AUTH" => self.sign_in(&mut stream, &command).await?,
                "DATA" => self.take(&mut stream).await?,
                "QUIT" => {
                    say(&mut stream, "221 bye").await?;
                    return Ok(Next::Quit);
                }
                _ => say(&mut stream, "250 fine").await?,
            }
        }
    }

    fn scripted(&self, word: &str) -> Option<&'static str> {
        self.manners.answers.iter().find(|(command, _)| *command == word).map(|(_, answer)| *answer)
    }

    fn greeting(&self) -> String {
        let mut lines = vec!["peer".to_owned(), "8BITMIME".to_owned()];
        if self.manners.starttls && !self.encrypted {
            lines.push("STARTTLS".into());
        }
        if let Some((_, _, mechanisms)) = self.manners.auth {
            lines.push(format!("AUTH {mechanisms}"));
        }
        let last = lines.len() - 1;
        let separators = (0..=last).map(|line| if line == last { ' ' } else { '-' });
        let answer: Vec<_> =
            lines.iter().zip(separators).map(|(line, separator)| format!("250{separator}{line}")).collect();
        answer.join("\r\n")
    }

    async fn sign_in(
        &self,
        stream: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>,
        command: &str,
    ) -> io::Result<()> {
        let Some((user_name, password, _)) = self.manners.auth else {
            return say(stream, "503 not offered").await;
        };
        let given = match command.split(' ').collect::<Vec<_>>()[..] {
            ["AUTH", "PLAIN", first] => decode(first),
            ["AUTH", "LOGIN"] => {
                say(stream, "334 VXNlcm5hbWU6").await?;
                let name = decode(&read(stream).await?);
                say(stream, "334 UGFzc3dvcmQ6").await?;
                format!("\0{name}\0{}", decode(&read(stream).await?))
            }
            _ => return say(stream, "504 unknown mechanism").await,
        };
        let right = given == format!("\0{user_name}\0{password}");
        say(stream, if right { "235 welcome" } else { "535 wrong name or password" }).await
    }

    async fn take(&self, stream: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>) -> io::Result<()> {
        say(stream, "354 go on").await?;
        let mut message = String::new();
        while !message.ends_with("\r\n.\r\n") {
            if stream.read_line(&mut message).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        match self.scripted("MESSAGE") {
            Some("close") => return Err(io::ErrorKind::ConnectionAborted.into()),
            Some(line) => return say(stream, line).await,
            None => {}
        }
        {
            let mut seen = self.seen.lock().unwrap();
            seen.messages.push(message);
            seen.encrypted.push(self.encrypted);
        }
        say(stream, "250 2.0.0 taken as 4711").await
    }
}

fn decode(text: &str) -> String {
    String::from_utf8(BASE64.decode(text.trim().as_bytes()).unwrap()).unwrap()
}

async fn read(stream: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>) -> io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end().to_owned())
}

async fn say(stream: &mut BufReader<impl AsyncRead + AsyncWrite + Unpin>, line: &str) -> io::Result<()> {
    stream.write_all(format!("{line}\r\n").as_bytes()).await?;
    stream.flush().await
}
