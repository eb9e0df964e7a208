//! What stands where a list has nothing to show.

use super::{Icon, Words};
use maud::{Markup, Render, html};

/// What this place is for, why it is empty, and the one thing to do.
#[must_use]
pub struct Empty<'a> {
    icon: Icon,
    title: Words<'a>,
    text: Words<'a>,
    action: Option<Markup>,
}

/// An empty place: `title` says what is missing, `text` why.
pub fn empty<'a>(title: impl Into<Words<'a>>, text: impl Into<Words<'a>>) -> Empty<'a> {
    Empty { icon: Icon::Empty, title: title.into(), text: text.into(), action: None }
}

impl Empty<'_> {
    /// Another picture than the tray.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon, ..self }
    }

    /// The one thing to do: a button or a link.
    pub fn action(self, action: impl Render) -> Self {
        Self { action: Some(action.render()), ..self }
    }
}

impl Render for Empty<'_> {
    fn render(&self) -> Markup {
        html! {
            div.empty {
                (self.icon)
                p.title { (self.title) }
                p { (self.text) }
                @if let Some(action) = &self.action { (action) }
            }
        }
    }
}
