//! A field that is typed into: text, e-mail, password, one-time code, longer text.

use super::control::Around;
use super::{Icon, Words};
use maud::{Markup, Render, html};

enum Kind<'a> {
    Text(&'static str),
    Password(Words<'a>),
    Code,
    Mono,
    Area(u8),
}

/// Who is asked while one types, and what stands there before.
struct Check<'a> {
    url: &'a str,
    at_first: Markup,
    sends_form: bool,
}

/// A labelled field that is typed into.
#[must_use]
pub struct Field<'a> {
    name: &'a str,
    around: Around<'a>,
    kind: Kind<'a>,
    value: Words<'a>,
    autocomplete: Option<&'a str>,
    max_length: Option<usize>,
    check: Option<Check<'a>>,
    list: Option<&'a str>,
    suggest: Option<&'a str>,
    below: Option<Markup>,
    required: bool,
    read_only: bool,
    autofocus: bool,
}

/// A text field sent as `name`. Its id is [`super::field_id`] of the name.
pub fn field<'a>(name: &'a str, label: impl Into<Words<'a>>) -> Field<'a> {
    Field {
        name,
        around: Around::new(name, label.into()),
        kind: Kind::Text("text"),
        value: Words::Borrowed(""),
        autocomplete: None,
        max_length: None,
        check: None,
        list: None,
        suggest: None,
        below: None,
        required: false,
        read_only: false,
        autofocus: false,
    }
}

impl<'a> Field<'a> {
    /// A file to send along; the form needs [`super::Form::with_files`].
    pub fn file(self) -> Self {
        Self { kind: Kind::Text("file"), ..self }
    }

    /// An e-mail address. The server checks it: `type=email` would keep addresses in other letters than ours
    /// (`李雷@corp.example`) from being sent.
    pub fn email(self) -> Self {
        Self { kind: Kind::Text("email"), autocomplete: self.autocomplete.or(Some("email")), ..self }
    }

    /// A day; the browser offers a calendar and sends `2026-11-21`.
    pub fn date(self) -> Self {
        Self { kind: Kind::Text("date"), ..self }
    }

    /// The password one has. `reveal` names the button that shows what was typed.
    pub fn current_password(self, reveal: impl Into<Words<'a>>) -> Self {
        Self { kind: Kind::Password(reveal.into()), autocomplete: Some("current-password"), ..self }
    }

    /// A password being chosen. `reveal` names the button that shows what was typed.
    pub fn new_password(self, reveal: impl Into<Words<'a>>) -> Self {
        Self { kind: Kind::Password(reveal.into()), autocomplete: Some("new-password"), ..self }
    }

    /// A one-time code: digits or letters read off another device or a mail.
    pub fn code(self) -> Self {
        Self { kind: Kind::Code, autocomplete: Some("one-time-code"), ..self }
    }

    /// A whole number.
    pub fn number(self) -> Self {
        Self { kind: Kind::Text("number"), ..self }
    }

    /// Text for machines, like a regular expression: always from left to right.
    pub fn code_text(self) -> Self {
        Self { kind: Kind::Mono, autocomplete: Some("off"), ..self }
    }

    /// Longer text, `rows` lines high at first.
    pub fn text_area(self, rows: u8) -> Self {
        Self { kind: Kind::Area(rows), ..self }
    }

    /// What stands in the field. A password is never shown again, whatever is given here.
    pub fn value(self, value: impl Into<Words<'a>>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// Help that stands between label and field.
    pub fn hint(mut self, hint: impl Into<Words<'a>>) -> Self {
        self.around.hint = Some(hint.into());
        self
    }

    /// Why the value was refused, if it was.
    pub fn error<W: Into<Words<'a>>>(mut self, error: Option<W>) -> Self {
        self.around.error = error.map(Into::into);
        self
    }

    /// What the browser may fill in, a token of the HTML standard's autofill list.
    pub fn autocomplete(self, token: &'a str) -> Self {
        Self { autocomplete: Some(token), ..self }
    }

    /// The most UTF-16 units the browser lets in.
    pub fn max_length(self, units: usize) -> Self {
        Self { max_length: Some(units), ..self }
    }

