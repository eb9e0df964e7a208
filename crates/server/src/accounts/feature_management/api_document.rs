//! What the documents say of Feature Management.

use serde_json::json;

use super::FEATURES;
use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, patch,
        schema::{list, map, named, null, object, switch, text, whole, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let locked = object([("code", text()), ("detail", text()), ("next", text().or_null())]);
    let feature = object([
        ("key", words(FEATURES.iter().map(|feature| feature.key))),
        ("section", text()),
        ("active", switch().said("Works now")),
        ("set", switch().said("How its switch stands")),
        ("default", switch()),
        ("tier", text().said("The least tier that has it")),
        ("deployment", text().or_null().said("The deployment that has it; null: both")),
        ("entitlement", text().said("What a license names that has it below its tier")),
        ("locked?", locked.said("Why it cannot be switched on here")),
    ]);
    Part::new(
        "Feature Management",
        "Which parts of the product are switched on",
        vec![
            get("/api/v1/features", "Every switch")
                .versioned()
                .needs(Permission::ManageFeatures)
                .answers("The switches", named("Features")),
            patch("/api/v1/features", "Switch parts on and off; what is not named stays")
                .versioned()
                .needs(Permission::ManageFeatures)
                .takes(object([
                    ("features", map(switch())),
                    (
                        "version?",
                        whole().or_null().said("Refuses with 409 if somebody changed something since"),
                    ),
                ]))
                .like(json!({ "features": { "userProfile.apiToken": true } }))
                .answers("The switches", named("Features"))
                .refuses(409, "Somebody else changed them meanwhile"),
        ],
    )
    .schema(
        "Features",
        object([
            ("version", whole()),
            ("tier", text()),
            ("deployment", text()),
            ("items", list(feature)),
            ("next", null()),
        ]),
    )
}
