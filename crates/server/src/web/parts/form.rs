//! The form around the fields: where it goes, its secret against forgery, its errors on top.

use super::{Icon, Words, field_id, said};
use maud::{Markup, Render, html};

/// One thing wrong with what was sent.
#[derive(Clone)]
pub struct Problem<'a> {
    field: Option<Words<'a>>,
    text: Words<'a>,
}

impl<'a> Problem<'a> {
    /// Something wrong with the field called `name`; the summary links to it.
    pub fn on(name: impl Into<Words<'a>>, text: impl Into<Words<'a>>) -> Self {
        Self { field: Some(name.into()), text: text.into() }
    }

    /// Something wrong with no single field.
    pub fn general(text: impl Into<Words<'a>>) -> Self {
        Self { field: None, text: text.into() }
    }
}

/// The question asked before a form goes out.
pub struct Confirm<'a> {
    /// What is about to happen.
    pub title: Words<'a>,
    /// What follows from it.
    pub text: Words<'a>,
    /// The button that does it.
    pub yes: Words<'a>,
    /// The button that does not.
    pub no: Words<'a>,
}

/// A form. It posts, unless [`Form::get`] says otherwise.
#[must_use]
pub struct Form<'a> {
    action: Words<'a>,
    csrf: &'a str,
    id: Option<&'a str>,
    is_get: bool,
    is_inline: bool,
    has_files: bool,
    summary: Option<(Words<'a>, Vec<Problem<'a>>)>,
    confirm: Option<Confirm<'a>>,
    body: Markup,
}

/// A form that posts to `action` with the hidden field `csrf`.
pub fn form<'a>(action: impl Into<Words<'a>>, csrf: &'a str) -> Form<'a> {
    Form {
        action: action.into(),
        csrf,
        id: None,
        is_get: false,
        is_inline: false,
        has_files: false,
        summary: None,
        confirm: None,
        body: Markup::default(),
    }
}

impl<'a> Form<'a> {
    /// The fields and buttons.
    pub fn body(self, body: impl Render) -> Self {
        Self { body: body.render(), ..self }
    }

    /// For buttons elsewhere on the page.
    pub fn id(self, id: &'a str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// Goes out by GET and carries no secret: for searches and filters.
    pub fn get(self) -> Self {
        Self { is_get: true, ..self }
    }

    /// Carries files: posted as `multipart/form-data`.
    pub fn with_files(self) -> Self {
        Self { has_files: true, ..self }
    }

    /// As wide as its content: for a lone button in a row.
    pub fn inline(self) -> Self {
        Self { is_inline: true, ..self }
    }

    /// What was wrong, on top, with links to the fields; nothing is shown if `problems` is empty.
    pub fn problems(self, title: impl Into<Words<'a>>, problems: Vec<Problem<'a>>) -> Self {
        Self { summary: (!problems.is_empty()).then(|| (title.into(), problems)), ..self }
    }

    /// Asks in a dialog before it goes, and then also sends `confirmed=yes`. Without scripts the form
    /// arrives without that field: answer with a [`super::confirmation`] page.
    pub fn confirm(self, confirm: Confirm<'a>) -> Self {
        Self { confirm: Some(confirm), ..self }
    }

    fn summary(&self) -> Markup {
        html! {
            @if let Some((title, problems)) = &self.summary {
                div.notice.tone-danger.summary role="alert" tabindex="-1" autofocus {
                    (Icon::Danger)
                    div {
                        p.title { (title) }
                        ul {
                            @for problem in problems {
                                li {
                                    @if let Some(name) = &problem.field {
                                        a href={ "#" (field_id(name)) } { (said(&problem.text)) }
                                    } @else { (said(&problem.text)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Render for Form<'_> {
    fn render(&self) -> Markup {
        let confirm = self.confirm.as_ref();
        let class = if self.is_inline { "inline-form" } else { "form" };
        html! {
            form.(class) id=[self.id] action=(self.action) method=(if self.is_get { "get" } else { "post" })
                enctype=[self.has_files.then_some("multipart/form-data")]
                data-confirm=[confirm.map(|words| &words.title)] data-confirm-text=[confirm.map(|words| &words.text)]
                data-confirm-yes=[confirm.map(|words| &words.yes)] data-confirm-no=[confirm.map(|words| &words.no)] {
                @if !self.is_get { (hidden("csrf", self.csrf)) }
                (self.summary())
                (self.body)
            }
        }
    }
}

/// A field nobody sees.
#[must_use]
pub struct Hidden<'a> {
    name: &'a str,
    value: Words<'a>,
}

/// A hidden field.
pub fn hidden<'a>(name: &'a str, value: impl Into<Words<'a>>) -> Hidden<'a> {
    Hidden { name, value: value.into() }
}

impl Render for Hidden<'_> {
    fn render(&self) -> Markup {
        html! { input type="hidden" name=(self.name) value=(self.value); }
    }
}
