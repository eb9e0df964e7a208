//! The mails that the demo kept instead of sending them.

use crate::{eventually, http::Http};

/// The inbox of a demo.
pub struct Inbox {
    http: Http,
}

/// A mail as its page shows it.
pub struct Mail {
    /// Path of its page.
    pub path: String,
    /// The page.
    pub page: String,
}

impl Mail {
    /// The path of the first link in the mail that begins with `prefix`, whatever host it names.
    pub fn link(&self, prefix: &str) -> Option<String> {
        let (_, rest) = self.page.split_once(prefix)?;
        let token: String =
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        Some(format!("{prefix}{token}"))
    }

    /// The typed code in the mail, without its space.
    pub fn code(&self) -> Option<String> {
        self.page.lines().find_map(|line| {
            let digits: String = line.chars().filter(char::is_ascii_digit).collect();
            (digits.len() == 8 && line.trim().len() == 9).then_some(digits)
        })
    }
}

impl Inbox {
    /// The inbox of the server at `base`.
    pub fn of(base: &str) -> Self {
        Self { http: Http::script(base) }
    }

    /// All mails, the newest first as the page lists them.
    pub async fn mails(&self) -> Vec<Mail> {
        let list = self.http.get("/inbox").await.must_be(200).body;
        let mut mails = Vec::new();
        for part in list.split("href=\"/inbox/").skip(1) {
            let path = format!(
                "/inbox/{}",
                part.split('"').next().unwrap().replace("&lt;", "<").replace("&gt;", ">")
            );
            let page = self.http.get(&path).await.must_be(200).body;
            mails.push(Mail { path, page });
        }
        mails
    }

    /// Waits for a mail to `address` with a link that begins with `prefix`.
    pub async fn mail_with(&self, address: &str, prefix: &str) -> Mail {
        eventually(&format!("a mail with a link {prefix}"), async || {
            let mails = self.mails().await;
            mails.into_iter().find(|mail| mail.page.contains(address) && mail.link(prefix).is_some())
        })
        .await
    }
}
