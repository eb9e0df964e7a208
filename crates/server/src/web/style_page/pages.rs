//! Drafts of whole pages, so that the real ones come out alike.

use super::super::parts::{
    Confirm, Device, Problem, Sort, Tone, badge, button, checkbox, column, confirmation, definitions,
    device_icon, field, form, moment, notice, page_header, pager, panel, table,
};
use maud::{Markup, Render, html};

pub(super) fn login() -> Markup {
    html! {
        (page_header("Login"))
        (form("/style", "sample").body(html! {
            (field("login", "Username/Email").autocomplete("username").required().autofocus())
            (field("password", "Password").current_password("Show password").required())
            (checkbox("remember", "Remember Me"))
            (button("Login").primary())
            p.aside { "Forgot your password? " a href="/style/login" { "Click here" } }
        }))
    }
}

pub(super) fn profile() -> Markup {
    let refused = "It is one of the most common passwords. Choose one that nobody else would.";
    html! {
        (page_header("Password").lead("Choose a long one; a few words in a row are easy to remember."))
        (panel(form("/style", "sample")
            .problems("The password was not changed", vec![Problem::on("new", refused)])
            .body(html! {
                (field("current", "Current password").current_password("Show current password").required())
                (field("new", "New password").new_password("Show new password").required().error(Some(refused))
                    .live_check("/style/check", &super::sample_policy(None)))
                (field("repeat", "New password again").new_password("Show repeated password").required())
                (checkbox("end_others", "Sign out everywhere else").checked(true)
                    .hint("Ends your 2 other sessions."))
                div.actions { (button("Save").primary()) }
            })))
        (panel(definitions().row("Last changed", moment("3 months ago", "2026-08-20T09:12:44Z"))).title("History"))
    }
}

pub(super) fn sessions() -> Markup {
    html! {
        (page_header("Sessions").lead("Where you are signed in. End what you do not know.")
            .actions(form("/style", "sample").inline().confirm(Confirm {
                title: "Sign out everywhere else?".into(),
                text: "2 sessions end at once. This one stays.".into(),
                yes: "Sign Out all".into(),
                no: "Keep them".into(),
            }).body(button("Sign Out all others").danger())))
        (notice(Tone::Info, "Places are a guess from the network address.").title("About places"))
        (panel(html! { (session_table()) (pager("Pages", "3 sessions")) }).flush())
    }
}

fn session_table() -> impl Render {
    let device = |device: Device, kind: &str, name: &str, more: &str| {
        html! {
            div.with-icon {
                (device_icon(device, kind))
                div { (name) span.quiet-line { (more) } }
            }
        }
    };
    let sign_out = || form("/style", "sample").inline().body(button("Sign Out").small()).render();
    table("Your sessions")
        .column(column("Device"))
        .column(column("Place"))
        .column(column("First seen").sort(Sort::None, "/style/sessions?sort=first"))
        .column(column("Last seen").sort(Sort::Descending, "/style/sessions?sort=last"))
        .column(column("Actions").actions())
        .row([
            device(Device::Desktop, "Computer", "Firefox on Linux", "203.0.113.7"),
            html! { "Lisbon, Portugal" },
            moment("12 Nov", "2026-11-12T08:02:11Z").render(),
            html! { (badge(Tone::Success, "This one")) },
            html! {},
        ])
        .row([
            device(Device::Phone, "Phone", "Chrome on Android", "198.51.100.23"),
            html! { "Porto, Portugal" },
            moment("3 Oct", "2026-10-03T18:40:09Z").render(),
            moment("2 hours ago", "2026-11-21T02:20:31Z").render(),
            sign_out(),
        ])
        .row([
            device(Device::Script, "Script", "python-requests 2.32", "192.0.2.140"),
            html! { "Unknown" },
            moment("1 Jan", "2026-01-01T00:00:03Z").render(),
            moment("yesterday", "2026-11-20T23:55:00Z").render(),
            sign_out(),
        ])
}

pub(super) fn confirm() -> Markup {
    confirmation("Regenerate the API token?", "/style", "sample")
        .effect(html! {
            p { "Integrations stop working until they have the new token." }
            ul {
                li { "4 programs used the present one in the last 30 days." }
                li { "The last call came 5 minutes ago from 192.0.2.140." }
            }
        })
        .carry("token", "legacy")
        .yes(button("Regenerate").danger())
        .back("Keep the present one", "/style/profile")
        .render()
}
