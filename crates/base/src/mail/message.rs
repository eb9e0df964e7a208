//! How a mail is written: headers, parts and the limits of each (RFC 5322, 2045, 2047, 3834).

use std::time::{Duration, UNIX_EPOCH};

use data_encoding::HEXLOWER;
use lettre::{
    Address, Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{Header, HeaderName, HeaderValue},
    },
};
use ring::digest;

use super::{Mail, SendError, one_line};

/// Longest mail address, in bytes (RFC 5321 section 4.5.3.1.3, without the angle brackets).
pub const ADDRESS_LENGTH_MAX: usize = 254;
/// Longest name beside an address, in characters.
pub const NAME_LENGTH_MAX: usize = 200;
/// Longest subject, in characters.
pub const SUBJECT_LENGTH_MAX: usize = 250;
/// Largest plain text body, in bytes.
pub const TEXT_BYTES_MAX: usize = 64 * 1024;
/// Largest HTML body, in bytes.
pub const HTML_BYTES_MAX: usize = 256 * 1024;
/// Longest language tag, in characters (RFC 5646 section 4.4.1).
pub const LANGUAGE_LENGTH_MAX: usize = 35;
/// Longest kind of a mail, in characters.
pub const KIND_LENGTH_MAX: usize = 64;

/// The `Message-ID` of the mail `id` from `domain`, with its angle brackets (RFC 5322 section 3.6.4).
pub fn message_id(id: &str, domain: &str) -> String {
    format!("<{id}@{domain}>")
}

/// Whether `text` is one mail address that we can send to: a local part, an `@` and a domain,
/// nothing beside it, at most [`ADDRESS_LENGTH_MAX`] bytes.
pub fn is_address(text: &str) -> bool {
    text.len() <= ADDRESS_LENGTH_MAX && !text.chars().any(char::is_control) && text.parse::<Address>().is_ok()
}

/// Whether `text` may stand in a header: one line of at most `length_max` characters.
/// Control characters are refused, so nobody can add headers of their own.
pub fn is_header_text(text: &str, length_max: usize) -> bool {
    let line = |c: char| !c.is_control() && c != '\u{2028}' && c != '\u{2029}';
    text.chars().count() <= length_max && text.chars().all(line)
}

/// Writes the mail. The same mail at the same time gives the same bytes.
pub(super) fn write(mail: &Mail, now_ms: i64) -> Result<Message, SendError> {
    check(mail).map_err(|field| SendError::Permanent(format!("the mail's {field} cannot be sent")))?;
    let date = UNIX_EPOCH + Duration::from_millis(u64::try_from(now_ms).unwrap_or_default());
    // RFC 2046 section 5.1.1: the boundary must not occur inside; it hangs on an id nobody can guess.
    let boundary =
        HEXLOWER.encode(&digest::digest(&digest::SHA256, mail.message_id.as_bytes()).as_ref()[..16]);
    let parts = MultiPart::alternative()
        .boundary(boundary)
        .singlepart(SinglePart::plain(mail.text.clone()))
        .singlepart(SinglePart::html(mail.html.clone()));
    let from_name = Some(mail.from_name.clone()).filter(|name| !name.is_empty());
    Message::builder()
        .from(mailbox(from_name, &mail.from)?)
        .to(mailbox(mail.to_name.clone().filter(|name| !name.is_empty()), &mail.to)?)
        .subject(mail.subject.clone())
        .date(date)
        .message_id(Some(mail.message_id.clone()))
        .header(ContentLanguage(mail.language.clone()))
        .header(AutoSubmitted)
        .multipart(parts)
        .map_err(|error| SendError::Permanent(one_line(&error.to_string())))
}

fn mailbox(name: Option<String>, address: &str) -> Result<Mailbox, SendError> {
    let address = address.parse().map_err(|_| SendError::Permanent("not a mail address".into()))?;
    Ok(Mailbox::new(name, address))
}

/// Names the first field that breaks its limit.
fn check(mail: &Mail) -> Result<(), &'static str> {
    let to_name = mail.to_name.as_deref().unwrap_or_default();
    let tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let id = |c: char| c.is_ascii_graphic();
    let checks = [
        ("to", is_address(&mail.to)),
        ("to_name", is_header_text(to_name, NAME_LENGTH_MAX)),
        ("from", is_address(&mail.from)),
        ("from_name", is_header_text(&mail.from_name, NAME_LENGTH_MAX)),
        ("subject", is_header_text(&mail.subject, SUBJECT_LENGTH_MAX)),
        ("text", mail.text.len() <= TEXT_BYTES_MAX),
        ("html", mail.html.len() <= HTML_BYTES_MAX),
        ("language", mail.language.len() <= LANGUAGE_LENGTH_MAX && mail.language.chars().all(tag)),
        ("message_id", mail.message_id.len() <= 400 && mail.message_id.chars().all(id)),
    ];
    checks.iter().find(|(_, fine)| !fine).map_or(Ok(()), |(field, _)| Err(*field))
}

/// `Content-Language` (RFC 3282 section 2).
#[derive(Clone)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.into()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// `Auto-Submitted: auto-generated` (RFC 3834 section 5), so that nobody's holiday answers us.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".into())
    }
}
