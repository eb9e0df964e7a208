//! The search box of a list. The key `/` jumps to it.

use super::{Icon, Words, field_id};
use maud::{Markup, Render, html};

/// A search box: a form of its own that goes out by GET.
#[must_use]
pub struct Search<'a> {
    action: Words<'a>,
    name: &'a str,
    label: Words<'a>,
    value: Words<'a>,
    submit: Option<Words<'a>>,
}

/// A search box that asks `action` for `name=…`; `label` says what can be searched.
pub fn search<'a>(
    action: impl Into<Words<'a>>,
    name: &'a str,
    label: impl Into<Words<'a>>,
    value: impl Into<Words<'a>>,
) -> Search<'a> {
    Search { action: action.into(), name, label: label.into(), value: value.into(), submit: None }
}

impl<'a> Search<'a> {
    /// A visible button beside the box.
    pub fn submit(self, label: impl Into<Words<'a>>) -> Self {
        Self { submit: Some(label.into()), ..self }
    }
}

impl Render for Search<'_> {
    fn render(&self) -> Markup {
        let id = field_id(self.name);
        html! {
            form.search role="search" aria-label=(self.label) action=(self.action) method="get" {
                label.for-readers for=(id) { (self.label) }
                (Icon::Search)
                input.input id=(id) name=(self.name) type="search" value=(self.value) placeholder=(self.label)
                    autocomplete="off" spellcheck="false" data-search;
                @if let Some(submit) = &self.submit { button.button type="submit" { (submit) } }
            }
        }
    }
}
