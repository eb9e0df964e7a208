//! What the documents say of the license.

use crate::web::openapi::Part;

/// The calls of this room.
pub fn part() -> Part {
    Part::new("License", "What the license of this installation gives, and changing it", vec![])
}
