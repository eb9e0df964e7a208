//! The mails that carry links, and those that only tell.

use maud::{DOCTYPE, html};
use seatwarden_base::{Result, db::Tx};

use super::{actions::Made, model::Purpose};
use crate::{
    common::outbox::{self, NewMail},
    cx::{Cx, Person},
    text::{Language, Text},
};

/// A mail that only tells.
#[derive(Clone, Copy, Debug)]
pub enum Notice<'a> {
    /// The password was changed.
    PasswordChanged,
    /// Somebody asked to change the address.
    EmailWillChange {
        /// The new address.
        email: &'a str,
    },
    /// The password is managed by the organisation.
    ResetByOrganisation,
}

/// What a mail says, in its receiver's language.
pub struct Letter {
    /// Which mail this is: `room.mail`.
    pub kind: &'static str,
    /// The subject.
    pub subject: String,
    /// What it says first, the greeting left out.
    pub paragraphs: Vec<String>,
    /// Words on the button, and where it leads.
    pub button: Option<(String, String)>,
    /// What the code is for, and the code.
    pub code: Option<(String, String)>,
    /// What it says last, in a lower voice.
    pub after: Vec<String>,
}

/// Writes a letter of another room in the language of its receiver, greets them, and queues it.
pub async fn send_letter(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    to_address: &str,
    write: impl FnOnce(Text) -> Letter,
) -> Result<()> {
    let language = language(cx, person);
    let t = Text::new(language);
    let mut letter = write(t);
    letter.paragraphs.insert(0, t.one_time_links_greeting(person.display_name()));
    send(tx, cx, person, to_address, language, &letter).await
}

/// Queues the mail that carries a link. Those about an address go to that address.
pub(super) async fn queue(
    tx: &mut Tx,
    cx: &Cx,
    purpose: Purpose,
    person: &Person,
    address: Option<&str>,
    made: &Made,
) -> Result<()> {
    let language = language(cx, person);
    let letter = with_link(cx, Text::new(language), purpose, person, address, made);
    send(tx, cx, person, address.unwrap_or(&person.email), language, &letter).await
}

/// Queues a mail that only tells.
pub(super) async fn queue_notice(tx: &mut Tx, cx: &Cx, person: &Person, notice: Notice<'_>) -> Result<()> {
    let language = language(cx, person);
    let letter = told(cx, Text::new(language), person, notice);
    send(tx, cx, person, &person.email, language, &letter).await
}

fn language(cx: &Cx, person: &Person) -> Language {
    person.language.as_deref().and_then(Language::parse).unwrap_or_else(|| cx.default_language())
}

fn with_link(
    cx: &Cx,
    t: Text,
    purpose: Purpose,
    person: &Person,
    address: Option<&str>,
    made: &Made,
) -> Letter {
    let house = cx.config.server.installation_name.clone();
    let url = made.url.reveal().to_owned();
    let address = address.unwrap_or_default().to_owned();
    let code = (!made.code.is_empty()).then(|| {
        let digits = made.code.reveal();
        let minutes = cx.config.password_reset.code_minutes;
        (t.one_time_links_code(minutes), format!("{} {}", &digits[..4], &digits[4..]))
    });
    let (kind, subject, lead, button, after) = match purpose {
        Purpose::PasswordReset | Purpose::Rescue => (
            "password_reset.mail",
            t.one_time_links_reset_subject(house.clone()),
            t.one_time_links_reset_lead(house),
            t.one_time_links_reset_button(),
            t.one_time_links_reset_after(cx.config.password_reset.link_minutes),
        ),
        Purpose::Invitation => (
            "invitations.mail",
            t.one_time_links_invitation_subject(house.clone()),
            t.one_time_links_invitation_lead(house, person.user_name.clone()),
            t.one_time_links_invitation_button(),
            t.one_time_links_invitation_after(cx.config.invitations.link_hours),
        ),
        Purpose::EmailConfirm => (
            "email_change.confirm_mail",
            t.one_time_links_confirm_subject(house.clone()),
            t.one_time_links_confirm_lead(house, address),
            t.one_time_links_confirm_button(),
            t.one_time_links_confirm_after(),
        ),
        Purpose::EmailUndo => (
            "email_change.undo_mail",
            t.one_time_links_undo_subject(house.clone()),
            t.one_time_links_undo_lead(house),
            t.one_time_links_undo_button(),
            t.one_time_links_undo_after(),
        ),
    };
    let paragraphs = vec![t.one_time_links_greeting(person.display_name()), lead];
    Letter { kind, subject, paragraphs, button: Some((button, url)), code, after: vec![after] }
}

fn told(cx: &Cx, t: Text, person: &Person, notice: Notice<'_>) -> Letter {
    let house = cx.config.server.installation_name.clone();
    let (kind, subject, lead, after) = match notice {
        Notice::PasswordChanged => (
            "passwords.changed_mail",
            t.one_time_links_password_changed_subject(house.clone()),
            t.one_time_links_password_changed_lead(house),
            t.one_time_links_password_changed_after(),
        ),
        Notice::EmailWillChange { email } => (
            "email_change.asked_mail",
            t.one_time_links_email_will_change_subject(house.clone()),
            t.one_time_links_email_will_change_lead(house, email.to_owned()),
            t.one_time_links_email_will_change_after(),
        ),
        Notice::ResetByOrganisation => (
            "password_reset.organisation_mail",
            t.one_time_links_reset_subject(house),
            t.profile_sso_password(),
            t.one_time_links_organisation_after(),
        ),
    };
    let paragraphs = vec![t.one_time_links_greeting(person.display_name()), lead];
    Letter { kind, subject, paragraphs, button: None, code: None, after: vec![after] }
}

async fn send(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    to_address: &str,
    language: Language,
    letter: &Letter,
) -> Result<()> {
    let name = person.display_name();
    let mail = NewMail {
        kind: letter.kind,
        to_address,
        to_name: Some(&name),
        language: language.code(),
        subject: &letter.subject,
        text: &letter.text(),
        html: &letter.html(language),
        user_id: Some(&person.id),
    };
    outbox::queue(tx, &mail, cx.now_ms, cx.random()).await?;
    Ok(())
}

impl Letter {
    fn text(&self) -> String {
        let mut parts = self.paragraphs.clone();
        parts.extend(self.button.iter().map(|(label, url)| format!("{label}:\n{url}")));
        parts.extend(self.code.iter().map(|(label, code)| format!("{label}\n{code}")));
        parts.extend(self.after.iter().cloned());
        parts.join("\n\n") + "\n"
    }

    /// Mail programs know no style sheets of ours, so the few styles stand in the tags.
    fn html(&self, language: Language) -> String {
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
