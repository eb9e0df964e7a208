//! What stands around every page: head, top bar, menus, banners, foot.

use super::assets;
use super::parts::{Avatar, Icon, Tone, avatar, hidden, menu, search, toast};
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

/// The direction of the reader's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of `dir`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// What is stored and sent: `system`, `light` or `dark`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name; anything unknown is as the system says.
    pub fn from_name(name: &str) -> Self {
        match name {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

/// A link of a menu.
#[derive(Clone, Copy)]
pub struct Link<'a> {
    /// Its words.
    pub label: &'a str,
    /// Where it leads.
    pub href: &'a str,
    /// Whether the reader is there now.
    pub current: bool,
    /// A picture before the words (shown in side menus).
    pub icon: Option<Icon>,
}

/// The menu beside the page, a row of tabs on narrow screens.
#[derive(Clone)]
pub struct Side<'a> {
    /// Names the menu to screen readers.
    pub label: &'a str,
    /// Its pages.
    pub links: Vec<Link<'a>>,
}

/// Who is signed in.
#[derive(Clone, Copy)]
pub struct UserMenu<'a> {
    /// First and last name.
    pub display_name: &'a str,
    /// One or two letters.
    pub initials: &'a str,
    /// The e-mail address.
    pub email: &'a str,
    /// The address of My Profile.
    pub profile_href: &'a str,
    /// Whether My Profile is open: the user icon changes.
    pub profile_open: bool,
    /// Where the logout form posts.
    pub logout_action: &'a str,
}

/// A language to choose.
#[derive(Clone, Copy)]
pub struct Language<'a> {
    /// Its BCP 47 tag.
    pub tag: &'a str,
    /// Its name in itself.
    pub own_name: &'a str,
}

/// Theme and language, to be chosen on any page. Both forms post `csrf`, `back` (this page's path) and
/// `theme=system|light|dark` or `language=TAG`.
#[derive(Clone)]
pub struct Choices<'a> {
    /// Where the theme is posted.
    pub theme_action: &'a str,
    /// Where the language is posted.
    pub language_action: &'a str,
    /// The languages; with fewer than two there is no menu.
    pub languages: Vec<Language<'a>>,
    /// This page's path and query.
    pub here: &'a str,
}

/// A message under the top bar, on every page until it is dealt with.
#[derive(Clone, Copy)]
pub struct Banner<'a> {
    /// How bad it is.
    pub tone: Tone,
    /// What it says.
    pub text: &'a str,
    /// What to do: words and address.
    pub action: Option<(&'a str, &'a str)>,
}

/// The search box in the top bar.
#[derive(Clone, Copy)]
pub struct TopSearch<'a> {
    /// Where it asks, by GET.
    pub action: &'a str,
    /// The name of its field.
    pub name: &'a str,
    /// What can be searched.
    pub label: &'a str,
    /// What was searched.
    pub value: &'a str,
}

/// The frame's own words, in the reader's language.
#[derive(Clone, Copy, Default)]
pub struct FrameWords<'a> {
    /// The link past the menus to the page itself.
    pub skip_to_content: &'a str,
    /// Names the sections to screen readers.
    pub main_navigation: &'a str,
    /// Names the user menu.
    pub user_menu: &'a str,
    /// The link to My Profile.
    pub my_profile: &'a str,
    /// The button that signs out.
    pub log_out: &'a str,
    /// Heads the choice of theme.
    pub theme: &'a str,
    /// As the system.
    pub theme_system: &'a str,
    /// Light.
    pub theme_light: &'a str,
    /// Dark.
    pub theme_dark: &'a str,
    /// Names the choice of language.
    pub language: &'a str,
    /// Takes a passing message away.
    pub dismiss: &'a str,
    /// Names the banners to screen readers.
    pub banners: &'a str,
}

