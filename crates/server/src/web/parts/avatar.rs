//! A person's initials in a circle.

use super::Words;
use maud::{Markup, Render, html};

/// A person's initials in a circle: decoration beside the name.
#[must_use]
pub struct Avatar<'a> {
    initials: Words<'a>,
}

/// A circle with `initials`; one or two letters fit.
pub fn avatar<'a>(initials: impl Into<Words<'a>>) -> Avatar<'a> {
    Avatar { initials: initials.into() }
}

impl Render for Avatar<'_> {
    fn render(&self) -> Markup {
        html! { span.avatar aria-hidden="true" { (self.initials) } }
    }
}
