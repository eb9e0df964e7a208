//! The head of a page: its one `h1`, what it is for, what can be done.

use super::Words;
use maud::{Markup, Render, html};

/// The head of a page.
#[must_use]
pub struct PageHeader<'a> {
    title: Words<'a>,
    lead: Option<Markup>,
    actions: Option<Markup>,
}

/// The page's heading; once a page.
pub fn page_header<'a>(title: impl Into<Words<'a>>) -> PageHeader<'a> {
    PageHeader { title: title.into(), lead: None, actions: None }
}

impl PageHeader<'_> {
    /// One sentence about the page.
    pub fn lead(self, lead: impl Render) -> Self {
        Self { lead: Some(lead.render()), ..self }
    }

    /// Buttons at the end of the line.
    pub fn actions(self, actions: impl Render) -> Self {
        Self { actions: Some(actions.render()), ..self }
    }
}

impl Render for PageHeader<'_> {
    fn render(&self) -> Markup {
        html! {
            header.page-header {
                div {
                    h1 { (self.title) }
                    @if let Some(lead) = &self.lead { p.lead { (lead) } }
                }
                @if let Some(actions) = &self.actions { div.actions { (actions) } }
            }
        }
    }
}
