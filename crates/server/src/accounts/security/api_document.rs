//! What the documents say of the policies and settings.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post, put,
        schema::{
            Schema, any_object, count, either, list, map, named, object, switch, text, time, types, whole,
        },
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let mut operations = own();
    operations.extend(platform());
    operations.extend(shared());
    operations.extend(legacy_key());
    Part::new(
        "Security and settings",
        "Rules of passwords, lock-out, sessions, embedding and API access",
        operations,
    )
    .schema("Policies", policies())
    .schema("Lockout", lockout())
    .schema("SecuritySettings", security_settings())
    .schema("SystemSettings", system_settings())
    .schema("SsoSettings", sso_settings())
    .schema("Globalization", globalization())
    .schema("RoleLimits", role_limits())
}

fn role_limits() -> Schema {
    object([
        ("idleMinutes", count().or_null()),
        ("absoluteHours", count().or_null()),
        ("perUserMax", count().or_null()),
    ])
    .said(
        "Only what is lower than the limit for everybody counts. What a custom role has none of is that of its base",
    )
}

/// A group of policies: what was chosen (null: as configured), and what holds.
fn group(names: &[(&'static str, Schema, Schema)], beside: Vec<(&'static str, Schema)>) -> Schema {
    let chosen = object(names.iter().map(|(name, chosen, _)| (*name, chosen.clone())));
    let effective = object(names.iter().map(|(name, _, effective)| (*name, effective.clone())));
    let mut fields = vec![
        ("version", whole().said("Grows with every change")),
        ("chosen", chosen.said("Null where the configuration decides")),
        ("effective", effective.said("What holds")),
    ];
    fields.extend(beside);
    object(fields)
}

fn number(name: &'static str) -> (&'static str, Schema, Schema) {
    (name, count().or_null(), count())
}

fn same(name: &'static str, schema: Schema) -> (&'static str, Schema, Schema) {
    (name, schema.clone(), schema)
}

fn policies() -> Schema {
    let yes = |name| (name, switch().or_null(), switch());
    let key = vec![
        ("keyIsWeak", switch().said("Whether it is shorter than those that the server makes")),
        ("keyMade", time().or_null()),
        ("previousKeyUntil", time().or_null().said("How long the key before goes on working")),
        (
            "lastUse",
            object([("at", time()), ("userId", text()), ("address", text()), ("userAgent", text())])
                .or_null(),
        ),
    ];
    object([
        (
            "passwords",
            group(
                &[
                    number("minimumLength"),
                    yes("nistPreset"),
                    yes("replaceGiven"),
                    same("organisationRegex", text()),
                    same("organisationMessage", text()),
                ],
                Vec::new(),
            ),
        ),
        (
            "lockout",
            group(
                &[yes("enabled"), number("attempts"), number("minutes"), number("periodMinutes")],
                Vec::new(),
            ),
        ),
        (
            "sessions",
            group(
                &[
                    number("idleMinutes"),
                    number("absoluteHours"),
                    number("rememberIdleDays"),
                    number("rememberAbsoluteDays"),
                    number("perUserMax"),
                    same("sessionOnlyCookie", switch()),
                    same("roles", map(named("RoleLimits"))),
                ],
                Vec::new(),
            ),
        ),
        (
            "embedding",
            group(
                &[
                    same("frameAncestors", list(text())),
                    same("corsOrigins", list(text())),
                    same("corsCredentials", switch()),
                    same("crossSiteCookies", switch()),
                ],
                Vec::new(),
            ),
        ),
        ("apiAccess", group(&[yes("enabled"), number("iatWindowSeconds")], key)),
    ])
}

fn own() -> Vec<Operation> {
    let wanted = object(
        ["passwords?", "lockout?", "sessions?", "embedding?", "apiAccess?"].map(|name| (name, any_object())),
    );
    vec![
        get("/api/v1/security", "Every policy: what was chosen, and what holds").versioned()
            .tells("Keys are never in it.")
            .needs(Permission::ManageSecurity)
            .answers("The policies", named("Policies")),
        patch("/api/v1/security", "Change policies, all or none").versioned()
            .tells(
                "Each group takes the names of its `chosen`, and `version`: with it, which is optional, a change by \
                 somebody else since then is refused with 409. A null goes back to what is configured; what is not named \
                 stays, also of the `roles` of `sessions` and of each role's limits; a null for a role takes all of its \
                 limits away. A role is named by its API name or its id, custom ones too; it is answered by its API \
                 name.",
            )
            .needs(Permission::ManageSecurity)
            .takes(wanted)
            .like(json!({ "lockout": { "attempts": 10 } }))
            .answers("The policies", named("Policies"))
            .refuses(409, "Somebody else changed them meanwhile"),
        post("/api/v1/security/api-key/rotate", "Make the key of `x-api-key` anew")
            .needs(Permission::ManageSecurity)
            .takes(object([("overlapDays", count().said("How long the key before goes on working"))]))
            .like(json!({ "overlapDays": 7 }))
            .answers("The new key, which is told this once", object([("key", text())])),
    ]
}

fn lockout() -> Schema {
    object([
        ("enabled", switch()),
        ("maxFailedAttempts", count()),
        ("failedAttemptsPeriod", count().said("In minutes; within how long failures count together")),
        ("lockoutPeriod", count().said("In minutes")),
    ])
}

fn security_settings() -> Schema {
    object([
        ("name", text()),
        ("allowAddServers", switch()),
        ("secret", text().said("Empty: nothing is signed with one")),
        ("cookieExp", count().said("How long a session lives at most, in seconds; only read")),
        ("passwordRegex", text()),
        ("passwordError", text()),
        ("defaultTimeout", count().said("In seconds")),
        ("adminsTimeout", count().said("In seconds")),
        ("sessionOnlyCookie", switch()),
        ("authenticationMode", text()),
        ("embeddedDomains", list(text())),
    ])
}

fn platform() -> Vec<Operation> {
    let lenient_number = || types(&["integer", "string", "null"]);
    let lenient_switch = || types(&["boolean", "string", "null"]);
    let wanted_lockout = object([
        ("enabled?", lenient_switch()),
        ("maxFailedAttempts?", lenient_number()),
        ("failedAttemptsPeriod?", lenient_number().said("In minutes")),
        ("lockoutPeriod?", lenient_number().said("In minutes")),
    ]);
    let wanted_security = object([
        ("passwordRegex?", text().or_null().said("Null takes it away")),
        ("passwordError?", text().or_null()),
        ("defaultTimeout?", lenient_number().said("In seconds; 0 leaves it as it is")),
        ("adminsTimeout?", lenient_number().said("In seconds; 0 leaves it as it is")),
        ("sessionOnlyCookie?", lenient_switch()),
        ("embeddedDomains?", list(text())),
    ]);
    let wrapped = |schema: &Schema| either([schema.clone(), object([("securityConfig", schema.clone())])]);
    vec![
        get("/api/v1/settings/login_lockout", "When somebody who guesses is locked out")
            .versioned()
            .needs(Permission::ManageSecurity)
            .answers("The lock-out", named("Lockout")),
        patch("/api/v1/settings/login_lockout", "Change when somebody who guesses is locked out")
            .versioned()
            .needs(Permission::ManageSecurity)
            .takes(wrapped(&wanted_lockout))
            .like(json!({
                "enabled": true, "maxFailedAttempts": 10, "failedAttemptsPeriod": 30, "lockoutPeriod": 15,
            }))
            .answers("The lock-out", named("Lockout"))
            .refuses(409, "Somebody else changed it meanwhile"),
        get("/api/settings/security", "Passwords, time limits and embedding")
            .needs(Permission::ManageSecurity)
            .answers("The settings", named("SecuritySettings")),
        post("/api/settings/security", "Change passwords, time limits and embedding")
            .needs(Permission::ManageSecurity)
            .takes(wrapped(&wanted_security))
            .like(json!({ "defaultTimeout": 3600 }))
            .answers("The settings", named("SecuritySettings"))
            .refuses(409, "Somebody else changed them meanwhile"),
    ]
}

fn system_settings() -> Schema {
    let cors = object([("enabled", switch()), ("allowedOrigins", list(text()))]);
    object([
        ("_id", text()),
        ("alias", text().said("Where people reach the server")),
        ("firstday", text()),
        ("webServer", object([("enableSSl", switch()), ("cors", cors)])),
        ("authentication", object([("domainGroupLogin", switch())])),
        ("tracking", object([("apiTelemetry", switch())])),
        ("dashboardCoAuthoring", object([("enabled", switch())])),
        ("usage", object([("enabled", switch()), ("restoreDashboards", switch())])),
        ("fiscal", object([("month", text()), ("format", text())])),
        ("dashboardAdministration", object([("enabled", switch())])),
        ("dataExplore", object([("enabled", switch())])),
        ("reporting", object([("endUserScheduling", object([("enabled", switch())]))])),
    ])
}

fn sso_settings() -> Schema {
    object([
        ("_id", text()),
        ("name", text()),
        ("enabled", switch()),
        ("ssoType", text()),
        ("userCreationDisabled", switch()),
        ("sharedSecret", text().said("Empty: there is none")),
        ("loginUrl", text()),
        ("logoutUrl", text()),
        ("loginUrlSaml", text()),
        ("logoutUrlSaml", text()),
        ("idPCert", text()),
        ("lowSecurityJwtSso", switch()),
        ("syncGroupsFromSamlToken", switch()),
    ])
}

fn globalization() -> Schema {
    object([
        ("name", text()),
        ("language", text().said("A locale, like `en-US`")),
        ("localization", object([("default", text()), ("autoDetectEnabled", switch())])),
    ])
}

fn shared() -> Vec<Operation> {
    let mut operations = Vec::new();
    for path in ["/api/v1/settings/system", "/api/settings/system"] {
        operations.push(
            get(path, "What everybody who is signed in may know of the server")
                .needs(Permission::ReadOwnAccount)
                .answers("The settings", named("SystemSettings")),
        );
        operations.push(
            post(path, "Change whose scripts may call")
                .tells(
                    "Takes `webServer.cors`, and `emailServer` with the fields of `settings/email_server`. Another value than \
                     is shown is refused, because it would not be kept; a section that is not shown is passed over, as every \
                     key is that is not known.",
                )
                .needs(Permission::ManageSecurity)
                .takes(any_object())
                .like(json!({ "webServer": { "cors": { "enabled": true, "allowedOrigins": ["https://app.example.com"] } } }))
                .answers("The settings", named("SystemSettings"))
                .refuses(400, "It would not be kept, or the body cannot be read")
                .refuses(409, "Somebody else changed them meanwhile, or the mail server stands fast"),
        );
    }
    for path in ["/api/v1/settings/sso", "/api/settings/sso"] {
        operations.push(
            get(path, "Single Sign On, which is off")
                .needs(Permission::ManageSecurity)
                .answers("The settings", named("SsoSettings")),
        );
        operations.push(
            post(path, "Leave Single Sign On off")
                .needs(Permission::ManageSecurity)
                .takes(any_object())
                .like(json!({ "enabled": false, "ssoType": "jwt" }))
                .answers("The settings", named("SsoSettings"))
                .refuses(400, "It cannot be switched on here, or the body cannot be read"),
        );
    }
    for path in ["/api/v1/settings/globalization", "/api/settings/globalization"] {
        operations.push(
            get(path, "The language of the server")
                .needs(Permission::ReadOwnAccount)
                .answers("The settings", named("Globalization")),
        );
        let change = |operation: Operation| {
            operation
                .tells("The language stands in the configuration; another one is refused.")
                .needs(Permission::ManageSecurity)
                .takes(object([("language?", text().or_null())]))
                .like(json!({ "language": "en-US" }))
                .answers("The settings", named("Globalization"))
                .refuses(409, "The configuration says another language")
        };
        operations.push(change(post(path, "Take the language of the server")));
        operations.push(change(put(path, "Take the language of the server")));
        operations.push(
            delete(path, "Let the configuration decide, as it does")
                .needs(Permission::ManageSecurity)
                .is_done("It does"),
        );
    }
    operations
}

fn legacy_key() -> Vec<Operation> {
    let key = || object([("_id", text()), ("apiKey", text())]);
    let path = "/api/settings/api";
    let confirm = "A browser must have given the password a short while ago";
    vec![
        get(path, "The key of `x-api-key`, which is told once")
            .needs(Permission::ManageSecurity)
            .answers("The key", key())
            .refuses(403, confirm)
            .refuses(404, "It was told before"),
        post(path, "Put a key of one's own in the place of the one before, which ends")
            .needs(Permission::ManageSecurity)
            .takes(object([("apiKey", text().said("32 to 128 hex digits"))]))
            .like(json!({ "apiKey": "0123456789abcdef0123456789abcdef" }))
            .answers("The key", key())
            .refuses(403, confirm)
            .refuses(409, "Somebody else changed it meanwhile"),
        delete(path, "End the key: another takes its place that nobody is told")
            .needs(Permission::ManageSecurity)
            .answers("It is ended", object([]))
            .refuses(403, confirm)
            .refuses(409, "Somebody else changed it meanwhile"),
        get("/api/settings/api/generate", "Make the key anew; the one before ends")
            .needs(Permission::ManageSecurity)
            .answers("The new key, which is told this once", key())
            .refuses(403, confirm)
            .refuses(409, "Somebody else changed it meanwhile"),
    ]
}