/// Everything around a page. `Frame { title, ..Frame::default() }` is enough for the simplest.
#[derive(Clone, Default)]
pub struct Frame<'a> {
    /// The page's own name; the browser's title starts with it.
    pub title: &'a str,
    /// The installation's name.
    pub installation: &'a str,
    /// Where the logo leads.
    pub home_href: &'a str,
    /// BCP 47 tag of the page's language.
    pub lang: &'a str,
    /// The language's direction.
    pub dir: Direction,
    /// The reader's theme.
    pub theme: Theme,
    /// The frame's own words.
    pub words: FrameWords<'a>,
    /// The secret of the frame's own forms.
    pub csrf: &'a str,
    /// The sections in the top bar.
    pub sections: Vec<Link<'a>>,
    /// The menu beside the page.
    pub side: Option<Side<'a>>,
    /// The search box in the top bar.
    pub search: Option<TopSearch<'a>>,
    /// Who is signed in.
    pub user: Option<UserMenu<'a>>,
    /// Theme and language.
    pub choices: Option<Choices<'a>>,
    /// Messages under the top bar.
    pub banners: Vec<Banner<'a>>,
    /// What was just done.
    pub toast: Option<(Tone, &'a str)>,
    /// What stands at the foot.
    pub footer: Option<Markup>,
}

