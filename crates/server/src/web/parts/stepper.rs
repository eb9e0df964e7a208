//! The steps of a task that takes several pages.

use super::{Icon, Words};
use maud::{Markup, Render, html};

/// The steps of a task and the one being done.
#[must_use]
pub struct Stepper<'a> {
    label: Words<'a>,
    steps: Vec<Words<'a>>,
    current: usize,
}

/// Steps called `label`; `current` counts from 0, and all before it are done.
pub fn stepper<'a>(label: impl Into<Words<'a>>, current: usize) -> Stepper<'a> {
    Stepper { label: label.into(), steps: Vec::new(), current }
}

impl<'a> Stepper<'a> {
    /// One more step.
    pub fn step(mut self, name: impl Into<Words<'a>>) -> Self {
        self.steps.push(name.into());
        self
    }
}

impl Render for Stepper<'_> {
    fn render(&self) -> Markup {
        html! {
            ol.stepper aria-label=(self.label) {
                @for (index, step) in self.steps.iter().enumerate() {
                    li.done[index < self.current] aria-current=[(index == self.current).then_some("step")] {
                        span.number aria-hidden="true" {
                            @if index < self.current { (Icon::Check) } @else { (index + 1) }
                        }
                        span { (step) }
                    }
                }
            }
        }
    }
}
