//! A word or two with an icon: what holds for a thing, where a badge would be too loud.

use super::{Icon, Tone, Words};
use maud::{Markup, Render, html};

/// A short text with an icon before it.
#[must_use]
pub struct Mark<'a> {
    tone: Tone,
    icon: Icon,
    text: Words<'a>,
}

/// A mark that reads `text`; the icon says the same as the colour.
pub fn mark<'a>(tone: Tone, icon: Icon, text: impl Into<Words<'a>>) -> Mark<'a> {
    Mark { tone, icon, text: text.into() }
}

impl Render for Mark<'_> {
    fn render(&self) -> Markup {
        html! { span.mark-line.(self.tone.class()) { (self.icon) span { (self.text) } } }
    }
}
