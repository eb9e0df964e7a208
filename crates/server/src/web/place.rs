//! Places in lists that are sorted by a time: what `next` answers and `after` takes, and how long a page is to be.

use seatwarden_base::{Kind, Refusal, Result};
use serde::Deserialize;

use super::legacy::wrong_number;

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

/// Reads the place in a list that goes by number; none if the text is empty. Refuses with `web.bad_place`.
pub fn read_number(text: &str) -> Result<Option<i64>> {
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(text.parse().map_err(|_| BAD_PLACE)?))
}

/// What `limit` of a list says, as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Limit(String);

impl Limit {
    /// How many items a page is to have: a whole number from 1 on, of which more than `maximum` counts as that; `usual` if
    /// nothing is said. Refuses with `web.wrong_number`.
    pub fn within(&self, usual: u16, maximum: u16) -> Result<u16> {
        if self.0.is_empty() {
            return Ok(usual);
        }
        match self.0.parse::<u64>() {
            Ok(count) if count > 0 => Ok(u16::try_from(count).unwrap_or(maximum).min(maximum)),
            _ => Err(wrong_number("limit", &(1..=maximum.into())).into()),
        }
    }
}

/// Leaves `limit` items of a page, and moves the place where the next one begins accordingly.
pub fn shorten<T>(
    items: &mut Vec<T>,
    next: &mut Option<(i64, String)>,
    limit: u16,
    place_of: impl Fn(&T) -> (i64, String),
) {
    if items.len() > usize::from(limit) {
        items.truncate(limit.into());
        *next = items.last().map(place_of);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_whole_number_from_one_on_and_the_largest_page_is_the_most() {
        let read = |text: &str| Limit(text.to_owned()).within(50, 200);
        for (text, limit) in [("", 50), ("1", 1), ("200", 200), ("201", 200), ("70000", 200)] {
            assert_eq!(read(text).unwrap(), limit, "{text}");
        }
        for bad in ["0", "-1", "x", "1.5", " 1"] {
            assert!(read(bad).is_err_and(|error| error.is(&super::super::legacy::WRONG_NUMBER)), "{bad}");
        }
    }

    #[test]
    fn a_shortened_page_goes_on_behind_its_last_item() {
        let mut next = None;
        let mut items = vec![3, 2, 1];
        shorten(&mut items, &mut next, 3, |item| (*item, String::new()));
        assert_eq!((items.len(), &next), (3, &None));
        shorten(&mut items, &mut next, 2, |item| (*item, String::new()));
        assert_eq!((items, next), (vec![3, 2], Some((2, String::new()))));
    }

    #[test]
    fn a_place_is_read_as_it_was_written_and_nothing_else_is() {
        assert_eq!(read_place(&place(7, "a.b")).unwrap(), Some((7, "a.b".to_owned())));
        assert_eq!(read_place("").unwrap(), None);
        for bad in ["7", "x.a", ".a", "99999999999999999999.a"] {
            assert!(read_place(bad).is_err_and(|error| error.is(&BAD_PLACE)), "{bad}");
        }
    }
}
