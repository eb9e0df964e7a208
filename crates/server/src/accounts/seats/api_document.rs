//! What the documents say of seats.

use super::Seat;
use crate::{
    cx::Permission,
    web::openapi::{
        Part, get,
        schema::{count, list, object, words},
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
    Part::new(
        "Seats",
        "How many Administrators, Designers and Viewers there may be, and are",
        vec![
            get("/api/v1/seats", "How many seats there are, are used and are left")
                .needs(Permission::ReadSeats)
                .answers("The seats", object([("items", list(seat))])),
        ],
    )
}
