//! What stands around every page: head, top bar, menus, banners, foot. Here is what a page hands in;
//! `draw` draws it.

mod draw;

use super::parts::{Icon, Tone};
use maud::Markup;

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
    /// The address of My Profile; none if it is switched off.
    pub profile_href: Option<&'a str>,
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
    /// What ends it: words, and the address that is posted to.
    pub end: Option<(&'a str, &'a str)>,
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
