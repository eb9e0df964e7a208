//! Every part with its sample; the section's id is `part-` and the name of the part's file.

use super::super::parts::{
    Confirm, CopyWords, Device, Icon, Problem, Rule, Sort, Tone, avatar, badge, button, checkbox, chips,
    code_block, column, copy_field, definitions, device_icon, empty, event, field, form, hidden, link_button,
    mark, menu, meter, moment, notice, page_header, pager, panel, policy, progress, qr, said, search, select,
    stepper, switch, table, tabs, timeline, toast,
};
use maud::{Markup, Render, html};

fn copy_words() -> CopyWords<'static> {
    CopyWords { copy: "Copy".into(), copied: "Copied".into() }
}

/// A sample under the name of the part.
fn sample(part: &str, body: impl Render) -> Markup {
    html! { section id={ "part-" (part) } { (panel(body).title(part)) } }
}

pub(super) fn all() -> Markup {
    html! {
        div id="part-page_header" {
            (page_header("Parts").lead("Everything the pages are built from.").actions(html! {
                (link_button("Login", "/style/login")) (link_button("My Profile", "/style/profile"))
                (link_button("Sessions", "/style/sessions").primary())
            }))
        }
        (buttons())
        (fields())
        (choices())
        (form_with_problems())
        (messages())
        (lists())
        (records())
        (amounts())
        (small_things())
    }
}

fn buttons() -> Markup {
    sample(
        "button",
        html! {
            div.actions {
                (button("Save").primary()) (button("Cancel")) (button("Delete").danger().icon(Icon::Trash))
                (button("Saving…").primary().busy()) (button("Not now").disabled()) (button("Quiet").quiet())
                (button("Small").small().icon(Icon::Plus)) (link_button("A link", "/style"))
                (link_button("Download", "/style").icon(Icon::Download).download().quiet().small())
                (link_button("Reset", "/style/confirm").danger()) (button("Next").sends("step", "2").form("sample-form"))
            }
        },
    )
}

fn fields() -> Markup {
    html! {
        (sample("field", html! {
            form.form action="/style" method="get" {
                div.row {
                    (field("first", "First name").value("Ada").autocomplete("given-name").max_length(100))
                    (field("last", "Last name").value("Lovelace").autocomplete("family-name"))
                }
                (field("email", "E-mail").email().value("ada@northwind").required()
                    .hint("We write to it before it counts.").error(Some("This address has no domain ending.")))
                (field("secret", "Password").new_password("Show password")
                    .live_check("/style/check", &super::sample_policy(Some("ada12345"))))
                (field("code", "Code").code().hint("The 6 digits your app shows."))
                (field("fixed", "User id").value("b7f2-19").read_only())
                (field("note", "Note").text_area(3).value("Two lines\nof text"))
            }
        }))
        (sample("policy", policy(vec![
            Rule { text: "At least 8 characters".into(), state: "met".into(), met: Some(true) },
            Rule { text: "Not your name".into(), state: "not met yet".into(), met: Some(false) },
            Rule { text: "Not a common password".into(), state: "".into(), met: None },
        ])))
        (sample("copy_field", copy_field("token", "API token", "sw_5fK2x0pQ9vTn3LmR8sYd1GhW7bZc4JaE", copy_words())
            .hint("Treat it like a password.")))
        (sample("qr", html! { @if let Some(code) = qr("Request", "An activation request") { (code) } }))
        (sample("code_block", code_block("curl", "curl",
            "curl -H \"x-api-key: $TOKEN\" https://bi.northwind.example/api/users\n# lists the users", copy_words())))
    }
}

fn choices() -> Markup {
    html! {
        (sample("select", select("language", "Language").option("en", "English").option("he", "עברית").value("en")
            .hint("The whole interface follows at once.")))
        (sample("checkbox", html! {
            (checkbox("remember", "Remember Me").checked(true))
            (checkbox("role", "Viewer").value("viewer").hint("Sees dashboards."))
            (checkbox("terms", "I have read the terms").error(Some("Please read them first.")))
            (switch("profile", "User Profile").checked(true).hint("The whole of My Profile."))
            (switch("api_tab", "API Token"))
            (switch("locked", "Sessions").disabled(true).hint("Not in this edition."))
        }))
        (sample("search", search("/style", "find", "Search users", "ada").submit("Search")))
        (sample("chips", chips("Filters").chip("Active", "/style", true).chip("Invited", "/style", false)
            .chip("Locked", "/style", false)))
    }
}

fn form_with_problems() -> Markup {
    sample(
        "form",
        form("/style", "sample")
            .id("sample-form")
            .problems(
                "Two things are missing",
                vec![
                    Problem::on("sample-name", "Give the token a name."),
                    Problem::general("Your session is too old; sign in again."),
                ],
            )
            .confirm(Confirm {
                title: "Create the token?".into(),
                text: "It can do all that you can do.".into(),
                yes: "Create".into(),
                no: "Cancel".into(),
            })
            .body(html! {
                (hidden("carried", "along"))
                (field("sample-name", "Name").error(Some("Give the token a name.")))
                (button("Create").primary())
            }),
    )
}

