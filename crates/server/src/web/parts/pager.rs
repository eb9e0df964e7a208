//! The way through a long list, page by page, by key and not by number.

use super::{Icon, Words};
use maud::{Markup, Render, html};

/// Links to the page before and the page after, and how much there is.
#[must_use]
pub struct Pager<'a> {
    label: Words<'a>,
    summary: Words<'a>,
    previous: (Words<'a>, Option<Words<'a>>),
    next: (Words<'a>, Option<Words<'a>>),
}

/// A pager called `label`; `summary` says what is shown of how much.
pub fn pager<'a>(label: impl Into<Words<'a>>, summary: impl Into<Words<'a>>) -> Pager<'a> {
    let nothing = || (Words::Borrowed(""), None);
    Pager { label: label.into(), summary: summary.into(), previous: nothing(), next: nothing() }
}

impl<'a> Pager<'a> {
    /// The page before, if there is one.
    pub fn previous<W: Into<Words<'a>>>(self, label: impl Into<Words<'a>>, href: Option<W>) -> Self {
        Self { previous: (label.into(), href.map(Into::into)), ..self }
    }

    /// The page after, if there is one.
    pub fn next<W: Into<Words<'a>>>(self, label: impl Into<Words<'a>>, href: Option<W>) -> Self {
        Self { next: (label.into(), href.map(Into::into)), ..self }
    }
}

impl Render for Pager<'_> {
    fn render(&self) -> Markup {
        html! {
            nav.pager aria-label=(self.label) {
                p { (self.summary) }
                div.actions {
                    @if let (label, Some(href)) = &self.previous {
                        a.button.small href=(href) rel="prev" { (Icon::ArrowBack) span { (label) } }
                    }
                    @if let (label, Some(href)) = &self.next {
                        a.button.small href=(href) rel="next" { span { (label) } (Icon::ArrowNext) }
                    }
                }
            }
        }
    }
}
