//! A value to be copied: a token, an address, a code.

use super::control::Around;
use super::{Icon, Words};
use maud::{Markup, Render, html};

/// The words of a copy button.
#[derive(Clone)]
pub struct CopyWords<'a> {
    /// Names the button.
    pub copy: Words<'a>,
    /// Said when it is done.
    pub copied: Words<'a>,
}

/// A labelled value with a button that copies it. Without scripts it can be selected by hand.
#[must_use]
pub struct CopyField<'a> {
    around: Around<'a>,
    value: Words<'a>,
    words: CopyWords<'a>,
}

/// A value to copy. `name` makes the id only; nothing is ever sent.
pub fn copy_field<'a>(
    name: &str,
    label: impl Into<Words<'a>>,
    value: impl Into<Words<'a>>,
    words: CopyWords<'a>,
) -> CopyField<'a> {
    CopyField { around: Around::new(name, label.into()), value: value.into(), words }
}

impl<'a> CopyField<'a> {
    /// Help that stands between label and value.
    pub fn hint(mut self, hint: impl Into<Words<'a>>) -> Self {
        self.around.hint = Some(hint.into());
        self
    }
}

impl Render for CopyField<'_> {
    fn render(&self) -> Markup {
        self.around.wrap(html! {
            div.joined {
                input.input.mono id=(self.around.id) type="text" value=(self.value) dir="ltr" readonly
                    autocomplete="off" spellcheck="false" aria-describedby=[self.around.described_by(None)];
                button.button.needs-script type="button" data-copy=(self.around.id) data-copied=(self.words.copied) {
                    (Icon::Copy) span { (self.words.copy) }
                }
            }
        }, html! {})
    }
}
