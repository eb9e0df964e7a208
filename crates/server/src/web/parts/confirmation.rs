//! The page that asks before something is destroyed: the dialog's equal without scripts.

use super::{Button, Problem, Tone, Words, form, hidden, link_button};
use maud::{Markup, Render, html};

/// A question with its effect in numbers, the button that does it and the way back.
#[must_use]
pub struct Confirmation<'a> {
    title: Words<'a>,
    effect: Markup,
    action: Words<'a>,
    csrf: &'a str,
    carried: Vec<(&'a str, Words<'a>)>,
    problems: (Words<'a>, Vec<Problem<'a>>),
    fields: Markup,
    yes: Option<Button<'a>>,
    back: Option<(Words<'a>, Words<'a>)>,
}

/// Asks `title` as the page's heading. The form posts `confirmed=yes` to `action`.
pub fn confirmation<'a>(
    title: impl Into<Words<'a>>,
    action: impl Into<Words<'a>>,
    csrf: &'a str,
) -> Confirmation<'a> {
    Confirmation {
        title: title.into(),
        effect: Markup::default(),
        action: action.into(),
        csrf,
        carried: Vec::new(),
        problems: (Words::default(), Vec::new()),
        fields: Markup::default(),
        yes: None,
        back: None,
    }
}

impl<'a> Confirmation<'a> {
    /// What will happen, in numbers, and the milder way if there is one.
    pub fn effect(self, effect: impl Render) -> Self {
        Self { effect: effect.render(), ..self }
    }

    /// A field of the first form that has to come along.
    pub fn carry(mut self, name: &'a str, value: impl Into<Words<'a>>) -> Self {
        self.carried.push((name, value.into()));
        self
    }

    /// What was wrong, on top of the form; nothing is shown if `problems` is empty.
    pub fn problems(self, title: impl Into<Words<'a>>, problems: Vec<Problem<'a>>) -> Self {
        Self { problems: (title.into(), problems), ..self }
    }

    /// What else is asked, before the buttons.
    pub fn fields(self, fields: impl Render) -> Self {
        Self { fields: fields.render(), ..self }
    }

    /// The button that does it.
    pub fn yes(self, button: Button<'a>) -> Self {
        Self { yes: Some(button), ..self }
    }

    /// The way back that changes nothing.
    pub fn back(self, label: impl Into<Words<'a>>, href: impl Into<Words<'a>>) -> Self {
        Self { back: Some((label.into(), href.into())), ..self }
    }
}

impl Render for Confirmation<'_> {
    fn render(&self) -> Markup {
        let body = html! {
            (hidden("confirmed", "yes"))
            @for (name, value) in &self.carried { (hidden(name, value.as_ref())) }
            (self.fields)
            div.actions {
                @if let Some(yes) = &self.yes { (yes) }
                @if let Some((label, href)) = &self.back { (link_button(label.as_ref(), href.as_ref())) }
            }
        };
        let (title, problems) = self.problems.clone();
        html! {
            section.confirmation.(Tone::Danger.class()) {
                div.mark { (Tone::Warning.icon()) }
                h1 { (self.title) }
                div.effect { (self.effect) }
                (form(self.action.as_ref(), self.csrf).problems(title, problems).body(body))
            }
        }
    }
}
