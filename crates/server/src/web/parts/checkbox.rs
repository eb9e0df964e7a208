//! A box to tick, and a switch that is the same thing with another look.

use super::Words;
use super::control::Around;
use maud::{Markup, Render, html};

/// A labelled box to tick, or a switch.
#[must_use]
pub struct Checkbox<'a> {
    name: &'a str,
    around: Around<'a>,
    value: &'a str,
    is_switch: bool,
    checked: bool,
    disabled: bool,
}

/// A box to tick; ticked, the form sends `name=on`.
pub fn checkbox<'a>(name: &'a str, label: impl Into<Words<'a>>) -> Checkbox<'a> {
    let around = Around::new(name, label.into());
    Checkbox { name, around, value: "on", is_switch: false, checked: false, disabled: false }
}

/// A switch; on, the form sends `name=on`. Nothing happens before the form is sent.
pub fn switch<'a>(name: &'a str, label: impl Into<Words<'a>>) -> Checkbox<'a> {
    Checkbox { is_switch: true, ..checkbox(name, label) }
}

impl<'a> Checkbox<'a> {
    /// Whether it is ticked, or on.
    pub fn checked(self, checked: bool) -> Self {
        Self { checked, ..self }
    }

    /// Sent instead of `on`, for several boxes of one name; the id then ends in the value.
    pub fn value(mut self, value: &'a str) -> Self {
        self.around.id = format!("{}-{value}", self.around.id);
        Self { value, ..self }
    }

    /// Cannot be changed here and now; the hint says why.
    pub fn disabled(self, disabled: bool) -> Self {
        Self { disabled, ..self }
    }

    /// Help that stands under the label.
    pub fn hint(mut self, hint: impl Into<Words<'a>>) -> Self {
        self.around.hint = Some(hint.into());
        self
    }

    /// Why it was refused, if it was.
    pub fn error<W: Into<Words<'a>>>(mut self, error: Option<W>) -> Self {
        self.around.error = error.map(Into::into);
        self
    }
}

impl Render for Checkbox<'_> {
    fn render(&self) -> Markup {
        let class = if self.is_switch { "choice switch" } else { "choice" };
        html! {
            div.(class).invalid[self.around.error.is_some()] {
                input id=(self.around.id) name=(self.name) type="checkbox" value=(self.value)
                    role=[self.is_switch.then_some("switch")] checked[self.checked] disabled[self.disabled]
                    aria-invalid=[self.around.invalid()] aria-describedby=[self.around.described_by(None)];
                div {
                    label for=(self.around.id) { (self.around.label) }
                    (self.around.hint())
                    (self.around.error())
                }
            }
        }
    }
}
