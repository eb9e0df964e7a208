//! A badge: one or two words about a thing's role or state.

use super::{
    super::{drawn, escaped},
    Tone, Words,
};
use maud::{Render, html};

/// A small label: a role, a state, a seat.
#[must_use]
pub struct Badge<'a> {
    tone: Tone,
    text: Words<'a>,
}

/// A badge that reads `text`.
pub fn badge<'a>(tone: Tone, text: impl Into<Words<'a>>) -> Badge<'a> {
    Badge { tone, text: text.into() }
}

impl Render for Badge<'_> {
    fn render_to(&self, page: &mut String) {
        let badge = drawn(|page| html! { (page) span.badge.(self.tone.class()) { (escaped(&self.text)) } });
        badge.render_to(page);
    }
}
