//! How much of a limited thing is used: seats, activations.

use super::{Words, field_id};
use maud::{Markup, Render, html};

/// A labelled measure of how much is used.
#[must_use]
pub struct Meter<'a> {
    name: &'a str,
    label: Words<'a>,
    text: Words<'a>,
    used: u64,
    total: u64,
}

/// Shows `used` of `total`, which `text` says in words. `name` is unique on the page.
pub fn meter<'a>(
    name: &'a str,
    label: impl Into<Words<'a>>,
    text: impl Into<Words<'a>>,
    used: u64,
    total: u64,
) -> Meter<'a> {
    Meter { name, label: label.into(), text: text.into(), used, total }
}

impl Render for Meter<'_> {
    fn render(&self) -> Markup {
        let id = field_id(self.name);
        let total = self.total.max(1);
        html! {
            div.meter {
                label for=(id) { (self.label) }
                span.amount { (self.text) }
                meter id=(id) min="0" max=(total) value=(self.used.min(total)) low=(total * 3 / 4)
                    high=(total.saturating_sub(1)) optimum="0" { (self.text) }
            }
        }
    }
}
