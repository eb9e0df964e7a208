//! What the documents say of what is kept for clients of the platform.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post, put,
        schema::{Schema, any_object, anything, count, list, map, named, object, switch, text, types, words},
    },
};

const KEPT: &str = "It is kept as it is sent, up to 256 KiB, and answered again; nothing here acts upon it.";

/// The calls of this room.
pub fn part() -> Part {
    let mut operations = vec![
        get("/api/globals", "All that the platform's pages need at their start")
            .needs(Permission::ReadOwnAccount)
            .answers("Everything", globals()),
    ];
    operations.extend(kept());
    operations.extend(proxy());
    operations.extend(servers());
    operations.extend(web_access_tokens());
    Part::new(
        "Platform",
        "What clients of the platform look for beside accounts; most of it is kept for them and means nothing here",
        operations,
    )
    .schema("DataServer", object([("_id", text()), ("serverName", text()), ("name", text())]))
}

fn globals() -> Schema {
    let feature = object([
        ("key", text()),
        ("active", switch()),
        ("tabs?", map(switch()).said("The tabs of My Profile")),
    ]);
    let props = object([
        ("isTrial", switch()),
        ("timeLeft", count().said("In days")),
        ("licenseState", text()),
        ("pRegex", text().or_null().said("The organisation's own rule for passwords")),
        ("pError", text().or_null().said("What people are told about it")),
        ("sessionMethod", text()),
        ("sessionOnlyCookie", switch()),
        ("isAd", switch()),
        ("os", text()),
        ("sso", any_object()),
        ("newReturnToValidationBehavior", switch()),
        ("isManagedService", switch()),
    ]);
    object([
        ("user", any_object().said("The caller, as v0.9 shows users, with tenant, role and rights")),
        ("version", text()),
        ("versionHash", text()),
        ("env", text()),
        ("platform", text()),
        ("language", text()),
        ("locale", text()),
        ("firstday", words(["mon"])),
        ("props", props),
        ("features", list(feature)),
        ("featuresToUpdate", list(anything())),
        ("designSettings", any_object()),
        ("globalization", any_object()),
        ("brand", any_object()),
        ("favicon", anything()),
        ("isBrandingDisabled", switch()),
        ("app", any_object()),
        ("appData", any_object()),
        ("messages", any_object()),
        ("ecmProps", any_object()),
        ("proxyurl", text()),
        ("socketUrl", text()),
    ])
}

fn kept() -> Vec<Operation> {
    let (branding, design) = ("/api/branding", "/api/v1/settings/ui/common");
    vec![
        get(branding, "Names, colours and pictures of the platform's own pages")
            .needs(Permission::ReadOwnAccount)
            .answers("The branding", any_object())
            .refuses(404, "It was never set"),
        post(branding, "Set the branding of the platform's own pages")
            .tells(KEPT)
            .needs(Permission::ManageSecurity)
            .takes(any_object())
            .like(json!({ "brandName": "Example" }))
            .answers("The branding", any_object())
            .refuses(404, "Somebody else took it away meanwhile"),
        delete(branding, "Forget the branding of the platform's own pages")
            .needs(Permission::ManageSecurity)
            .is_done("It is forgotten"),
        get("/api/v1/settings/ui", "How the platform's dashboards look; empty until it is set")
            .needs(Permission::ManageSecurity)
            .answers("The design", any_object()),
        post(design, "Set how the platform's dashboards look")
            .tells(KEPT)
            .needs(Permission::ManageSecurity)
            .takes(any_object())
            .like(json!({ "dashboards": { "backgroundColor": "#ffffff" } }))
            .answers("The design", any_object()),
        delete(design, "Forget how the platform's dashboards look")
            .needs(Permission::ManageSecurity)
            .is_done("It is forgotten"),
    ]
}

fn proxy() -> Vec<Operation> {
    let path = "/api/settings/proxy";
    let wanted = || {
        object([
            ("enabled?", types(&["boolean", "string", "null"])),
            ("ip?", text()),
            ("port?", types(&["integer", "string", "null"])),
            ("username?", text()),
            ("password?", text().said("Never kept")),
        ])
    };
    let change = |operation: Operation| {
        operation
            .tells("It is kept but for its password, and answered again; nothing here acts upon it.")
            .needs(Permission::ManageSecurity)
            .takes(wanted())
            .like(json!({ "enabled": true, "ip": "192.0.2.7", "port": 3128 }))
            .answers("The proxy", any_object())
    };
    vec![
        get(path, "The proxy through which the platform reaches the world")
            .needs(Permission::ManageSecurity)
            .answers("The proxy", any_object()),
        change(post(path, "Set the proxy through which the platform reaches the world")),
        change(put(path, "Set the proxy through which the platform reaches the world")),
        delete(path, "Forget the proxy through which the platform reaches the world")
            .needs(Permission::ManageSecurity)
            .is_done("It is forgotten"),
    ]
}

fn servers() -> Vec<Operation> {
    let path = "/api/v1/authentication/server_access";
    let one = "/api/v1/authentication/server_access/{id}";
    vec![
        get(path, "The data servers that the platform may read from")
            .needs(Permission::ReadOwnAccount)
            .answers("The list", list(named("DataServer"))),
        post(path, "List a data server")
            .needs(Permission::ManageSecurity)
            .takes(object([("serverName", text()), ("name?", text())]))
            .like(json!({ "serverName": "data.example.com", "name": "Data" }))
            .answers("The server", named("DataServer"))
            .refuses(400, "It is listed already, or the body cannot be read")
            .refuses(409, "As many are listed as can be, or somebody else changed the list meanwhile"),
        patch(one, "Change a data server of the list")
            .needs(Permission::ManageSecurity)
            .takes(object([("serverName?", text()), ("name?", text())]))
            .like(json!({ "name": "Data" }))
            .answers("The server", named("DataServer"))
            .refuses(409, "Somebody else changed the list meanwhile"),
        delete(one, "Take a data server from the list")
            .needs(Permission::ManageSecurity)
            .answers("The server that is out", named("DataServer"))
            .refuses(409, "Somebody else changed the list meanwhile"),
    ]
}

fn web_access_tokens() -> Vec<Operation> {
    let why = "There are no web access tokens here";
    vec![
        post("/api/v1/wat/sessionToken", "Refused: there are no web access tokens here")
            .tells("They open dashboards, and here are none. Clients take the refusal for a token that does not work.")
            .open()
            .is_always_refused(404, why),
        post("/api/v1/wat/generate", "Refused: there are no web access tokens here")
            .needs(Permission::ManageSecurity)
            .is_always_refused(404, why),
    ]
}
