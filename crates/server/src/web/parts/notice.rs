//! A message that stands in the page.

use super::{Tone, Words};
use maud::{Markup, Render, html};

/// A message with an icon, and perhaps a title and an action.
#[must_use]
pub struct Notice<'a> {
    tone: Tone,
    title: Option<Words<'a>>,
    body: Markup,
    action: Option<Markup>,
}

/// A message; with [`Tone::Danger`] screen readers read it at once.
pub fn notice<'a>(tone: Tone, body: impl Render) -> Notice<'a> {
    Notice { tone, title: None, body: body.render(), action: None }
}

impl<'a> Notice<'a> {
    /// A short line above the message.
    pub fn title(self, title: impl Into<Words<'a>>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// What to do about it: a button or a link.
    pub fn action(self, action: impl Render) -> Self {
        Self { action: Some(action.render()), ..self }
    }
}

impl Render for Notice<'_> {
    fn render(&self) -> Markup {
        let role = if self.tone == Tone::Danger { "alert" } else { "status" };
        html! {
            div.notice.(self.tone.class()) role=(role) {
                (self.tone.icon())
                div {
                    @if let Some(title) = &self.title { p.title { (title) } }
                    div { (self.body) }
                }
                @if let Some(action) = &self.action { div.actions { (action) } }
            }
        }
    }
}
