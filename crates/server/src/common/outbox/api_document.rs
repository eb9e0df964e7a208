//! What the documents say of the mail server.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Part, delete, get, patch, post,
        schema::{Schema, count, named, object, password, switch, text, types},
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
                .needs(Permission::ManageMail)
                .takes(wanted())
                .like(example())
                .answers("The mail server", named("MailServer"))
                .refuses(400, "One was chosen already (7501), or the body cannot be read")
                .refuses(409, kept),
            patch(path, "Change what is sent of the mail server")
                .needs(Permission::ManageMail)
                .takes(wanted())
                .like(example())
                .answers("The mail server", named("MailServer"))
                .refuses(400, "None was chosen (7501), or the body cannot be read")
                .refuses(409, kept),
            delete(path, "Let mails leave as the configuration says again")
                .needs(Permission::ManageMail)
                .is_done("They do")
                .refuses(409, kept),
        ],
    )
    .schema("MailServer", server())
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
