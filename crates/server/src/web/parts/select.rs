//! A drop-down list.

use super::control::Around;
use super::{Icon, Words};
use maud::{Markup, Render, html};

/// A labelled drop-down list.
#[must_use]
pub struct Select<'a> {
    name: &'a str,
    around: Around<'a>,
    value: Words<'a>,
    options: Vec<(Words<'a>, Words<'a>)>,
    /// Before which option each group begins.
    groups: Vec<(usize, Words<'a>)>,
    required: bool,
}

/// A drop-down list sent as `name`.
pub fn select<'a>(name: &'a str, label: impl Into<Words<'a>>) -> Select<'a> {
    Select {
        name,
        around: Around::new(name, label.into()),
        value: Words::Borrowed(""),
        options: Vec::new(),
        groups: Vec::new(),
        required: false,
    }
}

impl<'a> Select<'a> {
    /// One more choice: what is sent, and what is read.
    pub fn option(mut self, value: impl Into<Words<'a>>, label: impl Into<Words<'a>>) -> Self {
        self.options.push((value.into(), label.into()));
        self
    }

    /// Puts the options that follow under a heading.
    pub fn group(mut self, label: impl Into<Words<'a>>) -> Self {
        self.groups.push((self.options.len(), label.into()));
        self
    }

    /// The value chosen now.
    pub fn value(self, value: impl Into<Words<'a>>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// Help that stands between label and list.
    pub fn hint(mut self, hint: impl Into<Words<'a>>) -> Self {
        self.around.hint = Some(hint.into());
        self
    }

    /// Why the value was refused, if it was.
    pub fn error<W: Into<Words<'a>>>(mut self, error: Option<W>) -> Self {
        self.around.error = error.map(Into::into);
        self
    }

    /// Another id than the name's, when two forms on a page share a name.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.around.id = id.into();
        self
    }

    /// The form cannot go without it.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }
}

impl Select<'_> {
    /// The options from one to the next group.
    fn shown(&self, first: usize, next: Option<&(usize, Words<'_>)>) -> Markup {
        let end = next.map_or(self.options.len(), |(end, _)| *end);
        html! {
            @for (value, label) in self.options.get(first..end).unwrap_or_default() {
                option value=(value) selected[*value == self.value] { (label) }
            }
        }
    }
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        self.around.wrap(html! {
            div.select {
                select.input id=(self.around.id) name=(self.name) required[self.required]
                    aria-invalid=[self.around.invalid()] aria-describedby=[self.around.described_by(None)] {
                    (self.shown(0, self.groups.first()))
                    @for (at, (first, label)) in self.groups.iter().enumerate() {
                        optgroup label=(label) { (self.shown(*first, self.groups.get(at + 1))) }
                    }
                }
                (Icon::ChevronDown)
            }
        }, html! {})
    }
}
