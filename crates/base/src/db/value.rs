//! What goes into a statement and what comes out of it: values and rows.

use crate::{Error, Result};

/// A value of a statement. Text must not hold a NUL character: PostgreSQL refuses it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// No value; fits a parameter of any type.
    Null,
    /// A whole number.
    Int(i64),
    /// True or false; SQLite keeps it as 1 or 0.
    Bool(bool),
    /// A floating point number.
    Float(f64),
    /// Text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Value {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Int(_) => "a whole number",
            Self::Bool(_) => "true or false",
            Self::Float(_) => "a floating point number",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        }
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Int(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(maybe: Option<T>) -> Self {
        maybe.map_or(Self::Null, Into::into)
    }
}

/// A row of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub(super) Vec<Value>);

impl Row {
    /// The value of a column, counted from 0. A fault if the column does not exist or holds another type;
    /// a column that may be null is read as `Option`.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T> {
        read(column, self.0.get(column).cloned())
    }

    /// The same, and the row does not have the value any more: for lists, whose texts need not be copied.
    pub fn take<T: FromValue>(&mut self, column: usize) -> Result<T> {
        read(column, self.0.get_mut(column).map(|value| std::mem::replace(value, Value::Null)))
    }

    /// How many columns the row has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the row has no columns.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn read<T: FromValue>(column: usize, value: Option<Value>) -> Result<T> {
    let value = value.ok_or_else(|| Error::fault("reading a row", format!("no column {column}")))?;
    let kind = value.kind();
    T::from_value(value).ok_or_else(|| {
        let wanted = std::any::type_name::<T>();
        Error::fault("reading a row", format!("column {column} holds {kind}, wanted {wanted}"))
    })
}

/// A type that can be read from a column.
pub trait FromValue: Sized {
    /// The value as this type; `None` if it is of another.
    fn from_value(value: Value) -> Option<Self>;
}

impl FromValue for i64 {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Int(number) = value { Some(number) } else { None }
    }
}

impl FromValue for i32 {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).and_then(|number| Self::try_from(number).ok())
    }
}

impl FromValue for u32 {
    fn from_value(value: Value) -> Option<Self> {
        i64::from_value(value).and_then(|number| Self::try_from(number).ok())
    }
}

impl FromValue for bool {
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Bool(yes) => Some(yes),
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl FromValue for f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "SQLite gives whole results of a float column as integers"
    )]
    fn from_value(value: Value) -> Option<Self> {
        match value {
            Value::Float(number) => Some(number),
            Value::Int(number) => Some(number as Self),
            _ => None,
        }
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Text(text) = value { Some(text) } else { None }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value { Some(bytes) } else { None }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: Value) -> Option<Self> {
        if let Value::Bytes(bytes) = value { bytes.as_slice().try_into().ok() } else { None }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Option<Self> {
        if matches!(value, Value::Null) { Some(None) } else { T::from_value(value).map(Some) }
    }
}
