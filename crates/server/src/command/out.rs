//! What a command says: data on the standard output, everything else on the standard error.

use std::io::{self, Write};

use seatwarden_base::Error;

use crate::text::Text;

/// The terminal, or the pipe.
pub(crate) struct Out {
    text: Text,
}

impl Out {
    pub(crate) const fn new(text: Text) -> Self {
        Self { text }
    }

    /// The texts in the terminal's language.
    pub(crate) const fn text(&self) -> Text {
        self.text
    }

    /// A line of data, for people and pipes. A reader that went away is no error.
    #[expect(clippy::unused_self, reason = "whoever says something must have been given the terminal")]
    pub(crate) fn data(&self, line: &str) {
        let _ = writeln!(io::stdout().lock(), "{}", line.trim_end_matches('\n'));
    }

    /// A line about what is going on.
    #[expect(clippy::unused_self, reason = "whoever says something must have been given the terminal")]
    pub(crate) fn say(&self, line: &str) {
        let _ = writeln!(io::stderr().lock(), "{line}");
    }

    /// Lines that say why not, as they are.
    #[expect(clippy::unused_self, reason = "whoever says something must have been given the terminal")]
    pub(crate) fn refused(&self, lines: &str) {
        let _ = write!(io::stderr().lock(), "{lines}");
    }

    /// What went wrong, and what to do next. A fault shows its cause: whoever has the host may know it.
    pub(crate) fn error(&self, error: &Error) {
        let t = self.text;
        let (message, next) = match error {
            Error::Refusal(refusal) => t.refusal_at_host(refusal),
            Error::Fault(fault) => (t.cli_fault(fault.doing, fault.cause.to_string()), None),
        };
        self.say(&t.config_error(message));
        if let Some(next) = next {
            self.say(&t.config_hint(next));
        }
    }
}
