//! What the documents say of mails.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post,
        schema::{
            Schema, count, email, named, object, page, password, switch, text, time, types, whole, words,
        },
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let path = "/api/v1/settings/email_server";
    let example = || json!({ "enable": true, "host": "smtp.example.com", "port": 587, "requireTLS": true });
    let kept = "This server keeps its mails instead of sending them, or somebody else changed it meanwhile";
    Part::new(
        "Mail",
        "The server through which mails leave",
        vec![
            get(path, "The mail server that was chosen; its password is never told")
                .needs(Permission::ManageMail)
                .answers("The mail server", named("MailServer"))
                .refuses(404, "None was chosen; mails leave as the configuration says"),
            post(path, "Choose a mail server")
                .needs(Permission::ManageSysAdmin)
                .takes(wanted())
                .like(example())
                .answers("The mail server", named("MailServer"))
                .refuses(400, "One was chosen already (7501), or the body cannot be read")
                .refuses(409, kept),
            patch(path, "Change what is sent of the mail server")
                .needs(Permission::ManageSysAdmin)
                .takes(wanted())
                .like(example())
                .answers("The mail server", named("MailServer"))
                .refuses(400, "None was chosen (7501), or the body cannot be read")
                .refuses(409, kept),
            delete(path, "Let mails leave as the configuration says again")
                .needs(Permission::ManageSysAdmin)
                .is_done("They do")
                .refuses(409, kept),
        ]
        .into_iter()
        .chain(mails())
        .collect(),
    )
    .schema("MailServer", server())
    .schema("MailSwitches", switches(""))
}

/// The calls that are our own.
fn mails() -> Vec<Operation> {
    vec![
        get("/api/v1/mails", "Mails of the last 90 days without their text, the newest first")
            .needs(Permission::ManageMail)
            .query("address", text(), "A part of the receiver's address")
            .query("state", words(["waiting", "sent", "failed", "off"]), "Only those")
            .query("limit", whole(), "How many at most: 1 to 200; 50 if it is not said").refuses(400, "`after` is no place, or `limit` no number")
            .query("after", text(), "The `next` of the page before")
            .answers(
                "A page of mails",
                page(
                    mail(),
                    text().or_null().said(
                        "What `after` takes; null at the end. A page with few mails, or none, may have one",
                    ),
                ),
            )
            .refuses(422, "There is no such state"),
        post("/api/v1/mails/{id}/retry", "Try a failed mail again")
            .tells("The text of a failed mail is kept for seven days, sealed and never shown.")
            .needs(Permission::ManageMail)
            .is_done("It waits again")
            .refuses(409, "Its text is no longer kept, or the link in it no longer works: ask for a new one"),
        post("/api/v1/mails/retry", "Try every failed mail again that can be, the oldest first")
            .needs(Permission::ManageMail)
            .answers(
                "What became of them",
                object([
                    ("again", count().said("They wait again")),
                    ("ended", count().said("The link or password in them no longer works")),
                    ("hasMore", switch().said("Whether there are more; ask once more")),
                ]),
            ),
        get("/api/v1/mails/switches", "Which mails are sent")
            .needs(Permission::ManageMail)
            .answers("The switches", named("MailSwitches")),
        patch("/api/v1/mails/switches", "Set which mails are sent")
            .tells(
                "What is switched off is noted as `off` in the log and not sent later. Mails that somebody would be stuck \
                 without have no switch but `all`.",
            )
            .needs(Permission::ManageMail)
            .takes(switches("?"))
            .like(json!({ "signIns": true }))
            .answers("The switches", named("MailSwitches")),
        post("/api/v1/mails/test", "Send a test mail now, past queue and switches")
            .needs(Permission::ManageMail)
            .takes(object([("email", email())]))
            .like(json!({ "email": "ada@example.com" }))
            .answers("The mail server took it", object([("answer", text().said("What the mail server said"))]))
            .refuses(409, "The mail server did not take it"),
    ]
}

fn mail() -> Schema {
    object([
        ("id", text()),
        ("kind", text()),
        ("email", text()),
        ("userId", text().or_null()),
        ("language", text()),
        ("subject", text()),
        ("state", words(["waiting", "sent", "failed", "off"]).said("`off`: its switch was off")),
        ("attempts", count()),
        ("created", time()),
        ("sent", time().or_null()),
        ("lastError", text().or_null()),
        ("canRetry", switch()),
    ])
}

/// The switches; `optional` is `?` if each may be left out.
fn switches(optional: &str) -> Schema {
    let names = [
        "all",
        "invitations",
        "passwordRecovery",
        "passwordChanges",
        "signIns",
        "apiTokens",
        "ownLicense",
        "licensesEnding",
    ];
    let names = names.map(|name| format!("{name}{optional}"));
    object(names.iter().map(|name| (name.as_str(), switch())))
}

fn server() -> Schema {
    object([
        ("enable", switch()),
        ("host", text()),
        ("port", count()),
        ("secure", switch().said("TLS from the start")),
        ("ignoreTLS", switch().said("Never encrypted")),
        ("requireTLS", switch().said("STARTTLS, or no mail")),
        ("user", text()),
        ("type", text()),
        ("connectionTimeout", count()),
        ("greetingTimeout", count()),
        ("socketTimeout", count()),
        ("logger", switch()),
        ("debug", switch()),
    ])
}

fn wanted() -> Schema {
    let lenient = || types(&["boolean", "string", "null"]);
    object([
        ("enable?", lenient()),
        ("host?", text()),
        ("port?", types(&["integer", "string", "null"])),
        ("secure?", lenient()),
        ("ignoreTLS?", lenient()),
        ("requireTLS?", lenient()),
        ("user?", text()),
        ("pass?", password()),
    ])
}
