//! What the documents say of trials.

use serde_json::json;

use super::model::EXTEND_DAYS_MAX;
use crate::{
    cx::Permission,
    licensing::packages::api_document::sent,
    web::openapi::{
        Part, get, post,
        schema::{count, email, id, named, object, page, text, time},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let (read, manage) = (Permission::LicensesRead, Permission::LicensesManage);
    let visitor = object([
        ("user", id()),
        ("email", email()),
        ("name", text()),
        ("organisation", id().or_null().said("The first one that the account acts for")),
        ("organisationName", text().or_null()),
        ("firstAt", time()),
        ("lastAt", time()),
        ("visits", count()),
    ]);
    let longer =
        object([("days", count().at_most(EXTEND_DAYS_MAX.unsigned_abs())), ("reason", text().said("Why"))]);
    Part::new(
        "Trials",
        "Trial licenses, and who went to the Online Trial",
        vec![
            get("/api/v1/licensing/trials", "The trial licenses, by id")
                .needs(read)
                .query("after", text(), "From the one after this id on")
                .answers("A page of packages of the type trial", page(named("Package"), text().or_null())),
            get("/api/v1/licensing/trials/visitors", "Who went to the Online Trial, the last one first")
                .needs(read)
                .query("after", text(), "From the one after this place on: `next` of the page before")
                .answers("A page of visitors", page(visitor, text().or_null())),
            post("/api/v1/licensing/trials/{package}/extend", "Give a trial some days more")
                .tells("They count from its end, or from now on if it has ended.")
                .place("package", "Id or code of a package")
                .needs(manage)
                .takes(longer)
                .like(json!({ "days": 14, "reason": "Asked for by mail" }))
                .answers("The package", named("Package"))
                .begins("The change, which waits for a second person", named("PackageChange"))
                .refuses(409, "The package is no trial, or was revoked, or a change of it waits already"),
            post("/api/v1/licensing/trials/{package}/convert", "Make a paid license of a trial")
                .tells(
                    "Its code stays, so that the servers that run go on. What is not sent stays; the type becomes \
                     `subscription`, and the environment `prod` if it was `trial`.",
                )
                .place("package", "Id or code of a package")
                .needs(manage)
                .takes(sent(false))
                .like(json!({ "tier": "grow", "validUntil": "2028-01-31", "reason": "Order 4711" }))
                .answers("The package", named("Package"))
                .begins("The change, which waits for a second person", named("PackageChange"))
                .refuses(409, "The package is no trial, or was revoked, or a change of it waits already"),
        ],
    )
}
