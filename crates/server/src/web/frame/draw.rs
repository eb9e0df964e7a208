//! Draws the frame.

use super::super::parts::{Avatar, Icon, avatar, button, form, hidden, menu, search, toast};
use super::super::{assets, drawn::drawn};
use super::{Banner, Frame, Link, Theme, UserMenu};
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

impl Frame<'_> {
    /// A full page: top bar, side menu, `body` as the main part. The body holds the page's one `h1`.
    pub fn page(&self, body: impl Render) -> Markup {
        let class = if self.side.is_some() { "shell with-side" } else { "shell" };
        self.document(
            "framed",
            &drawn(|page| {
                html! {
                    (page)
                    (self.top_bar())
                    (self.banners())
                    div.(class) {
                        (self.side_menu())
                        main id="main" tabindex="-1" { (body) }
                    }
                    footer.foot { (self.foot()) }
                }
            }),
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

    fn document(&self, class: &str, body: &impl Render) -> Markup {
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
        let mut entries = menu(words.user_menu).face(face).item(person(user, &avatar(user.initials)));
        if let Some(href) = user.profile_href {
            entries = entries.item(html! {
                a href=(href) aria-current=[user.profile_open.then_some("page")] {
                    (Icon::User) (words.my_profile)
                }
            });
        }
        html! {
            (entries
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
            form action=(choices.theme_action) method="post" data-themes {
                (hidden("csrf", self.csrf)) (hidden("back", choices.here))
                div.themes role="group" aria-label=(words.theme) {
                    @for (theme, icon, label) in themes {
                        button type="submit" name="theme" value=(theme.name()) aria-label=(label) title=(label)
                            aria-pressed=(if theme == self.theme { "true" } else { "false" }) { (icon) }
                    }
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
                    @for banner in &self.banners { (self.banner(banner)) }
                }
            }
        }
    }

    fn banner(&self, banner: &Banner<'_>) -> Markup {
        html! {
            div.banner.(banner.tone.class()) {
                (banner.tone.icon())
                p { (banner.text) }
                @if let Some((label, href)) = banner.action { a href=(href) { (label) } }
                @if let Some((label, href)) = banner.end {
                    (form(href, self.csrf).inline().body(button(label).small()))
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

fn person(user: &UserMenu, picture: &Avatar) -> Markup {
    html! {
        div.person { (picture) div { p.title dir="auto" { (user.display_name) } p dir="auto" { (user.email) } } }
    }
}

/// The logo, drawn in the page so that it takes the page's colours.
fn logo() -> PreEscaped<&'static str> {
    PreEscaped(include_str!("../assets/logo.svg"))
}
