//! Sentences in which words to be typed stand between backticks, as every message of the house writes them.

use maud::{Markup, Render, html};

/// A sentence; what stands between two backticks is shown as code, from left to right in every language.
#[must_use]
pub struct Said<'a>(&'a str);

/// The sentence `text`.
pub const fn said(text: &str) -> Said<'_> {
    Said(text)
}

impl Render for Said<'_> {
    fn render(&self) -> Markup {
        let pieces: Vec<&str> = self.0.split('`').collect();
        if pieces.len().is_multiple_of(2) {
            // One of them stands for itself.
            return html! { (self.0) };
        }
        html! {
            @for (index, piece) in pieces.into_iter().enumerate() {
                @if index % 2 == 1 { code dir="ltr" { (piece) } } @else { (piece) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_backticks_are_code_and_nothing_else_is_markup() {
        let html = |text| said(text).render().0;

        assert_eq!(html("Use `a <b>` & go."), "Use <code dir=\"ltr\">a &lt;b&gt;</code> &amp; go.");
        assert_eq!(html("`x`"), "<code dir=\"ltr\">x</code>");
        assert_eq!(html("Nothing."), "Nothing.");
        assert_eq!(html("A ` alone"), "A ` alone");
    }
}
