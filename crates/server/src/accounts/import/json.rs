//! Tables out of a JSON array of objects, row by row: no more than one row of what was read is in memory, however many
//! objects there are and however deep they lie in each other.

use std::fmt;

use seatwarden_base::Result;
use serde::{
    Deserializer,
    de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_json::Number;

use super::file::{
    BAD_JSON, CELL_LENGTH_MAX, COLUMNS_MAX, Lines, ROWS_MAX, TOO_MANY_COLUMNS, TOO_MANY_ROWS, clean,
    is_too_long, too_long,
};
use crate::web::csv::join_names;

/// How much of the names of one cell is kept, in bytes: more is too long for a cell, and refused as that.
const NAMES_BYTES_MAX: usize = 4 * CELL_LENGTH_MAX;

/// Reads objects with the same keys; the keys are the heads, in the order in which they come first. A list in a value becomes
/// several names in one cell, and an object its id or name.
pub(super) fn read(bytes: &[u8], lines: &mut Lines<'_>) -> Result<()> {
    // Any object may have a key that none before it has, so all are asked before the first one becomes a row.
    let mut heads: Vec<String> = Vec::new();
    each(bytes, None, &mut |number, object| {
        if number > ROWS_MAX {
            return Err(TOO_MANY_ROWS.with("maximum", ROWS_MAX).into());
        }
        for key in object.keys {
            if is_too_long(&key) {
                return Err(too_long(line(number)));
            }
            if !heads.contains(&key) {
                heads.push(key);
            }
        }
        if heads.len() > COLUMNS_MAX {
            return Err(TOO_MANY_COLUMNS.with("maximum", COLUMNS_MAX).into());
        }
        Ok(true)
    })?;
    lines.heads = heads.iter().map(|head| clean(head)).collect();
    each(bytes, Some(&heads), &mut |number, object| lines.push(line(number), object.cells, object.unsolved))
}

fn line(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// An object of the list.
#[derive(Default)]
struct Object {
    /// Its keys, up to one more than there may be columns; none once the heads are known.
    keys: Vec<String>,
    /// What stands under the heads, once they are known.
    cells: Vec<String>,
    /// Places of cells that hold an object without id and name.
    unsolved: Vec<usize>,
}

/// Takes an object with its number, from 1, and answers whether to go on.
type Take<'a> = &'a mut dyn FnMut(usize, Object) -> Result<bool>;

fn each(bytes: &[u8], heads: Option<&[String]>, take: Take<'_>) -> Result<()> {
    let mut ended = None;
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read = json.deserialize_seq(List { heads, take, ended: &mut ended }).and_then(|()| json.end());
    match (ended, read) {
        (Some(ended), _) => ended,
        (None, Ok(())) => Ok(()),
        (None, Err(cause)) => Err(BAD_JSON.with("line", cause.line()).into()),
    }
}

/// The whole list.
struct List<'a> {
    heads: Option<&'a [String]>,
    take: Take<'a>,
    /// Set if reading ended before the list did.
    ended: &'a mut Option<Result<()>>,
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut number = 0;
        while let Some(object) = list.next_element_seed(OneObject(self.heads))? {
            number += 1;
            let taken = (self.take)(number, object);
            if !matches!(taken, Ok(true)) {
                *self.ended = Some(taken.map(drop));
                return Err(A::Error::custom("no more is wanted"));
            }
        }
        Ok(())
    }
}

/// An object, with the heads if they are known.
struct OneObject<'a>(Option<&'a [String]>);

impl<'de> DeserializeSeed<'de> for OneObject<'_> {
    type Value = Object;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Object, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for OneObject<'_> {
    type Value = Object;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
        let mut object = Object::default();
        let heads = self.0.unwrap_or_default();
        object.cells.resize(heads.len(), String::new());
        while let Some(key) = map.next_key::<String>()? {
            let Some(at) = heads.iter().position(|head| *head == key) else {
                map.next_value::<IgnoredAny>()?;
                if self.0.is_none() && object.keys.len() <= COLUMNS_MAX && !object.keys.contains(&key) {
                    object.keys.push(key);
                }
                continue;
            };
            // Of two values under one key the last one counts.
            object.unsolved.retain(|place| *place != at);
            let mut names = Said::default();
            map.next_value_seed(&mut names)?;
            if names.is_nameless {
                object.unsolved.push(at);
            }
            object.cells[at] = names.into_cell();
        }
        Ok(object)
    }
}

/// What a value says: a text, or several names.
#[derive(Default)]
struct Said {
    names: Vec<String>,
    bytes: usize,
    is_list: bool,
    /// Whether one of them is an object without id and name.
    is_nameless: bool,
}

impl Said {
    /// Nothing is kept beyond what is too long for a cell anyway: whoever looks at the cell sees it.
    fn add(&mut self, name: &str) {
        if self.bytes <= NAMES_BYTES_MAX && !name.is_empty() {
            self.bytes += name.len();
            self.names.push(name.to_owned());
        }
    }

    fn into_cell(mut self) -> String {
        if self.is_list {
            join_names(self.names.iter().map(String::as_str))
        } else {
            self.names.pop().unwrap_or_default()
        }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Said {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Said {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, yes: bool) -> Result<(), E> {
        self.add(if yes { "true" } else { "false" });
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        self.add(&number.to_string());
        Ok(())
    }

    fn visit_i64<E>(self, number: i64) -> Result<(), E> {
        self.add(&number.to_string());
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        self.add(&Number::from_f64(number).map(|number| number.to_string()).unwrap_or_default());
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.add(text);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.is_list = true;
        while list.next_element_seed(&mut *self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut id, mut name) = (Said::default(), Said::default());
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => map.next_value_seed(&mut id)?,
                "name" => map.next_value_seed(&mut name)?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        let said = [id, name].into_iter().find(|it| !it.names.is_empty() && !it.is_list && !it.is_nameless);
        match said.and_then(|mut it| it.names.pop()) {
            Some(text) => self.add(&text),
            None => self.is_nameless = true,
        }
        Ok(())
    }
}