impl Frame<'_> {
    /// A full page: top bar, side menu, `body` as the main part. The body holds the page's one `h1`.
    pub fn page(&self, body: impl Render) -> Markup {
        let class = if self.side.is_some() { "shell with-side" } else { "shell" };
        self.document(
            "framed",
            &html! {
                (self.top_bar())
                (self.banners())
                div.(class) {
                    (self.side_menu())
                    main id="main" tabindex="-1" { (body) }
                }
                footer.foot { (self.foot()) }
            },
        )
    }

    /// A page with one card in its middle: signing in, recovering a password, confirming.
    pub fn card(&self, body: impl Render) -> Markup {
        self.document(
            "centred",
            &html! {
                (self.banners())
                div.stage {
                    header.card-brand { (self.brand()) }
                    main.card id="main" tabindex="-1" { (body) }
                }
                footer.foot { (self.language_menu(true)) (self.theme_choice()) (self.foot()) }
            },
        )
    }

    fn document(&self, class: &str, body: &Markup) -> Markup {
        let theme = (self.theme != Theme::System).then(|| self.theme.name());
        html! {
            (DOCTYPE)
            html lang=(self.lang) dir=(self.dir.name()) data-theme=[theme] {
                head {
                    meta charset="utf-8";
                    title { (self.title) " · " (self.installation) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    link rel="stylesheet" href=(assets::APP_CSS);
                    link rel="icon" type="image/svg+xml" href=(assets::LOGO_SVG);
                    script type="module" src=(assets::APP_JS) {}
                }
                body.(class) {
                    a.skip href="#main" { (self.words.skip_to_content) }
                    (body)
                    div.toasts {
                        @if let Some((tone, text)) = self.toast { (toast(tone, text, self.words.dismiss)) }
                    }
                }
            }
        }
    }

    fn brand(&self) -> Markup {
        html! { a.brand href=(self.home_href) { (logo()) span { (self.installation) } } }
    }

    fn top_bar(&self) -> Markup {
        html! {
            header.top {
                (self.brand())
                @if !self.sections.is_empty() {
                    nav.sections aria-label=(self.words.main_navigation) { ul { @for link in &self.sections { (link) } } }
                }
                @if let Some(top) = &self.search {
                    (search(top.action, top.name, top.label, top.value))
                }
                div.tools {
                    (self.language_menu(false))
                    @if let Some(user) = &self.user { (self.user_menu(user)) } @else { (self.theme_choice()) }
                }
            }
        }
    }

    fn user_menu(&self, user: &UserMenu) -> Markup {
        let words = &self.words;
        let face = html! {
            @if user.profile_open { span.avatar.open data-profile-open aria-hidden="true" { (Icon::UserFilled) } }
            @else { (avatar(user.initials)) }
        };
        html! {
            (menu(words.user_menu).face(face)
                .item(person(user, &avatar(user.initials)))
                .item(html! {
                    a href=(user.profile_href) aria-current=[user.profile_open.then_some("page")] {
                        (Icon::User) (words.my_profile)
                    }
                })
                .item(self.theme_choice())
                .item(html! {
                    form action=(user.logout_action) method="post" {
                        (hidden("csrf", self.csrf))
                        button type="submit" { (Icon::Logout) (words.log_out) }
                    }
                }))
        }
    }

    fn theme_choice(&self) -> Markup {
        let Some(choices) = &self.choices else { return Markup::default() };
        let words = &self.words;
        let themes = [
            (Theme::System, Icon::Desktop, words.theme_system),
            (Theme::Light, Icon::Sun, words.theme_light),
            (Theme::Dark, Icon::Moon, words.theme_dark),
        ];
        html! {
            form.themes action=(choices.theme_action) method="post" data-themes role="group" aria-label=(words.theme) {
                (hidden("csrf", self.csrf)) (hidden("back", choices.here))
                @for (theme, icon, label) in themes {
                    button type="submit" name="theme" value=(theme.name()) aria-label=(label) title=(label)
                        aria-pressed=(if theme == self.theme { "true" } else { "false" }) { (icon) }
                }
            }
        }
    }

    fn language_menu(&self, upwards: bool) -> Markup {
        let Some(choices) = self.choices.as_ref().filter(|choices| choices.languages.len() > 1) else {
            return Markup::default();
        };
        let now = choices.languages.iter().find(|language| language.tag == self.lang);
        let face = html! { (Icon::Globe) @if let Some(now) = now { span.language-name lang=(now.tag) { (now.own_name) } } };
        let mut languages = menu(self.words.language).face(face);
        if upwards {
            languages = languages.upwards();
        }
        languages
            .item(html! {
                form.languages action=(choices.language_action) method="post" {
                    (hidden("csrf", self.csrf)) (hidden("back", choices.here))
                    @for language in &choices.languages {
                        button type="submit" name="language" value=(language.tag) lang=(language.tag)
                            aria-current=[(language.tag == self.lang).then_some("true")] {
                            bdi { (language.own_name) }
                            @if language.tag == self.lang { (Icon::Check) }
                        }
                    }
                }
            })
            .render()
    }

    fn banners(&self) -> Markup {
        html! {
            @if !self.banners.is_empty() {
                div.banners role="region" aria-label=(self.words.banners) {
                    @for banner in &self.banners { (banner) }
                }
            }
        }
    }

    fn side_menu(&self) -> Markup {
        html! {
            @if let Some(side) = &self.side {
                nav.side aria-label=(side.label) { ul { @for link in &side.links { (link) } } }
            }
        }
    }

    fn foot(&self) -> Markup {
        html! { @if let Some(footer) = &self.footer { div { (footer) } } }
    }
}

impl Render for Link<'_> {
    fn render(&self) -> Markup {
        html! {
            li {
                a href=(self.href) aria-current=[self.current.then_some("page")] {
                    @if let Some(icon) = self.icon { (icon) }
                    (self.label)
                }
            }
        }
    }
}

impl Render for Banner<'_> {
    fn render(&self) -> Markup {
        html! {
            div.banner.(self.tone.class()) {
                (self.tone.icon())
                p { (self.text) }
                @if let Some((label, href)) = self.action { a href=(href) { (label) } }
            }
        }
    }
}

fn person(user: &UserMenu, picture: &Avatar) -> Markup {
    html! {
        div.person { (picture) div { p.title dir="auto" { (user.display_name) } p dir="auto" { (user.email) } } }
    }
}

/// The logo, drawn in the page so that it takes the page's colours.
fn logo() -> PreEscaped<&'static str> {
    PreEscaped(include_str!("assets/logo.svg"))
}
