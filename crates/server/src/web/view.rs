//! A page in its frame, in the reader's language, with the menus that this reader has.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use maud::{Markup, Render, html};
use seatwarden_base::Refusal;

use super::{
    admin, csrf,
    frame::{
        Banner, Choices, Direction, Frame, FrameWords, Language as FrameLanguage, Link, Side, Theme, UserMenu,
    },
    parts::{Icon, Problem, Tone},
};
use crate::{
    accounts::license_utilization,
    cx::{BaseRole, Caller, Cx, Origin, Permission, Person},
    text::{Language, Text},
};

/// Where the API reference is.
const API_REFERENCE: &str = "/api-reader";

/// A section of the product, as the top bar names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The first page.
    Home,
    /// What administrators do.
    Admin,
    /// What license accounts see of their licenses.
    Portal,
    /// What the staff of a license server does.
    Issuer,
    /// My Profile; it is in the user menu, not in the top bar.
    Profile,
    /// None of them: signing in, errors.
    None,
}

/// A link of the side menu: words, address, whether it is open, picture.
pub(super) type SideLink = (String, &'static str, bool, Icon);

/// A page about to be shown.
pub struct View<'a> {
    cx: &'a Cx,
    title: String,
    section: Section,
    side: Option<(String, Vec<SideLink>)>,
    toast: Option<(Tone, String)>,
    status: StatusCode,
    csrf: String,
    is_signed_out: bool,
}

impl<'a> View<'a> {
    /// A page with this title.
    pub fn new(cx: &'a Cx, title: String) -> Self {
        let csrf = csrf::token(cx);
        let (section, status) = (Section::None, StatusCode::OK);
        Self { cx, title, section, side: None, toast: None, status, csrf, is_signed_out: false }
    }

    /// The same page within a section.
    #[must_use]
    pub const fn section(mut self, section: Section) -> Self {
        self.section = section;
        self
    }

    /// The same page with a side menu.
    #[must_use]
    pub fn side(mut self, label: String, links: Vec<SideLink>) -> Self {
        self.side = Some((label, links));
        self
    }

    /// The same page with a passing word about what was just done.
    #[must_use]
    pub fn toast(mut self, toast: Option<(Tone, String)>) -> Self {
        self.toast = toast;
        self
    }

    /// The same page with another status.
    #[must_use]
    pub const fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same page without the menu of the user, if the act before it ended their session.
    #[must_use]
    pub const fn signed_out(mut self, is_signed_out: bool) -> Self {
        self.is_signed_out = is_signed_out;
        self
    }

    /// The same page as the answer to a form that was refused, if it was.
    #[must_use]
    pub fn refused(self, refusal: Option<&Refusal>) -> Self {
        match refusal {
            Some(refusal) => self.status(super::face::status(refusal)),
            None => self,
        }
    }

    /// The texts in the reader's language.
    pub fn text(&self) -> Text {
        self.cx.text()
    }

    /// The token that every form on this page carries.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The whole page: top bar, menus, body.
    pub fn page(&self, body: impl Render) -> Response {
        self.answer(|frame| frame.page(body))
    }

    /// A page with one card in the middle.
    pub fn card(&self, body: impl Render) -> Response {
        self.answer(|frame| frame.card(body))
    }

