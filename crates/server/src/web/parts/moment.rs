//! A moment in time, as people say it, with the exact time behind it.

use super::{
    super::{drawn, escaped},
    Words,
};
use maud::{Render, html};

/// A moment in the reader's words, with the exact UTC time on hover.
#[must_use]
pub struct Moment<'a> {
    text: Words<'a>,
    exact: Words<'a>,
}

/// `text` in the reader's language; `exact` is the UTC time in RFC 3339.
pub fn moment<'a>(text: impl Into<Words<'a>>, exact: impl Into<Words<'a>>) -> Moment<'a> {
    Moment { text: text.into(), exact: exact.into() }
}

impl Render for Moment<'_> {
    fn render_to(&self, page: &mut String) {
        let exact = escaped(&self.exact);
        let moment = drawn(|page| {
            html! { (page) time datetime=(exact) title=(exact) { (escaped(&self.text)) } }
        });
        moment.render_to(page);
    }
}
