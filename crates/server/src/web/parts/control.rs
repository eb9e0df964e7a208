//! What stands around every control: its label, hint and error, tied to it by ids.

use super::{Icon, Words, said};
use maud::{Markup, Render, html};

/// The id of the field called `name`, for links to it.
pub fn field_id(name: &str) -> String {
    format!("field-{name}")
}

/// The label, hint and error of one control.
pub(super) struct Around<'a> {
    pub(super) id: String,
    pub(super) label: Words<'a>,
    pub(super) hint: Option<Words<'a>>,
    pub(super) error: Option<Words<'a>>,
}

impl<'a> Around<'a> {
    pub(super) fn new(name: &str, label: Words<'a>) -> Self {
        Self { id: field_id(name), label, hint: None, error: None }
    }

    /// The value of `aria-describedby`: hint first, then the error, then `more`.
    pub(super) fn described_by(&self, more: Option<&str>) -> Option<String> {
        let mut ids = Vec::new();
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.id));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.id));
        }
        ids.extend(more.map(|suffix| format!("{}-{suffix}", self.id)));
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The value of `aria-invalid`.
    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.as_ref().map(|_| "true")
    }

    pub(super) fn hint(&self) -> Markup {
        html! { @if let Some(hint) = &self.hint { p.hint id={ (self.id) "-hint" } { (hint) } } }
    }

    pub(super) fn error(&self) -> Markup {
        html! {
            @if let Some(error) = &self.error {
                p.error id={ (self.id) "-error" } { (Icon::Danger) span { (said(error)) } }
            }
        }
    }

    /// Label, hint, `control`, error and what is `below`, from top to bottom.
    pub(super) fn wrap(&self, control: impl Render, below: impl Render) -> Markup {
        html! {
            div.field.invalid[self.error.is_some()] {
                label for=(self.id) { (self.label) }
                (self.hint())
                (control)
                (self.error())
                (below)
            }
        }
    }
}
