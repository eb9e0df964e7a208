//! The letter: how every mail to a user is written, as text and as HTML.

use maud::{DOCTYPE, html};
use seatwarden_base::{Result, db::Tx};

use crate::{
    accounts::groups,
    common::outbox::{self, MailKind, NewMail},
    cx::{Cx, Person},
    text::{Language, Text},
};

/// What a mail says, in its receiver's language. It begins with a greeting.
pub struct Letter {
    /// Which mail this is, and which switch it belongs to.
    pub kind: MailKind,
    /// The subject.
    pub subject: String,
    /// What it says first.
    pub paragraphs: Vec<String>,
    /// Words on the button, and where it leads.
    pub button: Option<(String, String)>,
    /// What the code is for, and the code.
    pub code: Option<(String, String)>,
    /// What it says last, in a lower voice.
    pub after: Vec<String>,
    /// When the link or password in it stops working, in milliseconds since the Unix epoch; none if it holds neither.
    pub secret_ends_at_ms: Option<i64>,
}

/// Writes a letter in the language of its receiver and queues it to `to_address`. Refuses as
/// [`outbox::queue`] does.
pub async fn send(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    to_address: &str,
    write: impl FnOnce(Text) -> Letter,
) -> Result<()> {
    let language = language(tx, cx, person).await?;
    let letter = write(Text::new(language));
    let name = person.display_name();
    let greeting = Text::new(language).notices_greeting(name.clone());
    let mail = NewMail {
        kind: letter.kind,
        to_address,
        to_name: Some(&name),
        language: language.code(),
        subject: &letter.subject,
        text: &letter.text(&greeting),
        html: &letter.html(&greeting, language),
        user_id: Some(&person.id),
        secret_ends_at_ms: letter.secret_ends_at_ms,
    };
    outbox::queue(tx, &mail, cx.now_ms, cx.random()).await?;
    Ok(())
}

/// What the person chose, else what their groups say, else the server's.
async fn language(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<Language> {
    if let Some(chosen) = person.language.as_deref().and_then(Language::parse) {
        return Ok(chosen);
    }
    Ok(groups::language_of(tx, &person.id).await?.unwrap_or_else(|| cx.default_language()))
}

impl Letter {
    pub(super) fn text(&self, greeting: &str) -> String {
        let mut parts = vec![greeting.to_owned()];
        parts.extend(self.paragraphs.iter().cloned());
        parts.extend(self.button.iter().map(|(label, url)| format!("{label}:\n{url}")));
        parts.extend(self.code.iter().map(|(label, code)| format!("{label}\n{code}")));
        parts.extend(self.after.iter().cloned());
        parts.join("\n\n") + "\n"
    }

    /// Mail programs know no style sheets of ours, so the few styles stand in the tags.
    pub(super) fn html(&self, greeting: &str, language: Language) -> String {
        const BODY: &str =
            "margin:0;padding:24px;background:#f4f5f7;font-family:system-ui,sans-serif;color:#1c2030";
        const CARD: &str =
            "max-width:520px;margin:0 auto;padding:32px;background:#fff;border-radius:12px;line-height:1.5";
        const BUTTON: &str = "display:inline-block;padding:12px 20px;border-radius:8px;background:#3b4cca;color:#fff;text-decoration:none;font-weight:600";
        const CODE: &str = "font-size:24px;letter-spacing:2px;font-family:monospace";
        html! {
            (DOCTYPE)
            html lang=(language.code()) dir=(language.direction()) {
                head { meta charset="utf-8"; title { (self.subject) } }
                body style=(BODY) {
                    div style=(CARD) {
                        p { (greeting) }
                        @for paragraph in &self.paragraphs { p { (paragraph) } }
                        @if let Some((label, url)) = &self.button {
                            p { a href=(url) style=(BUTTON) { (label) } }
                            p style="word-break:break-all;font-size:13px;color:#5a6072" { (url) }
                        }
                        @if let Some((label, code)) = &self.code { p { (label) } p style=(CODE) dir="ltr" { (code) } }
                        @for paragraph in &self.after { p style="color:#5a6072" { (paragraph) } }
                    }
                }
            }
        }
        .into_string()
    }
}
