//! What a password must be, with what it already is; also the answer to a live check.

use super::{Icon, Words};
use maud::{Markup, Render, html};

/// One rule. Its words say how it stands (`At least 8 characters: met`) to those who see no icon.
pub struct Rule<'a> {
    /// The rule in words.
    pub text: Words<'a>,
    /// How it stands, in one word, for screen readers; empty as long as nothing was typed.
    pub state: Words<'a>,
    /// Whether it is met; `None` as long as nothing was typed.
    pub met: Option<bool>,
}

/// The rules of a password.
#[must_use]
pub struct Policy<'a> {
    rules: Vec<Rule<'a>>,
}

/// A list of rules.
pub fn policy(rules: Vec<Rule<'_>>) -> Policy<'_> {
    Policy { rules }
}

impl Render for Policy<'_> {
    fn render(&self) -> Markup {
        html! {
            ul.policy {
                @for rule in &self.rules {
                    li data-met=[rule.met.map(|met| if met { "yes" } else { "no" })] {
                        @match rule.met {
                            Some(true) => (Icon::Success),
                            Some(false) => (Icon::Close),
                            None => span.dot aria-hidden="true" {},
                        }
                        span { (rule.text) @if !rule.state.is_empty() { span.for-readers { ": " (rule.state) } } }
                    }
                }
            }
        }
    }
}
