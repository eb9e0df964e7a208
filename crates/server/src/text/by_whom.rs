//! Who did something, where it was nobody with an account.

use std::borrow::Cow;

use super::Text;

/// Who did something, from the name that the audit trail and lists keep: an address stays as it is; `anonymous` and `host:…`
/// (see [`crate::cx::Caller`]) are said in the reader's language.
pub fn by_whom(t: Text, name: &str) -> Cow<'_, str> {
    match name {
        "anonymous" => t.audit_by_nobody().into(),
        "host:command" | "host:rescue" => t.audit_by_operator().into(),
        "host:demo" => t.audit_by_demo().into(),
        _ if name.starts_with("host:") => t.audit_by_server().into(),
        _ => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_account_is_called_in_words() {
        let t = Text::default();
        for (name, said) in [
            ("ada@people.example", "ada@people.example"),
            ("anonymous", "Somebody not signed in"),
            ("host:jobs", "The server itself"),
            ("host:command", "The operator, on the host"),
            ("host:demo", "The demo"),
        ] {
            assert_eq!(by_whom(t, name), said);
        }
    }
}
