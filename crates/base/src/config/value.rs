//! What an option can be, and how it is read from the file and from plain text.

use std::{fmt, ops::RangeInclusive};

use toml::de::DeValue;

use crate::secret::Secret;

/// The form an option must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Any text.
    Text,
    /// Text that is never printed.
    Secret,
    /// `true` or `false`.
    Switch,
    /// A whole number between two bounds, both included.
    Number {
        /// The smallest.
        least: u64,
        /// The largest.
        most: u64,
    },
    /// A list of texts; in the environment separated by commas.
    List,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

impl Form {
    /// The same form with tighter bounds; only a number has bounds.
    #[must_use]
    pub fn between(self, range: RangeInclusive<u64>) -> Self {
        match self {
            Self::Number { .. } => Self::Number { least: *range.start(), most: *range.end() },
            other => other,
        }
    }

    /// Whether a number is inside of the bounds; anything else has none.
    pub fn allows(self, number: Option<u64>) -> bool {
        match (self, number) {
            (Self::Number { least, most }, Some(number)) => (least..=most).contains(&number),
            _ => true,
        }
    }

    /// A word for it that the message files know.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text | Self::Secret => "text",
            Self::Switch => "switch",
            Self::Number { .. } => "number",
            Self::List => "list",
            Self::OneOf(_) => "choice",
        }
    }
}

impl fmt::Display for Form {
    /// As the reference writes it: `0..=9`, `human`, `json`, `true`/`false`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => out.write_str("text"),
            Self::Secret => out.write_str("secret text"),
            Self::Switch => out.write_str("`true` or `false`"),
            Self::List => out.write_str("list of texts"),
            Self::Number { least, most } => write!(out, "{least} to {most}"),
            Self::OneOf(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                out.write_str(&words.join(", "))
            }
        }
    }
}

/// A value as it was given.
#[derive(Clone, Copy, Debug)]
pub enum Given<'a> {
    /// From the environment or the command line.
    Plain(&'a str),
    /// From the file.
    Toml(&'a DeValue<'a>),
}

impl<'a> Given<'a> {
    /// The text, if it is one.
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Plain(text) => Some(text),
            Self::Toml(value) => value.as_str(),
        }
    }
}

/// A type that an option can have.
pub trait Value: Sized {
    /// What it accepts.
    fn form() -> Form;
    /// Reads it; `None` if it does not have the form.
    fn read(given: Given<'_>) -> Option<Self>;
    /// The number to hold against the bounds of its form, if it is one.
    fn number(&self) -> Option<u64> {
        None
    }
    /// The value in TOML; a secret shows only that it is there, and so do name and password in an address.
    fn shown(&self) -> String;
}

impl Value for String {
    fn form() -> Form {
        Form::Text
    }

    fn read(given: Given<'_>) -> Option<Self> {
        given.text().map(str::to_owned)
    }

    fn shown(&self) -> String {
        quoted(&without_password(self))
    }
}

impl Value for Secret {
    fn form() -> Form {
        Form::Secret
    }

    fn read(given: Given<'_>) -> Option<Self> {
        given.text().map(Self::new)
    }

    fn shown(&self) -> String {
        quoted(if self.is_empty() { "" } else { "[secret]" })
    }
}

impl Value for bool {
    fn form() -> Form {
        Form::Switch
    }

    fn read(given: Given<'_>) -> Option<Self> {
        match given {
            Given::Plain(text) => text.parse().ok(),
            Given::Toml(value) => value.as_bool(),
        }
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Value for Vec<String> {
    fn form() -> Form {
        Form::List
    }

    fn read(given: Given<'_>) -> Option<Self> {
        match given {
            Given::Plain(text) => Some(
                text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect(),
            ),
            Given::Toml(value) => {
                value.as_array()?.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
            }
        }
    }

    fn shown(&self) -> String {
        format!("[{}]", self.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", "))
    }
}

macro_rules! number {
    ($($type:ty),*) => {$(
        impl Value for $type {
            fn form() -> Form {
                Form::Number { least: 0, most: <$type>::MAX.into() }
            }

            fn read(given: Given<'_>) -> Option<Self> {
                match given {
                    Given::Plain(text) => text.replace('_', "").parse().ok(),
                    Given::Toml(value) => {
                        let number = value.as_integer()?;
                        Self::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
                    }
                }
            }

            fn number(&self) -> Option<u64> {
                Some((*self).into())
            }

            fn shown(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

number!(u16, u32, u64);

/// A text without what stands before the host if it is an address: `http://name:password@proxy.example`. An address
/// without its scheme is told from other texts with an @ by the colon, and from patterns by their signs.
fn without_password(text: &str) -> String {
    let at = text.find("://").map_or(0, |at| at + 3);
    let (scheme, rest) = text.split_at(at);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let Some((user, _)) = rest[..end].rsplit_once('@') else { return text.to_owned() };
    let is_pattern = || user.contains(|letter: char| letter.is_whitespace() || r"\^[](){}|".contains(letter));
    if scheme.is_empty() && (!user.contains(':') || is_pattern()) {
        return text.to_owned();
    }
    format!("{scheme}[secret]{}", &rest[user.len()..])
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn name_and_password_of_an_address_are_not_shown() {
        for (value, shown) in [
            ("http://a:hunter2@p:1", "http://[secret]@p:1"),
            ("http://hunter2@p/x@y", "http://[secret]@p/x@y"),
            ("http://a:hunter@2@p", "http://[secret]@p"),
            ("a:hunter2@p:1", "[secret]@p:1"),
        ] {
            assert_eq!(without_password(value), shown);
            assert_eq!(without_password(shown), shown, "it can be read and printed again");
        }
        for same in ["http://p:1/a@b", "ada@house.example", "^[:@]+$", ""] {
            assert_eq!(without_password(same), same);
        }
    }
}
