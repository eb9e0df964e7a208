//! Buttons that submit a form, and links that look like buttons.

use super::{Icon, Words};
use maud::{Markup, Render, html};

#[derive(Clone, Copy, Default)]
enum Look {
    #[default]
    Plain,
    Primary,
    Danger,
    Quiet,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button primary",
            Self::Danger => "button danger",
            Self::Quiet => "button quiet",
        }
    }
}

/// A button that submits the form it stands in.
#[must_use]
pub struct Button<'a> {
    label: Words<'a>,
    look: Look,
    icon: Option<Icon>,
    choice: Option<(&'a str, &'a str)>,
    form: Option<&'a str>,
    busy: bool,
    small: bool,
    disabled: bool,
}

/// A submit button that reads `label`.
pub fn button<'a>(label: impl Into<Words<'a>>) -> Button<'a> {
    Button {
        label: label.into(),
        look: Look::Plain,
        icon: None,
        choice: None,
        form: None,
        busy: false,
        small: false,
        disabled: false,
    }
}

impl<'a> Button<'a> {
    /// The one thing most people came to do; once a form.
    pub fn primary(self) -> Self {
        Self { look: Look::Primary, ..self }
    }

    /// For what cannot be undone.
    pub fn danger(self) -> Self {
        Self { look: Look::Danger, ..self }
    }

    /// Without a border, for rows and menus.
    pub fn quiet(self) -> Self {
        Self { look: Look::Quiet, ..self }
    }

    /// Lower, for table rows.
    pub fn small(self) -> Self {
        Self { small: true, ..self }
    }

    /// Shown as working, and not to be pressed again.
    pub fn busy(self) -> Self {
        Self { busy: true, ..self }
    }

    /// Not to be pressed now; say nearby why not.
    pub fn disabled(self) -> Self {
        Self { disabled: true, ..self }
    }

    /// Puts `icon` before the label.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// Sends `name=value` when this button submits the form.
    pub fn sends(self, name: &'a str, value: &'a str) -> Self {
        Self { choice: Some((name, value)), ..self }
    }

    /// Submits the form with this id, wherever the button stands.
    pub fn form(self, id: &'a str) -> Self {
        Self { form: Some(id), ..self }
    }
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        html! {
            button.(self.look.class()).small[self.small] type="submit" form=[self.form]
                name=[self.choice.map(|(name, _)| name)] value=[self.choice.map(|(_, value)| value)]
                disabled[self.busy || self.disabled] aria-busy=[self.busy.then_some("true")] {
                @if self.busy { span.spinner aria-hidden="true" {} } @else if let Some(icon) = self.icon { (icon) }
                span { (self.label) }
            }
        }
    }
}

/// A link that looks like a button: it goes somewhere and changes nothing.
#[must_use]
pub struct LinkButton<'a> {
    label: Words<'a>,
    href: Words<'a>,
    look: Look,
    icon: Option<Icon>,
    small: bool,
    download: bool,
}

/// A link to `href` that looks like a button.
pub fn link_button<'a>(label: impl Into<Words<'a>>, href: impl Into<Words<'a>>) -> LinkButton<'a> {
    LinkButton {
        label: label.into(),
        href: href.into(),
        look: Look::Plain,
        icon: None,
        small: false,
        download: false,
    }
}

impl LinkButton<'_> {
    /// The one thing most people came to do; once a page.
    pub fn primary(self) -> Self {
        Self { look: Look::Primary, ..self }
    }

    /// Leads to the page that asks before it destroys something.
    pub fn danger(self) -> Self {
        Self { look: Look::Danger, ..self }
    }

    /// Without a border.
    pub fn quiet(self) -> Self {
        Self { look: Look::Quiet, ..self }
    }

    /// Lower, for table rows.
    pub fn small(self) -> Self {
        Self { small: true, ..self }
    }

    /// The address is a file to keep.
    pub fn download(self) -> Self {
        Self { download: true, ..self }
    }

    /// Puts `icon` before the label.
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }
}

impl Render for LinkButton<'_> {
    fn render(&self) -> Markup {
        html! {
            a.(self.look.class()).small[self.small] href=(self.href) download[self.download] {
                @if let Some(icon) = self.icon { (icon) }
                span { (self.label) }
            }
        }
    }
}