    /// Another id than the name's, when two forms on a page share a name.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.around.id = id.into();
        self
    }

    /// While typing, the value is posted to `url` as `password`, together with the form's hidden fields;
    /// the answer is HTML (a [`super::policy`]) that replaces `at_first`.
    pub fn live_check(self, url: &'a str, at_first: &impl Render) -> Self {
        Self { check: Some(Check { url, at_first: at_first.render(), sends_form: false }), ..self }
    }

    /// The live check sends the other fields of the form too.
    pub fn with_form(self) -> Self {
        Self { check: self.check.map(|check| Check { sends_form: true, ..check }), ..self }
    }

    /// The browser offers what the `datalist` of this id has in it.
    pub fn list(self, id: &'a str) -> Self {
        Self { list: Some(id), ..self }
    }

    /// While someone types, the `datalist` of [`Self::list`] gets what `url` answers to the text: its options.
    pub fn suggests(self, url: &'a str) -> Self {
        Self { suggest: Some(url), ..self }
    }

    /// What stands under the field and belongs to it: the rules for what is typed, whom it may mean.
    pub fn below(self, below: impl Render) -> Self {
        Self { below: Some(below.render()), ..self }
    }

    /// The form cannot go without it.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Can be read and copied, not changed.
    pub fn read_only(self) -> Self {
        Self { read_only: true, ..self }
    }

    /// The cursor starts here; once a page.
    pub fn autofocus(self) -> Self {
        Self { autofocus: true, ..self }
    }

    fn described_by(&self) -> Option<String> {
        let below = self.below.as_ref().map(|_| "below");
        self.around.described_by(self.check.as_ref().map(|_| "check").or(below))
    }

    fn input(&self, kind: &str, class: Option<&str>) -> Markup {
        let is_text = matches!(self.kind, Kind::Text("text"));
        let is_email = kind == "email";
        let value =
            (!matches!(self.kind, Kind::Password(_)) && !self.value.is_empty()).then_some(&self.value);
        html! {
            input.(class.unwrap_or("input")) id=(self.around.id) name=(self.name) type=(if is_email { "text" } else { kind }) value=[value]
                inputmode=[is_email.then_some("email")]
                autocomplete=[self.autocomplete] maxlength=[self.max_length] list=[self.list] data-suggest=[self.suggest] dir=[(!is_text).then_some("ltr")]
                autocapitalize=[(!is_text).then_some("none")] spellcheck=[(!is_text).then_some("false")]
                required[self.required] readonly[self.read_only] autofocus[self.autofocus]
                aria-invalid=[self.around.invalid()] aria-describedby=[self.described_by()]
                data-check=[self.check.as_ref().map(|check| check.url)]
                data-check-form[self.check.as_ref().is_some_and(|check| check.sends_form)];
        }
    }

    fn area(&self, rows: u8) -> Markup {
        html! {
            textarea.input id=(self.around.id) name=(self.name) rows=(rows) autocomplete=[self.autocomplete]
                maxlength=[self.max_length] required[self.required] readonly[self.read_only]
                autofocus[self.autofocus] aria-invalid=[self.around.invalid()]
                aria-describedby=[self.described_by()] { (self.value) }
        }
    }

    fn password(&self, reveal: &str) -> Markup {
        html! {
            div.joined {
                (self.input("password", None))
                button.button.needs-script type="button" data-reveal=(self.around.id) aria-pressed="false"
                    aria-label=(reveal) title=(reveal) { (Icon::Eye) (Icon::EyeOff) }
            }
        }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let control = match &self.kind {
            Kind::Text(kind) => self.input(kind, None),
            Kind::Password(reveal) => self.password(reveal),
            Kind::Code => self.input("text", Some("input code")),
            Kind::Mono => self.input("text", Some("input mono")),
            Kind::Area(rows) => self.area(*rows),
        };
        self.around.wrap(
            control,
            html! {
                @if let Some(check) = &self.check {
                    div.check id={ (self.around.id) "-check" } aria-live="polite" { (check.at_first) }
                }
                @if let Some(below) = &self.below { div id={ (self.around.id) "-below" } { (below) } }
            },
        )
    }
}
