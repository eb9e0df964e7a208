//! A mail as its reader sees it.

use seatwarden_base::mail::Mail;

use super::URL;

/// A mail that came.
#[derive(Debug)]
pub(crate) struct Letter {
    /// `room.mail`.
    pub(crate) kind: String,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// Code of the language it is written in.
    pub(crate) language: String,
}

impl Letter {
    pub(super) fn new(mail: &Mail) -> Self {
        Self {
            kind: mail.kind.clone(),
            subject: mail.subject.clone(),
            text: mail.text.clone(),
            html: mail.html.clone(),
            language: mail.language.clone(),
        }
    }

    /// Path of the one link in it, which both bodies carry.
    pub(crate) fn link(&self) -> String {
        let mut links = self.text.lines().filter_map(|line| line.strip_prefix(URL));
        let link = links.next().unwrap_or_else(|| panic!("no link in {self:?}"));
        assert_eq!(links.next(), None, "one link, not more");
        assert!(self.html.contains(&format!("href=\"{URL}{link}\"")), "{}", self.html);
        link.to_owned()
    }

    /// The digits to be typed, if it carries any.
    pub(crate) fn code(&self) -> Option<String> {
        let is_code =
            |line: &&str| line.len() == 9 && line.chars().all(|next| next.is_ascii_digit() || next == ' ');
        self.text.lines().find(is_code).map(str::to_owned)
    }
}
