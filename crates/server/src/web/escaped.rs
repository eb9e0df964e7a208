//! Text of people in a page, for what comes hundreds of times.

use maud::Render;

/// Text that is looked at as a whole first: nearly none has anything to escape, and going through it letter by letter
/// takes most of the time that it costs.
#[derive(Clone, Copy, Debug)]
pub struct Escaped<'a>(&'a str);

/// `text` with everything escaped that means something in HTML, in an element or in a quoted attribute.
pub const fn escaped(text: &str) -> Escaped<'_> {
    Escaped(text)
}

/// Text that is set apart from the direction of the text around it.
#[derive(Clone, Copy, Debug)]
pub struct Isolated<'a>(Escaped<'a>);

/// `text` of people in an element of its own, escaped.
pub const fn isolated(text: &str) -> Isolated<'_> {
    Isolated(escaped(text))
}

impl Render for Isolated<'_> {
    fn render_to(&self, page: &mut String) {
        page.push_str("<bdi>");
        self.0.render_to(page);
        page.push_str("</bdi>");
    }
}

impl Render for Escaped<'_> {
    fn render_to(&self, page: &mut String) {
        let means_something = |byte| matches!(byte, b'&' | b'<' | b'>' | b'"');
        // Without an early end, so that many bytes are compared at once.
        if self.0.bytes().fold(false, |found, byte| found | means_something(byte)) {
            self.0.render_to(page);
        } else {
            page.push_str(self.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use maud::html;
    use proptest::{prop_assert_eq, proptest};

    use super::*;

    proptest! {
        #[test]
        fn it_escapes_what_maud_escapes(text in "[&<>\"'a-zא ]{0,40}|\\PC{0,40}") {
            prop_assert_eq!(html! { (escaped(&text)) }.0, html! { (text) }.0);
            prop_assert_eq!(html! { (isolated(&text)) }.0, html! { bdi { (text) } }.0);
        }
    }
}
