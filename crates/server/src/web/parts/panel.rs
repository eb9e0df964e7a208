//! A panel: one matter of a page in a box of its own.

use super::{super::drawn::drawn, Words};
use maud::{Markup, Render, html};

/// A box with a heading.
#[must_use]
pub struct Panel<'a> {
    title: Option<Words<'a>>,
    lead: Option<Markup>,
    actions: Option<Markup>,
    body: Box<dyn Render + 'a>,
    class: &'static str,
    id: Option<&'static str>,
}

/// A box around `body`.
pub fn panel<'a>(body: impl Render + 'a) -> Panel<'a> {
    Panel { title: None, lead: None, actions: None, body: Box::new(body), class: "panel", id: None }
}

impl<'a> Panel<'a> {
    /// Its `h2`.
    pub fn title(self, title: impl Into<Words<'a>>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// By which a link leads to it.
    pub fn id(self, id: &'static str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// One sentence under the heading.
    pub fn lead(self, lead: impl Render) -> Self {
        Self { lead: Some(lead.render()), ..self }
    }

    /// Buttons at the end of the heading's line.
    pub fn actions(self, actions: impl Render) -> Self {
        Self { actions: Some(actions.render()), ..self }
    }

    /// The body touches the edges: for tables.
    pub fn flush(self) -> Self {
        Self { class: "panel flush", ..self }
    }

    /// Marked as the place of what cannot be undone.
    pub fn danger(self) -> Self {
        Self { class: "panel danger", ..self }
    }
}

impl Render for Panel<'_> {
    fn render_to(&self, page: &mut String) {
        let panel = drawn(|page| {
            html! {
                (page)
                section.(self.class) id=[self.id] {
                    @if self.title.is_some() || self.actions.is_some() {
                        header {
                            div {
                                @if let Some(title) = &self.title { h2 { (title) } }
                                @if let Some(lead) = &self.lead { p.lead { (lead) } }
                            }
                            @if let Some(actions) = &self.actions { div.actions { (actions) } }
                        }
                    }
                    div.body { (self.body) }
                }
            }
        });
        panel.render_to(page);
    }
}
