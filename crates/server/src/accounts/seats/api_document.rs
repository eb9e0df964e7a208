//! What the documents say of seats.

use super::Seat;
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, get, post,
        schema::{any_object, count, list, object, switch, text, whole, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let seat = object([
        ("seat", words(Seat::ALL.map(Seat::word))),
        ("used", count()),
        ("limit", count().or_null().said("Null where there is no limit")),
        ("left", count().or_null().said("Null where there is no limit")),
    ]);
    let most = || whole().said("-1 where there is no limit");
    let license = object([
        ("inUseAdmins", count()),
        ("maxAdmins", most()),
        ("inUseDesigners", count()),
        ("maxDesigners", most()),
        ("inUseViewers", count()),
        ("maxViewers", most()),
        ("trial", switch()),
        ("bigData", switch()),
        ("highAvailability", switch()),
        ("expirationDate", text()),
        ("macine", text().said("Spelt so by the original")),
        ("machine", text()),
    ]);
    Part::new(
        "Seats",
        "How many Administrators, Designers and Viewers there may be, and are",
        vec![
            get("/api/v1/seats", "How many seats there are, are used and are left")
                .needs(Permission::ReadSeats)
                .answers("The seats", object([("items", list(seat))])),
            get("/api/v1/account/get_license_info", "The same in the words of the platform")
                .needs(Permission::ReadSeats)
                .answers("The license", license),
            set("/api/v1/account/set_new_license", "Refused: seats stand in the configuration"),
            set("/api/v1/account/set_offline_license", "Refused: seats stand in the configuration"),
        ],
    )
}

fn set(path: &'static str, summary: &'static str) -> Operation {
    post(path, summary)
        .needs(Permission::ManageSecurity)
        .may_take(any_object())
        .answers("Never", any_object())
        .refuses(409, "The configuration of the server says how many seats there are")
}
