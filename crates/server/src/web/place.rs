//! Places in lists that are sorted by a time: what `next` answers and `after` takes.

use seatwarden_base::{Kind, Refusal, Result};

/// The place in a list cannot be read.
pub const BAD_PLACE: Refusal = Refusal::new(Kind::Malformed, "web.bad_place").on("after");

/// Longest id in a place, in characters.
const ID_MAX: usize = 64;

/// The place behind an item: `<milliseconds>.<id>`.
pub fn place(at_ms: i64, id: &str) -> String {
    format!("{at_ms}.{id}")
}

/// Reads a place; none if the text is empty. Refuses with `web.bad_place`.
pub fn read_place(text: &str) -> Result<Option<(i64, String)>> {
    if text.is_empty() {
        return Ok(None);
    }
    let (at_ms, id) = text.split_once('.').ok_or(BAD_PLACE)?;
    let at_ms = at_ms.parse().map_err(|_| BAD_PLACE)?;
    Ok(Some((at_ms, id.chars().take(ID_MAX).collect())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else_is() {
        assert_eq!(read_place(&place(7, "a.b")).unwrap(), Some((7, "a.b".to_owned())));
        assert_eq!(read_place("").unwrap(), None);
        for bad in ["7", "x.a", ".a", "99999999999999999999.a"] {
            assert!(read_place(bad).is_err_and(|error| error.is(&BAD_PLACE)), "{bad}");
        }
    }
}
