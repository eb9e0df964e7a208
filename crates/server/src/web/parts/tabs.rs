//! A row of links between the pages of one matter.

use super::Words;
use maud::{Markup, Render, html};

/// A row of tabs; each is a page of its own.
#[must_use]
pub struct Tabs<'a> {
    label: Words<'a>,
    tabs: Vec<(Words<'a>, Words<'a>, bool)>,
}

/// A row of tabs called `label`.
pub fn tabs<'a>(label: impl Into<Words<'a>>) -> Tabs<'a> {
    Tabs { label: label.into(), tabs: Vec::new() }
}

impl<'a> Tabs<'a> {
    /// One more tab; the page shown now is `current`.
    pub fn tab(mut self, label: impl Into<Words<'a>>, href: impl Into<Words<'a>>, current: bool) -> Self {
        self.tabs.push((label.into(), href.into(), current));
        self
    }
}

impl Render for Tabs<'_> {
    fn render(&self) -> Markup {
        html! {
            nav.tabs aria-label=(self.label) {
                ul {
                    @for (label, href, current) in &self.tabs {
                        li { a href=(href) aria-current=[current.then_some("page")] { (label) } }
                    }
                }
            }
        }
    }
}
