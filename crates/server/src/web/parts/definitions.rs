//! Pairs of a name and what it stands for.

use super::Words;
use maud::{Markup, Render, html};

/// A definition list.
#[must_use]
pub struct Definitions<'a> {
    rows: Vec<(Words<'a>, Markup)>,
}

/// An empty definition list.
pub fn definitions<'a>() -> Definitions<'a> {
    Definitions { rows: Vec::new() }
}

impl<'a> Definitions<'a> {
    /// One more pair.
    pub fn row(mut self, term: impl Into<Words<'a>>, value: impl Render) -> Self {
        self.rows.push((term.into(), value.render()));
        self
    }
}

impl Render for Definitions<'_> {
    fn render(&self) -> Markup {
        html! {
            dl.definitions { @for (term, value) in &self.rows { div { dt { (term) } dd { (value) } } } }
        }
    }
}