    /// Where My Profile is. While it is off, the Sys. Admin keeps the recovery codes, and a license account its password.
    fn profile_href(&self, person: &Person) -> Option<&'static str> {
        let keeps = person.role.base == BaseRole::Super || person.origin == Origin::License;
        (self.cx.shows_profile || keeps).then_some("/profile")
    }

    fn answer(&self, draw: impl FnOnce(&Frame<'_>) -> Markup) -> Response {
        let words = Words::new(self.text());
        let person = match &self.cx.caller {
            Caller::User(signed_in) if !self.is_signed_out => Some(&signed_in.person),
            _ => None,
        };
        let (name, initials) = person.map(|it| (it.display_name(), it.initials())).unwrap_or_default();
        let user = person.map(|person| UserMenu {
            display_name: &name,
            initials: &initials,
            email: &person.email,
            profile_href: self.profile_href(person),
            profile_open: self.section == Section::Profile,
            logout_action: "/logout",
        });
        let sections = self.sections(person, &words);
        let side = self.side.as_ref().map(|(label, links)| Side {
            label,
            links: links
                .iter()
                .map(|(label, href, open, icon)| link(label, href, *open, Some(*icon)))
                .collect(),
        });
        let viewing = self.viewing();
        let mut banners = Vec::new();
        if let Some(text) = &viewing {
            let end = Some((words.viewing_stop.as_str(), super::VIEW_AS_STOP));
            banners.push(Banner { tone: Tone::Danger, text, action: None, end });
        }
        if !self.cx.request.secure {
            banners.push(Banner { tone: Tone::Warning, text: &words.insecure, action: None, end: None });
        }
        let license = license_utilization::pages::banners(self.cx);
        for word in &license {
            let action = Some((word.label.as_str(), word.href));
            banners.push(Banner { tone: word.tone, text: &word.text, action, end: None });
        }
        let trial_url = &self.cx.config.trial.portal_url;
        if self.cx.config.trial.enabled {
            let action = (!trial_url.is_empty()).then_some((words.trial_more.as_str(), trial_url.as_str()));
            banners.push(Banner { tone: Tone::Info, text: &words.trial, action, end: None });
        }
        let frame = Frame {
            title: &self.title,
            installation: &self.cx.config.server.installation_name,
            home_href: "/",
            lang: self.cx.language.code(),
            dir: direction(self.cx.language),
            theme: Theme::from_name(&self.cx.request.theme),
            words: words.frame(),
            csrf: &self.csrf,
            sections,
            side,
            search: None,
            user,
            choices: Some(choices(&self.cx.request.here, self.may_choose_language())),
            banners,
            toast: self.toast.as_ref().map(|(tone, text)| (*tone, text.as_str())),
            footer: person.map(|_| html! { a href=(API_REFERENCE) { (words.api_reference) } }),
        };
        respond(self.status, draw(&frame), self.cx.language)
    }
}

impl View<'_> {
    /// The sections in the top bar that the reader has.
    fn sections<'w>(&self, person: Option<&Person>, words: &'w Words) -> Vec<Link<'w>> {
        let Some(person) = person else { return Vec::new() };
        let is_license_server = self.cx.config.license_server.enabled;
        let mut sections = Vec::new();
        if is_license_server && person.origin == Origin::License {
            sections.push(link(&words.portal, "/portal", self.section == Section::Portal, None));
        } else {
            sections.push(link(&words.home, "/", self.section == Section::Home, None));
        }
        if admin::is_open_to(self.cx) {
            sections.push(link(&words.admin, "/admin", self.section == Section::Admin, None));
        }
        if is_license_server && self.cx.may(Permission::LicensesRead) {
            sections.push(link(&words.issuer, "/issuer", self.section == Section::Issuer, None));
        }
        sections
    }

    /// Whether the reader would not be refused another language (`choices.rs`): while Preferences are switched off, an
    /// account that has one keeps it.
    fn may_choose_language(&self) -> bool {
        match &self.cx.caller {
            Caller::User(signed_in) if !self.is_signed_out && signed_in.viewer.is_none() => {
                self.cx.shows_preferences || signed_in.language.is_none()
            }
            _ => true,
        }
    }

    /// Who looks as whom, and for how long yet.
    fn viewing(&self) -> Option<String> {
        let viewer = self.cx.viewer()?;
        let left_ms = (viewer.until_ms - self.cx.now_ms).max(0);
        // Whole minutes, the one that has begun included.
        let seconds = u64::try_from(left_ms).unwrap_or_default().div_ceil(60_000) * 60;
        let t = self.text();
        let name = self.cx.person().ok()?.display_name();
        Some(t.web_viewing_as(viewer.person.display_name(), name, t.duration(seconds)))
    }
}

