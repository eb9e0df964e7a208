//! A QR code, drawn on the server.

use fast_qr::{ECL, QRBuilder};
use maud::{Markup, Render, html};
use std::fmt::Write as _;

use super::Words;

/// How many empty dots stand around the code.
const MARGIN: usize = 4;

/// A QR code that carries a text.
#[must_use]
pub struct Qr<'a> {
    label: Words<'a>,
    side: usize,
    path: String,
}

/// `text` as a QR code, which `label` names; none if it is too long for one.
pub fn qr<'a>(label: impl Into<Words<'a>>, text: &str) -> Option<Qr<'a>> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let mut path = String::new();
    for (row, dots) in (0..code.size).map(|row| (row, &code[row])) {
        for (column, _) in dots.iter().take(code.size).enumerate().filter(|(_, dot)| dot.value()) {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", column + MARGIN, row + MARGIN);
        }
    }
    Some(Qr { label: label.into(), side: code.size + 2 * MARGIN, path })
}

impl Render for Qr<'_> {
    fn render(&self) -> Markup {
        html! {
            svg.qr role="img" aria-label=(self.label) viewBox=(format!("0 0 {0} {0}", self.side)) shape-rendering="crispEdges" {
                rect width=(self.side) height=(self.side) fill="#fff" {}
                path d=(self.path) fill="#000" {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_dots_and_one_that_is_too_long_becomes_nothing() {
        let drawn = qr("Code", "license").unwrap().render().0;

        assert!(drawn.contains("aria-label=\"Code\"") && drawn.contains("h1v1h-1z"), "{drawn}");
        assert!(qr("Code", &"x".repeat(3_000)).is_none());
    }
}
