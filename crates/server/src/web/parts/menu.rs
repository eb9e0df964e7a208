//! A menu that opens on a press; a `details` element, so it needs no script.

use maud::{Markup, Render, html};

use super::Words;

/// A menu behind a button.
#[must_use]
pub struct Menu<'a> {
    label: Words<'a>,
    face: Option<Markup>,
    class: &'static str,
    items: Vec<Markup>,
}

/// A menu whose button is named `label`.
pub fn menu<'a>(label: impl Into<Words<'a>>) -> Menu<'a> {
    Menu { label: label.into(), face: None, class: "menu", items: Vec::new() }
}

impl Menu<'_> {
    /// What the button shows instead of its name (an icon); the name is then read to screen readers.
    pub fn face(self, face: impl Render) -> Self {
        Self { face: Some(face.render()), ..self }
    }

    /// Opens upwards, for the foot of a page.
    pub fn upwards(self) -> Self {
        Self { class: "menu up", ..self }
    }

    /// One more entry: a link, a form with a button, a heading.
    pub fn item(mut self, item: impl Render) -> Self {
        self.items.push(item.render());
        self
    }
}

impl Render for Menu<'_> {
    fn render(&self) -> Markup {
        html! {
            details.(self.class) name="menu" {
                summary.button.quiet title=[self.face.as_ref().map(|_| &self.label)] {
                    @if let Some(face) = &self.face { (face) span.for-readers { (self.label) } }
                    @else { (self.label) }
                }
                ul { @for item in &self.items { li { (item) } } }
            }
        }
    }
}
