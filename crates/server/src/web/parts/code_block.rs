//! Lines of code with a button that copies them.

use super::{CopyWords, Icon, Words};
use maud::{Markup, Render, html};

/// Lines of code under a title, with a copy button.
#[must_use]
pub struct CodeBlock<'a> {
    id: &'a str,
    title: Words<'a>,
    code: Words<'a>,
    words: CopyWords<'a>,
    is_prose: bool,
}

/// `code` under `title` (say, `curl`). `id` is unique on the page.
pub fn code_block<'a>(
    id: &'a str,
    title: impl Into<Words<'a>>,
    code: impl Into<Words<'a>>,
    words: CopyWords<'a>,
) -> CodeBlock<'a> {
    CodeBlock { id, title: title.into(), code: code.into(), words, is_prose: false }
}

impl CodeBlock<'_> {
    /// Sentences for people, in their direction: they are wrapped.
    pub fn prose(self) -> Self {
        Self { is_prose: true, ..self }
    }
}

impl Render for CodeBlock<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.code-block {
                figcaption {
                    span { (self.title) }
                    button.button.quiet.small.needs-script type="button" data-copy=(self.id)
                        data-copied=(self.words.copied) { (Icon::Copy) span { (self.words.copy) } }
                }
                pre.prose[self.is_prose] dir=(if self.is_prose { "auto" } else { "ltr" }) tabindex="0"
                    role="region" aria-label=(self.title) { code id=(self.id) { (self.code) } }
            }
        }
    }
}
