//! A short message about what was just done.

use super::{Icon, Tone, Words};
use maud::{Markup, Render, html};

/// A message that stands at the foot of the page; with scripts it leaves by itself.
#[must_use]
pub struct Toast<'a> {
    tone: Tone,
    text: Words<'a>,
    dismiss: Words<'a>,
}

/// A message; `dismiss` names the button that takes it away.
pub fn toast<'a>(tone: Tone, text: impl Into<Words<'a>>, dismiss: impl Into<Words<'a>>) -> Toast<'a> {
    Toast { tone, text: text.into(), dismiss: dismiss.into() }
}

impl Render for Toast<'_> {
    fn render(&self) -> Markup {
        html! {
            div.toast.(self.tone.class()) role="status" data-toast {
                (self.tone.icon())
                p { (self.text) }
                button.button.quiet.small.needs-script type="button" data-dismiss aria-label=(self.dismiss) {
                    (Icon::Close)
                }
            }
        }
    }
}
