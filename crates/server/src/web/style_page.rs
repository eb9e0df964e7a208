//! The living style page, for developers: every part with its sample, and drafts of whole pages. It is no
//! face of the product, so its sample words are English and stand here.

mod gallery;
mod pages;

use super::frame::{
    Banner, Choices, Direction, Frame, FrameWords, Language, Link, Side, Theme, TopSearch, UserMenu,
};
use super::parts::{Icon, Rule, Tone, policy};
use axum::Router;
use axum::extract::{Form, Query};
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use maud::{Markup, Render, html};
use serde::Deserialize;

/// `/style` and the drafts below it. `?theme=dark` and `?dir=rtl` show them so.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route(
            "/style",
            get(|Query(look): Query<Look>| async move { answer(&parts_page(&look)) }).post(choose),
        )
        .route("/style/login", get(|Query(look): Query<Look>| async move { answer(&login_page(&look)) }))
        .route("/style/profile", get(|Query(look): Query<Look>| async move { answer(&profile_page(&look)) }))
        .route(
            "/style/sessions",
            get(|Query(look): Query<Look>| async move { answer(&sessions_page(&look)) }),
        )
        .route("/style/confirm", get(|Query(look): Query<Look>| async move { answer(&confirm_page(&look)) }))
        .route("/style/check", post(check))
}

/// How the page is to be shown.
#[derive(Default, Deserialize)]
pub struct Look {
    theme: Option<String>,
    dir: Option<String>,
}

fn answer(page: &Markup) -> Html<String> {
    Html(page.0.clone())
}

async fn choose(Form(look): Form<Look>) -> Redirect {
    let theme = Theme::from_name(look.theme.as_deref().unwrap_or_default());
    Redirect::to(&format!("/style?theme={}", theme.name()))
}

#[derive(Deserialize)]
struct Typed {
    password: String,
}

async fn check(Form(typed): Form<Typed>) -> Html<String> {
    Html(sample_policy(Some(&typed.password)).0)
}

/// The rules of the sample password, as they stand for `typed`.
fn sample_policy(typed: Option<&str>) -> Markup {
    let rule = |text, is_met: &dyn Fn(&str) -> bool| {
        let met = typed.filter(|typed| !typed.is_empty()).map(is_met);
        let state = met.map_or("", |met| if met { "met" } else { "not met yet" });
        Rule { text, state: state.into(), met }
    };
    policy(vec![
        rule("At least 8 characters".into(), &|typed| typed.chars().count() >= 8),
        rule("Not a common password".into(), &|typed| !typed.starts_with("pass")),
        rule("Does not contain your name".into(), &|typed| !typed.to_lowercase().contains("ada")),
    ])
    .render()
}

const WORDS: FrameWords = FrameWords {
    skip_to_content: "Skip to content",
    main_navigation: "Sections",
    user_menu: "User menu",
    my_profile: "My Profile",
    log_out: "Logout",
    theme: "Theme",
    theme_system: "As the system",
    theme_light: "Light",
    theme_dark: "Dark",
    language: "Language",
    dismiss: "Dismiss",
    banners: "Messages",
};

const LANGUAGES: [Language; 5] = [
    Language { tag: "en", own_name: "English" },
    Language { tag: "de", own_name: "Deutsch" },
    Language { tag: "fr", own_name: "Français" },
    Language { tag: "es", own_name: "Español" },
    Language { tag: "he", own_name: "עברית" },
];

const fn link<'a>(label: &'a str, href: &'a str, current: bool, icon: Option<Icon>) -> Link<'a> {
    Link { label, href, current, icon }
}

/// The frame of a stranger's page.
fn outside<'a>(look: &Look, title: &'a str) -> Frame<'a> {
    Frame {
        title,
        installation: "Northwind Analytics",
        home_href: "/style",
        lang: "en",
        dir: if look.dir.as_deref() == Some("rtl") { Direction::Rtl } else { Direction::Ltr },
        theme: Theme::from_name(look.theme.as_deref().unwrap_or_default()),
        words: WORDS,
        csrf: "sample",
        choices: Some(Choices {
            theme_action: "/style",
            language_action: "/style",
            languages: LANGUAGES.to_vec(),
            here: "/style",
        }),
        ..Frame::default()
    }
}

/// The frame of a signed-in person's page.
fn inside<'a>(look: &Look, title: &'a str, section: &str) -> Frame<'a> {
    Frame {
        sections: vec![
            link("Home", "/style", section == "Home", None),
            link("Admin", "/style/sessions", section == "Admin", None),
            link("Portal", "/style/confirm", section == "Portal", None),
        ],
        user: Some(UserMenu {
            display_name: "Ada Lovelace",
            initials: "AL",
            email: "ada@northwind.example",
            profile_href: Some("/style/profile"),
            profile_open: false,
            logout_action: "/style",
        }),
        footer: Some(
            html! { span { "Seatwarden 0.1" } a href="/style" { "Help" } a href="/style" { "API" } },
        ),
        ..outside(look, title)
    }
}

/// Every part with its sample.
pub fn parts_page(look: &Look) -> Markup {
    let mut frame = inside(look, "Parts", "Home");
    frame.banners = vec![
        Banner {
            tone: Tone::Warning,
            text: "The license ends in 12 days.",
            action: Some(("Renew it", "/style")),
            end: None,
        },
        Banner { tone: Tone::Info, text: "This installation is in trial mode.", action: None, end: None },
    ];
    frame.search =
        Some(TopSearch { action: "/style", name: "q", label: "Search by name, e-mail or id", value: "" });
    frame.page(gallery::all())
}

/// A draft of the sign-in page.
pub fn login_page(look: &Look) -> Markup {
    outside(look, "Login").card(pages::login())
}

/// A draft of My Profile.
pub fn profile_page(look: &Look) -> Markup {
    let mut frame = inside(look, "Password", "");
    if let Some(user) = &mut frame.user {
        user.profile_open = true;
    }
    frame.side = Some(Side { label: "My Profile", links: profile_links("Password") });
    frame.page(pages::profile())
}

/// A draft of the list of one's own sessions.
pub fn sessions_page(look: &Look) -> Markup {
    let mut frame = inside(look, "Sessions", "");
    if let Some(user) = &mut frame.user {
        user.profile_open = true;
    }
    frame.side = Some(Side { label: "My Profile", links: profile_links("Sessions") });
    frame.toast = Some((Tone::Success, "The session on “Pixel 9” has ended."));
    frame.page(pages::sessions())
}

/// A draft of a page that asks before it destroys something.
pub fn confirm_page(look: &Look) -> Markup {
    outside(look, "Regenerate the API token").card(pages::confirm())
}

fn profile_links(current: &str) -> Vec<Link<'static>> {
    [
        ("Personal Information", Icon::User),
        ("Preferences", Icon::Sliders),
        ("Password", Icon::Lock),
        ("API Token", Icon::Key),
        ("Sessions", Icon::Devices),
        ("Security", Icon::Shield),
        ("Activity", Icon::Activity),
    ]
    .into_iter()
    .map(|(label, icon)| {
        let href = if label == "Sessions" { "/style/sessions" } else { "/style/profile" };
        link(label, href, label == current, Some(icon))
    })
    .collect()
}

#[cfg(test)]
mod tests;
