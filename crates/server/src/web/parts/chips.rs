//! Filters of a list, each a link that sets or clears it.

use super::{Icon, Words};
use maud::{Markup, Render, html};

/// A row of filters.
#[must_use]
pub struct Chips<'a> {
    label: Words<'a>,
    chips: Vec<(Words<'a>, Words<'a>, bool)>,
}

/// A row of filters called `label`.
pub fn chips<'a>(label: impl Into<Words<'a>>) -> Chips<'a> {
    Chips { label: label.into(), chips: Vec::new() }
}

impl<'a> Chips<'a> {
    /// One more filter; `href` turns it on, or off if it `is_on`.
    pub fn chip(mut self, label: impl Into<Words<'a>>, href: impl Into<Words<'a>>, is_on: bool) -> Self {
        self.chips.push((label.into(), href.into(), is_on));
        self
    }
}

impl Render for Chips<'_> {
    fn render(&self) -> Markup {
        html! {
            ul.chips aria-label=(self.label) {
                @for (label, href, is_on) in &self.chips {
                    li { a.chip href=(href) aria-current=[is_on.then_some("true")] {
                        @if *is_on { (Icon::Check) }
                        bdi { (label) }
                    } }
                }
            }
        }
    }
}
