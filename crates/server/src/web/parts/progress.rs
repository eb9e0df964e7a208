//! How far a long piece of work is.

use super::{Words, field_id};
use maud::{Markup, Render, html};

/// A labelled bar of a running piece of work.
#[must_use]
pub struct Progress<'a> {
    name: &'a str,
    label: Words<'a>,
    text: Words<'a>,
    done: Option<(u64, u64)>,
}

/// Work called `label`; `text` says how far it is. `name` is unique on the page.
pub fn progress<'a>(name: &'a str, label: impl Into<Words<'a>>, text: impl Into<Words<'a>>) -> Progress<'a> {
    Progress { name, label: label.into(), text: text.into(), done: None }
}

impl Progress<'_> {
    /// `done` of `total` steps; without it the bar only says that it is working.
    pub fn done(self, done: u64, total: u64) -> Self {
        Self { done: Some((done, total)), ..self }
    }
}

impl Render for Progress<'_> {
    fn render(&self) -> Markup {
        let id = field_id(self.name);
        html! {
            div.meter {
                label for=(id) { (self.label) }
                span.amount { (self.text) }
                progress id=(id) max=[self.done.map(|(_, total)| total.max(1))]
                    value=[self.done.map(|(done, _)| done)] { (self.text) }
            }
        }
    }
}