fn messages() -> Markup {
    html! {
        (sample("mark", html! {
            p { (mark(Tone::Success, Icon::Check, "Allowed")) " " (mark(Tone::Plain, Icon::Lock, "Never")) }
        }))
        (sample("notice", html! {
            (notice(Tone::Info, "Places are a guess from the network address."))
            (notice(Tone::Success, "Your names are saved."))
            (notice(Tone::Warning, "3 mails could not be sent.").title("Mail is waiting")
                .action(link_button("See them", "/style").small()))
            (notice(Tone::Danger, "The address belongs to another user.").title("Not saved"))
        }))
        (sample("said", html! { p { (said("Ask whoever runs the server for `seatwarden rescue`.")) } }))
        (sample("toast", toast(Tone::Success, "Saved.", "Dismiss")))
        (sample("empty", empty("No tokens yet", "A token lets a program act for you. Each has its own name and end.")
            .icon(Icon::Key).action(button("New token").primary().icon(Icon::Plus))))
        (sample("confirmation", html! {
            p { "A page of its own: " a href="/style/confirm" { "see it" } "." }
        }))
    }
}

fn lists() -> Markup {
    let row = |name: &str, email: &str, role, seats: &str| {
        [
            html! { div.with-icon { (avatar(&name[..1])) div { (name) span.quiet-line { (email) } } } },
            badge(Tone::Info, role).render(),
            html! { (seats) },
            html! {
                (menu("Actions").face(Icon::More).item(html! { a href="/style" { "Edit" } })
                    .item(html! { a href="/style/confirm" { "Deactivate" } }))
            },
        ]
    };
    let users = table("Users")
        .column(column("Name").sort(Sort::Ascending, "/style?sort=-name"))
        .column(column("Role").sort(Sort::None, "/style?sort=role"))
        .column(column("Dashboards").numeric())
        .column(column("Actions").actions())
        .row(row("Ada Lovelace", "ada@northwind.example", "Data Admin", "14"))
        .row(row("Grace Hopper", "grace@northwind.example", "Viewer", "2"))
        .row(row(
            "A name that goes on for quite a while",
            "a.very.long.address@subsidiary.northwind.example",
            "Designer",
            "1,024",
        ));
    html! {
        section id="part-table" { (panel(html! {
            (users)
            div id="part-pager" {
                (pager("Pages", "1–50 of 2,000+").previous("Previous", None::<&str>).next("Next", Some("/style?after=50")))
            }
        }).title("table, pager").flush().actions(button("Add user").small().icon(Icon::Plus))) }
        (sample("tabs", tabs("Samples").tab("Open", "/style", true).tab("Done", "/style?done", false)))
    }
}

fn records() -> Markup {
    html! {
        (sample("definitions", definitions().row("Name", "Northwind Analytics").row("Type", badge(Tone::Success, "Enterprise"))
            .row("Ends", moment("3 December 2026", "2026-12-03T00:00:00Z"))))
        (sample("timeline", timeline()
            .event(event("Password changed", moment("5 minutes ago", "2026-11-21T04:00:00Z")).icon(Icon::Lock)
                .tone(Tone::Success).detail("Firefox on Linux, 203.0.113.7"))
            .event(event("Sign-in refused", moment("yesterday", "2026-11-20T21:10:00Z")).tone(Tone::Danger)
                .detail("Wrong password, 198.51.100.23"))
            .event(event("Invited by Grace Hopper", moment("12 Nov", "2026-11-12T08:00:00Z")).icon(Icon::Mail))))
    }
}

fn amounts() -> Markup {
    html! {
        (sample("meter", html! { div.meters {
            (meter("administrators", "Administrators", "2 of 5", 2, 5))
            (meter("designers", "Designers", "9 of 10", 9, 10))
            (meter("viewers", "Viewers", "100 of 100", 100, 100))
        } }))
        (sample("progress", html! {
            (progress("import", "Importing users", "4,120 of 12,431").done(4120, 12431))
            (progress("backup", "Backing up", "Working…"))
        }))
        (sample("stepper", stepper("Import", 1).step("File").step("Check").step("Import")))
    }
}

fn small_things() -> Markup {
    html! {
        (sample("badge", html! { div.actions {
            (badge(Tone::Plain, "Invited")) (badge(Tone::Info, "Viewer")) (badge(Tone::Success, "Active"))
            (badge(Tone::Warning, "Ends soon")) (badge(Tone::Danger, "Locked"))
        } }))
        (sample("device", html! { div.actions {
            (device_icon(Device::Desktop, "Computer")) (device_icon(Device::Phone, "Phone"))
            (device_icon(Device::Tablet, "Tablet")) (device_icon(Device::Script, "Script"))
        } }))
        (sample("avatar", avatar("AL")))
        (sample("menu", menu("More").item(html! { a href="/style" { (Icon::Users) "Groups" } })))
        (sample("moment", moment("3 weeks ago", "2026-10-31T10:00:00Z")))
        (sample("panel", panel(html! { p { "Deleting a user hands over what they own first." } }).title("Danger").danger()
            .lead("This cannot be undone.").actions(link_button("Delete", "/style/confirm").danger().small())))
        (sample("icon", html! { div.actions { @for icon in Icon::ALL { span title=(format!("{icon:?}")) { (icon) } } } }))
    }
}