const fn link<'a>(label: &'a str, href: &'a str, current: bool, icon: Option<Icon>) -> Link<'a> {
    Link { label, href, current, icon }
}

/// What can be chosen on every page; languages only by those who may.
fn choices(here: &str, has_languages: bool) -> Choices<'_> {
    let languages = Language::ALL
        .iter()
        .filter(|_| has_languages)
        .map(|language| FrameLanguage { tag: language.code(), own_name: language.own_name() })
        .collect();
    Choices { theme_action: "/theme", language_action: "/language", languages, here }
}

fn direction(language: Language) -> Direction {
    if language.direction() == "rtl" { Direction::Rtl } else { Direction::Ltr }
}

fn respond(status: StatusCode, markup: Markup, language: Language) -> Response {
    let mut response = (status, markup.0).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code()));
    response
}

struct Words {
    home: String,
    admin: String,
    portal: String,
    issuer: String,
    insecure: String,
    viewing_stop: String,
    trial: String,
    trial_more: String,
    api_reference: String,
    skip: String,
    navigation: String,
    user_menu: String,
    my_profile: String,
    log_out: String,
    theme: String,
    theme_system: String,
    theme_light: String,
    theme_dark: String,
    language: String,
    dismiss: String,
    banners: String,
}

impl Words {
    fn new(t: Text) -> Self {
        Self {
            home: t.web_home(),
            admin: t.web_admin(),
            portal: t.web_portal(),
            issuer: t.web_issuer(),
            insecure: t.web_insecure(),
            viewing_stop: t.web_viewing_stop(),
            trial: t.web_trial(),
            trial_more: t.web_trial_more(),
            api_reference: t.api_reader_link(),
            skip: t.web_skip_to_content(),
            navigation: t.web_main_navigation(),
            user_menu: t.web_user_menu(),
            my_profile: t.web_my_profile(),
            log_out: t.web_log_out(),
            theme: t.web_theme(),
            theme_system: t.web_theme_system(),
            theme_light: t.web_theme_light(),
            theme_dark: t.web_theme_dark(),
            language: t.web_language(),
            dismiss: t.web_dismiss(),
            banners: t.web_banners(),
        }
    }

    fn frame(&self) -> FrameWords<'_> {
        FrameWords {
            skip_to_content: &self.skip,
            main_navigation: &self.navigation,
            user_menu: &self.user_menu,
            my_profile: &self.my_profile,
            log_out: &self.log_out,
            theme: &self.theme,
            theme_system: &self.theme_system,
            theme_light: &self.theme_light,
            theme_dark: &self.theme_dark,
            language: &self.language,
            dismiss: &self.dismiss,
            banners: &self.banners,
        }
    }
}

/// The refusals of a form, for its summary: each blamed on its field if it names one of the form's.
pub fn problems(t: Text, refusal: Option<&Refusal>) -> Vec<Problem<'static>> {
    (refusal.into_iter().flat_map(Refusal::all))
        .map(|refusal| {
            let (message, next) = t.refusal(refusal);
            let text = match next {
                Some(next) => format!("{message} {next}"),
                None => message,
            };
            match refusal.field {
                Some(field) => Problem::on(form_name(field), text),
                None => Problem::general(text),
            }
        })
        .collect()
}

/// The name that a form gives to a field of the API: `first_name` for `firstName`.
fn form_name(field: &str) -> String {
    let mut name = String::with_capacity(field.len() + 2);
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// What stands under a field: the message of the refusal that is blamed on it.
pub fn field_error(t: Text, refusal: Option<&Refusal>, field: &str) -> Option<String> {
    let blamed = refusal.into_iter().flat_map(Refusal::all).find(|refusal| refusal.field == Some(field));
    blamed.map(|refusal| t.refusal(refusal).0)
}
